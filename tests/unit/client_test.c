/* Making a client: options, environment, what is refused; and cancel tokens. */
#define _POSIX_C_SOURCE 200809L

#include "call_fixture.h"
#include "oac_client_type.h"
#include "oac_platform.h"

#include <errno.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static const struct fake_reply ok_reply[] = {
	{ 200, "Content-Type: application/json\n", "{\"id\":\"i1\"}", OAC_OUTCOME_ANSWERED, false, 0 },
};

static int clear_environment(void **state)
{
	(void)state;
	unsetenv("FIXTURE_API_KEY");
	unsetenv("FIXTURE_BASE_URL");
	unsetenv("FIXTURE_CUSTOM_HEADERS");
	unsetenv("FIXTURE_ORG");
	return 0;
}

static struct oac_client *new_client(const struct oac_client_options *options,
	struct oac_error *err)
{
	return oac_client_new(&fixture_api, options, err);
}

static void assert_refused(const struct oac_client_options *options, const char *what)
{
	struct oac_error err;

	memset(&err, 0xAA, sizeof(err));
	assert_null(new_client(options, &err));
	assert_int_equal(err.status, OAC_E_CONFIG);
	assert_non_null(strstr(err.message, what));
	assert_null(strchr(err.message, '\n'));
	assert_null(strstr(err.message, "sk-"));
	assert_int_equal(err.tries, 0);
	assert_null(new_client(options, NULL));
}

static void test_key(void **state)
{
	struct oac_client_options options = { 0 };
	struct oac_error err;

	(void)state;
	assert_refused(NULL, "FIXTURE_API_KEY");
	setenv("FIXTURE_API_KEY", " \t\n", 1);
	assert_refused(NULL, "FIXTURE_API_KEY");
	setenv("FIXTURE_API_KEY", "sk-env\n", 1);
	struct oac_client *client = new_client(NULL, &err);
	assert_non_null(client);
	assert_int_equal(err.status, OAC_OK);
	assert_string_equal(client->credentials[0], "Bearer sk-env");
	oac_client_free(client);

	options.api_key = "sk-own";
	client = new_client(&options, &err);
	assert_string_equal(client->credentials[0], "Bearer sk-own");
	oac_client_free(client);

	options.api_key = "sk-own\r\nX-Evil: 1";
	assert_refused(&options, "API key");
	options.api_key = "sk-own";
	options.auth_header = "bad header";
	assert_refused(&options, "auth_header");
}

static void test_base_url(void **state)
{
	struct oac_client_options options = { .api_key = "sk-own" };
	struct oac_error err;

	(void)state;
	struct oac_client *client = new_client(&options, &err);
	assert_string_equal(client->base_url, "https://fixture.test/v1");
	oac_client_free(client);
	setenv("FIXTURE_BASE_URL", "   ", 1);
	client = new_client(&options, &err);
	assert_string_equal(client->base_url, "https://fixture.test/v1");
	oac_client_free(client);
	setenv("FIXTURE_BASE_URL", " http://env.test/v2 ", 1);
	client = new_client(&options, &err);
	assert_string_equal(client->base_url, "http://env.test/v2");
	oac_client_free(client);
	options.base_url = "http://own.test";
	client = new_client(&options, &err);
	assert_string_equal(client->base_url, "http://own.test");
	oac_client_free(client);

	options.base_url = "own.test";
	assert_refused(&options, "options.base_url");
	options.base_url = NULL;
	setenv("FIXTURE_BASE_URL", "ftp://sk-password@env.test", 1);
	assert_refused(&options, "FIXTURE_BASE_URL");
}

static void test_no_server_and_no_key_needed(void **state)
{
	struct oac_api api = fixture_api;
	struct oac_error err;

	(void)state;
	api.base_url = NULL;
	api.auth_required = 0;
	assert_null(oac_client_new(&api, NULL, &err));
	assert_int_equal(err.status, OAC_E_CONFIG);
	assert_non_null(strstr(err.message, "FIXTURE_BASE_URL"));
	api.base_url = "http://h";
	struct oac_client *client = oac_client_new(&api, NULL, &err);
	assert_non_null(client);
	assert_null(client->credentials[0]);
	oac_client_free(client);
}

