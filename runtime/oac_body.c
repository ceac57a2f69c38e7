#include "oac_body.h"

#include "oac_error_set.h"
#include "oac_form.h"
#include "oac_multipart.h"
#include "oac_reader.h"

#include <string.h>

/* ---- JSON text ---- */

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

/* body stays without text when there is nothing to send. */
static enum oac_status add_json(struct oac_buffer *body, const struct oac_operation *operation,
	const char *request, struct oac_error *err)
{
	bool required = (operation->flags & OAC_BODY_REQUIRED) != 0;
	unsigned flags = OAC_STRICT |
		(operation->body_media == OAC_MEDIA_MULTIPART ? (unsigned)OAC_SKIP_FILES : 0);
	struct oac_shape shape = { operation->request, 0, OAC_KIND_OBJECT };

	if ((operation->flags & OAC_BODY_MEMBER) != 0) {
		const struct oac_field *field = body_member(operation);
		if (field == NULL)
			return OAC_OK;
		shape = (struct oac_shape){ field->type, 0, field->kind };
		request = request != NULL ? request + field->offset : NULL;
		if (request != NULL && !oac_is_unset(field->kind, request))
			return oac_encode(&shape, request, flags, body, err);
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
	return oac_encode(&shape, request, flags, body, err);
}

/* ---- options.body ---- */

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

/* ---- bytes ---- */

static enum oac_status add_raw(struct oac_content *content, struct oac_buffer *type,
	const struct oac_operation *operation, const char *request, struct oac_error *err)
{
	const struct oac_field *field =
		operation->request != NULL ? body_member(operation) : NULL;
	const struct oac_body *raw = NULL;
	enum oac_status status;

	if (field != NULL && field->kind == OAC_KIND_BODY && request != NULL)
		raw = (const struct oac_body *)(const void *)(request + field->offset);
	if (raw == NULL || oac_is_unset(OAC_KIND_BODY, raw)) {
		if ((operation->flags & OAC_BODY_REQUIRED) != 0)
			return oac_error_set(err, OAC_E_ARGUMENT, "the request's body is required");
		return OAC_OK;
	}
	status = oac_content_add_bytes(content, raw->data, raw->len, raw->path, raw->source, err);
	if (status != OAC_OK)
		return status;
	if (raw->content_type != NULL)
		oac_buffer_add_text(type, raw->content_type);
	else if (operation->content_type == NULL)
		oac_buffer_add_text(type, "application/octet-stream");
	return OAC_OK;
}

/* ---- the whole ---- */

/* The members as JSON text, then what a form makes of them. */
static enum oac_status write_members(struct oac_content *content, struct oac_buffer *type,
	const struct oac_operation *operation, const char *request, const struct oac_json *over,
	struct oac_error *err)
{
	bool is_form = operation->body_media == OAC_MEDIA_FORM;
	bool is_multipart = operation->body_media == OAC_MEDIA_MULTIPART;
	struct oac_buffer *body = &content->text;
	struct oac_buffer text = OAC_BUFFER_MAX(body->max);
	struct oac_buffer *json = is_form || is_multipart ? &text : body;
	enum oac_status status = OAC_OK;

	if (operation->body_media != OAC_MEDIA_NONE && operation->request != NULL)
		status = add_json(json, operation, request, err);
	if (status == OAC_OK && operation->fixed.text != NULL && json->text != NULL)
		status = merge_body(json, &operation->fixed, err);
	if (status == OAC_OK && over->text != NULL)
		status = merge_body(json, over, err);
	if (status == OAC_OK && json->text != NULL) {
		if (is_form)
			status = oac_form_write(operation, json, body, err);
		else if (is_multipart)
			status = oac_multipart_write(operation, request, json, content, type, err);
	}
	if (is_form) {
		oac_buffer_add_text(type, "application/x-www-form-urlencoded");
		/* An empty form is a body, too, where one must be. */
		if ((operation->flags & OAC_BODY_REQUIRED) != 0)
			oac_buffer_add_text(body, "");
	}
	oac_buffer_clear(&text);
	return status;
}

enum oac_status oac_body_write(const struct oac_operation *operation, const void *request,
	const struct oac_json *over, struct oac_content *content, struct oac_buffer *type,
	struct oac_error *err)
{
	const struct oac_buffer *body = &content->text;
	bool is_raw = operation->body_media == OAC_MEDIA_RAW;
	enum oac_status status;

	if (over->text != NULL && is_raw)
		return oac_error_set(err, OAC_E_ARGUMENT,
			"options.body: the body of this operation has no members");
	if (over->text != NULL && (strcmp(operation->method, "GET") == 0 ||
		strcmp(operation->method, "HEAD") == 0))
		return oac_error_set(err, OAC_E_ARGUMENT, "options.body: a %s carries no body",
			operation->method);
	if (is_raw)
		status = add_raw(content, type, operation, request, err);
	else
		status = write_members(content, type, operation, request, over, err);
	if (type->len == 0)
		oac_buffer_add_text(type, operation->content_type != NULL ?
			operation->content_type : "application/json");
	if (status == OAC_OK && (body->failed || type->failed))
		status = oac_error_buffer(err, body->failed ? body : type, "the body");
	return status;
}
