/* Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate. */
#undef OAC_WARN_DEPRECATED /* the library itself may touch what is deprecated */
#include "conditions.h"

#include "conditions_tables.h"

static const struct oac_api api = {
	.name = "conditions",
	.version = "1",
	.request_id_header = "x-request-id",
};

struct oac_client *conditions_client_new(const struct oac_client_options *options, struct oac_error *err)
{
	return oac_client_new(&api, options, err);
}
