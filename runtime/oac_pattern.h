/*
 * oac_pattern.h: a schema's pattern as a program, which the generator makes of it, and whether
 * some part of a text matches. Time is at most the program's size times the text's length; there
 * is nothing to allocate. Programs don't use this header; generated .c files do.
 *
 * A program has parts: what a look ahead or behind looks for, and last the pattern itself. All of
 * them are followed at once, along one reading of the text. With a look ahead that reading goes
 * from the end of the text to its start, as then what lies ahead is known.
 */
#ifndef OAC_PATTERN_H
#define OAC_PATTERN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	OAC_PATTERN_STEPS = 2048, /* of a program at most; the generator keeps to these */
	OAC_PATTERN_COUNTS = 255,
	OAC_PATTERN_RING = 4096, /* bytes */
	OAC_PATTERN_PARTS = 32, /* besides the pattern itself */
	OAC_EDGE = 0x110000, /* in place of a character: where the text begins and ends */
};

enum oac_step_kind {
	OAC_STEP_BEGIN, /* a part, up to step 'to'; more: only where the reading begins */
	OAC_STEP_ONE, /* reads a character of the set at 'to' */
	OAC_STEP_MANY, /* reads so many of them as counts[more] says */
	OAC_STEP_BEHIND, /* the character before is in the set at 'to' */
	OAC_STEP_AHEAD, /* the one after is */
	OAC_STEP_OR, /* goes on at the next step, and at 'to' */
	OAC_STEP_GO, /* goes on at 'to' */
	OAC_STEP_IF, /* part 'more' was found here */
	OAC_STEP_UNLESS,
	OAC_STEP_FOUND, /* part 'more' is */
	OAC_STEP_MATCH, /* the pattern is */
};

struct oac_step {
	uint8_t kind;
	uint8_t more;
	uint16_t to;
};

struct oac_count {
	uint16_t least; /* at least 1 */
	uint16_t ring; /* where in the ring this one has a bit for each of the least */
	uint32_t most; /* 0: any number */
};

struct oac_pattern {
	const struct oac_step *steps;
	const uint32_t *sets; /* each: how many ranges, and of each the first and the last */
	const struct oac_count *counts;
	uint16_t step_count;
	uint8_t count_count;
	bool backward;
};

/* Whether some part of the text, which is UTF-8, matches. A byte that is not counts as U+FFFD. */
bool oac_match(const struct oac_pattern *pattern, const char *text, size_t len);

#endif
