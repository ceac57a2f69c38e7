/* oac_link.h: links in the headers of an answer (RFC 8288). Not for programs. */
#ifndef OAC_LINK_H
#define OAC_LINK_H

#include <stddef.h>

/*
 * The target of the first link of that relation in the Link headers of "Name: value\n" lines,
 * as it stands there, or NULL. lines may be NULL.
 */
const char *oac_link_find(const char *lines, const char *relation, size_t *len);

#endif
