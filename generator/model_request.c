/* Bodies: which of the documented ones, their request structs, how forms encode them, and files. */
#include "model.h"

#include "buffer.h"
#include "names.h"

#include <stdlib.h>
#include <string.h>

/* ---- encodings of forms ---- */

/* "image/png"; not "image/png, image/jpeg" and not "image/" and a star */
static bool is_concrete(const char *media_type)
{
	return strchr(media_type, '/') != NULL && strpbrk(media_type, "*,") == NULL;
}

/* The style of a member of a form; "UNSTATED" when only its media type is said, or nothing. */
static const char *style_of_part(struct model *model, const struct tree_node *node, bool multipart)
{
	const char *style = tree_text(node, "style");
	const char *type = tree_text(node, "contentType");
	bool form = style == NULL || strcmp(style, "form") == 0;
	bool explode = tree_get(node, "explode") ? tree_true(node, "explode") : form;

	if (style == NULL && tree_get(node, "explode") == NULL)
		return !multipart && type != NULL && openapi_is_json(type) ? "JSON" : "UNSTATED";
	if (strcmp(form ? "form" : style, "deepObject") == 0)
		return "DEEP_OBJECT";
	if (form || strcmp(style, "spaceDelimited") == 0 || strcmp(style, "pipeDelimited") == 0) {
		if (explode)
			return "FORM_EXPLODE";
		return form ? "FORM" : style[0] == 's' ? "SPACE" : "PIPE";
	}
	diag_warning(model->diag, tree_get(node, "style"),
		"style '%s' is not one of a form; it is ignored", style);
	return "UNSTATED";
}

/* OpenAPI 3.2: parts by their order. */
static void warn_of_sequence(struct model *model, const struct openapi_media *media)
{
	static const char *const words[] = { "prefixEncoding", "itemEncoding", "itemSchema" };
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (tree_get(media->node, words[i]) != NULL)
			diag_at(model->diag, DIAG_WARNING, tree_get(media->node, words[i]), true,
				"parts that are told apart by their order are not supported");
	}
}

static void read_encodings(
	struct model *model, struct model_operation *operation, const struct openapi_media *media)
{
	bool multipart = strcmp(operation->body_media, "MULTIPART") == 0;
	struct tree_node *node;

	warn_of_sequence(model, media);
	if (!tree_is(media->encoding, TREE_MAP) || media->encoding->count == 0)
		return;
	operation->encodings =
		arena_alloc(model->arena, media->encoding->count * sizeof(*operation->encodings));
	for (node = media->encoding->first; node != NULL; node = node->next) {
		struct model_encoding *encoding = &operation->encodings[operation->encoding_count];
		struct tree_node *target = reference_resolve(model->openapi->reference, node, NULL);
		const char *type = tree_text(target, "contentType");

		encoding->name = node->key;
		encoding->style = style_of_part(model, target, multipart);
		encoding->reserved = !multipart && tree_true(target, "allowReserved");
		encoding->content_type =
			multipart && type != NULL && is_concrete(type) ? type : NULL;
		if (strcmp(encoding->style, "UNSTATED") != 0 || encoding->reserved ||
			encoding->content_type != NULL)
			operation->encoding_count++;
		if (multipart && tree_get(target, "headers") != NULL)
			diag_warning(model->diag, tree_get(target, "headers"),
				"headers of a part are not supported");
	}
}

/* ---- which body ---- */

/* Lower is better; the suffix of OAC_MEDIA_. */
static unsigned media_rank(
	struct model *model, const struct openapi_media *body, const char **media)
{
	static const char *const names[] = { "JSON", "MULTIPART", "FORM", "RAW" };
	const char *type = body->type;
	unsigned rank = model_is_json(model, body)                       ? 0
		: strcmp(type, "multipart/form-data") == 0               ? 1
		: strcmp(type, "application/x-www-form-urlencoded") == 0 ? 2
									 : 3;

	*media = names[rank];
	return rank;
}

static bool is_plain_json(const struct openapi_media *media)
{
	return strcmp(media->type, "application/json") == 0;
}

/* The same in another notation: JSON says all that it says. */
static bool is_covered(const struct openapi_media *media, const struct openapi_media *best)
{
	return openapi_is_json(best->type) &&
		(media->schema == NULL ||
			(best->schema != NULL && tree_equal(media->schema, best->schema)));
}

static const struct openapi_media *choose_body(
	struct model *model, const struct openapi_operation *source, const char **media)
{
	const struct openapi_media *best = NULL;
	struct buffer others = BUFFER_EMPTY;
	const char *kind;
	unsigned rank = 0;
	size_t i;

