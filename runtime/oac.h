/*
 * oac.h: what every generated library stands on. The whole memory model:
 *
 * - What you pass in is borrowed until the call returns.
 * - What a call, _from_json or _copy gives you is one block with one _free;
 *   <type>_copy keeps any value, also a part of a result.
 * - What a callback shows you is valid until the callback returns.
 *
 * *out is overwritten without being read, and NULL after a failure; only a helper that follows
 * something gives the latest that it saw. Cancel tokens, a stream's handler, and what a call on a
 * loop was given as options->response, last until that is over.
 *
 * Every struct and union has six functions:
 *
 *	_from_json	len bytes of JSON text, UTF-8, to a new value; nothing is lost on the
 *			way, see oac_more; OAC_E_JSON, OAC_E_TYPE, OAC_E_LIMIT, OAC_E_NOMEM
 *	_to_json	to NUL-terminated text, freed with oac_text_free; *len (nullable) is
 *			its length; NULL on failure
 *	_from_cjson	the same from a cJSON tree, which is borrowed
 *	_to_cjson	to a new tree, freed with cJSON_Delete; NULL on failure
 *	_copy		a deep copy; NULL for NULL and when memory is short
 *	_free		the end of a result or a copy; NULL is fine
 *
 * They may be called from any thread; err may be NULL. Headers declare all six with one
 * line, OAC_TYPE_API(OPENAI_API, openai_run).
 */
#ifndef OAC_H
#define OAC_H

#include "oac_client.h"
#include "oac_error.h"
#include "oac_pager.h"
#include "oac_loop.h"
#include "oac_stream.h"
#include "oac_value.h"
#include "oac_version.h"

#define OAC_TYPE_API(api, name)                                                              \
	api enum oac_status name##_from_json(const char *text, size_t len, struct name **out, \
		struct oac_error *err) OAC_MUST_USE;                                          \
	api char *name##_to_json(const struct name *value, size_t *len,                       \
		struct oac_error *err) OAC_MUST_USE;                                          \
	api enum oac_status name##_from_cjson(const struct cJSON *tree, struct name **out,    \
		struct oac_error *err) OAC_MUST_USE;                                          \
	api struct cJSON *name##_to_cjson(const struct name *value,                           \
		struct oac_error *err) OAC_MUST_USE;                                          \
	api struct name *name##_copy(const struct name *value) OAC_MUST_USE;                  \
	api void name##_free(struct name *value)

/*
 * The events of a stream: waits for the next one. *event is valid until the next call; NULL
 * at the end of the stream, and on failure. err may be NULL; its errors are those of a call,
 * OAC_E_STREAM for an error that the server sent as an event, and OAC_E_ARGUMENT for a stream
 * of other events.
 */
#define OAC_EVENT_API(api, name)                                                             \
	api enum oac_status name##_next(struct oac_stream *stream, const struct name **event, \
		struct oac_error *err) OAC_MUST_USE

#endif
