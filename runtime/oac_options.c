#include "oac_options.h"

#include <string.h>

static bool copy_headers(struct oac_arena *arena, struct oac_header_list *list)
{
	struct oac_header *items;
	bool ok = true;

	if (list->count == 0)
		return true;
	items = oac_arena_alloc(arena, list->count * sizeof(*items));
	if (items == NULL)
		return false;
	memcpy(items, list->items, list->count * sizeof(*items));
	for (size_t i = 0; i < list->count && ok; i++)
		ok = oac_arena_keep(arena, &items[i].name) && oac_arena_keep(arena, &items[i].value);
	list->items = items;
	return ok;
}

bool oac_options_copy(struct oac_arena *arena, const struct oac_call_options *options,
	struct oac_call_options *copy)
{
	if (options == NULL) {
		memset(copy, 0, sizeof(*copy));
		return true;
	}
	*copy = *options;
	return oac_arena_keep(arena, &copy->base_url) && copy_headers(arena, &copy->headers) &&
		copy_headers(arena, &copy->query);
}
