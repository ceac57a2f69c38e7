/*
 * oac_options.h: call options that outlive the call which they were given to: for helpers
 * that make many. Not for programs.
 */
#ifndef OAC_OPTIONS_H
#define OAC_OPTIONS_H

#include "oac_memory.h"
#include "oac_operation.h"

/*
 * A copy whose texts live in arena; options NULL: all defaults. The cancel token, the response
 * and the extra body members, which are for the first request alone, are borrowed as they
 * are. False when memory is short.
 */
bool oac_options_copy(struct oac_arena *arena, const struct oac_call_options *options,
	struct oac_call_options *copy);

/* The same of the arguments for an operation's path. */
bool oac_path_copy(struct oac_arena *arena, const struct oac_operation *operation,
	const char *const *path, const char *const **copy);

#endif
