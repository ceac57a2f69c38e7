/*
 * templates.h: the user's folder of templates, read once and whole: what is rendered is what the
 * manifest then tells of.
 */
#ifndef OAC_TEMPLATES_H
#define OAC_TEMPLATES_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "diag.h"

struct template_file {
	const char *name; /* with .mustache */
	const char *path;
	const char *text;
	size_t len;
};

struct templates {
	struct arena arena;
	struct template_file *files; /* by name */
	size_t count;
	size_t size;
};

/* folder NULL: there are none. False: an error was reported. To be cleared in any case. */
bool templates_read(struct templates *templates, const char *folder, struct diag *diag);
/* NULL: there is none. */
const struct template_file *templates_find(const struct templates *templates, const char *name);
void templates_clear(struct templates *templates);

#endif
