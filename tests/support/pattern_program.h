/* pattern_program.h: a pattern as the generator compiles it, in the runtime's own terms. */
#ifndef PATTERN_PROGRAM_H
#define PATTERN_PROGRAM_H

#include "oac_pattern.h"
#include "pattern.h"

#include <stdlib.h>
#include <string.h>

static inline uint8_t pattern_program_kind(const char *name)
{
	static const char *const names[] = { "BEGIN", "ONE", "MANY", "BEHIND", "AHEAD", "OR", "GO",
		"IF", "UNLESS", "FOUND", "MATCH" };
	uint8_t kind = 0;

	while (strcmp(names[kind], name) != 0)
		kind++;
	return kind;
}

/* The program lives in the arena. */
static inline struct oac_pattern pattern_program(struct arena *arena, const struct pattern *from)
{
	struct oac_step *steps = arena_alloc(arena, from->step_count * sizeof(*steps));
	struct oac_count *counts = arena_alloc(arena, (from->count_count + 1) * sizeof(*counts));
	uint32_t *sets;
	size_t words = 0;
	unsigned i;
	unsigned k;

	for (i = 0; i < from->set_count; i++)
		words += 1 + 2 * from->sets[i]->count;
	sets = arena_alloc(arena, (words + 1) * sizeof(*sets));
	for (words = 0, i = 0; i < from->set_count; i++) {
		sets[words++] = from->sets[i]->count;
		for (k = 0; k < from->sets[i]->count; k++) {
			sets[words++] = from->sets[i]->ranges[k].first;
			sets[words++] = from->sets[i]->ranges[k].last;
		}
	}
	for (i = 0; i < from->step_count; i++)
		steps[i] = (struct oac_step){ pattern_program_kind(from->steps[i].kind),
			(uint8_t)from->steps[i].more, (uint16_t)from->steps[i].to };
	for (i = 0; i < from->count_count; i++)
		counts[i] = (struct oac_count){ (uint16_t)from->counts[i].least,
			(uint16_t)from->counts[i].ring, from->counts[i].most };
	return (struct oac_pattern){ steps, sets, counts, (uint16_t)from->step_count,
		(uint8_t)from->count_count, from->backward };
}

#endif
