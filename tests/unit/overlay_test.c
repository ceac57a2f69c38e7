/* The table in tests/data/overlay.yaml, places, and the bounds of what overlays can make. */
#include "buffer.h"
#include "overlay.h"
#include "reference.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

struct case_files {
	struct diag diag;
	struct source source;
	const struct source_file *document;
};

static void add_file(struct source *source, const char *name, const struct buffer *text)
{
	assert_non_null(source_text(source, name, text->text, text->len));
}

/* A document and an overlay of these actions, as files of a source. */
static void open_case(
	struct case_files *files, const struct tree_node *document, const struct tree_node *actions)
{
	struct buffer text = BUFFER_EMPTY;
	*files = (struct case_files){ .diag = { .quiet = true } };
	source_init(&files->source, &files->diag);
	tree_print(document, &text);
	files->document = source_text(&files->source, "document", text.text, text.len);
	assert_non_null(files->document);
	buffer_reset(&text);
	buffer_add_text(&text, "{\"overlay\":\"1.1.0\",\"info\":{\"title\":\"t\",");
	buffer_add_text(&text, "\"version\":\"1\"},\"actions\":");
	tree_print(actions, &text);
	buffer_add_text(&text, "}");
	add_file(&files->source, "overlay", &text);
	buffer_clear(&text);
}

static void close_case(struct case_files *files)
{
	source_clear(&files->source);
	diag_clear(&files->diag);
}

static bool apply(struct case_files *files)
{
	static const char *const paths[] = { "overlay" };
	return overlay_apply(&files->source, files->document, paths, 1);
}

/* Text shows the order of members, which tree_equal does not. */
static bool same_text(const struct tree_node *a, const struct tree_node *b)
{
	struct buffer x = BUFFER_EMPTY;
	struct buffer y = BUFFER_EMPTY;
	tree_print(a, &x);
	tree_print(b, &y);
	bool same = strcmp(x.text, y.text) == 0;
	if (!same)
		print_error("got %sinstead of %s", x.text, y.text);
	buffer_clear(&x);
	buffer_clear(&y);
	return same;
}

static bool holds(const struct tree_node *test)
{
	const struct tree_node *document = tree_get(test, "document");
	const struct tree_node *result = tree_get(test, "result");
	struct case_files files;
	open_case(&files, document, tree_get(test, "actions"));
	bool applied = apply(&files);
	bool ok = applied == (result != NULL);
	if (!ok)
		print_error("it was %s\n", applied ? "accepted" : "refused");
	/* what is refused leaves the document alone */
	ok = same_text(files.document->root, applied && ok ? result : document) && ok;
	close_case(&files);
	return ok;
}

static void table(void **state)
{
	(void)state;
	struct diag diag = { 0 };
	struct source source;
	int count = 0;
	int wrong = 0;
	source_init(&source, &diag);
	const struct source_file *file = source_read(&source, "tests/data/overlay.yaml");
	assert_non_null(file);
	for (const struct tree_node *test = file->root->first; test != NULL;
		test = test->next, count++) {
		if (!holds(test)) {
			print_error("^ %s\n", tree_text(test, "name"));
			wrong++;
		}
	}
	source_clear(&source);
	diag_clear(&diag);
	assert_int_equal(wrong, 0);
	assert_true(count > 30);
}

static void open_texts(struct case_files *files, const char *document, const char *overlay)
{
	*files = (struct case_files){ .diag = { .quiet = true } };
	source_init(&files->source, &files->diag);
	files->document = source_text(&files->source, "document", document, strlen(document));
	assert_non_null(files->document);
	assert_non_null(source_text(&files->source, "overlay", overlay, strlen(overlay)));
}

#define HEAD "overlay: 1.1.0\ninfo: {title: t, version: '1'}\nactions:\n"

static void places(void **state)
{
	(void)state;
	struct case_files files;
	open_texts(&files, "a: {b: 1, c: 2}\nl: [1]\n",
		HEAD "- target: $\n  update:\n    a:\n      b: 3\n      d: 4\n    l:\n      - 2\n");
	assert_true(apply(&files));

	const struct tree_node *a = tree_get(files.document->root, "a");
	assert_int_equal(a->file, 1);
	assert_int_equal(a->line, 1);
	assert_int_equal(tree_get(a, "c")->file, 1);
	assert_int_equal(tree_get(a, "b")->file, 2);
	assert_int_equal(tree_get(a, "b")->line, 7);
	assert_int_equal(tree_get(a, "b")->column, 10);
	assert_int_equal(tree_get(a, "b")->key_line, 7);
	assert_int_equal(tree_get(a, "d")->key_line, 8);
	assert_int_equal(tree_get(a, "d")->key_column, 7);
	const struct tree_node *l = tree_get(files.document->root, "l");
	assert_int_equal(l->last->file, 2);
	assert_int_equal(l->last->line, 10);
	close_case(&files);
}

