/* Lists that come in pages, as the configuration says. */
#include "model.h"

#include <stdlib.h>
#include <string.h>

static const struct model_member *find_member(const struct model_type *type, const char *wire)
{
	unsigned i;

	for (i = 0;
		type != NULL && wire != NULL && type->kind == TYPE_OBJECT && i < type->member_count;
		i++) {
		if (strcmp(type->members[i].wire, wire) == 0)
			return &type->members[i];
	}
	return NULL;
}

static bool refuse(struct model *model, const struct tree_node *page,
	const struct model_operation *operation, const char *what)
{
	diag_error(model->diag, page, "%s cannot be paged so: %s", operation->source->id, what);
	return false;
}

/* A member of a kind; *found is NULL when the configuration (or usual) names none. False: an error was reported. */
static bool take_member(struct model *model, const struct model_operation *operation,
	const struct tree_node *page, const struct model_type *type, const char *key,
	const char *usual, enum type_kind kind, const struct model_member **found)
{
	const char *wire = tree_text(page, key);
	static const char *const kinds[] = { "a string", "a boolean", "an integer" };

	if (wire == NULL)
		wire = usual;
	if (wire == NULL)
		return true;
	*found = find_member(type, wire);
	if (*found != NULL &&
		((*found)->type->kind == kind ||
			(kind == TYPE_INT64 && (*found)->type->kind == TYPE_UINT64)))
		return true;
	return refuse(model, page, operation,
		arena_format(model->arena, "'%s' must name %s, and '%s' is none", key, kinds[kind],
			wire));
}

/* The list of items, and what it is a list of. */
static bool take_items(struct model *model, const struct model_operation *operation,
	const struct tree_node *config, struct model_page *page)
{
	const struct model_type *answer = operation->response;
	const struct model_type *list = answer;
	const char *wire = tree_text(config, "items");

	if (answer != NULL && answer->kind == TYPE_OBJECT) {
		page->items = find_member(answer, wire ? wire : "data");
		list = page->items ? page->items->type : NULL;
	}
	if (list == NULL || list->kind != TYPE_LIST ||
		(list->item->kind != TYPE_OBJECT && list->item->kind != TYPE_UNION))
		return refuse(model, config, operation,
			"it needs a list of objects in the answer, which 'items' names");
	page->item = list->item;
	return true;
}

static bool has(const struct tree_node *config, const char *key)
{
	return tree_get(config, key) != NULL;
}

static bool read_style(struct model *model, const struct model_operation *operation,
	const struct tree_node *config, struct model_page *page)
{
	const struct model_type *request = operation->request;
	const struct model_type *answer = operation->response;

	page->style = has(config, "offset") ? "OFFSET"
		: has(config, "page")       ? "NUMBER"
		: has(config, "next_url")   ? "URL"
		: tree_true(config, "link") ? "LINK"
		: has(config, "next")       ? "CURSOR"
					    : "ID";
	switch (page->style[0]) {
	case 'O':
		return take_member(
			model, operation, config, request, "offset", NULL, TYPE_INT64, &page->at);
	case 'N':
		page->first =
			has(config, "first") ? strtoll(tree_text(config, "first"), NULL, 10) : 1;
		return take_member(
			model, operation, config, request, "page", NULL, TYPE_INT64, &page->at);
	case 'U':
		return take_member(model, operation, config, answer, "next_url", NULL, TYPE_STRING,
			&page->next);
	case 'C':
		return take_member(model, operation, config, request, "cursor", NULL, TYPE_STRING,
			       &page->at) &&
			(page->at != NULL ||
				refuse(model, config, operation,
					"'cursor' must name where the request has it")) &&
			take_member(model, operation, config, answer, "next", NULL, TYPE_STRING,
				&page->next);
	case 'I':
		return take_member(model, operation, config, request, "cursor", "after",
			       TYPE_STRING, &page->at) &&
			take_member(model, operation, config, page->item, "id", "id", TYPE_STRING,
				&page->next);
	default:
		return true;
	}
}

bool model_page(struct model *model, struct model_operation *operation)
{
	const struct tree_node *config = config_pagination(model->config, operation->source->id);
	struct model_page *page;
	bool by_id;

	if (config == NULL)
		return true;
	page = arena_alloc(model->arena, sizeof(*page));
	if (operation->request == NULL)
		return refuse(model, config, operation, "it has no parameters");
	if (!take_items(model, operation, config, page) ||
		!read_style(model, operation, config, page))
		return false;
	by_id = strcmp(page->style, "ID") == 0;
	if (!take_member(model, operation, config, operation->response, "more",
		    by_id ? "has_more" : NULL, TYPE_BOOL, &page->more) ||
		!take_member(model, operation, config, operation->response, "total", NULL,
			TYPE_INT64, &page->total))
		return false;
	operation->page = page;
	return true;
}
