#include "openai_run_tools.h"

#include "openai_run_state.h"
#include "openai_run_stream_async.h"
#include "openai_tables.h"
#include "openai_tool_round.h"
#include "openai_watch.h"

#include "oac_error_set.h"

#include <string.h>

enum {
	DEFAULT_ROUNDS = 16,
};

static const struct openai_run_tools_options no_options;

struct tool_run {
	struct openai_run_tools_options options;
	struct openai_tool_function *tools; /* on a loop: a copy of those of options, or NULL */
	int rounds;
	int64_t left_ms; /* of the deadline, when there is one: for streams */
	int64_t since;	 /* when left_ms was true */
};

static void tool_run_init(struct tool_run *t, const struct openai_run_tools_options *options)
{
	memset(t, 0, sizeof(*t));
	t->options = options != NULL ? *options : no_options;
	if (t->options.max_rounds <= 0)
		t->options.max_rounds = DEFAULT_ROUNDS;
	t->left_ms = t->options.deadline_ms;
	t->since = oac_now_ms();
}

static enum oac_status call_round(struct tool_run *t, const struct oac_task *task,
	struct openai_tool_round *round, const struct openai_run *run, struct oac_error *err)
{
	enum oac_status status;

	memset(round, 0, sizeof(*round));
	if (++t->rounds > t->options.max_rounds)
		return oac_error_set(err, OAC_E_LIMIT, "the run asked for tools more than %d times",
			t->options.max_rounds);
	status = openai_tool_round_call(round, run, &t->options.tools, err);
	if (status == OAC_OK && oac_task_is_stopped(task))
		return oac_error_set(
			err, OAC_E_CANCELLED, "cancelled while the run was requires_action");
	return status;
}

/* ---- by polling ---- */

struct tool_poll {
	struct oac_task task;
	struct tool_run t;
	struct openai_watch watch;
	struct oac_error err; /* on a loop */
	struct oac_done done;
};

static void poll_begin(struct tool_poll *p, struct oac_client *client,
	const struct openai_watch_start *start, bool outlives, struct oac_error *err)
{
	const struct openai_run_tools_options *own = &p->t.options;
	const struct openai_poll_options options = {
		.call = own->call,
		.interval_ms = own->interval_ms,
		.deadline_ms = own->deadline_ms,
		.cancel_run = own->cancel_run,
		.on_poll = own->on_poll,
		.user = own->user,
	};

	openai_watch_begin(&p->watch, &p->task, client, start, &options, outlives, err);
}

/* Calls what the run asks for, and goes on with it or gives it up. */
static void poll_round(struct tool_poll *p)
{
	struct openai_watch *watch = &p->watch;
	struct openai_tool_round round;
	int64_t left = oac_time_left(watch->deadline);
	enum oac_status status = call_round(&p->t, &p->task, &round, watch->run, watch->err);

	/* The functions' own time does not count. */
	watch->deadline = oac_deadline_in(left);
	if (status == OAC_OK)
		openai_watch_go_on(
			watch, &openai_runs_submit_tool_outputs_operation, &round.request);
	else
		openai_watch_give_up(watch, status);
	openai_tool_round_clear(&round);
}

static bool poll_step(struct tool_poll *p, int64_t wait_ms)
{
	while (openai_watch_step(&p->watch, wait_ms)) {
		if (p->watch.status != OAC_OK || !openai_run_needs_outputs(p->watch.run))
			return true;
		poll_round(p);
	}
	return false;
}

static enum oac_status poll_run(struct tool_run *t, struct oac_client *client,
	const struct openai_watch_start *start, struct openai_run **run, struct oac_error *err)
{
	struct tool_poll p = { .task = { .cancel = t->options.call.cancel }, .t = *t };

	poll_begin(&p, client, start, false, err);
	while (!poll_step(&p, OAC_NO_LIMIT))
		;
	return openai_watch_end(&p.watch, run);
}

/* ---- as a stream ---- */

/* For one more answer: its own limit, or what is left for all of them. */
static int64_t answer_deadline(const struct tool_run *t)
{
	int64_t own = t->options.call.deadline_ms;
	int64_t left = 0;

	if (t->options.deadline_ms > 0) {
		left = t->left_ms - (oac_now_ms() - t->since);
		left = left > 0 ? left : 1;
	}
	return own > 0 && (left == 0 || own < left) ? own : left;
}

