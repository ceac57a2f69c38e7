/*
 * openapi.h: the document as OpenAPI means it: operations with their parameters,
 * bodies and responses resolved, and the named schemas. Schemas stay tree nodes;
 * what they mean in C is the model's business.
 */
#ifndef OAC_OPENAPI_H
#define OAC_OPENAPI_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "diag.h"
#include "openapi_server.h"
#include "reference.h"
#include "table.h"
#include "tree.h"

struct openapi_parameter {
	const char *name;
	const char *in;
	const char *style; /* never NULL */
	const char *description; /* or NULL */
	struct tree_node *schema; /* or NULL */
	struct tree_node *node;
	bool explode;
	bool required;
	bool deprecated;
	bool json; /* a content parameter of JSON */
	bool reserved; /* reserved characters are sent as they are */
};

struct openapi_media {
	const char *type; /* "application/json", lower case, without its parameters */
	struct tree_node *schema; /* or NULL */
	struct tree_node *item_schema; /* 3.2: of each part of a stream; or NULL */
	struct tree_node *encoding; /* or NULL */
	struct tree_node *node;
};

struct openapi_response {
	const char *status; /* "200", "2XX", "default" */
	const char *name; /* of a shared one that it refers to, or NULL */
	struct openapi_media *media;
	size_t media_count;
	struct tree_node *node;
};

struct openapi_operation {
	const char *id; /* made from method and path when the document has none: see made_id */
	bool made_id;
	const char *method; /* upper case */
	const char *path;
	const char *summary; /* or NULL */
	const char *description; /* or NULL */
	const char *tag; /* the first, or NULL */
	bool deprecated;
	struct openapi_parameter *parameters;
	size_t parameter_count;
	struct openapi_media *body;
	size_t body_count;
	bool body_required;
	const char *body_description;
	struct openapi_response *responses;
	size_t response_count;
	struct tree_node *security; /* its own list, or NULL: the document's */
	struct tree_node *servers; /* its own or its path's list, or NULL */
	struct tree_node *node;
};

struct openapi_schema {
	const char *name;
	struct tree_node *node;
};

struct openapi {
	struct arena arena;
	struct diag *diag;
	struct reference *reference;
	const char *title;
	const char *version; /* info.version, or "" */
	struct openapi_servers servers;
	struct tree_node *root;
	struct openapi_operation *operations;
	size_t operation_count;
	struct openapi_schema *schemas; /* components/schemas in the document's order */
	size_t schema_count;
	struct table labels; /* tags that name no group */
	bool selected; /* only some operations were asked for */
};

/* Reads the document at root. False: errors were reported. */
bool openapi_load(struct openapi *openapi, struct reference *reference, struct tree_node *root,
	struct diag *diag);
void openapi_clear(struct openapi *openapi);

/* Whether a media type is a sequence of events or of JSON texts. */
bool openapi_is_stream(const char *media_type);

/* "application/json" and whatever ends in "+json". */
bool openapi_is_json(const char *media_type);

/* ---- between the files of the stage ---- */

/* "Application/JSON; charset=utf-8" -> "application/json" */
const char *openapi_media_name(struct arena *arena, const char *text);
/* Those of the path item, which the operation's own override. */
void openapi_parameters(struct openapi *openapi, struct openapi_operation *operation,
	struct tree_node *item, struct tree_node *node);

#endif
