/* view_type.h: one type as the templates see it. */
#ifndef OAC_VIEW_TYPE_H
#define OAC_VIEW_TYPE_H

#include <stdbool.h>

#include "model.h"
#include "tree.h"

/* functions: a list or a map that has functions of its own, since a call returns it. */
void view_type(
	struct arena *arena, struct tree_node *node, const struct model_type *type, bool functions);
/* OAC_KIND_... of a value that is no optional scalar. */
const char *view_kind(const struct model_type *type);
/* The C type, with the space or star that goes before the name: of a value in a list or a map; of a member, no constant. */
const char *view_item_c_type(struct arena *arena, const struct model_type *type);
const char *view_member_c_type(struct arena *arena, const struct model_member *member);
/* The tag of the struct that a call gives. */
const char *view_result(const struct model_type *type);
/* Whether an object has _from_json and the others. */
bool view_has_json(const struct model_type *type);

#endif