static enum oac_status submit_round(
	void *user, struct openai_run_stream *stream, struct oac_error *err)
{
	struct tool_run *t = user;
	struct openai_tool_round round;
	enum oac_status status;

	if (!openai_run_needs_outputs(stream->run) || stream->has_next)
		return OAC_OK;
	/* The functions' own time does not count. */
	t->left_ms -= oac_now_ms() - t->since;
	status = call_round(t, &stream->task, &round, stream->run, err);
	t->since = oac_now_ms();
	if (status == OAC_OK && t->options.deadline_ms > 0 && t->left_ms <= 0)
		status = oac_error_set(err, OAC_E_TIMEOUT,
			"the deadline passed while the run was requires_action");
	stream->call.deadline_ms = answer_deadline(t);
	if (status == OAC_OK)
		status = openai_run_stream_submit_tool_outputs(stream, &round.request, err);
	openai_tool_round_clear(&round);
	return status;
}

static struct openai_run_stream_options stream_options(const struct tool_run *t)
{
	struct openai_run_stream_options options = {
		.call = t->options.call,
		.handler = t->options.handler,
		.user = t->options.user,
		.cancel_run = t->options.cancel_run,
	};

	options.call.deadline_ms = answer_deadline(t);
	return options;
}

static enum oac_status stream_rounds(struct tool_run *t, struct openai_run_stream *stream,
	struct openai_run **run, struct oac_error *err)
{
	enum oac_status status;

	stream->on_run = submit_round;
	stream->on_run_user = t;
	status = openai_run_stream_until_done(stream, err);
	*run = stream->run;
	stream->run = NULL;
	openai_run_stream_free(stream);
	return status;
}

/* ---- forms that block ---- */

enum oac_status openai_runs_run_tools(struct oac_client *client, const char *thread_id,
	const struct openai_create_run_request *request,
	const struct openai_run_tools_options *options, struct openai_run **run,
	struct oac_error *err)
{
	const struct openai_watch_start start = { &openai_runs_create_operation, thread_id, NULL,
		request };
	struct tool_run t;

	*run = NULL;
	tool_run_init(&t, options);
	if (!t.options.stream)
		return poll_run(&t, client, &start, run, err);
	const struct openai_run_stream_options own = stream_options(&t);
	struct openai_run_stream *stream;
	enum oac_status status = openai_runs_stream(client, thread_id, request, &own, &stream, err);
	return status != OAC_OK ? status : stream_rounds(&t, stream, run, err);
}

enum oac_status openai_threads_run_tools(struct oac_client *client,
	const struct openai_create_thread_and_run_request *request,
	const struct openai_run_tools_options *options, struct openai_run **run,
	struct oac_error *err)
{
	const struct openai_watch_start start = { &openai_threads_create_and_run_operation, NULL,
		NULL, request };
	struct tool_run t;

	*run = NULL;
	tool_run_init(&t, options);
	if (!t.options.stream)
		return poll_run(&t, client, &start, run, err);
	const struct openai_run_stream_options own = stream_options(&t);
	struct openai_run_stream *stream;
	enum oac_status status =
		openai_threads_create_and_run_stream(client, request, &own, &stream, err);
	return status != OAC_OK ? status : stream_rounds(&t, stream, run, err);
}

/* ---- forms for a loop ---- */

/* The list and its names are the caller's only until the call returns. */
static bool keep_tools(struct tool_run *t)
{
	struct openai_tool_function_list *list = &t->options.tools;
	size_t size = list->count * sizeof(*list->items);
	char *names;

	for (size_t i = 0; i < list->count; i++)
		size += strlen(list->items[i].name) + 1;
	t->tools = oac_malloc(size + 1);
	if (t->tools == NULL)
		return false;
	if (list->count > 0)
		memcpy(t->tools, list->items, list->count * sizeof(*t->tools));
	names = (char *)(t->tools + list->count);
	for (size_t i = 0; i < list->count; i++) {
		size_t len = strlen(t->tools[i].name) + 1;

		memcpy(names, t->tools[i].name, len);
		t->tools[i].name = names;
		names += len;
	}
	list->items = t->tools;
	return true;
}

static bool step(struct oac_task *task, int64_t wait_ms)
{
	return poll_step((struct tool_poll *)task, wait_ms);
}

