#include "source_parse.h"

#include <string.h>

/*
 * JSON is YAML, but libyaml refuses some of it (tabs, surrogate pairs, keys over
 * 1024 bytes) and reads raw U+2028 as a line break, so JSON has a reader of its own.
 * Strict: what it does not take, libyaml may.
 */
struct reader {
	struct source *source;
	struct source_failure *failure;
	const char *text;
	const char *at;
	const char *end;
	const char *line_start;
	unsigned line;
	unsigned depth;
	uint16_t file;
};

static struct tree_node *read_value(struct reader *reader);

static struct tree_node *fail(struct reader *reader, const char *message)
{
	return source_fail(reader->failure, (size_t)(reader->at - reader->text), "%s", message);
}

static void skip_blank(struct reader *reader)
{
	for (; reader->at < reader->end; reader->at++) {
		char c = *reader->at;
		if (c == '\n') {
			reader->line++;
			reader->line_start = reader->at + 1;
		} else if (c != ' ' && c != '\t' && c != '\r') {
			return;
		}
	}
}

static unsigned column(const struct reader *reader)
{
	return (unsigned)(reader->at - reader->line_start) + 1;
}

/* Four hexadecimal digits, or -1. */
static long read_hex(const char *at, const char *end)
{
	long value = 0;
	if (end - at < 4)
		return -1;
	for (int i = 0; i < 4; i++) {
		char c = at[i];
		if (c >= '0' && c <= '9')
			value = value * 16 + (c - '0');
		else if ((c | 32) >= 'a' && (c | 32) <= 'f')
			value = value * 16 + ((c | 32) - 'a' + 10);
		else
			return -1;
	}
	return value;
}

static char *put_utf8(char *out, long c)
{
	if (c < 0x80) {
		*out++ = (char)c;
	} else if (c < 0x800) {
		*out++ = (char)(0xC0 | c >> 6);
		*out++ = (char)(0x80 | (c & 0x3F));
	} else if (c < 0x10000) {
		*out++ = (char)(0xE0 | c >> 12);
		*out++ = (char)(0x80 | (c >> 6 & 0x3F));
		*out++ = (char)(0x80 | (c & 0x3F));
	} else {
		*out++ = (char)(0xF0 | c >> 18);
		*out++ = (char)(0x80 | (c >> 12 & 0x3F));
		*out++ = (char)(0x80 | (c >> 6 & 0x3F));
		*out++ = (char)(0x80 | (c & 0x3F));
	}
	return out;
}

/* The escape at reader->at, which is on the backslash. NULL: failed. */
static char *read_escape(struct reader *reader, char *out)
{
	static const char plain[] = "\"\"\\\\//b\bf\fn\nr\rt\t";

	char name = reader->end - reader->at < 2 ? '\0' : reader->at[1];
	if (name != 'u') {
		for (size_t i = 0; i < sizeof(plain) - 1; i += 2) {
			if (plain[i] == name) {
				reader->at += 2;
				*out = plain[i + 1];
				return out + 1;
			}
		}
		fail(reader, "unknown escape in a string");
		return NULL;
	}

	long c = read_hex(reader->at + 2, reader->end);
	if (c >= 0xD800 && c < 0xDC00 && reader->end - reader->at >= 12 && reader->at[6] == '\\' &&
		reader->at[7] == 'u') {
		long low = read_hex(reader->at + 8, reader->end);
		if (low >= 0xDC00 && low < 0xE000) {
			reader->at += 12;
			return put_utf8(out, 0x10000 + (c - 0xD800) * 0x400 + (low - 0xDC00));
		}
	}
	if (c < 0 || (c >= 0xD800 && c < 0xE000)) {
		fail(reader, c < 0 ? "\\u needs four hexadecimal digits" : "half a surrogate pair");
		return NULL;
	}
	reader->at += 6;
	return put_utf8(out, c);
}

/* reader->at is on the opening quote. NULL: failed. */
static const char *read_string(struct reader *reader, size_t *len)
{
	const char *start = ++reader->at;
	bool escapes = false;
	const char *close = start;
	for (; close < reader->end && *close != '"'; close++) {
		if (*close == '\\') {
			escapes = true;
			close++;
		}
	}
	if (close >= reader->end) {
		reader->at = start - 1;
		fail(reader, "this string has no end");
		return NULL;
	}

	/* An escape is never shorter than what it stands for. */
	char *text = arena_text(&reader->source->arena, start, (size_t)(close - start));
	char *out = text;
	while (reader->at < close) {
		if ((unsigned char)*reader->at < 0x20) {
			fail(reader, "control character in a string");
			return NULL;
		}
		if (!escapes || *reader->at != '\\') {
			*out++ = *reader->at++;
			continue;
		}
		out = read_escape(reader, out);
		if (out == NULL)
			return NULL;
	}
	*out = '\0';
	*len = (size_t)(out - text);
	reader->at = close + 1;
	return text;
}

