/*
 * openai_tool_round.h: one round of tool calls: what a run asks for, carried out. Not for
 * programs.
 */
#ifndef OPENAI_TOOL_ROUND_H
#define OPENAI_TOOL_ROUND_H

#include "openai_run_tools.h"

struct openai_tool_round {
	struct openai_submit_tool_outputs_request request; /* the outputs, ready to be sent */
	struct openai_tool_output *outputs;
	struct openai_tool_reply *replies;
	size_t count;
};

/*
 * Calls the functions that the run requires. err: OAC_E_CANCELLED when one said stop,
 * OAC_E_PROTOCOL when the run does not say what it requires, OAC_E_NOMEM. To be cleared in
 * any case.
 */
enum oac_status openai_tool_round_call(struct openai_tool_round *round,
	const struct openai_run *run, const struct openai_tool_function_list *tools,
	struct oac_error *err);
void openai_tool_round_clear(struct openai_tool_round *round);

#endif
