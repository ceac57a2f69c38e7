#include "dynamic.h"

#include "dynamic_scope.h"

#include <string.h>

enum {
	COPY_COST = 20, /* in nodes that are looked at */
};

/* What the document is to say; it is read to its end before it is changed. */
struct change {
	struct tree_node *node;
	struct tree_node *copy; /* in the place of its $ref, or NULL */
	const char *reference;
	struct change *next;
};

struct dynamic {
	struct dynamic_work work;
	struct change *changes;
	struct change **changes_end;
};

/* ---- changes ---- */

static void remove_word(struct tree_node *node, const char *word)
{
	struct tree_node *old = tree_get(node, word);

	if (old != NULL)
		tree_remove(node, old);
}

static void apply(struct dynamic *d, const struct change *change)
{
	struct tree_node *node = change->node;
	struct tree_node *list;
	struct tree_node *ref;

	remove_word(node, "$dynamicRef");
	remove_word(node, "$recursiveRef");
	if (change->copy == NULL) {
		ref = tree_set(d->work.arena, node, "$ref", change->reference);
		ref->file = node->file;
		ref->line = node->line;
		ref->column = node->column;
		return;
	}
	remove_word(node, "$ref");
	list = tree_get(node, "allOf");
	if (!tree_is(list, TREE_LIST))
		list = tree_set_list(d->work.arena, node, "allOf");
	tree_add(list, change->copy);
}

/* now: in a copy, which nothing else reads. */
static void note(struct dynamic *d, struct tree_node *node, struct tree_node *copy,
	const char *reference, bool now)
{
	struct change *change = arena_alloc(d->work.arena, sizeof(*change));

	*change = (struct change){ node, copy, reference, NULL };
	if (now) {
		apply(d, change);
		return;
	}
	*d->changes_end = change;
	d->changes_end = &change->next;
}

static size_t count_nodes(const struct tree_node *node)
{
	const struct tree_node *child;
	size_t count = 1;

	for (child = node->first; child != NULL; child = child->next)
		count += count_nodes(child);
	return count;
}

static void visit(struct dynamic *d, struct tree_node *node, struct scope *scope, const char *name,
	bool own, bool copied);

/*
 * What a schema in the scope is to say instead of its reference to a generic one: *copy, where it
 * is the first that does, or else the reference that is returned.
 */
static const char *instantiate(struct dynamic *d, const struct tree_node *generic,
	struct scope *scope, bool own, struct tree_node **copy)
{
	const struct instance *instance;

	*copy = NULL;
	for (instance = scope->instances; instance != NULL; instance = instance->next) {
		if (instance->generic == generic)
			return instance->reference;
	}
	if (!dynamic_go_on(&d->work, generic, COPY_COST * count_nodes(generic)))
		return NULL;
	*copy = tree_copy(d->work.arena, generic);
	dynamic_add_instance(&d->work, scope, generic, reference_to(d->work.reference, *copy));
	d->work.depth++;
	visit(d, *copy, scope, NULL, own, true);
	d->work.depth--;
	return NULL;
}

static void visit_children(
	struct dynamic *d, struct tree_node *node, struct scope *scope, bool own, bool copied)
{
	struct tree_node *child;
	struct tree_node *part;

	for (child = node->first; child != NULL; child = child->next) {
		bool same = own &&
			(node->kind == TREE_LIST ||
				(child->key != NULL && strcmp(child->key, "allOf") == 0));

		if (!dynamic_is_behind_anchor(node, child)) {
			visit(d, child, scope, NULL, same, copied);
			continue;
		}
		for (part = child->first; part != NULL; part = part->next)
			visit(d, part, NULL, NULL, false, copied);
	}
}

/*
 * name: of a schema of the document, or NULL. own: the schema is the one with the innermost anchors
 * of the scope, or a part of it by allOf. copied: it is in a copy.
 */
static void visit(struct dynamic *d, struct tree_node *node, struct scope *scope, const char *name,
	bool own, bool copied)
{
	struct scope *inner;
	struct tree_node *target = NULL;
	struct tree_node *copy = NULL;
	const char *reference;

	if ((node->kind != TREE_MAP && node->kind != TREE_LIST) ||
		!dynamic_go_on(&d->work, node, 1))
		return;
	inner = dynamic_enter(&d->work, scope, node, name);
	own |= inner != scope;
	reference = dynamic_find(inner, node);
	if (reference == NULL && inner != NULL && tree_is(tree_get(node, "$ref"), TREE_STRING))
		target = reference_step(d->work.reference, node, NULL);
	if (target != NULL && dynamic_is_generic(&d->work, target, inner, own))
		reference = instantiate(d, target, inner, own, &copy);
	visit_children(d, node, inner, own, copied);
	if (reference != NULL || copy != NULL)
		note(d, node, copy, reference, copied);
}

/* ---- the document ---- */

static bool has_dynamic(const struct tree_node *node)
{
	const struct tree_node *child;

	if (node->kind == TREE_MAP &&
		(tree_get(node, "$dynamicRef") != NULL || tree_get(node, "$recursiveRef") != NULL))
		return true;
	for (child = node->first; child != NULL; child = child->next) {
		if (child->first != NULL && has_dynamic(child))
			return true;
	}
	return false;
}

/* Aliases of YAML share what they stand for, and each is to be changed by itself. */
static void unshare(struct tree_node *root, struct arena *arena)
{
	struct tree_node *copy = tree_copy(arena, root);

	root->first = copy->first;
	root->last = copy->last;
	root->index = copy->index;
}

bool dynamic_resolve(struct reference *reference, struct tree_node *root, struct arena *arena)
{
	struct dynamic d = { .work = { .reference = reference, .arena = arena } };
	struct tree_node *components;
	struct tree_node *schemas;
	struct tree_node *child;
	const struct change *change;

	if (!tree_is(root, TREE_MAP) || !has_dynamic(root))
		return true;
	if (reference->source->aliased)
		unshare(root, arena);
	components = tree_get(root, "components");
	schemas = tree_get(components, "schemas");
	d.changes_end = &d.changes;
	for (child = tree_is(schemas, TREE_MAP) ? schemas->first : NULL; child != NULL;
		child = child->next)
		visit(&d, child, NULL, child->key, false, false);
	for (child = tree_is(components, TREE_MAP) ? components->first : NULL; child != NULL;
		child = child->next) {
		if (child != schemas)
			visit(&d, child, NULL, NULL, false, false);
	}
	for (child = root->first; child != NULL; child = child->next) {
		if (child != components)
			visit(&d, child, NULL, NULL, false, false);
	}
	for (change = d.changes; change != NULL && !d.work.failed; change = change->next)
		apply(&d, change);
	return !d.work.failed;
}
