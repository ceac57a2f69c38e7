#include "oac_error_set.h"

#include "oac_buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* The length of the UTF-8 character at text, or 0 when there is none. */
static size_t character_length(const unsigned char *text, size_t len)
{
	unsigned char lead = text[0];
	unsigned char lowest = 0x80;
	unsigned char highest = 0xBF;
	size_t need;

	if (lead < 0x80)
		return 1;
	if (lead >= 0xC2 && lead <= 0xDF)
		need = 2;
	else if (lead >= 0xE0 && lead <= 0xEF)
		need = 3;
	else if (lead >= 0xF0 && lead <= 0xF4)
		need = 4;
	else
		return 0;
	if (lead == 0xE0)
		lowest = 0xA0;
	else if (lead == 0xED)
		highest = 0x9F;
	else if (lead == 0xF0)
		lowest = 0x90;
	else if (lead == 0xF4)
		highest = 0x8F;
	if (len < need || text[1] < lowest || text[1] > highest)
		return 0;
	for (size_t i = 2; i < need; i++)
		if (text[i] < 0x80 || text[i] > 0xBF)
			return 0;
	return need;
}

void oac_error_copy(char *field, size_t size, const char *text, size_t len, bool one_line)
{
	const unsigned char *in = (const unsigned char *)text;
	size_t at = 0;
	size_t out = 0;

	while (at < len) {
		size_t n = character_length(in + at, len - at);
		bool bad = n == 0 || in[at] == 0 || (one_line && (in[at] < 0x20 || in[at] == 0x7F));

		if (n == 0)
			n = 1;
		if (out + (bad ? 1 : n) >= size)
			break;
		if (bad) {
			field[out++] = '?';
		} else {
			memcpy(field + out, text + at, n);
			out += n;
		}
		at += n;
	}
	field[out] = '\0';
}

void oac_error_clear(struct oac_error *err)
{
	if (err != NULL)
		memset(err, 0, sizeof(*err));
}

/* Formats to the end of the message, cut at a whole character to what fits. */
static void add_formatted(struct oac_error *err, size_t at, const char *format, va_list args)
{
	char text[sizeof(err->message)];
	int len = vsnprintf(text, sizeof(text), format, args);

	if (len < 0)
		text[0] = '\0';
	/* A character that was cut off in the middle at the end is left out, not marked. */
	size_t end = strlen(text);
	if (len >= (int)sizeof(text)) {
		size_t start = end;
		while (start > 0 && end - start < 4 &&
			((unsigned char)text[start - 1] & 0xC0) == 0x80)
			start--;
		if (start > 0 && (unsigned char)text[start - 1] >= 0xC0) {
			start--;
			if (character_length((const unsigned char *)text + start, end - start) == 0)
				end = start;
		}
	}
	oac_error_copy(err->message + at, sizeof(err->message) - at, text, end, true);
}

enum oac_status oac_error_set(struct oac_error *err, enum oac_status status, const char *format,
	...)
{
	va_list args;

	if (err == NULL)
		return status;
	err->status = status;
	err->offset = 0;
	err->path[0] = '\0';
	err->server_type[0] = '\0';
	err->server_code[0] = '\0';
	err->server_param[0] = '\0';
	err->server_message[0] = '\0';
	/* Arguments may point into err->message: it is written last. */
	va_start(args, format);
	add_formatted(err, 0, format, args);
	va_end(args);
	return status;
}

void oac_error_add(struct oac_error *err, const char *format, ...)
{
	va_list args;

	if (err == NULL)
		return;
	va_start(args, format);
	add_formatted(err, strlen(err->message), format, args);
	va_end(args);
}

void oac_error_take(struct oac_error *err, const struct oac_error *other)
{
	struct oac_error whole = *other;

	if (err == NULL)
		return;
	whole.http_status = err->http_status;
	whole.tries = err->tries;
	memcpy(whole.request_id, err->request_id, sizeof(whole.request_id));
	*err = whole;
}

enum oac_status oac_error_buffer(struct oac_error *err, const struct oac_buffer *buffer,
	const char *what)
{
	if (buffer->failed == OAC_BUFFER_FULL)
		return oac_error_set(err, OAC_E_LIMIT, "%s is too long", what);
	return oac_error_set(err, OAC_E_NOMEM, "out of memory");
}

/* Adds a text, between two of ours, as one line. */
static size_t add_text(char *text, size_t size, size_t at, const char *before, const char *middle,
	const char *after)
{
	const char *const parts[] = { before, middle, after };

	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]) && at + 1 < size; i++) {
		oac_error_copy(text + at, size - at, parts[i], strlen(parts[i]), false);
		for (; text[at] != '\0'; at++)
			if ((unsigned char)text[at] < 0x20 || text[at] == 0x7F)
				text[at] = ' ';
	}
	return at;
}

const char *oac_error_text(const struct oac_error *err, char *text, size_t size)
{
	size_t at = 0;

	if (size == 0)
		return "";
	text[0] = '\0';
	at = add_text(text, size, at, "", err->message[0] != '\0' ? err->message :
		oac_status_name(err->status), "");
	if (err->server_message[0] != '\0')
		at = add_text(text, size, at, ": ", err->server_message, "");
	if (err->request_id[0] != '\0')
		add_text(text, size, at, " (request ", err->request_id, ")");
	return text;
}

const char *oac_status_name(enum oac_status status)
{
	switch (status) {
	case OAC_OK:
		return "OAC_OK";
	case OAC_E_NOMEM:
		return "OAC_E_NOMEM";
	case OAC_E_ARGUMENT:
		return "OAC_E_ARGUMENT";
	case OAC_E_CONFIG:
		return "OAC_E_CONFIG";
	case OAC_E_CONNECT:
		return "OAC_E_CONNECT";
	case OAC_E_TIMEOUT:
		return "OAC_E_TIMEOUT";
	case OAC_E_CANCELLED:
		return "OAC_E_CANCELLED";
	case OAC_E_HTTP:
		return "OAC_E_HTTP";
	case OAC_E_PROTOCOL:
		return "OAC_E_PROTOCOL";
	case OAC_E_JSON:
		return "OAC_E_JSON";
	case OAC_E_TYPE:
		return "OAC_E_TYPE";
	case OAC_E_LIMIT:
		return "OAC_E_LIMIT";
	case OAC_E_STREAM:
		return "OAC_E_STREAM";
	case OAC_E_FILE:
		return "OAC_E_FILE";
	}
	return "unknown status";
}
