#include "oac_page.h"

#include "oac_call.h"
#include "oac_error_set.h"
#include "oac_options.h"

#include <string.h>

static const void *member(const void *base, uint32_t offset)
{
	return (const char *)base + offset;
}

static const struct oac_any_list *list_of(const struct oac_paging *paging, const void *answer)
{
	return member(answer, paging->data);
}

static bool has_more(const struct oac_paging *paging, const void *answer)
{
	const void *at = member(answer, paging->has_more);

	if (paging->has_more_kind == OAC_KIND_OPT_BOOL) {
		const struct oac_opt_bool *more = at;
		return more->set && more->value;
	}
	return *(const bool *)at;
}

/*
 * The cursor of the page after this one, or NULL when this is the last: there is more,
 * the page has items, and the last one has an id. The answer owns it.
 */
static const char *next_cursor(const struct oac_paging *paging, const void *answer)
{
	const struct oac_any_list *list = list_of(paging, answer);

	if (!has_more(paging, answer) || list->items == NULL || list->count == 0)
		return NULL;
	const char *last = (const char *)list->items + (list->count - 1) * paging->item_size;
	const char *id;
	memcpy(&id, last + paging->item_id, sizeof(id));
	return id != NULL && *id != '\0' ? id : NULL;
}

/* False: the callback, or the handle of an _async form, says stop. */
static bool give_items(const struct oac_paging *paging, const void *answer, oac_item_fn callback,
	void *user, const struct oac_task *task)
{
	const struct oac_any_list *list = list_of(paging, answer);

	for (size_t i = 0; list->items != NULL && i < list->count; i++)
		if (callback(user, (const char *)list->items + i * paging->item_size) != 0 || task->stopped)
			return false;
	return true;
}

/*
 * The cursors that were seen, in constant space: the one before, and one from the past that
 * moves up whenever the number of pages has doubled. A circle of any length meets it.
 */
struct trail {
	char *last;
	char *mark;
	size_t pages;
};

/* Notes a cursor: false when it was there before, or with *no_memory set. */
static bool note_cursor(struct trail *trail, const char *cursor, bool *no_memory)
{
	char *copy;

	if ((trail->last != NULL && strcmp(trail->last, cursor) == 0) ||
		(trail->mark != NULL && strcmp(trail->mark, cursor) == 0))
		return false;
	copy = oac_strdup(cursor);
	*no_memory = copy == NULL;
	if (copy == NULL)
		return false;
	if (trail->mark != trail->last)
		oac_mem_free(trail->last);
	trail->last = copy;
	trail->pages++;
	if ((trail->pages & (trail->pages - 1)) == 0) {
		oac_mem_free(trail->mark);
		trail->mark = copy;
	}
	return true;
}

static void clear_trail(struct trail *trail)
{
	if (trail->mark != trail->last)
		oac_mem_free(trail->mark);
	oac_mem_free(trail->last);
}

/* ---- in steps ---- */

struct pages {
	struct oac_client *client;
	const struct oac_operation *operation;
	const struct oac_paging *paging;
	const char *const *path;
	struct oac_call_options options;
	char *request; /* with the cursor of the page that is asked for */
	struct trail trail;
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
	oac_call_begin(&p->call, p->task, p->client, p->operation, p->path, p->request, &p->options,
		p->err);
}

static void next_page(struct pages *p, const char *cursor)
{
	const struct oac_operation *operation = p->operation;
	bool no_memory = false;

	if (!note_cursor(&p->trail, cursor, &no_memory)) {
		pages_over(p, no_memory ? oac_error_set(p->err, OAC_E_NOMEM, "out of memory") :
			oac_error_set(p->err, OAC_E_PROTOCOL,
				"%s %s: the server repeats a cursor of an earlier page",
				operation->method, operation->path));
		return;
	}
	memcpy(p->request + p->paging->after, &p->trail.last, sizeof(p->trail.last));
	oac_response_clear(p->options.response);
	begin_page(p);
}

