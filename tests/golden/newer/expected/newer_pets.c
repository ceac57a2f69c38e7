/* Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate. */
#undef OAC_WARN_DEPRECATED /* the library itself may touch what is deprecated */
#include "newer_pets.h"

#include "newer_tables.h"

static const struct oac_field newer_filter_fields[] = {
	OAC_STRING(struct newer_filter, name, "name", 0),
	OAC_LIST_OF(struct newer_filter, tags, "tags", 0, oac_string_list),
};

const struct oac_object newer_filter_type = OAC_OBJECT_TYPE(newer_filter, newer_filter_fields, 0);

OAC_TYPE_FUNCTIONS(newer_filter, OAC_KIND_OBJECT)

static const struct oac_variant newer_pet_variants[] = {
	OAC_VARIANT(struct newer_pet, cat, const struct newer_cat *, OAC_KIND_POINTER, "\"cat\"", &newer_cat_type),
	OAC_VARIANT(struct newer_pet, dog, const struct newer_dog *, OAC_KIND_POINTER, "\"dog\"", &newer_dog_type),
	OAC_VARIANT(struct newer_pet, other, const struct newer_other *, OAC_KIND_POINTER, "\"Other\"", &newer_other_type),
	OAC_ALIAS_VARIANT(NULL, 2),
};

const struct oac_union newer_pet_type = OAC_UNION_TYPE(newer_pet, "\"kind\":", newer_pet_variants);

OAC_TYPE_FUNCTIONS(newer_pet, OAC_KIND_UNION)

static const struct oac_field newer_other_fields[] = {
	OAC_STRING(struct newer_other, kind, "kind", 0),
	OAC_OPT_INT64(struct newer_other, legs, "legs", 0),
};

const struct oac_object newer_other_type = OAC_OBJECT_TYPE(newer_other, newer_other_fields, 0);

OAC_TYPE_FUNCTIONS(newer_other, OAC_KIND_OBJECT)

const struct oac_list newer_pet_list_type = OAC_LIST_TYPE(newer_pet_list, OAC_KIND_UNION, &newer_pet_type);

OAC_TYPE_FUNCTIONS(newer_pet_list, OAC_KIND_LIST)
OAC_DONE_FUNCTION(newer_pet_list)

static const struct oac_field newer_list_pets_request_fields[] = {
	OAC_POINTER(struct newer_list_pets_request, filter, "filter", OAC_IN_QUERY, newer_filter),
};

const struct oac_object newer_list_pets_request_type = OAC_OBJECT_TYPE(newer_list_pets_request, newer_list_pets_request_fields, 0);

const struct oac_operation newer_search_pets_operation = {
	.id = "searchPets",
	.method = "QUERY",
	.path = "/pets",
	.flags = OAC_BODY_REQUIRED,
	.body_media = OAC_MEDIA_JSON,
	.request = &newer_filter_type,
	.response_media = OAC_MEDIA_JSON,
	.response = { &newer_pet_list_type, sizeof(struct newer_pet_list), OAC_KIND_LIST },
};

enum oac_status newer_search_pets(struct oac_client *client,
	const struct newer_filter *request,
	const struct oac_call_options *options,
	struct newer_pet_list **out,
	struct oac_error *err)
{
	void *result = NULL;
	enum oac_status status = oac_call(client, &newer_search_pets_operation,
		NULL, request, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status newer_search_pets_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct newer_filter *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct newer_pet_list *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { newer_pet_list_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &newer_search_pets_operation,
		NULL, request, options, &then, async, err);
}

const struct oac_operation newer_list_pets_operation = {
	.id = "listPets",
	.method = "GET",
	.path = "/pets",
	.request = &newer_list_pets_request_type,
};

enum oac_status newer_list_pets(struct oac_client *client,
	const struct newer_list_pets_request *request,
	const struct oac_call_options *options,
	struct oac_error *err)
{
	return oac_call(client, &newer_list_pets_operation,
		NULL, request, options, NULL, err);
}

enum oac_status newer_list_pets_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct newer_list_pets_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &newer_list_pets_operation,
		NULL, request, options, &then, async, err);
}
