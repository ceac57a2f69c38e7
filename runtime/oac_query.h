/*
 * oac_query.h: the query of a request, pair by pair, so that a later source can replace
 * what an earlier one said under the same name. Not for programs.
 */
#ifndef OAC_QUERY_H
#define OAC_QUERY_H

#include "oac_buffer.h"
#include "oac_client.h"

struct oac_query_pair {
	size_t start; /* in text */
	size_t name_len;
	size_t len;
	bool removed;
};

struct oac_query {
	struct oac_buffer text; /* "name=value" of all pairs, percent-encoded, in a row */
	struct oac_query_pair *pairs;
	size_t count;
	size_t size;
};

void oac_query_init(struct oac_query *query, size_t max);
void oac_query_clear(struct oac_query *query);

/* Begins a pair whose name is that text, still to be encoded. Append the value, then end it. */
void oac_query_begin(struct oac_query *query, const char *name, size_t len);
void oac_query_end(struct oac_query *query);

/* Adds the pairs of a query that is encoded already. */
void oac_query_add_encoded(struct oac_query *query, const char *text, size_t len);

/* Adds the list's pairs in the place of earlier ones of those names; value NULL only removes. */
void oac_query_replace(struct oac_query *query, const struct oac_header_list *list);

/* Whether a pair of that name, percent-encoded, was added, also when it was removed again. */
bool oac_query_has(const struct oac_query *query, const char *name, size_t len);

/* Appends "?a=1&b=2" to a URL, or nothing when there is no pair. */
void oac_query_write(const struct oac_query *query, struct oac_buffer *url);

#endif
