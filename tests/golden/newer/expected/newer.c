/* Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate. */
#undef OAC_WARN_DEPRECATED /* the library itself may touch what is deprecated */
#include "newer.h"

#include "newer_tables.h"

static const struct oac_scheme schemes[] = {
	{ "token", "Authorization", "Bearer ", OAC_SCHEME_HEADER },
	{ "signed", "X-Signature", "", OAC_SCHEME_HEADER },
};

const uint16_t newer_security[] = { 0, OAC_SECURITY_END };
const uint16_t newer_security_2[] = { 1, OAC_SECURITY_OR, 0, OAC_SECURITY_END };

static const struct oac_api api = {
	.name = "newer",
	.version = "1",
	.base_url = "https://newer.test/v1",
	.schemes = schemes,
	.scheme_count = OAC_COUNT(schemes),
	.security = newer_security,
	.auth_required = 1,
	.request_id_header = "x-request-id",
};

struct oac_client *newer_client_new(const struct oac_client_options *options, struct oac_error *err)
{
	return oac_client_new(&api, options, err);
}
