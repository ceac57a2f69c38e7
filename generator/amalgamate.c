#include "amalgamate.h"

#include "amalgamate_file.h"
#include "table.h"

#include <stdint.h>
#include <string.h>

struct work {
	const struct amalgamation *amalgamation;
	struct arena *arena;
	struct tree_node *part; /* what is written to */
	struct table files;	/* by name */
	struct table done;	/* headers that were written, or are being */
	struct table systems;	/* of all parts */
};

static bool ends_with(const char *name, const char *end)
{
	size_t len = strlen(name);

	return len > strlen(end) && strcmp(name + len - strlen(end), end) == 0;
}

static void add_system(void *user, const char *header)
{
	struct work *w = user;
	struct tree_node *item;

	if (!table_add(&w->systems, header, w))
		return;
	item = tree_add(tree_get(w->part, "systems") ? tree_get(w->part, "systems")
						     : tree_set_list(w->arena, w->part, "systems"),
		tree_new(w->arena, TREE_MAP));
	tree_set(w->arena, item, "header", header);
}

static void write_file(struct work *w, const struct output_file *file, bool local)
{
	struct amalgamate_locals locals = { TABLE_EMPTY, TABLE_EMPTY };
	struct buffer text = BUFFER_EMPTY;
	struct tree_node *list = tree_get(w->part, "files");
	struct tree_node *item;

	if (local)
		amalgamate_find_locals(file, w->amalgamation->prefixes,
			w->amalgamation->prefix_count, w->arena, &locals);
	buffer_add(&text, "", 0);
	amalgamate_text(file, &locals, local, w->arena, &text, add_system, w);
	item = tree_add(list ? list : tree_set_list(w->arena, w->part, "files"),
		tree_new(w->arena, TREE_MAP));
	tree_set(w->arena, item, "name", file->name);
	tree_set_n(w->arena, item, "text", arena_text(w->arena, text.text, text.len), text.len);
	buffer_clear(&text);
	table_clear(&locals.names);
	table_clear(&locals.tags);
}

/* A header, after those that it includes. */
static void write_header(void *user, const char *name)
{
	struct work *w = user;
	const struct output_file *file = table_get(&w->files, name);

	if (file == NULL || !table_add(&w->done, file->name, w))
		return;
	amalgamate_includes(file, w->arena, write_header, w);
	if (ends_with(name, ".h"))
		write_file(w, file, false);
}

struct tree_node *amalgamate(const struct amalgamation *amalgamation, struct arena *arena)
{
	struct work w = { .amalgamation = amalgamation, .arena = arena };
	struct tree_node *root = tree_new(arena, TREE_MAP);
	size_t i;

	for (i = 0; i < amalgamation->count; i++)
		table_set(&w.files, amalgamation->files[i].name,
			(void *)(uintptr_t)&amalgamation->files[i]);

	w.part = tree_set_map(arena, root, "public");
	for (i = 0; i < amalgamation->root_count; i++)
		write_header(&w, amalgamation->roots[i]);
	w.part = tree_set_map(arena, root, "private");
	for (i = 0; i < amalgamation->count; i++)
		write_header(&w, amalgamation->files[i].name);
	w.part = tree_set_map(arena, root, "sources");
	for (i = 0; i < amalgamation->count; i++) {
		if (ends_with(amalgamation->files[i].name, ".c"))
			write_file(&w, &amalgamation->files[i], true);
	}
	table_clear(&w.files);
	table_clear(&w.done);
	table_clear(&w.systems);
	return root;
}
