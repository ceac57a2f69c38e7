#include "oac_call.h"

#include "oac_error_set.h"
#include "oac_header.h"
#include "oac_parse.h"

#include <string.h>

static bool take_text(struct oac_buffer *buffer, char **text, size_t *len)
{
	if (buffer->text == NULL)
		oac_buffer_add(buffer, "", 0);
	*text = oac_buffer_take(buffer, len);
	return *text != NULL;
}

/* Moves the answer, if there is one, into the caller's hands; a body over the limit stays out. */
static enum oac_status give_response(struct oac_try *t, int tries, struct oac_response *response,
	struct oac_error *err)
{
	size_t headers_len;

	response->tries = tries;
	response->http_status = t->http_status;
	response->http_version = t->result.http_version;
	if (t->http_status == 0)
		return OAC_OK;
	if (t->body.failed)
		oac_buffer_clear(&t->body);
	if (take_text(&t->headers, &response->headers, &headers_len) &&
		take_text(&t->body, &response->body, &response->body_len))
		return OAC_OK;
	oac_response_clear(response);
	return oac_error_set(err, OAC_E_NOMEM, "out of memory");
}

void oac_call_begin(struct oac_call *call, struct oac_task *task, struct oac_client *client,
	const struct oac_operation *operation, const char *const *path, const void *request,
	const struct oac_call_options *options, struct oac_error *err)
{
	oac_error_clear(err);
	call->client = client;
	call->operation = operation;
	call->response = options != NULL ? options->response : NULL;
	call->err = err;
	call->begun = client != NULL;
	if (call->response != NULL)
		memset(call->response, 0, sizeof(*call->response));
	if (client == NULL) {
		call->status = oac_error_set(err, OAC_E_ARGUMENT, "%s %s: the client is NULL",
			operation->method, operation->path);
		return;
	}
	call->status = oac_prepare(&call->prepared, client, operation, path, request, options, err);
	if (call->status == OAC_OK)
		call->status =
			oac_download_init(&call->download, &call->x, operation, options, err);
	else
		memset(&call->download, 0, sizeof(call->download));
	oac_execution_init(&call->x, task, client, &call->prepared, OAC_UNTIL_BODY,
		call->download.wanted ? oac_download_take : NULL, &call->download, err);
}

void oac_call_move(struct oac_call *call, const char *url)
{
	if (call->status == OAC_OK)
		call->status = oac_prepared_move(&call->prepared, url, call->err);
}

bool oac_call_step(struct oac_call *call, int64_t wait_ms)
{
	return call->status != OAC_OK || oac_execution_step(&call->x, wait_ms);
}

int64_t oac_call_due(const struct oac_call *call)
{
	return call->status != OAC_OK ? 0 : oac_execution_due(&call->x);
}

static enum oac_status give_result(struct oac_call *call, void **out)
{
	struct oac_execution *x = &call->x;
	enum oac_status status = x->status;

	oac_parse_request_id(call->client->api, &x->t, call->err);
	if (status == OAC_OK)
		status = oac_parse(call->operation, call->prepared.strict, &x->t, out, call->err);
	if (call->download.failed)
		status = oac_error_set(call->err, OAC_E_FILE,
			"%s %s: the answer cannot be written to %s", call->operation->method,
			call->operation->path, call->download.file.path);
	if (status == OAC_OK)
		status = oac_download_finish(&call->download, call->err);
	if (call->response != NULL &&
		give_response(&x->t, x->tries, call->response, call->err) != OAC_OK)
		status = OAC_E_NOMEM;
	if (status != OAC_OK && out != NULL) {
		oac_free(*out);
		*out = NULL;
	}
	return status;
}

enum oac_status oac_call_end(struct oac_call *call, void **out)
{
	enum oac_status status = call->status;

	if (out != NULL)
		*out = NULL;
	if (!call->begun)
		return status;
	if (status == OAC_OK && call->x.state == OAC_EXECUTION_OVER)
		status = give_result(call, out);
	oac_execution_clear(&call->x);
	oac_download_clear(&call->download);
	oac_prepared_clear(&call->prepared);
	call->begun = false;
	if (status == OAC_OK)
		oac_error_clear(call->err);
	return status;
}

enum oac_status oac_call(struct oac_client *client, const struct oac_operation *operation,
	const char *const *path, const void *request, const struct oac_call_options *options,
	void **out, struct oac_error *err)
{
	struct oac_task task = { .cancel = options != NULL ? options->cancel : NULL };
	struct oac_call call;

	oac_call_begin(&call, &task, client, operation, path, request, options, err);
	while (!oac_call_step(&call, OAC_NO_LIMIT))
		;
	return oac_call_end(&call, out);
}

void oac_response_clear(struct oac_response *response)
{
	if (response == NULL)
		return;
	oac_mem_free(response->headers);
	oac_mem_free(response->body);
	memset(response, 0, sizeof(*response));
}

const char *oac_response_header(const struct oac_response *response, const char *name, size_t *len)
{
	size_t unused;

	return oac_header_find(response->headers, name, len != NULL ? len : &unused);
}
