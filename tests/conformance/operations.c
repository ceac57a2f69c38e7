#define _POSIX_C_SOURCE 200809L

#include "operations.h"

#include <string.h>

/* What stands between the client and the request, for the macros below. */
#define NO_PATH
#define ASSISTANT in->assistant_id,
#define THREAD in->thread_id,
#define MESSAGE in->thread_id, in->message_id,
#define RUN in->thread_id, in->run_id,
#define STEP in->thread_id, in->run_id, in->step_id,

#define FUNCTION(name)                                                                             \
	static enum oac_status name(struct oac_client *client, struct input *in,                   \
		struct oac_error *err)

/* A call whose request is its body. prepare: statements on the request, once it is decoded. */
#define WITH_BODY(name, path, request_type, result_type, prepare)                                  \
	FUNCTION(name)                                                                             \
	{                                                                                          \
		struct request_type *request = NULL;                                               \
		struct result_type *result = NULL;                                                 \
		enum oac_status status = OAC_OK;                                                   \
                                                                                                   \
		if (in->body != NULL)                                                              \
			status = request_type##_from_json(in->body, strlen(in->body), &request, err); \
		prepare;                                                                           \
		if (status == OAC_OK)                                                              \
			status = openai_##name(client, path request, &in->options, &result, err);  \
		request_type##_free(request);                                                      \
		result_type##_free(result);                                                        \
		return status;                                                                     \
	}

/* A call that has only a path. */
#define WITHOUT_BODY(name, path, result_type)                                                      \
	FUNCTION(name)                                                                             \
	{                                                                                          \
		struct result_type *result;                                                        \
		enum oac_status status = openai_##name(client, path &in->options, &result, err);   \
                                                                                                   \
		result_type##_free(result);                                                        \
		return status;                                                                     \
	}

/* A list, one page and all of them. more: further members of the request. */
#define LIST(name, path, request_type, page_type, item_type, more)                                 \
	static int name##_item(void *user, const struct item_type *item)                           \
	{                                                                                          \
		add_id(user, item->id);                                                            \
		return 0;                                                                          \
	}                                                                                          \
                                                                                                   \
	static void name##_request(const struct input *in, struct request_type *request)           \
	{                                                                                          \
		memset(request, 0, sizeof(*request));                                              \
		request->limit = in->limit;                                                        \
		request->order = in->order;                                                        \
		request->after = in->after;                                                        \
		request->before = in->before;                                                      \
		more;                                                                              \
	}                                                                                          \
                                                                                                   \
	FUNCTION(name)                                                                             \
	{                                                                                          \
		struct request_type request;                                                       \
		struct page_type *page;                                                            \
		enum oac_status status;                                                            \
                                                                                                   \
		name##_request(in, &request);                                                      \
		status = openai_##name(client, path &request, &in->options, &page, err);           \
		page_type##_free(page);                                                            \
		return status;                                                                     \
	}                                                                                          \
                                                                                                   \
	FUNCTION(name##_each)                                                                      \
	{                                                                                          \
		struct request_type request;                                                       \
                                                                                                   \
		name##_request(in, &request);                                                      \
		return openai_##name##_each(client, path &request, &in->options, name##_item, in,  \
			err);                                                                      \
	}

static void add_id(struct input *in, const char *id)
{
	if (in->ids == NULL)
		in->ids = cJSON_CreateArray();
	cJSON_AddItemToArray(in->ids, id != NULL ? cJSON_CreateString(id) : cJSON_CreateNull());
}

WITH_BODY(assistants_create, NO_PATH, openai_create_assistant_request, openai_assistant, (void)0)
WITHOUT_BODY(assistants_retrieve, ASSISTANT, openai_assistant)
WITH_BODY(assistants_update, ASSISTANT, openai_modify_assistant_request, openai_assistant, (void)0)
WITHOUT_BODY(assistants_delete, ASSISTANT, openai_assistant_deleted)
LIST(assistants_list, NO_PATH, openai_list_assistants_request, openai_assistant_page,
	openai_assistant, (void)0)

WITH_BODY(threads_create, NO_PATH, openai_create_thread_request, openai_thread, (void)0)
WITHOUT_BODY(threads_retrieve, THREAD, openai_thread)
WITH_BODY(threads_update, THREAD, openai_modify_thread_request, openai_thread, (void)0)
WITHOUT_BODY(threads_delete, THREAD, openai_thread_deleted)
WITH_BODY(threads_create_and_run, NO_PATH, openai_create_thread_and_run_request, openai_run, (void)0)

