/* Made by oac 0.1.0 from assistants.yaml (version 2.0.0). Don't edit: regenerate. */
#undef OAC_WARN_DEPRECATED /* the library itself may touch what is deprecated */
#include "openai.h"

#include "openai_tables.h"

static const struct oac_env_header header_envs[] = {
	{ "OPENAI_ORG_ID", "OpenAI-Organization" },
	{ "OPENAI_PROJECT_ID", "OpenAI-Project" },
};

static const struct oac_header headers[] = {
	{ "OpenAI-Beta", "assistants=v2" },
};

static const struct oac_scheme schemes[] = {
	{ "ApiKeyAuth", "Authorization", "Bearer ", OAC_SCHEME_HEADER },
};

const uint16_t openai_security[] = { 0, OAC_SECURITY_END };

static const struct oac_api api = {
	.name = "openai",
	.version = "2.0.0",
	.base_url = "https://api.openai.com/v1",
	.schemes = schemes,
	.scheme_count = OAC_COUNT(schemes),
	.security = openai_security,
	.auth_required = 1,
	.env_api_key = "OPENAI_API_KEY",
	.env_base_url = "OPENAI_BASE_URL",
	.env_headers = "OPENAI_CUSTOM_HEADERS",
	.header_envs = header_envs,
	.header_env_count = OAC_COUNT(header_envs),
	.headers = headers,
	.header_count = OAC_COUNT(headers),
	.request_id_header = "x-request-id",
};

struct oac_client *openai_client_new(const struct oac_client_options *options, struct oac_error *err)
{
	return oac_client_new(&api, options, err);
}
