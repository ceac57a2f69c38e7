/* Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate. */
#undef OAC_WARN_DEPRECATED /* the library itself may touch what is deprecated */
#include "answers_api.h"

#include "answers_tables.h"

static const struct oac_field answers_thing_fields[] = {
	OAC_STRING(struct answers_thing, id, "id", 0),
};

const struct oac_object answers_thing_type = OAC_OBJECT_TYPE(answers_thing, answers_thing_fields, 0);

OAC_TYPE_FUNCTIONS(answers_thing, OAC_KIND_OBJECT)
OAC_DONE_FUNCTION(answers_thing)

static const struct oac_field answers_problem_fields[] = {
	OAC_STRING(struct answers_problem, title, "title", 0),
};

const struct oac_object answers_problem_type = OAC_OBJECT_TYPE(answers_problem, answers_problem_fields, 0);

OAC_TYPE_FUNCTIONS(answers_problem, OAC_KIND_OBJECT)

static const struct oac_field answers_not_found_response_fields[] = {
	OAC_STRING(struct answers_not_found_response, id, "id", OAC_REQUIRED),
};

const struct oac_object answers_not_found_response_type = OAC_OBJECT_TYPE(answers_not_found_response, answers_not_found_response_fields, 0);

OAC_TYPE_FUNCTIONS(answers_not_found_response, OAC_KIND_OBJECT)

const struct oac_list answers_thing_list_type = OAC_LIST_TYPE(answers_thing_list, OAC_KIND_OBJECT, &answers_thing_type);

OAC_TYPE_FUNCTIONS(answers_thing_list, OAC_KIND_LIST)

static const struct oac_field answers_failing_error_503_fields[] = {
	OAC_STRING(struct answers_failing_error_503, until, "until", 0),
};

const struct oac_object answers_failing_error_503_type = OAC_OBJECT_TYPE(answers_failing_error_503, answers_failing_error_503_fields, 0);

OAC_TYPE_FUNCTIONS(answers_failing_error_503, OAC_KIND_OBJECT)

static const struct oac_field answers_failing_too_error_fields[] = {
	OAC_STRING(struct answers_failing_too_error, why, "why", 0),
};

const struct oac_object answers_failing_too_error_type = OAC_OBJECT_TYPE(answers_failing_too_error, answers_failing_too_error_fields, 0);

OAC_TYPE_FUNCTIONS(answers_failing_too_error, OAC_KIND_OBJECT)

static const struct oac_variant answers_several_answer_variants[] = {
	OAC_VARIANT(struct answers_several_answer, ok, const struct answers_thing *, OAC_KIND_POINTER, NULL, &answers_thing_type),
	OAC_VARIANT(struct answers_several_answer, accepted, const struct answers_problem *, OAC_KIND_POINTER, NULL, &answers_problem_type),
};

const struct oac_union answers_several_answer_type = OAC_PLAIN_UNION_TYPE(answers_several_answer, answers_several_answer_variants);

OAC_TYPE_FUNCTIONS(answers_several_answer, OAC_KIND_UNION)
OAC_DONE_FUNCTION(answers_several_answer)

static const struct oac_field answers_several_bytes_request_fields[] = {
	OAC_RAW_BODY(struct answers_several_bytes_request, body, "body", OAC_REQUIRED, oac_body),
};

const struct oac_object answers_several_bytes_request_type = OAC_OBJECT_TYPE(answers_several_bytes_request, answers_several_bytes_request_fields, 0);

static const struct oac_field answers_send_file_request_fields[] = {
	OAC_FILE_PART(struct answers_send_file_request, file, "file", 0, oac_file),
};

const struct oac_object answers_send_file_request_type = OAC_OBJECT_TYPE(answers_send_file_request, answers_send_file_request_fields, 0);

const struct oac_operation answers_failing_operation = {
	.id = "failing",
	.method = "GET",
	.path = "/errors",
	.response_media = OAC_MEDIA_JSON,
	.response = { &answers_thing_type, sizeof(struct answers_thing), OAC_KIND_OBJECT },
};

enum oac_status answers_failing(struct oac_client *client,
	const struct oac_call_options *options,
	struct answers_thing **out,
	struct oac_error *err)
{
	void *result = NULL;
	enum oac_status status = oac_call(client, &answers_failing_operation,
		NULL, NULL, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status answers_failing_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct answers_thing *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { answers_thing_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &answers_failing_operation,
		NULL, NULL, options, &then, async, err);
}

const struct oac_operation answers_failing_too_operation = {
	.id = "failingToo",
	.method = "DELETE",
	.path = "/errors",
};

enum oac_status answers_failing_too(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err)
{
	return oac_call(client, &answers_failing_too_operation,
		NULL, NULL, options, NULL, err);
}

enum oac_status answers_failing_too_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &answers_failing_too_operation,
		NULL, NULL, options, &then, async, err);
}

const struct oac_operation answers_only_default_operation = {
	.id = "onlyDefault",
	.method = "GET",
	.path = "/only-default",
	.response_media = OAC_MEDIA_JSON,
	.response = { &answers_thing_type, sizeof(struct answers_thing), OAC_KIND_OBJECT },
};

