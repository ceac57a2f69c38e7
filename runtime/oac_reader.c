#include "oac_reader.h"

#include <string.h>

void oac_reader_init(struct oac_reader *reader, const char *text, size_t len)
{
	memset(reader, 0, sizeof(*reader));
	reader->start = reader->p = text;
	reader->end = text + len;
	if (len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0)
		reader->p += 3; /* RFC 8259, 8.1: a parser may ignore a byte order mark */
}

bool oac_reader_fail(struct oac_reader *reader, enum oac_status status, const char *problem)
{
	if (reader->status == OAC_OK) {
		reader->status = status;
		reader->problem = problem;
	}
	return false;
}

bool oac_reader_bad(struct oac_reader *reader, const char *problem)
{
	return oac_reader_fail(reader, OAC_E_JSON,
		reader->p >= reader->end ? "the text ends too early" : problem);
}

char oac_reader_peek_space(struct oac_reader *r)
{
	const uint64_t spaces = (uint64_t)1 << ' ' | 1 << '\n' | 1 << '\r' | 1 << '\t';
	const char *end = r->end;
	const char *p = r->p;

	for (; p < end; p++) {
		unsigned char c = (unsigned char)*p;

		if (c > ' ' || (spaces >> c & 1) == 0) {
			r->p = p;
			return *p;
		}
	}
	r->p = end;
	return '\0';
}

static int hex_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

/* What a backslash and c stand for, or 0. */
static char escaped(char c)
{
	switch (c) {
	case '"':
	case '\\':
	case '/':
		return c;
	case 'b':
		return '\b';
	case 'f':
		return '\f';
	case 'n':
		return '\n';
	case 'r':
		return '\r';
	case 't':
		return '\t';
	default:
		return '\0';
	}
}

/* The four digits at p, or -1. */
static int32_t hex4(const char *p, const char *end)
{
	int32_t value = 0;
	int i;

	if (end - p < 4)
		return -1;
	for (i = 0; i < 4; i++) {
		int digit = hex_value(p[i]);

		if (digit < 0)
			return -1;
		value = value * 16 + digit;
	}
	return value;
}

/* At a backslash. */
static bool check_escape(struct oac_reader *r)
{
	const char *p = r->p + 1;
	int32_t unit;

	if (p >= r->end) {
		r->p = r->end;
		return oac_reader_bad(r, NULL);
	}
	if (*p != 'u') {
		if (escaped(*p) == '\0')
			return oac_reader_bad(r, "unknown escape in a string");
		r->p += 2;
		return true;
	}
	unit = hex4(p + 1, r->end);
	if (unit < 0)
		return oac_reader_bad(r, "expected four hexadecimal digits after \\u");
	if (unit >= 0xdc00 && unit <= 0xdfff)
		return oac_reader_bad(r, "half of a surrogate pair in a string");
	if (unit >= 0xd800 && unit <= 0xdbff) {
		int32_t low =
			r->end - p > 6 && p[5] == '\\' && p[6] == 'u' ? hex4(p + 7, r->end) : -1;

		if (low < 0xdc00 || low > 0xdfff)
			return oac_reader_bad(r, "half of a surrogate pair in a string");
		r->p += 6;
	}
	r->p += 6;
	return true;
}

bool oac_reader_string_rest(struct oac_reader *r, struct oac_token *token)
{
	for (;; r->p = oac_text_plain(r->p, r->end)) {
		if (r->p >= r->end)
			return oac_reader_bad(r, NULL);
		if (*r->p == '"') {
			token->len = (size_t)(r->p++ - token->text);
			return true;
		}
		token->plain = false;
		if (*r->p == '\\') {
			if (!check_escape(r))
				return false;
		} else if ((unsigned char)*r->p < 0x20) {
			return oac_reader_bad(r, "control character in a string");
		} else {
			size_t len = oac_text_utf8(r->p, r->end);

			if (len == 0)
				return oac_reader_bad(r, "a string is not valid UTF-8");
			r->p += len;
		}
	}
}

static size_t put_utf8(char *out, uint32_t c)
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xc0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3f));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (char)(0xe0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3f));
		out[2] = (char)(0x80 | (c & 0x3f));
		return 3;
	}
	out[0] = (char)(0xf0 | c >> 18);
	out[1] = (char)(0x80 | (c >> 12 & 0x3f));
	out[2] = (char)(0x80 | (c >> 6 & 0x3f));
	out[3] = (char)(0x80 | (c & 0x3f));
	return 4;
}

/*
 * Copies up to the next escape, whose place is returned. to may lie in front of p in the same
 * text. Escapes mostly stand close together, as in JSON within JSON: no call is worth its while.
 */
