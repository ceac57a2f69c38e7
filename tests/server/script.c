#define _POSIX_C_SOURCE 200809L
#include "script.h"

#include <fnmatch.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

void script_init(struct script *script)
{
	memset(script, 0, sizeof(*script));
	script->defaults.first = 1;
	script->defaults.last = ULONG_MAX;
	script->defaults.queued_ms = 100;
	script->defaults.in_progress_ms = 200;
	script->defaults.cancelling_ms = 100;
	script->defaults.expires_ms = 600 * 1000;
}

static void run_script_clear(struct run_script *run)
{
	free(run->poll_after);
	free(run->end_code);
	free(run->end_message);
	free(run->answer);
	rounds_clear(&run->rounds);
}

void script_clear(struct script *script)
{
	size_t i;

	run_script_clear(&script->defaults);
	for (i = 0; i < script->run_count; i++)
		run_script_clear(&script->runs[i]);
	free(script->runs);
	for (i = 0; i < script->fault_count; i++) {
		free(script->faults[i].method);
		free(script->faults[i].path);
		free(script->faults[i].body);
		headers_clear(&script->faults[i].headers);
	}
	free(script->faults);
	memset(script, 0, sizeof(*script));
}

const struct run_script *script_run(const struct script *script, unsigned long number)
{
	size_t i;

	for (i = 0; i < script->run_count; i++)
		if (number >= script->runs[i].first && number <= script->runs[i].last)
			return &script->runs[i];
	return &script->defaults;
}

const struct fault *script_fault(struct script *script, const char *method, const char *path)
{
	const struct fault *met = NULL;
	struct fault *fault;
	size_t i;

	for (i = 0; i < script->fault_count; i++) {
		fault = &script->faults[i];
		if (strcmp(fault->method, "*") != 0 && strcmp(fault->method, method) != 0)
			continue;
		if (strcmp(fault->path, "*") != 0 && fnmatch(fault->path, path, FNM_PATHNAME) != 0)
			continue;
		fault->seen++;
		if (!met && fault->seen >= fault->first && fault->seen <= fault->last)
			met = fault;
	}
	return met;
}

void rounds_add_round(struct rounds *rounds)
{
	rounds->items =
		mem_grow(rounds->items, rounds->count, &rounds->size, sizeof(*rounds->items));
	memset(&rounds->items[rounds->count++], 0, sizeof(*rounds->items));
}

void rounds_add_call(struct rounds *rounds, const char *name, const char *arguments)
{
	struct round *round;

	if (!rounds->count)
		rounds_add_round(rounds);
	round = &rounds->items[rounds->count - 1];
	round->calls = mem_grow(round->calls, round->count, &round->size, sizeof(*round->calls));
	round->calls[round->count].name = text_copy(name);
	round->calls[round->count++].arguments = text_copy(arguments);
}

void rounds_copy(struct rounds *to, const struct rounds *from)
{
	size_t i, j;

	for (i = 0; i < from->count; i++) {
		if (!from->items[i].count)
			continue;
		rounds_add_round(to);
		for (j = 0; j < from->items[i].count; j++)
			rounds_add_call(to, from->items[i].calls[j].name,
				from->items[i].calls[j].arguments);
	}
}

void rounds_clear(struct rounds *rounds)
{
	size_t i, j;

	for (i = 0; i < rounds->count; i++) {
		for (j = 0; j < rounds->items[i].count; j++) {
			free(rounds->items[i].calls[j].name);
			free(rounds->items[i].calls[j].arguments);
		}
		free(rounds->items[i].calls);
	}
	free(rounds->items);
	memset(rounds, 0, sizeof(*rounds));
}
