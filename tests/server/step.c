#include "step.h"
#include "json.h"
#include "model.h"
#include "object.h"
#include "speech.h"
#include "stream.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

static const char *const status_names[] = { "queued", "in_progress", "requires_action",
	"cancelling", "cancelled", "failed", "completed", "incomplete", "expired" };

void run_event(struct run *run, const char *object, const char *what, const cJSON *json)
{
	char *name, *data;

	if (!run->stream)
		return;
	name = text_format("%s.%s", object, what);
	data = cJSON_PrintUnformatted(json);
	stream_event(run->stream, name, data);
	free(name);
	free(data);
}

void run_status_set(struct run *run, enum run_status status, int64_t due_ms)
{
	run->status = status;
	run->due_ms = due_ms;
	json_set_text(run->item.json, "status", status_names[status]);
	run_event(run, "thread.run", status_names[status], run->item.json);
}

static cJSON *usage_new(double prompt, double completion)
{
	cJSON *usage = cJSON_CreateObject();

	json_set_number(usage, "prompt_tokens", prompt);
	json_set_number(usage, "completion_tokens", completion);
	json_set_number(usage, "total_tokens", prompt + completion);
	return usage;
}

cJSON *step_calls(const struct item *step)
{
	return json_get(json_get(step->json, "step_details"), "tool_calls");
}

void step_begin(struct state *state, struct run *run, const char *type, cJSON *details,
	int64_t at_ms)
{
	static const char *const nulls[] = { "last_error", "expired_at", "cancelled_at",
		"failed_at", "completed_at", "metadata", "usage" };
	struct item *step = state_add(state, &run->steps, sizeof(*step), "thread.run.step", at_ms);
	cJSON *all = cJSON_CreateObject();
	size_t i;

	json_set_copy(step->json, "assistant_id", run->item.json);
	json_set_copy(step->json, "thread_id", run->item.json);
	json_set_text(step->json, "run_id", json_text(run->item.json, "id"));
	json_set_text(step->json, "type", type);
	json_set_text(step->json, "status", "in_progress");
	json_set_text(all, "type", type);
	json_set(all, type, details);
	json_set(step->json, "step_details", all);
	for (i = 0; i < sizeof(nulls) / sizeof(nulls[0]); i++)
		json_set_null(step->json, nulls[i]);
	run->step = step;
	run_event(run, "thread.run.step", "created", step->json);
}

static double calls_tokens(const cJSON *calls)
{
	const cJSON *call, *arguments;
	double tokens = 0;

	cJSON_ArrayForEach(call, calls)
	{
		arguments = json_get(json_get(call, "function"), "arguments");
		tokens += arguments ? model_tokens(arguments->valuestring) : 2;
	}
	return tokens;
}

static double content_tokens(const cJSON *content)
{
	const cJSON *part;
	const char *text;
	double tokens = 0;

	cJSON_ArrayForEach(part, content)
	{
		text = json_text(json_get(part, "text"), "value");
		tokens += model_tokens(text ? text : "");
	}
	return tokens;
}

void step_end(struct state *state, struct run *run, const char *status, int64_t at_ms)
{
	const char *instructions = json_text(run->item.json, "instructions");
	struct item *step = run->step;
	char *when = text_format("%s_at", status);
	double tokens = 0;

	if (run->message)
		tokens = content_tokens(json_get(run->message->json, "content"));
	else if (strcmp(status, "completed") == 0)
		tokens = calls_tokens(step_calls(step));
	json_set_text(step->json, "status", status);
	json_set_number(step->json, when, state_unix(state, at_ms));
	json_set(step->json, "usage", usage_new(model_tokens(instructions), tokens));
	run_event(run, "thread.run.step", status, step->json);
	run->step = NULL;
	run->message = NULL;
	speech_free(run->speech);
	run->speech = NULL;
	free(when);
}

void step_message_end(
	struct state *state, struct run *run, const char *incomplete_reason, int64_t at_ms)
{
	cJSON *content;

	if (run->streamed && incomplete_reason)
		content = speech_so_far(run->speech);
	else
		content = cJSON_Duplicate(run->speech->whole, 1);
	message_end(state, run->message, content, incomplete_reason, at_ms);
	/* Nobody hears the end of what they did not hear begin. */
	if (run->beat == BEAT_SPEECH || run->beat == BEAT_MESSAGE_IN_PROGRESS)
		run_event(run, "thread.message", incomplete_reason ? "incomplete" : "completed",
			run->message->json);
}

/* The message and the step that the run leaves behind as it ends. */
static void step_interrupt(
	struct state *state, struct run *run, enum run_status status, int64_t at_ms)
{
	static const char *const reasons[] = { [RUN_CANCELLED] = "run_cancelled",
		[RUN_FAILED] = "run_failed", [RUN_EXPIRED] = "run_expired" };
	const char *ends = status_names[status];
	cJSON *calls = step_calls(run->step);

	if (run->message && strcmp(json_text(run->message->json, "status"), "in_progress") == 0)
		step_message_end(state, run, reasons[status], at_ms);
	else if (calls && run->speech)
		json_set(json_get(run->step->json, "step_details"), "tool_calls",
			speech_so_far(run->speech));
	if (status == RUN_FAILED)
		json_set_copy(run->step->json, "last_error", run->item.json);
	step_end(state, run, ends, at_ms);
}

void run_finish(struct state *state, struct thread *thread, struct run *run,
	enum run_status status, int64_t at_ms)
{
	double prompt = 0, completion = 0;
	const cJSON *usage;
	cJSON *json = run->item.json;
	char *when = text_format("%s_at", status_names[status]);
	size_t i;

	if (run->step)
		step_interrupt(state, run, status, at_ms);
	for (i = 0; i < run->steps.count; i++) {
		usage = json_get(run->steps.items[i]->json, "usage");
		prompt += cJSON_GetNumberValue(json_get(usage, "prompt_tokens"));
		completion += cJSON_GetNumberValue(json_get(usage, "completion_tokens"));
	}
	json_set(json, "usage", usage_new(prompt, completion));
	if (json_get(json, when)) /* a run has none for expired and incomplete */
		json_set_number(json, when, state_unix(state, at_ms));
	if (status != RUN_EXPIRED)
		json_set_null(json, "expires_at");
	json_set_null(json, "required_action");
	run_status_set(run, status, INT64_MAX);
	if (run->stream)
		stream_done(run->stream);
	if (thread->active == run)
		thread->active = NULL;
	free(when);
}
