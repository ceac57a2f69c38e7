/* overlay_change.h: what the actions of an overlay do to a tree. */
#ifndef OAC_OVERLAY_CHANGE_H
#define OAC_OVERLAY_CHANGE_H

#include "jsonpath.h"
#include "source.h"

struct overlay_tree {
	struct source *source;
	struct tree_node *root;
	size_t nodes; /* at most: what was removed still counts */
	size_t depth; /* at most */
};

/* A copy of a tree, to be changed. */
void overlay_tree_init(
	struct overlay_tree *tree, struct source *source, const struct tree_node *root);
/* A copy of a node of the tree, which may then be merged into it. NULL: an error was reported. */
const struct tree_node *overlay_copy(
	struct overlay_tree *tree, const struct tree_node *node, const struct tree_node *action);
/*
 * Merges value into each match: members into a map, an item or all items of a list into a list,
 * a single value in place of another. action: the place of errors about the whole. False: an
 * error was reported.
 */
bool overlay_update(struct overlay_tree *tree, struct jsonpath_matches *matches,
	const struct tree_node *value, const struct tree_node *action);
/* Takes each match out of its list or map. */
bool overlay_remove(struct overlay_tree *tree, struct jsonpath_matches *matches,
	const struct tree_node *action);

#endif
