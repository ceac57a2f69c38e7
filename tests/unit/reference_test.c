/* $ref: pointers, anchors, files, and what is refused. */
#define _POSIX_C_SOURCE 200809L

#include "diag.h"
#include "reference.h"
#include "source.h"

#include "capture.h"
#include "folder.h"

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
	struct reference reference;
	struct folder folder;
	struct capture capture;
	struct tree_node *root;
};

static int set_up(void **state)
{
	struct fixture *fixture = calloc(1, sizeof(*fixture));
	folder_make(&fixture->folder);
	source_init(&fixture->source, &fixture->diag);
	*state = fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;
	reference_clear(&fixture->reference);
	source_clear(&fixture->source);
	diag_clear(&fixture->diag);
	folder_remove(fixture->folder.path);
	free(fixture);
	return 0;
}

/* Makes text the entry document, spec/api.yaml in the folder. */
static void enter(struct fixture *fixture, const char *text)
{
	mkdir(folder_join(&fixture->folder, "spec"), 0777);
	folder_write(&fixture->folder, "spec/api.yaml", text);
	const struct source_file *file =
		source_read(&fixture->source, folder_join(&fixture->folder, "spec/api.yaml"));
	assert_non_null(file);
	fixture->root = file->root;
	reference_init(&fixture->reference, &fixture->source, file);
}

/* Resolves the member key of the entry document. */
static struct tree_node *resolve(struct fixture *fixture, const char *key, const char **name)
{
	return reference_resolve(&fixture->reference, tree_get(fixture->root, key), name);
}

/* The first line of what resolving the member prints, from "api.yaml" on. */
static const char *complaint(struct fixture *fixture, const char *key)
{
	capture_begin(&fixture->capture);
	assert_null(resolve(fixture, key, NULL));
	char *text = fixture->capture.text;
	capture_end(&fixture->capture);
	const char *start = strstr(text, "api.yaml:");
	assert_non_null(start);
	*strchr(start, '\n') = '\0';
	return start;
}

static void pointers(void **state)
{
	struct fixture *fixture = *state;
	enter(fixture, "a: {$ref: '#/x/a~1b'}\n"
		       "b: {$ref: '#/x/m~0n'}\n"
		       "c: {$ref: '#/x/list/1'}\n"
		       "d: {$ref: '#/x/sp%20ace%C3%A9'}\n"
		       "e: {$ref: '#'}\n"
		       "f: {$ref: '#/x/'}\n"
		       "g: {$ref: '#/a'}\n"
		       "h: {$ref: '#/x/100%'}\n"
		       "x: {a/b: 1, m~n: 2, list: [3, 4], 'sp ace\xC3\xA9': 5, '': 6, '100%': 7}\n"
		       "plain: {y: 1}\n"
		       "properties: {$ref: {type: string}}\n");
	const char *name;
	assert_string_equal(resolve(fixture, "a", &name)->text, "1");
	assert_string_equal(name, "a/b");
	assert_string_equal(resolve(fixture, "b", &name)->text, "2");
	assert_string_equal(name, "m~n");
	assert_string_equal(resolve(fixture, "c", &name)->text, "4");
	assert_string_equal(name, "1");
	assert_string_equal(resolve(fixture, "d", &name)->text, "5");
	assert_ptr_equal(resolve(fixture, "e", &name), fixture->root);
	assert_null(name);
	assert_string_equal(resolve(fixture, "f", &name)->text, "6");
	assert_string_equal(name, "");
	assert_string_equal(resolve(fixture, "g", &name)->text, "1");
	assert_string_equal(name, "a/b");
	assert_string_equal(resolve(fixture, "h", &name)->text, "7");

	/* One step of two, and once more from what is known. */
	for (int i = 0; i < 2; i++) {
		struct tree_node *step =
			reference_step(&fixture->reference, tree_get(fixture->root, "g"), &name);
		assert_ptr_equal(step, tree_get(fixture->root, "a"));
		assert_string_equal(name, "a");
	}

	/* What is no reference is its own target. */
	assert_ptr_equal(resolve(fixture, "plain", &name), tree_get(fixture->root, "plain"));
	assert_null(name);
	assert_ptr_equal(
		resolve(fixture, "properties", NULL), tree_get(fixture->root, "properties"));
	assert_null(reference_resolve(&fixture->reference, NULL, NULL));

	struct reference *reference = &fixture->reference;
	assert_string_equal(reference_pointer(reference, fixture->root, "#/x/a~1b")->text, "1");
	assert_string_equal(reference_pointer(reference, fixture->root, "/x/100%")->text, "7");
	assert_ptr_equal(reference_pointer(reference, fixture->root, ""), fixture->root);
	assert_null(reference_pointer(reference, fixture->root, "x"));
	assert_null(reference_pointer(reference, fixture->root, "/x/list/2"));
	assert_null(reference_pointer(reference, fixture->root, "/x/list/01"));
	assert_null(reference_pointer(reference, fixture->root, "/x/list/99999999999999999999"));
	assert_null(reference_pointer(reference, fixture->root, "/x/list/1/deeper"));
	assert_int_equal(fixture->diag.errors, 0);
}

