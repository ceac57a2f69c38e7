/*
 * oac_page_place.h: which page comes next, whatever the way in which the API says so. Not
 * for programs.
 */
#ifndef OAC_PAGE_PLACE_H
#define OAC_PAGE_PLACE_H

#include "oac_call.h"
#include "oac_page.h"

struct oac_page_place {
	const struct oac_paging *paging;
	char *request; /* asks for the page to come */
	/*
	 * The cursors that were seen, in constant space: the one before, and one from the past
	 * that moves up whenever the number of pages has doubled. A circle of any length meets it.
	 */
	char *last;
	char *mark;
	size_t pages;
};

/* request (nullable) is copied as it stands, its texts are not. False when memory is short. To be cleared in any case. */
bool oac_page_place_init(struct oac_page_place *place, const struct oac_paging *paging,
	const void *request);
void oac_page_place_clear(struct oac_page_place *place);

/* Like oac_call_begin, for the page to come. */
void oac_page_place_begin(const struct oac_page_place *place, struct oac_call *call,
	struct oac_task *task, struct oac_client *client, const struct oac_operation *operation,
	const char *const *path, const struct oac_call_options *options, struct oac_error *err);

/*
 * What came of a call that is over, as oac_call_end gives it; after a success the place is
 * that of the page behind this one, or with *more false there is none. err: also
 * OAC_E_PROTOCOL when a cursor comes round again, of which *answer is not NULL, since the
 * page itself is good.
 */
enum oac_status oac_page_place_end(struct oac_page_place *place, struct oac_call *call,
	void **answer, bool *more);

/* The items of a page. */
struct oac_page_items {
	size_t count;
	const char *first;
};
struct oac_page_items oac_page_items(const struct oac_paging *paging, const void *answer);

#endif
