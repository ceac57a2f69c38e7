#include "mustache_template.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct parser {
	struct mustache_template *template;
	struct arena *arena;
	const char *end; /* of the text */
	struct mustache_tag *tags;
	uint32_t count;
	uint32_t op_size;
};

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool begins_line(const struct parser *parser, const char *at)
{
	return at == parser->template->text || at[-1] == '\n';
}

/* The start of the line if there is nothing but blanks before at, else at. */
static const char *skip_back(const struct parser *parser, const char *at)
{
	const char *start = at;
	while (start > parser->template->text && is_blank(start[-1]))
		start--;
	return begins_line(parser, start) ? start : at;
}

/* What follows the end of the line if there is nothing but blanks up to it, else NULL. */
static const char *skip_rest(const struct parser *parser, const char *at)
{
	while (at < parser->end && is_blank(*at))
		at++;
	if (at == parser->end)
		return at;
	if (*at == '\r' && at + 1 < parser->end)
		at++;
	return *at == '\n' ? at + 1 : NULL;
}

static bool has_blank_before(const struct parser *parser, const struct mustache_tag *tag)
{
	return begins_line(parser, skip_back(parser, tag->start));
}

static bool has_blank_after(const struct parser *parser, const struct mustache_tag *tag)
{
	return skip_rest(parser, tag->end) != NULL;
}

/*
 * Finds the tags that have their line to themselves. A parent counts as one tag from its begin
 * to its end, on however many lines. What surrounds an argument is ignored, so it cannot be in
 * the way of its tags.
 */
static void find_alone(struct parser *parser)
{
	for (uint32_t i = 1; i + 1 < parser->count; i++) {
		struct mustache_tag *tag = &parser->tags[i];
		enum mustache_tag_kind kind = tag->kind;
		if (kind == MUSTACHE_TAG_END)
			kind = parser->tags[tag->match].kind;
		if (kind == MUSTACHE_TAG_VALUE || kind == MUSTACHE_TAG_RAW)
			continue;

		if (tag->kind == MUSTACHE_TAG_PARENT) {
			struct mustache_tag *end = &parser->tags[tag->match];
			bool alone = has_blank_before(parser, tag) && has_blank_after(parser, end);
			tag->cut_before = alone;
			end->cut_after = alone;
		} else if (kind == MUSTACHE_TAG_PARENT) {
			continue; /* settled at its begin */
		} else if (tag->argument && tag->kind == MUSTACHE_TAG_BLOCK) {
			tag->cut_after = has_blank_after(parser, tag);
		} else if (tag->argument) {
			tag->cut_before = has_blank_before(parser, tag);
		} else {
			bool alone = has_blank_before(parser, tag) && has_blank_after(parser, tag);
			tag->cut_before = tag->cut_after = alone;
		}
	}
}

static const char *text_before(const struct parser *parser, const struct mustache_tag *tag)
{
	return tag->cut_before ? skip_back(parser, tag->start) : tag->start;
}

static const char *text_after(const struct parser *parser, const struct mustache_tag *tag)
{
	return tag->cut_after ? skip_rest(parser, tag->end) : tag->end;
}

static struct mustache_op *add_op(struct parser *parser, enum mustache_kind kind)
{
	struct mustache_template *template = parser->template;
	if (template->count == parser->op_size) {
		parser->op_size = parser->op_size > 0 ? parser->op_size * 2 : 64;
		struct mustache_op *ops = realloc(template->ops, parser->op_size * sizeof(*ops));
		if (ops == NULL)
			arena_exhausted();
		template->ops = ops;
	}
	struct mustache_op *op = &template->ops[template->count++];
	*op = (struct mustache_op){ .kind = (uint8_t)kind, .end = template->count };
	return op;
}

static size_t shared_prefix(struct mustache_piece a, const char *b, const char *b_end)
{
	size_t len = 0;
	while (len < a.len && b + len < b_end && a.text[len] == b[len])
		len++;
	return len;
}

/*
 * Adds text, without the indentation strip at the begin of each line. Lines that follow each
 * other in memory make one operation.
 */
static void add_text(struct parser *parser, const char *at, const char *end,
	struct mustache_piece strip, const struct mustache_tag *next)
{
	struct mustache_op *op = NULL;
	while (at < end) {
		const char *feed = memchr(at, '\n', (size_t)(end - at));
		const char *stop = feed != NULL ? feed + 1 : end;
		bool begins = begins_line(parser, at);
		if (begins)
			at += shared_prefix(strip, at, stop);
		if (op == NULL || op->text.text + op->text.len != at) {
			op = add_op(parser, MUSTACHE_TEXT);
			op->begins_line = begins;
			op->text.text = at;
		}
		op->text.len += (size_t)(stop - at);
		at = stop;
	}

	/* A tag that begins a line gets an empty text, to take the line's indentation. */
	if (begins_line(parser, end) && !next->cut_before && next->kind != MUSTACHE_TAG_EDGE) {
		op = add_op(parser, MUSTACHE_TEXT);
		op->begins_line = true;
		op->text.text = end;
	}
}

static struct mustache_piece line_blanks(const struct parser *parser, const char *at)
{
	const char *start = at;
	while (!begins_line(parser, start))
		start--;
	struct mustache_piece blanks = { start, 0 };
	while (start + blanks.len < parser->end && is_blank(start[blanks.len]))
		blanks.len++;
	return blanks;
}

