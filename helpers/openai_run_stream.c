#include "openai_run_stream_type.h"

#include "openai_give_up.h"
#include "openai_tables.h"

#include "oac_error_set.h"
#include "oac_options.h"

#include <string.h>

enum {
	OPTIONS_FIRST = 64,
};

static const struct openai_run_stream_handler no_handler;

/* ---- steps of the task ---- */

static void destroy(struct openai_run_stream *s)
{
	if (s->state == OPENAI_STREAM_CANCELLING)
		oac_call_end(&s->cancel_call, NULL);
	oac_events_end(&s->answers[0]);
	oac_events_end(&s->answers[1]);
	openai_progress_clear(&s->progress);
	openai_run_free(s->run);
	oac_mem_free(s->thread_id);
	oac_mem_free(s->run_id);
	oac_arena_clear(&s->arena);
	oac_mem_free(s);
}

static void tell_end(struct openai_run_stream *s)
{
	s->state = OPENAI_STREAM_OVER;
	s->event = NULL;
	if (s->status == OAC_E_CANCELLED) {
		OPENAI_TELL(s, aborted, s);
	} else if (s->status != OAC_OK) {
		if (s->status == OAC_E_TIMEOUT)
			OPENAI_TELL(s, timeout, s);
		OPENAI_TELL(s, error, s, &s->err);
	}
	OPENAI_TELL(s, end, s);
}

static bool is_finished(const struct openai_run *run)
{
	if (run == NULL)
		return false;
	switch (run->status) {
	case OPENAI_RUN_STATUS_COMPLETED:
	case OPENAI_RUN_STATUS_INCOMPLETE:
	case OPENAI_RUN_STATUS_FAILED:
	case OPENAI_RUN_STATUS_CANCELLED:
	case OPENAI_RUN_STATUS_EXPIRED:
		return true;
	default:
		return false;
	}
}

/* The run as a path says it: as it was seen, or as the caller named it. */
static void find_path(const struct openai_run_stream *s, const char *path[2])
{
	path[0] = s->run != NULL && s->run->thread_id != NULL ? s->run->thread_id : s->thread_id;
	path[1] = s->run != NULL && s->run->id != NULL ? s->run->id : s->run_id;
}

/* Asks the server to stop working on a run that nobody watches any more. */
static bool begin_cancel(struct openai_run_stream *s)
{
	const struct oac_call_options options = openai_give_up_options(&s->call);
	const char *path[2];

	find_path(s, path);
	if (!s->cancel_run || s->free_later || path[0] == NULL || path[1] == NULL || is_finished(s->run))
		return false;
	/* What stopped the stream must not stop this. */
	s->task.cancel = NULL;
	s->task.stopped = false;
	oac_call_begin(&s->cancel_call, &s->task, s->client, &openai_runs_cancel_operation, path, NULL,
		&options, &s->cancel_err);
	s->state = OPENAI_STREAM_CANCELLING;
	return true;
}

static void fail(struct openai_run_stream *s, enum oac_status status, bool gave_up)
{
	s->status = status;
	s->event = NULL;
	for (int i = 0; i < 2; i++)
		oac_events_end(&s->answers[i]);
	if (!gave_up || !begin_cancel(s))
		tell_end(s);
}

/* Whether the caller does not want to wait any longer. */
static bool is_giving_up(enum oac_status status)
{
	return status == OAC_E_CANCELLED || status == OAC_E_TIMEOUT;
}

static void step_cancel(struct openai_run_stream *s, int64_t wait_ms)
{
	void *run;

	if (!oac_call_step(&s->cancel_call, wait_ms))
		return;
	if (oac_call_end(&s->cancel_call, &run) != OAC_OK) {
		openai_give_up_failed(&s->err, &s->cancel_err);
	} else if (run != NULL) {
		openai_run_free(s->run);
		s->run = run;
	}
	tell_end(s);
}

/* Begins with the answer to what was submitted. */
static void go_on(struct openai_run_stream *s)
{
	s->current = 1 - s->current;
	s->has_next = false;
	s->is_connected = false;
	s->run_is_over = false;
	/* It was prepared while the last one was read. */
	s->answers[s->current].prepared.deadline =
		oac_deadline_in(s->call.deadline_ms > 0 ? s->call.deadline_ms : OAC_NO_LIMIT);
}

