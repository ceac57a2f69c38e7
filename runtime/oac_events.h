/*
 * oac_events.h: the events of an answer, in steps: what streams and the helpers on top of
 * them stand on. Not for programs.
 */
#ifndef OAC_EVENTS_H
#define OAC_EVENTS_H

#include "oac_execute.h"
#include "oac_sse.h"
#include "oac_stream.h"

enum oac_events_step {
	OAC_EVENTS_WAIT,  /* nothing yet */
	OAC_EVENTS_EVENT, /* there is one: value and raw */
	OAC_EVENTS_END,	  /* there will be none: status says why */
};

struct oac_events {
	/* To be read by the owner. */
	const void *value; /* of the type streaming->event; valid until the next step */
	struct oac_raw_event raw;
	enum oac_status status; /* at the end: OAC_OK, or what went wrong, as err says */
	bool is_open;		/* the head of the answer is here, and it is a stream */

	struct oac_client *client;
	const struct oac_operation *operation;
	struct oac_response *response; /* the caller's, or NULL */
	struct oac_error *err;	       /* nullable */
	struct oac_prepared prepared;
	struct oac_execution x;
	struct oac_sse sse;
	struct oac_buffer input; /* what was received last */
	struct oac_buffer name;	 /* of the event, with its NUL; then its id */
	struct oac_arena arena;	 /* of the event */
	uint32_t guess;		 /* what kind of event comes next, maybe */
	bool begun;
	bool has_input; /* the parser is at work on input */
	bool has_body;	/* the answer has ended */
	bool is_over;
};

/*
 * Prepares the request as a step of task, like oac_call_begin. To be ended in any case; it
 * does not move in between.
 */
void oac_events_begin(struct oac_events *events, struct oac_task *task, struct oac_client *client,
	const struct oac_operation *operation, const char *const *path, const void *request,
	const struct oac_call_options *options, struct oac_error *err);
/* Goes on until the head of the answer is here, and waits at most wait_ms. True: open, or over. */
bool oac_events_open(struct oac_events *events, int64_t wait_ms);
/*
 * Goes on to the next event, and waits at most wait_ms. err: those of a call, OAC_E_PROTOCOL
 * when the answer is no stream, those of oac_stream_decode, OAC_E_LIMIT for an event over
 * max_response_bytes.
 */
enum oac_events_step oac_events_step(struct oac_events *events, int64_t wait_ms);
int64_t oac_events_due(const struct oac_events *events);
/* Where errors are described from now on; nullable. */
void oac_events_report_to(struct oac_events *events, struct oac_error *err);
/* Closes and frees, at the end or before. */
void oac_events_end(struct oac_events *events);

#endif
