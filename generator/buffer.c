#include "buffer.h"

#include "arena.h"

#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	BUFFER_MIN = 256,
	READ_CHUNK = 16 * 1024,
};

/* Room for len more bytes and the NUL. */
static void reserve(struct buffer *buffer, size_t len)
{
	if (len >= buffer->size - buffer->len)
		buffer_grow(buffer, len);
}

void buffer_grow(struct buffer *buffer, size_t len)
{
	if (len > SIZE_MAX / 4 || buffer->len > SIZE_MAX / 4)
		arena_exhausted();

	size_t size = buffer->size > 0 ? buffer->size * 2 : BUFFER_MIN;
	if (size <= buffer->len + len)
		size = buffer->len + len + 1;
	char *text = realloc(buffer->text, size);
	if (text == NULL)
		arena_exhausted();
	buffer->text = text;
	buffer->size = size;
}

void buffer_add_text(struct buffer *buffer, const char *text)
{
	buffer_add(buffer, text, strlen(text));
}

void buffer_add_char(struct buffer *buffer, char c)
{
	buffer_add(buffer, &c, 1);
}

void buffer_format(struct buffer *buffer, const char *format, ...)
{
	va_list args;
	va_list again;
	va_start(args, format);
	va_copy(again, args);

	int len = vsnprintf(NULL, 0, format, args);
	if (len < 0)
		arena_exhausted();
	reserve(buffer, (size_t)len);
	vsnprintf(buffer->text + buffer->len, (size_t)len + 1, format, again);
	buffer->len += (size_t)len;

	va_end(again);
	va_end(args);
}

bool buffer_add_file(struct buffer *buffer, const char *path, size_t max)
{
	FILE *in = fopen(path, "rb");
	size_t before = buffer->len;
	size_t got;
	int error = 0;
	if (in == NULL)
		return false;

	errno = 0;
	do {
		reserve(buffer, READ_CHUNK);
		got = fread(buffer->text + buffer->len, 1, READ_CHUNK, in);
		buffer->len += got;
		buffer->text[buffer->len] = '\0';
	} while (got > 0 && buffer->len - before <= max);
	if (ferror(in) != 0)
		error = errno != 0 ? errno : EIO;
	else if (buffer->len - before > max)
		error = EFBIG;
	fclose(in);
	errno = error;
	return error == 0;
}

void buffer_reset(struct buffer *buffer)
{
	buffer->len = 0;
	if (buffer->text != NULL)
		buffer->text[0] = '\0';
}

void buffer_clear(struct buffer *buffer)
{
	free(buffer->text);
	*buffer = (struct buffer)BUFFER_EMPTY;
}
