/* Properties of Unicode in patterns: which there are, and that each has the characters it should. */
#include "pattern_program.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const char *const all[] = { "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No",
	"Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf",
	"Cs", "Co", "Cn" };

static struct pattern *compile(struct arena *arena, const char *text)
{
	const char *why = NULL;
	struct pattern *made = pattern_compile(arena, text, strlen(text), &why);

	if (made == NULL)
		fail_msg("%s: %s", text, why);
	return made;
}

/* The set of a pattern that is nothing but one. */
static const struct pattern_set *compile_set(struct arena *arena, const char *text)
{
	const struct pattern *made = compile(arena, text);

	assert_int_equal(made->set_count, 1);
	return made->sets[0];
}

static bool matches(const struct oac_pattern *program, uint32_t c)
{
	char text[4] = { (char)(0xf0 | c >> 18), (char)(0x80 | (c >> 12 & 0x3f)),
		(char)(0x80 | (c >> 6 & 0x3f)), (char)(0x80 | (c & 0x3f)) };
	size_t skipped = c >= 0x10000 ? 0 : c >= 0x800 ? 1 : c >= 0x80 ? 2 : 3;

	if (skipped == 1)
		text[1] = (char)(0xe0 | c >> 12);
	else if (skipped == 2)
		text[2] = (char)(0xc0 | c >> 6);
	else if (skipped == 3)
		text[3] = (char)c;
	return oac_match(program, text + skipped, 4 - skipped);
}

static void test_matches(void **state)
{
	static const struct {
		const char *pattern;
		const char *good[3];
		const char *bad[3];
	} rows[] = {
		{ "^\\p{L}$", { "a", "\xc3\xa9", "\xe4\xb8\xad" }, { "1", "-", "" } },
		{ "^\\p{Letter}+$", { "Stra\xc3\x9f" "e" }, { "a b" } },
		{ "^\\P{L}$", { "1", "\n", "\xf0\x9f\x98\x80" }, { "a", "\xc3\xa9" } },
		{ "^[^\\p{L}\\d]$", { "-" }, { "a", "\xc3\xa9", "1" } },
		{ "^[^\\P{L}a]$", { "b", "\xc3\xa9" }, { "a", "1" } },
		{ "^[\\P{L}a]$", { "a", "1" }, { "b", "\xc3\xa9" } },
		{ "^[\\p{Lu}-\\p{Ll}]$", { "A", "a", "-" }, { "1", "_" } },
		{ "^\\p{LC}$", { "a", "A", "\xc7\x85" }, { "\xca\xb0", "\xc2\xaa", "1" } },
		{ "^\\p{gc=Nd}\\p{General_Category=Decimal_Number}\\p{digit}$",
			{ "123", "\xd9\xa1\xd9\xa2\xd9\xa3" }, { "12a", "12\xc2\xb2" } },
		{ "^\\p{M}\\p{Combining_Mark}$", { "\xcc\x81\xcc\x80" }, { "e\xcc\x81", "ab" } },
		{ "^\\p{P}{3}$", { "_-!" }, { "_-+" } },
		{ "^\\p{Sm}\\p{Sc}$", { "+$", "<\xe2\x82\xac" }, { "-$" } },
		{ "^\\p{Z}$", { " ", "\xc2\xa0", "\xe2\x80\xa8" }, { "\t", "\n", "\xc2\x85" } },
		{ "^\\p{White_Space}$", { " ", "\t", "\xc2\x85" }, { "\xef\xbb\xbf", "\xe2\x80\x8b", "a" } },
		{ "^\\p{Cn}$", { "\xcd\xb8" }, { "a", "\xee\x80\x80" } },
		{ "^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$",
			{ "", "K\xc3\xb6ln 50\xe2\x85\xab:/=+-@_.", "\xd0\x96 \xe6\x97\xa5" }, { "a!", "a\tb" } },
	};
	struct arena arena = ARENA_EMPTY;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct oac_pattern program = pattern_program(&arena, compile(&arena, rows[i].pattern));
		for (size_t n = 0; n < 3 && rows[i].good[n] != NULL; n++)
			if (!oac_match(&program, rows[i].good[n], strlen(rows[i].good[n])))
				fail_msg("%s should match '%s'", rows[i].pattern, rows[i].good[n]);
		for (size_t n = 0; n < 3 && rows[i].bad[n] != NULL; n++)
			if (oac_match(&program, rows[i].bad[n], strlen(rows[i].bad[n])))
				fail_msg("%s should not match '%s'", rows[i].pattern, rows[i].bad[n]);
	}
	arena_clear(&arena);
}

static void test_refused(void **state)
{
	static const char *const names[] = { "{Script=Greek}", "{sc=Grek}", "{Greek}", "{Alphabetic}",
		"{lu}", "{ Lu}", "{Lu", "{Luu}", "{}", "{", "", "L", "{L&}", "{^L}", "{gc=Any}", "{gc=}",
		"{gc:Lu}", "{GC=Lu}", "{IsLetter}" };
	struct arena arena = ARENA_EMPTY;

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		const char *text = arena_format(&arena, "\\p%s", names[i]);
		const char *why = NULL;
		if (pattern_compile(&arena, text, strlen(text), &why) != NULL)
			fail_msg("%s is taken", text);
		assert_string_equal(why, "a property of Unicode that is no general category");
	}
	arena_clear(&arena);
}

