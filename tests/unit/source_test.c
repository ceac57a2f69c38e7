/* Documents into trees: values, places, and the errors of bad and hostile ones. */
#define _POSIX_C_SOURCE 200809L

#include "buffer.h"
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

static struct tree_node *load(struct fixture *fixture, const char *text)
{
	const struct source_file *file =
		source_text(&fixture->source, "api.yaml", text, strlen(text));
	assert_non_null(file);
	assert_int_equal(fixture->diag.errors, 0);
	return file->root;
}

/* The first line that reading such a file prints. */
static const char *complaint_len(
	struct fixture *fixture, const char *name, const char *text, size_t len)
{
	diag_clear(&fixture->diag); /* or it would not say the same twice */
	capture_begin(&fixture->capture);
	source_text(&fixture->source, name, text, len);
	capture_end(&fixture->capture);
	char *end = strchr(fixture->capture.text, '\n');
	if (end != NULL)
		*end = '\0';
	return fixture->capture.text;
}

static const char *complaint(struct fixture *fixture, const char *text)
{
	return complaint_len(fixture, "api.yaml", text, strlen(text));
}

static void assert_kind(
	const struct tree_node *map, const char *key, enum tree_kind kind, const char *text)
{
	const struct tree_node *node = tree_get(map, key);
	assert_non_null(node);
	if (node->kind != kind || strcmp(node->text, text) != 0)
		fail_msg("%s: kind %d, text '%s'", key, node->kind, node->text);
}

static void core_schema(void **state)
{
	static const struct {
		const char *text;
		enum tree_kind kind;
		bool integer;
	} cases[] = {
		{ "true", TREE_BOOL, false },
		{ "True", TREE_BOOL, false },
		{ "TRUE", TREE_BOOL, false },
		{ "false", TREE_BOOL, false },
		{ "FALSE", TREE_BOOL, false },
		{ "tRUE", TREE_STRING, false },
		{ "TRue", TREE_STRING, false },
		{ "yes", TREE_STRING, false },
		{ "no", TREE_STRING, false },
		{ "on", TREE_STRING, false },
		{ "off", TREE_STRING, false },
		{ "n", TREE_STRING, false },
		{ "y", TREE_STRING, false },
		{ "null", TREE_NULL, false },
		{ "Null", TREE_NULL, false },
		{ "NULL", TREE_NULL, false },
		{ "~", TREE_NULL, false },
		{ "", TREE_NULL, false },
		{ "nULL", TREE_STRING, false },
		{ "0", TREE_NUMBER, true },
		{ "-0", TREE_NUMBER, true },
		{ "+12", TREE_NUMBER, true },
		{ "0777", TREE_NUMBER, true },
		{ "0o17", TREE_NUMBER, true },
		{ "0xfF", TREE_NUMBER, true },
		{ "0o8", TREE_STRING, false },
		{ "0x", TREE_STRING, false },
		{ "-0x1", TREE_STRING, false },
		{ "1_000", TREE_STRING, false },
		{ "1:30", TREE_STRING, false },
		{ "1.5", TREE_NUMBER, false },
		{ ".5", TREE_NUMBER, false },
		{ "5.", TREE_NUMBER, false },
		{ "-.5e-3", TREE_NUMBER, false },
		{ "1e5", TREE_NUMBER, false },
		{ "1E+5", TREE_NUMBER, false },
		{ "1e", TREE_STRING, false },
		{ ".", TREE_STRING, false },
		{ "+", TREE_STRING, false },
		{ ".e5", TREE_STRING, false },
		{ "1.2.3", TREE_STRING, false },
		{ ".inf", TREE_NUMBER, false },
		{ "-.Inf", TREE_NUMBER, false },
		{ "+.INF", TREE_NUMBER, false },
		{ ".iNF", TREE_STRING, false },
		{ ".nan", TREE_NUMBER, false },
		{ ".NaN", TREE_NUMBER, false },
		{ ".NAN", TREE_NUMBER, false },
		{ ".Nan", TREE_STRING, false },
		{ "-.nan", TREE_STRING, false },
		{ "2024-01-02", TREE_STRING, false },
		{ "12e03", TREE_NUMBER, false },
		{ "18446744073709551616", TREE_NUMBER, true },
		{ "nullable", TREE_STRING, false },
		{ "trueish", TREE_STRING, false },
	};
	struct fixture *fixture = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char text[64];
		snprintf(text, sizeof(text), "k: %s\n", cases[i].text);
		const struct tree_node *node = tree_get(load(fixture, text), "k");
		if (node->kind != cases[i].kind || node->integer != cases[i].integer)
			fail_msg("'%s': kind %d, integer %d", cases[i].text, node->kind,
				node->integer);
		snprintf(text, sizeof(text), "k: '%s'\n", cases[i].text);
		node = tree_get(load(fixture, text), "k");
		assert_int_equal(node->kind, TREE_STRING);
		assert_string_equal(node->text, cases[i].text);
	}
	assert_kind(load(fixture, "a: TRUE\nb: False"), "a", TREE_BOOL, "true");
}

