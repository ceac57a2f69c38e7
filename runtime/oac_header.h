/*
 * oac_header.h: header fields: checked, collected for a request, found in an answer.
 * Not for programs.
 */
#ifndef OAC_HEADER_H
#define OAC_HEADER_H

#include "oac_client.h"

struct oac_arena;

/* Whether a name is a token and a value has no control character but tab (RFC 9110, 5). */
bool oac_header_name_ok(const char *name, size_t len);
bool oac_header_value_ok(const char *value, size_t len);

bool oac_header_is(const char *name, const char *other);

/* Headers in the order in which they are sent; the arena owns the array and all texts. */
struct oac_headers {
	struct oac_arena *arena;
	struct oac_header *items;
	size_t count;
	size_t size;
};

/*
 * Sets a header, in the place of those of that name, or with value NULL removes them.
 * Copies both texts. err: OAC_E_ARGUMENT naming the header, OAC_E_NOMEM.
 */
enum oac_status oac_headers_set(struct oac_headers *headers, const char *name, const char *value,
	struct oac_error *err);
enum oac_status oac_headers_set_list(struct oac_headers *headers,
	const struct oac_header_list *list, struct oac_error *err);
/* The value, or NULL. */
const char *oac_headers_get(const struct oac_headers *headers, const char *name);

/*
 * The value of the first header of that name in "Name: value\n" lines, without white
 * space around it, or NULL. lines may be NULL.
 */
const char *oac_header_find(const char *lines, const char *name, size_t *len);

/* The length of a Content-Type without its parameters. */
size_t oac_header_type_len(const char *value, size_t len);
/* Whether a Content-Type, which may have parameters, is type, such as "text/event-stream". */
bool oac_header_type_is(const char *value, size_t len, const char *type);

#endif
