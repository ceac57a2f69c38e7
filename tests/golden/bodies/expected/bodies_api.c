/* Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate. */
#undef OAC_WARN_DEPRECATED /* the library itself may touch what is deprecated */
#include "bodies_api.h"

#include "bodies_tables.h"

static const struct oac_field bodies_shared_fields[] = {
	OAC_STRING(struct bodies_shared, name, "name", 0),
	OAC_LIST_OF(struct bodies_shared, tags, "tags", 0, oac_string_list),
	OAC_LIST_OF(struct bodies_shared, notes, "notes", 0, oac_string_list),
	OAC_POINTER(struct bodies_shared, address, "address", 0, bodies_shared_address),
	OAC_ANY(struct bodies_shared, extra, "extra", 0),
};

const struct oac_object bodies_shared_type = OAC_OBJECT_TYPE(bodies_shared, bodies_shared_fields, 0);

OAC_TYPE_FUNCTIONS(bodies_shared, OAC_KIND_OBJECT)
OAC_DONE_FUNCTION(bodies_shared)

static const struct oac_field bodies_shared_address_fields[] = {
	OAC_STRING(struct bodies_shared_address, city, "city", 0),
};

const struct oac_object bodies_shared_address_type = OAC_OBJECT_TYPE(bodies_shared_address, bodies_shared_address_fields, 0);

OAC_TYPE_FUNCTIONS(bodies_shared_address, OAC_KIND_OBJECT)

static const struct oac_field bodies_upload_fields[] = {
	OAC_FILE_PART(struct bodies_upload, file, "file", OAC_REQUIRED, oac_file),
	OAC_STRING(struct bodies_upload, name, "name", 0),
};

const struct oac_object bodies_upload_type = OAC_OBJECT_TYPE(bodies_upload, bodies_upload_fields, 0);

static const struct oac_field bodies_stored_fields[] = {
	OAC_STRING(struct bodies_stored, file, "file", OAC_REQUIRED),
	OAC_STRING(struct bodies_stored, name, "name", 0),
};

const struct oac_object bodies_stored_type = OAC_OBJECT_TYPE(bodies_stored, bodies_stored_fields, 0);

OAC_TYPE_FUNCTIONS(bodies_stored, OAC_KIND_OBJECT)
OAC_DONE_FUNCTION(bodies_stored)

static const struct oac_field bodies_send_form_request_fields[] = {
	OAC_STRING(struct bodies_send_form_request, name, "name", 0),
	OAC_LIST_OF(struct bodies_send_form_request, tags, "tags", 0, oac_string_list),
	OAC_LIST_OF(struct bodies_send_form_request, notes, "notes", 0, oac_string_list),
	OAC_POINTER(struct bodies_send_form_request, address, "address", 0, bodies_shared_address),
	OAC_ANY(struct bodies_send_form_request, extra, "extra", 0),
	OAC_OPT_INT64(struct bodies_send_form_request, page, "page", OAC_IN_QUERY),
};

const struct oac_object bodies_send_form_request_type = OAC_OBJECT_TYPE(bodies_send_form_request, bodies_send_form_request_fields, 0);

OAC_TYPE_FUNCTIONS(bodies_send_form_request, OAC_KIND_OBJECT)

static const struct oac_field bodies_empty_form_request_fields[] = {
	OAC_OPT_INT64(struct bodies_empty_form_request, page, "page", OAC_IN_QUERY),
};

const struct oac_object bodies_empty_form_request_type = OAC_OBJECT_TYPE(bodies_empty_form_request, bodies_empty_form_request_fields, 0);

static const struct oac_field bodies_send_map_request_fields[] = {
	OAC_MAP_OF(struct bodies_send_map_request, body, "body", 0, oac_string_map),
};

const struct oac_object bodies_send_map_request_type = OAC_OBJECT_TYPE(bodies_send_map_request, bodies_send_map_request_fields, 0);

OAC_TYPE_FUNCTIONS(bodies_send_map_request, OAC_KIND_OBJECT)

static const struct oac_field bodies_send_files_request_fields[] = {
	OAC_FILE_PART(struct bodies_send_files_request, file, "file", OAC_REQUIRED, oac_file),
	OAC_FILE_PART(struct bodies_send_files_request, photo, "photo", 0, oac_file),
	OAC_LIST_OF(struct bodies_send_files_request, more, "more", 0, oac_file_list),
	OAC_LIST_OF(struct bodies_send_files_request, any, "any", 0, oac_file_list),
	OAC_FILE_PART(struct bodies_send_files_request, maybe, "maybe", OAC_NULLABLE, oac_file),
	OAC_STRING(struct bodies_send_files_request, base64, "base64", 0),
	OAC_STRING(struct bodies_send_files_request, offer, "offer", 0),
	OAC_POINTER(struct bodies_send_files_request, shared, "shared", 0, bodies_shared),
};

