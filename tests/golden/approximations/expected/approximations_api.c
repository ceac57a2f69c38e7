/* Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate. */
#undef OAC_WARN_DEPRECATED /* the library itself may touch what is deprecated */
#include "approximations_api.h"

#include "approximations_tables.h"

static const struct oac_field approximations_list_things_request_fields[] = {
	OAC_STRING(struct approximations_list_things_request, filter, "filter", OAC_IN_QUERY | OAC_STYLE_JSON),
};

const struct oac_object approximations_list_things_request_type = OAC_OBJECT_TYPE(approximations_list_things_request, approximations_list_things_request_fields, 0);

const struct oac_operation approximations_list_things_operation = {
	.id = "listThings",
	.method = "GET",
	.path = "/things",
	.request = &approximations_list_things_request_type,
	.response_media = OAC_MEDIA_JSON,
	.response = { &oac_json_list_type, sizeof(struct oac_json_list), OAC_KIND_LIST },
};

enum oac_status approximations_list_things(struct oac_client *client,
	const struct approximations_list_things_request *request,
	const struct oac_call_options *options,
	struct oac_json_list **out,
	struct oac_error *err)
{
	void *result = NULL;
	enum oac_status status = oac_call(client, &approximations_list_things_operation,
		NULL, request, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status approximations_list_things_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct approximations_list_things_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct oac_json_list *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { oac_json_list_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &approximations_list_things_operation,
		NULL, request, options, &then, async, err);
}
