/*
 * oac_scratch.h: working memory in last-in-first-out order. What was handed out
 * after a mark goes when the mark is released; small uses stay on the C stack.
 */
#ifndef OAC_SCRATCH_H
#define OAC_SCRATCH_H

#include <stdbool.h>
#include <stddef.h>

struct oac_scratch_block;

struct oac_scratch {
	struct oac_scratch_block *block; /* NULL: still in first */
	struct oac_scratch_block *spare; /* kept for the next need */
	char *next;
	char *end;
	max_align_t first[64];
};

struct oac_scratch_mark {
	struct oac_scratch_block *block;
	char *next;
	char *end;
};

void oac_scratch_init(struct oac_scratch *scratch);
void oac_scratch_clear(struct oac_scratch *scratch);
/* size bytes, aligned for any type; NULL when memory is short. */
void *oac_scratch_alloc(struct oac_scratch *scratch, size_t size);
/*
 * The newest piece made larger, in place or elsewhere; old may be NULL. NULL when
 * memory is short.
 */
void *oac_scratch_grow(struct oac_scratch *scratch, void *old, size_t old_size, size_t size);
/* Gives up the blocks above a mark: for oac_scratch_release. */
void oac_scratch_drop(struct oac_scratch *scratch, struct oac_scratch_mark mark);

static inline struct oac_scratch_mark oac_scratch_mark(const struct oac_scratch *scratch)
{
	struct oac_scratch_mark mark = { scratch->block, scratch->next, scratch->end };

	return mark;
}

static inline void oac_scratch_release(struct oac_scratch *scratch, struct oac_scratch_mark mark)
{
	if (scratch->block != mark.block)
		oac_scratch_drop(scratch, mark);
	scratch->next = mark.next;
	scratch->end = mark.end;
}

#endif
