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

const char *openapi_media_name(struct arena *arena, const char *text)
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

		list[n].type = openapi_media_name(&openapi->arena, node->key);
		list[n].schema = tree_get(target, "schema");
		list[n].item_schema = tree_get(target, "itemSchema");
		list[n].encoding = tree_get(target, "encoding");
		list[n].node = node;
		n++;
	}
	*count = n;
	return list;
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

static const char *upper(struct arena *arena, const char *text)
{
	char *copy = arena_text(arena, text, strlen(text));
	char *p;

	for (p = copy; *p != '\0'; p++)
		*p = (char)(*p - 'a' + 'A');
	return copy;
}

/* GET /pets/{id} -> "get_pets_id" */
static const char *make_id(struct openapi *openapi, const char *method, const char *path)
{
	char *id = arena_format(&openapi->arena, "%s%s", method, path);
	size_t len = strlen(method);
	size_t i;

	for (i = 0; id[i] != '\0'; i++) {
		if (i < len)
			id[i] = lower(id[i]);
		if (strchr("/{}.-:", id[i]) != NULL)
			id[i] = '_';
	}
	return id;
}

/* Tags that are badges or the like, and no place of their own. */
static void read_labels(struct openapi *openapi)
{
	struct tree_node *tags = tree_get(openapi->root, "tags");
	struct tree_node *tag;

	for (tag = tree_is(tags, TREE_LIST) ? tags->first : NULL; tag != NULL; tag = tag->next) {
		const char *kind = tree_text(tag, "kind");

		if (kind != NULL && strcmp(kind, "nav") != 0 && tree_text(tag, "name") != NULL)
			table_add(&openapi->labels, tree_text(tag, "name"), tag);
	}
}

/* The first that is no label, or else the first. */
static const char *choose_tag(const struct openapi *openapi, const struct tree_node *tags)
{
	const struct tree_node *tag;

	if (!tree_is(tags, TREE_LIST) || !tree_is(tags->first, TREE_STRING))
		return NULL;
	for (tag = tags->first; tag != NULL; tag = tag->next) {
		if (tag->kind == TREE_STRING && table_get(&openapi->labels, tag->text) == NULL)
			return tag->text;
	}
	return tags->first->text;
}

/* method: in upper case, or as additionalOperations has it. */
static void load_operation(struct openapi *openapi, const char *path, struct tree_node *item,
	const char *method, struct tree_node *node)
{
	struct openapi_operation *operation = &openapi->operations[openapi->operation_count];
	struct tree_node *body;

	if (!tree_is(node, TREE_MAP)) {
		diag_error(openapi->diag, node, "an operation must be an object");
		return;
	}
	openapi->operation_count++;
	operation->node = node;
	operation->path = path;
	operation->method = method;
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
	operation->tag = choose_tag(openapi, tree_get(node, "tags"));
	openapi_parameters(openapi, operation, item, node);
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

/* A method may be any token of HTTP. */
static bool is_method(const char *text)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
				      "0123456789!#$%&'*+-.^_`|~";

	return text[0] != '\0' && text[strspn(text, letters)] == '\0';
}

static void load_additional(struct openapi *openapi, const char *path, struct tree_node *item,
	struct tree_node *operations)
{
	struct tree_node *node;

	for (node = tree_is(operations, TREE_MAP) ? operations->first : NULL; node != NULL;
		node = node->next) {
		if (strncmp(node->key, "x-", 2) == 0)
			continue;
		if (is_method(node->key))
			load_operation(openapi, path, item, node->key, node);
		else
			diag_at(openapi->diag, DIAG_ERROR, node, true,
				"'%s' cannot be a method of HTTP", node->key);
	}
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
			load_operation(
				openapi, path, item, upper(&openapi->arena, methods[i]), member);
			return;
		}
	}
	if (strcmp(member->key, "additionalOperations") == 0) {
		load_additional(openapi, path, item, member);
		return;
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
		if (tree_is(tree_get(target, "additionalOperations"), TREE_MAP))
			room += tree_get(target, "additionalOperations")->count;
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
	struct openapi_server self = { 0 };

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
	self.url = tree_text(root, "$self");
	self.whole = self.url != NULL && strstr(self.url, "://") != NULL;
	openapi->servers = openapi_servers(
		tree_get(root, "servers"), self.whole ? &self : NULL, &openapi->arena, diag);
	read_labels(openapi);
	load_paths(openapi);
	load_schemas(openapi);
	if (openapi->operation_count == 0 && openapi->schema_count == 0 &&
		tree_get(root, "webhooks") == NULL)
		diag_warning(diag, root, "the document has neither operations nor schemas");
	return diag->errors == before;
}

void openapi_clear(struct openapi *openapi)
{
	table_clear(&openapi->labels);
	arena_clear(&openapi->arena);
}
