/*
 * compare_operation.c: what goes over the wire, operation by operation.
 */
#include "compare.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum {
	MAX_PARAMETERS = 32,
};

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

static const char *const METHODS[] = { "get", "put", "post", "delete", "options", "head", "patch",
	"trace" };
static const char *const PARAMETER_FACTS[] = { "style", "explode", "allowReserved",
	"allowEmptyValue", "deprecated" };

struct operation {
	struct tree_node *item; /* of paths; NULL: before the first */
	size_t method;
	struct tree_node *node;
};

struct parameters {
	struct tree_node *items[MAX_PARAMETERS];
	size_t count;
};

static bool next_operation(const struct document *document, struct operation *operation)
{
	const struct tree_node *paths = tree_get(document->root, "paths");
	struct tree_node *item = operation->item;
	size_t i = operation->method + 1;

	if (!item) {
		item = paths ? paths->first : NULL;
		i = 0;
	}
	for (; item; item = item->next, i = 0) {
		for (; i < LENGTH(METHODS); i++) {
			operation->item = item;
			operation->method = i;
			operation->node = tree_get(item, METHODS[i]);
			if (operation->node)
				return true;
		}
	}
	return false;
}

static bool find_operation(
	const struct document *document, const char *id, struct operation *operation)
{
	const char *other;

	memset(operation, 0, sizeof(*operation));
	while (next_operation(document, operation)) {
		other = tree_text(operation->node, "operationId");
		if (other && strcmp(other, id) == 0)
			return true;
	}
	return false;
}

static struct tree_node *find_parameter(
	const struct parameters *parameters, const struct tree_node *like)
{
	const char *name = tree_text(like, "name"), *in = tree_text(like, "in");
	size_t i;

	assert_true(name && in);
	for (i = 0; i < parameters->count; i++) {
		if (strcmp(tree_text(parameters->items[i], "name"), name) == 0 &&
			strcmp(tree_text(parameters->items[i], "in"), in) == 0)
			return parameters->items[i];
	}
	return NULL;
}

/* The operation's own come first, so that they win over the path's. */
static void add_parameters(
	struct document *document, const struct tree_node *owner, struct parameters *parameters)
{
	const struct tree_node *list = tree_get(owner, "parameters");
	struct tree_node *item, *parameter;

	for (item = list ? list->first : NULL; item; item = item->next) {
		parameter = document_resolve(document, item);
		if (find_parameter(parameters, parameter))
			continue;
		assert_in_range(parameters->count, 0, MAX_PARAMETERS - 1);
		parameters->items[parameters->count++] = parameter;
	}
}

static const char *parameter_place(
	struct comparison *c, const char *id, const struct tree_node *parameter)
{
	return arena_format(&c->arena, "%s/parameters/%s", id, tree_text(parameter, "name"));
}

static void compare_parameter(struct comparison *c, const char *place, const struct tree_node *ours,
	const struct tree_node *vendors)
{
	struct tree_node *a = tree_get(ours, "schema"), *b = tree_get(vendors, "schema");
	size_t i;

	compare_flag(
		c, place, "required", tree_true(ours, "required"), tree_true(vendors, "required"));
	for (i = 0; i < LENGTH(PARAMETER_FACTS); i++)
		compare_value(c, place, PARAMETER_FACTS[i], tree_get(ours, PARAMETER_FACTS[i]),
			tree_get(vendors, PARAMETER_FACTS[i]));
	if (a && b)
		compare_schema(c, place, a, b);
	else
		compare_value(c, place, "schema", a, b);
}

static void compare_parameters(struct comparison *c, const char *id, const struct operation *ours,
	const struct operation *vendors)
{
	struct parameters a = { { NULL }, 0 }, b = { { NULL }, 0 };
	struct tree_node *other;
	const char *place;
	size_t i;

	add_parameters(c->ours, ours->node, &a);
	add_parameters(c->ours, ours->item, &a);
	add_parameters(c->vendors, vendors->node, &b);
	add_parameters(c->vendors, vendors->item, &b);
	for (i = 0; i < a.count; i++) {
		place = parameter_place(c, id, a.items[i]);
		other = find_parameter(&b, a.items[i]);
		if (other)
			compare_parameter(c, place, a.items[i], other);
		else
			differ(c, place, NULL, "has it", "has not");
	}
	for (i = 0; i < b.count; i++) {
		if (!find_parameter(&a, b.items[i]))
			differ(c, parameter_place(c, id, b.items[i]), NULL, "has it not", "has");
	}
}

