#include "oac_multipart.h"

#include "oac_answer.h"
#include "oac_error_set.h"
#include "oac_form.h"
#include "oac_header.h"
#include "oac_platform.h"
#include "oac_style.h"

#include <string.h>

enum {
	BOUNDARY_LEN = 32, /* of 36 letters each, so that no content has it by chance */
};

struct multipart {
	struct oac_content *content;
	struct oac_buffer *out; /* its text */
	const char *content_type; /* of the part of the pair to come, or NULL */
	char boundary[BOUNDARY_LEN + 1];
};

static void make_boundary(char *boundary)
{
	static const char letters[] = "0123456789abcdefghijklmnopqrstuvwxyz";

	for (size_t i = 0; i < BOUNDARY_LEN; i++)
		boundary[i] = letters[(size_t)(oac_random() * (sizeof(letters) - 1))];
	boundary[BOUNDARY_LEN] = '\0';
}

/* ---- parts ---- */

/* What would end the quoted name or its line is written as browsers do. */
static void add_quoted(struct oac_buffer *out, const char *text, size_t len)
{
	oac_buffer_add_char(out, '"');
	for (size_t i = 0; i < len; i++) {
		if (text[i] == '"')
			oac_buffer_add_text(out, "%22");
		else if (text[i] == '\r')
			oac_buffer_add_text(out, "%0D");
		else if (text[i] == '\n')
			oac_buffer_add_text(out, "%0A");
		else
			oac_buffer_add_char(out, text[i]);
	}
	oac_buffer_add_char(out, '"');
}

static void begin_part(struct multipart *m, const char *name, size_t name_len)
{
	oac_buffer_add_text(m->out, "--");
	oac_buffer_add_text(m->out, m->boundary);
	oac_buffer_add_text(m->out, "\r\nContent-Disposition: form-data; name=");
	add_quoted(m->out, name, name_len);
}

static void begin_data(struct multipart *m, const char *content_type)
{
	if (content_type != NULL) {
		oac_buffer_add_text(m->out, "\r\nContent-Type: ");
		oac_buffer_add_text(m->out, content_type);
	}
	oac_buffer_add_text(m->out, "\r\n\r\n");
}

static void end_part(struct multipart *m)
{
	oac_buffer_add_text(m->out, "\r\n");
}

static void add_part(void *user, const struct oac_buffer *name, const struct oac_buffer *value)
{
	struct multipart *m = user;

	begin_part(m, name->text, name->len);
	begin_data(m, m->content_type);
	oac_buffer_add(m->out, value->text, value->len);
	end_part(m);
}

/* ---- members ---- */

/* A value of which only the media type is known: objects as JSON, scalars as text. */
static void add_value(struct multipart *m, const struct oac_form *form, struct oac_span json,
	struct oac_buffer *text)
{
	const char *type = form->content_type;
	struct oac_reader reader;

	oac_reader_init(&reader, json.text, json.len);
	text->len = 0;
	if ((type != NULL && oac_is_json_type(type, strlen(type))) ||
		!oac_style_scalar(&reader, text)) {
		oac_buffer_add(text, json.text, json.len);
		if (type == NULL)
			type = "application/json";
	}
	m->content_type = type;
	add_part(m, &form->name, text);
}

static void add_member(struct multipart *m, const struct oac_form *form, struct oac_buffer *text)
{
	struct oac_reader reader;
	struct oac_span item;
	bool empty;
	bool more;

	oac_reader_init(&reader, form->value.text, form->value.len);
	if (oac_reader_peek(&reader) != '[') {
		add_value(m, form, form->value, text);
		return;
	}
	/* The text has been read whole before, so nothing fails here. */
	if (!oac_reader_open(&reader, ']', &empty))
		return;
	for (more = !empty; more && oac_reader_skip(&reader, &item);) {
		add_value(m, form, item, text);
		if (!oac_reader_next(&reader, ']', &more))
			return;
	}
}

