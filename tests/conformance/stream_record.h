/*
 * stream_record.h: the callbacks of a streamed run, written down in the form of the goldens.
 */
#ifndef STREAM_RECORD_H
#define STREAM_RECORD_H

#include "openai_helpers.h"

#include <cjson/cJSON.h>

/* The user of stream_recorder is a cJSON array that gets {"callback", "args"} for each callback. */
extern const struct openai_run_stream_handler stream_recorder;

#endif
