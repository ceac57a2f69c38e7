/*
 * Which variant of a union a value is: by discriminator, by JSON kind, by required
 * members, else the first that decodes. What fits none is kept as text.
 */
#include "oac_decoder.h"

#include "oac_text.h"

#include <stdint.h>
#include <string.h>

/* How often the text may be read again in all, since unions in unions try 2^depth ways. */
enum {
	WASTE_MAX = 256,
};

static bool accepts(const struct oac_variant *variant, char first)
{
	switch (variant->kind) {
	case OAC_KIND_OBJECT:
	case OAC_KIND_POINTER:
	case OAC_KIND_MAP:
		return first == '{';
	case OAC_KIND_LIST:
		return first == '[';
	case OAC_KIND_STRING:
		return first == '"';
	case OAC_KIND_BOOL:
	case OAC_KIND_OPT_BOOL:
		return first == 't' || first == 'f';
	case OAC_KIND_INT64:
	case OAC_KIND_DOUBLE:
	case OAC_KIND_OPT_INT64:
	case OAC_KIND_OPT_DOUBLE:
	case OAC_KIND_UINT64:
	case OAC_KIND_OPT_UINT64:
		return first == '-' || (first >= '0' && first <= '9');
	case OAC_KIND_ENUM:
		return oac_decode_enum_has_kind(variant->type, first);
	case OAC_KIND_CONST:
		return oac_reader_kind(*(const char *)variant->type) == oac_reader_kind(first);
	case OAC_KIND_BYTES:
	case 0: /* a further tag */
		return false;
	default: /* unions and free-form JSON */
		return true;
	}
}

/* The value of the discriminator in the object that begins here; nothing is consumed. */
static bool peek_tag(struct oac_decoder *d, const struct oac_union *type, struct oac_span *tag)
{
	struct oac_reader r = d->r;
	bool more;
	bool empty;

	if (oac_reader_peek(&r) != '{' || !oac_reader_open(&r, '}', &empty))
		return false;
	/* It mostly stands first. */
	if ((size_t)(r.end - r.p) >= type->discriminator_len &&
		oac_text_same(r.p, type->discriminator, type->discriminator_len)) {
		r.p += type->discriminator_len;
		return oac_reader_skip(&r, tag);
	}
	for (more = !empty; more;) {
		struct oac_token name;

		if (!oac_reader_name(&r, &name) || !oac_reader_skip(&r, tag))
			return false;
		if (oac_decode_token_is(
			    d, &name, type->discriminator + 1, type->discriminator_len - 3))
			return true;
		if (!oac_reader_next(&r, '}', &more))
			return false;
	}
	return false;
}

/*
 * How well an untagged object fits the object that begins here: -1 when a required
 * member is missing or a constant differs, else the number of members it knows.
 */
static int fitness(struct oac_decoder *d, const struct oac_object *type)
{
	struct oac_reader r = d->r;
	const struct oac_field *guess = type->fields;
	uint32_t required = 0;
	uint32_t i;
	int known = 0;
	bool more;
	bool empty;

	for (i = 0; i < type->count; i++)
		required += (type->fields[i].flags & (OAC_REQUIRED | OAC_IN_MASK)) == OAC_REQUIRED;
	if (oac_reader_peek(&r) != '{' || !oac_reader_open(&r, '}', &empty))
		return -1;
	for (more = !empty; more;) {
		const struct oac_field *field;
		struct oac_token name;
		struct oac_span value;

		if (!oac_decode_name(d, &r, type, guess, &name, &field) ||
			!oac_reader_skip(&r, &value) || !oac_reader_next(&r, '}', &more))
			return -1;
		if (field == NULL)
			continue;
		guess = field + 1;
		if (field->kind == OAC_KIND_CONST && !oac_decode_text_is(d, &value, field->type))
			return -1;
		known++;
		required -= (field->flags & OAC_REQUIRED) != 0 && required > 0;
	}
	return required == 0 ? known : -1;
}

bool oac_decode_variant(
	struct oac_decoder *d, const struct oac_union *type, uint32_t i, char *base, bool *shadow)
{
	const struct oac_variant *variant = &type->variants[i];
	int kind;

	if (variant->alias_of != 0)
		i = variant->alias_of - 1u;
	variant = &type->variants[i];
	kind = (int)i + 2;
	memcpy(base, &kind, sizeof(kind));
	return oac_decode_value(d, variant->kind, variant->type, base + variant->offset, shadow);
}

