/*
 * oac_client.h: clients, options of clients and calls, cancel tokens.
 *
 *	struct oac_error err;
 *	struct oac_client *client = openai_client_new(NULL, &err);
 *	struct oac_cancel *cancel = oac_cancel_new();
 *	const struct oac_call_options options = { .timeout_ms = 5000, .cancel = cancel };
 *	struct openai_run *run;
 *	if (openai_runs_retrieve(client, thread, id, &options, &run, &err) == OAC_OK)
 *		openai_run_free(run);
 *	oac_cancel_free(cancel);
 *	oac_client_free(client);
 *
 * A client may be used from many threads at once. Options are borrowed until
 * the call returns; those of a client are copied.
 */
#ifndef OAC_CLIENT_H
#define OAC_CLIENT_H

#include "oac_error.h"
#include "oac_value.h"

struct oac_client;
struct oac_cancel;
struct oac_transport;
struct oac_curl_options;

/* value NULL: the header, or the query parameter, is removed. */
struct oac_header {
	const char *name;
	const char *value;
};

struct oac_header_list {
	size_t count;
	const struct oac_header *items;
};

/* No time limit, where 0 means the default one. */
#define OAC_NO_LIMIT (-1)

/* Whether a POST (or PATCH) is sent again after a failure. */
enum oac_retry_post {
	OAC_RETRY_POST_DEFAULT = 0, /* unless it was sent whole and its answer was lost */
	OAC_RETRY_POST_NEVER,
	OAC_RETRY_POST_ALWAYS,	    /* even then: the server may carry it out twice */
};

/* The credential of one of the API's security schemes. */
struct oac_credential {
	const char *scheme; /* its name in the document */
	const char *value;  /* a key, a token; of HTTP Basic "user:password" */
};

struct oac_credential_list {
	size_t count;
	const struct oac_credential *items;
};

enum oac_log_level {
	OAC_LOG_ERROR = 1, /* a try failed and is not repeated */
	OAC_LOG_WARNING,   /* a try failed and is repeated */
	OAC_LOG_INFO,	   /* a try was answered, or left before its end */
	OAC_LOG_DEBUG,	   /* a try or a stream begins */
};

struct oac_client_options {
	const char *api_key;	     /* for the first scheme that takes one secret; NULL: from the environment */
	const char *username;	     /* for HTTP Basic */
	const char *password;	     /* NULL: empty */
	struct oac_credential_list credentials; /* for schemes by name, before the above */
	/*
	 * Asked before each try for the credential of a scheme that has none from the above; the
	 * environment's key is not read then. Writes it, with a NUL, to text, which has size bytes
	 * and is "" before; left so: there is none. Other than OAC_OK ends the call with that
	 * status. It is called by the thread of the call, or of its loop; many may be in it at once.
	 */
	enum oac_status (*token)(void *user, const char *scheme, char *text, size_t size);
	void *token_user;
	const char *base_url;	     /* NULL: from the environment, else the document's server */
	const char *auth_header;     /* for api_key; NULL: the API's own; another gets the bare key: "api-key" */
	struct oac_header_list headers; /* sent with every request; replace the API's own */
	struct oac_header_list query;	/* sent with every request, such as api-version */
	const char *user_agent;	     /* NULL: "oac-<api>/<version>" */
	int64_t timeout_ms;	     /* each try, whole; a stream's longest silence; 0: 600000; OAC_NO_LIMIT */
	int64_t connect_timeout_ms;  /* each try; 0: 5000; OAC_NO_LIMIT */
	struct oac_opt_int64 max_retries; /* unset: 2 */
	enum oac_retry_post retry_post;
	int64_t max_response_bytes;  /* 0: 64 MiB; OAC_NO_LIMIT */
	const struct oac_transport *transport; /* NULL: libcurl; the struct is copied */
	const struct oac_curl_options *curl; /* for libcurl; NULL: its defaults */
	/*
	 * Told of every try, one line without a line feed, valid until it returns: "POST
	 * /threads/{thread_id}/runs: 200, 153 ms, sent 64 bytes, received 1024, try 1 of 3, request
	 * req_1". Keys, tokens, cookies, parameters and payloads are not in it. Many threads may be
	 * in it at once. NULL: nothing is logged.
	 */
	void (*log)(void *user, enum oac_log_level level, const char *line);
	void *log_user;
	bool strict;		     /* refuse answers, and requests before they are sent, that do not fit the document to the letter */
};

