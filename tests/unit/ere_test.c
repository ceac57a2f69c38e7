/* Patterns of JavaScript as those of POSIX: which texts match, and what is refused. */
#include "ere.h"

#include <regex.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static bool matches(const char *ere, const char *text)
{
	regex_t regex;

	assert_int_equal(regcomp(&regex, ere, REG_EXTENDED | REG_NOSUB), 0);
	bool found = regexec(&regex, text, 0, NULL, 0) == 0;
	regfree(&regex);
	return found;
}

static void test_matches(void **state)
{
	static const struct {
		const char *pattern;
		const char *good[4];
		const char *bad[4];
	} cases[] = {
		{ "^tunnel_[a-z0-9]{3}$", { "tunnel_ab9" }, { "tunnel_ab", "xtunnel_ab9", "tunnel_aB9" } },
		{ "^[a-zA-Z0-9_-]+$", { "a-b_C" }, { "", "a b", "\xc3\xa9" } },
		{ "b", { "abc" }, { "ac", "" } },
		{ "", { "", "x" }, { NULL } },
		{ "^\\d{2,3}?$", { "12", "123" }, { "1", "1234", "1a" } },
		{ "^\\D\\w\\W\\s\\S$", { "aa. b", "\xc3\xa9" "a. b" }, { "1a. b", "aa. " } },
		{ "^.$", { "a", "\xc3\xa9", "\xf0\x9f\x98\x80", "]" }, { "\n", "ab", "", "\xc3\xa9\xc3\xa9" } },
		{ "^.{2}$", { "\xc3\xa9" "a", "\xc3\xa9\xc3\xa9" }, { "\xc3\xa9" } },
		{ "^[^a]$", { "b", "\xe2\x82\xac", "\n", "^" }, { "a", "" } },
		{ "^[\\]\\[^-]$", { "]", "[", "^", "-" }, { "\\", "a" } },
		{ "^[\\^-]$", { "^", "-" }, { "a", "\\" } },
		{ "^[\\^]$", { "^" }, { "\\", "a" } },
		{ "^[-a]$", { "-", "a" }, { "b" } },
		{ "^[\\w.-]+@[a-z]+\\.com$", { "a.b-c@d.com" }, { "a@d.org", "a@dxcom" } },
		{ "^(?:a|b)(?<n>c)$", { "ac", "bc" }, { "c", "ab" } },
		{ "^a{2}b{1,}c{0,1}$", { "aab", "aabbc" }, { "ab", "aac", "aabcc" } },
		{ "^a{x}{$", { "a{x}{" }, { "aa", "a" } },
		{ "^\\x41\\u0042\\/\\.\\*\\+\\?\\(\\)\\|\\$\\\\$", { "AB/.*+?()|$\\" }, { "AB" } },
		{ "^a*?b+?c??$", { "b", "aabbc" }, { "a", "c" } },
		{ "^\\t\\n[\\s]$", { "\t\n " }, { "\t\nx" } },
		{ "^[^\\d\\s]+$", { "ab\xc3\xa9" }, { "a1", "a b" } },
		{ "^((a{2}){3}|x)$", { "aaaaaa", "x" }, { "aaa", "xx" } },
	};
	struct arena arena = ARENA_EMPTY;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *why;
		const char *ere = ere_translate(&arena, cases[i].pattern, &why);
		if (ere == NULL)
			fail_msg("%s: %s", cases[i].pattern, why);
		for (size_t n = 0; n < 4 && cases[i].good[n] != NULL; n++)
			if (!matches(ere, cases[i].good[n]))
				fail_msg("%s (%s) should match '%s'", cases[i].pattern, ere,
					cases[i].good[n]);
		for (size_t n = 0; n < 4 && cases[i].bad[n] != NULL; n++)
			if (matches(ere, cases[i].bad[n]))
				fail_msg("%s (%s) should not match '%s'", cases[i].pattern, ere,
					cases[i].bad[n]);
	}
	arena_clear(&arena);
}

static void test_refused(void **state)
{
	static const char *const patterns[] = { "(?=a)", "(?!a)", "(?<=a)", "(?<!a)", "(a)\\1", "\\bx",
		"\\p{L}", "[\\p{L}]", "\\u00e9", "\xc3\xa9", "[\xc3\xa9]", "a{256}", "(((a{99}){99}){99}){9}",
		"a||b", "(|a)", "()", "a|", "|a", "[]", "[^\\s\\S]", "[z-a]", "[a", "(a", "a)", "*a", "^*",
		"a**", "\\", "[\\", "\\x4", "(?<n", "\\c", "[a-\\d]", "(?" };
	struct arena arena = ARENA_EMPTY;

	(void)state;
	for (size_t i = 0; i < sizeof(patterns) / sizeof(patterns[0]); i++) {
		const char *why = NULL;
		const char *ere = ere_translate(&arena, patterns[i], &why);
		if (ere != NULL)
			fail_msg("%s became %s", patterns[i], ere);
		assert_non_null(why);
	}
	arena_clear(&arena);
}

/* Any pattern is refused, or becomes one that POSIX takes. */
static void test_any_pattern(void **state)
{
	static const char letters[] = "ab-^$.*+?{}()[]|\\dDwWsS,019u004x:<=>!";
	struct arena arena = ARENA_EMPTY;
	uint32_t seed = 1;
	int made = 0;

	(void)state;
	for (int i = 0; i < 50000; i++) {
		char pattern[12];
		const char *why;
		size_t len = 0;
		while (len < sizeof(pattern) - 1 && (len == 0 || seed >> 28 != 0)) {
			seed = seed * 1664525 + 1013904223;
			pattern[len++] = letters[(seed >> 16) % (sizeof(letters) - 1)];
		}
		pattern[len] = '\0';
		const char *ere = ere_translate(&arena, pattern, &why);
		if (ere == NULL)
			continue;
		made++;
		regex_t regex;
		if (regcomp(&regex, ere, REG_EXTENDED | REG_NOSUB) != 0)
			fail_msg("%s became %s", pattern, ere);
		regfree(&regex);
		arena_reset(&arena);
	}
	assert_in_range(made, 5000, 50000);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_matches),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_any_pattern),
	};

	return cmocka_run_group_tests_name("ere", tests, NULL, NULL);
}
