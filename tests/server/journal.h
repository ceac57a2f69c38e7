/*
 * journal.h: the requests that were received, for tests to look at.
 */
#ifndef SERVER_JOURNAL_H
#define SERVER_JOURNAL_H

#include "answer.h"

/* A ring: beyond its bounds the oldest entries go. */
struct journal {
	struct journal_entry *first, *last;
	size_t count;
	size_t bytes; /* of bodies */
	size_t max;   /* entries; 0: nothing is kept */
};

void journal_add(struct journal *journal, const struct request *request, int64_t since_start_ms);
cJSON *journal_json(const struct journal *journal); /* the caller frees it */
void journal_clear(struct journal *journal);

#endif
