/* openai_helpers.h: the bindings and all helpers on top of them. */
#ifndef OPENAI_HELPERS_H
#define OPENAI_HELPERS_H

#include "openai.h"
#include "openai_message_text.h"
#include "openai_poll.h"
#include "openai_run_stream.h"
#include "openai_run_tools.h"

#endif
