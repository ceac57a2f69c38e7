/*
 * openai_poll.h: runs, watched until they need something or are over.
 *
 *	struct openai_run *run;
 *	struct openai_poll_options options = { .deadline_ms = 60000 };
 *	enum oac_status status = openai_runs_create_and_poll(client, thread, &request, &options, &run, &err);
 *	if (status == OAC_OK && run->status == OPENAI_RUN_STATUS_COMPLETED)
 *		...
 *	openai_run_free(run);
 *
 * A run is polled until its status is requires_action, completed, failed, cancelled,
 * expired or incomplete; OAC_OK says that it got there, run->status where. A status
 * that the library does not know is waited on like queued.
 *
 * *run is the latest run that was seen, also when the call fails (NULL only when none
 * was), so that a deadline never loses its id; free it with openai_run_free.
 * Errors are those of the calls, and OAC_E_TIMEOUT after deadline_ms, OAC_E_CANCELLED
 * when the cancel token was pulled or on_poll returned other than 0.
 *
 * These functions block; they may be called from any thread. The _async forms run on a loop: see
 * oac_loop.h. There, without an interval of the caller's or the server's, looks are up to 200 ms
 * further apart, so that runs that were made together are not looked at together for good.
 */
#ifndef OPENAI_POLL_H
#define OPENAI_POLL_H

#include "openai.h"

struct openai_poll_options {
	struct oac_call_options call; /* of every request; its response is the last one's, its body for the first only */
	/* Between two looks. Unset: what the server asks for in openai-poll-after-ms, unless that is over 60 s; else 1000. */
	struct oac_opt_int64 interval_ms;
	int64_t deadline_ms; /* for all of it, waits and retries included, but not cancel_run's request; 0: none */
	/*
	 * When giving up (time limit, token, on_poll), cancel the run on the server. *run then is
	 * cancelling; when it is not, the server could not be told, and err->message ends in why.
	 */
	bool cancel_run;
	/* Called with every run that is seen, the created one too; other than 0 gives up. May be NULL. */
	int (*on_poll)(void *user, const struct openai_run *run);
	void *user;
};

/* How a watch on a loop ends; run is the callee's, also after a failure (NULL: none was seen). */
typedef void openai_run_done_fn(void *user, enum oac_status status, struct openai_run *run,
	const struct oac_error *err);

#ifdef __cplusplus
extern "C" {
#endif

/* Watches a run that exists. GET /threads/{thread_id}/runs/{run_id}. options may be NULL. */
OPENAI_API enum oac_status openai_runs_poll(struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const struct openai_poll_options *options,
	struct openai_run **run,
	struct oac_error *err) OAC_MUST_USE;

/* Creates a run, as openai_runs_create does, and watches it. options may be NULL. */
OPENAI_API enum oac_status openai_runs_create_and_poll(struct oac_client *client,
	const char *thread_id,
	const struct openai_create_run_request *request,
	const struct openai_poll_options *options,
	struct openai_run **run,
	struct oac_error *err) OAC_MUST_USE;

/* Submits the outputs that a run waits for, as openai_runs_submit_tool_outputs does, and watches it go on. */
OPENAI_API enum oac_status openai_runs_submit_tool_outputs_and_poll(struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const struct openai_submit_tool_outputs_request *request,
	const struct openai_poll_options *options,
	struct openai_run **run,
	struct oac_error *err) OAC_MUST_USE;

/* Creates a thread and a run on it, as openai_threads_create_and_run does, and watches the run. */
OPENAI_API enum oac_status openai_threads_create_and_run_poll(struct oac_client *client,
	const struct openai_create_thread_and_run_request *request,
	const struct openai_poll_options *options,
	struct openai_run **run,
	struct oac_error *err) OAC_MUST_USE;

/*
 * The same on a loop. What on_poll's user and options->call.cancel and .response point to stays
 * until done is called; *async (nullable) is the handle. Errors here are those of what cannot
 * be begun: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM; done is then not called.
 */
OPENAI_API enum oac_status openai_runs_poll_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const struct openai_poll_options *options,
	openai_run_done_fn *done,
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_runs_create_and_poll_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const struct openai_create_run_request *request,
	const struct openai_poll_options *options,
	openai_run_done_fn *done,
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_runs_submit_tool_outputs_and_poll_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const struct openai_submit_tool_outputs_request *request,
	const struct openai_poll_options *options,
	openai_run_done_fn *done,
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_threads_create_and_run_poll_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct openai_create_thread_and_run_request *request,
	const struct openai_poll_options *options,
	openai_run_done_fn *done,
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

#ifdef __cplusplus
}
#endif

#endif
