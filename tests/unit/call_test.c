/* Calls over a scripted transport: what is sent, retries, redirects, answers, paging. */
#include "call_fixture.h"
#include "oac_page.h"
#include "oac_platform.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define JSON "Content-Type: application/json\n"
#define ANSWER(status, headers, body) { (status), headers, (body), OAC_OUTCOME_ANSWERED, false, 0 }
#define OK ANSWER(200, JSON, "{\"id\":\"i1\",\"size\":5}")
#define FAILURE(outcome, lost_before_sent) { 0, NULL, NULL, (outcome), (lost_before_sent), 0 }
#define AT_ONCE "retry-after-ms: 0\n" JSON
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct fake_reply ok[] = { OK };

struct run {
	struct fake fake;
	struct oac_client *client;
	struct oac_error err;
	struct item *item;
	enum oac_status status;
};

static void begin(struct run *run, const struct fake_reply *replies, size_t count,
	const struct oac_client_options *options)
{
	memset(run, 0, sizeof(*run));
	fake_init(&run->fake, replies, count);
	run->client = fake_client(&run->fake, options);
	assert_non_null(run->client);
}

static void call(struct run *run, const struct oac_operation *operation, const void *request,
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

static void end(struct run *run)
{
	oac_free(run->item);
	oac_client_free(run->client);
	assert_int_equal(run->fake.freed, 1);
}

/* ---- what is sent ---- */

static void test_get(void **state)
{
	struct run run;

	(void)state;
	begin(&run, ok, 1, NULL);
	call(&run, &op_get_item, NULL, NULL);
	assert_int_equal(run.status, OAC_OK);
	assert_string_equal(run.item->id, "i1");
	assert_int_equal(run.item->size.value, 5);
	assert_int_equal(run.err.tries, 0);
	const struct fake_request *sent = &run.fake.requests[0];
	assert_string_equal(sent->method, "GET");
	assert_string_equal(sent->url, "https://api.test/v1/boxes/b1/items/i1");
	assert_string_equal(sent->headers,
		"Accept: application/json\nAuthorization: Bearer sk-secret\n"
		"User-Agent: oac-fixture/1.2.3\nX-Beta: items=v2\n");
	assert_false(sent->has_body);
	assert_true(sent->may_repeat);
	assert_int_equal(sent->connect_timeout_ms, 5000);
	end(&run);
}

static void test_post(void **state)
{
	static const char *const include[] = { "a[*].b", "c d" };
	const struct create_item_request request = {
		.name = "\"x\"",
		.weight = OAC_NUM(0),
		.include = OAC_LIST(include),
		.trace = "t1",
		.oac_more = OAC_JSON("{\"extra\":null}"),
	};
	struct run run;

	(void)state;
	begin(&run, ok, 1, NULL);
	call(&run, &op_create_item, &request, NULL);
	assert_int_equal(run.status, OAC_OK);
	const struct fake_request *sent = &run.fake.requests[0];
	assert_string_equal(sent->method, "POST");
	assert_string_equal(sent->url,
		"https://api.test/v1/boxes/b1/items?include%5B%5D=a%5B%2A%5D.b&include%5B%5D=c%20d");
	assert_string_equal(sent->body, "{\"name\":\"\\\"x\\\"\",\"weight\":0,\"extra\":null}");
	assert_string_equal(fake_header(&run.fake, 0, "Content-Type"), "application/json");
	assert_string_equal(fake_header(&run.fake, 0, "X-Trace"), "t1");
	assert_false(sent->may_repeat);
	end(&run);
}

static void test_bodies_of_nothing(void **state)
{
	const struct item nothing = { 0 };
	struct run run;

	(void)state;
	begin(&run, ok, 1, NULL);
	call(&run, &op_update_item, NULL, NULL);
	assert_string_equal(run.fake.requests[0].body, "{}");
	call(&run, &op_update_item, &nothing, NULL);
	assert_string_equal(run.fake.requests[1].body, "{}");
	assert_non_null(fake_header(&run.fake, 1, "Content-Type"));
	call(&run, &op_cancel_item, NULL, NULL);
	assert_false(run.fake.requests[2].has_body);
	assert_null(fake_header(&run.fake, 2, "Content-Type"));
	end(&run);
}

static void test_refused_before_sending(void **state)
{
	static const char *const no_item[] = { "b1", NULL };
	static const char *const empty_box[] = { "", "i1" };
	static const char *const dots[] = { "b1", ".." };
	static const struct oac_header injected[] = { { "X-A", "1\r\nX-B: 2" } };
	static const struct oac_header spaced[] = { { "X A", "1" } };
	const struct oac_call_options bad_value = { .headers = OAC_LIST(injected) };
	const struct oac_call_options bad_name = { .headers = OAC_LIST(spaced) };
	const struct oac_call_options bad_body = { .body = OAC_JSON("[1]") };
	const struct oac_call_options cut_body = { .body = OAC_JSON("{\"a\":") };
	const struct oac_call_options bad_base = { .base_url = "ftp://x" };
	const struct create_item_request nameless = { .trace = "t" };
	const struct create_item_request bad_trace = { .name = "n", .trace = "t\nX-B: 2" };
	const struct create_item_request bad_text = { .name = "\xff" };
	const struct {
		const struct oac_operation *operation;
		const char *const *path;
		const void *request;
		const struct oac_call_options *options;
		const char *message;
	} cases[] = {
		{ &op_get_item, no_item, NULL, NULL, "item_id" },
		{ &op_get_item, empty_box, NULL, NULL, "box_id" },
		{ &op_get_item, dots, NULL, NULL, "item_id" },
		{ &op_get_item, box_and_item, NULL, &bad_value, "X-A" },
		{ &op_get_item, box_and_item, NULL, &bad_name, "X A" },
		{ &op_get_item, box_and_item, NULL, &bad_base, "base_url" },
		{ &op_get_item, box_and_item, NULL, &bad_body, "GET" },
		{ &op_update_item, box_and_item, NULL, &bad_body, "options.body" },
		{ &op_update_item, box_and_item, NULL, &cut_body, "options.body" },
		{ &op_create_item, box_and_item, NULL, NULL, "NULL" },
		{ &op_create_item, box_and_item, &nameless, NULL, "/name" },
		{ &op_create_item, box_and_item, &bad_trace, NULL, "X-Trace" },
		{ &op_create_item, box_and_item, &bad_text, NULL, "/name" },
	};
	struct oac_error err;
	struct fake fake;

	(void)state;
	fake_init(&fake, ok, 1);
	struct oac_client *client = fake_client(&fake, NULL);
	for (size_t i = 0; i < COUNT(cases); i++) {
		void *out = &err;
		enum oac_status status = oac_call(client, cases[i].operation, cases[i].path,
			cases[i].request, cases[i].options, &out, &err);
		if (status != OAC_E_ARGUMENT || strstr(err.message, cases[i].message) == NULL)
			fail_msg("%zu: %s: %s", i, oac_status_name(status), err.message);
		assert_null(out);
		assert_int_equal(err.tries, 0);
		assert_int_equal(oac_call(client, cases[i].operation, cases[i].path,
					 cases[i].request, cases[i].options, &out, NULL),
			OAC_E_ARGUMENT);
	}
	oac_call(client, &op_create_item, box_and_item, &nameless, NULL, NULL, &err);
	assert_string_equal(err.path, "/name");
	assert_int_equal(fake.request_count, 0);
	oac_client_free(client);
}

static void test_header_precedence(void **state)
{
	static const struct oac_header client_headers[] = { { "X-Def", "d" }, { "X-Two", "client" } };
	static const struct oac_header call_headers[] = { { "x-beta", "items=v3" },
		{ "x-two", "call" }, { "AUTHORIZATION", "Other x" }, { "Accept", NULL },
		{ "user-agent", NULL } };
	const struct oac_client_options options = { .headers = OAC_LIST(client_headers) };
	const struct oac_call_options own = { .headers = OAC_LIST(call_headers) };
	struct run run;

	(void)state;
	begin(&run, ok, 1, &options);
	call(&run, &op_get_item, NULL, &own);
	assert_string_equal(run.fake.requests[0].headers,
		"X-Def: d\nx-beta: items=v3\nx-two: call\nAUTHORIZATION: Other x\n");
	end(&run);
}

static void test_api_key_header(void **state)
{
	const struct oac_client_options options = { .auth_header = "api-key" };
	struct run run;

	(void)state;
	begin(&run, ok, 1, &options);
	call(&run, &op_get_item, NULL, NULL);
	assert_string_equal(fake_header(&run.fake, 0, "api-key"), "sk-secret");
	assert_null(fake_header(&run.fake, 0, "Authorization"));
	end(&run);
}

static void test_query_precedence(void **state)
{
	static const struct oac_header client_query[] = { { "api-version", "2" }, { "b", "client" } };
	static const struct oac_header call_query[] = { { "limit", "9" }, { "b", NULL },
		{ "t", "1" }, { "t", "&" }, { "after", "" } };
	const struct oac_client_options options = {
		.base_url = "https://api.test/v1//?api-version=1&keep=%20x&flag",
		.query = OAC_LIST(client_query),
	};
	const struct oac_call_options own = { .query = OAC_LIST(call_query) };
	const struct list_items_request request = {
		.limit = OAC_INT(0),
		.order = SORT_ORDER_DESC,
		.before = "",
	};
	struct run run;

	(void)state;
	begin(&run, ok, 1, &options);
	call(&run, &op_list_items, &request, NULL);
	assert_string_equal(run.fake.requests[0].url,
		"https://api.test/v1/boxes/b1/items"
		"?keep=%20x&flag&api-version=2&b=client&limit=0&order=desc&before=");
	call(&run, &op_list_items, &request, &own);
	assert_string_equal(run.fake.requests[1].url,
		"https://api.test/v1/boxes/b1/items"
		"?keep=%20x&flag&api-version=2&order=desc&before=&limit=9&t=1&t=%26&after=");
	end(&run);
}

static void test_extra_body_and_base_url(void **state)
{
	const struct create_item_request request = { .name = "n", .weight = OAC_NUM(1.5) };
	const struct oac_call_options own = {
		.body = OAC_JSON(" { \"we\\u0069ght\" : {\"kg\":[1]} , \"new\":true } "),
		.base_url = "http://other.test/x/",
	};
	const struct oac_call_options none = { .body = OAC_JSON("{}") };
	struct run run;

	(void)state;
	begin(&run, ok, 1, NULL);
	call(&run, &op_create_item, &request, &own);
	assert_string_equal(run.fake.requests[0].body,
		"{\"name\":\"n\",\"we\\u0069ght\":{\"kg\":[1]},\"new\":true}");
	assert_string_equal(run.fake.requests[0].url, "http://other.test/x/boxes/b1/items");
	call(&run, &op_cancel_item, NULL, &own);
	assert_string_equal(run.fake.requests[1].body,
		"{\"we\\u0069ght\":{\"kg\":[1]},\"new\":true}");
	assert_non_null(fake_header(&run.fake, 1, "Content-Type"));
	call(&run, &op_update_item, NULL, &none);
	assert_string_equal(run.fake.requests[2].body, "{}");
	end(&run);
}

/* ---- parameters of every style ---- */

struct styled_request {
	struct oac_string_list list;
	struct oac_json any;
	int64_t plain;
	bool yes;
	struct oac_json oac_more;
};

static void send_styled(unsigned flags, const char *json, const char *expected)
{
	static const struct oac_list strings = { { NULL, sizeof(const char *), OAC_KIND_STRING } };
	static const char *const items[] = { "a b", "c,d" };
	const struct oac_field fields[] = {
		OAC_LINE(struct styled_request, list, "l", (uint8_t)flags, OAC_KIND_LIST, &strings),
		OAC_ANY(struct styled_request, any, "p", (uint8_t)flags),
	};
	const struct oac_object type = OAC_OBJECT_TYPE(styled_request, fields, 0);
	struct oac_operation operation = op_drop_item;
	struct styled_request request = { 0 };
	struct run run;

	operation.request = &type;
	if (json == NULL)
		request.list = (struct oac_string_list)OAC_LIST(items);
	else
		request.any = oac_json(json, strlen(json));
	begin(&run, ok, 1, NULL);
	run.status = oac_call(run.client, &operation, box_and_item, &request, NULL, NULL, &run.err);
	if (expected == NULL) {
		assert_int_equal(run.status, OAC_E_ARGUMENT);
		assert_non_null(strstr(run.err.message, "'p'"));
	} else {
		assert_int_equal(run.status, OAC_OK);
		const char *got = strchr(run.fake.requests[0].url, '?');
		if ((flags & OAC_IN_MASK) == OAC_IN_HEADER)
			got = fake_header(&run.fake, 0, json == NULL ? "l" : "p");
		else if ((flags & OAC_IN_MASK) == OAC_IN_COOKIE)
			got = fake_header(&run.fake, 0, "Cookie");
		assert_string_equal(got != NULL ? got : "", expected);
	}
	end(&run);
}

static void test_styles(void **state)
{
	static const char object[] = "{\"k\":\"v w\",\"n\":1}";

	(void)state;
	send_styled(OAC_IN_QUERY | OAC_STYLE_FORM_EXPLODE, NULL, "?l=a%20b&l=c%2Cd");
	send_styled(OAC_IN_QUERY | OAC_STYLE_FORM, NULL, "?l=a%20b,c%2Cd");
	send_styled(OAC_IN_QUERY | OAC_STYLE_SPACE, NULL, "?l=a%20b%20c%2Cd");
	send_styled(OAC_IN_QUERY | OAC_STYLE_PIPE, NULL, "?l=a%20b%7Cc%2Cd");
	send_styled(OAC_IN_QUERY | OAC_STYLE_JSON, NULL, "?l=%5B%22a%20b%22%2C%22c%2Cd%22%5D");
	send_styled(OAC_IN_QUERY | OAC_STYLE_DEEP_OBJECT, object, "?p%5Bk%5D=v%20w&p%5Bn%5D=1");
	send_styled(OAC_IN_QUERY | OAC_STYLE_FORM_EXPLODE, object, "?k=v%20w&n=1");
	send_styled(OAC_IN_QUERY | OAC_STYLE_FORM, object, "?p=k,v%20w,n,1");
	send_styled(OAC_IN_QUERY | OAC_STYLE_FORM_EXPLODE, "true", "?p=true");
	send_styled(OAC_IN_QUERY | OAC_STYLE_FORM_EXPLODE, "\"\\u00e9\"", "?p=%C3%A9");
	send_styled(OAC_IN_QUERY | OAC_STYLE_FORM_EXPLODE, "null", "?p=");
	send_styled(OAC_IN_QUERY | OAC_STYLE_FORM_EXPLODE, "[]", "");
	send_styled(OAC_IN_QUERY | OAC_STYLE_FORM, "[]", "");
	send_styled(OAC_IN_QUERY | OAC_STYLE_FORM_EXPLODE, "[[1]]", NULL);
	send_styled(OAC_IN_QUERY | OAC_STYLE_DEEP_OBJECT, "{\"a\":{\"b\":1}}", NULL);
	send_styled(OAC_IN_QUERY | OAC_STYLE_FORM, "[1", NULL);
	send_styled(OAC_IN_HEADER | OAC_STYLE_SIMPLE, NULL, "a b,c,d");
	send_styled(OAC_IN_HEADER | OAC_STYLE_SIMPLE, object, "k,v w,n,1");
	send_styled(OAC_IN_HEADER | OAC_STYLE_JSON, object, object);
	send_styled(OAC_IN_HEADER | OAC_STYLE_SIMPLE, "\"a\\nb\"", NULL);
	send_styled(OAC_IN_COOKIE | OAC_STYLE_FORM, NULL, "l=a%20b,c%2Cd");
	send_styled(OAC_IN_COOKIE | OAC_STYLE_FORM, "\"a;b\"", "p=a%3Bb");
}

static void test_required_parameters(void **state)
{
	static const struct oac_field fields[] = {
		OAC_INT64(struct styled_request, plain, "plain", OAC_IN_QUERY | OAC_REQUIRED),
		OAC_FLAG(struct styled_request, yes, "yes", OAC_IN_QUERY | OAC_REQUIRED),
		OAC_CONST("v", "\"2\"", OAC_IN_QUERY | OAC_REQUIRED),
		OAC_ANY(struct styled_request, any, "must", OAC_IN_QUERY | OAC_REQUIRED),
	};
	static const struct oac_object type = OAC_OBJECT_TYPE(styled_request, fields, 0);
	struct oac_operation operation = op_drop_item;
	struct styled_request request = { 0 };
	struct run run;

	(void)state;
	operation.request = &type;
	begin(&run, ok, 1, NULL);
	assert_int_equal(oac_call(run.client, &operation, box_and_item, NULL, NULL, NULL, &run.err),
		OAC_E_ARGUMENT);
	assert_non_null(strstr(run.err.message, "'plain'"));
	assert_int_equal(
		oac_call(run.client, &operation, box_and_item, &request, NULL, NULL, &run.err),
		OAC_E_ARGUMENT);
	assert_non_null(strstr(run.err.message, "'must'"));
	request.any = (struct oac_json)OAC_JSON("1");
	assert_int_equal(
		oac_call(run.client, &operation, box_and_item, &request, NULL, NULL, &run.err), OAC_OK);
	assert_string_equal(strchr(run.fake.requests[0].url, '?'), "?plain=0&yes=false&v=2&must=1");
	end(&run);
}

static void test_body_member(void **state)
{
	static const struct oac_field fields[] = {
		OAC_FLAG(struct styled_request, yes, "yes", OAC_IN_QUERY),
		OAC_ANY(struct styled_request, any, "body", OAC_REQUIRED),
	};
	static const struct oac_object type = OAC_OBJECT_TYPE(styled_request, fields, 0);
	struct oac_operation operation = op_update_item;
	struct styled_request request = { .any = OAC_JSON("[1,2]") };
	struct run run;

	(void)state;
	operation.request = &type;
	operation.flags = OAC_BODY_MEMBER;
	begin(&run, ok, 1, NULL);
	call(&run, &operation, &request, NULL);
	assert_string_equal(run.fake.requests[0].body, "[1,2]");
	call(&run, &operation, NULL, NULL);
	assert_false(run.fake.requests[1].has_body);
	operation.flags |= OAC_BODY_REQUIRED;
	call(&run, &operation, NULL, NULL);
	assert_int_equal(run.status, OAC_E_ARGUMENT);
	end(&run);
}

/* ---- retries ---- */

static void test_retries(void **state)
{
	static const struct fake_reply replies[] = {
		ANSWER(500, AT_ONCE, "{}"),
		ANSWER(429, AT_ONCE, "{}"),
		OK,
	};
	struct oac_response response;
	const struct oac_call_options options = { .response = &response };
	struct run run;

	(void)state;
	begin(&run, replies, COUNT(replies), NULL);
	call(&run, &op_create_item, &(struct create_item_request){ .name = "n" }, &options);
	assert_int_equal(run.status, OAC_OK);
	assert_int_equal(run.fake.request_count, 3);
	assert_string_equal(run.fake.requests[2].body, "{\"name\":\"n\"}");
	assert_int_equal(response.tries, 3);
	assert_int_equal(response.http_status, 200);
	oac_response_clear(&response);
	end(&run);
}

static void test_retries_run_out(void **state)
{
	static const struct fake_reply replies[] = { ANSWER(503, AT_ONCE "X-Request-Id: req_1\n",
		"{\"error\":{\"message\":\"m\",\"type\":\"t\",\"code\":\"c\",\"param\":\"p\"}}") };
	const struct oac_call_options once = { .max_retries = OAC_INT(0) };
	const struct oac_call_options five = { .max_retries = OAC_INT(5) };
	struct run run;

	(void)state;
	begin(&run, replies, 1, NULL);
	call(&run, &op_get_item, NULL, NULL);
	assert_int_equal(run.status, OAC_E_HTTP);
	assert_int_equal(run.err.http_status, 503);
	assert_int_equal(run.err.tries, 3);
	assert_int_equal(run.fake.request_count, 3);
	assert_string_equal(run.err.message,
		"GET /boxes/{box_id}/items/{item_id}: 503 Service Unavailable");
	assert_string_equal(run.err.request_id, "req_1");
	assert_string_equal(run.err.server_message, "m");
	assert_string_equal(run.err.server_type, "t");
	assert_string_equal(run.err.server_code, "c");
	assert_string_equal(run.err.server_param, "p");
	call(&run, &op_get_item, NULL, &once);
	assert_int_equal(run.err.tries, 1);
	call(&run, &op_get_item, NULL, &five);
	assert_int_equal(run.err.tries, 6);
	end(&run);
}

static void try_lost(const struct oac_operation *operation, const struct fake_reply *failure,
	enum oac_retry_post retry_post, int tries)
{
	struct fake_reply replies[] = { *failure, OK };
	const struct oac_call_options options = { .retry_post = retry_post };
	struct run run;

	begin(&run, replies, COUNT(replies), NULL);
	call(&run, operation, NULL, &options);
	assert_int_equal(run.fake.request_count, tries);
	assert_int_equal(run.status, tries > 1 ? OAC_OK : OAC_E_CONNECT);
	if (tries == 1)
		assert_int_equal(run.err.tries, 1);
	end(&run);
}

/* No lost answer makes two runs. */
static void test_lost_answers(void **state)
{
	static const struct fake_reply lost = FAILURE(OAC_OUTCOME_LOST, false);
	static const struct fake_reply unsent = FAILURE(OAC_OUTCOME_LOST, true);
	static const struct fake_reply cut = { 200, JSON, "{", OAC_OUTCOME_CUT, false, 0 };

	(void)state;
	try_lost(&op_update_item, &lost, OAC_RETRY_POST_DEFAULT, 1);
	try_lost(&op_update_item, &cut, OAC_RETRY_POST_DEFAULT, 1);
	try_lost(&op_cancel_item, &lost, OAC_RETRY_POST_NEVER, 1);
	try_lost(&op_update_item, &unsent, OAC_RETRY_POST_DEFAULT, 2);
	try_lost(&op_update_item, &lost, OAC_RETRY_POST_ALWAYS, 2);
	try_lost(&op_get_item, &cut, OAC_RETRY_POST_NEVER, 2);
}

static void test_an_error_status_stands_when_cut(void **state)
{
	static const struct fake_reply cut[] = {
		{ 404, JSON, "{\"error\":{\"mess", OAC_OUTCOME_CUT, false, 0 },
	};
	struct run run;

	(void)state;
	begin(&run, cut, 1, NULL);
	call(&run, &op_get_item, NULL, NULL);
	assert_int_equal(run.status, OAC_E_HTTP);
	assert_int_equal(run.err.http_status, 404);
	assert_string_equal(run.err.server_message, "{\"error\":{\"mess");
	end(&run);
}

static void test_outcomes(void **state)
{
	static const struct {
		enum oac_outcome outcome;
		enum oac_status status;
	} cases[] = {
		{ OAC_OUTCOME_NOT_CONNECTED, OAC_E_CONNECT },
		{ OAC_OUTCOME_LOST, OAC_E_CONNECT },
		{ OAC_OUTCOME_TIMED_OUT, OAC_E_TIMEOUT },
		{ OAC_OUTCOME_CANCELLED, OAC_E_CANCELLED },
		{ OAC_OUTCOME_TOO_LARGE, OAC_E_LIMIT },
		{ OAC_OUTCOME_NOT_HTTP, OAC_E_PROTOCOL },
		{ OAC_OUTCOME_UNTRUSTED, OAC_E_CONNECT },
		{ OAC_OUTCOME_UNUSABLE, OAC_E_CONFIG },
		{ OAC_OUTCOME_NOMEM, OAC_E_NOMEM },
	};
	const struct oac_call_options once = { .max_retries = OAC_INT(0) };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct fake_reply reply = FAILURE(cases[i].outcome, false);
		struct run run;
		begin(&run, &reply, 1, NULL);
		call(&run, &op_get_item, NULL, &once);
		assert_int_equal(run.status, cases[i].status);
		assert_int_equal(run.err.http_status, 0);
		assert_int_equal(run.err.tries, 1);
		assert_non_null(strstr(run.err.message, "GET /boxes/{box_id}/items/{item_id}: "));
		end(&run);
	}
}

