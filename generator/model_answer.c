/* Operations that answer several things: one union, whose kind is the HTTP status. */
#include "model.h"

#include "buffer.h"
#include "names.h"

#include <stdlib.h>
#include <string.h>

/* A success of the document. */
struct answer {
	const struct openapi_response *source;
	struct model_type *type; /* as the union stores it; NULL: no content */
	const struct openapi_media *json; /* that type is of, or NULL */
};

/* What an enumerator and a member are called. */
static const char *word_of(struct model *model, const char *status)
{
	static const struct {
		const char *status;
		const char *word;
	} words[] = {
		{ "200", "ok" },
		{ "201", "created" },
		{ "202", "accepted" },
		{ "203", "non_authoritative" },
		{ "204", "no_content" },
		{ "205", "reset_content" },
		{ "206", "partial_content" },
		{ "207", "multi_status" },
		{ "208", "already_reported" },
		{ "226", "im_used" },
	};
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (strcmp(words[i].status, status) == 0)
			return words[i].word;
	}
	return status[1] >= '0' && status[1] <= '9'
		? arena_format(model->arena, "status_%s", status)
		: "success";
}

/* A scalar needs its JSON text, as it does where it is the only answer. */
static struct model_type *stored(struct model *model, struct model_type *type)
{
	switch (type->kind) {
	case TYPE_OBJECT:
	case TYPE_UNION:
	case TYPE_LIST:
	case TYPE_MAP:
	case TYPE_BYTES:
		return type;
	default:
		return &model->scalars[TYPE_JSON];
	}
}

/* The same schema is the same type, whatever the status. */
static const struct answer *find_twin(
	const struct answer *list, unsigned count, const struct openapi_media *json)
{
	unsigned i;

	for (i = 0; i < count; i++) {
		if (list[i].json != NULL && list[i].json->schema != NULL && json->schema != NULL &&
			tree_equal(list[i].json->schema, json->schema))
			return &list[i];
	}
	return NULL;
}

static bool read_json(struct model *model, const struct model_operation *operation,
	struct answer *answer, const struct answer *list, unsigned count)
{
	const char *id = operation->source->id;
	const char *status = answer->source->status;
	const struct answer *twin = find_twin(list, count, answer->json);
	struct model_use use = { .type = &model->scalars[TYPE_JSON] };

	if (twin != NULL) {
		answer->type = twin->type;
		return true;
	}
	if (answer->json->schema != NULL &&
		!model_use(model, &use, answer->json->schema,
			arena_format(model->arena, "%s.%s", id, status),
			arena_format(model->arena, "%s_response_%s",
				names_snake(model->arena, id, false),
				names_snake(model->arena, status, false)),
			false))
		return false;
	answer->type = stored(model, use.type);
	return true;
}

/* The chosen one first, as its types have the better names; *count: how many there are. */
static bool read_answers(struct model *model, const struct model_operation *operation,
	const struct openapi_response *chosen, struct answer *list, unsigned *count)
{
	const struct openapi_operation *source = operation->source;
	size_t i;

	list[0] = (struct answer){ chosen, stored(model, operation->response),
		operation->response == &model->bytes ? NULL : model_json_media(model, chosen) };
	*count = 1;
	for (i = 0; i < source->response_count; i++) {
		struct answer *answer = &list[*count];

		*answer = (struct answer){ .source = &source->responses[i] };
		if (answer->source == chosen || !model_is_success(source, answer->source->status))
			continue;
		answer->json = model_answer_json(model, answer->source);
		if (answer->json != NULL) {
			if (!read_json(model, operation, answer, list, *count))
				return false;
		} else if (model_answers_bytes(answer->source)) {
			answer->type = &model->bytes;
		} else if (answer->source->media_count > 0) {
			continue; /* a stream: another function gives it */
		}
		++*count;
	}
	return true;
}

static bool differ(const struct answer *list, unsigned count)
{
	unsigned i;

	for (i = 1; i < count; i++) {
		if (list[i].type != NULL && list[i].type != list[0].type)
			return true;
	}
	return false;
}

