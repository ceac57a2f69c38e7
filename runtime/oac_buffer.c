#include "oac_buffer.h"

#include "oac_memory.h"
#include "oac_number.h"

#include <string.h>

enum {
	SIZE_MIN = 512,
};

void oac_buffer_init(struct oac_buffer *buffer, size_t max)
{
	*buffer = (struct oac_buffer)OAC_BUFFER_MAX(max);
}

void oac_buffer_clear(struct oac_buffer *buffer)
{
	oac_mem_free(buffer->text);
	oac_buffer_init(buffer, buffer->max);
}

char *oac_buffer_grow(struct oac_buffer *buffer, size_t len)
{
	size_t size = buffer->size;
	char *text;

	if (buffer->failed != OAC_BUFFER_FINE)
		return NULL;
	if (len > buffer->max - buffer->len) {
		buffer->failed = OAC_BUFFER_FULL;
		return NULL;
	}
	if (size < SIZE_MIN)
		size = SIZE_MIN;
	while (size - buffer->len <= len)
		size = size <= SIZE_MAX / 2 ? size * 2 : SIZE_MAX;
	if (size > buffer->max)
		size = buffer->max + 1;
	text = oac_realloc(buffer->text, size);
	if (text == NULL) {
		buffer->failed = OAC_BUFFER_NOMEM;
		return NULL;
	}
	buffer->text = text;
	buffer->size = size;
	return text + buffer->len;
}

void oac_buffer_add_int(struct oac_buffer *buffer, int64_t value)
{
	char text[OAC_NUMBER_MAX];

	oac_buffer_add(buffer, text, oac_number_print_int(text, value));
}

void oac_buffer_add_uint(struct oac_buffer *buffer, uint64_t value)
{
	char text[OAC_NUMBER_MAX];

	oac_buffer_add(buffer, text, oac_number_print_unsigned(text, value));
}

void oac_buffer_add_double(struct oac_buffer *buffer, double value)
{
	char text[OAC_NUMBER_MAX];

	oac_buffer_add(buffer, text, oac_number_print(text, value));
}

char *oac_buffer_take(struct oac_buffer *buffer, size_t *len)
{
	char *text = NULL;

	if (buffer->failed == OAC_BUFFER_FINE && buffer->text == NULL)
		oac_buffer_add(buffer, "", 0);
	if (buffer->failed == OAC_BUFFER_FINE) {
		text = buffer->text;
		*len = buffer->len;
		buffer->text = NULL;
	}
	oac_buffer_clear(buffer);
	return text;
}
