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
	out = arena_alloc(arena, len * 4 + 1);
	for (i = 0; i < len; i++)
		n += put_literal(out + n, (unsigned char)text[i], i > 0 && text[i - 1] == '?');
	out[n] = '\0';
	return out;
}

const char *text_json_literal(struct arena *arena, const char *text)
{
	static const char hex[] = "0123456789abcdef";
	size_t len = strlen(text);
	char *json;
	size_t n = 0;
	size_t i;

	for (i = 0; i < len && (unsigned char)text[i] >= 0x20 && text[i] != '"' && text[i] != '\\'; i++)
		;
	if (i == len)
		return text_literal(arena, text);
	json = arena_alloc(arena, len * 6 + 1);
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
	return text_literal(arena, json);
}

/* Comment ends and starts are pulled apart, trigraphs too; controls become spaces. */
static size_t put_comment(char *out, size_t n, char c)
{
	char last = n > 0 ? out[n - 1] : '\0';

	if ((unsigned char)c < 0x20 || c == 0x7f)
		c = ' ';
	if ((last == '*' && c == '/') || (last == '/' && c == '*') || (last == '?' && c == '?'))
		out[n++] = ' ';
	out[n++] = c;
	return n;
}

const char *text_comment(struct arena *arena, const char *text)
{
	size_t len = strlen(text);
	char *out = arena_alloc(arena, len * 2 + 1);
	size_t n = 0;
	size_t i;

	for (i = 0; i < len; i++)
		n = put_comment(out, n, text[i]);
	while (n > 0 && (out[n - 1] == ' ' || out[n - 1] == '\\'))
		n--;
	out[n] = '\0';
	return out;
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* A line brings the space that goes before it, so that an empty one leaves none behind. */
static void add_line(struct arena *arena, struct tree_node *list, const char *text, size_t len)
{
	struct tree_node *line = tree_add(list, tree_new(arena, TREE_MAP));
	const char *safe = text_comment(arena, arena_text(arena, text, len));

	tree_set(arena, line, "line", len > 0 ? arena_format(arena, " %s", safe) : "");
}

/* Words fill lines; an empty line of the text stays one, and a line that begins with a list mark begins a line. */
void text_lines(struct arena *arena, struct tree_node *map, const char *name, const char *text, unsigned indent)
{
	unsigned width = TEXT_WIDTH - indent - 3;
	struct tree_node *list = NULL;
	struct tree_node *comment;
	char *line;
	size_t n = 0;

	if (text == NULL)
		return;
	line = arena_alloc(arena, strlen(text) + 2);
	while (*text != '\0') {
		unsigned newlines = 0;
		size_t word;

		for (; is_space(*text); text++)
			newlines += *text == '\n';
		if (*text == '\0')
			break;
		for (word = 0; text[word] != '\0' && !is_space(text[word]); word++)
			;
		if (list == NULL)
			list = tree_new(arena, TREE_LIST);
		if (n > 0 && (n + 1 + word > width || newlines > 1 ||
				     (newlines == 1 && (*text == '-' || *text == '*') && is_space(text[1])))) {
			add_line(arena, list, line, n);
			n = 0;
			if (newlines > 1)
				add_line(arena, list, "", 0);
		}
		if (n > 0)
			line[n++] = ' ';
		memcpy(line + n, text, word);
		n += word;
		text += word;
	}
	if (n > 0)
		add_line(arena, list, line, n);
	if (list == NULL)
		return;
	comment = tree_set_map(arena, map, name);
	if (list->count == 1) {
		tree_set(arena, comment, "one", tree_text(list->first, "line") + 1);
	} else {
		tree_set_bool(arena, comment, "many", true);
		tree_set_node(comment, "lines", list);
	}
}
