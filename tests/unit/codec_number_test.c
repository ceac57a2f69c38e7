/* Numbers to text and back: exact, shortest, and whatever the locale is. */
#include "oac_number.h"

#include "codec_fixture.h"
#include "json_compare.h"
#include "oac_reader.h"

#include <locale.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

enum {
	RANDOM_COUNT = 200000,
	LOCALE_COUNT = 5000,
	TEXT_COUNT = 100000,
	SECONDS = 5, /* a checker that slows the program down gets fewer numbers */
	TEXT_SIZE = 2048,
	DOUBLE_DIGITS = 17,
};

static uint64_t bits_of(double value)
{
	uint64_t bits;

	memcpy(&bits, &value, sizeof(bits));
	return bits;
}

static double double_of(uint64_t bits)
{
	double value;

	memcpy(&value, &bits, sizeof(value));
	return value;
}

/* The significant digits of a number, without zeros at either end. */
static size_t significant(const char *text, char *digits)
{
	size_t count = 0;

	for (; *text != '\0' && *text != 'e' && *text != 'E'; text++) {
		if (*text >= '0' && *text <= '9' && (count > 0 || *text != '0'))
			digits[count++] = *text;
	}
	while (count > 0 && digits[count - 1] == '0')
		count--;
	digits[count] = '\0';
	return count;
}

/* In the C locale: the fewest digits that read back as value. */
static size_t fewest_digits(double value, char *digits)
{
	char text[64];
	int n;

	for (n = 1; n < DOUBLE_DIGITS; n++) {
		snprintf(text, sizeof(text), "%.*e", n - 1, value);
		if (bits_of(strtod(text, NULL)) == bits_of(value))
			break;
	}
	snprintf(text, sizeof(text), "%.*e", n - 1, value);
	return significant(text, digits);
}

static double read_whole(const char *text)
{
	struct oac_number number;

	oac_number_read(text, text + strlen(text), &number);
	if (number.form == OAC_NUMBER_BAD || number.len != strlen(text))
		fail_msg("%s does not read back", text);
	return number.value;
}

static void check_print(double value, bool shortest)
{
	char text[OAC_NUMBER_MAX];
	size_t len = oac_number_print(text, value);
	struct oac_reader r;

	assert_int_equal(len, strlen(text));
	assert_true(len < OAC_NUMBER_MAX);
	oac_reader_init(&r, text, len);
	if (!oac_reader_skip(&r, NULL) || !oac_reader_finish(&r))
		fail_msg("%s is not JSON", text);
	if (bits_of(read_whole(text)) != bits_of(value))
		fail_msg("%s reads back as %.17g, not %.17g", text, read_whole(text), value);
	if (shortest) {
		char ours[OAC_NUMBER_MAX];
		char fewest[OAC_NUMBER_MAX];

		significant(text, ours);
		fewest_digits(value, fewest);
		if (strcmp(ours, fewest) != 0)
			fail_msg("%s is printed for %.17g", text, value);
	}
}

/* Any bits; numbers as people write them; neighbours of short decimals and of powers of two. */
static double random_double(struct random *random)
{
	double value;

	switch (random_below(random, 5)) {
	case 0:
		do
			value = double_of(random_next(random));
		while (!isfinite(value));
		return value;
	case 1:
		return (double)(int64_t)random_below(random, 2000000) / 1000.0 - 1000;
	case 2:
		return double_of(bits_of((double)random_below(random, 100000) / 10000.0 + 1) +
				 random_below(random, 3) - 1);
	case 3:
		return double_of(bits_of(ldexp(1, (int)random_below(random, 2000) - 1000)) +
				 random_below(random, 3) - 1);
	default:
		return ldexp(
			(double)(random_next(random) >> 11), (int)random_below(random, 80) - 70);
	}
}

