/*
 * run.h: runs: how one begins, how it goes on by itself, what a request can do to it.
 *
 * Every change is due at a time that is known in advance. run_change() makes one
 * of them, so that whoever wants to watch a run can take the changes one at a
 * time; run_advance() makes all that are due. A run that nobody streams goes through
 * the same changes, but those between two statuses take no time.
 */
#ifndef SERVER_RUN_H
#define SERVER_RUN_H

#include "answer.h"
#include "state.h"

/* The thread must not have an active run. */
struct run *run_add(struct state *state, struct thread *thread, const cJSON *assistant,
	const cJSON *request, int64_t at_ms);
/* Its events go to the stream that this returns, the first two at once. */
struct stream *run_stream_new(
	struct thread *thread, struct run *run, bool thread_created, int64_t now_ms);

/* progress.c: when the next change happens by itself; INT64_MAX: never. */
int64_t run_next_ms(const struct run *run);
/* Makes that change. */
void run_change(struct state *state, struct thread *thread, struct run *run);
/* It was asked for: the script may say that this is the time to end. */
void run_look(struct state *state, struct thread *thread, struct run *run, int64_t now_ms);
/* Makes the changes of the thread's active run that are due by now_ms. */
void run_advance(struct state *state, struct thread *thread, int64_t now_ms);

bool run_active(const struct run *run);
/* All return false with an error in answer when the run does not allow it. */
bool run_cancel(struct state *state, struct run *run, int64_t now_ms, struct answer *answer);
bool run_submit_check(const struct run *run, const cJSON *outputs, struct answer *answer);
/* The outputs were checked. The run is streamed from now on, or no longer. */
struct stream *run_submit(struct state *state, struct thread *thread, struct run *run,
	const cJSON *outputs, bool streamed, int64_t now_ms);

#endif
