/* Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate. */
#undef OAC_WARN_DEPRECATED /* the library itself may touch what is deprecated */
#include "statuses_api.h"

#include "statuses_tables.h"

static const struct oac_field statuses_thing_fields[] = {
	OAC_STRING(struct statuses_thing, name, "name", OAC_REQUIRED),
};

const struct oac_object statuses_thing_type = OAC_OBJECT_TYPE(statuses_thing, statuses_thing_fields, 0);

OAC_TYPE_FUNCTIONS(statuses_thing, OAC_KIND_OBJECT)
OAC_DONE_FUNCTION(statuses_thing)

static const char *const statuses_job_state_values[] = {
	"new",
	"done",
};

const struct oac_enum statuses_job_state_type = OAC_ENUM_TYPE(statuses_job_state, statuses_job_state_values);

const char *statuses_job_state_text(enum statuses_job_state value)
{
	return oac_enum_text(&statuses_job_state_type, (int)value);
}

static const struct oac_field statuses_job_fields[] = {
	OAC_STRING(struct statuses_job, job, "job", OAC_REQUIRED),
	OAC_ENUM(struct statuses_job, state, "state", 0, statuses_job_state),
};

const struct oac_object statuses_job_type = OAC_OBJECT_TYPE(statuses_job, statuses_job_fields, 0);

OAC_TYPE_FUNCTIONS(statuses_job, OAC_KIND_OBJECT)
OAC_EVENT_FUNCTIONS(statuses_job)
OAC_DONE_FUNCTION(statuses_job)
OAC_GIVEN_FUNCTION(statuses_job)

static const struct oac_field statuses_put_thing_response_201_fields[] = {
	OAC_STRING(struct statuses_put_thing_response_201, location, "location", OAC_REQUIRED),
};

const struct oac_object statuses_put_thing_response_201_type = OAC_OBJECT_TYPE(statuses_put_thing_response_201, statuses_put_thing_response_201_fields, 0);

OAC_TYPE_FUNCTIONS(statuses_put_thing_response_201, OAC_KIND_OBJECT)

const struct oac_list statuses_thing_list_type = OAC_LIST_TYPE(statuses_thing_list, OAC_KIND_OBJECT, &statuses_thing_type);

static const struct oac_variant statuses_put_thing_answer_variants[] = {
	OAC_VARIANT(struct statuses_put_thing_answer, ok, const struct statuses_thing *, OAC_KIND_POINTER, NULL, &statuses_thing_type),
	OAC_VARIANT(struct statuses_put_thing_answer, created, const struct statuses_put_thing_response_201 *, OAC_KIND_POINTER, NULL, &statuses_put_thing_response_201_type),
	OAC_VARIANT(struct statuses_put_thing_answer, accepted, const struct statuses_job *, OAC_KIND_POINTER, NULL, &statuses_job_type),
	OAC_VARIANT(struct statuses_put_thing_answer, non_authoritative, const struct statuses_thing *, OAC_KIND_POINTER, NULL, &statuses_thing_type),
	OAC_CONST_VARIANT("null"),
	OAC_VARIANT(struct statuses_put_thing_answer, partial_content, struct oac_bytes, OAC_KIND_BYTES, NULL, NULL),
	OAC_VARIANT(struct statuses_put_thing_answer, multi_status, struct statuses_thing_list, OAC_KIND_LIST, NULL, &statuses_thing_list_type),
	OAC_VARIANT(struct statuses_put_thing_answer, status_250, struct oac_json, OAC_KIND_JSON, NULL, NULL),
	OAC_VARIANT(struct statuses_put_thing_answer, success, struct oac_json, OAC_KIND_JSON, NULL, NULL),
};

static const struct oac_limit statuses_put_thing_answer_limits[] = {
	OAC_NUMBER_LIMIT(6, 0, OAC_LIMIT_LEAST, 1),
};

const struct oac_union statuses_put_thing_answer_type = OAC_LIMITED_UNION_TYPE(statuses_put_thing_answer, statuses_put_thing_answer_variants, statuses_put_thing_answer_limits);

OAC_TYPE_FUNCTIONS(statuses_put_thing_answer, OAC_KIND_UNION)
OAC_DONE_FUNCTION(statuses_put_thing_answer)

static const struct oac_answer put_thing_answers[] = {
	{ 200, STATUSES_PUT_THING_ANSWER_OK },
	{ 201, STATUSES_PUT_THING_ANSWER_CREATED },
	{ 202, STATUSES_PUT_THING_ANSWER_ACCEPTED },
	{ 203, STATUSES_PUT_THING_ANSWER_NON_AUTHORITATIVE },
	{ 204, STATUSES_PUT_THING_ANSWER_NO_CONTENT },
	{ 206, STATUSES_PUT_THING_ANSWER_PARTIAL_CONTENT },
	{ 207, STATUSES_PUT_THING_ANSWER_MULTI_STATUS },
	{ 250, STATUSES_PUT_THING_ANSWER_STATUS_250 },
	{ 2, STATUSES_PUT_THING_ANSWER_SUCCESS },
};

