/*
 * oac_stream_decode.h: one event of a stream as a typed value. Not for programs.
 */
#ifndef OAC_STREAM_DECODE_H
#define OAC_STREAM_DECODE_H

#include "oac_memory.h"
#include "oac_operation.h"
#include "oac_sse.h"

/*
 * *guess: which variant to look at first; 0 for the first event, then what the last call left.
 * *out: the event in arena, of the type streaming->event. An event whose name the type does
 * not know becomes the JSON object that its name and its data make. err: OAC_E_JSON, _TYPE,
 * _LIMIT, _NOMEM, and OAC_E_STREAM when the event says that something went wrong, with the
 * server's own words; the message names the event.
 */
enum oac_status oac_stream_decode(struct oac_arena *arena, const struct oac_streaming *streaming,
	const struct oac_sse_event *event, uint32_t *guess, unsigned flags, void **out,
	struct oac_error *err);

#endif
