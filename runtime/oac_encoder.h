/*
 * oac_encoder.h: what the files of the encoder share. Functions that return bool return
 * false after noting in the encoder what was wrong.
 *
 * shadow is the text that oac_more holds for the place being written, or NULL: an
 * enum value that the type does not know, an exact number, is taken from it.
 */
#ifndef OAC_ENCODER_H
#define OAC_ENCODER_H

#include "oac_buffer.h"
#include "oac_codec.h"
#include "oac_path.h"
#include "oac_reader.h"
#include "oac_scratch.h"

struct oac_encoder {
	struct oac_buffer *out;
	struct oac_scratch scratch;
	struct oac_path path;
	enum oac_status status;
	const char *problem;
	unsigned depth; /* of brackets, as the reader counts it */
	unsigned calls; /* of encode_value in one another: a union adds one but no bracket */
	bool strict;
	bool skip_files;
};

/* The discriminator that the union around an object asks for. */
struct oac_encode_tag {
	const char *key;
	size_t key_len;
	const char *json;
};

bool oac_encode_fail(struct oac_encoder *e, enum oac_status status, const char *problem);

static inline bool oac_encode_enter(struct oac_encoder *e, char bracket)
{
	if (e->depth >= OAC_MAX_DEPTH)
		return oac_encode_fail(e, OAC_E_LIMIT, "nested too deeply");
	e->depth++;
	oac_buffer_add_char(e->out, bracket);
	return true;
}

static inline void oac_encode_leave(struct oac_encoder *e, char bracket)
{
	e->depth--;
	oac_buffer_add_char(e->out, bracket);
}

bool oac_encode_value(struct oac_encoder *e, uint8_t kind, const void *type, const void *at,
	const struct oac_span *shadow);
/* tag: what the union around the object asks for, or NULL. base NULL: only constants are said. */
bool oac_encode_object(struct oac_encoder *e, const struct oac_object *type, const char *base,
	const struct oac_encode_tag *tag);
bool oac_encode_union(struct oac_encoder *e, const struct oac_union *type, const char *base,
	const struct oac_span *shadow);
bool oac_encode_text(struct oac_encoder *e, const char *text);
bool oac_encode_double(struct oac_encoder *e, double value, const struct oac_span *shadow);
bool oac_encode_bool(struct oac_encoder *e, bool value);
bool oac_encode_uint64(struct oac_encoder *e, uint64_t value);
bool oac_encode_int64(struct oac_encoder *e, int64_t value);
bool oac_encode_enum(struct oac_encoder *e, const struct oac_enum *type, int value,
	const struct oac_span *shadow);
bool oac_encode_json(struct oac_encoder *e, const struct oac_json *json);

#endif
