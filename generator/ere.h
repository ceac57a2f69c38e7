/*
 * ere.h: a schema's pattern, which is a regular expression of JavaScript, as an extended one of
 * POSIX that says the same of UTF-8 in the C locale, where a character is a byte.
 */
#ifndef OAC_ERE_H
#define OAC_ERE_H

#include "arena.h"

/* NULL: *why says what of it POSIX does not have. */
const char *ere_translate(struct arena *arena, const char *pattern, const char **why);

#endif