	for (i = 0; i < source->body_count; i++) {
		unsigned own = media_rank(model, &source->body[i], &kind);

		if (best == NULL || own < rank ||
			(own == 0 && is_plain_json(&source->body[i]) && !is_plain_json(best))) {
			best = &source->body[i];
			rank = own;
			*media = kind;
		}
	}
	for (i = 0; i < source->body_count; i++) {
		if (&source->body[i] != best && !is_covered(&source->body[i], best))
			buffer_format(
				&others, "%s%s", others.len > 0 ? ", " : "", source->body[i].type);
	}
	if (others.len > 0)
		diag_warning(model->diag, best->node,
			"the body of '%s' is sent as '%s'; not offered: '%s'", source->id, best->type,
			others.text);
	buffer_clear(&others);
	return best;
}

/* An optional form whose schema names no member has nothing to say. */
static bool is_empty_form(struct model *model, const struct model_operation *operation,
	const struct openapi_media *media)
{
	struct schema schema;
	struct schema_members members;
	bool empty;

	if (strcmp(operation->body_media, "FORM") != 0 || operation->source->body_required)
		return false;
	if (media->schema == NULL)
		return true;
	if (!schema_read(&schema, model->openapi, media->schema))
		return false;
	if (schema.shape != SCHEMA_OBJECT)
		return schema.shape == SCHEMA_ANY;
	empty = schema_members(&members, model->openapi, schema.node) && members.count == 0;
	free(members.list);
	return empty;
}

/* ---- the request ---- */

static bool answers_with_stream(const struct openapi_operation *source)
{
	size_t i;
	size_t j;

	for (i = 0; i < source->response_count; i++) {
		for (j = 0; j < source->responses[i].media_count; j++) {
			if (openapi_is_stream(source->responses[i].media[j].type))
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
			type->streams_by_default = tree_true(member->node, "default");
			type->streams = true;
			memmove(&type->members[i], &type->members[i + 1],
				(type->member_count - i - 1) * sizeof(*type->members));
			type->member_count--;
			return;
		}
	}
}