static void test_options_are_copied(void **state)
{
	char key[] = "sk-own";
	char url[] = "http://own.test";
	char name[] = "X-Own";
	char value[] = "1";
	struct oac_header headers[] = { { name, value } };
	struct oac_client_options options = {
		.api_key = key,
		.base_url = url,
		.user_agent = value,
		.auth_header = name,
		.headers = OAC_LIST(headers),
		.query = OAC_LIST(headers),
	};
	struct oac_error err;

	(void)state;
	struct oac_client *client = new_client(&options, &err);
	assert_non_null(client);
	memset(key, 'x', sizeof(key) - 1);
	memset(url, 'x', sizeof(url) - 1);
	memset(name, 'x', sizeof(name) - 1);
	memset(value, 'x', sizeof(value) - 1);
	headers[0].name = NULL;
	assert_string_equal(client->credentials[0], "sk-own");
	assert_string_equal(client->base_url, "http://own.test");
	assert_string_equal(client->schemes[0].name, "X-Own");
	assert_string_equal(client->user_agent, "1");
	assert_string_equal(client->headers.items[0].name, "X-Own");
	assert_string_equal(client->query.items[0].value, "1");
	oac_client_free(client);
}

static void test_limits(void **state)
{
	struct oac_client_options options = { .api_key = "k" };
	struct oac_error err;

	(void)state;
	struct oac_client *client = new_client(&options, &err);
	assert_int_equal(client->timeout_ms, 600000);
	assert_int_equal(client->connect_timeout_ms, 5000);
	assert_int_equal(client->max_retries, 2);
	assert_int_equal(client->max_response_bytes, 64 * 1024 * 1024);
	oac_client_free(client);
	options.timeout_ms = OAC_NO_LIMIT;
	options.connect_timeout_ms = 7;
	options.max_retries = oac_int(0);
	options.max_response_bytes = 8;
	client = new_client(&options, &err);
	assert_int_equal(client->timeout_ms, OAC_NO_LIMIT);
	assert_int_equal(client->connect_timeout_ms, 7);
	assert_int_equal(client->max_retries, 0);
	assert_int_equal(client->max_response_bytes, 8);
	oac_client_free(client);
}

static void test_environment_headers(void **state)
{
	static const struct oac_header own[] = { { "x-two", "mine" }, { "X-Beta", NULL } };
	const struct oac_client_options options = { .headers = OAC_LIST(own) };
	struct oac_error err;
	struct fake fake;

	(void)state;
	setenv("FIXTURE_ORG", "org-1", 1);
	setenv("FIXTURE_CUSTOM_HEADERS",
		"X-One:  a: b \r\nno colon here\n\n X-Two : env\nX-Empty:\nX-Org: org-2", 1);
	fake_init(&fake, ok_reply, 1);
	struct oac_client *client = fake_client(&fake, &options);
	assert_non_null(client);
	assert_int_equal(oac_call(client, &op_drop_item, box_and_item, NULL, NULL, NULL, &err), OAC_OK);
	assert_string_equal(fake_header(&fake, 0, "X-One"), "a: b");
	assert_string_equal(fake_header(&fake, 0, "X-Two"), "mine");
	assert_string_equal(fake_header(&fake, 0, "X-Empty"), "");
	assert_string_equal(fake_header(&fake, 0, "X-Org"), "org-2");
	assert_null(fake_header(&fake, 0, "X-Beta"));
	assert_string_equal(fake_header(&fake, 0, "Authorization"), "Bearer sk-secret");
	oac_client_free(client);
	assert_int_equal(fake.freed, 1);

	setenv("FIXTURE_API_KEY", "sk-env", 1);
	setenv("FIXTURE_CUSTOM_HEADERS", "X One: 1", 1);
	assert_refused(NULL, "X One");
	setenv("FIXTURE_CUSTOM_HEADERS", "X-One: a\x01", 1);
	assert_refused(NULL, "X-One");
}

