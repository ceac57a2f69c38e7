/*
 * http.h: the service on a port of this machine, by libmicrohttpd.
 *
 * One thread of the library serves every connection, so that the service needs
 * no lock. It must not be touched from elsewhere between start and stop.
 */
#ifndef SERVER_HTTP_H
#define SERVER_HTTP_H

#include "service.h"

/* Listens on 127.0.0.1; port 0 takes a free one. NULL with the reason in *error, to be freed. */
struct http *http_start(struct service *service, unsigned port, bool verbose, char **error);
unsigned http_port(const struct http *http);
/* Answers what is delayed, closes all connections and frees. */
void http_stop(struct http *http);

#endif
