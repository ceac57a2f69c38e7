/*
 * Decoding: the text is read once, straight into structs in one arena. Lists
 * grow in a scratch arena that is used like a stack, and move to the result
 * when their length is known.
 */
#include "oac_decoder.h"

#include "oac_error_set.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

/* Empty lists and maps point here: not NULL, and never read. */
static const max_align_t nothing;

bool oac_decode_fail(struct oac_decoder *d, const char *problem)
{
	return oac_reader_fail(&d->r, OAC_E_TYPE, problem);
}

bool oac_decode_no_memory(struct oac_decoder *d)
{
	return oac_reader_fail(&d->r, OAC_E_NOMEM, "out of memory");
}

/* A NUL-terminated copy in the result. */
static const char *keep_text(struct oac_decoder *d, const char *text, size_t len)
{
	char *copy = oac_arena_text(d->arena, len + 1);

	if (copy == NULL) {
		oac_decode_no_memory(d);
		return NULL;
	}
	memcpy(copy, text, len);
	copy[len] = '\0';
	return copy;
}

static const char *keep_token(struct oac_decoder *d, const struct oac_token *token)
{
	char *copy;
	size_t len;

	if (token->plain)
		return keep_text(d, token->text, token->len);
	copy = oac_arena_text(d->arena, token->len + 1);
	if (copy == NULL) {
		oac_decode_no_memory(d);
		return NULL;
	}
	len = oac_token_value(token, copy);
	copy[len] = '\0';
	if (memchr(copy, '\0', len) != NULL) {
		oac_decode_fail(d, "a string holds U+0000, which a C string cannot");
		return NULL;
	}
	return copy;
}

/* Whether a token and a piece of JSON text (no quotes), which escapes only what it must, say the same. */
bool oac_decode_token_is(struct oac_decoder *d, const struct oac_token *token, const char *json, size_t len)
{
	struct oac_scratch_mark mark;
	struct oac_token other = { json, len, false };
	char *a;
	char *b;
	bool same = false;

	if (token->plain || memchr(token->text, '\\', token->len) == NULL)
		return token->len == len && memcmp(token->text, json, len) == 0;
	mark = oac_scratch_mark(&d->scratch);
	a = oac_scratch_alloc(&d->scratch, token->len);
	b = oac_scratch_alloc(&d->scratch, len);
	if (a != NULL && b != NULL) {
		size_t a_len = oac_token_value(token, a);

		same = a_len == oac_token_value(&other, b) && memcmp(a, b, a_len) == 0;
	} else {
		oac_decode_no_memory(d);
	}
	oac_scratch_release(&d->scratch, mark);
	return same;
}

bool oac_decode_text_is(struct oac_decoder *d, const struct oac_span *tag, const char *json)
{
	size_t len = strlen(json);
	struct oac_token token = { tag->text + 1, tag->len - 2, false };

	if (tag->text[0] != '"' || json[0] != '"')
		return tag->len == len && memcmp(tag->text, json, len) == 0;
	return oac_decode_token_is(d, &token, json + 1, len - 2);
}

/* ---- scalars ---- */

bool oac_decode_wrong_kind(struct oac_decoder *d, const char *expected)
{
	const char *got = oac_reader_kind(oac_reader_peek(&d->r));

	/* What is no JSON at all is that first. */
	if (!oac_reader_skip(&d->r, NULL))
		return false;
	d->got = got;
	return oac_decode_fail(d, expected);
}

static bool decode_string(struct oac_decoder *d, void *at)
{
	struct oac_token token;
	const char *text;

	if (oac_reader_peek(&d->r) != '"')
		return oac_decode_wrong_kind(d, "a string");
	if (!oac_reader_string(&d->r, &token))
		return false;
	text = keep_token(d, &token);
	*(const char **)at = text;
	return text != NULL;
}

static bool decode_bool(struct oac_decoder *d, bool *at)
{
	char c = oac_reader_peek(&d->r);

	if (c != 't' && c != 'f')
		return oac_decode_wrong_kind(d, "a boolean");
	*at = c == 't';
	return c == 't' ? oac_reader_literal(&d->r, "true", 4) : oac_reader_literal(&d->r, "false", 5);
}

