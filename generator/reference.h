/*
 * reference.h: follows $ref, within a document and to files below its folder.
 */
#ifndef OAC_REFERENCE_H
#define OAC_REFERENCE_H

#include "buffer.h"
#include "source.h"
#include "table.h"
#include "tree.h"

enum {
	REFERENCE_MAX_CHAIN = 100, /* $ref to $ref to ... */
};

struct reference {
	struct source *source;
	const struct source_file *root;
	const char *root_folder; /* of the first document; references stay below it */
	const char *real_folder; /* the same without symbolic links; NULL when it has no files */
	const char *real_root; /* the first document itself; NULL when it is no file */
	struct arena arena; /* pointers already looked up */
	struct tree_node *known; /* map: file and pointer text to a node */
	struct buffer key; /* of known, while it is put together */
	unsigned made; /* by reference_to */
	struct table looked_up; /* the paths of source->lookups */
	struct source_lookup *last_lookup;
};

/* root: the entry document, already read */
void reference_init(
	struct reference *reference, struct source *source, const struct source_file *root);

/*
 * The node that a $ref points at, through chains of $ref; a node without $ref
 * is its own target. NULL: an error was reported at the place of the $ref (not
 * found, with a suggestion; a cycle of nothing but $ref; a URL; a path above the
 * root folder; an unreadable file). *name (nullable): the last segment of the last pointer,
 * unescaped, NULL when the target is a whole file or there was no $ref.
 */
struct tree_node *reference_resolve(
	struct reference *reference, struct tree_node *node, const char **name);
/* One step only. */
struct tree_node *reference_step(
	struct reference *reference, struct tree_node *node, const char **name);
/*
 * Where a path from the document's folder leads, links followed: the way from there to a file below
 * it, or the document's own name. NULL: errno, or 0 for one that is not below.
 */
const char *reference_locate(struct reference *reference, const char *path);
/* What a $ref says that is to lead to node, wherever that is; it has no name then. */
const char *reference_to(struct reference *reference, struct tree_node *node);
/* The node at a JSON pointer (RFC 6901, URI fragment or plain) in a tree, or NULL. */
struct tree_node *reference_pointer(
	struct reference *reference, struct tree_node *root, const char *pointer);
void reference_clear(struct reference *reference);

#endif
