#include "run.h"
#include "json.h"
#include "model.h"
#include "object.h"
#include "step.h"
#include "stream.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

/* The request's member, else the assistant's, else the given one, which is taken over. */
static void member_choose(cJSON *run, const char *name, const cJSON *request,
	const cJSON *assistant, cJSON *otherwise)
{
	const cJSON *from = json_given(request, name)     ? request
			    : json_given(assistant, name) ? assistant
							  : NULL;

	if (from) {
		json_set_copy(run, name, from);
		cJSON_Delete(otherwise);
	} else {
		json_set(run, name, otherwise);
	}
}

static void instructions_set(cJSON *run, const cJSON *request, const cJSON *assistant)
{
	const char *more = json_text(request, "additional_instructions");
	char *joined;

	member_choose(run, "instructions", request, assistant, cJSON_CreateString(""));
	if (!more || !*more)
		return;
	joined = text_format("%s%s%s", json_text(run, "instructions"),
		*json_text(run, "instructions") ? "\n" : "", more);
	json_set_text(run, "instructions", joined);
	free(joined);
}

static cJSON *truncation_new(const cJSON *request)
{
	cJSON *truncation;

	if (json_given(request, "truncation_strategy")) {
		truncation = cJSON_Duplicate(json_get(request, "truncation_strategy"), 1);
	} else {
		truncation = cJSON_CreateObject();
		json_set_text(truncation, "type", "auto");
	}
	if (!json_get(truncation, "last_messages"))
		json_set_null(truncation, "last_messages");
	return truncation;
}

static bool rounds_hosted(const cJSON *rounds)
{
	const cJSON *round, *call;

	cJSON_ArrayForEach(round, rounds)
	{
		cJSON_ArrayForEach(call, round)
		{
			if (!json_get(call, "function"))
				return true;
		}
	}
	return false;
}

/* What is hosted is used first, unless the script says when. */
static void rounds_set(struct run *run, const struct thread *thread)
{
	cJSON *hosted = model_hosted(run->item.json);

	run->rounds = run->script->rounds ? cJSON_Duplicate(run->script->rounds, 1)
					  : model_rounds(run->item.json, thread);
	if (hosted && rounds_hosted(run->rounds))
		cJSON_Delete(hosted);
	else if (hosted)
		cJSON_InsertItemInArray(run->rounds, 0, hosted);
}

struct run *run_add(struct state *state, struct thread *thread, const cJSON *assistant,
	const cJSON *request, int64_t at_ms)
{
	static const char *const nulls[] = { "required_action", "last_error", "expires_at",
		"started_at", "cancelled_at", "failed_at", "completed_at", "incomplete_details" };
	struct run *run = (struct run *)(void *)state_add(
		state, &thread->runs, sizeof(*run), "thread.run", at_ms);
	cJSON *json = run->item.json;
	size_t i;

	run->steps.kind = ID_STEP;
	run->script = script_run(state->script, run->item.number);
	run->expires_ms = at_ms + run->script->expires_ms;
	json_set_text(json, "thread_id", json_text(thread->item.json, "id"));
	json_set_text(json, "assistant_id", json_text(assistant, "id"));
	run_status_set(run, RUN_QUEUED, at_ms + run->script->queued_ms);
	for (i = 0; i < sizeof(nulls) / sizeof(nulls[0]); i++)
		json_set_null(json, nulls[i]);
	json_set_number(json, "expires_at", state_unix(state, run->expires_ms));
	member_choose(json, "model", request, assistant, cJSON_CreateNull());
	instructions_set(json, request, assistant);
	member_choose(json, "tools", request, assistant, cJSON_CreateArray());
	metadata_set(json, request);
	json_set_null(json, "usage");
	member_choose(json, "temperature", request, assistant, cJSON_CreateNumber(1));
	member_choose(json, "top_p", request, assistant, cJSON_CreateNumber(1));
	json_set_copy(json, "max_prompt_tokens", request);
	json_set_copy(json, "max_completion_tokens", request);
	json_set(json, "truncation_strategy", truncation_new(request));
	member_choose(json, "tool_choice", request, NULL, cJSON_CreateString("auto"));
	member_choose(json, "parallel_tool_calls", request, NULL, cJSON_CreateTrue());
	member_choose(json, "response_format", request, assistant, cJSON_CreateString("auto"));
	rounds_set(run, thread);
	thread->active = run;
	return run;
}

