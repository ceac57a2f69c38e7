/* The renderer where the specification has no case: errors, indentation, corners. */
#define _POSIX_C_SOURCE 200809L

#include "buffer.h"
#include "diag.h"
#include "mustache.h"
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

struct text {
	const char *name;
	const char *text;
};

struct fixture {
	struct diag diag;
	struct source source;
	struct capture capture;
	struct buffer out;
	const struct text *texts;
	int loads;
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
	buffer_clear(&fixture->out);
	source_clear(&fixture->source);
	diag_clear(&fixture->diag);
	free(fixture);
	return 0;
}

static const char *load(void *user, const char *name, size_t *len, const char **file)
{
	struct fixture *fixture = user;
	fixture->loads++;
	for (const struct text *text = fixture->texts; text->name != NULL; text++) {
		if (strcmp(text->name, name) != 0)
			continue;
		*len = strlen(text->text);
		*file = name;
		return text->text;
	}
	return NULL;
}

static bool render(struct fixture *fixture, const char *view, const struct text *texts)
{
	fixture->texts = texts;
	const struct source_file *file = source_text(&fixture->source, "view", view, strlen(view));
	assert_non_null(file);
	struct mustache_set *set = mustache_set_new(&fixture->diag, false, load, fixture);
	buffer_reset(&fixture->out);
	buffer_add(&fixture->out, "", 0);
	bool fine = mustache_render(set, "main", file->root, &fixture->out);
	mustache_set_free(set);
	return fine;
}

static void assert_renders(
	struct fixture *fixture, const char *view, const struct text *texts, const char *expected)
{
	assert_true(render(fixture, view, texts));
	assert_string_equal(fixture->out.text, expected);
}

/* The one line that a failing template prints. */
static const char *complaint(struct fixture *fixture, const char *text)
{
	const struct text texts[] = { { "main", text }, { NULL, NULL } };
	diag_clear(&fixture->diag);
	capture_begin(&fixture->capture);
	assert_false(render(fixture, "{}", texts));
	return capture_end(&fixture->capture);
}

static void errors(void **state)
{
	struct fixture *fixture = *state;
	assert_string_equal(
		complaint(fixture, "a\n b {{#x}}"), "main:2:4: error: 'x' has no end\n");
	assert_string_equal(complaint(fixture, "{{#x}}\n{{#y}}\n{{/x}}\n{{/y}}"),
		"main:3:1: error: 'x' ends here but 'y' is open\n");
	assert_string_equal(complaint(fixture, "{{/x}}"),
		"main:1:1: error: 'x' ends here but nothing is open\n");
	assert_string_equal(complaint(fixture, "a {{x"), "main:1:3: error: this tag has no end\n");
	assert_string_equal(
		complaint(fixture, "a {{{x}}"), "main:1:3: error: this tag has no end\n");
	assert_string_equal(complaint(fixture, "a {{"), "main:1:3: error: this tag has no end\n");
	assert_string_equal(complaint(fixture, "{{}}"), "main:1:1: error: this tag has no name\n");
	assert_string_equal(
		complaint(fixture, "{{# }}"), "main:1:1: error: this tag has no name\n");
	assert_string_equal(
		complaint(fixture, "{{> * }}"), "main:1:1: error: this tag has no name\n");
	assert_string_equal(
		complaint(fixture, "{{a b}}"), "main:1:1: error: the name 'a b' holds a blank\n");
	assert_string_equal(complaint(fixture, "\n{{=<%=}}"),
		"main:2:1: error: new delimiters are written as in {{=<% %>=}}\n");
	assert_string_equal(complaint(fixture, "{{=a b c=}}"),
		"main:1:1: error: new delimiters are written as in {{=<% %>=}}\n");
	assert_string_equal(complaint(fixture, "{{=12345678901234567 b=}}"),
		"main:1:1: error: new delimiters are written as in {{=<% %>=}}\n");
	assert_string_equal(complaint(fixture, "{{<p}}{{$a}}{{/p}}{{/a}}"),
		"main:1:13: error: 'p' ends here but 'a' is open\n");

	static const struct text none[] = { { NULL, NULL } };
	capture_begin(&fixture->capture);
	assert_false(render(fixture, "{}", none));
	assert_string_equal(
		capture_end(&fixture->capture), "oac: error: there is no template 'main'\n");
}

/* An error in a partial names the partial, and ends the rendering. */
static void error_in_partial(void **state)
{
	static const struct text texts[] = { { "main", "a\n{{>part}}\nb" },
		{ "part", "x\n  {{#y}}" }, { NULL, NULL } };
	struct fixture *fixture = *state;
	capture_begin(&fixture->capture);
	assert_false(render(fixture, "{}", texts));
	assert_string_equal(capture_end(&fixture->capture), "part:2:3: error: 'y' has no end\n");
}

