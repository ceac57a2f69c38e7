/* Properties of Unicode in a pattern: general categories, and the few that no version changes. */
#include "pattern_parse.h"
#include "unicode_table.h"

#include <string.h>

enum {
	NAMES = 3,
};

static const struct {
	const char *names[NAMES];
	struct pattern_range ranges[11]; /* up to the one that ends with U+0000 */
} fixed[] = {
	{ { "Any" }, { { 0, PATTERN_LAST } } },
	{ { "ASCII" }, { { 0, 0x7f } } },
	{ { "AHex", "ASCII_Hex_Digit" }, { { '0', '9' }, { 'A', 'F' }, { 'a', 'f' } } },
	{ { "space", "White_Space" },
		{ { '\t', '\r' }, { ' ', ' ' }, { 0x85, 0x85 }, { 0xa0, 0xa0 }, { 0x1680, 0x1680 },
			{ 0x2000, 0x200a }, { 0x2028, 0x2029 }, { 0x202f, 0x202f },
			{ 0x205f, 0x205f }, { 0x3000, 0x3000 } } },
};

static const char *const categories[][NAMES] = {
	{ "L", "Letter" },
	{ "LC", "Cased_Letter" },
	{ "Lu", "Uppercase_Letter" },
	{ "Ll", "Lowercase_Letter" },
	{ "Lt", "Titlecase_Letter" },
	{ "Lm", "Modifier_Letter" },
	{ "Lo", "Other_Letter" },
	{ "M", "Mark", "Combining_Mark" },
	{ "Mn", "Nonspacing_Mark" },
	{ "Mc", "Spacing_Mark" },
	{ "Me", "Enclosing_Mark" },
	{ "N", "Number" },
	{ "Nd", "Decimal_Number", "digit" },
	{ "Nl", "Letter_Number" },
	{ "No", "Other_Number" },
	{ "P", "Punctuation", "punct" },
	{ "Pc", "Connector_Punctuation" },
	{ "Pd", "Dash_Punctuation" },
	{ "Ps", "Open_Punctuation" },
	{ "Pe", "Close_Punctuation" },
	{ "Pi", "Initial_Punctuation" },
	{ "Pf", "Final_Punctuation" },
	{ "Po", "Other_Punctuation" },
	{ "S", "Symbol" },
	{ "Sm", "Math_Symbol" },
	{ "Sc", "Currency_Symbol" },
	{ "Sk", "Modifier_Symbol" },
	{ "So", "Other_Symbol" },
	{ "Z", "Separator" },
	{ "Zs", "Space_Separator" },
	{ "Zl", "Line_Separator" },
	{ "Zp", "Paragraph_Separator" },
	{ "C", "Other" },
	{ "Cc", "Control", "cntrl" },
	{ "Cf", "Format" },
	{ "Cs", "Surrogate" },
	{ "Co", "Private_Use" },
	{ "Cn", "Unassigned" },
};

/* ---- general categories ---- */

/* "Lu" is one of "Lu", "L" and "LC". */
static bool belongs(const char *run, const char *category)
{
	if (strcmp(category, "LC") == 0)
		return run[0] == 'L' && strchr("ult", run[1]) != NULL;
	return strncmp(run, category, strlen(category)) == 0;
}

/* The run's length; *at goes on to the next one. */
static uint32_t read_run(const char **at)
{
	uint32_t length = 0;

	for (*at += 2; **at >= '0' && **at <= '9'; (*at)++)
		length = length * 10 + (uint32_t)(**at - '0');
	return length > 0 ? length : 1;
}

static void add_category(struct arena *arena, const char *category, struct pattern_set *set)
{
	const char *const *line;
	const char *at;
	uint32_t c = 0;

	for (line = unicode_runs; *line != NULL; line++) {
		for (at = *line; *at != '\0';) {
			bool wanted = belongs(at, category);
			uint32_t length = read_run(&at);

			if (wanted)
				pattern_set_add(arena, set, c, c + length - 1);
			c += length;
		}
	}
}

/* ---- names ---- */

/* Whether one of the names is there, and the brace behind it; then they are taken. */
static bool take_any(struct pattern_parser *in, const char *const *names)
{
	size_t i;

	for (i = 0; i < NAMES && names[i] != NULL; i++) {
		size_t len = strlen(names[i]);

		if ((size_t)(in->end - in->at) <= len || memcmp(in->at, names[i], len) != 0 ||
			in->at[len] != '}')
			continue;
		in->at += len + 1;
		return true;
	}
	return false;
}

static bool add_fixed(struct pattern_parser *in, struct pattern_set *set)
{
	const struct pattern_range *range;
	size_t i;

	for (i = 0; i < sizeof(fixed) / sizeof(fixed[0]); i++) {
		if (!take_any(in, fixed[i].names))
			continue;
		for (range = fixed[i].ranges; range->last > 0; range++)
			pattern_set_add(in->arena, set, range->first, range->last);
		return true;
	}
	return false;
}

static bool add_named_category(struct pattern_parser *in, struct pattern_set *set)
{
	size_t i;

	for (i = 0; i < sizeof(categories) / sizeof(categories[0]); i++) {
		if (!take_any(in, categories[i]))
			continue;
		add_category(in->arena, categories[i][0], set);
		return true;
	}
	return false;
}

bool pattern_property(struct pattern_parser *in, bool inverted, struct pattern_set *set)
{
	struct pattern_set own = { NULL, 0, 0, false };
	bool known;

	if (pattern_take(in, "{gc=") || pattern_take(in, "{General_Category="))
		known = add_named_category(in, &own);
	else
		known = pattern_take(in, "{") &&
			(add_fixed(in, &own) || add_named_category(in, &own));
	if (!known)
		return pattern_refuse(in, "a property of Unicode that is no general category");
	if (inverted)
		pattern_set_invert(in->arena, &own, PATTERN_LAST);
	pattern_set_join(in->arena, set, &own);
	return true;
}
