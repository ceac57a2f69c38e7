#include "oac_request.h"

#include "oac_error_set.h"
#include "oac_params.h"
#include "oac_platform.h"
#include "oac_reader.h"
#include "oac_retry.h"
#include "oac_url.h"

#include <string.h>

enum {
	URL_MAX = 1 << 20,
};

static const struct oac_call_options no_options;

/* ---- URL ---- */

static enum oac_status add_path_argument(struct oac_buffer *url, const char *name, size_t name_len,
	const char *value, struct oac_error *err)
{
	if (value == NULL || *value == '\0')
		return oac_error_set(err, OAC_E_ARGUMENT, "path parameter '%.*s' is %s",
			(int)name_len, name, value == NULL ? "NULL" : "empty");
	oac_url_add_segment(url, value, strlen(value));
	return OAC_OK;
}

/* A server or a proxy would take the segment out and so address something else. */
static enum oac_status check_segment(const struct oac_buffer *url, size_t start, const char *name,
	size_t name_len, struct oac_error *err)
{
	if (name == NULL || url->failed ||
		!oac_url_is_dot_segment(url->text + start, url->len - start))
		return OAC_OK;
	return oac_error_set(err, OAC_E_ARGUMENT,
		"path parameter '%.*s' makes a segment of dots, which cannot be sent",
		(int)name_len, name);
}

/* Fills the braces of the template, "/threads/{thread_id}", and adds it to the URL. */
static enum oac_status add_path(struct oac_buffer *url, const char *template,
	const char *const *path, struct oac_error *err)
{
	const char *name = NULL; /* of the last parameter in this segment */
	size_t name_len = 0;
	size_t segment = url->len;
	enum oac_status status = OAC_OK;

	for (const char *p = template; *p != '\0' && status == OAC_OK; p++) {
		const char *close = *p == '{' ? strchr(p, '}') : NULL;
		if (close != NULL) {
			name = p + 1;
			name_len = (size_t)(close - name);
			status = add_path_argument(url, name, name_len, *path++, err);
			p = close;
			continue;
		}
		if (*p == '/') {
			status = check_segment(url, segment, name, name_len, err);
			segment = url->len + 1;
			name = NULL;
		}
		oac_buffer_add_char(url, *p);
	}
	return status != OAC_OK ? status : check_segment(url, segment, name, name_len, err);
}

static enum oac_status add_base(struct oac_prepared *prepared, const char *base,
	struct oac_query *query, struct oac_error *err)
{
	if (!oac_url_is_base(base))
		return oac_error_set(err, OAC_E_ARGUMENT, "base_url is not an http or https URL");
	size_t len = strcspn(base, "?");
	if (base[len] == '?')
		oac_query_add_encoded(query, base + len + 1, strlen(base + len + 1));
	while (len > 0 && base[len - 1] == '/')
		len--;
	oac_buffer_add(&prepared->url, base, len);
	return OAC_OK;
}

/* ---- headers ---- */

static enum oac_status add_own_headers(struct oac_headers *headers, const struct oac_client *client,
	bool has_body, struct oac_error *err)
{
	const struct oac_header own[] = {
		{ "Accept", "application/json" },
		{ "Content-Type", has_body ? "application/json" : NULL },
		{ client->auth_header, client->auth_value },
		{ "User-Agent", client->user_agent },
	};
	const struct oac_header_list lists[] = {
		{ OAC_COUNT(own), own },
		{ client->api->header_count, client->api->headers },
		client->headers,
	};
	enum oac_status status = OAC_OK;

	for (size_t i = 0; i < OAC_COUNT(lists) && status == OAC_OK; i++)
		status = oac_headers_set_list(headers, &lists[i], err);
	return status;
}

/* ---- body ---- */

static const struct oac_field *body_member(const struct oac_operation *operation)
{
	for (uint32_t i = 0; i < operation->request->count; i++)
		if ((operation->request->fields[i].flags & OAC_IN_MASK) == 0)
			return &operation->request->fields[i];
	return NULL;
}

static bool needs_members(const struct oac_object *type)
{
	for (uint32_t i = 0; i < type->count; i++) {
		const struct oac_field *field = &type->fields[i];
		if ((field->flags & OAC_IN_MASK) == 0 && (field->flags & OAC_REQUIRED) != 0 &&
			field->kind != OAC_KIND_CONST)
			return true;
	}
	return false;
}

