/* Answers that are streams: which media type, and what an event is in C. */
#include "model.h"

#include "names.h"

#include <string.h>

/* The media type of a success that is a stream; events before other sequences. */
static const struct openapi_media *find_stream(const struct openapi_operation *source)
{
	const struct openapi_media *found = NULL;
	size_t i;
	size_t j;

	for (i = 0; i < source->response_count; i++) {
		const struct openapi_response *response = &source->responses[i];

		if (!model_is_success(source, response->status))
			continue;
		for (j = 0; j < response->media_count; j++) {
			const struct openapi_media *media = &response->media[j];

			if (openapi_is_stream(media->type) &&
				(found == NULL ||
					(strcmp(media->type, "text/event-stream") == 0 &&
						strcmp(found->type, media->type) != 0)))
				found = media;
		}
	}
	return found;
}

static const struct model_member *find_member(const struct model_type *type, const char *wire)
{
	unsigned i;

	for (i = 0; type->kind == TYPE_OBJECT && i < type->member_count; i++) {
		if (strcmp(type->members[i].wire, wire) == 0)
			return &type->members[i];
	}
	return NULL;
}

/* Whether each variant names its event by a constant and has a member for its data. */
static bool is_envelope(const struct model_type *type, bool item)
{
	unsigned i;

	if (type->kind == TYPE_OBJECT)
		return item && find_member(type, "data") != NULL;
	if (type->kind != TYPE_UNION || type->variant_count == 0)
		return false;
	for (i = 0; i < type->variant_count; i++) {
		const struct model_type *variant = type->variants[i].type;
		const struct model_member *name = variant ? find_member(variant, "event") : NULL;

		if (name == NULL || name->type->kind != TYPE_CONST ||
			find_member(variant, "data") == NULL)
			return false;
	}
	return true;
}

static bool has_struct(const struct model_type *type)
{
	return type->name != NULL && !type->builtin &&
		(type->kind == TYPE_OBJECT || type->kind == TYPE_UNION || type->kind == TYPE_LIST ||
			type->kind == TYPE_MAP);
}

static const char *name_stream(struct model *model, const struct model_operation *operation)
{
	const char *configured = config_stream(model->config, operation->source->id);
	const char *name = arena_format(model->arena, "%s_stream", operation->function);

	if (configured != NULL)
		name = arena_format(model->arena, "%s_%s", model->config->prefix,
			names_snake(model->arena, configured, false));
	return model_unique(model, &model->functions, name, name, operation->source->node);
}

bool model_stream(struct model *model, struct model_operation *operation)
{
	const struct openapi_operation *source = operation->source;
	const struct openapi_media *media = find_stream(source);
	struct model_stream *stream;
	struct tree_node *schema;
	struct model_use use;

	if (media == NULL)
		return true;
	stream = arena_alloc(model->arena, sizeof(*stream));
	operation->stream = stream;
	operation->only_stream = operation->response == NULL;
	stream->function = name_stream(model, operation);
	stream->media_type = media->type;
	stream->lines = strcmp(media->type, "text/event-stream") != 0;
	schema = media->item_schema ? media->item_schema : media->schema;
	if (schema == NULL)
		return true;
	if (!model_use(model, &use, schema, arena_format(model->arena, "%s.event", source->id),
		    arena_format(
			    model->arena, "%s_event", names_snake(model->arena, source->id, false)),
		    false))
		return false;
	/* In 3.0 and 3.1 people describe a sequence as an array, or as its item. */
	if (use.type->kind == TYPE_LIST && media->item_schema == NULL)
		use.type = use.type->item;
	if (!has_struct(use.type)) {
		diag_warning(model->diag, schema,
			"the events of %s have no type in C: they are given as they come",
			source->id);
		return true;
	}
	stream->event = use.type;
	stream->envelope = !stream->lines && is_envelope(use.type, media->item_schema != NULL);
	use.type->is_event = true;
	return true;
}
