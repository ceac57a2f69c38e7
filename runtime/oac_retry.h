/*
 * oac_retry.h: what to do after a try, as a pure function of what happened. Nothing here
 * knows of clocks, sockets or the client, so that blocking calls, streams and event loops
 * share it. Not for programs.
 */
#ifndef OAC_RETRY_H
#define OAC_RETRY_H

#include "oac_client.h"
#include "oac_transport.h"

struct oac_attempt {
	const char *method;
	enum oac_outcome outcome;
	bool sent_whole;
	int http_status;	/* 0: no answer began */
	const char *headers;	/* of the answer, "Name: value\n" lines; NULL: none */
	int retries_done;	/* 0 after the first try */
	int64_t max_retries;
	enum oac_retry_post retry_post;
	double random;		/* [0, 1) */
	int64_t wall_ms;	/* milliseconds since 1970 */
};

struct oac_verdict {
	bool retry;
	int64_t delay_ms;
};

struct oac_verdict oac_retry_decide(const struct oac_attempt *attempt);

#endif
