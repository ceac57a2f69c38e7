/* diff_pair.h: which type, and which part of it, became which. */
#ifndef OAC_DIFF_PAIR_H
#define OAC_DIFF_PAIR_H

#include "diff.h"
#include "diff_match.h"
#include "table.h"

struct diff_pair {
	const struct model_type *old;
	const struct model_type *new;
	struct diff_match parts; /* members, values or variants; of types of two kinds: none */
	bool sent;               /* the old one is in some request */
	bool received;           /* in some answer; what no operation reaches counts as both */
	struct diff_pair *next;
};

struct diff_pairs {
	struct arena *arena;
	struct diff_match operations;
	struct pointer_table by_old; /* type -> pair */
	struct pointer_table by_new;
	struct diff_pair *first;
	struct diff_pair **end;
};

/*
 * Types with one C name are a pair. So are two whose names went away and came up, when they
 * stand at the same place of a pair or of an operation and have half of their parts in common:
 * then the type was renamed.
 */
void diff_pairs_find(struct diff_pairs *pairs, const struct diff *diff, struct arena *arena);
void diff_pairs_clear(struct diff_pairs *pairs);

/* Whether C code that named the old type may go on as if the new one were it: renamed at most. */
bool diff_same_type(
	const struct diff_pairs *pairs, const struct model_type *old, const struct model_type *new);

/* "/threads/{id}" and "/threads/{thread_id}" are one path. */
const char *diff_bare_path(struct arena *arena, const char *path);

#endif
