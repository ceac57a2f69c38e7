#include "select.h"

#include "names.h"

#include <string.h>

static bool has_tag(const struct openapi_operation *operation, const char *tag)
{
	const struct tree_node *tags = tree_get(operation->node, "tags");
	const struct tree_node *node;

	for (node = tree_is(tags, TREE_LIST) ? tags->first : NULL; node != NULL;
		node = node->next) {
		if (node->text != NULL && strcmp(node->text, tag) == 0)
			return true;
	}
	return false;
}

static bool matches(const struct openapi_operation *operation, const struct select_one *one)
{
	switch (one->by) {
	case SELECT_TAG:
		return has_tag(operation, one->text);
	case SELECT_PATH:
		return names_match(one->text, operation->path);
	default:
		return strcmp(operation->id, one->text) == 0;
	}
}

static bool is_wanted(const struct openapi_operation *operation, struct selection *selection)
{
	bool wanted = false;
	size_t i;

	for (i = 0; i < selection->count; i++) {
		if (matches(operation, &selection->list[i]))
			wanted = selection->list[i].used = true;
	}
	return wanted;
}

void select_read(struct selection *selection, const struct options *options,
	const struct tree_node *config, struct arena *arena)
{
	static const char *const keys[] = { "tags", "paths", "operations" };
	const struct option_list *const lists[] = { &options->tags, &options->paths,
		&options->operations };
	size_t given = options->tags.count + options->paths.count + options->operations.count;
	size_t room = given;
	size_t by;
	size_t i;

	for (by = 0; by < 3; by++)
		room += tree_get(config, keys[by]) ? tree_get(config, keys[by])->count : 0;
	selection->list = arena_alloc(arena, (room + 1) * sizeof(*selection->list));
	selection->count = 0;
	for (by = 0; by < 3; by++) {
		const struct tree_node *list = given > 0 ? NULL : tree_get(config, keys[by]);
		const struct tree_node *node;

		for (i = 0; i < lists[by]->count; i++)
			selection->list[selection->count++] =
				(struct select_one){ (enum select_by)by, lists[by]->items[i], NULL,
					false };
		for (node = list ? list->first : NULL; node != NULL; node = node->next)
			selection->list[selection->count++] =
				(struct select_one){ (enum select_by)by, node->text, node, false };
	}
}

void select_operations(struct openapi *openapi, struct selection *selection)
{
	size_t kept = 0;
	size_t i;

	if (selection->count == 0)
		return;
	for (i = 0; i < openapi->operation_count; i++) {
		if (is_wanted(&openapi->operations[i], selection))
			openapi->operations[kept++] = openapi->operations[i];
	}
	openapi->operation_count = kept;
	openapi->schema_count = 0;
	openapi->selected = true;
}

bool select_check(const struct selection *selection, struct diag *diag)
{
	size_t i;
	bool ok = true;

	for (i = 0; i < selection->count; i++) {
		const struct select_one *one = &selection->list[i];

		if (!one->used)
			diag_error(diag, one->node,
				"nothing in the document matches the selection '%s'", one->text);
		ok &= one->used;
	}
	return ok;
}
