/*
 * model.h: stands in for the language model: which functions a run calls, with
 * which arguments, and what the assistant says. Always the same for the same input.
 */
#ifndef SERVER_MODEL_H
#define SERVER_MODEL_H

#include "state.h"

/*
 * The rounds of calls that the run's tools, tool_choice and parallel_tool_calls suggest,
 * as in a script: arrays of calls without ids.
 */
cJSON *model_rounds(const cJSON *run, const struct thread *thread);
/* The calls of code_interpreter and file_search; NULL when the run has neither. */
cJSON *model_hosted(const cJSON *run);
/* What the assistant says at the end; the caller frees it. */
char *model_answer(const struct run *run, const struct thread *thread);
/* A plausible count, never 0. */
double model_tokens(const char *text);

#endif
