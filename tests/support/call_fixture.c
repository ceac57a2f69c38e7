#include "call_fixture.h"

#include "oac_header.h"
#include "oac_platform.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* ---- the API ---- */

static const struct oac_env_header header_envs[] = { { "FIXTURE_ORG", "X-Org" } };
static const struct oac_header headers[] = { { "X-Beta", "items=v2" } };

static const struct oac_scheme schemes[] = {
	{ "FixtureKey", "Authorization", "Bearer ", OAC_SCHEME_HEADER },
};
static const uint16_t security[] = { 0, OAC_SECURITY_END };

const struct oac_api fixture_api = {
	.name = "fixture",
	.version = "1.2.3",
	.base_url = "https://fixture.test/v1",
	.schemes = schemes,
	.scheme_count = 1,
	.security = security,
	.auth_required = 1,
	.env_api_key = "FIXTURE_API_KEY",
	.env_base_url = "FIXTURE_BASE_URL",
	.env_headers = "FIXTURE_CUSTOM_HEADERS",
	.header_envs = header_envs,
	.header_env_count = 1,
	.headers = headers,
	.header_count = 1,
	.request_id_header = "x-request-id",
};

static const struct oac_list string_list_type = { { NULL, sizeof(const char *), OAC_KIND_STRING } };

static const struct oac_field item_fields[] = {
	OAC_STRING(struct item, id, "id", OAC_REQUIRED),
	OAC_OPT_INT64(struct item, size, "size", 0),
};
const struct oac_object item_type = OAC_OBJECT_TYPE(item, item_fields, 0);

static const struct oac_list item_list_type = OAC_LIST_TYPE(item_list, OAC_KIND_OBJECT, &item_type);

static const struct oac_field item_page_fields[] = {
	OAC_LIST_OF(struct item_page, data, "data", OAC_REQUIRED, item_list),
	OAC_FLAG(struct item_page, has_more, "has_more", 0),
};
static const struct oac_object item_page_type = OAC_OBJECT_TYPE(item_page, item_page_fields, 0);

static const char *const sort_order_values[] = { "asc", "desc" };
static const struct oac_enum sort_order_type = { "sort_order", sort_order_values, 2, 0 };

static const struct oac_field create_fields[] = {
	OAC_STRING(struct create_item_request, name, "name", OAC_REQUIRED),
	OAC_OPT_DOUBLE(struct create_item_request, weight, "weight", 0),
	OAC_LINE(struct create_item_request, include, "include[]", OAC_IN_QUERY, OAC_KIND_LIST,
		&string_list_type),
	OAC_STRING(struct create_item_request, trace, "X-Trace", OAC_IN_HEADER),
};
static const struct oac_object create_type = OAC_OBJECT_TYPE(create_item_request, create_fields, 0);

static const struct oac_field update_fields[] = {
	OAC_OPT_INT64(struct item, size, "size", 0),
};
static const struct oac_object update_type = OAC_OBJECT_TYPE(item, update_fields, 0);

static const struct oac_field list_fields[] = {
	OAC_OPT_INT64(struct list_items_request, limit, "limit", OAC_IN_QUERY),
	OAC_ENUM(struct list_items_request, order, "order", OAC_IN_QUERY, sort_order),
	OAC_STRING(struct list_items_request, after, "after", OAC_IN_QUERY),
	OAC_STRING(struct list_items_request, before, "before", OAC_IN_QUERY),
	OAC_LINE(struct list_items_request, include, "include[]", OAC_IN_QUERY, OAC_KIND_LIST,
		&string_list_type),
	OAC_STRING(struct list_items_request, run_id, "run_id", OAC_IN_QUERY),
};
static const struct oac_object list_type = OAC_OBJECT_TYPE(list_items_request, list_fields, 0);

#define ITEM_ANSWER { &item_type, sizeof(struct item), OAC_KIND_OBJECT }

