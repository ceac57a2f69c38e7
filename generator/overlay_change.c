#include "overlay_change.h"

#include <stdint.h>
#include <stdlib.h>

/* ---- size: what overlays make is held to the limits of what is read ---- */

static size_t count_nodes(const struct tree_node *node)
{
	size_t count = 1;
	for (const struct tree_node *child = node->first; child != NULL; child = child->next)
		count += count_nodes(child);
	return count;
}

static size_t measure_depth(const struct tree_node *node)
{
	size_t deepest = 0;
	for (const struct tree_node *child = node->first; child != NULL; child = child->next) {
		size_t depth = measure_depth(child);
		deepest = depth > deepest ? depth : deepest;
	}
	return deepest + 1;
}

static bool has_room(struct overlay_tree *tree, const struct tree_node *value, size_t copies,
	const struct tree_node *action)
{
	size_t nodes = count_nodes(value);
	if (copies > 0 && nodes > (SOURCE_MAX_NODES - tree->nodes) / copies) {
		diag_error(tree->source->diag, action,
			"with this the document has more than %d values", SOURCE_MAX_NODES);
		return false;
	}
	tree->nodes += nodes * copies;

	/* The sum of depths is enough of a bound until it is too large. */
	if (tree->depth + measure_depth(value) > SOURCE_MAX_DEPTH)
		tree->depth = measure_depth(tree->root);
	tree->depth += measure_depth(value);
	return true;
}

static bool check_depth(struct overlay_tree *tree, const struct tree_node *action)
{
	if (tree->depth > SOURCE_MAX_DEPTH)
		tree->depth = measure_depth(tree->root);
	if (tree->depth <= SOURCE_MAX_DEPTH)
		return true;
	diag_error(tree->source->diag, action, "with this the document nests deeper than %d levels",
		SOURCE_MAX_DEPTH);
	return false;
}

/* ---- update ---- */

static bool is_single(const struct tree_node *node)
{
	return node->kind != TREE_LIST && node->kind != TREE_MAP;
}

static const char *name_kind(const struct tree_node *node)
{
	return node->kind == TREE_LIST ? "a list" : node->kind == TREE_MAP ? "a map" : "a value";
}

static bool refuse(
	struct overlay_tree *tree, const struct tree_node *target, const struct tree_node *value)
{
	struct diag *diag = tree->source->diag;
	diag_error(diag, value, "cannot merge %s into %s", name_kind(value), name_kind(target));
	if (diag->shown) {
		diag_at(diag, DIAG_NOTE, target, false, "which is here");
		diag_help(diag, "to replace it, remove it in an action before this one");
	}
	return false;
}

/* The place of a key is in the file that its value is from. */
static void take_key_place(struct tree_node *node, const struct tree_node *from)
{
	node->key_line = from->key_line;
	node->key_column = from->key_column;
}

static void replace_single(struct tree_node *target, const struct tree_node *value)
{
	target->kind = value->kind;
	target->integer = value->integer;
	target->file = value->file;
	target->line = value->line;
	target->column = value->column;
	target->text = value->text;
	target->len = value->len;
	take_key_place(target, value);
}

static bool merge(
	struct overlay_tree *tree, struct tree_node *target, const struct tree_node *value);

static bool merge_member(
	struct overlay_tree *tree, struct tree_node *map, const struct tree_node *member)
{
	struct tree_node *old = tree_get_n(map, member->key, member->key_len);
	if (old != NULL)
		return merge(tree, old, member);
	struct tree_node *child = tree_copy(&tree->source->arena, member);
	child->key = member->key;
	child->key_len = member->key_len;
	take_key_place(child, member);
	tree_insert(&tree->source->arena, map, child);
	return true;
}

static bool merge(
	struct overlay_tree *tree, struct tree_node *target, const struct tree_node *value)
{
	struct arena *arena = &tree->source->arena;
	const struct tree_node *child = value->first;
	bool ok = true;
	if (is_single(target) && is_single(value)) {
		replace_single(target, value);
		return true;
	}
	/* A key without a value, in an update that mirrors the document: nothing to add here. */
	if (value->kind == TREE_NULL)
		return true;
	if (target->kind != value->kind)
		return refuse(tree, target, value);
	for (; child != NULL; child = child->next) {
		if (target->kind == TREE_LIST)
			tree_add(target, tree_copy(arena, child));
		else
			ok = merge_member(tree, target, child) && ok;
	}
	return ok;
}

