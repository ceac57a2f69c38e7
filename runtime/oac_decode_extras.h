/*
 * oac_decode_extras.h: what the oac_more of an object that is being decoded is to hold: the
 * members that its type does not have, and those of which the C value does not say all.
 */
#ifndef OAC_DECODE_EXTRAS_H
#define OAC_DECODE_EXTRAS_H

#include "oac_decoder.h"

enum {
	OAC_SEEN_MAX = 256, /* fields that are told apart; the generator makes no more */
};

/* Which fields of the type were there: a bit each. */
struct oac_seen {
	uint64_t words[OAC_SEEN_MAX / 64];
};

static inline bool oac_seen_has(const struct oac_seen *seen, uint32_t i)
{
	return (seen->words[i / 64] >> i % 64 & 1) != 0;
}

struct oac_extra;

/* In the order of the text, as links in the scratch. */
struct oac_extras {
	struct oac_extra *first;
	struct oac_extra *last;
	size_t len; /* of their text, commas included */
};

/* The name as the encoder will look for it, whatever escapes the text has in it. */
static inline struct oac_token oac_field_name(const struct oac_field *field)
{
	struct oac_token name = { field->key + 1, field->key_len - 3u, false };

	return name;
}

/* A member that is not the type's: its name, with a quote on either side, and its value. */
bool oac_extras_add(struct oac_decoder *d, struct oac_extras *extras, const struct oac_token *name,
	const char *value, const char *end);
/* A member of the type whose value was not all said. */
bool oac_extras_add_field(struct oac_decoder *d, struct oac_extras *extras,
	const struct oac_field *field, const char *value, const char *end);
/* Takes a member of the type out again. */
void oac_extras_forget(struct oac_extras *extras, const struct oac_field *field);

/*
 * Writes the oac_more of the object at base. sparse: a required constant or plain member
 * was missing; then it must also say which of them were there (see oac_codec.h).
 */
bool oac_extras_keep(struct oac_decoder *d, struct oac_extras *extras,
	const struct oac_object *type, const struct oac_seen *seen, bool sparse, char *base);
/* Whether the absence of a required member of that kind shows only in oac_more. */
bool oac_extras_is_plain(uint8_t kind);

#endif
