/*
 * Decoding of lists and maps: they grow in the scratch, which is used like a
 * stack, and move to the result when their length is known.
 */
#include "oac_decoder.h"

#include <stdint.h>
#include <string.h>

/* Empty lists and maps point here: not NULL, and never read. */
static const max_align_t nothing;

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

		g->items =
			oac_scratch_grow(&d->scratch, g->items, g->room * g->size, room * g->size);
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
	if (kind == OAC_KIND_BOOL || kind == OAC_KIND_INT64 || kind == OAC_KIND_DOUBLE ||
		kind == OAC_KIND_UINT64)
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

bool oac_decode_item(struct oac_decoder *d, const struct oac_shape *shape, void *at, bool *shadow)
{
	if (oac_reader_peek(&d->r) == 'n' && shape->kind != OAC_KIND_JSON)
		return decode_null_item(d, shape->kind, shape->type, at);
	return oac_decode_value(d, shape->kind, shape->type, at, shadow);
}

bool oac_decode_list(struct oac_decoder *d, const struct oac_list *type, void *at, bool *shadow)
{
	struct gather g = { oac_scratch_mark(&d->scratch), NULL, 0, 0, type->item.size };
	struct oac_any_list *list = at;
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
		if (ok && !oac_decode_item(d, &type->item, item, shadow)) {
			oac_path_index(&d->path, g.count - 1);
			ok = false;
		}
		ok = ok && oac_reader_next(&d->r, ']', &more);
	}
	if (ok) {
		list->items = gather_keep(d, &g);
		list->count = list->items ? g.count : 0;
		ok = list->items != NULL;
	}
	oac_scratch_release(&d->scratch, g.mark);
	return ok;
}

bool oac_decode_map(struct oac_decoder *d, const struct oac_map *type, void *at, bool *shadow)
{
	struct gather g = { oac_scratch_mark(&d->scratch), NULL, 0, 0, type->entry_size };
	struct oac_any_list *list = at;
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
			*(const char **)(void *)entry = oac_decode_keep(d, &name);
			ok = *(const char **)(void *)entry != NULL;
		}
		if (ok && !oac_decode_item(d, &type->value, entry + type->value_offset, shadow)) {
			oac_path_name(&d->path, name.text, name.len);
			ok = false;
		}
		ok = ok && oac_reader_next(&d->r, '}', &more);
	}
	if (ok) {
		list->items = gather_keep(d, &g);
		list->count = list->items ? g.count : 0;
		ok = list->items != NULL;
	}
	oac_scratch_release(&d->scratch, g.mark);
	return ok;
}
