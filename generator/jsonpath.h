/*
 * jsonpath.h: RFC 9535, on trees.
 *
 *	struct jsonpath_failure failure;
 *	struct jsonpath_matches found = { 0 };
 *	const struct jsonpath_query *query =
 *		jsonpath_parse(&arena, text, strlen(text), &failure);
 *	if (query != NULL && jsonpath_select(query, root, &found, &failure))
 *		...
 *	jsonpath_matches_clear(&found);
 *
 * All of the RFC: every selector, filters, the functions length, count, match, search and value,
 * and its rules for what may be compared with what. Patterns are I-Regexp (RFC 9485) as far as
 * iregexp.h has it. Map members come in the document's order.
 *
 * An expression and what it selects are bounded, in size and in time.
 */
#ifndef OAC_JSONPATH_H
#define OAC_JSONPATH_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "tree.h"

enum {
	JSONPATH_MAX_LEN = 16 * 1024,
	JSONPATH_MAX_DEPTH = 32, /* filters, parentheses and calls within each other */
	JSONPATH_MAX_MATCHES = 1000 * 1000,
	JSONPATH_MAX_STEPS = 50 * 1000 * 1000, /* nodes looked at, characters matched */
};

struct jsonpath_query;

struct jsonpath_failure {
	size_t offset;     /* in the expression, in bytes */
	char message[160]; /* without the offset */
};

struct jsonpath_match {
	struct tree_node *node;
	struct tree_node *parent; /* NULL: node is the root */
};

/* All zero is a good start. A node may be there more than once, as the RFC has it. */
struct jsonpath_matches {
	struct jsonpath_match *items;
	size_t count;
	size_t size;
};

/* The query lives in the arena and borrows nothing. NULL: *failure says why. */
const struct jsonpath_query *jsonpath_parse(
	struct arena *arena, const char *text, size_t len, struct jsonpath_failure *failure);
/* Replaces what matches held. False: a limit was met, *failure says which. */
bool jsonpath_select(const struct jsonpath_query *query, struct tree_node *root,
	struct jsonpath_matches *matches, struct jsonpath_failure *failure);
void jsonpath_matches_clear(struct jsonpath_matches *matches);

#endif
