/*
 * oac_request.h: the first step of a call: from tables and structs to what goes on the
 * wire. Nothing is sent here, and nothing waits. Not for programs.
 */
#ifndef OAC_REQUEST_H
#define OAC_REQUEST_H

#include "oac_buffer.h"
#include "oac_client_type.h"
#include "oac_header.h"

struct oac_prepared {
	const struct oac_operation *operation;
	struct oac_request request; /* points into the members below */
	int64_t timeout_ms; /* each try, or OAC_NO_LIMIT */
	int64_t idle_timeout_ms; /* without a byte of the answer, or OAC_NO_LIMIT */
	int64_t deadline; /* of the whole call, on oac_now_ms()'s clock */
	int64_t max_retries;
	enum oac_retry_post retry_post;
	struct oac_arena arena;
	struct oac_headers headers;
	struct oac_buffer url;
	struct oac_buffer body;
};

/*
 * Makes a request ready to be sent. err: OAC_E_ARGUMENT naming the argument or, in path,
 * the member; OAC_E_CONFIG, OAC_E_LIMIT, OAC_E_NOMEM. To be cleared in any case.
 */
enum oac_status oac_prepare(struct oac_prepared *prepared, const struct oac_client *client,
	const struct oac_operation *operation, const char *const *path, const void *request,
	const struct oac_call_options *options, struct oac_error *err);
void oac_prepared_clear(struct oac_prepared *prepared);

#endif
