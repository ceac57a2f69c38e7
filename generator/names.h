/*
 * names.h: from the document's names to C's: deterministic, valid in C and C++,
 * and free of the library's macros.
 */
#ifndef OAC_NAMES_H
#define OAC_NAMES_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "table.h"

enum {
	NAMES_MAX = 120, /* bytes of a made name; longer ones are cut and get a hash */
};

/*
 * "RunObject" -> "run_object", "vector_stores/x.y" -> "vector_stores_x_y",
 * "+1" -> "plus_1", "" -> "empty". Never empty, never a leading digit where
 * leading is true.
 */
const char *names_snake(struct arena *arena, const char *text, bool leading);
/* The same in upper case: in place, which is name again, and as a copy. */
char *names_raise(char *name);
const char *names_upper(struct arena *arena, const char *snake);
/* A member's name: snake case, and with a '_' behind it where C, C++ or a libc macro has the word. */
const char *names_member(struct arena *arena, const char *text);
/*
 * name, or name_2, name_3, ...: the first that is not in used, which then holds it. Asked in the
 * document's order: what comes first keeps its name, whatever else is added to the document. What is
 * taken from the start goes in by table_add(used, name, used).
 */
const char *names_unique(struct arena *arena, struct table *used, const char *name);
bool names_reserved(const char *name);
/* Whether text matches pattern, in which '*' stands for any text. */
bool names_match(const char *pattern, const char *text);

#endif
