/*
 * json.h: what the server needs beside cJSON: a strict reader and short names
 * for the members of objects.
 *
 * cJSON takes raw control characters, invalid UTF-8, numbers such as 01 and
 * cuts strings at \u0000. A server that judges its clients must not, so
 * json_read() checks a text by RFC 8259 before cJSON sees it.
 */
#ifndef SERVER_JSON_H
#define SERVER_JSON_H

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The value, which the caller frees; or NULL with *fault, what is wrong, and *at, the byte. */
cJSON *json_read(const char *text, size_t len, const char **fault, size_t *at);

bool utf8_valid(const char *text, size_t len);
size_t utf8_chars(const char *text);
/* A copy in which NUL and what is no UTF-8 are U+FFFD; the caller frees it. */
char *utf8_clean(const char *text, size_t len);

cJSON *json_get(const cJSON *object, const char *name);       /* NULL when absent */
bool json_given(const cJSON *object, const char *name);       /* present and not null */
const char *json_text(const cJSON *object, const char *name); /* NULL unless a string */
const char *json_kind(const cJSON *value);                    /* "a string", "null", ... */

/* These add the member or replace it where it stands. */
void json_set(cJSON *object, const char *name, cJSON *value);          /* takes value over */
void json_set_text(cJSON *object, const char *name, const char *text); /* NULL: null */
void json_set_number(cJSON *object, const char *name, double number);
void json_set_null(cJSON *object, const char *name);
/* A copy of from's member; null when it is absent there. */
void json_set_copy(cJSON *object, const char *name, const cJSON *from);

#endif