const struct oac_operation op_get_item = {
	.id = "getItem",
	.method = "GET",
	.path = "/boxes/{box_id}/items/{item_id}",
	.response_media = OAC_MEDIA_JSON,
	.response = ITEM_ANSWER,
};

const struct oac_operation op_list_items = {
	.id = "listItems",
	.method = "GET",
	.path = "/boxes/{box_id}/items",
	.response_media = OAC_MEDIA_JSON,
	.request = &list_type,
	.response = { &item_page_type, sizeof(struct item_page), OAC_KIND_OBJECT },
};

const struct oac_operation op_create_item = {
	.id = "createItem",
	.method = "POST",
	.path = "/boxes/{box_id}/items",
	.flags = OAC_BODY_REQUIRED,
	.body_media = OAC_MEDIA_JSON,
	.response_media = OAC_MEDIA_JSON,
	.request = &create_type,
	.response = ITEM_ANSWER,
};

const struct oac_operation op_update_item = {
	.id = "updateItem",
	.method = "POST",
	.path = "/boxes/{box_id}/items/{item_id}",
	.body_media = OAC_MEDIA_JSON,
	.response_media = OAC_MEDIA_JSON,
	.request = &update_type,
	.response = ITEM_ANSWER,
};

const struct oac_operation op_cancel_item = {
	.id = "cancelItem",
	.method = "POST",
	.path = "/boxes/{box_id}/items/{item_id}/cancel",
	.response_media = OAC_MEDIA_JSON,
	.response = ITEM_ANSWER,
};

const struct oac_operation op_drop_item = {
	.id = "dropItem",
	.method = "DELETE",
	.path = "/boxes/{box_id}/items/{item_id}",
};

const char *const box_and_item[] = { "b1", "i1" };

/* ---- the transport ---- */

struct exchange {
	const struct fake_reply *reply;
	const struct oac_sink *sink;
	int64_t ready_at;
};

static void record(struct fake *fake, const struct oac_request *request, enum oac_outcome outcome)
{
	struct fake_request *to = &fake->requests[fake->request_count];
	size_t at = 0;

	if (fake->request_count == sizeof(fake->requests) / sizeof(fake->requests[0]))
		abort();
	fake->request_count++;
	snprintf(to->method, sizeof(to->method), "%s", request->method);
	snprintf(to->url, sizeof(to->url), "%s", request->url);
	for (size_t i = 0; i < request->headers.count && at < sizeof(to->headers); i++)
		at += (size_t)snprintf(to->headers + at, sizeof(to->headers) - at, "%s: %s\n",
			request->headers.items[i].name, request->headers.items[i].value);
	to->has_body = request->body != NULL || request->source != NULL;
	/* Without a connection nothing is read. */
	if (request->source != NULL && outcome != OAC_OUTCOME_NOT_CONNECTED) {
		size_t n;
		do {
			n = request->source->read(request->source->user, to->body + to->body_len,
				sizeof(to->body) - 1 - to->body_len);
			to->body_len += n;
		} while (n > 0);
	}
	if (request->body != NULL && request->body_len < sizeof(to->body)) {
		memcpy(to->body, request->body, request->body_len);
		to->body_len = request->body_len;
	}
	to->connect_timeout_ms = request->connect_timeout_ms;
}

static enum oac_status start(void *user, const struct oac_request *request,
	const struct oac_sink *sink, void **exchange)
{
	struct fake *fake = user;
	struct exchange *x = malloc(sizeof(*x));
	size_t n = fake->request_count;

	if (x == NULL)
		return OAC_E_NOMEM;
	x->reply = &fake->replies[n < fake->reply_count ? n : fake->reply_count - 1];
	x->sink = sink;
	x->ready_at = oac_now_ms() + x->reply->delay_ms;
	record(fake, request, x->reply->outcome);
	fake->running++;
	*exchange = x;
	return OAC_OK;
}

