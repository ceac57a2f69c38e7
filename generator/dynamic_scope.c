#include "dynamic_scope.h"

#include "buffer.h"
#include "table.h"

#include <string.h>

enum {
	WORK_MAX = 20000000, /* nodes that are looked at, or copied */
	DEPTH_MAX = 1000, /* references within what is referred to */
};

bool dynamic_go_on(struct dynamic_work *d, const struct tree_node *node, size_t nodes)
{
	d->nodes += nodes;
	if (!d->failed && (d->nodes > WORK_MAX || d->depth > DEPTH_MAX)) {
		diag_error(d->reference->source->diag, node,
			"the schemas around $dynamicRef lead too far");
		d->failed = true;
	}
	return !d->failed;
}

/* ---- anchors ---- */

static const struct scope *find_anchor(const struct scope *scope, const char *anchor)
{
	while (scope != NULL && strcmp(scope->anchor, anchor) != 0)
		scope = scope->outer;
	return scope;
}

/* The anchor that a schema has, or NULL. */
static const char *anchor_of(const struct tree_node *schema)
{
	const struct tree_node *anchor = tree_get(schema, "$dynamicAnchor");

	if (tree_is(anchor, TREE_STRING))
		return anchor->text;
	return tree_true(schema, "$recursiveAnchor") ? "" : NULL;
}

/* The anchor that a schema asks for, or NULL. */
static const char *wanted_anchor(const struct tree_node *schema)
{
	const struct tree_node *ref = tree_get(schema, "$dynamicRef");

	if (ref == NULL)
		ref = tree_get(schema, "$recursiveRef");
	return tree_is(ref, TREE_STRING) && ref->text[0] == '#' ? ref->text + 1 : NULL;
}

