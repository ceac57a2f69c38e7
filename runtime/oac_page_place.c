#include "oac_page_place.h"

#include "oac_error_set.h"
#include "oac_header.h"
#include "oac_link.h"

#include <string.h>

static const void *member(const void *base, uint32_t offset)
{
	return (const char *)base + offset;
}

struct oac_page_items oac_page_items(const struct oac_paging *paging, const void *answer)
{
	const struct oac_any_list *list = member(answer, paging->items);

	return (struct oac_page_items){ list->items != NULL ? list->count : 0, list->items };
}

bool oac_page_place_init(struct oac_page_place *place, const struct oac_paging *paging,
	const void *request)
{
	*place = (struct oac_page_place){ .paging = paging };
	place->request = oac_malloc(paging->request_size);
	if (place->request == NULL)
		return false;
	if (request != NULL)
		memcpy(place->request, request, paging->request_size);
	else
		memset(place->request, 0, paging->request_size);
	return true;
}

void oac_page_place_clear(struct oac_page_place *place)
{
	if (place->mark != place->last)
		oac_mem_free(place->mark);
	oac_mem_free(place->last);
	oac_mem_free(place->request);
	place->mark = place->last = place->request = NULL;
}

/* ---- the page behind this one ---- */

/* Notes a cursor: false when it was there before, or with *no_memory set. */
static bool note_cursor(struct oac_page_place *place, const char *cursor, size_t len,
	bool *no_memory)
{
	char *copy = oac_strndup(cursor, len);

	*no_memory = copy == NULL;
	if (copy == NULL)
		return false;
	if ((place->last != NULL && strcmp(place->last, copy) == 0) ||
		(place->mark != NULL && strcmp(place->mark, copy) == 0)) {
		oac_mem_free(copy);
		return false;
	}
	if (place->mark != place->last)
		oac_mem_free(place->last);
	place->last = copy;
	place->pages++;
	if ((place->pages & (place->pages - 1)) == 0) {
		oac_mem_free(place->mark);
		place->mark = copy;
	}
	return true;
}

/* Whether the answer itself says that there is more; one that cannot say so leaves it open. */
static bool may_have_more(const struct oac_paging *paging, const void *answer)
{
	const void *at = member(answer, paging->more.offset);

	switch (paging->more.kind) {
	case OAC_KIND_OPT_BOOL:
		return ((const struct oac_opt_bool *)at)->set &&
			((const struct oac_opt_bool *)at)->value;
	case OAC_KIND_BOOL:
		return *(const bool *)at;
	default:
		return true;
	}
}

/* False, and *number as it was: it is not there. */
static bool read_number(const struct oac_page_member *where, const void *base, int64_t *number)
{
	const void *at = member(base, where->offset);
	struct oac_opt_int64 optional;

	switch (where->kind) {
	case OAC_KIND_INT64:
		memcpy(number, at, sizeof(*number));
		return true;
	case OAC_KIND_OPT_INT64:
		memcpy(&optional, at, sizeof(optional));
		if (optional.set)
			*number = optional.value;
		return optional.set;
	default:
		return false;
	}
}

static void write_number(const struct oac_page_place *place, int64_t number)
{
	const struct oac_page_member *where = &place->paging->at;
	const struct oac_opt_int64 optional = oac_int(number);

	if (where->kind == OAC_KIND_OPT_INT64)
		memcpy(place->request + where->offset, &optional, sizeof(optional));
	else
		memcpy(place->request + where->offset, &number, sizeof(number));
}

/* By counting. False: this was the last page. */
static bool count_on(const struct oac_page_place *place, const void *answer, size_t items)
{
	const struct oac_paging *paging = place->paging;
	int64_t step = paging->style == OAC_PAGE_OFFSET ? (int64_t)items : 1;
	int64_t now = paging->first;
	int64_t total;

	read_number(&paging->at, place->request, &now);
	if (items == 0 || now > INT64_MAX - step)
		return false;
	now += step;
	if (read_number(&paging->total, answer, &total) && now >= total + paging->first)
		return false;
	write_number(place, now);
	return true;
}

/* What leads to the next page, or NULL. */
static const char *find_cursor(const struct oac_paging *paging, const void *answer,
	const char *headers, size_t *len)
{
	struct oac_page_items items = oac_page_items(paging, answer);
	const void *base = answer;
	const char *text;

	if (paging->style == OAC_PAGE_LINK)
		return oac_link_find(headers, "next", len);
	if (paging->style == OAC_PAGE_ID) {
		if (items.count == 0)
			return NULL;
		base = items.first + (items.count - 1) * paging->item_size;
	}
	memcpy(&text, member(base, paging->next.offset), sizeof(text));
	*len = text != NULL ? strlen(text) : 0;
	return text;
}

static enum oac_status advance(struct oac_page_place *place, const struct oac_call *call,
	const char *headers, const void *answer, bool *more)
{
	const struct oac_paging *paging = place->paging;
	bool no_memory;
	size_t len = 0;

	*more = false;
	if (!may_have_more(paging, answer))
		return OAC_OK;
	if (paging->style == OAC_PAGE_OFFSET || paging->style == OAC_PAGE_NUMBER) {
		*more = count_on(place, answer, oac_page_items(paging, answer).count);
		return OAC_OK;
	}
	const char *cursor = find_cursor(paging, answer, headers, &len);
	if (cursor == NULL || len == 0)
		return OAC_OK;
	*more = note_cursor(place, cursor, len, &no_memory);
	if (!*more && no_memory)
		return oac_error_set(call->err, OAC_E_NOMEM, "out of memory");
	if (!*more)
		return oac_error_set(call->err, OAC_E_PROTOCOL,
			"%s %s: the server repeats a cursor of an earlier page",
			call->operation->method, call->operation->path);
	if (paging->style == OAC_PAGE_ID || paging->style == OAC_PAGE_CURSOR)
		memcpy(place->request + paging->at.offset, &place->last, sizeof(place->last));
	return OAC_OK;
}

/* ---- calls ---- */

void oac_page_place_begin(const struct oac_page_place *place, struct oac_call *call,
	struct oac_task *task, struct oac_client *client, const struct oac_operation *operation,
	const char *const *path, const struct oac_call_options *options, struct oac_error *err)
{
	uint8_t style = place->paging->style;

	oac_call_begin(call, task, client, operation, path, place->request, options, err);
	if (place->last != NULL && (style == OAC_PAGE_URL || style == OAC_PAGE_LINK))
		oac_call_move(call, place->last);
}

enum oac_status oac_page_place_end(struct oac_page_place *place, struct oac_call *call,
	void **answer, bool *more)
{
	char *headers = NULL;
	enum oac_status status;

	*more = false;
	/* They go with the call. */
	if (place->paging->style == OAC_PAGE_LINK && call->begun && call->x.t.headers.len > 0) {
		headers = oac_strndup(call->x.t.headers.text, call->x.t.headers.len);
		if (headers == NULL) {
			oac_call_end(call, NULL);
			*answer = NULL;
			return oac_error_set(call->err, OAC_E_NOMEM, "out of memory");
		}
	}
	status = oac_call_end(call, answer);
	if (status == OAC_OK && *answer != NULL)
		status = advance(place, call, headers, *answer, more);
	oac_mem_free(headers);
	return status;
}
