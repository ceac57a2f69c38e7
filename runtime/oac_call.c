#include "oac_client_type.h"

#include "oac_error_set.h"
#include "oac_execute.h"
#include "oac_header.h"
#include "oac_parse.h"
#include "oac_request.h"

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

enum oac_status oac_call(struct oac_client *client, const struct oac_operation *operation,
	const char *const *path, const void *request, const struct oac_call_options *options,
	void **out, struct oac_error *err)
{
	struct oac_try_options try_options = {
		.timeout_ms = OAC_NO_LIMIT,
		.idle_timeout_ms = OAC_NO_LIMIT,
	};
	struct oac_cancel *cancel = options != NULL ? options->cancel : NULL;
	struct oac_response *response = options != NULL ? options->response : NULL;
	struct oac_prepared prepared;
	struct oac_try t;
	enum oac_status status;
	int tries = 0;

	oac_error_clear(err);
	if (out != NULL)
		*out = NULL;
	if (response != NULL)
		memset(response, 0, sizeof(*response));
	if (client == NULL)
		return oac_error_set(err, OAC_E_ARGUMENT, "%s %s: the client is NULL", operation->method, operation->path);
	try_options.transport = &client->transport;
	try_options.max_body = client->max_response_bytes;
	oac_try_init(&t, &try_options);
	status = oac_prepare(&prepared, client, operation, path, request, options, err);
	if (status != OAC_OK)
		goto done;
	status = oac_execute(&t, &prepared, OAC_UNTIL_BODY, cancel, &tries, err);
	oac_parse_request_id(client->api, &t, err);
	if (status == OAC_OK)
		status = oac_parse(client, operation, &t, out, err);
	if (response != NULL && give_response(&t, tries, response, err) != OAC_OK) {
		status = OAC_E_NOMEM;
		if (out != NULL) {
			oac_free(*out);
			*out = NULL;
		}
	}
done:
	oac_try_clear(&t);
	oac_prepared_clear(&prepared);
	if (status == OAC_OK)
		oac_error_clear(err);
	return status;
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