static void anchors(void **state)
{
	struct fixture *fixture = *state;
	enter(fixture, "a: {$ref: '#here'}\nb: {$ref: '#gone'}\nx: [{y: {$anchor: here, v: 1}}]\n");
	const char *name;
	assert_string_equal(tree_text(resolve(fixture, "a", &name), "v"), "1");
	assert_string_equal(name, "here");
	assert_string_equal(
		complaint(fixture, "b"), "api.yaml:2:11: error: cannot find the anchor '#gone'");
}

static void not_found(void **state)
{
	struct fixture *fixture = *state;
	enter(fixture, "a: {$ref: '#/components/schemas/Rnu'}\n"
		       "b: {$ref: '#/component/schemas/Run'}\n"
		       "c: {$ref: '#/components/schemas/Zebra'}\n"
		       "components: {schemas: {Runner: 1, Run: 1, Step: 1}}\n");
	capture_begin(&fixture->capture);
	assert_null(resolve(fixture, "a", NULL));
	const char *text = capture_end(&fixture->capture);
	assert_non_null(
		strstr(text, "api.yaml:1:11: error: cannot find '#/components/schemas/Rnu'\n"
			     "  1 | a: {$ref: '#/components/schemas/Rnu'}\n"
			     "    |           ^\n"
			     "  did you mean 'Run'?\n"));
	capture_begin(&fixture->capture);
	assert_null(resolve(fixture, "b", NULL));
	assert_non_null(strstr(capture_end(&fixture->capture), "did you mean 'components'?"));
	capture_begin(&fixture->capture);
	assert_null(resolve(fixture, "c", NULL));
	assert_null(strstr(capture_end(&fixture->capture), "did you mean"));
}

static void circles(void **state)
{
	struct fixture *fixture = *state;
	enter(fixture, "a: {$ref: '#/b'}\nb: {$ref: '#/c'}\nc: {$ref: '#/b'}\nd: {$ref: '#/d'}\n");
	assert_string_equal(complaint(fixture, "a"),
		"api.yaml:1:11: error: '#/b' leads to nothing but references");
	assert_string_equal(complaint(fixture, "d"),
		"api.yaml:4:11: error: '#/d' leads to nothing but references");
}

static void other_files(void **state)
{
	struct fixture *fixture = *state;
	mkdir(folder_join(&fixture->folder, "spec"), 0777);
	mkdir(folder_join(&fixture->folder, "spec/sub"), 0777);
	folder_write(&fixture->folder, "spec/other.yaml",
		"x: {v: 1}\nsame: {$ref: '#/x'}\nback: {$ref: 'api.yaml#/target'}\n");
	folder_write(&fixture->folder, "spec/sub/whole file.json",
		"{\"up\": {\"$ref\": \"../other.yaml#/x\"}}");
	enter(fixture, "a: {$ref: 'other.yaml#/x'}\n"
		       "b: {$ref: './sub/../other.yaml#/same'}\n"
		       "c: {$ref: 'sub/whole%20file.json'}\n"
		       "d: {$ref: 'sub/whole file.json#/up'}\n"
		       "e: {$ref: 'other.yaml#/back'}\n"
		       "f: {$ref: 'api.yaml#/target'}\n"
		       "target: {v: 2}\n");
	const char *name;
	struct tree_node *x = resolve(fixture, "a", &name);
	assert_string_equal(tree_text(x, "v"), "1");
	assert_string_equal(name, "x");
	assert_ptr_equal(resolve(fixture, "b", &name), x);
	assert_non_null(tree_get(resolve(fixture, "c", &name), "up"));
	assert_null(name);
	assert_ptr_equal(resolve(fixture, "d", &name), x);
	assert_string_equal(name, "x");
	assert_ptr_equal(resolve(fixture, "e", &name), tree_get(fixture->root, "target"));
	assert_ptr_equal(resolve(fixture, "f", &name), tree_get(fixture->root, "target"));
	assert_int_equal(fixture->source.count, 4); /* each file was read once */
	assert_int_equal(fixture->diag.errors, 0);
}