static bool deliver(const struct fake *fake, const struct exchange *x)
{
	const struct fake_reply *reply = x->reply;
	const char *headers_text = reply->headers != NULL ? reply->headers : "";
	const char *body = reply->body != NULL ? reply->body : "";
	size_t left = strlen(body);

	if (x->sink->head(x->sink->user, reply->http_status, headers_text, strlen(headers_text)) !=
		OAC_FLOW_GO)
		return false;
	while (left > 0) {
		size_t n = fake->chunk > 0 && fake->chunk < left ? fake->chunk : left;
		if (x->sink->body(x->sink->user, body, n) != OAC_FLOW_GO)
			return false;
		body += n;
		left -= n;
	}
	return true;
}

static bool step(void *user, void *exchange, int64_t wait_ms, const struct oac_cancel *cancel,
	struct oac_result *result)
{
	struct exchange *x = exchange;
	int64_t left = x->ready_at - oac_now_ms();

	result->sent_whole = !x->reply->lost_before_sent;
	if (left > 0) {
		oac_sleep_ms(wait_ms >= 0 && wait_ms < left ? wait_ms : left, cancel);
		return false;
	}
	result->outcome = x->reply->outcome;
	snprintf(result->detail, sizeof(result->detail), "%s", "scripted");
	if (x->reply->http_status != 0 && !deliver(user, x))
		result->outcome = OAC_OUTCOME_STOPPED;
	return true;
}

static void end(void *user, void *exchange)
{
	struct fake *fake = user;

	fake->running--;
	free(exchange);
}

static void free_fake(void *user)
{
	struct fake *fake = user;

	fake->freed++;
}

void fake_init(struct fake *fake, const struct fake_reply *replies, size_t count)
{
	memset(fake, 0, sizeof(*fake));
	fake->replies = replies;
	fake->reply_count = count;
	fake->transport = (struct oac_transport){ fake, start, step, end, free_fake };
}

struct oac_client *fake_client(struct fake *fake, const struct oac_client_options *options)
{
	struct oac_client_options own = { 0 };
	struct oac_error err;

	if (options != NULL)
		own = *options;
	if (own.api_key == NULL)
		own.api_key = "sk-secret";
	if (own.base_url == NULL)
		own.base_url = "https://api.test/v1";
	own.transport = &fake->transport;
	struct oac_client *client = oac_client_new(&fixture_api, &own, &err);
	if (client == NULL)
		fprintf(stderr, "# %s\n", err.message);
	return client;
}

const char *fake_header(const struct fake *fake, size_t n, const char *name)
{
	static char value[256];
	size_t len;
	const char *at = oac_header_find(fake->requests[n].headers, name, &len);

	if (at == NULL)
		return NULL;
	snprintf(value, sizeof(value), "%.*s", (int)len, at);
	return value;
}

/* ---- a call at a time ---- */

void fake_begin(struct fake_run *run, const struct fake_reply *replies, size_t count,
	const struct oac_client_options *options)
{
	memset(run, 0, sizeof(*run));
	fake_init(&run->fake, replies, count);
	run->client = fake_client(&run->fake, options);
	assert_non_null(run->client);
}

void fake_call(struct fake_run *run, const struct oac_operation *operation, const void *request,
	const struct oac_call_options *options)
{
	void *out = run;

	oac_free(run->item);
	memset(&run->err, 0xAA, sizeof(run->err));
	run->status =
		oac_call(run->client, operation, box_and_item, request, options, &out, &run->err);
	run->item = out;
	assert_int_equal(run->err.status, run->status);
	assert_int_equal(run->status == OAC_OK, run->item != NULL);
	assert_null(strstr(run->err.message, "sk-secret"));
	assert_null(strchr(run->err.message, '\n'));
	assert_int_equal(run->fake.running, 0);
}

void fake_end(struct fake_run *run)
{
	oac_free(run->item);
	oac_client_free(run->client);
	assert_int_equal(run->fake.freed, 1);
}
