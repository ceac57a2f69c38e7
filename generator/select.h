/* select.h: only some operations, and with them only the types that they reach. */
#ifndef OAC_SELECT_H
#define OAC_SELECT_H

#include "diag.h"
#include "openapi.h"
#include "options.h"

/* Drops the operations that were not asked for; named schemas then come in by reference only. */
bool select_operations(struct openapi *openapi, const struct options *options, struct diag *diag);

#endif
