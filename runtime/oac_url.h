/*
 * oac_url.h: percent-encoding, and URLs taken apart and put together (RFC 3986).
 * Not for programs.
 */
#ifndef OAC_URL_H
#define OAC_URL_H

#include "oac_error.h"

struct oac_buffer;

/* Appends text with every byte outside pchar (unreserved, sub-delims, ':', '@') percent-encoded. */
void oac_url_add_segment(struct oac_buffer *out, const char *text, size_t len);

/* Appends text with every byte outside unreserved percent-encoded: names and values of a query. */
void oac_url_add_query_text(struct oac_buffer *out, const char *text, size_t len);

/*
 * The same, but what RFC 3986 reserves and what is percent-encoded already stay as they are (RFC
 * 6570, {+name}). '#' is encoded: no query has it, as it ends there.
 */
void oac_url_add_reserved(struct oac_buffer *out, const char *text, size_t len);

/* Whether a path segment, as sent, is "." or "..", also percent-encoded. */
bool oac_url_is_dot_segment(const char *segment, size_t len);

/*
 * Whether text is an http or https URL that requests can be built on: with a host,
 * without a fragment, white space or control characters.
 */
bool oac_url_is_base(const char *text);

/* Whether two absolute URLs have the same scheme, host and port. */
bool oac_url_same_origin(const char *a, const char *b);

bool oac_url_is_https(const char *url);

/*
 * Appends the URL that reference means when it stands in the answer to base, without
 * its fragment. False, with nothing appended, when that is no http or https URL.
 */
bool oac_url_resolve(struct oac_buffer *out, const char *base, const char *reference, size_t len);

/*
 * Takes the pairs "name=value" that stand in pairs, "a=1&b=2", out of the query of a URL,
 * however either of them is percent-encoded.
 */
void oac_url_drop_pairs(struct oac_buffer *url, const char *pairs);

#endif
