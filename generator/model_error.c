/*
 * What an operation says beside its answer: the types of errors, which a program decodes from
 * the raw response, and the names of headers, which it looks up there.
 */
#include "model.h"

#include "buffer.h"
#include "names.h"

#include <string.h>

/* ---- errors ---- */

/* Only what has functions of its own can be decoded by name. */
static bool is_decodable(const struct model_type *type)
{
	return type->name != NULL && !type->builtin &&
		(type->kind == TYPE_OBJECT || type->kind == TYPE_UNION || type->kind == TYPE_LIST ||
			type->kind == TYPE_MAP);
}

/* An error that the document describes once, for many operations, is called what it is called there. */
static bool use_error(struct model *model, struct model_use *use,
	const struct openapi_operation *source, const struct openapi_response *response,
	const struct tree_node *schema)
{
	const char *name;

	if (response->name != NULL)
		return model_use(model, use, schema,
			arena_format(model->arena, "%s.response", response->name),
			arena_format(model->arena, "%s_response",
				names_snake(model->arena, response->name, false)),
			false);
	name = names_snake(model->arena, source->id, false);
	name = strcmp(response->status, "default") == 0
		? arena_format(model->arena, "%s_error", name)
		: arena_format(model->arena, "%s_error_%s", name,
			  names_snake(model->arena, response->status, false));
	return model_use(model, use, schema,
		arena_format(model->arena, "%s.%s", source->id, response->status), name, false);
}

static struct model_error *find_error(
	struct model_operation *operation, const struct model_type *type)
{
	unsigned i;

	for (i = 0; i < operation->error_count; i++) {
		if (operation->errors[i].type == type)
			return &operation->errors[i];
	}
	return &operation->errors[operation->error_count];
}

bool model_errors(struct model *model, struct model_operation *operation)
{
	const struct openapi_operation *source = operation->source;
	size_t i;

	operation->errors = arena_alloc(
		model->arena, (source->response_count + 1) * sizeof(*operation->errors));
	for (i = 0; i < source->response_count; i++) {
		const struct openapi_response *response = &source->responses[i];
		const struct openapi_media *media = model_json_media(model, response);
		struct model_error *error;
		struct model_use use;

		if (model_is_success(source, response->status) || media == NULL ||
			media->schema == NULL)
			continue;
		if (!use_error(model, &use, source, response, media->schema))
			return false;
		if (!is_decodable(use.type))
			continue;
		error = find_error(operation, use.type);
		if (strcmp(response->status, "default") == 0)
			error->rest = true;
		else
			error->statuses = error->statuses
				? arena_format(
					  model->arena, "%s, %s", error->statuses, response->status)
				: response->status;
		operation->error_count += error->type == NULL;
		error->type = use.type;
	}
	return true;
}

/* ---- headers ---- */

/* "X-Limit, Link", each once, in the document's order; NULL: none. */
const char *model_headers(struct model *model, const struct openapi_operation *source)
{
	struct table seen = TABLE_EMPTY;
	struct buffer out = BUFFER_EMPTY;
	const char *text;
	size_t i;

	for (i = 0; i < source->response_count; i++) {
		const struct tree_node *headers = tree_get(source->responses[i].node, "headers");
		const struct tree_node *header;

		for (header = tree_is(headers, TREE_MAP) ? headers->first : NULL; header != NULL;
			header = header->next) {
			if (table_get(&seen, header->key) != NULL)
				continue;
			table_set(&seen, header->key, model);
			buffer_format(&out, "%s%s", out.len > 0 ? ", " : "", header->key);
		}
	}
	text = out.len > 0 ? arena_text(model->arena, out.text, out.len) : NULL;
	buffer_clear(&out);
	table_clear(&seen);
	return text;
}
