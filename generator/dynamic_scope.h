/*
 * dynamic_scope.h: the anchors of $dynamicRef and $recursiveRef that are known at a place of the
 * document, and which schemas they make something else of.
 */
#ifndef OAC_DYNAMIC_SCOPE_H
#define OAC_DYNAMIC_SCOPE_H

#include <stdbool.h>
#include <stddef.h>

#include "reference.h"
#include "tree.h"

/* A schema as a scope makes it. */
struct instance {
	const struct tree_node *generic;
	const char *reference;
	struct instance *next;
};

/* The anchors that are known at a place, each once: the outermost wins. */
struct scope {
	const char *anchor; /* "" for $recursiveAnchor */
	const char *reference; /* what a $ref to it says */
	bool open; /* it stands for anything */
	struct scope *outer;
	struct instance *instances;
};

struct dynamic_work {
	struct reference *reference;
	struct arena *arena;
	size_t nodes; /* that were looked at, or copied */
	unsigned depth; /* of references within what is referred to */
	bool failed;
};

/* Counts nodes. False: they became too many, which is said once. */
bool dynamic_go_on(struct dynamic_work *work, const struct tree_node *node, size_t nodes);

/*
 * The scope within a schema: outer, or one with its anchors and those of its $defs. name: that
 * the document gives the schema, or NULL.
 */
struct scope *dynamic_enter(struct dynamic_work *work, struct scope *outer,
	struct tree_node *schema, const char *name);
void dynamic_add_instance(struct dynamic_work *work, struct scope *scope,
	const struct tree_node *generic, const char *reference);

/* What a schema that asks for an anchor of the scope refers to, or NULL. */
const char *dynamic_find(const struct scope *scope, const struct tree_node *schema);

/* What is behind an anchor of $defs has a scope of its own. */
bool dynamic_is_behind_anchor(const struct tree_node *parent, const struct tree_node *child);

/*
 * Whether a schema that is referred to is another one in the scope. own: what refers to it is the
 * schema with the scope's anchors.
 */
bool dynamic_is_generic(struct dynamic_work *work, struct tree_node *target,
	const struct scope *scope, bool own);

#endif
