/*
 * openai_run_steps.h: run_steps (Assistants API).
 *
 * Made by oac 0.1.0 from assistants.yaml (version 2.0.0). Don't edit: regenerate.
 */
#ifndef OPENAI_RUN_STEPS_H
#define OPENAI_RUN_STEPS_H

#include "openai_types.h"

#ifdef __cplusplus
extern "C" {
#endif

struct openai_run_step_list {
	size_t count;
	const struct openai_run_step *items;
};

/* One page of run steps. */
struct openai_run_step_page {
	/* The word `list`. (required) */
	const char *object;
	/* The items of this page, in the order that was asked for. (required) */
	struct openai_run_step_list data;
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
OAC_TYPE_API(OPENAI_API, openai_run_step_page);

struct openai_list_run_steps_request {
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
	/*
	 * What to add to the answer that is left out by default: the passages
	 * that file search has found. (query; called "include[]" on the wire)
	 */
	struct openai_run_step_include_item_list include;
	struct oac_json oac_more; /* what has no member here */
};

struct openai_get_run_step_request {
	/*
	 * What to add to the answer that is left out by default: the passages
	 * that file search has found. (query; called "include[]" on the wire)
	 */
	struct openai_run_step_include_item_list include;
	struct oac_json oac_more; /* what has no member here */
};

/*
 * Lists the steps of a run, a page at a time.
 *
 * GET /threads/{thread_id}/runs/{run_id}/steps, listRunSteps in the document.
 * request, options, out and err may be NULL.
 * *out: the answer, to be freed with openai_run_step_page_free; NULL on failure.
 * Any other status: options->response->body, for openai_error_response_from_json.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
OPENAI_API enum oac_status openai_run_steps_list(struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const struct openai_list_run_steps_request *request,
	const struct oac_call_options *options,
	struct openai_run_step_page **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * openai_run_steps_list on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with openai_run_step_page_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
OPENAI_API enum oac_status openai_run_steps_list_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const struct openai_list_run_steps_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_run_step_page *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * Calls each with every item of every page, from the page that the request asks for, until it
 * returns other than 0, which is no error, or the pages end. item is valid until each returns.
 * Blocks. Errors: those of openai_run_steps_list, and OAC_E_PROTOCOL for pages that come round again.
 */
OPENAI_API enum oac_status openai_run_steps_list_each(struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const struct openai_list_run_steps_request *request,
	const struct oac_call_options *options,
	int (*each)(void *user, const struct openai_run_step *item),
	void *user,
	struct oac_error *err) OAC_MUST_USE;

/*
 * The same on a loop, see oac_loop.h; what later pages need is copied. *async (nullable): its
 * handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
OPENAI_API enum oac_status openai_run_steps_list_each_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const struct openai_list_run_steps_request *request,
	const struct oac_call_options *options,
	int (*each)(void *user, const struct openai_run_step *item),
	void (*done)(void *user, enum oac_status status, const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * The same list, page by page or item by item, as the caller asks for them: see oac_pager.h.
 * Opening sends nothing. Errors: OAC_E_ARGUMENT, OAC_E_NOMEM.
 */
OPENAI_API enum oac_status openai_run_steps_list_pages(struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const struct openai_list_run_steps_request *request,
	const struct oac_call_options *options,
	struct oac_pager **pager,
	struct oac_error *err) OAC_MUST_USE;

/*
 * The next page; NULL behind the last one, and on failure. Blocks. Errors: those of
 * openai_run_steps_list_each.
 */
OPENAI_API enum oac_status openai_run_steps_list_next_page(struct oac_pager *pager,
	const struct openai_run_step_page **page, struct oac_error *err) OAC_MUST_USE;

/* The next item, of whatever page; NULL behind the last one, and on failure. */
OPENAI_API enum oac_status openai_run_steps_list_next(struct oac_pager *pager,
	const struct openai_run_step **item, struct oac_error *err) OAC_MUST_USE;

/*
 * Gets a step of a run.
 *
 * GET /threads/{thread_id}/runs/{run_id}/steps/{step_id}, getRunStep in the document.
 * request, options, out and err may be NULL.
 * *out: the answer, to be freed with openai_run_step_free; NULL on failure.
 * Any other status: options->response->body, for openai_error_response_from_json.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
OPENAI_API enum oac_status openai_run_steps_retrieve(struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const char *step_id,
	const struct openai_get_run_step_request *request,
	const struct oac_call_options *options,
	struct openai_run_step **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * openai_run_steps_retrieve on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with openai_run_step_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
OPENAI_API enum oac_status openai_run_steps_retrieve_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const char *step_id,
	const struct openai_get_run_step_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_run_step *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

#ifdef __cplusplus
}
#endif

#endif
