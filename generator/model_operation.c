/* Operations: their names and their paths. */
#include "model.h"

#include "names.h"

#include <stdlib.h>
#include <string.h>

/* ---- groups ---- */

/* tag: whose description the group has if it is new. */
static struct model_group *find_group(struct model *model, const char *name, const char *tag)
{
	struct model_group *group = table_get(&model->groups_by_name, name);

	if (group == NULL) {
		const struct tree_node *described = tag ? table_get(&model->tags, tag) : NULL;

		group = &model->groups[model->group_count++];
		group->name = name;
		group->description = tree_text(described, "description");
		if (group->description == NULL)
			group->description = tree_text(described, "summary");
		group->operations_end = &group->operations;
		table_set(&model->groups_by_name, name, group);
	}
	return group;
}

static void add_to_group(
	struct model *model, struct model_operation *operation, struct model_group *group)
{
	operation->group = (unsigned)(group - model->groups);
	*group->operations_end = operation;
	group->operations_end = &operation->next;
}

static void read_tags(struct model *model)
{
	const struct tree_node *tags = tree_get(model->openapi->root, "tags");
	struct tree_node *tag;

	for (tag = tags ? tags->first : NULL; tag != NULL; tag = tag->next) {
		if (tree_text(tag, "name") != NULL)
			table_add(&model->tags, tree_text(tag, "name"), tag);
	}
}

/* "runs.create" is create of the resource runs; else the tag is the group and the operationId the name. */
static void name_operation(struct model *model, struct model_operation *operation)
{
	static const char *const kept[] = { "types", "tables", "client" };
	const struct openapi_operation *source = operation->source;
	const char *configured = config_operation(model->config, source->id);
	const char *dot = configured ? strrchr(configured, '.') : NULL;
	const char *group = "api";
	const char *name = names_snake(model->arena, configured ? configured : source->id, false);
	size_t i;

	if (dot != NULL)
		group = names_snake(model->arena,
			arena_text(model->arena, configured, (size_t)(dot - configured)), false);
	else if (source->tag != NULL)
		group = names_snake(model->arena, source->tag, false);
	for (i = 0; i < sizeof(kept) / sizeof(kept[0]); i++) {
		if (strcmp(group, kept[i]) == 0)
			group = arena_format(model->arena, "%s_api", group);
	}
	add_to_group(model, operation, find_group(model, group, source->tag));
	operation->function = model_function(model,
		arena_format(model->arena, "%s_%s", model->config->prefix, name), source->id,
		source->node);
	operation->table = operation->function + strlen(model->config->prefix) + 1;
	if (operation->table[0] >= '0' && operation->table[0] <= '9')
		operation->table = operation->function;
}

/* ---- path ---- */

static const struct openapi_parameter *find_parameter(
	const struct openapi_operation *source, const char *name, size_t len)
{
	size_t i;

	for (i = 0; i < source->parameter_count; i++) {
		const struct openapi_parameter *parameter = &source->parameters[i];

		if (strcmp(parameter->in, "path") == 0 && strlen(parameter->name) == len &&
			memcmp(parameter->name, name, len) == 0)
			return parameter;
	}
	return NULL;
}

/* What functions call their other arguments and variables. */
static const char *const own_words[] = { "client", "request", "options", "out", "err", "path",
	"status", "result", "each", "user", "stream", "loop", "done", "async", "then", "to" };

/* Another parameter of the path may have the name already, and is not to be taken for it. */
static const char *name_argument(
	struct model *model, struct table *used, const char *wire, const struct tree_node *node)
{
	const char *name = names_member(model->arena, wire);
	size_t i;

	for (i = 0; i < sizeof(own_words) / sizeof(own_words[0]); i++) {
		if (strcmp(own_words[i], name) == 0)
			node = NULL;
	}
	return model_unique(model, used, name, wire, node);
}

/* No path needs more than 64 bits. */
static enum type_kind path_kind(struct model *model, const struct tree_node *node)
{
	return model_integer(model, node) == TYPE_UINT64 ? TYPE_UINT64 : TYPE_INT64;
}

