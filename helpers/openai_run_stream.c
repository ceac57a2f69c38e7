#include "openai_run_stream_type.h"

#include "openai_tables.h"

#include "oac_error_set.h"

#include <string.h>

/* ---- beginning ---- */

static void destroy(struct openai_run_stream *s)
{
	openai_run_stream_clear(s);
	oac_mem_free(s);
}

static enum oac_status begin(struct oac_client *client, const struct oac_operation *operation,
	const char *thread_id, const char *run_id, const void *request,
	const struct openai_run_stream_options *options, struct openai_run_stream **stream,
	struct oac_error *err)
{
	const char *const path[] = { thread_id, run_id };
	struct openai_run_stream *s = oac_malloc(sizeof(*s));
	enum oac_status status;

	*stream = NULL;
	oac_error_clear(err);
	if (s == NULL)
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	memset(s, 0, sizeof(*s));
	status = openai_run_stream_init(s, client, path, options);
	if (status == OAC_OK)
		status = openai_run_stream_begin(s, operation, request);
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
	return begin(client, &openai_runs_create_stream_operation, thread_id, NULL, request,
		options, stream, err);
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
	return begin(client, &openai_runs_submit_tool_outputs_raw_stream_operation, thread_id,
		run_id, request, options, stream, err);
}

enum oac_status openai_threads_create_and_run_stream(struct oac_client *client,
	const struct openai_create_thread_and_run_request *request,
	const struct openai_run_stream_options *options, struct openai_run_stream **stream,
	struct oac_error *err)
{
	return begin(client, &openai_threads_create_and_run_raw_stream_operation, NULL, NULL,
		request, options, stream, err);
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
		return oac_error_set(
			err, OAC_E_CANCELLED, "the stream was freed by one of its callbacks");
	}
	if (status != OAC_OK && err != NULL)
		*err = s->err;
	return status;
}

/* Goes on until there is an event, or the end. */
static void advance(struct openai_run_stream *s)
{
	while (s->state != OPENAI_STREAM_OVER && !openai_run_stream_step(s, OAC_NO_LIMIT) &&
		s->event == NULL)
		;
}

static enum oac_status refuse_within(const struct openai_run_stream *s, struct oac_error *err)
{
	if (s->is_on_loop)
		return oac_error_set(err, OAC_E_ARGUMENT, "the loop drives the stream");
	return s->depth == 0 ? OAC_OK
			     : oac_error_set(err, OAC_E_ARGUMENT,
				       "a callback cannot drive the stream that called it");
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

/* For results, which the last callbacks may ask for, too. */
static enum oac_status read_rest(
	struct openai_run_stream *stream, bool *gone, struct oac_error *err)
{
	if (stream->state != OPENAI_STREAM_OVER || stream->depth == 0)
		return read_all(stream, gone, err);
	*gone = false;
	oac_error_clear(err);
	if (stream->status != OAC_OK && err != NULL)
		*err = stream->err;
	return stream->status;
}

enum oac_status openai_run_stream_until_done(
	struct openai_run_stream *stream, struct oac_error *err)
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

	if (s->event == NULL ||
		s->event->kind != OPENAI_ASSISTANT_STREAM_EVENT_THREAD_MESSAGE_DELTA)
		return NULL;
	content = &s->event->as.thread_message_delta->data.delta.content;
	while (s->text_at < content->count) {
		const struct openai_message_content_delta *piece = &content->items[s->text_at++];

		if (piece->kind == OPENAI_MESSAGE_CONTENT_DELTA_TEXT &&
			piece->as.text->text != NULL && piece->as.text->text->value != NULL)
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
	enum oac_status status = read_rest(stream, &gone, err);

	*run = gone ? NULL : stream->run;
	return status;
}

/*
 * The structs of all snapshots, one behind the other; they point into the snapshots. *list is
 * the one that was made before. False when memory is short.
 */
static bool list_snapshots(const struct openai_snapshots *all, size_t size, void **list)
{
	char *item = oac_realloc(*list, all->count > 0 ? all->count * size : 1);

	if (item == NULL)
		return false;
	*list = item;
	for (const struct openai_snapshot *s = all->first; s != NULL; s = s->next, item += size)
		memcpy(item, openai_snapshot_value(s), size);
	return true;
}

enum oac_status openai_run_stream_get_final_messages(struct openai_run_stream *stream,
	struct openai_message_list *messages, struct oac_error *err)
{
	bool gone;
	enum oac_status status = read_rest(stream, &gone, err);

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
	enum oac_status status = read_rest(stream, &gone, err);

	*steps = (struct openai_run_step_list){ 0, NULL };
	if (gone)
		return status;
	if (!list_snapshots(&stream->progress.steps, sizeof(struct openai_run_step),
		    &stream->progress.step_list))
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	*steps = (struct openai_run_step_list){ stream->progress.steps.count,
		stream->progress.step_list };
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
	openai_run_stream_path(stream, path);
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
	if (stream->depth == 0 && !stream->is_on_loop) {
		destroy(stream);
		return;
	}
	stream->free_later = true;
	openai_run_stream_abort(stream);
}
