/* Parameters of query, header and cookie: members of the request struct. */
#include "model.h"

#include "names.h"

#include <string.h>

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
	diag_warning(model->diag, tree_get(parameter->node, "style"),
		"style '%s' is not supported here; 'form' is used", parameter->style);
	return NULL;
}

/* "a=" is what an empty string becomes anyway. */
static void check_empty(struct model *model, const struct openapi_parameter *parameter,
	const struct model_type *type)
{
	if (tree_true(parameter->node, "allowEmptyValue") && strcmp(parameter->in, "query") == 0 &&
		type->kind != TYPE_STRING)
		diag_at(model->diag, DIAG_WARNING, tree_get(parameter->node, "allowEmptyValue"),
			true,
			"'%s' can be sent without a value only by the query of a call's options",
			parameter->name);
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

unsigned model_count_params(const struct openapi_operation *source)
{
	unsigned count = 0;
	size_t i;

	for (i = 0; i < source->parameter_count; i++)
		count += is_param(&source->parameters[i]);
	return count;
}

bool model_add_params(struct model *model, struct model_operation *operation)
{
	struct model_type *request = operation->request;
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
				arena_format(model->arena, "%s_%s",
					names_snake(model->arena, source->id, false),
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
		member->description =
			parameter->description ? parameter->description : use.description;
		member->location = parameter->in;
		member->parameter = parameter->node;
		member->style = style_of(model, parameter);
		member->reserved = parameter->reserved;
		check_empty(model, parameter, use.type);
		member->required = parameter->required;
		member->nullable = use.nullable;
		member->deprecated = parameter->deprecated || use.deprecated;
		request->member_count++;
	}
	return true;
}