/* How far a try has come. Each try and each redirect begins anew. */
struct oac_progress {
	int64_t sent;	    /* bytes of the request's body that were handed over for sending */
	int64_t to_send;    /* -1: not known */
	int64_t received;   /* bytes of the answer's body, unpacked */
	int64_t to_receive; /* -1: not known */
};

/* What the answer was, beside the decoded value. Free with oac_response_clear. */
struct oac_response {
	int http_status;
	int tries;
	char *headers; /* "Name: value\n" lines as received */
	char *body;    /* NUL-terminated */
	size_t body_len;
	int http_version; /* 10, 11, 20 or 30, for HTTP/2 20; 0: the transport does not say */
};

struct oac_call_options {
	int64_t timeout_ms;	     /* each try, whole; a stream's longest silence; 0: the client's; OAC_NO_LIMIT */
	int64_t deadline_ms;	     /* the whole call, retries, waits and a stream's events included; 0: none */
	int64_t connect_timeout_ms;  /* each try; 0: the client's; OAC_NO_LIMIT */
	struct oac_opt_int64 max_retries; /* unset: the client's */
	enum oac_retry_post retry_post;	/* OAC_RETRY_POST_DEFAULT: the client's */
	const char *base_url;	     /* NULL: the client's */
	struct oac_header_list headers;	/* replace those of the client and the operation */
	struct oac_header_list query;
	struct oac_json body;	     /* a JSON object whose members replace those of the body */
	bool strict;		     /* the same for this call */
	struct oac_cancel *cancel;   /* ends the call, or the stream; NULL: nothing does */
	struct oac_response *response; /* overwritten without being read; filled also when the call fails with a status */
	/*
	 * Where the bytes of a success go instead of memory, of an operation that answers with
	 * bytes; the result then has none, and max_response_bytes does not count.
	 */
	const char *save_to; /* path of a file, which appears whole or not at all */
	int (*write)(void *user, const void *bytes, size_t len); /* other than 0: OAC_E_CANCELLED */
	void *write_user;
	/* Told whenever bytes went out or came in. A return other than 0: OAC_E_CANCELLED. */
	int (*progress)(void *user, const struct oac_progress *progress);
	void *progress_user;
};

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Frees a client that no blocking call uses any more; what goes on in a loop goes on, and keeps
 * what it needs. NULL is fine.
 */
OAC_API void oac_client_free(struct oac_client *client);

/* Frees what a call put into *response, not response itself. NULL is fine. */
OAC_API void oac_response_clear(struct oac_response *response);

/*
 * The value of the first header of that name, or NULL. The response owns it; it ends after
 * *len bytes (len nullable), not with a NUL.
 */
OAC_API const char *oac_response_header(const struct oac_response *response, const char *name,
	size_t *len);

/*
 * A token that ends the calls and waits that it was given to. NULL when memory or
 * descriptors are short.
 */
OAC_API struct oac_cancel *oac_cancel_new(void);
/* Pulls the token, once and for good. Safe from other threads and from signal handlers. */
OAC_API void oac_cancel_pull(struct oac_cancel *cancel);
/* Whether it was pulled; false for NULL. */
OAC_API bool oac_cancel_pulled(const struct oac_cancel *cancel);
/* Frees a token that no call uses any more. NULL is fine. */
OAC_API void oac_cancel_free(struct oac_cancel *cancel);

/*
 * Sleeps. Returns OAC_OK after ms milliseconds, OAC_E_CANCELLED as soon as
 * cancel (nullable) is pulled.
 */
OAC_API enum oac_status oac_sleep_ms(int64_t ms, const struct oac_cancel *cancel);

/* Milliseconds of a clock that only goes forward. */
OAC_API int64_t oac_now_ms(void);

#ifdef __cplusplus
}
#endif

#endif
