#define _POSIX_C_SOURCE 200809L

#include "diag.h"
#include "source.h"

#include "capture.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>

#include <cmocka.h>

struct fixture {
	struct diag diag;
	struct source source;
	struct capture capture;
};

static int set_up(void **state)
{
	struct fixture *fixture = calloc(1, sizeof(*fixture));
	source_init(&fixture->source, &fixture->diag);
	*state = fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;
	source_clear(&fixture->source);
	diag_clear(&fixture->diag);
	free(fixture);
	return 0;
}

static const struct tree_node *load(struct fixture *fixture, const char *text)
{
	const struct source_file *file =
		source_text(&fixture->source, "dir/api.yaml", text, strlen(text));
	assert_non_null(file);
	return file->root;
}

static void excerpt(void **state)
{
	struct fixture *fixture = *state;
	const struct tree_node *root = load(fixture, "a: 1\nlist:\n\n  - $ref: '#/x'\r\n");
	const struct tree_node *ref = tree_get(tree_get(root, "list")->first, "$ref");
	capture_begin(&fixture->capture);
	diag_error(&fixture->diag, ref, "cannot find '%s'", ref->text);
	diag_help(&fixture->diag, "did you mean '%s'?", "#/y");
	diag_at(&fixture->diag, DIAG_WARNING, ref, true, "old");
	assert_string_equal(capture_end(&fixture->capture),
		"dir/api.yaml:4:11: error: cannot find '#/x'\n"
		"  4 |   - $ref: '#/x'\n"
		"    |           ^\n"
		"  did you mean '#/y'?\n"
		"dir/api.yaml:4:5: warning: old\n"
		"  4 |   - $ref: '#/x'\n"
		"    |     ^\n");
	assert_int_equal(fixture->diag.errors, 1);
	assert_int_equal(fixture->diag.warnings, 1);
}

static void said_once(void **state)
{
	struct fixture *fixture = *state;
	const struct tree_node *root = load(fixture, "a: 1");
	capture_begin(&fixture->capture);
	for (int i = 0; i < 3; i++) {
		diag_error(&fixture->diag, root, "bad");
		diag_help(&fixture->diag, "do better");
	}
	diag_error(&fixture->diag, tree_get(root, "a"), "bad");
	const char *text = capture_end(&fixture->capture);
	assert_int_equal(fixture->diag.errors, 2);
	const char *help = strstr(text, "do better");
	assert_non_null(help);
	assert_null(strstr(help + 1, "do better"));
}

static void no_place(void **state)
{
	struct fixture *fixture = *state;
	capture_begin(&fixture->capture);
	diag_error(&fixture->diag, NULL, "one");
	diag_place(&fixture->diag, DIAG_NOTE, "a.mustache", 3, 7, "two");
	diag_place(&fixture->diag, DIAG_WARNING, "a.mustache", 0, 0, "three");
	assert_string_equal(capture_end(&fixture->capture),
		"oac: error: one\na.mustache:3:7: note: two\na.mustache: warning: three\n");
}

static void strictness(void **state)
{
	struct fixture *fixture = *state;
	fixture->diag.strict = true;
	capture_begin(&fixture->capture);
	diag_warning(&fixture->diag, NULL, "hm");
	assert_string_equal(capture_end(&fixture->capture), "oac: error: hm\n");
	assert_int_equal(fixture->diag.errors, 1);
	assert_int_equal(fixture->diag.warnings, 0);

	fixture->diag.quiet = true;
	capture_begin(&fixture->capture);
	diag_error(&fixture->diag, NULL, "hush");
	diag_help(&fixture->diag, "hush");
	assert_string_equal(capture_end(&fixture->capture), "");
	assert_int_equal(fixture->diag.errors, 2);
}

/* A document must not be able to write to the terminal anything but text. */
static void control_bytes(void **state)
{
	struct fixture *fixture = *state;
	const struct tree_node *root =
		load(fixture, "# \xC3\xA9\xE2\x82\xAC\nk\xC3\xA9y:\t\"\\e[31m\\u009b\"\n");
	capture_begin(&fixture->capture);
	diag_error(&fixture->diag, root->first, "bad '%s'", root->first->text);
	assert_string_equal(capture_end(&fixture->capture),
		"dir/api.yaml:2:7: error: bad '?[31m?'\n"
		"  2 | k\xC3\xA9y:\t\"\\e[31m\\u009b\"\n"
		"    |     \t^\n");
	capture_begin(&fixture->capture);
	diag_place(&fixture->diag, DIAG_ERROR, "a\nb", 1, 1, "x");
	assert_string_equal(capture_end(&fixture->capture), "a?b:1:1: error: x\n");
}

