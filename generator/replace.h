/*
 * replace.h: changes to files that happen all or none. New contents are first
 * written beside their targets; then each takes its target's place by rename,
 * while the old file waits under another name until all have.
 */
#ifndef OAC_REPLACE_H
#define OAC_REPLACE_H

#include "arena.h"
#include "diag.h"

struct replace_step;

struct replace {
	struct diag *diag;
	struct arena arena;
	struct replace_step *first;
	struct replace_step *last;
	unsigned names; /* of temporary files, so far */
};

/* Makes the folder, and those above it, if it is not there. False: reported. */
bool replace_folder(struct replace *replace, const char *path);
/* Writes text to a temporary file that is to become path. False: reported. */
bool replace_write(struct replace *replace, const char *path, const char *text, size_t len);
/* Notes that path is to go. */
void replace_remove(struct replace *replace, const char *path);
/* Does all of it. False: reported, and nothing has changed. */
bool replace_apply(struct replace *replace);
/* Undoes whatever was done and not applied, folders too, and frees. */
void replace_clear(struct replace *replace);

#endif
