#include "ere.h"

#include "buffer.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum {
	REPEAT_MAX = 255, /* what POSIX promises */
	DEPTH_MAX = 32,
	WEIGHT_MAX = 10000, /* characters when repetitions are written out: regcomp() does that */
};

/* A character that is not ASCII, of UTF-8 that is valid. */
#define BEYOND "[\xc2-\xf4][\x80-\xbf]{1,3}"

struct translation {
	const char *p;
	struct buffer out;
	const char *why;
	int groups; /* that are open */
	long weights[DEPTH_MAX + 1]; /* of each */
	long last; /* weight of what stands last, which can be repeated; 0: it cannot */
};

/* Which of the ASCII characters; 0 never: it ends texts. */
struct set {
	bool has[128];
	bool beyond; /* and all that are not ASCII */
};

static bool refuse(struct translation *t, const char *why)
{
	if (t->why == NULL)
		t->why = why;
	return false;
}

/* Something that can be repeated was added. */
static bool weigh(struct translation *t, long weight)
{
	t->last = weight;
	t->weights[t->groups] += weight;
	return t->weights[t->groups] <= WEIGHT_MAX || refuse(t, "its length");
}

/* ---- sets of characters ---- */

static void add_range(struct set *set, int first, int last)
{
	int c;

	for (c = first > 0 ? first : 1; c <= last; c++)
		set->has[c] = true;
}

static void invert(struct set *set)
{
	int c;

	for (c = 1; c < 128; c++)
		set->has[c] = !set->has[c];
	set->beyond = !set->beyond;
}

/* \d \w \s and their opposites. False: none of these. */
static bool add_shorthand(struct set *set, char letter)
{
	struct set own = { { false }, false };
	int c;

	switch (letter) {
	case 'd':
	case 'D':
		add_range(&own, '0', '9');
		break;
	case 'w':
	case 'W':
		add_range(&own, '0', '9');
		add_range(&own, 'A', 'Z');
		add_range(&own, 'a', 'z');
		own.has['_'] = true;
		break;
	case 's':
	case 'S':
		add_range(&own, '\t', '\r');
		own.has[' '] = true;
		break;
	default:
		return false;
	}
	if (letter < 'a')
		invert(&own);
	for (c = 1; c < 128; c++)
		set->has[c] |= own.has[c];
	set->beyond |= own.beyond;
	return true;
}

/* As a bracket expression, in which ']' stands first, '-' last, and '^' never alone or first. */
static void put_bracket(struct buffer *out, const struct set *set)
{
	size_t start;
	int c;

	buffer_add_char(out, '[');
	start = out->len;
	if (set->has[']'])
		buffer_add_char(out, ']');
	for (c = 1; c < 128; c++) {
		int last = c;

		if (!set->has[c] || c == ']' || c == '-' || c == '^' || c == '[')
			continue;
		while (last < 127 && set->has[last + 1] && strchr("]-^[", last + 1) == NULL)
			last++;
		buffer_add_char(out, (char)c);
		if (last > c + 1)
			buffer_add_char(out, '-');
		if (last > c)
			buffer_add_char(out, (char)last);
		c = last;
	}
	if (set->has['['])
		buffer_add_char(out, '[');
	if (out->len == start && set->has['-'])
		buffer_add_char(out, '-');
	if (set->has['^'])
		buffer_add_char(out, '^');
	if (set->has['-'] && out->text[start] != '-')
		buffer_add_char(out, '-');
	buffer_add_char(out, ']');
}

static bool put_set(struct translation *t, const struct set *set)
{
	bool any = false;
	bool only_caret = true;
	int c;

	for (c = 1; c < 128; c++) {
		any |= set->has[c];
		only_caret &= !set->has[c] || c == '^';
	}
	if (!any && !set->beyond)
		return refuse(t, "a class that has no character");
	if (set->beyond)
		buffer_add_char(&t->out, '(');
	if (any && only_caret)
		buffer_add_text(&t->out, "\\^");
	else if (any)
		put_bracket(&t->out, set);
	if (set->beyond)
		buffer_add_text(&t->out, any ? "|" BEYOND ")" : BEYOND ")");
	return weigh(t, 1);
}

