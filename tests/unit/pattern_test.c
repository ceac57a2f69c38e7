/* Patterns of schemas: which texts match, and what is refused. */
#include "pattern_program.h"

#include "buffer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static bool matches(struct arena *arena, const char *pattern, const char *text, size_t len)
{
	const char *why = NULL;
	const struct pattern *made = pattern_compile(arena, pattern, strlen(pattern), &why);

	if (made == NULL)
		fail_msg("%s: %s", pattern, why);
	struct oac_pattern program = pattern_program(arena, made);
	bool found = oac_match(&program, text, len);
	if (made->idle && !found)
		fail_msg("%s is thought to match all, but not '%s'", pattern, text);
	return found;
}

static const struct {
	const char *pattern;
	const char *good[4];
	const char *bad[4];
} cases[] = {
	/* characters and classes */
	{ "b", { "abc" }, { "ac", "" } },
	{ "", { "", "x" }, { NULL } },
	{ "^$", { "" }, { "\n", "x" } },
	{ "^tunnel_[a-z0-9]{3}$", { "tunnel_ab9" }, { "tunnel_ab", "xtunnel_ab9", "tunnel_aB9" } },
	{ "^[a-zA-Z0-9_-]+$", { "a-b_C" }, { "", "a b", "\xc3\xa9" } },
	{ "^\\D\\w\\W\\s\\S$", { "aa. b", "\xc3\xa9" "a. b" }, { "1a. b", "aa. " } },
	{ "^.$", { "a", "\xc3\xa9", "\xf0\x9f\x98\x80", "]" }, { "\n", "ab", "", "\xc3\xa9\xc3\xa9" } },
	{ "^.$", { "\x0b", "\xc2\x85" }, { "\r", "\xe2\x80\xa8", "\xe2\x80\xa9" } },
	{ "^\\s{25}$", { "\t\n\v\f\r \xc2\xa0\xe1\x9a\x80\xe2\x80\x80\xe2\x80\x81\xe2\x80\x82\xe2\x80\x83"
		"\xe2\x80\x84\xe2\x80\x85\xe2\x80\x86\xe2\x80\x87\xe2\x80\x88\xe2\x80\x89\xe2\x80\x8a"
		"\xe2\x80\xa8\xe2\x80\xa9\xe2\x80\xaf\xe2\x81\x9f\xe3\x80\x80\xef\xbb\xbf" }, { "" } },
	{ "\\s", { " " }, { "\xe1\x9a\x81\xe1\xa0\x8e\xe2\x80\x8b\xe2\x80\xa7\xe2\x80\xaa\xe2\x80\xae\xe2\x81\xa0" } },
	{ "^\\s$", { "\xc2\xa0", "\xef\xbb\xbf", "\xe2\x80\xa8", "\xe3\x80\x80" }, { "\xc2\x85", "\x1f" } },
	{ "^\\w$", { "_" }, { "-", "\xc3\xa9", "\xc5\xbf" } },
	{ "^\\d$", { "7" }, { "\xd9\xa3" } },
	{ "^.{2}$", { "\xc3\xa9" "a", "\xc3\xa9\xc3\xa9", "\xf0\x9f\x98\x80" "b" },
		{ "\xc3\xa9", "\xf0\x9f\x98\x80" } },
	{ "^[^a]$", { "b", "\xe2\x82\xac", "\n", "^" }, { "a", "" } },
	{ "^[\\]\\[^-]$", { "]", "[", "^", "-" }, { "\\", "a" } },
	{ "^[\\^-]$", { "^", "-" }, { "a", "\\" } },
	{ "^[-a]$", { "-", "a" }, { "b" } },
	{ "^[a-zb]$", { "a", "z" }, { "{" } },
	{ "^[+--]$", { "+", ",", "-" }, { "." } },
	{ "^[\\w-.]$", { "a", "-", "." }, { ",", "/" } },
	{ "^[a-\\d]$", { "a", "-", "5" }, { "b" } },
	{ "^[.*$(|]$", { ".", "*", "$", "(" }, { "a", "" } },
	{ "[]", { NULL }, { "", "a", "]" } },
	{ "^[^]$", { "a", "\n", "\xf0\x9f\x98\x80" }, { "" } },
	{ "^[\\s\\S]$", { "a", "\n", "\xe2\x80\xa8" }, { "" } },
	{ "^[^\\d\\s]+$", { "ab\xc3\xa9" }, { "a1", "a b" } },
	{ "^[\\b]$", { "\b" }, { "b", "\\" } },
	{ "^[\xc3\xa0-\xc3\xbc\xf0\x9f\x98\x80-\xf0\x9f\x98\x82]$",
		{ "\xc3\xa9", "\xf0\x9f\x98\x81" }, { "\xc3\xbd", "\xf0\x9f\x98\x83", "a" } },

	/* escapes */
	{ "^\\x41\\u0042\\/\\.\\*\\+\\?\\(\\)\\|\\$\\\\$", { "AB/.*+?()|$\\" }, { "AB" } },
	{ "^\\t\\n\\v\\f\\r\\cJ\\cj$", { "\t\n\v\f\r\n\n" }, { "tnvfr" } },
	{ "^\\u00e9\\u20AC$", { "\xc3\xa9\xe2\x82\xac" }, { "e" } },
	{ "^\\ud83d\\ude00$", { "\xf0\x9f\x98\x80" }, { "\xf0\x9f\x98\x81" } },
	{ "^\\u{1f600}\\u{0041}$", { "\xf0\x9f\x98\x80" "A" }, { "u" } },
	{ "^[\\ud83d\\ude00-\\u{1f602}]$", { "\xf0\x9f\x98\x81" }, { "\xf0\x9f\x98\x83" } },
	{ "^[\\ud800-\\udbff][\\udc00-\\udfff]$", { NULL }, { "\xf0\x9f\x98\x80" } },
	{ "^\\-\\_\\@\\ \\\xc3\xa9$", { "-_@ \xc3\xa9" }, { "-_@" } },
	{ "^]{}$", { "]{}" }, { "]" } },
	{ "^\\p{ASCII}\\P{ASCII}\\p{Any}[\\p{AHex}-]\\p{Cc}$", { "a\xc3\xa9\n-\x7f", "b\xc3\xa9\nf\x1f" },
		{ "aa\n-\x7f", "a\xc3\xa9\ng\x7f" } },

	/* groups and choices */
	{ "^(?:a|b)(?<n>c)$", { "ac", "bc" }, { "c", "ab" } },
	{ "^(|a)(b||c)$", { "", "a", "ab", "c" }, { "ba", "bc" } },
	{ "^(a|ab)(c|bcd)(d*)$", { "abcd", "ac", "abcddd" }, { "abd" } },
	{ "a|", { "", "b" }, { NULL } },
	{ "^a|b$", { "ax", "xb" }, { "xa", "bx" } },
	{ "^(?:^a$|^b$)$", { "a", "b" }, { "ab" } },
	{ "a^b", { NULL }, { "ab", "a\nb" } },
	{ "$a", { NULL }, { "a", "" } },
	{ "^^a$$", { "a" }, { "aa" } },
	{ "()", { "" }, { NULL } },
	{ "^(?:)*$", { "" }, { "a" } },
	{ "^(?:(?:()()){1000000}()){1000000}$", { "" }, { "a" } },
	{ "(?:^a)?b", { "ab", "xb", "xab" }, { "a" } },

	/* repetitions */
	{ "^\\d{2,3}?$", { "12", "123" }, { "1", "1234", "1a" } },
	{ "^a{2}b{1,}c{0,1}$", { "aab", "aabbc" }, { "ab", "aac", "aabcc" } },
	{ "^a{0}b$", { "b" }, { "ab" } },
	{ "^a{x}{$", { "a{x}{" }, { "aa", "a" } },
	{ "^a{,2}$", { "a{,2}" }, { "", "aa" } },
	{ "^a*?b+?c??$", { "b", "aabbc" }, { "a", "c" } },
	{ "^((a{2}){3}|x)$", { "aaaaaa", "x" }, { "aaa", "xx" } },
	{ "^(a*)*$", { "", "aaa" }, { "b" } },
	{ "^(a*)+b$", { "b", "aab" }, { "aa" } },
	{ "^(a?b?)*c$", { "c", "baabc" }, { "d" } },
	{ "^(\\b|a)*$", { "", "aa" }, { "b" } },
	{ "^(a|b|ab){3}$", { "aba", "abab", "ababab" }, { "ab", "ba" } },
	{ "a{2,3}b", { "aab", "aaaab" }, { "ab", "a" } },
	{ "^(?:a{2,3}){2}$", { "aaaa", "aaaaa", "aaaaaa" }, { "aaa", "aaaaaaa" } },
	{ "^(?:a{2}|b){2,}a$", { "bba", "baaa", "aaaaa" }, { "aaaa", "ba" } },
	{ "^[ab]{3}a[ab]{2}$", { "bbbabb", "aaaaaa" }, { "bbbbbb", "bbabbb" } },
	{ "[ab]{3,4}a{2}c", { "bbbaac", "xaaaaac" }, { "bbaac", "aaaac" } },
	{ "xa{3}b", { "xaaab", "xaxaaab" }, { "xaxab", "xaaxab", "xaaaab" } },
	{ "^(?:x|[^,]{1,3},){2}$", { "xx", "x,a,", "abc,x" }, { "abcd,x", ",x" } },

	/* edges of words */
	{ "\\bfoo\\b", { "foo", "a foo.", "-foo-" }, { "food", "_foo", "foo1" } },
	{ "\\Boo\\B", { "food" }, { "foo", "oo" } },
	{ "^\\B$", { "" }, { "a" } },
	{ "\\b", { "a", " a" }, { "", " ", "\xc3\xa9" } },

	/* looking ahead and behind */
	{ "^(?!x)", { "", "a" }, { "x" } },
	{ "^(?=.*[A-Z])(?=.*\\d).{4,}$", { "aB1c", "1AAA" }, { "aB1", "abc1", "ABCD" } },
	{ "^((?!foo).)*$", { "", "fo", "barfo" }, { "foo", "barfoo" } },
	{ "^(?!.*--)[a-z-]+$", { "a-b-" }, { "a--b", "--" } },
	{ "^(?!\\s*$).+", { " a" }, { "  ", "" } },
	{ "a(?=b(?!c))", { "ab", "abd" }, { "abc", "a" } },
	{ "^(?:(?=a)[ab]|c)+$", { "aca" }, { "ab" } },
	{ "(?=ab)a(?=b)", { "xab" }, { "ba" } },
	{ "(?!)", { NULL }, { "", "a" } },
	{ "(?=)a", { "a" }, { "b" } },
	{ "^(?!-)[a-z0-9-]{1,63}(?<!-)$", { "a-b", "a" }, { "-a", "a-", "-", "" } },
	{ "(?<=\\$)\\d+(?!\\d|\\.)", { "$12" }, { "12", "$1." } },
	{ "(?<=ab|c)d", { "abd", "cd" }, { "bd", "d" } },
	{ "(?<!ab)d", { "d", "bd", "abdd" }, { "abd" } },
	{ "(?<=^a.*)b", { "acb", "ab" }, { "cab", "b" } },
	{ "(?<=(?<!x)ab)c", { "abc" }, { "xabc", "bc" } },
	{ "(?<=a{2,3})b", { "aab", "aaaab" }, { "ab" } },
};

