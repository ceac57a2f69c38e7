/*
 * wire_run.h: a client on libcurl and the scripted server it talks to, a call at a time.
 */
#ifndef WIRE_RUN_H
#define WIRE_RUN_H

#include "call_fixture.h"
#include "http_script.h"

#define WIRE_ITEM "{\"id\":\"i1\"}"
#define WIRE_HEAD "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"

struct wire_run {
	struct http_script *server;
	struct oac_client *client;
	struct oac_error err; /* of the last call */
	struct item *item;    /* its result */
	enum oac_status status;
	int64_t took_ms;
};

/* The base URL is the server's unless options say otherwise. */
void wire_begin(struct wire_run *run, const struct oac_client_options *options);
/* Calls with the path box_and_item, and checks what holds for every call. */
void wire_call(struct wire_run *run, const struct oac_operation *operation, const void *request,
	const struct oac_call_options *options);
void wire_end(struct wire_run *run);
/* The n-th request has that header with that value, or with expected NULL has none. */
void wire_assert_header(struct wire_run *run, size_t n, const char *name, const char *expected);

#endif
