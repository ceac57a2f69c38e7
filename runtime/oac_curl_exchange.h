/*
 * oac_curl_exchange.h: a request and its answer on one easy handle of libcurl, whoever
 * drives it: the transport that blocks (oac_curl.c) or a loop (oac_curl_loop.c). Only
 * oac_curl*.c include this.
 */
#ifndef OAC_CURL_EXCHANGE_H
#define OAC_CURL_EXCHANGE_H

#include "oac_buffer.h"
#include "oac_memory.h"
#include "oac_platform.h"
#include "oac_transport.h"

#include <curl/curl.h>

/* What all exchanges of a client have in common. */
struct oac_curl_settings {
	struct oac_arena arena; /* the texts of options */
	struct oac_curl_options options;
	CURLSH *share; /* of name look-ups and, from 8.12 on, TLS sessions; not of connections */
	struct oac_mutex *locks[CURL_LOCK_DATA_LAST];
};

struct oac_curl_exchange {
	CURL *easy;
	const struct oac_request *request;
	const struct oac_sink *sink;
	struct curl_slist *headers;
	struct oac_buffer head;
	size_t head_bytes;
	int sends;
	bool on_new;	/* the last of them was the first on its connection */
	void (*on_send)(struct oac_curl_exchange *x); /* called before the first; may be NULL */
	bool refused;	/* by the server, which did nothing with it */
	bool progress;	/* the sink was called; the driver clears it */
	bool full;	/* the sink takes nothing more for now: its owner sets and clears it */
	bool paused;	/* libcurl was told so */
	bool has_head;
	bool stopped;	/* by the sink */
	bool too_large;
	bool no_memory;
	bool source_ended;  /* all of the request's source was read */
	bool source_failed;
	int64_t source_read; /* bytes of it */
	bool unusable;	/* handle or options could not be set up */
	char error[CURL_ERROR_SIZE];
};

/* Starts libcurl and copies options (nullable). err: OAC_E_NOMEM, OAC_E_CONFIG. To be cleared in any case. */
enum oac_status oac_curl_settings_init(struct oac_curl_settings *settings,
	const struct oac_curl_options *options, struct oac_error *err);
void oac_curl_settings_clear(struct oac_curl_settings *settings);

/* Tells a new handle what is the same for all exchanges; curl_easy_reset() could not say that it failed. */
CURLcode oac_curl_settings_apply(const struct oac_curl_settings *settings, CURL *easy);

/*
 * Whether sending the request may raise SIGPIPE. libcurl itself has send() not do so where
 * that can be said; but a TLS library may write by itself, to the server or to a proxy.
 */
bool oac_curl_may_signal(
	const struct oac_curl_settings *settings, const struct oac_request *request);

/* x is all zero. request and sink stay valid until the end. */
void oac_curl_exchange_init(struct oac_curl_exchange *x, const struct oac_request *request,
	const struct oac_sink *sink);
/*
 * Sets up everything up to the first byte on a handle to which settings were applied, and
 * adds it to multi. fresh: on a new connection. False: x->no_memory or x->unusable is set.
 */
bool oac_curl_exchange_begin(struct oac_curl_exchange *x, CURL *easy, CURLM *multi,
	const struct oac_curl_settings *settings, bool fresh);
/* Nothing of the exchange stays behind on its handle, which is out of its multi handle again. */
void oac_curl_exchange_clear(struct oac_curl_exchange *x);

/* Of one that goes on: what result says before the end. */
void oac_curl_exchange_note(const struct oac_curl_exchange *x, struct oac_result *result);
/* Of one that is over, one way or the other, with what libcurl says of it. */
void oac_curl_exchange_result(const struct oac_curl_exchange *x, CURLcode code,
	struct oac_result *result);

/*
 * The socket of the connection that an exchange leaves behind, when answers on it have
 * nothing but their order; else CURL_SOCKET_BAD. What such a connection says before it is
 * asked is no answer to the next request, but libcurl may take it for one.
 */
curl_socket_t oac_curl_kept_socket(CURL *easy);

#endif
