#define _POSIX_C_SOURCE 200809L
#include "output.h"

#include "manifest.h"
#include "replace.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	READ_CHUNK = 64 * 1024,
};

/* What a file on disk is to us. */
enum finding {
	FOUND_NOTHING,
	FOUND_SAME,   /* it has the bytes that are wanted */
	FOUND_OURS,   /* as oac wrote it */
	FOUND_EDITED, /* oac wrote it, someone changed it */
	FOUND_FOREIGN,
	FOUND_NO_FILE, /* a folder, a link, ... */
	FOUND_ERROR,   /* reported */
};

static const char *join(struct output *output, const char *name)
{
	return arena_format(&output->arena, "%s/%s", output->folder, name);
}

static void refuse(struct output *output, const char *name, const char *why)
{
	diag_place(output->diag, DIAG_ERROR, join(output, name), 0, 0, "%s", why);
}

static bool has_bytes(FILE *stream, char *chunk, const char *text, size_t len)
{
	size_t have = 0;
	size_t got;
	while ((got = fread(chunk, 1, READ_CHUNK, stream)) > 0) {
		if (got > len - have || memcmp(text + have, chunk, got) != 0)
			return false;
		have += got;
	}
	return have == len;
}

/* Whether the file has the bytes of text (NULL: no); if not, its hash. False: errno. */
static bool examine(const char *path, const char *text, size_t len, bool *same,
	char hash[FINGERPRINT_TEXT_SIZE])
{
	FILE *stream = fopen(path, "rb");
	if (stream == NULL)
		return false;
	char *chunk = malloc(READ_CHUNK);
	if (chunk == NULL)
		arena_exhausted();

	*same = text != NULL && has_bytes(stream, chunk, text, len);
	if (!*same && ferror(stream) == 0) {
		struct fingerprint print;
		size_t got;
		rewind(stream);
		fingerprint_init(&print);
		while ((got = fread(chunk, 1, READ_CHUNK, stream)) > 0)
			fingerprint_add(&print, chunk, got);
		fingerprint_text(&print, hash);
	}
	bool fine = ferror(stream) == 0;
	fclose(stream);
	free(chunk);
	return fine;
}

/* file NULL: one that is no longer made. */
static enum finding inspect(struct output *output, const struct tree_node *manifest,
	const char *name, const struct output_file *file)
{
	const char *path = join(output, name);
	struct stat info;
	if (lstat(path, &info) != 0) {
		if (errno == ENOENT || errno == ENOTDIR)
			return FOUND_NOTHING;
		diag_place(
			output->diag, DIAG_ERROR, path, 0, 0, "cannot read: %s", strerror(errno));
		return FOUND_ERROR;
	}
	if (!S_ISREG(info.st_mode))
		return FOUND_NO_FILE;

	bool same;
	char hash[FINGERPRINT_TEXT_SIZE];
	const char *text = file != NULL ? file->text : NULL;
	if (!examine(path, text, file != NULL ? file->len : 0, &same, hash)) {
		diag_place(
			output->diag, DIAG_ERROR, path, 0, 0, "cannot read: %s", strerror(errno));
		return FOUND_ERROR;
	}
	if (same)
		return FOUND_SAME;
	const char *written = tree_text(manifest, name);
	if (written == NULL)
		return FOUND_FOREIGN;
	return strcmp(written, hash) == 0 ? FOUND_OURS : FOUND_EDITED;
}

/* The folder in a name, or NULL. */
static const char *subfolder(struct output *output, const char *name)
{
	const char *slash = strchr(name, '/');
	if (slash == NULL)
		return NULL;
	return join(output, arena_text(&output->arena, name, (size_t)(slash - name)));
}

/* A link in place of a subfolder would lead out of the folder. */
static bool check_subfolder(struct output *output, const char *name)
{
	const char *path = subfolder(output, name);
	struct stat info;
	if (path == NULL || lstat(path, &info) != 0 || S_ISDIR(info.st_mode))
		return true;
	diag_place(output->diag, DIAG_ERROR, path, 0, 0, "is in the way: no folder");
	return false;
}

