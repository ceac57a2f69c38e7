/*
 * model.h: the C library that the document becomes: types with their names,
 * members and order, and operations. Nothing here is text yet; the view makes it so.
 */
#ifndef OAC_MODEL_H
#define OAC_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "config.h"
#include "openapi.h"
#include "schema.h"
#include "table.h"

enum type_kind {
	TYPE_STRING,
	TYPE_BOOL,
	TYPE_INT64,
	TYPE_UINT64,
	TYPE_DOUBLE,
	TYPE_JSON,
	TYPE_CONST,
	TYPE_ENUM,
	TYPE_OBJECT,
	TYPE_UNION,
	TYPE_LIST,
	TYPE_MAP,
	TYPE_FILE, /* a part of a multipart body */
	TYPE_BODY, /* a body that is sent as it is */
	TYPE_BYTES, /* an answer that is kept as it is */
};

struct model_type;

struct model_value {
	const char *text; /* of a string; else JSON text */
	const char *name; /* enumerator */
	bool string;
	const struct tree_node *node;
};

struct model_member {
	const char *wire;
	const char *name; /* in C; NULL for a constant */
	struct model_type *type;
	const struct tree_node *node; /* its schema, for what the comment tells */
	const char *description; /* or NULL */
	const char *from; /* the schema that allOf took it from, or NULL */
	bool conditional; /* it is there only where a condition of the document holds */
	const char *location; /* NULL: the body; "query", "header", "cookie" */
	const struct tree_node *parameter; /* NULL: the body */
	const char *style; /* of a parameter: the suffix of OAC_STYLE_, or NULL for the default */
	bool reserved; /* of a parameter: reserved characters are not escaped */
	bool required;
	bool nullable;
	bool deprecated;
	bool inside; /* TYPE_OBJECT: the struct itself, not a pointer */
};

/* What strict decoding asks of a value, or of what it holds. */
struct model_limit {
	unsigned index; /* of the member or the variant */
	unsigned level; /* 0: the value; 1: its items or values, and so on */
	const char *rule; /* the suffix of OAC_LIMIT_ */
	const char *number; /* as C has it */
	const struct model_pattern *pattern; /* NULL: it is a number */
};

/* A pattern that limits ask for. */
struct model_pattern {
	const char *text;
	const char *name; /* in C, in its group's file */
	const struct pattern *program;
	const struct model_pattern *owner; /* of the sets that the program means; often itself */
	struct model_pattern *next; /* of its group */
};

struct model_variant {
	const char *name; /* member of 'as'; no member for a constant */
	const char *enumerator;
	const char *tag; /* text of the discriminator's value, or NULL */
	bool tag_string;
	struct model_type *type;
	const struct tree_node *node; /* its schema; NULL: several became one type */
	const char *status; /* by_status: "201", "2XX" */
	unsigned alias_of; /* 0, or 1 + index of the variant that this further tag, or no tag, stands for */
};

struct model_type {
	enum type_kind kind;
	const char *name; /* in C with the prefix; NULL for scalars and constants */
	const char *kind_name; /* TYPE_UNION: of the enum of its kinds */
	const char *place; /* where in the document, for comments and messages */
	const char *description; /* or NULL */
	const struct tree_node *node;
	bool builtin; /* the runtime has it */
	bool nullable; /* the schema itself allows null */

	struct model_value *values; /* TYPE_ENUM; TYPE_CONST has one */
	unsigned value_count;
	bool mixed; /* not all values are simple strings */

	struct model_member *members; /* TYPE_OBJECT */
	unsigned member_count;
	bool closed;
	bool streams; /* a request that the function itself marks as one for a stream, or not */
	bool streams_by_default;
	bool is_event; /* of a stream */
	bool is_answer; /* of an operation */
	bool is_item; /* of pages */

	struct model_variant *variants; /* TYPE_UNION */
	unsigned variant_count;
	bool by_status; /* of an answer: the HTTP status tells the variant */
	const char *discriminator; /* or NULL */
	const struct tree_node *discriminator_node; /* what the document says of it, or NULL */

	struct model_limit *limits; /* of members or variants */
	unsigned limit_count;

	struct model_type *item; /* TYPE_LIST, TYPE_MAP */
	struct model_type *list; /* the list of this type, once made */
	struct model_type *map;

	unsigned group; /* index of its file; 0: the types that several reach */
	unsigned reached; /* last group that reached it, plus 1 */
	bool ordered;
	unsigned index; /* Tarjan's */
	unsigned low;
	unsigned component;
	bool on_stack;
	struct model_type *next; /* in order of making */
	struct model_type *next_ordered; /* in its group */
	unsigned uses; /* by other types and operations, once all are known */
};

struct model_path {
	const char *name; /* in C */
	const char *wire;
	const char *description; /* or NULL */
	enum type_kind kind; /* TYPE_STRING, _INT64, _UINT64 */
};

/* How a member of a form is sent. */
struct model_encoding {
	const char *name; /* on the wire */
	const char *style; /* the suffix of OAC_STYLE_ */
	bool reserved;
	const char *content_type; /* or NULL */
};