static enum oac_status add_members(struct multipart *m, const struct oac_operation *operation,
	const struct oac_buffer *json, struct oac_error *err)
{
	struct oac_buffer text = OAC_BUFFER_MAX(m->out->max);
	struct oac_style_writer writer;
	struct oac_form form;
	enum oac_status status = oac_form_start(&form, operation, json, err);

	oac_style_init(&writer, false, m->out->max);
	writer.pair = add_part;
	writer.user = m;
	while (status == OAC_OK && oac_form_next(&form)) {
		m->content_type = NULL;
		if (form.style == OAC_STYLE_UNSTATED) {
			add_member(m, &form, &text);
			continue;
		}
		status = oac_style_pairs(&writer, form.name.text, form.name.len, form.value,
			form.style);
		if (status != OAC_OK)
			oac_form_problem(&form, status, err);
	}
	if (status == OAC_OK && (form.name.failed || text.failed))
		status = oac_error_buffer(err, text.failed ? &text : &form.name, "the body");
	oac_style_clear(&writer);
	oac_form_clear(&form);
	oac_buffer_clear(&text);
	return status;
}

/* ---- files ---- */

static const char *stated_type(const struct oac_operation *operation, const char *name, size_t len)
{
	for (size_t i = 0; i < operation->encoding_count; i++) {
		const struct oac_encoding *encoding = &operation->encodings[i];
		if (strlen(encoding->name) == len && memcmp(encoding->name, name, len) == 0)
			return encoding->content_type;
	}
	return NULL;
}

static enum oac_status add_file(struct multipart *m, const struct oac_field *field,
	const struct oac_file *file, const char *type, struct oac_error *err)
{
	const char *name = field->key + 1;
	size_t name_len = field->key_len - 3U;

	if (oac_is_unset(OAC_KIND_FILE, file))
		return oac_error_set(err, OAC_E_ARGUMENT, "a file of '%.*s' has no data",
			(int)name_len, name);
	if (file->content_type != NULL) {
		type = file->content_type;
		if (!oac_header_value_ok(type, strlen(type)))
			return oac_error_set(err, OAC_E_ARGUMENT,
				"the content type of '%.*s' has a control character in it",
				(int)name_len, name);
	}
	begin_part(m, name, name_len);
	oac_buffer_add_text(m->out, "; filename=");
	if (file->filename != NULL || file->path != NULL) {
		name = file->filename != NULL ? file->filename : oac_file_name(file->path);
		name_len = strlen(name);
	}
	add_quoted(m->out, name, name_len);
	begin_data(m, type != NULL ? type : "application/octet-stream");
	enum oac_status status = oac_content_add_bytes(m->content, file->data, file->len,
		file->path, file->source, err);
	end_part(m);
	return status;
}

static enum oac_status add_files(struct multipart *m, const struct oac_operation *operation,
	const struct oac_field *field, const char *request, struct oac_error *err)
{
	const char *type = stated_type(operation, field->key + 1, field->key_len - 3U);
	const void *at = request + field->offset;
	enum oac_status status = OAC_OK;

	if (oac_is_unset(field->kind, at))
		return OAC_OK;
	if (field->kind == OAC_KIND_FILE)
		return add_file(m, field, at, type, err);
	const struct oac_file_list *list = at;
	for (size_t i = 0; i < list->count && status == OAC_OK; i++)
		status = add_file(m, field, &list->items[i], type, err);
	return status;
}

enum oac_status oac_multipart_write(const struct oac_operation *operation, const char *request,
	const struct oac_buffer *json, struct oac_content *content, struct oac_buffer *type,
	struct oac_error *err)
{
	const struct oac_object *object = operation->request;
	struct oac_buffer *body = &content->text;
	struct multipart m = { .content = content, .out = body };

	make_boundary(m.boundary);
	enum oac_status status = add_members(&m, operation, json, err);
	/* Files come last: a server that reads as it receives knows the rest by then. */
	for (uint32_t i = 0; request != NULL && i < object->count && status == OAC_OK; i++)
		if (oac_is_file(object->fields[i].kind, object->fields[i].type))
			status = add_files(&m, operation, &object->fields[i], request, err);
	if (status == OAC_OK && body->text == NULL && (operation->flags & OAC_BODY_REQUIRED) == 0)
		return OAC_OK;
	oac_buffer_add_text(body, "--");
	oac_buffer_add_text(body, m.boundary);
	oac_buffer_add_text(body, "--\r\n");
	oac_buffer_add_text(type, "multipart/form-data; boundary=");
	oac_buffer_add_text(type, m.boundary);
	if (status == OAC_OK && (body->failed || type->failed))
		status = oac_error_buffer(err, body->failed ? body : type, "the body");
	return status;
}