static bool plan_file(struct output *output, const struct output_file *file,
	const struct tree_node *manifest, bool force, bool *write)
{
	*write = true;
	if (!check_subfolder(output, file->name))
		return false;
	switch (inspect(output, manifest, file->name, file)) {
	case FOUND_NOTHING:
	case FOUND_OURS:
		return true;
	case FOUND_SAME:
		*write = false;
		return true;
	case FOUND_EDITED:
		if (!force)
			refuse(output, file->name,
				"was edited since oac wrote it (--force replaces it)");
		return force;
	case FOUND_FOREIGN:
		if (!force)
			refuse(output, file->name,
				"is in the way: oac did not write it (--force replaces it)");
		return force;
	case FOUND_NO_FILE:
		refuse(output, file->name, "is in the way: no plain file");
		return false;
	case FOUND_ERROR:
		break;
	}
	return false;
}

static bool is_made(const struct tree_node *made, const char *name)
{
	return tree_get(made, name) != NULL;
}

static struct tree_node *list_made(struct output *output)
{
	struct tree_node *made = tree_new(&output->arena, TREE_MAP);
	for (size_t i = 0; i < output->count; i++)
		tree_set(&output->arena, made, output->files[i].name, "");
	return made;
}

/* Notes the files of earlier runs that go. */
static bool plan_removals(
	struct output *output, const struct tree_node *manifest, struct replace *replace)
{
	const struct tree_node *made = list_made(output);
	for (const struct tree_node *old = manifest->first; old != NULL; old = old->next) {
		if (is_made(made, old->key))
			continue;
		if (!check_subfolder(output, old->key))
			return false;
		switch (inspect(output, manifest, old->key, NULL)) {
		case FOUND_OURS:
			replace_remove(replace, join(output, old->key));
			output->removed++;
			break;
		case FOUND_EDITED:
			diag_place(output->diag, DIAG_WARNING, join(output, old->key), 0, 0,
				"is no longer made, but was edited: it is kept");
			break;
		case FOUND_ERROR:
			return false;
		default:
			break;
		}
	}
	return true;
}

static bool stage_file(
	struct output *output, struct replace *replace, const struct output_file *file)
{
	const char *folder = subfolder(output, file->name);
	if (folder != NULL && !replace_folder(replace, folder))
		return false;
	return replace_write(replace, join(output, file->name), file->text, file->len);
}

static int compare_names(const void *a, const void *b)
{
	const struct output_file *left = a;
	const struct output_file *right = b;
	return strcmp(left->name, right->name);
}

static void build_manifest(struct output *output)
{
	buffer_reset(&output->manifest);
	buffer_add_text(&output->manifest, output->record != NULL ? output->record : "");
	for (size_t i = 0; i < output->count; i++)
		manifest_add(&output->manifest, output->files[i].name, output->files[i].text,
			output->files[i].len);
}

static bool stage_manifest(struct output *output, struct replace *replace)
{
	const struct buffer *text = &output->manifest;
	const char *path = join(output, MANIFEST_NAME);
	bool same = false;
	char hash[FINGERPRINT_TEXT_SIZE];
	return (examine(path, text->text, text->len, &same, hash) && same) ||
	       replace_write(replace, path, text->text, text->len);
}

/* Subfolders that have become empty go with their files. */
static void remove_subfolders(struct output *output, const struct tree_node *manifest)
{
	for (const struct tree_node *old = manifest->first; old != NULL; old = old->next) {
		const char *folder = subfolder(output, old->key);
		if (folder != NULL)
			rmdir(folder); /* fails, as it should, unless it is empty */
	}
}

void output_init(struct output *output, const char *folder, struct diag *diag)
{
	*output = (struct output){ .folder = folder, .diag = diag };
}

