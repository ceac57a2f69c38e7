#include "oac_decode_extras.h"
#include "oac_decoder.h"

#include "oac_text.h"

#include <stdint.h>
#include <string.h>

size_t oac_value_size(uint8_t kind, const void *type)
{
	switch (kind) {
	case OAC_KIND_STRING:
	case OAC_KIND_POINTER:
	case OAC_KIND_UNION_POINTER:
		return sizeof(const void *);
	case OAC_KIND_BOOL:
		return sizeof(bool);
	case OAC_KIND_INT64:
	case OAC_KIND_UINT64:
		return sizeof(int64_t);
	case OAC_KIND_DOUBLE:
		return sizeof(double);
	case OAC_KIND_OPT_BOOL:
		return sizeof(struct oac_opt_bool);
	case OAC_KIND_OPT_INT64:
	case OAC_KIND_OPT_UINT64:
		return sizeof(struct oac_opt_int64);
	case OAC_KIND_OPT_DOUBLE:
		return sizeof(struct oac_opt_double);
	case OAC_KIND_ENUM:
		return sizeof(int);
	case OAC_KIND_OBJECT:
		return ((const struct oac_object *)type)->size;
	case OAC_KIND_UNION:
		return ((const struct oac_union *)type)->size;
	case OAC_KIND_LIST:
	case OAC_KIND_MAP:
		return sizeof(struct oac_json_list);
	case OAC_KIND_JSON:
		return sizeof(struct oac_json);
	default:
		return 0;
	}
}

/* The first of the fields up to end whose key, which ends in a colon, the text goes on with. */
static inline const struct oac_field *match_key(
	const struct oac_reader *r, const struct oac_field *field, const struct oac_field *end)
{
	size_t left = (size_t)(r->end - r->p);
	uint32_t head;
	uint32_t other;

	memcpy(&head, r->p, sizeof(head));
	for (; field < end; field++) {
		memcpy(&other, field->key, sizeof(other)); /* no key is shorter, its NUL included */
		if (head == other && left >= field->key_len &&
			oac_text_same(r->p, field->key, field->key_len) &&
			(field->flags & OAC_IN_MASK) == 0) /* a parameter may have the same name */
			return field;
	}
	return NULL;
}

bool oac_decode_name(struct oac_decoder *d, struct oac_reader *r, const struct oac_object *type,
	const struct oac_field *guess, struct oac_token *name, const struct oac_field **found)
{
	const struct oac_field *end = type->fields + type->count;
	const struct oac_field *field;

	if (oac_reader_peek(r) == '"' && r->end - r->p >= 4) {
		field = match_key(r, guess, end);
		if (field == NULL)
			field = match_key(r, type->fields, guess);
		if (field != NULL) {
			r->p += field->key_len;
			*found = field;
			return true;
		}
	}
	/* No member of the type, or with escapes, or with white space before the colon. */
	*found = NULL;
	if (!oac_reader_name(r, name))
		return false;
	for (field = type->fields; field < end && *found == NULL; field++) {
		if ((field->flags & OAC_IN_MASK) == 0 &&
			oac_decode_token_is(d, name, field->key + 1, field->key_len - 3u))
			*found = field;
	}
	return true;
}

static bool decode_inner(
	struct oac_decoder *d, const struct oac_object *type, void *at, bool *shadow)
{
	if (!oac_decode_value(d, OAC_KIND_OBJECT, type, at, shadow))
		return false;
	/* A struct inside that was there, but has nothing but zeros, must not look absent. */
	if (oac_is_zero(OAC_KIND_OBJECT, type, at)) {
		struct oac_json *more = (struct oac_json *)(void *)((char *)at + type->more);

		more->text = "{}";
		more->len = 2;
	}
	return true;
}

/* first: the byte that the value begins with, where the reader stands. */
static inline bool decode_member(
	struct oac_decoder *d, const struct oac_field *field, char *base, char first, bool *shadow)
{
	if (first == '"' && field->kind == OAC_KIND_STRING)
		return oac_decode_quoted(d, (const char **)(void *)(base + field->offset));
	if (first == 'n' && field->kind != OAC_KIND_JSON) {
		*shadow = true;
		if (d->strict && !(field->flags & OAC_NULLABLE))
			return oac_decode_fail(d, "null is not allowed here");
		return oac_reader_literal(&d->r, "null", 4);
	}
	if (field->kind == OAC_KIND_OBJECT)
		return decode_inner(d, field->type, base + field->offset, shadow);
	return oac_decode_value(d, field->kind, field->type, base + field->offset, shadow);
}

