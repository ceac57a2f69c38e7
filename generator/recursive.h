/*
 * recursive.h: $recursiveRef (JSON Schema 2019-09), which a document of the vendor's has, as
 * the plain references that they amount to.
 */
#ifndef OAC_RECURSIVE_H
#define OAC_RECURSIVE_H

#include "arena.h"
#include "tree.h"

/*
 * Turns each {$recursiveRef: '#'} in schema, the value of components/schemas/name, into a $ref
 * to schema, if that says $recursiveAnchor: true. Other schemas stay as they are.
 */
void recursive_resolve(struct arena *arena, struct tree_node *schema, const char *name);

#endif