static void long_lines(void **state)
{
	struct fixture *fixture = *state;
	char text[2000];
	memset(text, 'a', sizeof(text));
	memcpy(text, "k: [", 4);
	memcpy(text + 1000, ", bc, ", 6);
	memcpy(text + sizeof(text) - 2, "]", 2);
	const struct tree_node *root = load(fixture, text);
	capture_begin(&fixture->capture);
	diag_error(&fixture->diag, root->first->first->next, "here");
	char *got = strdup(capture_end(&fixture->capture));
	char *line = strchr(got, '\n') + 1;
	char *caret_line = strchr(line, '\n') + 1;
	caret_line[-1] = '\0';
	assert_true(strlen(line) < 130);
	assert_non_null(strstr(line, "| ...aaa"));
	assert_non_null(strstr(line, "aaa..."));
	assert_memory_equal(line + (strchr(caret_line, '^') - caret_line), "bc,", 3);
	free(got);

	char message[3000];
	memset(message, 'm', sizeof(message));
	message[sizeof(message) - 1] = '\0';
	capture_begin(&fixture->capture);
	diag_error(&fixture->diag, NULL, "%s", message);
	const char *cut = capture_end(&fixture->capture);
	assert_true(strlen(cut) < 700);
	assert_string_equal(cut + strlen(cut) - 5, "m...\n");
}

static void too_many(void **state)
{
	struct fixture *fixture = *state;
	capture_begin(&fixture->capture);
	for (int i = 1; i <= DIAG_MAX_ERRORS + 20; i++) {
		diag_error(&fixture->diag, NULL, "number %d", i);
		diag_help(&fixture->diag, "help %d", i);
	}
	diag_warning(&fixture->diag, NULL, "late");
	const char *text = capture_end(&fixture->capture);
	assert_non_null(strstr(text, "number 50\n  help 50\noac: error: too many errors"));
	assert_null(strstr(text, "number 51"));
	assert_null(strstr(text, "help 51"));
	assert_null(strstr(text, "late"));
	assert_int_equal(fixture->diag.errors, DIAG_MAX_ERRORS + 20);
}

static void warn_often(struct diag *diag)
{
	int i;

	for (i = 1; i <= DIAG_MAX_ALIKE + 5; i++) {
		diag_warning(diag, NULL, "'number %d' it is", i);
		diag_help(diag, "help %d", i);
	}
	diag_warning(diag, NULL, "another kind");
	diag_sum_up(diag);
	diag_sum_up(diag);
}

static size_t remark_count(const struct diag *diag)
{
	const struct diag_remark *remark;
	size_t count = 0;

	for (remark = diag->remarks; remark != NULL; remark = remark->next)
		count++;
	return count;
}

static void alike(void **state)
{
	struct fixture *fixture = *state;
	const char *text;

	capture_begin(&fixture->capture);
	warn_often(&fixture->diag);
	text = capture_end(&fixture->capture);
	assert_non_null(strstr(text,  "'number 10' it is\n  help 10\noac: warning: another kind\n"
				     "oac: note: 5 more warnings such as this one, which --verbose shows: 'number 10' it is\n"));
	assert_null(strstr(text, "help 11"));
	assert_null(strstr(strstr(text, "note:") + 1, "note:"));
	assert_int_equal(fixture->diag.warnings, DIAG_MAX_ALIKE + 6);
	assert_int_equal(remark_count(&fixture->diag), 2 * DIAG_MAX_ALIKE + 2);
}

/* What is remembered for the next run is the same, however much was shown. */
static void alike_verbose(void **state)
{
	struct fixture *fixture = *state;
	const char *text;

	fixture->diag.verbose = true;
	capture_begin(&fixture->capture);
	warn_often(&fixture->diag);
	text = capture_end(&fixture->capture);
	assert_non_null(strstr(text, "'number 15' it is\n  help 15\n"));
	assert_null(strstr(text, "note:"));
	assert_int_equal(remark_count(&fixture->diag), 2 * DIAG_MAX_ALIKE + 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(excerpt, set_up, tear_down),
		cmocka_unit_test_setup_teardown(said_once, set_up, tear_down),
		cmocka_unit_test_setup_teardown(no_place, set_up, tear_down),
		cmocka_unit_test_setup_teardown(strictness, set_up, tear_down),
		cmocka_unit_test_setup_teardown(control_bytes, set_up, tear_down),
		cmocka_unit_test_setup_teardown(long_lines, set_up, tear_down),
		cmocka_unit_test_setup_teardown(too_many, set_up, tear_down),
		cmocka_unit_test_setup_teardown(alike, set_up, tear_down),
		cmocka_unit_test_setup_teardown(alike_verbose, set_up, tear_down),
	};
	return cmocka_run_group_tests_name("diagnostics", tests, NULL, NULL);
}
