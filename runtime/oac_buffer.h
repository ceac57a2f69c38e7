/*
 * oac_buffer.h: bytes that grow up to a maximum given at birth.
 *
 * A failed append sets failed, and all later ones do nothing, so that a writer
 * may check once at the end. The text is always NUL-terminated.
 */
#ifndef OAC_BUFFER_H
#define OAC_BUFFER_H

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
	size_t size; /* allocated: more than len, or 0; never more than max + 1 */
	size_t max;  /* len never exceeds it */
	enum oac_buffer_failure failed;
};

#define OAC_BUFFER_MAX(bytes) { NULL, 0, 0, (bytes), OAC_BUFFER_FINE }

void oac_buffer_init(struct oac_buffer *buffer, size_t max);
void oac_buffer_clear(struct oac_buffer *buffer);
/* The same as oac_buffer_reserve, for when there is not enough room yet. */
char *oac_buffer_grow(struct oac_buffer *buffer, size_t len);

/* Room for len more bytes and a NUL at the returned place, or NULL; the caller adds to buffer->len. */
static inline char *oac_buffer_reserve(struct oac_buffer *buffer, size_t len)
{
	if (buffer->failed == OAC_BUFFER_FINE && len < buffer->size - buffer->len)
		return buffer->text + buffer->len;
	return oac_buffer_grow(buffer, len);
}

static inline void oac_buffer_add(struct oac_buffer *buffer, const char *text, size_t len)
{
	char *at = oac_buffer_reserve(buffer, len);

	if (at == NULL)
		return;
	if (len > 0)
		memcpy(at, text, len);
	at[len] = '\0';
	buffer->len += len;
}

static inline void oac_buffer_add_text(struct oac_buffer *buffer, const char *text)
{
	oac_buffer_add(buffer, text, strlen(text));
}

static inline void oac_buffer_add_char(struct oac_buffer *buffer, char c)
{
	char *at = oac_buffer_reserve(buffer, 1);

	if (at == NULL)
		return;
	at[0] = c;
	at[1] = '\0';
	buffer->len++;
}

void oac_buffer_add_int(struct oac_buffer *buffer, int64_t value);
void oac_buffer_add_uint(struct oac_buffer *buffer, uint64_t value);
/* The shortest decimal that reads back as value. Value must be finite. */
void oac_buffer_add_double(struct oac_buffer *buffer, double value);
/* Empties the buffer into the caller's hands (free with oac_mem_free), or NULL when it failed. */
char *oac_buffer_take(struct oac_buffer *buffer, size_t *len);

#endif
