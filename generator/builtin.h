/* builtin.h: the templates, the runtime and the helpers, carried within the binary (tools/embed.c writes the .c). */
#ifndef OAC_BUILTIN_H
#define OAC_BUILTIN_H

#include <stddef.h>

enum builtin_kind {
	BUILTIN_TEMPLATE,
	BUILTIN_RUNTIME,
	BUILTIN_HELPER,
};

struct builtin_file {
	enum builtin_kind kind;
	const char *name;
	const unsigned char *bytes; /* a NUL follows them */
	size_t len;
};

extern const struct builtin_file builtin_files[];
extern const size_t builtin_count;

#endif
