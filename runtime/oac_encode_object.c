/*
 * Encoding objects, with what their oac_more holds, and unions.
 */
#include "oac_encoder.h"

#include "oac_text.h"

#include <stdint.h>
#include <string.h>

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

static bool is_plain(uint8_t kind)
{
	return kind == OAC_KIND_BOOL || kind == OAC_KIND_INT64 || kind == OAC_KIND_DOUBLE ||
	       kind == OAC_KIND_UINT64;
}

/* ---- oac_more ---- */

static bool read_extras(struct oac_encoder *e, const struct oac_json *more, struct extras *extras)
{
	struct extra **end = &extras->first;
	struct oac_reader r;
	bool empty;
	bool next;

	oac_reader_init(&r, more->text, more->len);
	extras->sparse = more->len > 0 && more->text[0] == '\r';
	if (oac_reader_peek(&r) != '{' || !oac_reader_open(&r, '}', &empty))
		return oac_encode_fail(e, OAC_E_ARGUMENT, "oac_more is not a JSON object");
	for (next = !empty; next;) {
		struct extra *extra = oac_scratch_alloc(&e->scratch, sizeof(*extra));
		struct oac_token name;

		if (extra == NULL)
			return oac_encode_fail(e, OAC_E_NOMEM, "out of memory");
		if (!oac_reader_name(&r, &name) || !oac_reader_skip(&r, &extra->value) ||
			!oac_reader_next(&r, '}', &next))
			return oac_encode_fail(e, OAC_E_ARGUMENT, "oac_more is not a JSON object");
		extra->name.text = name.text - 1;
		extra->name.len = name.len + 2;
		extras->lengths |= (uint64_t)1 << extra->name.len % 64;
		extra->used = false;
		extra->next = NULL;
		*end = extra;
		end = &extra->next;
	}
	return oac_reader_finish(&r) ||
	       oac_encode_fail(e, OAC_E_ARGUMENT, "oac_more is not a JSON object");
}

static inline bool may_have(const struct extras *extras, size_t key_len)
{
	return (extras->lengths >> (key_len - 1) % 64 & 1) != 0;
}

/* The last member of that name, as readers of JSON do; all of that name count as used. */
static const struct oac_span *find_extra(struct extras *extras, const char *key, size_t key_len)
{
	const struct oac_span *found = NULL;
	struct extra *extra;

	for (extra = extras->first; extra != NULL; extra = extra->next) {
		if (extra->name.len + 1 == key_len &&
			oac_text_same(extra->name.text, key, extra->name.len)) {
			extra->used = true;
			found = &extra->value;
		}
	}
	return found;
}

/* ---- objects and unions ---- */

static inline void add_member(struct oac_encoder *e, bool *first, const char *key, size_t key_len)
{
	char *at = oac_buffer_reserve(e->out, key_len + 1);

	if (at == NULL)
		return;
	if (!*first) {
		*at++ = ',';
		e->out->len++;
	}
	*first = false;
	oac_text_copy(at, key, key_len);
	at[key_len] = '\0';
	e->out->len += key_len;
}

static void add_span(struct oac_encoder *e, bool *first, const char *key, size_t key_len,
	const char *text, size_t len)
{
	add_member(e, first, key, key_len);
	oac_buffer_add(e->out, text, len);
}

static bool encode_member(struct oac_encoder *e, const struct oac_field *field, const char *base,
	struct extras *extras, bool *first, const struct oac_encode_tag *tag)
{
	const void *at = base ? base + field->offset : NULL;
	const struct oac_span *extra = may_have(extras, field->key_len)
		? find_extra(extras, field->key, field->key_len)
		: NULL;
	bool required = (field->flags & OAC_REQUIRED) != 0;
	bool zero;

	if (field->kind == OAC_KIND_STRING && at != NULL && *(const char *const *)at != NULL) {
		add_member(e, first, field->key, field->key_len);
		return oac_encode_text(e, *(const char *const *)at);
	}
	zero = at == NULL || oac_is_zero(field->kind, field->type, at);

