/* Made by oac 0.1.0 from assistants.yaml (version 2.0.0). Don't edit: regenerate. */
#undef OAC_WARN_DEPRECATED /* the library itself may touch what is deprecated */
#include "openai_runs.h"

#include "openai_tables.h"
#include "oac_page.h"

const struct oac_list openai_run_list_type = OAC_LIST_TYPE(openai_run_list, OAC_KIND_OBJECT, &openai_run_type);

static const struct oac_field openai_run_page_fields[] = {
	OAC_STRING(struct openai_run_page, object, "object", OAC_REQUIRED),
	OAC_LIST_OF(struct openai_run_page, data, "data", OAC_REQUIRED, openai_run_list),
	OAC_STRING(struct openai_run_page, first_id, "first_id", OAC_REQUIRED),
	OAC_STRING(struct openai_run_page, last_id, "last_id", OAC_REQUIRED),
	OAC_FLAG(struct openai_run_page, has_more, "has_more", OAC_REQUIRED),
};

const struct oac_object openai_run_page_type = OAC_OBJECT_TYPE(openai_run_page, openai_run_page_fields, 0);

OAC_TYPE_FUNCTIONS(openai_run_page, OAC_KIND_OBJECT)
OAC_DONE_FUNCTION(openai_run_page)

static const struct oac_field openai_create_run_request_fields[] = {
	OAC_STRING(struct openai_create_run_request, assistant_id, "assistant_id", OAC_REQUIRED),
	OAC_STRING(struct openai_create_run_request, model, "model", OAC_NULLABLE),
	OAC_ENUM(struct openai_create_run_request, reasoning_effort, "reasoning_effort", OAC_NULLABLE, openai_reasoning_effort),
	OAC_STRING(struct openai_create_run_request, instructions, "instructions", OAC_NULLABLE),
	OAC_STRING(struct openai_create_run_request, additional_instructions, "additional_instructions", OAC_NULLABLE),
	OAC_LIST_OF(struct openai_create_run_request, additional_messages, "additional_messages", OAC_NULLABLE, openai_create_message_request_list),
	OAC_LIST_OF(struct openai_create_run_request, tools, "tools", OAC_NULLABLE, openai_assistant_tool_list),
	OAC_MAP_OF(struct openai_create_run_request, metadata, "metadata", OAC_NULLABLE, oac_string_map),
	OAC_OPT_DOUBLE(struct openai_create_run_request, temperature, "temperature", OAC_NULLABLE),
	OAC_OPT_DOUBLE(struct openai_create_run_request, top_p, "top_p", OAC_NULLABLE),
	OAC_OPT_INT64(struct openai_create_run_request, max_prompt_tokens, "max_prompt_tokens", OAC_NULLABLE),
	OAC_OPT_INT64(struct openai_create_run_request, max_completion_tokens, "max_completion_tokens", OAC_NULLABLE),
	OAC_POINTER(struct openai_create_run_request, truncation_strategy, "truncation_strategy", OAC_NULLABLE, openai_truncation_strategy),
	OAC_UNION(struct openai_create_run_request, tool_choice, "tool_choice", OAC_NULLABLE, openai_tool_choice),
	OAC_OPT_FLAG(struct openai_create_run_request, parallel_tool_calls, "parallel_tool_calls", 0),
	OAC_UNION(struct openai_create_run_request, response_format, "response_format", OAC_NULLABLE, openai_response_format),
	OAC_LIST_OF(struct openai_create_run_request, include, "include[]", OAC_IN_QUERY, openai_run_step_include_item_list),
};

static const struct oac_limit openai_create_run_request_limits[] = {
	OAC_NUMBER_LIMIT(6, 0, OAC_LIMIT_MOST, 20),
	OAC_NUMBER_LIMIT(8, 0, OAC_LIMIT_MINIMUM, 0),
	OAC_NUMBER_LIMIT(8, 0, OAC_LIMIT_MAXIMUM, 2),
	OAC_NUMBER_LIMIT(9, 0, OAC_LIMIT_MINIMUM, 0),
	OAC_NUMBER_LIMIT(9, 0, OAC_LIMIT_MAXIMUM, 1),
	OAC_NUMBER_LIMIT(10, 0, OAC_LIMIT_MINIMUM, 256),
	OAC_NUMBER_LIMIT(11, 0, OAC_LIMIT_MINIMUM, 256),
};