static void test_random_doubles(void **state)
{
	struct random random = { 1 };
	clock_t end = clock() + SECONDS * CLOCKS_PER_SEC;
	int i;

	(void)state;
	for (i = 0; i < RANDOM_COUNT && clock() < end; i++)
		check_print(random_double(&random), true);
}

static void test_special_doubles(void **state)
{
	static const struct {
		double value;
		const char *text;
	} cases[] = {
		{ 0, "0" },
		{ -0.0, "-0.0" },
		{ 1, "1" },
		{ -1, "-1" },
		{ 0.1, "0.1" },
		{ -0.25, "-0.25" },
		{ 100, "100" },
		{ 0.2, "0.2" },
		{ 0.30000000000000004, "0.30000000000000004" },
		{ 1e15, "1000000000000000" },
		{ 9007199254740991, "9007199254740991" },
		{ 9007199254740992, "9007199254740992" },
		{ 1e21, "1e21" },
		{ 1e22, "1e22" },
		{ 1e23, "1e23" },
		{ 1e-5, "0.00001" },
		{ 1e-7, "1e-07" },
		{ 5e-324, "5e-324" },
		{ 2.2250738585072014e-308, "2.2250738585072014e-308" },
		{ 1.7976931348623157e308, "1.7976931348623157e308" },
		{ 123456789.125, "123456789.125" },
		{ 4503599627370495.5, "4503599627370495.5" },
	};
	size_t i;
	int exponent;

	(void)state;
	for (i = 0; i < OAC_COUNT(cases); i++) {
		char text[OAC_NUMBER_MAX];

		oac_number_print(text, cases[i].value);
		if (!json_same_number(text, cases[i].text) || strlen(text) > strlen(cases[i].text))
			fail_msg("%s is printed for %s", text, cases[i].text);
		check_print(cases[i].value, true);
	}
	for (exponent = -1074; exponent <= 1023; exponent++) {
		check_print(ldexp(1, exponent), true);
		check_print(-ldexp(1.5, exponent), true);
	}
}

static void test_integers(void **state)
{
	static const int64_t values[] = { 0, 1, -1, 9, 10, -10, INT32_MAX, INT32_MIN,
		((int64_t)1 << 53) - 1, ((int64_t)1 << 53) + 1, -((int64_t)1 << 53) - 1, INT64_MAX,
		INT64_MAX - 1, INT64_MIN, INT64_MIN + 1 };
	struct random random = { 2 };
	size_t i;

	(void)state;
	for (i = 0; i < 20000; i++) {
		int64_t value =
			i < OAC_COUNT(values) ? values[i] : (int64_t)random_next(&random) >> i % 64;
		char text[OAC_NUMBER_MAX];
		struct oac_number number;
		int64_t whole;
		size_t len;

		len = oac_number_print_int(text, value);
		assert_int_equal(len, strlen(text));
		oac_number_read(text, text + strlen(text), &number);
		assert_int_equal(number.form, OAC_NUMBER_INT);
		assert_true(number.integer == value);
		assert_true(bits_of(number.value) == bits_of((double)value));
		assert_int_equal(
			number.exact, value <= (int64_t)1 << 53 && value >= -((int64_t)1 << 53));
		assert_true(oac_number_whole(text, strlen(text), &whole));
		assert_true(whole == value);
	}
}

