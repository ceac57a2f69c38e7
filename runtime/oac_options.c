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
		ok = oac_arena_keep(arena, &items[i].name) &&
			oac_arena_keep(arena, &items[i].value);
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

bool oac_path_copy(struct oac_arena *arena, const struct oac_operation *operation,
	const char *const *path, const char *const **copy)
{
	size_t count = 0;
	const char **texts;
	bool ok = true;

	for (const char *p = operation->path; *p != '\0'; p++)
		count += *p == '{';
	texts = oac_arena_alloc(arena, (count + 1) * sizeof(*texts));
	for (size_t i = 0; texts != NULL && i < count && ok; i++) {
		texts[i] = path[i];
		ok = oac_arena_keep(arena, &texts[i]);
	}
	*copy = texts;
	return texts != NULL && ok;
}
