/*
 * step.h: what the changes of a run are made of: its status, its steps, its events.
 */
#ifndef SERVER_STEP_H
#define SERVER_STEP_H

#include "state.h"

/* "thread.run" and "completed" make the event's name. Without a stream it is nobody's. */
void run_event(struct run *run, const char *object, const char *what, const cJSON *json);

/* Shows the status and its event. */
void run_status_set(struct run *run, enum run_status status, int64_t due_ms);
/* Ends it, with what has not ended in it; last_error is set before. */
void run_finish(struct state *state, struct thread *thread, struct run *run,
	enum run_status status, int64_t at_ms);

/* The step that the run is at from now on. Takes details over. */
void step_begin(struct state *state, struct run *run, const char *type, cJSON *details,
	int64_t at_ms);
/* status is completed, cancelled, failed or expired: each has a member STATUS_at. */
void step_end(struct state *state, struct run *run, const char *status, int64_t at_ms);
/* The message of the step; reason NULL: it is complete. */
void step_message_end(
	struct state *state, struct run *run, const char *incomplete_reason, int64_t at_ms);

/* The array of the step's tool calls, NULL for a message. */
cJSON *step_calls(const struct item *step);

#endif
