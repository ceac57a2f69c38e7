#include "vendor.h"

#include "amalgamate.h"
#include "amalgamate_file.h"
#include "buffer.h"
#include "builtin.h"
#include "fingerprint.h"
#include "names.h"
#include "version.h"

#include <stdlib.h>
#include <string.h>

static void add_builtin(struct output *output, const struct builtin_file *file)
{
	struct buffer text = BUFFER_EMPTY;

	buffer_add(&text, (const char *)file->bytes, file->len);
	output_add(output, file->name, text.text, text.len);
}

static const struct builtin_file *find_helper(const char *name)
{
	size_t i;

	for (i = 0; i < builtin_count; i++) {
		if (builtin_files[i].kind == BUILTIN_HELPER &&
			strcmp(builtin_files[i].name, name) == 0)
			return &builtin_files[i];
	}
	return NULL;
}

struct helpers {
	struct output *output;
	struct table added;
};

static void keep_first(void *user, const char *name)
{
	const char **first = user;

	if (*first == NULL)
		*first = name;
}

static void find_includes(struct helpers *h, const struct builtin_file *file,
	void (*found)(void *, const char *), void *user)
{
	const struct output_file text = { file->name, (char *)(uintptr_t)file->bytes, file->len };

	amalgamate_includes(&text, &h->output->arena, found, user);
}

/* A header brings those that it includes, and the sources that have it for their own: that include it first. */
static void add_helper(void *user, const char *name)
{
	struct helpers *h = user;
	const struct builtin_file *header = find_helper(name);
	size_t i;

	if (header == NULL || !table_add(&h->added, header->name, h))
		return;
	add_builtin(h->output, header);
	find_includes(h, header, add_helper, h);
	for (i = 0; i < builtin_count; i++) {
		const struct builtin_file *file = &builtin_files[i];
		const char *first = NULL;

		if (file->kind != BUILTIN_HELPER || file->name[strlen(file->name) - 1] != 'c')
			continue;
		find_includes(h, file, keep_first, &first);
		if (first == NULL || strcmp(first, name) != 0)
			continue;
		add_builtin(h->output, file);
		find_includes(h, file, add_helper, h);
	}
}

static const char *helper_names(struct arena *arena)
{
	const char *names = NULL;
	size_t i;

	for (i = 0; i < builtin_count; i++) {
		const char *name = builtin_files[i].name;
		int len = (int)strlen(name) - 2;

		if (builtin_files[i].kind == BUILTIN_HELPER && name[len + 1] == 'h')
			names = names ? arena_format(arena, "%s, %.*s", names, len, name)
				      : arena_format(arena, "%.*s", len, name);
	}
	return names ? names : "none";
}

static bool add_helpers(struct output *output, const struct config *config)
{
	const struct tree_node *list = config_helpers(config);
	const struct tree_node *node;
	struct helpers h = { .output = output };
	bool ok = true;

	for (node = list ? list->first : NULL; node != NULL; node = node->next) {
		const char *name = arena_format(&output->arena, "%s.h", node->text);

		if (find_helper(name) != NULL) {
			add_helper(&h, name);
			continue;
		}
		diag_error(output->diag, node, "no helper is called '%s'; there are: %s",
			node->text, helper_names(&output->arena));
		ok = false;
	}
	table_clear(&h.added);
	return ok;
}

bool vendor_add(struct output *output, const struct config *config)
{
	size_t i;

	for (i = 0; i < builtin_count; i++) {
		if (builtin_files[i].kind == BUILTIN_RUNTIME)
			add_builtin(output, &builtin_files[i]);
	}
	return add_helpers(output, config);
}

/* ---- what the templates see ---- */

/* oac.h and oac_*.*, whatever they are called here */
static bool is_runtime(const struct config *config, const char *name)
{
	size_t len = strlen(config->runtime);
	size_t i;

	if (strncmp(name, config->runtime, len) != 0)
		return false;
	for (i = 0; i < builtin_count; i++) {
		if (builtin_files[i].kind == BUILTIN_RUNTIME &&
			strcmp(name + len, builtin_files[i].name + strlen("oac")) == 0)
			return true;
	}
	return false;
}

