/* Security schemes: which credentials a call carries, where, and who never sees them. */
#include "call_fixture.h"
#include "oac_url.h"
#include "oac_buffer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { BEARER, BASIC, HEADER, QUERY, COOKIE };

static const struct oac_scheme schemes[] = {
	[BEARER] = { "bearer", "Authorization", "Bearer ", OAC_SCHEME_HEADER },
	[BASIC] = { "login", "Authorization", "Basic ", OAC_SCHEME_BASIC },
	[HEADER] = { "inHeader", "X-Key", "", OAC_SCHEME_HEADER },
	[QUERY] = { "inQuery", "a key", "", OAC_SCHEME_QUERY },
	[COOKIE] = { "inCookie", "session", "", OAC_SCHEME_COOKIE },
};
static const uint16_t bearer[] = { BEARER, OAC_SECURITY_END };
static const uint16_t none[] = { OAC_SECURITY_END };
static const uint16_t optional[] = { BEARER, OAC_SECURITY_OR, OAC_SECURITY_END };
static const uint16_t basic[] = { BASIC, OAC_SECURITY_END };
static const uint16_t query[] = { QUERY, OAC_SECURITY_END };
static const uint16_t all[] = { HEADER, QUERY, COOKIE, OAC_SECURITY_END };
static const uint16_t either[] = { HEADER, COOKIE, OAC_SECURITY_OR, QUERY, OAC_SECURITY_END };

static const struct fake_reply ok[] = {
	{ 200, "Content-Type: application/json\n", "{\"id\":\"i1\"}", OAC_OUTCOME_ANSWERED, false, 0 },
};

struct call {
	struct fake fake;
	struct oac_client *client;
	struct oac_error err;
	enum oac_status status;
};

static void begin(struct call *call, const struct fake_reply *replies, size_t count,
	const struct oac_client_options *options)
{
	struct oac_api api = fixture_api;
	struct oac_client_options own = { .base_url = "https://api.test/v1" };

	memset(call, 0, sizeof(*call));
	fake_init(&call->fake, replies, count);
	api.schemes = schemes;
	api.scheme_count = sizeof(schemes) / sizeof(schemes[0]);
	api.security = bearer;
	api.auth_required = 0;
	api.env_api_key = NULL;
	static struct oac_api kept;
	kept = api;
	if (options != NULL)
		own = *options;
	if (own.base_url == NULL)
		own.base_url = "https://api.test/v1";
	own.transport = &call->fake.transport;
	call->client = oac_client_new(&kept, &own, &call->err);
	if (call->client == NULL)
		fail_msg("%s", call->err.message);
}

/* Nothing that a test gives as a secret may show: they all have "s3c" in them. */
static void assert_silent(const struct oac_error *err)
{
	assert_null(strstr(err->message, "s3c"));
	assert_null(strstr(err->server_message, "s3c"));
}

static enum oac_status send_with(struct call *call, const uint16_t *security,
	const struct oac_call_options *options)
{
	struct oac_operation operation = op_get_item;
	void *out = NULL;

	operation.security = security;
	call->status = oac_call(call->client, &operation, box_and_item, NULL, options, &out, &call->err);
	oac_free(out);
	assert_silent(&call->err);
	return call->status;
}

static void end(struct call *call)
{
	oac_client_free(call->client);
}

static const char *header(const struct call *call, size_t n, const char *name)
{
	return fake_header(&call->fake, n, name);
}

#define ITEM_URL "https://api.test/v1/boxes/b1/items/i1"

static void assert_missing(struct call *call, const uint16_t *security, const char *scheme, const char *option)
{
	size_t before = call->fake.request_count;

	assert_int_equal(send_with(call, security, NULL), OAC_E_CONFIG);
	if (strstr(call->err.message, scheme) == NULL || strstr(call->err.message, option) == NULL)
		fail_msg("%s", call->err.message);
	assert_int_equal(call->err.tries, 0);
	assert_int_equal(call->fake.request_count, before);
}

static void test_nothing_to_give(void **state)
{
	struct call call;

	(void)state;
	begin(&call, ok, 1, NULL);
	assert_int_equal(send_with(&call, none, NULL), OAC_OK);
	assert_int_equal(send_with(&call, optional, NULL), OAC_OK);
	assert_null(header(&call, 0, "Authorization"));
	assert_null(header(&call, 1, "Authorization"));
	assert_missing(&call, NULL, "'bearer'", "options.api_key");
	assert_missing(&call, basic, "'login'", "options.username and options.password");
	assert_missing(&call, either, "'inHeader'", "options.credentials");
	end(&call);
}

