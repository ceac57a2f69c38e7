/* Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate. */
#undef OAC_WARN_DEPRECATED /* the library itself may touch what is deprecated */
#include "security.h"

#include "security_tables.h"

static const struct oac_scheme schemes[] = {
	{ "token", "Authorization", "Bearer ", OAC_SCHEME_HEADER },
	{ "login", "Authorization", "Basic ", OAC_SCHEME_BASIC },
	{ "inHeader", "X-API-Key", "", OAC_SCHEME_HEADER },
	{ "inQuery", "api key", "", OAC_SCHEME_QUERY },
	{ "inCookie", "session", "", OAC_SCHEME_COOKIE },
	{ "oauth", "Authorization", "Bearer ", OAC_SCHEME_HEADER },
	{ "openId", "Authorization", "Bearer ", OAC_SCHEME_HEADER },
	{ "digest", "Authorization", "Digest ", OAC_SCHEME_HEADER },
	{ "referenced", "X-API-Key", "", OAC_SCHEME_HEADER },
};

const uint16_t security_security[] = { 0, OAC_SECURITY_END };
const uint16_t security_security_2[] = { OAC_SECURITY_END };
const uint16_t security_security_3[] = { 0, OAC_SECURITY_OR, OAC_SECURITY_END };
const uint16_t security_security_4[] = { 1, OAC_SECURITY_END };
const uint16_t security_security_5[] = { 2, 3, 4, OAC_SECURITY_END };
const uint16_t security_security_6[] = { 3, OAC_SECURITY_OR, 5, OAC_SECURITY_OR, 6, OAC_SECURITY_END };
const uint16_t security_security_7[] = { 7, OAC_SECURITY_OR, 8, OAC_SECURITY_END };

static const struct oac_api api = {
	.name = "security",
	.version = "1",
	.base_url = "https://security.test/v1",
	.schemes = schemes,
	.scheme_count = OAC_COUNT(schemes),
	.security = security_security,
	.request_id_header = "x-request-id",
};

struct oac_client *security_client_new(const struct oac_client_options *options, struct oac_error *err)
{
	return oac_client_new(&api, options, err);
}