/* Libraries may share a runtime when this is the same. */
static const char *runtime_id(struct arena *arena)
{
	struct fingerprint print;
	char text[FINGERPRINT_TEXT_SIZE];
	size_t i;

	fingerprint_init(&print);
	for (i = 0; i < builtin_count; i++) {
		if (builtin_files[i].kind == BUILTIN_RUNTIME)
			fingerprint_add(&print, builtin_files[i].bytes, builtin_files[i].len);
	}
	fingerprint_text(&print, text);
	return arena_text(arena, text, 12);
}

static void add_name(struct arena *arena, struct tree_node *map, const char *key, const char *name)
{
	struct tree_node *list = tree_get(map, key);

	if (list == NULL)
		list = tree_set_list(arena, map, key);
	tree_set(arena, tree_add(list, tree_new(arena, TREE_MAP)), "name", name);
}

static int compare_files(const void *a, const void *b)
{
	return strcmp(((const struct output_file *)a)->name, ((const struct output_file *)b)->name);
}

struct tree_node *vendor_view(
	const struct output *output, const struct config *config, struct arena *arena)
{
	struct tree_node *map = tree_new(arena, TREE_MAP);
	const struct tree_node *list = config_helpers(config);
	const struct tree_node *node;
	size_t i;

	qsort(output->files, output->count, sizeof(*output->files), compare_files);
	tree_set(arena, map, "runtime", config->runtime);
	tree_set(arena, map, "runtime_upper", names_upper(arena, config->runtime));
	tree_set_bool(arena, map, "own_runtime", strcmp(config->runtime, "oac") != 0);
	tree_set(arena, map, "runtime_id", runtime_id(arena));
	for (i = 0; i < output->count; i++) {
		const char *name = output->files[i].name;
		bool runtime = is_runtime(config, name);

		if (name[strlen(name) - 1] == 'c')
			add_name(arena, map, runtime ? "runtime_sources" : "sources", name);
		else
			add_name(arena, map, runtime ? "runtime_headers" : "headers", name);
	}
	for (node = list ? list->first : NULL; node != NULL; node = node->next)
		add_name(arena, map, "helpers", arena_format(arena, "%s.h", node->text));
	tree_set_bool(arena, map, "has_helpers", tree_get(map, "helpers") != NULL);
	return map;
}

/* Whether a header has functions that a library exports. */
static bool is_public(
	const struct config *config, const struct output_file *file, struct arena *arena)
{
	const char *mark = arena_format(arena, "\n%s_API ", names_upper(arena, config->runtime));

	return file->name[strlen(file->name) - 1] == 'h' && strstr(file->text, mark) != NULL;
}

struct tree_node *vendor_amalgamate(
	struct output *output, const struct config *config, struct arena *arena)
{
	const char *prefixes[] = { config->runtime, config->prefix };
	const struct tree_node *list = config_helpers(config);
	const struct tree_node *node;
	const char **roots =
		arena_alloc(arena, (output->count + 2 + (list ? list->count : 0)) * sizeof(*roots));
	struct amalgamation amalgamation = {
		.files = output->files,
		.count = output->count,
		.roots = roots,
		.prefixes = prefixes,
		.prefix_count = 2,
	};
	struct tree_node *map;
	struct tree_node *files;
	size_t runtime_len = strlen(config->runtime);
	size_t i;

	roots[amalgamation.root_count++] = arena_format(arena, "%s.h", config->name);
	for (node = list ? list->first : NULL; node != NULL; node = node->next)
		roots[amalgamation.root_count++] = arena_format(arena, "%s.h", node->text);
	for (i = 0; i < output->count; i++) {
		if (is_public(config, &output->files[i], arena))
			roots[amalgamation.root_count++] = output->files[i].name;
	}
	map = amalgamate(&amalgamation, arena);
	files = tree_get(tree_get(map, "sources"), "files");
	for (files = files ? files->first : NULL; files != NULL; files = files->next) {
		const char *name = tree_text(files, "name");

		tree_set_bool(arena, files, "runtime", is_runtime(config, name));
		tree_set_bool(arena, files, "curl",
			is_runtime(config, name) && strncmp(name + runtime_len, "_curl", 5) == 0);
	}
	for (i = 0; i < output->count; i++)
		free(output->files[i].text);
	output->count = 0;
	return map;
}