void output_add(struct output *output, const char *name, char *text, size_t len)
{
	if (!manifest_allows(name)) {
		refuse(output, name, "this is no name for a file of the output");
		output->refused = true;
		free(text);
		return;
	}
	if (output->count == output->size) {
		output->size = output->size > 0 ? output->size * 2 : 32;
		struct output_file *files = realloc(output->files, output->size * sizeof(*files));
		if (files == NULL)
			arena_exhausted();
		output->files = files;
	}
	output->files[output->count++] = (struct output_file){
		.name = arena_text(&output->arena, name, strlen(name)),
		.text = text,
		.len = len,
	};
}

static bool sort_files(struct output *output)
{
	bool fine = !output->refused;
	if (output->count > 0)
		qsort(output->files, output->count, sizeof(*output->files), compare_names);
	for (size_t i = 1; i < output->count; i++) {
		if (strcmp(output->files[i - 1].name, output->files[i].name) == 0) {
			refuse(output, output->files[i].name, "would be made twice");
			fine = false;
		}
	}
	return fine;
}

bool output_commit(struct output *output, bool force)
{
	struct replace replace = { .diag = output->diag };
	bool *write = calloc(output->count + 1, sizeof(*write));
	if (write == NULL)
		arena_exhausted();
	output->written = output->unchanged = output->removed = 0;

	bool fine = sort_files(output);
	const struct tree_node *manifest =
		manifest_read(join(output, MANIFEST_NAME), &output->arena, output->diag);
	if (manifest == NULL)
		fine = false;
	for (size_t i = 0; manifest != NULL && i < output->count; i++) {
		fine &= plan_file(output, &output->files[i], manifest, force, &write[i]);
		*(write[i] ? &output->written : &output->unchanged) += 1;
	}
	fine = fine && plan_removals(output, manifest, &replace);

	fine = fine && replace_folder(&replace, output->folder);
	for (size_t i = 0; fine && i < output->count; i++) {
		if (write[i])
			fine = stage_file(output, &replace, &output->files[i]);
	}
	build_manifest(output);
	fine = fine && stage_manifest(output, &replace) && replace_apply(&replace);
	replace_clear(&replace);
	if (fine)
		remove_subfolders(output, manifest);
	else
		output->written = output->unchanged = output->removed = 0;
	free(write);
	return fine;
}

bool output_check(struct output *output)
{
	bool fine = sort_files(output);
	const struct tree_node *manifest =
		manifest_read(join(output, MANIFEST_NAME), &output->arena, output->diag);
	if (manifest == NULL)
		return false;
	for (size_t i = 0; i < output->count; i++) {
		const struct output_file *file = &output->files[i];
		enum finding found = inspect(output, manifest, file->name, file);
		if (found == FOUND_SAME)
			continue;
		fine = false;
		if (found == FOUND_NOTHING)
			refuse(output, file->name, "is missing");
		else if (found != FOUND_ERROR)
			refuse(output, file->name, "differs from what would be written");
	}

	const struct tree_node *made = list_made(output);
	for (const struct tree_node *old = manifest->first; old != NULL; old = old->next) {
		if (is_made(made, old->key) ||
			inspect(output, manifest, old->key, NULL) == FOUND_NOTHING)
			continue;
		refuse(output, old->key, "is no longer made");
		fine = false;
	}
	build_manifest(output);
	return fine;
}

bool output_stands(const char *folder, const struct tree_node *manifest)
{
	struct diag diag = { .quiet = true };
	struct output output;
	bool fine = true;
	output_init(&output, folder, &diag);
	for (const struct tree_node *file = manifest->first; fine && file != NULL;
		file = file->next)
		fine = check_subfolder(&output, file->key) &&
		       inspect(&output, manifest, file->key, NULL) == FOUND_OURS;
	output_clear(&output);
	diag_clear(&diag);
	return fine;
}

void output_clear(struct output *output)
{
	for (size_t i = 0; i < output->count; i++)
		free(output->files[i].text);
	free(output->files);
	output->files = NULL;
	output->count = output->size = 0;
	buffer_clear(&output->manifest);
	arena_clear(&output->arena);
}
