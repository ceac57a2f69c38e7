/* diff_match.h: which of the old list is which of the new, by keys. */
#ifndef OAC_DIFF_MATCH_H
#define OAC_DIFF_MATCH_H

#include <stddef.h>

#include "arena.h"

struct diff_list {
	const void *items;
	unsigned count;
	size_t size; /* of an item */
};

/* The key of an item, or NULL when it has none. */
typedef const char *diff_key_fn(struct arena *arena, const void *item);

struct diff_match {
	unsigned old_count;
	unsigned new_count;
	unsigned matched;
	unsigned *to_new; /* of each old item: 1 + the index of its partner, or 0 */
	unsigned *to_old;
};

/*
 * Partners have the same key. keys are tried in turn and end with NULL: what found its partner
 * by an earlier key is settled. Of several items with one key the first counts.
 */
void diff_match(struct diff_match *match, const struct diff_list *old, const struct diff_list *new,
	diff_key_fn *const *keys, struct arena *arena);

#endif
