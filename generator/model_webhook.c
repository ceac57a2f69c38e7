/*
 * Webhooks and callbacks: requests that the API makes. They give no functions, but the types
 * of what they carry, to decode it with.
 */
#include "model.h"

#include "names.h"

#include <string.h>

static const char *const methods[] = { "get", "put", "post", "delete", "patch" };

static bool read_item(struct model *model, struct tree_node *item, const char *called)
{
	struct tree_node *target = reference_resolve(model->openapi->reference, item, NULL);
	size_t i;

	for (i = 0; i < sizeof(methods) / sizeof(methods[0]); i++) {
		const struct tree_node *operation = tree_get(target, methods[i]);
		struct tree_node *body = tree_get(operation, "requestBody");
		const struct tree_node *content;
		const struct tree_node *media;
		const char *id = tree_text(operation, "operationId");
		struct model_use use;

		if (body == NULL)
			continue;
		body = reference_resolve(model->openapi->reference, body, NULL);
		content = tree_get(body, "content");
		for (media = content ? content->first : NULL; media != NULL; media = media->next) {
			const struct tree_node *schema = tree_get(media, "schema");
			const char *name = id ? id : called;

			if (schema == NULL || !openapi_is_json(media->key))
				continue;
			if (!model_use(model, &use, schema,
				    arena_format(model->arena, "%s.webhook", name),
				    arena_format(model->arena, "%s_webhook",
					    names_snake(model->arena, name, false)),
				    false))
				return false;
			break;
		}
	}
	return true;
}

static bool read_callbacks(struct model *model, const struct openapi_operation *source)
{
	struct tree_node *callbacks = tree_get(source->node, "callbacks");
	struct tree_node *callback;
	struct tree_node *item;

	for (callback = callbacks ? callbacks->first : NULL; callback != NULL;
		callback = callback->next) {
		struct tree_node *target =
			reference_resolve(model->openapi->reference, callback, NULL);
		const char *called = arena_format(model->arena, "%s_%s", source->id, callback->key);

		for (item = tree_is(target, TREE_MAP) ? target->first : NULL; item != NULL;
			item = item->next) {
			if (!read_item(model, item, called))
				return false;
		}
	}
	return true;
}

bool model_webhooks(struct model *model)
{
	struct tree_node *webhooks = tree_get(model->openapi->root, "webhooks");
	struct tree_node *item;
	size_t i;

	for (item = tree_is(webhooks, TREE_MAP) && !model->openapi->selected ? webhooks->first
									     : NULL;
		item != NULL; item = item->next) {
		if (!read_item(model, item, item->key))
			return false;
	}
	for (i = 0; i < model->openapi->operation_count; i++) {
		if (!read_callbacks(model, &model->openapi->operations[i]))
			return false;
	}
	return true;
}