static void test_one_secret(void **state)
{
	const struct oac_client_options options = { .api_key = "s3cret" };
	struct call call;

	(void)state;
	begin(&call, ok, 1, &options);
	assert_int_equal(send_with(&call, NULL, NULL), OAC_OK);
	assert_string_equal(header(&call, 0, "Authorization"), "Bearer s3cret");
	assert_int_equal(send_with(&call, optional, NULL), OAC_OK);
	assert_string_equal(header(&call, 1, "Authorization"), "Bearer s3cret");
	assert_int_equal(send_with(&call, none, NULL), OAC_OK);
	assert_null(header(&call, 2, "Authorization"));
	assert_missing(&call, all, "'inHeader'", "options.credentials");
	end(&call);
}

/* RFC 7617, and RFC 4648, 10, for the ends of the text. */
static void test_basic(void **state)
{
	static const struct {
		const char *user;
		const char *password;
		const char *sent;
	} cases[] = {
		{ "Aladdin", "open sesame", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==" },
		{ "foo", "", "Basic Zm9vOg==" },
		{ "foo", NULL, "Basic Zm9vOg==" },
		{ "fo", "o:b", "Basic Zm86bzpi" },
		{ "", "\xc3\xbf\xff>?", "Basic OsO//z4/" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const struct oac_client_options options = { .username = cases[i].user, .password = cases[i].password };
		struct call call;
		begin(&call, ok, 1, &options);
		assert_int_equal(send_with(&call, basic, NULL), OAC_OK);
		assert_string_equal(header(&call, 0, "Authorization"), cases[i].sent);
		end(&call);
	}
}

static const struct oac_credential three[] = {
	{ "inCookie", "s3c=" }, { "inHeader", "s3ch" }, { "inQuery", "s3c&q" },
};

static void test_several_together(void **state)
{
	static const struct oac_header cookie[] = { { "cookie", "a=b" } };
	static const struct oac_header page[] = { { "page", "2" } };
	const struct oac_client_options options = { .credentials = OAC_LIST(three) };
	const struct oac_call_options own = { .headers = OAC_LIST(cookie), .query = OAC_LIST(page) };
	struct call call;

	(void)state;
	begin(&call, ok, 1, &options);
	assert_int_equal(send_with(&call, all, NULL), OAC_OK);
	assert_string_equal(call.fake.requests[0].url, ITEM_URL "?a%20key=s3c%26q");
	assert_string_equal(header(&call, 0, "X-Key"), "s3ch");
	assert_string_equal(header(&call, 0, "Cookie"), "session=s3c=");
	assert_int_equal(send_with(&call, all, &own), OAC_OK);
	assert_string_equal(call.fake.requests[1].url, ITEM_URL "?page=2&a%20key=s3c%26q");
	assert_string_equal(header(&call, 1, "Cookie"), "a=b; session=s3c=");
	end(&call);
}

static void test_first_choice_that_is_complete(void **state)
{
	struct oac_client_options options = { .credentials = { 2, three + 1 } };
	struct call call;

	(void)state;
	begin(&call, ok, 1, &options);
	assert_int_equal(send_with(&call, either, NULL), OAC_OK);
	assert_string_equal(call.fake.requests[0].url, ITEM_URL "?a%20key=s3c%26q");
	assert_null(header(&call, 0, "X-Key"));
	end(&call);
	options.credentials = (struct oac_credential_list)OAC_LIST(three);
	begin(&call, ok, 1, &options);
	assert_int_equal(send_with(&call, either, NULL), OAC_OK);
	assert_string_equal(call.fake.requests[0].url, ITEM_URL);
	assert_string_equal(header(&call, 0, "X-Key"), "s3ch");
	end(&call);
}

/* What the caller sets or removes by hand stands for the credential, also when there is none. */
static void test_the_callers_own(void **state)
{
	static const struct oac_header own_headers[] = { { "authorization", "Own s3c" }, { "COOKIE", "b=1; session=s3c" } };
	static const struct oac_header own_query[] = { { "a key", "s3c" } };
	static const struct oac_header removed[] = { { "Authorization", NULL } };
	const struct oac_call_options own = { .headers = OAC_LIST(own_headers), .query = OAC_LIST(own_query) };
	const struct oac_call_options without = { .headers = OAC_LIST(removed) };
	struct oac_client_options options = { .headers = OAC_LIST(own_headers), .query = OAC_LIST(own_query) };
	const struct oac_client_options in_url = { .base_url = "https://api.test/v1?a%20key=s3c" };
	struct call call;

	(void)state;
	begin(&call, ok, 1, NULL);
	assert_int_equal(send_with(&call, NULL, &own), OAC_OK);
	assert_string_equal(header(&call, 0, "Authorization"), "Own s3c");
	assert_int_equal(send_with(&call, query, &own), OAC_OK);
	assert_string_equal(call.fake.requests[1].url, ITEM_URL "?a%20key=s3c");
	assert_int_equal(send_with(&call, NULL, &without), OAC_OK);
	assert_null(header(&call, 2, "Authorization"));
	assert_missing(&call, NULL, "'bearer'", "options.api_key");
	end(&call);

	options.credentials = (struct oac_credential_list)OAC_LIST(three);
	options.api_key = "other";
	begin(&call, ok, 1, &options);
	assert_int_equal(send_with(&call, all, NULL), OAC_OK);
	assert_string_equal(call.fake.requests[0].url, ITEM_URL "?a%20key=s3c");
	assert_string_equal(header(&call, 0, "Cookie"), "b=1; session=s3c");
	assert_string_equal(header(&call, 0, "X-Key"), "s3ch");
	assert_int_equal(send_with(&call, NULL, NULL), OAC_OK);
	assert_string_equal(header(&call, 1, "Authorization"), "Own s3c");
	end(&call);

	begin(&call, ok, 1, &in_url);
	assert_int_equal(send_with(&call, query, NULL), OAC_OK);
	assert_string_equal(call.fake.requests[0].url, ITEM_URL "?a%20key=s3c");
	end(&call);
}

static void test_options_that_are_refused(void **state)
{
	static const struct oac_credential unknown[] = { { "nobody", "s3c" } };
	static const struct oac_credential no_value[] = { { "inHeader", NULL } };
	static const struct oac_credential no_colon[] = { { "login", "s3c" } };
	static const struct oac_credential line_end[] = { { "inHeader", "s3c\r\nX: 1" } };
	static const struct oac_credential two_cookies[] = { { "inCookie", "s3c; admin=1" } };
	const struct {
		struct oac_client_options options;
		const char *message;
	} cases[] = {
		{ { .credentials = OAC_LIST(unknown) }, "'nobody'" },
		{ { .credentials = OAC_LIST(no_value) }, "'inHeader' is NULL" },
		{ { .credentials = OAC_LIST(no_colon) }, "user:password" },
		{ { .credentials = OAC_LIST(line_end) }, "'inHeader' has" },
		{ { .credentials = OAC_LIST(two_cookies) }, "'inCookie' has" },
		{ { .username = "a:b", .password = "s3c" }, "colon" },
		{ { .password = "s3c" }, "options.username" },
		{ { .username = "a", .password = "s3c\n" }, "'login' has" },
		{ { .api_key = "s3c\n" }, "'bearer' has" },
	};
	struct oac_api api = fixture_api;
	struct oac_error err;

	(void)state;
	api.schemes = schemes;
	api.scheme_count = sizeof(schemes) / sizeof(schemes[0]);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		assert_null(oac_client_new(&api, &cases[i].options, &err));
		assert_int_equal(err.status, OAC_E_CONFIG);
		if (strstr(err.message, cases[i].message) == NULL)
			fail_msg("%zu: %s", i, err.message);
		assert_silent(&err);
	}
}

/* An API that names no scheme: a key needs a header to go to. */
static void test_api_without_schemes(void **state)
{
	struct oac_client_options options = { .api_key = "s3c" };
	struct oac_api api = fixture_api;
	struct oac_error err;
	struct fake fake;

	(void)state;
	api.schemes = NULL;
	api.scheme_count = 0;
	api.security = NULL;
	api.auth_required = 0;
	assert_null(oac_client_new(&api, &options, &err));
	assert_non_null(strstr(err.message, "options.auth_header"));
	assert_silent(&err);
	fake_init(&fake, ok, 1);
	options.transport = &fake.transport;
	options.auth_header = "X-Own";
	struct oac_client *client = oac_client_new(&api, &options, &err);
	assert_non_null(client);
	assert_int_equal(oac_call(client, &op_drop_item, box_and_item, NULL, NULL, NULL, &err), OAC_OK);
	assert_string_equal(fake_header(&fake, 0, "X-Own"), "s3c");
	oac_client_free(client);
	options.username = "a";
	options.api_key = NULL;
	assert_null(oac_client_new(&api, &options, &err));
	assert_non_null(strstr(err.message, "HTTP Basic"));
}

/* ---- the callback ---- */

struct asked {
	int count;
	const char *scheme; /* the only one that there is something for; NULL: all */
	enum oac_status fails;
	int fails_from; /* the n-th question */
	bool whole; /* no room for the NUL is left */
};

static enum oac_status give_token(void *user, const char *scheme, char *text, size_t size)
{
	struct asked *asked = user;

	assert_string_equal(text, "");
	if (++asked->count >= asked->fails_from && asked->fails != OAC_OK)
		return asked->fails;
	if (asked->whole)
		memset(text, 'a', size);
	else if (asked->scheme == NULL || strcmp(scheme, asked->scheme) == 0)
		snprintf(text, size, "s3c:%d", asked->count);
	return OAC_OK;
}

static void test_token_before_each_try(void **state)
{
	static const struct fake_reply replies[] = {
		{ 429, "Retry-After-Ms: 1\n", "", OAC_OUTCOME_ANSWERED, false, 0 },
		{ 503, "Retry-After-Ms: 1\n", "", OAC_OUTCOME_ANSWERED, false, 0 },
		{ 200, "Content-Type: application/json\n", "{\"id\":\"i1\"}", OAC_OUTCOME_ANSWERED, false, 0 },
	};
	struct asked asked = { 0 };
	struct oac_client_options options = { .token = give_token, .token_user = &asked };
	struct call call;

	(void)state;
	begin(&call, replies, 3, &options);
	assert_int_equal(send_with(&call, NULL, NULL), OAC_OK);
	assert_string_equal(header(&call, 0, "Authorization"), "Bearer s3c:1");
	assert_string_equal(header(&call, 1, "Authorization"), "Bearer s3c:2");
	assert_string_equal(header(&call, 2, "Authorization"), "Bearer s3c:3");
	end(&call);

	begin(&call, replies, 3, &options);
	asked = (struct asked){ .count = 10 };
	assert_int_equal(send_with(&call, all, NULL), OAC_OK);
	assert_string_equal(call.fake.requests[0].url, ITEM_URL "?a%20key=s3c%3A12");
	assert_string_equal(call.fake.requests[2].url, ITEM_URL "?a%20key=s3c%3A18");
	assert_string_equal(header(&call, 2, "X-Key"), "s3c:17");
	assert_string_equal(header(&call, 2, "Cookie"), "session=s3c:19");
	end(&call);
}

static void test_token_of_some_schemes(void **state)
{
	struct asked asked = { .scheme = "inQuery" };
	struct oac_client_options options = { .token = give_token, .token_user = &asked };
	struct call call;

	(void)state;
	begin(&call, ok, 1, &options);
	assert_int_equal(send_with(&call, either, NULL), OAC_OK);
	assert_string_equal(call.fake.requests[0].url, ITEM_URL "?a%20key=s3c%3A2");
	assert_null(header(&call, 0, "X-Key"));
	assert_int_equal(send_with(&call, optional, NULL), OAC_OK);
	assert_null(header(&call, 1, "Authorization"));
	assert_missing(&call, NULL, "'bearer'", "options.api_key");
	asked.scheme = "login";
	assert_int_equal(send_with(&call, basic, NULL), OAC_OK);
	assert_string_equal(header(&call, 2, "Authorization"), "Basic czNjOjU=");
	end(&call);

	/* What is given outright is not asked for. */
	options.api_key = "fixed";
	asked.count = 0;
	begin(&call, ok, 1, &options);
	assert_int_equal(send_with(&call, NULL, NULL), OAC_OK);
	assert_string_equal(header(&call, 0, "Authorization"), "Bearer fixed");
	assert_int_equal(asked.count, 0);
	end(&call);
}

static void test_token_that_cannot_be_had(void **state)
{
	static const struct fake_reply busy[] = {
		{ 503, "Retry-After-Ms: 1\n", "", OAC_OUTCOME_ANSWERED, false, 0 },
	};
	struct asked asked = { .fails = OAC_E_TIMEOUT, .fails_from = 2 };
	const struct oac_client_options options = { .token = give_token, .token_user = &asked };
	struct call call;

	(void)state;
	begin(&call, busy, 1, &options);
	assert_int_equal(send_with(&call, NULL, NULL), OAC_E_TIMEOUT);
	assert_int_equal(call.err.tries, 1);
	assert_int_equal(call.fake.request_count, 1);
	assert_non_null(strstr(call.err.message, "'bearer'"));
	asked = (struct asked){ .whole = true };
	assert_int_equal(send_with(&call, NULL, NULL), OAC_E_HTTP);
	assert_int_equal(strlen(call.fake.requests[1].headers), sizeof(call.fake.requests[1].headers) - 1);
	end(&call);
}

/* ---- redirects ---- */

static void test_redirects(void **state)
{
	static const struct fake_reply replies[] = {
		{ 302, "Location: https://api.test/near?a+key=s3c%26q\n", "", OAC_OUTCOME_ANSWERED, false, 0 },
		{ 302, "Location: https://evil.test/far?x=1&a+key=s3c%26q&a%20key=other&y\n", "", OAC_OUTCOME_ANSWERED, false, 0 },
		{ 302, "Location: https://worse.test/far?%61%20key=%733c%26q\n", "", OAC_OUTCOME_ANSWERED, false, 0 },
		{ 200, "Content-Type: application/json\n", "{\"id\":\"i1\"}", OAC_OUTCOME_ANSWERED, false, 0 },
	};
	const struct oac_client_options options = { .credentials = OAC_LIST(three) };
	struct call call;

	(void)state;
	begin(&call, replies, 4, &options);
	assert_int_equal(send_with(&call, all, NULL), OAC_OK);
	assert_string_equal(call.fake.requests[1].url, "https://api.test/near?a+key=s3c%26q");
	assert_string_equal(header(&call, 1, "Cookie"), "session=s3c=");
	assert_string_equal(call.fake.requests[2].url, "https://evil.test/far?x=1&a%20key=other&y");
	assert_string_equal(call.fake.requests[3].url, "https://worse.test/far");
	for (size_t i = 2; i < 4; i++)
		assert_null(strstr(call.fake.requests[i].headers, "s3c"));
	end(&call);
}

static void test_drop_pairs(void **state)
{
	static const struct {
		const char *url;
		const char *left;
	} cases[] = {
		{ "http://h/a", "http://h/a" },
		{ "http://h/a?", "http://h/a?" },
		{ "http://h/a?k=1", "http://h/a" },
		{ "http://h/a?k=1&", "http://h/a?" },
		{ "http://h/a?k=1&k=2&%6b=%31&k=11&kk=1", "http://h/a?k=2&k=11&kk=1" },
		{ "http://h/a?b=%&k=1&m=x%20y&m=x+y&c=%2", "http://h/a?b=%&c=%2" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct oac_buffer url = OAC_BUFFER_MAX(1000);
		oac_buffer_add_text(&url, cases[i].url);
		oac_url_drop_pairs(&url, "k=1&m=x%20y");
		assert_string_equal(url.text, cases[i].left);
		assert_int_equal(url.len, strlen(cases[i].left));
		oac_buffer_clear(&url);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nothing_to_give),
		cmocka_unit_test(test_one_secret),
		cmocka_unit_test(test_basic),
		cmocka_unit_test(test_several_together),
		cmocka_unit_test(test_first_choice_that_is_complete),
		cmocka_unit_test(test_the_callers_own),
		cmocka_unit_test(test_options_that_are_refused),
		cmocka_unit_test(test_api_without_schemes),
		cmocka_unit_test(test_token_before_each_try),
		cmocka_unit_test(test_token_of_some_schemes),
		cmocka_unit_test(test_token_that_cannot_be_had),
		cmocka_unit_test(test_redirects),
		cmocka_unit_test(test_drop_pairs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
