/* oac_loop_type.h: what a loop is, for its own files: oac_loop*.c. */
#ifndef OAC_LOOP_TYPE_H
#define OAC_LOOP_TYPE_H

#include "oac_curl_loop.h"
#include "oac_loop.h"
#include "oac_memory.h"
#include "oac_poller.h"
#include "oac_task.h"

/* Where a task stands with its leave to send a request. */
enum oac_leave {
	OAC_LEAVE_NONE = 0,
	OAC_LEAVE_WAITING, /* in its queue */
	OAC_LEAVE_GRANTED, /* it has not come for it yet */
	OAC_LEAVE_TAKEN,   /* its request is on its way */
};

/* One task. */
struct oac_loop_entry {
	struct oac_loop *loop;
	struct oac_task *task;
	uint32_t index; /* of its slot */
	int token; /* the descriptor of the caller's cancel token; -1: none */
	struct oac_loop_client *client; /* NULL: it has not asked for one yet */
	struct oac_curl_seat seat;
	struct oac_transport transport;
	bool blind; /* the transport is the program's own, and says nothing: it is asked often */

	bool ready;
	struct oac_loop_entry *next_ready;
	struct oac_loop_entry **ready_link; /* what points here */
	int64_t due;
	size_t heap_at; /* SIZE_MAX: not in it */

	enum oac_leave leave;
	struct oac_loop_queue *queue; /* that it asked for leave last */
	struct oac_loop_entry *next_waiting;
	struct oac_loop_entry **waiting_link; /* what points here */
};

/* The requests of a client to one origin. */
struct oac_loop_queue {
	struct oac_loop_queue *next; /* of the client */
	char *origin;		     /* a URL of it; NULL: none was asked for yet, or memory was short */

	/* Those who wait for leave, first come, first served; queues take turns. */
	struct oac_loop_entry *waiting;
	struct oac_loop_entry **waiting_end;
	struct oac_loop_queue *next_waiting;
	bool queued;
	int in_flight;
	int window;	  /* most of them; less after the server said that it is too much */
	int64_t closed_until;
};

/* A client that has tasks. */
struct oac_loop_client {
	struct oac_loop_client *next;
	struct oac_loop_client **link;
	struct oac_client *client; /* kept */
	size_t entry_count;
	struct oac_curl_lanes *lanes; /* NULL: the transport is the program's own */
	struct oac_loop_queue queue;  /* the first; also for those that there is no memory for */
};

struct oac_loop_slot {
	struct oac_loop_entry *entry; /* NULL: free */
	uint32_t generation;
	uint32_t next_free;
};

struct oac_loop {
	struct oac_loop_options options;
	struct oac_loop_adapter adapter;
	bool has_adapter;
	int64_t process;
	bool inside;	  /* a turn is on; callbacks are running */
	bool free_wanted; /* by one of them */
	bool woken;	  /* oac_loop_wake was called */
	bool closing;

	struct oac_loop_slot *slots;
	uint32_t slot_count;
	uint32_t free_slot; /* slot_count: none */
	size_t count;
	struct oac_loop_entry *ready;
	struct oac_loop_entry **ready_end;
	size_t ready_count;
	struct oac_loop_entry **heap; /* by due; room for all slots */
	size_t heap_count;

	struct oac_loop_client *clients;
	struct oac_loop_queue *waiting;
	struct oac_loop_queue **waiting_end;
	size_t waiting_count;
	int in_flight;
	double allowance; /* of max_per_second */
	int64_t allowance_at;
	int64_t grant_at; /* when leave can be given though nothing has happened */

	struct oac_poller *poller; /* NULL: there is an adapter */
	int wake[2];
	uint32_t *token_uses; /* by descriptor */
	size_t token_size;
	struct oac_curl_loop *curl; /* NULL: not needed yet */
	int64_t curl_due;
	bool blind;    /* something could not be watched: look at it often */
	int64_t look_at; /* when to do so next */
	int64_t armed; /* when the adapter will call; below 0: it was not told */
};

/* ---- oac_loop_task.c: tasks, and when they are stepped ---- */

void oac_loop_make_ready(struct oac_loop_entry *entry);
void oac_loop_unready(struct oac_loop_entry *entry);
/* Steps a task, and finishes it when it is over. */
void oac_loop_step(struct oac_loop_entry *entry);
/* Ends a task, over or not. */
void oac_loop_finish(struct oac_loop_entry *entry);
/* Makes ready what is due by now. True: the time of an exchange may be over. */
bool oac_loop_make_due_ready(struct oac_loop *loop, int64_t now);
/* What is told of a descriptor: false, it is no token's. */
bool oac_loop_token(struct oac_loop *loop, int fd);

/* ---- oac_loop_client.c: whose requests may go when ---- */

extern const struct oac_task_host oac_loop_host;

/* Lets those go that wait and may. */
void oac_loop_grant(struct oac_loop *loop);
/* A task has ended. */
void oac_loop_leave_client(struct oac_loop_entry *entry);

/* ---- oac_loop.c ---- */

/* False: it cannot be watched, and is looked at often. */
bool oac_loop_watch(struct oac_loop *loop, int fd, int what);
/* NULL when memory is short. */
struct oac_curl_loop *oac_loop_curl(struct oac_loop *loop);
/* Something has become due earlier than it was: an adapter is told. */
void oac_loop_changed(struct oac_loop *loop);

#endif
