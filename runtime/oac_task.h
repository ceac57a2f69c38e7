/*
 * oac_task.h: work that goes on in steps, so that one piece of code serves the functions
 * that block and a loop that has thousands of them. Not for programs.
 *
 * A task is a struct whose first member is a struct oac_task. Its step goes on as far as
 * it can without waiting, then waits at most wait_ms for something to happen. A function
 * that blocks calls it until it is over; a loop never lets it wait, and calls it when one
 * of its exchanges has moved, when it is due, and when it was stopped.
 */
#ifndef OAC_TASK_H
#define OAC_TASK_H

#include "oac_platform.h"
#include "oac_transport.h"

struct oac_task;
struct oac_loop;
struct oac_loop_entry;
struct oac_async;

struct oac_task_type {
	/* True: over; not to be stepped again. */
	bool (*step)(struct oac_task *task, int64_t wait_ms);
	/* When to step again though nothing has happened, on oac_now_ms()'s clock; INT64_MAX: never. */
	int64_t (*due)(const struct oac_task *task);
	/*
	 * For a loop: tells the caller what came of it, and frees the task. A loop that is freed
	 * finishes a task that was stopped even when its step did not say that it is over.
	 */
	void (*finish)(struct oac_task *task);
};

/* What a loop does for the tasks that it drives. */
struct oac_task_host {
	/*
	 * How the requests of a client go; NULL when memory is short. The client stays until the
	 * task has ended, and is the only one that the task uses.
	 */
	const struct oac_transport *(*transport)(struct oac_task *task, struct oac_client *client);
	/* Asks leave to send a request to url: 0, or the time at which to ask again, or earlier. */
	int64_t (*admit)(struct oac_task *task, const char *url);
	/* Gives the leave back, or asks for none any more. http_status 0: no answer; delay_ms below 0: not to be sent again. */
	void (*release)(struct oac_task *task, int http_status, int64_t delay_ms);
};

struct oac_task {
	const struct oac_task_type *type;
	const struct oac_cancel *cancel;  /* the caller's token, or NULL */
	const struct oac_task_host *host; /* NULL: the caller waits for it */
	struct oac_loop_entry *entry;	  /* the host's own */
	bool stopped;			  /* by the handle that an _async function gave */
};

/* How the requests of a client go: by the loop's means, or by the client's own. */
const struct oac_transport *oac_task_transport(struct oac_task *task, struct oac_client *client);

static inline bool oac_task_is_stopped(const struct oac_task *task)
{
	return task->stopped || oac_cancel_pulled(task->cancel);
}

/*
 * Waits until a point in time, at most wait_ms (OAC_NO_LIMIT: as long as it takes). True: it
 * has come, or the task was stopped.
 */
bool oac_task_wait(struct oac_task *task, int64_t until, int64_t wait_ms);

/*
 * Hands a task, with type and cancel set, over to a loop, which steps it from its next turn
 * on and finishes it. Comes before anything that asks the host. *async (nullable) is the
 * handle. err: OAC_E_ARGUMENT, _LIMIT, _CANCELLED, _NOMEM: the task is still the caller's.
 */
enum oac_status oac_loop_add(struct oac_loop *loop, struct oac_task *task, struct oac_async *async,
	struct oac_error *err);
/* Takes back a task that was added and has ended what it began; nothing is finished. */
void oac_loop_remove(struct oac_task *task);

#endif
