#include "run.h"
#include "json.h"
#include "model.h"
#include "object.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

static const char *const status_names[] = { "queued", "in_progress", "requires_action",
	"cancelling", "cancelled", "failed", "completed", "incomplete", "expired" };

static void status_set(struct run *run, enum run_status status, int64_t due_ms)
{
	run->status = status;
	run->due_ms = due_ms;
	json_set_text(run->item.json, "status", status_names[status]);
}

static bool tools_have(const cJSON *run, const char *type)
{
	const cJSON *tool;

	cJSON_ArrayForEach(tool, json_get(run, "tools"))
	{
		if (strcmp(json_text(tool, "type"), type) == 0)
			return true;
	}
	return false;
}

static cJSON *usage_new(double prompt, double completion)
{
	cJSON *usage = cJSON_CreateObject();

	json_set_number(usage, "prompt_tokens", prompt);
	json_set_number(usage, "completion_tokens", completion);
	json_set_number(usage, "total_tokens", prompt + completion);
	return usage;
}

/* Takes details over. */
static struct item *step_add(
	struct state *state, struct run *run, const char *type, cJSON *details, int64_t at_ms)
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
	return step;
}

/* status is completed, cancelled, failed or expired: each has a member STATUS_at. */
static void step_end(struct state *state, const struct run *run, struct item *step,
	const char *status, double completion_tokens, int64_t at_ms)
{
	const char *instructions = json_text(run->item.json, "instructions");
	char *when = text_format("%s_at", status);

	json_set_text(step->json, "status", status);
	json_set_number(step->json, when, state_unix(state, at_ms));
	json_set(step->json, "usage", usage_new(model_tokens(instructions), completion_tokens));
	free(when);
}

static void hosted_call_add(struct state *state, cJSON *calls, const char *type, cJSON *details)
{
	cJSON *call = cJSON_CreateObject();
	char *id = state_id(state, ID_CALL, NULL);

	json_set_text(call, "id", id);
	json_set_text(call, "type", type);
	json_set(call, type, details);
	cJSON_AddItemToArray(calls, call);
	free(id);
}

/* code_interpreter and file_search run on the server's side, in one step of their own. */
static void hosted_tools_use(struct state *state, struct run *run, int64_t at_ms)
{
	bool code = tools_have(run->item.json, "code_interpreter");
	bool search = tools_have(run->item.json, "file_search");
	cJSON *calls, *details, *inner;
	struct item *step;

	if (run->hosted_done || (!code && !search))
		return;
	run->hosted_done = true;
	calls = cJSON_CreateArray();
	if (code) {
		details = cJSON_CreateObject();
		inner = cJSON_CreateObject();
		json_set_text(inner, "type", "logs");
		json_set_text(inner, "logs", "2");
		json_set_text(details, "input", "print(1 + 1)");
		json_set(details, "outputs", cJSON_CreateArray());
		cJSON_AddItemToArray(json_get(details, "outputs"), inner);
		hosted_call_add(state, calls, "code_interpreter", details);
	}
	if (search) {
		details = cJSON_CreateObject();
		inner = cJSON_CreateObject();
		json_set_text(inner, "ranker", "default_2024_08_21");
		json_set_number(inner, "score_threshold", 0);
		json_set(details, "ranking_options", inner);
		json_set(details, "results", cJSON_CreateArray());
		hosted_call_add(state, calls, "file_search", details);
	}
	step = step_add(state, run, "tool_calls", calls, at_ms);
	step_end(state, run, step, "completed", 4, at_ms);
}

/* The step that waits has output: null in each call; required_action shows no output. */
static void action_require(struct state *state, struct run *run, int64_t at_ms)
{
	const struct round *round = &run->rounds.items[run->round++];
	cJSON *pending = cJSON_CreateArray(), *shown, *calls, *call, *function, *action;
	size_t i;
	char *id;

	for (i = 0; i < round->count; i++) {
		id = state_id(state, ID_CALL, NULL);
		call = cJSON_CreateObject();
		function = cJSON_CreateObject();
		json_set_text(call, "id", id);
		json_set_text(call, "type", "function");
		json_set(call, "function", function);
		json_set_text(function, "name", round->calls[i].name);
		json_set_text(function, "arguments", round->calls[i].arguments);
		cJSON_AddItemToArray(pending, call);
		free(id);
	}
	calls = cJSON_Duplicate(pending, 1);
	cJSON_ArrayForEach(call, calls)
	{
		json_set_null(json_get(call, "function"), "output");
	}
	run->calls = step_add(state, run, "tool_calls", calls, at_ms);
	shown = cJSON_CreateObject();
	json_set(shown, "tool_calls", pending);
	action = cJSON_CreateObject();
	json_set_text(action, "type", "submit_tool_outputs");
	json_set(action, "submit_tool_outputs", shown);
	json_set(run->item.json, "required_action", action);
	status_set(run, RUN_REQUIRES_ACTION, INT64_MAX);
}

