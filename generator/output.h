/*
 * output.h: files are collected in memory, then written all or none: nothing is
 * touched until every one has been rendered, each is replaced by rename, and only
 * when its bytes differ. A manifest (.oac-manifest) names what oac wrote, so that
 * a later run removes what it no longer makes and never a file that it did not write.
 */
#ifndef OAC_OUTPUT_H
#define OAC_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "buffer.h"
#include "diag.h"

struct output_file {
	const char *name; /* below the folder; [A-Za-z0-9_.-] and at most one '/', never leading */
	char *text; /* owned */
	size_t len;
};

struct output {
	const char *folder;
	const char *record; /* how the files came to be, for the manifest: see record.h; or NULL */
	struct diag *diag;
	struct arena arena;
	struct output_file *files;
	size_t count;
	size_t size;
	struct buffer manifest; /* of the last commit or check */
	bool refused; /* a name was; nothing will be written */
	/* counts of the last commit, for the summary line */
	size_t written;
	size_t unchanged;
	size_t removed;
};

void output_init(struct output *output, const char *folder, struct diag *diag);
/* Takes over text (from malloc). A name that is not allowed, or is there twice, fails the commit. */
void output_add(struct output *output, const char *name, char *text, size_t len);
/*
 * Writes. False: an error was reported (unwritable folder, a file in the way that oac did not
 * write or that was edited since, unless force) and the folder is as it was.
 */
bool output_commit(struct output *output, bool force);
/* Compares only: false when anything differs, each difference reported as an error. */
bool output_check(struct output *output);
struct tree_node;
/* Whether every file of a manifest is there as oac wrote it. Nothing is reported as an error. */
bool output_stands(const char *folder, const struct tree_node *manifest);
void output_clear(struct output *output);

#endif
