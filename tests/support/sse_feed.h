/* sse_feed.h: bytes through oac_sse in pieces of any size, and what came out as text. */
#ifndef SSE_FEED_H
#define SSE_FEED_H

#include "oac_sse.h"

#include <stdio.h>

struct sse_feed {
	const char *bytes;
	size_t len;
	size_t first; /* how many bytes the first input has */
	size_t rest;  /* how many each later one has; 0: all */
	size_t max_event;
	const char *default_name; /* of an event that has none; NULL: "" */
	bool is_lines;
	bool is_finished_early; /* oac_sse_finish comes before the last input is read */
};

struct sse_result {
	char *events; /* a line for each, as sse_print_event writes it */
	enum oac_sse_step step;
	int64_t retry_ms;
	char *last_id;
	size_t last_id_len;
	bool is_pending;
};

/* name|data|id: a line feed as \n, '|', '\' and what is not printable ASCII as \xNN. */
void sse_print_event(FILE *out, const struct oac_sse_event *event);

/* Each input is freed as soon as it is used up, and lies in a block of just its size. */
void sse_feed_run(const struct sse_feed *feed, struct sse_result *result);
void sse_result_clear(struct sse_result *result);

/*
 * Runs the bytes whole, byte by byte, and split at every offset. NULL when all results are
 * those of the whole, which is in *result; else how they were cut when they were not.
 */
const char *sse_feed_every_way(struct sse_feed *feed, struct sse_result *result);

#endif
