/*
 * openai_give_up.h: a run that nobody waits for any more, cancelled on the server. Not for
 * programs.
 */
#ifndef OPENAI_GIVE_UP_H
#define OPENAI_GIVE_UP_H

#include "openai.h"

/* The options of the request, from those of the calls that were given up. */
struct oac_call_options openai_give_up_options(const struct oac_call_options *call);

/* Adds to err why the run was not cancelled; NULL: there was no memory to say it. */
void openai_give_up_failed(struct oac_error *err, const struct oac_error *why);

#endif
