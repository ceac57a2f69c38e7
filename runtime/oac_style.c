#include "oac_style.h"

#include "oac_url.h"

void oac_style_init(struct oac_style_writer *writer, bool encoded, size_t max)
{
	writer->pair = NULL;
	writer->user = NULL;
	writer->encoded = encoded;
	writer->reserved = false;
	oac_buffer_init(&writer->name, max);
	oac_buffer_init(&writer->value, max);
	oac_buffer_init(&writer->scratch, max);
}

void oac_style_clear(struct oac_style_writer *writer)
{
	oac_buffer_clear(&writer->name);
	oac_buffer_clear(&writer->value);
	oac_buffer_clear(&writer->scratch);
}

void oac_style_add_token(struct oac_buffer *text, const struct oac_token *token)
{
	char *room = oac_buffer_reserve(text, token->len);

	if (room != NULL)
		text->len += oac_token_value(token, room);
}

bool oac_style_scalar(struct oac_reader *reader, struct oac_buffer *text)
{
	struct oac_token token;
	struct oac_span span;
	char first = oac_reader_peek(reader);

	if (first == '"') {
		if (!oac_reader_string(reader, &token))
			return false;
		oac_style_add_token(text, &token);
		return true;
	}
	if (first == '{' || first == '[' || !oac_reader_skip(reader, &span))
		return false;
	if (first != 'n')
		oac_buffer_add(text, span.text, span.len);
	return true;
}

/* ---- pieces ---- */

static void add_text(struct oac_style_writer *w, const char *text, size_t len)
{
	if (w->encoded && w->reserved)
		oac_url_add_reserved(&w->value, text, len);
	else if (w->encoded)
		oac_url_add_query_text(&w->value, text, len);
	else
		oac_buffer_add(&w->value, text, len);
}

static void add_scratch(struct oac_style_writer *w)
{
	add_text(w, w->scratch.text != NULL ? w->scratch.text : "", w->scratch.len);
}

static bool add_scalar(struct oac_style_writer *w, struct oac_reader *reader)
{
	w->scratch.len = 0;
	if (!oac_style_scalar(reader, &w->scratch))
		return false;
	add_scratch(w);
	return true;
}

static bool is_nested(struct oac_reader *reader)
{
	char first = oac_reader_peek(reader);

	return first == '{' || first == '[';
}

/* ---- one text for the whole value: "1,2" and "a,1,b,2" ---- */

static bool join(struct oac_style_writer *w, struct oac_reader *reader, const char *between)
{
	char close = oac_reader_peek(reader) == '{' ? '}' : ']';
	bool empty;
	bool more;

	if (!is_nested(reader))
		return add_scalar(w, reader);
	if (!oac_reader_open(reader, close, &empty))
		return false;
	for (more = !empty; more;) {
		if (close == '}') {
			struct oac_token key;
			if (!oac_reader_name(reader, &key))
				return false;
			w->scratch.len = 0;
			oac_style_add_token(&w->scratch, &key);
			add_scratch(w);
			oac_buffer_add_text(&w->value, between);
		}
		if (!add_scalar(w, reader) || !oac_reader_next(reader, close, &more))
			return false;
		if (more)
			oac_buffer_add_text(&w->value, between);
	}
	return true;
}

static const char *between_of(const struct oac_style_writer *w, unsigned style)
{
	if (style == OAC_STYLE_SPACE)
		return w->encoded ? "%20" : " ";
	if (style == OAC_STYLE_PIPE)
		return w->encoded ? "%7C" : "|";
	return ",";
}

/* ---- pairs ---- */

static void give(struct oac_style_writer *w)
{
	if (!w->name.failed && !w->value.failed && !w->scratch.failed)
		w->pair(w->user, &w->name, &w->value);
}

static bool give_scalar(struct oac_style_writer *w, struct oac_reader *reader)
{
	w->value.len = 0;
	if (!add_scalar(w, reader))
		return false;
	give(w);
	return true;
}

static void add_index(struct oac_style_writer *w, size_t index)
{
	oac_buffer_add_char(&w->name, '[');
	oac_buffer_add_int(&w->name, (int64_t)index);
	oac_buffer_add_char(&w->name, ']');
}

