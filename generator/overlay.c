#include "overlay.h"

#include "jsonpath.h"
#include "overlay_change.h"
#include "path.h"

#include <string.h>

struct overlay {
	struct source *source;
	struct diag *diag;
	const struct source_file *document;
	struct overlay_tree tree;
	struct arena arena;              /* expressions and paths */
	struct jsonpath_matches matches; /* of the present action */
	bool copies;                     /* 1.1, which has 'copy' */
};

struct member {
	const char *name;
	enum tree_kind kind; /* TREE_NULL: any */
	bool required;
};

static const struct member overlay_members[] = {
	{ "overlay", TREE_STRING, true },
	{ "info", TREE_MAP, true },
	{ "extends", TREE_STRING, false },
	{ "actions", TREE_LIST, true },
	{ NULL, TREE_NULL, false },
};

static const struct member info_members[] = {
	{ "title", TREE_STRING, true },
	{ "version", TREE_STRING, true },
	{ "description", TREE_STRING, false },
	{ NULL, TREE_NULL, false },
};

static const struct member action_members[] = {
	{ "target", TREE_STRING, true },
	{ "description", TREE_STRING, false },
	{ "update", TREE_NULL, false },
	{ "copy", TREE_STRING, false },
	{ "remove", TREE_BOOL, false },
	{ NULL, TREE_NULL, false },
};

/* ---- what an overlay must look like ---- */

static const char *name_kind(enum tree_kind kind)
{
	static const char *const names[] = { "a value", "true or false", "a number", "a string",
		"a list", "a map" };
	return names[kind];
}

static const struct member *find_member(const struct member *members, const char *name)
{
	for (; members->name != NULL; members++) {
		if (strcmp(members->name, name) == 0)
			return members;
	}
	return NULL;
}

static bool check_map(struct overlay *overlay, const struct tree_node *map,
	const struct member *members, const char *what)
{
	bool ok = true;
	if (!tree_is(map, TREE_MAP)) {
		diag_error(overlay->diag, map, "%s must be a map", what);
		return false;
	}
	for (const struct tree_node *node = map->first; node != NULL; node = node->next) {
		const struct member *member = find_member(members, node->key);
		if (member == NULL && strncmp(node->key, "x-", 2) != 0) {
			diag_at(overlay->diag, DIAG_ERROR, node, true, "unknown member '%s' of %s",
				node->key, what);
			ok = false;
		} else if (member != NULL && member->kind != TREE_NULL &&
			   node->kind != member->kind) {
			diag_error(overlay->diag, node, "'%s' must be %s", node->key,
				name_kind(member->kind));
			ok = false;
		}
	}
	for (; members->name != NULL; members++) {
		if (members->required && tree_get(map, members->name) == NULL) {
			diag_error(overlay->diag, map, "%s has no '%s'", what, members->name);
			ok = false;
		}
	}
	return ok;
}

static bool check_version(struct overlay *overlay, const struct tree_node *root)
{
	const struct tree_node *version = tree_get(root, "overlay");
	overlay->copies = strncmp(version->text, "1.1.", 4) == 0;
	if (overlay->copies || strncmp(version->text, "1.0.", 4) == 0)
		return true;
	diag_error(overlay->diag, version, "Overlay version '%s' is not supported, 1.0 and 1.1 are",
		version->text);
	return false;
}

/* Reports a failure at its place within the expression, if the text stands in the file as it is. */
static void report(struct overlay *overlay, const struct tree_node *expression,
	const struct jsonpath_failure *failure)
{
	const struct source_file *file = &overlay->source->files[expression->file];
	size_t column = expression->column;
	size_t len = 0;
	const char *line = source_line(file, expression->line, &len);
	size_t start = column - 1;
	if (line != NULL && start < len && (line[start] == '"' || line[start] == '\''))
		start++;
	if (line != NULL && start <= len && len - start >= expression->len &&
		memcmp(line + start, expression->text, expression->len) == 0)
		column = start + failure->offset + 1;
	diag_place(overlay->diag, DIAG_ERROR, file->path, expression->line, (unsigned)column,
		"JSONPath: %s (at offset %zu)", failure->message, failure->offset);
}

/* So that all that are wrong are told at once; they are read again when their turn comes. */
static bool check_expression(struct overlay *overlay, const struct tree_node *expression)
{
	struct jsonpath_failure failure;
	if (!tree_is(expression, TREE_STRING) || jsonpath_parse(&overlay->arena, expression->text,
							 expression->len, &failure) != NULL)
		return true;
	report(overlay, expression, &failure);
	return false;
}

