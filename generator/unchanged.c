#include "unchanged.h"

#include "manifest.h"
#include "memo.h"
#include "output.h"
#include "path.h"
#include "record.h"
#include "reference.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct earlier {
	const struct options *options;
	struct diag diag;
	struct arena arena;
	struct buffer manifest;
	struct source source; /* texts only */
	struct reference reference;
	struct templates templates;
	struct source_lookup **next_lookup;
	struct diag_remark *remarks;
	struct diag_remark **next_remark;
};

/* ---- what the command line names ---- */

static bool load(struct earlier *e, const char *path)
{
	return strcmp(path, "-") != 0 && source_load(&e->source, path) != NULL;
}

static bool load_list(struct earlier *e, const struct option_list *list)
{
	size_t i;

	for (i = 0; i < list->count; i++) {
		if (!load(e, list->items[i]))
			return false;
	}
	return true;
}

/* In the order in which a run reads them. */
static bool load_arguments(struct earlier *e)
{
	return load(e, e->options->spec) && load_list(e, &e->options->overlays) &&
		load_list(e, &e->options->configs) &&
		templates_read(&e->templates, e->options->templates, &e->diag);
}

/* ---- what the manifest names beyond that ---- */

/* What follows a word, or NULL. */
static char *after(char *line, const char *word)
{
	size_t len = strlen(word);

	return strncmp(line, word, len) == 0 ? line + len : NULL;
}

static bool leads_to(struct earlier *e, const char *path, const char *found)
{
	const char *place = reference_locate(&e->reference, path);

	return place != NULL && strcmp(place, found) == 0;
}

/* A file that a reference led to. */
static bool load_inside(struct earlier *e, const char *name)
{
	const struct source_file *file;

	if (!leads_to(e, name, name))
		return false;
	file = source_load(
		&e->source, path_join(&e->arena, e->reference.root_folder, name));
	if (file == NULL)
		return false;
	e->source.files[file - e->source.files].inside = name;
	return true;
}

static bool follow_again(struct earlier *e, char *text)
{
	char *arrow = strstr(text, " -> ");
	struct source_lookup *lookup = arena_alloc(&e->arena, sizeof(*lookup));

	if (arrow == NULL)
		return false;
	*arrow = '\0';
	lookup->path = text;
	lookup->found = arrow + 4;
	*e->next_lookup = lookup;
	e->next_lookup = &lookup->next;
	return leads_to(e, lookup->path, lookup->found);
}

/* INPUT:LINE:COLUMN MESSAGE; what is wrong in it makes another line of it. */
static void add_remark(struct earlier *e, enum diag_level level, char *text)
{
	struct diag_remark *remark = arena_alloc(&e->arena, sizeof(*remark));
	unsigned long input = strtoul(text, &text, 10);

	remark->level = level;
	if (input > 0 && input < e->source.count)
		remark->path = e->source.files[input].path;
	if (*text == ':')
		remark->line = (unsigned)strtoul(text + 1, &text, 10);
	if (*text == ':')
		remark->column = (unsigned)strtoul(text + 1, &text, 10);
	remark->message = *text == ' ' ? text + 1 : text;
	*e->next_remark = remark;
	e->next_remark = &remark->next;
}

static bool read_line(struct earlier *e, char *line, size_t *arguments)
{
	char *rest;

	if ((rest = after(line, "# input ")) != NULL) {
		if (*arguments > 0) {
			--*arguments;
			return true;
		}
		rest = strstr(rest, "  ");
		return rest != NULL && load_inside(e, rest + 2);
	}
	if ((rest = after(line, "# reference ")) != NULL)
		return follow_again(e, rest);
	if ((rest = after(line, "# warning ")) != NULL) {
		add_remark(e, DIAG_WARNING, rest);
		return !e->options->strict;
	}
	if ((rest = after(line, "# note ")) != NULL)
		add_remark(e, DIAG_NOTE, rest);
	else if ((rest = after(line, "# help ")) != NULL)
		add_remark(e, DIAG_HELP, rest);
	return true;
}

/* Reads what the lines name. Whether it is as they say is told by writing them again. */
static bool read_lines(struct earlier *e)
{
	size_t arguments = e->source.count - 1;
	const char *line = e->manifest.text;
	bool ok = true;

	while (ok && *line == '#') {
		size_t len = strcspn(line, "\n");

		ok = read_line(e, arena_text(&e->arena, line, len), &arguments);
		line += len + (line[len] == '\n');
	}
	return ok && arguments == 0;
}

static bool is_same(struct earlier *e)
{
	struct record record = { e->options, &e->source, &e->templates, e->remarks };
	struct buffer text = BUFFER_EMPTY;
	bool same = record_write(&text, &record) && text.len <= e->manifest.len &&
		memcmp(text.text, e->manifest.text, text.len) == 0 &&
		e->manifest.text[text.len] != '#';

	buffer_clear(&text);
	return same;
}

/* ---- the whole ---- */

static bool check(struct earlier *e, const char *path, const struct tree_node **files)
{
	const struct options *options = e->options;

	/* --verbose asks how long the stages take */
	if (options->force || options->verbose || !manifest_load(path, &e->manifest, &e->diag) ||
		!memo_has(e->manifest.text, e->manifest.len) || !load_arguments(e))
		return false;
	reference_init(&e->reference, &e->source, &e->source.files[1]);
	if (!read_lines(e) || !is_same(e))
		return false;
	*files = manifest_parse(&e->manifest, path, &e->arena, &e->diag);
	return *files != NULL && output_stands(options->out, *files);
}

static void tell(struct earlier *e, const struct tree_node *files)
{
	const struct diag_remark *remark;

	e->diag.quiet = false;
	for (remark = e->remarks; remark != NULL; remark = remark->next)
		diag_repeat(&e->diag, remark);
	printf("oac: %s: nothing has changed: %u files", e->options->spec, files->count);
	if (e->options->check)
		puts(", as they are");
	else
		printf(" (0 written, %u unchanged, 0 removed)\n", files->count);
}

bool unchanged(
	const struct options *options, void (*input)(void *user, const char *path), void *user)
{
	struct earlier e = { .options = options, .diag = { .quiet = true } };
	const struct tree_node *files = NULL;
	size_t i;
	bool ok;

	source_init(&e.source, &e.diag);
	e.next_lookup = &e.source.lookups;
	e.next_remark = &e.remarks;
	ok = check(&e, arena_format(&e.arena, "%s/%s", options->out, MANIFEST_NAME), &files);
	if (ok)
		tell(&e, files);
	for (i = 1; ok && input != NULL && i < e.source.count; i++)
		input(user, e.source.files[i].path);
	reference_clear(&e.reference);
	source_clear(&e.source);
	templates_clear(&e.templates);
	buffer_clear(&e.manifest);
	diag_clear(&e.diag);
	arena_clear(&e.arena);
	return ok;
}
