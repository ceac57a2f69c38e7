/*
 * Decoding of what is no container: strings, numbers, booleans, enums, constants,
 * and free-form JSON, which is kept as it stands.
 */
#include "oac_decoder.h"

#include "oac_text.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

/* Room in the result for len bytes of the text and a NUL. */
static inline char *place(struct oac_decoder *d, const char *text, size_t len)
{
	char *to = d->texts ? d->texts + (text - d->r.start) : oac_arena_text(d->arena, len + 1);

	if (to == NULL)
		oac_decode_no_memory(d);
	return to;
}

/* A NUL-terminated copy in the result. */
static const char *keep_text(struct oac_decoder *d, const char *text, size_t len)
{
	char *copy = place(d, text, len);

	if (copy == NULL)
		return NULL;
	oac_text_copy(copy, text, len);
	copy[len] = '\0';
	return copy;
}

const char *oac_decode_keep(struct oac_decoder *d, const struct oac_token *token)
{
	char *copy;
	size_t len;

	if (token->plain)
		return keep_text(d, token->text, token->len);
	copy = place(d, token->text, token->len);
	if (copy == NULL)
		return NULL;
	len = oac_token_value(token, copy);
	copy[len] = '\0';
	if (memchr(copy, '\0', len) != NULL) {
		oac_decode_fail(d, "a string holds U+0000, which a C string cannot");
		return NULL;
	}
	return copy;
}

bool oac_decode_token_is(
	struct oac_decoder *d, const struct oac_token *token, const char *json, size_t len)
{
	struct oac_scratch_mark mark;
	struct oac_token other = { json, len, false };
	char *a;
	char *b;
	bool same = false;

	if (token->len == len && oac_text_same(token->text, json, len))
		return true;
	if (token->plain || memchr(token->text, '\\', token->len) == NULL)
		return false;
	mark = oac_scratch_mark(&d->scratch);
	a = oac_scratch_alloc(&d->scratch, token->len);
	b = oac_scratch_alloc(&d->scratch, len);
	if (a != NULL && b != NULL) {
		size_t a_len = oac_token_value(token, a);

		same = a_len == oac_token_value(&other, b) && memcmp(a, b, a_len) == 0;
	} else {
		oac_decode_no_memory(d);
	}
	oac_scratch_release(&d->scratch, mark);
	return same;
}

bool oac_decode_text_is(struct oac_decoder *d, const struct oac_span *tag, const char *json)
{
	struct oac_token token = { tag->text + 1, tag->len - 2, false };

	if (oac_text_is(tag->text, tag->len, json))
		return true;
	return tag->text[0] == '"' && json[0] == '"' &&
		oac_decode_token_is(d, &token, json + 1, strlen(json) - 2);
}

bool oac_decode_quoted(struct oac_decoder *d, const char **at)
{
	const char *text = d->r.p + 1;
	struct oac_token token;

	if (d->texts != NULL) {
		char *copy = d->texts + (text - d->r.start);
		const char *stop = oac_text_plain_copy(copy, text, d->r.end);

		if (stop < d->r.end && *stop == '"') {
			copy[stop - text] = '\0';
			*at = copy;
			d->r.p = stop + 1;
			return true;
		}
	}
	if (!oac_reader_string(&d->r, &token))
		return false;
	*at = oac_decode_keep(d, &token);
	return *at != NULL;
}

bool oac_decode_string(struct oac_decoder *d, const char **at)
{
	if (oac_reader_peek(&d->r) != '"')
		return oac_decode_wrong_kind(d, "a string");
	return oac_decode_quoted(d, at);
}

bool oac_decode_bool(struct oac_decoder *d, bool *at)
{
	char c = oac_reader_peek(&d->r);

	if (c != 't' && c != 'f')
		return oac_decode_wrong_kind(d, "a boolean");
	*at = c == 't';
	return c == 't' ? oac_reader_literal(&d->r, "true", 4)
			: oac_reader_literal(&d->r, "false", 5);
}

static bool decode_number(struct oac_decoder *d, struct oac_number *number)
{
	char c = oac_reader_peek(&d->r);

	if (c != '-' && (c < '0' || c > '9'))
		return oac_decode_wrong_kind(d, "a number");
	return oac_reader_number(&d->r, number);
}

