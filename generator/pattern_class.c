/* Characters of a pattern: escapes and classes. */
#include "pattern_parse.h"

#include <string.h>

#define UNKNOWN "an escape that is not known"

bool pattern_refuse(struct pattern_parser *in, const char *why)
{
	if (in->why == NULL)
		in->why = why;
	return false;
}

bool pattern_take(struct pattern_parser *in, const char *text)
{
	size_t len = strlen(text);

	if ((size_t)(in->end - in->at) < len || memcmp(in->at, text, len) != 0)
		return false;
	in->at += len;
	return true;
}

/* The document was checked to be UTF-8. */
uint32_t pattern_take_character(struct pattern_parser *in)
{
	unsigned char first = (unsigned char)*in->at++;
	uint32_t c = first;
	int more = first < 0xc0 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;

	if (more > 0)
		c = first & (0x3fu >> more);
	for (; more > 0 && in->at < in->end; more--)
		c = c << 6 | ((unsigned char)*in->at++ & 0x3fu);
	return c <= PATTERN_LAST ? c : 0xfffd;
}

/* ---- sets with a name ---- */

static const struct pattern_range digits[] = { { '0', '9' } };
static const struct pattern_range words[] = { { '0', '9' }, { 'A', 'Z' }, { '_', '_' },
	{ 'a', 'z' } };
static const struct pattern_range spaces[] = { { '\t', '\r' }, { ' ', ' ' }, { 0xa0, 0xa0 },
	{ 0x1680, 0x1680 }, { 0x2000, 0x200a }, { 0x2028, 0x2029 }, { 0x202f, 0x202f },
	{ 0x205f, 0x205f }, { 0x3000, 0x3000 }, { 0xfeff, 0xfeff } };

#define RANGES(list) (list), sizeof(list) / sizeof((list)[0])

static void add_ranges(struct arena *arena, struct pattern_set *set,
	const struct pattern_range *ranges, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		pattern_set_add(arena, set, ranges[i].first, ranges[i].last);
}

bool pattern_shorthand(struct arena *arena, char letter, struct pattern_set *set)
{
	static const struct {
		char small;
		char large;
		const struct pattern_range *ranges;
		size_t count;
	} shorthands[] = {
		{ 'd', 'D', RANGES(digits) },
		{ 'w', 'W', RANGES(words) },
		{ 's', 'S', RANGES(spaces) },
	};
	struct pattern_set own = { NULL, 0, 0, false };
	size_t i;

	for (i = 0; i < 3; i++) {
		if (letter != shorthands[i].small && letter != shorthands[i].large)
			continue;
		add_ranges(arena, &own, shorthands[i].ranges, shorthands[i].count);
		if (letter == shorthands[i].large)
			pattern_set_invert(arena, &own, PATTERN_LAST);
		pattern_set_join(arena, set, &own);
		return true;
	}
	return false;
}

/* ---- escapes ---- */

static int hex_digit(char c)
{
	return c >= '0' && c <= '9'    ? c - '0'
		: c >= 'a' && c <= 'f' ? c - 'a' + 10
		: c >= 'A' && c <= 'F' ? c - 'A' + 10
				       : -1;
}

/* So many digits of base 16. False, and nothing is taken: they are not there. */
static bool take_hex(struct pattern_parser *in, int count, uint32_t *value)
{
	int i;

	if (in->end - in->at < count)
		return false;
	for (*value = 0, i = 0; i < count; i++) {
		int digit = hex_digit(in->at[i]);

		if (digit < 0)
			return false;
		*value = *value * 16 + (uint32_t)digit;
	}
	in->at += count;
	return true;
}

/* Behind \u: 0041, d83d\ude00 or {1f600}. */
static bool read_unicode(struct pattern_parser *in, uint32_t *c)
{
	const char *start = in->at;
	uint32_t low;

	if (pattern_take(in, "{")) {
		for (*c = 0; take_hex(in, 1, &low); *c = *c * 16 + low) {
			if (*c > PATTERN_LAST / 16)
				return pattern_refuse(in, UNKNOWN);
		}
		return (in->at > start + 1 && pattern_take(in, "}")) || pattern_refuse(in, UNKNOWN);
	}
	if (!take_hex(in, 4, c))
		return pattern_refuse(in, UNKNOWN);
	start = in->at;
	if (*c >= 0xd800 && *c <= 0xdbff && pattern_take(in, "\\u") && take_hex(in, 4, &low) &&
		low >= 0xdc00 && low <= 0xdfff)
		*c = 0x10000 + ((*c - 0xd800) << 10) + (low - 0xdc00);
	else
		in->at = start;
	return true;
}