static void test_bad_default_headers(void **state)
{
	static const struct oac_header line_end[] = { { "X-A", "1\r\nX-B: 2" } };
	static const struct oac_header no_name[] = { { NULL, "1" } };
	struct oac_client_options options = { .api_key = "k", .headers = OAC_LIST(line_end) };

	(void)state;
	assert_refused(&options, "X-A");
	options.headers = (struct oac_header_list)OAC_LIST(no_name);
	assert_refused(&options, "name");
	options.headers.count = 0;
	options.user_agent = "a\nb";
	assert_refused(&options, "user_agent");
}

/* ---- cancel tokens ---- */

static struct oac_cancel *signalled;

static void on_signal(int number)
{
	(void)number;
	oac_cancel_pull(signalled);
}

static void test_pull_from_a_signal_handler(void **state)
{
	struct sigaction action = { .sa_handler = on_signal };
	struct sigaction before;

	(void)state;
	signalled = oac_cancel_new();
	assert_non_null(signalled);
	assert_int_equal(sigaction(SIGALRM, &action, &before), 0);
	alarm(1);
	int64_t start = oac_now_ms();
	assert_int_equal(oac_sleep_ms(20000, signalled), OAC_E_CANCELLED);
	assert_in_range(oac_now_ms() - start, 900, 3000);
	sigaction(SIGALRM, &before, NULL);
	oac_cancel_free(signalled);
}

static void test_token(void **state)
{
	struct oac_cancel *cancel = oac_cancel_new();

	(void)state;
	assert_false(oac_cancel_pulled(NULL));
	assert_false(oac_cancel_pulled(cancel));
	int64_t start = oac_now_ms();
	assert_int_equal(oac_sleep_ms(30, cancel), OAC_OK);
	assert_in_range(oac_now_ms() - start, 29, 2000);
	errno = 4711;
	oac_cancel_pull(cancel);
	oac_cancel_pull(cancel);
	assert_int_equal(errno, 4711);
	assert_true(oac_cancel_pulled(cancel));
	/* For good: each later wait ends, too. */
	assert_int_equal(oac_sleep_ms(10000, cancel), OAC_E_CANCELLED);
	assert_int_equal(oac_sleep_ms(10000, cancel), OAC_E_CANCELLED);
	assert_int_equal(oac_sleep_ms(0, cancel), OAC_E_CANCELLED);
	assert_int_equal(oac_sleep_ms(-5, NULL), OAC_OK);
	oac_cancel_free(cancel);
	oac_cancel_free(NULL);
	oac_client_free(NULL);
}

static void test_random(void **state)
{
	double sum = 0;
	double first = oac_random();
	int same = 0;

	(void)state;
	for (int i = 0; i < 1000; i++) {
		double x = oac_random();
		assert_true(x >= 0 && x < 1);
		sum += x;
		same += x == first;
	}
	assert_true(same < 10);
	assert_true(sum > 400 && sum < 600);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_key, clear_environment),
		cmocka_unit_test_setup(test_base_url, clear_environment),
		cmocka_unit_test_setup(test_no_server_and_no_key_needed, clear_environment),
		cmocka_unit_test_setup(test_options_are_copied, clear_environment),
		cmocka_unit_test_setup(test_limits, clear_environment),
		cmocka_unit_test_setup(test_environment_headers, clear_environment),
		cmocka_unit_test_setup(test_bad_default_headers, clear_environment),
		cmocka_unit_test(test_pull_from_a_signal_handler),
		cmocka_unit_test(test_token),
		cmocka_unit_test(test_random),
	};

	return cmocka_run_group_tests_name("client", tests, clear_environment, NULL);
}
