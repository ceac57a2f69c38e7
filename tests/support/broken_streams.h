/*
 * broken_streams.h: event streams as no server should send them, for http_script_add().
 *
 *	for (size_t i = 0; i < broken_stream_count; i++) {
 *		struct http_script *server = http_script_new();
 *		http_script_add(server, broken_streams[i].actions, broken_streams[i].count);
 *		... stream from http_script_url(server) ...
 *	}
 *
 * Each begins as a run that is streamed in order: created, queued, in progress.
 */
#ifndef BROKEN_STREAMS_H
#define BROKEN_STREAMS_H

#include "http_script.h"

/* What a client has to make of it. */
enum broken_end {
	BROKEN_WHOLE, /* nothing is wrong but the cuts: all events, and an end in order */
	BROKEN_ENDED, /* the body ends in order, too early: the run has not ended */
	BROKEN_LOST,  /* the connection is lost in the midst of the body */
	BROKEN_HANGS, /* nothing comes any more: only a timeout ends it */
	BROKEN_FLOOD, /* a line without end: only a bound on its size ends it */
	BROKEN_BODY,  /* an answer that is no event stream */
};

struct broken_stream {
	const char *name;
	enum broken_end end;
	size_t events; /* that are whole, done included */
	const struct http_action *actions;
	size_t count;
};

extern const struct broken_stream broken_streams[];
extern const size_t broken_stream_count;

#endif
