/* tools.h: what the assistant may do on this side: look at the clock, and calculate. */
#ifndef TOOLS_H
#define TOOLS_H

#include "openai_helpers.h"

/* As the assistant is told of them. */
extern const struct openai_assistant_tool_list chat_tools;
/* As they are carried out. */
extern const struct openai_tool_function_list chat_functions;

#endif
