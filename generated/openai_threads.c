/* Made by oac 0.1.0 from assistants.yaml (version 2.0.0). Don't edit: regenerate. */
#undef OAC_WARN_DEPRECATED /* the library itself may touch what is deprecated */
#include "openai_threads.h"

#include "openai_tables.h"

static const struct oac_field openai_create_thread_request_fields[] = {
	OAC_LIST_OF(struct openai_create_thread_request, messages, "messages", 0, openai_create_message_request_list),
	OAC_POINTER(struct openai_create_thread_request, tool_resources, "tool_resources", OAC_NULLABLE, openai_create_tool_resources),
	OAC_MAP_OF(struct openai_create_thread_request, metadata, "metadata", OAC_NULLABLE, oac_string_map),
};

const struct oac_object openai_create_thread_request_type = OAC_OBJECT_TYPE(openai_create_thread_request, openai_create_thread_request_fields, OAC_CLOSED);

OAC_TYPE_FUNCTIONS(openai_create_thread_request, OAC_KIND_OBJECT)

static const struct oac_field openai_modify_thread_request_fields[] = {
	OAC_POINTER(struct openai_modify_thread_request, tool_resources, "tool_resources", OAC_NULLABLE, openai_tool_resources),
	OAC_MAP_OF(struct openai_modify_thread_request, metadata, "metadata", OAC_NULLABLE, oac_string_map),
};

const struct oac_object openai_modify_thread_request_type = OAC_OBJECT_TYPE(openai_modify_thread_request, openai_modify_thread_request_fields, OAC_CLOSED);

OAC_TYPE_FUNCTIONS(openai_modify_thread_request, OAC_KIND_OBJECT)

static const struct oac_field openai_thread_deleted_fields[] = {
	OAC_STRING(struct openai_thread_deleted, id, "id", OAC_REQUIRED),
	OAC_FLAG(struct openai_thread_deleted, deleted, "deleted", OAC_REQUIRED),
	OAC_CONST("object", "\"thread.deleted\"", OAC_REQUIRED),
};

const struct oac_object openai_thread_deleted_type = OAC_OBJECT_TYPE(openai_thread_deleted, openai_thread_deleted_fields, 0);

OAC_TYPE_FUNCTIONS(openai_thread_deleted, OAC_KIND_OBJECT)
OAC_DONE_FUNCTION(openai_thread_deleted)

static const struct oac_field openai_create_thread_and_run_request_fields[] = {
	OAC_STRING(struct openai_create_thread_and_run_request, assistant_id, "assistant_id", OAC_REQUIRED),
	OAC_POINTER(struct openai_create_thread_and_run_request, thread, "thread", 0, openai_create_thread_request),
	OAC_STRING(struct openai_create_thread_and_run_request, model, "model", OAC_NULLABLE),
	OAC_STRING(struct openai_create_thread_and_run_request, instructions, "instructions", OAC_NULLABLE),
	OAC_LIST_OF(struct openai_create_thread_and_run_request, tools, "tools", OAC_NULLABLE, openai_assistant_tool_list),
	OAC_POINTER(struct openai_create_thread_and_run_request, tool_resources, "tool_resources", OAC_NULLABLE, openai_tool_resources),
	OAC_MAP_OF(struct openai_create_thread_and_run_request, metadata, "metadata", OAC_NULLABLE, oac_string_map),
	OAC_OPT_DOUBLE(struct openai_create_thread_and_run_request, temperature, "temperature", OAC_NULLABLE),
	OAC_OPT_DOUBLE(struct openai_create_thread_and_run_request, top_p, "top_p", OAC_NULLABLE),
	OAC_OPT_INT64(struct openai_create_thread_and_run_request, max_prompt_tokens, "max_prompt_tokens", OAC_NULLABLE),
	OAC_OPT_INT64(struct openai_create_thread_and_run_request, max_completion_tokens, "max_completion_tokens", OAC_NULLABLE),
	OAC_POINTER(struct openai_create_thread_and_run_request, truncation_strategy, "truncation_strategy", OAC_NULLABLE, openai_truncation_strategy),
	OAC_UNION(struct openai_create_thread_and_run_request, tool_choice, "tool_choice", OAC_NULLABLE, openai_tool_choice),
	OAC_OPT_FLAG(struct openai_create_thread_and_run_request, parallel_tool_calls, "parallel_tool_calls", 0),
	OAC_UNION(struct openai_create_thread_and_run_request, response_format, "response_format", OAC_NULLABLE, openai_response_format),
};

