#include "render.h"

#include "buffer.h"
#include "builtin.h"
#include "mustache.h"
#include "vendor.h"

#include <string.h>

struct rendering {
	struct output *output;
	const struct tree_node *view;
	const struct templates *templates; /* the user's */
	struct arena *arena;
	struct mustache_set *set;
};

/* A file of --templates by that name goes before the one within the binary. */
static const char *load_template(void *user, const char *name, size_t *len, const char **file)
{
	struct rendering *r = user;
	const char *base = arena_join(r->arena, name, ".mustache", NULL);
	const struct template_file *own;
	size_t i;

	own = strchr(name, '/') == NULL ? templates_find(r->templates, base) : NULL;
	if (own != NULL) {
		*len = own->len;
		*file = own->path;
		return own->text;
	}
	for (i = 0; i < builtin_count; i++) {
		if (builtin_files[i].kind == BUILTIN_TEMPLATE &&
			strcmp(builtin_files[i].name, base) == 0) {
			*len = builtin_files[i].len;
			*file = arena_join(r->arena, "templates/", base, NULL);
			return (const char *)builtin_files[i].bytes;
		}
	}
	return NULL;
}

/* The file is called name and end. */
static bool render(struct rendering *r, const char *template, const char *name, const char *end,
	const struct tree_node *view)
{
	struct buffer text = BUFFER_EMPTY;

	buffer_add(&text, "", 0);
	if (!mustache_render(r->set, template, view, &text)) {
		buffer_clear(&text);
		return false;
	}
	output_add(r->output, arena_join(r->arena, name, end, NULL), text.text, text.len);
	return true;
}

/* What the templates of a part see: api, and the part. */
static struct tree_node *view_with(struct rendering *r, const char *key, struct tree_node *map)
{
	struct tree_node *root = tree_new(r->arena, TREE_MAP);
	struct tree_node *api = tree_new(r->arena, TREE_MAP);

	*api = *tree_get(r->view, "api");
	tree_set_node(root, "api", api);
	tree_set_node(root, key, map);
	return root;
}

static struct tree_node *group_view(struct rendering *r, const struct tree_node *group)
{
	struct tree_node *copy = tree_new(r->arena, TREE_MAP);

	*copy = *group;
	return view_with(r, "group", copy);
}

static bool render_all(struct rendering *r)
{
	const char *name = tree_text(tree_get(r->view, "api"), "name");
	const struct tree_node *group;

	if (!render(r, "api.h", name, ".h", r->view) || !render(r, "api.c", name, ".c", r->view) ||
		!render(r, "tables.h", name, "_tables.h", r->view))
		return false;
	for (group = tree_get(r->view, "groups")->first; group != NULL; group = group->next) {
		const char *file = tree_text(group, "file");
		const struct tree_node *view = group_view(r, group);

		if (!render(r, "group.h", file, ".h", view) ||
			!render(r, "group.c", file, ".c", view))
			return false;
	}
	return true;
}

static bool render_folder(struct rendering *r, const char *name)
{
	return render(r, "vendor_readme", "README", ".md", r->view) &&
		render(r, "vendor_cmake", "CMakeLists", ".txt", r->view) &&
		render(r, "vendor_meson", "meson", ".build", r->view) &&
		render(r, "vendor_make", name, ".mk", r->view);
}

static bool render_amalgam(struct rendering *r, const char *name)
{
	return render(r, "amalgam.h", name, ".h", r->view) &&
		render(r, "amalgam.c", name, ".c", r->view);
}

/* All that is rendered so far, to build alone. */
static bool render_alone(
	struct rendering *r, struct tree_node *view, bool folder, const struct config *config)
{
	tree_set_node(view, "vendor", vendor_view(r->output, config, r->arena));
	if (folder)
		return render_folder(r, config->name);
	tree_set_node(view, "amalgam", vendor_amalgamate(r->output, config, r->arena));
	return render_amalgam(r, config->name);
}

bool render_files(struct output *output, struct tree_node *view, const struct options *options,
	const struct templates *templates, const struct config *config, struct arena *arena)
{
	struct rendering r = { output, view, templates, arena, NULL };
	int before = output->diag->errors;
	bool alone = options->vendor || options->amalgamate;
	bool ok;

	r.set = mustache_set_new(output->diag, false, load_template, &r);
	ok = render_all(&r) && (!alone || vendor_add(output, config));
	if (ok)
		vendor_rename(output, config);
	if (ok && alone)
		ok = render_alone(&r, view, options->vendor, config);
	mustache_set_free(r.set);
	return ok && output->diag->errors == before;
}
