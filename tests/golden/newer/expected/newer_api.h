/*
 * newer_api.h: api (What 3.2 adds).
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef NEWER_API_H
#define NEWER_API_H

#include "newer_types.h"

#ifdef __cplusplus
extern "C" {
#endif

struct newer_send_parts_request {
	const char *a;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(NEWER_API, newer_send_parts_request);

/*
 * Link /pets.
 * options and err may be NULL.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
NEWER_API enum oac_status newer_link_pets(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err) OAC_MUST_USE;

/*
 * newer_link_pets on a loop, see oac_loop.h.
 * done: gets what it gives.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
NEWER_API enum oac_status newer_link_pets_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * POST /parts, sendParts in the document.
 * request, options and err may be NULL.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
NEWER_API enum oac_status newer_send_parts(struct oac_client *client,
	const struct newer_send_parts_request *request,
	const struct oac_call_options *options,
	struct oac_error *err) OAC_MUST_USE;

/*
 * newer_send_parts on a loop, see oac_loop.h.
 * done: gets what it gives.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
NEWER_API enum oac_status newer_send_parts_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct newer_send_parts_request *request,
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
