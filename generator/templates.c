#define _POSIX_C_SOURCE 200809L
#include "templates.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	MAX_TEMPLATE = 1 << 20,
};

static bool is_template(const char *name)
{
	static const char end[] = ".mustache";
	size_t len = strlen(name);
	size_t tail = sizeof(end) - 1;

	return name[0] != '.' && len > tail && strcmp(name + len - tail, end) == 0;
}

static bool read_file(struct templates *templates, struct template_file *file, struct diag *diag)
{
	FILE *in = fopen(file->path, "rb");
	char *text;
	bool ok;

	if (in == NULL) {
		diag_place(diag, DIAG_ERROR, file->path, 0, 0, "cannot read: %s", strerror(errno));
		return false;
	}
	text = arena_room(&templates->arena, MAX_TEMPLATE);
	file->len = fread(text, 1, MAX_TEMPLATE, in);
	ok = ferror(in) == 0 && file->len < MAX_TEMPLATE;
	if (!ok)
		diag_place(diag, DIAG_ERROR, file->path, 0, 0, "%s",
			ferror(in) != 0 ? "cannot read" : "is too large for a template");
	fclose(in);
	if (ok) {
		text[file->len] = '\0';
		arena_keep(&templates->arena, file->len + 1);
		file->text = text;
	}
	return ok;
}

static struct template_file *add_file(struct templates *templates)
{
	if (templates->count == templates->size) {
		templates->size = templates->size > 0 ? templates->size * 2 : 32;
		templates->files =
			realloc(templates->files, templates->size * sizeof(*templates->files));
		if (templates->files == NULL)
			arena_exhausted();
	}
	return &templates->files[templates->count++];
}

static int compare_files(const void *a, const void *b)
{
	return strcmp(((const struct template_file *)a)->name,
		((const struct template_file *)b)->name);
}

bool templates_read(struct templates *templates, const char *folder, struct diag *diag)
{
	struct arena *arena = &templates->arena;
	const struct dirent *entry;
	DIR *entries;
	bool ok = true;
	size_t i;

	memset(templates, 0, sizeof(*templates));
	if (folder == NULL)
		return true;
	entries = opendir(folder);
	if (entries == NULL) {
		diag_place(diag, DIAG_ERROR, folder, 0, 0, "cannot read: %s", strerror(errno));
		return false;
	}
	while ((entry = readdir(entries)) != NULL) {
		const char *name = entry->d_name;

		if (is_template(name))
			*add_file(templates) = (struct template_file){
				.name = arena_text(arena, name, strlen(name)),
				.path = arena_join(arena, folder, "/", name, NULL),
			};
	}
	closedir(entries);
	if (templates->count > 0)
		qsort(templates->files, templates->count, sizeof(*templates->files), compare_files);
	for (i = 0; i < templates->count; i++)
		ok = read_file(templates, &templates->files[i], diag) && ok;
	return ok;
}

const struct template_file *templates_find(const struct templates *templates, const char *name)
{
	const struct template_file wanted = { .name = name };

	if (templates->count == 0)
		return NULL;
	return bsearch(&wanted, templates->files, templates->count, sizeof(wanted), compare_files);
}

void templates_clear(struct templates *templates)
{
	free(templates->files);
	arena_clear(&templates->arena);
	memset(templates, 0, sizeof(*templates));
}
