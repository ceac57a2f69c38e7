/*
 * answers_api.h: api (Answers).
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef ANSWERS_API_H
#define ANSWERS_API_H

#include "answers_types.h"

#ifdef __cplusplus
extern "C" {
#endif

struct answers_thing {
	const char *id;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(ANSWERS_API, answers_thing);

struct answers_problem {
	const char *title;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(ANSWERS_API, answers_problem);

struct answers_not_found_response {
	/* (required) */
	const char *id;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(ANSWERS_API, answers_not_found_response);

struct answers_thing_list {
	size_t count;
	const struct answers_thing *items;
};
OAC_TYPE_API(ANSWERS_API, answers_thing_list);

struct answers_failing_error_503 {
	const char *until;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(ANSWERS_API, answers_failing_error_503);

struct answers_failing_too_error {
	const char *why;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(ANSWERS_API, answers_failing_too_error);

enum answers_several_answer_kind {
	ANSWERS_SEVERAL_ANSWER_UNSET = 0,
	ANSWERS_SEVERAL_ANSWER_UNKNOWN = 1, /* not known here: as.json has it */
	ANSWERS_SEVERAL_ANSWER_OK,
	ANSWERS_SEVERAL_ANSWER_ACCEPTED,
};

/* An answer of several, by the HTTP status: 200 is ok, 202 is accepted. */
struct answers_several_answer {
	enum answers_several_answer_kind kind;
	union {
		const struct answers_thing *ok;
		const struct answers_problem *accepted;
		struct oac_json json;
	} as;
};
OAC_TYPE_API(ANSWERS_API, answers_several_answer);

struct answers_several_bytes_request {
	/* (required) */
	struct oac_body body;
	struct oac_json oac_more; /* what has no member here */
};

struct answers_send_file_request {
	struct oac_file file;
	struct oac_json oac_more; /* what has no member here */
};

/*
 * GET /errors, failing in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with answers_thing_free; NULL on failure.
 * Error 401, and any other status: options->response->body, for answers_problem_from_json.
 * Error 404, 4XX: options->response->body, for answers_not_found_response_from_json.
 * Error 409: options->response->body, for answers_thing_list_from_json.
 * Error 503: options->response->body, for answers_failing_error_503_from_json.
 * Headers, for oac_response_header: X-Limit, Link, Retry-After.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
ANSWERS_API enum oac_status answers_failing(struct oac_client *client,
	const struct oac_call_options *options,
	struct answers_thing **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * answers_failing on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with answers_thing_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
ANSWERS_API enum oac_status answers_failing_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct answers_thing *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * DELETE /errors, failingToo in the document.
 * options and err may be NULL.
 * Error 404: options->response->body, for answers_not_found_response_from_json.
 * Any other status: options->response->body, for answers_failing_too_error_from_json.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
ANSWERS_API enum oac_status answers_failing_too(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err) OAC_MUST_USE;

/*
 * answers_failing_too on a loop, see oac_loop.h.
 * done: gets what it gives.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
ANSWERS_API enum oac_status answers_failing_too_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * GET /only-default, onlyDefault in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with answers_thing_free; NULL on failure.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
ANSWERS_API enum oac_status answers_only_default(struct oac_client *client,
	const struct oac_call_options *options,
	struct answers_thing **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * answers_only_default on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with answers_thing_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
ANSWERS_API enum oac_status answers_only_default_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct answers_thing *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * GET /any, anything in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with oac_value_free; NULL on failure and when it has no content.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
ANSWERS_API enum oac_status answers_anything(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_json **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * answers_anything on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with oac_value_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
ANSWERS_API enum oac_status answers_anything_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct oac_json *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * GET /several, several in the document.
 * options, out and err may be NULL.
 * *out: the answer, whose kind tells its status, to be freed with answers_several_answer_free; NULL on failure.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
ANSWERS_API enum oac_status answers_several(struct oac_client *client,
	const struct oac_call_options *options,
	struct answers_several_answer **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * answers_several on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with answers_several_answer_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
ANSWERS_API enum oac_status answers_several_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct answers_several_answer *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * PUT /several, severalBytes in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with oac_value_free; NULL on failure.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
ANSWERS_API enum oac_status answers_several_bytes(struct oac_client *client,
	const struct answers_several_bytes_request *request,
	const struct oac_call_options *options,
	struct oac_bytes **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * answers_several_bytes on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with oac_value_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
ANSWERS_API enum oac_status answers_several_bytes_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct answers_several_bytes_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct oac_bytes *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * GET /events, events in the document.
 * options and err may be NULL.
 * Returns when the answer has begun. *stream: to be read with oac_raw_event_next
 * and freed with oac_stream_free; NULL on failure. options->timeout_ms is the longest silence.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
ANSWERS_API enum oac_status answers_events_stream(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_stream **stream,
	struct oac_error *err) OAC_MUST_USE;

/*
 * The same, calling each with every event until it returns other than 0, which is no error, or
 * the stream ends. event is valid until each returns. Blocks.
 */
ANSWERS_API enum oac_status answers_events_stream_each(struct oac_client *client,
	const struct oac_call_options *options,
	int (*each)(void *user, const struct oac_raw_event *event),
	void *user,
	struct oac_error *err) OAC_MUST_USE;

/*
 * The same on a loop, see oac_loop.h. *async (nullable): its handle. Errors: OAC_E_ARGUMENT,
 * _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
ANSWERS_API enum oac_status answers_events_stream_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	int (*each)(void *user, const struct oac_raw_event *event),
	void (*done)(void *user, enum oac_status status, const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * POST /events, sendFile in the document.
 * request, options and err may be NULL.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
ANSWERS_API enum oac_status answers_send_file(struct oac_client *client,
	const struct answers_send_file_request *request,
	const struct oac_call_options *options,
	struct oac_error *err) OAC_MUST_USE;

/*
 * answers_send_file on a loop, see oac_loop.h.
 * done: gets what it gives.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
ANSWERS_API enum oac_status answers_send_file_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct answers_send_file_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * POST /by-rote, byRote in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with answers_thing_free; NULL on failure.
 * Error 400: options->response->body, for answers_problem_from_json.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
ANSWERS_API enum oac_status answers_by_rote(struct oac_client *client,
	const struct answers_thing *request,
	const struct oac_call_options *options,
	struct answers_thing **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * answers_by_rote on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with answers_thing_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
ANSWERS_API enum oac_status answers_by_rote_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct answers_thing *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct answers_thing *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * GET /by-rote, anyType in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with oac_value_free; NULL on failure.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
ANSWERS_API enum oac_status answers_any_type(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_bytes **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * answers_any_type on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with oac_value_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
ANSWERS_API enum oac_status answers_any_type_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct oac_bytes *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

#ifdef __cplusplus
}
#endif

#endif
