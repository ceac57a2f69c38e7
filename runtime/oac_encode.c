/*
 * Encoding: one walk over the value, straight into one buffer.
 *
 * shadow is the text that oac_more holds for the place being written, or NULL: an
 * enum value that the type does not know, an exact number, is taken from it.
 */
#include "oac_codec.h"

#include "oac_buffer.h"
#include "oac_error_set.h"
#include "oac_memory.h"
#include "oac_path.h"
#include "oac_reader.h"
#include "oac_scratch.h"
#include "oac_text.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

enum {
	CALLS_MAX = 4 * OAC_MAX_DEPTH,
};

struct encoder {
	struct oac_buffer *out;
	struct oac_scratch scratch;
	struct oac_path path;
	enum oac_status status;
	const char *problem;
	unsigned depth; /* of brackets, as the reader counts it */
	unsigned calls; /* of encode_value in one another: a union adds one but no bracket */
	bool strict;
	bool skip_files;
};

/* A member of oac_more. */
struct extra {
	struct extra *next;
	struct oac_span name; /* with its quotes */
	struct oac_span value;
	bool used;
};

struct extras {
	struct extra *first;
	uint64_t lengths; /* a bit for each length of a name, modulo 64: most keys need no search */
	bool sparse;
};

static bool encode_value(struct encoder *e, uint8_t kind, const void *type, const void *at,
	const struct oac_span *shadow);

static bool fail(struct encoder *e, enum oac_status status, const char *problem)
{
	if (e->status == OAC_OK) {
		e->status = status;
		e->problem = problem;
	}
	return false;
}

static bool enter(struct encoder *e, char bracket)
{
	if (e->depth >= OAC_MAX_DEPTH)
		return fail(e, OAC_E_LIMIT, "nested too deeply");
	e->depth++;
	oac_buffer_add_char(e->out, bracket);
	return true;
}

static void leave(struct encoder *e, char bracket)
{
	e->depth--;
	oac_buffer_add_char(e->out, bracket);
}

/* ---- strings ---- */

static void add_escape(struct oac_buffer *out, unsigned char c)
{
	static const char hex[] = "0123456789abcdef";
	/* By the character: what stands behind the backslash, 0 when it is \u00xx. */
	static const char names[] = { ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r',
		['"'] = '"', ['\\'] = '\\' };
	char text[6] = { '\\', 'u', '0', '0', hex[c >> 4], hex[c & 15] };

	if (names[c] == '\0') {
		oac_buffer_add(out, text, sizeof(text));
	} else {
		oac_buffer_add_char(out, '\\');
		oac_buffer_add_char(out, names[c]);
	}
}

/* Text that needs no escapes, between quotes. */
static inline void add_quoted(struct oac_buffer *out, const char *text, size_t len)
{
	char *at = oac_buffer_reserve(out, len + 2);

	if (at == NULL)
		return;
	*at++ = '"';
	memcpy(at, text, len);
	at[len] = '"';
	at[len + 1] = '\0';
	out->len += len + 2;
}

static bool encode_text(struct encoder *e, const char *text)
{
	const char *end = text + strlen(text);
	const char *stop = oac_text_plain(text, end);
	struct oac_buffer *out = e->out;

	if (stop == end) {
		add_quoted(out, text, (size_t)(end - text));
		return true;
	}
	oac_buffer_add_char(out, '"');
	for (; text < end; stop = oac_text_plain(text, end)) {
		const char *run = text;
		size_t len;

		while (stop < end && (unsigned char)*stop >= 0x80) {
			len = oac_text_utf8(stop, end);
			if (len == 0)
				return fail(e, OAC_E_ARGUMENT, "the string is not valid UTF-8");
			stop = oac_text_plain(stop + len, end);
		}
		oac_buffer_add(out, run, (size_t)(stop - run));
		text = stop;
		if (text < end)
			add_escape(out, (unsigned char)*text++);
	}
	oac_buffer_add_char(out, '"');
	return true;
}

