/*
 * names_types_api.h: types_api (Names that C does not like).
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef NAMES_TYPES_API_H
#define NAMES_TYPES_API_H

#include "names_types.h"

#ifdef __cplusplus
extern "C" {
#endif

struct names_get_a_b_class_id_request {
	/* (query; called "filter[name]" on the wire) */
	const char *filter_name;
	/* (header; called "X-Trace" on the wire) */
	const char *x_trace;
	/* (query) */
	struct oac_string_list body;
	struct oac_json oac_more; /* what has no member here */
};

/*
 * GET /a-b/{class}/{id}.
 * request, options and err may be NULL.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
NAMES_API enum oac_status names_get_a_b_class_id(struct oac_client *client,
	const char *class_,
	int64_t id,
	const struct names_get_a_b_class_id_request *request,
	const struct oac_call_options *options,
	struct oac_error *err) OAC_MUST_USE;

/*
 * names_get_a_b_class_id on a loop, see oac_loop.h.
 * done: gets what it gives.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
NAMES_API enum oac_status names_get_a_b_class_id_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *class_,
	int64_t id,
	const struct names_get_a_b_class_id_request *request,
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
