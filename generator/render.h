/* render.h: the view through the templates to the files of the output, all in memory. */
#ifndef OAC_RENDER_H
#define OAC_RENDER_H

#include <stdbool.h>

#include "arena.h"
#include "config.h"
#include "options.h"
#include "output.h"
#include "templates.h"
#include "tree.h"

/*
 * Adds every file to output: of the options it takes vendor and amalgamate, of the
 * configuration the helpers and the runtime's prefix. With vendor or amalgamate the view gets
 * what it lacks so far: 'vendor', 'amalgam'. False: an error was reported.
 */
bool render_files(struct output *output, struct tree_node *view, const struct options *options,
	const struct templates *templates, const struct config *config, struct arena *arena);

#endif
