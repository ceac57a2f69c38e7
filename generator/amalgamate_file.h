/* amalgamate_file.h: one C file on its way into one with others. */
#ifndef OAC_AMALGAMATE_FILE_H
#define OAC_AMALGAMATE_FILE_H

#include "arena.h"
#include "buffer.h"
#include "output.h"
#include "table.h"

struct amalgamate_locals {
	struct table names; /* of objects, functions and enumerators, to what they are called instead */
	struct table tags;
};

/* Calls found with each file that the text includes in quotes. */
void amalgamate_includes(const struct output_file *file, struct arena *arena,
	void (*found)(void *user, const char *name), void *user);

/* The names that a .c has for itself, those with a prefix aside. */
void amalgamate_find_locals(const struct output_file *file, const char *const *prefixes,
	size_t prefix_count, struct arena *arena, struct amalgamate_locals *locals);

/*
 * Appends the text with its names changed, without its includes and its choice of a POSIX
 * version; the system headers that it includes without condition go to found instead.
 * undefine: what it defines ends with it.
 */
void amalgamate_text(const struct output_file *file, const struct amalgamate_locals *locals,
	bool undefine, struct arena *arena, struct buffer *out,
	void (*found)(void *user, const char *header), void *user);

#endif
