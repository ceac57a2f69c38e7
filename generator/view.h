/*
 * view.h: the model as the templates see it. templates/README.md describes every
 * variable; oac model prints it.
 */
#ifndef OAC_VIEW_H
#define OAC_VIEW_H

#include "model.h"
#include "tree.h"

/* {api: {...}, groups: [...]}; document: what the generated files say they are made from. */
struct tree_node *view_build(const struct model *model, const char *document, struct arena *arena);

#endif
