#include "openapi.h"

#include "dynamic.h"

#include <string.h>

static const char *const methods[] = { "get", "put", "post", "delete", "options", "head", "patch",
	"trace", "query" };

bool openapi_is_stream(const char *type)
{
	static const char *const types[] = { "text/event-stream", "application/x-ndjson",
		"application/ndjson", "application/jsonl", "application/x-jsonlines",
		"application/json-seq" };
	size_t i;

	for (i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
		if (strcmp(type, types[i]) == 0)
			return true;
	}
	return false;
}

bool openapi_is_json(const char *type)
{
	size_t len = strlen(type);

	return strcmp(type, "application/json") == 0 ||
		(len > 5 && strcmp(type + len - 5, "+json") == 0);
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* "Application/JSON; charset=utf-8" -> "application/json" */
static const char *media_name(struct arena *arena, const char *text)
{
	size_t len = strcspn(text, "; ");
	char *name = arena_text(arena, text, len);
	size_t i;

	for (i = 0; i < len; i++)
		name[i] = lower(name[i]);
	return name;
}

static struct openapi_media *load_content(
	struct openapi *openapi, struct tree_node *content, size_t *count)
{
	struct openapi_media *list;
	struct tree_node *node;
	size_t n = 0;

	*count = 0;
	if (!tree_is(content, TREE_MAP) || content->count == 0)
		return NULL;
	list = arena_alloc(&openapi->arena, content->count * sizeof(*list));
	for (node = content->first; node != NULL; node = node->next) {
		struct tree_node *target = reference_resolve(openapi->reference, node, NULL);

		list[n].type = media_name(&openapi->arena, node->key);
		list[n].schema = tree_get(target, "schema");
		list[n].item_schema = tree_get(target, "itemSchema");
		list[n].encoding = tree_get(target, "encoding");
		list[n].node = node;
		n++;
	}
	*count = n;
	return list;
}

static bool is_reserved(
	struct openapi *openapi, const struct tree_node *node, const char *name, const char *in)
{
	if (!tree_true(node, "allowReserved"))
		return false;
	if (strcmp(in, "query") != 0)
		diag_at(openapi->diag, DIAG_WARNING, tree_get(node, "allowReserved"), true,
			"'allowReserved' counts in the query only: '%s' is escaped as ever", name);
	return strcmp(in, "query") == 0;
}

static void load_parameter(
	struct openapi *openapi, struct openapi_operation *operation, struct tree_node *node)
{
	struct tree_node *target = reference_resolve(openapi->reference, node, NULL);
	const char *name = tree_text(target, "name");
	const char *in = tree_text(target, "in");
	struct tree_node *content = tree_get(target, "content");
	struct openapi_parameter *parameter = NULL;
	size_t i;

	if (target == NULL)
		return;
	if (name == NULL || in == NULL) {
		diag_error(openapi->diag, node, "a parameter needs 'name' and 'in'");
		return;
	}
	if (strcmp(in, "path") != 0 && strcmp(in, "query") != 0 && strcmp(in, "header") != 0 &&
		strcmp(in, "cookie") != 0) {
		diag_error(openapi->diag, tree_get(target, "in"), "unknown parameter location '%s'",
			in);
		return;
	}
	/* The operation's own come later and override those of its path. */
	for (i = 0; i < operation->parameter_count; i++) {
		if (strcmp(operation->parameters[i].name, name) == 0 &&
			strcmp(operation->parameters[i].in, in) == 0)
			parameter = &operation->parameters[i];
	}
	if (parameter == NULL)
		parameter = &operation->parameters[operation->parameter_count++];
	memset(parameter, 0, sizeof(*parameter));
	parameter->name = name;
	parameter->in = in;
	parameter->style = tree_text(target, "style");
	if (parameter->style == NULL)
		parameter->style =
			strcmp(in, "query") == 0 || strcmp(in, "cookie") == 0 ? "form" : "simple";
	parameter->explode = tree_get(target, "explode") ? tree_true(target, "explode")
							 : strcmp(parameter->style, "form") == 0;
	parameter->description = tree_text(target, "description");
	parameter->required = tree_true(target, "required");
	parameter->deprecated = tree_true(target, "deprecated");
	parameter->schema = tree_get(target, "schema");
	parameter->node = target;
	parameter->reserved = is_reserved(openapi, target, name, in);
	if (parameter->schema == NULL && tree_is(content, TREE_MAP) && content->first != NULL) {
		parameter->schema = tree_get(content->first, "schema");
		parameter->json = true;
		if (content->count > 1 ||
			!openapi_is_json(media_name(&openapi->arena, content->first->key)))
			diag_at(openapi->diag, DIAG_WARNING, content->first, true,
				"the parameter '%s' is sent as JSON", name);
	}
}

static void load_parameters(struct openapi *openapi, struct openapi_operation *operation,
	struct tree_node *item, struct tree_node *node)
{
	struct tree_node *shared = tree_get(item, "parameters");
	struct tree_node *own = tree_get(node, "parameters");
	struct tree_node *child;
	size_t room = (shared ? shared->count : 0) + (own ? own->count : 0);

	if (room == 0)
		return;
	operation->parameters = arena_alloc(&openapi->arena, room * sizeof(*operation->parameters));
	if (tree_is(shared, TREE_LIST)) {
		for (child = shared->first; child != NULL; child = child->next)
			load_parameter(openapi, operation, child);
	}
	if (tree_is(own, TREE_LIST)) {
		for (child = own->first; child != NULL; child = child->next)
			load_parameter(openapi, operation, child);
	}
}

static void load_responses(struct openapi *openapi, struct openapi_operation *operation)
{
	struct tree_node *responses = tree_get(operation->node, "responses");
	struct tree_node *child;

	if (!tree_is(responses, TREE_MAP) || responses->count == 0)
		return;
	operation->responses =
		arena_alloc(&openapi->arena, responses->count * sizeof(*operation->responses));
	for (child = responses->first; child != NULL; child = child->next) {
		struct openapi_response *response;
		struct tree_node *target;
		const char *name = NULL;

		if (strncmp(child->key, "x-", 2) == 0)
			continue;
		target = reference_resolve(openapi->reference, child, &name);
		if (target == NULL)
			continue;
		response = &operation->responses[operation->response_count++];
		response->status = child->key;
		response->name = name;
		response->node = target;
		response->media =
			load_content(openapi, tree_get(target, "content"), &response->media_count);
		if (tree_get(target, "links") != NULL)
			diag_at(openapi->diag, DIAG_WARNING, tree_get(target, "links"), true,
				"links become nothing in C");
	}
}

/* GET /pets/{id} -> "get_pets_id" */
static const char *make_id(struct openapi *openapi, const char *method, const char *path)
{
	char *id = arena_format(&openapi->arena, "%s%s", method, path);
	char *p;

	for (p = id; *p != '\0'; p++) {
		if (strchr("/{}.-:", *p) != NULL)
			*p = '_';
	}
	return id;
}

static void load_operation(struct openapi *openapi, const char *path, struct tree_node *item,
	const char *method, struct tree_node *node)
{
	struct openapi_operation *operation = &openapi->operations[openapi->operation_count];
	struct tree_node *tags = tree_get(node, "tags");
	struct tree_node *body;
	char *upper;
	char *p;

	if (!tree_is(node, TREE_MAP)) {
		diag_error(openapi->diag, node, "an operation must be an object");
		return;
	}
	openapi->operation_count++;
	operation->node = node;
	operation->path = path;
	upper = arena_text(&openapi->arena, method, strlen(method));
	for (p = upper; *p != '\0'; p++)
		*p = (char)(*p - 'a' + 'A');
	operation->method = upper;
	operation->id = tree_text(node, "operationId");
	if (operation->id == NULL || operation->id[0] == '\0') {
		operation->id = make_id(openapi, method, path);
		operation->made_id = true;
	}
	operation->summary = tree_text(node, "summary");
	operation->description = tree_text(node, "description");
	operation->deprecated = tree_true(node, "deprecated");
	operation->security = tree_get(node, "security");
	operation->servers =
		tree_get(node, "servers") ? tree_get(node, "servers") : tree_get(item, "servers");
	if (tree_is(tags, TREE_LIST) && tree_is(tags->first, TREE_STRING))
		operation->tag = tags->first->text;
	load_parameters(openapi, operation, item, node);
	body = tree_get(node, "requestBody");
	if (body != NULL)
		body = reference_resolve(openapi->reference, body, NULL);
	if (body != NULL) {
		operation->body =
			load_content(openapi, tree_get(body, "content"), &operation->body_count);
		operation->body_required = tree_true(body, "required");
		operation->body_description = tree_text(body, "description");
	}
	load_responses(openapi, operation);
}

/* A member of a path item: an operation, or something that is known otherwise. */
static void load_item_member(
	struct openapi *openapi, const char *path, struct tree_node *item, struct tree_node *member)
{
	static const char *const known[] = { "$ref", "summary", "description", "servers",
		"parameters" };
	size_t i;

	for (i = 0; i < sizeof(methods) / sizeof(methods[0]); i++) {
		if (strcmp(member->key, methods[i]) == 0) {
			load_operation(openapi, path, item, methods[i], member);
			return;
		}
	}
	for (i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if (strcmp(member->key, known[i]) == 0)
			return;
	}
	if (strncmp(member->key, "x-", 2) != 0)
		diag_at(openapi->diag, DIAG_WARNING, member, true,
			"'%s' is no method that oac knows: it is skipped", member->key);
}

static void load_paths(struct openapi *openapi)
{
	struct tree_node *paths = tree_get(openapi->root, "paths");
	struct tree_node *item;
	size_t room = 0;
	size_t i;

	if (!tree_is(paths, TREE_MAP))
		return;
	for (item = paths->first; item != NULL; item = item->next) {
		struct tree_node *target = reference_resolve(openapi->reference, item, NULL);

		for (i = 0; i < sizeof(methods) / sizeof(methods[0]); i++)
			room += tree_get(target, methods[i]) != NULL;
	}
	openapi->operations =
		arena_alloc(&openapi->arena, (room + 1) * sizeof(*openapi->operations));
	for (item = paths->first; item != NULL; item = item->next) {
		struct tree_node *target;
		struct tree_node *child;

		if (strncmp(item->key, "x-", 2) == 0)
			continue;
		if (item->key[0] != '/') {
			diag_at(openapi->diag, DIAG_ERROR, item, true,
				"the path '%s' does not begin with '/'", item->key);
			continue;
		}
		target = reference_resolve(openapi->reference, item, NULL);
		if (!tree_is(target, TREE_MAP))
			continue;
		for (child = target->first; child != NULL; child = child->next)
			load_item_member(openapi, item->key, target, child);
	}
}

static void load_schemas(struct openapi *openapi)
{
	struct tree_node *schemas = tree_get(tree_get(openapi->root, "components"), "schemas");
	struct tree_node *child;

	if (!tree_is(schemas, TREE_MAP) || schemas->count == 0)
		return;
	openapi->schemas = arena_alloc(&openapi->arena, schemas->count * sizeof(*openapi->schemas));
	for (child = schemas->first; child != NULL; child = child->next) {
		openapi->schemas[openapi->schema_count].name = child->key;
		openapi->schemas[openapi->schema_count].node = child;
		openapi->schema_count++;
	}
}

static bool check_version(struct openapi *openapi)
{
	const char *swagger = tree_text(openapi->root, "swagger");
	struct tree_node *node = tree_get(openapi->root, "openapi");
	const char *version = tree_text(openapi->root, "openapi");

	if (!tree_is(openapi->root, TREE_MAP)) {
		diag_error(openapi->diag, openapi->root,
			"this is not an OpenAPI document: its root is not an object");
		return false;
	}
	if (swagger != NULL) {
		diag_error(openapi->diag, tree_get(openapi->root, "swagger"),
			"this is a Swagger %s document, and only OpenAPI 3.0, 3.1 and 3.2 are supported",
			swagger);
		diag_help(openapi->diag,
			"convert it to OpenAPI 3 first, with swagger2openapi for example");
		return false;
	}
	if (version == NULL) {
		diag_error(openapi->diag, openapi->root,
			"this is not an OpenAPI document: it has no member 'openapi'");
		return false;
	}
	if (strncmp(version, "3.0", 3) != 0 && strncmp(version, "3.1", 3) != 0 &&
		strncmp(version, "3.2", 3) != 0) {
		diag_error(openapi->diag, node,
			"OpenAPI version '%s' is not supported, only 3.0, 3.1 and 3.2", version);
		return false;
	}
	return true;
}

bool openapi_load(struct openapi *openapi, struct reference *reference, struct tree_node *root,
	struct diag *diag)
{
	int before = diag->errors;
	struct tree_node *info = tree_get(root, "info");

	memset(openapi, 0, sizeof(*openapi));
	openapi->diag = diag;
	openapi->reference = reference;
	openapi->root = root;
	if (!check_version(openapi) || !dynamic_resolve(reference, root, &openapi->arena))
		return false;
	openapi->title = tree_text(info, "title");
	openapi->version = tree_text(info, "version");
	if (openapi->version == NULL)
		openapi->version = "";
	openapi->servers = openapi_servers(tree_get(root, "servers"), NULL, &openapi->arena, diag);
	load_paths(openapi);
	load_schemas(openapi);
	return diag->errors == before;
}

void openapi_clear(struct openapi *openapi)
{
	arena_clear(&openapi->arena);
}
