#include "oac_page.h"

#include "oac_error_set.h"
#include "oac_memory.h"

#include <string.h>

/* What every generated list looks like. */
struct any_list {
	size_t count;
	const char *items;
};

static const void *member(const void *base, uint32_t offset)
{
	return (const char *)base + offset;
}

static const struct any_list *list_of(const struct oac_paging *paging, const void *answer)
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

const char *oac_page_next(const struct oac_paging *paging, const void *answer)
{
	const struct any_list *list = list_of(paging, answer);

	if (!has_more(paging, answer) || list->items == NULL || list->count == 0)
		return NULL;
	const char *last = list->items + (list->count - 1) * paging->item_size;
	const char *id;
	memcpy(&id, last + paging->item_id, sizeof(id));
	return id != NULL && *id != '\0' ? id : NULL;
}

static bool give_items(const struct oac_paging *paging, const void *answer, oac_item_fn callback,
	void *user)
{
	const struct any_list *list = list_of(paging, answer);

	for (size_t i = 0; list->items != NULL && i < list->count; i++)
		if (callback(user, list->items + i * paging->item_size) != 0)
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

enum oac_status oac_page_each(struct oac_client *client, const struct oac_operation *operation,
	const struct oac_paging *paging, const char *const *path, const void *request,
	const struct oac_call_options *options, oac_item_fn callback, void *user,
	struct oac_error *err)
{
	char *own_request = oac_malloc(paging->request_size);
	struct trail trail = { NULL, NULL, 0 };
	void *answer = NULL;
	bool no_memory = false;
	enum oac_status status;

	oac_error_clear(err);
	if (options != NULL && options->response != NULL)
		memset(options->response, 0, sizeof(*options->response));
	if (own_request == NULL)
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	if (request != NULL)
		memcpy(own_request, request, paging->request_size);
	else
		memset(own_request, 0, paging->request_size);
	for (;;) {
		status = oac_call(client, operation, path, own_request, options, &answer, err);
		if (status != OAC_OK || !give_items(paging, answer, callback, user))
			break;
		const char *next = oac_page_next(paging, answer);
		if (next == NULL)
			break;
		if (!note_cursor(&trail, next, &no_memory)) {
			status = no_memory ? oac_error_set(err, OAC_E_NOMEM, "out of memory") :
				oac_error_set(err, OAC_E_PROTOCOL,
					"%s %s: the server repeats a cursor of an earlier page",
					operation->method, operation->path);
			break;
		}
		memcpy(own_request + paging->after, &trail.last, sizeof(trail.last));
		oac_free(answer);
		answer = NULL;
		if (options != NULL && options->response != NULL)
			oac_response_clear(options->response);
	}
	oac_free(answer);
	clear_trail(&trail);
	oac_mem_free(own_request);
	return status;
}