enum oac_status answers_only_default(struct oac_client *client,
	const struct oac_call_options *options,
	struct answers_thing **out,
	struct oac_error *err)
{
	void *result = NULL;
	enum oac_status status = oac_call(client, &answers_only_default_operation,
		NULL, NULL, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status answers_only_default_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct answers_thing *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { answers_thing_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &answers_only_default_operation,
		NULL, NULL, options, &then, async, err);
}

const struct oac_operation answers_anything_operation = {
	.id = "anything",
	.method = "GET",
	.path = "/any",
	.flags = OAC_ANSWER_OPTIONAL,
	.response_media = OAC_MEDIA_JSON,
	.response = { NULL, sizeof(struct oac_json), OAC_KIND_JSON },
};

enum oac_status answers_anything(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_json **out,
	struct oac_error *err)
{
	void *result = NULL;
	enum oac_status status = oac_call(client, &answers_anything_operation,
		NULL, NULL, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status answers_anything_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct oac_json *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { oac_json_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &answers_anything_operation,
		NULL, NULL, options, &then, async, err);
}

static const struct oac_answer several_answers[] = {
	{ 200, ANSWERS_SEVERAL_ANSWER_OK },
	{ 202, ANSWERS_SEVERAL_ANSWER_ACCEPTED },
};

const struct oac_operation answers_several_operation = {
	.id = "several",
	.method = "GET",
	.path = "/several",
	.response_media = OAC_MEDIA_JSON,
	.response = { &answers_several_answer_type, sizeof(struct answers_several_answer), OAC_KIND_UNION },
	.answers = several_answers,
	.answer_count = OAC_COUNT(several_answers),
};

enum oac_status answers_several(struct oac_client *client,
	const struct oac_call_options *options,
	struct answers_several_answer **out,
	struct oac_error *err)
{
	void *result = NULL;
	enum oac_status status = oac_call(client, &answers_several_operation,
		NULL, NULL, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status answers_several_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct answers_several_answer *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { answers_several_answer_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &answers_several_operation,
		NULL, NULL, options, &then, async, err);
}

const struct oac_operation answers_several_bytes_operation = {
	.id = "severalBytes",
	.method = "PUT",
	.path = "/several",
	.flags = OAC_BODY_REQUIRED | OAC_BODY_MEMBER,
	.body_media = OAC_MEDIA_RAW,
	.request = &answers_several_bytes_request_type,
	.response_media = OAC_MEDIA_RAW,
	.content_type = "text/plain",
	.accept = "text/plain, application/octet-stream",
};

enum oac_status answers_several_bytes(struct oac_client *client,
	const struct answers_several_bytes_request *request,
	const struct oac_call_options *options,
	struct oac_bytes **out,
	struct oac_error *err)
{
	void *result = NULL;
	enum oac_status status = oac_call(client, &answers_several_bytes_operation,
		NULL, request, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status answers_several_bytes_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct answers_several_bytes_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct oac_bytes *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { oac_bytes_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &answers_several_bytes_operation,
		NULL, request, options, &then, async, err);
}

static const struct oac_streaming events_stream_streaming = {
	.format = OAC_STREAM_EVENTS,
};

const struct oac_operation answers_events_stream_operation = {
	.id = "events",
	.method = "GET",
	.path = "/events",
	.accept = "text/event-stream",
	.streaming = &events_stream_streaming,
};

enum oac_status answers_events_stream(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_stream **stream,
	struct oac_error *err)
{
	return oac_stream_open(client, &answers_events_stream_operation,
		NULL, NULL, options, stream, err);
}

enum oac_status answers_events_stream_each(struct oac_client *client,
	const struct oac_call_options *options,
	int (*each)(void *user, const struct oac_raw_event *event),
	void *user,
	struct oac_error *err)
{
	struct oac_each to = { (oac_function *)each, user };

	return oac_stream_each(client, &answers_events_stream_operation,
		NULL, NULL, options, oac_raw_event_given, &to, err);
}

enum oac_status answers_events_stream_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	int (*each)(void *user, const struct oac_raw_event *event),
	void (*done)(void *user, enum oac_status status, const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_each to = { (oac_function *)each, user };
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_stream_async(loop, client, &answers_events_stream_operation,
		NULL, NULL, options, oac_raw_event_given, &to, &then, async, err);
}

const struct oac_operation answers_send_file_operation = {
	.id = "sendFile",
	.method = "POST",
	.path = "/events",
	.body_media = OAC_MEDIA_MULTIPART,
	.request = &answers_send_file_request_type,
};

enum oac_status answers_send_file(struct oac_client *client,
	const struct answers_send_file_request *request,
	const struct oac_call_options *options,
	struct oac_error *err)
{
	return oac_call(client, &answers_send_file_operation,
		NULL, request, options, NULL, err);
}

enum oac_status answers_send_file_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct answers_send_file_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &answers_send_file_operation,
		NULL, request, options, &then, async, err);
}

const struct oac_operation answers_by_rote_operation = {
	.id = "byRote",
	.method = "POST",
	.path = "/by-rote",
	.flags = OAC_BODY_REQUIRED,
	.body_media = OAC_MEDIA_JSON,
	.request = &answers_thing_type,
	.response_media = OAC_MEDIA_JSON,
	.response = { &answers_thing_type, sizeof(struct answers_thing), OAC_KIND_OBJECT },
};

enum oac_status answers_by_rote(struct oac_client *client,
	const struct answers_thing *request,
	const struct oac_call_options *options,
	struct answers_thing **out,
	struct oac_error *err)
{
	void *result = NULL;
	enum oac_status status = oac_call(client, &answers_by_rote_operation,
		NULL, request, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status answers_by_rote_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct answers_thing *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct answers_thing *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { answers_thing_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &answers_by_rote_operation,
		NULL, request, options, &then, async, err);
}

const struct oac_operation answers_any_type_operation = {
	.id = "anyType",
	.method = "GET",
	.path = "/by-rote",
	.response_media = OAC_MEDIA_RAW,
	.accept = "*/*",
};

enum oac_status answers_any_type(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_bytes **out,
	struct oac_error *err)
{
	void *result = NULL;
	enum oac_status status = oac_call(client, &answers_any_type_operation,
		NULL, NULL, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status answers_any_type_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct oac_bytes *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { oac_bytes_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &answers_any_type_operation,
		NULL, NULL, options, &then, async, err);
}
