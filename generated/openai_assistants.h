/*
 * openai_assistants.h: assistants (Assistants API).
 *
 * Made by oac 0.1.0 from assistants.yaml (version 2.0.0). Don't edit: regenerate.
 */
#ifndef OPENAI_ASSISTANTS_H
#define OPENAI_ASSISTANTS_H

#include "openai_types.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A model with its instructions and tools, ready to be run on threads. */
struct openai_assistant {
	/* Identifier, `asst_...`. (required) */
	const char *id;
	/* When it was created, in seconds since 1970-01-01 UTC. (required) */
	int64_t created_at;
	/* Display name. (required; at most 256 characters) */
	const char *name;
	/* What the assistant is for. (required; at most 512 characters) */
	const char *description;
	/* Name of the model that runs use unless they name another. (required) */
	const char *model;
	/* The system prompt. (required; at most 256000 characters) */
	const char *instructions;
	/*
	 * The tools that the model may call, 128 at most. (required; at most
	 * 128 items)
	 */
	struct openai_assistant_tool_list tools;
	/*
	 * Files and vector stores that the tools work on. A thread can have its
	 * own besides.
	 */
	const struct openai_tool_resources *tool_resources;
	/*
	 * Your own notes on an object: up to 16 pairs, keys of up to 64
	 * characters, values of up to 512. (required)
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
	 * The form of the answer. `auto` leaves it to the model; a JSON schema
	 * makes the answer match it; JSON mode promises valid JSON, but only
	 * when the prompt asks for JSON as well, and an answer that hits a
	 * token limit can still be cut short.
	 */
	struct openai_response_format response_format;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_assistant);

struct openai_assistant_list {
	size_t count;
	const struct openai_assistant *items;
};