/* ---- scalars ---- */

static bool encode_double(struct encoder *e, double value, const struct oac_span *shadow)
{
	struct oac_number number;

	if (!isfinite(value))
		return fail(e, OAC_E_ARGUMENT, "the number is not finite");
	if (shadow != NULL) {
		oac_number_read(shadow->text, shadow->text + shadow->len, &number);
		if (number.form != OAC_NUMBER_BAD && number.len == shadow->len && number.value == value) {
			oac_buffer_add(e->out, shadow->text, shadow->len);
			return true;
		}
	}
	oac_buffer_add_double(e->out, value);
	return true;
}

static bool encode_bool(struct encoder *e, bool value)
{
	oac_buffer_add_text(e->out, value ? "true" : "false");
	return true;
}

static bool encode_int64(struct encoder *e, int64_t value)
{
	oac_buffer_add_int(e->out, value);
	return true;
}

static bool encode_enum(struct encoder *e, const struct oac_enum *type, int value, const struct oac_span *shadow)
{
	const char *text;

	if (value == OAC_UNKNOWN && shadow != NULL) {
		oac_buffer_add(e->out, shadow->text, shadow->len);
		return true;
	}
	if (value == OAC_UNKNOWN)
		return fail(e, OAC_E_ARGUMENT, "the enum is unknown, and oac_more holds no text for it");
	if (value < 2 || (unsigned)value - 2 >= type->count)
		return fail(e, OAC_E_ARGUMENT, "the enum has no such value");
	text = type->values[value - 2];
	if (type->json)
		oac_buffer_add_text(e->out, text);
	else
		add_quoted(e->out, text, strlen(text));
	return true;
}

/* The caller's text is checked: a broken piece would break the whole body. */
static bool encode_json(struct encoder *e, const struct oac_json *json)
{
	struct oac_reader r;
	struct oac_span span;

	oac_reader_init(&r, json->text, json->len);
	if (!oac_reader_skip(&r, &span) || !oac_reader_finish(&r))
		return fail(e, r.status == OAC_E_LIMIT ? OAC_E_LIMIT : OAC_E_ARGUMENT, "the text is not JSON");
	oac_buffer_add(e->out, span.text, span.len); /* without a byte order mark */
	return true;
}

/* ---- what is absent ---- */

struct any_list {
	size_t count;
	const char *items;
};

static int read_enum(const void *at)
{
	int value;

	memcpy(&value, at, sizeof(value));
	return value;
}

static bool object_is_zero(const struct oac_object *type, const char *base)
{
	const struct oac_json *more = (const struct oac_json *)(const void *)(base + type->more);
	uint32_t i;

	if (more->text != NULL)
		return false;
	for (i = 0; i < type->count; i++) {
		const struct oac_field *field = &type->fields[i];

		if (!oac_is_zero(field->kind, field->type, base + field->offset))
			return false;
	}
	return true;
}

bool oac_is_zero(uint8_t kind, const void *type, const void *value)
{
	switch (kind) {
	case OAC_KIND_STRING:
	case OAC_KIND_POINTER:
	case OAC_KIND_UNION_POINTER:
		return *(const void *const *)value == NULL;
	case OAC_KIND_BOOL:
		return !*(const bool *)value;
	case OAC_KIND_INT64:
		return *(const int64_t *)value == 0;
	case OAC_KIND_DOUBLE:
		return *(const double *)value == 0 && !signbit(*(const double *)value);
	case OAC_KIND_OPT_BOOL:
		return !((const struct oac_opt_bool *)value)->set;
	case OAC_KIND_OPT_INT64:
		return !((const struct oac_opt_int64 *)value)->set;
	case OAC_KIND_OPT_DOUBLE:
		return !((const struct oac_opt_double *)value)->set;
	case OAC_KIND_ENUM:
	case OAC_KIND_UNION:
		return read_enum(value) == OAC_UNSET;
	case OAC_KIND_OBJECT:
		return object_is_zero(type, value);
	case OAC_KIND_LIST:
	case OAC_KIND_MAP:
		return ((const struct any_list *)value)->items == NULL;
	case OAC_KIND_JSON:
		return ((const struct oac_json *)value)->text == NULL;
	case OAC_KIND_FILE:
		return ((const struct oac_file *)value)->data == NULL &&
			((const struct oac_file *)value)->path == NULL &&
			((const struct oac_file *)value)->source == NULL;
	case OAC_KIND_BODY:
		return ((const struct oac_body *)value)->data == NULL &&
			((const struct oac_body *)value)->path == NULL &&
			((const struct oac_body *)value)->source == NULL;
	default:
		return true;
	}
}

