#include "oac_form.h"

#include "oac_error_set.h"
#include "oac_style.h"
#include "oac_url.h"

#include <string.h>

/* ---- members ---- */

enum oac_status oac_form_start(struct oac_form *form, const struct oac_operation *operation,
	const struct oac_buffer *json, struct oac_error *err)
{
	bool empty;

	memset(form, 0, sizeof(*form));
	oac_buffer_init(&form->name, json->max);
	form->operation = operation;
	oac_reader_init(&form->reader, json->text, json->len);
	if (oac_reader_peek(&form->reader) != '{' || !oac_reader_open(&form->reader, '}', &empty))
		return oac_error_set(err, OAC_E_ARGUMENT,
			"the request's body is not a JSON object, so it cannot be sent as a form");
	form->more = !empty;
	return OAC_OK;
}

static const struct oac_encoding *find_encoding(const struct oac_form *form)
{
	const struct oac_operation *operation = form->operation;

	for (size_t i = 0; i < operation->encoding_count; i++) {
		const char *name = operation->encodings[i].name;
		if (strlen(name) == form->name.len &&
			memcmp(name, form->name.text, form->name.len) == 0)
			return &operation->encodings[i];
	}
	return NULL;
}

bool oac_form_next(struct oac_form *form)
{
	struct oac_token name;

	if (!form->more || !oac_reader_name(&form->reader, &name) ||
		!oac_reader_skip(&form->reader, &form->value) ||
		!oac_reader_next(&form->reader, '}', &form->more))
		return false;
	form->name.len = 0;
	oac_style_add_token(&form->name, &name);
	if (form->name.failed)
		return false;
	const struct oac_encoding *encoding = find_encoding(form);
	form->style = encoding != NULL ? encoding->style : (unsigned)OAC_STYLE_UNSTATED;
	form->content_type = encoding != NULL ? encoding->content_type : NULL;
	return true;
}

void oac_form_clear(struct oac_form *form)
{
	oac_buffer_clear(&form->name);
}

enum oac_status oac_form_problem(const struct oac_form *form, enum oac_status status,
	struct oac_error *err)
{
	if (status == OAC_E_NOMEM)
		return oac_error_set(err, status, "out of memory");
	return oac_error_set(err, status, "member '%.*s' of the form: %s", (int)form->name.len,
		form->name.text,
		status == OAC_E_LIMIT
			? "the value is too long"
			: "a value of that structure has no form in the style that the document says");
}

/* ---- name=value pairs ---- */

static void add_pair(void *user, const struct oac_buffer *name, const struct oac_buffer *value)
{
	struct oac_buffer *body = user;

	if (body->len > 0)
		oac_buffer_add_char(body, '&');
	oac_url_add_query_text(body, name->text, name->len);
	oac_buffer_add_char(body, '=');
	oac_buffer_add(body, value->text, value->len);
}

enum oac_status oac_form_write(const struct oac_operation *operation,
	const struct oac_buffer *json, struct oac_buffer *body, struct oac_error *err)
{
	struct oac_style_writer writer;
	struct oac_form form;
	enum oac_status status = oac_form_start(&form, operation, json, err);

	oac_style_init(&writer, true, body->max);
	writer.pair = add_pair;
	writer.user = body;
	while (status == OAC_OK && oac_form_next(&form)) {
		status = oac_style_pairs(&writer, form.name.text, form.name.len, form.value,
			form.style);
		if (status != OAC_OK)
			oac_form_problem(&form, status, err);
	}
	if (status == OAC_OK && (form.name.failed || body->failed))
		status = oac_error_buffer(err, body->failed ? body : &form.name, "the body");
	oac_style_clear(&writer);
	oac_form_clear(&form);
	return status;
}
