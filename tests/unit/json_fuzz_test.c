/*
 * The JSON reader against cJSON on random texts and on damaged ones: both accept or both
 * refuse, and the trees are equal, but for what cJSON is known to get wrong (see excused).
 */
#include "oac_reader.h"

#include "json_compare.h"
#include "oac_value.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cjson/cJSON.h>
#include <cmocka.h>

enum {
	TEXT_SIZE = 4096,
	TEXTS = 200000,
	SECONDS = 2,
	AT_LEAST = 200, /* however slow the machine or the checker */
	DAMAGES = 4,
};

struct text {
	char bytes[TEXT_SIZE];
	size_t len;
};

/* ---- random texts ---- */

static void put(struct text *text, const char *piece)
{
	size_t len = strlen(piece);

	if (len <= TEXT_SIZE - text->len) {
		memcpy(text->bytes + text->len, piece, len);
		text->len += len;
	}
}

static void put_space(struct text *text, struct random *random)
{
	static const char *const spaces[] = { "", "", "", "", " ", "\n", "\t", "\r\n", "   " };

	put(text, spaces[random_below(random, sizeof(spaces) / sizeof(spaces[0]))]);
}

static void put_string(struct text *text, struct random *random)
{
	static const char *const pieces[] = { "a", "b", "text", "0123456789abcdef", "\\n", "\\\"",
		"\\\\", "\\/", "\\b\\f\\r\\t", "\\u0041", "\\u00e9", "\\u20AC", "\\ud83d\\ude00",
		"\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x98\x80", "/", "~", " ", "\\u0001", "'", "{",
		"]", ",", ":" };
	size_t count = random_below(random, 6);

	put(text, "\"");
	while (count-- > 0)
		put(text, pieces[random_below(random, sizeof(pieces) / sizeof(pieces[0]))]);
	put(text, "\"");
}

static void put_number(struct text *text, struct random *random)
{
	char number[64];
	int64_t integer = (int64_t)random_next(random) >> random_below(random, 64);

	switch (random_below(random, 4)) {
	case 0:
		snprintf(number, sizeof(number), "%lld", (long long)integer);
		break;
	case 1:
		snprintf(number, sizeof(number), "%d.%llu", (int)random_below(random, 2000) - 1000,
			(unsigned long long)(random_next(random) >> random_below(random, 64)));
		break;
	case 2:
		snprintf(number, sizeof(number), "%de%d", (int)random_below(random, 20) - 10,
			(int)random_below(random, 640) - 320);
		break;
	default:
		snprintf(number, sizeof(number), "%d.%dE+%d", (int)random_below(random, 9),
			(int)random_below(random, 999), (int)random_below(random, 30));
	}
	put(text, number);
}

static void put_value(struct text *text, struct random *random, int depth)
{
	static const char *const literals[] = { "true", "false", "null" };
	size_t kind = random_below(random, depth > 0 ? 7 : 4);
	bool object = kind == 5;
	size_t count;

	put_space(text, random);
	switch (kind) {
	case 0:
	case 1:
		put_string(text, random);
		break;
	case 2:
		put_number(text, random);
		break;
	case 3:
		put(text, literals[random_below(random, 3)]);
		break;
	default:
		put(text, object ? "{" : "[");
		for (count = random_below(random, 5); count > 0; count--) {
			if (object) {
				put_space(text, random);
				put_string(text, random);
				put_space(text, random);
				put(text, ":");
			}
			put_value(text, random, depth - 1);
			put(text, count > 1 ? "," : "");
		}
		put_space(text, random);
		put(text, object ? "}" : "]");
	}
	put_space(text, random);
}

static void damage(struct text *text, struct random *random)
{
	static const char bytes[] =
		"{}[]:,\"\\/0123456789-+.eEtfnu truefalsn\x01\x1f\x7f\x80\xc3\xa9\xff\n\0";
	size_t at = text->len > 0 ? random_below(random, text->len) : 0;
	char byte = random_below(random, 4) ? bytes[random_below(random, sizeof(bytes))]
					    : (char)random_next(random);
	size_t n;

	switch (random_below(random, 5)) {
	case 0:
		text->len = at;
		break;
	case 1:
		if (text->len > 0) {
			memmove(text->bytes + at, text->bytes + at + 1, text->len - at - 1);
			text->len--;
		}
		break;
	case 2:
		if (text->len < TEXT_SIZE) {
			memmove(text->bytes + at + 1, text->bytes + at, text->len - at);
			text->bytes[at] = byte;
			text->len++;
		}
		break;
	case 3: /* a piece twice */
		n = random_below(random, text->len - at + 1);
		if (n <= TEXT_SIZE - text->len) {
			memmove(text->bytes + at + n, text->bytes + at, text->len - at);
			text->len += n;
		}
		break;
	default:
		if (text->len > 0)
			text->bytes[at] = byte;
	}
}

/* ---- the comparison ---- */

static bool is_one_of(char c, const char *set)
{
	return c != '\0' && strchr(set, c) != NULL;
}