const struct oac_object openai_create_run_request_type = OAC_LIMITED_OBJECT_TYPE(openai_create_run_request, openai_create_run_request_fields, OAC_CLOSED, openai_create_run_request_limits);

OAC_TYPE_FUNCTIONS(openai_create_run_request, OAC_KIND_OBJECT)

static const struct oac_field openai_modify_run_request_fields[] = {
	OAC_MAP_OF(struct openai_modify_run_request, metadata, "metadata", OAC_NULLABLE, oac_string_map),
};

const struct oac_object openai_modify_run_request_type = OAC_OBJECT_TYPE(openai_modify_run_request, openai_modify_run_request_fields, OAC_CLOSED);

OAC_TYPE_FUNCTIONS(openai_modify_run_request, OAC_KIND_OBJECT)

const struct oac_list openai_tool_output_list_type = OAC_LIST_TYPE(openai_tool_output_list, OAC_KIND_OBJECT, &openai_tool_output_type);

static const struct oac_field openai_submit_tool_outputs_request_fields[] = {
	OAC_LIST_OF(struct openai_submit_tool_outputs_request, tool_outputs, "tool_outputs", OAC_REQUIRED, openai_tool_output_list),
};

const struct oac_object openai_submit_tool_outputs_request_type = OAC_OBJECT_TYPE(openai_submit_tool_outputs_request, openai_submit_tool_outputs_request_fields, OAC_CLOSED);

OAC_TYPE_FUNCTIONS(openai_submit_tool_outputs_request, OAC_KIND_OBJECT)

static const struct oac_field openai_tool_output_fields[] = {
	OAC_STRING(struct openai_tool_output, tool_call_id, "tool_call_id", 0),
	OAC_STRING(struct openai_tool_output, output, "output", 0),
};

const struct oac_object openai_tool_output_type = OAC_OBJECT_TYPE(openai_tool_output, openai_tool_output_fields, 0);

OAC_TYPE_FUNCTIONS(openai_tool_output, OAC_KIND_OBJECT)

static const struct oac_field openai_list_runs_request_fields[] = {
	OAC_OPT_INT64(struct openai_list_runs_request, limit, "limit", OAC_IN_QUERY),
	OAC_ENUM(struct openai_list_runs_request, order, "order", OAC_IN_QUERY, openai_list_order),
	OAC_STRING(struct openai_list_runs_request, after, "after", OAC_IN_QUERY),
	OAC_STRING(struct openai_list_runs_request, before, "before", OAC_IN_QUERY),
};

const struct oac_object openai_list_runs_request_type = OAC_OBJECT_TYPE(openai_list_runs_request, openai_list_runs_request_fields, 0);

const struct oac_operation openai_runs_list_operation = {
	.id = "listRuns",
	.method = "GET",
	.path = "/threads/{thread_id}/runs",
	.request = &openai_list_runs_request_type,
	.response_media = OAC_MEDIA_JSON,
	.response = { &openai_run_page_type, sizeof(struct openai_run_page), OAC_KIND_OBJECT },
};

