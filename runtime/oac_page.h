/*
 * oac_page.h: all items of a list over its pages, for any operation that pages by cursor.
 * Generated code uses it with one table line for each such operation:
 *
 *	static const struct oac_paging openai_runs_list_paging = OAC_PAGING(
 *		struct openai_list_runs_request, after,
 *		struct openai_list_runs_response, data, has_more,
 *		struct openai_run, id);
 *
 * Programs don't use this header.
 */
#ifndef OAC_PAGE_H
#define OAC_PAGE_H

#include "oac_async.h"

struct oac_paging {
	uint32_t request_size;	/* of the request struct */
	uint32_t after;		/* offset in it: the cursor, a const char * */
	uint32_t data;		/* offset in the answer: the list {count, items} */
	uint32_t has_more;	/* offset in the answer */
	uint8_t has_more_kind;	/* OAC_KIND_BOOL or OAC_KIND_OPT_BOOL */
	uint32_t item_size;
	uint32_t item_id;	/* offset in an item: a const char * */
};

#define OAC_PAGING(R, after_member, A, data_member, more_member, I, id_member)                  \
	{                                                                                       \
		sizeof(R),                                                                      \
		_Generic(((R *)0)->after_member, const char *: offsetof(R, after_member)),      \
		_Generic(((A *)0)->data_member.items, const I *: offsetof(A, data_member)),     \
		offsetof(A, more_member),                                                       \
		_Generic(((A *)0)->more_member, bool: OAC_KIND_BOOL,                            \
			struct oac_opt_bool: OAC_KIND_OPT_BOOL),                                \
		sizeof(I),                                                                      \
		_Generic(((I *)0)->id_member, const char *: offsetof(I, id_member)),            \
	}

/* item is valid until the function returns; other than 0 stops, which is no error. */
typedef int (*oac_item_fn)(void *user, const void *item);

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Calls callback with each item, page after page, until there are no more or it returns
 * other than 0. request (NULL: nothing is set) says where to start and how; its cursor
 * is replaced from the second page on. Errors are oac_call's, and OAC_E_PROTOCOL when the
 * server repeats a cursor; the items before an error have been given. options->response
 * holds the last page's answer.
 */
OAC_API enum oac_status oac_page_each(struct oac_client *client,
	const struct oac_operation *operation, const struct oac_paging *paging,
	const char *const *path, const void *request, const struct oac_call_options *options,
	oac_item_fn callback, void *user, struct oac_error *err);

/*
 * The same on a loop: callback gets each, done no result. What later pages need is copied.
 */
OAC_API enum oac_status oac_page_each_async(struct oac_loop *loop, struct oac_client *client,
	const struct oac_operation *operation, const struct oac_paging *paging,
	const char *const *path, const void *request, const struct oac_call_options *options,
	oac_item_fn callback, const struct oac_each *each, const struct oac_done *done,
	struct oac_async *async, struct oac_error *err);

#ifdef __cplusplus
}
#endif

#endif
