/* What a call puts on the wire: URL, headers, parameters of every style, body. */
#include "call_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define JSON "Content-Type: application/json\n"
#define ANSWER(status, headers, body) { (status), headers, (body), OAC_OUTCOME_ANSWERED, false, 0 }
#define OK ANSWER(200, JSON, "{\"id\":\"i1\",\"size\":5}")
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct fake_reply ok[] = { OK };

/* ---- what is sent ---- */

static void test_get(void **state)
{
	struct fake_run run;

	(void)state;
	fake_begin(&run, ok, 1, NULL);
	fake_call(&run, &op_get_item, NULL, NULL);
	assert_int_equal(run.status, OAC_OK);
	assert_string_equal(run.item->id, "i1");
	assert_int_equal(run.item->size.value, 5);
	assert_int_equal(run.err.tries, 0);
	const struct fake_request *sent = &run.fake.requests[0];
	assert_string_equal(sent->method, "GET");
	assert_string_equal(sent->url, "https://api.test/v1/boxes/b1/items/i1");
	assert_string_equal(sent->headers,
		"Accept: application/json\nUser-Agent: oac-fixture/1.2.3\nX-Beta: items=v2\n"
		"Authorization: Bearer sk-secret\n");
	assert_false(sent->has_body);
	assert_int_equal(sent->connect_timeout_ms, 5000);
	fake_end(&run);
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
	struct fake_run run;

	(void)state;
	fake_begin(&run, ok, 1, NULL);
	fake_call(&run, &op_create_item, &request, NULL);
	assert_int_equal(run.status, OAC_OK);
	const struct fake_request *sent = &run.fake.requests[0];
	assert_string_equal(sent->method, "POST");
	assert_string_equal(sent->url,
		"https://api.test/v1/boxes/b1/items?include%5B%5D=a%5B%2A%5D.b&include%5B%5D=c%20d");
	assert_string_equal(sent->body, "{\"name\":\"\\\"x\\\"\",\"weight\":0,\"extra\":null}");
	assert_string_equal(fake_header(&run.fake, 0, "Content-Type"), "application/json");
	assert_string_equal(fake_header(&run.fake, 0, "X-Trace"), "t1");
	fake_end(&run);
}

static void test_bodies_of_nothing(void **state)
{
	const struct item nothing = { 0 };
	struct fake_run run;

	(void)state;
	fake_begin(&run, ok, 1, NULL);
	fake_call(&run, &op_update_item, NULL, NULL);
	assert_string_equal(run.fake.requests[0].body, "{}");
	fake_call(&run, &op_update_item, &nothing, NULL);
	assert_string_equal(run.fake.requests[1].body, "{}");
	assert_non_null(fake_header(&run.fake, 1, "Content-Type"));
	fake_call(&run, &op_cancel_item, NULL, NULL);
	assert_false(run.fake.requests[2].has_body);
	assert_null(fake_header(&run.fake, 2, "Content-Type"));
	fake_end(&run);
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
	struct fake_run run;

	(void)state;
	fake_begin(&run, ok, 1, &options);
	fake_call(&run, &op_get_item, NULL, &own);
	assert_string_equal(run.fake.requests[0].headers,
		"X-Def: d\nx-beta: items=v3\nx-two: call\nAUTHORIZATION: Other x\n");
	fake_end(&run);
}

static void test_api_key_header(void **state)
{
	const struct oac_client_options options = { .auth_header = "api-key" };
	struct fake_run run;

	(void)state;
	fake_begin(&run, ok, 1, &options);
	fake_call(&run, &op_get_item, NULL, NULL);
	assert_string_equal(fake_header(&run.fake, 0, "api-key"), "sk-secret");
	assert_null(fake_header(&run.fake, 0, "Authorization"));
	fake_end(&run);
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
	struct fake_run run;

	(void)state;
	fake_begin(&run, ok, 1, &options);
	fake_call(&run, &op_list_items, &request, NULL);
	assert_string_equal(run.fake.requests[0].url,
		"https://api.test/v1/boxes/b1/items"
		"?keep=%20x&flag&api-version=2&b=client&limit=0&order=desc&before=");
	fake_call(&run, &op_list_items, &request, &own);
	assert_string_equal(run.fake.requests[1].url,
		"https://api.test/v1/boxes/b1/items"
		"?keep=%20x&flag&api-version=2&order=desc&before=&limit=9&t=1&t=%26&after=");
	fake_end(&run);
}

