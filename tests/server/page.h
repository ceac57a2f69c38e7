/*
 * page.h: query strings, and the lists that are answered in pages.
 */
#ifndef SERVER_PAGE_H
#define SERVER_PAGE_H

#include "answer.h"
#include "state.h"

enum query_set {
	QUERY_PAGE = 1, /* limit, order, after, before */
	QUERY_RUN_ID = 2,
	QUERY_INCLUDE = 4,
};

/* Decodes %XX, and '+' to a space when plus; NULL: broken, a NUL, or no UTF-8. The caller frees. */
char *percent_decode(const char *text, size_t len, bool plus);

/* Reads request->query_text into request->query; false with an error in answer. */
bool query_read(struct request *request, unsigned allowed, struct answer *answer);

/*
 * Answers with the page that the query asks for. Only items whose run_id is the
 * query's count, when it has one. A cursor may name an item that was deleted.
 * With before alone, the page is the one that ends just before the cursor.
 */
void page_answer(const struct list *list, const struct query *query, struct answer *answer);

#endif
