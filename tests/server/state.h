/*
 * state.h: the assistants, threads, messages, runs and steps, in memory.
 *
 * Each object is kept as the JSON that the API shows, beside what the server
 * has to know about it. Nothing here is locked: one thread serves requests.
 */
#ifndef SERVER_STATE_H
#define SERVER_STATE_H

#include "script.h"

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum id_kind {
	ID_ASSISTANT,
	ID_THREAD,
	ID_MESSAGE,
	ID_RUN,
	ID_STEP,
	ID_CALL,
	ID_VECTOR_STORE,
	ID_KINDS,
};

struct item {
	unsigned long number; /* in its id; it grows with each item of a kind */
	cJSON *json;
};

/* In the order of creation, so that numbers ascend. */
struct list {
	enum id_kind kind;
	struct item **items;
	size_t count;
	size_t size;
};

enum run_status {
	RUN_QUEUED,
	RUN_IN_PROGRESS,
	RUN_REQUIRES_ACTION,
	RUN_CANCELLING,
	RUN_CANCELLED,
	RUN_FAILED,
	RUN_COMPLETED,
	RUN_INCOMPLETE,
	RUN_EXPIRED,
};

/* What a run in progress does next. */
enum run_beat {
	BEAT_NEXT, /* begins a step, or ends */
	BEAT_STEP_IN_PROGRESS,
	BEAT_MESSAGE_CREATED,
	BEAT_MESSAGE_IN_PROGRESS,
	BEAT_SPEECH,
	BEAT_STEP_DONE,
};

struct run {
	struct item item;
	struct list steps;
	const struct run_script *script;
	enum run_status status;
	enum run_beat beat;
	int64_t due_ms;     /* when the status or the beat is over; INT64_MAX: never by itself */
	int64_t expires_ms; /* monotonic, like due_ms */
	cJSON *rounds;      /* of tool calls, as in the script */
	int round;          /* rounds that have been called for */
	int said;           /* messages that have been begun */
	unsigned long looks; /* how often it was asked for */
	struct item *step;  /* the one that has not ended; one of steps */
	struct item *message;  /* by that step; one of the thread's */
	struct speech *speech; /* what the step or message gives piece by piece */
	bool failing;          /* at its next change */
	bool streamed;         /* at a pace, even when the client went away */
	struct stream *stream; /* who wants the events, or NULL */
};

struct thread {
	struct item item;
	struct list messages;
	struct list runs;
	struct run *active; /* the run that has not ended; one of runs */
};

struct state {
	const struct script *script;
	struct list assistants;
	struct list threads;
	unsigned long numbers[ID_KINDS]; /* the last one given */
	int64_t start_ms;                /* monotonic */
	int64_t start_unix;
};

int64_t clock_now_ms(void); /* monotonic */

void state_init(struct state *state, const struct script *script);
void state_clear(struct state *state);
/* Whole seconds since 1970 at a time of the monotonic clock. */
double state_unix(const struct state *state, int64_t at_ms);
/* The next id of a kind; *number may be NULL. The caller frees it. */
char *state_id(struct state *state, enum id_kind kind, unsigned long *number);
/* A new item of size bytes in the list, with the members id, object and created_at. */
struct item *state_add(
	struct state *state, struct list *list, size_t size, const char *object, int64_t at_ms);

struct item *list_find(const struct list *list, const char *id); /* NULL: not there */
/* The position of the first item whose number is at least the one in id; false: no id. */
bool list_position(const struct list *list, const char *id, size_t *position, bool *found);
void list_remove(struct list *list, struct item *item); /* and frees it */

#endif
