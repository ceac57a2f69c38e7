#include "config.h"

#include "names.h"

#include <string.h>

static const struct member {
	const char *name;
	enum tree_kind kind;
} members[] = {
	{ "name", TREE_STRING },     { "prefix", TREE_STRING },	    { "types", TREE_MAP },
	{ "operations", TREE_MAP },  { "streams", TREE_MAP },  { "headers", TREE_MAP },	    { "environment", TREE_MAP },
	{ "pagination", TREE_LIST }, { "select", TREE_MAP },	    { "helpers", TREE_LIST },
};

static bool check_members(struct config *config)
{
	const struct tree_node *node;
	bool ok = true;
	size_t i;

	if (!tree_is(config->root, TREE_MAP)) {
		diag_error(config->diag, config->root, "a configuration must be a map");
		return false;
	}
	for (node = config->root->first; node != NULL; node = node->next) {
		const struct member *found = NULL;

		for (i = 0; i < sizeof(members) / sizeof(members[0]); i++) {
			if (strcmp(node->key, members[i].name) == 0)
				found = &members[i];
		}
		if (found == NULL) {
			diag_at(config->diag, DIAG_ERROR, node, true, "unknown member '%s'", node->key);
			ok = false;
		} else if (!tree_is(node, found->kind)) {
			diag_error(config->diag, node, "'%s' must be a %s", node->key,
				found->kind == TREE_MAP ? "map" : found->kind == TREE_LIST ? "list" : "string");
			ok = false;
		}
	}
	return ok;
}

static void read_patterns(struct config *config, struct arena *arena)
{
	const struct tree_node *types = tree_get(config->root, "types");
	const struct tree_node *node;

	if (types == NULL || types->count == 0)
		return;
	config->patterns = arena_alloc(arena, types->count * sizeof(struct tree_node *));
	for (node = types->first; node != NULL; node = node->next) {
		if (node->text != NULL && strchr(node->key, '*') != NULL)
			config->patterns[config->pattern_count++] = node;
	}
}

bool config_load(struct config *config, struct tree_node *root, const char *name, const char *prefix,
	const char *title, struct arena *arena, struct diag *diag)
{
	config->diag = diag;
	config->root = root;
	if (root != NULL && !check_members(config))
		return false;
	config->name = name ? name : tree_text(root, "name");
	if (config->name == NULL)
		config->name = names_snake(arena, title ? title : "api", true);
	else
		config->name = names_snake(arena, config->name, true);
	config->prefix = prefix ? prefix : tree_text(root, "prefix");
	read_patterns(config, arena);
	config->prefix = config->prefix ? names_snake(arena, config->prefix, true) : config->name;
	return true;
}

const char *config_type(const struct config *config, const char *place)
{
	const struct tree_node *types = tree_get(config->root, "types");
	size_t i;
	const char *exact = tree_text(types, place);

	if (exact != NULL || types == NULL)
		return exact;
	for (i = 0; i < config->pattern_count; i++) {
		if (names_match(config->patterns[i]->key, place))
			return config->patterns[i]->text;
	}
	return NULL;
}

const char *config_operation(const struct config *config, const char *id)
{
	return tree_text(tree_get(config->root, "operations"), id);
}

const char *config_stream(const struct config *config, const char *id)
{
	return tree_text(tree_get(config->root, "streams"), id);
}

const struct tree_node *config_pagination(const struct config *config, const char *id)
{
	const struct tree_node *list = tree_get(config->root, "pagination");
	const struct tree_node *entry;
	const struct tree_node *name;

	if (list == NULL)
		return NULL;
	for (entry = list->first; entry != NULL; entry = entry->next) {
		const struct tree_node *names = tree_get(entry, "operations");

		for (name = names ? names->first : NULL; name != NULL; name = name->next) {
			if (name->text != NULL && strcmp(name->text, id) == 0)
				return entry;
		}
	}
	return NULL;
}

const struct tree_node *config_headers(const struct config *config)
{
	return tree_get(config->root, "headers");
}

const struct tree_node *config_environment(const struct config *config)
{
	return tree_get(config->root, "environment");
}
