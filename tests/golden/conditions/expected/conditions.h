/*
 * conditions.h: Conditions.
 *
 *	struct oac_error err;
 *	struct oac_client *client = conditions_client_new(NULL, &err);
 *	...
 *	oac_client_free(client);
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef CONDITIONS_H
#define CONDITIONS_H

#include "oac.h"
#include "conditions_types.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * A client for this API; free it with oac_client_free. options NULL: all defaults.
 * NULL on failure, with err (nullable) set: OAC_E_CONFIG, OAC_E_NOMEM.
 */
CONDITIONS_API struct oac_client *conditions_client_new(const struct oac_client_options *options,
	struct oac_error *err) OAC_MUST_USE;

#ifdef __cplusplus
}
#endif

#endif
