/*
 * oac_page.h: all items of a list over its pages, for any operation of which the configuration
 * says how it pages. Generated code uses it with one table for each such operation:
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
#include "oac_pager.h"

/* What leads from a page to the next one. */
enum oac_page_style {
	OAC_PAGE_ID = 1, /* the id of the last item */
	OAC_PAGE_CURSOR, /* a text in the answer */
	OAC_PAGE_OFFSET, /* how many items there were before */
	OAC_PAGE_NUMBER, /* the number of the page */
	OAC_PAGE_URL,	 /* a URL in the answer */
	OAC_PAGE_LINK,	 /* the Link header */
};

struct oac_page_member {
	uint32_t offset;
	uint8_t kind; /* OAC_KIND_..., 0: there is none */
};

struct oac_paging {
	uint32_t request_size;	/* of the request struct */
	uint32_t items;		/* offset in the answer: the list {count, items} */
	uint32_t item_size;
	uint8_t style;		/* OAC_PAGE_... */
	struct oac_page_member at; /* in the request: the cursor, or the number that counts */
	struct oac_page_member more; /* in the answer: whether there is more */
	struct oac_page_member next; /* OAC_PAGE_ID: in an item; _CURSOR, _URL: in the answer */
	struct oac_page_member total; /* in the answer, of items or pages */
	int64_t first; /* what is counted from */
};

/* What counts pages stays far below 2^63. */
#define OAC_PAGE_MEMBER(T, member)                                                              \
	{ offsetof(T, member),                                                                  \
	  _Generic(((T *)0)->member, const char *: OAC_KIND_STRING, bool: OAC_KIND_BOOL,        \
		struct oac_opt_bool: OAC_KIND_OPT_BOOL, int64_t: OAC_KIND_INT64,                \
		struct oac_opt_int64: OAC_KIND_OPT_INT64, uint64_t: OAC_KIND_INT64,             \
		struct oac_opt_uint64: OAC_KIND_OPT_INT64) }
#define OAC_PAGE_ITEMS(A, data_member, I)                                                       \
	_Generic(((A *)0)->data_member.items, const I *: offsetof(A, data_member))
/* An answer that is the list itself. */
#define OAC_PAGE_LIST(A, I) _Generic(((A *)0)->items, const I *: 0)

#define OAC_PAGING(R, after_member, A, data_member, more_member, I, id_member)                  \
	{                                                                                       \
		.request_size = sizeof(R),                                                      \
		.items = OAC_PAGE_ITEMS(A, data_member, I),                                     \
		.item_size = sizeof(I),                                                         \
		.style = OAC_PAGE_ID,                                                           \
		.at = OAC_PAGE_MEMBER(R, after_member),                                         \
		.more = OAC_PAGE_MEMBER(A, more_member),                                        \
		.next = OAC_PAGE_MEMBER(I, id_member),                                          \
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

/*
 * A pager, see oac_pager.h; nothing is sent yet, and all but the cancel token and the response
 * is copied. err: OAC_E_ARGUMENT, OAC_E_NOMEM.
 */
OAC_API enum oac_status oac_pager_open(struct oac_client *client,
	const struct oac_operation *operation, const struct oac_paging *paging,
	const char *const *path, const void *request, const struct oac_call_options *options,
	struct oac_pager **pager, struct oac_error *err);
/* The next page, or item. OAC_E_ARGUMENT for a pager of another operation. */
OAC_API enum oac_status oac_pager_next(struct oac_pager *pager,
	const struct oac_operation *operation, const void **page, struct oac_error *err);
OAC_API enum oac_status oac_pager_next_item(struct oac_pager *pager,
	const struct oac_operation *operation, const void **item, struct oac_error *err);

#ifdef __cplusplus
}
#endif

#endif