/* As a fragment of a reference: RFC 6901 within RFC 3986. */
static const char *reference_to_schema(struct arena *arena, const char *name)
{
	static const char plain[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._";
	struct buffer text = BUFFER_EMPTY;
	const char *reference;

	buffer_add_text(&text, "#/components/schemas/");
	for (; *name != '\0'; name++) {
		if (strchr(plain, *name) != NULL)
			buffer_add_char(&text, *name);
		else if (*name == '~' || *name == '/')
			buffer_add_text(&text, *name == '~' ? "~0" : "~1");
		else
			buffer_format(&text, "%%%02X", (unsigned char)*name);
	}
	reference = arena_text(arena, text.text, text.len);
	buffer_clear(&text);
	return reference;
}

void dynamic_add_instance(struct dynamic_work *d, struct scope *scope,
	const struct tree_node *generic, const char *reference)
{
	struct instance *instance = arena_alloc(d->arena, sizeof(*instance));

	*instance = (struct instance){ generic, reference, scope->instances };
	scope->instances = instance;
}

/* Whether a schema allows all that there is, or says so by allowing nothing: what a generic one begins with. */
static bool is_open(const struct tree_node *schema)
{
	static const char *const words[] = { "$dynamicAnchor", "$comment", "title", "description",
		"not" };
	const struct tree_node *word;
	size_t i;

	for (word = schema->first; word != NULL; word = word->next) {
		for (i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
			if (strcmp(word->key, words[i]) == 0)
				break;
		}
		if (i == sizeof(words) / sizeof(words[0]))
			return false;
	}
	return true;
}

/* name: of the schema in the document, or NULL: it has none of its own. */
static struct scope *add_anchor(
	struct dynamic_work *d, struct scope *outer, struct tree_node *schema, const char *name)
{
	const char *anchor = anchor_of(schema);
	struct scope *scope;

	if (anchor == NULL || find_anchor(outer, anchor) != NULL)
		return outer;
	scope = arena_alloc(d->arena, sizeof(*scope));
	scope->anchor = anchor;
	scope->reference =
		name ? reference_to_schema(d->arena, name) : reference_to(d->reference, schema);
	scope->outer = outer;
	scope->open = is_open(schema);
	scope->instances = NULL;
	return scope;
}

struct scope *dynamic_enter(
	struct dynamic_work *d, struct scope *outer, struct tree_node *schema, const char *name)
{
	struct scope *scope = add_anchor(d, outer, schema, name);
	const struct tree_node *defs = tree_get(schema, "$defs");
	struct tree_node *child;

	for (child = tree_is(defs, TREE_MAP) ? defs->first : NULL; child != NULL;
		child = child->next)
		scope = add_anchor(d, scope, child, NULL);
	/* What leads back to the schema leads to it as it is here. */
	if (scope != outer)
		dynamic_add_instance(d, scope, schema,
			name ? reference_to_schema(d->arena, name)
			     : reference_to(d->reference, schema));
	return scope;
}

const char *dynamic_find(const struct scope *scope, const struct tree_node *schema)
{
	const char *anchor = wanted_anchor(schema);
	const struct scope *found = anchor != NULL ? find_anchor(scope, anchor) : NULL;

	return found != NULL ? found->reference : NULL;
}

/* Whether the scope knows an anchor that a schema has: then it may say itself what that is. */
static bool is_concrete(const struct tree_node *schema, const struct scope *scope)
{
	const struct tree_node *defs = tree_get(schema, "$defs");
	const struct tree_node *child;

	if (anchor_of(schema) != NULL && find_anchor(scope, anchor_of(schema)) != NULL)
		return true;
	for (child = tree_is(defs, TREE_MAP) ? defs->first : NULL; child != NULL;
		child = child->next) {
		if (anchor_of(child) != NULL && find_anchor(scope, anchor_of(child)) != NULL)
			return true;
	}
	return false;
}

/* ---- what a scope makes something of ---- */

bool dynamic_is_behind_anchor(const struct tree_node *parent, const struct tree_node *child)
{
	return parent->key != NULL && strcmp(parent->key, "$defs") == 0 && anchor_of(child) != NULL;
}

/* Whether a schema itself asks for an anchor of the scope. */
static bool asks(struct dynamic_work *d, const struct tree_node *node, const struct scope *scope)
{
	const char *anchor = wanted_anchor(node);
	const struct scope *found = anchor != NULL ? find_anchor(scope, anchor) : NULL;
	const struct tree_node *child;

	if (found != NULL && !found->open)
		return true;
	if ((node->kind != TREE_MAP && node->kind != TREE_LIST) || !dynamic_go_on(d, node, 1))
		return false;
	for (child = node->first; child != NULL; child = child->next) {
		if (!dynamic_is_behind_anchor(node, child) && asks(d, child, scope))
			return true;
	}
	return false;
}

static bool is_generic(struct dynamic_work *d, const struct tree_node *schema,
	const struct scope *scope, struct pointer_table *seen);

static bool leads_to_generic(struct dynamic_work *d, struct tree_node *node,
	const struct scope *scope, struct pointer_table *seen)
{
	struct tree_node *child;

	if (tree_is(tree_get(node, "$ref"), TREE_STRING)) {
		const struct tree_node *target = reference_step(d->reference, node, NULL);

		if (target != NULL && pointer_table_get(seen, target) == NULL &&
			is_generic(d, target, scope, seen))
			return true;
	}
	if ((node->kind != TREE_MAP && node->kind != TREE_LIST) || !dynamic_go_on(d, node, 1))
		return false;
	for (child = node->first; child != NULL; child = child->next) {
		if (!dynamic_is_behind_anchor(node, child) &&
			leads_to_generic(d, child, scope, seen))
			return true;
	}
	return false;
}

/* Whether a schema that is referred to asks for an anchor of the scope, or leads to one that does. */
static bool is_generic(struct dynamic_work *d, const struct tree_node *schema,
	const struct scope *scope, struct pointer_table *seen)
{
	struct tree_node *start;
	bool found;

	pointer_table_set(seen, schema, d);
	memcpy(&start, &schema, sizeof(start));
	d->depth++;
	found = asks(d, schema, scope) ||
		(!is_concrete(schema, scope) && leads_to_generic(d, start, scope, seen));
	d->depth--;
	return found;
}

bool dynamic_is_generic(
	struct dynamic_work *d, struct tree_node *target, const struct scope *scope, bool own)
{
	struct pointer_table seen = { NULL, 0, 0 };
	bool found;

	if (scope == NULL)
		return false;
	found = is_generic(d, target, scope, &seen) ||
		(own && leads_to_generic(d, target, scope, &seen));
	pointer_table_clear(&seen);
	return found && !d->failed;
}
