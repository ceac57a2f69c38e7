/*
 * openai.h: Assistants API.
 *
 *	struct oac_error err;
 *	struct oac_client *client = openai_client_new(NULL, &err);
 *	...
 *	oac_client_free(client);
 *
 * Made by oac 0.1.0 from assistants.yaml (version 2.0.0). Don't edit: regenerate.
 */
#ifndef OPENAI_H
#define OPENAI_H

#include "oac.h"
#include "openai_types.h"
#include "openai_assistants.h"
#include "openai_threads.h"
#include "openai_messages.h"
#include "openai_runs.h"
#include "openai_run_steps.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * A client for this API; free it with oac_client_free. options NULL: all defaults.
 * The API key comes from the options, else from OPENAI_API_KEY.
 * The document's security schemes, and what gives them their credentials:
 *	ApiKeyAuth: a bearer token; options.api_key
 * The base URL comes from the options, else from OPENAI_BASE_URL, else it is
 * https://api.openai.com/v1.
 * NULL on failure, with err (nullable) set: OAC_E_CONFIG, OAC_E_NOMEM.
 */
OPENAI_API struct oac_client *openai_client_new(const struct oac_client_options *options,
	struct oac_error *err) OAC_MUST_USE;

#ifdef __cplusplus
}
#endif

#endif
