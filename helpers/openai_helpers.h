/*
 * openai_helpers.h: the bindings and all helpers on top of them.
 *
 *	openai_message_text.h	the words of a message, as one string
 *	openai_poll.h		create or resume a run, and poll it until it needs something or is over
 *	openai_run_stream.h	the same as a stream: callbacks as it goes, messages and steps at the end
 *	openai_run_tools.h	a run with functions of the program's own, polled or streamed, to its end
 *
 * Each of the last three has forms that block, and _async forms for an oac_loop.
 */
#ifndef OPENAI_HELPERS_H
#define OPENAI_HELPERS_H

#include "openai.h"
#include "openai_message_text.h"
#include "openai_poll.h"
#include "openai_run_stream.h"
#include "openai_run_tools.h"

#endif
