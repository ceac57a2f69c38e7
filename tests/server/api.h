/*
 * api.h: the operations of the API. Each takes a request that passed every
 * check that its table line asks for, and always leaves an answer.
 */
#ifndef SERVER_API_H
#define SERVER_API_H

#include "answer.h"
#include "state.h"

typedef void api_fn(struct state *state, const struct request *request, struct answer *answer);

api_fn api_assistants_list, api_assistants_create, api_assistants_get, api_assistants_modify,
	api_assistants_delete;
api_fn api_threads_create, api_threads_get, api_threads_modify, api_threads_delete, api_threads_run;
api_fn api_messages_list, api_messages_create, api_messages_get, api_messages_modify,
	api_messages_delete;
api_fn api_runs_list, api_runs_create, api_runs_get, api_runs_modify, api_runs_cancel,
	api_runs_submit;
api_fn api_steps_list, api_steps_get;

#endif
