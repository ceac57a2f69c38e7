/*
 * oac_request.h: the first step of a call: from tables and structs to what goes on the
 * wire. Nothing is sent here, and nothing waits. Not for programs.
 */
#ifndef OAC_REQUEST_H
#define OAC_REQUEST_H

#include "oac_client_type.h"
#include "oac_content.h"
#include "oac_header.h"

struct oac_prepared {
	const struct oac_client *client;
	const struct oac_operation *operation;
	struct oac_request request; /* points into the members below */
	int64_t timeout_ms; /* each try, or OAC_NO_LIMIT */
	int64_t idle_timeout_ms; /* without a byte of the answer, or OAC_NO_LIMIT */
	int64_t deadline; /* of the whole call, on oac_now_ms()'s clock */
	int64_t max_retries;
	enum oac_retry_post retry_post;
	bool strict;
	int (*progress)(void *user, const struct oac_progress *progress);
	void *progress_user;
	struct oac_arena arena;
	struct oac_headers headers;
	struct oac_buffer url;
	struct oac_content content;
	struct oac_source source; /* the content, when it is not all text */

	/* Credentials: oac_authorize.c */
	const uint16_t *security; /* what the operation needs, or NULL */
	const bool *given; /* of each scheme: the caller's own headers or query say it */
	struct oac_header *items; /* the request's headers: the above, and room for credentials */
	size_t url_len; /* without credentials */
	const char **tokens; /* from the client's callback, as they are sent; NULL: there is none */
	struct oac_arena secrets; /* of one try: owns the tokens */
};

/*
 * Makes a request ready to be sent. err: OAC_E_ARGUMENT naming the argument or, in path,
 * the member; OAC_E_CONFIG, OAC_E_LIMIT, OAC_E_NOMEM. To be cleared in any case.
 */
enum oac_status oac_prepare(struct oac_prepared *prepared, const struct oac_client *client,
	const struct oac_operation *operation, const char *const *path, const void *request,
	const struct oac_call_options *options, struct oac_error *err);
/* Gives the request another URL, of the same origin. err: OAC_E_PROTOCOL, _LIMIT, _NOMEM. */
enum oac_status oac_prepared_move(struct oac_prepared *prepared, const char *url,
	struct oac_error *err);
void oac_prepared_clear(struct oac_prepared *prepared);

/*
 * Puts the credentials into the request, fresh ones from the client's token callback: to be
 * called before each try. err: OAC_E_CONFIG naming a scheme that has no credential, what the
 * callback returned, OAC_E_LIMIT, OAC_E_NOMEM.
 */
enum oac_status oac_prepared_authorize(struct oac_prepared *prepared, struct oac_error *err);

struct oac_query;

/* Part of oac_prepare, when headers and URL are complete: what the caller's own ones stand for. */
enum oac_status oac_prepare_security(struct oac_prepared *prepared,
	const struct oac_call_options *options, const struct oac_query *query,
	struct oac_error *err);

#endif
