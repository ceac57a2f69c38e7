/*
 * oac_error.h: what went wrong, in the caller's own storage.
 *
 *	struct oac_error err;
 *	enum oac_status status = openai_runs_retrieve(client, thread, id, NULL, &run, &err);
 *	if (status == OAC_E_HTTP && err.http_status == 404)
 *		...
 *	else if (status != OAC_OK)
 *		fprintf(stderr, "%s\n", err.message);
 *
 * An oac_error has a fixed size, allocates nothing and needs no free. Every call
 * overwrites it, a successful one with zeros. Everywhere it may be NULL.
 * message never holds an API key or a payload; the server's own words are in
 * server_message.
 */
#ifndef OAC_ERROR_H
#define OAC_ERROR_H

#include "oac_value.h"

enum oac_status {
	OAC_OK = 0,
	OAC_E_NOMEM,	 /* an allocation failed */
	OAC_E_ARGUMENT,	 /* an argument or a member of a request is missing or wrong, nothing was sent */
	OAC_E_CONFIG,	 /* the client cannot be made or used so: no API key, a bad base URL, ... */
	OAC_E_CONNECT,	 /* name look-up, connecting or TLS failed, or the connection was lost */
	OAC_E_TIMEOUT,	 /* a time limit or a deadline passed */
	OAC_E_CANCELLED, /* the caller gave up: by its token, a callback, oac_loop_cancel, ... */
	OAC_E_HTTP,	 /* the server answered with an error status: see http_status */
	OAC_E_PROTOCOL,	 /* the answer is not what HTTP or the operation allows: HTML, no body, ... */
	OAC_E_JSON,	 /* the text is not JSON: see offset */
	OAC_E_TYPE,	 /* the JSON does not fit the type: see path */
	OAC_E_LIMIT,	 /* an answer, an event, nesting, a loop's queue, ... is over its limit */
	OAC_E_STREAM,	 /* a stream ended early, contradicts itself or carried an error event */
	OAC_E_FILE,	 /* a file, or a source of a body, cannot be read, or an answer not be saved */
};

struct oac_error {
	enum oac_status status;
	int http_status;	  /* 0: no answer was received */
	int tries;		  /* how often the request was sent; 0: never */
	size_t offset;		  /* OAC_E_JSON: the byte at which the text is wrong */
	char message[320];	  /* one line, for people */
	char path[160];		  /* OAC_E_TYPE and a wrong member: JSON pointer to the value, "" for the root */
	char request_id[80];	  /* the server's name for the request, or "" */
	char server_type[64];	  /* the server's own error object, each "" when not given */
	char server_code[64];
	char server_param[64];
	char server_message[512];
};

enum {
	OAC_ERROR_TEXT = 1024, /* bytes for oac_error_text */
};

#ifdef __cplusplus
extern "C" {
#endif

/* The name of a status, such as "OAC_E_TIMEOUT". Static; never NULL. */
OAC_API const char *oac_status_name(enum oac_status status);

/*
 * All that is known, on one line for people, cut to size bytes: the message, the server's own
 * words and the request id. Returns text, so that it can stand in a call; OAC_ERROR_TEXT bytes
 * hold any error whole.
 */
OAC_API const char *oac_error_text(const struct oac_error *err, char *text, size_t size);

#ifdef __cplusplus
}
#endif

#endif