static void test_time_limit(void **state)
{
	static const struct fake_reply slow[] = {
		{ 200, JSON, "{}", OAC_OUTCOME_ANSWERED, false, 5000 },
	};
	const struct oac_call_options options = { .timeout_ms = 40, .max_retries = OAC_INT(0) };
	struct run run;
	int64_t start = oac_now_ms();

	(void)state;
	begin(&run, slow, 1, NULL);
	call(&run, &op_get_item, NULL, &options);
	assert_int_equal(run.status, OAC_E_TIMEOUT);
	assert_in_range(oac_now_ms() - start, 39, 300);
	/* A POST that went out is not sent again after its time has passed. */
	const struct oac_call_options retrying = { .timeout_ms = 20 };
	call(&run, &op_cancel_item, NULL, &retrying);
	assert_int_equal(run.err.tries, 1);
	end(&run);
}

static void test_cancelled_before(void **state)
{
	struct oac_cancel *cancel = oac_cancel_new();
	const struct oac_call_options options = { .cancel = cancel };
	struct run run;

	(void)state;
	oac_cancel_pull(cancel);
	begin(&run, ok, 1, NULL);
	call(&run, &op_get_item, NULL, &options);
	assert_int_equal(run.status, OAC_E_CANCELLED);
	assert_int_equal(run.err.tries, 0);
	assert_int_equal(run.fake.request_count, 0);
	end(&run);
	oac_cancel_free(cancel);
}