/* How a list comes in pages. Members are NULL where the style has none. */
struct model_page {
	const char *style; /* the suffix of OAC_PAGE_ */
	struct model_type *item;
	const struct model_member *items; /* in the answer; NULL: it is the list itself */
	const struct model_member *more; /* in the answer */
	const struct model_member *at; /* in the request */
	const struct model_member *next; /* in an item (ID) or in the answer */
	const struct model_member *total; /* in the answer */
	int64_t first;
	const char *each; /* functions */
	const char *each_async;
	const char *pages;
	const char *next_page;
	const char *next_item;
};

/* The form of an operation that is answered with a stream. */
struct model_stream {
	const char *function; /* "openai_runs_create_stream" */
	const char *each; /* the function that calls back */
	const char *constant; /* what describes the call to the runtime */
	const char *media_type;
	struct model_type *event; /* NULL: events that have no type in C */
	bool lines; /* JSON texts, not server-sent events */
	bool envelope; /* the event's own members say what its name and its data are */
};

enum scheme_kind {
	SCHEME_HEADER,
	SCHEME_BASIC,
	SCHEME_QUERY,
	SCHEME_COOKIE,
	SCHEME_TLS, /* nothing to send */
};

struct model_scheme {
	const char *id; /* in the document */
	const char *name; /* of the header, query parameter or cookie */
	const char *prefix; /* of the value, or "" */
	const char *about; /* for comments: "a bearer token" */
	enum scheme_kind kind;
	unsigned index; /* in the table, which is without those that send nothing */
	bool key; /* the one that options.api_key is for */
	struct model_scheme *next;
};

/* Which schemes a call needs. */
struct model_security {
	const char *name; /* of its table, with the prefix; NULL: it needs none */
	const char *table; /* "0, OAC_SECURITY_OR, 1, 2, OAC_SECURITY_END" */
	const char *about; /* for comments: "a, or b and c", "none" */
	bool required; /* no choice of it sends nothing */
	bool none; /* nothing is ever sent */
	bool used; /* something points at its table */
	bool written; /* the table is written for this one */
	struct model_security *next;
};

/* What an error's body can be decoded to. */
struct model_error {
	const char *statuses; /* "404, 4XX", or NULL */
	bool rest; /* every status that the document does not have: default */
	struct model_type *type; /* has _from_json */
};

struct model_operation {
	const struct openapi_operation *source;
	const char *function; /* with the prefix: "openai_runs_create" */
	const char *table; /* the same without it, for what is local to the file: "runs_create" */
	const char *constant; /* what describes the call to the runtime */
	struct model_path *path;
	unsigned path_count;
	struct model_type *request; /* or NULL */
	bool request_required; /* some member of it is */
	const char *body_media; /* the suffix of OAC_MEDIA_, or NULL: no body */
	const char *content_type; /* of the body, or NULL: what the media says */
	struct model_encoding *encodings;
	unsigned encoding_count;
	bool body_required;
	bool body_member; /* the body is request->body */
	struct model_type *response; /* or NULL */
	const char *response_media; /* the suffix of OAC_MEDIA_ */
	const char *accept; /* media types, or NULL: application/json */
	bool answer_optional; /* some success has no content */
	struct model_stream *stream; /* or NULL */
	bool only_stream; /* there is no other answer */
	struct model_security *security; /* the model's when the operation says nothing else */
	struct model_error *errors;
	unsigned error_count;
	const char *headers; /* of answers, "Link, X-Limit", or NULL */
	struct openapi_servers servers; /* its own; none: the document's */
	unsigned group;
	struct model_page *page; /* NULL: it is no list that comes in pages */
	struct model_operation *next; /* of its group */
	const char *async; /* the functions for a loop, each NULL when there is no other form of it */
	const char *stream_async;
};

struct model_group {
	const char *name; /* "runs": openai_runs.h */
	const char *description; /* or NULL */
	struct model_operation *operations; /* in the document's order */
	struct model_operation **operations_end;
	struct model_type *types; /* in order of definition: what a struct contains comes first */
	struct model_type **types_end;
	struct model_pattern *patterns;
};

struct model {
	struct arena *arena;
	struct openapi *openapi;
	const struct config *config;
	struct diag *diag;
	struct pointer_table by_node; /* schema node -> type */
	struct table by_config; /* configured name -> type */
	struct table reserved; /* C name -> the named schema that it is for */
	struct table used; /* C names of types */
	struct table numbers; /* the last that a name needed to differ from others */
	struct table functions; /* of operations */
	struct table blocked; /* a type of this name would have a function that an operation has */
	struct table enumerators;
	struct model_type *types;
	struct model_type **types_end;
	struct model_type scalars[TYPE_JSON + 1];
	struct model_type file;
	struct model_type body;
	struct model_type bytes;
	struct model_operation *operations;
	unsigned operation_count;
	struct model_scheme *schemes; /* that some operation needs */
	unsigned own_schemes; /* how many of them, from the first, the document's own list names */
	const struct model_scheme *key_scheme; /* or NULL */
	struct model_security *securities;
	struct model_security *security; /* the document's */
	bool auth_required; /* by every operation */
	struct table tags; /* the document's descriptions of them */
	struct table groups_by_name;
	struct model_group *groups; /* [0]: the shared types */
	unsigned group_count;
	unsigned depth; /* of schemas within schemas */
};

