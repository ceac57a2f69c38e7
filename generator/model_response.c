/* What operations answer: which of the documented answers, and its type. */
#include "model.h"

#include "buffer.h"
#include "names.h"

#include <string.h>

bool model_is_success(const struct openapi_operation *source, const char *status)
{
	size_t i;

	if (strcmp(status, "default") != 0)
		return status[0] == '2';
	for (i = 0; i < source->response_count; i++) {
		if (source->responses[i].status[0] == '2')
			return false;
	}
	return true;
}

/* Lower is better: 200, other 2xx, 2XX, default. */
static int rank_of(const char *status)
{
	if (strcmp(status, "200") == 0)
		return 0;
	if (status[0] != '2')
		return 3;
	return status[1] >= '0' && status[1] <= '9' ? 1 : 2;
}

/* Something that is not a stream. */
static bool has_content(const struct openapi_response *response)
{
	size_t i;

	for (i = 0; i < response->media_count; i++) {
		if (!openapi_is_stream(response->media[i].type))
			return true;
	}
	return false;
}

/* The best success that has content, else the best. */
static const struct openapi_response *choose(const struct openapi_operation *source)
{
	const struct openapi_response *best = NULL;
	const struct openapi_response *full = NULL;
	size_t i;

	for (i = 0; i < source->response_count; i++) {
		const struct openapi_response *response = &source->responses[i];
		int rank = rank_of(response->status);

		if (!model_is_success(source, response->status))
			continue;
		if (best == NULL || rank < rank_of(best->status))
			best = response;
		if (has_content(response) && (full == NULL || rank < rank_of(full->status)))
			full = response;
	}
	return full ? full : best;
}

/* Descriptions made by rote say that any media type comes, and give the schema of an object for it. */
bool model_is_json(struct model *model, const struct openapi_media *media)
{
	struct schema schema;

	if (openapi_is_json(media->type))
		return true;
	return (strcmp(media->type, "*/*") == 0 || strcmp(media->type, "application/*") == 0) &&
		media->schema != NULL && schema_read(&schema, model->openapi, media->schema) &&
		schema.shape != SCHEMA_ANY && schema.shape != SCHEMA_STRING;
}

const struct openapi_media *model_json_media(
	struct model *model, const struct openapi_response *response)
{
	const struct openapi_media *json = NULL;
	size_t i;

	for (i = 0; i < response->media_count; i++) {
		const struct openapi_media *media = &response->media[i];

		if (strcmp(media->type, "application/json") == 0)
			return media;
		if ((json == NULL || !openapi_is_json(json->type)) && model_is_json(model, media))
			json = json == NULL || openapi_is_json(media->type) ? media : json;
	}
	return json;
}

/* JSON that is a mere string, beside binary content, is the file in a description that was made by rote. */
static bool is_download(struct model *model, const struct openapi_response *response,
	const struct openapi_media *json)
{
	struct schema schema;
	size_t i;

	if (json->schema == NULL || !schema_read(&schema, model->openapi, json->schema) ||
		schema.shape != SCHEMA_STRING)
		return false;
	for (i = 0; i < response->media_count; i++) {
		const char *format = tree_text(response->media[i].schema, "format");

		if (&response->media[i] != json && format != NULL && strcmp(format, "binary") == 0)
			return true;
	}
	return false;
}

const struct openapi_media *model_answer_json(
	struct model *model, const struct openapi_response *response)
{
	const struct openapi_media *json = model_json_media(model, response);

	return json == NULL || is_download(model, response, json) ? NULL : json;
}

bool model_answers_bytes(const struct openapi_response *response)
{
	size_t i;

	for (i = 0; i < response->media_count; i++) {
		if (!openapi_is_json(response->media[i].type) &&
			!openapi_is_stream(response->media[i].type))
			return true;
	}
	return false;
}

/* Bytes of any of the media types that are no JSON, of all successes; nothing where there are only streams. */
static void use_bytes(struct model *model, struct model_operation *operation,
	const struct openapi_response *chosen)
{
	const struct openapi_operation *source = operation->source;
	struct buffer accept = BUFFER_EMPTY;
	struct table seen = TABLE_EMPTY;
	size_t i;
	size_t j;

	for (i = 0; i < source->response_count; i++) {
		const struct openapi_response *response = &source->responses[i];

		if (response != chosen && !model_is_success(source, response->status))
			continue;
		for (j = 0; j < response->media_count; j++) {
			const char *type = response->media[j].type;

			if (openapi_is_json(type) || openapi_is_stream(type) ||
				table_get(&seen, type) != NULL)
				continue;
			table_set(&seen, type, model);
			buffer_format(&accept, "%s%s", accept.len > 0 ? ", " : "", type);
		}
	}
	if (accept.len > 0) {
		operation->response = &model->bytes;
		operation->response_media = "RAW";
		operation->accept = arena_text(model->arena, accept.text, accept.len);
	}
	buffer_clear(&accept);
	table_clear(&seen);
}

/* Another kind of JSON, with another schema, is not asked for. */
static void check_media(struct model *model, const struct model_operation *operation,
	const struct openapi_response *response, const struct openapi_media *chosen)
{
	size_t i;

	for (i = 0; i < response->media_count; i++) {
		const struct openapi_media *media = &response->media[i];

		if (media != chosen && openapi_is_json(media->type) &&
			(media->schema == NULL || chosen->schema == NULL ||
				!tree_equal(media->schema, chosen->schema)))
			diag_warning(model->diag, media->node,
				"the answer of '%s' is asked for as '%s'; not offered: '%s'",
				operation->source->id, chosen->type, media->type);
	}
}

bool model_response(struct model *model, struct model_operation *operation)
{
	const struct openapi_operation *source = operation->source;
	const struct openapi_response *response = choose(source);
	const struct openapi_media *media;
	struct model_use use;

	if (response == NULL)
		return true;
	if (response->media_count == 0 || strcmp(source->method, "HEAD") == 0)
		return true;
	media = model_answer_json(model, response);
	if (media == NULL) {
		use_bytes(model, operation, response);
	} else {
		use.type = &model->scalars[TYPE_JSON];
		if (media->schema != NULL &&
			!model_use(model, &use, media->schema,
				arena_format(model->arena, "%s.response", source->id),
				arena_format(model->arena, "%s_response",
					names_snake(model->arena, source->id, false)),
				false))
			return false;
		operation->response = use.type;
		operation->response_media = "JSON";
		/* JSON of which nothing more is said may well be nothing. */
		operation->answer_optional = media->schema == NULL;
		if (openapi_is_json(media->type) && strcmp(media->type, "application/json") != 0)
			operation->accept = media->type;
		check_media(model, operation, response, media);
	}
	return model_answers(model, operation, response);
}