/* ---- redirects ---- */

static void test_redirect_within_the_origin(void **state)
{
	static const struct fake_reply replies[] = {
		ANSWER(307, "Location: /v2/x?y=1\n", "moved"),
		OK,
	};
	struct run run;

	(void)state;
	begin(&run, replies, COUNT(replies), NULL);
	call(&run, &op_create_item, &(struct create_item_request){ .name = "n" }, NULL);
	assert_int_equal(run.status, OAC_OK);
	assert_string_equal(run.fake.requests[1].method, "POST");
	assert_string_equal(run.fake.requests[1].url, "https://api.test/v2/x?y=1");
	assert_string_equal(run.fake.requests[1].headers, run.fake.requests[0].headers);
	assert_string_equal(run.fake.requests[1].body, "{\"name\":\"n\"}");
	end(&run);
}

static void test_redirect_to_another_origin(void **state)
{
	static const struct oac_header secrets[] = { { "X-Secret", "s" }, { "Cookie", "c" } };
	static const struct fake_reply replies[] = {
		ANSWER(302, "location: https://evil.test/a\n", ""),
		ANSWER(308, "location: https://api.test/back\n", ""),
		OK,
	};
	const struct oac_call_options options = { .headers = OAC_LIST(secrets) };
	struct run run;

	(void)state;
	begin(&run, replies, COUNT(replies), NULL);
	call(&run, &op_create_item, &(struct create_item_request){ .name = "n" }, &options);
	assert_int_equal(run.status, OAC_OK);
	for (size_t i = 1; i < 3; i++) {
		assert_string_equal(run.fake.requests[i].method, "GET");
		assert_string_equal(run.fake.requests[i].headers,
			"Accept: application/json\nUser-Agent: oac-fixture/1.2.3\n");
		assert_false(run.fake.requests[i].has_body);
	}
	end(&run);
}

