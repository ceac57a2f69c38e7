/* Made by oac 0.1.0 from assistants.yaml (version 2.0.0). Don't edit: regenerate. */
#undef OAC_WARN_DEPRECATED /* the library itself may touch what is deprecated */
#include "openai_messages.h"

#include "openai_tables.h"
#include "oac_page.h"

const struct oac_list openai_message_list_type = OAC_LIST_TYPE(openai_message_list, OAC_KIND_OBJECT, &openai_message_type);

static const struct oac_field openai_message_page_fields[] = {
	OAC_STRING(struct openai_message_page, object, "object", OAC_REQUIRED),
	OAC_LIST_OF(struct openai_message_page, data, "data", OAC_REQUIRED, openai_message_list),
	OAC_STRING(struct openai_message_page, first_id, "first_id", OAC_REQUIRED),
	OAC_STRING(struct openai_message_page, last_id, "last_id", OAC_REQUIRED),
	OAC_FLAG(struct openai_message_page, has_more, "has_more", OAC_REQUIRED),
};

const struct oac_object openai_message_page_type = OAC_OBJECT_TYPE(openai_message_page, openai_message_page_fields, 0);

OAC_TYPE_FUNCTIONS(openai_message_page, OAC_KIND_OBJECT)
OAC_DONE_FUNCTION(openai_message_page)

static const struct oac_field openai_modify_message_request_fields[] = {
	OAC_MAP_OF(struct openai_modify_message_request, metadata, "metadata", OAC_NULLABLE, oac_string_map),
};

const struct oac_object openai_modify_message_request_type = OAC_OBJECT_TYPE(openai_modify_message_request, openai_modify_message_request_fields, OAC_CLOSED);

OAC_TYPE_FUNCTIONS(openai_modify_message_request, OAC_KIND_OBJECT)

static const struct oac_field openai_message_deleted_fields[] = {
	OAC_STRING(struct openai_message_deleted, id, "id", OAC_REQUIRED),
	OAC_FLAG(struct openai_message_deleted, deleted, "deleted", OAC_REQUIRED),
	OAC_CONST("object", "\"thread.message.deleted\"", OAC_REQUIRED),
};

const struct oac_object openai_message_deleted_type = OAC_OBJECT_TYPE(openai_message_deleted, openai_message_deleted_fields, 0);

OAC_TYPE_FUNCTIONS(openai_message_deleted, OAC_KIND_OBJECT)
OAC_DONE_FUNCTION(openai_message_deleted)

static const struct oac_field openai_list_messages_request_fields[] = {
	OAC_OPT_INT64(struct openai_list_messages_request, limit, "limit", OAC_IN_QUERY),
	OAC_ENUM(struct openai_list_messages_request, order, "order", OAC_IN_QUERY, openai_list_order),
	OAC_STRING(struct openai_list_messages_request, after, "after", OAC_IN_QUERY),
	OAC_STRING(struct openai_list_messages_request, before, "before", OAC_IN_QUERY),
	OAC_STRING(struct openai_list_messages_request, run_id, "run_id", OAC_IN_QUERY),
};

const struct oac_object openai_list_messages_request_type = OAC_OBJECT_TYPE(openai_list_messages_request, openai_list_messages_request_fields, 0);

const struct oac_operation openai_messages_list_operation = {
	.id = "listMessages",
	.method = "GET",
	.path = "/threads/{thread_id}/messages",
	.request = &openai_list_messages_request_type,
	.response_media = OAC_MEDIA_JSON,
	.response = { &openai_message_page_type, sizeof(struct openai_message_page), OAC_KIND_OBJECT },
};

enum oac_status openai_messages_list(struct oac_client *client,
	const char *thread_id,
	const struct openai_list_messages_request *request,
	const struct oac_call_options *options,
	struct openai_message_page **out,
	struct oac_error *err)
{
	const char *const path[] = { thread_id };
	void *result = NULL;
	enum oac_status status = oac_call(client, &openai_messages_list_operation,
		path, request, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status openai_messages_list_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const struct openai_list_messages_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_message_page *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const char *const path[] = { thread_id };
	const struct oac_done then = { openai_message_page_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &openai_messages_list_operation,
		path, request, options, &then, async, err);
}

static const struct oac_paging messages_list_paging = OAC_PAGING(struct openai_list_messages_request, after,
	struct openai_message_page, data, has_more, struct openai_message, id);

enum oac_status openai_messages_list_each(struct oac_client *client,
	const char *thread_id,
	const struct openai_list_messages_request *request,
	const struct oac_call_options *options,
	int (*each)(void *user, const struct openai_message *item),
	void *user,
	struct oac_error *err)
{
	const char *const path[] = { thread_id };
	struct oac_each to = { (oac_function *)each, user };

	return oac_page_each(client, &openai_messages_list_operation, &messages_list_paging,
		path, request, options, openai_message_given, &to, err);
}

enum oac_status openai_messages_list_each_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const struct openai_list_messages_request *request,
	const struct oac_call_options *options,
	int (*each)(void *user, const struct openai_message *item),
	void (*done)(void *user, enum oac_status status, const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const char *const path[] = { thread_id };
	const struct oac_each to = { (oac_function *)each, user };
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_page_each_async(loop, client, &openai_messages_list_operation, &messages_list_paging,
		path, request, options, openai_message_given, &to, &then, async, err);
}

enum oac_status openai_messages_list_pages(struct oac_client *client,
	const char *thread_id,
	const struct openai_list_messages_request *request,
	const struct oac_call_options *options,
	struct oac_pager **pager,
	struct oac_error *err)
{
	const char *const path[] = { thread_id };

