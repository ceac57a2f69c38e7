#include "oac_params.h"

#include "oac_error_set.h"
#include "oac_memory.h"
#include "oac_reader.h"
#include "oac_url.h"

#include <string.h>

enum {
	TEXT_MAX = 1 << 20,
};

struct target {
	struct oac_query *query;
	struct oac_headers *headers;
	struct oac_buffer cookies;
	struct oac_buffer json; /* the parameter being written, as JSON text */
	struct oac_buffer text; /* one scalar of it, or a header's value */
};

/* The parameter being written. */
struct param {
	const struct oac_field *field;
	const char *name;
	size_t name_len;
	unsigned style;
};

static enum oac_status cannot_send(const struct param *param, struct oac_error *err)
{
	return oac_error_set(err, OAC_E_ARGUMENT,
		"parameter '%.*s': a value of that structure has no form as a parameter",
		(int)param->name_len, param->name);
}

/* Reads one scalar as plain text into target->text. False when it is an array or object. */
static bool read_scalar(struct oac_reader *reader, struct oac_buffer *text)
{
	struct oac_token token;
	struct oac_span span;
	char first = oac_reader_peek(reader);

	text->len = 0;
	if (first == '"') {
		if (!oac_reader_string(reader, &token))
			return false;
		char *room = oac_buffer_reserve(text, token.len);
		if (room != NULL)
			text->len += oac_token_value(&token, room);
		return true;
	}
	if (first == '{' || first == '[' || !oac_reader_skip(reader, &span))
		return false;
	if (first != 'n')
		oac_buffer_add(text, span.text, span.len);
	return true;
}

/* ---- one text for the whole value: "1,2" and "a,1,b,2" ---- */

static void add_piece(struct oac_buffer *out, const struct oac_buffer *piece, bool encoded)
{
	const char *text = piece->text != NULL ? piece->text : "";

	if (encoded)
		oac_url_add_query_text(out, text, piece->len);
	else
		oac_buffer_add(out, text, piece->len);
}

static bool add_joined(struct target *target, struct oac_buffer *out, const char *between,
	bool encoded)
{
	struct oac_reader reader;
	struct oac_token name;
	bool empty;
	bool more;

	oac_reader_init(&reader, target->json.text, target->json.len);
	char open = oac_reader_peek(&reader);
	if (open != '[' && open != '{') {
		if (!read_scalar(&reader, &target->text))
			return false;
		add_piece(out, &target->text, encoded);
		return true;
	}
	char close = open == '[' ? ']' : '}';
	if (!oac_reader_open(&reader, close, &empty))
		return false;
	more = !empty;
	while (more) {
		if (close == '}') {
			if (!oac_reader_name(&reader, &name))
				return false;
			target->text.len = 0;
			char *room = oac_buffer_reserve(&target->text, name.len);
			if (room != NULL)
				target->text.len += oac_token_value(&name, room);
			add_piece(out, &target->text, encoded);
			oac_buffer_add_text(out, between);
		}
		if (!read_scalar(&reader, &target->text))
			return false;
		add_piece(out, &target->text, encoded);
		if (!oac_reader_next(&reader, close, &more))
			return false;
		if (more)
			oac_buffer_add_text(out, between);
	}
	return true;
}

/* ---- query ---- */

static void add_pair(struct target *target, const char *name, size_t len)
{
	oac_query_begin(target->query, name, len);
	add_piece(&target->query->text, &target->text, true);
	oac_query_end(target->query);
}

/* Each element a pair of its own: a=1&a=2, and for an object k=1 or a[k]=1. */
static bool add_exploded(struct target *target, const struct param *param)
{
	struct oac_buffer name = OAC_BUFFER_MAX(TEXT_MAX);
	struct oac_reader reader;
	struct oac_token token;
	bool ok = false;
	bool empty;
	bool more;

	oac_reader_init(&reader, target->json.text, target->json.len);
	char open = oac_reader_peek(&reader);
	char close = open == '[' ? ']' : '}';
	if (!oac_reader_open(&reader, close, &empty))
		goto done;
	more = !empty;
	while (more) {
		name.len = 0;
		if (open == '[' || param->style == OAC_STYLE_DEEP_OBJECT)
			oac_buffer_add(&name, param->name, param->name_len);
		if (open == '{') {
			if (!oac_reader_name(&reader, &token))
				goto done;
			if (param->style == OAC_STYLE_DEEP_OBJECT)
				oac_buffer_add_char(&name, '[');
			char *room = oac_buffer_reserve(&name, token.len);
			if (room != NULL)
				name.len += oac_token_value(&token, room);
			if (param->style == OAC_STYLE_DEEP_OBJECT)
				oac_buffer_add_char(&name, ']');
		}
		if (!read_scalar(&reader, &target->text))
			goto done;
		if (name.failed)
			target->text.failed = name.failed;
		else
			add_pair(target, name.text, name.len);
		if (!oac_reader_next(&reader, close, &more))
			goto done;
	}
	ok = true;
done:
	oac_buffer_clear(&name);
	return ok;
}

