/* loop_runs.h: what the examples of event loops have in common: a few runs to follow. */
#ifndef LOOP_RUNS_H
#define LOOP_RUNS_H

#include "openai_helpers.h"

#include <stdio.h>

enum {
	LOOP_RUNS = 10,
};

struct loop_runs {
	struct oac_loop *loop;
	struct oac_client *client;
	int left;
	int failed;
	void (*over)(void *user); /* called when the last run has ended */
	void *user;
};

static inline void loop_runs_done(void *user, enum oac_status status, struct openai_run *run,
	const struct oac_error *err)
{
	struct loop_runs *runs = user;

	if (status == OAC_OK)
		printf("%s is %s\n", run->id, openai_run_status_text(run->status));
	else
		fprintf(stderr, "%s\n", err->message);
	runs->failed += status != OAC_OK || run->status != OPENAI_RUN_STATUS_COMPLETED;
	openai_run_free(run);
	if (--runs->left == 0)
		runs->over(runs->user);
}

/* Begins the runs on a loop with that adapter. False, having said why: it cannot. */
static inline bool loop_runs_begin(struct loop_runs *runs, const struct oac_loop_adapter *adapter)
{
	const struct oac_loop_options options = { .adapter = adapter };
	const struct openai_create_assistant_request create = { .model = "gpt-4o" };
	struct openai_assistant *assistant = NULL;
	struct oac_error err;
	bool ok;

	runs->client = openai_client_new(NULL, &err);
	runs->loop = runs->client != NULL ? oac_loop_new(&options, &err) : NULL;
	ok = runs->loop != NULL && openai_assistants_create(runs->client, &create, NULL, &assistant, &err) == OAC_OK;
	while (ok && runs->left < LOOP_RUNS) {
		const struct openai_create_thread_and_run_request request = { .assistant_id = assistant->id };
		ok = openai_threads_create_and_run_poll_async(runs->loop, runs->client, &request, NULL, loop_runs_done,
			     runs, NULL, &err) == OAC_OK;
		runs->left += ok;
	}
	if (!ok)
		fprintf(stderr, "%s\n", err.message);
	openai_assistant_free(assistant);
	return ok;
}

static inline void loop_runs_end(struct loop_runs *runs)
{
	oac_loop_free(runs->loop);
	oac_client_free(runs->client);
}

#endif
