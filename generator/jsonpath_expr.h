/*
 * jsonpath_expr.h: a JSONPath expression as jsonpath_parse.c leaves it: checked, so that what
 * evaluates it has no errors to report.
 */
#ifndef OAC_JSONPATH_EXPR_H
#define OAC_JSONPATH_EXPR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "iregexp.h"
#include "jsonpath.h"

enum jsonpath_selector_kind {
	JSONPATH_NAME,
	JSONPATH_WILDCARD,
	JSONPATH_INDEX,
	JSONPATH_SLICE,
	JSONPATH_FILTER,
};

struct jsonpath_selector {
	enum jsonpath_selector_kind kind;
	const char *name;
	size_t len;
	int64_t start; /* also the index */
	int64_t end;
	int64_t step;
	bool has_start;
	bool has_end;
	const struct jsonpath_expr *filter;
	struct jsonpath_selector *next;
};

struct jsonpath_segment {
	bool descendant;
	struct jsonpath_selector *selectors;
	struct jsonpath_segment *next;
};

struct jsonpath_query {
	bool relative; /* @, else $ */
	bool singular; /* selects one node at most: names and indices alone */
	struct jsonpath_segment *segments;
};

enum jsonpath_expr_kind {
	JSONPATH_OR, /* right is the rest of the chain */
	JSONPATH_AND,
	JSONPATH_NOT, /* left alone */
	JSONPATH_EQUAL,
	JSONPATH_NOT_EQUAL,
	JSONPATH_LESS,
	JSONPATH_LESS_EQUAL,
	JSONPATH_GREATER,
	JSONPATH_GREATER_EQUAL,
	JSONPATH_LITERAL,
	JSONPATH_QUERY,
	/* functions: left and right are the arguments */
	JSONPATH_LENGTH,
	JSONPATH_COUNT,
	JSONPATH_VALUE,
	JSONPATH_MATCH,
	JSONPATH_SEARCH,
};

struct jsonpath_expr {
	enum jsonpath_expr_kind kind;
	const struct tree_node *literal;
	const struct jsonpath_query *query;
	struct iregexp *regexp; /* match and search: the pattern when it is a literal */
	struct jsonpath_expr *left;
	struct jsonpath_expr *right;
};

/* ---- what selecting and filtering share ---- */

struct jsonpath_run {
	struct tree_node *root;
	uint64_t steps;      /* left */
	const char *stopped; /* which limit was met, else NULL */
	struct arena scratch;
};

/* False: too much work was done, and everything ends. */
bool jsonpath_step(struct jsonpath_run *run, uint64_t steps);
bool jsonpath_run_query(struct jsonpath_run *run, const struct jsonpath_query *query,
	struct tree_node *start, struct jsonpath_matches *matches);
/* What a singular query selects, or NULL. */
struct tree_node *jsonpath_run_singular(
	struct jsonpath_run *run, const struct jsonpath_query *query, struct tree_node *start);
/* Whether a filter lets node through. */
bool jsonpath_test(
	struct jsonpath_run *run, const struct jsonpath_expr *expr, struct tree_node *node);

#endif