/* The bounds of the reader bound the recursion, too. */
static bool give_deep(struct oac_style_writer *w, struct oac_reader *reader)
{
	size_t len = w->name.len;
	char open = oac_reader_peek(reader);
	char close = open == '{' ? '}' : ']';
	bool empty;
	bool more;

	if (!is_nested(reader))
		return give_scalar(w, reader);
	if (!oac_reader_open(reader, close, &empty))
		return false;
	more = !empty;
	for (size_t i = 0; more; i++) {
		if (open == '{') {
			struct oac_token key;
			if (!oac_reader_name(reader, &key))
				return false;
			oac_buffer_add_char(&w->name, '[');
			oac_style_add_token(&w->name, &key);
			oac_buffer_add_char(&w->name, ']');
		} else if (is_nested(reader)) {
			add_index(w, i);
		} else {
			oac_buffer_add_text(&w->name, "[]");
		}
		if (!give_deep(w, reader) || !oac_reader_next(reader, close, &more))
			return false;
		w->name.len = len;
	}
	return true;
}

/*
 * a=1&a=2; an object's members stand for themselves, and those that are lists like a. deep: what
 * is nested is a[0][b]=1.
 */
static bool give_exploded(struct oac_style_writer *w, struct oac_reader *reader, bool deep)
{
	size_t len = w->name.len;
	char open = oac_reader_peek(reader);
	char close = open == '{' ? '}' : ']';
	bool empty;
	bool more;

	if (!is_nested(reader))
		return give_scalar(w, reader);
	if (!oac_reader_open(reader, close, &empty))
		return false;
	more = !empty;
	for (size_t i = 0; more; i++) {
		if (open == '{') {
			struct oac_token key;
			if (!oac_reader_name(reader, &key))
				return false;
			w->name.len = 0;
			oac_style_add_token(&w->name, &key);
		} else {
			w->name.len = len;
		}
		if (deep && is_nested(reader)) {
			add_index(w, i);
			if (!give_deep(w, reader))
				return false;
		} else if (open == '{' && oac_reader_peek(reader) == '[') {
			if (!give_exploded(w, reader, false))
				return false;
		} else if (!give_scalar(w, reader)) {
			return false;
		}
		if (!oac_reader_next(reader, close, &more))
			return false;
	}
	return true;
}

/* ---- the whole ---- */

static bool is_empty(struct oac_span json)
{
	struct oac_reader reader;
	bool empty = false;

	oac_reader_init(&reader, json.text, json.len);
	return is_nested(&reader) &&
		oac_reader_open(&reader, *reader.p == '{' ? '}' : ']', &empty) && empty;
}

static enum oac_status finish(const struct oac_style_writer *w, bool ok)
{
	const struct oac_buffer *buffers[] = { &w->name, &w->value, &w->scratch };

	for (size_t i = 0; i < OAC_COUNT(buffers); i++)
		if (buffers[i]->failed)
			return buffers[i]->failed == OAC_BUFFER_FULL ? OAC_E_LIMIT : OAC_E_NOMEM;
	return ok ? OAC_OK : OAC_E_ARGUMENT;
}

enum oac_status oac_style_pairs(struct oac_style_writer *w, const char *name, size_t name_len,
	struct oac_span json, unsigned style)
{
	struct oac_reader reader;
	bool ok = true;

	oac_reader_init(&reader, json.text, json.len);
	char first = oac_reader_peek(&reader);
	w->name.len = 0;
	w->value.len = 0;
	w->reserved = (style & OAC_RESERVED) != 0;
	style &= OAC_STYLE_MASK;
	oac_buffer_add(&w->name, name, name_len);
	switch (style) {
	case OAC_STYLE_JSON:
		add_text(w, json.text, json.len);
		give(w);
		break;
	case OAC_STYLE_FORM_EXPLODE:
		ok = give_exploded(w, &reader, false);
		break;
	case OAC_STYLE_UNSTATED:
		ok = first == '{' ? give_deep(w, &reader) : give_exploded(w, &reader, true);
		break;
	case OAC_STYLE_DEEP_OBJECT:
		ok = give_deep(w, &reader);
		break;
	default:
		/* An empty list has nothing to say; "a=" would be a list of one empty text. */
		if (is_empty(json))
			break;
		ok = join(w, &reader, between_of(w, style));
		if (ok)
			give(w);
	}
	return finish(w, ok);
}

enum oac_status oac_style_text(struct oac_style_writer *w, struct oac_span json, unsigned style)
{
	struct oac_reader reader;
	bool ok = true;

	oac_reader_init(&reader, json.text, json.len);
	w->value.len = 0;
	w->reserved = false;
	oac_buffer_add(&w->value, "", 0); /* ends the text that an earlier value left */
	if (style == OAC_STYLE_JSON)
		add_text(w, json.text, json.len);
	else
		ok = join(w, &reader, ",");
	return finish(w, ok);
}
