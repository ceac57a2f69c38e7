/* oac_text.h: what the reader and the writer of JSON both need to know of bytes. */
#ifndef OAC_TEXT_H
#define OAC_TEXT_H

#include <stddef.h>

/* Steps over ASCII that stands for itself in a JSON string: no '"', no '\\', nothing below a space. */
const char *oac_text_plain(const char *p, const char *end);

/* The length of the UTF-8 sequence (RFC 3629) at p, which is before end, or 0 when it is none. */
size_t oac_text_utf8(const char *p, const char *end);

#endif