/* An answer has ended: so has the run, or it goes on with the next answer. */
static void end_answer(struct openai_run_stream *s, enum oac_status status)
{
	struct oac_error err;

	if (status != OAC_OK) {
		fail(s, status, is_giving_up(status));
		return;
	}
	if (!s->run_is_over) {
		fail(s, oac_error_set(&s->err, OAC_E_STREAM, "the stream ended before the run did"), false);
		return;
	}
	s->event = NULL;
	OPENAI_TELL(s, run, s, s->run);
	oac_events_end(&s->answers[s->current]);
	oac_error_clear(&err);
	if (oac_task_is_stopped(&s->task))
		status = oac_error_set(&err, OAC_E_CANCELLED, "cancelled by the caller");
	else if (s->on_run != NULL)
		status = s->on_run(s->on_run_user, s, &err);
	if (status != OAC_OK) {
		s->err = err;
		fail(s, status, true);
	} else if (s->has_next && !is_finished(s->run)) {
		go_on(s);
	} else {
		oac_events_end(&s->answers[1 - s->current]);
		oac_error_clear(&s->err);
		tell_end(s);
	}
}

static void step_answer(struct openai_run_stream *s, int64_t wait_ms)
{
	struct oac_events *answer = &s->answers[s->current];
	enum oac_status status;
	struct oac_error err;

	if (!s->is_connected) {
		if (!oac_events_open(answer, wait_ms))
			return;
		s->is_connected = true;
		if (answer->is_open)
			OPENAI_TELL(s, connected, s);
	}
	switch (oac_events_step(answer, wait_ms)) {
	case OAC_EVENTS_WAIT:
		break;
	case OAC_EVENTS_EVENT:
		s->event = answer->value;
		s->text_at = 0;
		status = openai_run_stream_take(s, s->event, &err);
		if (status != OAC_OK) {
			oac_error_take(&s->err, &err);
			fail(s, status, false);
		}
		break;
	case OAC_EVENTS_END:
		end_answer(s, answer->status);
		break;
	}
}

static bool stream_step(struct oac_task *task, int64_t wait_ms)
{
	struct openai_run_stream *s = (struct openai_run_stream *)task;

	s->event = NULL;
	if (s->state == OPENAI_STREAM_READING)
		step_answer(s, wait_ms);
	else if (s->state == OPENAI_STREAM_CANCELLING)
		step_cancel(s, wait_ms);
	return s->state == OPENAI_STREAM_OVER;
}

static int64_t stream_due(const struct oac_task *task)
{
	const struct openai_run_stream *s = (const struct openai_run_stream *)task;

	return s->state == OPENAI_STREAM_CANCELLING ? oac_call_due(&s->cancel_call) :
						      oac_events_due(&s->answers[s->current]);
}

static const struct oac_task_type stream_type = { stream_step, stream_due, NULL };

/* ---- beginning ---- */

static enum oac_status prepare(struct openai_run_stream *s, struct oac_client *client,
	const struct openai_run_stream_options *options)
{
	const struct oac_call_options *call = options != NULL ? &options->call : NULL;

	memset(s, 0, sizeof(*s));
	s->task.type = &stream_type;
	s->client = client;
	s->handler = &no_handler;
	if (options != NULL) {
		s->task.cancel = options->call.cancel;
		if (options->handler != NULL)
			s->handler = options->handler;
		s->user = options->user;
		s->cancel_run = options->cancel_run;
	}
	return oac_arena_init(&s->arena, OPTIONS_FIRST) && oac_options_copy(&s->arena, call, &s->call) ?
		OAC_OK : OAC_E_NOMEM;
}

static enum oac_status begin(struct oac_client *client, const struct oac_operation *operation,
	const char *thread_id, const char *run_id, const void *request,
	const struct openai_run_stream_options *options, struct openai_run_stream **stream,
	struct oac_error *err)
{
	const char *const path[] = { thread_id, run_id };
	struct openai_run_stream *s = oac_malloc(sizeof(*s));

	*stream = NULL;
	oac_error_clear(err);
	if (s == NULL)
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	enum oac_status status = prepare(s, client, options);
	if (status == OAC_OK && thread_id != NULL)
		status = (s->thread_id = oac_strdup(thread_id)) != NULL ? OAC_OK : OAC_E_NOMEM;
	if (status == OAC_OK && run_id != NULL)
		status = (s->run_id = oac_strdup(run_id)) != NULL ? OAC_OK : OAC_E_NOMEM;
	if (status == OAC_OK) {
		oac_events_begin(&s->answers[0], &s->task, client, operation, path, request, &s->call,
			&s->err);
		status = s->answers[0].status;
	} else {
		oac_error_set(&s->err, status, "out of memory");
	}
	/* Those were for the first request. */
	s->call.response = NULL;
	s->call.body = (struct oac_json){ NULL, 0 };
	if (status == OAC_OK) {
		*stream = s;
		return OAC_OK;
	}
	if (err != NULL)
		*err = s->err;
	destroy(s);
	return status;
}