static void test_matches(void **state)
{
	struct arena arena = ARENA_EMPTY;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *pattern = cases[i].pattern;
		for (size_t n = 0; n < 4 && cases[i].good[n] != NULL; n++)
			if (!matches(&arena, pattern, cases[i].good[n], strlen(cases[i].good[n])))
				fail_msg("%s should match '%s'", pattern, cases[i].good[n]);
		for (size_t n = 0; n < 4 && cases[i].bad[n] != NULL; n++)
			if (matches(&arena, pattern, cases[i].bad[n], strlen(cases[i].bad[n])))
				fail_msg("%s should not match '%s'", pattern, cases[i].bad[n]);
		arena_reset(&arena);
	}
	arena_clear(&arena);
}

/* Every pattern is refused for what it has that is not supported, or for what is wrong with it. */
static void test_refused(void **state)
{
	static const struct {
		const char *pattern;
		const char *why;
	} rows[] = {
		{ "(a)\\1", "a reference to a group" },
		{ "(?<n>a)\\k<n>", "a reference to a group" },
		{ "[\\p{Script=Greek}]", "a property of Unicode that is no general category" },
		{ "\\Aa\\z", "an escape that is not known" },
		{ "\\01", "an escape that is not known" },
		{ "\\x4", "an escape that is not known" },
		{ "\\u12", "an escape that is not known" },
		{ "\\u{110000}", "an escape that is not known" },
		{ "\\u{}", "an escape that is not known" },
		{ "\\c", "an escape that is not known" },
		{ "[\\B]", "an escape that is not known" },
		{ "\\", "a backslash at its end" },
		{ "[\\", "a backslash at its end" },
		{ "[z-a]", "a range that ends before it begins" },
		{ "[a", "a class without an end" },
		{ "[a-", "a class without an end" },
		{ "(a", "a group without an end" },
		{ "(?<n", "a group whose name has no end" },
		{ "(?i)a", "a group of a kind that JavaScript does not have" },
		{ "(?>a)", "a group of a kind that JavaScript does not have" },
		{ "a)", "a parenthesis that nothing opens" },
		{ "*a", "a repetition of nothing" },
		{ "^*", "a repetition of nothing" },
		{ "a**", "a repetition of nothing" },
		{ "a|{2}", "a repetition of nothing" },
		{ "(?<=ab)*", "a repetition of nothing" },
		{ "a{2,1}", "a repetition whose most is less than its least" },
		{ "(((a{99}b){99}){99}){9}", "its size" },
		{ "a{32769}", "its size" },
		{ "(?:a{1,2}b){256}", "its size" },
		{ "(?:ab){4294967296}", "its size" },
		{ "(?=ab)(?<=ab)", "looking both ahead and behind" },
		{ "((((((((((((((((((((((((((((((((((a", "groups within more than 32 groups" },
	};
	struct arena arena = ARENA_EMPTY;
	const char *why = NULL;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		if (pattern_compile(&arena, rows[i].pattern, strlen(rows[i].pattern), &why) != NULL)
			fail_msg("%s is taken", rows[i].pattern);
		assert_string_equal(why, rows[i].why);
	}
	assert_null(pattern_compile(&arena, "a\0b", 3, &why));
	arena_clear(&arena);
}