static const char *copy_run(char **to, const char *p, const char *end)
{
	const uint64_t ones = 0x0101010101010101u;
	char *out = *to;
	uint64_t word;

	for (; end - p >= 8; p += 8, out += 8) {
		memcpy(&word, p, sizeof(word));
		uint64_t other = word ^ ones * '\\';
		if (((other - ones) & ~other & ones * 0x80) != 0)
			break;
		memcpy(out, &word, sizeof(word));
	}
	while (p < end && *p != '\\')
		*out++ = *p++;
	*to = out;
	return p;
}

size_t oac_token_value(const struct oac_token *token, char *out)
{
	const char *p = token->text;
	const char *end = p + token->len;
	char *to = out;

	if (token->plain) {
		memcpy(out, p, token->len);
		return token->len;
	}
	while (p < end) {
		uint32_t c;

		p = copy_run(&to, p, end); /* out may be the token's own text */
		if (p == end)
			break;
		if (p[1] != 'u') {
			*to++ = escaped(p[1]);
			p += 2;
			continue;
		}
		c = (uint32_t)hex4(p + 2, end);
		p += 6;
		if (c >= 0xd800 && c <= 0xdbff) {
			c = 0x10000 + ((c - 0xd800) << 10) + ((uint32_t)hex4(p + 2, end) - 0xdc00);
			p += 6;
		}
		to += put_utf8(to, c);
	}
	return (size_t)(to - out);
}

/* Steps over a number that may be larger than any double. */
static bool skip_number(struct oac_reader *r, struct oac_number *number)
{
	oac_number_read(r->p, r->end, number);
	r->p += number->len;
	if (number->form == OAC_NUMBER_BAD && number->value == 0)
		return oac_reader_bad(r, "malformed number");
	if (r->p < r->end && *r->p >= '0' && *r->p <= '9')
		return oac_reader_bad(r, "a number begins with a superfluous zero");
	return true;
}

bool oac_reader_number(struct oac_reader *r, struct oac_number *number)
{
	if (!skip_number(r, number))
		return false;
	return number->form != OAC_NUMBER_BAD ||
		oac_reader_fail(r, OAC_E_TYPE, "number out of range");
}

bool oac_reader_literal(struct oac_reader *r, const char *word, size_t len)
{
	size_t left = (size_t)(r->end - r->p);

	if (left >= len && oac_text_same(r->p, word, len)) {
		r->p += len;
		return true;
	}
	if (memcmp(r->p, word, left < len ? left : len) != 0)
		return oac_reader_bad(r, "expected a value");
	r->p = r->end;
	return oac_reader_bad(r, NULL);
}

/* The brackets that are open are one bit each: an object or an array. */
bool oac_reader_skip(struct oac_reader *r, struct oac_span *span)
{
	uint64_t objects[OAC_MAX_DEPTH / 64 + 1] = { 0 };
	unsigned bottom = r->depth;
	struct oac_token token;
	struct oac_number number;
	const char *start;
	bool empty;
	bool more;

	oac_reader_peek(r);
	start = r->p;
	for (;;) {
		char c = oac_reader_peek(r);
		bool opened = false;

		switch (c) {
		case '{':
		case '[':
			if (!oac_reader_open(r, c == '{' ? '}' : ']', &empty))
				return false;
			if (!empty) {
				uint64_t bit = (uint64_t)1 << r->depth % 64;

				if (c == '{')
					objects[r->depth / 64] |= bit;
				else
					objects[r->depth / 64] &= ~bit;
				opened = true;
			}
			break;
		case '"':
			if (!oac_reader_string(r, &token))
				return false;
			break;
		case 't':
			if (!oac_reader_literal(r, "true", 4))
				return false;
			break;
		case 'f':
			if (!oac_reader_literal(r, "false", 5))
				return false;
			break;
		case 'n':
			if (!oac_reader_literal(r, "null", 4))
				return false;
			break;
		default:
			if (c != '-' && (c < '0' || c > '9'))
				return oac_reader_bad(r, "expected a value");
			if (!skip_number(r, &number))
				return false;
		}
		while (!opened && r->depth > bottom) {
			bool object = objects[r->depth / 64] >> r->depth % 64 & 1;

			if (!oac_reader_next(r, object ? '}' : ']', &more))
				return false;
			if (more)
				break;
		}
		if (r->depth == bottom)
			break;
		if (objects[r->depth / 64] >> r->depth % 64 & 1 && !oac_reader_name(r, &token))
			return false;
	}
	if (span != NULL) {
		span->text = start;
		span->len = (size_t)(r->p - start);
	}
	return true;
}

bool oac_reader_finish(struct oac_reader *r)
{
	if (oac_reader_peek(r) != '\0' || r->p < r->end)
		return oac_reader_bad(r, "something follows the value");
	return true;
}

const char *oac_reader_kind(char first)
{
	switch (first) {
	case '{':
		return "an object";
	case '[':
		return "an array";
	case '"':
		return "a string";
	case 't':
	case 'f':
		return "a boolean";
	case 'n':
		return "null";
	default:
		return "a number";
	}
}