/* A reference that an overlay brought in is one of the document. */
static void references(void **state)
{
	(void)state;
	struct case_files files;
	struct reference reference;
	open_texts(&files, "a: {b: 1}\n", HEAD "- {target: $, update: {c: {$ref: '#/a'}}}\n");
	assert_true(apply(&files));
	reference_init(&reference, &files.source, files.document);
	struct tree_node *root = files.document->root;
	assert_ptr_equal(
		reference_resolve(&reference, tree_get(root, "c"), NULL), tree_get(root, "a"));
	reference_clear(&reference);
	close_case(&files);
}

/* Aliases share nodes: what one of them gets, the other must not. */
static void aliases(void **state)
{
	(void)state;
	struct case_files files;
	open_texts(&files, "a: &x {l: [1]}\nb: *x\n",
		HEAD "- target: $.a.l\n  update: &u [2]\n- {target: $.b, update: {m: *u}}\n"
		     "- {target: $.b.m, update: 3}\n");
	assert_true(apply(&files));
	const struct tree_node *root = files.document->root;
	assert_int_equal(tree_get(tree_get(root, "a"), "l")->count, 2);
	assert_int_equal(tree_get(tree_get(root, "b"), "l")->count, 1);
	assert_int_equal(tree_get(tree_get(root, "b"), "m")->count, 2);
	close_case(&files);
}

static void repeat_action(struct buffer *text, const char *action, int times)
{
	buffer_add_text(text, HEAD);
	while (times-- > 0)
		buffer_format(text, "- %s\n", action);
}

/* Ever deeper and ever larger, a little with each action. */
static void bounds(void **state)
{
	(void)state;
	static const char *const actions[] = {
		"{target: '$..[?length(@) == 0]', update: {a: {a: {a: {}}}}}",
		"{target: $.l, copy: $}",
		"{target: $.l, copy: $.l}",
		"{target: $..*, copy: $.m}",
	};
	for (size_t i = 0; i < sizeof(actions) / sizeof(actions[0]); i++) {
		struct case_files files;
		struct buffer text = BUFFER_EMPTY;
		repeat_action(&text, actions[i], 300);
		open_texts(&files, "l: {x: {y: {}}}\nm: {n: {}, o: {}}\n", text.text);
		bool same = i == 2; /* merging a map into itself adds nothing */
		assert_int_equal(apply(&files), same);
		assert_int_equal(files.diag.errors, same ? 0 : 1);
		buffer_clear(&text);
		close_case(&files);
	}
}

static void versions(void **state)
{
	(void)state;
	static const struct {
		const char *version;
		bool ok;
	} cases[] = { { "1.0.0", true }, { "1.0.1", true }, { "1.1.0", true }, { "1.2.0", false },
		{ "2.0.0", false }, { "1.0", false }, { "[]", false } };
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct case_files files;
		char text[200];
		snprintf(text, sizeof(text),
			"overlay: %s\ninfo: {title: t, version: '1'}\n"
			"actions: [{target: $, update: {b: 1}}]\n",
			cases[i].version);
		open_texts(&files, "a: 1\n", text);
		assert_int_equal(apply(&files), cases[i].ok);
		close_case(&files);
	}
	struct case_files files;
	open_texts(&files, "a: 1\n",
		"overlay: 1.0.0\ninfo: {title: t, version: '1'}\n"
		"actions: [{target: $, copy: $}]\n");
	assert_false(apply(&files));
	close_case(&files);
}

static void several(void **state)
{
	(void)state;
	static const char *const paths[] = { "overlay", "second", "overlay" };
	static const char second[] =
		HEAD "- {target: '$.l[?@ == 2]', remove: true}\n- {target: $.l, update: 5}\n";
	struct case_files files;
	open_texts(&files, "l: [1]\n", HEAD "- {target: $.l, update: 2}\n");
	assert_non_null(source_text(&files.source, "second", second, strlen(second)));
	assert_true(overlay_apply(&files.source, files.document, paths, 3));
	const struct tree_node *l = tree_get(files.document->root, "l");
	assert_int_equal(l->count, 3);
	assert_string_equal(l->first->next->text, "5");
	assert_string_equal(l->last->text, "2");
	close_case(&files);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(table),
		cmocka_unit_test(places),
		cmocka_unit_test(references),
		cmocka_unit_test(aliases),
		cmocka_unit_test(bounds),
		cmocka_unit_test(versions),
		cmocka_unit_test(several),
	};
	return cmocka_run_group_tests_name("overlay", tests, NULL, NULL);
}
