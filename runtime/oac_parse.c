#define _POSIX_C_SOURCE 200809L

#include "oac_parse.h"

#include "oac_error_set.h"
#include "oac_header.h"

#include <string.h>
#include <strings.h>

enum {
	BYTES_SPARE = 64, /* for terminators and alignment, so that one block is enough */
};

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

bool oac_is_json_type(const char *type, size_t len)
{
	size_t end = oac_header_type_len(type, len);

	return oac_header_type_is(type, len, "application/json") ||
		oac_header_type_is(type, len, "text/json") ||
		(end > 5 && strncasecmp(type + end - 5, "+json", 5) == 0);
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

static enum oac_status decode(const struct oac_operation *operation, bool strict,
	const struct oac_try *t, void **out, struct oac_error *err)
{
	struct oac_error inner;
	enum oac_status status = oac_decode(&operation->response, t->body.text, t->body.len,
		strict ? OAC_STRICT : 0, out, &inner);

	if (status == OAC_OK || err == NULL)
		return status;
	oac_error_set(err, status, "%s %s: the answer does not fit: %s", operation->method,
		operation->path, inner.message);
	memcpy(err->path, inner.path, sizeof(err->path));
	err->offset = inner.offset;
	return status;
}

/* The answer as it came, in one block. */
static enum oac_status keep_bytes(const struct oac_try *t, const char *type, size_t type_len,
	void **out, struct oac_error *err)
{
	size_t len = t->body.len;
	struct oac_arena arena;
	struct oac_bytes *bytes;

	if (!oac_arena_init(&arena, sizeof(*bytes) + len + type_len + BYTES_SPARE))
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	bytes = oac_arena_alloc(&arena, sizeof(*bytes));
	char *data = oac_arena_text(&arena, len + 1);
	char *type_text = oac_arena_text(&arena, type_len + 1);
	if (bytes == NULL || data == NULL || type_text == NULL) {
		oac_arena_clear(&arena);
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	}
	if (len > 0)
		memcpy(data, t->body.text, len);
	data[len] = '\0';
	if (type_len > 0)
		memcpy(type_text, type, type_len);
	type_text[type_len] = '\0';
	*bytes = (struct oac_bytes){ len, data, type_text };
	*out = bytes;
	return OAC_OK;
}

enum oac_status oac_parse(const struct oac_operation *operation, bool strict,
	const struct oac_try *t, void **out, struct oac_error *err)
{
	size_t len = 0;
	const char *type = t->headers.len > 0 ?
		oac_header_find(t->headers.text, "content-type", &len) : NULL;
	const char *body = t->body.len > 0 ? t->body.text : "";

	if (t->http_status >= 300) {
		oac_error_set(err, OAC_E_HTTP, "%s %s: %d%s", operation->method, operation->path,
			t->http_status, reason_of(t->http_status));
		if (err != NULL)
			oac_parse_server_error(body, t->body.len, err);
		return OAC_E_HTTP;
	}
	bool is_raw = operation->response_media == OAC_MEDIA_RAW;
	if ((operation->response.kind == 0 && !is_raw) || out == NULL)
		return OAC_OK;
	/* Bytes may be none at all, unless the status itself says that there is no content. */
	if (t->body.len == 0 && (!is_raw || t->http_status == 204 || t->http_status == 205)) {
		if ((operation->flags & OAC_ANSWER_OPTIONAL) != 0)
			return OAC_OK;
		return oac_error_set(err, OAC_E_PROTOCOL, "%s %s: the answer, %d, has no body",
			operation->method, operation->path, t->http_status);
	}
	if (is_raw)
		return keep_bytes(t, type, len, out, err);
	if (type != NULL && !oac_is_json_type(type, len))
		return oac_error_set(err, OAC_E_PROTOCOL,
			"%s %s: the answer, %d, is %.*s and not JSON", operation->method,
			operation->path, t->http_status, len < 60 ? (int)len : 60, type);
	return decode(operation, strict, t, out, err);
}