static bool decode_number(struct oac_decoder *d, struct oac_number *number)
{
	char c = oac_reader_peek(&d->r);

	if (c != '-' && (c < '0' || c > '9'))
		return oac_decode_wrong_kind(d, "a number");
	return oac_reader_number(&d->r, number);
}

static bool decode_int64(struct oac_decoder *d, int64_t *at)
{
	struct oac_number number;

	if (!decode_number(d, &number))
		return false;
	*at = number.integer;
	/* 1.0 and 1e3 are integers to JSON Schema */
	if (number.form == OAC_NUMBER_INT || oac_number_whole(d->r.p - number.len, number.len, at))
		return true;
	if (fabs(number.value) >= 9223372036854775808.0)
		return oac_decode_fail(d, "integer out of range");
	return oac_decode_fail(d, "expected an integer, got a fraction");
}

/* What a double does not hold to the last digit is kept as it was written, too. */
static bool decode_double(struct oac_decoder *d, double *at, bool *shadow)
{
	struct oac_number number;

	if (!decode_number(d, &number))
		return false;
	*at = number.value;
	*shadow |= !number.exact;
	return true;
}

/* The JSON kind of an enum value. */
static const char *enum_kind(const struct oac_enum *type, uint32_t i)
{
	return oac_reader_kind(type->json ? type->values[i][0] : '"');
}

bool oac_decode_enum_has_kind(const struct oac_enum *type, char first)
{
	uint32_t i;

	for (i = 0; i < type->count; i++) {
		if (enum_kind(type, i) == oac_reader_kind(first))
			return true;
	}
	return type->count == 0;
}

static bool decode_enum(struct oac_decoder *d, const struct oac_enum *type, int *at, bool *shadow)
{
	struct oac_span span;
	uint32_t i;

	if (!oac_decode_enum_has_kind(type, oac_reader_peek(&d->r)))
		return oac_decode_wrong_kind(d, enum_kind(type, 0));
	if (!oac_reader_skip(&d->r, &span))
		return false;
	for (i = 0; i < type->count; i++) {
		struct oac_token token = { span.text + 1, span.len - 2, false };

		if (type->json ? oac_decode_text_is(d, &span, type->values[i])
			       : oac_decode_token_is(d, &token, type->values[i], strlen(type->values[i]))) {
			*at = (int)i + 2;
			return true;
		}
	}
	*at = OAC_UNKNOWN;
	*shadow = true;
	return d->strict ? oac_decode_fail(d, "value is not one that the type knows") : true;
}

bool oac_decode_json(struct oac_decoder *d, struct oac_json *at)
{
	struct oac_span span;

	if (!oac_reader_skip(&d->r, &span))
		return false;
	at->text = keep_text(d, span.text, span.len);
	at->len = span.len;
	return at->text != NULL;
}

static bool decode_const(struct oac_decoder *d, const char *json, bool *shadow)
{
	struct oac_span span;

	if (!oac_reader_skip(&d->r, &span))
		return false;
	if (oac_decode_text_is(d, &span, json))
		return true;
	*shadow = true;
	return d->strict ? oac_decode_fail(d, "value is not the constant that the type has here") : true;
}

/* ---- lists and maps ---- */

/* Items gathered in the scratch; the list moves to the result when it is whole. */
struct gather {
	struct oac_scratch_mark mark;
	char *items;
	size_t count;
	size_t room;
	size_t size; /* of one */
};

static void *gather_next(struct oac_decoder *d, struct gather *g)
{
	void *item;

	if (g->count == g->room) {
		size_t room = g->room ? g->room * 2 : 8;

		g->items = oac_scratch_grow(&d->scratch, g->items, g->room * g->size, room * g->size);
		if (g->items == NULL) {
			oac_decode_no_memory(d);
			return NULL;
		}
		g->room = room;
	}
	item = g->items + g->count++ * g->size;
	memset(item, 0, g->size);
	return item;
}