static void run_finish(struct state *state, struct thread *thread, struct run *run,
	enum run_status status, int64_t at_ms)
{
	double prompt = 0, completion = 0;
	const cJSON *usage;
	cJSON *json = run->item.json;
	char *when = text_format("%s_at", status_names[status]);
	size_t i;

	if (run->calls) {
		step_end(state, run, run->calls, status_names[status], 0, at_ms);
		run->calls = NULL;
	}
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
	status_set(run, status, INT64_MAX);
	if (thread->active == run)
		thread->active = NULL;
	free(when);
}

static void answer_give(struct state *state, struct thread *thread, struct run *run,
	const char *incomplete_reason, int64_t at_ms)
{
	char *text = model_answer(run, thread);
	struct item *message =
		message_add_answer(state, thread, run->item.json, text, incomplete_reason, at_ms);
	cJSON *creation = cJSON_CreateObject();
	struct item *step;

	json_set_text(creation, "message_id", json_text(message->json, "id"));
	step = step_add(state, run, "message_creation", creation, at_ms);
	step_end(state, run, step, "completed", model_tokens(text), at_ms);
	free(text);
}

static void end_as_scripted(
	struct state *state, struct thread *thread, struct run *run, int64_t at_ms)
{
	const struct run_script *script = run->script;
	cJSON *details = NULL;

	switch (script->end) {
	case END_COMPLETED:
		answer_give(state, thread, run, NULL, at_ms);
		run_finish(state, thread, run, RUN_COMPLETED, at_ms);
		break;
	case END_FAILED:
		details = cJSON_CreateObject();
		json_set_text(details, "code", script->end_code);
		json_set_text(details, "message", script->end_message);
		json_set(run->item.json, "last_error", details);
		run_finish(state, thread, run, RUN_FAILED, at_ms);
		break;
	case END_INCOMPLETE:
		details = cJSON_CreateObject();
		json_set_text(details, "reason", script->end_code);
		json_set(run->item.json, "incomplete_details", details);
		if (strcmp(script->end_code, "max_completion_tokens") == 0)
			answer_give(state, thread, run, "max_tokens", at_ms);
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
	status_set(run, RUN_QUEUED, at_ms + run->script->queued_ms);
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
	if (run->script->calls_given)
		rounds_copy(&run->rounds, &run->script->rounds);
	else
		model_rounds(&run->rounds, json, thread);
	thread->active = run;
	return run;
}

bool run_active(const struct run *run)
{
	return run->status <= RUN_CANCELLING;
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
	int64_t at_ms = run_next_ms(run);

	if (at_ms == INT64_MAX)
		return;
	if (run->status == RUN_CANCELLING) {
		run_finish(state, thread, run, RUN_CANCELLED, at_ms);
	} else if (at_ms < run->due_ms) {
		run_finish(state, thread, run, RUN_EXPIRED, at_ms);
	} else if (run->status == RUN_QUEUED) {
		json_set_number(run->item.json, "started_at", state_unix(state, at_ms));
		status_set(run, RUN_IN_PROGRESS, at_ms + run->script->in_progress_ms);
	} else {
		hosted_tools_use(state, run, at_ms);
		if (run->round < run->rounds.count)
			action_require(state, run, at_ms);
		else
			end_as_scripted(state, thread, run, at_ms);
	}
}

void run_advance(struct state *state, struct thread *thread, int64_t now_ms)
{
	while (thread->active && run_next_ms(thread->active) <= now_ms)
		run_change(state, thread, thread->active);
}

bool run_cancel(struct state *state, struct run *run, int64_t now_ms, struct answer *answer)
{
	if (run->status > RUN_REQUIRES_ACTION)
		return answer_error(answer, 400, NULL, NULL, "Cannot cancel run with status '%s'.",
			status_names[run->status]);
	if (run->calls) {
		step_end(state, run, run->calls, "cancelled", 0, now_ms);
		run->calls = NULL;
	}
	json_set_null(run->item.json, "required_action");
	status_set(run, RUN_CANCELLING, now_ms + run->script->cancelling_ms);
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

bool run_submit(struct state *state, struct run *run, const cJSON *outputs, int64_t now_ms,
	struct answer *answer)
{
	cJSON *calls, *function;
	const cJSON *output;
	const char *text;
	double tokens = 0;

	if (run->status != RUN_REQUIRES_ACTION)
		return answer_error(answer, 400, NULL, NULL,
			"Runs in status \"%s\" do not accept tool outputs.",
			status_names[run->status]);
	calls = json_get(json_get(run->calls->json, "step_details"), "tool_calls");
	if (!outputs_check(calls, outputs, answer))
		return false;
	cJSON_ArrayForEach(output, outputs)
	{
		text = json_text(output, "output");
		function = json_get(
			array_find(calls, "id", json_text(output, "tool_call_id")), "function");
		json_set_text(function, "output", text ? text : "");
		tokens += model_tokens(json_text(function, "arguments"));
	}
	step_end(state, run, run->calls, "completed", tokens, now_ms);
	run->calls = NULL;
	json_set_null(run->item.json, "required_action");
	status_set(run, RUN_IN_PROGRESS, now_ms + run->script->in_progress_ms);
	return true;
}