/* Every character has one category, and those of a letter are that letter's. */
static void test_parts(void **state)
{
	struct arena arena = ARENA_EMPTY;
	struct pattern_set whole = { NULL, 0, 0, false };
	uint32_t size = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(all); i++) {
		const struct pattern_set *set =
			compile_set(&arena, arena_format(&arena, "\\p{%s}", all[i]));
		const struct pattern_set *group =
			compile_set(&arena, arena_format(&arena, "\\p{%c}", all[i][0]));
		const struct pattern_set *both =
			compile_set(&arena, arena_format(&arena, "[\\p{%s}\\p{%c}]", all[i], all[i][0]));
		for (unsigned k = 0; k < set->count; k++)
			size += set->ranges[k].last - set->ranges[k].first + 1;
		pattern_set_join(&arena, &whole, set);
		assert_true(pattern_set_equal(group, both));
	}
	pattern_set_sort(&whole);
	assert_int_equal(size, PATTERN_LAST + 1);
	assert_int_equal(whole.count, 1);
	assert_int_equal(whole.ranges[0].first, 0);
	assert_int_equal(whole.ranges[0].last, PATTERN_LAST);
	assert_true(pattern_set_equal(compile_set(&arena, "\\p{LC}"), compile_set(&arena, "[\\p{Lu}\\p{Ll}\\p{Lt}]")));
	assert_true(pattern_set_equal(compile_set(&arena, "\\P{L}"),
		compile_set(&arena, "[\\p{M}\\p{N}\\p{P}\\p{S}\\p{Z}\\p{C}]")));
	arena_clear(&arena);
}

/* The runtime finds the edges of every range, of few and of hundreds. */
static void test_ranges(void **state)
{
	struct arena arena = ARENA_EMPTY;

	(void)state;
	for (size_t i = 0; i < COUNT(all); i++) {
		const struct pattern *made = compile(&arena, arena_format(&arena, "\\p{%s}", all[i]));
		const struct pattern_set *set = made->sets[0];
		struct oac_pattern program = pattern_program(&arena, made);
		if (strcmp(all[i], "Cs") == 0)
			continue; /* no text has any */
		for (unsigned k = 0; k < set->count; k++) {
			const struct pattern_range *range = &set->ranges[k];
			assert_true(matches(&program, range->first));
			assert_true(matches(&program, range->last));
			if (range->first > 0)
				assert_false(matches(&program, range->first - 1));
			if (range->last < PATTERN_LAST)
				assert_false(matches(&program, range->last + 1));
		}
	}
	arena_clear(&arena);
}

/* Sets are written once in a program, and no further than its steps can say. */
static void test_size(void **state)
{
	struct arena arena = ARENA_EMPTY;
	const char *text = "";
	const char *why = NULL;
	const struct pattern *made = compile(&arena, "^\\p{L}(?:-\\p{L}+){2,9}\\p{Letter}$");
	unsigned n = 0;

	(void)state;
	assert_int_equal(made->set_count, 3);
	do {
		text = arena_format(&arena, "%s[\\p{L}\\u{%x}]", text, 0xe000 + n++);
		made = pattern_compile(&arena, text, strlen(text), &why);
	} while (made != NULL);
	assert_string_equal(why, "its size");
	assert_in_range(n, 40, 60);
	arena_clear(&arena);
}

/* Steps that mean sets of another program match what they matched before. */
static void test_shared(void **state)
{
	static const char *const patterns[] = { "\\p{Nd}{2,3}$", "^[^\\p{Nd}]+\\p{L}$", "\\p{L}*$",
		"^(?=.*\\p{L})(?!\\p{Nd}\\p{L}).+$", "(?<=\\p{L})\\p{Nd}", "(?:.\\p{L}){2}" };
	static const char *const texts[] = { "", "a", "12", "a1", "1a", "--b", "12 abc", "a b c 12" };
	struct arena arena = ARENA_EMPTY;
	const struct pattern *other = compile(&arena, "^\\P{Nd}.\\p{L}-\\p{Nd}");

	(void)state;
	for (size_t i = 0; i < COUNT(patterns); i++) {
		struct pattern *made = compile(&arena, patterns[i]);
		struct oac_pattern own = pattern_program(&arena, made);
		assert_true(pattern_share(made, other));
		assert_ptr_equal(made->sets, other->sets);
		struct oac_pattern shared = pattern_program(&arena, made);
		for (size_t n = 0; n < COUNT(texts); n++)
			if (oac_match(&own, texts[n], strlen(texts[n])) !=
				oac_match(&shared, texts[n], strlen(texts[n])))
				fail_msg("%s and '%s'", patterns[i], texts[n]);
	}
	assert_false(pattern_share(compile(&arena, "^\\p{L}\\p{Lu}"), other));
	assert_false(pattern_share(compile(&arena, "(?!)"), other));
	arena_clear(&arena);
}

static void test_literals(void **state)
{
	static const char *const literals[] = { "/^a$/", "/^a$/i", "/[a-z]+/gu", "/^\\/a$/", "/\\d/" };
	static const char *const others[] = { "", "/", "//", "//i", "/a", "/api/", "/api/i", "^/a$/", "/^a$",
		"/^a$/x", "/^a/b$/", "/a\\/", "/[0-9]+/x/", "a/^b$/" };

	(void)state;
	for (size_t i = 0; i < COUNT(literals); i++)
		if (!pattern_is_literal(literals[i], strlen(literals[i])))
			fail_msg("%s is a literal", literals[i]);
	for (size_t i = 0; i < COUNT(others); i++)
		if (pattern_is_literal(others[i], strlen(others[i])))
			fail_msg("%s is no literal", others[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_matches),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_parts),
		cmocka_unit_test(test_ranges),
		cmocka_unit_test(test_size),
		cmocka_unit_test(test_shared),
		cmocka_unit_test(test_literals),
	};

	return cmocka_run_group_tests_name("pattern_property", tests, NULL, NULL);
}
