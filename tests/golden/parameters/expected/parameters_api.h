/*
 * parameters_api.h: api (Parameters).
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef PARAMETERS_API_H
#define PARAMETERS_API_H

#include "parameters_types.h"

#ifdef __cplusplus
extern "C" {
#endif

struct parameters_search_request {
	/*
	 * What to look for. (required; query; reserved characters and %XX are
	 * sent as they are)
	 */
	const char *q;
	/* (query; reserved characters and %XX are sent as they are) */
	struct oac_string_list fields;
	/* (query) */
	const char *plain;
	/* (header; called "X-Trace" on the wire) */
	const char *x_trace;
	/* (query) */
	const char *note;
	/* (query) */
	struct oac_opt_bool verbose;
	struct oac_json oac_more; /* what has no member here */
};

struct parameters_send_request {
	const char *link;
	struct oac_string_list tags;
	const char *plain;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(PARAMETERS_API, parameters_send_request);

/*
 * GET /search/{where}, search in the document.
 * options and err may be NULL.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
PARAMETERS_API enum oac_status parameters_search(struct oac_client *client,
	const char *where,
	const struct parameters_search_request *request,
	const struct oac_call_options *options,
	struct oac_error *err) OAC_MUST_USE;

/*
 * parameters_search on a loop, see oac_loop.h.
 * done: gets what it gives.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
PARAMETERS_API enum oac_status parameters_search_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *where,
	const struct parameters_search_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * POST /search/{where}, send in the document.
 * request, options and err may be NULL.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
PARAMETERS_API enum oac_status parameters_send(struct oac_client *client,
	const char *where,
	const struct parameters_send_request *request,
	const struct oac_call_options *options,
	struct oac_error *err) OAC_MUST_USE;

/*
 * parameters_send on a loop, see oac_loop.h.
 * done: gets what it gives.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
PARAMETERS_API enum oac_status parameters_send_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *where,
	const struct parameters_send_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

#ifdef __cplusplus
}
#endif

#endif
