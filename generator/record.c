#include "record.h"

#include "sha256.h"
#include "version.h"

#include <string.h>

/* Text of the command line or a path: one line, whatever it holds, and no other gives the same. */
static void add_text(struct buffer *out, const char *text)
{
	for (; *text != '\0'; text++) {
		if ((unsigned char)*text < ' ' || *text == '\\')
			buffer_format(out, "\\x%02x", (unsigned char)*text);
		else
			buffer_add_char(out, *text);
	}
}

static void add_file(
	struct buffer *out, const char *kind, const char *text, size_t len, const char *name)
{
	char hash[SHA256_TEXT_SIZE];

	sha256_text(text, len, hash);
	buffer_format(out, "# %s %s  ", kind, hash);
	add_text(out, name);
	buffer_add_char(out, '\n');
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash != NULL ? slash + 1 : path;
}

/* Files below the document's folder by their way from there, others by their name alone. */
static const char *input_name(const char *path, const char *spec)
{
	size_t folder = (size_t)(base_name(spec) - spec);

	return folder > 0 && strncmp(path, spec, folder) == 0 ? path + folder : base_name(path);
}

static void add_inputs(struct buffer *out, const struct source *source, const char *spec)
{
	const struct source_lookup *lookup;
	size_t i;

	for (i = 1; i < source->count; i++) {
		const struct source_file *file = &source->files[i];

		if (file->text != NULL)
			add_file(out, "input", file->text, file->len,
				strcmp(file->path, "<stdin>") == 0 ? "-"
				: file->inside != NULL             ? file->inside
						       : input_name(file->path, spec));
	}
	for (lookup = source->lookups; lookup != NULL; lookup = lookup->next) {
		buffer_add_text(out, "# reference ");
		add_text(out, lookup->path);
		buffer_add_text(out, " -> ");
		add_text(out, lookup->found);
		buffer_add_char(out, '\n');
	}
}

static void add_templates(struct buffer *out, const struct templates *templates)
{
	size_t i;

	for (i = 0; i < templates->count; i++)
		add_file(out, "template", templates->files[i].text, templates->files[i].len,
			templates->files[i].name);
}

static void add_option(struct buffer *out, const char *name, const char *value)
{
	buffer_format(out, "# option %s", name);
	if (value != NULL) {
		buffer_add_char(out, ' ');
		add_text(out, value);
	}
	buffer_add_char(out, '\n');
}

static void add_options(
	struct buffer *out, const char *name, const struct option_list *list, bool files)
{
	size_t i;

	for (i = 0; i < list->count; i++)
		add_option(out, name, files ? base_name(list->items[i]) : list->items[i]);
}

/* 0: none */
static size_t find_input(const struct source *source, const char *path)
{
	size_t i;

	for (i = 1; i < source->count; i++) {
		if (strcmp(source->files[i].path, path) == 0)
			return i;
	}
	return 0;
}

/* False: one is about something that is no input. */
static bool add_remarks(
	struct buffer *out, const struct diag_remark *remark, const struct source *source)
{
	static const char *const names[] = { "help", "note", "warning", "error" };
	bool ok = true;

	for (; remark != NULL; remark = remark->next) {
		size_t input = remark->path != NULL ? find_input(source, remark->path) : 0;

		ok = ok && (input > 0 || remark->path == NULL);
		buffer_format(out, "# %s %zu:%u:%u %s\n", names[remark->level], input,
			remark->line, remark->column, remark->message);
	}
	return ok;
}

static void add_all_options(struct buffer *out, const struct options *options)
{
	add_options(out, "--config", &options->configs, true);
	add_options(out, "--overlay", &options->overlays, true);
	if (options->name != NULL)
		add_option(out, "--name", options->name);
	if (options->prefix != NULL)
		add_option(out, "--prefix", options->prefix);
	add_options(out, "--tag", &options->tags, false);
	add_options(out, "--path", &options->paths, false);
	add_options(out, "--operation", &options->operations, false);
	if (options->templates != NULL)
		add_option(out, "--templates", base_name(options->templates));
	if (options->vendor)
		add_option(out, "--vendor", NULL);
	if (options->amalgamate)
		add_option(out, "--amalgamate", NULL);
	if (options->runtime_prefix != NULL)
		add_option(out, "--runtime-prefix", options->runtime_prefix);
}

bool record_write(struct buffer *out, const struct record *record)
{
	buffer_format(out, "# oac %s\n", OAC_VERSION);
	add_inputs(out, record->source, record->options->spec);
	add_templates(out, record->templates);
	add_all_options(out, record->options);
	return add_remarks(out, record->remarks, record->source) && !record->source->placed;
}