static void endless(void **state)
{
	static const struct text partial[] = { { "main", "{{>main}}" }, { NULL, NULL } };
	static const struct text twice[] = { { "main", "{{>main}}{{>main}}" }, { NULL, NULL } };
	static const struct text parent[] = { { "main", "{{<main}}{{/main}}" }, { NULL, NULL } };
	static const struct text section[] = { { "main", "{{#a}}{{>main}}{{/a}}" },
		{ NULL, NULL } };
	struct fixture *fixture = *state;
	capture_begin(&fixture->capture);
	assert_false(render(fixture, "{}", partial));
	assert_string_equal(
		capture_end(&fixture->capture), "main:1:4: error: 'main' is nested too deeply\n");
	fixture->diag.quiet = true;
	assert_false(render(fixture, "{}", twice));
	assert_false(render(fixture, "{}", parent));
	assert_false(render(fixture, "a: 1", section));
	assert_true(render(fixture, "{}", section));

	struct buffer deep = BUFFER_EMPTY;
	for (int i = 0; i < 100000; i++)
		buffer_add_text(&deep, "{{#a}}");
	const struct text texts[] = { { "main", deep.text }, { NULL, NULL } };
	assert_false(render(fixture, "{}", texts));
	buffer_clear(&deep);
}

static void truth(void **state)
{
	static const struct text texts[] = { { "main", "{{#v}}yes {{.}}{{/v}}{{^v}}no{{/v}}" },
		{ NULL, NULL } };
	struct fixture *fixture = *state;
	assert_renders(fixture, "{v: 0}", texts, "yes 0");
	assert_renders(fixture, "{v: -0.50}", texts, "yes -0.50");
	assert_renders(fixture, "{v: 'false'}", texts, "yes false");
	assert_renders(fixture, "{v: true}", texts, "yes true");
	assert_renders(fixture, "{v: {}}", texts, "yes ");
	assert_renders(fixture, "{v: [[], 1e3]}", texts, "yes yes 1e3");
	assert_renders(fixture, "{v: ''}", texts, "no");
	assert_renders(fixture, "{v: null}", texts, "no");
	assert_renders(fixture, "{v: false}", texts, "no");
	assert_renders(fixture, "{v: []}", texts, "no");
	assert_renders(fixture, "{}", texts, "no");
}

static void no_escapes(void **state)
{
	static const struct text texts[] = { { "main", "{{v}}{{{v}}}{{&v}}" }, { NULL, NULL } };
	assert_renders(*state, "{v: '<\"&'}", texts, "<\"&<\"&<\"&");
}

static void look_ups(void **state)
{
	static const struct text texts[] = {
		{ "main", "{{#a}}{{#b}}{{x}}{{y}}{{a.b.y}}{{c.x}}{{/b}}{{/a}}{{a..b}}{{a.}}" },
		{ NULL, NULL }
	};
	assert_renders(*state, "{x: 1, y: 2, c: {x: 3}, a: {x: 4, b: {y: 5}}}", texts, "4553");
}

static void standalone_lines(void **state)
{
	static const struct text texts[] = { { "main", "{{! c }}\n"
						       "\t{{#on}} \t\n"
						       "\tx {{! not alone }}\n"
						       "\t{{/on}}\r\n"
						       "  {{#on}} {{/on}}\n"
						       "{{#on}}y{{/on}}\n"
						       "{{=<% %>=}}\n"
						       "<%on%> {{on}}\n"
						       "  <%! the end%>  " },
		{ NULL, NULL } };
	assert_renders(*state, "{on: 1}", texts, "\tx \n   \ny\n1 {{on}}\n");
}

static void partial_indentation(void **state)
{
	static const struct text texts[] = { { "main", "{\n\t{{>outer}}\n}\n" },
		{ "outer", "a\n\n{{#list}}\n{{.}}:\n  {{>inner}}\n{{/list}}\nx "
			   "{{>inner}}|\nz\r\n\r\n" },
		{ "inner", "{{v}}\nend\n" }, { NULL, NULL } };
	/* Values and empty lines stay as they are; a partial amid a line takes no indentation. */
	assert_renders(*state, "{list: [1, 2], v: \"p\\nq\"}", texts,
		"{\n\ta\n\n\t1:\n\t  p\nq\n\t  end\n\t2:\n\t  p\nq\n\t  end\n\tx "
		"p\nq\nend\n|\n\tz\r\n\r\n}\n");
}

static void unknown_partial(void **state)
{
	static const struct text texts[] = { { "main", "a\n{{>none}}\nb{{>none}}c{{>*v}}{{>*w}}{{<"
						       "none}}{{$x}}y{{/x}}{{/none}}\n" },
		{ NULL, NULL } };
	assert_renders(*state, "{v: none, w: [1]}", texts, "a\nbc\n");
}

