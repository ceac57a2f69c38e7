/*
 * call_fixture.h: a small API written by hand, and a transport that answers from a script,
 * for tests of the calling half of the runtime.
 */
#ifndef CALL_FIXTURE_H
#define CALL_FIXTURE_H

#include "oac_operation.h"
#include "oac_transport.h"

/* ---- the API ---- */

struct item {
	const char *id;
	struct oac_opt_int64 size;
	struct oac_json oac_more;
};

struct item_list {
	size_t count;
	const struct item *items;
};

struct item_page {
	struct item_list data;
	bool has_more;
	struct oac_json oac_more;
};

enum sort_order {
	SORT_ORDER_UNSET,
	SORT_ORDER_UNKNOWN,
	SORT_ORDER_ASC,
	SORT_ORDER_DESC,
};

struct create_item_request {
	const char *name; /* required */
	struct oac_opt_double weight;
	struct oac_string_list include; /* query include[] */
	const char *trace; /* header X-Trace */
	struct oac_json oac_more;
};

struct list_items_request {
	struct oac_opt_int64 limit;
	enum sort_order order;
	const char *after;
	const char *before;
	const char *run_id;
	struct oac_string_list include;
	struct oac_json oac_more;
};

extern const struct oac_api fixture_api; /* a key is required; environment FIXTURE_... */
extern const struct oac_object item_type;
extern const struct oac_operation op_get_item; /* GET /boxes/{box_id}/items/{item_id} */
extern const struct oac_operation op_list_items; /* GET /boxes/{box_id}/items */
extern const struct oac_operation op_create_item; /* POST /boxes/{box_id}/items */
extern const struct oac_operation op_update_item; /* POST /boxes/{box_id}/items/{item_id} */
extern const struct oac_operation op_cancel_item; /* POST .../{item_id}/cancel, no body */
extern const struct oac_operation op_drop_item; /* DELETE .../{item_id}, no answer */
extern const char *const box_and_item[];	  /* "b1", "i1" */

/* ---- the transport ---- */

struct fake_reply {
	int http_status; /* 0: no answer begins */
	const char *headers;
	const char *body;
	enum oac_outcome outcome;
	bool lost_before_sent;
	int delay_ms;
};

struct fake_request {
	char method[16];
	char url[512];
	char headers[2048]; /* "Name: value\n" lines */
	char body[2048];    /* "" also when there is none */
	size_t body_len;
	bool has_body;
	int64_t connect_timeout_ms;
};

struct fake {
	const struct fake_reply *replies;
	size_t reply_count; /* the last one repeats */
	size_t chunk;	    /* bytes of body at a time; 0: all */
	struct fake_request requests[32];
	size_t request_count;
	size_t running; /* exchanges started and not ended */
	size_t freed;
	struct oac_transport transport;
};

void fake_init(struct fake *fake, const struct fake_reply *replies, size_t count);
/* A client on the fake with a key and a base URL of "https://api.test/v1". */
struct oac_client *fake_client(struct fake *fake, const struct oac_client_options *options);
/* The value of a header of the n-th request, in storage of the fake's own, or NULL. */
const char *fake_header(const struct fake *fake, size_t n, const char *name);


/* ---- a call at a time ---- */

struct fake_run {
	struct fake fake;
	struct oac_client *client;
	struct oac_error err; /* of the last call */
	struct item *item;    /* its result */
	enum oac_status status;
};

void fake_begin(struct fake_run *run, const struct fake_reply *replies, size_t count,
	const struct oac_client_options *options);
/* Calls with the path box_and_item, and checks what holds for every call. */
void fake_call(struct fake_run *run, const struct oac_operation *operation, const void *request,
	const struct oac_call_options *options);
void fake_end(struct fake_run *run);

#endif
