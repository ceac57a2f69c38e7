/*
 * Merging to lists: scalars are appended, and entries go to the place that their index says.
 */
#include "oac_merge_value.h"

#include <string.h>

/* Whether a value of that kind may need its text in the oac_more around it. */
static bool may_shadow(uint8_t kind, const void *type, unsigned depth)
{
	const struct oac_union *u = type;
	uint32_t i;

	switch (kind) {
	case OAC_KIND_ENUM:
	case OAC_KIND_CONST:
	case OAC_KIND_DOUBLE:
	case OAC_KIND_OPT_DOUBLE:
	case OAC_KIND_LIST:
	case OAC_KIND_MAP:
		return true;
	case OAC_KIND_UNION:
	case OAC_KIND_UNION_POINTER:
		for (i = 0; i < u->count; i++) {
			if (depth > 8 ||
				may_shadow(u->variants[i].kind, u->variants[i].type, depth + 1))
				return true;
		}
		return false;
	default:
		return false;
	}
}

static bool is_scalar(uint8_t kind, const void *type, const void *at)
{
	int chosen;

	switch (kind) {
	case OAC_KIND_INT64:
	case OAC_KIND_UINT64:
	case OAC_KIND_DOUBLE:
		return true;
	case OAC_KIND_STRING:
	case OAC_KIND_OPT_INT64:
	case OAC_KIND_OPT_UINT64:
	case OAC_KIND_OPT_DOUBLE:
	case OAC_KIND_ENUM:
		return !oac_is_zero(kind, type, at);
	case OAC_KIND_JSON: {
		const struct oac_json *json = at;
		struct oac_span text = { json->text, json->len };

		return json->text != NULL && oac_draft_are_scalars(&text, 1);
	}
	case OAC_KIND_UNION: {
		const struct oac_union *u = type;
		const struct oac_variant *variant;

		memcpy(&chosen, at, sizeof(chosen));
		if (chosen == OAC_UNKNOWN)
			return is_scalar(OAC_KIND_JSON, NULL, (const char *)at + u->json);
		if (chosen < 2 || (unsigned)chosen - 2 >= u->count)
			return false;
		variant = &u->variants[chosen - 2];
		return is_scalar(variant->kind, variant->type, (const char *)at + variant->offset);
	}
	default:
		return false;
	}
}

/* The list notes how many of its first items are known to be scalars, which they remain. */
static bool are_scalars(struct oac_merging *g, const struct oac_shape *item,
	const struct oac_any_list *list, bool *scalars)
{
	size_t before = oac_pieces_note(list->items);
	size_t i = before;

	while (i < list->count &&
		is_scalar(item->kind, item->type, (const char *)list->items + i * item->size))
		i++;
	*scalars = i == list->count;
	return i == before || oac_pieces_set_note(g->pieces, list->items, i) ||
	       oac_decode_no_memory(&g->d);
}

static bool is_null_text(const struct oac_json *json, bool when_absent)
{
	if (json->text == NULL)
		return when_absent;
	return json->len == 4 && memcmp(json->text, "null", 4) == 0;
}

static bool is_null(const struct oac_shape *shape, const void *at)
{
	const struct oac_object *object = shape->type;
	const void *json = shape->kind == OAC_KIND_OBJECT ? (const char *)at + object->more : at;

	if (shape->kind == OAC_KIND_OBJECT || shape->kind == OAC_KIND_JSON)
		return is_null_text(json, shape->kind == OAC_KIND_JSON);
	return oac_is_unset(shape->kind, at);
}

static bool reserve(struct oac_merging *g, struct oac_any_list *list, size_t need, size_t size)
{
	return (oac_pieces_reserve(g->pieces, &list->items, list->count, need, size) &&
		       oac_pieces_save(g->pieces, list, sizeof(*list))) ||
	       oac_decode_no_memory(&g->d);
}

static char *item_at(const struct oac_any_list *list, size_t i, size_t size)
{
	char *items;

	memcpy(&items, &list->items, sizeof(items));
	return items + i * size;
}

static bool set_at(struct oac_merging *g, const struct oac_shape *item, struct oac_any_list *list,
	size_t index, struct oac_span text)
{
	bool fresh = oac_pieces_enter(g->pieces, list->items);
	bool ok = oac_merge_set_item(g, item, item_at(list, index, item->size), text);

	g->pieces->is_fresh = fresh;
	if (!ok)
		oac_path_index(&g->d.path, index);
	return ok;
}