static void loaded_once(void **state)
{
	static const struct text texts[] = {
		{ "main", "{{#list}}{{>part}}{{>*name}}{{>none}}{{/list}}" }, { "part", "." },
		{ NULL, NULL }
	};
	struct fixture *fixture = *state;
	assert_renders(fixture, "{list: [1, 2, 3], name: part}", texts, "......");
	assert_int_equal(fixture->loads, 3);
}

static void block_layout(void **state)
{
	static const struct text texts[] = { { "main", "{{<function}}\n"
						       "text here says nothing {{nor}} values\n"
						       "{{$body}}\n"
						       "        if (x) {\n"
						       "          {{v}};\n"
						       "\n"
						       "          {{>call}}\n"
						       "        }\n"
						       "{{/body}}\n"
						       "{{$name}}f{{/name}}\n"
						       "{{/function}}\n"
						       "after\n" },
		{ "function", "int {{$name}}g{{/name}}(void)\n"
			      "{\n"
			      "\t{{$body}}\n"
			      "\treturn 0;\n"
			      "\t  deeper\n"
			      "\t{{/body}}\n"
			      "}\n" },
		{ "call", "call(\n  1);\n" }, { NULL, NULL } };
	struct fixture *fixture = *state;
	assert_renders(fixture, "{v: go}", texts,
		"int f(void)\n{\n\tif (x) {\n\t  go;\n\n\t  call(\n\t    1);\n\t}\n}\nafter\n");

	/* The default comes out as it was written, whatever its first line. */
	static const struct text defaults[] = { { "main", "  {{<p}}{{/p}}\n{{>p}}" },
		{ "p", "{{$b}}\n    deep\n  shallow\n\n{{#no}}\n{{/no}}\n{{/b}}\nint {{$c}}x,\n    "
		       "y{{/c}};\n" },
		{ NULL, NULL } };
	assert_renders(fixture, "{}", defaults,
		"      deep\n    shallow\n\n  int x,\n      y;\n"
		"    deep\n  shallow\n\nint x,\n    y;\n");

	/* An argument that was written amid a line, for a block that has lines of its own. */
	static const struct text inline_argument[] = {
		{ "main", "{{<p}}{{$b}}{{v}} one{{/b}}{{/p}}" },
		{ "p", "{\n  {{$b}}\n  default\n  {{/b}}\n}\n" }, { NULL, NULL }
	};
	assert_renders(fixture, "{v: 1}", inline_argument, "{\n  1 one}\n");
}

/* A block in an argument of the same name means what was there before, not itself. */
static void block_in_itself(void **state)
{
	static const struct text texts[] = { { "main",
						     "{{<p}}{{$a}}({{$a}}mine{{/a}}){{/a}}{{/p}}" },
		{ "p", "[{{$a}}default{{/a}}]" }, { NULL, NULL } };
	assert_renders(*state, "{}", texts, "[(mine)]");
}

static void hostile_templates(void **state)
{
	static const char seed[] =
		"{{#a}}\n {{>p}}\n{{/a}}{{<p}}{{$b}}x\n{{/b}}{{/p}}{{=| |=}}|{v}||!c||^q|.|/q|";
	static const char bytes[] = "\0{}#/<$>^=!|*& \n\r";
	struct fixture *fixture = *state;
	fixture->diag.quiet = true;
	int rendered = 0;
	for (size_t i = 0; i < sizeof(seed) - 1; i++) {
		for (size_t b = 0; b < sizeof(bytes) - 1; b++) {
			/* A byte of 0 cuts the template short. */
			char *text = strdup(seed);
			text[i] = bytes[b];
			const struct text texts[] = { { "main", text },
				{ "p", "{{$b}}\n  {{v}}\n{{/b}}\n" }, { NULL, NULL } };
			rendered += render(fixture, "{a: [1, {v: 2}], v: 3}", texts);
			free(text);
		}
	}
	assert_true(rendered > 100);
	assert_true(fixture->diag.errors > 100);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(errors, set_up, tear_down),
		cmocka_unit_test_setup_teardown(error_in_partial, set_up, tear_down),
		cmocka_unit_test_setup_teardown(endless, set_up, tear_down),
		cmocka_unit_test_setup_teardown(truth, set_up, tear_down),
		cmocka_unit_test_setup_teardown(no_escapes, set_up, tear_down),
		cmocka_unit_test_setup_teardown(look_ups, set_up, tear_down),
		cmocka_unit_test_setup_teardown(standalone_lines, set_up, tear_down),
		cmocka_unit_test_setup_teardown(partial_indentation, set_up, tear_down),
		cmocka_unit_test_setup_teardown(unknown_partial, set_up, tear_down),
		cmocka_unit_test_setup_teardown(loaded_once, set_up, tear_down),
		cmocka_unit_test_setup_teardown(block_layout, set_up, tear_down),
		cmocka_unit_test_setup_teardown(block_in_itself, set_up, tear_down),
		cmocka_unit_test_setup_teardown(hostile_templates, set_up, tear_down),
	};
	return cmocka_run_group_tests_name("mustache", tests, NULL, NULL);
}
