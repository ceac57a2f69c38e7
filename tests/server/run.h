/*
 * run.h: how a run goes on: queued, in progress, asking for tool outputs, ended.
 *
 * Every change is due at a time that is known in advance. run_change() makes one
 * of them, so that whoever wants to watch a run can take the changes one at a
 * time; run_advance() makes all that are due.
 */
#ifndef SERVER_RUN_H
#define SERVER_RUN_H

#include "answer.h"
#include "state.h"

/* The thread must not have an active run. */
struct run *run_add(struct state *state, struct thread *thread, const cJSON *assistant,
	const cJSON *request, int64_t at_ms);

/* When the next change happens by itself; INT64_MAX: never. */
int64_t run_next_ms(const struct run *run);
/* Makes that change. */
void run_change(struct state *state, struct thread *thread, struct run *run);
/* Makes the changes of the thread's active run that are due by now_ms. */
void run_advance(struct state *state, struct thread *thread, int64_t now_ms);

bool run_active(const struct run *run);
/* Both return false with an error in answer when the run does not allow it. */
bool run_cancel(struct state *state, struct run *run, int64_t now_ms, struct answer *answer);
bool run_submit(struct state *state, struct run *run, const cJSON *outputs, int64_t now_ms,
	struct answer *answer);

#endif
