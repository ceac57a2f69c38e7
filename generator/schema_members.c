/* The members of an object, wherever a schema has them from. */
#include "schema.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What two schemas of one member say of its type, when each says something else. */
static bool conflict(struct openapi *openapi, const struct tree_node *a, const struct tree_node *b)
{
	struct tree_node *x;
	struct tree_node *y;
	const char *one;
	const char *other;

	memcpy(&x, &a, sizeof(x));
	memcpy(&y, &b, sizeof(y));
	one = tree_text(reference_resolve(openapi->reference, x, NULL), "type");
	other = tree_text(reference_resolve(openapi->reference, y, NULL), "type");
	return one != NULL && other != NULL && strcmp(one, other) != 0;
}

static struct schema_member *find_member(const struct schema_members *members, const char *name)
{
	unsigned i;

	for (i = 0; i < members->count; i++) {
		if (strcmp(members->list[i].name, name) == 0)
			return &members->list[i];
	}
	return NULL;
}

static void add_member(
	struct openapi *openapi, struct schema_members *members, const struct schema_member *member)
{
	struct schema_member *old = find_member(members, member->name);

	if (old != NULL) {
		if (conflict(openapi, old->node, member->node)) {
			diag_at(openapi->diag, DIAG_WARNING, member->node, true,
				"the member '%s' has another type in another branch of allOf, anyOf or oneOf; this one is used",
				member->name);
		}
		/* a later branch refines an earlier one */
		old->required |= member->required;
		old->node = member->node;
		old->conditional = member->conditional;
		return;
	}
	if (members->count == members->size) {
		unsigned size = members->size ? members->size * 2 : 32;
		struct schema_member *list = realloc(members->list, size * sizeof(*list));

		if (list == NULL) {
			fputs("oac: error: out of memory\n", stderr);
			exit(1);
		}
		members->list = list;
		members->size = size;
	}
	members->list[members->count++] = *member;
}

static bool collect(struct schema_members *members, struct openapi *openapi, struct tree_node *node,
	const char *from, unsigned depth);

/* A schema of a member that two alternatives describe otherwise: their scalar type, or anything. */
static const struct tree_node *join_schemas(
	struct openapi *openapi, const struct tree_node *a, const struct tree_node *b)
{
	static const char *const scalars[] = { "string", "integer", "number", "boolean" };
	struct tree_node *either = tree_new(&openapi->arena, TREE_MAP);
	const char *one = tree_text(a, "type");
	const char *other = tree_text(b, "type");
	const char *about = tree_text(tree_get(a, "description") != NULL ? a : b, "description");
	size_t i;

	either->file = b->file;
	either->line = b->line;
	either->column = b->column;
	for (i = 0; one != NULL && other != NULL && i < sizeof(scalars) / sizeof(scalars[0]); i++) {
		if (strcmp(one, scalars[i]) == 0 && strcmp(other, one) == 0)
			tree_set(&openapi->arena, either, "type", one);
	}
	if (about != NULL && either->first != NULL)
		tree_set(&openapi->arena, either, "description", about);
	return either;
}

/* What every branch may bring; a member that branches describe otherwise is what holds all of them. */
static bool collect_branches(struct schema_members *all, struct openapi *openapi,
	const struct tree_node *list, unsigned depth)
{
	struct tree_node *branch;

	for (branch = list->first; branch != NULL; branch = branch->next) {
		struct schema_members own = { NULL, 0, 0, false };
		const char *name = NULL;
		struct tree_node *target = reference_resolve(openapi->reference, branch, &name);
		bool ok = target != NULL && collect(&own, openapi, target, name, depth + 1);
		unsigned i;

		for (i = 0; ok && i < own.count; i++) {
			struct schema_member *old = find_member(all, own.list[i].name);

			own.list[i].required = false;
			if (old == NULL)
				add_member(openapi, all, &own.list[i]);
			else if (!tree_equal(old->node, own.list[i].node))
				old->node = join_schemas(openapi, old->node, own.list[i].node);
		}
		free(own.list);
		if (!ok)
			return false;
	}
	return true;
}

/*
 * oneOf or anyOf beside members: the members of every branch, none of them required. That
 * they exclude one another is lost, and said.
 */
static bool collect_choices(struct schema_members *members, struct openapi *openapi,
	struct tree_node *node, unsigned depth)
{
	const struct tree_node *list = schema_branches(node);
	struct schema_members all = { NULL, 0, 0, false };
	bool ok = list == NULL || collect_branches(&all, openapi, list, depth);
	unsigned i;

