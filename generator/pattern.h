/*
 * pattern.h: a schema's pattern, a regular expression as JavaScript has them, as a program that
 * the runtime follows. Its oac_pattern.h says what programs are like.
 *
 * Characters are code points, as with JavaScript's flag u; what only patterns without that flag
 * may have is taken too where it is plain what is meant: "\_", "{" and "]" that stand alone.
 * Of \p{...} general categories are known, as Unicode of unicode_table.c's version has them.
 * Not covered: references to groups, scripts and most other properties of Unicode, and looking
 * more than one character far both ahead and behind.
 */
#ifndef OAC_GENERATOR_PATTERN_H
#define OAC_GENERATOR_PATTERN_H

#include "arena.h"
#include "pattern_set.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	/* Equal to the runtime's; a test compares them. */
	PATTERN_STEPS = 2048,
	PATTERN_COUNTS = 255,
	PATTERN_RING = 4096,
	PATTERN_PARTS = 32,
	PATTERN_EDGE = 0x110000,
	PATTERN_WORDS = 65535, /* of all sets */
};

struct pattern_step {
	const char *kind; /* the suffix of OAC_STEP_ */
	unsigned more;
	unsigned to;
};

struct pattern_count {
	uint32_t least;
	uint32_t most; /* 0: any number */
	unsigned ring;
};

struct pattern {
	struct pattern_step *steps;
	unsigned step_count;
	struct pattern_set **sets; /* one behind the other */
	unsigned set_count;
	struct pattern_count *counts;
	unsigned count_count;
	bool backward;
	bool idle; /* it matches every text */
};

/* NULL: *why says what is not supported, or wrong. */
struct pattern *pattern_compile(
	struct arena *arena, const char *text, size_t len, const char **why);
/* Whether the other one has all of its sets; then its steps mean those, and its own are not needed. */
bool pattern_share(struct pattern *pattern, const struct pattern *other);

/* Whether it stands between slashes and is meant to be in them, as a literal of JavaScript is. */
bool pattern_is_literal(const char *text, size_t len);

#endif