static struct model_type *body_as_member(struct model *model, const char *place, const char *name,
	const struct model_use *use, bool required, const struct tree_node *node)
{
	bool shared = use->type->name != NULL && !use->type->builtin &&
		strcmp(use->type->name + strlen(model->config->prefix) + 1, name) == 0;
	/* Where it is the body's own type that has the name, there is nothing to say. */
	struct model_type *type = model_new(model, TYPE_OBJECT, place, name, shared ? NULL : node);

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

static const char *request_name(
	struct model *model, const struct openapi_operation *source, const char *place)
{
	const char *name = config_type(model->config, place);

	return name ? name
		    : arena_format(model->arena, "%s_request",
			      names_snake(model->arena, source->id, false));
}

/* The members of a schema that is used elsewhere, as a struct of the operation's own. */
static struct model_type *own_request(struct model *model, const struct model_type *type,
	const char *place, const char *name, const struct tree_node *node)
{
	struct model_type *own = model_new(model, TYPE_OBJECT, place, name, node);

	own->members = arena_alloc(model->arena, (type->member_count + 1) * sizeof(*own->members));
	if (type->member_count > 0)
		memcpy(own->members, type->members, type->member_count * sizeof(*own->members));
	own->member_count = type->member_count;
	own->closed = type->closed;
	own->description = type->description;
	return own;
}

static bool read_body(struct model *model, struct model_operation *operation, const char *place,
	const char *name, bool params)
{
	const struct openapi_operation *source = operation->source;
	const struct openapi_media *media = choose_body(model, source, &operation->body_media);
	struct model_use use = { 0 };

	if (media == NULL)
		return true;
	if (is_empty_form(model, operation, media)) {
		operation->body_media = NULL;
		return true;
	}
	operation->body_required = source->body_required;
	if (strcmp(operation->body_media, "RAW") == 0) {
		use.type = &model->body;
		use.description = source->body_description;
		operation->content_type = is_concrete(media->type) ? media->type : NULL;
	} else if (media->schema == NULL) {
		use.type = &model->scalars[TYPE_JSON];
	} else if (!model_use(model, &use, media->schema, place, name, false)) {
		return false;
	}
	if (strcmp(operation->body_media, "JSON") == 0) {
		if (openapi_is_json(media->type) && strcmp(media->type, "application/json") != 0)
			operation->content_type = media->type;
	} else if (strcmp(operation->body_media, "RAW") != 0) {
		read_encodings(model, operation, media);
	}
	if (use.type->kind != TYPE_OBJECT) {
		operation->request = body_as_member(
			model, place, name, &use, source->body_required, source->node);
		operation->body_member = true;
		return true;
	}
	operation->request = use.type;
	if (answers_with_stream(source))
		drop_stream_member(use.type);
	if (params && strcmp(use.type->name + strlen(model->config->prefix) + 1, name) != 0)
		operation->request = own_request(model, use.type, place, name, source->node);
	return true;
}

bool model_request(struct model *model, struct model_operation *operation)
{
	const char *place = arena_format(model->arena, "%s.request", operation->source->id);
	const char *name = request_name(model, operation->source, place);
	unsigned params = model_count_params(operation->source);
	const struct model_type *request;
	unsigned i;

	if (!read_body(model, operation, place, name, params > 0))
		return false;
	if (operation->request == NULL && params > 0)
		operation->request =
			model_new(model, TYPE_OBJECT, place, name, operation->source->node);
	if (params > 0 && !model_add_params(model, operation))
		return false;
	request = operation->request;
	for (i = 0; request != NULL && i < request->member_count; i++)
		operation->request_required |= request->members[i].required &&
			request->members[i].type->kind != TYPE_CONST &&
			(operation->body_required || request->members[i].location != NULL ||
				operation->body_media == NULL);
	operation->request_required |= operation->body_required;
	return true;
}

/* ---- files ---- */

static bool is_binary(const struct schema *schema)
{
	const char *format = tree_text(schema->node, "format");
	const char *type = tree_text(schema->node, "contentMediaType");

	if (schema->shape == SCHEMA_STRING && format != NULL && strcmp(format, "binary") == 0)
		return true;
	return (schema->shape == SCHEMA_STRING || schema->shape == SCHEMA_ANY) && type != NULL &&
		!openapi_is_json(type) && strncmp(type, "text/", 5) != 0 &&
		tree_get(schema->node, "contentEncoding") == NULL;
}

/* A file, a list of files, or a choice of the two, which is a list; NULL: none of these. */
static struct model_type *file_type(struct model *model, const struct tree_node *node)
{
	struct schema schema;
	const struct tree_node *items;
	unsigned i;

	if (node == NULL || !schema_read(&schema, model->openapi, node))
		return NULL;
	if (is_binary(&schema))
		return &model->file;
	if (schema.shape == SCHEMA_ARRAY) {
		items = tree_get(schema.node, "items");
		return tree_is(items, TREE_MAP) && schema_read(&schema, model->openapi, items) &&
				is_binary(&schema)
			? model_list(model, &model->file)
			: NULL;
	}
	if (schema.shape != SCHEMA_UNION)
		return NULL;
	for (i = 0; i < schema.branch_count; i++) {
		if (file_type(model, schema.branches[i]) == NULL)
			return NULL;
	}
	return model_list(model, &model->file);
}

/* How many members, variants, lists, maps and operations are of each type. */
static void count_uses(struct model *model)
{
	struct model_type *type;
	unsigned i;
	unsigned j;

	for (i = 0; i < model->operation_count; i++) {
		if (model->operations[i].request != NULL)
			model->operations[i].request->uses++;
		if (model->operations[i].response != NULL)
			model->operations[i].response->uses++;
		if (model->operations[i].stream != NULL &&
			model->operations[i].stream->event != NULL)
			model->operations[i].stream->event->uses++;
		for (j = 0; j < model->operations[i].error_count; j++)
			model->operations[i].errors[j].type->uses++;
	}
	for (type = model->types; type != NULL; type = type->next) {
		if (type->item != NULL)
			type->item->uses++;
		for (i = 0; i < type->member_count; i++)
			type->members[i].type->uses++;
		for (i = 0; i < type->variant_count; i++)
			type->variants[i].type->uses++;
	}
}

/* The union that an inline choice of files was before it became a list has no use left. */
static void forget_union(
	struct model *model, const struct tree_node *node, const struct model_type *type)
{
	struct model_type **link;

	if (type->kind != TYPE_UNION || tree_get(node, "$ref") != NULL || type->uses > 0)
		return;
	for (link = &model->types; *link != NULL; link = &(*link)->next) {
		if (*link != type)
			continue;
		*link = type->next;
		if (type->next == NULL)
			model->types_end = link;
		return;
	}
}

static void read_files(struct model *model, struct model_operation *operation)
{
	struct model_type *request = operation->request;
	struct model_type *old;
	bool own = false;
	unsigned i;
	unsigned n;

	for (i = 0; i < request->member_count; i++) {
		struct model_type *type = request->members[i].location == NULL
			? file_type(model, request->members[i].node)
			: NULL;

		if (type == NULL)
			continue;
		if (!own && request->uses > 1) {
			const char *place =
				arena_format(model->arena, "%s.request", operation->source->id);

			request->uses--;
			request = own_request(model, request, place,
				request_name(model, operation->source, place),
				operation->source->node);
			for (n = 0; n < request->member_count; n++)
				request->members[n].type->uses++;
			operation->request = request;
		}
		own = true;
		old = request->members[i].type;
		old->uses--;
		request->members[i].type = type;
		forget_union(model, request->members[i].node, old);
	}
}

bool model_files(struct model *model)
{
	int before = model->diag->errors;
	unsigned i;

	count_uses(model);
	for (i = 0; i < model->operation_count; i++) {
		struct model_operation *operation = &model->operations[i];

		if (operation->body_media != NULL &&
			strcmp(operation->body_media, "MULTIPART") == 0 && !operation->body_member)
			read_files(model, operation);
	}
	return model->diag->errors == before;
}
