/* Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate. */
#undef OAC_WARN_DEPRECATED /* the library itself may touch what is deprecated */
#include "unions_api.h"

#include "unions_tables.h"

static const struct oac_variant unions_shape_variants[] = {
	OAC_VARIANT(struct unions_shape, circle, const struct unions_circle *, OAC_KIND_POINTER, "\"circle\"", &unions_circle_type),
	OAC_VARIANT(struct unions_shape, square, const struct unions_square *, OAC_KIND_POINTER, "\"square\"", &unions_square_type),
};

const struct oac_union unions_shape_type = OAC_UNION_TYPE(unions_shape, "\"type\":", unions_shape_variants);

OAC_TYPE_FUNCTIONS(unions_shape, OAC_KIND_UNION)
OAC_DONE_FUNCTION(unions_shape)

static const struct oac_field unions_create_shape_request_fields[] = {
	OAC_UNION(struct unions_create_shape_request, body, "body", OAC_REQUIRED, unions_shape),
};

const struct oac_object unions_create_shape_request_type = OAC_OBJECT_TYPE(unions_create_shape_request, unions_create_shape_request_fields, 0);

OAC_TYPE_FUNCTIONS(unions_create_shape_request, OAC_KIND_OBJECT)

const struct oac_operation unions_create_shape_operation = {
	.id = "createShape",
	.method = "POST",
	.path = "/shapes",
	.flags = OAC_BODY_REQUIRED | OAC_BODY_MEMBER,
	.body_media = OAC_MEDIA_JSON,
	.request = &unions_create_shape_request_type,
	.response_media = OAC_MEDIA_JSON,
	.response = { &unions_shape_type, sizeof(struct unions_shape), OAC_KIND_UNION },
};

enum oac_status unions_create_shape(struct oac_client *client,
	const struct unions_create_shape_request *request,
	const struct oac_call_options *options,
	struct unions_shape **out,
	struct oac_error *err)
{
	void *result = NULL;
	enum oac_status status = oac_call(client, &unions_create_shape_operation,
		NULL, request, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status unions_create_shape_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct unions_create_shape_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct unions_shape *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { unions_shape_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &unions_create_shape_operation,
		NULL, request, options, &then, async, err);
}
