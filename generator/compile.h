/* compile.h: the stages in order, from a document to files. */
#ifndef OAC_COMPILE_H
#define OAC_COMPILE_H

#include "options.h"

/*
 * All of it; the exit status. input (nullable) is called with the path of each file that was read
 * or looked for.
 */
int compile(const struct options *options, void (*input)(void *user, const char *path), void *user);

#endif