static const struct oac_limit openai_create_thread_and_run_request_limits[] = {
	OAC_NUMBER_LIMIT(4, 0, OAC_LIMIT_MOST, 20),
	OAC_NUMBER_LIMIT(7, 0, OAC_LIMIT_MINIMUM, 0),
	OAC_NUMBER_LIMIT(7, 0, OAC_LIMIT_MAXIMUM, 2),
	OAC_NUMBER_LIMIT(8, 0, OAC_LIMIT_MINIMUM, 0),
	OAC_NUMBER_LIMIT(8, 0, OAC_LIMIT_MAXIMUM, 1),
	OAC_NUMBER_LIMIT(9, 0, OAC_LIMIT_MINIMUM, 256),
	OAC_NUMBER_LIMIT(10, 0, OAC_LIMIT_MINIMUM, 256),
};

const struct oac_object openai_create_thread_and_run_request_type = OAC_LIMITED_OBJECT_TYPE(openai_create_thread_and_run_request, openai_create_thread_and_run_request_fields, OAC_CLOSED, openai_create_thread_and_run_request_limits);

OAC_TYPE_FUNCTIONS(openai_create_thread_and_run_request, OAC_KIND_OBJECT)

const struct oac_operation openai_threads_create_operation = {
	.id = "createThread",
	.method = "POST",
	.path = "/threads",
	.body_media = OAC_MEDIA_JSON,
	.request = &openai_create_thread_request_type,
	.response_media = OAC_MEDIA_JSON,
	.response = { &openai_thread_type, sizeof(struct openai_thread), OAC_KIND_OBJECT },
};

enum oac_status openai_threads_create(struct oac_client *client,
	const struct openai_create_thread_request *request,
	const struct oac_call_options *options,
	struct openai_thread **out,
	struct oac_error *err)
{
	void *result = NULL;
	enum oac_status status = oac_call(client, &openai_threads_create_operation,
		NULL, request, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status openai_threads_create_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct openai_create_thread_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_thread *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { openai_thread_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &openai_threads_create_operation,
		NULL, request, options, &then, async, err);
}

const struct oac_operation openai_threads_create_and_run_operation = {
	.id = "createThreadAndRun",
	.method = "POST",
	.path = "/threads/runs",
	.flags = OAC_BODY_REQUIRED,
	.body_media = OAC_MEDIA_JSON,
	.request = &openai_create_thread_and_run_request_type,
	.response_media = OAC_MEDIA_JSON,
	.response = { &openai_run_type, sizeof(struct openai_run), OAC_KIND_OBJECT },
};

enum oac_status openai_threads_create_and_run(struct oac_client *client,
	const struct openai_create_thread_and_run_request *request,
	const struct oac_call_options *options,
	struct openai_run **out,
	struct oac_error *err)
{
	void *result = NULL;
	enum oac_status status = oac_call(client, &openai_threads_create_and_run_operation,
		NULL, request, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status openai_threads_create_and_run_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct openai_create_thread_and_run_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_run *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { openai_run_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &openai_threads_create_and_run_operation,
		NULL, request, options, &then, async, err);
}

static const struct oac_streaming threads_create_and_run_raw_stream_streaming = {
	.event = { &openai_assistant_stream_event_type, sizeof(struct openai_assistant_stream_event), OAC_KIND_UNION },
	.name_key = "\"event\":",
	.data_key = "\"data\":",
	.format = OAC_STREAM_EVENTS,
};

const struct oac_operation openai_threads_create_and_run_raw_stream_operation = {
	.id = "createThreadAndRun",
	.method = "POST",
	.path = "/threads/runs",
	.flags = OAC_BODY_REQUIRED,
	.body_media = OAC_MEDIA_JSON,
	.request = &openai_create_thread_and_run_request_type,
	.accept = "text/event-stream",
	.streaming = &threads_create_and_run_raw_stream_streaming,
	.fixed = OAC_JSON("{\"stream\":true}"),
};

enum oac_status openai_threads_create_and_run_raw_stream(struct oac_client *client,
	const struct openai_create_thread_and_run_request *request,
	const struct oac_call_options *options,
	struct oac_stream **stream,
	struct oac_error *err)
{
	return oac_stream_open(client, &openai_threads_create_and_run_raw_stream_operation,
		NULL, request, options, stream, err);
}

enum oac_status openai_threads_create_and_run_raw_stream_each(struct oac_client *client,
	const struct openai_create_thread_and_run_request *request,
	const struct oac_call_options *options,
	int (*each)(void *user, const struct openai_assistant_stream_event *event),
	void *user,
	struct oac_error *err)
{
	struct oac_each to = { (oac_function *)each, user };