/* A variant that may turn out not to fit: then nothing was read and nothing is wrong. */
static bool try_variant(
	struct oac_decoder *d, const struct oac_union *type, uint32_t i, char *base, bool *shadow)
{
	struct oac_reader before = d->r;
	struct oac_scratch_mark mark = oac_scratch_mark(&d->scratch);
	const struct oac_variant *variant = &type->variants[i];
	bool inner = false;

	if (variant->kind == OAC_KIND_ENUM || variant->kind == OAC_KIND_CONST) {
		/* An unknown string is no reason to take the enum when another variant takes strings. */
		if (oac_decode_variant(d, type, i, base, &inner) && !inner)
			return true;
	} else if (oac_decode_variant(d, type, i, base, &inner)) {
		*shadow |= inner;
		return true;
	}
	if (d->r.status != OAC_OK && d->r.status != OAC_E_TYPE)
		return false;
	d->wasted += (size_t)(d->r.p - before.p);
	if (d->wasted / WASTE_MAX > (size_t)(d->r.end - d->r.start)) {
		d->r.status = OAC_OK;
		return oac_reader_fail(&d->r, OAC_E_LIMIT, "too many ways to read nested unions");
	}
	d->r = before;
	d->got = NULL;
	oac_path_init(&d->path);
	oac_scratch_release(&d->scratch, mark);
	memset(base, 0, type->size);
	return false;
}

static bool decode_unknown(struct oac_decoder *d, const struct oac_union *type, char *base)
{
	int kind = OAC_UNKNOWN;

	memcpy(base, &kind, sizeof(kind));
	if (!oac_decode_json(d, (struct oac_json *)(void *)(base + type->json)))
		return false;
	return !d->strict || oac_decode_fail(d, "the value fits no variant of the type");
}

bool oac_decode_union(struct oac_decoder *d, const struct oac_union *type, char *base, bool *shadow)
{
	char first = oac_reader_peek(&d->r);
	struct oac_span tag;
	uint32_t best = type->count;
	uint32_t accepting = 0;
	int best_fitness = -1;
	uint32_t i;

	if (first == '{' && type->discriminator != NULL) {
		bool tagged = peek_tag(d, type, &tag);
		bool escaped = tagged && memchr(tag.text, '\\', tag.len) != NULL;
		uint32_t other = type->count;

		for (i = 0; i < type->count; i++) {
			const struct oac_variant *variant = &type->variants[i];

			if (variant->tag == NULL && variant->alias_of != 0)
				other = i;
			else if (tagged && variant->tag != NULL &&
				(oac_text_is(tag.text, tag.len, variant->tag) ||
					(escaped && oac_decode_text_is(d, &tag, variant->tag))))
				return oac_decode_variant(d, type, i, base, shadow);
		}
		if (other < type->count) {
			d->untagged = !tagged;
			return oac_decode_variant(d, type, other, base, shadow);
		}
	}
	for (i = 0; i < type->count; i++) {
		const struct oac_variant *variant = &type->variants[i];

		if (variant->tag != NULL || !accepts(variant, first))
			continue;
		accepting++;
		if (variant->kind == OAC_KIND_POINTER || variant->kind == OAC_KIND_OBJECT) {
			int fit = fitness(d, variant->type);

			if (fit > best_fitness) {
				best_fitness = fit;
				best = i;
			}
		}
	}
	if (best < type->count && try_variant(d, type, best, base, shadow))
		return true;
	for (i = 0; i < type->count && d->r.status == OAC_OK; i++) {
		const struct oac_variant *variant = &type->variants[i];

		if (i == best || variant->tag != NULL || !accepts(variant, first))
			continue;
		/* The only candidate: what is wrong within it is worth saying. */
		if (accepting == 1 && variant->kind != OAC_KIND_ENUM &&
			variant->kind != OAC_KIND_CONST && variant->kind != OAC_KIND_POINTER &&
			variant->kind != OAC_KIND_OBJECT)
			return oac_decode_variant(d, type, i, base, shadow);
		if (try_variant(d, type, i, base, shadow))
			return true;
	}
	return d->r.status == OAC_OK && decode_unknown(d, type, base);
}

bool oac_decode_union_pointer(
	struct oac_decoder *d, const struct oac_union *type, void *at, bool *shadow)
{
	char *base = oac_decode_pointee(d, type->size, at);

	return base != NULL && oac_decode_union(d, type, base, shadow);
}
