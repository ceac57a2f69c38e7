#include "record.h"

#include "sha256.h"
#include "version.h"

#include <string.h>

/* Text of the command line or a path: one line, whatever it holds. */
static void add_text(struct buffer *out, const char *text)
{
	for (; *text != '\0'; text++)
		buffer_add_char(out, (unsigned char)*text < ' ' ? '?' : *text);
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
	char hash[SHA256_TEXT_SIZE];
	size_t i;

	for (i = 1; i < source->count; i++) {
		const struct source_file *file = &source->files[i];

		if (file->text == NULL)
			continue;
		sha256_text(file->text, file->len, hash);
		buffer_format(out, "# input %s  ", hash);
		add_text(out,
			strcmp(file->path, "<stdin>") == 0 ? "-" : input_name(file->path, spec));
		buffer_add_char(out, '\n');
	}
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

void record_write(struct buffer *out, const struct source *source, const struct options *options)
{
	buffer_format(out, "# oac %s\n", OAC_VERSION);
	add_inputs(out, source, options->spec);
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