/*
 * Whether cJSON accepts a text that we refuse with good reason. cJSON takes
 * - strings with control characters or invalid UTF-8, and \u with anything behind it,
 * - numbers as strtod does: 01, 1., -.5, and 1e with the e left over,
 * - any byte up to a space as white space,
 * - twice the depth, and here anything behind the value.
 */
static bool excused(const struct oac_reader *r)
{
	static const char *const problems[] = { "control character in a string",
		"a string is not valid UTF-8", "expected four hexadecimal digits after \\u",
		"malformed number", "a number begins with a superfluous zero",
		"something follows the value" };
	size_t i;

	if (r->status == OAC_E_LIMIT)
		return true;
	for (i = 0; i < sizeof(problems) / sizeof(problems[0]); i++) {
		if (strcmp(r->problem, problems[i]) == 0)
			return true;
	}
	if (r->p < r->end && (unsigned char)*r->p < 0x20)
		return true;
	return r->p == r->end && r->p > r->start && is_one_of(r->p[-1], "+-.eE");
}

/* The longest number that cJSON copies before it hands it to strtod. */
static bool has_long_number(const struct text *text)
{
	size_t run = 0;
	size_t i;

	for (i = 0; i < text->len; i++) {
		run = is_one_of(text->bytes[i], "0123456789+-.eE") ? run + 1 : 0;
		if (run >= 63)
			return true;
	}
	return false;
}

static double number_of(const cJSON *item)
{
	return cJSON_IsRaw(item) ? strtod(item->valuestring, NULL) : item->valuedouble;
}

/* Ours may hold raw numbers; the order of members is the same. */
static bool same_tree(const cJSON *ours, const cJSON *theirs)
{
	const cJSON *a;
	const cJSON *b;

	if (cJSON_IsNumber(theirs))
		return (cJSON_IsNumber(ours) || cJSON_IsRaw(ours)) &&
		       number_of(ours) == theirs->valuedouble;
	if ((ours->type & 0xff) != (theirs->type & 0xff))
		return false;
	if (cJSON_IsString(ours))
		return strcmp(ours->valuestring, theirs->valuestring) == 0;
	for (a = ours->child, b = theirs->child; a != NULL && b != NULL; a = a->next, b = b->next) {
		if (cJSON_IsObject(ours) && strcmp(a->string, b->string) != 0)
			return false;
		if (!same_tree(a, b))
			return false;
	}
	return a == NULL && b == NULL;
}

struct tally {
	size_t accepted;
	size_t refused;
	size_t excused;
};

static void compare(const struct text *text, struct tally *tally)
{
	/* Exact copies, so that a sanitizer sees what is read beyond them. */
	char *copy = malloc(text->len > 0 ? text->len : 1);
	cJSON *theirs = cJSON_ParseWithLengthOpts(text->bytes, text->len, NULL, false);
	struct oac_error err;
	struct oac_reader r;
	cJSON *ours;

	assert_non_null(copy);
	memcpy(copy, text->bytes, text->len);
	oac_reader_init(&r, copy, text->len);
	if (oac_reader_skip(&r, NULL))
		oac_reader_finish(&r);
	ours = oac_json_tree(oac_json_of(copy, text->len), &err);
	if (r.status != OAC_OK) {
		assert_null(ours);
		/* A tree stops at the first U+0000. */
		if (err.status != OAC_E_TYPE)
			assert_int_equal(err.offset, (size_t)(r.p - r.start));
		if (theirs != NULL && !excused(&r))
			fail_msg("refused at byte %zu (%s): %.*s", err.offset, r.problem,
				(int)text->len, text->bytes);
		tally->refused++;
		tally->excused += theirs != NULL;
	} else {
		if (theirs == NULL && !has_long_number(text))
			fail_msg("accepted: %.*s", (int)text->len, text->bytes);
		if (ours == NULL)
			assert_int_equal(err.status, OAC_E_TYPE); /* U+0000, which cJSON cuts off */
		else if (theirs != NULL && !has_long_number(text) && !same_tree(ours, theirs))
			fail_msg("read otherwise: %.*s", (int)text->len, text->bytes);
		tally->accepted++;
	}
	cJSON_Delete(ours);
	cJSON_Delete(theirs);
	free(copy);
}

static void test_random_texts(void **state)
{
	struct random random = { 11 };
	struct tally tally = { 0, 0, 0 };
	clock_t end = clock() + SECONDS * CLOCKS_PER_SEC;
	int i;

	(void)state;
	for (i = 0; i < TEXTS && (i < AT_LEAST || clock() < end); i++) {
		static struct text text;
		size_t n;

		text.len = 0;
		put_value(&text, &random, 5);
		if (text.len == TEXT_SIZE)
			continue;
		compare(&text, &tally);
		for (n = 0; n < DAMAGES; n++) {
			damage(&text, &random);
			compare(&text, &tally);
		}
	}
	print_message("%zu accepted, %zu refused, %zu of these by us alone\n", tally.accepted,
		tally.refused, tally.excused);
	assert_true(tally.accepted > AT_LEAST / 2);
	assert_true(tally.refused > AT_LEAST);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_random_texts),
	};

	return cmocka_run_group_tests_name("json fuzz", tests, NULL, NULL);
}
