/*
 * statuses_api.h: api (Answers by status).
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef STATUSES_API_H
#define STATUSES_API_H

#include "statuses_types.h"

#ifdef __cplusplus
extern "C" {
#endif

struct statuses_thing {
	/* (required) */
	const char *name;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(STATUSES_API, statuses_thing);

enum statuses_job_state {
	STATUSES_JOB_STATE_UNSET = 0,
	STATUSES_JOB_STATE_UNKNOWN = 1, /* not known here; oac_more has its text */
	STATUSES_JOB_STATE_NEW,
	STATUSES_JOB_STATE_DONE,
};
/* The value's text on the wire; NULL for unset, unknown and any other number. */
STATUSES_API const char *statuses_job_state_text(enum statuses_job_state value);

struct statuses_job {
	/* (required) */
	const char *job;
	enum statuses_job_state state;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(STATUSES_API, statuses_job);
OAC_EVENT_API(STATUSES_API, statuses_job);

struct statuses_put_thing_response_201 {
	/* (required) */
	const char *location;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(STATUSES_API, statuses_put_thing_response_201);

struct statuses_thing_list {
	size_t count;
	const struct statuses_thing *items;
};

enum statuses_put_thing_answer_kind {
	STATUSES_PUT_THING_ANSWER_UNSET = 0,
	STATUSES_PUT_THING_ANSWER_UNKNOWN = 1, /* not known here: as.json has it */
	STATUSES_PUT_THING_ANSWER_OK,
	STATUSES_PUT_THING_ANSWER_CREATED,
	STATUSES_PUT_THING_ANSWER_ACCEPTED,
	STATUSES_PUT_THING_ANSWER_NON_AUTHORITATIVE,
	STATUSES_PUT_THING_ANSWER_NO_CONTENT, /* stores nothing in as */
	STATUSES_PUT_THING_ANSWER_PARTIAL_CONTENT,
	STATUSES_PUT_THING_ANSWER_MULTI_STATUS,
	STATUSES_PUT_THING_ANSWER_STATUS_250,
	STATUSES_PUT_THING_ANSWER_SUCCESS,
};

/*
 * An answer of putThing, by the HTTP status: 200 is ok, 201 is created, 202 is
 * accepted, 203 is non_authoritative, 204 is no_content, 206 is
 * partial_content, 207 is multi_status, 250 is status_250, 2XX is success.
 */
struct statuses_put_thing_answer {
	enum statuses_put_thing_answer_kind kind;
	union {
		const struct statuses_thing *ok;
		const struct statuses_put_thing_response_201 *created;
		const struct statuses_job *accepted;
		const struct statuses_thing *non_authoritative;
		struct oac_bytes partial_content;
		struct statuses_thing_list multi_status;
		struct oac_json status_250;
		struct oac_json success;
		struct oac_json json;
	} as;
};
OAC_TYPE_API(STATUSES_API, statuses_put_thing_answer);

/*
 * PUT /things/{id}, putThing in the document.
 * request, options, out and err may be NULL.
 * *out: the answer, whose kind tells its status, to be freed with statuses_put_thing_answer_free; NULL on failure.
 * Any other status: options->response->body, for statuses_job_from_json.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
STATUSES_API enum oac_status statuses_put_thing(struct oac_client *client,
	const char *id,
	const struct statuses_thing *request,
	const struct oac_call_options *options,
	struct statuses_put_thing_answer **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * statuses_put_thing on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with statuses_put_thing_answer_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
STATUSES_API enum oac_status statuses_put_thing_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *id,
	const struct statuses_thing *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct statuses_put_thing_answer *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * GET /things/{id}, getThing in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with statuses_thing_free; NULL on failure and when it has no content.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
STATUSES_API enum oac_status statuses_get_thing(struct oac_client *client,
	const char *id,
	const struct oac_call_options *options,
	struct statuses_thing **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * statuses_get_thing on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with statuses_thing_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
STATUSES_API enum oac_status statuses_get_thing_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *id,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct statuses_thing *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * POST /things/{id}, runThing in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with statuses_job_free; NULL on failure.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
STATUSES_API enum oac_status statuses_run_thing(struct oac_client *client,
	const char *id,
	const struct oac_call_options *options,
	struct statuses_job **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * statuses_run_thing on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with statuses_job_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
STATUSES_API enum oac_status statuses_run_thing_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *id,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct statuses_job *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * statuses_run_thing with events as the answer; NULL, errors and threads are as there.
 * Returns when the answer has begun. *stream: to be read with statuses_job_next
 * and freed with oac_stream_free; NULL on failure. options->timeout_ms is the longest silence.
 */
STATUSES_API enum oac_status statuses_run_thing_stream(struct oac_client *client,
	const char *id,
	const struct oac_call_options *options,
	struct oac_stream **stream,
	struct oac_error *err) OAC_MUST_USE;

/*
 * The same, calling each with every event until it returns other than 0, which is no error, or
 * the stream ends. event is valid until each returns. Blocks.
 */
STATUSES_API enum oac_status statuses_run_thing_stream_each(struct oac_client *client,
	const char *id,
	const struct oac_call_options *options,
	int (*each)(void *user, const struct statuses_job *event),
	void *user,
	struct oac_error *err) OAC_MUST_USE;

/*
 * The same on a loop, see oac_loop.h. *async (nullable): its handle. Errors: OAC_E_ARGUMENT,
 * _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
STATUSES_API enum oac_status statuses_run_thing_stream_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *id,
	const struct oac_call_options *options,
	int (*each)(void *user, const struct statuses_job *event),
	void (*done)(void *user, enum oac_status status, const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

#ifdef __cplusplus
}
#endif

#endif