/* What matches every text need not be looked for. */
static void test_idle(void **state)
{
	static const char *const idle[] = { "", ".*", "a|", "a?b*", "(a|b?)c{0,3}", "(?:)+" };
	static const char *const busy[] = { "^.*", "a", "[a-z]+", "(?=)", "a*$", "\\b" };
	struct arena arena = ARENA_EMPTY;
	const char *why;

	(void)state;
	for (size_t i = 0; i < COUNT(idle); i++)
		assert_true(pattern_compile(&arena, idle[i], strlen(idle[i]), &why)->idle);
	for (size_t i = 0; i < COUNT(busy); i++)
		assert_false(pattern_compile(&arena, busy[i], strlen(busy[i]), &why)->idle);
	arena_clear(&arena);
}

/* What the generator keeps to is what the runtime has room for. */
static void test_bounds(void **state)
{
	(void)state;
	assert_int_equal(PATTERN_STEPS, OAC_PATTERN_STEPS);
	assert_int_equal(PATTERN_COUNTS, OAC_PATTERN_COUNTS);
	assert_int_equal(PATTERN_RING, OAC_PATTERN_RING);
	assert_int_equal(PATTERN_PARTS, OAC_PATTERN_PARTS);
	assert_int_equal(PATTERN_EDGE, OAC_EDGE);
}