enum oac_status openai_runs_list(struct oac_client *client,
	const char *thread_id,
	const struct openai_list_runs_request *request,
	const struct oac_call_options *options,
	struct openai_run_page **out,
	struct oac_error *err)
{
	const char *const path[] = { thread_id };
	void *result = NULL;
	enum oac_status status = oac_call(client, &openai_runs_list_operation,
		path, request, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status openai_runs_list_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const struct openai_list_runs_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_run_page *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const char *const path[] = { thread_id };
	const struct oac_done then = { openai_run_page_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &openai_runs_list_operation,
		path, request, options, &then, async, err);
}

static const struct oac_paging runs_list_paging = OAC_PAGING(struct openai_list_runs_request, after,
	struct openai_run_page, data, has_more, struct openai_run, id);

enum oac_status openai_runs_list_each(struct oac_client *client,
	const char *thread_id,
	const struct openai_list_runs_request *request,
	const struct oac_call_options *options,
	int (*each)(void *user, const struct openai_run *item),
	void *user,
	struct oac_error *err)
{
	const char *const path[] = { thread_id };
	struct oac_each to = { (oac_function *)each, user };

	return oac_page_each(client, &openai_runs_list_operation, &runs_list_paging,
		path, request, options, openai_run_given, &to, err);
}

enum oac_status openai_runs_list_each_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const struct openai_list_runs_request *request,
	const struct oac_call_options *options,
	int (*each)(void *user, const struct openai_run *item),
	void (*done)(void *user, enum oac_status status, const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const char *const path[] = { thread_id };
	const struct oac_each to = { (oac_function *)each, user };
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_page_each_async(loop, client, &openai_runs_list_operation, &runs_list_paging,
		path, request, options, openai_run_given, &to, &then, async, err);
}

enum oac_status openai_runs_list_pages(struct oac_client *client,
	const char *thread_id,
	const struct openai_list_runs_request *request,
	const struct oac_call_options *options,
	struct oac_pager **pager,
	struct oac_error *err)
{
	const char *const path[] = { thread_id };

	return oac_pager_open(client, &openai_runs_list_operation, &runs_list_paging,
		path, request, options, pager, err);
}

enum oac_status openai_runs_list_next_page(struct oac_pager *pager,
	const struct openai_run_page **page, struct oac_error *err)
{
	const void *value;
	enum oac_status status = oac_pager_next(pager, &openai_runs_list_operation, &value, err);

	*page = value;
	return status;
}

enum oac_status openai_runs_list_next(struct oac_pager *pager,
	const struct openai_run **item, struct oac_error *err)
{
	const void *value;
	enum oac_status status = oac_pager_next_item(pager, &openai_runs_list_operation, &value, err);

	*item = value;
	return status;
}

const struct oac_operation openai_runs_create_operation = {
	.id = "createRun",
	.method = "POST",
	.path = "/threads/{thread_id}/runs",
	.flags = OAC_BODY_REQUIRED,
	.body_media = OAC_MEDIA_JSON,
	.request = &openai_create_run_request_type,
	.response_media = OAC_MEDIA_JSON,
	.response = { &openai_run_type, sizeof(struct openai_run), OAC_KIND_OBJECT },
};

enum oac_status openai_runs_create(struct oac_client *client,
	const char *thread_id,
	const struct openai_create_run_request *request,
	const struct oac_call_options *options,
	struct openai_run **out,
	struct oac_error *err)
{
	const char *const path[] = { thread_id };
	void *result = NULL;
	enum oac_status status = oac_call(client, &openai_runs_create_operation,
		path, request, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status openai_runs_create_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const struct openai_create_run_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_run *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const char *const path[] = { thread_id };
	const struct oac_done then = { openai_run_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &openai_runs_create_operation,
		path, request, options, &then, async, err);
}

static const struct oac_streaming runs_create_stream_streaming = {
	.event = { &openai_assistant_stream_event_type, sizeof(struct openai_assistant_stream_event), OAC_KIND_UNION },
	.name_key = "\"event\":",
	.data_key = "\"data\":",
	.format = OAC_STREAM_EVENTS,
};

const struct oac_operation openai_runs_create_stream_operation = {
	.id = "createRun",
	.method = "POST",
	.path = "/threads/{thread_id}/runs",
	.flags = OAC_BODY_REQUIRED,
	.body_media = OAC_MEDIA_JSON,
	.request = &openai_create_run_request_type,
	.accept = "text/event-stream",
	.streaming = &runs_create_stream_streaming,
	.fixed = OAC_JSON("{\"stream\":true}"),
};

enum oac_status openai_runs_create_stream(struct oac_client *client,
	const char *thread_id,
	const struct openai_create_run_request *request,
	const struct oac_call_options *options,
	struct oac_stream **stream,
	struct oac_error *err)
{
	const char *const path[] = { thread_id };