static bool merge_at(struct oac_merging *g, const struct oac_shape *item, struct oac_any_list *list,
	size_t index, struct oac_span delta)
{
	bool fresh = oac_pieces_enter(g->pieces, list->items);
	bool ok = oac_merge_item(g, item, item_at(list, index, item->size), delta);

	g->pieces->is_fresh = fresh;
	if (!ok)
		oac_path_index(&g->d.path, index);
	return ok;
}

/* Adds zero items up to need, and makes them null where zero is something else. */
static bool add_items(
	struct oac_merging *g, const struct oac_shape *item, struct oac_any_list *list, size_t need)
{
	static const struct oac_span null = { "null", 4 };
	size_t i = list->count;

	if (!reserve(g, list, need, item->size))
		return false;
	memset(item_at(list, i, item->size), 0, (need - i) * item->size);
	list->count = need;
	for (; i + 1 < need; i++) {
		if ((item->kind == OAC_KIND_OBJECT || item->kind == OAC_KIND_JSON) &&
			!set_at(g, item, list, i, null))
			return false;
	}
	return true;
}

bool oac_merge_item(
	struct oac_merging *g, const struct oac_shape *item, void *at, struct oac_span delta)
{
	bool remake = false;

	if (is_null(item, at))
		return oac_merge_settle(g, &delta) && oac_merge_set_item(g, item, at, delta);
	if (!oac_merge_place(g, item->kind, item->type, at, delta, &remake))
		return false;
	return !remake || (oac_merge_remake(g, item->kind, item->type, at, NULL, delta, &delta) &&
				  oac_merge_set_item(g, item, at, delta));
}

/* Drafts and texts of one entry are not needed for the next. */
static bool merge_entry(struct oac_merging *g, const struct oac_shape *item,
	struct oac_any_list *list, struct oac_span entry, size_t length)
{
	struct oac_scratch_mark mark = oac_scratch_mark(&g->d.scratch);
	size_t count = list->count;
	size_t index;
	bool ok;

	if (!oac_draft_index(&g->d, entry, length, &index))
		return false;
	if (index >= count) {
		ok = oac_draft_add_holes(&g->drafter, index - count) &&
		     add_items(g, item, list, index + 1) && oac_merge_settle(g, &entry) &&
		     set_at(g, item, list, index, entry);
	} else {
		if (g->drafter.holes > 0 && is_null(item, item_at(list, index, item->size)))
			g->drafter.holes--;
		ok = merge_at(g, item, list, index, entry);
	}
	oac_scratch_release(&g->d.scratch, mark);
	return ok;
}

/* Tries the elements that are to be appended. *shadow: one of them needs its text in oac_more. */
static bool fits(
	struct oac_merging *g, const struct oac_list *type, struct oac_span delta, bool *shadow)
{
	struct oac_any_list list = { 0, NULL };

	return oac_merge_read(g, delta) && oac_decode_list(&g->d, type, &list, shadow);
}

bool oac_merge_list(struct oac_merging *g, const struct oac_list *type, void *at,
	struct oac_span delta, bool *remake)
{
	const struct oac_shape *item = &type->item;
	struct oac_any_list *list = at;
	struct oac_span *elements;
	size_t length = list->count;
	size_t count;
	size_t i;
	bool scalars;

	if (delta.text[0] != '[')
		return oac_draft_mismatch(&g->d, "an array", delta);
	if (!oac_draft_elements(&g->drafter, delta, &elements, &count) ||
		!are_scalars(g, item, list, &scalars))
		return false;
	if (count == 0)
		return true;
	scalars = scalars && oac_draft_are_scalars(elements, count);
	if (may_shadow(item->kind, item->type, 0) &&
		(!scalars || !fits(g, type, delta, remake) || *remake)) {
		*remake = g->d.r.status == OAC_OK;
		return *remake;
	}
	if (!scalars) {
		for (i = 0; i < count; i++) {
			if (!merge_entry(g, item, list, elements[i], length))
				return false;
		}
		return true;
	}
	if (!reserve(g, list, length + count, item->size))
		return false;
	for (i = 0; i < count; i++) {
		memset(item_at(list, length + i, item->size), 0, item->size);
		list->count++;
		if (!set_at(g, item, list, length + i, elements[i]))
			return false;
	}
	return true;
}
