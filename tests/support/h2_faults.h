/*
 * h2_faults.h: what can go wrong in HTTP/2 between a client and a server, a row each, met as
 * GET and as POST, for good on a new connection and on one that was used before, or once. The
 * rows know nothing of how the calls are made:
 *
 *	for (size_t n = 0; n < h2_fault_count(); n++) {
 *		if (!h2_fault_begin(&m, n, &certificates))
 *			continue;
 *		... call m.operation with m.request and m.options, m.calls times; note the last ...
 *		if (!h2_fault_check(&m, &seen, problem, sizeof(problem)))
 *			print_error("%s", problem);
 *		h2_fault_end(&m);
 *	}
 *
 * Nothing here asserts, so that several can be met at once, by threads or by a loop.
 */
#ifndef H2_FAULTS_H
#define H2_FAULTS_H

#include "call_fixture.h"
#include "h2_script.h"
#include "tls_front.h"

/* How many are met side by side: handshakes take time. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define H2_FAULTS_AT_ONCE 24
#else
#define H2_FAULTS_AT_ONCE 32
#endif

struct h2_fault;

struct h2_meeting {
	const struct h2_fault *fault;
	char name[160];
	bool post;
	bool recovers; /* the server does so once, and answers well from then on */
	int calls;     /* to be made one after the other; all but the last succeed */
	struct h2_script *server;
	struct tls_front *front;
	struct oac_client *client;
	const struct oac_operation *operation;
	struct item request_body;
	const void *request;
	struct oac_call_options options;
};

struct h2_seen {
	const struct oac_error *err;
	const struct item *item; /* NULL: none */
	int64_t took_ms;
};

size_t h2_fault_count(void);
/* False: that row is not met in that way. */
bool h2_fault_begin(struct h2_meeting *m, size_t n, const struct certificates *c);
/* Compares with the row. False, with a line for each difference in problem. */
bool h2_fault_check(struct h2_meeting *m, const struct h2_seen *seen, char *problem, size_t size);
void h2_fault_end(struct h2_meeting *m);

#endif
