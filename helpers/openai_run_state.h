/*
 * openai_run_state.h: where a run stands, in the two ways that matter to those who wait for it.
 * Not for programs.
 */
#ifndef OPENAI_RUN_STATE_H
#define OPENAI_RUN_STATE_H

#include "openai.h"

/* Nothing will happen to it any more. False for NULL. */
static inline bool openai_run_has_ended(const struct openai_run *run)
{
	if (run == NULL)
		return false;
	switch (run->status) {
	case OPENAI_RUN_STATUS_COMPLETED:
	case OPENAI_RUN_STATUS_INCOMPLETE:
	case OPENAI_RUN_STATUS_FAILED:
	case OPENAI_RUN_STATUS_CANCELLED:
	case OPENAI_RUN_STATUS_EXPIRED:
		return true;
	default:
		return false;
	}
}

/* It goes on when it is given outputs, or expires. False for NULL. */
static inline bool openai_run_needs_outputs(const struct openai_run *run)
{
	return run != NULL && run->status == OPENAI_RUN_STATUS_REQUIRES_ACTION;
}

#endif