	if (zero && extra != NULL) {
		add_span(e, first, field->key, field->key_len, extra->text, extra->len);
		return true;
	}
	if (field->kind == OAC_KIND_CONST) {
		if (!extras->sparse)
			add_span(e, first, field->key, field->key_len, field->type,
				strlen(field->type));
		return true;
	}
	if (zero && tag != NULL && !extras->sparse && field->key_len == tag->key_len &&
		memcmp(field->key, tag->key, tag->key_len) == 0) {
		add_span(e, first, field->key, field->key_len, tag->json, strlen(tag->json));
		return true;
	}
	if (zero && at != NULL && field->kind == OAC_KIND_UNION && oac_is_filled(field->type, at))
		return oac_encode_fail(
			e, OAC_E_ARGUMENT, "the union is filled, but its kind is not set");
	if (zero && at != NULL && (field->kind == OAC_KIND_LIST || field->kind == OAC_KIND_MAP) &&
		((const struct oac_any_list *)at)->count > 0)
		return oac_encode_fail(
			e, OAC_E_ARGUMENT, "the list has a count, but its items are NULL");
	if (zero && is_plain(field->kind) && at != NULL) {
		if (extras->sparse)
			return true;
	} else if (zero && required && e->strict &&
		   (field->kind != OAC_KIND_OBJECT || at == NULL)) {
		return oac_encode_fail(e, OAC_E_ARGUMENT, "the required member is missing");
	} else if (zero && !(required && e->strict)) {
		return true;
	}
	if (at == NULL)
		return !required ||
		       oac_encode_fail(e, OAC_E_ARGUMENT, "the required member is missing");
	if (e->skip_files && oac_is_file(field->kind, field->type))
		return true;
	add_member(e, first, field->key, field->key_len);
	return oac_encode_value(e, field->kind, field->type, at, extra);
}

bool oac_encode_object(struct oac_encoder *e, const struct oac_object *type, const char *base,
	const struct oac_encode_tag *tag)
{
	const struct oac_json *more =
		base ? (const struct oac_json *)(const void *)(base + type->more) : NULL;
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
	if (!oac_encode_enter(e, '{'))
		return false;
	for (i = 0; i < type->count; i++) {
		const struct oac_field *field = &type->fields[i];

		if ((field->flags & OAC_IN_MASK) != 0)
			continue;
		if (!tagged)
			tagged = field->key_len == tag->key_len &&
				 memcmp(field->key, tag->key, tag->key_len) == 0;
		if (!encode_member(e, field, base, &extras, &first, tag)) {
			oac_path_name(&e->path, field->key + 1, field->key_len - 3u);
			return false;
		}
	}
	if (!tagged) {
		const struct oac_span *span = find_extra(&extras, tag->key, tag->key_len);

		if (span != NULL || !extras.sparse)
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
	oac_encode_leave(e, '}');
	oac_scratch_release(&e->scratch, mark);
	return true;
}

bool oac_encode_union(struct oac_encoder *e, const struct oac_union *type, const char *base,
	const struct oac_span *shadow)
{
	int kind = oac_enum_at(base);
	const struct oac_variant *variant;
	const void *at;
	struct oac_encode_tag tag;

	if (kind == OAC_UNSET)
		return oac_encode_fail(e, OAC_E_ARGUMENT, "the kind of the union is not set");
	if (kind == OAC_UNKNOWN) {
		const struct oac_json *json =
			(const struct oac_json *)(const void *)(base + type->json);

		if (json->text == NULL)
			return oac_encode_fail(e, OAC_E_ARGUMENT,
				"the union is of unknown kind, and as.json is not set");
		return oac_encode_json(e, json);
	}
	if (kind < 0 || (unsigned)kind - 2 >= type->count || type->variants[kind - 2].alias_of != 0)
		return oac_encode_fail(e, OAC_E_ARGUMENT, "the union has no such kind");
	variant = &type->variants[kind - 2];
	at = base + variant->offset;
	tag.key = type->discriminator;
	tag.key_len = type->discriminator_len;
	tag.json = variant->tag;
	if (variant->kind == OAC_KIND_POINTER)
		return oac_encode_object(
			e, variant->type, *(const char *const *)at, variant->tag ? &tag : NULL);
	if (oac_is_unset(variant->kind, at) && variant->kind != OAC_KIND_CONST)
		return oac_encode_fail(e, OAC_E_ARGUMENT, "the value of the union is not set");
	return oac_encode_value(e, variant->kind, variant->type, at, shadow);
}
