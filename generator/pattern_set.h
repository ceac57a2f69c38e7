/* pattern_set.h: sets of characters, as ranges of code points. */
#ifndef OAC_PATTERN_SET_H
#define OAC_PATTERN_SET_H

#include "arena.h"

#include <stdbool.h>
#include <stdint.h>

enum {
	PATTERN_LAST = 0x10ffff, /* of all characters */
};

struct pattern_range {
	uint32_t first;
	uint32_t last;
};

/* All zero is the empty one. */
struct pattern_set {
	struct pattern_range *ranges;
	unsigned count;
	unsigned size;
	bool sorted;
};

void pattern_set_add(struct arena *arena, struct pattern_set *set, uint32_t first, uint32_t last);
void pattern_set_join(
	struct arena *arena, struct pattern_set *set, const struct pattern_set *other);
/* Puts the ranges in order, with a gap between any two. */
void pattern_set_sort(struct pattern_set *set);
/* All up to last that are not in it, in order. */
void pattern_set_invert(struct arena *arena, struct pattern_set *set, uint32_t last);
/* Of sets in order. */
bool pattern_set_equal(const struct pattern_set *a, const struct pattern_set *b);

#endif
