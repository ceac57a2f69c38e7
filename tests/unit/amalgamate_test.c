/* Many C files as one: what is local to a file keeps out of the others' way, and nothing else changes. */
#include "amalgamate.h"
#include "amalgamate_file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void ignore(void *user, const char *header)
{
	(void)user;
	(void)header;
}

static const char *const prefixes[] = { "oac" };

/* The text of a.c, changed. */
static char *changed(struct arena *arena, const char *text)
{
	struct output_file file = { "a.c", arena_text(arena, text, strlen(text)), strlen(text) };
	struct amalgamate_locals locals = { TABLE_EMPTY, TABLE_EMPTY };
	struct buffer out = BUFFER_EMPTY;
	char *result;

	amalgamate_find_locals(&file, prefixes, 1, arena, &locals);
	amalgamate_text(&file, &locals, true, arena, &out, ignore, NULL);
	buffer_add(&out, "", 0);
	result = arena_text(arena, out.text, out.len);
	buffer_clear(&out);
	table_clear(&locals.names);
	table_clear(&locals.tags);
	return result;
}

static void test_locals(void **state)
{
	static const struct {
		const char *text;
		const char *want;
	} rows[] = {
		{ "static int f(int f2);\nint oac_g(void) { return f(1) + x.f + y->f; }\n",
			"static int a_c_f(int f2);\nint oac_g(void) { return a_c_f(1) + x.f + y->f; }\n" },
		{ "static const char *const list[] = { \"list\", 'l' }; /* list */\n",
			"static const char *const a_c_list[] = { \"list\", 'l' }; /* list */\n" },
		{ "static int a, *b = &c, d[2] = { 1, 2 }, e;\nint oac_x = a + b + c + d + e;\n",
			"static int a_c_a, *a_c_b = &c, a_c_d[2] = { 1, 2 }, a_c_e;\nint oac_x = a_c_a + a_c_b + c + a_c_d + a_c_e;\n" },
		{ "static OAC_PRINTF(1, 2) void say(const char *f, ...);\n", "static OAC_PRINTF(1, 2) void a_c_say(const char *f, ...);\n" },
		{ "__attribute__((cold)) static void say(void) {}\n", "__attribute__((cold)) static void a_c_say(void) {}\n" },
		{ "struct s { int n; };\nstatic int n;\nstatic struct s s = { .n = 1 };\nint oac_f(struct s *s) { return s->n + n; }\n",
			"struct a_c_s { int n; };\nstatic int a_c_n;\nstatic struct a_c_s a_c_s = { .n = 1 };\n"
			"int oac_f(struct a_c_s *a_c_s) { return a_c_s->n + a_c_n; }\n" },
		{ "enum { MAX = 2, MIN };\nstruct t { char text[MAX]; unsigned bits : MIN; };\nstruct oac_t *oac_p;\n",
			"enum { A_C_MAX = 2, A_C_MIN };\nstruct a_c_t { char text[A_C_MAX]; unsigned bits : A_C_MIN; };\nstruct oac_t *oac_p;\n" },
		{ "#define N (M + 1)\nenum { M };\n", "#define N (A_C_M + 1)\nenum { A_C_M };\n\n#undef N\n" },
		{ "static struct { int x; } table[] = { { 1 } };\nint oac_n = sizeof(table);\n",
			"static struct { int x; } a_c_table[] = { { 1 } };\nint oac_n = sizeof(a_c_table);\n" },
		{ "OAC_FUNCTIONS(oac_x, 1)\nstatic void f(void) {}\n", "OAC_FUNCTIONS(oac_x, 1)\nstatic void a_c_f(void) {}\n" },
		{ "static int oac_own;\nint other;\n", "static int oac_own;\nint other;\n" },
	};
	struct arena arena = ARENA_EMPTY;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_string_equal(changed(&arena, rows[i].text), rows[i].want);
	arena_clear(&arena);
}

static void test_lines(void **state)
{
	static const char text[] = "#define _GNU_SOURCE\n#include \"a.h\"\n\n#include <math.h>\n#ifdef X\n#include <x.h>\n#endif\nint oac_f;\n";
	struct arena arena = ARENA_EMPTY;

	(void)state;
	assert_string_equal(changed(&arena, text), "#ifdef X\n#include <x.h>\n#endif\nint oac_f;\n");
	arena_clear(&arena);
}

/* What no C compiler would take ends too. */
static void test_broken(void **state)
{
	static const char *const rows[] = {
		"", "static", "struct {", "enum { A", "static int f(", "}}}", ")]", "\"", "'\\", "/*", "#", "#include", "#include <x", "#endif",
		"#define", "static int x = {", "a\\\n", "enum { , }", "struct s { int x[", "->", "...", "0x1p-",
	};
	struct arena arena = ARENA_EMPTY;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_non_null(changed(&arena, rows[i]));
	arena_clear(&arena);
}

static void test_order(void **state)
{
	char b[] = "#ifndef B_H\n#define B_H\n#include \"a.h\"\n#include <math.h>\n#endif\n";
	char a[] = "#ifndef A_H\n#define A_H\n#include <math.h>\n#endif\n";
	char c[] = "#ifndef C_H\n#define C_H\n#include \"b.h\"\n#include \"c.h\"\n#endif\n";
	char code[] = "#include \"c.h\"\n#include <time.h>\nint oac_x;\n";
	const struct output_file files[] = {
		{ "a.h", a, sizeof(a) - 1 }, { "b.h", b, sizeof(b) - 1 }, { "c.h", c, sizeof(c) - 1 }, { "x.c", code, sizeof(code) - 1 },
	};
	const char *const roots[] = { "b.h" };
	const struct amalgamation amalgamation = { files, 4, roots, 1, prefixes, 1 };
	struct arena arena = ARENA_EMPTY;
	struct tree_node *map = amalgamate(&amalgamation, &arena);

	(void)state;
	assert_string_equal(tree_text(tree_get(tree_get(map, "public"), "files")->first, "name"), "a.h");
	assert_string_equal(tree_text(tree_get(tree_get(map, "public"), "files")->last, "name"), "b.h");
	assert_int_equal(tree_get(tree_get(map, "public"), "systems")->count, 1);
	assert_int_equal(tree_get(tree_get(map, "private"), "files")->count, 1);
	assert_null(tree_get(tree_get(map, "private"), "systems"));
	assert_string_equal(tree_text(tree_get(tree_get(map, "sources"), "systems")->first, "header"), "time.h");
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_locals),
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_broken),
		cmocka_unit_test(test_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
