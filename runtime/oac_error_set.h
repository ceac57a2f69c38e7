/*
 * oac_error_set.h: how the runtime fills a struct oac_error. Not for programs.
 *
 *	if (depth > limit)
 *		return oac_error_set(err, OAC_E_LIMIT, "nesting over %d", limit);
 */
#ifndef OAC_ERROR_SET_H
#define OAC_ERROR_SET_H

#include "oac_error.h"

#if defined(__GNUC__)
#define OAC_PRINTF(format_at, first_at) __attribute__((format(printf, format_at, first_at)))
#else
#define OAC_PRINTF(format_at, first_at)
#endif

/* All zeros. err may be NULL. */
void oac_error_clear(struct oac_error *err);

/*
 * Describes a failure and returns status, so that it can end a function. What is
 * known of the exchange (http_status, tries, request_id) stays; all else that an
 * earlier failure left is cleared. The message is cut, at a whole character, to
 * what fits, and control characters in it become '?'. err may be NULL.
 */
enum oac_status oac_error_set(struct oac_error *err, enum oac_status status, const char *format,
	...) OAC_PRINTF(3, 4);

/* Adds to the end of the message of a failure. err may be NULL. */
void oac_error_add(struct oac_error *err, const char *format, ...) OAC_PRINTF(2, 3);

/* Takes over what another describes, beside what is known of the exchange. err may be NULL. */
void oac_error_take(struct oac_error *err, const struct oac_error *other);

struct oac_buffer;

/* The same for a buffer that failed: OAC_E_NOMEM, or OAC_E_LIMIT with what, "the URL". */
enum oac_status oac_error_buffer(struct oac_error *err, const struct oac_buffer *buffer,
	const char *what);

/*
 * Copies len bytes of UTF-8 into a field of size bytes, cut at a whole character.
 * Bytes that are no UTF-8 and NUL become '?'; so do, with one_line, control characters.
 */
void oac_error_copy(char *field, size_t size, const char *text, size_t len, bool one_line);

#endif