static const void *gather_keep(struct oac_decoder *d, struct gather *g)
{
	void *items;

	if (g->count == 0)
		return &nothing;
	items = oac_arena_alloc(d->arena, g->count * g->size);
	if (items == NULL)
		oac_decode_no_memory(d);
	else
		memcpy(items, g->items, g->count * g->size);
	return items;
}

/* null in a list or a map: an item that is absent, where the C type can say so. */
static bool decode_null_item(struct oac_decoder *d, uint8_t kind, const void *type, void *at)
{
	if (kind == OAC_KIND_BOOL || kind == OAC_KIND_INT64 || kind == OAC_KIND_DOUBLE)
		return oac_decode_wrong_kind(d, kind == OAC_KIND_BOOL ? "a boolean" : "a number");
	if (!oac_reader_literal(&d->r, "null", 4))
		return false;
	if (kind == OAC_KIND_OBJECT) {
		const struct oac_object *object = type;
		struct oac_json *more = (struct oac_json *)(void *)((char *)at + object->more);

		more->text = "null";
		more->len = 4;
	}
	return true;
}

static bool decode_item(struct oac_decoder *d, const struct oac_shape *shape, void *at, bool *shadow)
{
	if (oac_reader_peek(&d->r) == 'n' && shape->kind != OAC_KIND_JSON)
		return decode_null_item(d, shape->kind, shape->type, at);
	return oac_decode_value(d, shape->kind, shape->type, at, shadow);
}

struct any_list {
	size_t count;
	const void *items;
};

static bool decode_list(struct oac_decoder *d, const struct oac_list *type, struct any_list *at, bool *shadow)
{
	struct gather g = { oac_scratch_mark(&d->scratch), NULL, 0, 0, type->item.size };
	bool more;
	bool empty;
	bool ok = true;

	if (oac_reader_peek(&d->r) != '[')
		return oac_decode_wrong_kind(d, "an array");
	if (!oac_reader_open(&d->r, ']', &empty))
		return false;
	for (more = !empty; ok && more;) {
		void *item = gather_next(d, &g);

		ok = item != NULL;
		if (ok && !decode_item(d, &type->item, item, shadow)) {
			oac_path_index(&d->path, g.count - 1);
			ok = false;
		}
		ok = ok && oac_reader_next(&d->r, ']', &more);
	}
	if (ok) {
		at->items = gather_keep(d, &g);
		at->count = at->items ? g.count : 0;
		ok = at->items != NULL;
	}
	oac_scratch_release(&d->scratch, g.mark);
	return ok;
}

static bool decode_map(struct oac_decoder *d, const struct oac_map *type, struct any_list *at, bool *shadow)
{
	struct gather g = { oac_scratch_mark(&d->scratch), NULL, 0, 0, type->entry_size };
	struct oac_token name;
	bool more;
	bool empty;
	bool ok = true;

	if (oac_reader_peek(&d->r) != '{')
		return oac_decode_wrong_kind(d, "an object");
	if (!oac_reader_open(&d->r, '}', &empty))
		return false;
	for (more = !empty; ok && more;) {
		char *entry = gather_next(d, &g);

		ok = entry != NULL && oac_reader_name(&d->r, &name);
		if (ok) {
			*(const char **)(void *)entry = keep_token(d, &name);
			ok = *(const char **)(void *)entry != NULL;
		}
		if (ok && !decode_item(d, &type->value, entry + type->value_offset, shadow)) {
			oac_path_name(&d->path, name.text, name.len);
			ok = false;
		}
		ok = ok && oac_reader_next(&d->r, '}', &more);
	}
	if (ok) {
		at->items = gather_keep(d, &g);
		at->count = at->items ? g.count : 0;
		ok = at->items != NULL;
	}
	oac_scratch_release(&d->scratch, g.mark);
	return ok;
}

/* ---- any value ---- */

static void *decode_pointee(struct oac_decoder *d, size_t size, void *at)
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

