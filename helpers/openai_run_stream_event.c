/*
 * One event of a streamed run: first all checks and what it adds up to, then callbacks.
 */
#include "openai_run_stream_type.h"

#include "oac_error_set.h"

#include <string.h>

/* ---- what an event is about ---- */

/* Each is the member of the event's own struct, or NULL. */
static const struct openai_run *run_of(
	const struct openai_assistant_stream_event *event, bool *over)
{
	*over = true;
	switch (event->kind) {
	case OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_REQUIRES_ACTION:
		return &event->as.thread_run_requires_action->data;
	case OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_COMPLETED:
		return &event->as.thread_run_completed->data;
	case OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_INCOMPLETE:
		return &event->as.thread_run_incomplete->data;
	case OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_FAILED:
		return &event->as.thread_run_failed->data;
	case OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_CANCELLED:
		return &event->as.thread_run_cancelled->data;
	case OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_EXPIRED:
		return &event->as.thread_run_expired->data;
	default:
		break;
	}
	*over = false;
	switch (event->kind) {
	case OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_CREATED:
		return &event->as.thread_run_created->data;
	case OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_QUEUED:
		return &event->as.thread_run_queued->data;
	case OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_IN_PROGRESS:
		return &event->as.thread_run_in_progress->data;
	case OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_CANCELLING:
		return &event->as.thread_run_cancelling->data;
	default:
		return NULL;
	}
}

static const struct openai_run_step *step_end_of(const struct openai_assistant_stream_event *event)
{
	switch (event->kind) {
	case OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_STEP_COMPLETED:
		return &event->as.thread_run_step_completed->data;
	case OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_STEP_FAILED:
		return &event->as.thread_run_step_failed->data;
	case OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_STEP_CANCELLED:
		return &event->as.thread_run_step_cancelled->data;
	case OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_STEP_EXPIRED:
		return &event->as.thread_run_step_expired->data;
	default:
		return NULL;
	}
}

static const struct openai_message *message_end_of(
	const struct openai_assistant_stream_event *event)
{
	switch (event->kind) {
	case OPENAI_ASSISTANT_STREAM_EVENT_THREAD_MESSAGE_COMPLETED:
		return &event->as.thread_message_completed->data;
	case OPENAI_ASSISTANT_STREAM_EVENT_THREAD_MESSAGE_INCOMPLETE:
		return &event->as.thread_message_incomplete->data;
	default:
		return NULL;
	}
}

/* ---- adding up ---- */

static enum oac_status keep_run(
	struct openai_run_stream *s, const struct openai_run *run, bool over, struct oac_error *err)
{
	struct openai_run *copy;

	if (s->run != NULL && s->run->id != NULL && run->id != NULL &&
		strcmp(s->run->id, run->id) != 0)
		return oac_error_set(err, OAC_E_STREAM,
			"the stream tells of another run than the one that it began with");
	copy = openai_run_copy(run);
	if (copy == NULL)
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	openai_run_free(s->run);
	s->run = copy;
	s->run_is_over = over;
	return OAC_OK;
}

static enum oac_status add_up(struct openai_run_stream *s,
	const struct openai_assistant_stream_event *event, struct oac_error *err)
{
	struct openai_progress *progress = &s->progress;
	const struct openai_run_step *step = step_end_of(event);
	const struct openai_message *message = message_end_of(event);
	bool over;
	const struct openai_run *run = run_of(event, &over);

	if (run != NULL)
		return keep_run(s, run, over, err);
	if (step != NULL)
		return openai_progress_step_done(progress, step, err);
	if (message != NULL)
		return openai_progress_message_done(progress, message, err);
	switch (event->kind) {
	case OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_STEP_CREATED:
		return openai_progress_step_created(
			progress, &event->as.thread_run_step_created->data, err);
	case OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_STEP_IN_PROGRESS:
		return openai_progress_step_seen(
			progress, &event->as.thread_run_step_in_progress->data, err);
	case OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_STEP_DELTA:
		return openai_progress_step_delta(
			progress, &event->as.thread_run_step_delta->data, err);
	case OPENAI_ASSISTANT_STREAM_EVENT_THREAD_MESSAGE_CREATED:
		return openai_progress_message_created(
			progress, &event->as.thread_message_created->data, err);
	case OPENAI_ASSISTANT_STREAM_EVENT_THREAD_MESSAGE_IN_PROGRESS:
		return openai_progress_message_seen(
			progress, &event->as.thread_message_in_progress->data, err);
	case OPENAI_ASSISTANT_STREAM_EVENT_THREAD_MESSAGE_DELTA:
		return openai_progress_message_delta(
			progress, &event->as.thread_message_delta->data, err);
	default: /* threads, and what is not known */
		return OAC_OK;
	}
}

