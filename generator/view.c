#include "view.h"

#include "buffer.h"
#include "names.h"
#include "text.h"
#include "version.h"
#include "view_pattern.h"
#include "view_security.h"
#include "view_server.h"
#include "view_type.h"

#include <string.h>

static const char *or_empty(const char *text)
{
	return text ? text : "";
}

/* ---- operations ---- */

static const char *sentence(struct arena *arena, const char *text)
{
	size_t len = strlen(text);

	while (len > 0 && (text[len - 1] == ' ' || text[len - 1] == '\n'))
		len--;
	if (len == 0 || strchr(".!?:", text[len - 1]) != NULL)
		return arena_text(arena, text, len);
	return arena_format(arena, "%.*s.", (int)len, text);
}

static const char *operation_text(struct arena *arena, const struct openapi_operation *source)
{
	const char *summary = source->summary ? sentence(arena, source->summary) : NULL;

	if (summary != NULL && source->description != NULL &&
		strncmp(source->description, source->summary, strlen(source->summary)) != 0)
		return arena_format(arena, "%s\n\n%s", summary, source->description);
	return source->description ? source->description : summary;
}

/* The struct that a call gives, and what frees it. */
static void set_result(struct arena *arena, struct tree_node *node, const struct model_type *type)
{
	bool own = type->name != NULL && !type->builtin &&
		(type->kind == TYPE_OBJECT || type->kind == TYPE_UNION || type->kind == TYPE_LIST ||
			type->kind == TYPE_MAP);
	const char *name = view_result(type);

	tree_set(arena, node, "struct", name);
	tree_set_bool(arena, node, "decoded", type->kind != TYPE_BYTES);
	tree_set(
		arena, node, "free", own ? arena_format(arena, "%s_free", name) : "oac_value_free");
	if (type->kind == TYPE_BYTES)
		return;
	tree_set(arena, node, "kind", own || type->builtin ? view_kind(type) : "OAC_KIND_JSON");
	tree_set(arena, node, "type_ref",
		own || type->builtin ? arena_format(arena, "&%s_type", name) : "NULL");
}

static void add_path(
	struct arena *arena, struct tree_node *node, const struct model_operation *operation)
{
	struct tree_node *list;
	unsigned i;

	if (operation->path_count == 0)
		return;
	list = tree_set_list(arena, node, "path_parameters");
	for (i = 0; i < operation->path_count; i++) {
		struct tree_node *item = tree_add(list, tree_new(arena, TREE_MAP));

		tree_set(arena, item, "name", operation->path[i].name);
		tree_set(arena, item, "c_type",
			operation->path[i].kind == TYPE_STRING          ? "const char *"
				: operation->path[i].kind == TYPE_INT64 ? "int64_t "
									: "uint64_t ");
		tree_set_bool(arena, item, "integer", operation->path[i].kind != TYPE_STRING);
		tree_set_bool(arena, item, "unsigned", operation->path[i].kind == TYPE_UINT64);
		tree_set_bool(arena, item, "last", i + 1 == operation->path_count);
	}
}

static void add_page(
	struct arena *arena, struct tree_node *node, const struct model_operation *operation)
{
	const struct model_page *source = operation->page;
	struct tree_node *page;

	if (source == NULL)
		return;
	page = tree_set_map(arena, node, "page");
	tree_set(arena, page, "item", source->item->name);
	tree_set(arena, page, "each", source->each);
	tree_set(arena, page, "async", source->each_async);
	tree_set(arena, page, "pages", source->pages);
	tree_set(arena, page, "next_page", source->next_page);
	tree_set(arena, page, "next_item", source->next_item);
	tree_set(arena, page, "style", source->style);
	tree_set_bool(arena, page, "by_id", strcmp(source->style, "ID") == 0);
	tree_set_number(arena, page, "first", source->first);
	if (source->items != NULL)
		tree_set(arena, page, "data", source->items->name);
	if (source->more != NULL)
		tree_set(arena, page, "more", source->more->name);
	if (source->at != NULL)
		tree_set(arena, page, "cursor", source->at->name);
	if (source->next != NULL)
		tree_set(arena, page,
			strcmp(source->style, "ID") == 0 ? "id_member" : "next_member",
			source->next->name);
	if (source->total != NULL)
		tree_set(arena, page, "total", source->total->name);
}

static const char *error_label(struct arena *arena, const struct model_error *error)
{
	if (error->statuses == NULL)
		return "Any other status";
	return arena_format(
		arena, "Error %s%s", error->statuses, error->rest ? ", and any other status" : "");
}

