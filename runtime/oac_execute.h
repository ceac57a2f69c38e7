/*
 * oac_execute.h: the second step of a call: tries, and the waits between them, until there
 * is an answer or no hope for one. Not for programs.
 */
#ifndef OAC_EXECUTE_H
#define OAC_EXECUTE_H

#include "oac_request.h"
#include "oac_task.h"
#include "oac_try.h"

enum oac_until {
	OAC_UNTIL_BODY, /* the whole answer is in the try */
	OAC_UNTIL_HEAD, /* a status below 300: the try still runs, its body is yet to come */
};

enum oac_execution_state {
	OAC_EXECUTION_READY = 0, /* the next try begins at `at` */
	OAC_EXECUTION_ASKING,	 /* as soon as the host gives leave */
	OAC_EXECUTION_TRYING,
	OAC_EXECUTION_OVER,
};

struct oac_execution {
	struct oac_try t; /* holds the answer */
	struct oac_task *task;
	struct oac_prepared *prepared;
	struct oac_error *err; /* nullable */
	enum oac_until until;
	enum oac_execution_state state;
	enum oac_status status;	     /* when over; with OAC_UNTIL_HEAD of the head */
	enum oac_status body_status; /* of the body, when that has ended */
	int64_t at;
	int tries; /* begun so far */
	bool committed; /* some of the answer is with the caller: there is no other try */
	bool asked; /* the host for leave, which it is to be told back */
};

/* on_body: where the body of a success goes; NULL: into the try. */
void oac_execution_init(struct oac_execution *x, struct oac_task *task,
	struct oac_client *client, struct oac_prepared *prepared, enum oac_until until,
	enum oac_flow (*on_body)(void *user, const char *bytes, size_t len), void *user,
	struct oac_error *err);

/*
 * Goes on, and waits at most wait_ms. True: there is an answer with any status, or with
 * OAC_UNTIL_HEAD its head, and x->status is OAC_OK; or there is no hope for one, and
 * x->status and err say why: OAC_E_CONNECT, _TIMEOUT, _CANCELLED, _LIMIT, _PROTOCOL,
 * _CONFIG, _NOMEM. err->http_status and err->tries are set in any case.
 */
bool oac_execution_step(struct oac_execution *x, int64_t wait_ms);
/* When to step again though nothing has happened. */
int64_t oac_execution_due(const struct oac_execution *x);
/* Closes what is still running; what was received stays. */
void oac_execution_stop(struct oac_execution *x);
void oac_execution_clear(struct oac_execution *x);

/*
 * The body after OAC_UNTIL_HEAD: goes on with it, and waits at most wait_ms. True: it has
 * ended; x->body_status and err say how, OAC_E_CANCELLED when on_body said stop.
 */
bool oac_execution_read(struct oac_execution *x, int64_t wait_ms);

#endif
