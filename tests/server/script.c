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
	script->defaults.event_ms = 10;
}

static void run_script_clear(struct run_script *run)
{
	free(run->poll_after);
	free(run->end_code);
	free(run->end_message);
	free(run->comment);
	free(run->break_code);
	free(run->break_message);
	cJSON_Delete(run->rounds);
	cJSON_Delete(run->messages);
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
