/*
 * openai_runs.h: runs (Assistants API).
 *
 * Made by oac 0.1.0 from assistants.yaml (version 2.0.0). Don't edit: regenerate.
 */
#ifndef OPENAI_RUNS_H
#define OPENAI_RUNS_H

#include "openai_types.h"

#ifdef __cplusplus
extern "C" {
#endif

struct openai_run_list {
	size_t count;
	const struct openai_run *items;
};

/* One page of runs. */
struct openai_run_page {
	/* The word `list`. (required) */
	const char *object;
	/* The items of this page, in the order that was asked for. (required) */
	struct openai_run_list data;
	/*
	 * Identifier of the first item of this page; pass it as `before` to go
	 * back. (required)
	 */
	const char *first_id;
	/*
	 * Identifier of the last item of this page; pass it as `after` to go
	 * on. (required)
	 */
	const char *last_id;
	/* Whether another page follows. (required) */
	bool has_more;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_run_page);

/* What to run, and what to do differently from the assistant this once. */
struct openai_create_run_request {
	/* The assistant to run. (required) */
	const char *assistant_id;
	/* Model for this run, instead of the assistant's. */
	const char *model;
	/*
	 * How hard a reasoning model thinks before it answers. Less is faster
	 * and uses fewer tokens; not every model knows every value.
	 */
	enum openai_reasoning_effort reasoning_effort;
	/* System prompt for this run, instead of the assistant's. */
	const char *instructions;
	/* Text to go after the instructions, whichever those are. */
	const char *additional_instructions;
	/* Messages to add to the thread before the run starts. */
	struct openai_create_message_request_list additional_messages;
	/* Tools for this run, instead of the assistant's. (at most 20 items) */
	struct openai_assistant_tool_list tools;
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
	/*
	 * What to add to the answer that is left out by default: the passages
	 * that file search has found. (query; called "include[]" on the wire)
	 */
	struct openai_run_step_include_item_list include;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_create_run_request);

/* Only the metadata of a run can be changed. */
struct openai_modify_run_request {
	/*
	 * Your own notes on an object: up to 16 pairs, keys of up to 64
	 * characters, values of up to 512.
	 */
	struct oac_string_map metadata;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_modify_run_request);

struct openai_tool_output_list {
	size_t count;
	const struct openai_tool_output *items;
};

/* The outputs of all calls that the run waits for. */
struct openai_submit_tool_outputs_request {
	/* One for each call. (required) */
	struct openai_tool_output_list tool_outputs;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_submit_tool_outputs_request);

/* The output of one call. */
struct openai_tool_output {
	/* The call that this answers. */
	const char *tool_call_id;
	/* What the function returned, as the model is to read it. */
	const char *output;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_tool_output);

struct openai_list_runs_request {
	/* How many items a page has, 1 to 100. (query; default 20) */
	struct oac_opt_int64 limit;
	/*
	 * By time of creation, oldest first with `asc`, newest first with
	 * `desc`. (query; default desc)
	 */
	enum openai_list_order order;
	/* The page that begins after the item with this identifier. (query) */
	const char *after;
	/* The page that ends before the item with this identifier. (query) */
	const char *before;
	struct oac_json oac_more; /* what has no member here */
};

/*
 * Lists the runs of a thread, a page at a time.
 *
 * GET /threads/{thread_id}/runs, listRuns in the document.
 * request, options, out and err may be NULL.
 * *out: the answer, to be freed with openai_run_page_free; NULL on failure.
 * Any other status: options->response->body, for openai_error_response_from_json.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
OPENAI_API enum oac_status openai_runs_list(struct oac_client *client,
	const char *thread_id,
	const struct openai_list_runs_request *request,
	const struct oac_call_options *options,
	struct openai_run_page **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * openai_runs_list on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with openai_run_page_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
OPENAI_API enum oac_status openai_runs_list_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const struct openai_list_runs_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_run_page *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * Calls each with every item of every page, from the page that the request asks for, until it
 * returns other than 0, which is no error, or the pages end. item is valid until each returns.
 * Blocks. Errors: those of openai_runs_list, and OAC_E_PROTOCOL for pages that come round again.
 */
OPENAI_API enum oac_status openai_runs_list_each(struct oac_client *client,
	const char *thread_id,
	const struct openai_list_runs_request *request,
	const struct oac_call_options *options,
	int (*each)(void *user, const struct openai_run *item),
	void *user,
	struct oac_error *err) OAC_MUST_USE;

/*
 * The same on a loop, see oac_loop.h; what later pages need is copied. *async (nullable): its
 * handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
OPENAI_API enum oac_status openai_runs_list_each_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const struct openai_list_runs_request *request,
	const struct oac_call_options *options,
	int (*each)(void *user, const struct openai_run *item),
	void (*done)(void *user, enum oac_status status, const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * The same list, page by page or item by item, as the caller asks for them: see oac_pager.h.
 * Opening sends nothing. Errors: OAC_E_ARGUMENT, OAC_E_NOMEM.
 */
OPENAI_API enum oac_status openai_runs_list_pages(struct oac_client *client,
	const char *thread_id,
	const struct openai_list_runs_request *request,
	const struct oac_call_options *options,
	struct oac_pager **pager,
	struct oac_error *err) OAC_MUST_USE;

/*
 * The next page; NULL behind the last one, and on failure. Blocks. Errors: those of
 * openai_runs_list_each.
 */
OPENAI_API enum oac_status openai_runs_list_next_page(struct oac_pager *pager,
	const struct openai_run_page **page, struct oac_error *err) OAC_MUST_USE;

/* The next item, of whatever page; NULL behind the last one, and on failure. */
OPENAI_API enum oac_status openai_runs_list_next(struct oac_pager *pager,
	const struct openai_run **item, struct oac_error *err) OAC_MUST_USE;

/*
 * Runs an assistant on a thread.
 *
 * The answer comes as soon as the run is queued.
 *
 * POST /threads/{thread_id}/runs, createRun in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with openai_run_free; NULL on failure.
 * Any other status: options->response->body, for openai_error_response_from_json.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
OPENAI_API enum oac_status openai_runs_create(struct oac_client *client,
	const char *thread_id,
	const struct openai_create_run_request *request,
	const struct oac_call_options *options,
	struct openai_run **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * openai_runs_create on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with openai_run_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
OPENAI_API enum oac_status openai_runs_create_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const struct openai_create_run_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_run *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * openai_runs_create with events as the answer; NULL, errors and threads are as there.
 * Returns when the answer has begun. *stream: to be read with openai_assistant_stream_event_next
 * and freed with oac_stream_free; NULL on failure. options->timeout_ms is the longest silence.
 */
OPENAI_API enum oac_status openai_runs_create_stream(struct oac_client *client,
	const char *thread_id,
	const struct openai_create_run_request *request,
	const struct oac_call_options *options,
	struct oac_stream **stream,
	struct oac_error *err) OAC_MUST_USE;

/*
 * The same, calling each with every event until it returns other than 0, which is no error, or
 * the stream ends. event is valid until each returns. Blocks.
 */
OPENAI_API enum oac_status openai_runs_create_stream_each(struct oac_client *client,
	const char *thread_id,
	const struct openai_create_run_request *request,
	const struct oac_call_options *options,
	int (*each)(void *user, const struct openai_assistant_stream_event *event),
	void *user,
	struct oac_error *err) OAC_MUST_USE;

/*
 * The same on a loop, see oac_loop.h. *async (nullable): its handle. Errors: OAC_E_ARGUMENT,
 * _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
OPENAI_API enum oac_status openai_runs_create_stream_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const struct openai_create_run_request *request,
	const struct oac_call_options *options,
	int (*each)(void *user, const struct openai_assistant_stream_event *event),
	void (*done)(void *user, enum oac_status status, const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * Gets a run.
 *
 * GET /threads/{thread_id}/runs/{run_id}, getRun in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with openai_run_free; NULL on failure.
 * Any other status: options->response->body, for openai_error_response_from_json.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
OPENAI_API enum oac_status openai_runs_retrieve(struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const struct oac_call_options *options,
	struct openai_run **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * openai_runs_retrieve on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with openai_run_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
OPENAI_API enum oac_status openai_runs_retrieve_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_run *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * Changes the metadata of a run.
 *
 * POST /threads/{thread_id}/runs/{run_id}, modifyRun in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with openai_run_free; NULL on failure.
 * Any other status: options->response->body, for openai_error_response_from_json.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
OPENAI_API enum oac_status openai_runs_update(struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const struct openai_modify_run_request *request,
	const struct oac_call_options *options,
	struct openai_run **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * openai_runs_update on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with openai_run_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
OPENAI_API enum oac_status openai_runs_update_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const struct openai_modify_run_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_run *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * Cancels a run that is in progress.
 *
 * The run is `cancelling` at first; it is over once it says `cancelled`.
 *
 * POST /threads/{thread_id}/runs/{run_id}/cancel, cancelRun in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with openai_run_free; NULL on failure.
 * Any other status: options->response->body, for openai_error_response_from_json.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
OPENAI_API enum oac_status openai_runs_cancel(struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const struct oac_call_options *options,
	struct openai_run **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * openai_runs_cancel on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with openai_run_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
OPENAI_API enum oac_status openai_runs_cancel_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_run *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * Submits the outputs that a run with status `requires_action` waits for.
 *
 * All outputs go into one request. The run then goes on.
 *
 * POST /threads/{thread_id}/runs/{run_id}/submit_tool_outputs, submitToolOuputsToRun in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with openai_run_free; NULL on failure.
 * Any other status: options->response->body, for openai_error_response_from_json.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
OPENAI_API enum oac_status openai_runs_submit_tool_outputs(struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const struct openai_submit_tool_outputs_request *request,
	const struct oac_call_options *options,
	struct openai_run **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * openai_runs_submit_tool_outputs on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with openai_run_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
OPENAI_API enum oac_status openai_runs_submit_tool_outputs_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const struct openai_submit_tool_outputs_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_run *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * openai_runs_submit_tool_outputs with events as the answer; NULL, errors and threads are as there.
 * Returns when the answer has begun. *stream: to be read with openai_assistant_stream_event_next
 * and freed with oac_stream_free; NULL on failure. options->timeout_ms is the longest silence.
 */
OPENAI_API enum oac_status openai_runs_submit_tool_outputs_raw_stream(struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const struct openai_submit_tool_outputs_request *request,
	const struct oac_call_options *options,
	struct oac_stream **stream,
	struct oac_error *err) OAC_MUST_USE;

/*
 * The same, calling each with every event until it returns other than 0, which is no error, or
 * the stream ends. event is valid until each returns. Blocks.
 */
OPENAI_API enum oac_status openai_runs_submit_tool_outputs_raw_stream_each(struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const struct openai_submit_tool_outputs_request *request,
	const struct oac_call_options *options,
	int (*each)(void *user, const struct openai_assistant_stream_event *event),
	void *user,
	struct oac_error *err) OAC_MUST_USE;

/*
 * The same on a loop, see oac_loop.h. *async (nullable): its handle. Errors: OAC_E_ARGUMENT,
 * _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
OPENAI_API enum oac_status openai_runs_submit_tool_outputs_raw_stream_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const struct openai_submit_tool_outputs_request *request,
	const struct oac_call_options *options,
	int (*each)(void *user, const struct openai_assistant_stream_event *event),
	void (*done)(void *user, enum oac_status status, const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

#ifdef __cplusplus
}
#endif

#endif
