/*
 * Encoding what holds nothing else: strings, numbers, enums, and JSON text of the caller's.
 */
#include "oac_encoder.h"

#include "oac_text.h"

#include <math.h>
#include <string.h>

/* ---- strings ---- */

static void add_escape(struct oac_buffer *out, unsigned char c)
{
	static const char hex[] = "0123456789abcdef";
	/* By the character: what stands behind the backslash, 0 when it is \u00xx. */
	static const char names[] = { ['\b'] = 'b',
		['\t'] = 't',
		['\n'] = 'n',
		['\f'] = 'f',
		['\r'] = 'r',
		['"'] = '"',
		['\\'] = '\\' };
	char text[6] = { '\\', 'u', '0', '0', hex[c >> 4], hex[c & 15] };

	if (names[c] == '\0') {
		oac_buffer_add(out, text, sizeof(text));
	} else {
		oac_buffer_add_char(out, '\\');
		oac_buffer_add_char(out, names[c]);
	}
}

/* Text that needs no escapes, between quotes. */
static inline void add_quoted(struct oac_buffer *out, const char *text, size_t len)
{
	char *at = oac_buffer_reserve(out, len + 2);

	if (at == NULL)
		return;
	*at++ = '"';
	memcpy(at, text, len);
	at[len] = '"';
	at[len + 1] = '\0';
	out->len += len + 2;
}

/* From text on, where an escape or a character that is not ASCII may stand. */
static bool add_rest(struct oac_encoder *e, const char *text, const char *end)
{
	struct oac_buffer *out = e->out;

	while (text < end) {
		const char *stop = oac_text_plain(text, end);

		while (stop < end && (unsigned char)*stop >= 0x80) {
			size_t len = oac_text_utf8(stop, end);

			if (len == 0)
				return oac_encode_fail(
					e, OAC_E_ARGUMENT, "the string is not valid UTF-8");
			stop = oac_text_plain(stop + len, end);
		}
		oac_buffer_add(out, text, (size_t)(stop - text));
		text = stop;
		if (text < end)
			add_escape(out, (unsigned char)*text++);
	}
	oac_buffer_add_char(out, '"');
	return true;
}

bool oac_encode_text(struct oac_encoder *e, const char *text)
{
	size_t len = strlen(text);
	char *at = oac_buffer_reserve(e->out, len + 2);
	size_t plain;

	if (at == NULL)
		return true; /* the buffer has failed, which is seen at the end */
	*at++ = '"';
	plain = (size_t)(oac_text_plain_copy(at, text, text + len) - text);
	if (plain < len) {
		e->out->len += plain + 1;
		return add_rest(e, text + plain, text + len);
	}
	at[len] = '"';
	at[len + 1] = '\0';
	e->out->len += len + 2;
	return true;
}

/* ---- scalars ---- */

bool oac_encode_double(struct oac_encoder *e, double value, const struct oac_span *shadow)
{
	struct oac_number number;

	if (!isfinite(value))
		return oac_encode_fail(e, OAC_E_ARGUMENT, "the number is not finite");
	if (shadow != NULL) {
		oac_number_read(shadow->text, shadow->text + shadow->len, &number);
		if (number.form != OAC_NUMBER_BAD && number.len == shadow->len &&
			number.value == value) {
			oac_buffer_add(e->out, shadow->text, shadow->len);
			return true;
		}
	}
	oac_buffer_add_double(e->out, value);
	return true;
}

bool oac_encode_bool(struct oac_encoder *e, bool value)
{
	oac_buffer_add_text(e->out, value ? "true" : "false");
	return true;
}

bool oac_encode_int64(struct oac_encoder *e, int64_t value)
{
	oac_buffer_add_int(e->out, value);
	return true;
}

bool oac_encode_uint64(struct oac_encoder *e, uint64_t value)
{
	oac_buffer_add_uint(e->out, value);
	return true;
}

bool oac_encode_enum(struct oac_encoder *e, const struct oac_enum *type, int value,
	const struct oac_span *shadow)
{
	const char *text;

	if (value == OAC_UNKNOWN && shadow != NULL) {
		oac_buffer_add(e->out, shadow->text, shadow->len);
		return true;
	}
	if (value == OAC_UNKNOWN)
		return oac_encode_fail(e, OAC_E_ARGUMENT,
			"the enum is unknown, and oac_more holds no text for it");
	if (value < 2 || (unsigned)value - 2 >= type->count)
		return oac_encode_fail(e, OAC_E_ARGUMENT, "the enum has no such value");
	text = type->values[value - 2];
	if (type->json)
		oac_buffer_add_text(e->out, text);
	else
		add_quoted(e->out, text, strlen(text));
	return true;
}

/* The caller's text is checked: a broken piece would break the whole body. */
bool oac_encode_json(struct oac_encoder *e, const struct oac_json *json)
{
	struct oac_reader r;
	struct oac_span span;

	oac_reader_init(&r, json->text, json->len);
	if (!oac_reader_skip(&r, &span) || !oac_reader_finish(&r))
		return oac_encode_fail(e, r.status == OAC_E_LIMIT ? OAC_E_LIMIT : OAC_E_ARGUMENT,
			"the text is not JSON");
	oac_buffer_add(e->out, span.text, span.len); /* without a byte order mark */
	return true;
}
