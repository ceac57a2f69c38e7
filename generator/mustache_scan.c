#include "mustache.h"
#include "mustache_template.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	DELIMITER_MAX = 16, /* bytes */
};

struct scanner {
	const struct mustache_template *template;
	struct diag *diag;
	const char *end; /* of the text */
	char open[DELIMITER_MAX + 1];
	char close[DELIMITER_MAX + 1];
	struct mustache_tag *tags;
	uint32_t count;
	uint32_t size;
};

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static struct mustache_piece trim(const char *start, const char *end)
{
	while (start < end && is_space(*start))
		start++;
	while (start < end && is_space(end[-1]))
		end--;
	return (struct mustache_piece){ start, (size_t)(end - start) };
}

static const char *find(const char *at, const char *end, const char *what)
{
	size_t len = strlen(what);
	while (at < end && (size_t)(end - at) >= len) {
		at = memchr(at, what[0], (size_t)(end - at) - len + 1);
		if (at == NULL || memcmp(at, what, len) == 0)
			return at;
		at++;
	}
	return NULL;
}

static struct mustache_tag *add_tag(struct scanner *scanner, enum mustache_tag_kind kind,
	const char *start, const char *end, struct mustache_piece name)
{
	if (scanner->count == scanner->size) {
		scanner->size = scanner->size > 0 ? scanner->size * 2 : 64;
		struct mustache_tag *tags = realloc(scanner->tags, scanner->size * sizeof(*tags));
		if (tags == NULL)
			arena_exhausted();
		scanner->tags = tags;
	}
	struct mustache_tag *tag = &scanner->tags[scanner->count++];
	*tag = (struct mustache_tag){
		.kind = kind,
		.start = start,
		.end = end,
		.name = name,
		.key = name,
		.match = MUSTACHE_NO_MATCH,
	};
	return tag;
}

static bool fail(struct scanner *scanner, const char *at, const char *message)
{
	mustache_error(scanner->template, scanner->diag, at, "%s", message);
	return false;
}

/* content: what is between the equal signs. */
static bool set_delimiters(
	struct scanner *scanner, const char *start, struct mustache_piece content)
{
	const char *end = content.text + content.len;
	const char *gap = content.text;
	while (gap < end && !is_space(*gap))
		gap++;
	struct mustache_piece open = { content.text, (size_t)(gap - content.text) };
	struct mustache_piece close = trim(gap, end);
	bool fine = open.len > 0 && open.len <= DELIMITER_MAX && close.len > 0 &&
		    close.len <= DELIMITER_MAX;
	for (size_t i = 0; fine && i < close.len; i++)
		fine = !is_space(close.text[i]);
	if (!fine || memchr(content.text, '=', content.len) != NULL)
		return fail(scanner, start, "new delimiters are written as in {{=<% %>=}}");

	memcpy(scanner->open, open.text, open.len);
	scanner->open[open.len] = '\0';
	memcpy(scanner->close, close.text, close.len);
	scanner->close[close.len] = '\0';
	return true;
}

static bool check_name(struct scanner *scanner, const char *start, struct mustache_piece name)
{
	if (name.len == 0)
		return fail(scanner, start, "this tag has no name");
	for (size_t i = 0; i < name.len; i++) {
		if (!is_space(name.text[i]))
			continue;
		mustache_error(scanner->template, scanner->diag, start,
			"the name '%.*s' holds a blank", (int)name.len, name.text);
		return false;
	}
	return true;
}

static enum mustache_tag_kind kind_of(char sigil)
{
	switch (sigil) {
	case '{':
	case '&':
		return MUSTACHE_TAG_RAW;
	case '#':
		return MUSTACHE_TAG_SECTION;
	case '^':
		return MUSTACHE_TAG_INVERTED;
	case '>':
		return MUSTACHE_TAG_PARTIAL;
	case '<':
		return MUSTACHE_TAG_PARENT;
	case '$':
		return MUSTACHE_TAG_BLOCK;
	case '/':
		return MUSTACHE_TAG_END;
	case '!':
	case '=':
		return MUSTACHE_TAG_SILENT;
	default:
		return MUSTACHE_TAG_VALUE;
	}
}

