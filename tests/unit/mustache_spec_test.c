/* Every case of the mustache specification but lambdas, from $OAC_SHARED/mustache-spec. */
#define _POSIX_C_SOURCE 200809L

#include "buffer.h"
#include "diag.h"
#include "mustache.h"
#include "source.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>

#include <cmocka.h>

/* name: the case's template or one of its partials. */
static const char *load(void *user, const char *name, size_t *len, const char **file)
{
	const struct tree_node *test = user;
	const struct tree_node *text = tree_get(tree_get(test, "partials"), name);
	if (strcmp(name, "the case") == 0)
		text = tree_get(test, "template");
	if (text == NULL)
		return NULL;
	*file = name;
	*len = text->len;
	return text->text;
}

static void print_failure(const struct tree_node *test, const struct buffer *got)
{
	struct buffer text = BUFFER_EMPTY;
	tree_print(test, &text);
	print_error("%s\ngot: \"%s\"\n", text.text, got->text != NULL ? got->text : "");
	buffer_clear(&text);
}

static bool run_case(struct diag *diag, struct tree_node *test)
{
	const struct tree_node *expected = tree_get(test, "expected");
	struct buffer got = BUFFER_EMPTY;
	struct mustache_set *set = mustache_set_new(diag, true, load, test);
	bool fine = mustache_render(set, "the case", tree_get(test, "data"), &got) &&
		    got.len == expected->len &&
		    (got.len == 0 || memcmp(got.text, expected->text, got.len) == 0);
	if (!fine)
		print_failure(test, &got);
	mustache_set_free(set);
	buffer_clear(&got);
	return fine;
}

static void run_file(const char *name, size_t at_least)
{
	const char *shared = getenv("OAC_SHARED");
	if (shared == NULL) {
		print_message("# OAC_SHARED is not set\n");
		skip();
		return;
	}

	char path[1024];
	snprintf(path, sizeof(path), "%s/mustache-spec/%s.json", shared, name);
	struct diag diag = { 0 };
	struct source source;
	source_init(&source, &diag);
	const struct source_file *file = source_read(&source, path);
	assert_non_null(file);

	size_t ran = 0;
	size_t failed = 0;
	struct tree_node *tests = tree_get(file->root, "tests");
	assert_true(tree_is(tests, TREE_LIST));
	for (struct tree_node *test = tests->first; test != NULL; test = test->next) {
		ran++;
		if (!run_case(&diag, test))
			failed++;
	}
	source_clear(&source);
	diag_clear(&diag);
	assert_true(ran >= at_least);
	assert_int_equal(failed, 0);
}

static void comments(void **state)
{
	(void)state;
	run_file("comments", 12);
}

static void delimiters(void **state)
{
	(void)state;
	run_file("delimiters", 14);
}

static void interpolation(void **state)
{
	(void)state;
	run_file("interpolation", 42);
}

static void inverted(void **state)
{
	(void)state;
	run_file("inverted", 22);
}

static void partials(void **state)
{
	(void)state;
	run_file("partials", 12);
}

static void sections(void **state)
{
	(void)state;
	run_file("sections", 34);
}

static void dynamic_names(void **state)
{
	(void)state;
	run_file("~dynamic-names", 21);
}

static void inheritance(void **state)
{
	(void)state;
	run_file("~inheritance", 27);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(comments),
		cmocka_unit_test(delimiters),
		cmocka_unit_test(interpolation),
		cmocka_unit_test(inverted),
		cmocka_unit_test(partials),
		cmocka_unit_test(sections),
		cmocka_unit_test(dynamic_names),
		cmocka_unit_test(inheritance),
	};
	return cmocka_run_group_tests_name("mustache specification", tests, NULL, NULL);
}
