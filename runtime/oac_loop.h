/*
 * oac_loop.h: any number of calls, polls and streams at once on one thread.
 *
 *	static void done(void *user, enum oac_status status, struct openai_run *run,
 *		const struct oac_error *err)
 *	{
 *		...
 *		openai_run_free(run);
 *	}
 *
 *	struct oac_loop *loop = oac_loop_new(NULL, &err);
 *	for (int i = 0; i < 1000; i++)
 *		openai_runs_retrieve_async(loop, client, thread, ids[i], NULL, done, &user[i], NULL, &err);
 *	status = oac_loop_run(loop, &err);
 *	oac_loop_free(loop);
 *
 * Every operation and every helper has an _async form. It encodes its arguments before it
 * returns: they, and the client, may be freed at once. OAC_OK means that done is called, once,
 * later, by a turn of the loop or by oac_loop_free, whatever happens; anything else, that it is
 * not. The result is done's to free, err ends with it. done may be NULL. What options->cancel
 * and options->response point to, and what the callbacks of options and of sources use, stays
 * until done is called.
 *
 * Threads: a loop belongs to one thread at a time; there, everything may be called, also from
 * within callbacks, but oac_loop_run and _turn. Other threads and signal handlers may call
 * oac_loop_wake, and pull cancel tokens, which ends what waits. Blocking calls on the same
 * client may be made by other threads; on the loop's own they hold everything up.
 *
 * Fork: a loop does not work in a child process. There, oac_loop_free does nothing, and all
 * else fails with OAC_E_ARGUMENT.
 */
#ifndef OAC_LOOP_H
#define OAC_LOOP_H

#include "oac_client.h"

struct oac_loop;

/* Something that goes on, a value; all zero is nothing. It is never mistaken for something later. */
struct oac_async {
	uint32_t index;
	uint32_t generation;
};

enum oac_loop_what {
	OAC_LOOP_READ = 1,
	OAC_LOOP_WRITE = 2,
};

/*
 * Hands sockets and timers to an event loop of the program's own: what it calls in turn is
 * oac_loop_socket and oac_loop_timer. Neither function here may call back into the loop.
 */
struct oac_loop_adapter {
	void *user;
	/* Watch fd for these, level-triggered, instead of those before; 0: no more. Other than 0: cannot. */
	int (*watch)(void *user, int fd, int what);
	/* Call oac_loop_timer once in ms milliseconds, 0 included, instead of before; below 0: not at all. */
	void (*timer)(void *user, int64_t ms);
};

struct oac_loop_options {
	int max_connections;	      /* 0: 256 */
	int max_connections_per_host; /* 0: max_connections */
	/*
	 * Requests on their way, a stream until it ends; more wait their turn, client by client, and
	 * of a client server by server. After a 429 what the client has for that server waits as
	 * long as it says, and then goes half as many at a time, one more with each success.
	 * 0: max_connections.
	 */
	int max_in_flight;
	double max_per_second;	      /* requests sent; 0: no limit */
	size_t max_queued;	      /* things submitted and not over; more are OAC_E_LIMIT; 0: no limit */
	const struct oac_loop_adapter *adapter; /* copied; NULL: oac_loop_run and _turn wait themselves */
	/* Called by a turn after oac_loop_wake, once for one or more; may be NULL. */
	void (*on_wake)(void *user);
	void *user;
};

#ifdef __cplusplus
extern "C" {
#endif

/* options NULL: all defaults. NULL on failure: OAC_E_NOMEM, OAC_E_CONFIG when descriptors are short. */
OAC_API struct oac_loop *oac_loop_new(
	const struct oac_loop_options *options, struct oac_error *err);
/*
 * Ends everything that is still going on, with OAC_E_CANCELLED, then frees. From within a
 * callback it takes effect when that has returned, and ends oac_loop_run, which says
 * OAC_E_CANCELLED; nothing can be submitted any more. NULL is fine.
 */
OAC_API void oac_loop_free(struct oac_loop *loop);

/* Until nothing is left to do. err: OAC_E_ARGUMENT from within a callback or with an adapter. */
OAC_API enum oac_status oac_loop_run(struct oac_loop *loop, struct oac_error *err);
/*
 * Waits at most timeout_ms (OAC_NO_LIMIT: as long as it takes) for something to happen, does
 * what there is to do, and returns. Errors are oac_loop_run's.
 */
OAC_API enum oac_status oac_loop_turn(
	struct oac_loop *loop, int64_t timeout_ms, struct oac_error *err);
/* Ends the wait of a turn, now or next, and has on_wake called. From any thread or signal handler. */
OAC_API void oac_loop_wake(struct oac_loop *loop);

/* How many things were submitted and are not over. */
OAC_API size_t oac_loop_count(const struct oac_loop *loop);
/*
 * Ends it with OAC_E_CANCELLED; done is called by a later turn. False: it is over already, or
 * its done is being called. Twice is fine.
 */
OAC_API bool oac_loop_cancel(struct oac_loop *loop, struct oac_async async);
OAC_API void oac_loop_cancel_all(struct oac_loop *loop);

/* For adapters: fd is ready for what; the time has come. Callbacks are called from within. */
OAC_API void oac_loop_socket(struct oac_loop *loop, int fd, int what);
OAC_API void oac_loop_timer(struct oac_loop *loop);

#ifdef __cplusplus
}
#endif

#endif