/* What is said of answers that are no success, and of headers. */
static void add_errors(
	struct arena *arena, struct tree_node *node, const struct model_operation *operation)
{
	struct tree_node *list;
	unsigned i;

	if (operation->headers != NULL)
		text_lines(arena, node, "headers",
			arena_format(
				arena, "Headers, for oac_response_header: %s.", operation->headers),
			0);
	if (operation->error_count == 0)
		return;
	tree_set_bool(arena, node, "has_errors", true);
	list = tree_set_list(arena, node, "errors");
	for (i = 0; i < operation->error_count; i++) {
		struct tree_node *item = tree_add(list, tree_new(arena, TREE_MAP));

		tree_set(arena, item, "statuses_comment",
			text_comment(arena, error_label(arena, &operation->errors[i])));
		tree_set(arena, item, "struct", operation->errors[i].type->name);
	}
}

static const char *join_flags(struct arena *arena, const char *flags, const char *flag, bool set)
{
	if (!set)
		return flags;
	return flags ? arena_format(arena, "%s | %s", flags, flag) : flag;
}

static void add_encodings(
	struct arena *arena, struct tree_node *node, const struct model_operation *operation)
{
	struct tree_node *list;
	unsigned i;

	if (operation->encoding_count == 0)
		return;
	tree_set_bool(arena, node, "has_encodings", true);
	tree_set(arena, node, "encodings_table",
		arena_format(arena, "%s_encodings", operation->table));
	list = tree_set_list(arena, node, "encodings");
	for (i = 0; i < operation->encoding_count; i++) {
		const struct model_encoding *encoding = &operation->encodings[i];
		struct tree_node *item = tree_add(list, tree_new(arena, TREE_MAP));

		tree_set(arena, item, "wire", text_literal(arena, encoding->name));
		tree_set(arena, item, "style",
			arena_join(arena, "OAC_STYLE_", encoding->style,
				encoding->reserved ? " | OAC_RESERVED" : NULL, NULL));
		if (encoding->content_type != NULL)
			tree_set(arena, item, "part_type",
				text_literal(arena, encoding->content_type));
	}
}

static void add_stream(
	struct arena *arena, struct tree_node *node, const struct model_operation *operation)
{
	const struct model_stream *stream = operation->stream;
	const struct model_type *request = operation->request;
	struct tree_node *item;

	tree_set_bool(arena, node, "plain", !operation->only_stream);
	if (request != NULL && request->streams_by_default)
		tree_set(arena, node, "fixed", text_literal(arena, "{\"stream\":false}"));
	if (stream == NULL)
		return;
	item = tree_set_map(arena, node, "stream");
	tree_set(arena, item, "plain_function", operation->function);
	tree_set(arena, item, "function", stream->function);
	tree_set(arena, item, "each", stream->each);
	tree_set(arena, item, "constant", stream->constant);
	tree_set(arena, item, "async", operation->stream_async);
	tree_set(arena, item, "table", stream->function + (operation->table - operation->function));
	tree_set(arena, item, "accept", text_literal(arena, stream->media_type));
	tree_set(arena, item, "format", stream->lines ? "OAC_STREAM_LINES" : "OAC_STREAM_EVENTS");
	tree_set_bool(arena, item, "envelope", stream->envelope);
	tree_set(arena, item, "fixed",
		request != NULL && request->streams ? text_literal(arena, "{\"stream\":true}")
						    : "");
	tree_set(arena, item, "event", stream->event ? stream->event->name : "oac_raw_event");
	if (stream->event != NULL)
		set_result(arena, item, stream->event);
}

static void add_answers(
	struct arena *arena, struct tree_node *node, const struct model_operation *operation)
{
	const struct model_type *type = operation->response;
	struct tree_node *list;
	unsigned i;

	if (!type->by_status)
		return;
	tree_set(arena, node, "answers_table", arena_format(arena, "%s_answers", operation->table));
	list = tree_set_list(arena, node, "answers");
	for (i = 0; i < type->variant_count; i++) {
		struct tree_node *item = tree_add(list, tree_new(arena, TREE_MAP));
		const char *status = type->variants[i].status;

		tree_set(
			arena, item, "status", status[1] >= '0' && status[1] <= '9' ? status : "2");
		tree_set(arena, item, "kind", type->variants[i].enumerator);
	}
}

