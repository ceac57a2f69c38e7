/*
 * exchange.h: one request from its first header to the last byte of its answer.
 *
 * An exchange that has to wait, for a scripted delay or for the next event of its
 * stream, takes its connection out of the library's loop and sets a wake.
 */
#ifndef SERVER_EXCHANGE_H
#define SERVER_EXCHANGE_H

#include "service.h"
#include "timer.h"

#include <microhttpd.h>

/* What all exchanges share. */
struct exchanges {
	struct service *service;
	struct timer timer;
	unsigned long requests;
	bool verbose;
	bool again;    /* the library has to look at its connections without an event */
	bool stopping; /* nothing waits any more: delays are over, and streams are cut */
};

/* The library's callbacks; cls is the exchanges. */
void *exchange_new(void *cls, const char *target, struct MHD_Connection *connection);
enum MHD_Result exchange_go_on(void *cls, struct MHD_Connection *connection, const char *url,
	const char *method, const char *version, const char *data, size_t *size, void **context);
void exchange_free(void *cls, struct MHD_Connection *connection, void **context,
	enum MHD_RequestTerminationCode code);

/* Lets those go on whose time has come. */
void exchanges_wake(struct exchanges *exchanges, int64_t now_ms);

#endif
