/*
 * oac_execute.h: the second step of a call: tries, and the waits between them, until there
 * is an answer or no hope for one. Not for programs.
 */
#ifndef OAC_EXECUTE_H
#define OAC_EXECUTE_H

#include "oac_request.h"
#include "oac_try.h"

enum oac_until {
	OAC_UNTIL_BODY, /* the whole answer is in the try */
	OAC_UNTIL_HEAD, /* a status below 300: the try still runs, its body is yet to come */
};

/*
 * Sends a request until it is answered, with any status, and counts *tries. OAC_OK: the
 * answer is in t, which the caller clears. err: OAC_E_CONNECT, _TIMEOUT, _CANCELLED,
 * _LIMIT, _PROTOCOL, _CONFIG, _NOMEM; err->http_status and err->tries are set.
 */
enum oac_status oac_execute(struct oac_try *t, const struct oac_prepared *prepared,
	enum oac_until until, const struct oac_cancel *cancel, int *tries, struct oac_error *err);

/* Describes how a try failed that did not end in an answer: after oac_execute, a stream's. */
enum oac_status oac_execute_failure(const struct oac_try *t, const struct oac_operation *operation,
	struct oac_error *err);

#endif
