/* Made by oac 0.1.0 from assistants.yaml (version 2.0.0). Don't edit: regenerate. */
#undef OAC_WARN_DEPRECATED /* the library itself may touch what is deprecated */
#include "openai_assistants.h"

#include "openai_tables.h"
#include "oac_page.h"

static const struct oac_field openai_assistant_fields[] = {
	OAC_STRING(struct openai_assistant, id, "id", OAC_REQUIRED),
	OAC_CONST("object", "\"assistant\"", OAC_REQUIRED),
	OAC_INT64(struct openai_assistant, created_at, "created_at", OAC_REQUIRED),
	OAC_STRING(struct openai_assistant, name, "name", OAC_REQUIRED | OAC_NULLABLE),
	OAC_STRING(struct openai_assistant, description, "description", OAC_REQUIRED | OAC_NULLABLE),
	OAC_STRING(struct openai_assistant, model, "model", OAC_REQUIRED),
	OAC_STRING(struct openai_assistant, instructions, "instructions", OAC_REQUIRED | OAC_NULLABLE),
	OAC_LIST_OF(struct openai_assistant, tools, "tools", OAC_REQUIRED, openai_assistant_tool_list),
	OAC_POINTER(struct openai_assistant, tool_resources, "tool_resources", OAC_NULLABLE, openai_tool_resources),
	OAC_MAP_OF(struct openai_assistant, metadata, "metadata", OAC_REQUIRED | OAC_NULLABLE, oac_string_map),
	OAC_OPT_DOUBLE(struct openai_assistant, temperature, "temperature", OAC_NULLABLE),
	OAC_OPT_DOUBLE(struct openai_assistant, top_p, "top_p", OAC_NULLABLE),
	OAC_UNION(struct openai_assistant, response_format, "response_format", OAC_NULLABLE, openai_response_format),
};

static const struct oac_limit openai_assistant_limits[] = {
	OAC_NUMBER_LIMIT(3, 0, OAC_LIMIT_MOST, 256),
	OAC_NUMBER_LIMIT(4, 0, OAC_LIMIT_MOST, 512),
	OAC_NUMBER_LIMIT(6, 0, OAC_LIMIT_MOST, 256000),
	OAC_NUMBER_LIMIT(7, 0, OAC_LIMIT_MOST, 128),
	OAC_NUMBER_LIMIT(10, 0, OAC_LIMIT_MINIMUM, 0),
	OAC_NUMBER_LIMIT(10, 0, OAC_LIMIT_MAXIMUM, 2),
	OAC_NUMBER_LIMIT(11, 0, OAC_LIMIT_MINIMUM, 0),
	OAC_NUMBER_LIMIT(11, 0, OAC_LIMIT_MAXIMUM, 1),
};

const struct oac_object openai_assistant_type = OAC_LIMITED_OBJECT_TYPE(openai_assistant, openai_assistant_fields, 0, openai_assistant_limits);

OAC_TYPE_FUNCTIONS(openai_assistant, OAC_KIND_OBJECT)
OAC_DONE_FUNCTION(openai_assistant)
OAC_GIVEN_FUNCTION(openai_assistant)

const struct oac_list openai_assistant_list_type = OAC_LIST_TYPE(openai_assistant_list, OAC_KIND_OBJECT, &openai_assistant_type);

static const struct oac_field openai_assistant_page_fields[] = {
	OAC_STRING(struct openai_assistant_page, object, "object", OAC_REQUIRED),
	OAC_LIST_OF(struct openai_assistant_page, data, "data", OAC_REQUIRED, openai_assistant_list),
	OAC_STRING(struct openai_assistant_page, first_id, "first_id", OAC_REQUIRED),
	OAC_STRING(struct openai_assistant_page, last_id, "last_id", OAC_REQUIRED),
	OAC_FLAG(struct openai_assistant_page, has_more, "has_more", OAC_REQUIRED),
};

const struct oac_object openai_assistant_page_type = OAC_OBJECT_TYPE(openai_assistant_page, openai_assistant_page_fields, 0);

OAC_TYPE_FUNCTIONS(openai_assistant_page, OAC_KIND_OBJECT)
OAC_DONE_FUNCTION(openai_assistant_page)

