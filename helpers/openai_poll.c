#include "openai_poll.h"

#include "openai_tables.h"
#include "openai_watch.h"

/* ---- forms that block ---- */

static enum oac_status watch(struct oac_client *client, const struct openai_watch_start *start,
	const struct openai_poll_options *options, struct openai_run **run, struct oac_error *err)
{
	struct oac_task task = { .cancel = options != NULL ? options->call.cancel : NULL };
	struct openai_watch w;

	openai_watch_begin(&w, &task, client, start, options, false, err);
	while (!openai_watch_step(&w, OAC_NO_LIMIT))
		;
	return openai_watch_end(&w, run);
}

enum oac_status openai_runs_poll(struct oac_client *client, const char *thread_id,
	const char *run_id, const struct openai_poll_options *options, struct openai_run **run,
	struct oac_error *err)
{
	const struct openai_watch_start start = { NULL, thread_id, run_id, NULL };

	return watch(client, &start, options, run, err);
}

enum oac_status openai_runs_create_and_poll(struct oac_client *client, const char *thread_id,
	const struct openai_create_run_request *request, const struct openai_poll_options *options,
	struct openai_run **run, struct oac_error *err)
{
	const struct openai_watch_start start = { &openai_runs_create_operation, thread_id, NULL,
		request };

	return watch(client, &start, options, run, err);
}

enum oac_status openai_runs_submit_tool_outputs_and_poll(struct oac_client *client,
	const char *thread_id, const char *run_id,
	const struct openai_submit_tool_outputs_request *request,
	const struct openai_poll_options *options, struct openai_run **run, struct oac_error *err)
{
	const struct openai_watch_start start = { &openai_runs_submit_tool_outputs_operation,
		thread_id, run_id, request };

	return watch(client, &start, options, run, err);
}

enum oac_status openai_threads_create_and_run_poll(struct oac_client *client,
	const struct openai_create_thread_and_run_request *request,
	const struct openai_poll_options *options, struct openai_run **run, struct oac_error *err)
{
	const struct openai_watch_start start = { &openai_threads_create_and_run_operation, NULL,
		NULL, request };

	return watch(client, &start, options, run, err);
}

/* ---- forms for a loop ---- */

struct async_watch {
	struct oac_task task;
	struct openai_watch watch;
	struct oac_error err;
	struct oac_done done;
};

static bool step(struct oac_task *task, int64_t wait_ms)
{
	return openai_watch_step(&((struct async_watch *)task)->watch, wait_ms);
}

static int64_t due(const struct oac_task *task)
{
	return openai_watch_due(&((const struct async_watch *)task)->watch);
}

static void finish(struct oac_task *task)
{
	struct async_watch *a = (struct async_watch *)task;
	struct openai_run *run;
	enum oac_status status = openai_watch_end(&a->watch, &run);

	oac_done_call(&a->done, status, run, &a->err);
	oac_mem_free(a);
}

static enum oac_status watch_async(struct oac_loop *loop, struct oac_client *client,
	const struct openai_watch_start *start, const struct openai_poll_options *options,
	openai_run_done_fn *done, void *user, struct oac_async *async, struct oac_error *err)
{
	static const struct oac_task_type type = { step, due, finish };
	struct oac_task *task;
	enum oac_status status = oac_async_new(loop, sizeof(struct async_watch), &type,
		options != NULL ? &options->call : NULL, &task, async, err);
	struct async_watch *a = (struct async_watch *)task;
	struct openai_run *run;

	if (status != OAC_OK)
		return status;
	a->done = (struct oac_done){ openai_run_done, (oac_function *)done, user };
	openai_watch_begin(&a->watch, task, client, start, options, true, &a->err);
	if (a->watch.state != OPENAI_WATCH_OVER)
		return OAC_OK;
	openai_watch_end(&a->watch, &run);
	return oac_async_refuse(task, &a->err, async, err);
}

enum oac_status openai_runs_poll_async(struct oac_loop *loop, struct oac_client *client,
	const char *thread_id, const char *run_id, const struct openai_poll_options *options,
	openai_run_done_fn *done, void *user, struct oac_async *async, struct oac_error *err)
{
	const struct openai_watch_start start = { NULL, thread_id, run_id, NULL };

	return watch_async(loop, client, &start, options, done, user, async, err);
}

enum oac_status openai_runs_create_and_poll_async(struct oac_loop *loop, struct oac_client *client,
	const char *thread_id, const struct openai_create_run_request *request,
	const struct openai_poll_options *options, openai_run_done_fn *done, void *user,
	struct oac_async *async, struct oac_error *err)
{
	const struct openai_watch_start start = { &openai_runs_create_operation, thread_id, NULL,
		request };

	return watch_async(loop, client, &start, options, done, user, async, err);
}

enum oac_status openai_runs_submit_tool_outputs_and_poll_async(struct oac_loop *loop,
	struct oac_client *client, const char *thread_id, const char *run_id,
	const struct openai_submit_tool_outputs_request *request,
	const struct openai_poll_options *options, openai_run_done_fn *done, void *user,
	struct oac_async *async, struct oac_error *err)
{
	const struct openai_watch_start start = { &openai_runs_submit_tool_outputs_operation,
		thread_id, run_id, request };

	return watch_async(loop, client, &start, options, done, user, async, err);
}

enum oac_status openai_threads_create_and_run_poll_async(struct oac_loop *loop,
	struct oac_client *client, const struct openai_create_thread_and_run_request *request,
	const struct openai_poll_options *options, openai_run_done_fn *done, void *user,
	struct oac_async *async, struct oac_error *err)
{
	const struct openai_watch_start start = { &openai_threads_create_and_run_operation, NULL,
		NULL, request };

	return watch_async(loop, client, &start, options, done, user, async, err);
}
