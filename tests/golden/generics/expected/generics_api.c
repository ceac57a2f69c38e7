/* Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate. */
#undef OAC_WARN_DEPRECATED /* the library itself may touch what is deprecated */
#include "generics_api.h"

#include "generics_tables.h"

static const struct oac_field generics_paginated_fields[] = {
	OAC_LIST_OF(struct generics_paginated, items, "items", OAC_REQUIRED, oac_json_list),
	OAC_ANY(struct generics_paginated, first, "first", 0),
	OAC_POINTER(struct generics_paginated, next, "next", 0, generics_paginated),
	OAC_POINTER(struct generics_paginated, page, "page", 0, generics_page),
	OAC_POINTER(struct generics_paginated, owner, "owner", 0, generics_owner),
	OAC_OPT_INT64(struct generics_paginated, total, "total", 0),
};

const struct oac_object generics_paginated_type = OAC_OBJECT_TYPE(generics_paginated, generics_paginated_fields, 0);

OAC_TYPE_FUNCTIONS(generics_paginated, OAC_KIND_OBJECT)
OAC_DONE_FUNCTION(generics_paginated)

static const struct oac_field generics_page_fields[] = {
	OAC_ANY(struct generics_page, last, "last", 0),
	OAC_OPT_INT64(struct generics_page, number, "number", 0),
};

const struct oac_object generics_page_type = OAC_OBJECT_TYPE(generics_page, generics_page_fields, 0);

OAC_TYPE_FUNCTIONS(generics_page, OAC_KIND_OBJECT)

const struct oac_list generics_list_pets_response_items_item_list_type = OAC_LIST_TYPE(generics_list_pets_response_items_item_list, OAC_KIND_OBJECT, &generics_list_pets_response_items_item_type);

static const struct oac_field generics_list_pets_response_fields[] = {
	OAC_LIST_OF(struct generics_list_pets_response, items, "items", OAC_REQUIRED, generics_list_pets_response_items_item_list),
	OAC_POINTER(struct generics_list_pets_response, first, "first", 0, generics_list_pets_response_items_item),
	OAC_POINTER(struct generics_list_pets_response, next, "next", 0, generics_list_pets_response),
	OAC_POINTER(struct generics_list_pets_response, page, "page", 0, generics_list_pets_response_page),
	OAC_POINTER(struct generics_list_pets_response, owner, "owner", 0, generics_owner),
	OAC_OPT_INT64(struct generics_list_pets_response, total, "total", 0),
};

const struct oac_object generics_list_pets_response_type = OAC_OBJECT_TYPE(generics_list_pets_response, generics_list_pets_response_fields, 0);

OAC_TYPE_FUNCTIONS(generics_list_pets_response, OAC_KIND_OBJECT)
OAC_DONE_FUNCTION(generics_list_pets_response)

static const struct oac_field generics_list_pets_response_items_item_fields[] = {
	OAC_STRING(struct generics_list_pets_response_items_item, bark, "bark", 0),
};

const struct oac_object generics_list_pets_response_items_item_type = OAC_OBJECT_TYPE(generics_list_pets_response_items_item, generics_list_pets_response_items_item_fields, 0);

OAC_TYPE_FUNCTIONS(generics_list_pets_response_items_item, OAC_KIND_OBJECT)

static const struct oac_field generics_list_pets_response_page_fields[] = {
	OAC_POINTER(struct generics_list_pets_response_page, last, "last", 0, generics_list_pets_response_items_item),
	OAC_OPT_INT64(struct generics_list_pets_response_page, number, "number", 0),
};

const struct oac_object generics_list_pets_response_page_type = OAC_OBJECT_TYPE(generics_list_pets_response_page, generics_list_pets_response_page_fields, 0);

OAC_TYPE_FUNCTIONS(generics_list_pets_response_page, OAC_KIND_OBJECT)

const struct oac_operation generics_list_users_operation = {
	.id = "listUsers",
	.method = "GET",
	.path = "/users",
	.response_media = OAC_MEDIA_JSON,
	.response = { &generics_paginated_users_type, sizeof(struct generics_paginated_users), OAC_KIND_OBJECT },
};

enum oac_status generics_list_users(struct oac_client *client,
	const struct oac_call_options *options,
	struct generics_paginated_users **out,
	struct oac_error *err)
{
	void *result = NULL;
	enum oac_status status = oac_call(client, &generics_list_users_operation,
		NULL, NULL, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status generics_list_users_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct generics_paginated_users *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { generics_paginated_users_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &generics_list_users_operation,
		NULL, NULL, options, &then, async, err);
}

const struct oac_operation generics_list_pets_operation = {
	.id = "listPets",
	.method = "GET",
	.path = "/pets",
	.response_media = OAC_MEDIA_JSON,
	.response = { &generics_list_pets_response_type, sizeof(struct generics_list_pets_response), OAC_KIND_OBJECT },
};

enum oac_status generics_list_pets(struct oac_client *client,
	const struct oac_call_options *options,
	struct generics_list_pets_response **out,
	struct oac_error *err)
{
	void *result = NULL;
	enum oac_status status = oac_call(client, &generics_list_pets_operation,
		NULL, NULL, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status generics_list_pets_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct generics_list_pets_response *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { generics_list_pets_response_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &generics_list_pets_operation,
		NULL, NULL, options, &then, async, err);
}

const struct oac_operation generics_list_any_operation = {
	.id = "listAny",
	.method = "GET",
	.path = "/any",
	.response_media = OAC_MEDIA_JSON,
	.response = { &generics_paginated_type, sizeof(struct generics_paginated), OAC_KIND_OBJECT },
};

enum oac_status generics_list_any(struct oac_client *client,
	const struct oac_call_options *options,
	struct generics_paginated **out,
	struct oac_error *err)
{
	void *result = NULL;
	enum oac_status status = oac_call(client, &generics_list_any_operation,
		NULL, NULL, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status generics_list_any_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct generics_paginated *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { generics_paginated_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &generics_list_any_operation,
		NULL, NULL, options, &then, async, err);
}