struct stream *run_stream_new(
	struct thread *thread, struct run *run, bool thread_created, int64_t now_ms)
{
	struct stream *stream = stream_new(thread, run, now_ms);

	run->streamed = true;
	if (thread_created)
		run_event(run, "thread", "created", thread->item.json);
	run_event(run, "thread.run", "created", run->item.json);
	run_event(run, "thread.run", "queued", run->item.json);
	return stream;
}

bool run_active(const struct run *run)
{
	return run->status <= RUN_CANCELLING;
}

bool run_cancel(struct state *state, struct run *run, int64_t now_ms, struct answer *answer)
{
	(void)state;
	if (run->status > RUN_REQUIRES_ACTION)
		return answer_error(answer, 400, NULL, NULL, "Cannot cancel run with status '%s'.",
			json_text(run->item.json, "status"));
	json_set_null(run->item.json, "required_action");
	run_status_set(run, RUN_CANCELLING, now_ms + run->script->cancelling_ms);
	return true;
}

/* The object of the array whose member has that text; NULL when there is none. */
static cJSON *array_find(const cJSON *array, const char *member, const char *text)
{
	cJSON *item;

	cJSON_ArrayForEach(item, array)
	{
		if (strcmp(json_text(item, member), text) == 0)
			return item;
	}
	return NULL;
}

/* Each waiting call has to have one output, and each output its call. */
static bool outputs_check(const cJSON *calls, const cJSON *outputs, struct answer *answer)
{
	static const char param[] = "tool_outputs";
	const cJSON *output, *call;
	const char *id;

	cJSON_ArrayForEach(output, outputs)
	{
		id = json_text(output, "tool_call_id");
		if (!array_find(calls, "id", id))
			return answer_error(answer, 400, param, "invalid_value",
				"This run waits for no output of the tool call '%s'", id);
		if (array_find(outputs, "tool_call_id", id) != output)
			return answer_error(answer, 400, param, "invalid_value",
				"There are two outputs for the tool call '%s'", id);
	}
	cJSON_ArrayForEach(call, calls)
	{
		id = json_text(call, "id");
		if (!array_find(outputs, "tool_call_id", id))
			return answer_error(answer, 400, param, "invalid_value",
				"There is no output for the tool call '%s'", id);
	}
	return true;
}

static cJSON *calls_pending(const struct run *run)
{
	const cJSON *action = json_get(run->item.json, "required_action");

	return json_get(json_get(action, "submit_tool_outputs"), "tool_calls");
}

bool run_submit_check(const struct run *run, const cJSON *outputs, struct answer *answer)
{
	if (run->status != RUN_REQUIRES_ACTION)
		return answer_error(answer, 400, NULL, NULL,
			"Runs in status \"%s\" do not accept tool outputs.",
			json_text(run->item.json, "status"));
	return outputs_check(calls_pending(run), outputs, answer);
}

struct stream *run_submit(struct state *state, struct thread *thread, struct run *run,
	const cJSON *outputs, bool streamed, int64_t now_ms)
{
	struct stream *stream = streamed ? stream_new(thread, run, now_ms) : NULL;
	const cJSON *output;
	const char *text;
	cJSON *call;

	run->streamed = streamed;
	cJSON_ArrayForEach(output, outputs)
	{
		text = json_text(output, "output");
		call = array_find(step_calls(run->step), "id", json_text(output, "tool_call_id"));
		json_set_text(json_get(call, "function"), "output", text ? text : "");
	}
	step_end(state, run, "completed", now_ms);
	json_set_null(run->item.json, "required_action");
	if (streamed)
		run_status_set(run, RUN_QUEUED, now_ms);
	run->beat = BEAT_NEXT;
	run_status_set(run, RUN_IN_PROGRESS, now_ms + run->script->in_progress_ms);
	return stream;
}
