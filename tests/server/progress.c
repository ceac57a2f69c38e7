/*
 * How a run goes on by itself: the beats between its statuses.
 */
#include "json.h"
#include "model.h"
#include "object.h"
#include "run.h"
#include "speech.h"
#include "step.h"
#include "stream.h"

#include <stdlib.h>
#include <string.h>

static void beat_set(struct run *run, enum run_beat beat, int64_t at_ms)
{
	run->beat = beat;
	run->due_ms = at_ms + (run->streamed ? run->script->event_ms : 0);
}

static void speech_begin(struct run *run, enum speech_kind kind, cJSON *whole)
{
	run->speech =
		speech_new(kind, whole, run->script->piece_chars, run->script->interleave);
}

/* The call as the API shows it: its id comes first, and a function has no output yet. */
static cJSON *call_new(struct state *state, const cJSON *scripted)
{
	cJSON *call = cJSON_CreateObject();
	char *id = state_id(state, ID_CALL, NULL);

	json_set_text(call, "id", id);
	json_set_copy(call, "type", scripted);
	json_set_copy(call, json_text(scripted, "type"), scripted);
	if (json_get(call, "function"))
		json_set_null(json_get(call, "function"), "output");
	free(id);
	return call;
}

static void calls_begin(struct state *state, struct run *run, int64_t at_ms)
{
	cJSON *calls = cJSON_CreateArray();
	const cJSON *scripted;

	cJSON_ArrayForEach(scripted, cJSON_GetArrayItem(run->rounds, run->round))
		cJSON_AddItemToArray(calls, call_new(state, scripted));
	run->round++;
	step_begin(state, run, "tool_calls", cJSON_CreateArray(), at_ms);
	speech_begin(run, SPEECH_CALLS, calls);
	beat_set(run, BEAT_STEP_IN_PROGRESS, at_ms);
}

static cJSON *content_new(const struct run *run, const struct thread *thread)
{
	cJSON *content;
	char *text;

	if (run->script->messages)
		return cJSON_Duplicate(
			cJSON_GetArrayItem(run->script->messages, run->said), 1);
	content = cJSON_CreateArray();
	text = model_answer(run, thread);
	cJSON_AddItemToArray(content, content_text(text));
	free(text);
	return content;
}

static void answer_begin(
	struct state *state, struct thread *thread, struct run *run, int64_t at_ms)
{
	cJSON *content = content_new(run, thread), *creation = cJSON_CreateObject();
	struct item *message = message_begin(state, thread, run->item.json, at_ms);

	run->said++;
	json_set_text(creation, "message_id", json_text(message->json, "id"));
	step_begin(state, run, "message_creation", creation, at_ms);
	run->message = message;
	speech_begin(run, SPEECH_CONTENT, content);
	beat_set(run, BEAT_STEP_IN_PROGRESS, at_ms);
}

/* What the run waits for: its calls of functions, which show no output there. */
static cJSON *action_new(const cJSON *calls)
{
	cJSON *action = cJSON_CreateObject(), *submit = cJSON_CreateObject();
	cJSON *pending = cJSON_CreateArray(), *shown;
	const cJSON *call;

	cJSON_ArrayForEach(call, calls)
	{
		if (!json_get(call, "function"))
			continue;
		shown = cJSON_Duplicate(call, 1);
		cJSON_DeleteItemFromObjectCaseSensitive(json_get(shown, "function"), "output");
		cJSON_AddItemToArray(pending, shown);
	}
	json_set(submit, "tool_calls", pending);
	json_set_text(action, "type", "submit_tool_outputs");
	json_set(action, "submit_tool_outputs", submit);
	return action;
}

static bool calls_wait(const cJSON *calls)
{
	const cJSON *call;

	cJSON_ArrayForEach(call, calls)
	{
		if (json_get(call, "function"))
			return true;
	}
	return false;
}

static void calls_said(struct run *run, int64_t at_ms)
{
	cJSON *calls = cJSON_Duplicate(run->speech->whole, 1);

	json_set(json_get(run->step->json, "step_details"), "tool_calls", calls);
	speech_free(run->speech);
	run->speech = NULL;
	if (!calls_wait(calls)) {
		beat_set(run, BEAT_STEP_DONE, at_ms);
		return;
	}
	json_set(run->item.json, "required_action", action_new(calls));
	run_status_set(run, RUN_REQUIRES_ACTION, INT64_MAX);
	if (run->stream)
		stream_done(run->stream);
	if (run->failing)
		run->due_ms = at_ms;
}

/* How many messages the run begins, however it ends. */
static int messages_count(const struct run_script *script)
{
	if (script->end != END_COMPLETED && !script->unfinished &&
		(script->end != END_INCOMPLETE ||
			strcmp(script->end_code, "max_completion_tokens") != 0))
		return 0;
	return script->messages ? cJSON_GetArraySize(script->messages) : 1;
}

static void run_fail(struct state *state, struct thread *thread, struct run *run, const char *code,
	const char *message, int64_t at_ms)
{
	cJSON *error = cJSON_CreateObject();

	json_set_text(error, "code", code);
	json_set_text(error, "message", message);
	json_set(run->item.json, "last_error", error);
	run_finish(state, thread, run, RUN_FAILED, at_ms);
}

static void end_as_scripted(
	struct state *state, struct thread *thread, struct run *run, int64_t at_ms)
{
	const struct run_script *script = run->script;
	cJSON *details;

