#include "jsonpath_scan.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* The RFC wants integers that a double holds. */
#define MAX_INT INT64_C(9007199254740991)

bool jsonpath_fail(struct jsonpath_scanner *in, const char *at, const char *format, ...)
{
	if (in->failure->message[0] != '\0')
		return false;
	va_list args;
	va_start(args, format);
	vsnprintf(in->failure->message, sizeof(in->failure->message), format, args);
	va_end(args);
	in->failure->offset = (size_t)(at - in->text);
	return false;
}

bool jsonpath_expected(struct jsonpath_scanner *in, const char *what)
{
	if (in->at == in->end)
		return jsonpath_fail(in, in->at, "expected %s, got the end", what);
	if (*in->at < ' ' || *in->at > '~')
		return jsonpath_fail(in, in->at, "expected %s", what);
	return jsonpath_fail(in, in->at, "expected %s, got '%c'", what, *in->at);
}

void jsonpath_skip_space(struct jsonpath_scanner *in)
{
	while (in->at < in->end && *in->at != '\0' && strchr(" \t\r\n", *in->at) != NULL)
		in->at++;
}

char jsonpath_peek(const struct jsonpath_scanner *in)
{
	return in->at < in->end ? *in->at : '\0';
}

bool jsonpath_take(struct jsonpath_scanner *in, const char *word)
{
	size_t len = strlen(word);
	if ((size_t)(in->end - in->at) < len || memcmp(in->at, word, len) != 0)
		return false;
	in->at += len;
	return true;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_name_start(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
	       ((unsigned char)c & 0x80) != 0;
}

const char *jsonpath_scan_name(struct jsonpath_scanner *in, size_t *len)
{
	const char *start = in->at;
	if (!is_name_start(jsonpath_peek(in)))
		return NULL;
	while (in->at < in->end && (is_name_start(*in->at) || is_digit(*in->at)))
		in->at++;
	*len = (size_t)(in->at - start);
	return arena_text(in->arena, start, *len);
}

static int hex_value(char c)
{
	if (is_digit(c))
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static bool scan_hex4(struct jsonpath_scanner *in, uint32_t *value)
{
	*value = 0;
	for (int i = 0; i < 4; i++, in->at++) {
		int digit = hex_value(jsonpath_peek(in));
		if (digit < 0)
			return jsonpath_expected(in, "four hexadecimal digits after '\\u'");
		*value = *value * 16 + (uint32_t)digit;
	}
	return true;
}

static char *put_utf8(char *out, uint32_t code)
{
	if (code < 0x80) {
		*out++ = (char)code;
	} else if (code < 0x800) {
		*out++ = (char)(0xC0 | code >> 6);
		*out++ = (char)(0x80 | (code & 0x3F));
	} else if (code < 0x10000) {
		*out++ = (char)(0xE0 | code >> 12);
		*out++ = (char)(0x80 | (code >> 6 & 0x3F));
		*out++ = (char)(0x80 | (code & 0x3F));
	} else {
		*out++ = (char)(0xF0 | code >> 18);
		*out++ = (char)(0x80 | (code >> 12 & 0x3F));
		*out++ = (char)(0x80 | (code >> 6 & 0x3F));
		*out++ = (char)(0x80 | (code & 0x3F));
	}
	return out;
}

/* What follows "\u". No escape is shorter than the bytes that it stands for. */
static bool scan_unicode(struct jsonpath_scanner *in, char **out)
{
	const char *start = in->at - 2;
	uint32_t code;
	uint32_t low;
	if (!scan_hex4(in, &code))
		return false;
	if (code >= 0xD800 && code < 0xDC00) {
		if (!jsonpath_take(in, "\\u"))
			return jsonpath_fail(in, start, "half a surrogate pair");
		if (!scan_hex4(in, &low))
			return false;
		if (low < 0xDC00 || low > 0xDFFF)
			return jsonpath_fail(in, start, "half a surrogate pair");
		code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
	} else if (code >= 0xDC00 && code < 0xE000) {
		return jsonpath_fail(in, start, "half a surrogate pair");
	}
	*out = put_utf8(*out, code);
	return true;
}

static bool scan_escape(struct jsonpath_scanner *in, char quote, char **out)
{
	static const char letters[] = "btnfr/\\";
	static const char meanings[] = "\b\t\n\f\r/\\";
	char c = jsonpath_peek(in);
	const char *letter = c != '\0' ? strchr(letters, c) : NULL;
	if (c == 'u') {
		in->at++;
		return scan_unicode(in, out);
	}
	if (letter == NULL && c != quote)
		return jsonpath_fail(in, in->at - 1, "unknown escape");
	in->at++;
	*(*out)++ = letter != NULL ? meanings[letter - letters] : c;
	return true;
}

const char *jsonpath_scan_string(struct jsonpath_scanner *in, size_t *len)
{
	const char *start = in->at;
	char quote = *in->at++;
	const char *close = in->at;
	for (; close < in->end && *close != quote; close++)
		close += *close == '\\' && close + 1 < in->end ? 1 : 0;
	char *text = arena_alloc(in->arena, (size_t)(close - in->at) + 1);
	char *out = text;
	while (in->at < in->end && *in->at != quote) {
		char c = *in->at++;
		if ((unsigned char)c < 0x20) {
			jsonpath_fail(in, in->at - 1, "a control character must be escaped");
			return NULL;
		}
		if (c != '\\')
			*out++ = c;
		else if (!scan_escape(in, quote, &out))
			return NULL;
	}
	if (in->at == in->end) {
		jsonpath_fail(in, start, "the string has no end");
		return NULL;
	}
	in->at++;
	*len = (size_t)(out - text);
	return text;
}

bool jsonpath_scan_int(struct jsonpath_scanner *in, int64_t *value)
{
	const char *start = in->at;
	bool negative = jsonpath_take(in, "-");
	const char *digits = in->at;
	int64_t sum = 0;
	if (!is_digit(jsonpath_peek(in)))
		return jsonpath_expected(in, "a number");
	for (; is_digit(jsonpath_peek(in)); in->at++) {
		sum = sum * 10 + (*in->at - '0');
		if (sum > MAX_INT)
			return jsonpath_fail(in, start, "the number is out of range");
	}
	if (*digits == '0' && in->at - digits > 1)
		return jsonpath_fail(in, start, "a number does not begin with 0");
	if (*digits == '0' && negative)
		return jsonpath_fail(in, start, "-0 is no index");
	*value = negative ? -sum : sum;
	return true;
}

static bool skip_digits(struct jsonpath_scanner *in)
{
	if (!is_digit(jsonpath_peek(in)))
		return jsonpath_expected(in, "a digit");
	while (is_digit(jsonpath_peek(in)))
		in->at++;
	return true;
}

struct tree_node *jsonpath_scan_number(struct jsonpath_scanner *in)
{
	const char *start = in->at;
	bool integer = true;
	jsonpath_take(in, "-");
	const char *digits = in->at;
	if (!skip_digits(in))
		return NULL;
	if (*digits == '0' && in->at - digits > 1) {
		jsonpath_fail(in, start, "a number does not begin with 0");
		return NULL;
	}
	if (jsonpath_take(in, ".")) {
		integer = false;
		if (!skip_digits(in))
			return NULL;
	}
	if (jsonpath_take(in, "e") || jsonpath_take(in, "E")) {
		integer = false;
		if (!jsonpath_take(in, "+"))
			jsonpath_take(in, "-");
		if (!skip_digits(in))
			return NULL;
	}
	struct tree_node *node = tree_new(in->arena, TREE_NUMBER);
	node->len = (uint32_t)(in->at - start);
	node->text = arena_text(in->arena, start, node->len);
	node->integer = integer;
	return node;
}
