#include "oac_decoder.h"

#include "oac_text.h"

#include <stdint.h>
#include <string.h>

enum {
	SEEN_WORDS = 4, /* fields 0 to 255 are told apart; the generator makes no more */
};

/* A member that oac_more is to hold: its name with quotes, and its value. */
struct extra {
	struct extra *next;
	struct oac_span name;
	struct oac_span value;
};

/* Members for oac_more, as links in the scratch. */
struct extras {
	struct extra *first;
	struct extra *last;
	size_t len; /* of their text, commas included */
};

/* The name as the encoder will look for it, whatever escapes the text has in it. */
static struct oac_token canonical_name(const struct oac_field *field)
{
	struct oac_token name = { field->key + 1, field->key_len - 3u, false };

	return name;
}

static bool add_extra(struct oac_decoder *d, struct extras *extras, const struct oac_token *name,
	const char *value, const char *end)
{
	struct extra *extra = oac_scratch_alloc(&d->scratch, sizeof(*extra));

	if (extra == NULL)
		return oac_decode_no_memory(d);
	extra->next = NULL;
	extra->name.text = name->text - 1; /* with its quotes */
	extra->name.len = name->len + 2;
	extra->value.text = value;
	extra->value.len = (size_t)(end - value);
	if (extras->last != NULL)
		extras->last->next = extra;
	else
		extras->first = extra;
	extras->last = extra;
	extras->len += extra->name.len + extra->value.len + 2;
	return true;
}

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

/* A member stands twice: the last one counts, and nothing of the first may show through. */
static void forget_member(const struct oac_field *field, char *base, struct extras *extras)
{
	struct extra **link = &extras->first;

	memset(base + field->offset, 0, oac_value_size(field->kind, field->type));
	extras->last = NULL;
	while (*link != NULL) {
		struct extra *extra = *link;

		if (extra->name.text == field->key) {
			extras->len -= extra->name.len + extra->value.len + 2;
			*link = extra->next;
		} else {
			extras->last = extra;
			link = &extra->next;
		}
	}
}

/*
 * The text of oac_more. sparse: constants and plain members that are not in it
 * were absent; a carriage return in front says so (see oac_codec.h).
 */
static bool keep_extras(
	struct oac_decoder *d, const struct extras *extras, bool sparse, struct oac_json *more)
{
	const struct extra *extra;
	size_t len = extras->len + 2 - (extras->first != NULL) + sparse;
	char *text = oac_arena_text(d->arena, len + 1);
	char *p = text;

	if (text == NULL)
		return oac_decode_no_memory(d);
	if (sparse)
		*p++ = '\r';
	*p++ = '{';
	for (extra = extras->first; extra != NULL; extra = extra->next) {
		if (extra != extras->first)
			*p++ = ',';
		oac_text_copy(p, extra->name.text, extra->name.len);
		p += extra->name.len;
		*p++ = ':';
		oac_text_copy(p, extra->value.text, extra->value.len);
		p += extra->value.len;
	}
	*p++ = '}';
	*p = '\0';
	more->text = text;
	more->len = len;
	return true;
}

const struct oac_field *oac_decode_find_field(struct oac_decoder *d, const struct oac_object *type,
	const struct oac_token *name, uint32_t *guess)
{
	const uint32_t key_len = (uint32_t)name->len + 3;
	uint32_t i = *guess;
	uint32_t n;

	for (n = 0; n < type->count; n++) {
		const struct oac_field *field;

		if (i >= type->count)
			i = 0;
		field = &type->fields[i++];
		if (name->plain) {
			/* One test, so that a wrong guess of the processor's costs only once. */
			if ((((uint32_t)field->key_len ^ key_len) |
				    (uint32_t)(field->key[1] ^ name->text[0])) != 0 ||
				!oac_text_same(field->key + 1, name->text, name->len))
				continue;
		} else if (!oac_decode_token_is(d, name, field->key + 1, field->key_len - 3u)) {
			continue;
		}
		if ((field->flags & OAC_IN_MASK) != 0)
			continue; /* a parameter may share the name of a member */
		*guess = i;
		return field;
	}
	return NULL;
}

/*
 * Steps over the name of the next member. The members of a text mostly stand in the
 * order of the table: one comparison with the key, which ends in a colon, then
 * reads and finds the name. *field, the one before *guess, is NULL when the type
 * has no such member; only then is there a name.
 */
static bool read_name(struct oac_decoder *d, const struct oac_object *type, uint32_t *guess,
	struct oac_token *name, const struct oac_field **field)
{
	if (*guess < type->count && oac_reader_peek(&d->r) == '"') {
		const struct oac_field *next = &type->fields[*guess];

		if ((size_t)(d->r.end - d->r.p) >= next->key_len &&
			oac_text_same(d->r.p, next->key, next->key_len) &&
			(next->flags & OAC_IN_MASK) == 0) {
			*field = next;
			d->r.p += next->key_len;
			oac_reader_space(&d->r);
			++*guess;
			return true;
		}
	}
	if (!oac_reader_name(&d->r, name))
		return false;
	*field = oac_decode_find_field(d, type, name, guess);
	return true;
}

