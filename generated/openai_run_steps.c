/* Made by oac 0.1.0 from assistants.yaml (version 2.0.0). Don't edit: regenerate. */
#undef OAC_WARN_DEPRECATED /* the library itself may touch what is deprecated */
#include "openai_run_steps.h"

#include "openai_tables.h"
#include "oac_page.h"

const struct oac_list openai_run_step_list_type = OAC_LIST_TYPE(openai_run_step_list, OAC_KIND_OBJECT, &openai_run_step_type);

static const struct oac_field openai_run_step_page_fields[] = {
	OAC_STRING(struct openai_run_step_page, object, "object", OAC_REQUIRED),
	OAC_LIST_OF(struct openai_run_step_page, data, "data", OAC_REQUIRED, openai_run_step_list),
	OAC_STRING(struct openai_run_step_page, first_id, "first_id", OAC_REQUIRED),
	OAC_STRING(struct openai_run_step_page, last_id, "last_id", OAC_REQUIRED),
	OAC_FLAG(struct openai_run_step_page, has_more, "has_more", OAC_REQUIRED),
};

const struct oac_object openai_run_step_page_type = OAC_OBJECT_TYPE(openai_run_step_page, openai_run_step_page_fields, 0);

OAC_TYPE_FUNCTIONS(openai_run_step_page, OAC_KIND_OBJECT)
OAC_DONE_FUNCTION(openai_run_step_page)

static const struct oac_field openai_list_run_steps_request_fields[] = {
	OAC_OPT_INT64(struct openai_list_run_steps_request, limit, "limit", OAC_IN_QUERY),
	OAC_ENUM(struct openai_list_run_steps_request, order, "order", OAC_IN_QUERY, openai_list_order),
	OAC_STRING(struct openai_list_run_steps_request, after, "after", OAC_IN_QUERY),
	OAC_STRING(struct openai_list_run_steps_request, before, "before", OAC_IN_QUERY),
	OAC_LIST_OF(struct openai_list_run_steps_request, include, "include[]", OAC_IN_QUERY, openai_run_step_include_item_list),
};

const struct oac_object openai_list_run_steps_request_type = OAC_OBJECT_TYPE(openai_list_run_steps_request, openai_list_run_steps_request_fields, 0);

static const struct oac_field openai_get_run_step_request_fields[] = {
	OAC_LIST_OF(struct openai_get_run_step_request, include, "include[]", OAC_IN_QUERY, openai_run_step_include_item_list),
};

const struct oac_object openai_get_run_step_request_type = OAC_OBJECT_TYPE(openai_get_run_step_request, openai_get_run_step_request_fields, 0);

const struct oac_operation openai_run_steps_list_operation = {
	.id = "listRunSteps",
	.method = "GET",
	.path = "/threads/{thread_id}/runs/{run_id}/steps",
	.request = &openai_list_run_steps_request_type,
	.response_media = OAC_MEDIA_JSON,
	.response = { &openai_run_step_page_type, sizeof(struct openai_run_step_page), OAC_KIND_OBJECT },
};

enum oac_status openai_run_steps_list(struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const struct openai_list_run_steps_request *request,
	const struct oac_call_options *options,
	struct openai_run_step_page **out,
	struct oac_error *err)
{
	const char *const path[] = { thread_id, run_id };
	void *result = NULL;
	enum oac_status status = oac_call(client, &openai_run_steps_list_operation,
		path, request, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status openai_run_steps_list_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const struct openai_list_run_steps_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_run_step_page *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const char *const path[] = { thread_id, run_id };
	const struct oac_done then = { openai_run_step_page_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &openai_run_steps_list_operation,
		path, request, options, &then, async, err);
}

static const struct oac_paging run_steps_list_paging = OAC_PAGING(struct openai_list_run_steps_request, after,
	struct openai_run_step_page, data, has_more, struct openai_run_step, id);

enum oac_status openai_run_steps_list_each(struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const struct openai_list_run_steps_request *request,
	const struct oac_call_options *options,
	int (*each)(void *user, const struct openai_run_step *item),
	void *user,
	struct oac_error *err)
{
	const char *const path[] = { thread_id, run_id };
	struct oac_each to = { (oac_function *)each, user };

	return oac_page_each(client, &openai_run_steps_list_operation, &run_steps_list_paging,
		path, request, options, openai_run_step_given, &to, err);
}

enum oac_status openai_run_steps_list_each_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const struct openai_list_run_steps_request *request,
	const struct oac_call_options *options,
	int (*each)(void *user, const struct openai_run_step *item),
	void (*done)(void *user, enum oac_status status, const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const char *const path[] = { thread_id, run_id };
	const struct oac_each to = { (oac_function *)each, user };
	const struct oac_done then = { oac_nothing_done, (oac_function *)done, user };

	return oac_page_each_async(loop, client, &openai_run_steps_list_operation, &run_steps_list_paging,
		path, request, options, openai_run_step_given, &to, &then, async, err);
}

enum oac_status openai_run_steps_list_pages(struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const struct openai_list_run_steps_request *request,
	const struct oac_call_options *options,
	struct oac_pager **pager,
	struct oac_error *err)
{
	const char *const path[] = { thread_id, run_id };

	return oac_pager_open(client, &openai_run_steps_list_operation, &run_steps_list_paging,
		path, request, options, pager, err);
}

enum oac_status openai_run_steps_list_next_page(struct oac_pager *pager,
	const struct openai_run_step_page **page, struct oac_error *err)
{
	const void *value;
	enum oac_status status = oac_pager_next(pager, &openai_run_steps_list_operation, &value, err);

	*page = value;
	return status;
}

enum oac_status openai_run_steps_list_next(struct oac_pager *pager,
	const struct openai_run_step **item, struct oac_error *err)
{
	const void *value;
	enum oac_status status = oac_pager_next_item(pager, &openai_run_steps_list_operation, &value, err);

	*item = value;
	return status;
}

const struct oac_operation openai_run_steps_retrieve_operation = {
	.id = "getRunStep",
	.method = "GET",
	.path = "/threads/{thread_id}/runs/{run_id}/steps/{step_id}",
	.request = &openai_get_run_step_request_type,
	.response_media = OAC_MEDIA_JSON,
	.response = { &openai_run_step_type, sizeof(struct openai_run_step), OAC_KIND_OBJECT },
};

enum oac_status openai_run_steps_retrieve(struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const char *step_id,
	const struct openai_get_run_step_request *request,
	const struct oac_call_options *options,
	struct openai_run_step **out,
	struct oac_error *err)
{
	const char *const path[] = { thread_id, run_id, step_id };
	void *result = NULL;
	enum oac_status status = oac_call(client, &openai_run_steps_retrieve_operation,
		path, request, options, out ? &result : NULL, err);

	if (out != NULL)
		*out = result;
	return status;
}

enum oac_status openai_run_steps_retrieve_async(struct oac_loop *loop,
	struct oac_client *client,
	const char *thread_id,
	const char *run_id,
	const char *step_id,
	const struct openai_get_run_step_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct openai_run_step *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err)
{
	const char *const path[] = { thread_id, run_id, step_id };
	const struct oac_done then = { openai_run_step_done, (oac_function *)done, user };

	return oac_call_async(loop, client, &openai_run_steps_retrieve_operation,
		path, request, options, &then, async, err);
}
