/*
 * poll_expect.h: what a poll golden lets one expect, with our differences applied.
 */
#ifndef POLL_EXPECT_H
#define POLL_EXPECT_H

#include "golden.h"

struct gap {
	int64_t from_ms;
	int64_t to_ms;
};

struct poll_golden {
	const cJSON *golden;
	const char *name;
	const char *helper;
	const cJSON *script;
	const cJSON *requests;
	const struct ours *ours;
	struct verdict *verdict;
};

/* How many requests are made. *is_lost: the last is a POST whose loss ends the call. */
size_t expect_count(const struct poll_golden *g, bool *is_lost);

/* How long after request n - 1 the request n comes. */
struct gap expect_gap(const struct poll_golden *g, size_t n);

#endif
