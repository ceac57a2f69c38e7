/* Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate. */
#undef OAC_WARN_DEPRECATED /* the library itself may touch what is deprecated */
#include "servers_api.h"

#include "servers_tables.h"

const struct oac_operation servers_usual_operation = {
	.id = "usual",
	.method = "GET",
	.path = "/usual",
};

enum oac_status servers_usual(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err)
{
	return oac_call(client, &servers_usual_operation,
		NULL, NULL, options, NULL, err);
}

enum oac_status servers_usual_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &servers_usual_operation,
		NULL, NULL, options, &then, async, err);
}

const struct oac_operation servers_upload_operation = {
	.id = "upload",
	.method = "POST",
	.path = "/upload",
	.server = "https://upload.test/",
};

enum oac_status servers_upload(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err)
{
	return oac_call(client, &servers_upload_operation,
		NULL, NULL, options, NULL, err);
}

enum oac_status servers_upload_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &servers_upload_operation,
		NULL, NULL, options, &then, async, err);
}

const struct oac_operation servers_upload_elsewhere_operation = {
	.id = "uploadElsewhere",
	.method = "PUT",
	.path = "/upload",
	.server = "http://other.test:8080/x?y=1",
};

enum oac_status servers_upload_elsewhere(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err)
{
	return oac_call(client, &servers_upload_elsewhere_operation,
		NULL, NULL, options, NULL, err);
}

enum oac_status servers_upload_elsewhere_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &servers_upload_elsewhere_operation,
		NULL, NULL, options, &then, async, err);
}

const struct oac_operation servers_near_operation = {
	.id = "near",
	.method = "GET",
	.path = "/near",
	.server = "https://eu.servers.test:443/v2",
};

enum oac_status servers_near(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err)
{
	return oac_call(client, &servers_near_operation,
		NULL, NULL, options, NULL, err);
}

enum oac_status servers_near_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &servers_near_operation,
		NULL, NULL, options, &then, async, err);
}

const struct oac_operation servers_unknown_operation = {
	.id = "unknown",
	.method = "GET",
	.path = "/unknown",
	.server = "https://{tenant}.test",
};

enum oac_status servers_unknown(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err)
{
	return oac_call(client, &servers_unknown_operation,
		NULL, NULL, options, NULL, err);
}

enum oac_status servers_unknown_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &servers_unknown_operation,
		NULL, NULL, options, &then, async, err);
}
