/* view_server.h: servers as the templates see them. */
#ifndef OAC_VIEW_SERVER_H
#define OAC_VIEW_SERVER_H

#include "model.h"
#include "tree.h"

void view_servers(struct arena *arena, struct tree_node *api, const struct model *model);
void view_operation_server(
	struct arena *arena, struct tree_node *node, const struct model_operation *operation);

#endif
