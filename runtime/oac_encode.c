/*
 * Encoding: one walk over the value, straight into one buffer.
 */
#include "oac_encoder.h"

#include "oac_error_set.h"
#include "oac_memory.h"
#include "oac_text.h"

#include <stdint.h>
#include <string.h>

enum {
	CALLS_MAX = 4 * OAC_MAX_DEPTH,
};

bool oac_encode_fail(struct oac_encoder *e, enum oac_status status, const char *problem)
{
	if (e->status == OAC_OK) {
		e->status = status;
		e->problem = problem;
	}
	return false;
}

/* ---- lists and maps ---- */

static bool encode_item(struct oac_encoder *e, const struct oac_shape *shape, const void *at,
	const struct oac_span *shadow)
{
	if (oac_is_unset(shape->kind, at) && shape->kind != OAC_KIND_CONST &&
		!(shape->kind == OAC_KIND_UNION && oac_is_filled(shape->type, at))) {
		/* in a request it was rather forgotten; who means null says so in oac_more */
		if (e->strict)
			return oac_encode_fail(e, OAC_E_ARGUMENT, "the item is not set");
		oac_buffer_add(e->out, "null", 4);
		return true;
	}
	return oac_encode_value(e, shape->kind, shape->type, at, shadow);
}

static bool encode_list(struct oac_encoder *e, const struct oac_list *type,
	const struct oac_any_list *list, const struct oac_span *shadow)
{
	struct oac_reader r;
	struct oac_span element;
	bool in_step = false;
	size_t i;

	if (shadow != NULL) {
		bool empty = true;

		oac_reader_init(&r, shadow->text, shadow->len);
		in_step = oac_reader_peek(&r) == '[' && oac_reader_open(&r, ']', &empty) && !empty;
	}
	if (!oac_encode_enter(e, '['))
		return false;
	for (i = 0; i < list->count; i++) {
		bool had = in_step && oac_reader_skip(&r, &element);

		if (had && !oac_reader_next(&r, ']', &in_step))
			in_step = false;
		if (i > 0)
			oac_buffer_add_char(e->out, ',');
		if (!encode_item(e, &type->item, (const char *)list->items + i * type->item.size,
			    had ? &element : NULL)) {
			oac_path_index(&e->path, i);
			return false;
		}
	}
	oac_encode_leave(e, ']');
	return true;
}

static bool encode_map(struct oac_encoder *e, const struct oac_map *type,
	const struct oac_any_list *map, const struct oac_span *shadow)
{
	struct oac_reader r;
	struct oac_span value;
	struct oac_token name;
	bool in_step = false;
	size_t i;

	if (shadow != NULL) {
		bool empty = true;

		oac_reader_init(&r, shadow->text, shadow->len);
		in_step = oac_reader_peek(&r) == '{' && oac_reader_open(&r, '}', &empty) && !empty;
	}
	if (!oac_encode_enter(e, '{'))
		return false;
	for (i = 0; i < map->count; i++) {
		const char *entry = (const char *)map->items + i * type->entry_size;
		const char *key = *(const char *const *)(const void *)entry;
		bool had = in_step && oac_reader_name(&r, &name) && oac_reader_skip(&r, &value);

		if (had && !oac_reader_next(&r, '}', &in_step))
			in_step = false;
		if (i > 0)
			oac_buffer_add_char(e->out, ',');
		if (key == NULL) {
			oac_path_index(&e->path, i);
			return oac_encode_fail(e, OAC_E_ARGUMENT, "the key of an entry is NULL");
		}
		if (!oac_encode_text(e, key))
			return false;
		oac_buffer_add_char(e->out, ':');
		if (!encode_item(
			    e, &type->value, entry + type->value_offset, had ? &value : NULL)) {
			oac_path_name(&e->path, key, strlen(key));
			return false;
		}
	}
	oac_encode_leave(e, '}');
	return true;
}

