/*
 * servers_api.h: api (Servers).
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef SERVERS_API_H
#define SERVERS_API_H

#include "servers_types.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * GET /usual, usual in the document.
 * options and err may be NULL.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
SERVERS_API enum oac_status servers_usual(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err) OAC_MUST_USE;

/*
 * servers_usual on a loop, see oac_loop.h.
 * done: gets what it gives.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
SERVERS_API enum oac_status servers_usual_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * POST /upload, upload in the document.
 * options and err may be NULL.
 * Server: https://upload.test/ or https://upload2.test/v1, unless a base_url is given.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
SERVERS_API enum oac_status servers_upload(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err) OAC_MUST_USE;

/*
 * servers_upload on a loop, see oac_loop.h.
 * done: gets what it gives.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
SERVERS_API enum oac_status servers_upload_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * PUT /upload, uploadElsewhere in the document.
 * options and err may be NULL.
 * Server: http://other.test:8080/x?y=1, unless a base_url is given.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
SERVERS_API enum oac_status servers_upload_elsewhere(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err) OAC_MUST_USE;

/*
 * servers_upload_elsewhere on a loop, see oac_loop.h.
 * done: gets what it gives.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
SERVERS_API enum oac_status servers_upload_elsewhere_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * GET /near, near in the document.
 * options and err may be NULL.
 * Server: https://eu.servers.test:443/v2, unless a base_url is given.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
SERVERS_API enum oac_status servers_near(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err) OAC_MUST_USE;

/*
 * servers_near on a loop, see oac_loop.h.
 * done: gets what it gives.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
SERVERS_API enum oac_status servers_near_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * GET /unknown, unknown in the document.
 * options and err may be NULL.
 * Server: https://{tenant}.test, unless a base_url is given.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
SERVERS_API enum oac_status servers_unknown(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err) OAC_MUST_USE;

/*
 * servers_unknown on a loop, see oac_loop.h.
 * done: gets what it gives.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
SERVERS_API enum oac_status servers_unknown_async(struct oac_loop *loop,
	struct oac_client *client,
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