	return oac_pager_open(client, &openai_messages_list_operation, &messages_list_paging,
		path, request, options, pager, err);
}

enum oac_status openai_messages_list_next_page(struct oac_pager *pager,
	const struct openai_message_page **page, struct oac_error *err)
{
	const void *value;
	enum oac_status status = oac_pager_next(pager, &openai_messages_list_operation, &value, err);

	*page = value;
	return status;
}

enum oac_status openai_messages_list_next(struct oac_pager *pager,
	const struct openai_message **item, struct oac_error *err)
{
	const void *value;
	enum oac_status status = oac_pager_next_item(pager, &openai_messages_list_operation, &value, err);

	*item = value;
	return status;
}

const struct oac_operation openai_messages_create_operation = {
	.id = "createMessage",
	.method = "POST",
	.path = "/threads/{thread_id}/messages",
	.flags = OAC_BODY_REQUIRED,
	.body_media = OAC_MEDIA_JSON,
	.request = &openai_create_message_request_type,
	.response_media = OAC_MEDIA_JSON,
	.response = { &openai_message_type, sizeof(struct openai_message), OAC_KIND_OBJECT },
};

enum oac_status openai_messages_create(struct oac_client *client,
	const char *thread_id,
	const struct openai_create_message_request *request,
	const struct oac_call_options *options,
	struct openai_message **out,
	struct oac_error *err)
{
	const char *const path[] = { thread_id };
	void *result = NULL;
	enum oac_status status = oac_call(client, &openai_messages_create_operation,
		path, request, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status openai_messages_create_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const struct openai_create_message_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_message *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const char *const path[] = { thread_id };
	const struct oac_done then = { openai_message_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &openai_messages_create_operation,
		path, request, options, &then, async, err);
}

const struct oac_operation openai_messages_retrieve_operation = {
	.id = "getMessage",
	.method = "GET",
	.path = "/threads/{thread_id}/messages/{message_id}",
	.response_media = OAC_MEDIA_JSON,
	.response = { &openai_message_type, sizeof(struct openai_message), OAC_KIND_OBJECT },
};

enum oac_status openai_messages_retrieve(struct oac_client *client,
	const char *thread_id,
	const char *message_id,
	const struct oac_call_options *options,
	struct openai_message **out,
	struct oac_error *err)
{
	const char *const path[] = { thread_id, message_id };
	void *result = NULL;
	enum oac_status status = oac_call(client, &openai_messages_retrieve_operation,
		path, NULL, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status openai_messages_retrieve_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const char *message_id,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_message *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const char *const path[] = { thread_id, message_id };
	const struct oac_done then = { openai_message_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &openai_messages_retrieve_operation,
		path, NULL, options, &then, async, err);
}

const struct oac_operation openai_messages_update_operation = {
	.id = "modifyMessage",
	.method = "POST",
	.path = "/threads/{thread_id}/messages/{message_id}",
	.flags = OAC_BODY_REQUIRED,
	.body_media = OAC_MEDIA_JSON,
	.request = &openai_modify_message_request_type,
	.response_media = OAC_MEDIA_JSON,
	.response = { &openai_message_type, sizeof(struct openai_message), OAC_KIND_OBJECT },
};

enum oac_status openai_messages_update(struct oac_client *client,
	const char *thread_id,
	const char *message_id,
	const struct openai_modify_message_request *request,
	const struct oac_call_options *options,
	struct openai_message **out,
	struct oac_error *err)
{
	const char *const path[] = { thread_id, message_id };
	void *result = NULL;
	enum oac_status status = oac_call(client, &openai_messages_update_operation,
		path, request, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status openai_messages_update_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const char *message_id,
	const struct openai_modify_message_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_message *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const char *const path[] = { thread_id, message_id };
	const struct oac_done then = { openai_message_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &openai_messages_update_operation,
		path, request, options, &then, async, err);
}

const struct oac_operation openai_messages_delete_operation = {
	.id = "deleteMessage",
	.method = "DELETE",
	.path = "/threads/{thread_id}/messages/{message_id}",
	.response_media = OAC_MEDIA_JSON,
	.response = { &openai_message_deleted_type, sizeof(struct openai_message_deleted), OAC_KIND_OBJECT },
};

enum oac_status openai_messages_delete(struct oac_client *client,
	const char *thread_id,
	const char *message_id,
	const struct oac_call_options *options,
	struct openai_message_deleted **out,
	struct oac_error *err)
{
	const char *const path[] = { thread_id, message_id };
	void *result = NULL;
	enum oac_status status = oac_call(client, &openai_messages_delete_operation,
		path, NULL, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status openai_messages_delete_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const char *message_id,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_message_deleted *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const char *const path[] = { thread_id, message_id };
	const struct oac_done then = { openai_message_deleted_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &openai_messages_delete_operation,
		path, NULL, options, &then, async, err);
}
