/*
 * iregexp.h: I-Regexp (RFC 9485), the patterns of JSONPath's match() and search().
 *
 * Characters are code points. '^' and '$' stand for the ends of the text: the RFC's grammar has
 * them as plain characters, but nobody writes or reads them so, its test suite included.
 * Time is bounded by the pattern's size times the text's length, whatever the pattern.
 * Not covered: \p{...} and \P{...}, which would need Unicode's tables.
 */
#ifndef OAC_IREGEXP_H
#define OAC_IREGEXP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"

enum {
	IREGEXP_MAX_DEPTH = 32,     /* parentheses within each other */
	IREGEXP_MAX_PROGRAM = 4000, /* instructions; a{3} counts as aaa */
};

struct iregexp;

/* NULL: *why says why. The pattern lives in the arena, with the memory that matching needs. */
struct iregexp *iregexp_parse(struct arena *arena, const char *text, size_t len, const char **why);
/*
 * Whether the whole text matches, or else any part of it. *steps counts down; when it reaches 0
 * the answer is false and means nothing.
 */
bool iregexp_match(
	struct iregexp *regexp, const char *text, size_t len, bool whole, uint64_t *steps);

#endif
