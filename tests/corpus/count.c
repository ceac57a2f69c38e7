/*
 * count: the operations and the named schemas of a document, counted in its tree and not
 * through the compiler's model.
 *
 *	count SPEC    prints "OPERATIONS SCHEMAS"
 */
#include "reference.h"
#include "source.h"

#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
	static const char *const methods[] = { "get", "put", "post", "delete", "options", "head", "patch", "trace", "query" };
	struct diag diag = { 0 };
	struct source source;
	struct reference reference;
	const struct source_file *file;
	const struct tree_node *paths;
	const struct tree_node *schemas;
	struct tree_node *item;
	unsigned operations = 0;
	size_t i;

	source_init(&source, &diag);
	diag.source = &source;
	file = argc == 2 ? source_read(&source, argv[1]) : NULL;
	if (file == NULL || file->root == NULL)
		return 1;
	reference_init(&reference, &source, file);
	paths = tree_get(file->root, "paths");
	for (item = paths ? paths->first : NULL; item != NULL; item = item->next) {
		const struct tree_node *target = item->key[0] == '/' ? reference_resolve(&reference, item, NULL) : NULL;

		for (i = 0; i < sizeof(methods) / sizeof(methods[0]); i++)
			operations += tree_get(target, methods[i]) != NULL;
	}
	schemas = tree_get(tree_get(file->root, "components"), "schemas");
	printf("%u %u\n", operations, schemas ? schemas->count : 0);
	reference_clear(&reference);
	source_clear(&source);
	diag_clear(&diag);
	return 0;
}
