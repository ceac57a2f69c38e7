/*
 * answer.h: a request and its answer, apart from the library that carries them.
 */
#ifndef SERVER_ANSWER_H
#define SERVER_ANSWER_H

#include "text.h"

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PATH_IDS_MAX = 3 };

struct header {
	char *name;
	char *value;
};

struct headers {
	struct header *items;
	size_t count;
	size_t size;
};

/* The query parameters that the API has. A text that was not given is NULL. */
struct query {
	size_t limit;
	bool ascending;
	char *after;
	char *before;
	char *run_id;
};

struct request {
	char *method;
	char *path;             /* as received, before percent-decoding */
	char *query_text;       /* as received, without the '?'; "" when there is none */
	struct headers headers; /* lower-case names, one for each */
	struct text body;
	int64_t now_ms; /* when it was complete, on the monotonic clock */

	/* Filled on the way to the operation. */
	char *ids[PATH_IDS_MAX]; /* the decoded path parameters, in order */
	struct query query;
	cJSON *json; /* the body, checked against the operation's rules; NULL without a body */
};

struct answer {
	unsigned status; /* 0 until there is an answer */
	struct text body;
	struct stream *stream; /* instead of the body, or NULL */
	struct headers headers;
};

/* Adds to the value of a header that is already there, separated by ", ". */
void headers_add(struct headers *headers, const char *name, const char *value);
/* Replaces the value. */
void headers_set(struct headers *headers, const char *name, const char *value);
const char *headers_get(const struct headers *headers, const char *name); /* NULL: absent */
void headers_clear(struct headers *headers);

void request_clear(struct request *request);

/* Both replace an earlier answer. answer_json borrows value. */
void answer_json(struct answer *answer, unsigned status, const cJSON *value);
/* The API's error body; param and code may be NULL. Always returns false, for the caller to pass
 * on. */
bool answer_error(struct answer *answer, unsigned status, const char *param, const char *code,
	const char *format, ...) __attribute__((format(printf, 5, 6)));
/* Takes the stream over. */
void answer_stream(struct answer *answer, struct stream *stream);
void answer_clear(struct answer *answer);

#endif