/*
 * The indentation that the lines of a block share. When the block's tag has its line to itself,
 * they alone count (if there are any), else that of the tag's line counts too.
 */
static struct mustache_piece block_blanks(const struct parser *parser,
	const struct mustache_tag *open, const struct mustache_tag *close)
{
	struct mustache_piece shared = line_blanks(parser, open->start);
	bool first = open->cut_after;
	const char *end = text_before(parser, close);
	const char *at = text_after(parser, open);
	while (at < end) {
		if (begins_line(parser, at) && skip_rest(parser, at) == NULL) {
			if (first)
				shared = line_blanks(parser, at);
			else
				shared.len = shared_prefix(shared, at, end);
			first = false;
		}
		const char *feed = memchr(at, '\n', (size_t)(end - at));
		at = feed != NULL ? feed + 1 : end;
	}
	return shared;
}

static struct mustache_piece drop_prefix(struct mustache_piece piece, struct mustache_piece prefix)
{
	size_t len = shared_prefix(prefix, piece.text, piece.text + piece.len);
	return (struct mustache_piece){ piece.text + len, piece.len - len };
}

static struct mustache_name split_name(struct arena *arena, struct mustache_piece name)
{
	struct mustache_name result = { NULL, 0 };
	if (name.len == 1 && *name.text == '.')
		return result;
	size_t dots = 0;
	for (size_t i = 0; i < name.len; i++)
		dots += name.text[i] == '.';
	result.parts = arena_alloc(arena, (dots + 1) * sizeof(*result.parts));
	const char *at = name.text;
	const char *end = name.text + name.len;
	for (; result.count <= dots; result.count++) {
		const char *dot = memchr(at, '.', (size_t)(end - at));
		if (dot == NULL)
			dot = end;
		result.parts[result.count] = (struct mustache_piece){ at, (size_t)(dot - at) };
		at = dot + 1;
	}
	return result;
}

static void add_body(
	struct parser *parser, uint32_t open, uint32_t close, struct mustache_piece strip);

/* A parent is made of its arguments; the rest of its content says nothing. */
static void add_arguments(struct parser *parser, uint32_t open, uint32_t close);

static void add_tag_op(struct parser *parser, uint32_t index, struct mustache_piece strip)
{
	static const enum mustache_kind kinds[] = { MUSTACHE_VALUE, MUSTACHE_VALUE,
		MUSTACHE_SECTION, MUSTACHE_INVERTED, MUSTACHE_PARTIAL, MUSTACHE_PARENT,
		MUSTACHE_BLOCK };

	const struct mustache_tag *tag = &parser->tags[index];
	if (tag->kind == MUSTACHE_TAG_SILENT)
		return;
	uint32_t at = parser->template->count;
	struct mustache_op *op = add_op(parser, kinds[tag->kind]);
	op->text = tag->name;
	op->escape = tag->kind == MUSTACHE_TAG_VALUE;
	op->dynamic = tag->dynamic;
	if (tag->dynamic || tag->kind < MUSTACHE_TAG_PARTIAL)
		op->name = split_name(parser->arena, tag->key);
	if (tag->kind == MUSTACHE_TAG_PARTIAL || tag->kind == MUSTACHE_TAG_PARENT) {
		op->alone = tag->cut_before;
		if (op->alone)
			op->indent = drop_prefix(line_blanks(parser, tag->start), strip);
	}
	if (tag->kind == MUSTACHE_TAG_BLOCK) {
		struct mustache_piece blanks = block_blanks(parser, tag, &parser->tags[tag->match]);
		op->alone = tag->cut_after;
		op->indent = drop_prefix(blanks, strip);
		strip = blanks;
	}
	if (tag->kind == MUSTACHE_TAG_PARENT)
		add_arguments(parser, index, tag->match);
	else if (tag->match != MUSTACHE_NO_MATCH)
		add_body(parser, index, tag->match, strip);
	parser->template->ops[at].end = parser->template->count;
}

static void add_arguments(struct parser *parser, uint32_t open, uint32_t close)
{
	const struct mustache_piece none = { "", 0 };
	for (uint32_t i = open + 1; i < close; i++) {
		if (parser->tags[i].kind == MUSTACHE_TAG_BLOCK)
			add_tag_op(parser, i, none);
		if (parser->tags[i].match != MUSTACHE_NO_MATCH)
			i = parser->tags[i].match;
	}
}

static void add_body(
	struct parser *parser, uint32_t open, uint32_t close, struct mustache_piece strip)
{
	const char *at = text_after(parser, &parser->tags[open]);
	for (uint32_t i = open + 1; i < close; i++) {
		const struct mustache_tag *tag = &parser->tags[i];
		add_text(parser, at, text_before(parser, tag), strip, tag);
		add_tag_op(parser, i, strip);
		if (tag->match != MUSTACHE_NO_MATCH)
			i = tag->match;
		at = text_after(parser, &parser->tags[i]);
	}
	const struct mustache_tag *end = &parser->tags[close];
	add_text(parser, at, text_before(parser, end), strip, end);
}

bool mustache_parse(struct mustache_template *template, struct arena *arena, struct diag *diag)
{
	struct parser parser = {
		.template = template,
		.arena = arena,
		.end = template->text + template->len,
	};
	bool fine = mustache_scan(template, diag, &parser.tags, &parser.count);
	if (fine) {
		find_alone(&parser);
		add_body(&parser, 0, parser.count - 1, (struct mustache_piece){ "", 0 });
	}
	free(parser.tags);
	return fine;
}
