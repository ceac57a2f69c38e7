/*
 * dynamic.h: $dynamicRef (JSON Schema 2020-12) and $recursiveRef (2019-09), as the plain
 * references that they amount to.
 *
 *	Paginated:                                      PaginatedUsers:
 *	  properties: {items: {items: {                   $ref: '#/components/schemas/Paginated'
 *	    $dynamicRef: '#item'}, type: array}}          $defs: {user: {
 *	  $defs: {item: {$dynamicAnchor: item}}             $dynamicAnchor: item, $ref: ...User}}
 *
 * PaginatedUsers becomes a copy of Paginated, in which '#item' leads to its own 'user'.
 */
#ifndef OAC_DYNAMIC_H
#define OAC_DYNAMIC_H

#include "arena.h"
#include "reference.h"
#include "tree.h"

/*
 * Rewrites the document: what leads where depends on the outermost schema around it that has an
 * anchor of the name. A schema with anchors counts as a resource of its own, with $id or without.
 * What no anchor is known for stays as it is. False: an error was reported.
 */
bool dynamic_resolve(struct reference *reference, struct tree_node *root, struct arena *arena);

#endif
