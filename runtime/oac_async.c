#include "oac_async.h"

#include "oac_call.h"
#include "oac_error_set.h"
#include "oac_memory.h"
#include "oac_stream.h"

#include <string.h>

OAC_DONE_API(oac_nothing)
{
	(void)result;
	((void (*)(void *, enum oac_status, const struct oac_error *))done->function)(done->user,
		status, err);
}

OAC_DONE_FUNCTION(oac_json)
OAC_DONE_FUNCTION(oac_bytes)
OAC_DONE_FUNCTION(oac_string_list)
OAC_DONE_FUNCTION(oac_int64_list)
OAC_DONE_FUNCTION(oac_uint64_list)
OAC_DONE_FUNCTION(oac_double_list)
OAC_DONE_FUNCTION(oac_bool_list)
OAC_DONE_FUNCTION(oac_json_list)
OAC_DONE_FUNCTION(oac_string_map)
OAC_DONE_FUNCTION(oac_json_map)

void oac_done_call(const struct oac_done *done, enum oac_status status, void *result,
	const struct oac_error *err)
{
	if (done->function != NULL)
		done->call(done, status, result, err);
	else
		oac_free(result);
}

OAC_GIVEN_FUNCTION(oac_raw_event)

/* ---- any task ---- */

enum oac_status oac_async_new(struct oac_loop *loop, size_t size, const struct oac_task_type *type,
	const struct oac_call_options *options, struct oac_task **task, struct oac_async *async,
	struct oac_error *err)
{
	struct oac_task *made = oac_malloc(size);
	enum oac_status status;

	*task = NULL;
	oac_error_clear(err);
	if (async != NULL)
		*async = (struct oac_async){ 0, 0 };
	if (made == NULL)
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	memset(made, 0, size);
	made->type = type;
	made->cancel = options != NULL ? options->cancel : NULL;
	status = oac_loop_add(loop, made, async, err);
	if (status == OAC_OK)
		*task = made;
	else
		oac_mem_free(made);
	return status;
}

enum oac_status oac_async_refuse(struct oac_task *task, const struct oac_error *why,
	struct oac_async *async, struct oac_error *err)
{
	enum oac_status status = why->status;

	if (err != NULL)
		*err = *why;
	if (async != NULL)
		*async = (struct oac_async){ 0, 0 };
	oac_loop_remove(task);
	oac_mem_free(task);
	return status;
}

/* ---- a call ---- */

struct async_call {
	struct oac_task task;
	struct oac_call call;
	struct oac_error err;
	struct oac_done done;
};

static bool step(struct oac_task *task, int64_t wait_ms)
{
	return oac_call_step(&((struct async_call *)task)->call, wait_ms);
}

static int64_t due(const struct oac_task *task)
{
	return oac_call_due(&((const struct async_call *)task)->call);
}

static void finish(struct oac_task *task)
{
	struct async_call *a = (struct async_call *)task;
	void *result = NULL;
	enum oac_status status = oac_call_end(&a->call, a->done.function != NULL ? &result : NULL);

	oac_done_call(&a->done, status, result, &a->err);
	oac_mem_free(a);
}

enum oac_status oac_call_async(struct oac_loop *loop, struct oac_client *client,
	const struct oac_operation *operation, const char *const *path, const void *request,
	const struct oac_call_options *options, const struct oac_done *done,
	struct oac_async *async, struct oac_error *err)
{
	static const struct oac_task_type type = { step, due, finish };
	struct oac_task *task;
	enum oac_status status =
		oac_async_new(loop, sizeof(struct async_call), &type, options, &task, async, err);
	struct async_call *a = (struct async_call *)task;

	if (status != OAC_OK)
		return status;
	a->done = *done;
	oac_call_begin(&a->call, task, client, operation, path, request, options, &a->err);
	if (a->call.status == OAC_OK)
		return OAC_OK;
	oac_call_end(&a->call, NULL);
	return oac_async_refuse(task, &a->err, async, err);
}
