#define _POSIX_C_SOURCE 200809L
#include "text.h"

#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *block_check(void *block)
{
	if (!block) {
		fputs("assistants-server: out of memory\n", stderr);
		exit(1);
	}
	return block;
}

void *mem_new(size_t size)
{
	return block_check(calloc(1, size ? size : 1));
}

void *mem_alloc(size_t size)
{
	return block_check(malloc(size ? size : 1));
}

void *mem_resize(void *block, size_t size)
{
	return block_check(realloc(block, size ? size : 1));
}

void *mem_grow(void *block, size_t count, size_t *size, size_t element)
{
	if (count < *size)
		return block;
	if (*size > SIZE_MAX / element / 2)
		return block_check(NULL);
	*size = *size ? *size * 2 : 8;
	return mem_resize(block, *size * element);
}

char *text_copy_n(const char *text, size_t len)
{
	char *copy = mem_alloc(len + 1);

	memcpy(copy, text, len);
	copy[len] = '\0';
	return copy;
}

char *text_copy(const char *text)
{
	return text_copy_n(text, strlen(text));
}

char *text_format(const char *format, ...)
{
	va_list args;
	int len;
	char *text;

	va_start(args, format);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	text = mem_alloc((size_t)(len < 0 ? 0 : len) + 1);
	text[0] = '\0';
	va_start(args, format);
	vsnprintf(text, (size_t)(len < 0 ? 0 : len) + 1, format, args);
	va_end(args);
	return text;
}

void text_add_n(struct text *text, const char *more, size_t len)
{
	if (len >= SIZE_MAX / 2 - text->len)
		block_check(NULL);
	if (text->len + len + 1 > text->size) {
		text->size = (text->len + len + 1) * 2;
		text->data = mem_resize(text->data, text->size);
	}
	if (len)
		memcpy(text->data + text->len, more, len);
	text->len += len;
	text->data[text->len] = '\0';
}

void text_add(struct text *text, const char *more)
{
	text_add_n(text, more, strlen(more));
}

void text_clear(struct text *text)
{
	free(text->data);
	memset(text, 0, sizeof(*text));
}

bool text_read_file(const char *path, struct text *out)
{
	FILE *file = fopen(path, "rb");
	char chunk[4096];
	size_t len;
	int error;

	if (!file)
		return false;
	errno = 0;
	text_add_n(out, "", 0);
	while ((len = fread(chunk, 1, sizeof(chunk), file)) > 0)
		text_add_n(out, chunk, len);
	error = ferror(file) ? errno : 0;
	fclose(file);
	if (error) {
		text_clear(out);
		errno = error;
		return false;
	}
	return true;
}
