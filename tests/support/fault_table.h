/*
 * fault_table.h: what can go wrong between a client and a server, a row each: what the
 * server does, and what must come of it. The rows know nothing of how the call is made:
 *
 *	for (size_t n = 0; n < fault_count(); n++) {
 *		if (!fault_case(n, &c))
 *			continue;
 *		fault_begin(&meeting, &c);
 *		... call meeting.operation with meeting.request and meeting.options, fill seen ...
 *		if (!fault_check(&meeting, &seen, problem, sizeof(problem)))
 *			print_error("%s", problem);
 *		fault_end(&meeting);
 *	}
 *
 * Nothing here asserts, so that several cases can be met at once, by threads or by a loop.
 */
#ifndef FAULT_TABLE_H
#define FAULT_TABLE_H

#include "call_fixture.h"
#include "http_script.h"

enum {
	FAULT_REPLIES = 4,
	FAULT_ACTIONS = 6,
	FAULT_TEXT = 1024,
	FAULT_NOW = -1, /* wait_ms: a retry follows at once */
};

enum fault_place {
	FAULT_SERVER = 0, /* a server that does what the row says */
	FAULT_NOBODY,	  /* nobody listens */
	FAULT_SLOW,	  /* connections are accepted late */
};

struct fault {
	const char *name;
	/* What the server does with each request; the last one repeats. */
	struct http_action replies[FAULT_REPLIES][FAULT_ACTIONS];
	enum oac_status status;
	enum oac_status old_status; /* what a libcurl before 8.6 makes of it; 0: the same */
	int http_status;
	const char *message; /* is part of the error's */
	/* How often the call is tried as a GET and as a POST; 0: it is not made so. */
	int get;
	int post;
	enum fault_place place;
	enum oac_retry_post retry_post;
	int retries;	/* that are allowed; 0: one, FAULT_NOW: none */
	int wait_ms;	/* what the server asks for before a retry; 0: nothing, so there is back-off */
	int timeout_ms; /* of each try, all of which it takes; 0: none is to pass */
	int least_ms;	/* that the answer itself takes */
	int calls;	/* made one after the other, all but the last with success; 0: one */
	/* Request lines that this and the other server must see; NULL: as many as tries, and none. */
	const char *requests;
	const char *elsewhere;
};

/* A row and how it is met. */
struct fault_case {
	char name[160];
	struct fault fault;
	bool post;
	bool recovers; /* the server does so once, and answers well from then on */
};

struct fault_meeting {
	struct fault_case met;
	struct http_script *server;
	int taken; /* FAULT_NOBODY: a socket that has the port; else -1 */
	struct http_script *other;
	struct oac_client *client;
	const struct oac_operation *operation;
	struct item request_body;
	const void *request;
	struct oac_call_options options;
};

struct fault_seen {
	const struct oac_error *err;
	const struct item *item; /* NULL: none */
	int64_t took_ms;	 /* by the last of the calls */
};

/* The n-th case of fault_count(). False: that row is not met in that way. */
size_t fault_count(void);
bool fault_case(size_t n, struct fault_case *c);

void fault_begin(struct fault_meeting *m, const struct fault_case *c);
/* Compares with the row. False, with a line for each difference in problem. */
bool fault_check(const struct fault_meeting *m, const struct fault_seen *seen, char *problem,
	size_t size);
void fault_end(struct fault_meeting *m);

#endif