static bool is_plain(uint8_t kind)
{
	return kind == OAC_KIND_CONST || kind == OAC_KIND_BOOL || kind == OAC_KIND_INT64 ||
		kind == OAC_KIND_DOUBLE || kind == OAC_KIND_UINT64;
}

static bool has_extra(const struct extras *extras, const struct oac_field *field)
{
	const struct extra *extra;

	for (extra = extras->first; extra != NULL; extra = extra->next) {
		if (extra->name.text == field->key)
			return true;
	}
	return false;
}

/*
 * A required constant or plain member was missing: now oac_more must also say
 * which of them were there.
 */
static bool note_present(struct oac_decoder *d, const struct oac_object *type, const uint64_t *seen,
	const char *base, struct extras *extras)
{
	uint32_t i;

	for (i = 0; i < type->count && i < SEEN_WORDS * 64; i++) {
		const struct oac_field *field = &type->fields[i];
		struct oac_token name = canonical_name(field);
		const char *value = "0";

		if (!is_plain(field->kind) || !(seen[i / 64] >> i % 64 & 1) ||
			has_extra(extras, field) ||
			!oac_is_zero(field->kind, field->type, base + field->offset))
			continue;
		if (field->kind == OAC_KIND_CONST)
			value = field->type;
		else if (field->kind == OAC_KIND_BOOL)
			value = "false";
		if (!add_extra(d, extras, &name, value, value + strlen(value)))
			return false;
	}
	return true;
}

bool oac_decode_member(
	struct oac_decoder *d, const struct oac_field *field, char *base, bool *shadow)
{
	if (oac_reader_peek(&d->r) == 'n' && field->kind != OAC_KIND_JSON) {
		*shadow = true;
		if (d->strict && !(field->flags & OAC_NULLABLE))
			return oac_decode_fail(d, "null is not allowed here");
		return oac_reader_literal(&d->r, "null", 4);
	}
	if (!oac_decode_value(d, field->kind, field->type, base + field->offset, shadow))
		return false;
	/* A struct inside that was there, but has nothing but zeros, must not look absent. */
	if (field->kind == OAC_KIND_OBJECT &&
		oac_is_zero(field->kind, field->type, base + field->offset)) {
		const struct oac_object *type = field->type;
		struct oac_json *more =
			(struct oac_json *)(void *)(base + field->offset + type->more);

		more->text = "{}";
		more->len = 2;
	}
	return true;
}

bool oac_decode_object(struct oac_decoder *d, const struct oac_object *type, char *base)
{
	struct oac_scratch_mark mark = oac_scratch_mark(&d->scratch);
	struct extras extras = { NULL, NULL, 0 };
	struct oac_json *rest = (struct oac_json *)(void *)(base + type->more);
	uint64_t seen[SEEN_WORDS] = { 0 };
	uint32_t guess = 0;
	uint32_t found = 0;
	bool sparse = false;
	bool more;
	bool empty;

	if (oac_reader_peek(&d->r) != '{')
		return oac_decode_wrong_kind(d, "an object");
	if (!oac_reader_open(&d->r, '}', &empty))
		return false;
	for (more = !empty; more;) {
		const struct oac_field *field;
		struct oac_token name = { NULL, 0, false };
		const char *value;
		bool shadow = false;

		if (!read_name(d, type, &guess, &name, &field))
			return false;
		value = d->r.p;
		if (field != NULL) {
			uint32_t i = guess - 1;
			uint64_t bit = (uint64_t)1 << i % 64;

			if (i < SEEN_WORDS * 64) {
				if (seen[i / 64] & bit) {
					if (d->strict)
						oac_decode_fail(d, "the member stands twice");
					forget_member(field, base, &extras);
				} else {
					found++;
				}
				seen[i / 64] |= bit;
			}
			if (d->r.status != OAC_OK || !oac_decode_member(d, field, base, &shadow)) {
				name = canonical_name(field);
				oac_path_name(&d->path, name.text, name.len);
				return false;
			}
		} else if (d->strict && type->flags & OAC_CLOSED) {
			oac_path_name(&d->path, name.text, name.len);
			return oac_decode_fail(d, "the type has no such member");
		} else if (!oac_reader_skip(&d->r, NULL)) {
			return false;
		}
		if (shadow)
			name = canonical_name(field);
		if ((field == NULL || shadow) && !add_extra(d, &extras, &name, value, d->r.p))
			return false;
		if (!oac_reader_next(&d->r, '}', &more))
			return false;
	}
	if (found < type->count) {
		uint32_t i;

		for (i = 0; i < type->count && i < SEEN_WORDS * 64; i++) {
			const struct oac_field *field = &type->fields[i];

			if ((field->flags & (OAC_REQUIRED | OAC_IN_MASK)) != OAC_REQUIRED ||
				seen[i / 64] >> i % 64 & 1)
				continue;
			if (d->strict) {
				oac_path_name(&d->path, field->key + 1, field->key_len - 3u);
				return oac_decode_fail(d, "the required member is missing");
			}
			sparse |= is_plain(field->kind);
		}
	}
	if (sparse && !note_present(d, type, seen, base, &extras))
		return false;
	if ((extras.first != NULL || sparse) && !keep_extras(d, &extras, sparse, rest))
		return false;
	oac_scratch_release(&d->scratch, mark);
	return true;
}