static int by_place(const void *a, const void *b)
{
	const struct answer *x = a;
	const struct answer *y = b;

	return x->source < y->source ? -1 : x->source > y->source;
}

/* Every media type that some answer has, JSON first. */
static const char *join_types(struct model *model, const struct answer *list, unsigned count)
{
	struct buffer text = BUFFER_EMPTY;
	struct table seen = TABLE_EMPTY;
	const char *joined = NULL;
	unsigned bytes;
	unsigned i;
	size_t j;

	for (bytes = 0; bytes < 2; bytes++) {
		for (i = 0; i < count; i++) {
			const struct openapi_response *source = list[i].source;

			for (j = 0; j < source->media_count; j++) {
				const char *type = source->media[j].type;

				if (bytes ? list[i].json != NULL || openapi_is_stream(type)
					  : &source->media[j] != list[i].json)
					continue;
				if (table_add(&seen, type, model))
					buffer_format(
						&text, "%s%s", text.len > 0 ? ", " : "", type);
			}
		}
	}
	if (text.len > 0 && strcmp(text.text, "application/json") != 0 &&
		strcmp(text.text, "*/*") != 0)
		joined = arena_text(model->arena, text.text, text.len);
	buffer_clear(&text);
	table_clear(&seen);
	return joined;
}

static struct model_type *no_content(struct model *model)
{
	struct model_type *type = arena_alloc(model->arena, sizeof(*type));

	type->kind = TYPE_CONST;
	type->values = arena_alloc(model->arena, sizeof(*type->values));
	type->values->text = "null";
	type->value_count = 1;
	return type;
}

static void make_union(
	struct model *model, struct model_operation *operation, struct answer *list, unsigned count)
{
	const char *id = operation->source->id;
	const char *place = arena_format(model->arena, "%s.answer", id);
	const char *name = config_type(model->config, place);
	const struct tree_node *node = tree_get(operation->source->node, "responses");
	struct model_type *type = model_new(model, TYPE_UNION, place,
		names_snake(model->arena, name ? name : arena_format(model->arena, "%s_answer", id),
			false),
		node);
	const char *text = "";
	unsigned i;

	qsort(list, count, sizeof(*list), by_place);
	type->node = node;
	type->by_status = true;
	type->variants = arena_alloc(model->arena, count * sizeof(*type->variants));
	type->variant_count = count;
	for (i = 0; i < count; i++) {
		struct model_variant *variant = &type->variants[i];

		variant->type = list[i].type ? list[i].type : no_content(model);
		variant->status = list[i].source->status;
		variant->name = word_of(model, variant->status);
		variant->node = list[i].json != NULL && list[i].type->kind != TYPE_JSON
			? list[i].json->schema
			: NULL;
		text = arena_format(model->arena, "%s%s%s is %s", text, i > 0 ? ", " : "",
			variant->status, variant->name);
		if (list[i].json != NULL && list[i].json->schema == NULL)
			operation->answer_optional = true;
	}
	type->description =
		arena_format(model->arena, "An answer of %s, by the HTTP status: %s.", id, text);
	operation->response = type;
	operation->response_media = "JSON";
	operation->accept = join_types(model, list, count);
}

bool model_answers(struct model *model, struct model_operation *operation,
	const struct openapi_response *chosen)
{
	const struct openapi_operation *source = operation->source;
	struct answer *list =
		arena_alloc(model->arena, (source->response_count + 1) * sizeof(*list));
	unsigned count;
	unsigned i;

	if (operation->response == NULL)
		return true;
	if (!read_answers(model, operation, chosen, list, &count))
		return false;
	if (differ(list, count) && config_pagination(model->config, source->id) == NULL) {
		make_union(model, operation, list, count);
		return true;
	}
	for (i = 1; i < count; i++) {
		operation->answer_optional |= list[i].type == NULL;
		if (list[i].type != NULL && list[i].type != list[0].type)
			diag_warning(model->diag, list[i].source->node,
				"the answer %s of %s, which comes in pages, is read like the answer %s",
				list[i].source->status, source->id, chosen->status);
	}
	return true;
}
