/*
 * oac_sse.h: bytes to events, incrementally: an event stream by the WHATWG rules (HTML,
 * 9.2.5 and 9.2.6), or newline-delimited JSON. Does no I/O. Not for programs.
 *
 *	oac_sse_init(&sse, max_event);
 *	while (len = more bytes, 0 at the end) {
 *		oac_sse_input(&sse, bytes, len);
 *		while ((step = oac_sse_next(&sse, &event)) == OAC_SSE_EVENT)
 *			... event.data, event.data_len ...
 *		if (step != OAC_SSE_MORE)
 *			... OAC_SSE_TOO_LARGE or OAC_SSE_NOMEM ...
 *	}
 *	oac_sse_finish(&sse);
 *	... once more the inner loop, which ends with OAC_SSE_END ...
 *	oac_sse_clear(&sse);
 *
 * The events are the same however the bytes are cut into inputs, and the time is linear in
 * the bytes. An event that lies within one input, with a single data line, is not copied.
 *
 * Bytes pass through as they came: what is no UTF-8 is not replaced, because the reader of
 * the JSON in it refuses it and so says more than a U+FFFD would.
 */
#ifndef OAC_SSE_H
#define OAC_SSE_H

#include "oac_buffer.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	OAC_SSE_NAME_MAX = 5, /* of a field: "event", "retry" */
};

struct oac_sse_event {
	const char *name; /* "" when the stream names none, which the standard calls "message" */
	size_t name_len;
	const char *data; /* may hold NUL, and is not NUL-terminated */
	size_t data_len;
	const char *id; /* the last one that the stream gave, in an earlier event maybe; or "" */
	size_t id_len;
};

enum oac_sse_step {
	OAC_SSE_EVENT,
	OAC_SSE_MORE, /* the input is used up */
	OAC_SSE_END,  /* and was the last */
	OAC_SSE_TOO_LARGE,
	OAC_SSE_NOMEM,
};

/* Lies in the input until that is used up or something is added, then in kept. */
struct oac_sse_text {
	const char *text; /* never NULL */
	size_t len;
	struct oac_buffer kept;
};

struct oac_sse {
	/* To be read by the caller. */
	int64_t retry_ms;	     /* to wait before reconnecting; -1: the stream did not say */
	struct oac_sse_text last_id; /* to send as Last-Event-ID when reconnecting, or "" */

	/* For oac_sse.c alone. */
	size_t max_event;
	size_t event_len; /* bytes of values in the event that is being read */
	const char *at;	  /* what is left of the input */
	const char *end;
	const char *line_feed; /* the first in what is left, or end */
	struct oac_sse_text data;
	struct oac_sse_text name;
	struct oac_sse_text id;	   /* becomes last_id with the event's end */
	struct oac_sse_text value; /* of the line that is being read, if not data */
	enum oac_sse_step state;   /* MORE, or the failure that lasts */
	int place;		   /* in the line */
	int field;		   /* of the line, once its name is over */
	char field_name[OAC_SSE_NAME_MAX];
	size_t field_name_len;
	bool is_lines;
	bool is_over;
	bool is_first_line;
	bool is_after_cr;
	bool is_shown; /* the event's texts are in the caller's hands */
	bool has_data;
	bool has_id;
};

/*
 * max_event: how many bytes the values of one event's lines may have, with the line feeds that
 * join its data. Comments and unknown fields are not kept, and may have any length.
 */
void oac_sse_init(struct oac_sse *sse, size_t max_event);
/*
 * For newline-delimited JSON: each line that is not empty is the data of an event. Lines end
 * with LF or CRLF (a lone CR is white space to JSON), the last one also with the input.
 * max_event bounds a line.
 */
void oac_sse_init_lines(struct oac_sse *sse, size_t max_event);
/* Back to what it was after oac_sse_init or oac_sse_init_lines; frees. */
void oac_sse_clear(struct oac_sse *sse);

/* At the start, or after OAC_SSE_MORE. bytes are borrowed until the next MORE or failure. */
void oac_sse_input(struct oac_sse *sse, const char *bytes, size_t len);
/* There will be no more input. */
void oac_sse_finish(struct oac_sse *sse);

/*
 * The next event, valid until the next call of oac_sse_next or oac_sse_clear. A failure lasts;
 * the events before it were given.
 */
enum oac_sse_step oac_sse_next(struct oac_sse *sse, struct oac_sse_event *event);

/*
 * Whether an event has begun and is not over; so is one that failed. At the end of an event stream
 * the standard discards such an event, and this tells that there was one.
 */
bool oac_sse_is_pending(const struct oac_sse *sse);

#endif
