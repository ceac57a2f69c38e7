/*
 * oac_pager.h: the pages of a list, one at a time, or their items.
 *
 *	struct oac_pager *pager;
 *	const struct openai_message *message;
 *	enum oac_status status = openai_messages_list_pages(client, thread, NULL, NULL, &pager, &err);
 *	while (status == OAC_OK &&
 *		(status = openai_messages_list_next(pager, &message, &err)) == OAC_OK && message != NULL)
 *		...
 *	oac_pager_free(pager);
 *
 * Opening sends nothing. A page, or an item, is valid until the next call on the pager, and NULL
 * at the end and on failure. A failure leaves the pager where it was: the next call asks for the
 * same page again. Whole pages and single items may be mixed: a page that was begun by items is
 * not given again as a whole. One thread at a time uses a pager.
 */
#ifndef OAC_PAGER_H
#define OAC_PAGER_H

#include "oac_error.h"

struct oac_pager;

#ifdef __cplusplus
extern "C" {
#endif

/* Frees the pager and what it gave last. NULL is fine. */
OAC_API void oac_pager_free(struct oac_pager *pager);

#ifdef __cplusplus
}
#endif

#endif