bool oac_decode_member(
	struct oac_decoder *d, const struct oac_field *field, char *base, bool *shadow)
{
	return decode_member(d, field, base, oac_reader_peek(&d->r), shadow);
}

/* Notes that a field was there; whether it was before. */
static inline bool note_seen(struct oac_seen *seen, uint32_t i)
{
	uint64_t bit = (uint64_t)1 << i % 64;
	bool again;

	if (i >= OAC_SEEN_MAX)
		return false;
	again = (seen->words[i / 64] & bit) != 0;
	seen->words[i / 64] |= bit;
	return again;
}

/* A member stands twice: the last one counts, and nothing of the first may show through. */
static bool forget_member(struct oac_decoder *d, struct oac_extras *extras,
	const struct oac_field *field, char *base)
{
	if (d->strict)
		return oac_decode_fail(d, "the member stands twice");
	memset(base + field->offset, 0, oac_value_size(field->kind, field->type));
	oac_extras_forget(extras, field);
	return true;
}

/* A member that the type does not have. */
static bool decode_extra(struct oac_decoder *d, const struct oac_object *type,
	struct oac_extras *extras, const struct oac_token *name)
{
	const char *value = d->r.p;

	if (d->strict && type->flags & OAC_CLOSED) {
		oac_path_name(&d->path, name->text, name->len);
		return oac_decode_fail(d, "the type has no such member");
	}
	return oac_reader_skip(&d->r, NULL) && oac_extras_add(d, extras, name, value, d->r.p);
}

static bool wrong_member(struct oac_decoder *d, const struct oac_field *field)
{
	oac_path_name(&d->path, field->key + 1, field->key_len - 3u);
	return false;
}

/* *sparse: a required member is missing of which the struct does not say so. */
static bool check_required(struct oac_decoder *d, const struct oac_object *type,
	const struct oac_seen *seen, bool *sparse)
{
	uint32_t i;

	for (i = 0; i < type->count && i < OAC_SEEN_MAX; i++) {
		const struct oac_field *field = &type->fields[i];

		if ((field->flags & (OAC_REQUIRED | OAC_IN_MASK)) != OAC_REQUIRED ||
			oac_seen_has(seen, i))
			continue;
		if (d->strict) {
			oac_decode_fail(d, "the required member is missing");
			return wrong_member(d, field);
		}
		*sparse |= oac_extras_is_plain(field->kind);
	}
	return true;
}

bool oac_decode_object(struct oac_decoder *d, const struct oac_object *type, char *base)
{
	struct oac_scratch_mark mark = oac_scratch_mark(&d->scratch);
	struct oac_extras extras = { NULL, NULL, 0 };
	struct oac_seen seen = { { 0 } };
	const struct oac_field *guess = type->fields;
	uint32_t found = 0;
	bool sparse = d->untagged;
	bool more;
	bool empty;

	d->untagged = false;
	if (oac_reader_peek(&d->r) != '{')
		return oac_decode_wrong_kind(d, "an object");
	if (!oac_reader_open(&d->r, '}', &empty))
		return false;
	for (more = !empty; more;) {
		const struct oac_field *field;
		struct oac_token name;
		const char *value;
		bool shadow = false;
		char first;

		if (!oac_decode_name(d, &d->r, type, guess, &name, &field))
			return false;
		first = oac_reader_peek(&d->r);
		value = d->r.p;
		if (field == NULL) {
			if (!decode_extra(d, type, &extras, &name))
				return false;
		} else {
			guess = field + 1;
			if (!note_seen(&seen, (uint32_t)(field - type->fields)))
				found++;
			else if (!forget_member(d, &extras, field, base))
				return wrong_member(d, field);
			if (!decode_member(d, field, base, first, &shadow))
				return wrong_member(d, field);
			if (shadow && !oac_extras_add_field(d, &extras, field, value, d->r.p))
				return false;
		}
		if (!oac_reader_next(&d->r, '}', &more))
			return false;
	}
	if (found < type->count && !check_required(d, type, &seen, &sparse))
		return false;
	if ((extras.first != NULL || sparse) &&
		!oac_extras_keep(d, &extras, type, &seen, sparse, base))
		return false;
	oac_scratch_release(&d->scratch, mark);
	return true;
}

bool oac_decode_pointer(struct oac_decoder *d, const struct oac_object *type, void *at)
{
	char *base;

	if (oac_reader_peek(&d->r) != '{')
		return oac_decode_wrong_kind(d, "an object");
	base = oac_decode_pointee(d, type->size, at);
	return base != NULL && oac_decode_object(d, type, base);
}
