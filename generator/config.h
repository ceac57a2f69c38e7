/*
 * config.h: what the document does not say: names, defaults, environment, paging.
 * spec/oac.yaml is the example to read; every member is optional.
 */
#ifndef OAC_CONFIG_H
#define OAC_CONFIG_H

#include <stdbool.h>
#include <stddef.h>

#include "diag.h"
#include "tree.h"

struct config {
	struct diag *diag;
	struct tree_node *root; /* or NULL */
	const char *name;   /* of the library and its files: "openai" */
	const char *prefix; /* of every public name, without its '_' */
	const char *runtime; /* the same of the runtime's: "oac" unless it is to have its own */
	const struct tree_node **patterns; /* those of types that have a '*' */
	size_t pattern_count;
};

/*
 * Adds more to a configuration that is no part of a source: maps grow together, lists go on,
 * all else is replaced.
 */
void config_join(struct arena *arena, struct tree_node *root, const struct tree_node *more);

/*
 * root: the configuration's tree or NULL. name and prefix come from the command
 * line or are NULL; title is the document's, the last resort for a name.
 * False: an error was reported (unknown member, wrong type).
 */
bool config_load(struct config *config, struct tree_node *root, const char *name,
	const char *prefix, const char *title, struct arena *arena, struct diag *diag);
/* The same for the prefix of the runtime, once the rest is loaded. */
bool config_load_runtime(struct config *config, const char *prefix, struct arena *arena);

/*
 * The C name that the configuration gives to the schema at a place, or NULL. A
 * place is a schema's name and the way down from it: "RunObject",
 * "RunObject.last_error", "RunObject.tools[]", "createRun.response".
 */
const char *config_type(const struct config *config, const char *place);
/* "runs.create" for an operationId, or NULL. */
const char *config_operation(const struct config *config, const char *id);
/* The same for the function that gives its answer as a stream. */
const char *config_stream(const struct config *config, const char *id);
/* The pagination entry that lists this operationId, or NULL. */
const struct tree_node *config_pagination(const struct config *config, const char *id);
/* The list of helpers' names, or NULL. */
const struct tree_node *config_helpers(const struct config *config);
/* The maps 'select', 'headers' and 'environment', or NULL. */
const struct tree_node *config_select(const struct config *config);
const struct tree_node *config_headers(const struct config *config);
const struct tree_node *config_environment(const struct config *config);

#endif
