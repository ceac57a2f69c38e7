/*
 * http.h: the service on a port of this machine, by libmicrohttpd.
 *
 * Everything happens in http_serve(), on the caller's thread.
 */
#ifndef SERVER_HTTP_H
#define SERVER_HTTP_H

#include "service.h"

#include <signal.h>

/* Listens on 127.0.0.1; port 0 takes a free one. NULL with the reason in *error, to be freed. */
struct http *http_start(struct service *service, unsigned port, bool verbose, char **error);
unsigned http_port(const struct http *http);
/* Serves until *stop, which a signal sets that only the mask signals lets through. */
void http_serve(struct http *http, const sigset_t *signals, const volatile sig_atomic_t *stop);
/* Answers what is delayed, cuts streams, closes all connections and frees. */
void http_stop(struct http *http);

#endif