static bool read_path(struct model *model, struct model_operation *operation)
{
	const struct openapi_operation *source = operation->source;
	struct table used = TABLE_EMPTY;
	const char *p;
	size_t i;
	bool ok = true;

	for (i = 0; i < sizeof(own_words) / sizeof(own_words[0]); i++)
		table_add(&used, own_words[i], &used);
	operation->path =
		arena_alloc(model->arena, strlen(source->path) * sizeof(*operation->path));
	for (p = strchr(source->path, '{'); ok && p != NULL; p = strchr(p, '{')) {
		struct model_path *path = &operation->path[operation->path_count];
		const char *end = strchr(p, '}');
		const struct openapi_parameter *parameter;

		if (end == NULL) {
			diag_error(model->diag, source->node,
				"a brace of the path '%s' is not closed", source->path);
			ok = false;
			break;
		}
		p++;
		parameter = find_parameter(source, p, (size_t)(end - p));
		path->wire = arena_text(model->arena, p, (size_t)(end - p));
		path->name = name_argument(
			model, &used, path->wire, parameter ? parameter->node : source->node);
		if (parameter == NULL) {
			diag_warning(model->diag, source->node,
				"the path names '%s', but no parameter describes it", path->wire);
		} else {
			struct schema schema;

			path->description = parameter->description;
			if (parameter->schema != NULL) {
				ok = schema_read(&schema, model->openapi, parameter->schema);
				if (ok && schema.shape == SCHEMA_INTEGER)
					path->kind = path_kind(model, schema.node);
			}
		}
		operation->path_count++;
		p = end;
	}
	table_clear(&used);
	return ok;
}

void model_name_operations(struct model *model)
{
	struct openapi *openapi = model->openapi;
	size_t i;

	read_tags(model);
	model->groups =
		arena_alloc(model->arena, (openapi->operation_count + 1) * sizeof(*model->groups));
	model->groups->name = "types";
	model->group_count = 1;
	model->operations = arena_alloc(
		model->arena, (openapi->operation_count + 1) * sizeof(*model->operations));
	for (i = 0; i < openapi->operation_count; i++) {
		struct model_operation *operation = &model->operations[model->operation_count++];

		operation->source = &openapi->operations[i];
		name_operation(model, operation);
	}
}

static const char *name_form(struct model *model, const struct model_operation *operation,
	const char *function, const char *ending)
{
	const char *name = arena_format(model->arena, "%s%s", function, ending);

	return model_unique(model, &model->functions, name, name, operation->source->node);
}

/* Only the runtime sees it: nobody has to be told that it has another name. */
static const char *name_constant(struct model *model, const char *function)
{
	return model_unique(model, &model->functions,
		arena_format(model->arena, "%s_operation", function), NULL, NULL);
}

/* After all operations have their own names, which come first. */
static void name_forms(struct model *model, struct model_operation *operation)
{
	if (!operation->only_stream) {
		operation->async = name_form(model, operation, operation->function, "_async");
		operation->constant = name_constant(model, operation->function);
	}
	if (operation->response != NULL)
		operation->response->is_answer = true;
	if (operation->stream != NULL) {
		struct model_stream *stream = operation->stream;

		operation->stream_async = name_form(model, operation, stream->function, "_async");
		stream->each = name_form(model, operation, stream->function, "_each");
		stream->constant = name_constant(model, stream->function);
	}
	if (operation->page == NULL)
		return;
	operation->page->each = name_form(model, operation, operation->function, "_each");
	operation->page->each_async =
		name_form(model, operation, operation->function, "_each_async");
	operation->page->pages = name_form(model, operation, operation->function, "_pages");
	operation->page->next_page = name_form(model, operation, operation->function, "_next_page");
	operation->page->next_item = name_form(model, operation, operation->function, "_next");
	operation->page->item->is_item = true;
}

bool model_operations(struct model *model)
{
	unsigned i;

	for (i = 0; i < model->operation_count; i++) {
		struct model_operation *operation = &model->operations[i];
		struct openapi_servers *servers = &model->openapi->servers;

		operation->servers = openapi_servers(operation->source->servers,
			servers->count > 0 ? servers->list : NULL, model->arena, model->diag);
		if (!read_path(model, operation) || !model_request(model, operation) ||
			!model_response(model, operation) || !model_stream(model, operation) ||
			!model_page(model, operation) || !model_errors(model, operation))
			return false;
		operation->headers = model_headers(model, operation->source);
	}
	for (i = 0; i < model->operation_count; i++)
		name_forms(model, &model->operations[i]);
	return model_files(model);
}

void model_name_servers(struct model *model)
{
	struct openapi_servers *servers = &model->openapi->servers;
	size_t i;

	if (servers->count == 0 || (servers->count == 1 && servers->list[0].variables == NULL))
		return;
	for (i = 0; i < servers->count; i++) {
		struct openapi_server *server = &servers->list[i];
		const char *name = server->name ? names_snake(model->arena, server->name, false)
						: arena_format(model->arena, "%zu", i + 1);

		if (server->whole)
			server->constant = model_unique(model, &model->enumerators,
				names_upper(model->arena,
					arena_format(model->arena, "%s_server_%s",
						model->config->prefix, name)),
				server->url, server->node);
	}
}