const struct oac_object bodies_send_files_request_type = OAC_OBJECT_TYPE(bodies_send_files_request, bodies_send_files_request_fields, 0);

static const struct oac_field bodies_send_raw_request_fields[] = {
	OAC_RAW_BODY(struct bodies_send_raw_request, body, "body", OAC_REQUIRED, oac_body),
	OAC_STRING(struct bodies_send_raw_request, query_body, "body", OAC_IN_QUERY),
};

const struct oac_object bodies_send_raw_request_type = OAC_OBJECT_TYPE(bodies_send_raw_request, bodies_send_raw_request_fields, 0);

static const struct oac_field bodies_send_anything_request_fields[] = {
	OAC_RAW_BODY(struct bodies_send_anything_request, body, "body", 0, oac_body),
};

const struct oac_object bodies_send_anything_request_type = OAC_OBJECT_TYPE(bodies_send_anything_request, bodies_send_anything_request_fields, 0);

static const struct oac_variant bodies_send_both_answer_variants[] = {
	OAC_VARIANT(struct bodies_send_both_answer, accepted, const struct bodies_shared *, OAC_KIND_POINTER, NULL, &bodies_shared_type),
	OAC_VARIANT(struct bodies_send_both_answer, ok, const struct bodies_stored *, OAC_KIND_POINTER, NULL, &bodies_stored_type),
};

const struct oac_union bodies_send_both_answer_type = OAC_PLAIN_UNION_TYPE(bodies_send_both_answer, bodies_send_both_answer_variants);

OAC_TYPE_FUNCTIONS(bodies_send_both_answer, OAC_KIND_UNION)
OAC_DONE_FUNCTION(bodies_send_both_answer)

static const struct oac_field bodies_send_shared_upload_request_fields[] = {
	OAC_FILE_PART(struct bodies_send_shared_upload_request, file, "file", OAC_REQUIRED, oac_file),
	OAC_STRING(struct bodies_send_shared_upload_request, name, "name", 0),
};

const struct oac_object bodies_send_shared_upload_request_type = OAC_OBJECT_TYPE(bodies_send_shared_upload_request, bodies_send_shared_upload_request_fields, 0);

static const struct oac_encoding send_form_encodings[] = {
	{ "address", OAC_STYLE_DEEP_OBJECT, NULL },
	{ "tags", OAC_STYLE_PIPE, NULL },
	{ "notes", OAC_STYLE_FORM, NULL },
	{ "extra", OAC_STYLE_JSON, NULL },
};

const struct oac_operation bodies_send_form_operation = {
	.id = "sendForm",
	.method = "POST",
	.path = "/form",
	.flags = OAC_BODY_REQUIRED,
	.body_media = OAC_MEDIA_FORM,
	.request = &bodies_send_form_request_type,
	.encodings = send_form_encodings,
	.encoding_count = OAC_COUNT(send_form_encodings),
};

enum oac_status bodies_send_form(struct oac_client *client,
	const struct bodies_send_form_request *request,
	const struct oac_call_options *options,
	struct oac_error *err)
{
	return oac_call(client, &bodies_send_form_operation,
		NULL, request, options, NULL, err);
}

enum oac_status bodies_send_form_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct bodies_send_form_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &bodies_send_form_operation,
		NULL, request, options, &then, async, err);
}

const struct oac_operation bodies_empty_form_operation = {
	.id = "emptyForm",
	.method = "GET",
	.path = "/form",
	.request = &bodies_empty_form_request_type,
	.response_media = OAC_MEDIA_JSON,
	.response = { &bodies_shared_type, sizeof(struct bodies_shared), OAC_KIND_OBJECT },
};

enum oac_status bodies_empty_form(struct oac_client *client,
	const struct bodies_empty_form_request *request,
	const struct oac_call_options *options,
	struct bodies_shared **out,
	struct oac_error *err)
{
	void *result = NULL;
	enum oac_status status = oac_call(client, &bodies_empty_form_operation,
		NULL, request, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status bodies_empty_form_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct bodies_empty_form_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct bodies_shared *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { bodies_shared_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &bodies_empty_form_operation,
		NULL, request, options, &then, async, err);
}

const struct oac_operation bodies_send_map_operation = {
	.id = "sendMap",
	.method = "POST",
	.path = "/map",
	.flags = OAC_BODY_MEMBER,
	.body_media = OAC_MEDIA_FORM,
	.request = &bodies_send_map_request_type,
};

enum oac_status bodies_send_map(struct oac_client *client,
	const struct bodies_send_map_request *request,
	const struct oac_call_options *options,
	struct oac_error *err)
{
	return oac_call(client, &bodies_send_map_operation,
		NULL, request, options, NULL, err);
}

enum oac_status bodies_send_map_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct bodies_send_map_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &bodies_send_map_operation,
		NULL, request, options, &then, async, err);
}

