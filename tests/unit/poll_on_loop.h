/*
 * poll_on_loop.h: the polling helpers by their _async forms, under the names of those that
 * block, so that the same tests are met by both.
 */
#ifndef POLL_ON_LOOP_H
#define POLL_ON_LOOP_H

#include "openai_helpers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct on_loop {
	struct oac_loop *loop;
	int count;
	enum oac_status status;
	struct openai_run *run;
	struct oac_error err;
};

static inline void on_loop_done(void *user, enum oac_status status, struct openai_run *run, const struct oac_error *err)
{
	struct on_loop *on = user;

	on->count++;
	on->status = status;
	on->run = run;
	on->err = *err;
}

static inline void on_loop_begin(struct on_loop *on)
{
	struct oac_error err;

	memset(on, 0, sizeof(*on));
	on->loop = oac_loop_new(NULL, &err);
	assert_non_null(on->loop);
}

/* status: of the submission, whose error is in on->err. */
static inline enum oac_status on_loop_end(struct on_loop *on, enum oac_status status, struct openai_run **run,
	struct oac_error *err)
{
	if (status == OAC_OK) {
		assert_int_equal(on->count, 0);
		assert_int_equal(oac_loop_count(on->loop), 1);
		assert_int_equal(oac_loop_run(on->loop, NULL), OAC_OK);
		assert_int_equal(on->count, 1);
		status = on->status;
	}
	assert_int_equal(oac_loop_count(on->loop), 0);
	oac_loop_free(on->loop);
	assert_in_range(on->count, 0, 1);
	*run = on->run;
	if (err != NULL)
		*err = on->err;
	return status;
}

static inline enum oac_status on_loop_poll(struct oac_client *client, const char *thread_id, const char *run_id,
	const struct openai_poll_options *options, struct openai_run **run, struct oac_error *err)
{
	struct on_loop on;

	on_loop_begin(&on);
	enum oac_status status = openai_runs_poll_async(on.loop, client, thread_id, run_id, options, on_loop_done, &on,
		NULL, &on.err);
	return on_loop_end(&on, status, run, err);
}

static inline enum oac_status on_loop_create(struct oac_client *client, const char *thread_id,
	const struct openai_create_run_request *request, const struct openai_poll_options *options,
	struct openai_run **run, struct oac_error *err)
{
	struct on_loop on;

	on_loop_begin(&on);
	enum oac_status status = openai_runs_create_and_poll_async(on.loop, client, thread_id, request, options,
		on_loop_done, &on, NULL, &on.err);
	return on_loop_end(&on, status, run, err);
}

static inline enum oac_status on_loop_submit(struct oac_client *client, const char *thread_id, const char *run_id,
	const struct openai_submit_tool_outputs_request *request, const struct openai_poll_options *options,
	struct openai_run **run, struct oac_error *err)
{
	struct on_loop on;

	on_loop_begin(&on);
	enum oac_status status = openai_runs_submit_tool_outputs_and_poll_async(on.loop, client, thread_id, run_id,
		request, options, on_loop_done, &on, NULL, &on.err);
	return on_loop_end(&on, status, run, err);
}

static inline enum oac_status on_loop_create_thread(struct oac_client *client,
	const struct openai_create_thread_and_run_request *request, const struct openai_poll_options *options,
	struct openai_run **run, struct oac_error *err)
{
	struct on_loop on;

	on_loop_begin(&on);
	enum oac_status status = openai_threads_create_and_run_poll_async(on.loop, client, request, options,
		on_loop_done, &on, NULL, &on.err);
	return on_loop_end(&on, status, run, err);
}

#define openai_runs_poll on_loop_poll
#define openai_runs_create_and_poll on_loop_create
#define openai_runs_submit_tool_outputs_and_poll on_loop_submit
#define openai_threads_create_and_run_poll on_loop_create_thread

#endif
