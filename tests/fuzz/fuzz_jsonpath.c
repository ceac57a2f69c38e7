/* fuzz_jsonpath: the first line as an expression, read and applied to the document behind it. */
#include "jsonpath.h"
#include "source.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char usual[] =
	"a: [0, 1, -2.5, 1e3, text, 'größe', null, true, {b: {c: [1, [2, [3]]]}}]\n"
	"b: {a: a+, c: '[a-z]*', 'x y': {}, '': [], d: {a: 1, b: 2, c: 3}}\n";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct diag diag = { .quiet = true };
	struct source source;
	struct arena arena = ARENA_EMPTY;
	struct jsonpath_failure failure;
	struct jsonpath_matches matches = { 0 };
	const char *text = (const char *)data;
	const char *end = size > 0 ? memchr(text, '\n', size) : NULL;
	const struct jsonpath_query *query;
	const struct source_file *file;

	source_init(&source, &diag);
	query = jsonpath_parse(&arena, text, end != NULL ? (size_t)(end - text) : size, &failure);
	file = source_text(&source, "usual.yaml", usual, sizeof(usual) - 1);
	if (query != NULL)
		jsonpath_select(query, file->root, &matches, &failure);
	if (query != NULL && end != NULL) {
		file = source_text(&source, "fuzz.yaml", end, size - (size_t)(end - text));
		if (file != NULL)
			jsonpath_select(query, file->root, &matches, &failure);
	}
	jsonpath_matches_clear(&matches);
	arena_clear(&arena);
	source_clear(&source);
	diag_clear(&diag);
	return 0;
}
