/*
 * oac_path.h: the JSON pointer (RFC 6901) to a value that went wrong. It is
 * written from its end while the codec unwinds, so that success pays nothing.
 */
#ifndef OAC_PATH_H
#define OAC_PATH_H

#include <stdbool.h>
#include <stddef.h>

struct oac_path {
	bool full;
	size_t start; /* text[start...] is the pointer so far, NUL-terminated */
	char text[160];
};

void oac_path_init(struct oac_path *path);
/* Puts "/name" in front; name is JSON text without its quotes. What does not fit, and all in front of it, is "/...". */
void oac_path_name(struct oac_path *path, const char *name, size_t len);
void oac_path_index(struct oac_path *path, size_t index);

#endif
