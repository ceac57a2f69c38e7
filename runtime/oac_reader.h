/*
 * oac_reader.h: a strict JSON reader (RFC 8259) that walks over text once and
 * builds nothing: the decoder, oac_more and the cJSON bridge stand on it.
 *
 * Nothing beyond [p, end) is read; the text needs no NUL. Every function
 * returns false after noting what was wrong, and where, in the reader.
 */
#ifndef OAC_READER_H
#define OAC_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "oac_error.h"
#include "oac_number.h"
#include "oac_text.h"

enum {
	OAC_MAX_DEPTH = 512, /* of arrays and objects in one another */
};

struct oac_reader {
	const char *p;
	const char *end;
	const char *start;
	unsigned depth;
	enum oac_status status; /* why a function returned false */
	const char *problem;	/* "expected ':'"; static */
};

/* A stretch of the text. */
struct oac_span {
	const char *text;
	size_t len;
};

/* A JSON string as it stands in the text, quotes excluded. */
struct oac_token {
	const char *text;
	size_t len;
	bool plain; /* ASCII without escapes: the bytes are the value */
};

void oac_reader_init(struct oac_reader *reader, const char *text, size_t len);
bool oac_reader_fail(struct oac_reader *reader, enum oac_status status, const char *problem);
/* The text is no JSON here; where it ends, that is the problem. */
bool oac_reader_bad(struct oac_reader *reader, const char *problem);

/* The same as oac_reader_peek(), where white space is likely. */
char oac_reader_peek_space(struct oac_reader *reader);

/* The next byte that is no white space, or 0 at the end. */
static inline char oac_reader_peek(struct oac_reader *r)
{
	if (r->p < r->end && (unsigned char)*r->p > ' ')
		return *r->p;
	return oac_reader_peek_space(r);
}

/* Goes on with a string whose bytes before r->p are plain. */
bool oac_reader_string_rest(struct oac_reader *reader, struct oac_token *token);

/* At a quote: steps over the string and checks its escapes and its UTF-8. */
static inline bool oac_reader_string(struct oac_reader *r, struct oac_token *token)
{
	const char *text = r->p + 1;
	const char *stop = oac_text_plain(text, r->end);

	token->text = text;
	token->len = (size_t)(stop - text);
	token->plain = true;
	if (stop < r->end && *stop == '"') {
		r->p = stop + 1;
		return true;
	}
	r->p = stop;
	return oac_reader_string_rest(r, token);
}

/* The value of a checked token, written to out, which has room for token->len bytes; its length. */
size_t oac_token_value(const struct oac_token *token, char *out);

bool oac_reader_number(struct oac_reader *reader, struct oac_number *number);

/* Steps over one of true, false, null. */
bool oac_reader_literal(struct oac_reader *reader, const char *word, size_t len);

/*
 * Steps over any one value, a number that no double holds included. span (nullable) is
 * its text without surrounding space.
 */
bool oac_reader_skip(struct oac_reader *reader, struct oac_span *span);

/* Enters an array or object: steps over the bracket. *empty: its end was stepped over too. */
static inline bool oac_reader_open(struct oac_reader *r, char close, bool *empty)
{
	*empty = false;
	if (r->depth >= OAC_MAX_DEPTH)
		return oac_reader_fail(r, OAC_E_LIMIT, "nested too deeply");
	r->p++;
	*empty = oac_reader_peek(r) == close;
	if (*empty)
		r->p++;
	else
		r->depth++;
	return true;
}

/* After an element: steps over a comma (*more true) or the closing bracket. */
static inline bool oac_reader_next(struct oac_reader *r, char close, bool *more)
{
	char c = oac_reader_peek(r);

	*more = c == ',';
	if (c != ',') {
		if (c != close)
			return oac_reader_bad(
				r, close == '}' ? "expected ',' or '}'" : "expected ',' or ']'");
		r->depth--;
	}
	r->p++;
	return true;
}

/* In an object: steps over a name and its colon, up to the value. */
static inline bool oac_reader_name(struct oac_reader *r, struct oac_token *name)
{
	if (oac_reader_peek(r) != '"')
		return oac_reader_bad(r, "expected the name of a member");
	if (!oac_reader_string(r, name))
		return false;
	if (oac_reader_peek(r) != ':')
		return oac_reader_bad(r, "expected ':'");
	r->p++;
	oac_reader_peek(r);
	return true;
}


/* Only white space may be left. */
bool oac_reader_finish(struct oac_reader *reader);

/* "an object", "a string", ...: what begins with this byte. */
const char *oac_reader_kind(char first);

#endif