bool oac_is_file(uint8_t kind, const void *type)
{
	return kind == OAC_KIND_FILE ||
		(kind == OAC_KIND_LIST && ((const struct oac_list *)type)->item.kind == OAC_KIND_FILE);
}

static bool is_plain(uint8_t kind)
{
	return kind == OAC_KIND_BOOL || kind == OAC_KIND_INT64 || kind == OAC_KIND_DOUBLE;
}

bool oac_is_unset(uint8_t kind, const void *value)
{
	return !is_plain(kind) && kind != OAC_KIND_OBJECT && oac_is_zero(kind, NULL, value);
}

static bool union_is_filled(const struct oac_union *type, const char *base)
{
	size_t i;

	for (i = type->json; i < type->size; i++) {
		if (base[i] != 0)
			return true;
	}
	return false;
}

/* ---- oac_more ---- */

static bool read_extras(struct encoder *e, const struct oac_json *more, struct extras *extras)
{
	struct extra **end = &extras->first;
	struct oac_reader r;
	bool empty;
	bool next;

	oac_reader_init(&r, more->text, more->len);
	extras->sparse = more->len > 0 && more->text[0] == '\r';
	if (oac_reader_peek(&r) != '{' || !oac_reader_open(&r, '}', &empty))
		return fail(e, OAC_E_ARGUMENT, "oac_more is not a JSON object");
	for (next = !empty; next;) {
		struct extra *extra = oac_scratch_alloc(&e->scratch, sizeof(*extra));
		struct oac_token name;

		if (extra == NULL)
			return fail(e, OAC_E_NOMEM, "out of memory");
		if (!oac_reader_name(&r, &name) || !oac_reader_skip(&r, &extra->value) ||
			!oac_reader_next(&r, '}', &next))
			return fail(e, OAC_E_ARGUMENT, "oac_more is not a JSON object");
		extra->name.text = name.text - 1;
		extra->name.len = name.len + 2;
		extras->lengths |= (uint64_t)1 << extra->name.len % 64;
		extra->used = false;
		extra->next = NULL;
		*end = extra;
		end = &extra->next;
	}
	return oac_reader_finish(&r) || fail(e, OAC_E_ARGUMENT, "oac_more is not a JSON object");
}

/* The last member of that name, as readers of JSON do; all of that name count as used. */
static const struct oac_span *find_extra(struct extras *extras, const char *key, size_t key_len)
{
	const struct oac_span *found = NULL;
	struct extra *extra;

	if ((extras->lengths >> (key_len - 1) % 64 & 1) == 0)
		return NULL;
	for (extra = extras->first; extra != NULL; extra = extra->next) {
		if (extra->name.len + 1 == key_len && oac_text_same(extra->name.text, key, extra->name.len)) {
			extra->used = true;
			found = &extra->value;
		}
	}
	return found;
}

/* ---- lists and maps ---- */