static const char *skip_digits(const char *at)
{
	while (*at >= '0' && *at <= '9')
		at++;
	return at;
}

/* The end of the number at at, or NULL. The text ends with a NUL, which is no digit. */
static const char *skip_number(const char *at, bool *integer)
{
	*integer = true;
	if (*at == '-')
		at++;
	const char *whole = skip_digits(at);
	if (whole == at || (*at == '0' && whole > at + 1))
		return NULL;
	at = whole;
	if (*at == '.') {
		*integer = false;
		whole = at + 1;
		at = skip_digits(whole);
		if (at == whole)
			return NULL;
	}
	if (*at == 'e' || *at == 'E') {
		*integer = false;
		at++;
		if (*at == '-' || *at == '+')
			at++;
		whole = at;
		at = skip_digits(whole);
		if (at == whole)
			return NULL;
	}
	return at;
}

static struct tree_node *read_word(struct reader *reader, struct tree_node *node)
{
	static const struct {
		const char *word;
		enum tree_kind kind;
	} words[] = { { "null", TREE_NULL }, { "true", TREE_BOOL }, { "false", TREE_BOOL } };

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		size_t len = strlen(words[i].word);
		if (strncmp(reader->at, words[i].word, len) == 0) {
			node->kind = (uint8_t)words[i].kind;
			node->text = words[i].word;
			node->len = (uint32_t)len;
			reader->at += len;
			return node;
		}
	}

	bool integer;
	const char *end = skip_number(reader->at, &integer);
	if (end == NULL)
		return fail(reader, "expected a value");
	node->kind = TREE_NUMBER;
	node->integer = integer;
	node->len = (uint32_t)(end - reader->at);
	node->text = arena_text(&reader->source->arena, reader->at, node->len);
	reader->at = end;
	return node;
}

/* A member's key and colon, then its value. */
static struct tree_node *read_member(struct reader *reader)
{
	if (reader->at == reader->end || *reader->at != '"')
		return fail(reader, "expected a name in double quotes");
	unsigned line = reader->line;
	unsigned start = column(reader);
	size_t len;
	const char *key = read_string(reader, &len);
	if (key == NULL)
		return NULL;
	skip_blank(reader);
	if (reader->at == reader->end || *reader->at != ':')
		return fail(reader, "expected ':' after a name");
	reader->at++;
	skip_blank(reader);

	struct tree_node *child = read_value(reader);
	if (child != NULL) {
		child->key = key;
		child->key_len = (uint32_t)len;
		child->key_line = line;
		child->key_column = start;
	}
	return child;
}

/* reader->at is after the opening bracket. */
static struct tree_node *read_children(struct reader *reader, struct tree_node *node)
{
	char close = node->kind == TREE_MAP ? '}' : ']';

	skip_blank(reader);
	if (reader->at < reader->end && *reader->at == close) {
		reader->at++;
		return node;
	}
	for (;;) {
		struct tree_node *child =
			node->kind == TREE_MAP ? read_member(reader) : read_value(reader);
		if (child == NULL)
			return NULL;
		if (node->kind == TREE_MAP)
			source_member(reader->source, node, child);
		else
			tree_add(node, child);

		skip_blank(reader);
		char c = reader->at < reader->end ? *reader->at : '\0';
		if (c != ',' && c != close)
			return fail(reader,
				close == '}' ? "expected ',' or '}'" : "expected ',' or ']'");
		reader->at++;
		if (c == close)
			return node;
		skip_blank(reader);
	}
}

static struct tree_node *read_value(struct reader *reader)
{
	struct tree_node *node =
		source_node(reader->source, TREE_NULL, reader->file, reader->line, column(reader));
	if (reader->source->nodes > SOURCE_MAX_NODES)
		return fail(reader, "the documents hold too many values");

	char c = reader->at < reader->end ? *reader->at : '\0';
	if (c == '"') {
		size_t len;
		node->kind = TREE_STRING;
		node->text = read_string(reader, &len);
		node->len = (uint32_t)len;
		return node->text != NULL ? node : NULL;
	}
	if (c != '{' && c != '[')
		return read_word(reader, node);

	node->kind = c == '{' ? TREE_MAP : TREE_LIST;
	if (reader->depth == SOURCE_MAX_DEPTH)
		return fail(reader, "nested too deeply");
	reader->at++;
	reader->depth++;
	node = read_children(reader, node);
	reader->depth--;
	return node;
}

struct tree_node *source_parse_json(
	struct source *source, uint16_t file, struct source_failure *failure)
{
	const char *text = source->files[file].text;
	struct reader reader = {
		.source = source,
		.failure = failure,
		.text = text,
		.at = text,
		.end = text + source->files[file].len,
		.line_start = text,
		.line = 1,
		.file = file,
	};
	skip_blank(&reader);
	struct tree_node *root = read_value(&reader);
	if (root == NULL)
		return NULL;
	skip_blank(&reader);
	if (reader.at < reader.end)
		return fail(&reader, "expected the end of the document");
	return root;
}
