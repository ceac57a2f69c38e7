/* openai_message_text.h: what a message says. */
#ifndef OPENAI_MESSAGE_TEXT_H
#define OPENAI_MESSAGE_TEXT_H

#include "openai.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * The text parts of a message, joined without anything between them: "" when it has
 * none. Free it with oac_text_free. NULL when memory is short or message is NULL.
 */
OPENAI_API char *openai_message_text(const struct openai_message *message) OAC_MUST_USE;

#ifdef __cplusplus
}
#endif

#endif
