#include "config.h"

#include "names.h"

#include <string.h>

struct member {
	const char *name;
	enum tree_kind kind;
};

static const struct member members[] = {
	{ "name", TREE_STRING },     { "prefix", TREE_STRING },	 { "types", TREE_MAP },
	{ "operations", TREE_MAP },  { "streams", TREE_MAP },	 { "headers", TREE_MAP },
	{ "environment", TREE_MAP }, { "pagination", TREE_LIST }, { "select", TREE_MAP },
	{ "helpers", TREE_LIST },    { "runtime_prefix", TREE_STRING }, { NULL, TREE_NULL },
};
static const struct member select_members[] = {
	{ "tags", TREE_LIST }, { "paths", TREE_LIST }, { "operations", TREE_LIST }, { NULL, TREE_NULL },
};
static const struct member environment_members[] = {
	{ "api_key", TREE_STRING }, { "base_url", TREE_STRING }, { "headers", TREE_STRING }, { "header", TREE_MAP },
	{ NULL, TREE_NULL },
};
static const struct member page_members[] = {
	{ "items", TREE_STRING }, { "more", TREE_STRING }, { "cursor", TREE_STRING }, { "id", TREE_STRING },
	{ "next", TREE_STRING }, { "offset", TREE_STRING }, { "page", TREE_STRING }, { "first", TREE_NUMBER },
	{ "total", TREE_STRING }, { "next_url", TREE_STRING }, { "link", TREE_BOOL },
	{ "operations", TREE_LIST }, { NULL, TREE_NULL },
};

static const char *kind_name(enum tree_kind kind)
{
	return kind == TREE_MAP ? "map"
		: kind == TREE_LIST ? "list"
		: kind == TREE_NUMBER ? "number"
		: kind == TREE_BOOL ? "boolean"
				    : "string";
}

static bool check_map(
	struct config *config, const struct tree_node *map, const struct member *known)
{
	const struct tree_node *node;
	const struct member *member;
	bool ok = true;

	for (node = map ? map->first : NULL; node != NULL; node = node->next) {
		for (member = known; member->name != NULL && strcmp(node->key, member->name) != 0;
			member++)
			;
		if (member->name == NULL)
			diag_at(config->diag, DIAG_ERROR, node, true, "unknown member '%s'",
				node->key);
		else if (!tree_is(node, member->kind))
			diag_error(config->diag, node, "'%s' must be a %s", node->key,
				kind_name(member->kind));
		else
			continue;
		ok = false;
	}
	return ok;
}

/* The values of a list, or of a map whose keys are the document's or the program's own names. */
static bool check_texts(struct config *config, const struct tree_node *values)
{
	const struct tree_node *node;
	bool ok = true;

	for (node = values ? values->first : NULL; node != NULL; node = node->next) {
		if (node->text != NULL)
			continue;
		diag_error(config->diag, node, "this must be a string");
		ok = false;
	}
	return ok;
}

static bool check_members(struct config *config)
{
	static const char *const texts[] = { "types", "operations", "headers" };
	const struct tree_node *select = tree_get(config->root, "select");
	const struct tree_node *environment = tree_get(config->root, "environment");
	const struct tree_node *pages = tree_get(config->root, "pagination");
	const struct tree_node *node;
	bool ok;
	size_t i;

	if (!tree_is(config->root, TREE_MAP)) {
		diag_error(config->diag, config->root, "a configuration must be a map");
		return false;
	}
	if (!check_map(config, config->root, members))
		return false;
	ok = check_map(config, select, select_members) &&
		check_map(config, environment, environment_members);
	for (node = pages ? pages->first : NULL; node != NULL; node = node->next) {
		if (tree_is(node, TREE_MAP)) {
			ok &= check_map(config, node, page_members) &&
				check_texts(config, tree_get(node, "operations"));
		} else {
			diag_error(config->diag, node, "an entry of 'pagination' must be a map");
			ok = false;
		}
	}
	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		ok &= check_texts(config, tree_get(config->root, texts[i]));
	for (i = 0; ok && i + 1 < sizeof(select_members) / sizeof(select_members[0]); i++)
		ok = check_texts(config, tree_get(select, select_members[i].name));
	ok &= check_texts(config, tree_get(config->root, "helpers"));
	return ok && check_texts(config, tree_get(environment, "header"));
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

void config_join(struct arena *arena, struct tree_node *root, const struct tree_node *more)
{
	const struct tree_node *node;
	const struct tree_node *item;

	for (node = more->first; node != NULL; node = node->next) {
		struct tree_node *old = tree_get_n(root, node->key, node->key_len);
		struct tree_node *copy;

		if (tree_is(old, TREE_MAP) && tree_is(node, TREE_MAP)) {
			config_join(arena, old, node);
			continue;
		}
		if (tree_is(old, TREE_LIST) && tree_is(node, TREE_LIST)) {
			for (item = node->first; item != NULL; item = item->next)
				tree_add(old, tree_copy(arena, item));
			continue;
		}
		if (old != NULL)
			tree_remove(root, old);
		copy = tree_copy(arena, node);
		copy->key = node->key;
		copy->key_len = node->key_len;
		copy->key_line = node->key_line;
		copy->key_column = node->key_column;
		tree_insert(arena, root, copy);
	}
}

bool config_load(struct config *config, struct tree_node *root, const char *name,
	const char *prefix, const char *title, struct arena *arena, struct diag *diag)
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
	config->runtime = "oac";
	return true;
}

bool config_load_runtime(struct config *config, const char *prefix, struct arena *arena)
{
	const struct tree_node *node = tree_get(config->root, "runtime_prefix");

	prefix = prefix ? prefix : tree_text(config->root, "runtime_prefix");
	if (prefix != NULL)
		config->runtime = names_snake(arena, prefix, true);
	if (strcmp(config->runtime, config->prefix) != 0 &&
		strcmp(config->runtime, config->name) != 0)
		return true;
	diag_error(config->diag, node,
		"the runtime's prefix must differ from the library's own, '%s'", config->runtime);
	return false;
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

const struct tree_node *config_helpers(const struct config *config)
{
	return tree_get(config->root, "helpers");
}

const struct tree_node *config_select(const struct config *config)
{
	return tree_get(config->root, "select");
}

const struct tree_node *config_headers(const struct config *config)
{
	return tree_get(config->root, "headers");
}

const struct tree_node *config_environment(const struct config *config)
{
	return tree_get(config->root, "environment");
}
