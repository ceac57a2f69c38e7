/*
 * manifest.h: the list of what oac wrote into a folder, a line for each file: its
 * fingerprint and its name. Before them stand lines with a '#' that say how the files came to be.
 */
#ifndef OAC_MANIFEST_H
#define OAC_MANIFEST_H

#include "arena.h"
#include "buffer.h"
#include "diag.h"
#include "fingerprint.h"
#include "tree.h"

#define MANIFEST_NAME ".oac-manifest"

/* Whether name may be a file of the output: no path out of the folder, nothing odd. */
bool manifest_allows(const char *name);

/*
 * A map of names to hashes, in the order of the file; empty when there is no
 * manifest. NULL: it cannot be read or is damaged, which was reported.
 */
struct tree_node *manifest_read(const char *path, struct arena *arena, struct diag *diag);

/* The same in two steps. text is "" when there is no manifest. */
bool manifest_load(const char *path, struct buffer *text, struct diag *diag);
struct tree_node *manifest_parse(
	const struct buffer *text, const char *path, struct arena *arena, struct diag *diag);

/* Appends one line. */
void manifest_add(struct buffer *manifest, const char *name, const char *text, size_t len);

#endif