static void tags(void **state)
{
	struct fixture *fixture = *state;
	const struct tree_node *root = load(fixture,
		"a: !!str 12\nb: !!int '12'\nc: !!float 1\nd: !!bool 'true'\ne: !!null ''\n"
		"f: ! 12\ng: !!map {}\nh: !!seq []\ni: !!str\n");
	assert_kind(root, "a", TREE_STRING, "12");
	assert_kind(root, "b", TREE_NUMBER, "12");
	assert_true(tree_get(root, "b")->integer);
	assert_kind(root, "c", TREE_NUMBER, "1");
	assert_kind(root, "d", TREE_BOOL, "true");
	assert_kind(root, "e", TREE_NULL, "");
	assert_kind(root, "f", TREE_STRING, "12");
	assert_kind(root, "i", TREE_STRING, "");

	assert_string_equal(complaint(fixture, "k: !!int abc"),
		"api.yaml:1:4: error: 'abc' does not fit its tag !!int");
	assert_string_equal(complaint(fixture, "k: !!seq {}"),
		"api.yaml:1:4: error: a map does not fit its tag !!seq");
	assert_string_equal(complaint(fixture, "k:\n  !mine 12"),
		"api.yaml:2:3: warning: unknown tag '!mine' is ignored");
	assert_int_equal(fixture->diag.warnings, 1);
}

static void keys(void **state)
{
	struct fixture *fixture = *state;
	const struct tree_node *root =
		load(fixture, "200: ok\n1.5: x\ntrue: y\n'q': z\n? long\n: w\n?\n: v\n&k an: &v 1\n"
			      "*v : alias\n");
	assert_string_equal(tree_text(root, "200"), "ok");
	assert_string_equal(tree_text(root, "1.5"), "x");
	assert_string_equal(tree_text(root, "true"), "y");
	assert_string_equal(tree_text(root, "long"), "w");
	assert_string_equal(tree_text(root, ""), "v");
	assert_string_equal(tree_text(root, "1"), "alias");

	assert_string_equal(
		complaint(fixture, "? [a]\n: b"), "api.yaml:1:3: error: a key must be a scalar");
	assert_string_equal(complaint(fixture, "a: &l []\n*l : b"),
		"api.yaml:2:1: error: a key must be a scalar");
	assert_string_equal(complaint(fixture, "a: 1\nb: 2\na: 3"),
		"api.yaml:3:1: error: duplicate key 'a', first on line 1");
	assert_string_equal(complaint_len(fixture, "a.json", "{\"a\":1,\n\"a\":2}", 14),
		"a.json:2:1: error: duplicate key 'a', first on line 1");
}

/* Duplicates in a map that is large enough for an index. */
static void many_keys(void **state)
{
	struct fixture *fixture = *state;
	struct buffer text = BUFFER_EMPTY;
	for (int i = 0; i < 50000; i++)
		buffer_format(&text, "key%d: %d\n", i, i);
	const struct tree_node *root = load(fixture, text.text);
	assert_int_equal(root->count, 50000);
	assert_string_equal(tree_text(root, "key49999"), "49999");
	buffer_add_text(&text, "key777: again\n");
	assert_string_equal(complaint(fixture, text.text),
		"api.yaml:50001:1: error: duplicate key 'key777', first on line 778");
	buffer_clear(&text);
}

