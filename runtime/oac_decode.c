/*
 * Decoding: the text is read once, straight into structs in one arena.
 */
#include "oac_check.h"
#include "oac_decoder.h"

#include "oac_error_set.h"

#include <stdint.h>
#include <string.h>

bool oac_decode_fail(struct oac_decoder *d, const char *problem)
{
	return oac_reader_fail(&d->r, OAC_E_TYPE, problem);
}

bool oac_decode_no_memory(struct oac_decoder *d)
{
	return oac_reader_fail(&d->r, OAC_E_NOMEM, "out of memory");
}

bool oac_decode_wrong_kind(struct oac_decoder *d, const char *expected)
{
	const char *got = oac_reader_kind(oac_reader_peek(&d->r));

	/* What is no JSON at all is that first. */
	if (!oac_reader_skip(&d->r, NULL))
		return false;
	d->got = got;
	return oac_decode_fail(d, expected);
}

void *oac_decode_pointee(struct oac_decoder *d, size_t size, void *at)
{
	void *target = oac_arena_alloc(d->arena, size);

	if (target == NULL) {
		oac_decode_no_memory(d);
		return NULL;
	}
	memset(target, 0, size);
	*(const void **)at = target;
	return target;
}

/* Only calls in place of returns: what needs a frame of its own stands with its kind. */
bool oac_decode_value(struct oac_decoder *d, uint8_t kind, const void *type, void *at, bool *shadow)
{
	switch (kind) {
	case OAC_KIND_STRING:
		return oac_decode_string(d, at);
	case OAC_KIND_BOOL:
		return oac_decode_bool(d, at);
	case OAC_KIND_INT64:
		return oac_decode_int64(d, at);
	case OAC_KIND_DOUBLE:
		return oac_decode_double(d, at, shadow);
	case OAC_KIND_OPT_BOOL:
		((struct oac_opt_bool *)at)->set = true;
		return oac_decode_bool(d, &((struct oac_opt_bool *)at)->value);
	case OAC_KIND_OPT_INT64:
		((struct oac_opt_int64 *)at)->set = true;
		return oac_decode_int64(d, &((struct oac_opt_int64 *)at)->value);
	case OAC_KIND_OPT_DOUBLE:
		((struct oac_opt_double *)at)->set = true;
		return oac_decode_double(d, &((struct oac_opt_double *)at)->value, shadow);
	case OAC_KIND_ENUM:
		return oac_decode_enum(d, type, at, shadow);
	case OAC_KIND_OBJECT:
		return oac_decode_object(d, type, at);
	case OAC_KIND_POINTER:
		return oac_decode_pointer(d, type, at);
	case OAC_KIND_UNION:
		return oac_decode_union(d, type, at, shadow);
	case OAC_KIND_UNION_POINTER:
		return oac_decode_union_pointer(d, type, at, shadow);
	case OAC_KIND_LIST:
		return oac_decode_list(d, type, at, shadow);
	case OAC_KIND_MAP:
		return oac_decode_map(d, type, at, shadow);
	case OAC_KIND_JSON:
		return oac_decode_json(d, at);
	case OAC_KIND_CONST:
		return oac_decode_const(d, type, shadow);
	case OAC_KIND_UINT64:
		return oac_decode_uint64(d, at);
	case OAC_KIND_OPT_UINT64:
		((struct oac_opt_uint64 *)at)->set = true;
		return oac_decode_uint64(d, &((struct oac_opt_uint64 *)at)->value);
	case OAC_KIND_FILE:
	case OAC_KIND_BODY:
	case OAC_KIND_BYTES:
		return oac_decode_fail(d, "a file has no JSON form");
	default:
		return oac_decode_fail(d, "the table of the type is broken");
	}
}

static enum oac_status report(const struct oac_decoder *d, struct oac_error *err)
{
	const char *pointer = d->path.text + d->path.start;
	const char *problem = d->r.problem;
	const char *colon = pointer[0] != '\0' ? ": " : "";
	size_t offset = (size_t)(d->r.p - d->r.start);

