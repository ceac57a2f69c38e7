#include "text.h"

#include <stdbool.h>
#include <string.h>

static size_t put_literal(char *out, unsigned char c, bool after_question)
{
	if (c == '"' || c == '\\') {
		out[0] = '\\';
		out[1] = (char)c;
		return 2;
	}
	if (c == '?' && after_question) {
		memcpy(out, "\\?", 2); /* no trigraphs */
		return 2;
	}
	if (c < 0x20 || c >= 0x7f) {
		out[0] = '\\';
		out[1] = (char)('0' + (c >> 6));
		out[2] = (char)('0' + (c >> 3 & 7));
		out[3] = (char)('0' + (c & 7));
		return 4;
	}
	out[0] = (char)c;
	return 1;
}

const char *text_literal(struct arena *arena, const char *text)
{
	size_t len = strlen(text);
	char *out;
	size_t n = 0;
	size_t i;

	for (i = 0; i < len; i++) {
		unsigned char c = (unsigned char)text[i];

		if (c < 0x20 || c >= 0x7f || c == '"' || c == '\\' || c == '?')
			break;
	}
	if (i == len)
		return text;
	out = arena_room(arena, len * 4 + 1);
	for (i = 0; i < len; i++)
		n += put_literal(out + n, (unsigned char)text[i], i > 0 && text[i - 1] == '?');
	out[n] = '\0';
	arena_keep(arena, n + 1);
	return out;
}

const char *text_json_literal(struct arena *arena, const char *text)
{
	static const char hex[] = "0123456789abcdef";
	size_t len = strlen(text);
	char *json;
	size_t n = 0;
	size_t i;

	for (i = 0; i < len && (unsigned char)text[i] >= 0x20 && text[i] != '"' && text[i] != '\\';
		i++)
		;
	if (i == len)
		return text_literal(arena, text);
	json = arena_room(arena, len * 6 + 1);
	for (i = 0; i < len; i++) {
		unsigned char c = (unsigned char)text[i];

		if (c == '"' || c == '\\') {
			json[n++] = '\\';
			json[n++] = (char)c;
		} else if (c < 0x20) {
			memcpy(json + n, "\\u00", 4);
			json[n + 4] = hex[c >> 4];
			json[n + 5] = hex[c & 15];
			n += 6;
		} else {
			json[n++] = (char)c;
		}
	}
	json[n] = '\0';
	arena_keep(arena, n + 1);
	return text_literal(arena, json);
}

/* What a byte is to a comment. */
enum {
	PLAIN,
	BLANK,
	CONTROL,
	PAIRED, /* may be half of a comment's end or start, or of a trigraph */
};

static const unsigned char classes[256] = {
	[0] = CONTROL, CONTROL, CONTROL, CONTROL, CONTROL, CONTROL, CONTROL, CONTROL, CONTROL,
	['\t'] = BLANK, ['\n'] = BLANK, CONTROL, CONTROL, ['\r'] = BLANK, CONTROL, CONTROL,
	[16] = CONTROL, CONTROL, CONTROL, CONTROL, CONTROL, CONTROL, CONTROL, CONTROL,
	[24] = CONTROL, CONTROL, CONTROL, CONTROL, CONTROL, CONTROL, CONTROL, CONTROL,
	[' '] = BLANK, ['/'] = PAIRED, ['*'] = PAIRED, ['?'] = PAIRED, [0x7f] = CONTROL,
};

static unsigned class_of(char c)
{
	return classes[(unsigned char)c];
}

/* Comment ends and starts are pulled apart, trigraphs too; controls become spaces. At most two bytes for one. */
static size_t put_comment(char *out, size_t n, const char *text, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++) {
		char last = n > 0 ? out[n - 1] : '\0';
		char c = text[i];

		if ((c == '/' && last == '*') || (c == '*' && last == '/') ||
			(c == '?' && last == '?'))
			out[n++] = ' ';
		out[n++] = class_of(c) == BLANK || class_of(c) == CONTROL ? ' ' : c;
	}
	return n;
}

/* Ends what put_comment wrote into the arena's room: no backslash may join the next line to it. */
static size_t keep_comment(struct arena *arena, char *out, size_t n)
{
	while (n > 0 && (out[n - 1] == ' ' || out[n - 1] == '\\'))
		n--;
	out[n] = '\0';
	arena_keep(arena, n + 1);
	return n;
}

const char *text_comment(struct arena *arena, const char *text)
{
	size_t len = strlen(text);
	char *out = arena_room(arena, len * 2 + 1);

	keep_comment(arena, out, put_comment(out, 0, text, len));
	return out;
}

static void add_line(struct arena *arena, struct tree_node *list, const char *text, size_t len)
{
	struct tree_node *line = tree_add(list, tree_new(arena, TREE_STRING));

	line->text = text;
	line->len = (uint32_t)len;
}

/* Whether a word that comes after so many newlines begins a line, wherever the one before it ends. */
static bool begins_line(const char *word, unsigned newlines)
{
	return newlines > 1 ||
		(newlines == 1 && (*word == '-' || *word == '*') && class_of(word[1]) == BLANK);
}

/*
 * Words fill lines; an empty line of the text stays one, and a line that begins with a list mark begins a line.
 * A line brings the space that goes before it, so that an empty one leaves none behind.
 */
void text_lines(struct arena *arena, struct tree_node *map, const char *name, const char *text,
	unsigned indent)
{
	const char *end = text ? text + strlen(text) : NULL;
	size_t width = TEXT_WIDTH - indent - 3;
	struct tree_node *list = NULL;
	struct tree_node *comment;
	char *line = NULL; /* in the arena's room */
	size_t n = 0;

	while (text < end) {
		unsigned newlines = 0;
		const char *word;
		bool plain = true;

		for (; class_of(*text) == BLANK; text++)
			newlines += *text == '\n';
		if (text == end)
			break;
		for (word = text; text < end && class_of(*text) != BLANK; text++)
			plain &= class_of(*text) == PLAIN;
		if (list == NULL)
			list = tree_new(arena, TREE_LIST);
		if (n > 0 && (n + (size_t)(text - word) > width || begins_line(word, newlines))) {
			add_line(arena, list, line, keep_comment(arena, line, n));
			if (newlines > 1)
				add_line(arena, list, "", 0);
			n = 0;
		}
		if (n == 0)
			line = arena_room(arena, 2 * (size_t)(end - word) + 2);
		line[n++] = ' ';
		if (!plain) {
			n = put_comment(line, n, word, (size_t)(text - word));
			continue;
		}
		memcpy(line + n, word, (size_t)(text - word));
		n += (size_t)(text - word);
	}
	if (n > 0)
		add_line(arena, list, line, keep_comment(arena, line, n));
	if (list == NULL)
		return;
	comment = tree_set_map(arena, map, name);
	if (list->count == 1) {
		tree_set(arena, comment, "one",
			*list->first->text == ' ' ? list->first->text + 1 : "");
	} else {
		tree_set_bool(arena, comment, "many", true);
		tree_set_node(comment, "lines", list);
	}
}