static bool pages_step(struct pages *p, int64_t wait_ms)
{
	const char *cursor = NULL;
	void *answer;

	if (p->is_over)
		return true;
	if (!oac_call_step(&p->call, wait_ms))
		return false;
	enum oac_status status = oac_call_end(&p->call, &answer);
	bool more = status == OAC_OK &&
		give_items(p->paging, answer, p->callback, p->user, p->task) &&
		(cursor = next_cursor(p->paging, answer)) != NULL;
	if (more)
		next_page(p, cursor);
	else if (status == OAC_OK && p->task->stopped)
		pages_over(p, oac_error_set(p->err, OAC_E_CANCELLED, "%s %s: cancelled by the caller",
			p->operation->method, p->operation->path));
	else
		pages_over(p, status);
	oac_free(answer);
	return p->is_over;
}

static enum oac_status pages_end(struct pages *p)
{
	if (!p->is_over)
		oac_call_end(&p->call, NULL);
	clear_trail(&p->trail);
	oac_mem_free(p->request);
	return p->status;
}

/* ---- a function that blocks ---- */

enum oac_status oac_page_each(struct oac_client *client, const struct oac_operation *operation,
	const struct oac_paging *paging, const char *const *path, const void *request,
	const struct oac_call_options *options, oac_item_fn callback, void *user,
	struct oac_error *err)
{
	struct oac_task task = { .cancel = options != NULL ? options->cancel : NULL };
	struct pages p = { .client = client, .operation = operation, .paging = paging, .path = path,
		.callback = callback, .user = user, .err = err, .task = &task };

	oac_error_clear(err);
	if (options != NULL)
		p.options = *options;
	if (p.options.response != NULL)
		memset(p.options.response, 0, sizeof(*p.options.response));
	p.request = oac_malloc(paging->request_size);
	if (p.request == NULL)
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	if (request != NULL)
		memcpy(p.request, request, paging->request_size);
	else
		memset(p.request, 0, paging->request_size);
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
	void *copy;		/* of the request: what the texts of pages.request are part of */
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

static bool copy_path(struct oac_arena *arena, const struct oac_operation *operation,
	const char *const *path, const char *const **copy)
{
	size_t count = 0;
	char **texts;

	for (const char *p = operation->path; *p != '\0'; p++)
		count += *p == '{';
	texts = oac_arena_alloc(arena, (count + 1) * sizeof(*texts));
	for (size_t i = 0; texts != NULL && i < count; i++) {
		size_t size = path[i] != NULL ? strlen(path[i]) + 1 : 0;
		texts[i] = size > 0 ? oac_arena_text(arena, size) : NULL;
		if (texts[i] == NULL && size > 0)
			return false;
		if (size > 0)
			memcpy(texts[i], path[i], size);
	}
	*copy = (const char *const *)texts;
	return texts != NULL;
}

/* What later pages need. False when memory is short. */
static bool keep_arguments(struct async_pages *a, const char *const *path, const void *request,
	const struct oac_call_options *options)
{
	struct pages *p = &a->pages;
	const struct oac_shape shape = { p->operation->request, p->paging->request_size, OAC_KIND_OBJECT };

	if (!oac_arena_init(&a->arena, 0) || !copy_path(&a->arena, p->operation, path, &p->path) ||
		!oac_options_copy(&a->arena, options, &p->options))
		return false;
	p->request = oac_malloc(shape.size);
	if (p->request == NULL)
		return false;
	memset(p->request, 0, shape.size);
	if (request == NULL)
		return true;
	a->copy = oac_copy(&shape, request);
	if (a->copy != NULL)
		memcpy(p->request, a->copy, shape.size);
	return a->copy != NULL;
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
	a->pages = (struct pages){ .client = client, .operation = operation, .paging = paging,
		.callback = callback, .user = &a->each, .err = &a->err, .task = task };
	if (!keep_arguments(a, path, request, options)) {
		pages_over(&a->pages, oac_error_set(&a->err, OAC_E_NOMEM, "out of memory"));
	} else {
		begin_page(&a->pages);
		if (a->pages.call.status == OAC_OK)
			return OAC_OK;
	}
	async_end(a);
	return oac_async_refuse(task, &a->err, async, err);
}
