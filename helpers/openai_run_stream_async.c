#include "openai_run_stream_async.h"

#include "openai_tables.h"

enum {
	EVENTS_AT_ONCE = 64, /* then it is the others' turn */
};

struct on_loop {
	struct openai_run_stream stream; /* first, so that one can be had from the other */
	struct oac_done done;
	void (*on_free)(void *user);
};

static bool step(struct oac_task *task, int64_t wait_ms)
{
	struct openai_run_stream *s = (struct openai_run_stream *)task;
	bool over = false;

	for (int i = 0; i < EVENTS_AT_ONCE && !over; i++) {
		over = openai_run_stream_step(s, wait_ms);
		if (s->is_waiting)
			break;
	}
	return over;
}

static int64_t due(const struct oac_task *task)
{
	const struct openai_run_stream *s = (const struct openai_run_stream *)task;

	return s->is_waiting ? openai_run_stream_due(s) : 0;
}

static void free_user(const struct on_loop *on)
{
	if (on->on_free != NULL)
		on->on_free(on->stream.on_run_user);
}

static void finish(struct oac_task *task)
{
	struct on_loop *on = (struct on_loop *)task;
	struct openai_run_stream *s = &on->stream;
	struct openai_run *run;

	openai_run_stream_break_off(s);
	run = s->run;
	s->run = NULL;
	oac_done_call(&on->done, s->status, run, &s->err);
	openai_run_stream_clear(s);
	free_user(on);
	oac_mem_free(on);
}

enum oac_status openai_run_stream_start_async(struct oac_loop *loop, struct oac_client *client,
	const struct openai_run_stream_start *start, openai_run_done_fn *done, void *user,
	struct oac_async *async, struct oac_error *err)
{
	static const struct oac_task_type type = { step, due, finish };
	const char *const path[] = { start->thread_id, start->run_id };
	struct oac_task *task;
	enum oac_status status = oac_async_new(loop, sizeof(struct on_loop), &type,
		start->options != NULL ? &start->options->call : NULL, &task, async, err);
	struct on_loop *on = (struct on_loop *)task;

	if (status != OAC_OK) {
		if (start->on_free != NULL)
			start->on_free(start->on_run_user);
		return status;
	}
	on->done = (struct oac_done){ openai_run_done, (oac_function *)done, user };
	on->on_free = start->on_free;
	on->stream.is_on_loop = true;
	on->stream.on_run = start->on_run;
	on->stream.on_run_user = start->on_run_user;
	status = openai_run_stream_init(&on->stream, client, path, start->options);
	if (status == OAC_OK)
		status = openai_run_stream_begin(&on->stream, start->operation, start->request);
	if (status == OAC_OK)
		return OAC_OK;
	openai_run_stream_clear(&on->stream);
	free_user(on);
	return oac_async_refuse(task, &on->stream.err, async, err);
}

enum oac_status openai_runs_stream_async(struct oac_loop *loop, struct oac_client *client,
	const char *thread_id, const struct openai_create_run_request *request,
	const struct openai_run_stream_options *options, openai_run_done_fn *done, void *user,
	struct oac_async *async, struct oac_error *err)
{
	const struct openai_run_stream_start start = {
		.operation = &openai_runs_create_stream_operation,
		.thread_id = thread_id,
		.request = request,
		.options = options,
	};

	return openai_run_stream_start_async(loop, client, &start, done, user, async, err);
}

enum oac_status openai_runs_create_and_stream_async(struct oac_loop *loop,
	struct oac_client *client, const char *thread_id,
	const struct openai_create_run_request *request,
	const struct openai_run_stream_options *options, openai_run_done_fn *done, void *user,
	struct oac_async *async, struct oac_error *err)
{
	return openai_runs_stream_async(
		loop, client, thread_id, request, options, done, user, async, err);
}

enum oac_status openai_runs_submit_tool_outputs_stream_async(struct oac_loop *loop,
	struct oac_client *client, const char *thread_id, const char *run_id,
	const struct openai_submit_tool_outputs_request *request,
	const struct openai_run_stream_options *options, openai_run_done_fn *done, void *user,
	struct oac_async *async, struct oac_error *err)
{
	const struct openai_run_stream_start start = {
		.operation = &openai_runs_submit_tool_outputs_raw_stream_operation,
		.thread_id = thread_id,
		.run_id = run_id,
		.request = request,
		.options = options,
	};

	return openai_run_stream_start_async(loop, client, &start, done, user, async, err);
}

enum oac_status openai_threads_create_and_run_stream_async(struct oac_loop *loop,
	struct oac_client *client, const struct openai_create_thread_and_run_request *request,
	const struct openai_run_stream_options *options, openai_run_done_fn *done, void *user,
	struct oac_async *async, struct oac_error *err)
{
	const struct openai_run_stream_start start = {
		.operation = &openai_threads_create_and_run_raw_stream_operation,
		.request = request,
		.options = options,
	};

	return openai_run_stream_start_async(loop, client, &start, done, user, async, err);
}
