/* names.c and text.c: what the document's words become in C. */
#include "names.h"
#include "text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

struct pair {
	const char *from;
	const char *to;
};

static void snake_case(void **state)
{
	static const struct pair pairs[] = {
		{ "RunObject", "run_object" },
		{ "run_object", "run_object" },
		{ "HTTPServer", "http_server" },
		{ "userID", "user_id" },
		{ "userIDs", "user_ids" },
		{ "OAuth2Flow", "o_auth2_flow" },
		{ "x-request-id", "x_request_id" },
		{ "filter[name]", "filter_name" },
		{ "a.b/c", "a_b_c" },
		{ "--a--", "minus_a" },
		{ "2fast", "n2fast" },
		{ "+1", "plus_1" },
		{ "-1", "minus_1" },
		{ ">=", "greater_equal" },
		{ ">", "greater" },
		{ "", "empty" },
		{ "_", "x" },
		{ "\xc3\xa9", "uc3a9" },
	};
	struct arena arena = ARENA_EMPTY;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		const char *made = names_snake(&arena, pairs[i].from, true);

		if (strcmp(pairs[i].from, "_") == 0)
			assert_memory_equal(made, "x", 1); /* with a hash behind it */
		else
			assert_string_equal(made, pairs[i].to);
	}
	arena_clear(&arena);
}

static void long_names(void **state)
{
	struct arena arena = ARENA_EMPTY;
	char text[300];
	const char *one;
	const char *other;

	(void)state;
	memset(text, 'a', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	one = names_snake(&arena, text, true);
	text[sizeof(text) - 2] = 'b';
	other = names_snake(&arena, text, true);
	assert_true(strlen(one) <= NAMES_MAX);
	assert_string_not_equal(one, other);
	arena_clear(&arena);
}

static void reserved_words(void **state)
{
	static const char *const words[] = { "class", "int", "errno", "linux", "unix", "stdin", "nullptr", "alignas", "xor_eq", "oac_more" };
	struct arena arena = ARENA_EMPTY;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		const char *made = names_member(&arena, words[i]);

		assert_true(names_reserved(words[i]));
		assert_memory_equal(made, words[i], strlen(words[i]));
		assert_string_equal(made + strlen(words[i]), "_");
	}
	assert_string_equal(names_member(&arena, "status"), "status");
	arena_clear(&arena);
}

static void unique_names(void **state)
{
	struct arena arena = ARENA_EMPTY;
	struct table used = TABLE_EMPTY;

	(void)state;
	assert_string_equal(names_unique(&arena, &used, "a"), "a");
	assert_string_equal(names_unique(&arena, &used, "a"), "a_2");
	assert_string_equal(names_unique(&arena, &used, "a"), "a_3");
	assert_string_equal(names_unique(&arena, &used, "a_2"), "a_2_2");
	table_clear(&used);
	arena_clear(&arena);
}

static void patterns(void **state)
{
	(void)state;
	assert_true(names_match("*", ""));
	assert_true(names_match("*.order", "listRuns.order"));
	assert_false(names_match("*.order", "order"));
	assert_true(names_match("a*c*", "abcd"));
	assert_true(names_match("/threads/*/runs", "/threads/{id}/runs"));
	assert_false(names_match("/threads/*/runs", "/threads/{id}/runs/{id}"));
	assert_true(names_match("abc", "abc"));
	assert_false(names_match("abc", "abcd"));
}

static void literals(void **state)
{
	struct arena arena = ARENA_EMPTY;

	(void)state;
	assert_string_equal(text_literal(&arena, "plain"), "plain");
	assert_string_equal(text_literal(&arena, "a\"b\\c"), "a\\\"b\\\\c");
	assert_string_equal(text_literal(&arena, "\n\x7f\xc3"), "\\012\\177\\303");
	assert_string_equal(text_literal(&arena, "?\?/"), "?\\?/");
	assert_string_equal(text_json_literal(&arena, "a\"b"), "a\\\\\\\"b");
	assert_string_equal(text_json_literal(&arena, "\x01"), "\\\\u0001");
	arena_clear(&arena);
}

static void comments(void **state)
{
	struct arena arena = ARENA_EMPTY;

	(void)state;
	assert_string_equal(text_comment(&arena, "a */ b /* c"), "a * / b / * c");
	assert_string_equal(text_comment(&arena, "**/"), "** /");
	assert_string_equal(text_comment(&arena, "what?\?/"), "what? ?/");
	assert_string_equal(text_comment(&arena, "ends with \\"), "ends with");
	assert_string_equal(text_comment(&arena, "tab\tand\x01"), "tab and");
	arena_clear(&arena);
}

static void wrapping(void **state)
{
	struct arena arena = ARENA_EMPTY;
	struct tree_node *map = tree_new(&arena, TREE_MAP);
	const struct tree_node *line;

	(void)state;
	text_lines(&arena, map, "none", NULL, 0);
	text_lines(&arena, map, "blank", " \n ", 0);
	assert_null(tree_get(map, "none"));
	assert_null(tree_get(map, "blank"));
	text_lines(&arena, map, "short", "one\nline", 0);
	assert_string_equal(tree_text(tree_get(map, "short"), "one"), "one line");
	text_lines(&arena, map, "long",
		"a paragraph of words that has to be wrapped because it goes on for more than eighty columns\n\nand another", 0);
	line = tree_get(tree_get(map, "long"), "lines")->first;
	for (; line != NULL; line = line->next)
		assert_true(strlen(line->text) <= TEXT_WIDTH - 2);
	assert_int_equal(tree_get(tree_get(map, "long"), "lines")->count, 4);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(snake_case),	  cmocka_unit_test(long_names), cmocka_unit_test(reserved_words),
		cmocka_unit_test(unique_names),	  cmocka_unit_test(patterns),	cmocka_unit_test(literals),
		cmocka_unit_test(comments),	  cmocka_unit_test(wrapping),
	};

	return cmocka_run_group_tests_name("names", tests, NULL, NULL);
}
