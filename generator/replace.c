#define _POSIX_C_SOURCE 200809L
#include "replace.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	NAME_TRIES = 1000, /* other runs may have left temporary files behind */
};

enum step_kind {
	STEP_FOLDER,
	STEP_WRITE,
	STEP_REMOVE,
};

struct replace_step {
	enum step_kind kind;
	const char *path;
	const char *fresh; /* the temporary file, or NULL once it has become path */
	const char *old;   /* where the old file waits, or NULL */
	bool placed;       /* path is new */
	struct replace_step *before;
	struct replace_step *next;
};

static struct replace_step *add_step(struct replace *replace, enum step_kind kind, const char *path)
{
	struct replace_step *step = arena_alloc(&replace->arena, sizeof(*step));
	step->kind = kind;
	step->path = arena_text(&replace->arena, path, strlen(path));
	step->before = replace->last;
	if (replace->last == NULL)
		replace->first = step;
	else
		replace->last->next = step;
	replace->last = step;
	return step;
}

static bool fail(struct replace *replace, const char *path, const char *what)
{
	diag_place(replace->diag, DIAG_ERROR, path, 0, 0, "cannot %s: %s", what, strerror(errno));
	return false;
}

/* A name in path's folder that no file should have. */
static const char *temporary_name(struct replace *replace, const char *path)
{
	const char *slash = strrchr(path, '/');
	int folder = slash != NULL ? (int)(slash - path) + 1 : 0;
	return arena_format(&replace->arena, "%.*s.oac-%ld-%u.tmp", folder, path, (long)getpid(),
		replace->names++);
}

static int open_temporary(struct replace *replace, const char *path, const char **name)
{
	int file = -1;
	for (int i = 0; i < NAME_TRIES && file < 0; i++) {
		*name = temporary_name(replace, path);
		file = open(*name, O_WRONLY | O_CREAT | O_EXCL, 0666);
		if (file < 0 && errno != EEXIST)
			break;
	}
	return file;
}

static bool write_all(int file, const char *text, size_t len)
{
	while (len > 0) {
		ssize_t done = write(file, text, len);
		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0)
			return false;
		text += done;
		len -= (size_t)done;
	}
	return true;
}

static bool make_folder(struct replace *replace, const char *path)
{
	struct stat info;
	if (stat(path, &info) == 0) {
		errno = ENOTDIR;
		return S_ISDIR(info.st_mode) || fail(replace, path, "make this folder");
	}
	if (mkdir(path, 0777) != 0)
		return fail(replace, path, "make this folder");
	add_step(replace, STEP_FOLDER, path)->placed = true;
	return true;
}

bool replace_folder(struct replace *replace, const char *path)
{
	char *part = arena_text(&replace->arena, path, strlen(path));
	char *slash = *part != '\0' ? strchr(part + 1, '/') : NULL;
	for (; slash != NULL; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		bool fine = make_folder(replace, part);
		*slash = '/';
		if (!fine)
			return false;
	}
	return make_folder(replace, path);
}

bool replace_write(struct replace *replace, const char *path, const char *text, size_t len)
{
	const char *name;
	int file = open_temporary(replace, path, &name);
	if (file < 0)
		return fail(replace, path, "write");
	add_step(replace, STEP_WRITE, path)->fresh = name;
	bool fine = write_all(file, text, len);
	int error = errno;
	if (close(file) != 0 && fine) {
		fine = false;
		error = errno;
	}
	errno = error;
	return fine || fail(replace, path, "write");
}

void replace_remove(struct replace *replace, const char *path)
{
	add_step(replace, STEP_REMOVE, path);
}

/* Gives the old file a second name, or where the file system has no links another one. */
static bool keep_old(struct replace *replace, struct replace_step *step)
{
	struct stat info;
	if (lstat(step->path, &info) != 0)
		return errno == ENOENT;
	const char *name = temporary_name(replace, step->path);
	if (step->kind == STEP_REMOVE || link(step->path, name) != 0) {
		if (rename(step->path, name) != 0)
			return false;
	}
	step->old = name;
	return true;
}

static bool apply_step(struct replace *replace, struct replace_step *step)
{
	if (step->kind == STEP_FOLDER)
		return true;
	if (!keep_old(replace, step))
		return fail(replace, step->path, "replace");
	if (step->kind == STEP_REMOVE)
		return true;
	if (rename(step->fresh, step->path) != 0)
		return fail(replace, step->path, "write");
	step->fresh = NULL;
	step->placed = true;
	return true;
}

static void undo_step(struct replace_step *step)
{
	if (step->fresh != NULL)
		unlink(step->fresh);
	if (step->old != NULL) {
		rename(step->old, step->path);
		unlink(step->old); /* rename leaves both names of one file alone */
	} else if (step->placed && step->kind == STEP_FOLDER) {
		rmdir(step->path);
	} else if (step->placed) {
		unlink(step->path);
	}
}

bool replace_apply(struct replace *replace)
{
	for (struct replace_step *step = replace->first; step != NULL; step = step->next) {
		if (!apply_step(replace, step))
			return false;
	}
	for (struct replace_step *step = replace->first; step != NULL; step = step->next) {
		if (step->old != NULL)
			unlink(step->old);
	}
	replace->first = replace->last = NULL;
	return true;
}

void replace_clear(struct replace *replace)
{
	for (struct replace_step *step = replace->last; step != NULL; step = step->before)
		undo_step(step);
	replace->first = replace->last = NULL;
	arena_clear(&replace->arena);
}
