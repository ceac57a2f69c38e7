/*
 * security.h: Security.
 *
 *	struct oac_error err;
 *	struct oac_client *client = security_client_new(NULL, &err);
 *	...
 *	oac_client_free(client);
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef SECURITY_H
#define SECURITY_H

#include "oac.h"
#include "security_types.h"
#include "security_api.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * A client for this API; free it with oac_client_free. options NULL: all defaults.
 * The document's security schemes, and what gives them their credentials:
 *	token: a bearer token; options.api_key
 *	login: HTTP Basic; options.username and options.password
 *	inHeader: a key in the header X-API-Key; options.credentials
 *	inQuery: a key in the query parameter api key; options.credentials
 *	inCookie: a key in the cookie session; options.credentials
 *	oauth: an access token of OAuth 2; options.credentials
 *	openId: a token of OpenID Connect; options.credentials
 *	certificate: mutual TLS; client_cert of struct oac_curl_options
 *	digest: what follows 'Digest' in the header Authorization; options.credentials
 *	referenced: a key in the header X-API-Key; options.credentials
 * The base URL comes from the options, else it is https://security.test/v1.
 * NULL on failure, with err (nullable) set: OAC_E_CONFIG, OAC_E_NOMEM.
 */
SECURITY_API struct oac_client *security_client_new(const struct oac_client_options *options,
	struct oac_error *err) OAC_MUST_USE;

#ifdef __cplusplus
}
#endif

#endif