static const struct oac_field openai_create_assistant_request_fields[] = {
	OAC_STRING(struct openai_create_assistant_request, model, "model", OAC_REQUIRED),
	OAC_STRING(struct openai_create_assistant_request, name, "name", OAC_NULLABLE),
	OAC_STRING(struct openai_create_assistant_request, description, "description", OAC_NULLABLE),
	OAC_STRING(struct openai_create_assistant_request, instructions, "instructions", OAC_NULLABLE),
	OAC_ENUM(struct openai_create_assistant_request, reasoning_effort, "reasoning_effort", OAC_NULLABLE, openai_reasoning_effort),
	OAC_LIST_OF(struct openai_create_assistant_request, tools, "tools", 0, openai_assistant_tool_list),
	OAC_POINTER(struct openai_create_assistant_request, tool_resources, "tool_resources", OAC_NULLABLE, openai_create_tool_resources),
	OAC_MAP_OF(struct openai_create_assistant_request, metadata, "metadata", OAC_NULLABLE, oac_string_map),
	OAC_OPT_DOUBLE(struct openai_create_assistant_request, temperature, "temperature", OAC_NULLABLE),
	OAC_OPT_DOUBLE(struct openai_create_assistant_request, top_p, "top_p", OAC_NULLABLE),
	OAC_UNION(struct openai_create_assistant_request, response_format, "response_format", OAC_NULLABLE, openai_response_format),
};

static const struct oac_limit openai_create_assistant_request_limits[] = {
	OAC_NUMBER_LIMIT(1, 0, OAC_LIMIT_MOST, 256),
	OAC_NUMBER_LIMIT(2, 0, OAC_LIMIT_MOST, 512),
	OAC_NUMBER_LIMIT(3, 0, OAC_LIMIT_MOST, 256000),
	OAC_NUMBER_LIMIT(5, 0, OAC_LIMIT_MOST, 128),
	OAC_NUMBER_LIMIT(8, 0, OAC_LIMIT_MINIMUM, 0),
	OAC_NUMBER_LIMIT(8, 0, OAC_LIMIT_MAXIMUM, 2),
	OAC_NUMBER_LIMIT(9, 0, OAC_LIMIT_MINIMUM, 0),
	OAC_NUMBER_LIMIT(9, 0, OAC_LIMIT_MAXIMUM, 1),
};

const struct oac_object openai_create_assistant_request_type = OAC_LIMITED_OBJECT_TYPE(openai_create_assistant_request, openai_create_assistant_request_fields, OAC_CLOSED, openai_create_assistant_request_limits);

OAC_TYPE_FUNCTIONS(openai_create_assistant_request, OAC_KIND_OBJECT)

static const struct oac_field openai_modify_assistant_request_fields[] = {
	OAC_STRING(struct openai_modify_assistant_request, model, "model", 0),
	OAC_ENUM(struct openai_modify_assistant_request, reasoning_effort, "reasoning_effort", OAC_NULLABLE, openai_reasoning_effort),
	OAC_STRING(struct openai_modify_assistant_request, name, "name", OAC_NULLABLE),
	OAC_STRING(struct openai_modify_assistant_request, description, "description", OAC_NULLABLE),
	OAC_STRING(struct openai_modify_assistant_request, instructions, "instructions", OAC_NULLABLE),
	OAC_LIST_OF(struct openai_modify_assistant_request, tools, "tools", 0, openai_assistant_tool_list),
	OAC_POINTER(struct openai_modify_assistant_request, tool_resources, "tool_resources", OAC_NULLABLE, openai_tool_resources),
	OAC_MAP_OF(struct openai_modify_assistant_request, metadata, "metadata", OAC_NULLABLE, oac_string_map),
	OAC_OPT_DOUBLE(struct openai_modify_assistant_request, temperature, "temperature", OAC_NULLABLE),
	OAC_OPT_DOUBLE(struct openai_modify_assistant_request, top_p, "top_p", OAC_NULLABLE),
	OAC_UNION(struct openai_modify_assistant_request, response_format, "response_format", OAC_NULLABLE, openai_response_format),
};

static const struct oac_limit openai_modify_assistant_request_limits[] = {
	OAC_NUMBER_LIMIT(2, 0, OAC_LIMIT_MOST, 256),
	OAC_NUMBER_LIMIT(3, 0, OAC_LIMIT_MOST, 512),
	OAC_NUMBER_LIMIT(4, 0, OAC_LIMIT_MOST, 256000),
	OAC_NUMBER_LIMIT(5, 0, OAC_LIMIT_MOST, 128),
	OAC_NUMBER_LIMIT(8, 0, OAC_LIMIT_MINIMUM, 0),
	OAC_NUMBER_LIMIT(8, 0, OAC_LIMIT_MAXIMUM, 2),
	OAC_NUMBER_LIMIT(9, 0, OAC_LIMIT_MINIMUM, 0),
	OAC_NUMBER_LIMIT(9, 0, OAC_LIMIT_MAXIMUM, 1),
};