	for (i = 0; ok && i < all.count; i++) {
		const struct schema_member *member = &all.list[i];

		/* Branches that agree on nothing say nothing that the object itself does not. */
		if (member->node->first != NULL || find_member(members, member->name) == NULL)
			add_member(openapi, members, member);
	}
	free(all.list);
	if (ok && list != NULL)
		diag_warning(openapi->diag, list,
			"alternatives beside members: the members of all of them became optional ones of one struct");
	return ok;
}

/* What is there in any case says more than a condition does. */
static void add_conditional(
	struct openapi *openapi, struct schema_members *members, struct schema_member *member)
{
	struct schema_member *old = find_member(members, member->name);

	member->required = false;
	member->conditional = true;
	if (old == NULL)
		add_member(openapi, members, member);
	else if (old->conditional && !tree_equal(old->node, member->node))
		old->node = join_schemas(openapi, old->node, member->node);
}

static bool collect_condition(struct schema_members *members, struct openapi *openapi,
	struct tree_node *schema, unsigned depth)
{
	struct schema_members own = { NULL, 0, 0, false };
	const char *name = NULL;
	struct tree_node *target;
	bool ok;
	unsigned i;

	if (!tree_is(schema, TREE_MAP))
		return true;
	target = reference_resolve(openapi->reference, schema, &name);
	ok = target != NULL && collect(&own, openapi, target, name, depth + 1);
	for (i = 0; ok && i < own.count; i++)
		add_conditional(openapi, members, &own.list[i]);
	free(own.list);
	return ok;
}

/* then, else and dependentSchemas: members that may be there. */
static bool collect_conditions(struct schema_members *members, struct openapi *openapi,
	const struct tree_node *node, unsigned depth)
{
	struct tree_node *dependent = tree_get(node, "dependentSchemas");

	if (tree_get(node, "if") != NULL &&
		(!collect_condition(members, openapi, tree_get(node, "then"), depth) ||
			!collect_condition(members, openapi, tree_get(node, "else"), depth)))
		return false;
	for (dependent = tree_is(dependent, TREE_MAP) ? dependent->first : NULL; dependent != NULL;
		dependent = dependent->next) {
		if (!collect_condition(members, openapi, dependent, depth))
			return false;
	}
	return true;
}

static bool collect(struct schema_members *members, struct openapi *openapi, struct tree_node *node,
	const char *from, unsigned depth)
{
	const struct tree_node *properties = tree_get(node, "properties");
	const struct tree_node *required = tree_get(node, "required");
	const struct tree_node *rest = tree_get(node, "additionalProperties");
	const struct tree_node *branches = tree_get(node, "allOf");
	const struct tree_node *child;
	struct tree_node *branch;
	unsigned i;

	if (depth > SCHEMA_MAX_UNWRAP) {
		diag_error(openapi->diag, node, "allOf goes in a circle");
		return false;
	}
	schema_check(openapi, SCHEMA_OBJECT, node);
	for (branch = branches ? branches->first : NULL; branch != NULL; branch = branch->next) {
		const char *name = NULL;
		struct tree_node *target = reference_resolve(openapi->reference, branch, &name);

		if (target == NULL ||
			!collect(members, openapi, target, name ? name : from, depth + 1))
			return false;
	}
	if (tree_is(properties, TREE_MAP)) {
		for (child = properties->first; child != NULL; child = child->next) {
			struct schema_member member = { child->key, child, false, from, false };

			add_member(openapi, members, &member);
		}
	}
	if (!collect_choices(members, openapi, node, depth) ||
		!collect_conditions(members, openapi, node, depth))
		return false;
	for (child = tree_is(required, TREE_LIST) ? required->first : NULL; child != NULL;
		child = child->next) {
		for (i = 0; i < members->count; i++) {
			if (child->text != NULL && strcmp(members->list[i].name, child->text) == 0)
				members->list[i].required = true;
		}
	}
	if (tree_is(rest, TREE_BOOL) && !tree_true(node, "additionalProperties"))
		members->closed = true;
	return true;
}

bool schema_members(
	struct schema_members *members, struct openapi *openapi, const struct tree_node *node)
{
	struct tree_node *start;

	memset(members, 0, sizeof(*members));
	memcpy(&start, &node, sizeof(start));
	return collect(members, openapi, start, NULL, 0);
}
