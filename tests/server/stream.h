/*
 * stream.h: events on their way to a client, as bytes of an event stream.
 *
 * A run writes its events here as they happen, and whoever serves the client
 * takes the bytes. Neither waits for the other. The script says how the bytes
 * are laid out, and where the stream breaks.
 */
#ifndef SERVER_STREAM_H
#define SERVER_STREAM_H

#include "state.h"
#include "text.h"

struct stream {
	const struct run_script *script;
	struct thread *thread; /* NULL, like run, when no more events come */
	struct run *run;
	struct text out;
	size_t taken;     /* of out */
	size_t events;    /* written so far */
	int64_t spoke_ms; /* when bytes were last taken */
	bool ended;       /* in order */
	bool cut;         /* the connection is to be closed in the midst of the body */
	void (*ready)(void *reader); /* called when there are bytes, or none will come */
	void *reader;
};

/* The stream of that run from now on; an earlier one gets no more events. */
struct stream *stream_new(struct thread *thread, struct run *run, int64_t now_ms);
void stream_free(struct stream *stream); /* NULL is fine */

void stream_event(struct stream *stream, const char *name, const char *data);
/* The last event; the run has no stream afterwards. */
void stream_done(struct stream *stream);
/* The run is no more. */
void stream_cut(struct stream *stream);
/* A comment, when the script wants one after so long a silence. */
void stream_keep_alive(struct stream *stream, int64_t now_ms);
/* When that is due; INT64_MAX: never. */
int64_t stream_keep_alive_ms(const struct stream *stream);

size_t stream_pending(const struct stream *stream);
/* The next bytes, at most as many as the script puts into one chunk. */
size_t stream_take(struct stream *stream, int64_t now_ms, char *out, size_t size);
/* Everything was taken, and no more comes. */
bool stream_over(const struct stream *stream);

#endif
