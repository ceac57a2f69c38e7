/* Operations: their names, their request structs and their results. */
#include "model.h"

#include "names.h"

#include <stdlib.h>
#include <string.h>

/* ---- groups ---- */

static unsigned find_group(struct model *model, const char *name, const char *description)
{
	struct model_group *groups;
	unsigned i;

	for (i = 1; i < model->group_count; i++) {
		if (strcmp(model->groups[i].name, name) == 0)
			return i;
	}
	groups = arena_alloc(model->arena, (model->group_count + 1) * sizeof(*groups));
	memcpy(groups, model->groups, model->group_count * sizeof(*groups));
	groups[i].name = name;
	groups[i].description = description;
	model->groups = groups;
	model->group_count++;
	return i;
}

static const char *tag_description(struct model *model, const char *tag)
{
	const struct tree_node *tags = tree_get(model->openapi->root, "tags");
	const struct tree_node *node;

	for (node = tag && tags ? tags->first : NULL; node != NULL; node = node->next) {
		const char *name = tree_text(node, "name");

		if (name != NULL && strcmp(name, tag) == 0)
			return tree_text(node, "description");
	}
	return NULL;
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
		group = names_snake(model->arena, arena_text(model->arena, configured, (size_t)(dot - configured)), false);
	else if (source->tag != NULL)
		group = names_snake(model->arena, source->tag, false);
	for (i = 0; i < sizeof(kept) / sizeof(kept[0]); i++) {
		if (strcmp(group, kept[i]) == 0)
			group = arena_format(model->arena, "%s_api", group);
	}
	operation->group = find_group(model, group, tag_description(model, source->tag));
	operation->function = names_unique(model->arena, &model->functions,
		arena_format(model->arena, "%s_%s", model->config->prefix, name));
	operation->table = operation->function + strlen(model->config->prefix) + 1;
	if (operation->table[0] >= '0' && operation->table[0] <= '9')
		operation->table = operation->function;
}

/* ---- path ---- */

static const struct openapi_parameter *find_parameter(const struct openapi_operation *source, const char *name, size_t len)
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

static bool read_path(struct model *model, struct model_operation *operation)
{
	static const char *const taken[] = { "client", "request", "options", "out", "err", "path", "status", "result", "each", "user" };
	const struct openapi_operation *source = operation->source;
	struct table used = TABLE_EMPTY;
	const char *p;
	size_t i;
	bool ok = true;

	for (i = 0; i < sizeof(taken) / sizeof(taken[0]); i++)
		table_set(&used, taken[i], model);
	operation->path = arena_alloc(model->arena, strlen(source->path) * sizeof(*operation->path));
	for (p = strchr(source->path, '{'); ok && p != NULL; p = strchr(p, '{')) {
		struct model_path *path = &operation->path[operation->path_count];
		const char *end = strchr(p, '}');
		const struct openapi_parameter *parameter;

		if (end == NULL) {
			diag_error(model->diag, source->node, "a brace of the path '%s' is not closed", source->path);
			ok = false;
			break;
		}
		p++;
		parameter = find_parameter(source, p, (size_t)(end - p));
		path->wire = arena_text(model->arena, p, (size_t)(end - p));
		path->name = names_unique(model->arena, &used, names_member(model->arena, path->wire));
		if (parameter == NULL) {
			diag_warning(model->diag, source->node, "the path names '%s', but no parameter describes it", path->wire);
		} else {
			struct schema schema;

			path->description = parameter->description;
			if (parameter->schema != NULL) {
				ok = schema_read(&schema, model->openapi, parameter->schema);
				path->integer = ok && schema.shape == SCHEMA_INTEGER;
			}
		}
		operation->path_count++;
		p = end;
	}
	table_clear(&used);
	return ok;
}

/* ---- request ---- */

static bool is_taken(const struct model_type *type, const char *name)
{
	unsigned i;

	for (i = 0; i < type->member_count; i++) {
		if (type->members[i].name != NULL && strcmp(type->members[i].name, name) == 0)
			return true;
	}
	return false;
}

static const char *style_of(struct model *model, const struct openapi_parameter *parameter)
{
	if (parameter->json)
		return "JSON";
	if (strcmp(parameter->style, "form") == 0)
		return parameter->explode ? NULL : "FORM";
	if (strcmp(parameter->style, "spaceDelimited") == 0)
		return "SPACE";
	if (strcmp(parameter->style, "pipeDelimited") == 0)
		return "PIPE";
	if (strcmp(parameter->style, "deepObject") == 0)
		return "DEEP_OBJECT";
	if (strcmp(parameter->style, "simple") == 0)
		return "SIMPLE";
	diag_warning(model->diag, tree_get(parameter->node, "style"), "style '%s' is not supported here; 'form' is used", parameter->style);
	return NULL;
}