/* ---- messages ---- */

static void tell_part_created(
	struct openai_run_stream *s, const struct openai_message_content *part)
{
	if (part->kind == OPENAI_MESSAGE_CONTENT_TEXT)
		OPENAI_TELL(s, text_created, s, &part->as.text->text);
	else if (part->kind == OPENAI_MESSAGE_CONTENT_REFUSAL)
		OPENAI_TELL(s, refusal_created, s, part->as.refusal->refusal);
}

static void tell_piece(struct openai_run_stream *s,
	const struct openai_message_content_delta *piece, const struct openai_message_content *part)
{
	if (piece->kind == OPENAI_MESSAGE_CONTENT_DELTA_TEXT && piece->as.text->text != NULL &&
		part->kind == OPENAI_MESSAGE_CONTENT_TEXT)
		OPENAI_TELL(s, text_delta, s, piece->as.text->text, &part->as.text->text);
	else if (piece->kind == OPENAI_MESSAGE_CONTENT_DELTA_REFUSAL &&
		piece->as.refusal->refusal != NULL && part->kind == OPENAI_MESSAGE_CONTENT_REFUSAL)
		OPENAI_TELL(
			s, refusal_delta, s, piece->as.refusal->refusal, part->as.refusal->refusal);
}

/* The part that deltas came for last is complete. */
static void tell_part_done(struct openai_run_stream *s, struct openai_snapshot *snapshot,
	const struct openai_message *message)
{
	const struct openai_message_content *part = openai_content_at(message, snapshot->part);

	/* The server's object may have fewer parts than its deltas had. */
	if (part == NULL)
		part = openai_content_at(openai_snapshot_gathered(snapshot), snapshot->part);
	if (part == NULL || !openai_snapshot_tell_once(snapshot, snapshot->part, OPENAI_TOLD_DONE))
		return;
	if (part->kind == OPENAI_MESSAGE_CONTENT_TEXT)
		OPENAI_TELL(s, text_done, s, &part->as.text->text, message);
	else if (part->kind == OPENAI_MESSAGE_CONTENT_REFUSAL)
		OPENAI_TELL(s, refusal_done, s, part->as.refusal->refusal, message);
	else if (part->kind == OPENAI_MESSAGE_CONTENT_IMAGE_FILE)
		OPENAI_TELL(s, image_file_done, s, &part->as.image_file->image_file, message);
}

static void tell_message_delta(
	struct openai_run_stream *s, const struct openai_message_delta_body *delta)
{
	const struct openai_message_content_delta_list *pieces = &delta->content;
	struct openai_snapshot *snapshot = s->progress.message;
	const struct openai_message *message = openai_snapshot_value(snapshot);

	for (size_t i = 0; i < pieces->count; i++) {
		int64_t index = openai_content_index(&pieces->items[i]);
		const struct openai_message_content *part = openai_content_at(message, index);

		if (part != NULL && openai_snapshot_tell_once(snapshot, index, OPENAI_TOLD_CREATED))
			tell_part_created(s, part);
	}
	OPENAI_TELL(s, message_delta, s, delta, message);
	for (size_t i = 0; i < pieces->count; i++) {
		int64_t index = openai_content_index(&pieces->items[i]);
		const struct openai_message_content *part = openai_content_at(message, index);

		if (part == NULL)
			continue;
		tell_piece(s, &pieces->items[i], part);
		if (index == snapshot->part)
			continue;
		tell_part_done(s, snapshot, message);
		snapshot->part = index;
	}
}