const struct oac_operation statuses_put_thing_operation = {
	.id = "putThing",
	.method = "PUT",
	.path = "/things/{id}",
	.flags = OAC_ANSWER_OPTIONAL,
	.body_media = OAC_MEDIA_JSON,
	.request = &statuses_thing_type,
	.response_media = OAC_MEDIA_JSON,
	.response = { &statuses_put_thing_answer_type, sizeof(struct statuses_put_thing_answer), OAC_KIND_UNION },
	.accept = "application/json, application/vnd.job+json, image/png",
	.answers = put_thing_answers,
	.answer_count = OAC_COUNT(put_thing_answers),
};

enum oac_status statuses_put_thing(struct oac_client *client,
	const char *id,
	const struct statuses_thing *request,
	const struct oac_call_options *options,
	struct statuses_put_thing_answer **out,
	struct oac_error *err)
{
	const char *const path[] = { id };
	void *result = NULL;
	enum oac_status status = oac_call(client, &statuses_put_thing_operation,
		path, request, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status statuses_put_thing_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *id,
	const struct statuses_thing *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct statuses_put_thing_answer *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const char *const path[] = { id };
	const struct oac_done then = { statuses_put_thing_answer_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &statuses_put_thing_operation,
		path, request, options, &then, async, err);
}

const struct oac_operation statuses_get_thing_operation = {
	.id = "getThing",
	.method = "GET",
	.path = "/things/{id}",
	.flags = OAC_ANSWER_OPTIONAL,
	.response_media = OAC_MEDIA_JSON,
	.response = { &statuses_thing_type, sizeof(struct statuses_thing), OAC_KIND_OBJECT },
};

enum oac_status statuses_get_thing(struct oac_client *client,
	const char *id,
	const struct oac_call_options *options,
	struct statuses_thing **out,
	struct oac_error *err)
{
	const char *const path[] = { id };
	void *result = NULL;
	enum oac_status status = oac_call(client, &statuses_get_thing_operation,
		path, NULL, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status statuses_get_thing_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *id,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct statuses_thing *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const char *const path[] = { id };
	const struct oac_done then = { statuses_thing_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &statuses_get_thing_operation,
		path, NULL, options, &then, async, err);
}

const struct oac_operation statuses_run_thing_operation = {
	.id = "runThing",
	.method = "POST",
	.path = "/things/{id}",
	.response_media = OAC_MEDIA_JSON,
	.response = { &statuses_job_type, sizeof(struct statuses_job), OAC_KIND_OBJECT },
};

enum oac_status statuses_run_thing(struct oac_client *client,
	const char *id,
	const struct oac_call_options *options,
	struct statuses_job **out,
	struct oac_error *err)
{
	const char *const path[] = { id };
	void *result = NULL;
	enum oac_status status = oac_call(client, &statuses_run_thing_operation,
		path, NULL, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status statuses_run_thing_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *id,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct statuses_job *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const char *const path[] = { id };
	const struct oac_done then = { statuses_job_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &statuses_run_thing_operation,
		path, NULL, options, &then, async, err);
}

static const struct oac_streaming run_thing_stream_streaming = {
	.event = { &statuses_job_type, sizeof(struct statuses_job), OAC_KIND_OBJECT },
	.format = OAC_STREAM_EVENTS,
};

const struct oac_operation statuses_run_thing_stream_operation = {
	.id = "runThing",
	.method = "POST",
	.path = "/things/{id}",
	.accept = "text/event-stream",
	.streaming = &run_thing_stream_streaming,
};

enum oac_status statuses_run_thing_stream(struct oac_client *client,
	const char *id,
	const struct oac_call_options *options,
	struct oac_stream **stream,
	struct oac_error *err)
{
	const char *const path[] = { id };

	return oac_stream_open(client, &statuses_run_thing_stream_operation,
		path, NULL, options, stream, err);
}

enum oac_status statuses_run_thing_stream_each(struct oac_client *client,
	const char *id,
	const struct oac_call_options *options,
	int (*each)(void *user, const struct statuses_job *event),
	void *user,
	struct oac_error *err)
{
	const char *const path[] = { id };
	struct oac_each to = { (oac_function *)each, user };

	return oac_stream_each(client, &statuses_run_thing_stream_operation,
		path, NULL, options, statuses_job_given, &to, err);
}

enum oac_status statuses_run_thing_stream_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *id,
	const struct oac_call_options *options,
	int (*each)(void *user, const struct statuses_job *event),
	void (*done)(void *user, enum oac_status status, const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const char *const path[] = { id };
	const struct oac_each to = { (oac_function *)each, user };
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_stream_async(loop, client, &statuses_run_thing_stream_operation,
		path, NULL, options, statuses_job_given, &to, &then, async, err);
}
