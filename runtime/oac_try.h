/*
 * oac_try.h: one sending of a request and its answer: redirects, time limits, the limit
 * on size. It never blocks longer than a step is told to. Not for programs.
 */
#ifndef OAC_TRY_H
#define OAC_TRY_H

#include "oac_buffer.h"
#include "oac_upload.h"

/* Why a try did not end in an answer. */
struct oac_problem {
	enum oac_status status;
	const char *text;
	const char *detail; /* or "" */
};

struct oac_try_options {
	const struct oac_transport *transport;
	int64_t timeout_ms;	 /* for the whole try, or OAC_NO_LIMIT */
	int64_t idle_timeout_ms; /* without a byte of the answer, or OAC_NO_LIMIT */
	int64_t max_body;	 /* bytes, or OAC_NO_LIMIT */
	/* Where the body of an answer with a status below 300 goes; NULL: to body. */
	enum oac_flow (*on_body)(void *user, const char *bytes, size_t len);
	void *on_body_user;
	int (*progress)(void *user, const struct oac_progress *progress); /* nullable */
	void *progress_user;
};

struct oac_try {
	struct oac_try_options options;

	/* The answer, also when it is not complete; of the last redirect. */
	int http_status; /* 0: none began */
	struct oac_buffer headers; /* "Name: value\n" lines */
	struct oac_buffer body;
	struct oac_result result;
	enum oac_status status; /* other than OAC_OK: what this file found wrong, in problem */
	const char *problem;

	struct oac_meter meter;
	struct oac_upload upload;
	int64_t begun_at;
	const struct oac_request *request;
	struct oac_request hop; /* what is being sent: request, or what a redirect made of it */
	struct oac_buffer hop_url;
	struct oac_header *hop_headers;
	struct oac_sink sink;
	void *exchange; /* NULL: none is running */
	int64_t deadline;
	int64_t idle_deadline;
	int hops;
	bool redirected; /* the answer being received is a redirect */
	bool bodiless; /* a redirect has taken the body away */
};

void oac_try_init(struct oac_try *t, const struct oac_try_options *options);
/* Starts anew with nothing kept of an earlier start. request stays valid until the end. */
enum oac_status oac_try_start(struct oac_try *t, const struct oac_request *request);
/* Waits at most wait_ms for something to happen. True when the try is over. */
bool oac_try_step(struct oac_try *t, int64_t wait_ms, const struct oac_cancel *cancel);
/* Whether the head of an answer that is no redirect has come. */
bool oac_try_has_head(const struct oac_try *t);
/* Whether the server has spoken: a status of 300 and above stands, even with its body cut. */
bool oac_try_is_answered(const struct oac_try *t);
/* Of a try that is over; its texts are valid until the next start. */
void oac_try_problem(const struct oac_try *t, struct oac_problem *problem);
/* Abandons what is still running; the answer so far stays. */
void oac_try_end(struct oac_try *t);
void oac_try_clear(struct oac_try *t);

#endif
