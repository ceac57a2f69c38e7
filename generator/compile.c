#include "compile.h"

#include "config.h"
#include "diff.h"
#include "init.h"
#include "memo.h"
#include "model.h"
#include "openapi.h"
#include "output.h"
#include "overlay.h"
#include "record.h"
#include "reference.h"
#include "render.h"
#include "select.h"
#include "source.h"
#include "templates.h"
#include "unchanged.h"
#include "view.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct compilation {
	const struct options *options;
	const char *spec;
	const char *prefix; /* that the document would give alone: diff */
	struct selection selection;
	struct diag diag;
	struct source source;
	struct reference reference;
	struct openapi openapi;
	struct config config;
	struct templates templates;
	struct model model;
	struct arena arena; /* names, model and view */
	struct tree_node *view;
	clock_t stage_start;
};

/* With --verbose: how long the stage took that ends here. */
static void stage_done(struct compilation *c, const char *stage)
{
	clock_t now = clock();

	if (c->options->verbose)
		fprintf(stderr, "oac: %-10s %7.1f ms\n", stage,
			(double)(now - c->stage_start) * 1000 / CLOCKS_PER_SEC);
	c->stage_start = now;
}

static bool render(struct compilation *c, struct output *output)
{
	return templates_read(&c->templates, c->options->templates, &c->diag) &&
		render_files(output, c->view, c->options, &c->templates, &c->config, &c->arena);
}

static void say_written(const struct compilation *c, const struct output *output)
{
	printf("oac: %s: %u operations and ", c->options->spec, c->model.operation_count);
	if (c->openapi.selected)
		fputs("what they reach", stdout);
	else
		printf("%zu schemas", c->openapi.schema_count);
	printf(" in %zu files", output->count);
	if (c->options->check)
		puts(", as they are");
	else
		printf(" (%zu written, %zu unchanged, %zu removed)\n", output->written,
			output->unchanged, output->removed);
}

static bool write_files(struct compilation *c)
{
	struct buffer text = BUFFER_EMPTY;
	struct output output;
	bool complete = false;
	bool ok;

	output_init(&output, c->options->out, &c->diag);
	ok = render(c, &output);
	stage_done(c, "mustache");
	/* --strict: what was warned of is an error, and an error writes nothing */
	ok = ok && c->diag.errors == 0;
	diag_sum_up(&c->diag);
	if (ok) {
		struct record record = { c->options, &c->source, &c->templates, c->diag.remarks };

		complete = record_write(&text, &record);
		output.record = text.text;
	}
	if (ok)
		ok = c->options->check ? output_check(&output)
				       : output_commit(&output, c->options->force);
	if (ok)
		say_written(c, &output);
	if (ok && complete)
		memo_add(output.manifest.text, output.manifest.len);
	stage_done(c, "output");
	output_clear(&output);
	buffer_clear(&text);
	return ok;
}

/* ---- stages ---- */

static const char *file_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return strcmp(path, "-") == 0 ? "standard input" : slash ? slash + 1 : path;
}

/* What the generated files say they come from: no path of this machine. */
static const char *document_name(struct compilation *c)
{
	const struct option_list *overlays = &c->options->overlays;
	const char *name = file_name(c->spec);
	size_t i;

	for (i = 0; i < overlays->count; i++)
		name = arena_format(&c->arena, "%s + %s", name, file_name(overlays->items[i]));
	return name;
}

/* The new document of a diff takes the names of the old one, so that its title alone renames nothing. */
static bool load_config(
	struct compilation *c, struct tree_node *root, const struct compilation *old)
{
	const struct options *options = c->options;

	if (!config_load(&c->config, root, options->name, options->prefix, c->openapi.title,
		    &c->arena, &c->diag))
		return false;
	c->prefix = c->config.prefix;
	if (old != NULL) {
		c->config.name = old->config.name;
		c->config.prefix = old->config.prefix;
	}
	return config_load_runtime(&c->config, options->runtime_prefix, &c->arena);
}

/* *root: what all configurations say together; NULL when there is none. */
static bool read_configs(struct compilation *c, struct tree_node **root)
{
	const struct option_list *configs = &c->options->configs;
	size_t i;

	for (i = 0; i < configs->count; i++) {
		const struct source_file *file = source_read(&c->source, configs->items[i]);

		if (file == NULL || file->root == NULL)
			return false;
		if (configs->count > 1 && !tree_is(file->root, TREE_MAP)) {
			diag_error(&c->diag, file->root, "a configuration must be a map");
			return false;
		}
		if (i == 0)
			*root = configs->count > 1 ? tree_copy(&c->arena, file->root) : file->root;
		else
			config_join(&c->arena, *root, file->root);
	}
	return true;
}

