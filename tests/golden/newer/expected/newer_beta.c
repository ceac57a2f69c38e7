/* Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate. */
#undef OAC_WARN_DEPRECATED /* the library itself may touch what is deprecated */
#include "newer_beta.h"

#include "newer_tables.h"

const struct oac_operation newer_purge_pets_operation = {
	.id = "purgePets",
	.method = "PURGE",
	.path = "/pets",
	.security = newer_security_2,
};

enum oac_status newer_purge_pets(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err)
{
	return oac_call(client, &newer_purge_pets_operation,
		NULL, NULL, options, NULL, err);
}

enum oac_status newer_purge_pets_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &newer_purge_pets_operation,
		NULL, NULL, options, &then, async, err);
}
