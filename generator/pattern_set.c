#include "pattern_set.h"

#include <stdlib.h>
#include <string.h>

void pattern_set_add(struct arena *arena, struct pattern_set *set, uint32_t first, uint32_t last)
{
	if (set->count == set->size) {
		unsigned size = set->size > 0 ? set->size * 2 : 4;
		struct pattern_range *ranges = arena_alloc(arena, size * sizeof(*ranges));

		if (set->count > 0)
			memcpy(ranges, set->ranges, set->count * sizeof(*ranges));
		set->ranges = ranges;
		set->size = size;
	}
	set->ranges[set->count++] = (struct pattern_range){ first, last };
	set->sorted = false;
}

void pattern_set_join(struct arena *arena, struct pattern_set *set, const struct pattern_set *other)
{
	unsigned i;

	for (i = 0; i < other->count; i++)
		pattern_set_add(arena, set, other->ranges[i].first, other->ranges[i].last);
}

static int compare(const void *a, const void *b)
{
	const struct pattern_range *x = a;
	const struct pattern_range *y = b;

	return (x->first > y->first) - (x->first < y->first);
}

void pattern_set_sort(struct pattern_set *set)
{
	unsigned kept = 0;
	unsigned i;

	if (set->sorted || set->count == 0)
		return;
	set->sorted = true;
	qsort(set->ranges, set->count, sizeof(*set->ranges), compare);
	for (i = 1; i < set->count; i++) {
		struct pattern_range *before = &set->ranges[kept];

		if (set->ranges[i].first > before->last + 1)
			set->ranges[++kept] = set->ranges[i];
		else if (set->ranges[i].last > before->last)
			before->last = set->ranges[i].last;
	}
	set->count = kept + 1;
}

void pattern_set_invert(struct arena *arena, struct pattern_set *set, uint32_t last)
{
	struct pattern_set others = { NULL, 0, 0, true };
	uint32_t next = 0;
	unsigned i;

	pattern_set_sort(set);
	for (i = 0; i < set->count; i++) {
		if (set->ranges[i].first > next)
			pattern_set_add(arena, &others, next, set->ranges[i].first - 1);
		next = set->ranges[i].last + 1;
	}
	if (next <= last)
		pattern_set_add(arena, &others, next, last);
	*set = others;
}

bool pattern_set_equal(const struct pattern_set *a, const struct pattern_set *b)
{
	return a->count == b->count &&
		(a->count == 0 || memcmp(a->ranges, b->ranges, a->count * sizeof(*a->ranges)) == 0);
}
