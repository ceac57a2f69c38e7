/*
 * vendor.h: a library that builds alone: the runtime and the helpers from within the binary
 * beside the generated files, and what the templates of the build files see.
 */
#ifndef OAC_VENDOR_H
#define OAC_VENDOR_H

#include <stdbool.h>

#include "arena.h"
#include "config.h"
#include "output.h"
#include "tree.h"

/* Adds the runtime, and the helpers that the configuration names. False: an error was reported. */
bool vendor_add(struct output *output, const struct config *config);

/*
 * Gives the runtime's names, those of files too, the configuration's prefix in place of oac.
 * In comments as well; texts stay as they are.
 */
void vendor_rename(struct output *output, const struct config *config);

/* The map 'vendor' that templates/README.md describes, of all files so far. */
struct tree_node *vendor_view(
	const struct output *output, const struct config *config, struct arena *arena);

/* Puts one .h and one .c of all files in their place: the map 'amalgam' for their templates. */
struct tree_node *vendor_amalgamate(
	struct output *output, const struct config *config, struct arena *arena);

#endif
