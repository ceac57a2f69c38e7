/*
 * text.h: memory and growing text for the Assistants server.
 *
 * A server for tests has nothing sensible left to do without memory, so every
 * function here ends the process with a line on stderr instead of failing.
 */
#ifndef SERVER_TEXT_H
#define SERVER_TEXT_H

#include <stdbool.h>
#include <stddef.h>

struct text {
	char *data; /* NUL-terminated; NULL until the first addition */
	size_t len;
	size_t size;
};

void *mem_new(size_t size); /* zeroed */
void *mem_resize(void *block, size_t size);
void *mem_alloc(size_t size); /* not zeroed, for cJSON_InitHooks */

/* Room for one more element: returns the block, grown when count has reached *size. */
void *mem_grow(void *block, size_t count, size_t *size, size_t element);

char *text_copy(const char *text);
char *text_copy_n(const char *text, size_t len);
char *text_format(const char *format, ...) __attribute__((format(printf, 1, 2), nonnull));

void text_add_n(struct text *text, const char *more, size_t len);
void text_add(struct text *text, const char *more);
void text_clear(struct text *text);

/* The whole file in *out, which is NUL-terminated; false with errno set. */
bool text_read_file(const char *path, struct text *out);

#endif