/* The largest programs that there can be. */
static void test_large(void **state)
{
	static const char *const patterns[] = { "^(?:ab){1021}$", "^(?:(?:ab){340}){3}$",
		"^(?:(?:ab){200})*$", "^a{32768}$", "^(?:a{128}){255}$" };
	static const size_t lengths[] = { 2042, 2040, 2000, 32768, 32640 };
	struct arena arena = ARENA_EMPTY;
	char text[32770];

	(void)state;
	for (size_t i = 0; i < COUNT(patterns); i++) {
		for (size_t k = 0; k < sizeof(text); k++)
			text[k] = i < 3 && k % 2 == 1 ? 'b' : 'a';
		assert_true(matches(&arena, patterns[i], text, lengths[i]));
		assert_false(matches(&arena, patterns[i], text, lengths[i] + 1));
		assert_false(matches(&arena, patterns[i], text, lengths[i] - 1));
		arena_reset(&arena);
	}
	arena_clear(&arena);
}

/* One more of these, then one more: at some point the program would be too large. */
static void test_too_large(void **state)
{
	static const char *const units[] = { "ab|", "(?=ab)", "(?:ab)?", "\\b", "(ab)*", "a{2}b", "a?" };
	struct arena arena = ARENA_EMPTY;
	struct buffer text = BUFFER_EMPTY;
	const char *why = "";

	(void)state;
	for (size_t i = 0; i < COUNT(units); i++) {
		unsigned n = 0;
		do {
			arena_reset(&arena);
			buffer_add_text(&text, units[i]);
			n++;
		} while (pattern_compile(&arena, text.text, text.len, &why) != NULL);
		assert_string_equal(why, "its size");
		assert_in_range(n, 30, PATTERN_STEPS);
		/* The one before is the largest that there can be. */
		text.text[text.len - strlen(units[i])] = '\0';
		matches(&arena, text.text, "abababab", 8);
		buffer_reset(&text);
	}
	arena_clear(&arena);
	buffer_clear(&text);
}

