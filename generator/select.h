/* select.h: only some operations, and with them only the types that they reach. */
#ifndef OAC_SELECT_H
#define OAC_SELECT_H

#include "diag.h"
#include "openapi.h"
#include "options.h"

enum {
	SELECT_MAX = 3 * OPTIONS_MAX_LIST,
};

/*
 * Drops the operations that were not asked for; named schemas then come in by reference only.
 * used: set where a selection, counted over tags, paths and operations, matched something.
 */
void select_operations(struct openapi *openapi, const struct options *options, bool used[SELECT_MAX]);
/* False: some selection matched nothing, and errors were reported. */
bool select_check(const struct options *options, const bool used[SELECT_MAX], struct diag *diag);

#endif
