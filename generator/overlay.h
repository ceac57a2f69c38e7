/*
 * overlay.h: OpenAPI Overlay 1.0, and of 1.1 'copy' and changes to single values: a document's
 * tree as the overlays want it, before anything is made of it.
 */
#ifndef OAC_OVERLAY_H
#define OAC_OVERLAY_H

#include <stdbool.h>
#include <stddef.h>

#include "source.h"

/*
 * Applies overlays to a document of source, one after the other; its root is then a new tree, in
 * which every node knows its place, be it in the document or in an overlay. False: errors were
 * reported, and the document is as it was. A target that selects nothing is a warning.
 */
bool overlay_apply(struct source *source, const struct source_file *document,
	const char *const *paths, size_t count);

#endif