static void test_redirects_that_are_refused(void **state)
{
	static const struct {
		const char *location;
		size_t requests;
	} cases[] = {
		{ "Location: http://api.test/down\n", 1 },
		{ "Location: file:///etc/passwd\n", 1 },
		{ "Location: /again\n", 6 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct fake_reply reply = ANSWER(307, cases[i].location, "x");
		struct run run;
		begin(&run, &reply, 1, NULL);
		call(&run, &op_get_item, NULL, NULL);
		assert_int_equal(run.status, OAC_E_PROTOCOL);
		assert_non_null(strstr(run.err.message, "redirect"));
		assert_int_equal(run.fake.request_count, cases[i].requests);
		end(&run);
	}
}

static void test_redirect_without_location(void **state)
{
	static const struct fake_reply replies[] = { ANSWER(302, JSON, "{}") };
	struct run run;

	(void)state;
	begin(&run, replies, 1, NULL);
	call(&run, &op_get_item, NULL, NULL);
	assert_int_equal(run.status, OAC_E_HTTP);
	assert_int_equal(run.err.http_status, 302);
	end(&run);
}

/* ---- answers ---- */

static void test_error_bodies(void **state)
{
	static const struct {
		const char *body;
		const char *message;
		const char *type;
		const char *code;
		const char *param;
	} cases[] = {
		{ "{\"error\":{\"message\":\"a\\nb\",\"type\":null,\"code\":42,\"param\":null}}", "a\nb", "", "42", "" },
		{ "{\"message\":\"whole\",\"code\":\"c\"}", "whole", "", "c", "" },
		{ "{\"error\":\"text\"}", "text", "", "", "" },
		{ "{\"error\":null,\"message\":\"m\"}", "m", "", "", "" },
		{ "{\"error\":{\"code\":\"x\"}}", "{\"error\":{\"code\":\"x\"}}", "", "x", "" },
		{ "{\"detail\":[1]}", "{\"detail\":[1]}", "", "", "" },
		{ "<html>no</html>", "<html>no</html>", "", "", "" },
		{ "[1]", "[1]", "", "", "" },
		{ "", "", "", "", "" },
		{ "\xff\xfe", "??", "", "", "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct fake_reply reply = ANSWER(400, "Content-Type: text/html\n", cases[i].body);
		struct run run;
		begin(&run, &reply, 1, NULL);
		run.fake.chunk = 3;
		call(&run, &op_get_item, NULL, NULL);
		assert_int_equal(run.status, OAC_E_HTTP);
		assert_string_equal(run.err.message, "GET /boxes/{box_id}/items/{item_id}: 400 Bad Request");
		assert_string_equal(run.err.server_message, cases[i].message);
		assert_string_equal(run.err.server_type, cases[i].type);
		assert_string_equal(run.err.server_code, cases[i].code);
		assert_string_equal(run.err.server_param, cases[i].param);
		end(&run);
	}
}

static void test_answers_that_do_not_fit(void **state)
{
	static const struct {
		const char *headers;
		const char *body;
		enum oac_status status;
		const char *message;
	} cases[] = {
		{ JSON, "", OAC_E_PROTOCOL, "no body" },
		{ "Content-Type: text/html; charset=utf-8\n", "<html>", OAC_E_PROTOCOL, "text/html" },
		{ "Content-Type: text/html\n", "{}", OAC_E_PROTOCOL, "text/html" },
		{ JSON, "{\"id\":", OAC_E_JSON, "GET /boxes" },
		{ JSON, "{\"id\":7}", OAC_E_TYPE, "/id" },
		{ JSON, "<html>", OAC_E_JSON, "GET /boxes" },
		{ NULL, "{\"id\":\"x\"}", OAC_OK, "" },
		{ "Content-Type: application/problem+json\n", "{}", OAC_OK, "" },
		{ "content-type: APPLICATION/JSON;charset=utf-8\n", "{}", OAC_OK, "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct fake_reply reply = ANSWER(200, cases[i].headers, cases[i].body);
		struct run run;
		begin(&run, &reply, 1, NULL);
		call(&run, &op_get_item, NULL, NULL);
		assert_int_equal(run.status, cases[i].status);
		assert_non_null(strstr(run.err.message, cases[i].message));
		if (run.status != OAC_OK) {
			assert_int_equal(run.err.http_status, 200);
			assert_int_equal(run.err.tries, 1);
		}
		if (run.status == OAC_E_TYPE)
			assert_string_equal(run.err.path, "/id");
		end(&run);
	}
}

static void test_no_answer_wanted(void **state)
{
	static const struct fake_reply replies[] = { ANSWER(204, NULL, ""),
		ANSWER(200, "Content-Type: text/html\n", "<html>") };
	struct run run;

	(void)state;
	begin(&run, replies, COUNT(replies), NULL);
	for (int i = 0; i < 2; i++)
		assert_int_equal(
			oac_call(run.client, &op_drop_item, box_and_item, NULL, NULL, NULL, &run.err),
			OAC_OK);
	end(&run);
}

static void test_size_limit(void **state)
{
	static const struct fake_reply large[] = { ANSWER(200, JSON, "{\"id\":\"0123456789\"}") };
	static const struct fake_reply error[] = { ANSWER(404, JSON, "0123456789abcdefghijklmnop") };
	struct oac_client_options options = { .max_response_bytes = 19 };
	struct oac_response response;
	const struct oac_call_options own = { .response = &response };
	struct run run;

	(void)state;
	begin(&run, large, 1, &options);
	call(&run, &op_get_item, NULL, NULL);
	assert_int_equal(run.status, OAC_OK);
	end(&run);
	options.max_response_bytes = 18;
	begin(&run, large, 1, &options);
	run.fake.chunk = 5;
	call(&run, &op_get_item, NULL, &own);
	assert_int_equal(run.status, OAC_E_LIMIT);
	assert_int_equal(run.err.tries, 1);
	assert_int_equal(response.http_status, 200);
	assert_int_equal(response.body_len, 0);
	oac_response_clear(&response);
	end(&run);
	begin(&run, error, 1, &options);
	call(&run, &op_get_item, NULL, NULL);
	assert_int_equal(run.status, OAC_E_HTTP);
	assert_string_equal(run.err.server_message, "0123456789abcdefgh");
	end(&run);
}

static void test_response(void **state)
{
	static const struct fake_reply replies[] = {
		ANSWER(404, "X-A:  1 \n" JSON "x-a: 2\n", "{\"error\":{}}"),
	};
	struct oac_response response;
	const struct oac_call_options options = { .response = &response };
	struct run run;
	size_t len;

	(void)state;
	memset(&response, 0xAA, sizeof(response));
	begin(&run, replies, 1, NULL);
	call(&run, &op_get_item, NULL, &options);
	assert_int_equal(response.http_status, 404);
	assert_int_equal(response.tries, 1);
	assert_string_equal(response.body, "{\"error\":{}}");
	assert_int_equal(response.body_len, 12);
	const char *value = oac_response_header(&response, "x-A", &len);
	assert_int_equal(len, 1);
	assert_memory_equal(value, "1", 1);
	assert_null(oac_response_header(&response, "x", NULL));
	oac_response_clear(&response);
	assert_null(response.body);
	end(&run);
	/* Nothing was answered: nothing to free. */
	const struct fake_reply none = FAILURE(OAC_OUTCOME_NOT_HTTP, false);
	begin(&run, &none, 1, NULL);
	call(&run, &op_get_item, NULL, &options);
	assert_int_equal(response.tries, 1);
	assert_null(response.body);
	assert_null(oac_response_header(&response, "x", NULL));
	end(&run);
}

static void test_strict_client(void **state)
{
	static const struct fake_reply replies[] = { ANSWER(200, JSON, "{\"size\":1}") };
	const struct oac_client_options options = { .strict = true };
	struct run run;

	(void)state;
	begin(&run, replies, 1, &options);
	call(&run, &op_get_item, NULL, NULL);
	assert_int_equal(run.status, OAC_E_TYPE);
	end(&run);
}

/* ---- paging ---- */

static const struct oac_paging items_paging = OAC_PAGING(struct list_items_request, after,
	struct item_page, data, has_more, struct item, id);

struct seen {
	char ids[64];
	size_t stop_after;
	size_t count;
};

static int see_item(void *user, const void *item)
{
	struct seen *seen = user;
	const struct item *got = item;
	size_t at = strlen(seen->ids);

	snprintf(seen->ids + at, sizeof(seen->ids) - at, "%s;", got->id != NULL ? got->id : "-");
	return ++seen->count == seen->stop_after;
}

static enum oac_status page(struct run *run, struct seen *seen,
	const struct list_items_request *request)
{
	run->status = oac_page_each(run->client, &op_list_items, &items_paging, box_and_item, request,
		NULL, see_item, seen, &run->err);
	assert_int_equal(run->err.status, run->status);
	return run->status;
}

#define PAGE(items, more) ANSWER(200, JSON, "{\"data\":[" items "],\"has_more\":" more "}")

static void test_pages(void **state)
{
	static const struct fake_reply replies[] = {
		PAGE("{\"id\":\"a\"},{\"id\":\"b\"}", "true"),
		PAGE("{\"id\":\"c d\"}", "true"),
		PAGE("{\"id\":\"e\"}", "false"),
	};
	const struct list_items_request request = { .limit = OAC_INT(2), .after = "z", .before = "y" };
	struct seen seen = { 0 };
	struct run run;

	(void)state;
	begin(&run, replies, COUNT(replies), NULL);
	assert_int_equal(page(&run, &seen, &request), OAC_OK);
	assert_string_equal(seen.ids, "a;b;c d;e;");
	assert_int_equal(run.fake.request_count, 3);
	assert_string_equal(strchr(run.fake.requests[0].url, '?'), "?limit=2&after=z&before=y");
	assert_string_equal(strchr(run.fake.requests[1].url, '?'), "?limit=2&after=b&before=y");
	assert_string_equal(strchr(run.fake.requests[2].url, '?'), "?limit=2&after=c%20d&before=y");
	assert_string_equal(request.after, "z");
	end(&run);
}

static void test_last_pages(void **state)
{
	static const struct fake_reply cases[] = {
		PAGE("", "true"),
		ANSWER(200, JSON, "{\"data\":[{\"id\":\"a\"}]}"),
		PAGE("{\"id\":\"a\"},{\"size\":1}", "true"),
		ANSWER(200, JSON, "{\"has_more\":true}"),
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct seen seen = { 0 };
		struct run run;
		begin(&run, &cases[i], 1, NULL);
		assert_int_equal(page(&run, &seen, NULL), OAC_OK);
		assert_int_equal(run.fake.request_count, 1);
		end(&run);
	}
}

static void test_paging_stops(void **state)
{
	static const struct fake_reply replies[] = { PAGE("{\"id\":\"a\"},{\"id\":\"b\"}", "true"),
		ANSWER(404, JSON, "{}") };
	struct seen first = { .stop_after = 1 };
	struct seen all = { 0 };
	struct run run;

	(void)state;
	begin(&run, replies, COUNT(replies), NULL);
	assert_int_equal(page(&run, &first, NULL), OAC_OK);
	assert_string_equal(first.ids, "a;");
	assert_int_equal(run.fake.request_count, 1);
	end(&run);
	/* An error in the middle keeps what came before. */
	begin(&run, replies, COUNT(replies), NULL);
	assert_int_equal(page(&run, &all, NULL), OAC_E_HTTP);
	assert_string_equal(all.ids, "a;b;");
	end(&run);
}

static void test_paging_in_circles(void **state)
{
	static const struct fake_reply one[] = { PAGE("{\"id\":\"a\"}", "true") };
	static const struct fake_reply three[] = {
		PAGE("{\"id\":\"a\"}", "true"), PAGE("{\"id\":\"b\"}", "true"), PAGE("{\"id\":\"c\"}", "true"),
		PAGE("{\"id\":\"a\"}", "true"), PAGE("{\"id\":\"b\"}", "true"), PAGE("{\"id\":\"c\"}", "true"),
		PAGE("{\"id\":\"a\"}", "true"), PAGE("{\"id\":\"b\"}", "true"), PAGE("{\"id\":\"c\"}", "true"),
		PAGE("{\"id\":\"a\"}", "true"), PAGE("{\"id\":\"b\"}", "true"), PAGE("{\"id\":\"c\"}", "false"),
	};
	struct seen seen = { 0 };
	struct run run;

	(void)state;
	begin(&run, one, 1, NULL);
	assert_int_equal(page(&run, &seen, NULL), OAC_E_PROTOCOL);
	assert_int_equal(run.fake.request_count, 2);
	assert_non_null(strstr(run.err.message, "cursor"));
	end(&run);
	begin(&run, three, COUNT(three), NULL);
	memset(&seen, 0, sizeof(seen));
	assert_int_equal(page(&run, &seen, NULL), OAC_E_PROTOCOL);
	assert_true(run.fake.request_count < COUNT(three));
	end(&run);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_get),
		cmocka_unit_test(test_post),
		cmocka_unit_test(test_bodies_of_nothing),
		cmocka_unit_test(test_refused_before_sending),
		cmocka_unit_test(test_header_precedence),
		cmocka_unit_test(test_api_key_header),
		cmocka_unit_test(test_query_precedence),
		cmocka_unit_test(test_extra_body_and_base_url),
		cmocka_unit_test(test_styles),
		cmocka_unit_test(test_required_parameters),
		cmocka_unit_test(test_body_member),
		cmocka_unit_test(test_retries),
		cmocka_unit_test(test_retries_run_out),
		cmocka_unit_test(test_lost_answers),
		cmocka_unit_test(test_an_error_status_stands_when_cut),
		cmocka_unit_test(test_outcomes),
		cmocka_unit_test(test_time_limit),
		cmocka_unit_test(test_cancelled_before),
		cmocka_unit_test(test_redirect_within_the_origin),
		cmocka_unit_test(test_redirect_to_another_origin),
		cmocka_unit_test(test_redirects_that_are_refused),
		cmocka_unit_test(test_redirect_without_location),
		cmocka_unit_test(test_error_bodies),
		cmocka_unit_test(test_answers_that_do_not_fit),
		cmocka_unit_test(test_no_answer_wanted),
		cmocka_unit_test(test_size_limit),
		cmocka_unit_test(test_response),
		cmocka_unit_test(test_strict_client),
		cmocka_unit_test(test_pages),
		cmocka_unit_test(test_last_pages),
		cmocka_unit_test(test_paging_stops),
		cmocka_unit_test(test_paging_in_circles),
	};

	return cmocka_run_group_tests_name("call", tests, NULL, NULL);
}
