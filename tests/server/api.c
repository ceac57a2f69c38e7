#include "api.h"
#include "json.h"
#include "object.h"
#include "page.h"
#include "run.h"

#include <string.h>

/* The item with that id; NULL with a 404 in answer. */
static struct item *item_get(
	const struct list *list, const char *what, const char *id, struct answer *answer)
{
	struct item *item = list_find(list, id);

	if (!item)
		answer_error(answer, 404, NULL, NULL, "No %s found with id '%s'.", what, id);
	return item;
}

/* The thread in the path, with its runs as they are now. */
static struct thread *thread_get(
	struct state *state, const struct request *request, struct answer *answer)
{
	struct thread *thread = (struct thread *)(void *)item_get(
		&state->threads, "thread", request->ids[0], answer);

	if (thread)
		run_advance(state, thread, request->now_ms);
	return thread;
}

static struct run *run_get(struct state *state, const struct request *request,
	struct thread **thread, struct answer *answer)
{
	*thread = thread_get(state, request, answer);
	if (!*thread)
		return NULL;
	return (struct run *)(void *)item_get(&(*thread)->runs, "run", request->ids[1], answer);
}

static struct item *message_get(struct state *state, const struct request *request,
	struct thread **thread, struct answer *answer)
{
	*thread = thread_get(state, request, answer);
	return *thread ? item_get(&(*thread)->messages, "message", request->ids[1], answer) : NULL;
}

static void deleted_answer(
	struct list *list, struct item *item, const char *object, struct answer *answer)
{
	cJSON *deleted = cJSON_CreateObject();

	json_set_copy(deleted, "id", item->json);
	json_set_text(deleted, "object", object);
	json_set(deleted, "deleted", cJSON_CreateTrue());
	answer_json(answer, 200, deleted);
	cJSON_Delete(deleted);
	list_remove(list, item);
}

static void run_answer(const struct run *run, struct answer *answer)
{
	answer_json(answer, 200, run->item.json);
	if (run->script->poll_after)
		headers_set(&answer->headers, "openai-poll-after-ms", run->script->poll_after);
}

static bool stream_wanted(const struct request *request)
{
	return cJSON_IsTrue(json_get(request->json, "stream"));
}

static void run_begin(struct state *state, const struct request *request, struct thread *thread,
	const struct item *assistant, bool thread_created, struct answer *answer)
{
	struct run *run =
		run_add(state, thread, assistant->json, request->json, request->now_ms);

	if (stream_wanted(request))
		answer_stream(answer,
			run_stream_new(thread, run, thread_created, request->now_ms));
	else
		run_answer(run, answer);
}

/* The hosted API answers 400 here; a conflict says better what it is. */
static bool idle_check(const struct thread *thread, const char *what, struct answer *answer)
{
	if (!thread->active)
		return true;
	return answer_error(answer, 409, NULL, "thread_has_active_run",
		"Thread '%s' takes no new %s while its run '%s' is active.",
		json_text(thread->item.json, "id"), what,
		json_text(thread->active->item.json, "id"));
}

void api_assistants_list(struct state *state, const struct request *request, struct answer *answer)
{
	page_answer(&state->assistants, &request->query, answer);
}

void api_assistants_create(
	struct state *state, const struct request *request, struct answer *answer)
{
	answer_json(answer, 200, assistant_add(state, request->json, request->now_ms)->json);
}

void api_assistants_get(struct state *state, const struct request *request, struct answer *answer)
{
	struct item *assistant = item_get(&state->assistants, "assistant", request->ids[0], answer);

	if (assistant)
		answer_json(answer, 200, assistant->json);
}

void api_assistants_modify(
	struct state *state, const struct request *request, struct answer *answer)
{
	struct item *assistant = item_get(&state->assistants, "assistant", request->ids[0], answer);

	if (!assistant)
		return;
	assistant_modify(state, assistant, request->json);
	answer_json(answer, 200, assistant->json);
}

void api_assistants_delete(
	struct state *state, const struct request *request, struct answer *answer)
{
	struct item *assistant = item_get(&state->assistants, "assistant", request->ids[0], answer);

	if (assistant)
		deleted_answer(&state->assistants, assistant, "assistant.deleted", answer);
}

void api_threads_create(struct state *state, const struct request *request, struct answer *answer)
{
	answer_json(answer, 200, thread_add(state, request->json, request->now_ms)->item.json);
}

void api_threads_get(struct state *state, const struct request *request, struct answer *answer)
{
	struct thread *thread = thread_get(state, request, answer);

	if (thread)
		answer_json(answer, 200, thread->item.json);
}

void api_threads_modify(struct state *state, const struct request *request, struct answer *answer)
{
	struct thread *thread = thread_get(state, request, answer);

	if (!thread)
		return;
	thread_modify(state, thread, request->json);
	answer_json(answer, 200, thread->item.json);
}

