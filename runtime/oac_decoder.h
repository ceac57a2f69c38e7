/*
 * oac_decoder.h: what the files of the decoder share. Functions that return bool
 * return false after noting in the reader what was wrong.
 *
 * shadow: set when the C value does not say all that the text said, so that the
 * object around it must keep the text in its oac_more.
 */
#ifndef OAC_DECODER_H
#define OAC_DECODER_H

#include "oac_codec.h"
#include "oac_memory.h"
#include "oac_path.h"
#include "oac_reader.h"
#include "oac_scratch.h"

struct oac_decoder {
	struct oac_reader r;
	struct oac_arena *arena; /* holds the result */
	/*
	 * Where the texts of the result are: each as far from here as from the start of the text, so
	 * that its place is known before its length. NULL: the arena has room for each when it comes.
	 */
	char *texts;
	struct oac_scratch scratch;
	struct oac_path path;
	bool strict;
	const char *got; /* OAC_E_TYPE: what stood there, or NULL */
	bool untagged;	 /* the object that comes next lacks the discriminator of its union */
	size_t wasted;	 /* bytes that were read for union variants that did not fit */
};

void oac_decoder_begin(struct oac_decoder *d, struct oac_arena *arena, const char *text, size_t len,
	unsigned flags);
/* Whether the text is more than white space. */
bool oac_decoder_has_value(struct oac_decoder *d);
/* After one value: nothing else may stand in the text. What was wrong, if anything, is in err. */
enum oac_status oac_decoder_end(struct oac_decoder *d, struct oac_error *err);

bool oac_decode_value(
	struct oac_decoder *d, uint8_t kind, const void *type, void *at, bool *shadow);
/* The member of the object at base, which is zero there; null, too. */
bool oac_decode_member(
	struct oac_decoder *d, const struct oac_field *field, char *base, bool *shadow);
/* An item of a list or the value of a map's entry; null, too. */
bool oac_decode_item(struct oac_decoder *d, const struct oac_shape *shape, void *at, bool *shadow);
bool oac_decode_object(struct oac_decoder *d, const struct oac_object *type, char *base);
bool oac_decode_pointer(struct oac_decoder *d, const struct oac_object *type, void *at);
bool oac_decode_union(
	struct oac_decoder *d, const struct oac_union *type, char *base, bool *shadow);
/* The value that is the variant with that index. */
bool oac_decode_variant(struct oac_decoder *d, const struct oac_union *type, uint32_t i, char *base,
	bool *shadow);
bool oac_decode_union_pointer(
	struct oac_decoder *d, const struct oac_union *type, void *at, bool *shadow);
bool oac_decode_list(struct oac_decoder *d, const struct oac_list *type, void *at, bool *shadow);
bool oac_decode_map(struct oac_decoder *d, const struct oac_map *type, void *at, bool *shadow);
bool oac_decode_string(struct oac_decoder *d, const char **at);
/* The same at a quote, as most values are. */
bool oac_decode_quoted(struct oac_decoder *d, const char **at);
bool oac_decode_bool(struct oac_decoder *d, bool *at);
bool oac_decode_int64(struct oac_decoder *d, int64_t *at);
bool oac_decode_uint64(struct oac_decoder *d, uint64_t *at);
bool oac_decode_double(struct oac_decoder *d, double *at, bool *shadow);
bool oac_decode_enum(struct oac_decoder *d, const struct oac_enum *type, int *at, bool *shadow);
bool oac_decode_const(struct oac_decoder *d, const char *json, bool *shadow);
bool oac_decode_json(struct oac_decoder *d, struct oac_json *at);

/* size bytes of zeros in the result, which the pointer at the place given points to then. */
void *oac_decode_pointee(struct oac_decoder *d, size_t size, void *at);

bool oac_decode_fail(struct oac_decoder *d, const char *problem);
bool oac_decode_no_memory(struct oac_decoder *d);
/* "expected X, got what stands there" */
bool oac_decode_wrong_kind(struct oac_decoder *d, const char *expected);

/* The value of a token as a C string in the result, or NULL. */
const char *oac_decode_keep(struct oac_decoder *d, const struct oac_token *token);

/* Whether a token and a piece of JSON text (no quotes), which escapes only what it must, say the same. */
bool oac_decode_token_is(
	struct oac_decoder *d, const struct oac_token *token, const char *json, size_t len);
/* The same for any scalar as it stands in the text. */
bool oac_decode_text_is(struct oac_decoder *d, const struct oac_span *text, const char *json);

/*
 * Steps over the name of the next member, up to its colon. The members of a text mostly stand in
 * the order of the table: guess is where to look first, at most the end of the fields.
 * *found is NULL when the type has no such member in its body; only then there is a name.
 */
bool oac_decode_name(struct oac_decoder *d, struct oac_reader *r, const struct oac_object *type,
	const struct oac_field *guess, struct oac_token *name, const struct oac_field **found);
/* Bytes that a member of that kind takes in its struct. */
size_t oac_value_size(uint8_t kind, const void *type);
bool oac_decode_enum_has_kind(const struct oac_enum *type, char first);

#endif