static bool encode_item(struct encoder *e, const struct oac_shape *shape, const void *at,
	const struct oac_span *shadow)
{
	if (oac_is_unset(shape->kind, at) && shape->kind != OAC_KIND_CONST &&
		!(shape->kind == OAC_KIND_UNION && union_is_filled(shape->type, at))) {
		/* in a request it was rather forgotten; who means null says so in oac_more */
		if (e->strict)
			return fail(e, OAC_E_ARGUMENT, "the item is not set");
		oac_buffer_add(e->out, "null", 4);
		return true;
	}
	return encode_value(e, shape->kind, shape->type, at, shadow);
}

static bool encode_list(struct encoder *e, const struct oac_list *type, const struct any_list *list,
	const struct oac_span *shadow)
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
	if (!enter(e, '['))
		return false;
	for (i = 0; i < list->count; i++) {
		bool had = in_step && oac_reader_skip(&r, &element);

		if (had && !oac_reader_next(&r, ']', &in_step))
			in_step = false;
		if (i > 0)
			oac_buffer_add_char(e->out, ',');
		if (!encode_item(e, &type->item, list->items + i * type->item.size, had ? &element : NULL)) {
			oac_path_index(&e->path, i);
			return false;
		}
	}
	leave(e, ']');
	return true;
}

static bool encode_map(struct encoder *e, const struct oac_map *type, const struct any_list *map,
	const struct oac_span *shadow)
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
	if (!enter(e, '{'))
		return false;
	for (i = 0; i < map->count; i++) {
		const char *entry = map->items + i * type->entry_size;
		const char *key = *(const char *const *)(const void *)entry;
		bool had = in_step && oac_reader_name(&r, &name) && oac_reader_skip(&r, &value);

		if (had && !oac_reader_next(&r, '}', &in_step))
			in_step = false;
		if (i > 0)
			oac_buffer_add_char(e->out, ',');
		if (key == NULL) {
			oac_path_index(&e->path, i);
			return fail(e, OAC_E_ARGUMENT, "the key of an entry is NULL");
		}
		if (!encode_text(e, key))
			return false;
		oac_buffer_add_char(e->out, ':');
		if (!encode_item(e, &type->value, entry + type->value_offset, had ? &value : NULL)) {
			oac_path_name(&e->path, key, strlen(key));
			return false;
		}
	}
	leave(e, '}');
	return true;
}

/* ---- objects and unions ---- */

/* The discriminator that the union around an object asks for. */
struct tag {
	const char *key;
	size_t key_len;
	const char *json;
};

static inline void add_member(struct encoder *e, bool *first, const char *key, size_t key_len)
{
	char *at = oac_buffer_reserve(e->out, key_len + 1);

	if (at == NULL)
		return;
	if (!*first) {
		*at++ = ',';
		e->out->len++;
	}
	*first = false;
	memcpy(at, key, key_len);
	at[key_len] = '\0';
	e->out->len += key_len;
}

static void add_span(struct encoder *e, bool *first, const char *key, size_t key_len, const char *text, size_t len)
{
	add_member(e, first, key, key_len);
	oac_buffer_add(e->out, text, len);
}

static bool encode_member(struct encoder *e, const struct oac_field *field, const char *base,
	struct extras *extras, bool *first, const struct tag *tag)
{
	const void *at = base ? base + field->offset : NULL;
	const struct oac_span *extra = find_extra(extras, field->key, field->key_len);
	bool zero = at == NULL || oac_is_zero(field->kind, field->type, at);
	bool required = (field->flags & OAC_REQUIRED) != 0;