/* ---- single characters ---- */

static bool put_char(struct translation *t, int c)
{
	struct set set = { { false }, false };

	if (c <= 0 || c > 127)
		return refuse(t, "a character that is not ASCII");
	if (strchr(".[]\\()*+?{}|^$", c) == NULL) {
		buffer_add_char(&t->out, (char)c);
		return weigh(t, 1);
	}
	if (c == '^' || c == '\\' || c == '{' || c == '}') {
		buffer_add_char(&t->out, '\\');
		buffer_add_char(&t->out, (char)c);
		return weigh(t, 1);
	}
	set.has[c] = true;
	return put_set(t, &set);
}

/* Digits of base 16; -1: they are not there. */
static int read_hex(struct translation *t, int digits)
{
	int value = 0;
	int i;

	for (i = 0; i < digits; i++) {
		char c = *t->p;
		int digit = c >= '0' && c <= '9' ? c - '0'
			: c >= 'a' && c <= 'f'	 ? c - 'a' + 10
			: c >= 'A' && c <= 'F'	 ? c - 'A' + 10
						 : -1;

		if (digit < 0)
			return -1;
		value = value * 16 + digit;
		t->p++;
	}
	return value;
}

/* Behind a backslash, a single character; -1: refused. */
static int read_escape(struct translation *t)
{
	static const char letters[] = "tnrfv";
	static const char values[] = "\t\n\r\f\v";
	char c = *t->p;
	const char *letter = c != '\0' ? strchr(letters, c) : NULL;
	int value;

	if (c != '\0')
		t->p++;
	if (letter != NULL)
		return values[letter - letters];
	if (c == 'x' || c == 'u') {
		value = read_hex(t, c == 'x' ? 2 : 4);
		if (value > 0 && value < 128)
			return value;
		refuse(t, value < 0 ? "a broken escape" : "a character that is not ASCII");
		return -1;
	}
	if (c > 0 && (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z'))
		return c;
	refuse(t, c >= '1' && c <= '9'		 ? "a reference to a group"
		: c == 'p' || c == 'P'		 ? "a property of Unicode"
		: c == 'b' || c == 'B'		 ? "the edge of a word"
						 : "an escape that is not known");
	return -1;
}

/* ---- classes ---- */

/* One character of a class; -1: refused; -2: a shorthand, which is in set. */
static int read_member(struct translation *t, struct set *set)
{
	int c = (unsigned char)*t->p;

	if (c == '\0') {
		refuse(t, "a class without an end");
		return -1;
	}
	t->p++;
	if (c == '\\') {
		if (add_shorthand(set, *t->p)) {
			t->p++;
			return -2;
		}
		if (*t->p == 'b') {
			t->p++;
			return '\b';
		}
		return read_escape(t);
	}
	if (c < 128)
		return c;
	refuse(t, "a character that is not ASCII");
	return -1;
}

static bool put_class(struct translation *t)
{
	struct set set = { { false }, false };
	bool inverted = *t->p == '^';

	if (inverted)
		t->p++;
	while (*t->p != ']') {
		int first = read_member(t, &set);
		int last = first;

		if (first == -1)
			return false;
		if (first > 0 && t->p[0] == '-' && t->p[1] != ']' && t->p[1] != '\0') {
			t->p++;
			last = read_member(t, &set);
			if (last == -1)
				return false;
			if (last < first) /* a shorthand, too */
				return refuse(t, "a range that is none");
		}
		if (first > 0)
			add_range(&set, first, last);
	}
	t->p++;
	if (inverted)
		invert(&set);
	return put_set(t, &set);
}

/* ---- the whole ---- */

static bool open_group(struct translation *t)
{
	if (t->p[0] == '?' && t->p[1] == ':') {
		t->p += 2;
	} else if (t->p[0] == '?' && t->p[1] == '<' && t->p[2] != '=' && t->p[2] != '!') {
		const char *end = strchr(t->p, '>');

		if (end == NULL)
			return refuse(t, "a group whose name has no end");
		t->p = end + 1;
	} else if (t->p[0] == '?') {
		return refuse(t, "a look ahead or behind");
	}
	if (*t->p == ')' || *t->p == '|')
		return refuse(t, "an alternative that is empty");
	if (t->groups == DEPTH_MAX)
		return refuse(t, "groups within more than 32 groups");
	t->weights[++t->groups] = 0;
	t->last = 0;
	buffer_add_char(&t->out, '(');
	return true;
}

/* "{2,5}", behind the brace. False: it is none, and the brace a character; or refused. */
static bool read_counts(struct translation *t)
{
	const char *p = t->p;
	long most = 0;
	bool digits = false;

	for (; (*p >= '0' && *p <= '9') || (*p == ',' && digits); p++) {
		if (*p == ',') {
			most = 0;
			if (memchr(t->p, ',', (size_t)(p - t->p)) != NULL)
				return false;
			continue;
		}
		digits = true;
		most = most * 10 + (*p - '0');
		if (most > REPEAT_MAX)
			return refuse(t, "a repetition of more than 255 times");
	}
	if (!digits || *p != '}')
		return false;
	buffer_add_char(&t->out, '{');
	buffer_add(&t->out, t->p, (size_t)(p + 1 - t->p));
	t->p = p + 1;
	return most == 0 || weigh(t, t->last * most);
}

static bool end_repetition(struct translation *t)
{
	if (*t->p == '?') /* whether it takes few or many does not matter to the answer */
		t->p++;
	t->last = 0;
	return true;
}

static bool put_next(struct translation *t)
{
	struct set all = { { false }, false };
	int c = (unsigned char)*t->p++;

	switch (c) {
	case '\\':
		if (add_shorthand(&all, *t->p)) {
			t->p++;
			return put_set(t, &all);
		}
		c = read_escape(t);
		return c > 0 && put_char(t, c);
	case '.':
		invert(&all);
		all.has['\n'] = all.has['\r'] = false;
		return put_set(t, &all);
	case '[':
		return put_class(t);
	case '(':
		return open_group(t);
	case ')':
		if (t->groups == 0)
			return refuse(t, "a parenthesis that nothing opens");
		buffer_add_char(&t->out, ')');
		t->groups--;
		return weigh(t, t->weights[t->groups + 1]);
	case '|':
		if (*t->p == '\0' || *t->p == '|' || *t->p == ')' || t->out.len == 0)
			return refuse(t, "an alternative that is empty");
		buffer_add_char(&t->out, '|');
		t->last = 0;
		return true;
	case '^':
	case '$':
		buffer_add_char(&t->out, (char)c);
		t->last = 0;
		return true;
	case '*':
	case '+':
	case '?':
		if (t->last == 0)
			return refuse(t, "a repetition of nothing");
		buffer_add_char(&t->out, (char)c);
		return end_repetition(t);
	case '{':
		if (t->last > 0 && read_counts(t))
			return end_repetition(t);
		return t->why == NULL && put_char(t, '{');
	default:
		return put_char(t, c);
	}
}

const char *ere_translate(struct arena *arena, const char *pattern, const char **why)
{
	struct translation t = { .p = pattern, .out = BUFFER_EMPTY };
	const char *made = NULL;

	while (t.why == NULL && *t.p != '\0')
		put_next(&t);
	if (t.why == NULL && t.groups > 0)
		refuse(&t, "a group without an end");
	if (t.why == NULL)
		made = arena_text(arena, t.out.text != NULL ? t.out.text : "", t.out.len);
	*why = t.why;
	buffer_clear(&t.out);
	return made;
}