/* False: errors were reported. */
bool model_build(struct model *model, struct openapi *openapi, const struct config *config,
	struct arena *arena, struct diag *diag);
void model_clear(struct model *model);

/* ---- between the files of the model ---- */

/* A schema where it is used. */
struct model_use {
	struct model_type *type;
	const char *description;
	bool nullable;
	bool deprecated;
};

/*
 * The type of a schema. place and name (without the prefix) are for a schema that
 * has no name of its own. constant: a schema with one value may be TYPE_CONST.
 */
bool model_use(struct model *model, struct model_use *use, const struct tree_node *node,
	const char *place, const char *name, bool constant);
/* The type of a schema that the document names. */
bool model_named(struct model *model, const struct openapi_schema *source);
/*
 * A new type of that name or the next that is free, entered in all tables. name has no prefix.
 * node: for the warning when it is another one, or NULL.
 */
struct model_type *model_new(struct model *model, enum type_kind kind, const char *place,
	const char *name, const struct tree_node *node);
struct model_type *model_list(struct model *model, struct model_type *item);
struct model_type *model_map(struct model *model, struct model_type *item);
/* Of SCHEMA_ENUM: an enum, or TYPE_BOOL when both its values are booleans. */
bool model_enum(struct model *model, const struct schema *schema, const char *place,
	const char *name, struct model_type **out);
struct model_type *model_constant(struct model *model, const struct tree_node *node);
/* Of SCHEMA_INTEGER: TYPE_INT64, _UINT64, or _DOUBLE with a warning. */
enum type_kind model_integer(struct model *model, const struct tree_node *node);
/* Gathers the variants. */
bool model_union(struct model *model, struct model_type *type, const struct schema *schema,
	const char *name);
/* Tells them apart and names them, once all types are known. */
void model_finish_union(struct model *model, struct model_type *type);
/* *type: what a union with these branches is when it needs no union, or NULL. */
bool model_simple_union(struct model *model, const struct schema *schema, struct model_type **type);
const char *model_enumerator(struct model *model, const char *type_name, const char *value,
	const struct tree_node *node);
/* names_unique; where that had to number the name, node (NULL: nothing is said) gets a warning, as 'called'. */
const char *model_unique(struct model *model, struct table *used, const char *name,
	const char *called, const struct tree_node *node);
/* model_unique among functions of operations, whose names types then do without. */
const char *model_function(struct model *model, const char *name, const char *called,
	const struct tree_node *node);
/* Reports what would still be declared twice, once all is named. */
void model_check_functions(struct model *model);
/* Names come before types, so that a type makes way for a function. */
void model_name_operations(struct model *model);
bool model_operations(struct model *model);
/* Names constants for the servers that a program can choose from, once enumerators have theirs. */
void model_name_servers(struct model *model);
bool model_request(struct model *model, struct model_operation *operation);
/* Those that are members of the request; path parameters are arguments. */
unsigned model_count_params(const struct openapi_operation *source);
bool model_add_params(struct model *model, struct model_operation *operation);
bool model_response(struct model *model, struct model_operation *operation);
/* 2xx, and default where there is none of these. */
bool model_is_success(const struct openapi_operation *source, const char *status);
/* Makes a union of the answer where successes differ; chosen is the one that it is now. */
bool model_answers(struct model *model, struct model_operation *operation,
	const struct openapi_response *chosen);
/* The JSON that a success is read as, or NULL. */
const struct openapi_media *model_answer_json(
	struct model *model, const struct openapi_response *response);
/* Whether it has a media type that is neither JSON nor a stream. */
bool model_answers_bytes(const struct openapi_response *response);
/* The response's JSON, application/json before others; NULL: it has none. */
const struct openapi_media *model_json_media(
	struct model *model, const struct openapi_response *response);
/* JSON by its type, or any type with a schema that only JSON can have. */
bool model_is_json(struct model *model, const struct openapi_media *media);
/* How its answers come in pages, if the configuration says that they do. */
bool model_page(struct model *model, struct model_operation *operation);
bool model_errors(struct model *model, struct model_operation *operation);
const char *model_headers(struct model *model, const struct openapi_operation *source);
bool model_stream(struct model *model, struct model_operation *operation);
/* Which members of multipart bodies are files, once all requests are known. */
bool model_files(struct model *model);
bool model_webhooks(struct model *model);
bool model_read_security(struct model *model);
/* Which members are structs inside, which file each type goes to, and the order of definition. */
void model_order(struct model *model);
/* Gathers the limits of all types that have an order. */
void model_limits(struct model *model);

#endif
