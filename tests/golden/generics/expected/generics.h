/*
 * generics.h: Generic schemas.
 *
 *	struct oac_error err;
 *	struct oac_client *client = generics_client_new(NULL, &err);
 *	...
 *	oac_client_free(client);
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef GENERICS_H
#define GENERICS_H

#include "oac.h"
#include "generics_types.h"
#include "generics_api.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * A client for this API; free it with oac_client_free. options NULL: all defaults.
 * NULL on failure, with err (nullable) set: OAC_E_CONFIG, OAC_E_NOMEM.
 */
GENERICS_API struct oac_client *generics_client_new(const struct oac_client_options *options,
	struct oac_error *err) OAC_MUST_USE;

#ifdef __cplusplus
}
#endif

#endif
