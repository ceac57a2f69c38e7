/*
 * h2_script.h: a scripted HTTP/2 server on the loopback, in the clear (see tls_front.h). It
 * does what the script says, so that it can misbehave.
 *
 *	static const struct h2_action refused[] = { { .kind = H2_RST, .number = NGHTTP2_REFUSED_STREAM } };
 *	static const struct h2_action late[] = { { .kind = H2_DELAY, .number = 20 }, { .kind = H2_ECHO } };
 *	struct h2_script *server = h2_script_new(NULL);
 *	h2_script_add(server, refused, 1);
 *	h2_script_add(server, late, 2);
 *	... call h2_script_port(server) ...
 *	assert_int_equal(h2_script_count(server), 2);
 *	h2_script_free(server);
 *
 * Each request, on whatever connection, takes the next reply; the last one repeats. The
 * requests of a connection are answered side by side.
 */
#ifndef H2_SCRIPT_H
#define H2_SCRIPT_H

#include <nghttp2/nghttp2.h>
#include <stdbool.h>
#include <stddef.h>

enum h2_action_kind {
	H2_EARLY = 1, /* first in a reply: act as soon as the request's head is there */
	H2_HEAD,      /* number: the status; text: a content-type */
	H2_HEAD_GZIP, /* the same of an answer that is packed */
	H2_BODY,      /* text, number times; 0: once */
	H2_BYTES,     /* text, number bytes */
	H2_END,	      /* of the answer */
	H2_ECHO,      /* a whole answer: an item whose id is the last segment of the request's path */
	H2_RST,	      /* number: an error code */
	H2_GOAWAY,    /* number: an error code; this request is the last one that is answered */
	H2_GO_BEFORE, /* the same, but this request is not answered any more */
	H2_RAW,	      /* text, number bytes: as they are, on the connection */
	H2_DELAY,     /* number: milliseconds */
	H2_CLOSE,     /* an orderly end of the connection */
	H2_RESET,     /* the connection is reset */
	H2_CALL,      /* calls the function that was set with h2_script_hook */
};

struct h2_action {
	enum h2_action_kind kind;
	const char *text;
	int number;
};

struct h2_request {
	int connection; /* 0: the first */
	char *head;	/* "name: value\n" lines */
	char *body;
	size_t body_len;
};

struct h2_limits {
	unsigned max_streams; /* of a connection; 0: 100 */
	unsigned window;      /* bytes of a request's body before the server must have read; 0: 65535 */
};

struct h2_script;

/* limits NULL: all defaults. */
struct h2_script *h2_script_new(const struct h2_limits *limits);
void h2_script_free(struct h2_script *server);
/* The actions are borrowed. */
void h2_script_add(struct h2_script *server, const struct h2_action *actions, size_t count);
void h2_script_hook(struct h2_script *server, void (*function)(void *user), void *user);

int h2_script_port(const struct h2_script *server);
size_t h2_script_count(struct h2_script *server);
/* The n-th request, which must have come; valid until the server is freed. */
const struct h2_request *h2_script_request(struct h2_script *server, size_t n);
int h2_script_connections(struct h2_script *server);
/* The connections that are open now. */
int h2_script_open(struct h2_script *server);
/* Most requests at the same time on one connection. */
int h2_script_most(struct h2_script *server);
/* Requests that the client took back. */
int h2_script_taken_back(struct h2_script *server);

#endif