static int64_t due(const struct oac_task *task)
{
	return openai_watch_due(&((const struct tool_poll *)task)->watch);
}

static void finish(struct oac_task *task)
{
	struct tool_poll *p = (struct tool_poll *)task;
	struct openai_run *run;
	enum oac_status status = openai_watch_end(&p->watch, &run);

	oac_done_call(&p->done, status, run, &p->err);
	oac_mem_free(p->t.tools);
	oac_mem_free(p);
}

static enum oac_status poll_async(struct oac_loop *loop, struct oac_client *client,
	const struct openai_watch_start *start, const struct openai_run_tools_options *options,
	const struct oac_done *done, struct oac_async *async, struct oac_error *err)
{
	static const struct oac_task_type type = { step, due, finish };
	struct oac_task *task;
	enum oac_status status = oac_async_new(loop, sizeof(struct tool_poll), &type,
		options != NULL ? &options->call : NULL, &task, async, err);
	struct tool_poll *p = (struct tool_poll *)task;
	struct openai_run *run;

	if (status != OAC_OK)
		return status;
	p->done = *done;
	tool_run_init(&p->t, options);
	if (keep_tools(&p->t)) {
		poll_begin(p, client, start, true, &p->err);
		if (p->watch.state != OPENAI_WATCH_OVER)
			return OAC_OK;
		openai_watch_end(&p->watch, &run);
	} else {
		oac_error_set(&p->err, OAC_E_NOMEM, "out of memory");
	}
	oac_mem_free(p->t.tools);
	return oac_async_refuse(task, &p->err, async, err);
}

static void free_tool_run(void *user)
{
	struct tool_run *t = user;

	oac_mem_free(t->tools);
	oac_mem_free(t);
}

static enum oac_status stream_async(struct oac_loop *loop, struct oac_client *client,
	const struct openai_watch_start *start, const struct oac_operation *operation,
	const struct openai_run_tools_options *options, openai_run_done_fn *done, void *user,
	struct oac_async *async, struct oac_error *err)
{
	struct tool_run *t = oac_malloc(sizeof(*t));
	struct openai_run_stream_options own;
	struct openai_run_stream_start begin = {
		.operation = operation,
		.thread_id = start->thread_id,
		.request = start->request,
		.options = &own,
		.on_run = submit_round,
		.on_run_user = t,
		.on_free = free_tool_run,
	};

	if (async != NULL)
		*async = (struct oac_async){ 0, 0 };
	if (t == NULL)
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	tool_run_init(t, options);
	if (!keep_tools(t)) {
		oac_mem_free(t);
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	}
	own = stream_options(t);
	return openai_run_stream_start_async(loop, client, &begin, done, user, async, err);
}

static enum oac_status run_async(struct oac_loop *loop, struct oac_client *client,
	const struct openai_watch_start *start, const struct oac_operation *stream_operation,
	const struct openai_run_tools_options *options, openai_run_done_fn *done, void *user,
	struct oac_async *async, struct oac_error *err)
{
	const struct oac_done then = { openai_run_done, (oac_function *)done, user };

	if (options != NULL && options->stream)
		return stream_async(
			loop, client, start, stream_operation, options, done, user, async, err);
	return poll_async(loop, client, start, options, &then, async, err);
}

enum oac_status openai_runs_run_tools_async(struct oac_loop *loop, struct oac_client *client,
	const char *thread_id, const struct openai_create_run_request *request,
	const struct openai_run_tools_options *options, openai_run_done_fn *done, void *user,
	struct oac_async *async, struct oac_error *err)
{
	const struct openai_watch_start start = { &openai_runs_create_operation, thread_id, NULL,
		request };

	return run_async(loop, client, &start, &openai_runs_create_stream_operation, options, done,
		user, async, err);
}

enum oac_status openai_threads_run_tools_async(struct oac_loop *loop, struct oac_client *client,
	const struct openai_create_thread_and_run_request *request,
	const struct openai_run_tools_options *options, openai_run_done_fn *done, void *user,
	struct oac_async *async, struct oac_error *err)
{
	const struct openai_watch_start start = { &openai_threads_create_and_run_operation, NULL,
		NULL, request };

	return run_async(loop, client, &start, &openai_threads_create_and_run_raw_stream_operation,
		options, done, user, async, err);
}