const struct oac_object openai_modify_assistant_request_type = OAC_LIMITED_OBJECT_TYPE(openai_modify_assistant_request, openai_modify_assistant_request_fields, OAC_CLOSED, openai_modify_assistant_request_limits);

OAC_TYPE_FUNCTIONS(openai_modify_assistant_request, OAC_KIND_OBJECT)

static const struct oac_field openai_assistant_deleted_fields[] = {
	OAC_STRING(struct openai_assistant_deleted, id, "id", OAC_REQUIRED),
	OAC_FLAG(struct openai_assistant_deleted, deleted, "deleted", OAC_REQUIRED),
	OAC_CONST("object", "\"assistant.deleted\"", OAC_REQUIRED),
};

const struct oac_object openai_assistant_deleted_type = OAC_OBJECT_TYPE(openai_assistant_deleted, openai_assistant_deleted_fields, 0);

OAC_TYPE_FUNCTIONS(openai_assistant_deleted, OAC_KIND_OBJECT)
OAC_DONE_FUNCTION(openai_assistant_deleted)

static const struct oac_field openai_list_assistants_request_fields[] = {
	OAC_OPT_INT64(struct openai_list_assistants_request, limit, "limit", OAC_IN_QUERY),
	OAC_ENUM(struct openai_list_assistants_request, order, "order", OAC_IN_QUERY, openai_list_order),
	OAC_STRING(struct openai_list_assistants_request, after, "after", OAC_IN_QUERY),
	OAC_STRING(struct openai_list_assistants_request, before, "before", OAC_IN_QUERY),
};

const struct oac_object openai_list_assistants_request_type = OAC_OBJECT_TYPE(openai_list_assistants_request, openai_list_assistants_request_fields, 0);

const struct oac_operation openai_assistants_list_operation = {
	.id = "listAssistants",
	.method = "GET",
	.path = "/assistants",
	.request = &openai_list_assistants_request_type,
	.response_media = OAC_MEDIA_JSON,
	.response = { &openai_assistant_page_type, sizeof(struct openai_assistant_page), OAC_KIND_OBJECT },
};

enum oac_status openai_assistants_list(struct oac_client *client,
	const struct openai_list_assistants_request *request,
	const struct oac_call_options *options,
	struct openai_assistant_page **out,
	struct oac_error *err)
{
	void *result = NULL;
	enum oac_status status = oac_call(client, &openai_assistants_list_operation,
		NULL, request, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status openai_assistants_list_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct openai_list_assistants_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_assistant_page *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { openai_assistant_page_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &openai_assistants_list_operation,
		NULL, request, options, &then, async, err);
}

static const struct oac_paging assistants_list_paging = OAC_PAGING(struct openai_list_assistants_request, after,
	struct openai_assistant_page, data, has_more, struct openai_assistant, id);

enum oac_status openai_assistants_list_each(struct oac_client *client,
	const struct openai_list_assistants_request *request,
	const struct oac_call_options *options,
	int (*each)(void *user, const struct openai_assistant *item),
	void *user,
	struct oac_error *err)
{
	struct oac_each to = { (oac_function *)each, user };

