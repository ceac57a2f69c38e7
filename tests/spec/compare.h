/*
 * compare.h: two OpenAPI documents fact by fact, whatever the words and the
 * spelling. Nullability in 3.0's and 3.1's ways, a constant as const or as an
 * enum of one, a union within a union, a parameter at the path or at the
 * operation: all read the same. What differs is collected under its place:
 *
 *	createRun/parameters/include[]/required
 *	RunObject.required_action.submit_tool_outputs/nullable
 *	RunObject.tools[]|0/type
 *
 * A name begins a place anew, so that each named schema is compared once.
 * A document that cannot be read fails the running test.
 */
#ifndef OAC_TEST_COMPARE_H
#define OAC_TEST_COMPARE_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "diag.h"
#include "reference.h"
#include "source.h"
#include "tree.h"

struct document {
	struct diag diag;
	struct source source;
	struct reference reference;
	struct tree_node *root;
};

struct comparison {
	struct document *ours;
	struct document *vendors;
	struct arena arena;
	struct tree_node *found;   /* map: place to what differs there */
	struct tree_node *pairs;   /* map: names that were compared with each other */
	struct tree_node *reached; /* map: our names that were compared */
};

void document_read(struct document *document, const char *path);
void document_parse(struct document *document, const char *name, const char *text);
/* The target of a node that may be a $ref. */
struct tree_node *document_resolve(struct document *document, struct tree_node *node);
/* components/<section>/<name>, or NULL */
struct tree_node *document_component(
	const struct document *document, const char *section, const char *name);
void document_clear(struct document *document);

void comparison_init(struct comparison *c, struct document *ours, struct document *vendors);
void comparison_clear(struct comparison *c);

/* null as a value and as the name of a type says "nullable", which is compared by itself. */
bool means_null(const struct tree_node *value);
/* A value in a line; a list without its nulls. Lives as long as the comparison. */
const char *value_text(struct comparison *c, const struct tree_node *value);

/* Notes what differs at place/fact, or at place when fact is NULL; the first at a place stays. */
void differ(struct comparison *c, const char *place, const char *fact, const char *ours,
	const char *vendors);
void compare_value(struct comparison *c, const char *place, const char *fact,
	const struct tree_node *ours, const struct tree_node *vendors);
void compare_text(struct comparison *c, const char *place, const char *fact, const char *ours,
	const char *vendors);
void compare_flag(
	struct comparison *c, const char *place, const char *fact, bool ours, bool vendors);
void compare_schema(
	struct comparison *c, const char *place, struct tree_node *ours, struct tree_node *vendors);
/* The component schemas called name, and all that they reach. */
void compare_named(struct comparison *c, const char *name);

/*
 * All our operations, found in the vendor's document by their ids, and whether
 * we lack one whose path begins with one of the prefixes (the list ends with NULL).
 */
void compare_operations(struct comparison *c, const char *const *prefixes);
/* Where requests go and how they are signed. */
void compare_access(struct comparison *c);

#endif