static bool is_param(const struct openapi_parameter *parameter)
{
	static const char *const own[] = { "accept", "content-type", "authorization" };
	size_t i;

	if (strcmp(parameter->in, "path") == 0)
		return false;
	if (strcmp(parameter->in, "header") != 0)
		return true;
	for (i = 0; i < sizeof(own) / sizeof(own[0]); i++) {
		const char *a = own[i];
		const char *b = parameter->name;

		while (*a != '\0' && (*b | 32) == *a) {
			a++;
			b++;
		}
		if (*a == '\0' && *b == '\0')
			return false; /* the specification: such definitions are ignored */
	}
	return true;
}

static unsigned count_params(const struct openapi_operation *source)
{
	unsigned count = 0;
	size_t i;

	for (i = 0; i < source->parameter_count; i++)
		count += is_param(&source->parameters[i]);
	return count;
}

static bool add_params(struct model *model, struct model_operation *operation, struct model_type *request)
{
	const struct openapi_operation *source = operation->source;
	struct model_member *members = arena_alloc(model->arena,
		(request->member_count + source->parameter_count + 1) * sizeof(*members));
	size_t i;

	if (request->member_count > 0)
		memcpy(members, request->members, request->member_count * sizeof(*members));
	request->members = members;
	for (i = 0; i < source->parameter_count; i++) {
		const struct openapi_parameter *parameter = &source->parameters[i];
		struct model_member *member = &members[request->member_count];
		struct model_use use = { 0 };
		const char *name;

		if (!is_param(parameter))
			continue;
		use.type = &model->scalars[TYPE_STRING];
		if (parameter->schema != NULL &&
			!model_use(model, &use, parameter->schema,
				arena_format(model->arena, "%s.%s", source->id, parameter->name),
				arena_format(model->arena, "%s_%s", names_snake(model->arena, source->id, false),
					names_snake(model->arena, parameter->name, false)),
				false))
			return false;
		name = names_member(model->arena, parameter->name);
		if (is_taken(request, name))
			name = arena_format(model->arena, "%s_%s", parameter->in, name);
		while (is_taken(request, name))
			name = arena_format(model->arena, "%s_", name);
		memset(member, 0, sizeof(*member));
		member->wire = parameter->name;
		member->name = name;
		member->type = use.type;
		member->node = parameter->schema;
		member->description = parameter->description ? parameter->description : use.description;
		member->location = parameter->in;
		member->style = style_of(model, parameter);
		member->required = parameter->required;
		member->nullable = use.nullable;
		member->deprecated = parameter->deprecated || use.deprecated;
		request->member_count++;
	}
	return true;
}

static const struct openapi_media *json_media(const struct openapi_media *media, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++) {
		if (openapi_is_json(media[i].type))
			return &media[i];
	}
	return NULL;
}

static bool answers_with_stream(const struct openapi_operation *source)
{
	size_t i;
	size_t j;

	for (i = 0; i < source->response_count; i++) {
		for (j = 0; j < source->responses[i].media_count; j++) {
			if (strcmp(source->responses[i].media[j].type, "text/event-stream") == 0)
				return true;
		}
	}
	return false;
}

/* The function itself says whether it wants a stream, so 'stream' is no member. */
static void drop_stream_member(struct model_type *type)
{
	unsigned i;

	for (i = 0; i < type->member_count; i++) {
		const struct model_member *member = &type->members[i];

		if (strcmp(member->wire, "stream") == 0 &&
			(member->type->kind == TYPE_BOOL || member->type->kind == TYPE_CONST)) {
			memmove(&type->members[i], &type->members[i + 1],
				(type->member_count - i - 1) * sizeof(*type->members));
			type->member_count--;
			type->streams = true;
			return;
		}
	}
}

static struct model_type *body_as_member(struct model *model, const char *place, const char *name, const struct model_use *use,
	bool required)
{
	struct model_type *type = model_new(model, TYPE_OBJECT, place, name);

	type->members = arena_alloc(model->arena, sizeof(*type->members));
	type->member_count = 1;
	type->members->wire = "body";
	type->members->name = "body";
	type->members->type = use->type;
	type->members->required = required;
	type->members->nullable = use->nullable;
	type->members->description = use->description;
	return type;
}

static bool read_request(struct model *model, struct model_operation *operation)
{
	const struct openapi_operation *source = operation->source;
	const struct openapi_media *media = json_media(source->body, source->body_count);
	const char *place = arena_format(model->arena, "%s.request", source->id);
	const char *name = config_type(model->config, place);
	unsigned params = count_params(source);
	struct model_type *request = NULL;
	unsigned i;

	if (name == NULL)
		name = arena_format(model->arena, "%s_request", names_snake(model->arena, source->id, false));
	if (media == NULL && source->body_count > 0)
		diag_warning(model->diag, source->node, "the body of %s has no JSON form; '%s' is not supported yet",
			source->id, source->body[0].type);
	if (media != NULL && media->schema != NULL) {
		struct model_use use;

		if (!model_use(model, &use, media->schema, place, name, false))
			return false;
		operation->body = true;
		operation->body_required = source->body_required;
		if (use.type->kind != TYPE_OBJECT) {
			request = body_as_member(model, place, name, &use, source->body_required);
			operation->body_member = true;
		} else {
			request = use.type;
			if (answers_with_stream(source))
				drop_stream_member(request);
			if (params > 0 && strcmp(request->name + strlen(model->config->prefix) + 1, name) != 0) {
				struct model_type *own = model_new(model, TYPE_OBJECT, place, name);

				own->members = request->members;
				own->member_count = request->member_count;
				own->closed = request->closed;
				own->description = request->description;
				request = own;
			}
		}
	}
	if (request == NULL && params > 0)
		request = model_new(model, TYPE_OBJECT, place, name);
	if (params > 0 && !add_params(model, operation, request))
		return false;
	operation->request = request;
	for (i = 0; request != NULL && i < request->member_count; i++)
		operation->request_required |= request->members[i].required && request->members[i].type->kind != TYPE_CONST &&
			(operation->body_required || request->members[i].location != NULL || !operation->body);
	operation->request_required |= operation->body_required;
	return true;
}