static void assert_place(const struct tree_node *node, unsigned line, unsigned column,
	unsigned key_line, unsigned key_column)
{
	assert_non_null(node);
	assert_int_equal(node->line, line);
	assert_int_equal(node->column, column);
	assert_int_equal(node->key_line, key_line);
	assert_int_equal(node->key_column, key_column);
}

static void places(void **state)
{
	struct fixture *fixture = *state;
	/* Bytes, not characters; U+2028 ends no line. */
	const struct tree_node *root =
		load(fixture, "\xEF\xBB\xBF"
			      "first: 1\r\n"
			      "s: ' \xE2\x80\xA8 \xC3\xA9'\r\n"
			      "\xC3\xA9\xF0\x9F\x98\x80: {\xC3\xBC: x, b: [1,\r\n"
			      "   2]}\r\n"
			      "text: |\r\n"
			      "  lines\r\n"
			      "last: \"q\"\r\n");
	assert_place(tree_get(root, "first"), 1, 8, 1, 1);
	const struct tree_node *map = tree_get(root, "\xC3\xA9\xF0\x9F\x98\x80");
	assert_place(map, 3, 9, 3, 1);
	assert_place(tree_get(map, "\xC3\xBC"), 3, 14, 3, 10);
	assert_place(tree_get(map, "b"), 3, 20, 3, 17);
	assert_place(tree_get(map, "b")->first->next, 4, 4, 0, 0);
	assert_place(tree_get(root, "text"), 5, 7, 5, 1);
	assert_place(tree_get(root, "last"), 7, 7, 7, 1);
	assert_string_equal(tree_text(root, "text"), "lines\n");
	assert_int_equal(root->file, 1);
}

static void json_values(void **state)
{
	struct fixture *fixture = *state;
	const struct tree_node *root =
		load(fixture, "\t{\r\n\t\"a\\/b\":\t\"\\ud83d\\ude00\\u00e9\\n\\\"\\\\\\u0000x\",\n"
			      "\"n\": [0, -1.5e+3, true, null, \"\xE2\x80\xA8\"]}\n");
	assert_place(tree_get(root, "a/b"), 2, 10, 2, 2);
	const struct tree_node *text = tree_get(root, "a/b");
	assert_int_equal(text->len, 11);
	assert_memory_equal(text->text, "\xF0\x9F\x98\x80\xC3\xA9\n\"\\\0x", 12);
	const struct tree_node *item = tree_get(root, "n")->first;
	assert_true(item->kind == TREE_NUMBER && item->integer);
	item = item->next;
	assert_true(item->kind == TREE_NUMBER && !item->integer);
	assert_string_equal(item->text, "-1.5e+3");
	item = item->next->next;
	assert_int_equal(item->kind, TREE_NULL);
	assert_string_equal(item->next->text, "\xE2\x80\xA8");

	/* YAML's flow style looks alike. */
	root = load(fixture, "{ a: 1, b: [x, 'y',], \"c\": 012 }\n");
	assert_string_equal(tree_text(root, "a"), "1");
	assert_string_equal(tree_text(root, "c"), "012");
}

static void json_errors(void **state)
{
	static const struct {
		const char *text;
		const char *message;
	} cases[] = {
		{ "{\"a\": 1\n\"b\": 2}", "a.json:2:1: error: expected ',' or '}'" },
		{ "[1\n2", "a.json:2:1: error: expected ',' or ']'" },
		{ "{\"a\":\n  'x", "a.json:2:3: error: expected a value" },
		{ "{\"a", "a.json:1:2: error: this string has no end" },
		{ "[\"\\ud800\"]", "a.json:1:3: error: half a surrogate pair" },
		{ "[\"\\q\"]", "a.json:1:3: error: unknown escape in a string" },
		{ "[\"\\u12G4\"]", "a.json:1:3: error: \\u needs four hexadecimal digits" },
		{ "{\"a\" 1 ]", "a.json:1:6: error: expected ':' after a name" },
		{ "{1: ]", "a.json:1:2: error: expected a name in double quotes" },
		{ "[]]", "a.json:1:3: error: expected the end of the document" },
		{ "[", "a.json:1:2: error: expected a value" },
		{ "[\"\\", "a.json:1:2: error: this string has no end" },
	};
	struct fixture *fixture = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_string_equal(
			complaint_len(fixture, "a.json", cases[i].text, strlen(cases[i].text)),
			cases[i].message);
}

