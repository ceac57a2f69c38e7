/* openapi_server.h: the servers of a document, a path or an operation. */
#ifndef OAC_OPENAPI_SERVER_H
#define OAC_OPENAPI_SERVER_H

#include "arena.h"
#include "diag.h"
#include "tree.h"

struct openapi_server {
	const char *url; /* its variables have their defaults, as far as there are any */
	bool whole; /* requests can be built on it: absolute, and no variable is left */
	const char *name; /* or NULL */
	const char *description; /* or NULL */
	const char *variables; /* for comments: "region: eu, us; port: 443", or NULL */
	const char *constant; /* its name in C, or NULL; the model gives it */
	const struct tree_node *node;
};

struct openapi_servers {
	struct openapi_server *list;
	size_t count; /* 0: the document says nothing, or an error was reported */
};

/* node: the list, or NULL. home: what relative URLs are relative to, or NULL: the document's first server, or its $self. */
struct openapi_servers openapi_servers(const struct tree_node *node,
	const struct openapi_server *home, struct arena *arena, struct diag *diag);

#endif
