/*
 * openai_threads.h: threads (Assistants API).
 *
 * Made by oac 0.1.0 from assistants.yaml (version 2.0.0). Don't edit: regenerate.
 */
#ifndef OPENAI_THREADS_H
#define OPENAI_THREADS_H

#include "openai_types.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The thread to make; every member may be left out. */
struct openai_create_thread_request {
	/* Messages that the thread begins with. */
	struct openai_create_message_request_list messages;
	/* Files and vector stores for this thread, besides the assistant's. */
	const struct openai_create_tool_resources *tool_resources;
	/*
	 * Your own notes on an object: up to 16 pairs, keys of up to 64
	 * characters, values of up to 512.
	 */
	struct oac_string_map metadata;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_create_thread_request);

/* The members to change; those left out stay as they are. */
struct openai_modify_thread_request {
	/* Files and vector stores for this thread; replaces the present ones. */
	const struct openai_tool_resources *tool_resources;
	/*
	 * Your own notes on an object: up to 16 pairs, keys of up to 64
	 * characters, values of up to 512.
	 */
	struct oac_string_map metadata;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_modify_thread_request);

/* Says that a thread was deleted. */
struct openai_thread_deleted {
	/* The thread that was deleted. (required) */
	const char *id;
	/* True once the object is gone. (required) */
	bool deleted;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_thread_deleted);

/*
 * The thread to make, what to run on it, and what to do differently from the
 * assistant this once.
 */
struct openai_create_thread_and_run_request {
	/* The assistant to run. (required) */
	const char *assistant_id;
	/* The thread to make; every member may be left out. */
	const struct openai_create_thread_request *thread;
	/* Model for this run, instead of the assistant's. */
	const char *model;
	/* System prompt for this run, instead of the assistant's. */
	const char *instructions;
	/* Tools for this run, instead of the assistant's. (at most 20 items) */
	struct openai_assistant_tool_list tools;
	/* Files and vector stores that the tools work on in this run. */
	const struct openai_tool_resources *tool_resources;
	/*
	 * Your own notes on an object: up to 16 pairs, keys of up to 64
	 * characters, values of up to 512.
	 */
	struct oac_string_map metadata;
	/*
	 * How varied the output is: predictable with low values, surprising
	 * with high ones. Change this or `top_p`, not both. (0 to 2; default 1)
	 */
	struct oac_opt_double temperature;
	/*
	 * Nucleus sampling: only the likeliest tokens that together reach this
	 * probability are considered. Change this or `temperature`, not both.
	 * (0 to 1; default 1)
	 */
	struct oac_opt_double top_p;
	/*
	 * Budget of prompt tokens for all turns of the run together, kept to as
	 * well as the server can. A run that goes over it ends as `incomplete`.
	 * (at least 256)
	 */
	struct oac_opt_int64 max_prompt_tokens;
	/*
	 * Budget of completion tokens for all turns of the run together, kept
	 * to as well as the server can. A run that goes over it ends as
	 * `incomplete`. (at least 256)
	 */
	struct oac_opt_int64 max_completion_tokens;
	/* Which messages of a long thread the model gets to see. */
	const struct openai_truncation_strategy *truncation_strategy;
	/*
	 * Whether the model may, must or must not call tools, or which one it
	 * must call.
	 */
	struct openai_tool_choice tool_choice;
	/* Whether the model may ask for several tool calls at once. */
	struct oac_opt_bool parallel_tool_calls;
	/*
	 * The form of the answer. `auto` leaves it to the model; a JSON schema
	 * makes the answer match it; JSON mode promises valid JSON, but only
	 * when the prompt asks for JSON as well, and an answer that hits a
	 * token limit can still be cut short.
	 */
	struct openai_response_format response_format;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_create_thread_and_run_request);

