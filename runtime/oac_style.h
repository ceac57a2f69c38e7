/*
 * oac_style.h: values, as JSON text, in the styles that OpenAPI gives parameters and
 * members of a form: as name/value pairs or as one text. Not for programs.
 *
 *	deepObject	{"a":{"b":1},"c":["x"],"d":[{"e":2}]} is p[a][b]=1, p[c][]=x, p[d][0][e]=2
 *
 * null is an empty text; empty arrays and objects say nothing.
 */
#ifndef OAC_STYLE_H
#define OAC_STYLE_H

#include <stdbool.h>

#include "oac_buffer.h"
#include "oac_codec.h"
#include "oac_reader.h"

struct oac_style_writer {
	/* Takes a pair; the name is plain, the value percent-encoded if encoded says so. */
	void (*pair)(void *user, const struct oac_buffer *name, const struct oac_buffer *value);
	void *user;
	bool encoded;
	bool reserved; /* of the value that is being written */
	struct oac_buffer name;
	struct oac_buffer value;
	struct oac_buffer scratch;
};

/* No text may be longer than max bytes. To be cleared. */
void oac_style_init(struct oac_style_writer *writer, bool encoded, size_t max);
void oac_style_clear(struct oac_style_writer *writer);

/*
 * Gives the pairs of a value called name. style: OAC_STYLE_..., but not _SIMPLE, with
 * OAC_RESERVED where reserved characters of an encoded value stay as they are. Returns
 * OAC_E_ARGUMENT when the value has no form in that style, OAC_E_LIMIT, OAC_E_NOMEM.
 */
enum oac_status oac_style_pairs(struct oac_style_writer *writer, const char *name, size_t name_len,
	struct oac_span json, unsigned style);

/* Puts the value as one text, "1,2" for a list, into writer->value. Fails as the above does. */
enum oac_status oac_style_text(struct oac_style_writer *writer, struct oac_span json,
	unsigned style);

/* Puts a string's characters, or any other scalar's JSON text, into text. False for the rest. */
bool oac_style_scalar(struct oac_reader *reader, struct oac_buffer *text);

/* The characters of a token behind those of text. */
void oac_style_add_token(struct oac_buffer *text, const struct oac_token *token);

#endif