/* One page of assistants. */
struct openai_assistant_page {
	/* The word `list`. (required) */
	const char *object;
	/* The items of this page, in the order that was asked for. (required) */
	struct openai_assistant_list data;
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
OAC_TYPE_API(OPENAI_API, openai_assistant_page);

/* The assistant to make. */
struct openai_create_assistant_request {
	/* Name of the model that runs use unless they name another. (required) */
	const char *model;
	/* Display name, up to 256 characters. (at most 256 characters) */
	const char *name;
	/*
	 * What the assistant is for, up to 512 characters. (at most 512
	 * characters)
	 */
	const char *description;
	/*
	 * The system prompt, up to 256,000 characters. (at most 256000
	 * characters)
	 */
	const char *instructions;
	/*
	 * How hard a reasoning model thinks before it answers. Less is faster
	 * and uses fewer tokens; not every model knows every value.
	 */
	enum openai_reasoning_effort reasoning_effort;
	/* The tools that the model may call, 128 at most. (at most 128 items) */
	struct openai_assistant_tool_list tools;
	/* Files and vector stores that the tools work on. */
	const struct openai_create_tool_resources *tool_resources;
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
	 * The form of the answer. `auto` leaves it to the model; a JSON schema
	 * makes the answer match it; JSON mode promises valid JSON, but only
	 * when the prompt asks for JSON as well, and an answer that hits a
	 * token limit can still be cut short.
	 */
	struct openai_response_format response_format;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_create_assistant_request);

/* The members to change; those left out stay as they are. */
struct openai_modify_assistant_request {
	/* Name of the model that runs use unless they name another. */
	const char *model;
	/*
	 * How hard a reasoning model thinks before it answers. Less is faster
	 * and uses fewer tokens; not every model knows every value.
	 */
	enum openai_reasoning_effort reasoning_effort;
	/* Display name, up to 256 characters. (at most 256 characters) */
	const char *name;
	/*
	 * What the assistant is for, up to 512 characters. (at most 512
	 * characters)
	 */
	const char *description;
	/*
	 * The system prompt, up to 256,000 characters. (at most 256000
	 * characters)
	 */
	const char *instructions;
	/*
	 * The tools that the model may call; replaces the whole list. (at most
	 * 128 items)
	 */
	struct openai_assistant_tool_list tools;
	/*
	 * Files and vector stores that the tools work on; replaces the present
	 * ones.
	 */
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
	 * The form of the answer. `auto` leaves it to the model; a JSON schema
	 * makes the answer match it; JSON mode promises valid JSON, but only
	 * when the prompt asks for JSON as well, and an answer that hits a
	 * token limit can still be cut short.
	 */
	struct openai_response_format response_format;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_modify_assistant_request);

/* Says that an assistant was deleted. */
struct openai_assistant_deleted {
	/* The assistant that was deleted. (required) */
	const char *id;
	/* True once the object is gone. (required) */
	bool deleted;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(OPENAI_API, openai_assistant_deleted);

struct openai_list_assistants_request {
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
 * Lists assistants, a page at a time.
 *
 * GET /assistants, listAssistants in the document.
 * request, options, out and err may be NULL.
 * *out: the answer, to be freed with openai_assistant_page_free; NULL on failure.
 * Any other status: options->response->body, for openai_error_response_from_json.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
OPENAI_API enum oac_status openai_assistants_list(struct oac_client *client,
	const struct openai_list_assistants_request *request,
	const struct oac_call_options *options,
	struct openai_assistant_page **out,
	struct oac_error *err) OAC_MUST_USE OAC_DEPRECATED;

/*
 * openai_assistants_list on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with openai_assistant_page_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
OPENAI_API enum oac_status openai_assistants_list_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct openai_list_assistants_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_assistant_page *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE OAC_DEPRECATED;

/*
 * Calls each with every item of every page, from the page that the request asks for, until it
 * returns other than 0, which is no error, or the pages end. item is valid until each returns.
 * Blocks. Errors: those of openai_assistants_list, and OAC_E_PROTOCOL for pages that come round again.
 */
OPENAI_API enum oac_status openai_assistants_list_each(struct oac_client *client,
	const struct openai_list_assistants_request *request,
	const struct oac_call_options *options,
	int (*each)(void *user, const struct openai_assistant *item),
	void *user,
	struct oac_error *err) OAC_MUST_USE OAC_DEPRECATED;

/*
 * The same on a loop, see oac_loop.h; what later pages need is copied. *async (nullable): its
 * handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
OPENAI_API enum oac_status openai_assistants_list_each_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct openai_list_assistants_request *request,
	const struct oac_call_options *options,
	int (*each)(void *user, const struct openai_assistant *item),
	void (*done)(void *user, enum oac_status status, const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE OAC_DEPRECATED;

/*
 * The same list, page by page or item by item, as the caller asks for them: see oac_pager.h.
 * Opening sends nothing. Errors: OAC_E_ARGUMENT, OAC_E_NOMEM.
 */
OPENAI_API enum oac_status openai_assistants_list_pages(struct oac_client *client,
	const struct openai_list_assistants_request *request,
	const struct oac_call_options *options,
	struct oac_pager **pager,
	struct oac_error *err) OAC_MUST_USE OAC_DEPRECATED;

/*
 * The next page; NULL behind the last one, and on failure. Blocks. Errors: those of
 * openai_assistants_list_each.
 */
OPENAI_API enum oac_status openai_assistants_list_next_page(struct oac_pager *pager,
	const struct openai_assistant_page **page, struct oac_error *err) OAC_MUST_USE;

/* The next item, of whatever page; NULL behind the last one, and on failure. */
OPENAI_API enum oac_status openai_assistants_list_next(struct oac_pager *pager,
	const struct openai_assistant **item, struct oac_error *err) OAC_MUST_USE;

/*
 * Creates an assistant.
 *
 * POST /assistants, createAssistant in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with openai_assistant_free; NULL on failure.
 * Any other status: options->response->body, for openai_error_response_from_json.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
OPENAI_API enum oac_status openai_assistants_create(struct oac_client *client,
	const struct openai_create_assistant_request *request,
	const struct oac_call_options *options,
	struct openai_assistant **out,
	struct oac_error *err) OAC_MUST_USE OAC_DEPRECATED;

/*
 * openai_assistants_create on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with openai_assistant_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
OPENAI_API enum oac_status openai_assistants_create_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct openai_create_assistant_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_assistant *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE OAC_DEPRECATED;

/*
 * Gets an assistant.
 *
 * GET /assistants/{assistant_id}, getAssistant in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with openai_assistant_free; NULL on failure.
 * Any other status: options->response->body, for openai_error_response_from_json.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
OPENAI_API enum oac_status openai_assistants_retrieve(struct oac_client *client,
	const char *assistant_id,
	const struct oac_call_options *options,
	struct openai_assistant **out,
	struct oac_error *err) OAC_MUST_USE OAC_DEPRECATED;

/*
 * openai_assistants_retrieve on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with openai_assistant_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
OPENAI_API enum oac_status openai_assistants_retrieve_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *assistant_id,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_assistant *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE OAC_DEPRECATED;

/*
 * Changes an assistant.
 *
 * Members that the request leaves out stay as they are.
 *
 * POST /assistants/{assistant_id}, modifyAssistant in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with openai_assistant_free; NULL on failure.
 * Any other status: options->response->body, for openai_error_response_from_json.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
OPENAI_API enum oac_status openai_assistants_update(struct oac_client *client,
	const char *assistant_id,
	const struct openai_modify_assistant_request *request,
	const struct oac_call_options *options,
	struct openai_assistant **out,
	struct oac_error *err) OAC_MUST_USE OAC_DEPRECATED;

/*
 * openai_assistants_update on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with openai_assistant_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
OPENAI_API enum oac_status openai_assistants_update_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *assistant_id,
	const struct openai_modify_assistant_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_assistant *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE OAC_DEPRECATED;

/*
 * Deletes an assistant.
 *
 * DELETE /assistants/{assistant_id}, deleteAssistant in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with openai_assistant_deleted_free; NULL on failure.
 * Any other status: options->response->body, for openai_error_response_from_json.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
OPENAI_API enum oac_status openai_assistants_delete(struct oac_client *client,
	const char *assistant_id,
	const struct oac_call_options *options,
	struct openai_assistant_deleted **out,
	struct oac_error *err) OAC_MUST_USE OAC_DEPRECATED;

/*
 * openai_assistants_delete on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with openai_assistant_deleted_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
OPENAI_API enum oac_status openai_assistants_delete_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *assistant_id,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_assistant_deleted *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE OAC_DEPRECATED;

#ifdef __cplusplus
}
#endif

#endif