/*
 * Creates a thread.
 *
 * Without a body the thread is empty.
 *
 * POST /threads, createThread in the document.
 * request, options, out and err may be NULL.
 * *out: the answer, to be freed with openai_thread_free; NULL on failure.
 * Any other status: options->response->body, for openai_error_response_from_json.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
OPENAI_API enum oac_status openai_threads_create(struct oac_client *client,
	const struct openai_create_thread_request *request,
	const struct oac_call_options *options,
	struct openai_thread **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * openai_threads_create on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with openai_thread_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
OPENAI_API enum oac_status openai_threads_create_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct openai_create_thread_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_thread *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * Creates a thread and runs an assistant on it, in one request.
 *
 * The answer comes as soon as the run is queued.
 *
 * POST /threads/runs, createThreadAndRun in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with openai_run_free; NULL on failure.
 * Any other status: options->response->body, for openai_error_response_from_json.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
OPENAI_API enum oac_status openai_threads_create_and_run(struct oac_client *client,
	const struct openai_create_thread_and_run_request *request,
	const struct oac_call_options *options,
	struct openai_run **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * openai_threads_create_and_run on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with openai_run_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
OPENAI_API enum oac_status openai_threads_create_and_run_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct openai_create_thread_and_run_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_run *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * openai_threads_create_and_run with events as the answer; NULL, errors and threads are as there.
 * Returns when the answer has begun. *stream: to be read with openai_assistant_stream_event_next
 * and freed with oac_stream_free; NULL on failure. options->timeout_ms is the longest silence.
 */
OPENAI_API enum oac_status openai_threads_create_and_run_raw_stream(struct oac_client *client,
	const struct openai_create_thread_and_run_request *request,
	const struct oac_call_options *options,
	struct oac_stream **stream,
	struct oac_error *err) OAC_MUST_USE;

/*
 * The same, calling each with every event until it returns other than 0, which is no error, or
 * the stream ends. event is valid until each returns. Blocks.
 */
OPENAI_API enum oac_status openai_threads_create_and_run_raw_stream_each(struct oac_client *client,
	const struct openai_create_thread_and_run_request *request,
	const struct oac_call_options *options,
	int (*each)(void *user, const struct openai_assistant_stream_event *event),
	void *user,
	struct oac_error *err) OAC_MUST_USE;

/*
 * The same on a loop, see oac_loop.h. *async (nullable): its handle. Errors: OAC_E_ARGUMENT,
 * _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
OPENAI_API enum oac_status openai_threads_create_and_run_raw_stream_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct openai_create_thread_and_run_request *request,
	const struct oac_call_options *options,
	int (*each)(void *user, const struct openai_assistant_stream_event *event),
	void (*done)(void *user, enum oac_status status, const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * Gets a thread.
 *
 * GET /threads/{thread_id}, getThread in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with openai_thread_free; NULL on failure.
 * Any other status: options->response->body, for openai_error_response_from_json.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
OPENAI_API enum oac_status openai_threads_retrieve(struct oac_client *client,
	const char *thread_id,
	const struct oac_call_options *options,
	struct openai_thread **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * openai_threads_retrieve on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with openai_thread_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
OPENAI_API enum oac_status openai_threads_retrieve_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_thread *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * Changes the metadata or the tool resources of a thread.
 *
 * POST /threads/{thread_id}, modifyThread in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with openai_thread_free; NULL on failure.
 * Any other status: options->response->body, for openai_error_response_from_json.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
OPENAI_API enum oac_status openai_threads_update(struct oac_client *client,
	const char *thread_id,
	const struct openai_modify_thread_request *request,
	const struct oac_call_options *options,
	struct openai_thread **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * openai_threads_update on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with openai_thread_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
OPENAI_API enum oac_status openai_threads_update_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const struct openai_modify_thread_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_thread *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * Deletes a thread.
 *
 * DELETE /threads/{thread_id}, deleteThread in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with openai_thread_deleted_free; NULL on failure.
 * Any other status: options->response->body, for openai_error_response_from_json.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
OPENAI_API enum oac_status openai_threads_delete(struct oac_client *client,
	const char *thread_id,
	const struct oac_call_options *options,
	struct openai_thread_deleted **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * openai_threads_delete on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with openai_thread_deleted_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
OPENAI_API enum oac_status openai_threads_delete_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_thread_deleted *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

#ifdef __cplusplus
}
#endif

#endif
