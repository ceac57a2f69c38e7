#include "oac_page.h"

#include "oac_error_set.h"
#include "oac_options.h"
#include "oac_page_place.h"

#include <string.h>

/* False: the callback, or the handle of an _async form, says stop. */
static bool give_items(const struct oac_paging *paging, const void *answer, oac_item_fn callback,
	void *user, const struct oac_task *task)
{
	struct oac_page_items items = oac_page_items(paging, answer);

	for (size_t i = 0; i < items.count; i++)
		if (callback(user, items.first + i * paging->item_size) != 0 || task->stopped)
			return false;
	return true;
}

/* ---- in steps ---- */

struct pages {
	struct oac_client *client;
	const struct oac_operation *operation;
	const char *const *path;
	struct oac_call_options options;
	struct oac_page_place place;
	struct oac_call call;
	oac_item_fn callback;
	void *user;
	struct oac_error *err;
	struct oac_task *task;
	enum oac_status status; /* when over */
	bool is_over;
};

static void pages_over(struct pages *p, enum oac_status status)
{
	p->status = status;
	p->is_over = true;
}

static void begin_page(struct pages *p)
{
	oac_page_place_begin(&p->place, &p->call, p->task, p->client, p->operation, p->path,
		&p->options, p->err);
}

static bool pages_step(struct pages *p, int64_t wait_ms)
{
	void *answer;
	bool more;

	if (p->is_over)
		return true;
	if (!oac_call_step(&p->call, wait_ms))
		return false;
	enum oac_status status = oac_page_place_end(&p->place, &p->call, &answer, &more);
	bool stop = answer != NULL &&
		!give_items(p->place.paging, answer, p->callback, p->user, p->task);
	if (stop && p->task->stopped) {
		pages_over(p,
			oac_error_set(p->err, OAC_E_CANCELLED, "%s %s: cancelled by the caller",
				p->operation->method, p->operation->path));
	} else if (stop) {
		oac_error_clear(p->err);
		pages_over(p, OAC_OK);
	} else if (more) {
		oac_response_clear(p->options.response);
		begin_page(p);
	} else {
		pages_over(p, status);
	}
	oac_free(answer);
	return p->is_over;
}

static enum oac_status pages_end(struct pages *p)
{
	if (!p->is_over)
		oac_call_end(&p->call, NULL);
	oac_page_place_clear(&p->place);
	return p->status;
}

/* ---- a function that blocks ---- */

enum oac_status oac_page_each(struct oac_client *client, const struct oac_operation *operation,
	const struct oac_paging *paging, const char *const *path, const void *request,
	const struct oac_call_options *options, oac_item_fn callback, void *user,
	struct oac_error *err)
{
	struct oac_task task = { .cancel = options != NULL ? options->cancel : NULL };
	struct pages p = { .client = client, .operation = operation, .path = path,
		.callback = callback, .user = user, .err = err, .task = &task };

	oac_error_clear(err);
	if (options != NULL)
		p.options = *options;
	if (p.options.response != NULL)
		memset(p.options.response, 0, sizeof(*p.options.response));
	if (!oac_page_place_init(&p.place, paging, request))
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	begin_page(&p);
	while (!pages_step(&p, OAC_NO_LIMIT))
		;
	return pages_end(&p);
}

/* ---- on a loop ---- */

struct async_pages {
	struct oac_task task;
	struct pages pages;
	struct oac_arena arena; /* of path and options */
	void *copy;		/* of the request: what the texts of the place's are part of */
	struct oac_error err;
	struct oac_each each;
	struct oac_done done;
};

static bool async_step(struct oac_task *task, int64_t wait_ms)
{
	return pages_step(&((struct async_pages *)task)->pages, wait_ms);
}

static int64_t async_due(const struct oac_task *task)
{
	const struct pages *p = &((const struct async_pages *)task)->pages;

	return p->is_over ? 0 : oac_call_due(&p->call);
}

static enum oac_status async_end(struct async_pages *a)
{
	enum oac_status status = pages_end(&a->pages);

	oac_free(a->copy);
	oac_arena_clear(&a->arena);
	return status;
}

static void async_finish(struct oac_task *task)
{
	struct async_pages *a = (struct async_pages *)task;
	enum oac_status status = async_end(a);

	oac_done_call(&a->done, status, NULL, &a->err);
	oac_mem_free(a);
}

/* What later pages need. False when memory is short. */
static bool keep_arguments(struct async_pages *a, const struct oac_paging *paging,
	const char *const *path, const void *request, const struct oac_call_options *options)
{
	struct pages *p = &a->pages;
	const struct oac_shape shape = { p->operation->request, paging->request_size,
		OAC_KIND_OBJECT };

	if (!oac_arena_init(&a->arena, 0) ||
		!oac_path_copy(&a->arena, p->operation, path, &p->path) ||
		!oac_options_copy(&a->arena, options, &p->options))
		return false;
	a->copy = oac_copy(&shape, request);
	return (a->copy != NULL || request == NULL) &&
		oac_page_place_init(&p->place, paging, a->copy);
}

enum oac_status oac_page_each_async(struct oac_loop *loop, struct oac_client *client,
	const struct oac_operation *operation, const struct oac_paging *paging,
	const char *const *path, const void *request, const struct oac_call_options *options,
	oac_item_fn callback, const struct oac_each *each, const struct oac_done *done,
	struct oac_async *async, struct oac_error *err)
{
	static const struct oac_task_type type = { async_step, async_due, async_finish };
	struct oac_task *task;
	enum oac_status status =
		oac_async_new(loop, sizeof(struct async_pages), &type, options, &task, async, err);
	struct async_pages *a = (struct async_pages *)task;

	if (status != OAC_OK)
		return status;
	a->each = *each;
	a->done = *done;
	a->pages = (struct pages){ .client = client,
		.operation = operation,
		.callback = callback,
		.user = &a->each,
		.err = &a->err,
		.task = task };
	if (!keep_arguments(a, paging, path, request, options)) {
		pages_over(&a->pages, oac_error_set(&a->err, OAC_E_NOMEM, "out of memory"));
	} else {
		begin_page(&a->pages);
		if (a->pages.call.status == OAC_OK)
			return OAC_OK;
	}
	async_end(a);
	return oac_async_refuse(task, &a->err, async, err);
}