static void add_operation(struct arena *arena, struct tree_node *list, const struct model *model,
	const struct model_operation *operation)
{
	const struct openapi_operation *source = operation->source;
	struct tree_node *node = tree_add(list, tree_new(arena, TREE_MAP));
	const char *flags = NULL;

	tree_set(arena, node, "id", text_literal(arena, source->id));
	if (!source->made_id)
		tree_set(arena, node, "id_comment", text_comment(arena, source->id));
	tree_set(arena, node, "function", operation->function);
	if (operation->constant != NULL)
		tree_set(arena, node, "constant", operation->constant);
	if (operation->async != NULL)
		tree_set(arena, node, "async", operation->async);
	tree_set(arena, node, "table", operation->table);
	tree_set(arena, node, "method", source->method);
	tree_set(arena, node, "path", text_literal(arena, source->path));
	tree_set(arena, node, "path_comment", text_comment(arena, source->path));
	tree_set_bool(arena, node, "deprecated", source->deprecated);
	text_lines(arena, node, "doc", operation_text(arena, source), 0);
	tree_set_bool(arena, node, "has_path", operation->path_count > 0);
	tree_set(arena, node, "path_argument", operation->path_count > 0 ? "path" : "NULL");
	tree_set(arena, node, "request_argument", operation->request ? "request" : "NULL");
	add_path(arena, node, operation);
	if (operation->request != NULL) {
		struct tree_node *request = tree_set_map(arena, node, "request");

		tree_set(arena, request, "struct", operation->request->name);
		tree_set_bool(arena, request, "required", operation->request_required);
		if (operation->body_media != NULL)
			tree_set(arena, request, "media",
				arena_format(arena, "OAC_MEDIA_%s", operation->body_media));
		if (operation->content_type != NULL)
			tree_set(arena, request, "content_type",
				text_literal(arena, operation->content_type));
		tree_set_bool(arena, request, "body_required", operation->body_required);
		tree_set_bool(arena, request, "body_member", operation->body_member);
		flags = join_flags(arena, flags, "OAC_BODY_REQUIRED", operation->body_required);
		flags = join_flags(arena, flags, "OAC_BODY_MEMBER", operation->body_member);
	}
	flags = join_flags(arena, flags, "OAC_ANSWER_OPTIONAL", operation->answer_optional);
	if (flags != NULL)
		tree_set(arena, node, "flags", flags);
	if (operation->security != model->security) {
		tree_set(arena, node, "security", operation->security->name);
		tree_set(arena, node, "security_comment",
			text_comment(arena, operation->security->about));
	}
	view_operation_server(arena, node, operation);
	add_errors(arena, node, operation);
	add_encodings(arena, node, operation);
	if (operation->response != NULL) {
		struct tree_node *response = tree_set_map(arena, node, "response");

		set_result(arena, response, operation->response);
		tree_set(arena, response, "media",
			arena_format(arena, "OAC_MEDIA_%s", operation->response_media));
		tree_set_bool(arena, response, "optional",
			operation->answer_optional && !operation->response->by_status);
		add_answers(arena, response, operation);
		if (operation->accept != NULL)
			tree_set(arena, response, "accept", text_literal(arena, operation->accept));
	}
	add_page(arena, node, operation);
	add_stream(arena, node, operation);
}

/* ---- groups ---- */

/* Lists and maps have functions only where a call returns them. */
static void mark_results(const struct model *model, struct table *results)
{
	unsigned i;

	for (i = 0; i < model->operation_count; i++) {
		struct model_type *type = model->operations[i].response;
		unsigned j;

		for (j = 0; j < model->operations[i].error_count; j++) {
			struct model_type *error = model->operations[i].errors[j].type;

			table_set(results, error->name, error);
		}
		if (type != NULL && type->name != NULL)
			table_set(results, type->name, type);
		if (model->operations[i].stream != NULL &&
			model->operations[i].stream->event != NULL)
			table_set(results, model->operations[i].stream->event->name,
				model->operations[i].stream->event);
	}
}