static const struct oac_encoding send_files_encodings[] = {
	{ "photo", OAC_STYLE_UNSTATED, "image/png" },
	{ "offer", OAC_STYLE_UNSTATED, "application/sdp" },
};

const struct oac_operation bodies_send_files_operation = {
	.id = "sendFiles",
	.method = "POST",
	.path = "/files",
	.flags = OAC_BODY_REQUIRED,
	.body_media = OAC_MEDIA_MULTIPART,
	.request = &bodies_send_files_request_type,
	.response_media = OAC_MEDIA_RAW,
	.accept = "text/plain",
	.encodings = send_files_encodings,
	.encoding_count = OAC_COUNT(send_files_encodings),
};

enum oac_status bodies_send_files(struct oac_client *client,
	const struct bodies_send_files_request *request,
	const struct oac_call_options *options,
	struct oac_bytes **out,
	struct oac_error *err)
{
	void *result = NULL;
	enum oac_status status = oac_call(client, &bodies_send_files_operation,
		NULL, request, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status bodies_send_files_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct bodies_send_files_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct oac_bytes *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { oac_bytes_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &bodies_send_files_operation,
		NULL, request, options, &then, async, err);
}

const struct oac_operation bodies_send_upload_operation = {
	.id = "sendUpload",
	.method = "POST",
	.path = "/upload",
	.body_media = OAC_MEDIA_MULTIPART,
	.request = &bodies_upload_type,
	.response_media = OAC_MEDIA_JSON,
	.response = { &bodies_stored_type, sizeof(struct bodies_stored), OAC_KIND_OBJECT },
};

enum oac_status bodies_send_upload(struct oac_client *client,
	const struct bodies_upload *request,
	const struct oac_call_options *options,
	struct bodies_stored **out,
	struct oac_error *err)
{
	void *result = NULL;
	enum oac_status status = oac_call(client, &bodies_send_upload_operation,
		NULL, request, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status bodies_send_upload_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct bodies_upload *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct bodies_stored *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { bodies_stored_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &bodies_send_upload_operation,
		NULL, request, options, &then, async, err);
}

const struct oac_operation bodies_send_shared_upload_operation = {
	.id = "sendSharedUpload",
	.method = "POST",
	.path = "/shared-upload",
	.body_media = OAC_MEDIA_MULTIPART,
	.request = &bodies_send_shared_upload_request_type,
};

enum oac_status bodies_send_shared_upload(struct oac_client *client,
	const struct bodies_send_shared_upload_request *request,
	const struct oac_call_options *options,
	struct oac_error *err)
{
	return oac_call(client, &bodies_send_shared_upload_operation,
		NULL, request, options, NULL, err);
}

enum oac_status bodies_send_shared_upload_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct bodies_send_shared_upload_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &bodies_send_shared_upload_operation,
		NULL, request, options, &then, async, err);
}

const struct oac_operation bodies_send_raw_operation = {
	.id = "sendRaw",
	.method = "PUT",
	.path = "/raw",
	.flags = OAC_BODY_REQUIRED | OAC_BODY_MEMBER | OAC_ANSWER_OPTIONAL,
	.body_media = OAC_MEDIA_RAW,
	.request = &bodies_send_raw_request_type,
	.response_media = OAC_MEDIA_JSON,
	.response = { &bodies_stored_type, sizeof(struct bodies_stored), OAC_KIND_OBJECT },
	.content_type = "image/png",
};

