/*
 * oac_transport.h: how requests reach a server, as a value: functions and a user pointer.
 *
 *	static enum oac_status start(void *user, const struct oac_request *request,
 *		const struct oac_sink *sink, void **exchange) ...
 *	const struct oac_transport mine = { &state, start, step, end, NULL };
 *	const struct oac_client_options options = { .transport = &mine };
 *
 * An exchange is one request and its answer. It is started, stepped until it is over,
 * and ended; ending one that is not over abandons it. The caller keeps time: it passes
 * a limit for each step and ends an exchange that took too long. One thread at a time
 * uses an exchange; a transport is used by many threads at once.
 *
 * Retries, redirects, credentials and limits on size are the caller's business, too: a
 * transport sends what it is given, once, and reports what came back.
 */
#ifndef OAC_TRANSPORT_H
#define OAC_TRANSPORT_H

#include "oac_client.h"

struct oac_request {
	const char *method;
	const char *url; /* absolute, http or https, percent-encoded */
	const char *secret; /* the end of url, "key=...", that no log and no other origin may see; NULL: none */
	struct oac_header_list headers; /* complete; no value is NULL */
	const char *body; /* NULL: none, or in source */
	size_t body_len;
	int64_t connect_timeout_ms; /* name look-up, connecting and TLS; OAC_NO_LIMIT */
	/*
	 * The body, when it is not in memory, read once from within step. When reading fails the
	 * exchange is over with OAC_OUTCOME_STOPPED. NULL: see body.
	 */
	const struct oac_source *source;
};

enum oac_flow {
	OAC_FLOW_GO = 0,
	OAC_FLOW_STOP, /* the rest of the answer is not wanted: the exchange is over */
};

/* Where an answer goes. Called from within step, by the thread that called that. */
struct oac_sink {
	void *user;
	/* Once, before any of the body: the final status and all header lines "Name: value\n". */
	enum oac_flow (*head)(void *user, int http_status, const char *headers, size_t len);
	/* A piece of the body, unpacked. */
	enum oac_flow (*body)(void *user, const char *bytes, size_t len);
};

enum oac_outcome {
	OAC_OUTCOME_ANSWERED = 0, /* a whole answer was received */
	OAC_OUTCOME_NOT_CONNECTED, /* look-up, connecting or TLS failed: nothing was sent */
	OAC_OUTCOME_LOST,	   /* the connection broke before the whole head of an answer */
	OAC_OUTCOME_CUT,	   /* the connection broke within the body of an answer */
	OAC_OUTCOME_TIMED_OUT,	   /* a time limit passed, of connecting or of the whole */
	OAC_OUTCOME_CANCELLED,
	OAC_OUTCOME_STOPPED,	   /* the sink said stop */
	OAC_OUTCOME_TOO_LARGE,	   /* the head of the answer is over the transport's limit */
	OAC_OUTCOME_NOT_HTTP,	   /* what came back is not HTTP */
	OAC_OUTCOME_UNTRUSTED,	   /* the server's certificate is not accepted */
	OAC_OUTCOME_UNUSABLE,	   /* the transport cannot work as it was set up */
	OAC_OUTCOME_NOMEM,
};

struct oac_result {
	enum oac_outcome outcome;
	/* The whole request may have reached the server. When in doubt: true. */
	bool sent_whole;
	char detail[200]; /* one line for people, or "" */
	int http_version; /* of an answer that began: 10, 11, 20, 30; 0: not known */
};

struct oac_transport {
	void *user;
	/*
	 * Begins, without waiting. request and sink stay valid until end. OAC_OK with
	 * *exchange set, or OAC_E_NOMEM, or OAC_E_CONFIG.
	 */
	enum oac_status (*start)(void *user, const struct oac_request *request,
		const struct oac_sink *sink, void **exchange);
	/*
	 * Waits at most wait_ms (OAC_NO_LIMIT: as long as it takes) for something to happen,
	 * passes on what came, and returns. True when the exchange is over: *result is set;
	 * before that, only its sent_whole and http_version are
	 * kept up to date. Returns early when cancel
	 * (nullable) is pulled.
	 */
	bool (*step)(void *user, void *exchange, int64_t wait_ms, const struct oac_cancel *cancel,
		struct oac_result *result);
	/* Frees the exchange, over or not. */
	void (*end)(void *user, void *exchange);
	/* Frees user together with the client; NULL: nothing to free, the caller keeps it. */
	void (*free)(void *user);
};

/* What the libcurl transport can be told; a zero member means libcurl's own default. */
struct oac_curl_options {
	const char *ca_file;	   /* PEM; replaces the system's */
	const char *client_cert;   /* PEM */
	const char *client_key;	   /* PEM */
	const char *proxy;	   /* "http://host:port"; "": none, NULL: the environment's */
	const char *unix_socket;   /* path of a socket to connect to instead of the URL's host */
	int max_connections;	   /* at the same time; more calls wait; 0: 64 */
	int max_idle;		   /* connections kept for later calls; 0: 16 */
	/*
	 * Called for each try with the CURL * handle, ready to go: any further option.
	 * A return other than 0 fails the try. NULL: none.
	 */
	int (*setup)(void *user, void *easy);
	void *setup_user;
};

#ifdef __cplusplus
extern "C" {
#endif

/*
 * The libcurl transport: HTTP/1.1 and 2, TLS verified, connections kept. options (NULL: all
 * defaults) are copied. A client makes one of its own when it is given none. OAC_E_NOMEM,
 * OAC_E_CONFIG (also in a runtime that was built without libcurl: with -DOAC_NO_CURL, and
 * without oac_curl*.c). Free with transport->free(transport->user) unless a client took it.
 */
OAC_API enum oac_status oac_curl_transport(const struct oac_curl_options *options,
	struct oac_transport *transport, struct oac_error *err);

#ifdef __cplusplus
}
#endif

#endif