	switch (d->r.status) {
	case OAC_E_JSON:
		oac_error_set(err, OAC_E_JSON, "invalid JSON at byte %zu: %s", offset, problem);
		break;
	case OAC_E_TYPE:
		if (d->got != NULL)
			oac_error_set(err, OAC_E_TYPE, "%s%sexpected %s, got %s", pointer, colon,
				problem, d->got);
		else
			oac_error_set(err, OAC_E_TYPE, "%s%s%s", pointer, colon, problem);
		break;
	default:
		oac_error_set(err, d->r.status, "%s", problem);
	}
	if (err != NULL) {
		err->offset = offset;
		memcpy(err->path, pointer, strlen(pointer) + 1);
	}
	return d->r.status;
}

void oac_decoder_begin(struct oac_decoder *d, struct oac_arena *arena, const char *text, size_t len,
	unsigned flags)
{
	oac_reader_init(&d->r, text, len);
	oac_path_init(&d->path);
	oac_scratch_init(&d->scratch);
	d->arena = arena;
	d->texts = NULL;
	d->strict = (flags & OAC_STRICT) != 0;
	d->got = NULL;
	d->wasted = 0;
	d->untagged = false;
}

bool oac_decoder_has_value(struct oac_decoder *d)
{
	if (oac_reader_peek(&d->r) != '\0')
		return true;
	return oac_reader_fail(&d->r, OAC_E_JSON,
		d->r.end == d->r.start ? "the text is empty" : "the text holds no value");
}

enum oac_status oac_decoder_end(struct oac_decoder *d, struct oac_error *err)
{
	if (d->r.status == OAC_OK)
		oac_reader_finish(&d->r);
	oac_scratch_clear(&d->scratch);
	return d->r.status == OAC_OK ? OAC_OK : report(d, err);
}

enum oac_status oac_decode_into(struct oac_arena *arena, const struct oac_shape *shape,
	const char *text, size_t len, unsigned flags, void **out, struct oac_error *err)
{
	struct oac_decoder d;
	bool shadow = false;
	enum oac_status status;
	void *value;

	*out = NULL;
	oac_error_clear(err);
	oac_decoder_begin(&d, arena, text, len, flags);
	value = oac_arena_alloc(arena, shape->size);
	d.texts = len < SIZE_MAX / 2 ? oac_arena_text(arena, len + 1) : NULL;
	if (value == NULL || d.texts == NULL) {
		oac_decode_no_memory(&d);
	} else {
		memset(value, 0, shape->size);
		if (oac_decoder_has_value(&d))
			oac_decode_value(&d, shape->kind, shape->type, value, &shadow);
	}
	status = oac_decoder_end(&d, err);
	if (status == OAC_OK && d.strict)
		status = oac_check(shape, value, OAC_E_TYPE, err);
	if (status == OAC_OK)
		*out = value;
	return status;
}

enum oac_status oac_decode(const struct oac_shape *shape, const char *text, size_t len,
	unsigned flags, void **out, struct oac_error *err)
{
	struct oac_arena arena;
	enum oac_status status;

	*out = NULL;
	/* The structs of a text take about as much as the text; more comes in doubling blocks. */
	if (!oac_arena_init(&arena, shape->size + len + 1 + len))
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	status = oac_decode_into(&arena, shape, text, len, flags, out, err);
	if (status != OAC_OK)
		oac_arena_clear(&arena);
	return status;
}

enum oac_status oac_type_from_json(const struct oac_shape *shape, const char *text, size_t len,
	void *out, struct oac_error *err)
{
	void *value;
	enum oac_status status = oac_decode(shape, text, len, 0, &value, err);

	memcpy(out, &value, sizeof(value)); /* pointers to structs all look alike */
	return status;
}

void oac_free(void *value)
{
	oac_arena_free(value);
}
