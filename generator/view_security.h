/* view_security.h: security schemes as the templates see them. */
#ifndef OAC_VIEW_SECURITY_H
#define OAC_VIEW_SECURITY_H

#include "model.h"
#include "tree.h"

void view_security(struct arena *arena, struct tree_node *api, const struct model *model);

#endif
