#include "object.h"
#include "json.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

void metadata_set(cJSON *object, const cJSON *request)
{
	json_set(object, "metadata",
		json_given(request, "metadata") ? cJSON_Duplicate(json_get(request, "metadata"), 1)
						: cJSON_CreateObject());
}

/* A store that a request describes is shown by the id that it would have got. */
static void resources_set(struct state *state, cJSON *object, const cJSON *request)
{
	cJSON *search, *ids;
	char *id;

	json_set_copy(object, "tool_resources", request);
	search = json_get(json_get(object, "tool_resources"), "file_search");
	if (!json_get(search, "vector_stores"))
		return;
	ids = cJSON_CreateArray();
	if (cJSON_GetArraySize(json_get(search, "vector_stores")) > 0) {
		id = state_id(state, ID_VECTOR_STORE, NULL);
		cJSON_AddItemToArray(ids, cJSON_CreateString(id));
		free(id);
	}
	cJSON_DeleteItemFromObjectCaseSensitive(search, "vector_stores");
	json_set(search, "vector_store_ids", ids);
}

static void member_default(cJSON *object, const char *name, cJSON *value)
{
	if (json_given(object, name))
		cJSON_Delete(value);
	else
		json_set(object, name, value);
}

static void assistant_defaults(cJSON *json)
{
	member_default(json, "tools", cJSON_CreateArray());
	member_default(json, "temperature", cJSON_CreateNumber(1));
	member_default(json, "top_p", cJSON_CreateNumber(1));
	member_default(json, "response_format", cJSON_CreateString("auto"));
}

struct item *assistant_add(struct state *state, const cJSON *request, int64_t at_ms)
{
	static const char *const names[] = { "name", "description", "model", "instructions",
		"tools", "temperature", "top_p", "response_format" };
	struct item *assistant =
		state_add(state, &state->assistants, sizeof(*assistant), "assistant", at_ms);
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		json_set_copy(assistant->json, names[i], request);
	assistant_defaults(assistant->json);
	resources_set(state, assistant->json, request);
	metadata_set(assistant->json, request);
	return assistant;
}

void assistant_modify(struct state *state, struct item *assistant, const cJSON *request)
{
	const cJSON *member;

	cJSON_ArrayForEach(member, request)
	{
		if (strcmp(member->string, "metadata") == 0)
			metadata_set(assistant->json, request);
		else if (strcmp(member->string, "tool_resources") == 0)
			resources_set(state, assistant->json, request);
		else if (json_get(assistant->json, member->string))
			json_set_copy(assistant->json, member->string, request);
	}
	assistant_defaults(assistant->json);
}

struct thread *thread_add(struct state *state, const cJSON *request, int64_t at_ms)
{
	struct thread *thread = (struct thread *)(void *)state_add(
		state, &state->threads, sizeof(*thread), "thread", at_ms);
	const cJSON *message;

	thread->messages.kind = ID_MESSAGE;
	thread->runs.kind = ID_RUN;
	resources_set(state, thread->item.json, request);
	metadata_set(thread->item.json, request);
	cJSON_ArrayForEach(message, json_get(request, "messages"))
		message_add(state, thread, message, at_ms);
	return thread;
}

void thread_modify(struct state *state, struct thread *thread, const cJSON *request)
{
	if (json_get(request, "metadata"))
		metadata_set(thread->item.json, request);
	if (json_get(request, "tool_resources"))
		resources_set(state, thread->item.json, request);
}

cJSON *content_text(const char *value)
{
	cJSON *part = cJSON_CreateObject();
	cJSON *text = cJSON_CreateObject();

	json_set_text(part, "type", "text");
	json_set(part, "text", text);
	json_set_text(text, "value", value);
	json_set(text, "annotations", cJSON_CreateArray());
	return part;
}

static cJSON *content_part(const cJSON *request)
{
	const char *type = json_text(request, "type");
	cJSON *part;

	if (strcmp(type, "text") == 0)
		return content_text(json_text(request, "text"));
	part = cJSON_Duplicate(request, 1);
	member_default(json_get(part, type), "detail", cJSON_CreateString("auto"));
	return part;
}

struct item *message_add(
	struct state *state, struct thread *thread, const cJSON *request, int64_t at_ms)
{
	struct item *message =
		state_add(state, &thread->messages, sizeof(*message), "thread.message", at_ms);
	const cJSON *content = json_get(request, "content"), *part;
	cJSON *json = message->json, *parts = cJSON_CreateArray();

	json_set_text(json, "thread_id", json_text(thread->item.json, "id"));
	json_set_text(json, "status", "completed");
	json_set_null(json, "incomplete_details");
	json_set_number(json, "completed_at", state_unix(state, at_ms));
	json_set_null(json, "incomplete_at");
	json_set_text(json, "role", json_text(request, "role"));
	if (cJSON_IsString(content))
		cJSON_AddItemToArray(parts, content_text(content->valuestring));
	cJSON_ArrayForEach(part, content)
	{
		cJSON_AddItemToArray(parts, content_part(part));
	}
	json_set(json, "content", parts);
	json_set_null(json, "assistant_id");
	json_set_null(json, "run_id");
	json_set_copy(json, "attachments", request);
	member_default(json, "attachments", cJSON_CreateArray());
	metadata_set(json, request);
	return message;
}

struct item *message_begin(
	struct state *state, struct thread *thread, const cJSON *run, int64_t at_ms)
{
	cJSON *request = cJSON_CreateObject();
	struct item *message;

	json_set_text(request, "role", "assistant");
	message = message_add(state, thread, request, at_ms);
	cJSON_Delete(request);
	json_set_text(message->json, "assistant_id", json_text(run, "assistant_id"));
	json_set_text(message->json, "run_id", json_text(run, "id"));
	json_set_text(message->json, "status", "in_progress");
	json_set_null(message->json, "completed_at");
	return message;
}

void message_end(const struct state *state, struct item *message, cJSON *content,
	const char *incomplete_reason, int64_t at_ms)
{
	const char *status = incomplete_reason ? "incomplete" : "completed";
	char *when = text_format("%s_at", status);
	cJSON *details;

	json_set_text(message->json, "status", status);
	json_set_number(message->json, when, state_unix(state, at_ms));
	json_set(message->json, "content", content);
	if (incomplete_reason) {
		details = cJSON_CreateObject();
		json_set_text(details, "reason", incomplete_reason);
		json_set(message->json, "incomplete_details", details);
	}
	free(when);
}