/* Reads the tag at start and moves *at behind it. */
static bool read_tag(struct scanner *scanner, const char *start, const char **at)
{
	const char *inside = start + strlen(scanner->open);
	while (inside < scanner->end && is_space(*inside))
		inside++;
	char sigil = inside < scanner->end ? *inside : '\0';
	enum mustache_tag_kind kind = kind_of(sigil);
	const char *content = kind == MUSTACHE_TAG_VALUE ? inside : inside + 1;

	char close[DELIMITER_MAX + 2] = { '\0' };
	if (sigil == '{' || sigil == '=')
		close[0] = sigil == '{' ? '}' : '=';
	memcpy(close + strlen(close), scanner->close, strlen(scanner->close));
	const char *stop = find(content, scanner->end, close);
	if (stop == NULL)
		return fail(scanner, start, "this tag has no end");

	*at = stop + strlen(close);
	struct mustache_piece name = trim(content, stop);
	if (sigil == '=') {
		if (!set_delimiters(scanner, start, name))
			return false;
	}
	struct mustache_tag *tag = add_tag(scanner, kind, start, *at, name);
	if (kind == MUSTACHE_TAG_PARTIAL || kind == MUSTACHE_TAG_PARENT)
		tag->dynamic = name.len > 0 && *name.text == '*';
	if (tag->dynamic)
		tag->key = trim(name.text + 1, name.text + name.len);
	return kind == MUSTACHE_TAG_SILENT || check_name(scanner, start, tag->key);
}

static bool read_tags(struct scanner *scanner)
{
	const char *at = scanner->template->text;
	add_tag(scanner, MUSTACHE_TAG_EDGE, at, at, (struct mustache_piece){ "", 0 });
	for (;;) {
		const char *start = find(at, scanner->end, scanner->open);
		if (start == NULL)
			break;
		if (!read_tag(scanner, start, &at))
			return false;
	}
	add_tag(scanner, MUSTACHE_TAG_EDGE, scanner->end, scanner->end,
		(struct mustache_piece){ "", 0 });
	return true;
}

static bool is_opening(enum mustache_tag_kind kind)
{
	return kind == MUSTACHE_TAG_SECTION || kind == MUSTACHE_TAG_INVERTED ||
	       kind == MUSTACHE_TAG_PARENT || kind == MUSTACHE_TAG_BLOCK;
}

static bool match_tags(struct scanner *scanner)
{
	uint32_t stack[MUSTACHE_MAX_DEPTH];
	uint32_t depth = 0;
	for (uint32_t i = 0; i < scanner->count; i++) {
		struct mustache_tag *tag = &scanner->tags[i];
		struct mustache_tag *outer = depth > 0 ? &scanner->tags[stack[depth - 1]] : NULL;
		if (is_opening(tag->kind)) {
			if (depth == MUSTACHE_MAX_DEPTH)
				return fail(scanner, tag->start, "nested too deeply");
			tag->argument = tag->kind == MUSTACHE_TAG_BLOCK && outer != NULL &&
					outer->kind == MUSTACHE_TAG_PARENT;
			stack[depth++] = i;
		} else if (tag->kind == MUSTACHE_TAG_END) {
			if (outer == NULL || outer->name.len != tag->name.len ||
				memcmp(outer->name.text, tag->name.text, tag->name.len) != 0) {
				mustache_error(scanner->template, scanner->diag, tag->start,
					outer == NULL ? "'%.*s' ends here but nothing is open"
						      : "'%.*s' ends here but '%.*s' is open",
					(int)tag->name.len, tag->name.text,
					outer != NULL ? (int)outer->name.len : 0,
					outer != NULL ? outer->name.text : "");
				return false;
			}
			depth--;
			tag->match = stack[depth];
			tag->argument = outer->argument;
			outer->match = i;
		}
	}
	if (depth == 0)
		return true;
	const struct mustache_tag *open = &scanner->tags[stack[depth - 1]];
	mustache_error(scanner->template, scanner->diag, open->start, "'%.*s' has no end",
		(int)open->name.len, open->name.text);
	return false;
}

bool mustache_scan(const struct mustache_template *template, struct diag *diag,
	struct mustache_tag **tags, uint32_t *count)
{
	struct scanner scanner = {
		.template = template,
		.diag = diag,
		.end = template->text + template->len,
		.open = "{{",
		.close = "}}",
	};
	bool fine = read_tags(&scanner) && match_tags(&scanner);
	*tags = scanner.tags;
	*count = scanner.count;
	return fine;
}

void mustache_error(const struct mustache_template *template, struct diag *diag, const char *at,
	const char *format, ...)
{
	unsigned line = 1;
	const char *start = template->text;
	const char *feed;
	while ((feed = memchr(start, '\n', (size_t)(at - start))) != NULL) {
		start = feed + 1;
		line++;
	}

	char message[256];
	va_list args;
	va_start(args, format);
	vsnprintf(message, sizeof(message), format, args);
	va_end(args);
	diag_place(
		diag, DIAG_ERROR, template->file, line, (unsigned)(at - start) + 1, "%s", message);
}