static enum oac_status add_body(struct oac_buffer *body, const struct oac_operation *operation,
	const char *request, struct oac_error *err)
{
	bool required = (operation->flags & OAC_BODY_REQUIRED) != 0;
	struct oac_shape shape = { operation->request, 0, OAC_KIND_OBJECT };

	if ((operation->flags & OAC_BODY_MEMBER) != 0) {
		const struct oac_field *field = body_member(operation);
		if (field == NULL)
			return OAC_OK;
		shape = (struct oac_shape){ field->type, 0, field->kind };
		request = request != NULL ? request + field->offset : NULL;
		if (request != NULL && !oac_is_unset(field->kind, request))
			return oac_encode(&shape, request, OAC_STRICT, body, err);
		if (required)
			return oac_error_set(err, OAC_E_ARGUMENT, "the request's body is required");
		return OAC_OK;
	}
	if (request == NULL && required)
		return oac_error_set(err, OAC_E_ARGUMENT,
			"the request is NULL, but its body is required");
	/* An optional body of which nothing is said is sent as {}, unless that would be wrong. */
	if (request == NULL && needs_members(operation->request))
		return OAC_OK;
	return oac_encode(&shape, request, OAC_STRICT, body, err);
}

static bool same_name(const struct oac_token *a, const struct oac_token *b,
	struct oac_buffer *scratch)
{
	scratch->len = 0;
	char *room = oac_buffer_reserve(scratch, a->len + b->len);
	if (room == NULL)
		return false;
	size_t a_len = oac_token_value(a, room);
	size_t b_len = oac_token_value(b, room + a_len);
	return a_len == b_len && memcmp(room, room + a_len, a_len) == 0;
}

/* Whether an object, whose text is known to be one, has a member of that name. */
static bool has_member(const char *text, size_t len, const struct oac_token *name,
	struct oac_buffer *scratch)
{
	struct oac_reader reader;
	struct oac_token own;
	bool empty;
	bool more;

	oac_reader_init(&reader, text, len);
	if (oac_reader_peek(&reader) != '{' || !oac_reader_open(&reader, '}', &empty))
		return false;
	for (more = !empty; more;) {
		if (!oac_reader_name(&reader, &own))
			return false;
		if (same_name(&own, name, scratch))
			return true;
		if (!oac_reader_skip(&reader, NULL) || !oac_reader_next(&reader, '}', &more))
			return false;
	}
	return false;
}

/* Copies the members of the object in text to out, behind those there, without those in over. */
static bool add_members(struct oac_buffer *out, const char *text, size_t len,
	const struct oac_json *over, struct oac_buffer *scratch)
{
	struct oac_reader reader;
	struct oac_token name;
	struct oac_span value;
	bool empty;
	bool more;

	oac_reader_init(&reader, text, len);
	if (oac_reader_peek(&reader) != '{' || !oac_reader_open(&reader, '}', &empty))
		return false;
	for (more = !empty; more;) {
		if (!oac_reader_name(&reader, &name) || !oac_reader_skip(&reader, &value))
			return false;
		if (over == NULL || !has_member(over->text, over->len, &name, scratch)) {
			oac_buffer_add_char(out, out->len > 0 ? ',' : '{');
			oac_buffer_add(out, name.text - 1, name.len + 2);
			oac_buffer_add_char(out, ':');
			oac_buffer_add(out, value.text, value.len);
		}
		if (!oac_reader_next(&reader, '}', &more))
			return false;
	}
	return oac_reader_finish(&reader);
}

static enum oac_status merge_body(struct oac_buffer *body, const struct oac_json *over,
	struct oac_error *err)
{
	struct oac_buffer merged = OAC_BUFFER_MAX(body->max);
	struct oac_buffer check = OAC_BUFFER_MAX(body->max);
	struct oac_buffer scratch = OAC_BUFFER_MAX(body->max);
	enum oac_status status = OAC_OK;

	/* The caller's text is read whole first: has_member() takes it for an object. */
	if (!add_members(&check, over->text, over->len, NULL, &scratch))
		status = oac_error_set(err, OAC_E_ARGUMENT, "options.body is not a JSON object");
	else if (body->len > 0 && !add_members(&merged, body->text, body->len, over, &scratch))
		status = oac_error_set(err, OAC_E_ARGUMENT,
			"options.body cannot be merged: the request's body is not a JSON object");
	if (status == OAC_OK) {
		add_members(&merged, over->text, over->len, NULL, &scratch);
		oac_buffer_add_text(&merged, merged.len > 0 ? "}" : "{}");
		if (merged.failed || scratch.failed || check.failed)
			status = oac_error_set(err, OAC_E_NOMEM, "out of memory");
	}
	if (status == OAC_OK) {
		struct oac_buffer old = *body;
		*body = merged;
		merged = old;
	}
	oac_buffer_clear(&scratch);
	oac_buffer_clear(&check);
	oac_buffer_clear(&merged);
	return status;
}

