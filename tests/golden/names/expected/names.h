/*
 * names.h: Names that C does not like.
 *
 *	struct oac_error err;
 *	struct oac_client *client = names_client_new(NULL, &err);
 *	...
 *	oac_client_free(client);
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef NAMES_H
#define NAMES_H

#include "oac.h"
#include "names_types.h"
#include "names_types_api.h"
#include "names_123_go.h"

/* The document's servers, for base_url. */
#define NAMES_SERVER_1 "https://eu.example.com/v1" /* region: eu; base: v1 */

#ifdef __cplusplus
extern "C" {
#endif

/*
 * A client for this API; free it with oac_client_free. options NULL: all defaults.
 * The base URL comes from the options, else it is https://eu.example.com/v1.
 * NULL on failure, with err (nullable) set: OAC_E_CONFIG, OAC_E_NOMEM.
 */
NAMES_API struct oac_client *names_client_new(const struct oac_client_options *options,
	struct oac_error *err) OAC_MUST_USE;

#ifdef __cplusplus
}
#endif

#endif
