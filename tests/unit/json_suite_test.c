/* The JSON reader against texts that it must accept, refuse or, where there is a choice, read our
 * way. */
#include "oac_reader.h"

#include "oac_value.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>
#include <cmocka.h>

enum {
	LINE_SIZE = 4096,
};

struct line {
	char outcome;
	const char *shown; /* the text as it stands in the file */
	char text[LINE_SIZE];
	size_t len;
	const char *expected; /* third column, or NULL */
};

static int hex_digit(char c)
{
	static const char digits[] = "0123456789abcdef";
	const char *at = c != '\0' ? strchr(digits, c) : NULL;

	return at != NULL ? (int)(at - digits) : -1;
}

static void decode_bytes(const char *from, struct line *line)
{
	line->len = 0;
	while (*from != '\0') {
		if (from[0] == '\\' && from[1] == 'x' && hex_digit(from[2]) >= 0 &&
			hex_digit(from[3]) >= 0) {
			line->text[line->len++] =
				(char)(hex_digit(from[2]) * 16 + hex_digit(from[3]));
			from += 4;
		} else {
			line->text[line->len++] = *from++;
		}
	}
}

static bool split_line(char *raw, struct line *line)
{
	char *tab;

	raw[strcspn(raw, "\n")] = '\0';
	if (raw[0] == '\0' || raw[0] == '#')
		return false;
	assert_int_equal(raw[1], '\t');
	line->outcome = raw[0];
	line->shown = raw + 2;
	tab = strchr(raw + 2, '\t');
	line->expected = tab != NULL ? tab + 1 : NULL;
	if (tab != NULL)
		*tab = '\0';
	decode_bytes(line->shown, line);
	return true;
}

static enum oac_status read_text(
	const char *text, size_t len, size_t *offset, struct oac_span *span)
{
	/* A copy of the exact size, so that a sanitizer sees each byte that is read too far. */
	char *copy = malloc(len > 0 ? len : 1);
	struct oac_reader r;

	assert_non_null(copy);
	memcpy(copy, text, len);
	span->text = NULL;
	oac_reader_init(&r, copy, len);
	if (oac_reader_skip(&r, span))
		oac_reader_finish(&r);
	*offset = (size_t)(r.p - r.start);
	if (span->text != NULL)
		span->text = text + (span->text - copy);
	if (r.status != OAC_OK)
		assert_non_null(r.problem);
	assert_true(*offset <= len);
	free(copy);
	return r.status;
}

static void check_tree(const struct line *line)
{
	struct oac_error err;
	cJSON *tree = oac_json_tree(oac_json_of(line->text, line->len), &err);
	char *ours = tree != NULL ? cJSON_PrintUnformatted(tree) : NULL;
	char *theirs = NULL;

	if (line->expected != NULL && strcmp(line->expected, "!") == 0) {
		assert_null(tree);
		assert_int_equal(err.status, OAC_E_TYPE);
		return;
	}
	if (ours == NULL)
		fail_msg("no tree of %s: %s", line->shown, err.message);
	if (line->outcome == 'y') {
		cJSON *other = cJSON_ParseWithLength(line->text, line->len);

		if (other == NULL)
			fail_msg("cJSON refuses %s", line->shown);
		theirs = cJSON_PrintUnformatted(other);
		assert_string_equal(ours, theirs);
		cJSON_Delete(other);
	} else {
		assert_non_null(line->expected);
		assert_string_equal(ours, line->expected);
	}
	cJSON_free(theirs);
	cJSON_free(ours);
	cJSON_Delete(tree);
}

