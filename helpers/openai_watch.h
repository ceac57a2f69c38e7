/*
 * openai_watch.h: a run that is watched until it needs something or is over, in steps, for the
 * functions that block and for a loop. Not for programs.
 */
#ifndef OPENAI_WATCH_H
#define OPENAI_WATCH_H

#include "openai_poll.h"

#include "oac_call.h"
#include "oac_memory.h"

enum openai_watch_state {
	OPENAI_WATCH_FIRST = 0, /* the request that makes the run, or that lets it go on */
	OPENAI_WATCH_LOOKING,
	OPENAI_WATCH_WAITING,	 /* until `at` */
	OPENAI_WATCH_CANCELLING, /* given up, and the server is being told */
	OPENAI_WATCH_OVER,
};

struct openai_watch {
	struct oac_task *task;
	struct oac_client *client;
	struct oac_error *err; /* nullable */
	struct oac_arena arena; /* of what outlives the call that it was given to */
	struct openai_poll_options options;
	struct oac_response *to;      /* the caller's, or NULL */
	struct oac_response response; /* of the latest request */
	const char *thread_id;
	const char *run_id;
	struct openai_run *run;	  /* the latest, or NULL */
	struct openai_run *first; /* the run whose ids are in use: it outlives newer ones; or NULL */
	struct oac_call call;
	struct oac_error *call_err; /* of the request to cancel, when memory was there for it */
	int64_t call_deadline_ms;   /* the caller's own, for each request */
	int64_t deadline;
	int64_t at;
	enum openai_watch_state state;
	enum oac_status status; /* when over */
};

/* How a watch begins; ids and request as far as operation needs them. */
struct openai_watch_start {
	const struct oac_operation *operation; /* that gives a run; NULL: the run is looked at */
	const char *thread_id;
	const char *run_id;
	const void *request;
};

/*
 * Begins as a step of task, whose cancel is set already. outlives: nothing that start and
 * options point to is needed afterwards, but the token and the response. When it fails, the
 * watch is over already. To be ended in any case.
 */
void openai_watch_begin(struct openai_watch *watch, struct oac_task *task,
	struct oac_client *client, const struct openai_watch_start *start,
	const struct openai_poll_options *options, bool outlives, struct oac_error *err);
/*
 * After a watch is over, before its end: goes on with the run after another request of it, such as
 * one that submits outputs; or gives up on it, as err says, and cancels the run when that is wanted.
 */
void openai_watch_go_on(
	struct openai_watch *watch, const struct oac_operation *operation, const void *request);
void openai_watch_give_up(struct openai_watch *watch, enum oac_status status);
/* Goes on, and waits at most wait_ms. True: over. */
bool openai_watch_step(struct openai_watch *watch, int64_t wait_ms);
int64_t openai_watch_due(const struct openai_watch *watch);
/* Over or not: what came of it. *run: the latest run, also after a failure. */
enum oac_status openai_watch_end(struct openai_watch *watch, struct openai_run **run);

#endif