struct place {
	const struct tree_node *node;
	size_t index;
};

static int compare_places(const void *a, const void *b)
{
	const struct place *x = a;
	const struct place *y = b;
	if (x->node != y->node)
		return (uintptr_t)x->node < (uintptr_t)y->node ? -1 : 1;
	return x->index < y->index ? -1 : x->index > y->index;
}

/* An expression may select a node again and again: it is changed once, in the order of the first.
 */
static void drop_repeats(struct jsonpath_matches *matches)
{
	if (matches->count < 2)
		return;
	struct place *places = malloc(matches->count * sizeof(*places));
	if (places == NULL)
		arena_exhausted();
	for (size_t i = 0; i < matches->count; i++)
		places[i] = (struct place){ matches->items[i].node, i };
	qsort(places, matches->count, sizeof(*places), compare_places);
	for (size_t i = 1; i < matches->count; i++) {
		if (places[i].node == places[i - 1].node)
			matches->items[places[i].index].node = NULL;
	}
	free(places);

	size_t kept = 0;
	for (size_t i = 0; i < matches->count; i++) {
		if (matches->items[i].node != NULL)
			matches->items[kept++] = matches->items[i];
	}
	matches->count = kept;
}

void overlay_tree_init(
	struct overlay_tree *tree, struct source *source, const struct tree_node *root)
{
	*tree = (struct overlay_tree){ .source = source };
	tree->root = tree_copy(&source->arena, root);
	tree->nodes = count_nodes(root);
	tree->depth = measure_depth(root);
}

const struct tree_node *overlay_copy(
	struct overlay_tree *tree, const struct tree_node *node, const struct tree_node *action)
{
	return has_room(tree, node, 1, action) ? tree_copy(&tree->source->arena, node) : NULL;
}

bool overlay_update(struct overlay_tree *tree, struct jsonpath_matches *matches,
	const struct tree_node *value, const struct tree_node *action)
{
	bool ok = true;
	drop_repeats(matches);
	if (!has_room(tree, value, matches->count, action))
		return false;
	for (size_t i = 0; i < matches->count; i++) {
		struct tree_node *target = matches->items[i].node;
		if (target->kind == TREE_LIST && value->kind != TREE_LIST)
			tree_add(target, tree_copy(&tree->source->arena, value));
		else if (target->kind == TREE_MAP && value->kind != TREE_MAP)
			ok = refuse(tree, target, value);
		else
			ok = merge(tree, target, value) && ok;
	}
	return check_depth(tree, action) && ok;
}

/* ---- remove ---- */

static int compare_matches(const void *a, const void *b)
{
	const struct jsonpath_match *x = a;
	const struct jsonpath_match *y = b;
	if (x->parent != y->parent)
		return (uintptr_t)x->parent < (uintptr_t)y->parent ? -1 : 1;
	if (x->node != y->node)
		return (uintptr_t)x->node < (uintptr_t)y->node ? -1 : 1;
	return 0;
}

static int find_node(const void *node, const void *item)
{
	const struct jsonpath_match *match = item;
	if (node == match->node)
		return 0;
	return (uintptr_t)node < (uintptr_t)match->node ? -1 : 1;
}

/* user: the matches among the children of one parent, in order */
static bool is_kept(const void *user, const struct tree_node *child)
{
	const struct jsonpath_matches *siblings = user;
	return bsearch(child, siblings->items, siblings->count, sizeof(*siblings->items),
		       find_node) == NULL;
}

bool overlay_remove(
	struct overlay_tree *tree, struct jsonpath_matches *matches, const struct tree_node *action)
{
	if (matches->count > 1)
		qsort(matches->items, matches->count, sizeof(*matches->items), compare_matches);
	for (size_t i = 0; i < matches->count;) {
		struct tree_node *parent = matches->items[i].parent;
		struct jsonpath_matches siblings = { .items = &matches->items[i] };
		while (i < matches->count && matches->items[i].parent == parent) {
			siblings.count++;
			i++;
		}
		if (parent == NULL) {
			diag_error(tree->source->diag, action, "cannot remove the whole document");
			return false;
		}
		tree_filter(parent, is_kept, &siblings);
	}
	return true;
}
