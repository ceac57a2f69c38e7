/* The table in tests/data/jsonpath.yaml, and limits. */
#include "buffer.h"
#include "jsonpath.h"
#include "source.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

struct path_cases {
	struct diag diag;
	struct source source;
	struct tree_node *root;
};

static int read_table(void **state)
{
	static struct path_cases table;
	source_init(&table.source, &table.diag);
	const struct source_file *file = source_read(&table.source, "tests/data/jsonpath.yaml");
	if (file == NULL)
		return -1;
	table.root = file->root;
	*state = &table;
	return 0;
}

static int clear_table(void **state)
{
	struct path_cases *table = *state;
	source_clear(&table->source);
	diag_clear(&table->diag);
	return 0;
}

static void show(struct buffer *text, const struct tree_node *node)
{
	buffer_reset(text);
	tree_print(node, text);
}

static bool selects(struct arena *arena, struct tree_node *document,
	const struct tree_node *expression, const struct tree_node *wanted)
{
	struct jsonpath_failure failure = { 0 };
	struct jsonpath_matches matches = { 0 };
	const struct jsonpath_query *query =
		jsonpath_parse(arena, expression->text, expression->len, &failure);
	struct tree_node *found = tree_new(arena, TREE_LIST);
	bool ok = query != NULL && jsonpath_select(query, document, &matches, &failure);
	if (!ok)
		print_error("%s: %s at %zu\n", expression->text, failure.message, failure.offset);
	for (size_t i = 0; i < matches.count; i++)
		tree_add(found, tree_copy(arena, matches.items[i].node));
	jsonpath_matches_clear(&matches);
	if (ok && !tree_equal(found, wanted)) {
		struct buffer text = BUFFER_EMPTY;
		show(&text, found);
		print_error("%s: selects %s", expression->text, text.text);
		show(&text, wanted);
		print_error("instead of %s", text.text);
		buffer_clear(&text);
		ok = false;
	}
	return ok;
}

static void selections(void **state)
{
	const struct path_cases *table = *state;
	struct arena arena = ARENA_EMPTY;
	int count = 0;
	int wrong = 0;
	for (struct tree_node *group = table->root->first; group != NULL; group = group->next) {
		const struct tree_node *list = tree_get(group, "select");
		const struct tree_node *item = list != NULL ? list->first : NULL;
		for (; item != NULL; item = item->next, count++)
			wrong += selects(&arena, tree_get(group, "document"), item->first,
					 item->last)
					 ? 0
					 : 1;
	}
	arena_clear(&arena);
	assert_int_equal(wrong, 0);
	assert_true(count > 150);
}

static void wrong_expressions(void **state)
{
	const struct path_cases *table = *state;
	struct arena arena = ARENA_EMPTY;
	int count = 0;
	int wrong = 0;
	for (struct tree_node *group = table->root->first; group != NULL; group = group->next) {
		const struct tree_node *list = tree_get(group, "wrong");
		const struct tree_node *item = list != NULL ? list->first : NULL;
		for (; item != NULL; item = item->next, count++) {
			struct jsonpath_failure failure = { 0 };
			char offset[32];
			bool accepted = jsonpath_parse(&arena, item->first->text, item->first->len,
						&failure) != NULL;
			snprintf(offset, sizeof(offset), "%zu", failure.offset);
			if (!accepted && strcmp(offset, item->last->text) == 0 &&
				failure.message[0] != '\0')
				continue;
			print_error("%s: %s at %zu\n", item->first->text,
				accepted ? "accepted" : failure.message, failure.offset);
			wrong++;
		}
	}
	arena_clear(&arena);
	assert_int_equal(wrong, 0);
	assert_true(count > 60);
}

/* ---- limits ---- */

static void repeat(struct buffer *text, const char *word, int times)
{
	while (times-- > 0)
		buffer_add_text(text, word);
}

static bool parses(const struct buffer *text, struct jsonpath_failure *failure)
{
	struct arena arena = ARENA_EMPTY;
	bool ok = jsonpath_parse(&arena, text->text, text->len, failure) != NULL;
	arena_clear(&arena);
	return ok;
}