static void check_line(const struct line *line)
{
	struct oac_span span;
	size_t offset;
	enum oac_status status = read_text(line->text, line->len, &offset, &span);

	if (line->outcome == 'n') {
		struct oac_error err;

		assert_non_null(line->expected);
		if (status != OAC_E_JSON)
			fail_msg("%s: expected OAC_E_JSON, got %s", line->shown,
				oac_status_name(status));
		if (offset != strtoul(line->expected, NULL, 10))
			fail_msg("%s: wrong at byte %s, not %zu", line->shown, line->expected,
				offset);
		assert_null(oac_json_tree(oac_json_of(line->text, line->len), &err));
		assert_int_equal(err.status, OAC_E_JSON);
		assert_int_equal(err.offset, offset);
	} else {
		if (status != OAC_OK)
			fail_msg("%s: refused at byte %zu", line->shown, offset);
		assert_true(span.len > 0 && span.len <= line->len);
		assert_null(strchr(" \n\r\t", span.text[0]));
		assert_null(strchr(" \n\r\t", span.text[span.len - 1]));
		check_tree(line);
	}
}

static void check_file(const char *name, size_t at_least)
{
	char path[128];
	char raw[LINE_SIZE];
	struct line line;
	size_t count = 0;
	FILE *file;

	snprintf(path, sizeof(path), "tests/data/json/%s", name);
	file = fopen(path, "r");
	if (file == NULL)
		fail_msg("cannot open %s: run this in the root of the repository", path);
	while (fgets(raw, sizeof(raw), file) != NULL) {
		if (!split_line(raw, &line))
			continue;
		check_line(&line);
		count++;
	}
	fclose(file);
	if (count < at_least)
		fail_msg("%s has only %zu texts", path, count);
}

static void test_numbers(void **state)
{
	(void)state;
	check_file("numbers.txt", 100);
}

static void test_strings(void **state)
{
	(void)state;
	check_file("strings.txt", 100);
}

static void test_utf8(void **state)
{
	(void)state;
	check_file("utf8.txt", 50);
}

static void test_structure(void **state)
{
	(void)state;
	check_file("structure.txt", 100);
}

static void test_literals(void **state)
{
	(void)state;
	check_file("literals.txt", 35);
}

static void test_nothing(void **state)
{
	struct oac_error err;
	struct oac_span span;
	size_t offset;

	(void)state;
	assert_int_equal(read_text("", 0, &offset, &span), OAC_E_JSON);
	assert_int_equal(offset, 0);
	assert_null(oac_json_tree(oac_json_of("", 0), &err));
	assert_int_equal(err.status, OAC_E_JSON);
	assert_null(oac_json_tree(oac_json_of(NULL, 0), &err));
	assert_int_equal(err.status, OAC_E_ARGUMENT);
	assert_null(oac_json_tree(oac_json_of("[", 1), NULL));
}

/* Every beginning of a good text is refused where it ends; cJSON agrees. */
static void test_every_beginning(void **state)
{
	static const char text[] = " {\"a\\u00e9\\ud83d\\ude00\xc3\xa9\": [true, false, null, "
				   "\"x\"], \"b\": {\"c\": -1.5e-3}} ";
	size_t len = sizeof(text) - 1;
	struct oac_span span;
	size_t offset;
	size_t i;

	(void)state;
	assert_int_equal(read_text(text, len, &offset, &span), OAC_OK);
	assert_int_equal(read_text(text, len - 1, &offset, &span), OAC_OK);
	for (i = 0; i < len - 1; i++) {
		if (read_text(text, i, &offset, &span) != OAC_E_JSON)
			fail_msg("accepted the first %zu bytes", i);
		/* an escape or a character that is cut is reported where it begins */
		assert_true(offset + 12 > i);
	}
}

static void nest(char *text, size_t depth, const char *unit, const char *inner)
{
	size_t unit_len = strlen(unit);
	size_t i;

	for (i = 0; i < depth; i++, text += unit_len)
		memcpy(text, unit, unit_len);
	memcpy(text, inner, strlen(inner));
	text += strlen(inner);
	for (i = 0; i < depth; i++)
		*text++ = unit[0] == '[' ? ']' : '}';
	*text = '\0';
}