static enum oac_status add_extra_body(struct oac_buffer *body,
	const struct oac_operation *operation, const struct oac_json *over, struct oac_error *err)
{
	if (strcmp(operation->method, "GET") == 0 || strcmp(operation->method, "HEAD") == 0)
		return oac_error_set(err, OAC_E_ARGUMENT, "options.body: a %s carries no body",
			operation->method);
	return merge_body(body, over, err);
}

/* ---- the whole ---- */

static int64_t limit_of(int64_t call, int64_t client)
{
	if (call == 0)
		return client;
	return call < 0 ? OAC_NO_LIMIT : call;
}

static void take_limits(struct oac_prepared *prepared, const struct oac_client *client,
	const struct oac_call_options *options)
{
	struct oac_request *request = &prepared->request;

	prepared->deadline =
		oac_deadline_in(options->deadline_ms > 0 ? options->deadline_ms : OAC_NO_LIMIT);
	prepared->timeout_ms = limit_of(options->timeout_ms, client->timeout_ms);
	prepared->max_retries =
		options->max_retries.set ? options->max_retries.value : client->max_retries;
	prepared->retry_post = options->retry_post != OAC_RETRY_POST_DEFAULT ? options->retry_post :
									       client->retry_post;
	request->connect_timeout_ms =
		limit_of(options->connect_timeout_ms, client->connect_timeout_ms);
	request->may_repeat = oac_retry_may_repeat(request->method, prepared->retry_post);
}

enum oac_status oac_prepare(struct oac_prepared *prepared, const struct oac_client *client,
	const struct oac_operation *operation, const char *const *path, const void *request,
	const struct oac_call_options *options, struct oac_error *err)
{
	struct oac_query query;
	enum oac_status status;

	if (options == NULL)
		options = &no_options;
	memset(prepared, 0, sizeof(*prepared));
	prepared->operation = operation;
	prepared->request.method = operation->method;
	prepared->headers.arena = &prepared->arena;
	oac_buffer_init(&prepared->url, URL_MAX);
	oac_buffer_init(&prepared->body, SIZE_MAX / 4);
	oac_query_init(&query, URL_MAX);
	take_limits(prepared, client, options);

	if (!oac_arena_init(&prepared->arena, 1024)) {
		status = oac_error_set(err, OAC_E_NOMEM, "out of memory");
		goto done;
	}
	status = add_base(prepared,
		options->base_url != NULL ? options->base_url : client->base_url, &query, err);
	if (status == OAC_OK)
		status = add_path(&prepared->url, operation->path, path, err);
	if (status == OAC_OK && operation->body_media == OAC_MEDIA_JSON &&
		operation->request != NULL)
		status = add_body(&prepared->body, operation, request, err);
	if (status == OAC_OK && options->body.text != NULL)
		status = add_extra_body(&prepared->body, operation, &options->body, err);
	if (status == OAC_OK)
		status = add_own_headers(&prepared->headers, client, prepared->body.len > 0, err);
	oac_query_replace(&query, &client->query);
	if (status == OAC_OK && operation->request != NULL)
		status = oac_params_add(operation->request, request, &query, &prepared->headers,
			err);
	if (status == OAC_OK)
		status = oac_headers_set_list(&prepared->headers, &options->headers, err);
	if (status != OAC_OK)
		goto done;
	oac_query_replace(&query, &options->query);
	oac_query_write(&query, &prepared->url);
	if (prepared->url.failed) {
		status = oac_error_buffer(err, &prepared->url, "the URL");
		goto done;
	}
	prepared->request.url = prepared->url.text;
	prepared->request.headers =
		(struct oac_header_list){ prepared->headers.count, prepared->headers.items };
	if (prepared->body.len > 0) {
		prepared->request.body = prepared->body.text;
		prepared->request.body_len = prepared->body.len;
	}
done:
	oac_query_clear(&query);
	return status;
}

void oac_prepared_clear(struct oac_prepared *prepared)
{
	oac_buffer_clear(&prepared->body);
	oac_buffer_clear(&prepared->url);
	oac_arena_clear(&prepared->arena);
}
