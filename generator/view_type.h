/* view_type.h: one type as the templates see it. */
#ifndef OAC_VIEW_TYPE_H
#define OAC_VIEW_TYPE_H

#include <stdbool.h>

#include "model.h"
#include "tree.h"

/* functions: a list or a map that has functions of its own, since a call returns it. */
void view_type(struct arena *arena, struct tree_node *node, const struct model_type *type, bool functions);
/* OAC_KIND_... of a value that is no optional scalar. */
const char *view_kind(const struct model_type *type);

#endif
