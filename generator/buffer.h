/* buffer.h: text that grows. Like the arena, it ends the process when memory is short. */
#ifndef OAC_GENERATOR_BUFFER_H
#define OAC_GENERATOR_BUFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct buffer {
	char *text; /* NUL-terminated once anything was added */
	size_t len;
	size_t size;
};

#define BUFFER_EMPTY { NULL, 0, 0 }

void buffer_grow(struct buffer *buffer, size_t len); /* for buffer_add alone */

static inline void buffer_add(struct buffer *buffer, const char *text, size_t len)
{
	if (len >= buffer->size - buffer->len)
		buffer_grow(buffer, len);
	if (len > 0)
		memcpy(buffer->text + buffer->len, text, len);
	buffer->len += len;
	buffer->text[buffer->len] = '\0';
}

void buffer_add_text(struct buffer *buffer, const char *text);
void buffer_add_char(struct buffer *buffer, char c);
void buffer_format(struct buffer *buffer, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
/* Appends a file of at most max bytes. False: errno; what could be read is there. */
bool buffer_add_file(struct buffer *buffer, const char *path, size_t max);
void buffer_reset(struct buffer *buffer); /* len 0, memory kept */
void buffer_clear(struct buffer *buffer);

#endif
