/* view_pattern.h: the patterns of a group as the templates see them. */
#ifndef OAC_VIEW_PATTERN_H
#define OAC_VIEW_PATTERN_H

#include "model.h"

/* Adds 'patterns', if there are any. */
void view_patterns(struct arena *arena, struct tree_node *node, const struct model_group *group);

#endif
