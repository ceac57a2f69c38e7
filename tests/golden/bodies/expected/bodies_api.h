/*
 * bodies_api.h: api (Bodies).
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef BODIES_API_H
#define BODIES_API_H

#include "bodies_types.h"

#ifdef __cplusplus
extern "C" {
#endif

struct bodies_shared {
	const char *name;
	struct oac_string_list tags;
	struct oac_string_list notes;
	const struct bodies_shared_address *address;
	struct oac_json extra;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(BODIES_API, bodies_shared);

struct bodies_shared_address {
	const char *city;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(BODIES_API, bodies_shared_address);

struct bodies_upload {
	/* (required) */
	struct oac_file file;
	const char *name;
	struct oac_json oac_more; /* what has no member here */
};

struct bodies_stored {
	/* (required; binary) */
	const char *file;
	const char *name;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(BODIES_API, bodies_stored);

struct bodies_send_form_request {
	const char *name;
	struct oac_string_list tags;
	struct oac_string_list notes;
	const struct bodies_shared_address *address;
	struct oac_json extra;
	/* (query) */
	struct oac_opt_int64 page;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(BODIES_API, bodies_send_form_request);

struct bodies_empty_form_request {
	/* (query) */
	struct oac_opt_int64 page;
	struct oac_json oac_more; /* what has no member here */
};

struct bodies_send_map_request {
	struct oac_string_map body;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(BODIES_API, bodies_send_map_request);

struct bodies_send_files_request {
	/* (required) */
	struct oac_file file;
	struct oac_file photo;
	struct oac_file_list more;
	struct oac_file_list any;
	struct oac_file maybe;
	/* (byte) */
	const char *base64;
	const char *offer;
	const struct bodies_shared *shared;
	struct oac_json oac_more; /* what has no member here */
};

struct bodies_send_raw_request {
	/* The picture. (required) */
	struct oac_body body;
	/* (query; called "body" on the wire) */
	const char *query_body;
	struct oac_json oac_more; /* what has no member here */
};

struct bodies_send_anything_request {
	struct oac_body body;
	struct oac_json oac_more; /* what has no member here */
};

enum bodies_send_both_answer_kind {
	BODIES_SEND_BOTH_ANSWER_UNSET = 0,
	BODIES_SEND_BOTH_ANSWER_UNKNOWN = 1, /* not known here: as.json has it */
	BODIES_SEND_BOTH_ANSWER_ACCEPTED,
	BODIES_SEND_BOTH_ANSWER_OK,
};

/* An answer of sendBoth, by the HTTP status: 202 is accepted, 200 is ok. */
struct bodies_send_both_answer {
	enum bodies_send_both_answer_kind kind;
	union {
		const struct bodies_shared *accepted;
		const struct bodies_stored *ok;
		struct oac_json json;
	} as;
};
OAC_TYPE_API(BODIES_API, bodies_send_both_answer);

struct bodies_send_shared_upload_request {
	/* (required) */
	struct oac_file file;
	const char *name;
	struct oac_json oac_more; /* what has no member here */
};

/*
 * POST /form, sendForm in the document.
 * options and err may be NULL.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
BODIES_API enum oac_status bodies_send_form(struct oac_client *client,
	const struct bodies_send_form_request *request,
	const struct oac_call_options *options,
	struct oac_error *err) OAC_MUST_USE;

/*
 * bodies_send_form on a loop, see oac_loop.h.
 * done: gets what it gives.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
BODIES_API enum oac_status bodies_send_form_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct bodies_send_form_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * GET /form, emptyForm in the document.
 * request, options, out and err may be NULL.
 * *out: the answer, to be freed with bodies_shared_free; NULL on failure.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
BODIES_API enum oac_status bodies_empty_form(struct oac_client *client,
	const struct bodies_empty_form_request *request,
	const struct oac_call_options *options,
	struct bodies_shared **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * bodies_empty_form on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with bodies_shared_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
BODIES_API enum oac_status bodies_empty_form_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct bodies_empty_form_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct bodies_shared *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * POST /map, sendMap in the document.
 * request, options and err may be NULL.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
BODIES_API enum oac_status bodies_send_map(struct oac_client *client,
	const struct bodies_send_map_request *request,
	const struct oac_call_options *options,
	struct oac_error *err) OAC_MUST_USE;

/*
 * bodies_send_map on a loop, see oac_loop.h.
 * done: gets what it gives.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
BODIES_API enum oac_status bodies_send_map_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct bodies_send_map_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * POST /files, sendFiles in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with oac_value_free; NULL on failure.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
BODIES_API enum oac_status bodies_send_files(struct oac_client *client,
	const struct bodies_send_files_request *request,
	const struct oac_call_options *options,
	struct oac_bytes **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * bodies_send_files on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with oac_value_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
BODIES_API enum oac_status bodies_send_files_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct bodies_send_files_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct oac_bytes *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * POST /upload, sendUpload in the document.
 * request, options, out and err may be NULL.
 * *out: the answer, to be freed with bodies_stored_free; NULL on failure.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
BODIES_API enum oac_status bodies_send_upload(struct oac_client *client,
	const struct bodies_upload *request,
	const struct oac_call_options *options,
	struct bodies_stored **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * bodies_send_upload on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with bodies_stored_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
BODIES_API enum oac_status bodies_send_upload_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct bodies_upload *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct bodies_stored *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * Its schema is used elsewhere, too, where the file is a string.
 *
 * POST /shared-upload, sendSharedUpload in the document.
 * request, options and err may be NULL.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
BODIES_API enum oac_status bodies_send_shared_upload(struct oac_client *client,
	const struct bodies_send_shared_upload_request *request,
	const struct oac_call_options *options,
	struct oac_error *err) OAC_MUST_USE;

/*
 * bodies_send_shared_upload on a loop, see oac_loop.h.
 * done: gets what it gives.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
BODIES_API enum oac_status bodies_send_shared_upload_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct bodies_send_shared_upload_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * PUT /raw, sendRaw in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with bodies_stored_free; NULL on failure and when it has no content.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
BODIES_API enum oac_status bodies_send_raw(struct oac_client *client,
	const struct bodies_send_raw_request *request,
	const struct oac_call_options *options,
	struct bodies_stored **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * bodies_send_raw on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with bodies_stored_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
BODIES_API enum oac_status bodies_send_raw_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct bodies_send_raw_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct bodies_stored *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * POST /raw, sendAnything in the document.
 * request, options, out and err may be NULL.
 * *out: the answer, to be freed with bodies_stored_free; NULL on failure.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
BODIES_API enum oac_status bodies_send_anything(struct oac_client *client,
	const struct bodies_send_anything_request *request,
	const struct oac_call_options *options,
	struct bodies_stored **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * bodies_send_anything on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with bodies_stored_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
BODIES_API enum oac_status bodies_send_anything_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct bodies_send_anything_request *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct bodies_stored *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * PATCH /raw, sendPatch in the document.
 * request, options and err may be NULL.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
BODIES_API enum oac_status bodies_send_patch(struct oac_client *client,
	const struct bodies_shared *request,
	const struct oac_call_options *options,
	struct oac_error *err) OAC_MUST_USE;

/*
 * bodies_send_patch on a loop, see oac_loop.h.
 * done: gets what it gives.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
BODIES_API enum oac_status bodies_send_patch_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct bodies_shared *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * GET /raw, getRaw in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with oac_value_free; NULL on failure.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
BODIES_API enum oac_status bodies_get_raw(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_bytes **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * bodies_get_raw on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with oac_value_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
BODIES_API enum oac_status bodies_get_raw_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct oac_bytes *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * HEAD /raw, headRaw in the document.
 * options and err may be NULL.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
BODIES_API enum oac_status bodies_head_raw(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_error *err) OAC_MUST_USE;

/*
 * bodies_head_raw on a loop, see oac_loop.h.
 * done: gets what it gives.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
BODIES_API enum oac_status bodies_head_raw_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * GET /download, download in the document.
 * options, out and err may be NULL.
 * *out: the answer, to be freed with oac_value_free; NULL on failure.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
BODIES_API enum oac_status bodies_download(struct oac_client *client,
	const struct oac_call_options *options,
	struct oac_bytes **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * bodies_download on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with oac_value_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
BODIES_API enum oac_status bodies_download_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct oac_bytes *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

/*
 * POST /both, sendBoth in the document.
 * request, options, out and err may be NULL.
 * *out: the answer, whose kind tells its status, to be freed with bodies_send_both_answer_free; NULL on failure.
 * Blocks; may be called from any thread. Errors: see enum oac_status.
 */
BODIES_API enum oac_status bodies_send_both(struct oac_client *client,
	const struct bodies_shared *request,
	const struct oac_call_options *options,
	struct bodies_send_both_answer **out,
	struct oac_error *err) OAC_MUST_USE;

/*
 * bodies_send_both on a loop, see oac_loop.h.
 * done: gets what it gives, to be freed with bodies_send_both_answer_free.
 * *async (nullable): its handle. Errors: OAC_E_ARGUMENT, _CONFIG, _LIMIT, _CANCELLED, _NOMEM.
 */
BODIES_API enum oac_status bodies_send_both_async(struct oac_loop *loop,
	struct oac_client *client,
	const struct bodies_shared *request,
	const struct oac_call_options *options,
	void (*done)(void *user, enum oac_status status, struct bodies_send_both_answer *result,
		const struct oac_error *err),
	void *user,
	struct oac_async *async,
	struct oac_error *err) OAC_MUST_USE;

#ifdef __cplusplus
}
#endif

#endif