static bool check_actions(struct overlay *overlay, const struct tree_node *actions)
{
	bool ok = true;
	if (actions->count == 0) {
		diag_error(overlay->diag, actions, "'actions' is empty");
		return false;
	}
	for (const struct tree_node *action = actions->first; action != NULL;
		action = action->next) {
		const struct tree_node *copy = tree_get(action, "copy");
		ok = check_map(overlay, action, action_members, "an action") && ok;
		ok = check_expression(overlay, tree_get(action, "target")) && ok;
		ok = check_expression(overlay, copy) && ok;
		if (copy != NULL && !overlay->copies) {
			diag_at(overlay->diag, DIAG_ERROR, copy, true, "'copy' needs Overlay 1.1");
			ok = false;
		}
	}
	return ok;
}

/* An overlay that says which document it is for: a file's name is compared, a URL says nothing. */
static void check_extends(
	struct overlay *overlay, const char *path, const struct tree_node *extends)
{
	if (extends == NULL || path_has_scheme(extends->text))
		return;
	overlay->source->placed = true;
	const char *folder = path_folder(&overlay->arena, path);
	const char *real = path_real(&overlay->arena, overlay->document->path);
	const char *wanted =
		path_real(&overlay->arena, path_join(&overlay->arena, folder, extends->text));
	if (real != NULL && (wanted == NULL || strcmp(real, wanted) != 0))
		diag_warning(overlay->diag, extends, "this overlay is for '%s', not for '%s'",
			extends->text, overlay->document->path);
}

/* ---- actions ---- */

/* Fills overlay->matches. */
static bool select_nodes(struct overlay *overlay, const struct tree_node *expression)
{
	struct jsonpath_failure failure;
	const struct jsonpath_query *query =
		jsonpath_parse(&overlay->arena, expression->text, expression->len, &failure);
	if (query != NULL &&
		jsonpath_select(query, overlay->tree.root, &overlay->matches, &failure))
		return true;
	report(overlay, expression, &failure);
	return false;
}

/* A copy of the one node that the expression selects. NULL: reported. */
static const struct tree_node *copy_node(
	struct overlay *overlay, const struct tree_node *expression)
{
	if (!select_nodes(overlay, expression))
		return NULL;
	if (overlay->matches.count != 1) {
		diag_error(overlay->diag, expression, "'copy' must select one value, not %zu",
			overlay->matches.count);
		return NULL;
	}
	return overlay_copy(&overlay->tree, overlay->matches.items[0].node, expression);
}

static bool apply_action(struct overlay *overlay, const struct tree_node *action)
{
	const struct tree_node *target = tree_get(action, "target");
	const struct tree_node *value = tree_get(action, "update");
	const struct tree_node *copy = tree_get(action, "copy");
	bool remove = tree_true(action, "remove");
	if (!remove && value == NULL && copy == NULL)
		diag_warning(overlay->diag, action, "this action does nothing");
	if (!remove && value == NULL && copy != NULL) {
		value = copy_node(overlay, copy);
		if (value == NULL)
			return false;
	}
	if (!select_nodes(overlay, target))
		return false;
	if (overlay->matches.count == 0)
		diag_warning(overlay->diag, target, "'%s' selects nothing", target->text);
	if (remove)
		return overlay_remove(&overlay->tree, &overlay->matches, target);
	return value == NULL || overlay_update(&overlay->tree, &overlay->matches, value, target);
}

static bool apply_file(struct overlay *overlay, const char *path)
{
	const struct source_file *file = source_read(overlay->source, path);
	if (file == NULL)
		return false;
	const struct tree_node *root = file->root;
	if (!tree_is(root, TREE_MAP) || tree_get(root, "overlay") == NULL) {
		diag_error(overlay->diag, root, "this is no overlay: it has no member 'overlay'");
		return false;
	}
	if (!check_map(overlay, root, overlay_members, "an overlay") ||
		!check_version(overlay, root) ||
		!check_map(overlay, tree_get(root, "info"), info_members, "'info'") ||
		!check_actions(overlay, tree_get(root, "actions")))
		return false;

	check_extends(overlay, path, tree_get(root, "extends"));
	overlay->source->files[file - overlay->source->files].overlay = true;
	const struct tree_node *action = tree_get(root, "actions")->first;
	for (; action != NULL; action = action->next) {
		if (!apply_action(overlay, action))
			return false;
	}
	return true;
}

bool overlay_apply(struct source *source, const struct source_file *document,
	const char *const *paths, size_t count)
{
	struct overlay overlay = { .source = source, .diag = source->diag, .document = document };
	int errors = source->diag->errors;
	bool ok = true;
	if (count == 0)
		return true;
	overlay_tree_init(&overlay.tree, source, document->root);
	for (size_t i = 0; ok && i < count; i++)
		ok = apply_file(&overlay, paths[i]);
	jsonpath_matches_clear(&overlay.matches);
	arena_clear(&overlay.arena);
	ok = ok && source->diag->errors == errors;
	if (ok)
		source->files[document - source->files].root = overlay.tree.root;
	return ok;
}
