#define _POSIX_C_SOURCE 200809L

#include "oac_header.h"

#include "oac_error_set.h"
#include "oac_memory.h"

#include <string.h>
#include <strings.h>

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

bool oac_header_name_ok(const char *name, size_t len)
{
	if (len == 0)
		return false;
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)name[i];
		if (c <= 0x20 || c >= 0x7F || strchr("\"(),/:;<=>?@[\\]{}", c) != NULL)
			return false;
	}
	return true;
}

bool oac_header_value_ok(const char *value, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)value[i];
		if ((c < 0x20 && c != '\t') || c == 0x7F)
			return false;
	}
	return true;
}

bool oac_header_is(const char *name, const char *other)
{
	return strcasecmp(name, other) == 0;
}

static char *arena_copy(struct oac_arena *arena, const char *text)
{
	size_t size = strlen(text) + 1;
	char *copy = oac_arena_text(arena, size);

	if (copy != NULL)
		memcpy(copy, text, size);
	return copy;
}

static bool make_room(struct oac_headers *headers)
{
	if (headers->count < headers->size)
		return true;
	size_t size = headers->size > 0 ? headers->size * 2 : 16;
	struct oac_header *items = oac_arena_alloc(headers->arena, size * sizeof(*items));
	if (items == NULL)
		return false;
	if (headers->count > 0)
		memcpy(items, headers->items, headers->count * sizeof(*items));
	headers->items = items;
	headers->size = size;
	return true;
}

static void remove_named(struct oac_headers *headers, const char *name)
{
	size_t kept = 0;

	for (size_t i = 0; i < headers->count; i++)
		if (!oac_header_is(headers->items[i].name, name))
			headers->items[kept++] = headers->items[i];
	headers->count = kept;
}

enum oac_status oac_headers_set(struct oac_headers *headers, const char *name, const char *value,
	struct oac_error *err)
{
	if (name == NULL || !oac_header_name_ok(name, strlen(name)))
		return oac_error_set(err, OAC_E_ARGUMENT, "a header's name is not allowed: '%s'",
			name != NULL ? name : "");
	if (value != NULL && !oac_header_value_ok(value, strlen(value)))
		return oac_error_set(err, OAC_E_ARGUMENT,
			"header '%s': the value has a line end or another control character", name);
	remove_named(headers, name);
	if (value == NULL)
		return OAC_OK;
	if (!make_room(headers))
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	struct oac_header copy = { arena_copy(headers->arena, name),
		arena_copy(headers->arena, value) };
	if (copy.name == NULL || copy.value == NULL)
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	headers->items[headers->count++] = copy;
	return OAC_OK;
}

enum oac_status oac_headers_set_list(struct oac_headers *headers,
	const struct oac_header_list *list, struct oac_error *err)
{
	for (size_t i = 0; i < list->count; i++) {
		enum oac_status status =
			oac_headers_set(headers, list->items[i].name, list->items[i].value, err);
		if (status != OAC_OK)
			return status;
	}
	return OAC_OK;
}

const char *oac_headers_get(const struct oac_headers *headers, const char *name)
{
	for (size_t i = 0; i < headers->count; i++)
		if (oac_header_is(headers->items[i].name, name))
			return headers->items[i].value;
	return NULL;
}

const char *oac_header_find(const char *lines, const char *name, size_t *len)
{
	size_t name_len = strlen(name);

	while (lines != NULL && *lines != '\0') {
		const char *end = strchr(lines, '\n');
		const char *next = end != NULL ? end + 1 : NULL;
		if (end == NULL)
			end = lines + strlen(lines);
		if ((size_t)(end - lines) > name_len && lines[name_len] == ':' &&
			strncasecmp(lines, name, name_len) == 0) {
			const char *value = lines + name_len + 1;
			while (value < end && is_blank(*value))
				value++;
			while (end > value && (is_blank(end[-1]) || end[-1] == '\r'))
				end--;
			*len = (size_t)(end - value);
			return value;
		}
		lines = next;
	}
	*len = 0;
	return NULL;
}

size_t oac_header_type_len(const char *value, size_t len)
{
	size_t end = 0;

	while (end < len && value[end] != ';')
		end++;
	while (end > 0 && is_blank(value[end - 1]))
		end--;
	return end;
}

bool oac_header_type_is(const char *value, size_t len, const char *type)
{
	size_t type_len = oac_header_type_len(value, len);

	return type_len == strlen(type) && strncasecmp(value, type, type_len) == 0;
}