static void test_whole(void **state)
{
	static const struct {
		const char *text;
		bool whole;
		int64_t value;
	} cases[] = {
		{ "0", true, 0 },
		{ "-0", true, 0 },
		{ "0.0", true, 0 },
		{ "0e99", true, 0 },
		{ "0.000e-5", true, 0 },
		{ "1.0", true, 1 },
		{ "-1.0", true, -1 },
		{ "1e0", true, 1 },
		{ "1e3", true, 1000 },
		{ "1E+3", true, 1000 },
		{ "1000e-3", true, 1 },
		{ "1.5e1", true, 15 },
		{ "1.50e1", true, 15 },
		{ "0.001e3", true, 1 },
		{ "12.5e1", true, 125 },
		{ "9223372036854775807", true, INT64_MAX },
		{ "9223372036854775807.000", true, INT64_MAX },
		{ "9.223372036854775807e18", true, INT64_MAX },
		{ "92233720368547758070e-1", true, INT64_MAX },
		{ "-9223372036854775808", true, INT64_MIN },
		{ "-9.223372036854775808E18", true, INT64_MIN },
		{ "9007199254740993.0", true, 9007199254740993 },
		{ "1.00000000000000000000000000000000000000", true, 1 },
		{ "0.00000000000000000000000000001e29", true, 1 },
		{ "1e18", true, 1000000000000000000 },
		{ "0.5", false, 0 },
		{ "1e-1", false, 0 },
		{ "1.5", false, 0 },
		{ "1.55e1", false, 0 },
		{ "1e-400", false, 0 },
		{ "10e-2", false, 0 },
		{ "1.00000000000000000000000000000000000001", false, 0 },
		{ "1e19", false, 0 },
		{ "9223372036854775808", false, 0 },
		{ "-9223372036854775809", false, 0 },
		{ "18446744073709551615", false, 0 },
		{ "18446744073709551616", false, 0 },
		{ "18446744073709551617", false, 0 },
		{ "1e99999999999999999999", false, 0 },
		{ "1e-99999999999999999999", false, 0 },
		{ "-0.1", false, 0 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < OAC_COUNT(cases); i++) {
		int64_t value = 0;

		if (oac_number_whole(cases[i].text, strlen(cases[i].text), &value) !=
			cases[i].whole)
			fail_msg("%s", cases[i].text);
		if (cases[i].whole)
			assert_true(value == cases[i].value);
	}
}

static void check_read(const char *text)
{
	struct oac_number number;
	double expected = strtod(text, NULL);

	oac_number_read(text, text + strlen(text), &number);
	if (!isfinite(expected)) {
		assert_int_equal(number.form, OAC_NUMBER_BAD);
		return;
	}
	assert_int_not_equal(number.form, OAC_NUMBER_BAD);
	assert_int_equal(number.len, strlen(text));
	if (bits_of(number.value) != bits_of(expected))
		fail_msg("%.60s...: %.17g, not %.17g", text, number.value, expected);
}

/* All digits of the middle between a double and the next one up, which 17 digits or 60 do not tell
 * from it. */
static size_t print_middle(double value, char *text)
{
	char low[TEXT_SIZE];
	char high[TEXT_SIZE];
	int carry = 0;
	size_t i;

	snprintf(low, sizeof(low), "%.1080f", value);
	snprintf(high, sizeof(high), "%.1080f", double_of(bits_of(value) + 1));
	if (strlen(low) != strlen(high))
		return 0;
	for (i = 0; low[i] != '\0'; i++) {
		int digit;

		if (low[i] == '.') {
			text[i] = '.';
			continue;
		}
		/* (low + high) / 2, from the left: the remainder is carried to the right */
		digit = low[i] - '0' + high[i] - '0' + carry * 10;
		text[i] = (char)('0' + digit / 2);
		carry = digit % 2;
		/* 199 and 200: high is ahead in one place and behind in the next */
		if (text[i] > '9') {
			size_t j = i;

			text[i] = (char)(text[i] - 10);
			while (j-- > 0) {
				if (text[j] == '.')
					continue;
				if (text[j]++ < '9')
					break;
				text[j] = '0';
			}
		}
	}
	text[i] = '\0';
	return i;
}

/* Ties, and what is a digit beside them, however far behind that digit is. */
static void test_ties(void **state)
{
	struct random random = { 3 };
	int i;

	(void)state;
	for (i = 0; i < 3000; i++) {
		double value;
		char text[TEXT_SIZE];
		size_t len;
		size_t last;

		do
			value = i % 2 ? double_of(random_next(&random) >> 1 >>
						  random_below(&random, 12))
				      : fabs(random_double(&random));
		while (!isfinite(value) || value >= 1e40 ||
			!isfinite(double_of(bits_of(value) + 1)));
		len = print_middle(value, text);
		if (len == 0)
			continue;
		check_read(text);
		for (last = len; text[last - 1] == '0';)
			last--;
		if (text[last - 1] == '.')
			continue;
		text[last - 1]--;
		check_read(text);
		text[last] = '9';
		check_read(text);
		text[last - 1] += 2;
		text[last] = '0';
		if (text[last - 1] <= '9')
			check_read(text);
		text[last - 1]--;
		text[len - 1] = '1';
		check_read(text);
	}
}

/* More digits than any double has: in front of the point, behind it, and with an exponent. */
static void test_long_numbers(void **state)
{
	static const size_t lengths[] = { 18, 19, 20, 21, 22, 23, 40, 300, 309, 760, 767, 768, 769,
		797, 798, 799, 800, 801, 802, 840, 841, 1000 };
	struct random random = { 4 };
	size_t i;

	(void)state;
	for (i = 0; i < 200 * OAC_COUNT(lengths); i++) {
		size_t digits = lengths[i % OAC_COUNT(lengths)];
		size_t point = random_below(&random, digits + 2);
		char text[TEXT_SIZE];
		size_t len = 0;
		size_t n;

		if (random_below(&random, 2))
			text[len++] = '-';
		if (point == 0) {
			text[len++] = '0';
			text[len++] = '.';
		}
		for (n = 0; n < digits; n++) {
			char digit = (char)('0' + random_below(&random, 10));
			/* runs of zeros and of nines */
			if (random_below(&random, 3) == 0 && n > 0)
				digit = text[len - 1] == '9' ? '9' : '0';
			if (n == 0 && point > 0 && digit == '0')
				digit = '1';
			if (n == point && n > 0)
				text[len++] = '.';
			text[len++] = digit;
		}
		text[len] = '\0';
		check_read(text);
		snprintf(text + len, sizeof(text) - len, "e%d",
			(int)random_below(&random, 2000) - 1000 - (int)point);
		check_read(text);
	}
}

/* The digits of the largest middle below 2^-1022 are 767: one more decides, and it may stand far
 * behind. */
static void test_longest_tie(void **state)
{
	char text[TEXT_SIZE];
	size_t len;

	(void)state;
	len = print_middle(double_of(0x000fffffffffffffu), text);
	assert_true(len > 1000);
	check_read(text);
	text[len - 1]++;
	check_read(text);
	len = print_middle(double_of(0x001ffffffffffffeu), text);
	while (text[len - 1] == '0')
		len--;
	text[len] = '\0';
	check_read(text);
	text[len - 1]--;
	check_read(text);
	memcpy(text + len, "999999999999999999999999999", 28);
	check_read(text);
	text[len - 1]++;
	check_read(text);
}

static void test_random_texts(void **state)
{
	struct random random = { 5 };
	clock_t end = clock() + SECONDS * CLOCKS_PER_SEC;
	int i;

	(void)state;
	for (i = 0; i < TEXT_COUNT && clock() < end; i++) {
		char text[128];

		snprintf(text, sizeof(text), "%s%llu.%llue%d", random_below(&random, 2) ? "-" : "",
			(unsigned long long)(random_next(&random) >> random_below(&random, 64)),
			(unsigned long long)(random_next(&random) >> random_below(&random, 64)),
			(int)random_below(&random, 700) - 350);
		check_read(text);
	}
	check_read("2.2250738585072011e-308");
	check_read("2.2250738585072012e-308");
	check_read("4.9406564584124654e-324");
	check_read("2.4703282292062327208e-324");
	check_read("2.4703282292062328e-324");
	check_read("1.7976931348623158e308");
	check_read("1.7976931348623159e308");
	check_read("9007199254740993e22");
	check_read("1e23");
	check_read("8.5e-23");
}

/* A number that printing its double would not give back; a value that is not zero but reads as zero
 * is one, too. */
static void test_exact(void **state)
{
	static const struct {
		const char *text;
		bool exact;
	} cases[] = {
		{ "0", true },
		{ "0.1", true },
		{ "-0", true },
		{ "1e22", true },
		{ "12345678901234567e3", true },
		{ "0.12345678901234567", true },
		{ "9007199254740992", true },
		{ "9007199254740993", false },
		{ "9223372036854775807", false },
		/* a double, but not one that is printed so */
		{ "-9223372036854775808", false },
		{ "36028797018963968", false },
		{ "18446744073709551616", false },
		{ "0.123456789012345678", false },
		{ "1e-400", false },
		{ "-1e-400", false },
		{ "2e-324", false },
		{ "3e-324", true },
		{ "0e-400", true },
		{ "0.0000000000000000000000001", true },
	};
	size_t i;

	(void)state;
	for (i = 0; i < OAC_COUNT(cases); i++) {
		struct oac_number number;

		oac_number_read(cases[i].text, cases[i].text + strlen(cases[i].text), &number);
		if (number.exact != cases[i].exact)
			fail_msg("%s", cases[i].text);
	}
}

/* Reading stops at the end that it is given, in the middle of a number too. */
static void test_end(void **state)
{
	static const char text[] = "-12.5e+3";
	static const size_t ends[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8 };
	static const double values[] = { 0, 0, -1, -12, 0, -12.5, 0, 0, -12500 };
	size_t i;

	(void)state;
	for (i = 0; i < OAC_COUNT(ends); i++) {
		char *copy = malloc(ends[i] > 0 ? ends[i] : 1);
		struct oac_number number;

		memcpy(copy, text, ends[i]);
		oac_number_read(copy, copy + ends[i], &number);
		assert_int_equal(number.len, ends[i]);
		assert_true(number.value == values[i]);
		assert_int_equal(number.form == OAC_NUMBER_BAD, values[i] == 0);
		free(copy);
	}
}

static void test_locale(void **state)
{
	static const char *const names[] = { "de_DE.UTF-8", "de_DE.utf8", "de_DE", "fr_FR.UTF-8",
		"es_ES.UTF-8", "ps_AF", "fa_IR" };
	struct random random = { 6 };
	const char *found = NULL;
	char point[16];
	size_t i;

	(void)state;
	for (i = 0; i < OAC_COUNT(names) && found == NULL; i++)
		found = setlocale(LC_ALL, names[i]);
	if (found == NULL) {
		print_message("no locale with a decimal comma is installed\n");
		skip();
	}
	snprintf(point, sizeof(point), "%.1f", 0.5);
	assert_string_not_equal(point, "0.5");
	for (i = 0; i < LOCALE_COUNT; i++)
		check_print(random_double(&random), false);
	assert_true(read_whole("0.1234567890123456789") == 0.1234567890123456789);
	assert_true(
		read_whole("1234567890123456789012345678901234567890.5e-30") == 1234567890.1234567);
	codec_round(&kit_shape, "{\"ratio\":0.1,\"ratios\":[1.5,1e-7,3.141592653589793,5e-324,0."
				"1234567890123456789]}");
	setlocale(LC_ALL, "C");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_random_doubles),
		cmocka_unit_test(test_special_doubles),
		cmocka_unit_test(test_integers),
		cmocka_unit_test(test_whole),
		cmocka_unit_test(test_ties),
		cmocka_unit_test(test_long_numbers),
		cmocka_unit_test(test_longest_tie),
		cmocka_unit_test(test_random_texts),
		cmocka_unit_test(test_exact),
		cmocka_unit_test(test_end),
		cmocka_unit_test(test_locale),
	};

	return cmocka_run_group_tests_name("codec numbers", tests, NULL, NULL);
}
