/*
 * fuzz_pattern: the first line as a pattern, looked for in the text behind it. To look for it
 * ahead or behind, anywhere, is read the other way or along with it, and has to come to the same.
 */
#include "../support/pattern_program.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum {
	TEXT_MAX = 2048,
};

/* -1: it is refused. */
static int look(const char *pattern, size_t pattern_len, const char *text, size_t len)
{
	struct arena arena = ARENA_EMPTY;
	const char *why;
	const struct pattern *made = pattern_compile(&arena, pattern, pattern_len, &why);
	int found = -1;

	if (made != NULL) {
		struct oac_pattern program = pattern_program(&arena, made);

		found = oac_match(&program, text, len);
		if (made->idle && found != 1)
			abort();
	}
	arena_clear(&arena);
	return found;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const looks[] = { "(?=%.*s)", "(?<=%.*s)" };
	const char *pattern = (const char *)data;
	const char *end = size > 0 ? memchr(pattern, '\n', size) : NULL;
	struct arena arena = ARENA_EMPTY;
	size_t len;
	int found;
	size_t i;

	if (end == NULL || memchr(pattern, '\0', (size_t)(end - pattern)) != NULL)
		return 0;
	len = size - (size_t)(end + 1 - pattern);
	if (len > TEXT_MAX)
		len = TEXT_MAX;
	found = look(pattern, (size_t)(end - pattern), end + 1, len);
	for (i = 0; i < 2 && found >= 0; i++) {
		const char *other = arena_format(
			&arena, looks[i], (int)(end - pattern), pattern);
		int again = look(other, strlen(other), end + 1, len);

		if (again >= 0 && again != found)
			abort();
	}
	arena_clear(&arena);
	return 0;
}
