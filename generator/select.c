#include "select.h"

#include "names.h"

#include <string.h>

static bool has_tag(const struct openapi_operation *operation, const char *tag)
{
	const struct tree_node *tags = tree_get(operation->node, "tags");
	const struct tree_node *node;

	for (node = tree_is(tags, TREE_LIST) ? tags->first : NULL; node != NULL; node = node->next) {
		if (node->text != NULL && strcmp(node->text, tag) == 0)
			return true;
	}
	return false;
}

static bool is_wanted(const struct openapi_operation *operation, const struct options *options, bool *used)
{
	bool wanted = false;
	size_t n = 0;
	size_t i;

	for (i = 0; i < options->tags.count; i++, n++) {
		if (has_tag(operation, options->tags.items[i]))
			wanted = used[n] = true;
	}
	for (i = 0; i < options->paths.count; i++, n++) {
		if (names_match(options->paths.items[i], operation->path))
			wanted = used[n] = true;
	}
	for (i = 0; i < options->operations.count; i++, n++) {
		if (strcmp(operation->id, options->operations.items[i]) == 0)
			wanted = used[n] = true;
	}
	return wanted;
}

static const char *option_at(const struct options *options, size_t n)
{
	if (n < options->tags.count)
		return options->tags.items[n];
	n -= options->tags.count;
	if (n < options->paths.count)
		return options->paths.items[n];
	return options->operations.items[n - options->paths.count];
}

void select_operations(struct openapi *openapi, const struct options *options, bool used[SELECT_MAX])
{
	size_t kept = 0;
	size_t i;

	if (options->tags.count + options->paths.count + options->operations.count == 0)
		return;
	for (i = 0; i < openapi->operation_count; i++) {
		if (is_wanted(&openapi->operations[i], options, used))
			openapi->operations[kept++] = openapi->operations[i];
	}
	openapi->operation_count = kept;
	openapi->schema_count = 0;
	openapi->selected = true;
}

bool select_check(const struct options *options, const bool used[SELECT_MAX], struct diag *diag)
{
	size_t count = options->tags.count + options->paths.count + options->operations.count;
	size_t i;
	bool ok = true;

	for (i = 0; i < count; i++) {
		if (!used[i]) {
			diag_error(diag, NULL, "nothing in the document matches the selection '%s'", option_at(options, i));
			ok = false;
		}
	}
	return ok;
}
