/* oac_http_date.h: the three date forms of RFC 9110, 5.6.7, in any locale. Not for programs. */
#ifndef OAC_HTTP_DATE_H
#define OAC_HTTP_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT" or
 * "Sun Nov  6 08:49:37 1994" as seconds since 1970. now (the same unit) says which
 * century a two-digit year is in. False when text is none of them.
 */
bool oac_http_date(const char *text, size_t len, int64_t now, int64_t *seconds);

#endif