static void aliases(void **state)
{
	struct fixture *fixture = *state;
	const struct tree_node *root = load(fixture, "base: &b {x: 1, y: [2]}\n"
						     "copy: *b\n"
						     "merged:\n  y: own\n  <<: *b\n  z: 3\n"
						     "two:\n  <<: [{p: 1}, {p: 2, q: 3}]\n"
						     "quoted:\n  \"<<\": kept\n"
						     "again: &b scalar\n"
						     "new: *b\n");
	assert_true(tree_equal(tree_get(root, "base"), tree_get(root, "copy")));
	assert_place(tree_get(root, "copy"), 2, 7, 2, 1);
	const struct tree_node *merged = tree_get(root, "merged");
	assert_int_equal(merged->count, 3);
	assert_string_equal(tree_text(merged, "x"), "1");
	assert_string_equal(tree_text(merged, "y"), "own");
	assert_string_equal(tree_text(merged, "z"), "3");
	assert_string_equal(tree_text(tree_get(root, "two"), "p"), "1");
	assert_string_equal(tree_text(tree_get(root, "two"), "q"), "3");
	assert_string_equal(tree_text(tree_get(root, "quoted"), "<<"), "kept");
	assert_string_equal(tree_text(root, "new"), "scalar");

	assert_string_equal(complaint(fixture, "a: *none"),
		"api.yaml:1:4: error: no anchor '&none' comes before this alias");
	assert_string_equal(complaint(fixture, "a: &x [1, *x]"),
		"api.yaml:1:11: error: alias '*x' is inside its own anchor");
	assert_string_equal(complaint(fixture, "a: &x\n  <<: *x"),
		"api.yaml:2:7: error: alias '*x' is inside its own anchor");
	assert_string_equal(complaint(fixture, "a:\n  <<: 12"),
		"api.yaml:2:3: error: '<<' needs a map or a list of maps");
	assert_string_equal(complaint(fixture, "a:\n  <<: {b: 1}\n  <<: {c: 1}"),
		"api.yaml:3:3: error: duplicate key '<<', first on line 2");
}