/* A class of so many characters, no two of which stand side by side. */
static void put_class(struct buffer *text, unsigned count)
{
	buffer_reset(text);
	buffer_add_char(text, '[');
	for (unsigned i = 0; i < count; i++)
		buffer_format(text, "\\u{%x}", 0x10000 + 2 * i);
	buffer_add_char(text, ']');
}

static void test_large_class(void **state)
{
	struct arena arena = ARENA_EMPTY;
	struct buffer text = BUFFER_EMPTY;
	const char *why = "";

	(void)state;
	put_class(&text, PATTERN_WORDS / 2);
	assert_true(matches(&arena, text.text, "\xf0\x90\x80\x82", 4));
	assert_false(matches(&arena, text.text, "\xf0\x90\x80\x83", 4));
	put_class(&text, PATTERN_WORDS / 2 - 2);
	buffer_add_char(&text, 'a');
	assert_true(matches(&arena, text.text, "\xf0\x90\x80\x82" "a", 5));
	buffer_add_char(&text, 'b');
	assert_null(pattern_compile(&arena, text.text, text.len, &why));
	put_class(&text, PATTERN_WORDS / 2 - 1);
	buffer_add_char(&text, 'a');
	assert_null(pattern_compile(&arena, text.text, text.len, &why));
	put_class(&text, PATTERN_WORDS / 2 + 1);
	assert_null(pattern_compile(&arena, text.text, text.len, &why));
	assert_string_equal(why, "its size");
	buffer_clear(&text);
	arena_clear(&arena);
}

/* Time is in proportion to the text: each of these takes ages where all ways, or all places, are tried. */
static void test_quick(void **state)
{
	static const char *const patterns[] = { "(a+)+$", "^(a|a)*$", "^(a*)*b", "(?:a?){30}a{30}$",
		"(?=(a+)+b)", "(?=.*x)", "(?<=x.*)", "a{10,20}b", "(a{1,64}){1,64}b", "(.*)(.*)(.*)c" };
	enum { SIZE = 100000, MOST_SECONDS = 20 };
	struct arena arena = ARENA_EMPTY;
	static char text[SIZE];

	(void)state;
	memset(text, 'a', SIZE);
	text[SIZE - 1] = '!';
	for (size_t i = 0; i < COUNT(patterns); i++) {
		clock_t start = clock();
		if (matches(&arena, patterns[i], text, SIZE))
			fail_msg("%s matches", patterns[i]);
		if (clock() - start > MOST_SECONDS * CLOCKS_PER_SEC)
			fail_msg("%s takes too long", patterns[i]);
		arena_reset(&arena);
	}
	arena_clear(&arena);
}

/* A text may hold U+0000, and bytes that are no UTF-8, each of which counts as U+FFFD. */
static void test_any_text(void **state)
{
	static const struct {
		const char *pattern;
		const char *text;
		size_t len;
		bool match;
	} rows[] = {
		{ "^a\\0b$", "a\0b", 3, true },
		{ "^a.b$", "a\0b", 3, true },
		{ "b", "a\0b", 2, false },
		{ "^\\ufffd{2}$", "\xc3\xff", 2, true },
		{ "^.{3}$", "\xe2\x82" "a", 3, true },
		{ "(?=^.{3}$)", "\xe2\x82" "a", 3, true },
		{ "(?=^.{4}$)", "a\xf0\x9f\x98", 4, true },
		{ "(?=^.{2}$)", "\x80\xc3\xa9", 3, true },
		{ "(?=^\\u00e9\\ufffd$)", "\xc3\xa9\x80", 3, true },
		{ "^[\\ud800-\\udfff]", "\xed\xa0\x80", 3, false },
		{ "^\\ufffd{3}$", "\xed\xa0\x80", 3, true },
	};
	struct arena arena = ARENA_EMPTY;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		if (matches(&arena, rows[i].pattern, rows[i].text, rows[i].len) != rows[i].match)
			fail_msg("row %u: %s", (unsigned)i, rows[i].pattern);
	arena_clear(&arena);
}

static uint32_t seed = 1;

static unsigned next_random(unsigned below)
{
	seed = seed * 1664525 + 1013904223;
	return (seed >> 16) % below;
}