static bool add_to_query(struct target *target, const struct param *param)
{
	struct oac_query *query = target->query;
	const char *between = ",";
	char first = target->json.text[0];

	if (param->style == OAC_STYLE_JSON) {
		oac_query_begin(query, param->name, param->name_len);
		oac_url_add_query_text(&query->text, target->json.text, target->json.len);
		oac_query_end(query);
		return true;
	}
	if ((first == '[' || first == '{') &&
		(param->style == OAC_STYLE_FORM_EXPLODE || param->style == OAC_STYLE_DEEP_OBJECT))
		return add_exploded(target, param);
	if (param->style == OAC_STYLE_SPACE)
		between = "%20";
	else if (param->style == OAC_STYLE_PIPE)
		between = "%7C";
	/* An empty list has nothing to say; "a=" would be a list of one empty text. */
	if (strcmp(target->json.text, "[]") == 0)
		return true;
	oac_query_begin(query, param->name, param->name_len);
	bool ok = add_joined(target, &query->text, between, true);
	oac_query_end(query);
	return ok;
}

/* ---- headers and cookies ---- */

static enum oac_status add_to_headers(struct target *target, const struct param *param,
	struct oac_error *err)
{
	struct oac_buffer value = OAC_BUFFER_MAX(TEXT_MAX);
	enum oac_status status = OAC_OK;

	if (param->style == OAC_STYLE_JSON)
		oac_buffer_add(&value, target->json.text, target->json.len);
	else if (!add_joined(target, &value, ",", false))
		status = cannot_send(param, err);
	char *name = oac_strndup(param->name, param->name_len);
	if (status == OAC_OK && name == NULL)
		status = oac_error_set(err, OAC_E_NOMEM, "out of memory");
	else if (status == OAC_OK && (value.failed || target->text.failed))
		status = oac_error_buffer(err, value.failed ? &value : &target->text, "a header");
	else if (status == OAC_OK && value.text != NULL && strlen(value.text) != value.len)
		status = oac_error_set(err, OAC_E_ARGUMENT,
			"header '%s': the value has a NUL in it", name);
	else if (status == OAC_OK)
		status = oac_headers_set(target->headers, name,
			value.text != NULL ? value.text : "", err);
	oac_mem_free(name);
	oac_buffer_clear(&value);
	return status;
}

static bool add_to_cookies(struct target *target, const struct param *param)
{
	struct oac_buffer *out = &target->cookies;

	if (out->len > 0)
		oac_buffer_add_text(out, "; ");
	oac_url_add_query_text(out, param->name, param->name_len);
	oac_buffer_add_char(out, '=');
	if (param->style == OAC_STYLE_JSON) {
		oac_url_add_query_text(out, target->json.text, target->json.len);
		return true;
	}
	return add_joined(target, out, ",", true);
}

/* ---- parameters ---- */

static enum oac_status encode_json(struct target *target, const struct oac_field *field,
	const char *base, struct oac_error *err)
{
	struct oac_shape shape = { field->type, 0, field->kind };

	target->json.len = 0;
	return oac_encode(&shape, base != NULL ? base + field->offset : NULL, OAC_STRICT,
		&target->json, err);
}

static enum oac_status add_param(struct target *target, const struct oac_field *field,
	const char *base, struct oac_error *err)
{
	struct param param = { field, field->key + 1, field->key_len - 3U,
		field->flags & OAC_STYLE_MASK };
	bool unset = field->kind != OAC_KIND_CONST &&
		(base == NULL || oac_is_unset(field->kind, base + field->offset));
	bool ok = true;

	if (unset && (field->flags & OAC_REQUIRED) != 0)
		return oac_error_set(err, OAC_E_ARGUMENT, "parameter '%.*s' is required",
			(int)param.name_len, param.name);
	if (unset)
		return OAC_OK;
	enum oac_status status = encode_json(target, field, base, err);
	if (status == OAC_E_ARGUMENT && err != NULL) {
		struct oac_error inner = *err;
		return oac_error_set(err, OAC_E_ARGUMENT, "parameter '%.*s': %s",
			(int)param.name_len, param.name, inner.message);
	}
	if (status != OAC_OK)
		return status;
	switch (field->flags & OAC_IN_MASK) {
	case OAC_IN_QUERY:
		ok = add_to_query(target, &param);
		break;
	case OAC_IN_HEADER:
		return add_to_headers(target, &param, err);
	default:
		ok = add_to_cookies(target, &param);
	}
	if (target->text.failed || target->cookies.failed)
		return oac_error_buffer(err, target->text.failed ? &target->text : &target->cookies,
			"a parameter");
	if (target->query->text.failed)
		return oac_error_buffer(err, &target->query->text, "the query");
	return ok ? OAC_OK : cannot_send(&param, err);
}

enum oac_status oac_params_add(const struct oac_object *type, const void *request,
	struct oac_query *query, struct oac_headers *headers, struct oac_error *err)
{
	struct target target = { query, headers, OAC_BUFFER_MAX(TEXT_MAX), OAC_BUFFER_MAX(TEXT_MAX),
		OAC_BUFFER_MAX(TEXT_MAX) };
	enum oac_status status = OAC_OK;

	for (uint32_t i = 0; i < type->count && status == OAC_OK; i++)
		if ((type->fields[i].flags & OAC_IN_MASK) != 0)
			status = add_param(&target, &type->fields[i], request, err);
	if (status == OAC_OK && target.cookies.len > 0)
		status = oac_headers_set(headers, "Cookie", target.cookies.text, err);
	oac_buffer_clear(&target.text);
	oac_buffer_clear(&target.json);
	oac_buffer_clear(&target.cookies);
	return status;
}
