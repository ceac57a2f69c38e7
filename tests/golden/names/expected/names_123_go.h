/*
 * names_123_go.h: 123_go (Names that C does not like).
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef NAMES_123_GO_H
#define NAMES_123_GO_H

#include "names_types.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * DELETE /a-b/{class}/{id}, switch in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with oac_value_free; NULL on failure.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
NAMES_API enum oac_status names_switch(struct oac_client *client,
	const char *class_,
	int64_t id,
	const struct oac_call_options *options,
	struct oac_string_list **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * names_switch on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with oac_value_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
NAMES_API enum oac_status names_switch_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *class_,
	int64_t id,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct oac_string_list *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

#ifdef __cplusplus
}
#endif

#endif
