#include "source_parse.h"

#include <string.h>

static bool is_word(const char *text, size_t len, const char *lower)
{
	if (strlen(lower) != len)
		return false;
	if (memcmp(text, lower, len) == 0)
		return true;

	/* Also Capitalised and UPPER, but no other mix. A leading dot has no case. */
	size_t first = lower[0] == '.' ? 1 : 0;
	if (memcmp(text, lower, first) != 0 || text[first] != lower[first] - 32)
		return false;
	if (memcmp(text + first + 1, lower + first + 1, len - first - 1) == 0)
		return true;
	for (size_t i = first + 1; i < len; i++) {
		if (text[i] != lower[i] - 32)
			return false;
	}
	return true;
}

static const char *skip_digits(const char *text, const char *end)
{
	while (text < end && *text >= '0' && *text <= '9')
		text++;
	return text;
}

static bool is_based(const char *text, const char *end)
{
	if (end - text < 3 || text[0] != '0' || (text[1] != 'x' && text[1] != 'o'))
		return false;
	const char *digits = text[1] == 'x' ? "0123456789abcdefABCDEF" : "01234567";
	for (text += 2; text < end; text++) {
		if (*text == '\0' || strchr(digits, *text) == NULL)
			return false;
	}
	return true;
}

static bool is_number(const char *text, const char *end, bool *integer)
{
	*integer = is_based(text, end);
	if (*integer)
		return true;

	if (text < end && (*text == '-' || *text == '+'))
		text++;
	size_t rest = (size_t)(end - text);
	if (rest > 0 && *text == '.' && is_word(text, rest, ".inf"))
		return true;

	const char *whole = skip_digits(text, end);
	bool digits = whole > text;
	if (digits && whole == end) {
		*integer = true;
		return true;
	}
	text = whole;
	if (text < end && *text == '.') {
		const char *fraction = skip_digits(text + 1, end);
		digits = digits || fraction > text + 1;
		text = fraction;
	}
	if (!digits)
		return false;
	if (text < end && (*text == 'e' || *text == 'E')) {
		text++;
		if (text < end && (*text == '-' || *text == '+'))
			text++;
		const char *exponent = skip_digits(text, end);
		if (exponent == text)
			return false;
		text = exponent;
	}
	return text == end;
}

enum tree_kind source_resolve_plain(const char *text, size_t len, bool *integer)
{
	*integer = false;
	if (len == 0 || (len == 1 && *text == '~'))
		return TREE_NULL;

	switch (*text) {
	case 'n':
	case 'N':
		return is_word(text, len, "null") ? TREE_NULL : TREE_STRING;
	case 't':
	case 'T':
		return is_word(text, len, "true") ? TREE_BOOL : TREE_STRING;
	case 'f':
	case 'F':
		return is_word(text, len, "false") ? TREE_BOOL : TREE_STRING;
	default:
		break;
	}
	/* .nan is three spellings that follow no rule of case */
	if (len == 4 && (memcmp(text, ".nan", 4) == 0 || memcmp(text, ".NaN", 4) == 0 ||
				memcmp(text, ".NAN", 4) == 0))
		return TREE_NUMBER;
	return is_number(text, text + len, integer) ? TREE_NUMBER : TREE_STRING;
}
