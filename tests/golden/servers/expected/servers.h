/*
 * servers.h: Servers.
 *
 *	struct oac_error err;
 *	struct oac_client *client = servers_client_new(NULL, &err);
 *	...
 *	oac_client_free(client);
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef SERVERS_H
#define SERVERS_H

#include "oac.h"
#include "servers_types.h"
#include "servers_api.h"

/* The document's servers, for base_url. */
#define SERVERS_SERVER_1 "https://eu.servers.test:443/v1" /* Where it runs. * /; region: eu, us; port: 443 */
#define SERVERS_SERVER_SANDBOX_2 "https://sandbox.test"
#define SERVERS_SERVER_SANDBOX_3 "https://sandbox2.test"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * A client for this API; free it with oac_client_free. options NULL: all defaults.
 * The base URL comes from the options, else it is https://eu.servers.test:443/v1.
 * NULL on failure, with err (nullable) set: OAC_E_CONFIG, OAC_E_NOMEM.
 */
SERVERS_API struct oac_client *servers_client_new(const struct oac_client_options *options,
	struct oac_error *err) OAC_MUST_USE;

#ifdef __cplusplus
}
#endif

#endif
