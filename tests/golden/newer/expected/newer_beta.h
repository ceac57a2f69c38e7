/*
 * newer_beta.h: beta (What 3.2 adds).
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef NEWER_BETA_H
#define NEWER_BETA_H

#include "newer_types.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * PURGE /pets, purgePets in the document.
 * options and err may be NULL.
 * Security: signed, or token.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
NEWER_API enum oac_status newer_purge_pets(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err) OAC_MUST_USE;

/*
 * newer_purge_pets on a loop, see oac_loop.h.
 * done: gets what it gives.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
NEWER_API enum oac_status newer_purge_pets_async(struct oac_loop *loop,
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
