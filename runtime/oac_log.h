/*
 * oac_log.h: what a client's log callback is told. Not for programs.
 *
 * Nothing here is taken from a request or an answer but its method, the operation's path
 * with its braces, the status, sizes, and the request id: no key, token, cookie or payload.
 */
#ifndef OAC_LOG_H
#define OAC_LOG_H

#include "oac_execute.h"

/* A try begins. */
void oac_log_begin(const struct oac_execution *x);
/* The head of an answer whose body is a stream has come. */
void oac_log_head(const struct oac_execution *x);
/* A try has ended; delay_ms: when there will be another one, below 0: never. */
void oac_log_end(const struct oac_execution *x, int64_t delay_ms);
/* A try, or a stream, is left before its end. */
void oac_log_stop(const struct oac_execution *x);

#endif