enum oac_status openai_runs_stream(struct oac_client *client, const char *thread_id,
	const struct openai_create_run_request *request,
	const struct openai_run_stream_options *options, struct openai_run_stream **stream,
	struct oac_error *err)
{
	return begin(client, &openai_runs_create_stream_operation, thread_id, NULL, request, options, stream,
		err);
}

enum oac_status openai_runs_create_and_stream(struct oac_client *client, const char *thread_id,
	const struct openai_create_run_request *request,
	const struct openai_run_stream_options *options, struct openai_run_stream **stream,
	struct oac_error *err)
{
	return openai_runs_stream(client, thread_id, request, options, stream, err);
}

enum oac_status openai_runs_submit_tool_outputs_stream(struct oac_client *client,
	const char *thread_id, const char *run_id,
	const struct openai_submit_tool_outputs_request *request,
	const struct openai_run_stream_options *options, struct openai_run_stream **stream,
	struct oac_error *err)
{
	return begin(client, &openai_runs_submit_tool_outputs_raw_stream_operation, thread_id, run_id,
		request, options, stream, err);
}

enum oac_status openai_threads_create_and_run_stream(struct oac_client *client,
	const struct openai_create_thread_and_run_request *request,
	const struct openai_run_stream_options *options, struct openai_run_stream **stream,
	struct oac_error *err)
{
	return begin(client, &openai_threads_create_and_run_raw_stream_operation, NULL, NULL, request,
		options, stream, err);
}

/* ---- driving ---- */

/*
 * What a function that drove the stream says. *gone: one of the callbacks has freed it, so it
 * must not be touched any more.
 */
static enum oac_status leave(struct openai_run_stream *s, enum oac_status status, bool *gone,
	struct oac_error *err)
{
	oac_error_clear(err);
	*gone = s->free_later;
	if (*gone) {
		destroy(s);
		return oac_error_set(err, OAC_E_CANCELLED, "the stream was freed by one of its callbacks");
	}
	if (status != OAC_OK && err != NULL)
		*err = s->err;
	return status;
}

/* Goes on until there is an event, or the end. */
static void advance(struct openai_run_stream *s)
{
	while (s->state != OPENAI_STREAM_OVER && !stream_step(&s->task, OAC_NO_LIMIT) &&
		s->event == NULL)
		;
}

static enum oac_status refuse_within(const struct openai_run_stream *s, struct oac_error *err)
{
	return s->depth == 0 ? OAC_OK :
		oac_error_set(err, OAC_E_ARGUMENT, "a callback cannot drive the stream that called it");
}

static enum oac_status read_all(struct openai_run_stream *stream, bool *gone, struct oac_error *err)
{
	enum oac_status status = refuse_within(stream, err);

	*gone = false;
	if (status != OAC_OK)
		return status;
	while (stream->state != OPENAI_STREAM_OVER)
		advance(stream);
	return leave(stream, stream->status, gone, err);
}

enum oac_status openai_run_stream_until_done(struct openai_run_stream *stream, struct oac_error *err)
{
	bool gone;

	return read_all(stream, &gone, err);
}

enum oac_status openai_run_stream_next(struct openai_run_stream *stream,
	const struct openai_assistant_stream_event **event, struct oac_error *err)
{
	enum oac_status status = refuse_within(stream, err);
	bool gone;

	*event = NULL;
	if (status != OAC_OK)
		return status;
	advance(stream);
	*event = stream->free_later ? NULL : stream->event;
	return leave(stream, stream->event != NULL ? OAC_OK : stream->status, &gone, err);
}

/* The next text of the current event, or NULL. */
static const char *next_piece(struct openai_run_stream *s)
{
	const struct openai_message_content_delta_list *content;

	if (s->event == NULL || s->event->kind != OPENAI_ASSISTANT_STREAM_EVENT_THREAD_MESSAGE_DELTA)
		return NULL;
	content = &s->event->as.thread_message_delta->data.delta.content;
	while (s->text_at < content->count) {
		const struct openai_message_content_delta *piece = &content->items[s->text_at++];

		if (piece->kind == OPENAI_MESSAGE_CONTENT_DELTA_TEXT && piece->as.text->text != NULL &&
			piece->as.text->text->value != NULL)
			return piece->as.text->text->value;
	}
	return NULL;
}

enum oac_status openai_run_stream_next_text(struct openai_run_stream *stream, const char **text,
	struct oac_error *err)
{
	enum oac_status status = refuse_within(stream, err);
	bool gone;

	*text = NULL;
	if (status != OAC_OK)
		return status;
	while ((*text = next_piece(stream)) == NULL && stream->state != OPENAI_STREAM_OVER &&
		!stream->free_later)
		advance(stream);
	if (stream->free_later)
		*text = NULL;
	return leave(stream, *text != NULL ? OAC_OK : stream->status, &gone, err);
}

