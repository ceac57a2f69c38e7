#include "openai_run_stream_async.h"

#include "openai_tables.h"

#include "oac_error_set.h"

enum {
	EVENTS_AT_ONCE = 64, /* then it is the others' turn */
};

/* What the loop's end of a stream needs. */
struct on_loop {
	struct oac_done done;
	void (*on_free)(void *user);
	void *user;
};

static void free_user(const struct openai_run_stream_start *start)
{
	if (start->on_free != NULL)
		start->on_free(start->on_run_user);
}

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

static void finish(struct oac_task *task)
{
	struct openai_run_stream *s = (struct openai_run_stream *)task;
	struct on_loop *end = s->on_loop;
	struct openai_run *run;

	openai_run_stream_break_off(s);
	run = s->run;
	s->run = NULL;
	oac_done_call(&end->done, s->status, run, &s->err);
	openai_run_stream_destroy(s);
	if (end->on_free != NULL)
		end->on_free(end->user);
	oac_mem_free(end);
}

static enum oac_status no_memory(const struct openai_run_stream_start *start, struct oac_error *err)
{
	free_user(start);
	return oac_error_set(err, OAC_E_NOMEM, "out of memory");
}

enum oac_status openai_run_stream_start_async(struct oac_loop *loop, struct oac_client *client,
	const struct openai_run_stream_start *start, openai_run_done_fn *done, void *user,
	struct oac_async *async, struct oac_error *err)
{
	static const struct oac_task_type type = { step, due, finish };
	const char *const path[] = { start->thread_id, start->run_id };
	struct on_loop *end = oac_malloc(sizeof(*end));
	struct openai_run_stream *s;
	enum oac_status status;

	oac_error_clear(err);
	if (async != NULL)
		*async = (struct oac_async){ 0, 0 };
	if (end == NULL)
		return no_memory(start, err);
	*end = (struct on_loop){ { openai_run_done, (oac_function *)done, user }, start->on_free,
		start->on_run_user };
	s = openai_run_stream_new(client, path, start->options, err);
	if (s == NULL) {
		oac_mem_free(end);
		return no_memory(start, err);
	}
	s->task.type = &type;
	s->is_on_loop = true;
	s->on_loop = end;
	s->on_run = start->on_run;
	s->on_run_user = start->on_run_user;
	status = oac_loop_add(loop, &s->task, async, err);
	if (status == OAC_OK) {
		status = openai_run_stream_begin(s, start->operation, start->request, err);
		if (status == OAC_OK)
			return OAC_OK;
		oac_events_end(&s->answers[0]);
		oac_loop_remove(&s->task);
		if (async != NULL)
			*async = (struct oac_async){ 0, 0 };
	}
	openai_run_stream_destroy(s);
	oac_mem_free(end);
	free_user(start);
	return status;
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