/* ---- response ---- */

/* Lower is better: 200, other 2xx, 2XX, default. */
static int rank_of(const char *status)
{
	if (strcmp(status, "200") == 0)
		return 0;
	if (status[0] == '2' && status[1] >= '0' && status[1] <= '9')
		return 1;
	if (status[0] == '2')
		return 2;
	return strcmp(status, "default") == 0 ? 3 : 4;
}

static bool read_response(struct model *model, struct model_operation *operation)
{
	const struct openapi_operation *source = operation->source;
	const struct openapi_response *best = NULL;
	const struct openapi_media *media;
	struct model_use use;
	size_t i;

	for (i = 0; i < source->response_count; i++) {
		const struct openapi_response *response = &source->responses[i];

		if (rank_of(response->status) < 4 && (best == NULL || rank_of(response->status) < rank_of(best->status)))
			best = response;
	}
	if (best == NULL)
		return true;
	operation->response_status = best->status;
	media = json_media(best->media, best->media_count);
	if (media == NULL && best->media_count > 0)
		diag_warning(model->diag, best->node, "the answer of %s has no JSON form; '%s' is not supported yet",
			source->id, best->media[0].type);
	if (media == NULL || media->schema == NULL)
		return true;
	if (!model_use(model, &use, media->schema, arena_format(model->arena, "%s.response", source->id),
		    arena_format(model->arena, "%s_response", names_snake(model->arena, source->id, false)), false))
		return false;
	operation->response = use.type;
	return true;
}

/* ---- pages ---- */

static const struct model_member *find_member(const struct model_type *type, const char *wire)
{
	unsigned i;

	for (i = 0; type != NULL && wire != NULL && type->kind == TYPE_OBJECT && i < type->member_count; i++) {
		if (strcmp(type->members[i].wire, wire) == 0)
			return &type->members[i];
	}
	return NULL;
}

static const char *page_text(const struct tree_node *page, const char *key, const char *usual)
{
	const char *text = tree_text(page, key);

	return text ? text : usual;
}

static bool read_page(struct model *model, struct model_operation *operation)
{
	const struct tree_node *page = config_pagination(model->config, operation->source->id);
	const struct model_member *data;
	const struct model_member *id = NULL;

	if (page == NULL)
		return true;
	data = find_member(operation->response, page_text(page, "items", "data"));
	operation->page_more = find_member(operation->response, page_text(page, "more", "has_more"));
	operation->page_cursor = find_member(operation->request, page_text(page, "cursor", "after"));
	if (data != NULL && data->type->kind == TYPE_LIST && data->type->item->kind == TYPE_OBJECT)
		id = find_member(data->type->item, page_text(page, "id", "id"));
	if (data == NULL || id == NULL || id->type->kind != TYPE_STRING || operation->page_cursor == NULL ||
		operation->page_cursor->type->kind != TYPE_STRING || operation->page_more == NULL ||
		operation->page_more->type->kind != TYPE_BOOL) {
		diag_error(model->diag, page,
			"%s cannot be paged so: it needs a list of objects with string ids, a boolean that says whether there are more, and a string cursor in the request",
			operation->source->id);
		return false;
	}
	operation->page_data = data;
	operation->page_id = id;
	operation->page_item = data->type->item;
	return true;
}

void model_name_operations(struct model *model)
{
	struct openapi *openapi = model->openapi;
	size_t i;

	model->groups = arena_alloc(model->arena, sizeof(*model->groups));
	model->groups->name = "types";
	model->group_count = 1;
	model->operations = arena_alloc(model->arena, (openapi->operation_count + 1) * sizeof(*model->operations));
	for (i = 0; i < openapi->operation_count; i++) {
		struct model_operation *operation = &model->operations[model->operation_count++];

		operation->source = &openapi->operations[i];
		name_operation(model, operation);
	}
}

bool model_operations(struct model *model)
{
	unsigned i;

	for (i = 0; i < model->operation_count; i++) {
		struct model_operation *operation = &model->operations[i];

		if (!read_path(model, operation) || !read_request(model, operation) ||
			!read_response(model, operation) || !read_page(model, operation))
			return false;
	}
	return true;
}
