/* select.h: only some operations, and with them only the types that they reach. */
#ifndef OAC_SELECT_H
#define OAC_SELECT_H

#include "arena.h"
#include "diag.h"
#include "openapi.h"
#include "options.h"

enum select_by {
	SELECT_TAG,
	SELECT_PATH, /* '*' stands for any text */
	SELECT_OPERATION,
};

struct select_one {
	enum select_by by;
	const char *text;
	const struct tree_node *node; /* in the configuration; NULL: from the command line */
	bool used; /* it matched something */
};

struct selection {
	struct select_one *list;
	size_t count; /* 0: everything is wanted */
};

/* The command line's, or when that has none, that of the configuration's map 'select' (NULL: none). */
void select_read(struct selection *selection, const struct options *options,
	const struct tree_node *config, struct arena *arena);
/* Drops the operations that were not asked for; named schemas then come in by reference only. */
void select_operations(struct openapi *openapi, struct selection *selection);
/* False: some of it matched nothing, and errors were reported. */
bool select_check(const struct selection *selection, struct diag *diag);

#endif