static void nesting(void **state)
{
	(void)state;
	struct jsonpath_failure failure;
	struct buffer text = BUFFER_EMPTY;
	repeat(&text, "$", 1);
	repeat(&text, "[?@", 10);
	repeat(&text, "]", 10);
	assert_true(parses(&text, &failure));

	buffer_reset(&text);
	repeat(&text, "$", 1);
	repeat(&text, "[?@", 3000);
	repeat(&text, "]", 3000);
	assert_false(parses(&text, &failure));
	assert_string_equal(failure.message, "more than 32 levels");

	buffer_reset(&text);
	repeat(&text, "$[?", 1);
	repeat(&text, "(", 3000);
	assert_false(parses(&text, &failure));

	buffer_reset(&text);
	repeat(&text, "$[?@", 1);
	repeat(&text, "||@", 3000);
	repeat(&text, "]", 1);
	assert_true(parses(&text, &failure));

	buffer_reset(&text);
	repeat(&text, "$", 1);
	repeat(&text, ".a", JSONPATH_MAX_LEN / 2);
	assert_false(parses(&text, &failure));
	buffer_clear(&text);
}

/* Selects with an expression that does too much, on ten times ten times ten lists. */
static void refuse(const char *expression, const char *why)
{
	struct diag diag = { .quiet = true };
	struct source source;
	struct arena arena = ARENA_EMPTY;
	struct jsonpath_failure failure = { 0 };
	struct jsonpath_matches matches = { 0 };
	struct buffer text = BUFFER_EMPTY;
	repeat(&text, "a: &a [1,1,1,1,1,1,1,1,1,1]\n", 1);
	repeat(&text, "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\n", 1);
	repeat(&text, "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n", 1);
	repeat(&text, "d: [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n", 1);
	repeat(&text, "s: ", 1);
	repeat(&text, "aaaaaaaaaaaaaaaa", 8 * 1024);
	source_init(&source, &diag);
	const struct source_file *file = source_text(&source, "a.yaml", text.text, text.len);
	assert_non_null(file);

	const struct jsonpath_query *query =
		jsonpath_parse(&arena, expression, strlen(expression), &failure);
	assert_non_null(query);
	assert_false(jsonpath_select(query, file->root, &matches, &failure));
	assert_string_equal(failure.message, why);
	assert_int_equal(matches.count, 0);

	jsonpath_matches_clear(&matches);
	buffer_clear(&text);
	arena_clear(&arena);
	source_clear(&source);
	diag_clear(&diag);
}

static void time_and_space(void **state)
{
	(void)state;
	refuse("$['d','d','d','d'][*,*,*,*][*,*,*,*][*,*,*,*][*,*,*,*]", "this selects too much");
	refuse("$..[?count($..[?count($..*) > 1]) > 1]", "this takes too long");
	refuse("$..[?$ == $]", "this takes too long");
	refuse("$[?match(@, '((a*)*)*b{900}')]", "this takes too long");
}

static void patterns_too_large(void **state)
{
	(void)state;
	static const char *const patterns[] = { "a{99999}", "(a{100}){100}",
		"((((){100}){100}){100}){100}", "(a|b){4000}" };
	struct jsonpath_failure failure;
	struct buffer text = BUFFER_EMPTY;
	for (size_t i = 0; i < sizeof(patterns) / sizeof(patterns[0]); i++) {
		buffer_reset(&text);
		buffer_format(&text, "$[?match(@, '%s')]", patterns[i]);
		assert_false(parses(&text, &failure));
		assert_non_null(strstr(failure.message, "too large"));
	}
	buffer_reset(&text);
	repeat(&text, "$[?match(@, '", 1);
	repeat(&text, "(", 100);
	repeat(&text, ")", 100);
	repeat(&text, "')]", 1);
	assert_false(parses(&text, &failure));
	buffer_clear(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(selections),
		cmocka_unit_test(wrong_expressions),
		cmocka_unit_test(nesting),
		cmocka_unit_test(time_and_space),
		cmocka_unit_test(patterns_too_large),
	};
	return cmocka_run_group_tests_name("jsonpath", tests, read_table, clear_table);
}
