#include "oac_parse.h"

#include "oac_answer.h"
#include "oac_error_set.h"
#include "oac_header.h"

#include <string.h>

/* ---- the server's error object ---- */

bool oac_parse_member(const char *text, size_t len, const char *name, struct oac_span *value)
{
	struct oac_reader reader;
	struct oac_token token;
	struct oac_span member;
	bool found = false;
	bool empty;
	bool more;

	oac_reader_init(&reader, text, len);
	if (oac_reader_peek(&reader) != '{' || !oac_reader_open(&reader, '}', &empty))
		return false;
	for (more = !empty; more;) {
		if (!oac_reader_name(&reader, &token) || !oac_reader_skip(&reader, &member) ||
			!oac_reader_next(&reader, '}', &more))
			return false;
		if (token.len == strlen(name) && memcmp(token.text, name, token.len) == 0) {
			*value = member;
			found = true;
		}
	}
	return found && oac_reader_finish(&reader);
}

/* A string, number or literal as text into a field of an oac_error; null and all else as "". */
static void copy_scalar(struct oac_span value, char *field, size_t size, bool one_line)
{
	struct oac_reader reader;
	struct oac_token token;
	char first = value.len > 0 ? value.text[0] : 'n';

	if (first == '{' || first == '[' || first == 'n')
		return;
	if (first != '"') {
		oac_error_copy(field, size, value.text, value.len, one_line);
		return;
	}
	oac_reader_init(&reader, value.text, value.len);
	if (!oac_reader_string(&reader, &token))
		return;
	/* Longer than any field, and every escape is longer than what it stands for. */
	char *text = oac_malloc(token.len + 1);
	if (text == NULL)
		return;
	oac_error_copy(field, size, text, oac_token_value(&token, text), one_line);
	oac_mem_free(text);
}

void oac_parse_server_error(const char *text, size_t len, struct oac_error *err)
{
	struct oac_span object = { text, len };
	struct oac_span inner;
	struct oac_span value;

	if (oac_parse_member(object.text, object.len, "error", &inner) && inner.text[0] != 'n') {
		if (inner.text[0] == '"')
			copy_scalar(inner, err->server_message, sizeof(err->server_message), false);
		object = inner;
	}
	if (oac_parse_member(object.text, object.len, "message", &value))
		copy_scalar(value, err->server_message, sizeof(err->server_message), false);
	if (oac_parse_member(object.text, object.len, "type", &value))
		copy_scalar(value, err->server_type, sizeof(err->server_type), true);
	if (oac_parse_member(object.text, object.len, "code", &value))
		copy_scalar(value, err->server_code, sizeof(err->server_code), true);
	if (oac_parse_member(object.text, object.len, "param", &value))
		copy_scalar(value, err->server_param, sizeof(err->server_param), true);
	if (err->server_message[0] == '\0')
		oac_error_copy(err->server_message, sizeof(err->server_message), text, len, false);
}

/* ---- answers ---- */

static const char *reason_of(int http_status)
{
	static const struct {
		int http_status;
		const char *reason;
	} reasons[] = {
		{ 304, " Not Modified" },
		{ 400, " Bad Request" },
		{ 401, " Unauthorized" },
		{ 403, " Forbidden" },
		{ 404, " Not Found" },
		{ 405, " Method Not Allowed" },
		{ 408, " Request Timeout" },
		{ 409, " Conflict" },
		{ 413, " Content Too Large" },
		{ 415, " Unsupported Media Type" },
		{ 422, " Unprocessable Content" },
		{ 429, " Too Many Requests" },
		{ 500, " Internal Server Error" },
		{ 501, " Not Implemented" },
		{ 502, " Bad Gateway" },
		{ 503, " Service Unavailable" },
		{ 504, " Gateway Timeout" },
	};

	for (size_t i = 0; i < OAC_COUNT(reasons); i++)
		if (reasons[i].http_status == http_status)
			return reasons[i].reason;
	return "";
}

void oac_parse_request_id(const struct oac_api *api, const struct oac_try *t,
	struct oac_error *err)
{
	size_t len;
	const char *id = NULL;

	if (err == NULL || api->request_id_header == NULL)
		return;
	if (t->headers.len > 0)
		id = oac_header_find(t->headers.text, api->request_id_header, &len);
	err->request_id[0] = '\0';
	if (id != NULL)
		oac_error_copy(err->request_id, sizeof(err->request_id), id, len, true);
}

enum oac_status oac_parse(const struct oac_operation *operation, bool strict,
	const struct oac_try *t, void **out, struct oac_error *err)
{
	if (t->http_status >= 300) {
		oac_error_set(err, OAC_E_HTTP, "%s %s: %d%s", operation->method, operation->path,
			t->http_status, reason_of(t->http_status));
		if (err != NULL)
			oac_parse_server_error(
				t->body.len > 0 ? t->body.text : "", t->body.len, err);
		return OAC_E_HTTP;
	}
	if ((operation->response.kind == 0 && operation->response_media != OAC_MEDIA_RAW) ||
		out == NULL)
		return OAC_OK;
	return oac_answer_read(operation, strict, t, out, err);
}