	switch (script->end) {
	case END_COMPLETED:
		run_finish(state, thread, run, RUN_COMPLETED, at_ms);
		break;
	case END_FAILED:
		run_fail(state, thread, run, script->end_code, script->end_message, at_ms);
		break;
	case END_INCOMPLETE:
		details = cJSON_CreateObject();
		json_set_text(details, "reason", script->end_code);
		json_set(run->item.json, "incomplete_details", details);
		run_finish(state, thread, run, RUN_INCOMPLETE, at_ms);
		break;
	case END_EXPIRED:
		run_finish(state, thread, run, RUN_EXPIRED, at_ms);
		break;
	case END_CANCELLED:
		run_finish(state, thread, run, RUN_CANCELLED, at_ms);
		break;
	}
}

static void message_said(
	struct state *state, struct thread *thread, struct run *run, int64_t at_ms)
{
	const struct run_script *script = run->script;
	bool last = run->said == messages_count(script);
	const char *reason = NULL;

	if (last && script->end == END_INCOMPLETE) {
		reason = strcmp(script->end_code, "content_filter") == 0 ? "content_filter"
									 : "max_tokens";
	} else if (last && script->unfinished && script->end != END_COMPLETED) {
		end_as_scripted(state, thread, run, at_ms);
		return;
	}
	step_message_end(state, run, reason, at_ms);
	beat_set(run, BEAT_STEP_DONE, at_ms);
}

static void speech_go_on(
	struct state *state, struct thread *thread, struct run *run, int64_t at_ms)
{
	cJSON *entries = run->streamed ? speech_next(run->speech) : NULL;
	cJSON *event, *delta, *details;

	if (!entries) {
		if (run->message)
			message_said(state, thread, run, at_ms);
		else
			calls_said(run, at_ms);
		return;
	}
	event = cJSON_CreateObject();
	delta = cJSON_CreateObject();
	if (run->message) {
		json_set_copy(event, "id", run->message->json);
		json_set_text(event, "object", "thread.message.delta");
		json_set(delta, "content", entries);
	} else {
		json_set_copy(event, "id", run->step->json);
		json_set_text(event, "object", "thread.run.step.delta");
		details = cJSON_CreateObject();
		json_set_text(details, "type", "tool_calls");
		json_set(details, "tool_calls", entries);
		json_set(delta, "step_details", details);
	}
	json_set(event, "delta", delta);
	run_event(run, run->message ? "thread.message" : "thread.run.step", "delta", event);
	cJSON_Delete(event);
	beat_set(run, BEAT_SPEECH, at_ms);
}

static void step_next(struct state *state, struct thread *thread, struct run *run, int64_t at_ms)
{
	/* A script may end with a round that has no call. */
	while (run->round < cJSON_GetArraySize(run->rounds) &&
		!cJSON_GetArrayItem(run->rounds, run->round)->child)
		run->round++;
	if (run->round < cJSON_GetArraySize(run->rounds))
		calls_begin(state, run, at_ms);
	else if (run->said < messages_count(run->script))
		answer_begin(state, thread, run, at_ms);
	else
		end_as_scripted(state, thread, run, at_ms);
}

static void beat_make(struct state *state, struct thread *thread, struct run *run, int64_t at_ms)
{
	switch (run->beat) {
	case BEAT_NEXT:
		step_next(state, thread, run, at_ms);
		break;
	case BEAT_STEP_IN_PROGRESS:
		run_event(run, "thread.run.step", "in_progress", run->step->json);
		beat_set(run, run->message ? BEAT_MESSAGE_CREATED : BEAT_SPEECH, at_ms);
		break;
	case BEAT_MESSAGE_CREATED:
		run_event(run, "thread.message", "created", run->message->json);
		beat_set(run, BEAT_MESSAGE_IN_PROGRESS, at_ms);
		break;
	case BEAT_MESSAGE_IN_PROGRESS:
		run_event(run, "thread.message", "in_progress", run->message->json);
		beat_set(run, BEAT_SPEECH, at_ms);
		break;
	case BEAT_SPEECH:
		speech_go_on(state, thread, run, at_ms);
		break;
	case BEAT_STEP_DONE:
		step_end(state, run, "completed", at_ms);
		beat_set(run, BEAT_NEXT, at_ms);
		break;
	}
}

int64_t run_next_ms(const struct run *run)
{
	if (!run_active(run))
		return INT64_MAX;
	if (run->status == RUN_CANCELLING)
		return run->due_ms;
	return run->due_ms < run->expires_ms ? run->due_ms : run->expires_ms;
}

void run_change(struct state *state, struct thread *thread, struct run *run)
{
	const struct run_script *script = run->script;
	int64_t at_ms = run_next_ms(run);

	if (at_ms == INT64_MAX)
		return;
	if (run->status == RUN_CANCELLING) {
		run_finish(state, thread, run, RUN_CANCELLED, at_ms);
	} else if (at_ms < run->due_ms) {
		run_finish(state, thread, run, RUN_EXPIRED, at_ms);
	} else if (run->failing) {
		run_fail(state, thread, run, script->break_code, script->break_message, at_ms);
	} else if (run->status == RUN_QUEUED) {
		json_set_number(run->item.json, "started_at", state_unix(state, at_ms));
		run_status_set(run, RUN_IN_PROGRESS, at_ms + script->in_progress_ms);
	} else {
		beat_make(state, thread, run, at_ms);
	}
}

void run_advance(struct state *state, struct thread *thread, int64_t now_ms)
{
	while (thread->active && run_next_ms(thread->active) <= now_ms)
		run_change(state, thread, thread->active);
}

void run_look(struct state *state, struct thread *thread, struct run *run, int64_t now_ms)
{
	if (run->script->looks == 0 || ++run->looks < run->script->looks)
		return;
	while (run->status == RUN_QUEUED || run->status == RUN_IN_PROGRESS) {
		run->due_ms = now_ms;
		run_change(state, thread, run);
	}
}
