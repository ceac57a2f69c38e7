/*
 * schema.h: one schema with its spellings removed: references followed, null in
 * every spelling noted, a lone branch of allOf, anyOf or oneOf unwrapped, so that
 * what is left says one thing.
 */
#ifndef OAC_SCHEMA_H
#define OAC_SCHEMA_H

#include <stdbool.h>

#include "openapi.h"

enum {
	SCHEMA_MAX_UNWRAP = 200, /* schemas that stand for one another */
};

enum schema_shape {
	SCHEMA_ANY,
	SCHEMA_STRING,
	SCHEMA_INTEGER,
	SCHEMA_NUMBER,
	SCHEMA_BOOLEAN,
	SCHEMA_ENUM, /* enum or const, any kinds but null */
	SCHEMA_OBJECT, /* with members of its own or from allOf */
	SCHEMA_MAP, /* additionalProperties and no members; values: see there */
	SCHEMA_ARRAY,
	SCHEMA_UNION, /* several branches */
	SCHEMA_KINDS, /* a list of several types, each as if it stood alone */
};

struct schema {
	enum schema_shape shape;
	struct tree_node *node; /* what decides; its address is the schema's identity */
	const char *name; /* of the last named schema on the way to node, or NULL: inline */
	const char *description; /* the outermost, or NULL */
	bool nullable;
	bool deprecated;
	const struct tree_node **branches; /* SCHEMA_UNION, null removed; in the document's arena */
	unsigned branch_count;
	const struct tree_node *discriminator; /* or NULL */
};

/* False: an error was reported. */
bool schema_read(struct schema *schema, struct openapi *openapi, const struct tree_node *node);

/* Warns of what the schema says and its C type does not. */
void schema_check(struct openapi *openapi, enum schema_shape shape, const struct tree_node *node);

/* One member of an object, wherever it came from. */
struct schema_member {
	const char *name;
	const struct tree_node *node; /* its schema */
	bool required;
	const char *from; /* the schema that allOf took it from, or NULL: the object's own */
	bool conditional; /* by then, else or dependentSchemas */
};

struct schema_members {
	struct schema_member *list;
	unsigned count;
	unsigned size;
	bool closed; /* additionalProperties: false */
};

/* The members of an object in the document's order, allOf branches merged. list: malloc'd by the callee; free it. */
bool schema_members(
	struct schema_members *members, struct openapi *openapi, const struct tree_node *node);

/* The branches of oneOf or anyOf; NULL: there are none, or they say nothing of a type. */
const struct tree_node *schema_branches(const struct tree_node *node);

/* The only value of an enum or const, or NULL. */
const struct tree_node *schema_constant(struct openapi *openapi, const struct tree_node *node);

#endif
