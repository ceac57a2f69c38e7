/*
 * newer.h: What 3.2 adds.
 *
 *	struct oac_error err;
 *	struct oac_client *client = newer_client_new(NULL, &err);
 *	...
 *	oac_client_free(client);
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef NEWER_H
#define NEWER_H

#include "oac.h"
#include "newer_types.h"
#include "newer_pets.h"
#include "newer_beta.h"
#include "newer_api.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * A client for this API; free it with oac_client_free. options NULL: all defaults.
 * The document's security schemes, and what gives them their credentials:
 *	token: a bearer token; options.api_key
 *	signed: a key in the header X-Signature; options.credentials
 * The base URL comes from the options, else it is https://newer.test/v1.
 * NULL on failure, with err (nullable) set: OAC_E_CONFIG, OAC_E_NOMEM.
 */
NEWER_API struct oac_client *newer_client_new(const struct oac_client_options *options,
	struct oac_error *err) OAC_MUST_USE;

#ifdef __cplusplus
}
#endif

#endif
