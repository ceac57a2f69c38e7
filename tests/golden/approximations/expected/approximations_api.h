/*
 * approximations_api.h: api (Approximations).
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef APPROXIMATIONS_API_H
#define APPROXIMATIONS_API_H

#include "approximations_types.h"

#ifdef __cplusplus
extern "C" {
#endif

struct approximations_list_things_request {
	/* (query) */
	const char *filter;
	struct oac_json oac_more; /* what has no member here */
};

/*
 * GET /things, listThings in the document.
 * request, options, out and err may be NULL.
 * *out: the answer, to be freed with oac_value_free; NULL on failure.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
APPROXIMATIONS_API enum oac_status approximations_list_things(struct oac_client *client,
	const struct approximations_list_things_request *request,
	const struct oac_call_options *options,
	struct oac_json_list **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * approximations_list_things on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with oac_value_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
APPROXIMATIONS_API enum oac_status approximations_list_things_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct approximations_list_things_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct oac_json_list *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

#ifdef __cplusplus
}
#endif

#endif
