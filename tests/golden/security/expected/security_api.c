/* Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate. */
#undef OAC_WARN_DEPRECATED /* the library itself may touch what is deprecated */
#include "security_api.h"

#include "security_tables.h"

const struct oac_operation security_usual_operation = {
	.id = "usual",
	.method = "GET",
	.path = "/usual",
};

enum oac_status security_usual(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err)
{
	return oac_call(client, &security_usual_operation,
		NULL, NULL, options, NULL, err);
}

enum oac_status security_usual_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &security_usual_operation,
		NULL, NULL, options, &then, async, err);
}

const struct oac_operation security_none_operation = {
	.id = "none",
	.method = "GET",
	.path = "/none",
	.security = security_security_2,
};

enum oac_status security_none(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err)
{
	return oac_call(client, &security_none_operation,
		NULL, NULL, options, NULL, err);
}

enum oac_status security_none_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &security_none_operation,
		NULL, NULL, options, &then, async, err);
}

const struct oac_operation security_same_operation = {
	.id = "same",
	.method = "GET",
	.path = "/same",
};

enum oac_status security_same(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err)
{
	return oac_call(client, &security_same_operation,
		NULL, NULL, options, NULL, err);
}

enum oac_status security_same_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &security_same_operation,
		NULL, NULL, options, &then, async, err);
}

const struct oac_operation security_optional_operation = {
	.id = "optional",
	.method = "GET",
	.path = "/optional",
	.security = security_security_3,
};

enum oac_status security_optional(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err)
{
	return oac_call(client, &security_optional_operation,
		NULL, NULL, options, NULL, err);
}

enum oac_status security_optional_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &security_optional_operation,
		NULL, NULL, options, &then, async, err);
}

const struct oac_operation security_basic_operation = {
	.id = "basic",
	.method = "GET",
	.path = "/basic",
	.security = security_security_4,
};

enum oac_status security_basic(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err)
{
	return oac_call(client, &security_basic_operation,
		NULL, NULL, options, NULL, err);
}

enum oac_status security_basic_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &security_basic_operation,
		NULL, NULL, options, &then, async, err);
}

const struct oac_operation security_keys_operation = {
	.id = "keys",
	.method = "GET",
	.path = "/keys",
	.security = security_security_5,
};

enum oac_status security_keys(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err)
{
	return oac_call(client, &security_keys_operation,
		NULL, NULL, options, NULL, err);
}

enum oac_status security_keys_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &security_keys_operation,
		NULL, NULL, options, &then, async, err);
}

const struct oac_operation security_either_operation = {
	.id = "either",
	.method = "GET",
	.path = "/either",
	.security = security_security_6,
};

enum oac_status security_either(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err)
{
	return oac_call(client, &security_either_operation,
		NULL, NULL, options, NULL, err);
}

enum oac_status security_either_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &security_either_operation,
		NULL, NULL, options, &then, async, err);
}

const struct oac_operation security_tls_operation = {
	.id = "tls",
	.method = "GET",
	.path = "/tls",
	.security = security_security_2,
};

enum oac_status security_tls(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err)
{
	return oac_call(client, &security_tls_operation,
		NULL, NULL, options, NULL, err);
}

enum oac_status security_tls_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &security_tls_operation,
		NULL, NULL, options, &then, async, err);
}

const struct oac_operation security_other_operation = {
	.id = "other",
	.method = "GET",
	.path = "/other",
	.security = security_security_7,
};

enum oac_status security_other(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err)
{
	return oac_call(client, &security_other_operation,
		NULL, NULL, options, NULL, err);
}

enum oac_status security_other_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &security_other_operation,
		NULL, NULL, options, &then, async, err);
}
