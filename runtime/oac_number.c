#include "oac_number.h"

#include <float.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	EXACT_POWER = 22,	/* 10^22 is the last power of ten that a double holds exactly */
	MANTISSA_DIGITS = 19,	/* always fit in 64 bits */
	KEPT_DIGITS = 800,	/* the middle between two doubles has at most 767 */
	LONG_TEXT = KEPT_DIGITS + 40,
};

#define EXACT_INTEGER 9007199254740992.0 /* 2^53 */

static const double powers[EXACT_POWER + 1] = {
	1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
	1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
};

size_t oac_number_print_unsigned(char *text, uint64_t value)
{
	char digits[OAC_NUMBER_MAX];
	uint64_t rest = value;
	size_t n = sizeof(digits);
	size_t len;

	/* By pairs: divisions are the most of the work. */
	for (; rest >= 10; rest /= 100) {
		unsigned pair = (unsigned)(rest % 100);

		digits[--n] = (char)('0' + pair % 10);
		digits[--n] = (char)('0' + pair / 10);
	}
	if (rest > 0 || n == sizeof(digits))
		digits[--n] = (char)('0' + rest);
	len = sizeof(digits) - n;
	memcpy(text, digits + n, len);
	text[len] = '\0';
	return len;
}

size_t oac_number_print_int(char *text, int64_t value)
{
	if (value >= 0)
		return oac_number_print_unsigned(text, (uint64_t)value);
	text[0] = '-';
	return 1 + oac_number_print_unsigned(text + 1, 0 - (uint64_t)value);
}

/* A short decimal fraction, found by scaling: value = scaled / 10^places, both exact. */
static size_t print_fraction(char *text, double value, double scaled, int places)
{
	char digits[OAC_NUMBER_MAX];
	size_t len = oac_number_print_int(digits, (int64_t)scaled);
	size_t lead = (size_t)places >= len ? (size_t)places - len + 1 : 0;
	size_t n = 0;

	if (value < 0)
		text[n++] = '-';
	if (lead > 0) {
		text[n++] = '0';
		text[n++] = '.';
		memset(text + n, '0', lead - 1);
		n += lead - 1;
		memcpy(text + n, digits, len + 1);
		return n + len;
	}
	memcpy(text + n, digits, len - (size_t)places);
	n += len - (size_t)places;
	text[n++] = '.';
	memcpy(text + n, digits + len - (size_t)places, (size_t)places + 1);
	return n + (size_t)places;
}

/* The C library prints the locale's decimal point, which may be several bytes. */
static size_t normalise_point(char *text)
{
	size_t from;
	size_t to = 0;

	for (from = 0; text[from] != '\0'; from++) {
		char c = text[from];

		if ((c >= '0' && c <= '9') || c == '-' || c == 'e')
			text[to++] = c;
		else if (c != '+' && (to == 0 || text[to - 1] != '.'))
			text[to++] = '.';
	}
	text[to] = '\0';
	return to;
}

size_t oac_number_print(char *text, double value)
{
	double size = fabs(value);
	struct oac_number back;
	int digits;

	if (size < EXACT_INTEGER && value == trunc(value)) {
		if (value == 0 && signbit(value)) {
			memcpy(text, "-0.0", 5);
			return 4;
		}
		return oac_number_print_int(text, (int64_t)value);
	}
	if (size >= 1e-5 && size < EXACT_INTEGER) {
		int places;

		for (places = 1; places <= EXACT_POWER - 5; places++) {
			double scaled = nearbyint(size * powers[places]);

			if (scaled >= EXACT_INTEGER)
				break;
			if (scaled / powers[places] == size)
				return print_fraction(text, value, scaled, places);
		}
	}
	for (digits = 1; digits < DBL_DECIMAL_DIG; digits++) {
		char try[OAC_NUMBER_MAX * 2];
		size_t len;

		snprintf(try, sizeof(try), "%.*g", digits, value);
		len = normalise_point(try);
		oac_number_read(try, try + len, &back);
		if (back.form != OAC_NUMBER_BAD && back.value == value) {
			memcpy(text, try, len + 1);
			return len;
		}
	}
	snprintf(text, OAC_NUMBER_MAX, "%.*g", DBL_DECIMAL_DIG, value);
	return normalise_point(text);
}

static bool is_digit(const char *p, const char *end)
{
	return p < end && *p >= '0' && *p <= '9';
}

/* strtod rounds correctly but wants the locale's decimal point. */
static double read_slowly(const char *text, size_t len)
{
	char point[16];
	char copy[LONG_TEXT + sizeof(point)];
	size_t n = 0;
	size_t i;
	size_t point_len;

	snprintf(point, sizeof(point), "%.1f", 0.5);
	point_len = strlen(point) - 2;
	for (i = 0; i < len && n < sizeof(copy) - sizeof(point); i++) {
		if (text[i] == '.') {
			memcpy(copy + n, point + 1, point_len);
			n += point_len;
		} else {
			copy[n++] = text[i];
		}
	}
	copy[n] = '\0';
	return strtod(copy, NULL);
}

/*
 * More digits than fit: the first ones, a 1 for the rest unless it is all zeros (so
 * that no tie is made up), and the exponent that puts them right.
 */