bool oac_decode_value(struct oac_decoder *d, uint8_t kind, const void *type, void *at, bool *shadow)
{
	void *target;

	switch (kind) {
	case OAC_KIND_STRING:
		return decode_string(d, at);
	case OAC_KIND_BOOL:
		return decode_bool(d, at);
	case OAC_KIND_INT64:
		return decode_int64(d, at);
	case OAC_KIND_DOUBLE:
		return decode_double(d, at, shadow);
	case OAC_KIND_OPT_BOOL:
		((struct oac_opt_bool *)at)->set = true;
		return decode_bool(d, &((struct oac_opt_bool *)at)->value);
	case OAC_KIND_OPT_INT64:
		((struct oac_opt_int64 *)at)->set = true;
		return decode_int64(d, &((struct oac_opt_int64 *)at)->value);
	case OAC_KIND_OPT_DOUBLE:
		((struct oac_opt_double *)at)->set = true;
		return decode_double(d, &((struct oac_opt_double *)at)->value, shadow);
	case OAC_KIND_ENUM:
		return decode_enum(d, type, at, shadow);
	case OAC_KIND_OBJECT:
		return oac_decode_object(d, type, at);
	case OAC_KIND_POINTER:
		if (oac_reader_peek(&d->r) != '{')
			return oac_decode_wrong_kind(d, "an object");
		target = decode_pointee(d, ((const struct oac_object *)type)->size, at);
		return target != NULL && oac_decode_object(d, type, target);
	case OAC_KIND_UNION:
		return oac_decode_union(d, type, at, shadow);
	case OAC_KIND_UNION_POINTER:
		target = decode_pointee(d, ((const struct oac_union *)type)->size, at);
		return target != NULL && oac_decode_union(d, type, target, shadow);
	case OAC_KIND_LIST:
		return decode_list(d, type, at, shadow);
	case OAC_KIND_MAP:
		return decode_map(d, type, at, shadow);
	case OAC_KIND_JSON:
		return oac_decode_json(d, at);
	case OAC_KIND_CONST:
		return decode_const(d, type, shadow);
	case OAC_KIND_FILE:
	case OAC_KIND_BODY:
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
			oac_error_set(err, OAC_E_TYPE, "%s%sexpected %s, got %s", pointer, colon, problem, d->got);
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

enum oac_status oac_decode_into(struct oac_arena *arena, const struct oac_shape *shape,
	const char *text, size_t len, unsigned flags, void **out, struct oac_error *err)
{
	struct oac_decoder d;
	bool shadow = false;
	void *value;

	*out = NULL;
	oac_error_clear(err);
	oac_reader_init(&d.r, text, len);
	oac_path_init(&d.path);
	oac_scratch_init(&d.scratch);
	d.arena = arena;
	d.strict = (flags & OAC_STRICT) != 0;
	d.got = NULL;
	d.wasted = 0;

	value = oac_arena_alloc(arena, shape->size);
	if (value == NULL) {
		oac_decode_no_memory(&d);
	} else {
		memset(value, 0, shape->size);
		if (oac_reader_peek(&d.r) == '\0')
			oac_reader_fail(&d.r, OAC_E_JSON, len == 0 ? "the text is empty" : "the text holds no value");
		else if (oac_decode_value(&d, shape->kind, shape->type, value, &shadow))
			oac_reader_finish(&d.r);
	}
	oac_scratch_clear(&d.scratch);
	if (d.r.status != OAC_OK)
		return report(&d, err);
	*out = value;
	return OAC_OK;
}

enum oac_status oac_decode(const struct oac_shape *shape, const char *text, size_t len,
	unsigned flags, void **out, struct oac_error *err)
{
	struct oac_arena arena;
	enum oac_status status;

	*out = NULL;
	/* Structs and strings take about as much again as the text; more comes in doubling blocks. */
	if (!oac_arena_init(&arena, shape->size + len + len / 4))
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	status = oac_decode_into(&arena, shape, text, len, flags, out, err);
	if (status != OAC_OK)
		oac_arena_clear(&arena);
	return status;
}

void oac_free(void *value)
{
	oac_arena_free(value);
}