/* old: of a diff, or NULL */
static bool build_model(struct compilation *c, const struct compilation *old)
{
	const struct options *options = c->options;
	const struct source_file *spec = source_read(&c->source, c->spec);
	struct tree_node *config = NULL;

	if (spec == NULL ||
		!overlay_apply(&c->source, spec, options->overlays.items, options->overlays.count))
		return false;
	reference_init(&c->reference, &c->source, spec);
	if (!read_configs(c, &config))
		return false;
	stage_done(c, "source");
	if (!openapi_load(&c->openapi, &c->reference, spec->root, &c->diag) ||
		!load_config(c, config, old))
		return false;
	select_read(&c->selection, options, config_select(&c->config), &c->arena);
	select_operations(&c->openapi, &c->selection);
	if (options->command != COMMAND_DIFF && !select_check(&c->selection, &c->diag))
		return false;
	stage_done(c, "openapi");
	if (!model_build(&c->model, &c->openapi, &c->config, &c->arena, &c->diag))
		return false;
	stage_done(c, "model");
	return true;
}

static bool print(const struct buffer *text)
{
	if (fwrite(text->text, 1, text->len, stdout) == text->len && fflush(stdout) == 0)
		return true;
	fputs("oac: error: the output could not be written\n", stderr);
	return false;
}

static bool print_model(struct compilation *c)
{
	struct buffer text = BUFFER_EMPTY;
	struct output output;
	bool ok = true;

	/* With --vendor or --amalgamate the view tells of files, which are made for it and dropped. */
	output_init(&output, ".", &c->diag);
	if (c->options->vendor || c->options->amalgamate)
		ok = render(c, &output);
	if (ok) {
		tree_print(c->view, &text);
		ok = print(&text);
	}
	output_clear(&output);
	buffer_clear(&text);
	return ok;
}

static bool print_config(struct compilation *c)
{
	struct buffer text = BUFFER_EMPTY;
	bool ok;

	init_write(&c->model, c->spec, &text);
	ok = print(&text);
	buffer_clear(&text);
	return ok;
}

static struct compilation *begin(const struct options *options, const char *spec)
{
	struct compilation *c = calloc(1, sizeof(*c));

	if (c == NULL)
		arena_exhausted();
	c->options = options;
	c->spec = spec;
	c->stage_start = clock();
	c->diag.strict = options->strict;
	c->diag.verbose = options->verbose;
	source_init(&c->source, &c->diag);
	c->diag.source = &c->source;
	return c;
}

static void end(struct compilation *c)
{
	templates_clear(&c->templates);
	model_clear(&c->model);
	openapi_clear(&c->openapi);
	reference_clear(&c->reference);
	diag_sum_up(&c->diag);
	source_clear(&c->source);
	diag_clear(&c->diag);
	arena_clear(&c->arena);
	free(c);
}

/* ---- two documents ---- */

static int print_diff(struct compilation *old, struct compilation *new)
{
	const struct options *options = old->options;
	struct diff diff = {
		.old = { &old->model, &old->source, old->spec, old->prefix },
		.new = { &new->model, &new->source, new->spec, new->prefix },
	};
	struct buffer text = BUFFER_EMPTY;
	bool ok;

	diff_compare(&diff, &new->arena);
	stage_done(new, "compare");
	diff_print(&diff,
		options->json               ? DIFF_JSON
			: options->markdown ? DIFF_MARKDOWN
					    : DIFF_TEXT,
		&text);
	ok = print(&text);
	buffer_clear(&text);
	return ok ? diff_status(&diff) : 1;
}

/* A selection may match in one of the documents only: then all of it came or went. */
static bool check_selection(struct compilation *old, struct compilation *new)
{
	size_t i;

	for (i = 0; i < new->selection.count; i++)
		new->selection.list[i].used |= old->selection.list[i].used;
	return select_check(&new->selection, &new->diag);
}

static int compile_diff(const struct options *options)
{
	struct compilation *old = begin(options, options->spec);
	struct compilation *new = begin(options, options->spec_new);
	int status = 1;
	bool ok;

	old->diag.errors_only = new->diag.errors_only = true; /* the warnings are about what generate leaves out */
	ok = build_model(old, NULL);
	ok = build_model(new, ok ? old : NULL) && ok;
	if (ok && check_selection(old, new))
		status = print_diff(old, new);
	end(new);
	end(old);
	return status;
}

int compile(const struct options *options, void (*input)(void *user, const char *path), void *user)
{
	struct compilation *c;
	size_t i;
	bool ok;

	if (options->command == COMMAND_DIFF)
		return compile_diff(options);
	if (options->command == COMMAND_GENERATE && unchanged(options, input, user))
		return 0;
	c = begin(options, options->spec);
	c->diag.errors_only = options->command == COMMAND_INIT; /* generate tells what it leaves out */
	ok = build_model(c, NULL);
	if (ok && options->command == COMMAND_INIT) {
		ok = print_config(c);
	} else if (ok) {
		c->view = view_build(&c->model, document_name(c), &c->arena);
		stage_done(c, "view");
		ok = options->command == COMMAND_MODEL ? print_model(c) : write_files(c);
	}
	for (i = 1; input != NULL && i < c->source.count; i++)
		input(user, c->source.files[i].path);
	end(c);
	return ok ? 0 : 1;
}