static void test_depth(void **state)
{
	static const char *const units[] = { "[", "{\"a\":", "[ " };
	static const char *const inners[] = { "0", "\"a\"", "" };
	char text[8 * (OAC_MAX_DEPTH + 2)];
	size_t u;
	size_t n;
	size_t depth;

	(void)state;
	for (u = 0; u < sizeof(units) / sizeof(units[0]); u++) {
		for (n = 0; n < sizeof(inners) / sizeof(inners[0]); n++) {
			for (depth = OAC_MAX_DEPTH - 1; depth <= OAC_MAX_DEPTH + 1; depth++) {
				struct oac_span span;
				struct oac_error err;
				enum oac_status want =
					depth <= OAC_MAX_DEPTH ? OAC_OK : OAC_E_LIMIT;
				size_t offset;
				cJSON *tree;

				if (units[u][0] == '{' && inners[n][0] == '\0')
					continue;
				nest(text, depth, units[u], inners[n]);
				assert_int_equal(
					read_text(text, strlen(text), &offset, &span), want);
				tree = oac_json_tree(oac_json_of(text, strlen(text)), &err);
				assert_int_equal(err.status, want);
				assert_true((tree != NULL) == (want == OAC_OK));
				cJSON_Delete(tree);
				if (want == OAC_E_LIMIT)
					assert_int_equal(offset, OAC_MAX_DEPTH * strlen(units[u]));
			}
		}
	}
}

/* Arrays and objects in turn: each level's kind is told apart, also next to the 64-bit words that
 * hold them. */
static void test_mixed_depth(void **state)
{
	char text[8 * (OAC_MAX_DEPTH + 2)];
	char close[OAC_MAX_DEPTH];
	size_t depth;
	size_t wrong;

	(void)state;
	for (depth = 1; depth <= OAC_MAX_DEPTH; depth += depth < 130 ? 1 : 61) {
		struct oac_span span;
		size_t offset;
		size_t len = 0;
		size_t i;

		for (i = 0; i < depth; i++) {
			bool object = i % 3 == 1;
			const char *unit = object ? "{\"a\":" : "[";

			memcpy(text + len, unit, strlen(unit));
			len += strlen(unit);
			close[depth - 1 - i] = object ? '}' : ']';
		}
		text[len++] = '1';
		memcpy(text + len, close, depth);
		assert_int_equal(read_text(text, len + depth, &offset, &span), OAC_OK);
		wrong = depth / 2;
		text[len + wrong] = close[wrong] == '}' ? ']' : '}';
		assert_int_equal(read_text(text, len + depth, &offset, &span), OAC_E_JSON);
		assert_int_equal(offset, len + wrong);
	}
}

/* Every byte in front of, in and behind a value. */
static void test_every_byte(void **state)
{
	int c;

	(void)state;
	for (c = 0; c < 256; c++) {
		char front[] = { (char)c, '1' };
		char inside[] = { '"', (char)c, '"' };
		char escape[] = { '"', '\\', (char)c, '"' };
		char behind[] = { '[', ']', (char)c };
		bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
		bool digit = c >= '1' && c <= '9';
		struct oac_span span;
		size_t offset;

		assert_int_equal(
			read_text(front, 2, &offset, &span) == OAC_OK, space || digit || c == '-');
		assert_int_equal(read_text(behind, 3, &offset, &span) == OAC_OK, space);
		assert_int_equal(read_text(inside, 3, &offset, &span) == OAC_OK,
			c >= 0x20 && c < 0x80 && c != '"' && c != '\\');
		assert_int_equal(read_text(escape, 4, &offset, &span) == OAC_OK,
			c != 0 && strchr("\"\\/bfnrt", c) != NULL);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_strings),
		cmocka_unit_test(test_utf8),
		cmocka_unit_test(test_structure),
		cmocka_unit_test(test_literals),
		cmocka_unit_test(test_nothing),
		cmocka_unit_test(test_every_beginning),
		cmocka_unit_test(test_depth),
		cmocka_unit_test(test_mixed_depth),
		cmocka_unit_test(test_every_byte),
	};

	return cmocka_run_group_tests_name("json suite", tests, NULL, NULL);
}
