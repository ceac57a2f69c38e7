/* text.h: words of the document as C may carry them: in comments and in literals, never anywhere else. */
#ifndef OAC_GENERATOR_TEXT_H
#define OAC_GENERATOR_TEXT_H

#include "arena.h"
#include "tree.h"

enum {
	TEXT_WIDTH = 80,
};

/* The inside of a C string literal. */
const char *text_literal(struct arena *arena, const char *text);
/* The inside of a JSON string, as the inside of a C string literal. */
const char *text_json_literal(struct arena *arena, const char *text);
/* One line that is safe in a comment. */
const char *text_comment(struct arena *arena, const char *text);
/*
 * Adds a map 'name' for a comment: text wrapped to fit TEXT_WIDTH behind indent columns;
 * 'one' is the only line, else 'many' is true and 'lines' is a list of maps with 'line'.
 * Nothing for NULL or blank text.
 */
void text_lines(struct arena *arena, struct tree_node *map, const char *name, const char *text,
	unsigned indent);

#endif
