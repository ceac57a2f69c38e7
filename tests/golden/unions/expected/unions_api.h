/*
 * unions_api.h: api (Unions).
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef UNIONS_API_H
#define UNIONS_API_H

#include "unions_types.h"

#ifdef __cplusplus
extern "C" {
#endif

enum unions_shape_kind {
	UNIONS_SHAPE_UNSET = 0,
	UNIONS_SHAPE_UNKNOWN = 1, /* not known here: as.json has it */
	UNIONS_SHAPE_CIRCLE,
	UNIONS_SHAPE_SQUARE,
};

struct unions_shape {
	enum unions_shape_kind kind;
	union {
		const struct unions_circle *circle;
		const struct unions_square *square;
		struct oac_json json;
	} as;
};
OAC_TYPE_API(UNIONS_API, unions_shape);

struct unions_create_shape_request {
	/* (required) */
	struct unions_shape body;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(UNIONS_API, unions_create_shape_request);

/*
 * POST /shapes, createShape in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with unions_shape_free; NULL on failure.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
UNIONS_API enum oac_status unions_create_shape(struct oac_client *client,
	const struct unions_create_shape_request *request,
	const struct oac_call_options *options,
	struct unions_shape **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * unions_create_shape on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with unions_shape_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
UNIONS_API enum oac_status unions_create_shape_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct unions_create_shape_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct unions_shape *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

#ifdef __cplusplus
}
#endif

#endif