static void test_extra_body_and_base_url(void **state)
{
	const struct create_item_request request = { .name = "n", .weight = OAC_NUM(1.5) };
	const struct oac_call_options own = {
		.body = OAC_JSON(" { \"we\\u0069ght\" : {\"kg\":[1]} , \"new\":true } "),
		.base_url = "http://other.test/x/",
	};
	const struct oac_call_options none = { .body = OAC_JSON("{}") };
	struct fake_run run;

	(void)state;
	fake_begin(&run, ok, 1, NULL);
	fake_call(&run, &op_create_item, &request, &own);
	assert_string_equal(run.fake.requests[0].body,
		"{\"name\":\"n\",\"we\\u0069ght\":{\"kg\":[1]},\"new\":true}");
	assert_string_equal(run.fake.requests[0].url, "http://other.test/x/boxes/b1/items");
	fake_call(&run, &op_cancel_item, NULL, &own);
	assert_string_equal(run.fake.requests[1].body,
		"{\"we\\u0069ght\":{\"kg\":[1]},\"new\":true}");
	assert_non_null(fake_header(&run.fake, 1, "Content-Type"));
	fake_call(&run, &op_update_item, NULL, &none);
	assert_string_equal(run.fake.requests[2].body, "{}");
	fake_end(&run);
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
	struct fake_run run;

	operation.request = &type;
	if (json == NULL)
		request.list = (struct oac_string_list)OAC_LIST(items);
	else
		request.any = oac_json_of(json, strlen(json));
	fake_begin(&run, ok, 1, NULL);
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
	fake_end(&run);
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
	send_styled(OAC_IN_QUERY | OAC_STYLE_FORM_EXPLODE,
		"{\"a\":[\"v w\",2],\"b\":[],\"c\":1}", "?a=v%20w&a=2&c=1");
	send_styled(OAC_IN_QUERY | OAC_STYLE_FORM_EXPLODE, "{\"a\":[[1]]}", NULL);
	send_styled(OAC_IN_QUERY | OAC_STYLE_FORM_EXPLODE, "{\"a\":{\"b\":1}}", NULL);
	send_styled(OAC_IN_QUERY | OAC_STYLE_FORM_EXPLODE, "true", "?p=true");
	send_styled(OAC_IN_QUERY | OAC_STYLE_FORM | OAC_RESERVED, NULL, "?l=a%20b,c,d");
	send_styled(OAC_IN_QUERY | OAC_STYLE_DEEP_OBJECT | OAC_RESERVED, object,
		"?p%5Bk%5D=v%20w&p%5Bn%5D=1");
	send_styled(OAC_IN_QUERY | OAC_STYLE_FORM_EXPLODE | OAC_RESERVED,
		"\":/?#[]@!$&'()*+,;=%2f%2%zz%\u00e9 \\u0000\"",
		"?p=:/?%23[]@!$&'()*+,;=%2f%252%25zz%25%C3%A9%20%00");
	send_styled(OAC_IN_QUERY | OAC_STYLE_FORM_EXPLODE | OAC_RESERVED, "\"\"", "?p=");
	send_styled(OAC_IN_QUERY | OAC_STYLE_FORM_EXPLODE, "\"\\u00e9\"", "?p=%C3%A9");
	send_styled(OAC_IN_QUERY | OAC_STYLE_FORM_EXPLODE, "null", "?p=");
	send_styled(OAC_IN_QUERY | OAC_STYLE_FORM_EXPLODE, "[]", "");
	send_styled(OAC_IN_QUERY | OAC_STYLE_FORM, "[]", "");
	send_styled(OAC_IN_QUERY | OAC_STYLE_FORM_EXPLODE, "[[1]]", NULL);
	send_styled(OAC_IN_QUERY | OAC_STYLE_DEEP_OBJECT, "{\"a\":{\"b\":1}}", "?p%5Ba%5D%5Bb%5D=1");
	send_styled(OAC_IN_QUERY | OAC_STYLE_DEEP_OBJECT, "[\"x\",{\"y\":2}]",
		"?p%5B%5D=x&p%5B1%5D%5By%5D=2");
	send_styled(OAC_IN_QUERY | OAC_STYLE_PIPE, "[[1]]", NULL);
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
	struct fake_run run;

	(void)state;
	operation.request = &type;
	fake_begin(&run, ok, 1, NULL);
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
	fake_end(&run);
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
	struct fake_run run;

	(void)state;
	operation.request = &type;
	operation.flags = OAC_BODY_MEMBER;
	fake_begin(&run, ok, 1, NULL);
	fake_call(&run, &operation, &request, NULL);
	assert_string_equal(run.fake.requests[0].body, "[1,2]");
	fake_call(&run, &operation, NULL, NULL);
	assert_false(run.fake.requests[1].has_body);
	operation.flags |= OAC_BODY_REQUIRED;
	fake_call(&run, &operation, NULL, NULL);
	assert_int_equal(run.status, OAC_E_ARGUMENT);
	fake_end(&run);
}

