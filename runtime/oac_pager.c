#include "oac_pager.h"

#include "oac_error_set.h"
#include "oac_options.h"
#include "oac_page_place.h"

#include <string.h>

struct oac_pager {
	struct oac_client *client;
	const struct oac_operation *operation;
	struct oac_arena arena; /* of path and options */
	const char *const *path;
	struct oac_call_options options;
	void *copy; /* of the request: what the texts of the place's are part of */
	struct oac_page_place place;
	void *answer; /* the page that was given last */
	size_t item; /* of it, that comes next */
	bool is_last;
	enum oac_status late; /* found out behind a good page: told instead of the next one */
	struct oac_error late_err;
};

static bool keep_arguments(struct oac_pager *pager, const struct oac_paging *paging,
	const char *const *path, const void *request, const struct oac_call_options *options)
{
	const struct oac_shape shape = { pager->operation->request, paging->request_size,
		OAC_KIND_OBJECT };

	if (!oac_arena_init(&pager->arena, 0) ||
		!oac_path_copy(&pager->arena, pager->operation, path, &pager->path) ||
		!oac_options_copy(&pager->arena, options, &pager->options))
		return false;
	if (request != NULL) {
		pager->copy = oac_copy(&shape, request);
		if (pager->copy == NULL)
			return false;
	}
	return oac_page_place_init(&pager->place, paging, pager->copy);
}

enum oac_status oac_pager_open(struct oac_client *client, const struct oac_operation *operation,
	const struct oac_paging *paging, const char *const *path, const void *request,
	const struct oac_call_options *options, struct oac_pager **pager, struct oac_error *err)
{
	struct oac_pager *made;

	oac_error_clear(err);
	*pager = NULL;
	if (client == NULL)
		return oac_error_set(err, OAC_E_ARGUMENT, "%s %s: the client is NULL",
			operation->method, operation->path);
	if (options != NULL && options->response != NULL)
		memset(options->response, 0, sizeof(*options->response));
	made = oac_malloc(sizeof(*made));
	if (made == NULL)
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	memset(made, 0, sizeof(*made));
	made->client = client;
	made->operation = operation;
	if (!keep_arguments(made, paging, path, request, options)) {
		oac_pager_free(made);
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	}
	*pager = made;
	return OAC_OK;
}

static enum oac_status fetch(struct oac_pager *pager, struct oac_error *err)
{
	struct oac_task task = { .cancel = pager->options.cancel };
	struct oac_call call;
	struct oac_error own;
	enum oac_status status;
	bool more;

	oac_free(pager->answer);
	pager->answer = NULL;
	pager->item = 0;
	if (pager->options.response != NULL)
		oac_response_clear(pager->options.response);
	oac_page_place_begin(&pager->place, &call, &task, pager->client, pager->operation,
		pager->path, &pager->options, &own);
	while (!oac_call_step(&call, OAC_NO_LIMIT))
		;
	status = oac_page_place_end(&pager->place, &call, &pager->answer, &more);
	if (status != OAC_OK && pager->answer == NULL) {
		if (err != NULL)
			*err = own;
		return status;
	}
	pager->late = status;
	pager->late_err = own;
	pager->is_last = status == OAC_OK && !more;
	return OAC_OK;
}

enum oac_status oac_pager_next(struct oac_pager *pager, const struct oac_operation *operation,
	const void **page, struct oac_error *err)
{
	enum oac_status status = OAC_OK;

	oac_error_clear(err);
	*page = NULL;
	if (operation != pager->operation)
		return oac_error_set(err, OAC_E_ARGUMENT, "%s %s: the pager is one of %s %s",
			operation->method, operation->path, pager->operation->method,
			pager->operation->path);
	if (pager->late != OAC_OK) {
		if (err != NULL)
			*err = pager->late_err;
		return pager->late;
	}
	if (pager->is_last)
		return OAC_OK;
	status = fetch(pager, err);
	*page = pager->answer;
	if (pager->answer != NULL)
		pager->item = oac_page_items(pager->place.paging, pager->answer).count;
	return status;
}

enum oac_status oac_pager_next_item(struct oac_pager *pager, const struct oac_operation *operation,
	const void **item, struct oac_error *err)
{
	const struct oac_paging *paging = pager->place.paging;
	struct oac_page_items items = { 0, NULL };
	const void *page;

	oac_error_clear(err);
	*item = NULL;
	if (pager->answer != NULL && operation == pager->operation)
		items = oac_page_items(paging, pager->answer);
	while (pager->item >= items.count) {
		enum oac_status status = oac_pager_next(pager, operation, &page, err);
		if (status != OAC_OK || page == NULL)
			return status;
		items = oac_page_items(paging, page);
		pager->item = 0;
	}
	*item = items.first + pager->item++ * paging->item_size;
	return OAC_OK;
}

void oac_pager_free(struct oac_pager *pager)
{
	if (pager == NULL)
		return;
	oac_free(pager->answer);
	oac_page_place_clear(&pager->place);
	oac_free(pager->copy);
	oac_arena_clear(&pager->arena);
	oac_mem_free(pager);
}