	return oac_stream_open(client, &openai_runs_create_stream_operation,
		path, request, options, stream, err);
}

enum oac_status openai_runs_create_stream_each(struct oac_client *client,
	const char *thread_id,
	const struct openai_create_run_request *request,
	const struct oac_call_options *options,
	int (*each)(void *user, const struct openai_assistant_stream_event *event),
	void *user,
	struct oac_error *err)
{
	const char *const path[] = { thread_id };
	struct oac_each to = { (oac_function *)each, user };

	return oac_stream_each(client, &openai_runs_create_stream_operation,
		path, request, options, openai_assistant_stream_event_given, &to, err);
}

enum oac_status openai_runs_create_stream_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const struct openai_create_run_request *request,
	const struct oac_call_options *options,
	int (*each)(void *user, const struct openai_assistant_stream_event *event),
	void (*done)(void *user, enum oac_status status, const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const char *const path[] = { thread_id };
	const struct oac_each to = { (oac_function *)each, user };
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_stream_async(loop, client, &openai_runs_create_stream_operation,
		path, request, options, openai_assistant_stream_event_given, &to, &then, async, err);
}

const struct oac_operation openai_runs_retrieve_operation = {
	.id = "getRun",
	.method = "GET",
	.path = "/threads/{thread_id}/runs/{run_id}",
	.response_media = OAC_MEDIA_JSON,
	.response = { &openai_run_type, sizeof(struct openai_run), OAC_KIND_OBJECT },
};

enum oac_status openai_runs_retrieve(struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const struct oac_call_options *options,
	struct openai_run **out,
	struct oac_error *err)
{
	const char *const path[] = { thread_id, run_id };
	void *result = NULL;
	enum oac_status status = oac_call(client, &openai_runs_retrieve_operation,
		path, NULL, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status openai_runs_retrieve_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_run *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const char *const path[] = { thread_id, run_id };
	const struct oac_done then = { openai_run_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &openai_runs_retrieve_operation,
		path, NULL, options, &then, async, err);
}

const struct oac_operation openai_runs_update_operation = {
	.id = "modifyRun",
	.method = "POST",
	.path = "/threads/{thread_id}/runs/{run_id}",
	.flags = OAC_BODY_REQUIRED,
	.body_media = OAC_MEDIA_JSON,
	.request = &openai_modify_run_request_type,
	.response_media = OAC_MEDIA_JSON,
	.response = { &openai_run_type, sizeof(struct openai_run), OAC_KIND_OBJECT },
};

enum oac_status openai_runs_update(struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const struct openai_modify_run_request *request,
	const struct oac_call_options *options,
	struct openai_run **out,
	struct oac_error *err)
{
	const char *const path[] = { thread_id, run_id };
	void *result = NULL;
	enum oac_status status = oac_call(client, &openai_runs_update_operation,
		path, request, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status openai_runs_update_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const struct openai_modify_run_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_run *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const char *const path[] = { thread_id, run_id };
	const struct oac_done then = { openai_run_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &openai_runs_update_operation,
		path, request, options, &then, async, err);
}

const struct oac_operation openai_runs_cancel_operation = {
	.id = "cancelRun",
	.method = "POST",
	.path = "/threads/{thread_id}/runs/{run_id}/cancel",
	.response_media = OAC_MEDIA_JSON,
	.response = { &openai_run_type, sizeof(struct openai_run), OAC_KIND_OBJECT },
};

enum oac_status openai_runs_cancel(struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const struct oac_call_options *options,
	struct openai_run **out,
	struct oac_error *err)
{
	const char *const path[] = { thread_id, run_id };
	void *result = NULL;
	enum oac_status status = oac_call(client, &openai_runs_cancel_operation,
		path, NULL, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status openai_runs_cancel_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_run *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const char *const path[] = { thread_id, run_id };
	const struct oac_done then = { openai_run_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &openai_runs_cancel_operation,
		path, NULL, options, &then, async, err);
}

const struct oac_operation openai_runs_submit_tool_outputs_operation = {
	.id = "submitToolOuputsToRun",
	.method = "POST",
	.path = "/threads/{thread_id}/runs/{run_id}/submit_tool_outputs",
	.flags = OAC_BODY_REQUIRED,
	.body_media = OAC_MEDIA_JSON,
	.request = &openai_submit_tool_outputs_request_type,
	.response_media = OAC_MEDIA_JSON,
	.response = { &openai_run_type, sizeof(struct openai_run), OAC_KIND_OBJECT },
};

enum oac_status openai_runs_submit_tool_outputs(struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const struct openai_submit_tool_outputs_request *request,
	const struct oac_call_options *options,
	struct openai_run **out,
	struct oac_error *err)
{
	const char *const path[] = { thread_id, run_id };
	void *result = NULL;
	enum oac_status status = oac_call(client, &openai_runs_submit_tool_outputs_operation,
		path, request, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status openai_runs_submit_tool_outputs_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const struct openai_submit_tool_outputs_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_run *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const char *const path[] = { thread_id, run_id };
	const struct oac_done then = { openai_run_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &openai_runs_submit_tool_outputs_operation,
		path, request, options, &then, async, err);
}

static const struct oac_streaming runs_submit_tool_outputs_raw_stream_streaming = {
	.event = { &openai_assistant_stream_event_type, sizeof(struct openai_assistant_stream_event), OAC_KIND_UNION },
	.name_key = "\"event\":",
	.data_key = "\"data\":",
	.format = OAC_STREAM_EVENTS,
};

const struct oac_operation openai_runs_submit_tool_outputs_raw_stream_operation = {
	.id = "submitToolOuputsToRun",
	.method = "POST",
	.path = "/threads/{thread_id}/runs/{run_id}/submit_tool_outputs",
	.flags = OAC_BODY_REQUIRED,
	.body_media = OAC_MEDIA_JSON,
	.request = &openai_submit_tool_outputs_request_type,
	.accept = "text/event-stream",
	.streaming = &runs_submit_tool_outputs_raw_stream_streaming,
	.fixed = OAC_JSON("{\"stream\":true}"),
};

enum oac_status openai_runs_submit_tool_outputs_raw_stream(struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const struct openai_submit_tool_outputs_request *request,
	const struct oac_call_options *options,
	struct oac_stream **stream,
	struct oac_error *err)
{
	const char *const path[] = { thread_id, run_id };

	return oac_stream_open(client, &openai_runs_submit_tool_outputs_raw_stream_operation,
		path, request, options, stream, err);
}

enum oac_status openai_runs_submit_tool_outputs_raw_stream_each(struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const struct openai_submit_tool_outputs_request *request,
	const struct oac_call_options *options,
	int (*each)(void *user, const struct openai_assistant_stream_event *event),
	void *user,
	struct oac_error *err)
{
	const char *const path[] = { thread_id, run_id };
	struct oac_each to = { (oac_function *)each, user };

	return oac_stream_each(client, &openai_runs_submit_tool_outputs_raw_stream_operation,
		path, request, options, openai_assistant_stream_event_given, &to, err);
}

enum oac_status openai_runs_submit_tool_outputs_raw_stream_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const struct openai_submit_tool_outputs_request *request,
	const struct oac_call_options *options,
	int (*each)(void *user, const struct openai_assistant_stream_event *event),
	void (*done)(void *user, enum oac_status status, const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const char *const path[] = { thread_id, run_id };
	const struct oac_each to = { (oac_function *)each, user };
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_stream_async(loop, client, &openai_runs_submit_tool_outputs_raw_stream_operation,
		path, request, options, openai_assistant_stream_event_given, &to, &then, async, err);
}
