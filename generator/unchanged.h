/*
 * unchanged.h: whether a run would only do again what an earlier one did: the same build of
 * the tool, from the same inputs, by their bytes, with the same options, and all that it wrote is there.
 * Then nothing needs to be parsed.
 */
#ifndef OAC_UNCHANGED_H
#define OAC_UNCHANGED_H

#include <stdbool.h>

#include "options.h"

/*
 * True: so it is; the warnings of that run were said again, and the summary. input as for
 * compile(). False: nothing was said.
 */
bool unchanged(
	const struct options *options, void (*input)(void *user, const char *path), void *user);

#endif
