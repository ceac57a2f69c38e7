#include "diff_match.h"

#include "table.h"

#include <stdint.h>

static void *item_at(const struct diff_list *list, unsigned i)
{
	return (char *)(uintptr_t)list->items + i * list->size;
}

static unsigned index_of(const struct diff_list *list, const void *item)
{
	return (unsigned)((size_t)((const char *)item - (const char *)list->items) / list->size);
}

static void match_by(struct diff_match *match, const struct diff_list *old,
	const struct diff_list *new, diff_key_fn *key_of, struct arena *arena)
{
	struct table found = TABLE_EMPTY;
	unsigned i;

	for (i = 0; i < new->count; i++) {
		const char *key = match->to_old[i] == 0 ? key_of(arena, item_at(new, i)) : NULL;

		if (key != NULL && table_get(&found, key) == NULL)
			table_set(&found, key, item_at(new, i));
	}
	for (i = 0; i < old->count; i++) {
		const char *key = match->to_new[i] == 0 ? key_of(arena, item_at(old, i)) : NULL;
		const void *item = key != NULL ? table_get(&found, key) : NULL;

		if (item == NULL || match->to_old[index_of(new, item)] != 0)
			continue;
		match->to_new[i] = 1 + index_of(new, item);
		match->to_old[index_of(new, item)] = 1 + i;
		match->matched++;
	}
	table_clear(&found);
}

void diff_match(struct diff_match *match, const struct diff_list *old, const struct diff_list *new,
	diff_key_fn *const *keys, struct arena *arena)
{
	match->old_count = old->count;
	match->new_count = new->count;
	match->matched = 0;
	match->to_new = arena_alloc(arena, (old->count + 1) * sizeof(*match->to_new));
	match->to_old = arena_alloc(arena, (new->count + 1) * sizeof(*match->to_old));
	for (; *keys != NULL && match->matched < old->count && match->matched < new->count; keys++)
		match_by(match, old, new, *keys, arena);
}
