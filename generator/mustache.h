/*
 * mustache.h: renders mustache templates over a tree. All of the specification
 * but lambdas: comments, delimiters, interpolation, inverted, partials,
 * sections, dynamic names, inheritance. A template is parsed once and rendered
 * often.
 *
 * Text is HTML-escaped by {{name}} only if the set was made so; the compiler's
 * templates write C, where the view has already escaped what needs it.
 *
 * False are: nothing, null, false, "" and the empty list; all else is true, 0 too.
 * Numbers appear as they were written, null as nothing, lists and maps as nothing.
 * The indentation of a partial or block is not put on empty lines.
 */
#ifndef OAC_MUSTACHE_H
#define OAC_MUSTACHE_H

#include <stdbool.h>
#include <stddef.h>

#include "buffer.h"
#include "diag.h"
#include "tree.h"

enum {
	MUSTACHE_MAX_DEPTH = 200, /* of sections and partials while rendering */
};

struct mustache_set;

/*
 * Gives the text of a template by name, or NULL when there is none; file: what diagnostics call it.
 * It is asked once for each name; text and file must stay as they are until the set is freed.
 */
typedef const char *(*mustache_load_fn)(
	void *user, const char *name, size_t *len, const char **file);

struct mustache_set *mustache_set_new(
	struct diag *diag, bool escape_html, mustache_load_fn load, void *user);
void mustache_set_free(struct mustache_set *set);

/*
 * Renders the template called name. False: an error was reported at its place
 * in the template (unclosed section, unknown template at top level, too deep, ...).
 * A partial that is not found renders as nothing, as the specification says.
 */
bool mustache_render(struct mustache_set *set, const char *name, const struct tree_node *view,
	struct buffer *out);

#endif
