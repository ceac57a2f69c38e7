/*
 * Merging by kind: scalars and unions here, objects and lists in files of their own.
 */
#include "oac_merge_value.h"

#include <math.h>
#include <string.h>

/* ---- scalars ---- */

static bool add_string(struct oac_merging *g, const char **at, struct oac_span delta)
{
	struct oac_span bytes = { delta.text + 1, delta.len - 2 };

	if (delta.text[0] != '"')
		return oac_draft_mismatch(&g->d, "a string", delta);
	if (!oac_draft_key(&g->d, bytes, &bytes))
		return false;
	if (memchr(bytes.text, '\0', bytes.len) != NULL)
		return oac_draft_fail(&g->d, "a string holds U+0000, which a C string cannot");
	return oac_pieces_insert(g->pieces, at, oac_pieces_length(*at), bytes.text, bytes.len) ||
	       oac_decode_no_memory(&g->d);
}

static bool read_number(struct oac_merging *g, struct oac_span delta, struct oac_number *number)
{
	if (delta.text[0] != '-' && (delta.text[0] < '0' || delta.text[0] > '9'))
		return oac_draft_mismatch(&g->d, "a number", delta);
	oac_number_read(delta.text, delta.text + delta.len, number);
	return number->form != OAC_NUMBER_BAD || oac_draft_fail(&g->d, "number out of range");
}

static bool add_int64(struct oac_merging *g, int64_t *at, struct oac_span delta)
{
	struct oac_number number;
	int64_t value;

	if (!read_number(g, delta, &number))
		return false;
	value = number.integer;
	if (number.form != OAC_NUMBER_INT && !oac_number_whole(delta.text, delta.len, &value))
		return oac_draft_fail(&g->d, "expected an integer, got a fraction");
	if (!oac_draft_sum_fits(*at, value))
		return oac_draft_fail(&g->d, "the sum is out of range");
	if (!oac_merge_save(g, at, sizeof(*at)))
		return false;
	*at += value;
	return true;
}

static bool add_uint64(struct oac_merging *g, uint64_t *at, struct oac_span delta)
{
	struct oac_number number;
	uint64_t value;

	if (!read_number(g, delta, &number))
		return false;
	if (!oac_number_unsigned(delta.text, delta.len, &value))
		return oac_draft_fail(&g->d, "expected an integer of at least 0");
	if (value > UINT64_MAX - *at)
		return oac_draft_fail(&g->d, "the sum is out of range");
	if (!oac_merge_save(g, at, sizeof(*at)))
		return false;
	*at += value;
	return true;
}

static bool add_double(struct oac_merging *g, double *at, struct oac_span delta)
{
	struct oac_number number;

	if (!read_number(g, delta, &number))
		return false;
	if (!isfinite(*at + number.value))
		return oac_draft_fail(&g->d, "the sum is out of range");
	if (!oac_merge_save(g, at, sizeof(*at)))
		return false;
	*at += number.value;
	return true;
}

/* ---- unions ---- */

/* The variant that the discriminator of a delta asks for, or -1: it says nothing. */
static bool find_variant(
	struct oac_merging *g, const struct oac_union *type, struct oac_span delta, int *kind)
{
	struct oac_span key;
	struct oac_span tag;
	uint32_t i;

	*kind = OAC_UNSET;
	if (delta.text[0] != '{' || type->discriminator == NULL)
		return true;
	key.text = type->discriminator + 1;
	key.len = type->discriminator_len - 3;
	if (!oac_draft_key(&g->d, key, &key) || !oac_draft_find(&g->d, delta, key, &tag))
		return false;
	if (tag.text == NULL)
		return true;
	*kind = OAC_UNKNOWN;
	for (i = 0; i < type->count; i++) {
		const struct oac_variant *variant = &type->variants[i];

		if (variant->tag != NULL && oac_decode_text_is(&g->d, &tag, variant->tag)) {
			*kind = (variant->alias_of ? variant->alias_of - 1 : (int)i) + 2;
			break;
		}
		if (variant->tag == NULL && variant->alias_of != 0)
			*kind = variant->alias_of - 1 + 2;
	}
	return g->d.r.status == OAC_OK;
}

static bool merge_union(struct oac_merging *g, const struct oac_union *type, char *base,
	struct oac_span delta, bool *remake)
{
	const struct oac_variant *variant;
	int asked;
	int kind;

	memcpy(&kind, base, sizeof(kind));
	if (!find_variant(g, type, delta, &asked))
		return false;
	if (kind == OAC_UNKNOWN && asked < 2)
		return oac_merge_text(g, (struct oac_json *)(void *)(base + type->json), delta);
	*remake = asked != OAC_UNSET && asked != kind;
	if (*remake)
		return true;
	if (kind < 2 || (unsigned)kind - 2 >= type->count)
		return oac_draft_fail(&g->d, "the union has no such kind");
	variant = &type->variants[kind - 2];
	return oac_merge_place(
		g, variant->kind, variant->type, base + variant->offset, delta, remake);
}

/* ---- any value ---- */

bool oac_merge_place(struct oac_merging *g, uint8_t kind, const void *type, void *at,
	struct oac_span delta, bool *remake)
{
	bool fresh;
	bool ok;

	if (oac_is_unset(kind, at)) { /* a variant of which a program said no more than its kind */
		*remake = true;
		return true;
	}
	switch (kind) {
	case OAC_KIND_STRING:
		return add_string(g, at, delta);
	case OAC_KIND_INT64:
		return add_int64(g, at, delta);
	case OAC_KIND_DOUBLE:
		return add_double(g, at, delta);
	case OAC_KIND_OPT_INT64:
		return add_int64(g, &((struct oac_opt_int64 *)at)->value, delta);
	case OAC_KIND_UINT64:
		return add_uint64(g, at, delta);
	case OAC_KIND_OPT_UINT64:
		return add_uint64(g, &((struct oac_opt_uint64 *)at)->value, delta);
	case OAC_KIND_OPT_DOUBLE:
		return add_double(g, &((struct oac_opt_double *)at)->value, delta);
	case OAC_KIND_OBJECT:
		return oac_merge_object(g, type, at, delta);
	case OAC_KIND_POINTER:
		fresh = oac_pieces_enter(g->pieces, *(void **)at);
		ok = oac_merge_object(g, type, *(char **)at, delta);
		g->pieces->is_fresh = fresh;
		return ok;
	case OAC_KIND_UNION:
		return merge_union(g, type, at, delta, remake);
	case OAC_KIND_UNION_POINTER:
		fresh = oac_pieces_enter(g->pieces, *(void **)at);
		ok = merge_union(g, type, *(char **)at, delta, remake);
		g->pieces->is_fresh = fresh;
		return ok;
	case OAC_KIND_LIST:
		return oac_merge_list(g, type, at, delta, remake);
	case OAC_KIND_JSON:
		return oac_merge_text(g, at, delta);
	case OAC_KIND_BOOL:
	case OAC_KIND_OPT_BOOL:
		return delta.text[0] == 't' || delta.text[0] == 'f'
			       ? oac_draft_fail(&g->d, "a boolean cannot be added to")
			       : oac_draft_mismatch(&g->d, "a boolean", delta);
	default: /* maps; enums and constants that are no members */
		*remake = true;
		return true;
	}
}
