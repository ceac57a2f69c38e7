/* openai_run_stream_type.h: what a streamed run is, for the helpers' own files. */
#ifndef OPENAI_RUN_STREAM_TYPE_H
#define OPENAI_RUN_STREAM_TYPE_H

#include "openai_run_stream.h"
#include "openai_snapshots.h"

#include "oac_call.h"
#include "oac_events.h"
#include "oac_memory.h"

enum openai_run_stream_state {
	OPENAI_STREAM_READING = 0,
	OPENAI_STREAM_CANCELLING, /* given up, and the server is being told */
	OPENAI_STREAM_OVER,
};

struct openai_run_stream {
	struct oac_task task;
	struct oac_client *client;
	struct oac_arena arena; /* of the options */
	struct oac_call_options call;
	const struct openai_run_stream_handler *handler; /* never NULL */
	void *user;
	bool cancel_run;
	/* After the handler's run: may submit outputs. Not OAC_OK: gives up so. NULL: nothing. */
	enum oac_status (*on_run)(
		void *user, struct openai_run_stream *stream, struct oac_error *err);
	void *on_run_user;

	struct oac_events answers[2]; /* the one that is read, and the one that follows it */
	int current;
	bool has_next;
	bool is_connected; /* the answer that is read has begun */

	enum openai_run_stream_state state;
	enum oac_status status;
	struct oac_error err;
	struct oac_call cancel_call;
	struct oac_error cancel_err;

	const struct openai_assistant_stream_event *event; /* the current one, or NULL */
	size_t event_count; /* with the current one, of all answers */
	size_t text_at; /* where _next_text goes on within it */
	struct openai_run *run; /* the latest, or NULL */
	char *thread_id; /* as they were given, or NULL */
	char *run_id;
	bool run_is_over; /* the answer that is read has told so */
	struct openai_progress progress;

	unsigned depth; /* of callbacks */
	bool free_later;
	bool is_on_loop; /* which drives and frees it */
	bool is_waiting; /* the last step found nothing to do */
};

/*
 * stream: all zero but for its task and on_run. path: thread and run, as far as they are known.
 * OAC_E_NOMEM, as stream->err says. To be cleared in any case.
 */
enum oac_status openai_run_stream_init(struct openai_run_stream *stream, struct oac_client *client,
	const char *const path[2], const struct openai_run_stream_options *options);
/* Prepares the first request. What goes wrong is in stream->err. */
enum oac_status openai_run_stream_begin(struct openai_run_stream *stream,
	const struct oac_operation *operation, const void *request);
/* Goes on to the next event, and waits at most wait_ms. True: over. */
bool openai_run_stream_step(struct openai_run_stream *stream, int64_t wait_ms);
int64_t openai_run_stream_due(const struct openai_run_stream *stream);
/* Thread and run as a path says them: as they were seen, or as the caller named them. */
void openai_run_stream_path(const struct openai_run_stream *stream, const char *path[2]);
/* Ends it, over or not: cancelled. */
void openai_run_stream_break_off(struct openai_run_stream *stream);
/* Ends and frees everything but stream itself and stream->err. */
void openai_run_stream_clear(struct openai_run_stream *stream);

/* Takes an event in: checks it, adds it up, and calls back. */
enum oac_status openai_run_stream_take(struct openai_run_stream *stream,
	const struct openai_assistant_stream_event *event, struct oac_error *err);

/* Who has given up hears no more of the event, but how it ends; who has freed it, not even that. */
static inline bool openai_run_stream_is_quiet(const struct openai_run_stream *stream)
{
	return stream->free_later ||
		(stream->task.stopped && stream->state == OPENAI_STREAM_READING);
}

/* Calls one of the handler's functions, if it is there. */
#define OPENAI_TELL(stream, callback, ...)                                                         \
	do {                                                                                       \
		if ((stream)->handler->callback != NULL && !openai_run_stream_is_quiet(stream)) {  \
			(stream)->depth++;                                                         \
			(stream)->handler->callback((stream)->user, __VA_ARGS__);                  \
			(stream)->depth--;                                                         \
		}                                                                                  \
	} while (0)

#endif
