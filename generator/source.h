/*
 * source.h: files into trees. libyaml's events, one pass, positions kept; JSON
 * documents go the same way, since JSON is YAML.
 *
 * Values are YAML 1.2's core schema: true / false / null (and ~ and nothing),
 * decimal, 0x and 0o integers, floats; "no", "off", dates and 0777 are strings
 * or decimals as 1.2 says. Quoted scalars are strings. Bounds below.
 */
#ifndef OAC_SOURCE_H
#define OAC_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "diag.h"
#include "tree.h"

enum {
	SOURCE_MAX_FILES = 4096,
	SOURCE_MAX_DEPTH = 256,
	SOURCE_MAX_NODES = 8 * 1000 * 1000, /* aliases count what they stand for */
	SOURCE_MAX_BYTES = 256 * 1024 * 1024,
};

struct source_lines;

struct source_file {
	const char *path; /* as given by the caller or joined from it; "<stdin>" for "-" */
	char *text; /* the whole file without a byte order mark, for the lines in diagnostics */
	size_t len;
	struct tree_node *root; /* NULL when it could not be read */
	struct source_lines *lines; /* where they begin, filled when a diagnostic first asks */
	bool overlay; /* what it holds is part of the document: references in it start there */
	const char *inside; /* of one that a reference led to: its way from the document's folder */
};

/* Where a reference led, when its own text does not say so: through "..", or a link. */
struct source_lookup {
	const char *path; /* as seen from the document's folder */
	const char *found;
	struct source_lookup *next;
};

/*
 * An alias shares what its anchor holds, and so do members that came by a merge key: change only
 * what tree_copy gave.
 */
struct source {
	struct arena arena; /* all nodes of all files */
	struct diag *diag;
	struct source_file *files; /* files[0] is not used: a node's file 0 is no place */
	size_t count;
	size_t nodes;
	bool aliased; /* some nodes share what they hold */
	struct source_lookup *lookups;
	bool placed; /* what was read hangs on more than the texts: where files are, standard input */
};

void source_init(struct source *source, struct diag *diag);
/* Reads a file once; later calls give the same one. path "-" is standard input. NULL: an error was reported. */
const struct source_file *source_read(struct source *source, const char *path);
/* The text alone, for a source of which nothing is read otherwise. */
const struct source_file *source_load(struct source *source, const char *path);
/* The same as source_read for text in memory, under a name for diagnostics. text is copied. */
const struct source_file *source_text(
	struct source *source, const char *name, const char *text, size_t len);
/* The line (from 1) without its end, or NULL. A file that has none is one that could not be read. */
const char *source_line(const struct source_file *file, unsigned line, size_t *len);
void source_clear(struct source *source);

#endif