bool oac_encode_value(struct oac_encoder *e, uint8_t kind, const void *type, const void *at,
	const struct oac_span *shadow)
{
	bool ok;

	if (e->calls >= CALLS_MAX)
		return oac_encode_fail(e, OAC_E_LIMIT, "nested too deeply");
	if (e->out->failed != OAC_BUFFER_FINE)
		return oac_encode_fail(e,
			e->out->failed == OAC_BUFFER_FULL ? OAC_E_LIMIT : OAC_E_NOMEM,
			e->out->failed == OAC_BUFFER_FULL ? "the text is too long"
							  : "out of memory");
	e->calls++;
	switch (kind) {
	case OAC_KIND_STRING:
		ok = oac_encode_text(e, *(const char *const *)at);
		break;
	case OAC_KIND_BOOL:
		ok = oac_encode_bool(e, *(const bool *)at);
		break;
	case OAC_KIND_INT64:
		ok = oac_encode_int64(e, *(const int64_t *)at);
		break;
	case OAC_KIND_DOUBLE:
		ok = oac_encode_double(e, *(const double *)at, shadow);
		break;
	case OAC_KIND_OPT_BOOL:
		ok = oac_encode_bool(e, ((const struct oac_opt_bool *)at)->value);
		break;
	case OAC_KIND_OPT_INT64:
		ok = oac_encode_int64(e, ((const struct oac_opt_int64 *)at)->value);
		break;
	case OAC_KIND_OPT_DOUBLE:
		ok = oac_encode_double(e, ((const struct oac_opt_double *)at)->value, shadow);
		break;
	case OAC_KIND_ENUM:
		ok = oac_encode_enum(e, type, oac_enum_at(at), shadow);
		break;
	case OAC_KIND_OBJECT:
		ok = oac_encode_object(e, type, at, NULL);
		break;
	case OAC_KIND_POINTER:
		ok = oac_encode_object(e, type, *(const char *const *)at, NULL);
		break;
	case OAC_KIND_UNION:
		ok = oac_encode_union(e, type, at, shadow);
		break;
	case OAC_KIND_UNION_POINTER:
		ok = oac_encode_union(e, type, *(const char *const *)at, shadow);
		break;
	case OAC_KIND_LIST:
		ok = encode_list(e, type, at, shadow);
		break;
	case OAC_KIND_MAP:
		ok = encode_map(e, type, at, shadow);
		break;
	case OAC_KIND_JSON:
		ok = oac_encode_json(e, at);
		break;
	case OAC_KIND_CONST:
		oac_buffer_add_text(e->out, type);
		ok = true;
		break;
	case OAC_KIND_UINT64:
		ok = oac_encode_uint64(e, *(const uint64_t *)at);
		break;
	case OAC_KIND_OPT_UINT64:
		ok = oac_encode_uint64(e, ((const struct oac_opt_uint64 *)at)->value);
		break;
	case OAC_KIND_FILE:
	case OAC_KIND_BODY:
	case OAC_KIND_BYTES:
		ok = oac_encode_fail(e, OAC_E_ARGUMENT, "a file has no JSON form");
		break;
	default:
		ok = oac_encode_fail(e, OAC_E_ARGUMENT, "the table of the type is broken");
	}
	e->calls--;
	return ok;
}

enum oac_status oac_encode(const struct oac_shape *shape, const void *value, unsigned flags,
	struct oac_buffer *out, struct oac_error *err)
{
	struct oac_encoder e;

	oac_error_clear(err);
	e.out = out;
	e.status = OAC_OK;
	e.problem = NULL;
	e.depth = 0;
	e.calls = 0;
	e.strict = (flags & OAC_STRICT) != 0;
	e.skip_files = (flags & OAC_SKIP_FILES) != 0;
	oac_path_init(&e.path);
	oac_scratch_init(&e.scratch);
	if (oac_encode_value(&e, shape->kind, shape->type, value, NULL) &&
		out->failed != OAC_BUFFER_FINE)
		oac_encode_fail(&e, out->failed == OAC_BUFFER_FULL ? OAC_E_LIMIT : OAC_E_NOMEM,
			out->failed == OAC_BUFFER_FULL ? "the text is too long" : "out of memory");
	oac_scratch_clear(&e.scratch);
	if (e.status != OAC_OK) {
		const char *pointer = e.path.text + e.path.start;

		oac_error_set(err, e.status, pointer[0] ? "%s: %s" : "%s%s", pointer, e.problem);
		if (err != NULL)
			memcpy(err->path, pointer, strlen(pointer) + 1);
	}
	return e.status;
}

char *oac_encode_new(
	const struct oac_shape *shape, const void *value, size_t *len, struct oac_error *err)
{
	struct oac_buffer out = OAC_BUFFER_MAX(SIZE_MAX / 2);
	size_t length = 0;
	char *text = NULL;

	if (len != NULL)
		*len = 0;
	if (value == NULL) {
		oac_error_set(err, OAC_E_ARGUMENT, "there is no value");
		return NULL;
	}
	if (oac_encode(shape, value, 0, &out, err) == OAC_OK)
		text = oac_buffer_take(&out, &length);
	oac_buffer_clear(&out);
	if (len != NULL)
		*len = length;
	return text;
}

const char *oac_enum_text(const struct oac_enum *type, int value)
{
	return value >= 2 && (unsigned)value - 2 < type->count ? type->values[value - 2] : NULL;
}