static size_t put_random(char *out, size_t most, const char *letters)
{
	size_t len = next_random((unsigned)most);

	for (size_t i = 0; i < len; i++)
		out[i] = letters[next_random((unsigned)strlen(letters))];
	out[len] = '\0';
	return len;
}

/* A random pattern; written: no set is a single character, which would be counted. */
static void put_counts(struct buffer *out, bool written)
{
	static const char *const sets[] = { "a", "b", "[ab]", "[^b]", "." };
	static const char *const forms[] = { "%s{%u}", "%s{%u,}", "(?:%s{%u,%u}a)*", "%s{%u,%u}", "|%s{%u,%u}",
		"(?:b|%s{%u,%u})", "(?:%s{%u,%u}){2}", "(?:%s{%u,%u})*", "%s*" };

	for (unsigned n = 1 + next_random(4); n > 0; n--) {
		unsigned least = next_random(6);
		const char *set = sets[next_random(COUNT(sets))];
		for (const char *form = forms[next_random(COUNT(forms))]; *form != '\0'; form++) {
			if (*form != '%') {
				buffer_add_char(out, *form);
			} else if (*++form == 's') {
				buffer_format(out, written ? "(?:%s|[]b)" : "%s", set);
			} else {
				buffer_format(out, "%u", least);
				least += next_random(6);
			}
		}
	}
	buffer_add_text(out, next_random(2) ? "$" : "c");
}

/* Counted, or written out again and again: that is the same. */
static void test_counts(void **state)
{
	struct arena arena = ARENA_EMPTY;
	struct buffer counted = BUFFER_EMPTY;
	struct buffer written = BUFFER_EMPTY;
	char text[40];
	unsigned found = 0;

	(void)state;
	for (unsigned i = 0; i < 20000; i++) {
		uint32_t before = seed;
		buffer_reset(&counted);
		buffer_reset(&written);
		buffer_add_text(&counted, i % 3 ? "^" : "");
		buffer_add_text(&written, i % 3 ? "^" : "");
		put_counts(&counted, false);
		seed = before;
		put_counts(&written, true);
		size_t len = put_random(text, sizeof(text), i % 2 ? "aaaabc" : "ab");
		bool match = matches(&arena, counted.text, text, len);
		if (matches(&arena, written.text, text, len) != match)
			fail_msg("%s and %s differ for '%s'", counted.text, written.text, text);
		found += match;
		arena_reset(&arena);
	}
	assert_in_range(found, 2000, 18000);
	buffer_clear(&counted);
	buffer_clear(&written);
	arena_clear(&arena);
}

/* Whatever a pattern is: to look ahead or behind for it anywhere, the other way, is to look for it. */
static void test_both_ways(void **state)
{
	static const char letters[] = "aabbc-^$.*+?{}()[]|\\dwWbB,0123:<=!";
	static const char *const around[] = { "(?=%)", "(?<=%)", "(?!(?!%))", "(?:%)" };
	struct arena arena = ARENA_EMPTY;
	unsigned compared = 0;

	(void)state;
	for (unsigned i = 0; i < 30000; i++) {
		char pattern[16];
		char text[12];
		const char *why;
		size_t pattern_len = put_random(pattern, sizeof(pattern), letters);
		size_t len = put_random(text, sizeof(text), "aaabbbc-1 \n");
		if (pattern_compile(&arena, pattern, pattern_len, &why) == NULL)
			continue;
		bool found = matches(&arena, pattern, text, len);
		for (size_t k = 0; k < COUNT(around); k++) {
			const char *place = strchr(around[k], '%');
			const char *other = arena_format(&arena, "%.*s%s%s",
				(int)(place - around[k]), around[k], pattern, place + 1);
			if (pattern_compile(&arena, other, strlen(other), &why) == NULL)
				continue; /* it looks around itself */
			compared++;
			if (matches(&arena, other, text, len) != found)
				fail_msg("%s and %s differ for '%s'", pattern, other, text);
		}
		arena_reset(&arena);
	}
	assert_in_range(compared, 20000, 120000);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_matches),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_idle),
		cmocka_unit_test(test_bounds),
		cmocka_unit_test(test_large),
		cmocka_unit_test(test_too_large),
		cmocka_unit_test(test_large_class),
		cmocka_unit_test(test_quick),
		cmocka_unit_test(test_any_text),
		cmocka_unit_test(test_counts),
		cmocka_unit_test(test_both_ways),
	};

	return cmocka_run_group_tests_name("pattern", tests, NULL, NULL);
}