static void refused_files(void **state)
{
	struct fixture *fixture = *state;
	folder_write(&fixture->folder, "secret.yaml", "a: 1\n");
	mkdir(folder_join(&fixture->folder, "spec"), 0777);
	mkdir(folder_join(&fixture->folder, "spec2"), 0777);
	folder_write(&fixture->folder, "spec2/x.yaml", "a: 1\n");
	folder_write(&fixture->folder, "spec/broken.yaml", "a: [\n");
	char link[1024];
	snprintf(link, sizeof(link), "%s/spec/link.yaml", fixture->folder.path);
	assert_int_equal(symlink("../secret.yaml", link), 0);
	enter(fixture, "a: {$ref: '../secret.yaml#/a'}\n"
		       "b: {$ref: 'link.yaml#/a'}\n"
		       "c: {$ref: '/etc/passwd'}\n"
		       "d: {$ref: '../spec2/x.yaml#/a'}\n"
		       "e: {$ref: 'https://example.com/x.yaml#/a'}\n"
		       "f: {$ref: 'file:///etc/passwd'}\n"
		       "g: {$ref: 'missing.yaml'}\n"
		       "h: {$ref: 'broken.yaml'}\n"
		       "i: {$ref: '%2e%2e/secret.yaml#/a'}\n"
		       "j: {$ref: 'sub/x.yaml%00.yaml'}\n");
	const char *end = "api.yaml'";
	const char *text = complaint(fixture, "a");
	assert_non_null(strstr(
		text, "api.yaml:1:11: error: '../secret.yaml' is not below the folder of '"));
	assert_string_equal(text + strlen(text) - strlen(end), end);
	assert_non_null(strstr(complaint(fixture, "b"), "'link.yaml' is not below the folder of"));
	assert_non_null(
		strstr(complaint(fixture, "c"), "'/etc/passwd' is not below the folder of"));
	assert_non_null(
		strstr(complaint(fixture, "d"), "'../spec2/x.yaml' is not below the folder of"));
	assert_string_equal(complaint(fixture, "e"),
		"api.yaml:5:11: error: cannot follow 'https://example.com/x.yaml#/a': "
		"oac never reads the network");
	assert_non_null(strstr(complaint(fixture, "f"), "cannot follow 'file:///etc/passwd'"));
	assert_string_equal(complaint(fixture, "g"),
		"api.yaml:7:11: error: cannot read 'missing.yaml': No such file or directory");
	assert_string_equal(
		complaint(fixture, "h"), "api.yaml:8:11: error: cannot use 'broken.yaml'");
	assert_non_null(
		strstr(complaint(fixture, "i"), "'../secret.yaml' is not below the folder of"));
	assert_non_null(strstr(complaint(fixture, "j"), "cannot read 'sub/x.yaml%00.yaml'"));
}

/* A document from memory or standard input belongs to the current folder. */
static void without_file(void **state)
{
	struct fixture *fixture = *state;
	const char *text = "a: {$ref: '#/b'}\nb: 1\nc: {$ref: '../x.yaml'}\nd: {$ref: '/'}\n";
	const struct source_file *file =
		source_text(&fixture->source, "<stdin>", text, strlen(text));
	fixture->root = file->root;
	reference_init(&fixture->reference, &fixture->source, file);
	assert_string_equal(resolve(fixture, "a", NULL)->text, "1");
	fixture->diag.quiet = true;
	assert_null(resolve(fixture, "c", NULL));
	assert_null(resolve(fixture, "d", NULL));
	assert_int_equal(fixture->diag.errors, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(pointers, set_up, tear_down),
		cmocka_unit_test_setup_teardown(anchors, set_up, tear_down),
		cmocka_unit_test_setup_teardown(not_found, set_up, tear_down),
		cmocka_unit_test_setup_teardown(circles, set_up, tear_down),
		cmocka_unit_test_setup_teardown(other_files, set_up, tear_down),
		cmocka_unit_test_setup_teardown(refused_files, set_up, tear_down),
		cmocka_unit_test_setup_teardown(without_file, set_up, tear_down),
	};
	return cmocka_run_group_tests_name("references", tests, NULL, NULL);
}
