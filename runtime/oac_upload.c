#include "oac_upload.h"

#include <string.h>

bool oac_meter_tell(struct oac_meter *meter)
{
	if (meter->progress != NULL && !meter->stopped)
		meter->stopped = meter->progress(meter->user, &meter->now) != 0;
	return !meter->stopped;
}

static size_t read_body(struct oac_upload *upload, void *bytes, size_t size)
{
	const struct oac_request *request = upload->request;
	size_t n = request->body_len - upload->at;

	if (request->source != NULL)
		return request->source->read(request->source->user, bytes, size);
	if (n > size)
		n = size;
	if (n > 0)
		memcpy(bytes, request->body + upload->at, n);
	upload->at += n;
	return n;
}

static size_t read_upload(void *user, void *bytes, size_t size)
{
	struct oac_upload *upload = user;
	size_t n;

	upload->begun = true;
	n = read_body(upload, bytes, size);
	upload->failed = n > size;
	if (upload->failed)
		return OAC_READ_FAILED;
	upload->meter->now.sent += (int64_t)n;
	if (n > 0 && !oac_meter_tell(upload->meter))
		return OAC_READ_FAILED;
	return n;
}

bool oac_upload_start(struct oac_upload *upload, const struct oac_request *request,
	struct oac_request *hop)
{
	const struct oac_source *own = request->source;
	struct oac_progress *now = &upload->meter->now;

	upload->request = request;
	upload->at = 0;
	upload->failed = false;
	now->sent = 0;
	now->to_send = own == NULL ? (int64_t)request->body_len :
		own->length.set ? own->length.value : -1;
	if (upload->begun && own != NULL && (own->rewind == NULL || !own->rewind(own->user)))
		return false;
	/* Text that nobody counts goes the short way. */
	if (own == NULL && (request->body == NULL || upload->meter->progress == NULL)) {
		now->sent = now->to_send;
		return true;
	}
	upload->source = (struct oac_source){ upload, read_upload, NULL,
		{ now->to_send >= 0, now->to_send } };
	hop->body = NULL;
	hop->body_len = 0;
	hop->source = &upload->source;
	return true;
}

bool oac_upload_can_repeat(const struct oac_upload *upload, const struct oac_request *request)
{
	return !upload->begun || request->source == NULL || request->source->rewind != NULL;
}