WITH_BODY(messages_create, THREAD, openai_create_message_request, openai_message, (void)0)
WITHOUT_BODY(messages_retrieve, MESSAGE, openai_message)
WITH_BODY(messages_update, MESSAGE, openai_modify_message_request, openai_message, (void)0)
WITHOUT_BODY(messages_delete, MESSAGE, openai_message_deleted)
LIST(messages_list, THREAD, openai_list_messages_request, openai_message_page, openai_message,
	request->run_id = in->in_run)

WITH_BODY(runs_create, THREAD, openai_create_run_request, openai_run,
	if (request != NULL) request->include = in->include)
WITHOUT_BODY(runs_retrieve, RUN, openai_run)
WITH_BODY(runs_update, RUN, openai_modify_run_request, openai_run, (void)0)
WITHOUT_BODY(runs_cancel, RUN, openai_run)
WITH_BODY(runs_submit_tool_outputs, RUN, openai_submit_tool_outputs_request, openai_run, (void)0)
LIST(runs_list, THREAD, openai_list_runs_request, openai_run_page, openai_run, (void)0)

LIST(run_steps_list, RUN, openai_list_run_steps_request, openai_run_step_page, openai_run_step,
	request->include = in->include)

FUNCTION(run_steps_retrieve)
{
	const struct openai_get_run_step_request request = { .include = in->include };
	struct openai_run_step *step;
	enum oac_status status =
		openai_run_steps_retrieve(client, STEP &request, &in->options, &step, err);

	openai_run_step_free(step);
	return status;
}

static const struct operation operations[] = {
	{ "assistants.create", ANSWER_OBJECT, assistants_create, NULL },
	{ "assistants.retrieve", ANSWER_OBJECT, assistants_retrieve, NULL },
	{ "assistants.update", ANSWER_OBJECT, assistants_update, NULL },
	{ "assistants.delete", ANSWER_DELETED, assistants_delete, NULL },
	{ "assistants.list", ANSWER_LIST, assistants_list, assistants_list_each },
	{ "threads.create", ANSWER_OBJECT, threads_create, NULL },
	{ "threads.retrieve", ANSWER_OBJECT, threads_retrieve, NULL },
	{ "threads.update", ANSWER_OBJECT, threads_update, NULL },
	{ "threads.delete", ANSWER_DELETED, threads_delete, NULL },
	{ "threads.createAndRun", ANSWER_OBJECT, threads_create_and_run, NULL },
	{ "messages.create", ANSWER_OBJECT, messages_create, NULL },
	{ "messages.retrieve", ANSWER_OBJECT, messages_retrieve, NULL },
	{ "messages.update", ANSWER_OBJECT, messages_update, NULL },
	{ "messages.delete", ANSWER_DELETED, messages_delete, NULL },
	{ "messages.list", ANSWER_LIST, messages_list, messages_list_each },
	{ "runs.create", ANSWER_OBJECT, runs_create, NULL },
	{ "runs.retrieve", ANSWER_OBJECT, runs_retrieve, NULL },
	{ "runs.update", ANSWER_OBJECT, runs_update, NULL },
	{ "runs.cancel", ANSWER_OBJECT, runs_cancel, NULL },
	{ "runs.submitToolOutputs", ANSWER_OBJECT, runs_submit_tool_outputs, NULL },
	{ "runs.list", ANSWER_LIST, runs_list, runs_list_each },
	{ "runs.steps.retrieve", ANSWER_OBJECT, run_steps_retrieve, NULL },
	{ "runs.steps.list", ANSWER_LIST, run_steps_list, run_steps_list_each },
};

const struct operation *operation_find(const char *name)
{
	for (size_t i = 0; i < sizeof(operations) / sizeof(operations[0]); i++)
		if (strcmp(operations[i].name, name) == 0)
			return &operations[i];
	return NULL;
}

const struct operation *operation_lists(const char *resource)
{
	size_t len = strlen(resource);

	for (size_t i = 0; i < sizeof(operations) / sizeof(operations[0]); i++) {
		const char *name = operations[i].name;
		size_t stem = strlen(name) - (sizeof(".list") - 1);

		if (operations[i].each != NULL && stem >= len &&
			strncmp(name + stem - len, resource, len) == 0 &&
			(stem == len || name[stem - len - 1] == '.'))
			return &operations[i];
	}
	return NULL;
}