/* The media types of a body or an answer. */
static void compare_content(struct comparison *c, const char *place, const struct tree_node *ours,
	const struct tree_node *vendors)
{
	const struct tree_node *a = tree_get(ours, "content"), *b = tree_get(vendors, "content");
	const struct tree_node *media, *other;
	struct tree_node *a_schema, *b_schema;
	const char *where;

	for (media = a ? a->first : NULL; media; media = media->next) {
		where = arena_format(&c->arena, "%s/%s", place, media->key);
		other = tree_get(b, media->key);
		a_schema = tree_get(media, "schema");
		b_schema = tree_get(other, "schema");
		if (!other)
			differ(c, where, NULL, "has it", "has not");
		else if (a_schema && b_schema)
			compare_schema(c, where, a_schema, b_schema);
		else
			compare_value(c, where, "schema", a_schema, b_schema);
	}
	for (media = b ? b->first : NULL; media; media = media->next) {
		if (!tree_get(a, media->key))
			differ(c, place, media->key, "has it not", "has");
	}
}

static void compare_body(struct comparison *c, const char *id, const struct operation *ours,
	const struct operation *vendors)
{
	const char *place = arena_format(&c->arena, "%s/body", id);
	struct tree_node *a = tree_get(ours->node, "requestBody");
	struct tree_node *b = tree_get(vendors->node, "requestBody");

	a = a ? document_resolve(c->ours, a) : NULL;
	b = b ? document_resolve(c->vendors, b) : NULL;
	compare_flag(c, place, "exists", a, b);
	compare_flag(c, place, "required", tree_true(a, "required"), tree_true(b, "required"));
	compare_content(c, place, a, b);
}

static void compare_responses(struct comparison *c, const char *id, const struct operation *ours,
	const struct operation *vendors)
{
	const struct tree_node *a = tree_get(ours->node, "responses");
	const struct tree_node *b = tree_get(vendors->node, "responses");
	struct tree_node *response, *other;
	const char *place;

	for (response = a ? a->first : NULL; response; response = response->next) {
		place = arena_format(&c->arena, "%s/responses/%s", id, response->key);
		other = tree_get(b, response->key);
		if (other)
			compare_content(c, place, document_resolve(c->ours, response),
				document_resolve(c->vendors, other));
		else
			differ(c, place, NULL, "has it", "has not");
	}
	for (response = b ? b->first : NULL; response; response = response->next) {
		place = arena_format(&c->arena, "%s/responses/%s", id, response->key);
		if (!tree_get(a, response->key))
			differ(c, place, NULL, "has it not", "has");
	}
}

static void compare_operation(struct comparison *c, const char *id, const struct operation *ours,
	const struct operation *vendors)
{
	compare_text(c, id, "path", ours->item->key, vendors->item->key);
	compare_text(c, id, "method", METHODS[ours->method], METHODS[vendors->method]);
	compare_flag(c, id, "deprecated", tree_true(ours->node, "deprecated"),
		tree_true(vendors->node, "deprecated"));
	compare_value(c, id, "security", tree_get(ours->node, "security"),
		tree_get(vendors->node, "security"));
	compare_value(c, id, "servers", tree_get(ours->node, "servers"),
		tree_get(vendors->node, "servers"));
	compare_parameters(c, id, ours, vendors);
	compare_body(c, id, ours, vendors);
	compare_responses(c, id, ours, vendors);
}

static bool begins_with_one(const char *text, const char *const *prefixes)
{
	for (; *prefixes; prefixes++) {
		if (strncmp(text, *prefixes, strlen(*prefixes)) == 0)
			return true;
	}
	return false;
}

void compare_operations(struct comparison *c, const char *const *prefixes)
{
	struct operation ours = { NULL, 0, NULL }, vendors = { NULL, 0, NULL };
	const char *id;

	while (next_operation(c->ours, &ours)) {
		id = tree_text(ours.node, "operationId");
		assert_non_null(id);
		if (find_operation(c->vendors, id, &vendors))
			compare_operation(c, id, &ours, &vendors);
		else
			differ(c, id, NULL, "has it", "has not");
	}
	memset(&vendors, 0, sizeof(vendors));
	while (next_operation(c->vendors, &vendors)) {
		id = tree_text(vendors.node, "operationId");
		if (id && begins_with_one(vendors.item->key, prefixes) &&
			!find_operation(c->ours, id, &ours))
			differ(c, id, NULL, "has it not", "has");
	}
}

void compare_access(struct comparison *c)
{
	const struct tree_node *choice, *scheme;
	const struct tree_node *a = tree_get(c->ours->root, "security");
	const char *place;

	compare_value(c, "servers", NULL, tree_get(c->ours->root, "servers"),
		tree_get(c->vendors->root, "servers"));
	compare_value(c, "security", NULL, a, tree_get(c->vendors->root, "security"));
	for (choice = a ? a->first : NULL; choice; choice = choice->next) {
		for (scheme = choice->first; scheme; scheme = scheme->next) {
			place = arena_format(&c->arena, "securitySchemes/%s", scheme->key);
			compare_value(c, place, NULL,
				document_component(c->ours, "securitySchemes", scheme->key),
				document_component(c->vendors, "securitySchemes", scheme->key));
		}
	}
}
