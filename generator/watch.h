/* watch.h: oac generate --watch: again whenever an input changes, until the program is stopped. */
#ifndef OAC_WATCH_H
#define OAC_WATCH_H

#include "options.h"

/* Returns only when there is nothing to watch: the exit status. */
int watch(const struct options *options);

#endif