static void tell_message_end(struct openai_run_stream *s, const struct openai_message *message)
{
	struct openai_snapshot *snapshot = s->progress.message;

	tell_part_done(s, snapshot, message);
	OPENAI_TELL(s, message_done, s, message);
	openai_snapshot_settle(snapshot);
	s->progress.message = NULL;
}

/* ---- steps ---- */

static void tell_tool_call_done(struct openai_run_stream *s, struct openai_snapshot *snapshot)
{
	const struct openai_run_step *step = openai_snapshot_gathered(snapshot);
	const struct openai_tool_call *call =
		step != NULL ? openai_tool_call_at(step, snapshot->part) : NULL;

	if (call != NULL && openai_snapshot_tell_once(snapshot, snapshot->part, OPENAI_TOLD_DONE))
		OPENAI_TELL(s, tool_call_done, s, call);
	snapshot->part = OPENAI_NO_PART;
}

static void tell_step_delta(
	struct openai_run_stream *s, const struct openai_run_step_delta_body *delta)
{
	struct openai_snapshot *snapshot = s->progress.step;
	const struct openai_run_step *step = openai_snapshot_value(snapshot);
	const struct openai_tool_call_delta_list *pieces =
		delta->step_details.kind == OPENAI_STEP_DETAILS_DELTA_TOOL_CALLS ?
		&delta->step_details.as.tool_calls->tool_calls : NULL;

	for (size_t i = 0; pieces != NULL && i < pieces->count; i++) {
		const struct openai_tool_call_delta *piece = &pieces->items[i];
		int64_t index = openai_tool_call_index(piece);
		const struct openai_tool_call *call = openai_tool_call_at(step, index);

		if (call == NULL)
			continue;
		if (index != snapshot->part) {
			tell_tool_call_done(s, snapshot);
			snapshot->part = index;
			openai_progress_note_open(&s->progress, snapshot);
			if (openai_snapshot_tell_once(snapshot, index, OPENAI_TOLD_CREATED))
				OPENAI_TELL(s, tool_call_created, s, call);
		}
		OPENAI_TELL(s, tool_call_delta, s, piece, call);
	}
	OPENAI_TELL(s, run_step_delta, s, delta, step);
}

static void tell_step_end(struct openai_run_stream *s, const struct openai_run_step *step)
{
	struct openai_snapshot *snapshot = s->progress.step;

	tell_tool_call_done(s, snapshot);
	OPENAI_TELL(s, run_step_done, s, step);
	openai_snapshot_settle(snapshot);
	s->progress.step = NULL;
}

/* Calls whose step has not ended wait for outputs, or will never end. */
static void tell_open_tool_calls(struct openai_run_stream *s)
{
	struct openai_snapshot *step;

	while ((step = openai_progress_open(&s->progress)) != NULL)
		tell_tool_call_done(s, step);
}

/* ---- the whole ---- */

static void tell(struct openai_run_stream *s, const struct openai_assistant_stream_event *event)
{
	const struct openai_run_step *step = step_end_of(event);
	const struct openai_message *message = message_end_of(event);
	bool over;

	OPENAI_TELL(s, event, s, event);
	if (step != NULL)
		tell_step_end(s, step);
	else if (message != NULL)
		tell_message_end(s, message);
	else if (run_of(event, &over) != NULL && over)
		tell_open_tool_calls(s);
	switch (event->kind) {
	case OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_STEP_CREATED:
		OPENAI_TELL(s, run_step_created, s, &event->as.thread_run_step_created->data);
		break;
	case OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_STEP_DELTA:
		tell_step_delta(s, &event->as.thread_run_step_delta->data.delta);
		break;
	case OPENAI_ASSISTANT_STREAM_EVENT_THREAD_MESSAGE_CREATED:
		OPENAI_TELL(s, message_created, s, &event->as.thread_message_created->data);
		break;
	case OPENAI_ASSISTANT_STREAM_EVENT_THREAD_MESSAGE_DELTA:
		tell_message_delta(s, &event->as.thread_message_delta->data.delta);
		break;
	default:
		break;
	}
}

enum oac_status openai_run_stream_take(struct openai_run_stream *stream,
	const struct openai_assistant_stream_event *event, struct oac_error *err)
{
	enum oac_status status = add_up(stream, event, err);

	if (status == OAC_OK)
		tell(stream, event);
	return status;
}
