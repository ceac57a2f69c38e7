/* compile.h: the stages in order, from a document to files. */
#ifndef OAC_COMPILE_H
#define OAC_COMPILE_H

#include "options.h"

/* Does what the options ask for; the exit status. */
int compile(const struct options *options);

#endif
