/*
 * openai_messages.h: messages (Assistants API).
 *
 * Made by oac 0.1.0 from assistants.yaml (version 2.0.0). Don't edit: regenerate.
 */
#ifndef OPENAI_MESSAGES_H
#define OPENAI_MESSAGES_H

#include "openai_types.h"

#ifdef __cplusplus
extern "C" {
#endif

struct openai_message_list {
	size_t count;
	const struct openai_message *items;
};

/* One page of messages. */
struct openai_message_page {
	/* The word `list`. (required) */
	const char *object;
	/* The items of this page, in the order that was asked for. (required) */
	struct openai_message_list data;
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
OAC_TYPE_API(OPENAI_API, openai_message_page);

/* Only the metadata of a message can be changed. */
struct openai_modify_message_request {
	/*
	 * Your own notes on an object: up to 16 pairs, keys of up to 64
	 * characters, values of up to 512.
	 */
	struct oac_string_map metadata;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_modify_message_request);

/* Says that a message was deleted. */
struct openai_message_deleted {
	/* The message that was deleted. (required) */
	const char *id;
	/* True once the object is gone. (required) */
	bool deleted;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_message_deleted);

struct openai_list_messages_request {
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
	/* Only the messages that this run wrote. (query) */
	const char *run_id;
	struct oac_json oac_more; /* what has no member here */
};

/*
 * Lists the messages of a thread, a page at a time.
 *
 * GET /threads/{thread_id}/messages, listMessages in the document.
 * request, options, out and err may be NULL.
 * *out: the answer, to be freed with openai_message_page_free; NULL on failure.
 * Any other status: options->response->body, for openai_error_response_from_json.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
OPENAI_API enum oac_status openai_messages_list(struct oac_client *client,
	const char *thread_id,
	const struct openai_list_messages_request *request,
	const struct oac_call_options *options,
	struct openai_message_page **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * openai_messages_list on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with openai_message_page_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
OPENAI_API enum oac_status openai_messages_list_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const struct openai_list_messages_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_message_page *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * Calls each with every item of every page, from the page that the request asks for, until it
 * returns other than 0, which is no error, or the pages end. item is valid until each returns.
 * Blocks. Errors: those of openai_messages_list, and OAC_E_PROTOCOL for pages that come round again.
 */
OPENAI_API enum oac_status openai_messages_list_each(struct oac_client *client,
	const char *thread_id,
	const struct openai_list_messages_request *request,
	const struct oac_call_options *options,
	int (*each)(void *user, const struct openai_message *item),
	void *user,
	struct oac_error *err) OAC_MUST_USE;

/*
 * The same on a loop, see oac_loop.h; what later pages need is copied. *async (nullable): its
 * handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
OPENAI_API enum oac_status openai_messages_list_each_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const struct openai_list_messages_request *request,
	const struct oac_call_options *options,
	int (*each)(void *user, const struct openai_message *item),
	void (*done)(void *user, enum oac_status status, const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * The same list, page by page or item by item, as the caller asks for them: see oac_pager.h.
 * Opening sends nothing. Errors: OAC_E_ARGUMENT, OAC_E_NOMEM.
 */
OPENAI_API enum oac_status openai_messages_list_pages(struct oac_client *client,
	const char *thread_id,
	const struct openai_list_messages_request *request,
	const struct oac_call_options *options,
	struct oac_pager **pager,
	struct oac_error *err) OAC_MUST_USE;

/*
 * The next page; NULL behind the last one, and on failure. Blocks. Errors: those of
 * openai_messages_list_each.
 */
OPENAI_API enum oac_status openai_messages_list_next_page(struct oac_pager *pager,
	const struct openai_message_page **page, struct oac_error *err) OAC_MUST_USE;

/* The next item, of whatever page; NULL behind the last one, and on failure. */
OPENAI_API enum oac_status openai_messages_list_next(struct oac_pager *pager,
	const struct openai_message **item, struct oac_error *err) OAC_MUST_USE;

/*
 * Adds a message to a thread.
 *
 * Refused by the server while a run is active on the thread.
 *
 * POST /threads/{thread_id}/messages, createMessage in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with openai_message_free; NULL on failure.
 * Any other status: options->response->body, for openai_error_response_from_json.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
OPENAI_API enum oac_status openai_messages_create(struct oac_client *client,
	const char *thread_id,
	const struct openai_create_message_request *request,
	const struct oac_call_options *options,
	struct openai_message **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * openai_messages_create on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with openai_message_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
OPENAI_API enum oac_status openai_messages_create_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const struct openai_create_message_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_message *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * Gets a message.
 *
 * GET /threads/{thread_id}/messages/{message_id}, getMessage in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with openai_message_free; NULL on failure.
 * Any other status: options->response->body, for openai_error_response_from_json.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
OPENAI_API enum oac_status openai_messages_retrieve(struct oac_client *client,
	const char *thread_id,
	const char *message_id,
	const struct oac_call_options *options,
	struct openai_message **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * openai_messages_retrieve on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with openai_message_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
OPENAI_API enum oac_status openai_messages_retrieve_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const char *message_id,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_message *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * Changes the metadata of a message.
 *
 * POST /threads/{thread_id}/messages/{message_id}, modifyMessage in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with openai_message_free; NULL on failure.
 * Any other status: options->response->body, for openai_error_response_from_json.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
OPENAI_API enum oac_status openai_messages_update(struct oac_client *client,
	const char *thread_id,
	const char *message_id,
	const struct openai_modify_message_request *request,
	const struct oac_call_options *options,
	struct openai_message **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * openai_messages_update on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with openai_message_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
OPENAI_API enum oac_status openai_messages_update_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const char *message_id,
	const struct openai_modify_message_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_message *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * Deletes a message of a thread.
 *
 * DELETE /threads/{thread_id}/messages/{message_id}, deleteMessage in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with openai_message_deleted_free; NULL on failure.
 * Any other status: options->response->body, for openai_error_response_from_json.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
OPENAI_API enum oac_status openai_messages_delete(struct oac_client *client,
	const char *thread_id,
	const char *message_id,
	const struct oac_call_options *options,
	struct openai_message_deleted **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * openai_messages_delete on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with openai_message_deleted_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
OPENAI_API enum oac_status openai_messages_delete_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const char *message_id,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_message_deleted *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

#ifdef __cplusplus
}
#endif

#endif
