/*
 * speech.h: what a run says, piece by piece.
 *
 * The whole is known from the start: the content of a message, or the tool calls
 * of a step, as the API shows them. A speech gives it as deltas, and knows what
 * was said when it is broken off.
 */
#ifndef SERVER_SPEECH_H
#define SERVER_SPEECH_H

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <stddef.h>

enum speech_kind {
	SPEECH_CONTENT,
	SPEECH_CALLS,
};

struct speech {
	enum speech_kind kind;
	cJSON *whole;
	struct progress *parts; /* one for each of whole */
	size_t count;
	size_t turn;	    /* the part that speaks next */
	size_t piece_chars; /* 0: words; of what is no prose a few characters */
	bool interleave;    /* the calls take turns */
};

/* Takes whole, an array, over. */
struct speech *speech_new(enum speech_kind kind, cJSON *whole, size_t piece_chars, bool interleave);
void speech_free(struct speech *speech); /* NULL is fine */

/* The entries of the next delta, for the caller to free; NULL when all is said. */
cJSON *speech_next(struct speech *speech);
/* A copy of the whole as far as it was said. */
cJSON *speech_so_far(const struct speech *speech);

#endif
