/*
 * security_api.h: api (Security).
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef SECURITY_API_H
#define SECURITY_API_H

#include "security_types.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * GET /usual, usual in the document.
 * options and err may be NULL.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
SECURITY_API enum oac_status security_usual(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err) OAC_MUST_USE;

/*
 * security_usual on a loop, see oac_loop.h.
 * done: gets what it gives.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
SECURITY_API enum oac_status security_usual_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * GET /none, none in the document.
 * options and err may be NULL.
 * Security: none.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
SECURITY_API enum oac_status security_none(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err) OAC_MUST_USE;

/*
 * security_none on a loop, see oac_loop.h.
 * done: gets what it gives.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
SECURITY_API enum oac_status security_none_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * GET /same, same in the document.
 * options and err may be NULL.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
SECURITY_API enum oac_status security_same(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err) OAC_MUST_USE;

/*
 * security_same on a loop, see oac_loop.h.
 * done: gets what it gives.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
SECURITY_API enum oac_status security_same_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * A credential that is there is used, wherever the empty requirement stands.
 *
 * GET /optional, optional in the document.
 * options and err may be NULL.
 * Security: token, or none.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
SECURITY_API enum oac_status security_optional(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err) OAC_MUST_USE;

/*
 * security_optional on a loop, see oac_loop.h.
 * done: gets what it gives.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
SECURITY_API enum oac_status security_optional_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * GET /basic, basic in the document.
 * options and err may be NULL.
 * Security: login.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
SECURITY_API enum oac_status security_basic(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err) OAC_MUST_USE;

/*
 * security_basic on a loop, see oac_loop.h.
 * done: gets what it gives.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
SECURITY_API enum oac_status security_basic_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * GET /keys, keys in the document.
 * options and err may be NULL.
 * Security: inHeader and inQuery and inCookie.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
SECURITY_API enum oac_status security_keys(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err) OAC_MUST_USE;

/*
 * security_keys on a loop, see oac_loop.h.
 * done: gets what it gives.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
SECURITY_API enum oac_status security_keys_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * GET /either, either in the document.
 * options and err may be NULL.
 * Security: inQuery, or oauth and certificate, or openId.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
SECURITY_API enum oac_status security_either(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err) OAC_MUST_USE;

/*
 * security_either on a loop, see oac_loop.h.
 * done: gets what it gives.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
SECURITY_API enum oac_status security_either_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * GET /tls, tls in the document.
 * options and err may be NULL.
 * Security: certificate.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
SECURITY_API enum oac_status security_tls(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err) OAC_MUST_USE;

/*
 * security_tls on a loop, see oac_loop.h.
 * done: gets what it gives.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
SECURITY_API enum oac_status security_tls_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * GET /other, other in the document.
 * options and err may be NULL.
 * Security: digest, or referenced.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
SECURITY_API enum oac_status security_other(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err) OAC_MUST_USE;

/*
 * security_other on a loop, see oac_loop.h.
 * done: gets what it gives.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
SECURITY_API enum oac_status security_other_async(struct oac_loop *loop,
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
