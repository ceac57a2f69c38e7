/* Parameters: where they go, and how they are written. */
#include "openapi.h"

#include <string.h>

/*
 * The form that is all of the query: the members of its object are parameters, as those of an
 * object are in style form. NULL: it is no form, which is said.
 */
static struct tree_node *querystring(
	struct openapi *openapi, const struct tree_node *node, const char *name)
{
	struct tree_node *content = tree_get(node, "content");
	struct tree_node *media = tree_is(content, TREE_MAP) ? content->first : NULL;

	if (media == NULL ||
		strcmp(openapi_media_name(&openapi->arena, media->key),
			"application/x-www-form-urlencoded") != 0) {
		diag_warning(openapi->diag, node,
			"the query string '%s' is no form: it is left out, and can be given in the options of a call",
			name);
		return NULL;
	}
	media = reference_resolve(openapi->reference, media, NULL);
	if (tree_get(media, "encoding") != NULL)
		diag_at(openapi->diag, DIAG_WARNING, tree_get(media, "encoding"), true,
			"the members of '%s' are sent as style form has them", name);
	return media;
}

static bool is_reserved(
	struct openapi *openapi, const struct tree_node *node, const char *name, const char *in)
{
	if (!tree_true(node, "allowReserved"))
		return false;
	if (strcmp(in, "query") != 0)
		diag_at(openapi->diag, DIAG_WARNING, tree_get(node, "allowReserved"), true,
			"'allowReserved' counts in the query only: '%s' is escaped as ever", name);
	return strcmp(in, "query") == 0;
}

static void load_parameter(
	struct openapi *openapi, struct openapi_operation *operation, struct tree_node *node)
{
	struct tree_node *target = reference_resolve(openapi->reference, node, NULL);
	const char *name = tree_text(target, "name");
	const char *in = tree_text(target, "in");
	struct tree_node *content = tree_get(target, "content");
	struct openapi_parameter *parameter = NULL;
	size_t i;

	if (target == NULL)
		return;
	if (name == NULL || in == NULL) {
		diag_error(openapi->diag, node, "a parameter needs 'name' and 'in'");
		return;
	}
	if (strcmp(in, "querystring") == 0) {
		content = querystring(openapi, target, name);
		in = "query";
		if (content == NULL)
			return;
	} else if (strcmp(in, "path") != 0 && strcmp(in, "query") != 0 &&
		strcmp(in, "header") != 0 && strcmp(in, "cookie") != 0) {
		diag_error(openapi->diag, tree_get(target, "in"), "unknown parameter location '%s'",
			in);
		return;
	}
	/* The operation's own come later and override those of its path. */
	for (i = 0; i < operation->parameter_count; i++) {
		if (strcmp(operation->parameters[i].name, name) == 0 &&
			strcmp(operation->parameters[i].in, in) == 0)
			parameter = &operation->parameters[i];
	}
	if (parameter == NULL)
		parameter = &operation->parameters[operation->parameter_count++];
	memset(parameter, 0, sizeof(*parameter));
	parameter->name = name;
	parameter->in = in;
	parameter->style = tree_text(target, "style");
	if (parameter->style == NULL)
		parameter->style =
			strcmp(in, "query") == 0 || strcmp(in, "cookie") == 0 ? "form" : "simple";
	parameter->explode = tree_get(target, "explode") ? tree_true(target, "explode")
							 : strcmp(parameter->style, "form") == 0;
	parameter->description = tree_text(target, "description");
	parameter->required = tree_true(target, "required");
	parameter->deprecated = tree_true(target, "deprecated");
	parameter->schema = tree_get(target, "schema");
	parameter->node = target;
	parameter->reserved = is_reserved(openapi, target, name, in);
	if (strcmp(tree_text(target, "in"), "querystring") == 0) {
		parameter->schema = tree_get(content, "schema");
	} else if (parameter->schema == NULL && tree_is(content, TREE_MAP) &&
		content->first != NULL) {
		parameter->schema = tree_get(content->first, "schema");
		parameter->json = true;
		if (content->count > 1 ||
			!openapi_is_json(openapi_media_name(&openapi->arena, content->first->key)))
			diag_at(openapi->diag, DIAG_WARNING, content->first, true,
				"the parameter '%s' is sent as JSON", name);
	}
}

void openapi_parameters(struct openapi *openapi, struct openapi_operation *operation,
	struct tree_node *item, struct tree_node *node)
{
	struct tree_node *shared = tree_get(item, "parameters");
	struct tree_node *own = tree_get(node, "parameters");
	struct tree_node *child;
	size_t room = (shared ? shared->count : 0) + (own ? own->count : 0);

	if (room == 0)
		return;
	operation->parameters = arena_alloc(&openapi->arena, room * sizeof(*operation->parameters));
	if (tree_is(shared, TREE_LIST)) {
		for (child = shared->first; child != NULL; child = child->next)
			load_parameter(openapi, operation, child);
	}
	if (tree_is(own, TREE_LIST)) {
		for (child = own->first; child != NULL; child = child->next)
			load_parameter(openapi, operation, child);
	}
}
