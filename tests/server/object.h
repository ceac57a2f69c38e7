/*
 * object.h: assistants, threads and messages, made from requests that passed
 * validation.
 */
#ifndef SERVER_OBJECT_H
#define SERVER_OBJECT_H

#include "state.h"

struct item *assistant_add(struct state *state, const cJSON *request, int64_t at_ms);
void assistant_modify(struct state *state, struct item *assistant, const cJSON *request);

/* request may be NULL: an empty thread. */
struct thread *thread_add(struct state *state, const cJSON *request, int64_t at_ms);
void thread_modify(struct state *state, struct thread *thread, const cJSON *request);

struct item *message_add(
	struct state *state, struct thread *thread, const cJSON *request, int64_t at_ms);
/* A message by a run's assistant: in progress and empty, ... */
struct item *message_begin(
	struct state *state, struct thread *thread, const cJSON *run, int64_t at_ms);
/* ... and with its content, which is taken over; incomplete_reason NULL: it is complete. */
void message_end(const struct state *state, struct item *message, cJSON *content,
	const char *incomplete_reason, int64_t at_ms);
/* A message's part for a text. */
cJSON *content_text(const char *value);

/* Of any object: null and absence make an empty one. */
void metadata_set(cJSON *object, const cJSON *request);

#endif