	if (zero && extra != NULL) {
		add_span(e, first, field->key, field->key_len, extra->text, extra->len);
		return true;
	}
	if (field->kind == OAC_KIND_CONST) {
		if (!extras->sparse)
			add_span(e, first, field->key, field->key_len, field->type, strlen(field->type));
		return true;
	}
	if (zero && tag != NULL && field->key_len == tag->key_len &&
		memcmp(field->key, tag->key, tag->key_len) == 0) {
		add_span(e, first, field->key, field->key_len, tag->json, strlen(tag->json));
		return true;
	}
	if (zero && at != NULL && field->kind == OAC_KIND_UNION && union_is_filled(field->type, at))
		return fail(e, OAC_E_ARGUMENT, "the union is filled, but its kind is not set");
	if (zero && at != NULL && (field->kind == OAC_KIND_LIST || field->kind == OAC_KIND_MAP) &&
		((const struct any_list *)at)->count > 0)
		return fail(e, OAC_E_ARGUMENT, "the list has a count, but its items are NULL");
	if (zero && is_plain(field->kind) && at != NULL) {
		if (extras->sparse)
			return true;
	} else if (zero && required && e->strict && (field->kind != OAC_KIND_OBJECT || at == NULL)) {
		return fail(e, OAC_E_ARGUMENT, "the required member is missing");
	} else if (zero && !(required && e->strict)) {
		return true;
	}
	if (at == NULL)
		return !required || fail(e, OAC_E_ARGUMENT, "the required member is missing");
	if (e->skip_files && oac_is_file(field->kind, field->type))
		return true;
	add_member(e, first, field->key, field->key_len);
	return encode_value(e, field->kind, field->type, at, extra);
}

/* base NULL: an object of which nothing but its constants is said. */
static bool encode_object(struct encoder *e, const struct oac_object *type, const char *base, const struct tag *tag)
{
	const struct oac_json *more = base ? (const struct oac_json *)(const void *)(base + type->more) : NULL;
	struct oac_scratch_mark mark = oac_scratch_mark(&e->scratch);
	struct extras extras = { NULL, 0, false };
	const struct extra *extra;
	bool first = true;
	bool tagged = tag == NULL;
	uint32_t i;

	if (more != NULL && more->text != NULL) {
		if (more->len == 4 && memcmp(more->text, "null", 4) == 0) {
			oac_buffer_add(e->out, "null", 4);
			return true;
		}
		if (!read_extras(e, more, &extras)) {
			oac_path_name(&e->path, "oac_more", 8);
			return false;
		}
	}
	if (!enter(e, '{'))
		return false;
	for (i = 0; i < type->count; i++) {
		const struct oac_field *field = &type->fields[i];

		if ((field->flags & OAC_IN_MASK) != 0)
			continue;
		if (!tagged)
			tagged = field->key_len == tag->key_len && memcmp(field->key, tag->key, tag->key_len) == 0;
		if (!encode_member(e, field, base, &extras, &first, tag)) {
			oac_path_name(&e->path, field->key + 1, field->key_len - 3u);
			return false;
		}
	}
	if (!tagged) {
		const struct oac_span *span = find_extra(&extras, tag->key, tag->key_len);

		add_span(e, &first, tag->key, tag->key_len, span ? span->text : tag->json,
			span ? span->len : strlen(tag->json));
	}
	for (extra = extras.first; extra != NULL; extra = extra->next) {
		if (extra->used)
			continue;
		add_member(e, &first, extra->name.text, extra->name.len);
		oac_buffer_add_char(e->out, ':');
		oac_buffer_add(e->out, extra->value.text, extra->value.len);
	}
	leave(e, '}');
	oac_scratch_release(&e->scratch, mark);
	return true;
}

static bool encode_union(struct encoder *e, const struct oac_union *type, const char *base,
	const struct oac_span *shadow)
{
	int kind = read_enum(base);
	const struct oac_variant *variant;
	const void *at;
	struct tag tag;

	if (kind == OAC_UNSET)
		return fail(e, OAC_E_ARGUMENT, "the kind of the union is not set");
	if (kind == OAC_UNKNOWN) {
		const struct oac_json *json = (const struct oac_json *)(const void *)(base + type->json);

		if (json->text == NULL)
			return fail(e, OAC_E_ARGUMENT, "the union is of unknown kind, and as.json is not set");
		return encode_json(e, json);
	}
	if (kind < 0 || (unsigned)kind - 2 >= type->count || type->variants[kind - 2].alias_of != 0)
		return fail(e, OAC_E_ARGUMENT, "the union has no such kind");
	variant = &type->variants[kind - 2];
	at = base + variant->offset;
	tag.key = type->discriminator;
	tag.key_len = type->discriminator_len;
	tag.json = variant->tag;
	if (variant->kind == OAC_KIND_POINTER)
		return encode_object(e, variant->type, *(const char *const *)at, variant->tag ? &tag : NULL);
	if (oac_is_unset(variant->kind, at) && variant->kind != OAC_KIND_CONST)
		return fail(e, OAC_E_ARGUMENT, "the value of the union is not set");
	return encode_value(e, variant->kind, variant->type, at, shadow);
}

