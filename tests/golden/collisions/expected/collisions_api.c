/* Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate. */
#undef OAC_WARN_DEPRECATED /* the library itself may touch what is deprecated */
#include "collisions_api.h"

#include "collisions_tables.h"

const struct oac_map collisions_int64_map_2_type = OAC_MAP_TYPE(collisions_int64_map_2, OAC_KIND_INT64, NULL);

static const struct oac_field collisions_pin_2_fields[] = {
	OAC_POINTER(struct collisions_pin_2, bar, "bar", 0, collisions_pin_2_bar),
	OAC_MAP_OF(struct collisions_pin_2, numbers, "numbers", 0, collisions_int64_map_2),
};

const struct oac_object collisions_pin_2_type = OAC_OBJECT_TYPE(collisions_pin_2, collisions_pin_2_fields, 0);

OAC_TYPE_FUNCTIONS(collisions_pin_2, OAC_KIND_OBJECT)
OAC_DONE_FUNCTION(collisions_pin_2)

static const struct oac_field collisions_pin_2_bar_fields[] = {
	OAC_STRING(struct collisions_pin_2_bar, x, "x", 0),
};

const struct oac_object collisions_pin_2_bar_type = OAC_OBJECT_TYPE(collisions_pin_2_bar, collisions_pin_2_bar_fields, 0);

OAC_TYPE_FUNCTIONS(collisions_pin_2_bar, OAC_KIND_OBJECT)

static const struct oac_variant collisions_pet_variants[] = {
	OAC_VARIANT(struct collisions_pet, a_b, const struct collisions_a_b *, OAC_KIND_POINTER, NULL, &collisions_a_b_type),
	OAC_VARIANT(struct collisions_pet, a_b_2, const struct collisions_a_b_2 *, OAC_KIND_POINTER, NULL, &collisions_a_b_2_type),
	OAC_VARIANT(struct collisions_pet, json_2, const struct collisions_json *, OAC_KIND_POINTER, NULL, &collisions_json_type),
	OAC_CONST_VARIANT("\"a\""),
	OAC_CONST_VARIANT("\"a \""),
};

const struct oac_union collisions_pet_type = OAC_PLAIN_UNION_TYPE(collisions_pet, collisions_pet_variants);

OAC_TYPE_FUNCTIONS(collisions_pet, OAC_KIND_UNION)
OAC_DONE_FUNCTION(collisions_pet)

static const struct oac_field collisions_a_b_fields[] = {
	OAC_STRING(struct collisions_a_b, p, "p", OAC_REQUIRED),
};

const struct oac_object collisions_a_b_type = OAC_OBJECT_TYPE(collisions_a_b, collisions_a_b_fields, 0);

OAC_TYPE_FUNCTIONS(collisions_a_b, OAC_KIND_OBJECT)

static const struct oac_field collisions_a_b_2_fields[] = {
	OAC_STRING(struct collisions_a_b_2, q, "q", OAC_REQUIRED),
};

const struct oac_object collisions_a_b_2_type = OAC_OBJECT_TYPE(collisions_a_b_2, collisions_a_b_2_fields, 0);

OAC_TYPE_FUNCTIONS(collisions_a_b_2, OAC_KIND_OBJECT)

static const struct oac_field collisions_json_fields[] = {
	OAC_STRING(struct collisions_json, r, "r", OAC_REQUIRED),
};

const struct oac_object collisions_json_type = OAC_OBJECT_TYPE(collisions_json, collisions_json_fields, 0);

OAC_TYPE_FUNCTIONS(collisions_json, OAC_KIND_OBJECT)

const struct oac_operation collisions_pin_type_operation = {
	.id = "pinType",
	.method = "GET",
	.path = "/a/{a-b}/{a_b}/{path}",
	.response_media = OAC_MEDIA_JSON,
	.response = { &collisions_pin_2_type, sizeof(struct collisions_pin_2), OAC_KIND_OBJECT },
};

enum oac_status collisions_pin_type(struct oac_client *client,
	const char *a_b,
	const char *a_b_2,
	const char *path_2,
	const struct oac_call_options *options,
	struct collisions_pin_2 **out,
	struct oac_error *err)
{
	const char *const path[] = { a_b, a_b_2, path_2 };
	void *result = NULL;
	enum oac_status status = oac_call(client, &collisions_pin_type_operation,
		path, NULL, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status collisions_pin_type_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *a_b,
	const char *a_b_2,
	const char *path_2,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct collisions_pin_2 *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const char *const path[] = { a_b, a_b_2, path_2 };
	const struct oac_done then = { collisions_pin_2_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &collisions_pin_type_operation,
		path, NULL, options, &then, async, err);
}

const struct oac_operation collisions_pin_fields_operation_2 = {
	.id = "pinFields",
	.method = "GET",
	.path = "/b",
	.response_media = OAC_MEDIA_JSON,
	.response = { &collisions_pin_2_type, sizeof(struct collisions_pin_2), OAC_KIND_OBJECT },
};

enum oac_status collisions_pin_fields(struct oac_client *client,
	const struct oac_call_options *options,
	struct collisions_pin_2 **out,
	struct oac_error *err)
{
	void *result = NULL;
	enum oac_status status = oac_call(client, &collisions_pin_fields_operation_2,
		NULL, NULL, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status collisions_pin_fields_async_2(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct collisions_pin_2 *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { collisions_pin_2_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &collisions_pin_fields_operation_2,
		NULL, NULL, options, &then, async, err);
}

const struct oac_operation collisions_pin_fields_async_operation = {
	.id = "pin_fields_async",
	.method = "PUT",
	.path = "/b",
	.response_media = OAC_MEDIA_JSON,
	.response = { &collisions_pin_2_type, sizeof(struct collisions_pin_2), OAC_KIND_OBJECT },
};

enum oac_status collisions_pin_fields_async(struct oac_client *client,
	const struct oac_call_options *options,
	struct collisions_pin_2 **out,
	struct oac_error *err)
{
	void *result = NULL;
	enum oac_status status = oac_call(client, &collisions_pin_fields_async_operation,
		NULL, NULL, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status collisions_pin_fields_async_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct collisions_pin_2 *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { collisions_pin_2_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &collisions_pin_fields_async_operation,
		NULL, NULL, options, &then, async, err);
}

const struct oac_operation collisions_client_new_2_operation = {
	.id = "client_new",
	.method = "POST",
	.path = "/b",
	.response_media = OAC_MEDIA_JSON,
	.response = { &collisions_pet_type, sizeof(struct collisions_pet), OAC_KIND_UNION },
};

enum oac_status collisions_client_new_2(struct oac_client *client,
	const struct oac_call_options *options,
	struct collisions_pet **out,
	struct oac_error *err)
{
	void *result = NULL;
	enum oac_status status = oac_call(client, &collisions_client_new_2_operation,
		NULL, NULL, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status collisions_client_new_2_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct collisions_pet *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { collisions_pet_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &collisions_client_new_2_operation,
		NULL, NULL, options, &then, async, err);
}

const struct oac_operation collisions_pin_fields_operation_operation = {
	.id = "pin_fields_operation",
	.method = "GET",
	.path = "/c",
};

enum oac_status collisions_pin_fields_operation(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err)
{
	return oac_call(client, &collisions_pin_fields_operation_operation,
		NULL, NULL, options, NULL, err);
}

enum oac_status collisions_pin_fields_operation_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &collisions_pin_fields_operation_operation,
		NULL, NULL, options, &then, async, err);
}