bool oac_decode_int64(struct oac_decoder *d, int64_t *at)
{
	struct oac_number number = { 0 };

	if (!decode_number(d, &number))
		return false;
	*at = number.integer;
	/* 1.0 and 1e3 are integers to JSON Schema */
	if (number.form == OAC_NUMBER_INT || oac_number_whole(d->r.p - number.len, number.len, at))
		return true;
	if (fabs(number.value) >= 9223372036854775808.0)
		return oac_decode_fail(d, "integer out of range");
	return oac_decode_fail(d, "expected an integer, got a fraction");
}

bool oac_decode_uint64(struct oac_decoder *d, uint64_t *at)
{
	struct oac_number number = { 0 };

	if (!decode_number(d, &number))
		return false;
	if (number.form == OAC_NUMBER_INT && number.integer >= 0) {
		*at = (uint64_t)number.integer;
		return true;
	}
	if (oac_number_unsigned(d->r.p - number.len, number.len, at))
		return true;
	if (number.value <= -1 || number.value >= 18446744073709551616.0)
		return oac_decode_fail(d, "integer out of range");
	return oac_decode_fail(d, "expected an integer, got a fraction");
}

/* What a double does not hold to the last digit is kept as it was written, too. */
bool oac_decode_double(struct oac_decoder *d, double *at, bool *shadow)
{
	struct oac_number number = { 0 };

	if (!decode_number(d, &number))
		return false;
	*at = number.value;
	*shadow |= !number.exact;
	return true;
}

/* The JSON kind of an enum value. */
static const char *enum_kind(const struct oac_enum *type, uint32_t i)
{
	return oac_reader_kind(type->json ? type->values[i][0] : '"');
}

bool oac_decode_enum_has_kind(const struct oac_enum *type, char first)
{
	uint32_t i;

	if (first == '"' && !type->json)
		return true;
	for (i = 0; i < type->count; i++) {
		if (enum_kind(type, i) == oac_reader_kind(first))
			return true;
	}
	return type->count == 0;
}

bool oac_decode_enum(struct oac_decoder *d, const struct oac_enum *type, int *at, bool *shadow)
{
	struct oac_token token;
	struct oac_span span;
	bool simple;
	uint32_t i;

	if (!oac_decode_enum_has_kind(type, oac_reader_peek(&d->r)))
		return oac_decode_wrong_kind(d, enum_kind(type, 0));
	simple = !type->json && oac_reader_peek(&d->r) == '"';
	if (simple ? !oac_reader_string(&d->r, &token) : !oac_reader_skip(&d->r, &span))
		return false;
	for (i = 0; i < type->count; i++) {
		const char *value = type->values[i];

		if (!simple ? oac_decode_text_is(d, &span, value)
			    : token.plain ? oac_text_is(token.text, token.len, value)
					  : oac_decode_token_is(d, &token, value, strlen(value))) {
			*at = (int)i + 2;
			return true;
		}
	}
	*at = OAC_UNKNOWN;
	*shadow = true;
	return d->strict ? oac_decode_fail(d, "value is not one that the type knows") : true;
}

bool oac_decode_json(struct oac_decoder *d, struct oac_json *at)
{
	struct oac_span span;

	if (!oac_reader_skip(&d->r, &span))
		return false;
	at->text = keep_text(d, span.text, span.len);
	at->len = span.len;
	return at->text != NULL;
}

bool oac_decode_const(struct oac_decoder *d, const char *json, bool *shadow)
{
	size_t len = strlen(json);
	struct oac_span span;

	/* A string that is written in the same way ends where it ends; a number might go on. */
	if (json[0] == '"' && (size_t)(d->r.end - d->r.p) >= len &&
		oac_text_same(d->r.p, json, len)) {
		d->r.p += len;
		return true;
	}
	if (!oac_reader_skip(&d->r, &span))
		return false;
	if (oac_decode_text_is(d, &span, json))
		return true;
	*shadow = true;
	return d->strict ? oac_decode_fail(d, "value is not the constant that the type has here")
			 : true;
}