static void add_group(struct arena *arena, struct tree_node *list, const struct model *model,
	unsigned index, const struct table *results)
{
	const struct model_group *group = &model->groups[index];
	struct tree_node *node = tree_add(list, tree_new(arena, TREE_MAP));
	struct tree_node *types = NULL;
	struct tree_node *maps = NULL;
	struct tree_node *operations = NULL;
	const struct model_operation *operation;
	const struct model_type *type;
	bool has_pages = false;

	tree_set(arena, node, "name", group->name);
	tree_set(arena, node, "file",
		arena_format(arena, "%s_%s", model->config->name, group->name));
	tree_set(arena, node, "guard",
		names_upper(
			arena, arena_format(arena, "%s_%s_h", model->config->name, group->name)));
	tree_set_bool(arena, node, "shared", index == 0);
	text_lines(arena, node, "about", group->description, 0);
	for (type = group->types; type != NULL; type = type->next_ordered) {
		struct tree_node *item;

		if (types == NULL)
			types = tree_set_list(arena, node, "types");
		item = tree_add(types, tree_new(arena, TREE_MAP));
		view_type(arena, item, type, table_get(results, type->name) != NULL);
		if (type->kind == TYPE_MAP) {
			if (maps == NULL)
				maps = tree_set_list(arena, node, "maps");
			view_type(arena, tree_add(maps, tree_new(arena, TREE_MAP)), type, false);
		}
	}
	view_patterns(arena, node, group);
	for (operation = group->operations; operation != NULL; operation = operation->next) {
		if (operations == NULL)
			operations = tree_set_list(arena, node, "operations");
		add_operation(arena, operations, model, operation);
		has_pages |= operation->page != NULL;
	}
	tree_set_bool(arena, node, "has_pages", has_pages);
}

/* ---- api ---- */

static void add_environment(
	struct arena *arena, struct tree_node *api, const struct tree_node *environment)
{
	const struct tree_node *headers = tree_get(environment, "header");
	const struct tree_node *node;
	struct tree_node *list;
	static const char *const names[] = { "api_key", "base_url", "headers" };
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *value = tree_text(environment, names[i]);

		if (value != NULL)
			tree_set(arena, api, arena_format(arena, "env_%s", names[i]),
				text_literal(arena, value));
	}
	if (!tree_is(headers, TREE_MAP) || headers->count == 0)
		return;
	tree_set_bool(arena, api, "has_env_headers", true);
	list = tree_set_list(arena, api, "env_header_list");
	for (node = headers->first; node != NULL; node = node->next) {
		struct tree_node *item = tree_add(list, tree_new(arena, TREE_MAP));

		tree_set(arena, item, "header", text_literal(arena, node->key));
		tree_set(arena, item, "env", text_literal(arena, or_empty(node->text)));
	}
}

static void add_headers(struct arena *arena, struct tree_node *api, const struct tree_node *headers)
{
	const struct tree_node *node;
	struct tree_node *list;

	if (!tree_is(headers, TREE_MAP) || headers->count == 0)
		return;
	tree_set_bool(arena, api, "has_headers", true);
	list = tree_set_list(arena, api, "headers");
	for (node = headers->first; node != NULL; node = node->next) {
		struct tree_node *item = tree_add(list, tree_new(arena, TREE_MAP));

		tree_set(arena, item, "name", text_literal(arena, node->key));
		tree_set(arena, item, "value", text_literal(arena, or_empty(node->text)));
	}
}

struct tree_node *view_build(const struct model *model, const char *document, struct arena *arena)
{
	const struct openapi *openapi = model->openapi;
	const struct config *config = model->config;
	struct tree_node *root = tree_new(arena, TREE_MAP);
	struct tree_node *api = tree_set_map(arena, root, "api");
	struct tree_node *groups = tree_set_list(arena, root, "groups");
	struct table results = TABLE_EMPTY;
	const char *title = openapi->title ? openapi->title : config->name;
	unsigned i;

	tree_set(arena, api, "name", config->name);
	tree_set(arena, api, "prefix", config->prefix);
	tree_set(arena, api, "upper", names_upper(arena, config->prefix));
	tree_set(arena, api, "guard", names_upper(arena, config->name));
	tree_set(arena, api, "title", text_comment(arena, title));
	tree_set(arena, api, "version", text_literal(arena, openapi->version));
	tree_set(arena, api, "version_comment", text_comment(arena, openapi->version));
	tree_set(arena, api, "document", text_comment(arena, document));
	tree_set(arena, api, "oac_version", OAC_VERSION);
	tree_set_number(arena, api, "codec_version", OAC_CODEC_VERSION);
	view_servers(arena, api, model);
	view_security(arena, api, model);
	add_environment(arena, api, config_environment(config));
	add_headers(arena, api, config_headers(config));

	mark_results(model, &results);
	for (i = 0; i < model->group_count; i++)
		add_group(arena, groups, model, i, &results);
	table_clear(&results);
	return root;
}