static bool encode_value(struct encoder *e, uint8_t kind, const void *type, const void *at,
	const struct oac_span *shadow)
{
	bool ok;

	if (e->calls >= CALLS_MAX)
		return fail(e, OAC_E_LIMIT, "nested too deeply");
	if (e->out->failed != OAC_BUFFER_FINE)
		return fail(e, e->out->failed == OAC_BUFFER_FULL ? OAC_E_LIMIT : OAC_E_NOMEM,
			e->out->failed == OAC_BUFFER_FULL ? "the text is too long" : "out of memory");
	e->calls++;
	switch (kind) {
	case OAC_KIND_STRING:
		ok = encode_text(e, *(const char *const *)at);
		break;
	case OAC_KIND_BOOL:
		ok = encode_bool(e, *(const bool *)at);
		break;
	case OAC_KIND_INT64:
		ok = encode_int64(e, *(const int64_t *)at);
		break;
	case OAC_KIND_DOUBLE:
		ok = encode_double(e, *(const double *)at, shadow);
		break;
	case OAC_KIND_OPT_BOOL:
		ok = encode_bool(e, ((const struct oac_opt_bool *)at)->value);
		break;
	case OAC_KIND_OPT_INT64:
		ok = encode_int64(e, ((const struct oac_opt_int64 *)at)->value);
		break;
	case OAC_KIND_OPT_DOUBLE:
		ok = encode_double(e, ((const struct oac_opt_double *)at)->value, shadow);
		break;
	case OAC_KIND_ENUM:
		ok = encode_enum(e, type, read_enum(at), shadow);
		break;
	case OAC_KIND_OBJECT:
		ok = encode_object(e, type, at, NULL);
		break;
	case OAC_KIND_POINTER:
		ok = encode_object(e, type, *(const char *const *)at, NULL);
		break;
	case OAC_KIND_UNION:
		ok = encode_union(e, type, at, shadow);
		break;
	case OAC_KIND_UNION_POINTER:
		ok = encode_union(e, type, *(const char *const *)at, shadow);
		break;
	case OAC_KIND_LIST:
		ok = encode_list(e, type, at, shadow);
		break;
	case OAC_KIND_MAP:
		ok = encode_map(e, type, at, shadow);
		break;
	case OAC_KIND_JSON:
		ok = encode_json(e, at);
		break;
	case OAC_KIND_CONST:
		oac_buffer_add_text(e->out, type);
		ok = true;
		break;
	case OAC_KIND_FILE:
	case OAC_KIND_BODY:
		ok = fail(e, OAC_E_ARGUMENT, "a file has no JSON form");
		break;
	default:
		ok = fail(e, OAC_E_ARGUMENT, "the table of the type is broken");
	}
	e->calls--;
	return ok;
}

enum oac_status oac_encode(const struct oac_shape *shape, const void *value, unsigned flags,
	struct oac_buffer *out, struct oac_error *err)
{
	struct encoder e;

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
	if (encode_value(&e, shape->kind, shape->type, value, NULL) && out->failed != OAC_BUFFER_FINE)
		fail(&e, out->failed == OAC_BUFFER_FULL ? OAC_E_LIMIT : OAC_E_NOMEM,
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

char *oac_encode_new(const struct oac_shape *shape, const void *value, size_t *len, struct oac_error *err)
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
