/*
 * amalgamate.h: many C files as one .h and one .c. Headers come in the order of their
 * #include lines, which go; system headers come once, at the top. What is local to a file,
 * static names, tags and enumerators, takes the file's name, so that no two meet;
 * macros of a file end with it.
 *
 * It relies on how the runtime, the helpers and the templates are written: an #include of the
 * project's is unconditional, and no file defines an external name without one of the prefixes.
 */
#ifndef OAC_AMALGAMATE_H
#define OAC_AMALGAMATE_H

#include "arena.h"
#include "output.h"
#include "tree.h"

struct amalgamation {
	const struct output_file *files; /* .c and .h alike */
	size_t count;
	const char *const *roots; /* headers whose text, with what they include, is for users */
	size_t root_count;
	const char *const *prefixes; /* of names that no two files share: "oac", "openai" */
	size_t prefix_count;
};

/*
 * {public: {systems, files: [{name, text}]}, private: {systems, files}, sources: {...}} for the templates.
 */
struct tree_node *amalgamate(const struct amalgamation *amalgamation, struct arena *arena);

#endif