/* ---- results ---- */

enum oac_status openai_run_stream_get_final_run(struct openai_run_stream *stream,
	const struct openai_run **run, struct oac_error *err)
{
	bool gone;
	enum oac_status status = read_all(stream, &gone, err);

	*run = gone ? NULL : stream->run;
	return status;
}

/*
 * The structs of all snapshots, one behind the other; they point into the snapshots. *list is
 * the one that was made before. False when memory is short.
 */
static bool list_snapshots(const struct openai_snapshots *all, size_t size, void **list)
{
	char *items = oac_realloc(*list, all->count > 0 ? all->count * size : 1);

	if (items == NULL)
		return false;
	for (size_t i = 0; i < all->count; i++)
		memcpy(items + i * size, openai_snapshot_value(&all->items[i]), size);
	*list = items;
	return true;
}

enum oac_status openai_run_stream_get_final_messages(struct openai_run_stream *stream,
	struct openai_message_list *messages, struct oac_error *err)
{
	bool gone;
	enum oac_status status = read_all(stream, &gone, err);

	*messages = (struct openai_message_list){ 0, NULL };
	if (gone)
		return status;
	if (!list_snapshots(&stream->progress.messages, sizeof(struct openai_message),
		    &stream->progress.message_list))
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	*messages = (struct openai_message_list){ stream->progress.messages.count,
		stream->progress.message_list };
	return status;
}

enum oac_status openai_run_stream_get_final_run_steps(struct openai_run_stream *stream,
	struct openai_run_step_list *steps, struct oac_error *err)
{
	bool gone;
	enum oac_status status = read_all(stream, &gone, err);

	*steps = (struct openai_run_step_list){ 0, NULL };
	if (gone)
		return status;
	if (!list_snapshots(&stream->progress.steps, sizeof(struct openai_run_step),
		    &stream->progress.step_list))
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	*steps = (struct openai_run_step_list){ stream->progress.steps.count, stream->progress.step_list };
	return status;
}

const struct openai_assistant_stream_event *openai_run_stream_current_event(
	const struct openai_run_stream *stream)
{
	return stream->event;
}

const struct oac_raw_event *openai_run_stream_raw_event(const struct openai_run_stream *stream)
{
	return stream->event != NULL ? &stream->answers[stream->current].raw : NULL;
}

const struct openai_run *openai_run_stream_current_run(const struct openai_run_stream *stream)
{
	return stream->run;
}

const struct openai_run_step *openai_run_stream_current_run_step_snapshot(
	const struct openai_run_stream *stream)
{
	const struct openai_snapshot *step = stream->progress.step;

	return step != NULL ? openai_snapshot_value(step) : NULL;
}

const struct openai_message *openai_run_stream_current_message_snapshot(
	const struct openai_run_stream *stream)
{
	const struct openai_snapshot *message = stream->progress.message;

	return message != NULL ? openai_snapshot_value(message) : NULL;
}

/* ---- steering ---- */

enum oac_status openai_run_stream_submit_tool_outputs(struct openai_run_stream *stream,
	const struct openai_submit_tool_outputs_request *request, struct oac_error *err)
{
	struct oac_events *next = &stream->answers[1 - stream->current];
	const char *path[2];

	oac_error_clear(err);
	if (stream->state != OPENAI_STREAM_READING)
		return oac_error_set(err, OAC_E_ARGUMENT, "the stream is over");
	if (stream->run == NULL)
		return oac_error_set(err, OAC_E_ARGUMENT, "no run was seen yet");
	if (stream->has_next)
		return oac_error_set(err, OAC_E_ARGUMENT, "tool outputs wait to be sent already");
	find_path(stream, path);
	struct oac_error problem;
	oac_events_begin(next, &stream->task, stream->client,
		&openai_runs_submit_tool_outputs_raw_stream_operation, path, request, &stream->call,
		&problem);
	if (next->status != OAC_OK) {
		enum oac_status status = next->status;

		oac_events_end(next);
		if (err != NULL)
			*err = problem;
		return status;
	}
	oac_events_report_to(next, &stream->err);
	stream->has_next = true;
	return OAC_OK;
}

void openai_run_stream_abort(struct openai_run_stream *stream)
{
	if (stream->state == OPENAI_STREAM_READING)
		stream->task.stopped = true;
}

void openai_run_stream_free(struct openai_run_stream *stream)
{
	if (stream == NULL)
		return;
	if (stream->depth == 0) {
		destroy(stream);
		return;
	}
	stream->free_later = true;
	openai_run_stream_abort(stream);
}