static void alias_bomb(void **state)
{
	struct fixture *fixture = *state;
	struct buffer text = BUFFER_EMPTY;
	buffer_add_text(&text, "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
	for (int i = 1; i < 12; i++) {
		buffer_format(&text, "a%d: &a%d [", i, i);
		for (int j = 0; j < 10; j++)
			buffer_format(&text, "*a%d,", i - 1);
		buffer_add_text(&text, "]\n");
	}
	assert_string_equal(complaint(fixture, text.text),
		"api.yaml:7:34: error: the aliases stand for too many values");
	assert_true(fixture->source.arena.total < 100000);

	/* A chain of aliases nests deeper than any of its parts. */
	buffer_reset(&text);
	buffer_add_text(&text, "a0: &a0 {k: v}\n");
	for (int i = 1; i < 300; i++)
		buffer_format(&text, "a%d: &a%d {k: *a%d}\n", i, i, i - 1);
	assert_string_equal(complaint(fixture, text.text),
		"api.yaml:256:17: error: nested too deeply by aliases");
	buffer_clear(&text);
}

static void nesting(void **state)
{
	struct fixture *fixture = *state;
	struct buffer text = BUFFER_EMPTY;
	for (int i = 0; i < SOURCE_MAX_DEPTH; i++)
		buffer_add_char(&text, '[');
	for (int i = 0; i < SOURCE_MAX_DEPTH; i++)
		buffer_add_char(&text, ']');
	load(fixture, text.text);

	buffer_reset(&text);
	for (int i = 0; i < 100000; i++)
		buffer_add_char(&text, '[');
	assert_string_equal(
		complaint(fixture, text.text), "api.yaml:1:257: error: nested too deeply");
	assert_string_equal(complaint_len(fixture, "a.json", text.text, text.len),
		"a.json:1:257: error: nested too deeply");
	buffer_reset(&text);
	for (int i = 0; i < 10000; i++)
		buffer_add_text(&text, "- ");
	assert_string_equal(
		complaint(fixture, text.text), "api.yaml:1:513: error: nested too deeply");
	buffer_clear(&text);
}

static void bad_documents(void **state)
{
	struct fixture *fixture = *state;
	assert_string_equal(complaint(fixture, ""), "api.yaml:1:1: error: the document is empty");
	assert_string_equal(
		complaint(fixture, "# nothing\n"), "api.yaml:1:1: error: the document is empty");
	assert_string_equal(
		complaint(fixture, "---\n"), "api.yaml:1:1: error: the document is empty");
	assert_string_equal(complaint(fixture, "a: 1\n---\nb: 2\n"),
		"api.yaml:2:1: error: a second document begins here, only one is allowed");
	assert_string_equal(complaint(fixture, "a:\n\tb: 1\n"),
		"api.yaml:2:1: error: found a tab where YAML wants blanks "
		"(while scanning for the next token)");
	assert_string_equal(complaint(fixture, "a: [1\nb: 2\n"),
		"api.yaml:2:2: error: did not find expected ',' or ']' "
		"(while parsing a flow sequence that begins on line 1)");
	assert_string_equal(complaint(fixture, "a: \xC3\xA9\nb: \xC3\x28"),
		"api.yaml:2:4: error: this byte is no UTF-8");
	assert_string_equal(complaint(fixture, "a: \xED\xA0\x80"),
		"api.yaml:1:4: error: this byte is no UTF-8");
	assert_string_equal(
		complaint(fixture, "a: \xC0\x80"), "api.yaml:1:4: error: this byte is no UTF-8");
	assert_string_equal(complaint(fixture, "abcdefg: \xF4\x90\x80\x80"),
		"api.yaml:1:10: error: this byte is no UTF-8");
	assert_string_equal(complaint(fixture, "abcdefg: \xE2\x82"),
		"api.yaml:1:10: error: this byte is no UTF-8");
	assert_string_equal(complaint(fixture, "\xFF\xFE"
					       "a"),
		"api.yaml:1:1: error: this byte is no UTF-8");
	assert_string_equal(complaint(fixture, "\xC3\xA9: 1\nb: \x01"),
		"api.yaml:2:4: error: control characters are not allowed");

	/* A top level that is no map is the next stage's business. */
	assert_int_equal(source_text(&fixture->source, "x", "12", 2)->root->kind, TREE_NUMBER);
}

static void files(void **state)
{
	struct fixture *fixture = *state;
	capture_begin(&fixture->capture);
	assert_null(source_read(&fixture->source, "/nonexistent/x.yaml"));
	assert_null(source_read(&fixture->source, "/nonexistent/x.yaml"));
	assert_null(source_read(&fixture->source, "/"));
	assert_string_equal(capture_end(&fixture->capture),
		"/nonexistent/x.yaml: error: cannot read: No such file or directory\n"
		"/: error: cannot read: Is a directory\n");

	char path[] = "/tmp/oac-source-XXXXXX";
	int handle = mkstemp(path);
	assert_true(handle >= 0);
	FILE *stream = fdopen(handle, "w");
	for (int i = 0; i < 30000; i++)
		fprintf(stream, "- item %d\n", i);
	fclose(stream);
	const struct source_file *file = source_read(&fixture->source, path);
	assert_non_null(file);
	assert_int_equal(file->root->count, 30000);
	assert_string_equal(file->root->last->text, "item 29999");
	assert_ptr_equal(source_read(&fixture->source, path), file);
	unlink(path);

	size_t len;
	for (int again = 0; again < 2; again++) {
		assert_memory_equal(source_line(file, 30000, &len), "- item 29999", 12);
		assert_int_equal(len, 12);
	}
	assert_non_null(source_line(file, 30001, &len));
	assert_null(source_line(file, 30002, &len));
	assert_null(source_line(file, 0, &len));
}

static void too_many_files(void **state)
{
	struct fixture *fixture = *state;
	for (int i = 0; i < SOURCE_MAX_FILES; i++)
		assert_non_null(source_text(&fixture->source, "x", "a", 1));
	fixture->diag.quiet = true;
	assert_null(source_text(&fixture->source, "x", "a", 1));
	assert_int_equal(fixture->diag.errors, 1);
}

/* Every beginning of a document, and the document with each of its bytes changed. */
static void hostile_bytes(void **state)
{
	static const char *const seeds[] = {
		"%YAML 1.2\n---\na: &x [1, {b: 'c'}, \"\\u00e9\"]\n? k\n: |+\n  t\n\nd: *x\n<<: "
		"{e: >-\n x}\n...\n",
		"{\"a\": [1, -2.5e3, true, null, \"\\ud83d\\ude00\"], \"b\": {\"c\": {}}}",
	};
	static const char bytes[] = "\0\x01\t\n\r\"'\\{}[],:-?&*!|>%@`#~\x7F\x80\xC3\xFF";

	struct fixture *fixture = *state;
	fixture->diag.quiet = true;
	for (size_t s = 0; s < sizeof(seeds) / sizeof(*seeds); s++) {
		size_t len = strlen(seeds[s]);
		char *text = strdup(seeds[s]);
		for (size_t i = 0; i < len; i++) {
			/* An allocation of its own, so that reading past the end is noticed. */
			source_text(&fixture->source, "x.json", seeds[s], i);
			for (size_t b = 0; b < sizeof(bytes) - 1; b++) {
				text[i] = bytes[b];
				source_text(&fixture->source, "x.json", text, len);
				if (fixture->source.count > SOURCE_MAX_FILES - 2) {
					source_clear(&fixture->source);
					source_init(&fixture->source, &fixture->diag);
				}
			}
			text[i] = seeds[s][i];
		}
		free(text);
	}
	assert_true(fixture->diag.errors > 0);
}

static void shared_documents(void **state)
{
	static const struct {
		const char *name;
		size_t nodes;
	} cases[] = {
		{ "openai-2026-07-15.yaml", 50000 },
		{ "stripe-2019-12-03.json", 50000 },
		{ "discord.json", 20000 },
		{ "figma.yaml", 5000 },
		{ "oag-fake-endpoints.yaml", 1000 },
	};
	struct fixture *fixture = *state;
	const char *shared = getenv("OAC_SHARED");
	if (shared == NULL) {
		print_message("# OAC_SHARED is not set\n");
		skip();
		return;
	}
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char path[1024];
		snprintf(path, sizeof(path), "%s/specs/%s", shared, cases[i].name);
		size_t before = fixture->source.nodes;
		const struct source_file *file = source_read(&fixture->source, path);
		assert_non_null(file);
		assert_true(fixture->source.nodes - before > cases[i].nodes);
		assert_non_null(tree_get(file->root, "paths"));

		/* What is printed as JSON reads as the same document. */
		struct buffer text = BUFFER_EMPTY;
		tree_print(file->root, &text);
		const struct source_file *again =
			source_text(&fixture->source, "printed.json", text.text, text.len);
		assert_non_null(again);
		assert_true(tree_equal(file->root, again->root));
		buffer_clear(&text);
	}
	assert_int_equal(fixture->diag.errors, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(core_schema, set_up, tear_down),
		cmocka_unit_test_setup_teardown(tags, set_up, tear_down),
		cmocka_unit_test_setup_teardown(keys, set_up, tear_down),
		cmocka_unit_test_setup_teardown(many_keys, set_up, tear_down),
		cmocka_unit_test_setup_teardown(places, set_up, tear_down),
		cmocka_unit_test_setup_teardown(json_values, set_up, tear_down),
		cmocka_unit_test_setup_teardown(json_errors, set_up, tear_down),
		cmocka_unit_test_setup_teardown(aliases, set_up, tear_down),
		cmocka_unit_test_setup_teardown(alias_bomb, set_up, tear_down),
		cmocka_unit_test_setup_teardown(nesting, set_up, tear_down),
		cmocka_unit_test_setup_teardown(bad_documents, set_up, tear_down),
		cmocka_unit_test_setup_teardown(files, set_up, tear_down),
		cmocka_unit_test_setup_teardown(too_many_files, set_up, tear_down),
		cmocka_unit_test_setup_teardown(hostile_bytes, set_up, tear_down),
		cmocka_unit_test_setup_teardown(shared_documents, set_up, tear_down),
	};
	return cmocka_run_group_tests_name("source", tests, NULL, NULL);
}
