#include "oac_params.h"

#include "oac_error_set.h"
#include "oac_memory.h"
#include "oac_style.h"
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
	struct oac_style_writer encoded; /* for query and cookies */
	struct oac_style_writer plain; /* for headers */
};

/* The parameter being written. */
struct param {
	const char *name;
	size_t name_len;
	struct oac_span json;
	unsigned style;
};

static enum oac_status cannot_send(const struct param *param, enum oac_status status,
	struct oac_error *err)
{
	static const char *const problems[] = {
		[OAC_E_ARGUMENT] = "a value of that structure has no form as a parameter",
		[OAC_E_LIMIT] = "the value is too long",
	};

	if (status == OAC_E_NOMEM)
		return oac_error_set(err, status, "out of memory");
	return oac_error_set(err, status, "parameter '%.*s': %s", (int)param->name_len,
		param->name, problems[status]);
}

static void add_pair(void *user, const struct oac_buffer *name, const struct oac_buffer *value)
{
	struct oac_query *query = user;

	oac_query_begin(query, name->text, name->len);
	oac_buffer_add(&query->text, value->text, value->len);
	oac_query_end(query);
}

/* ---- headers and cookies ---- */

static enum oac_status add_to_headers(struct target *target, const struct param *param,
	struct oac_error *err)
{
	struct oac_buffer *value = &target->plain.value;
	enum oac_status status = oac_style_text(&target->plain, param->json, param->style);

	if (status != OAC_OK)
		return cannot_send(param, status, err);
	char *name = oac_strndup(param->name, param->name_len);
	if (name == NULL)
		status = oac_error_set(err, OAC_E_NOMEM, "out of memory");
	else if (strlen(value->text) != value->len)
		status = oac_error_set(err, OAC_E_ARGUMENT,
			"header '%s': the value has a NUL in it", name);
	else
		status = oac_headers_set(target->headers, name, value->text, err);
	oac_mem_free(name);
	return status;
}

static enum oac_status add_to_cookies(struct target *target, const struct param *param,
	struct oac_error *err)
{
	struct oac_buffer *out = &target->cookies;
	enum oac_status status = oac_style_text(&target->encoded, param->json, param->style);

	if (status != OAC_OK)
		return cannot_send(param, status, err);
	if (out->len > 0)
		oac_buffer_add_text(out, "; ");
	oac_url_add_query_text(out, param->name, param->name_len);
	oac_buffer_add_char(out, '=');
	oac_buffer_add(out, target->encoded.value.text, target->encoded.value.len);
	return out->failed ? oac_error_buffer(err, out, "the cookies") : OAC_OK;
}

static enum oac_status add_to_query(struct target *target, const struct param *param,
	struct oac_error *err)
{
	enum oac_status status = oac_style_pairs(&target->encoded, param->name, param->name_len,
		param->json, param->style);

	if (status != OAC_OK)
		return cannot_send(param, status, err);
	return target->query->text.failed ? oac_error_buffer(err, &target->query->text, "the query")
					   : OAC_OK;
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
	struct param param = { field->key + 1, field->key_len - 3U, { NULL, 0 },
		field->flags & (OAC_STYLE_MASK | OAC_RESERVED) };
	bool unset = field->kind != OAC_KIND_CONST &&
		(base == NULL || oac_is_unset(field->kind, base + field->offset));

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
	param.json = (struct oac_span){ target->json.text, target->json.len };
	switch (field->flags & OAC_IN_MASK) {
	case OAC_IN_QUERY:
		return add_to_query(target, &param, err);
	case OAC_IN_HEADER:
		return add_to_headers(target, &param, err);
	default:
		return add_to_cookies(target, &param, err);
	}
}

enum oac_status oac_params_add(const struct oac_object *type, const void *request,
	struct oac_query *query, struct oac_headers *headers, struct oac_error *err)
{
	struct target target = { .query = query, .headers = headers };
	enum oac_status status = OAC_OK;

	oac_buffer_init(&target.cookies, TEXT_MAX);
	oac_buffer_init(&target.json, TEXT_MAX);
	oac_style_init(&target.encoded, true, TEXT_MAX);
	oac_style_init(&target.plain, false, TEXT_MAX);
	target.encoded.pair = add_pair;
	target.encoded.user = query;
	for (uint32_t i = 0; i < type->count && status == OAC_OK; i++)
		if ((type->fields[i].flags & OAC_IN_MASK) != 0)
			status = add_param(&target, &type->fields[i], request, err);
	if (status == OAC_OK && target.cookies.len > 0)
		status = oac_headers_set(headers, "Cookie", target.cookies.text, err);
	oac_style_clear(&target.plain);
	oac_style_clear(&target.encoded);
	oac_buffer_clear(&target.json);
	oac_buffer_clear(&target.cookies);
	return status;
}
