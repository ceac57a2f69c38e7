/* oac_client_type.h: what a client is, for the runtime's own files. */
#ifndef OAC_CLIENT_TYPE_H
#define OAC_CLIENT_TYPE_H

#include "oac_memory.h"
#include "oac_operation.h"
#include "oac_transport.h"

/* But for users never changed after oac_client_new, so that threads share it without a lock. */
struct oac_client {
	size_t users; /* the program, and loops with calls of its; under the global lock */
	struct oac_arena arena; /* owns all texts below */
	const struct oac_api *api;
	const char *base_url; /* NULL: every operation must have its own */
	bool base_url_given; /* by the caller or the environment: goes before an operation's own */
	const struct oac_scheme *schemes; /* the API's, that of the key as the options say */
	const char **credentials; /* of each scheme, as it is sent; NULL: none */
	size_t scheme_count;
	const uint16_t *security; /* of operations that say nothing themselves, or NULL */
	enum oac_status (*token)(void *user, const char *scheme, char *text, size_t size);
	void *token_user;
	void (*log)(void *user, enum oac_log_level level, const char *line);
	void *log_user;
	const char *user_agent;
	struct oac_header_list headers; /* from the environment, then the caller's */
	struct oac_header_list query;
	int64_t timeout_ms;	    /* or OAC_NO_LIMIT */
	int64_t connect_timeout_ms; /* or OAC_NO_LIMIT */
	int64_t max_retries;
	int64_t max_response_bytes; /* or OAC_NO_LIMIT */
	enum oac_retry_post retry_post;
	bool strict;
	struct oac_transport transport;
};

/* Whether requests can be built on a server of the document. NULL: no. */
bool oac_client_is_server(const char *url);
/* For one more user, who frees it as well. */
struct oac_client *oac_client_keep(struct oac_client *client);

#endif
