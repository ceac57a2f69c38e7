/*
 * http_script.h: a scripted HTTP server over raw sockets on the loopback. It does what the
 * script says and knows no HTTP but where a request ends, so that it can misbehave.
 *
 *	static const struct http_action broken[] = {
 *		{ HTTP_SEND, "HTTP/1.1 200 OK\r\nContent-Le", 0, 0 },
 *		{ HTTP_RESET, NULL, 0, 0 },
 *	};
 *	struct http_script *server = http_script_new();
 *	http_script_add(server, broken, 2);
 *	http_script_answer(server, "200 OK", "", "{}");
 *	... call http_script_url(server) ...
 *	assert_int_equal(http_script_count(server), 1);
 *	http_script_free(server);
 *
 * Each request, on whatever connection, takes the next reply; the last one repeats.
 */
#ifndef HTTP_SCRIPT_H
#define HTTP_SCRIPT_H

#include <stddef.h>

enum http_action_kind {
	HTTP_SEND = 1, /* text; len 0: to its NUL; number: how often, 0: once */
	HTTP_DRIP,     /* text, a byte at a time; number: milliseconds after each */
	HTTP_CHUNKS,   /* text as chunks of HTTP/1.1; number: bytes of each, 0: one chunk */
	HTTP_ENDLESS,  /* text as a chunk, over and over until the client goes away */
	HTTP_PEER,     /* the URL that http_script_peer set */
	HTTP_ECHO,     /* a whole answer: an item whose id is the last segment of the request's path */
	HTTP_DATE,     /* the time of day, as HTTP writes it; number: seconds from now */
	HTTP_DELAY,    /* number: milliseconds */
	HTTP_CLOSE,    /* an orderly end of the connection */
	HTTP_RESET,    /* the connection is reset */
	HTTP_UNREAD,   /* first in a reply: act as soon as the connection is open, reading nothing */
	HTTP_CALL,     /* calls function(user), set with http_script_hook */
};

struct http_action {
	enum http_action_kind kind;
	const char *text;
	size_t len;
	int number;
};

struct http_request {
	int connection; /* 0: the first */
	char *head;	/* request line and headers with their CRLFs */
	char *body;
	size_t body_len;
};

struct http_script;

struct http_script *http_script_new(void);
/* The same, but each connection is accepted only after a while. */
struct http_script *http_script_new_slow(int accept_delay_ms);
void http_script_free(struct http_script *server);

/* The actions are borrowed. */
void http_script_add(struct http_script *server, const struct http_action *actions, size_t count);
/* Adds one answer: status "200 OK", header lines with CRLF or "", a body. All are copied. */
void http_script_answer(struct http_script *server, const char *status, const char *headers,
	const char *body);
/* What HTTP_PEER sends; copied. */
void http_script_peer(struct http_script *server, const char *url);
void http_script_hook(struct http_script *server, void (*function)(void *user), void *user);

/* "http://127.0.0.1:PORT" */
const char *http_script_url(const struct http_script *server);
size_t http_script_count(struct http_script *server);
int http_script_connections(struct http_script *server);
/* The n-th request, which must have come; valid until the server is freed. */
const struct http_request *http_script_request(struct http_script *server, size_t n);
/* The value of a header of a request, copied to text (size bytes), or NULL. */
const char *http_script_header(const struct http_request *request, const char *name, char *text,
	size_t size);

#endif