/* Behind a backslash, a single character. */
static bool read_character(struct pattern_parser *in, uint32_t *c)
{
	static const char letters[] = "tnvfr";
	static const char values[] = "\t\n\v\f\r";
	const char *letter;

	*c = pattern_take_character(in);
	if (*c > 0 && *c < 128 && (letter = strchr(letters, (int)*c)) != NULL) {
		*c = (unsigned char)values[letter - letters];
		return true;
	}
	if (*c == '0' && (in->at == in->end || *in->at < '0' || *in->at > '9')) {
		*c = 0;
		return true;
	}
	if (*c == 'c' && in->at < in->end &&
		((*in->at >= 'a' && *in->at <= 'z') || (*in->at >= 'A' && *in->at <= 'Z'))) {
		*c = (uint32_t)*in->at++ % 32;
		return true;
	}
	if (*c == 'x')
		return take_hex(in, 2, c) || pattern_refuse(in, UNKNOWN);
	if (*c == 'u')
		return read_unicode(in, c);
	if ((*c >= '1' && *c <= '9') || *c == 'k')
		return pattern_refuse(in, "a reference to a group");
	if ((*c >= '0' && *c <= '9') || (*c >= 'A' && *c <= 'Z') || (*c >= 'a' && *c <= 'z'))
		return pattern_refuse(in, UNKNOWN);
	return true;
}

bool pattern_escape(struct pattern_parser *in, struct pattern_set *set)
{
	uint32_t c;

	if (in->at == in->end)
		return pattern_refuse(in, "a backslash at its end");
	if (pattern_shorthand(in->arena, *in->at, set)) {
		in->at++;
		return true;
	}
	if (pattern_take(in, "p"))
		return pattern_property(in, false, set);
	if (pattern_take(in, "P"))
		return pattern_property(in, true, set);
	if (!read_character(in, &c))
		return false;
	pattern_set_add(in->arena, set, c, c);
	return true;
}

/* ---- classes ---- */

static bool is_one(const struct pattern_set *set)
{
	return set->count == 1 && set->ranges[0].first == set->ranges[0].last;
}

static bool read_member(struct pattern_parser *in, struct pattern_set *set)
{
	uint32_t c;

	set->count = 0;
	if (in->at == in->end)
		return pattern_refuse(in, "a class without an end");
	if (pattern_take(in, "\\b"))
		c = '\b';
	else if (pattern_take(in, "\\"))
		return pattern_escape(in, set);
	else
		c = pattern_take_character(in);
	pattern_set_add(in->arena, set, c, c);
	return true;
}

/* One member or a range. That from or to a shorthand is none: its '-' is a member. */
static bool read_members(struct pattern_parser *in, struct pattern_set *set)
{
	struct pattern_set first = { NULL, 0, 0, false };
	struct pattern_set last = { NULL, 0, 0, false };

	if (!read_member(in, &first))
		return false;
	if (in->end - in->at < 2 || in->at[0] != '-' || in->at[1] == ']') {
		pattern_set_join(in->arena, set, &first);
		return true;
	}
	in->at++;
	if (!read_member(in, &last))
		return false;
	if (is_one(&first) && is_one(&last)) {
		if (last.ranges[0].first < first.ranges[0].first)
			return pattern_refuse(in, "a range that ends before it begins");
		pattern_set_add(in->arena, set, first.ranges[0].first, last.ranges[0].first);
		return true;
	}
	pattern_set_join(in->arena, set, &first);
	pattern_set_join(in->arena, set, &last);
	pattern_set_add(in->arena, set, '-', '-');
	return true;
}

bool pattern_class(struct pattern_parser *in, struct pattern_set *set)
{
	bool inverted = pattern_take(in, "^");

	while (!pattern_take(in, "]")) {
		if (!read_members(in, set))
			return false;
	}
	if (inverted)
		pattern_set_invert(in->arena, set, PATTERN_LAST);
	return true;
}
