/*
 * oac_buffer.h: bytes that grow up to a maximum given at birth.
 *
 * A failed append sets failed, and all later ones do nothing, so that a writer
 * may check once at the end. The text is always NUL-terminated.
 */
#ifndef OAC_BUFFER_H
#define OAC_BUFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum oac_buffer_failure {
	OAC_BUFFER_FINE = 0,
	OAC_BUFFER_NOMEM,
	OAC_BUFFER_FULL,
};

struct oac_buffer {
	char *text; /* NULL until the first append */
	size_t len;
	size_t size; /* allocated */
	size_t max;  /* len never exceeds it */
	enum oac_buffer_failure failed;
};

#define OAC_BUFFER_MAX(bytes) { NULL, 0, 0, (bytes), OAC_BUFFER_FINE }

void oac_buffer_init(struct oac_buffer *buffer, size_t max);
void oac_buffer_clear(struct oac_buffer *buffer);
/* Room for len more bytes at the returned place, or NULL; the caller adds to buffer->len. */
char *oac_buffer_reserve(struct oac_buffer *buffer, size_t len);
void oac_buffer_add_slowly(struct oac_buffer *buffer, const char *text, size_t len);

/* Whether len more bytes and a NUL fit without further ado. */
static inline bool oac_buffer_has_room(const struct oac_buffer *buffer, size_t len)
{
	return buffer->failed == OAC_BUFFER_FINE && buffer->size > buffer->len && len < buffer->size - buffer->len &&
		len <= buffer->max - buffer->len;
}

static inline void oac_buffer_add(struct oac_buffer *buffer, const char *text, size_t len)
{
	if (len > 0 && oac_buffer_has_room(buffer, len)) {
		memcpy(buffer->text + buffer->len, text, len);
		buffer->len += len;
		buffer->text[buffer->len] = '\0';
	} else {
		oac_buffer_add_slowly(buffer, text, len);
	}
}

void oac_buffer_add_text(struct oac_buffer *buffer, const char *text);
static inline void oac_buffer_add_char(struct oac_buffer *buffer, char c)
{
	oac_buffer_add(buffer, &c, 1);
}

void oac_buffer_add_int(struct oac_buffer *buffer, int64_t value);
/* The shortest decimal that reads back as value. Value must be finite. */
void oac_buffer_add_double(struct oac_buffer *buffer, double value);
/* Empties the buffer into the caller's hands (free with oac_mem_free), or NULL when it failed. */
char *oac_buffer_take(struct oac_buffer *buffer, size_t *len);

#endif