enum oac_status bodies_send_raw(struct oac_client *client,
	const struct bodies_send_raw_request *request,
	const struct oac_call_options *options,
	struct bodies_stored **out,
	struct oac_error *err)
{
	void *result = NULL;
	enum oac_status status = oac_call(client, &bodies_send_raw_operation,
		NULL, request, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status bodies_send_raw_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct bodies_send_raw_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct bodies_stored *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { bodies_stored_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &bodies_send_raw_operation,
		NULL, request, options, &then, async, err);
}

const struct oac_operation bodies_send_anything_operation = {
	.id = "sendAnything",
	.method = "POST",
	.path = "/raw",
	.flags = OAC_BODY_MEMBER,
	.body_media = OAC_MEDIA_RAW,
	.request = &bodies_send_anything_request_type,
	.response_media = OAC_MEDIA_JSON,
	.response = { &bodies_stored_type, sizeof(struct bodies_stored), OAC_KIND_OBJECT },
	.accept = "application/vnd.stored+json",
};

enum oac_status bodies_send_anything(struct oac_client *client,
	const struct bodies_send_anything_request *request,
	const struct oac_call_options *options,
	struct bodies_stored **out,
	struct oac_error *err)
{
	void *result = NULL;
	enum oac_status status = oac_call(client, &bodies_send_anything_operation,
		NULL, request, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status bodies_send_anything_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct bodies_send_anything_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct bodies_stored *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { bodies_stored_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &bodies_send_anything_operation,
		NULL, request, options, &then, async, err);
}

const struct oac_operation bodies_send_patch_operation = {
	.id = "sendPatch",
	.method = "PATCH",
	.path = "/raw",
	.body_media = OAC_MEDIA_JSON,
	.request = &bodies_shared_type,
	.content_type = "application/merge-patch+json",
};

enum oac_status bodies_send_patch(struct oac_client *client,
	const struct bodies_shared *request,
	const struct oac_call_options *options,
	struct oac_error *err)
{
	return oac_call(client, &bodies_send_patch_operation,
		NULL, request, options, NULL, err);
}

enum oac_status bodies_send_patch_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct bodies_shared *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &bodies_send_patch_operation,
		NULL, request, options, &then, async, err);
}

const struct oac_operation bodies_get_raw_operation = {
	.id = "getRaw",
	.method = "GET",
	.path = "/raw",
	.response_media = OAC_MEDIA_RAW,
	.accept = "image/png, image/webp",
};

enum oac_status bodies_get_raw(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_bytes **out,
	struct oac_error *err)
{
	void *result = NULL;
	enum oac_status status = oac_call(client, &bodies_get_raw_operation,
		NULL, NULL, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status bodies_get_raw_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct oac_bytes *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { oac_bytes_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &bodies_get_raw_operation,
		NULL, NULL, options, &then, async, err);
}

const struct oac_operation bodies_head_raw_operation = {
	.id = "headRaw",
	.method = "HEAD",
	.path = "/raw",
};

enum oac_status bodies_head_raw(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err)
{
	return oac_call(client, &bodies_head_raw_operation,
		NULL, NULL, options, NULL, err);
}

enum oac_status bodies_head_raw_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &bodies_head_raw_operation,
		NULL, NULL, options, &then, async, err);
}

const struct oac_operation bodies_download_operation = {
	.id = "download",
	.method = "GET",
	.path = "/download",
	.response_media = OAC_MEDIA_RAW,
	.accept = "application/zip",
};

enum oac_status bodies_download(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_bytes **out,
	struct oac_error *err)
{
	void *result = NULL;
	enum oac_status status = oac_call(client, &bodies_download_operation,
		NULL, NULL, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status bodies_download_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct oac_bytes *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { oac_bytes_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &bodies_download_operation,
		NULL, NULL, options, &then, async, err);
}

static const struct oac_answer send_both_answers[] = {
	{ 202, BODIES_SEND_BOTH_ANSWER_ACCEPTED },
	{ 200, BODIES_SEND_BOTH_ANSWER_OK },
};

const struct oac_operation bodies_send_both_operation = {
	.id = "sendBoth",
	.method = "POST",
	.path = "/both",
	.body_media = OAC_MEDIA_JSON,
	.request = &bodies_shared_type,
	.response_media = OAC_MEDIA_JSON,
	.response = { &bodies_send_both_answer_type, sizeof(struct bodies_send_both_answer), OAC_KIND_UNION },
	.answers = send_both_answers,
	.answer_count = OAC_COUNT(send_both_answers),
};

enum oac_status bodies_send_both(struct oac_client *client,
	const struct bodies_shared *request,
	const struct oac_call_options *options,
	struct bodies_send_both_answer **out,
	struct oac_error *err)
{
	void *result = NULL;
	enum oac_status status = oac_call(client, &bodies_send_both_operation,
		NULL, request, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status bodies_send_both_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct bodies_shared *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct bodies_send_both_answer *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { bodies_send_both_answer_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &bodies_send_both_operation,
		NULL, request, options, &then, async, err);
}