static double read_long(const char *text, size_t len, long exponent)
{
	char copy[LONG_TEXT];
	bool negative = text[0] == '-';
	bool rest = false;
	long point = 0;
	bool fraction = false;
	size_t n = 0;
	size_t i;
	int tail;

	if (negative)
		copy[n++] = '-';
	for (i = negative; i < len && text[i] != 'e' && text[i] != 'E'; i++) {
		if (text[i] == '.') {
			fraction = true;
		} else if (n < KEPT_DIGITS) {
			if (n > (size_t)negative || text[i] != '0')
				copy[n++] = text[i];
			point -= fraction;
		} else {
			rest |= text[i] != '0';
			point += !fraction;
		}
	}
	if (rest) {
		copy[n++] = '1';
		point--;
	}
	if (n == (size_t)negative)
		copy[n++] = '0';
	tail = snprintf(copy + n, sizeof(copy) - n, "e%ld", exponent + point);
	return read_slowly(copy, n + (size_t)tail);
}

void oac_number_read(const char *text, const char *end, struct oac_number *number)
{
	const char *p = text;
	bool negative = false;
	bool integer = true;
	uint64_t mantissa = 0;
	long digits = 0;
	long exponent = 0; /* as written */
	long scale = 0;	   /* of the mantissa */

	memset(number, 0, sizeof(*number));
	number->form = OAC_NUMBER_BAD;
	if (p < end && *p == '-') {
		negative = true;
		p++;
	}
	if (!is_digit(p, end)) {
		number->len = (size_t)(p - text);
		return;
	}
	if (*p == '0') {
		p++;
	} else {
		const char *limit = end - p > MANTISSA_DIGITS ? p + MANTISSA_DIGITS : end;
		const char *first = p;

		for (; p < limit && (unsigned char)(*p - '0') < 10; p++)
			mantissa = mantissa * 10 + (uint64_t)(*p - '0');
		for (; is_digit(p, end); p++)
			scale++;
		digits = p - first;
	}
	if (p < end && *p == '.') {
		integer = false;
		p++;
		if (!is_digit(p, end)) {
			number->len = (size_t)(p - text);
			return;
		}
		for (; is_digit(p, end); p++) {
			if (digits < MANTISSA_DIGITS) {
				mantissa = mantissa * 10 + (uint64_t)(*p - '0');
				scale--;
			}
			digits += mantissa > 0;
		}
	}
	if (p < end && (*p == 'e' || *p == 'E')) {
		bool down = false;

		integer = false;
		p++;
		if (p < end && (*p == '+' || *p == '-'))
			down = *p++ == '-';
		if (!is_digit(p, end)) {
			number->len = (size_t)(p - text);
			return;
		}
		for (; is_digit(p, end); p++) {
			if (exponent < 100000000)
				exponent = exponent * 10 + (*p - '0');
		}
		if (down)
			exponent = -exponent;
	}
	number->len = (size_t)(p - text);
	scale += exponent;
	number->exact = digits <= DBL_DECIMAL_DIG;

	if (integer && digits <= MANTISSA_DIGITS &&
		mantissa <= (uint64_t)INT64_MAX + (negative ? 1 : 0)) {
		number->form = OAC_NUMBER_INT;
		number->integer = (int64_t)(negative ? 0 - mantissa : mantissa);
		number->value = (double)number->integer;
		if (negative && mantissa == 0)
			number->value = -0.0;
		number->exact = mantissa <= (uint64_t)1 << 53;
		return;
	}
	if (digits <= MANTISSA_DIGITS && mantissa <= (uint64_t)1 << 53 && scale >= -EXACT_POWER &&
		scale <= EXACT_POWER) {
		double value = (double)mantissa;

		value = scale < 0 ? value / powers[-scale] : value * powers[scale];
		number->value = negative ? -value : value;
	} else if (number->len < LONG_TEXT) {
		number->value = read_slowly(text, number->len);
	} else {
		number->value = read_long(text, number->len, exponent);
	}
	if (mantissa != 0 && number->value == 0)
		number->exact = false;
	if (isfinite(number->value))
		number->form = OAC_NUMBER_DOUBLE;
}

/* The digits of a whole number, whatever its sign, as far as 64 bits hold them. */
static bool read_whole(const char *text, size_t len, uint64_t *value)
{
	bool negative = text[0] == '-';
	size_t start = negative;
	size_t point = SIZE_MAX;
	size_t mantissa = len; /* where it ends */
	size_t i;
	int64_t places; /* digits in front of the decimal point once the exponent has moved it */
	int64_t shift = 0;
	uint64_t size = 0;

	for (i = start; i < len; i++) {
		if (text[i] == '.')
			point = i;
		else if (text[i] == 'e' || text[i] == 'E')
			mantissa = i;
		else if (i > mantissa && text[i] >= '0' && text[i] <= '9' && shift < 100000000)
			shift = shift * 10 + (text[i] - '0');
	}
	places = (int64_t)((point < mantissa ? point : mantissa) - start);
	places += mantissa < len && text[mantissa + 1] == '-' ? -shift : shift;

	for (i = start; i < mantissa || (places > 0 && size != 0); i++) {
		unsigned digit = i < mantissa ? (unsigned)(text[i] - '0') : 0;

		if (i == point)
			continue;
		if (places-- <= 0) {
			if (digit != 0)
				return false;
		} else {
			if (size > (UINT64_MAX - digit) / 10)
				return false;
			size = size * 10 + digit;
		}
	}
	*value = size;
	return true;
}

bool oac_number_whole(const char *text, size_t len, int64_t *value)
{
	bool negative = text[0] == '-';
	uint64_t size;

	if (!read_whole(text, len, &size) || size > (uint64_t)INT64_MAX + negative)
		return false;
	*value = (int64_t)(negative ? 0 - size : size);
	return true;
}

bool oac_number_unsigned(const char *text, size_t len, uint64_t *value)
{
	uint64_t size;

	if (!read_whole(text, len, &size) || (text[0] == '-' && size != 0))
		return false;
	*value = size;
	return true;
}
