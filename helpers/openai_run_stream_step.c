#include "openai_run_stream_type.h"

#include "openai_give_up.h"
#include "openai_run_state.h"
#include "openai_tables.h"

#include "oac_error_set.h"
#include "oac_options.h"

#include <string.h>

enum {
	OPTIONS_FIRST = 64,
};

static const struct openai_run_stream_handler no_handler;

/* ---- steps of the task ---- */

void openai_run_stream_clear(struct openai_run_stream *s)
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

void openai_run_stream_path(const struct openai_run_stream *s, const char *path[2])
{
	path[0] = s->run != NULL && s->run->thread_id != NULL ? s->run->thread_id : s->thread_id;
	path[1] = s->run != NULL && s->run->id != NULL ? s->run->id : s->run_id;
}

/* Asks the server to stop working on a run that nobody watches any more. */
static bool begin_cancel(struct openai_run_stream *s)
{
	const struct oac_call_options options = openai_give_up_options(&s->call);
	const char *path[2];

	openai_run_stream_path(s, path);
	if (!s->cancel_run || s->free_later || path[0] == NULL || path[1] == NULL ||
		openai_run_has_ended(s->run))
		return false;
	/* What stopped the stream must not stop this. */
	s->task.cancel = NULL;
	s->task.stopped = false;
	oac_call_begin(&s->cancel_call, &s->task, s->client, &openai_runs_cancel_operation, path,
		NULL, &options, &s->cancel_err);
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

	s->is_waiting = !oac_call_step(&s->cancel_call, wait_ms);
	if (s->is_waiting)
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
		fail(s, oac_error_set(&s->err, OAC_E_STREAM, "the stream ended before the run did"),
			false);
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
	} else if (s->has_next && !openai_run_has_ended(s->run)) {
		go_on(s);
	} else {
		oac_events_end(&s->answers[1 - s->current]);
		oac_error_clear(&s->err);
		tell_end(s);
	}
}

/* Which of all the events it was. */
static void describe(struct openai_run_stream *s, const struct oac_error *why)
{
	struct oac_error err = *why;

	if (why->status != OAC_E_NOMEM) {
		oac_error_set(&err, why->status, "the event %s, number %zu, does not fit: %s",
			s->answers[s->current].raw.name, s->event_count, why->message);
		memcpy(err.path, why->path, sizeof(err.path));
	}
	oac_error_take(&s->err, &err);
}

static void step_answer(struct openai_run_stream *s, int64_t wait_ms)
{
	struct oac_events *answer = &s->answers[s->current];
	enum oac_status status;
	struct oac_error err;

	if (!s->is_connected) {
		s->is_waiting = !oac_events_open(answer, wait_ms);
		if (s->is_waiting)
			return;
		s->is_connected = true;
		if (answer->is_open)
			OPENAI_TELL(s, connected, s);
	}
	switch (oac_events_step(answer, wait_ms)) {
	case OAC_EVENTS_WAIT:
		s->is_waiting = true;
		break;
	case OAC_EVENTS_EVENT:
		s->event = answer->value;
		s->event_count++;
		s->text_at = 0;
		status = openai_run_stream_take(s, s->event, &err);
		if (status != OAC_OK) {
			describe(s, &err);
			fail(s, status, false);
		}
		break;
	case OAC_EVENTS_END:
		end_answer(s, answer->status);
		break;
	}
}

bool openai_run_stream_step(struct openai_run_stream *s, int64_t wait_ms)
{
	s->event = NULL;
	s->is_waiting = false;
	if (s->state == OPENAI_STREAM_READING)
		step_answer(s, wait_ms);
	else if (s->state == OPENAI_STREAM_CANCELLING)
		step_cancel(s, wait_ms);
	return s->state == OPENAI_STREAM_OVER;
}

int64_t openai_run_stream_due(const struct openai_run_stream *s)
{
	return s->state == OPENAI_STREAM_CANCELLING ? oac_call_due(&s->cancel_call) :
						      oac_events_due(&s->answers[s->current]);
}

void openai_run_stream_break_off(struct openai_run_stream *s)
{
	if (s->state == OPENAI_STREAM_CANCELLING) {
		oac_call_end(&s->cancel_call, NULL);
		oac_error_add(&s->err, "; the run was not cancelled: there was no time");
		tell_end(s);
	} else if (s->state == OPENAI_STREAM_READING) {
		fail(s, oac_error_set(&s->err, OAC_E_CANCELLED, "cancelled by the caller"), false);
	}
}

/* ---- beginning ---- */

static bool keep(const char *text, char **copy)
{
	*copy = text != NULL ? oac_strdup(text) : NULL;
	return text == NULL || *copy != NULL;
}

enum oac_status openai_run_stream_init(struct openai_run_stream *s, struct oac_client *client,
	const char *const path[2], const struct openai_run_stream_options *options)
{
	s->client = client;
	s->handler = &no_handler;
	if (options != NULL) {
		s->task.cancel = options->call.cancel;
		if (options->handler != NULL)
			s->handler = options->handler;
		s->user = options->user;
		s->cancel_run = options->cancel_run;
	}
	if (oac_arena_init(&s->arena, OPTIONS_FIRST) &&
		oac_options_copy(&s->arena, options != NULL ? &options->call : NULL, &s->call) &&
		keep(path[0], &s->thread_id) && keep(path[1], &s->run_id))
		return OAC_OK;
	return oac_error_set(&s->err, OAC_E_NOMEM, "out of memory");
}

enum oac_status openai_run_stream_begin(struct openai_run_stream *s,
	const struct oac_operation *operation, const void *request)
{
	const char *const path[] = { s->thread_id, s->run_id };

	oac_events_begin(
		&s->answers[0], &s->task, s->client, operation, path, request, &s->call, &s->err);
	/* Those were for the first request. */
	s->call.response = NULL;
	s->call.body = (struct oac_json){ NULL, 0 };
	return s->answers[0].status;
}
