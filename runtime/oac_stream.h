/*
 * oac_stream.h: answers that come as events, one after the other.
 *
 *	struct oac_stream *stream;
 *	const struct openai_assistant_stream_event *event;
 *	enum oac_status status = openai_runs_create_stream(client, thread, &request, NULL, &stream, &err);
 *	while (status == OAC_OK) {
 *		status = openai_assistant_stream_event_next(stream, &event, &err);
 *		if (status != OAC_OK || event == NULL)
 *			break;
 *		...
 *	}
 *	oac_stream_free(stream);
 *
 * Nothing is read ahead of what the program asks for, so a slow reader slows the server
 * down. A stream is used by one thread at a time; freeing it early closes its connection.
 */
#ifndef OAC_STREAM_H
#define OAC_STREAM_H

#include "oac_client.h"

struct oac_stream;

/* An event as it came. */
struct oac_raw_event {
	const char *name; /* NUL-terminated; "" when the stream names none */
	const char *data; /* not NUL-terminated */
	size_t len;
	const char *id; /* NUL-terminated; the last one that the stream gave, or "" */
};

#ifdef __cplusplus
extern "C" {
#endif

/*
 * The event that was given last, as it came; valid until the next one is asked for. NULL
 * before the first and after the end.
 */
OAC_API const struct oac_raw_event *oac_stream_raw(const struct oac_stream *stream);

/*
 * The next event as it came, for streams whose events have no type in C. *event is NULL at
 * the end and on failure.
 */
OAC_API enum oac_status oac_raw_event_next(struct oac_stream *stream,
	const struct oac_raw_event **event, struct oac_error *err) OAC_MUST_USE;

/* Closes a stream, at its end or before. NULL is fine. */
OAC_API void oac_stream_free(struct oac_stream *stream);

#ifdef __cplusplus
}
#endif

#endif
