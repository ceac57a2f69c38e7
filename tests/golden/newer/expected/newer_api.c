/* Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate. */
#undef OAC_WARN_DEPRECATED /* the library itself may touch what is deprecated */
#include "newer_api.h"

#include "newer_tables.h"

static const struct oac_field newer_send_parts_request_fields[] = {
	OAC_STRING(struct newer_send_parts_request, a, "a", 0),
};

const struct oac_object newer_send_parts_request_type = OAC_OBJECT_TYPE(newer_send_parts_request, newer_send_parts_request_fields, 0);

OAC_TYPE_FUNCTIONS(newer_send_parts_request, OAC_KIND_OBJECT)

const struct oac_operation newer_link_pets_operation = {
	.id = "link_pets",
	.method = "Link",
	.path = "/pets",
};

enum oac_status newer_link_pets(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err)
{
	return oac_call(client, &newer_link_pets_operation,
		NULL, NULL, options, NULL, err);
}

enum oac_status newer_link_pets_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &newer_link_pets_operation,
		NULL, NULL, options, &then, async, err);
}

const struct oac_operation newer_send_parts_operation = {
	.id = "sendParts",
	.method = "POST",
	.path = "/parts",
	.body_media = OAC_MEDIA_MULTIPART,
	.request = &newer_send_parts_request_type,
};

enum oac_status newer_send_parts(struct oac_client *client,
	const struct newer_send_parts_request *request,
	const struct oac_call_options *options,
	struct oac_error *err)
{
	return oac_call(client, &newer_send_parts_operation,
		NULL, request, options, NULL, err);
}

enum oac_status newer_send_parts_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct newer_send_parts_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &newer_send_parts_operation,
		NULL, request, options, &then, async, err);
}