/* ---- servers ---- */

#define ITEM_PATH "/boxes/b1/items/i1"

/* base: the API's; server: the operation's; option: the client's, call: the call's; url NULL: no_url names it. */
static void test_servers(void **state)
{
	static const struct {
		const char *base;
		const char *server;
		const char *option;
		const char *call;
		const char *url;
		const char *refused;
	} cases[] = {
		{ "http://a.test/v1", NULL, NULL, NULL, "http://a.test/v1" ITEM_PATH, NULL },
		{ "http://a.test/v1", "http://b.test/", NULL, NULL, "http://b.test" ITEM_PATH, NULL },
		{ "http://a.test/v1", "http://b.test/", "http://c.test", NULL, "http://c.test" ITEM_PATH, NULL },
		{ "http://a.test/v1", "http://b.test/", "http://c.test", "http://d.test/x", "http://d.test/x" ITEM_PATH, NULL },
		{ "http://a.test/v1", "http://b.test/", NULL, "http://d.test/x", "http://d.test/x" ITEM_PATH, NULL },
		{ NULL, "http://b.test?k=1", NULL, NULL, "http://b.test" ITEM_PATH "?k=1", NULL },
		{ "/v1", "http://b.test", NULL, NULL, "http://b.test" ITEM_PATH, NULL },
		{ "/v1", NULL, NULL, NULL, NULL, "set options.base_url" },
		{ "http://a.test", "/v2", NULL, NULL, NULL, "'/v2' is no whole URL" },
		{ "http://a.test", "https://{tenant}.test", NULL, NULL, NULL, "'https://{tenant}.test'" },
		{ "http://a.test", "/v2", "http://c.test", NULL, "http://c.test" ITEM_PATH, NULL },
	};
	struct oac_api api = fixture_api;
	struct oac_error err;

	(void)state;
	api.own_servers = 1;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct oac_operation operation = op_drop_item;
		const struct oac_call_options call = { .base_url = cases[i].call };
		struct fake fake;
		fake_init(&fake, ok, 1);
		const struct oac_client_options options = { .api_key = "k",
			.base_url = cases[i].option, .transport = &fake.transport };
		api.base_url = cases[i].base;
		operation.server = cases[i].server;
		struct oac_client *client = oac_client_new(&api, &options, &err);
		assert_non_null(client);
		enum oac_status status = oac_call(client, &operation, box_and_item, NULL, &call, NULL, &err);
		if (cases[i].url != NULL) {
			assert_int_equal(status, OAC_OK);
			assert_string_equal(fake.requests[0].url, cases[i].url);
		} else {
			assert_int_equal(status, OAC_E_CONFIG);
			assert_int_equal(fake.request_count, 0);
			if (strstr(err.message, cases[i].refused) == NULL)
				fail_msg("%zu: %s", i, err.message);
		}
		oac_client_free(client);
	}
}

static void test_no_whole_server(void **state)
{
	static const char *const bases[] = { "/v1", "https://{host}/v1", "ftp://h" };
	const struct oac_client_options options = { .api_key = "k" };
	struct oac_api api = fixture_api;
	struct oac_error err;

	(void)state;
	for (size_t i = 0; i < COUNT(bases); i++) {
		api.base_url = bases[i];
		assert_null(oac_client_new(&api, &options, &err));
		assert_int_equal(err.status, OAC_E_CONFIG);
		assert_non_null(strstr(err.message, bases[i]));
		assert_non_null(strstr(err.message, "options.base_url"));
		assert_non_null(strstr(err.message, "FIXTURE_BASE_URL"));
	}
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
		cmocka_unit_test(test_servers),
		cmocka_unit_test(test_no_whole_server),
		cmocka_unit_test(test_styles),
		cmocka_unit_test(test_required_parameters),
		cmocka_unit_test(test_body_member),
	};

	return cmocka_run_group_tests_name("request", tests, NULL, NULL);
}