	return oac_stream_each(client, &openai_threads_create_and_run_raw_stream_operation,
		NULL, request, options, openai_assistant_stream_event_given, &to, err);
}

enum oac_status openai_threads_create_and_run_raw_stream_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct openai_create_thread_and_run_request *request,
	const struct oac_call_options *options,
	int (*each)(void *user, const struct openai_assistant_stream_event *event),
	void (*done)(void *user, enum oac_status status, const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_each to = { (oac_function *)each, user };
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_stream_async(loop, client, &openai_threads_create_and_run_raw_stream_operation,
		NULL, request, options, openai_assistant_stream_event_given, &to, &then, async, err);
}

const struct oac_operation openai_threads_retrieve_operation = {
	.id = "getThread",
	.method = "GET",
	.path = "/threads/{thread_id}",
	.response_media = OAC_MEDIA_JSON,
	.response = { &openai_thread_type, sizeof(struct openai_thread), OAC_KIND_OBJECT },
};

enum oac_status openai_threads_retrieve(struct oac_client *client,
	const char *thread_id,
	const struct oac_call_options *options,
	struct openai_thread **out,
	struct oac_error *err)
{
	const char *const path[] = { thread_id };
	void *result = NULL;
	enum oac_status status = oac_call(client, &openai_threads_retrieve_operation,
		path, NULL, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status openai_threads_retrieve_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_thread *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const char *const path[] = { thread_id };
	const struct oac_done then = { openai_thread_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &openai_threads_retrieve_operation,
		path, NULL, options, &then, async, err);
}

const struct oac_operation openai_threads_update_operation = {
	.id = "modifyThread",
	.method = "POST",
	.path = "/threads/{thread_id}",
	.flags = OAC_BODY_REQUIRED,
	.body_media = OAC_MEDIA_JSON,
	.request = &openai_modify_thread_request_type,
	.response_media = OAC_MEDIA_JSON,
	.response = { &openai_thread_type, sizeof(struct openai_thread), OAC_KIND_OBJECT },
};

enum oac_status openai_threads_update(struct oac_client *client,
	const char *thread_id,
	const struct openai_modify_thread_request *request,
	const struct oac_call_options *options,
	struct openai_thread **out,
	struct oac_error *err)
{
	const char *const path[] = { thread_id };
	void *result = NULL;
	enum oac_status status = oac_call(client, &openai_threads_update_operation,
		path, request, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status openai_threads_update_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const struct openai_modify_thread_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_thread *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const char *const path[] = { thread_id };
	const struct oac_done then = { openai_thread_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &openai_threads_update_operation,
		path, request, options, &then, async, err);
}

const struct oac_operation openai_threads_delete_operation = {
	.id = "deleteThread",
	.method = "DELETE",
	.path = "/threads/{thread_id}",
	.response_media = OAC_MEDIA_JSON,
	.response = { &openai_thread_deleted_type, sizeof(struct openai_thread_deleted), OAC_KIND_OBJECT },
};

enum oac_status openai_threads_delete(struct oac_client *client,
	const char *thread_id,
	const struct oac_call_options *options,
	struct openai_thread_deleted **out,
	struct oac_error *err)
{
	const char *const path[] = { thread_id };
	void *result = NULL;
	enum oac_status status = oac_call(client, &openai_threads_delete_operation,
		path, NULL, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status openai_threads_delete_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_thread_deleted *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const char *const path[] = { thread_id };
	const struct oac_done then = { openai_thread_deleted_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &openai_threads_delete_operation,
		path, NULL, options, &then, async, err);
}