	return oac_page_each(client, &openai_assistants_list_operation, &assistants_list_paging,
		NULL, request, options, openai_assistant_given, &to, err);
}

enum oac_status openai_assistants_list_each_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct openai_list_assistants_request *request,
	const struct oac_call_options *options,
	int (*each)(void *user, const struct openai_assistant *item),
	void (*done)(void *user, enum oac_status status, const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_each to = { (oac_function *)each, user };
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_page_each_async(loop, client, &openai_assistants_list_operation, &assistants_list_paging,
		NULL, request, options, openai_assistant_given, &to, &then, async, err);
}

enum oac_status openai_assistants_list_pages(struct oac_client *client,
	const struct openai_list_assistants_request *request,
	const struct oac_call_options *options,
	struct oac_pager **pager,
	struct oac_error *err)
{
	return oac_pager_open(client, &openai_assistants_list_operation, &assistants_list_paging,
		NULL, request, options, pager, err);
}

enum oac_status openai_assistants_list_next_page(struct oac_pager *pager,
	const struct openai_assistant_page **page, struct oac_error *err)
{
	const void *value;
	enum oac_status status = oac_pager_next(pager, &openai_assistants_list_operation, &value, err);

	*page = value;
	return status;
}

enum oac_status openai_assistants_list_next(struct oac_pager *pager,
	const struct openai_assistant **item, struct oac_error *err)
{
	const void *value;
	enum oac_status status = oac_pager_next_item(pager, &openai_assistants_list_operation, &value, err);

	*item = value;
	return status;
}

const struct oac_operation openai_assistants_create_operation = {
	.id = "createAssistant",
	.method = "POST",
	.path = "/assistants",
	.flags = OAC_BODY_REQUIRED,
	.body_media = OAC_MEDIA_JSON,
	.request = &openai_create_assistant_request_type,
	.response_media = OAC_MEDIA_JSON,
	.response = { &openai_assistant_type, sizeof(struct openai_assistant), OAC_KIND_OBJECT },
};

enum oac_status openai_assistants_create(struct oac_client *client,
	const struct openai_create_assistant_request *request,
	const struct oac_call_options *options,
	struct openai_assistant **out,
	struct oac_error *err)
{
	void *result = NULL;
	enum oac_status status = oac_call(client, &openai_assistants_create_operation,
		NULL, request, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status openai_assistants_create_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct openai_create_assistant_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_assistant *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const struct oac_done then = { openai_assistant_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &openai_assistants_create_operation,
		NULL, request, options, &then, async, err);
}

const struct oac_operation openai_assistants_retrieve_operation = {
	.id = "getAssistant",
	.method = "GET",
	.path = "/assistants/{assistant_id}",
	.response_media = OAC_MEDIA_JSON,
	.response = { &openai_assistant_type, sizeof(struct openai_assistant), OAC_KIND_OBJECT },
};

enum oac_status openai_assistants_retrieve(struct oac_client *client,
	const char *assistant_id,
	const struct oac_call_options *options,
	struct openai_assistant **out,
	struct oac_error *err)
{
	const char *const path[] = { assistant_id };
	void *result = NULL;
	enum oac_status status = oac_call(client, &openai_assistants_retrieve_operation,
		path, NULL, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status openai_assistants_retrieve_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *assistant_id,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_assistant *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const char *const path[] = { assistant_id };
	const struct oac_done then = { openai_assistant_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &openai_assistants_retrieve_operation,
		path, NULL, options, &then, async, err);
}

const struct oac_operation openai_assistants_update_operation = {
	.id = "modifyAssistant",
	.method = "POST",
	.path = "/assistants/{assistant_id}",
	.flags = OAC_BODY_REQUIRED,
	.body_media = OAC_MEDIA_JSON,
	.request = &openai_modify_assistant_request_type,
	.response_media = OAC_MEDIA_JSON,
	.response = { &openai_assistant_type, sizeof(struct openai_assistant), OAC_KIND_OBJECT },
};

enum oac_status openai_assistants_update(struct oac_client *client,
	const char *assistant_id,
	const struct openai_modify_assistant_request *request,
	const struct oac_call_options *options,
	struct openai_assistant **out,
	struct oac_error *err)
{
	const char *const path[] = { assistant_id };
	void *result = NULL;
	enum oac_status status = oac_call(client, &openai_assistants_update_operation,
		path, request, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status openai_assistants_update_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *assistant_id,
	const struct openai_modify_assistant_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_assistant *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const char *const path[] = { assistant_id };
	const struct oac_done then = { openai_assistant_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &openai_assistants_update_operation,
		path, request, options, &then, async, err);
}

const struct oac_operation openai_assistants_delete_operation = {
	.id = "deleteAssistant",
	.method = "DELETE",
	.path = "/assistants/{assistant_id}",
	.response_media = OAC_MEDIA_JSON,
	.response = { &openai_assistant_deleted_type, sizeof(struct openai_assistant_deleted), OAC_KIND_OBJECT },
};

enum oac_status openai_assistants_delete(struct oac_client *client,
	const char *assistant_id,
	const struct oac_call_options *options,
	struct openai_assistant_deleted **out,
	struct oac_error *err)
{
	const char *const path[] = { assistant_id };
	void *result = NULL;
	enum oac_status status = oac_call(client, &openai_assistants_delete_operation,
		path, NULL, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status openai_assistants_delete_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *assistant_id,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_assistant_deleted *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const char *const path[] = { assistant_id };
	const struct oac_done then = { openai_assistant_deleted_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &openai_assistants_delete_operation,
		path, NULL, options, &then, async, err);
}