void api_threads_delete(struct state *state, const struct request *request, struct answer *answer)
{
	struct thread *thread = thread_get(state, request, answer);

	if (thread)
		deleted_answer(&state->threads, &thread->item, "thread.deleted", answer);
}

void api_threads_run(struct state *state, const struct request *request, struct answer *answer)
{
	const char *id = json_text(request->json, "assistant_id");
	struct item *assistant = item_get(&state->assistants, "assistant", id, answer);
	struct thread *thread;

	if (!assistant)
		return;
	thread = thread_add(state, json_get(request->json, "thread"), request->now_ms);
	run_begin(state, request, thread, assistant, true, answer);
}

void api_messages_list(struct state *state, const struct request *request, struct answer *answer)
{
	struct thread *thread = thread_get(state, request, answer);

	if (thread)
		page_answer(&thread->messages, &request->query, answer);
}

void api_messages_create(struct state *state, const struct request *request, struct answer *answer)
{
	struct thread *thread = thread_get(state, request, answer);

	if (thread && idle_check(thread, "message", answer))
		answer_json(answer, 200,
			message_add(state, thread, request->json, request->now_ms)->json);
}

void api_messages_get(struct state *state, const struct request *request, struct answer *answer)
{
	struct thread *thread;
	struct item *message = message_get(state, request, &thread, answer);

	if (message)
		answer_json(answer, 200, message->json);
}

void api_messages_modify(struct state *state, const struct request *request, struct answer *answer)
{
	struct thread *thread;
	struct item *message = message_get(state, request, &thread, answer);

	if (!message)
		return;
	if (json_get(request->json, "metadata"))
		metadata_set(message->json, request->json);
	answer_json(answer, 200, message->json);
}

void api_messages_delete(struct state *state, const struct request *request, struct answer *answer)
{
	struct thread *thread;
	struct item *message = message_get(state, request, &thread, answer);

	if (message)
		deleted_answer(&thread->messages, message, "thread.message.deleted", answer);
}

void api_runs_list(struct state *state, const struct request *request, struct answer *answer)
{
	struct thread *thread = thread_get(state, request, answer);

	if (thread)
		page_answer(&thread->runs, &request->query, answer);
}

void api_runs_create(struct state *state, const struct request *request, struct answer *answer)
{
	const char *id = json_text(request->json, "assistant_id");
	struct thread *thread = thread_get(state, request, answer);
	struct item *assistant;
	const cJSON *message;

	if (!thread)
		return;
	assistant = item_get(&state->assistants, "assistant", id, answer);
	if (!assistant || !idle_check(thread, "run", answer))
		return;
	cJSON_ArrayForEach(message, json_get(request->json, "additional_messages"))
		message_add(state, thread, message, request->now_ms);
	run_begin(state, request, thread, assistant, false, answer);
}

void api_runs_get(struct state *state, const struct request *request, struct answer *answer)
{
	struct thread *thread;
	struct run *run = run_get(state, request, &thread, answer);

	if (!run)
		return;
	run_look(state, thread, run, request->now_ms);
	run_answer(run, answer);
}

void api_runs_modify(struct state *state, const struct request *request, struct answer *answer)
{
	struct thread *thread;
	struct run *run = run_get(state, request, &thread, answer);

	if (!run)
		return;
	if (json_get(request->json, "metadata"))
		metadata_set(run->item.json, request->json);
	run_answer(run, answer);
}

void api_runs_cancel(struct state *state, const struct request *request, struct answer *answer)
{
	struct thread *thread;
	struct run *run = run_get(state, request, &thread, answer);

	if (run && run_cancel(state, run, request->now_ms, answer))
		run_answer(run, answer);
}

void api_runs_submit(struct state *state, const struct request *request, struct answer *answer)
{
	struct thread *thread;
	struct run *run = run_get(state, request, &thread, answer);

	const cJSON *outputs = json_get(request->json, "tool_outputs");
	struct stream *stream;

	if (!run || !run_submit_check(run, outputs, answer))
		return;
	stream = run_submit(
		state, thread, run, outputs, stream_wanted(request), request->now_ms);
	if (stream)
		answer_stream(answer, stream);
	else
		run_answer(run, answer);
}

void api_steps_list(struct state *state, const struct request *request, struct answer *answer)
{
	struct thread *thread;
	struct run *run = run_get(state, request, &thread, answer);

	if (run)
		page_answer(&run->steps, &request->query, answer);
}

void api_steps_get(struct state *state, const struct request *request, struct answer *answer)
{
	struct thread *thread;
	struct run *run = run_get(state, request, &thread, answer);
	struct item *step = run ? item_get(&run->steps, "run step", request->ids[2], answer) : NULL;

	if (step)
		answer_json(answer, 200, step->json);
}
