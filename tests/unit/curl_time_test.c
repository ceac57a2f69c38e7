/* The libcurl transport: time limits, cancelling, redirects, threads, settings, signals. */
#define _POSIX_C_SOURCE 200809L

#include "wire_run.h"

#include "oac_platform.h"
#include "slack.h"

#include <netdb.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* ---- time ---- */

static void test_retry_waits(void **state)
{
	struct wire_run run;

	(void)state;
	wire_begin(&run, NULL);
	http_script_answer(run.server, "429 Slow Down", "retry-after-ms: 120\r\n", "{}");
	http_script_answer(run.server, "503 No", "Retry-After: 0.08\r\n", "{}");
	http_script_answer(run.server, "200 OK", "", WIRE_ITEM);
	wire_call(&run, &op_cancel_item, NULL, NULL);
	assert_int_equal(run.status, OAC_OK);
	assert_in_range(run.took_ms, 199, 3000 + slack_ms());
	assert_int_equal(http_script_count(run.server), 3);
	assert_int_equal(http_script_connections(run.server), 1);
	wire_end(&run);
}

static void test_time_limits(void **state)
{
	static const struct http_action silent[] = { { HTTP_DELAY, NULL, 0, 10000 } };
	static const struct http_action dripping[] = {
		{ HTTP_SEND, WIRE_HEAD "Content-Length: 99\r\n\r\n{", 0, 0 },
		{ HTTP_DELAY, NULL, 0, 50 },
		{ HTTP_SEND, "\"", 0, 0 },
		{ HTTP_DELAY, NULL, 0, 10000 },
	};
	const struct oac_call_options options = { .timeout_ms = 150, .max_retries = OAC_INT(0) };
	const struct oac_call_options retrying = { .timeout_ms = 100, .max_retries = OAC_INT(1) };
	struct wire_run run;

	(void)state;
	wire_begin(&run, NULL);
	http_script_add(run.server, silent, COUNT(silent));
	wire_call(&run, &op_get_item, NULL, &options);
	assert_int_equal(run.status, OAC_E_TIMEOUT);
	assert_in_range(run.took_ms, 149, 3000 + slack_ms());
	wire_call(&run, &op_cancel_item, NULL, &retrying);
	assert_int_equal(run.status, OAC_E_TIMEOUT);
	assert_int_equal(run.err.tries, 1);
	wire_call(&run, &op_get_item, NULL, &retrying);
	assert_int_equal(run.err.tries, 2);
	assert_in_range(run.took_ms, 570, 3000 + slack_ms());
	wire_end(&run);
	wire_begin(&run, NULL);
	http_script_add(run.server, dripping, COUNT(dripping));
	wire_call(&run, &op_get_item, NULL, &options);
	assert_int_equal(run.status, OAC_E_TIMEOUT);
	assert_in_range(run.took_ms, 149, 3000 + slack_ms());
	wire_end(&run);
}

/* A server that accepts and never says a word of TLS. */
static void test_connect_limit(void **state)
{
	struct oac_client_options options = { .connect_timeout_ms = 120 };
	const struct oac_call_options once = { .max_retries = OAC_INT(0) };
	struct http_script *silent = http_script_new();
	char url[64];
	struct wire_run run;

	(void)state;
	snprintf(url, sizeof(url), "https%s", http_script_url(silent) + strlen("http"));
	options.base_url = url;
	wire_begin(&run, &options);
	wire_call(&run, &op_cancel_item, NULL, &once);
	assert_int_equal(run.status, OAC_E_TIMEOUT);
	assert_in_range(run.took_ms, 100, 3000 + slack_ms());
	wire_end(&run);
	http_script_free(silent);
}

/* ---- cancel ---- */

/* Takes the place of the C library's for the whole program, libcurl included. */
__attribute__((visibility("default"))) int getaddrinfo(const char *node, const char *service, const struct addrinfo *hints,
	struct addrinfo **result)
{
	(void)node;
	(void)service;
	(void)hints;
	(void)result;
	oac_sleep_ms(1500, NULL);
	return EAI_NONAME;
}

static void *pull_later(void *user)
{
	oac_sleep_ms(100, NULL);
	oac_cancel_pull(user);
	return NULL;
}

static void cancel_call(struct wire_run *run, struct oac_call_options *options)
{
	pthread_t thread;

	options->cancel = oac_cancel_new();
	assert_non_null(options->cancel);
	assert_int_equal(pthread_create(&thread, NULL, pull_later, options->cancel), 0);
	wire_call(run, &op_get_item, NULL, options);
	assert_int_equal(run->status, OAC_E_CANCELLED);
	assert_in_range(run->took_ms, 90, 150 + slack_ms());
	pthread_join(thread, NULL);
	oac_cancel_free(options->cancel);
}

static void test_cancel(void **state)
{
	static const struct http_action waiting[] = { { HTTP_DELAY, NULL, 0, 10000 } };
	static const struct http_action reading[] = {
		{ HTTP_SEND, WIRE_HEAD "Content-Length: 99\r\n\r\n{", 0, 0 },
		{ HTTP_DELAY, NULL, 0, 10000 },
	};
	struct oac_call_options options = { 0 };
	struct wire_run run;

	(void)state;
	wire_begin(&run, NULL);
	http_script_add(run.server, waiting, COUNT(waiting));
	http_script_add(run.server, reading, COUNT(reading));
	http_script_answer(run.server, "500 No", "retry-after: 100\r\n", "{}");
	cancel_call(&run, &options);
	cancel_call(&run, &options);
	cancel_call(&run, &options);
	assert_int_equal(run.err.http_status, 500);
	wire_end(&run);
}

static void test_cancel_of_a_name_look_up(void **state)
{
	const struct oac_client_options client = { .base_url = "http://slow.test" };
	struct oac_call_options options = { 0 };
	const struct oac_call_options limited = { .timeout_ms = 100, .max_retries = OAC_INT(0) };
	struct wire_run run;

	(void)state;
	wire_begin(&run, &client);
	cancel_call(&run, &options);
	wire_call(&run, &op_cancel_item, NULL, &limited);
	assert_int_equal(run.status, OAC_E_TIMEOUT);
	assert_in_range(run.took_ms, 99, 1000 + slack_ms());
	wire_end(&run);
	/* The threads of the look-ups that were left end by themselves. */
	oac_sleep_ms(1700, NULL);
}

/* ---- redirects ---- */

static void test_redirect_drops_credentials(void **state)
{
	struct http_script *other = http_script_new();
	char location[128];
	struct wire_run run;

	(void)state;
	wire_begin(&run, NULL);
	snprintf(location, sizeof(location), "Location: %s/away\r\n", http_script_url(other));
	http_script_answer(run.server, "307 Here", "Location: /near\r\n", "{}");
	http_script_answer(run.server, "307 There", location, "{}");
	http_script_answer(other, "200 OK", "", WIRE_ITEM);
	wire_call(&run, &op_update_item, NULL, NULL);
	assert_int_equal(run.status, OAC_OK);
	assert_memory_equal(http_script_request(run.server, 1)->head, "POST /near HTTP/1.1\r\n", 21);
	wire_assert_header(&run, 1, "Authorization", "Bearer sk-secret");
	const struct http_request *away = http_script_request(other, 0);
	assert_memory_equal(away->head, "POST /away HTTP/1.1\r\n", 21);
	assert_string_equal(away->body, "{}");
	assert_null(strstr(away->head, "sk-secret"));
	assert_null(strstr(away->head, "X-Beta"));
	wire_end(&run);
	http_script_free(other);
}

/* ---- many threads ---- */

enum {
	THREADS = 8,
	CALLS = 50,
	CONNECTIONS = 3,
};

static void *call_often(void *user)
{
	struct wire_run *run = user;
	char id[16];
	size_t wrong = 0;

	for (int i = 0; i < CALLS; i++) {
		struct oac_error err;
		void *out;
		snprintf(id, sizeof(id), "i%d", i);
		const char *const path[] = { "b", id };
		if (oac_call(run->client, &op_get_item, path, NULL, NULL, &out, &err) != OAC_OK)
			wrong++;
		oac_free(out);
	}
	return (void *)wrong;
}

static void test_threads_share_few_connections(void **state)
{
	const struct oac_curl_options curl = { .max_connections = CONNECTIONS };
	const struct oac_client_options options = { .curl = &curl };
	pthread_t threads[THREADS];
	struct wire_run run;

	(void)state;
	wire_begin(&run, &options);
	http_script_answer(run.server, "200 OK", "", WIRE_ITEM);
	for (int i = 0; i < THREADS; i++)
		assert_int_equal(pthread_create(&threads[i], NULL, call_often, &run), 0);
	for (int i = 0; i < THREADS; i++) {
		void *wrong;
		pthread_join(threads[i], &wrong);
		assert_null(wrong);
	}
	assert_int_equal(http_script_count(run.server), THREADS * CALLS);
	assert_in_range(http_script_connections(run.server), 1, CONNECTIONS);
	wire_end(&run);
}

static void *call_once(void *user)
{
	struct wire_run *run = user;
	struct oac_error err;
	void *out;
	size_t status =
		(size_t)oac_call(run->client, &op_get_item, box_and_item, NULL, NULL, &out, &err);

	oac_free(out);
	return (void *)status;
}

static void test_waiting_for_a_connection(void **state)
{
	static const struct http_action slow[] = {
		{ HTTP_DELAY, NULL, 0, 400 },
		{ HTTP_SEND, WIRE_HEAD "Content-Length: 11\r\n\r\n" WIRE_ITEM, 0, 0 },
	};
	const struct oac_curl_options curl = { .max_connections = 1 };
	const struct oac_client_options client = { .curl = &curl };
	const struct oac_call_options limited = { .timeout_ms = 60, .max_retries = OAC_INT(0) };
	struct oac_call_options options = { 0 };
	pthread_t thread;
	struct wire_run run;
	void *status;

	(void)state;
	wire_begin(&run, &client);
	http_script_add(run.server, slow, COUNT(slow));
	assert_int_equal(pthread_create(&thread, NULL, call_once, &run), 0);
	oac_sleep_ms(50, NULL);
	cancel_call(&run, &options);
	wire_call(&run, &op_get_item, NULL, &limited);
	assert_int_equal(run.status, OAC_E_TIMEOUT);
	assert_in_range(run.took_ms, 59, 300 + slack_ms());
	wire_call(&run, &op_get_item, NULL, NULL);
	assert_int_equal(run.status, OAC_OK);
	pthread_join(thread, &status);
	assert_null(status);
	assert_int_equal(http_script_count(run.server), 2);
	assert_int_equal(http_script_connections(run.server), 1);
	wire_end(&run);
}

/* ---- settings and signals ---- */

static int count_setups(void *user, void *easy)
{
	int *count = user;

	assert_non_null(easy);
	return ++*count > 2 ? -1 : 0;
}

static void test_setup_hook(void **state)
{
	int count = 0;
	const struct oac_curl_options curl = { .setup = count_setups, .setup_user = &count };
	const struct oac_client_options options = { .curl = &curl };
	struct wire_run run;

	(void)state;
	wire_begin(&run, &options);
	http_script_answer(run.server, "200 OK", "", WIRE_ITEM);
	wire_call(&run, &op_get_item, NULL, NULL);
	wire_call(&run, &op_get_item, NULL, NULL);
	assert_int_equal(run.status, OAC_OK);
	wire_call(&run, &op_get_item, NULL, NULL);
	assert_int_equal(run.status, OAC_E_CONFIG);
	assert_int_equal(run.err.tries, 1);
	assert_int_equal(http_script_count(run.server), 2);
	wire_end(&run);
}

static void test_missing_ca_file(void **state)
{
	const struct oac_curl_options curl = { .ca_file = "/nonexistent/ca.pem" };
	const struct oac_client_options options = { .curl = &curl, .base_url = "https://127.0.0.1:1" };
	struct wire_run run;

	(void)state;
	wire_begin(&run, &options);
	wire_call(&run, &op_get_item, NULL, NULL);
	assert_true(run.status == OAC_E_CONFIG || run.status == OAC_E_CONNECT);
	wire_end(&run);
}

static volatile sig_atomic_t pipes;

static void on_sigpipe(int number)
{
	(void)number;
	pipes++;
}

static void test_sigpipe_guard(void **state)
{
	struct sigaction action = { .sa_handler = on_sigpipe };
	struct sigaction before;
	struct oac_sigpipe_guard guard;

	(void)state;
	sigaction(SIGPIPE, &action, &before);
	oac_sigpipe_begin(&guard);
	pthread_kill(pthread_self(), SIGPIPE);
	oac_sigpipe_end(&guard);
	assert_int_equal(pipes, 0);
	pthread_kill(pthread_self(), SIGPIPE);
	assert_int_equal(pipes, 1);
	sigaction(SIGPIPE, &before, NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_retry_waits),
		cmocka_unit_test(test_time_limits),
		cmocka_unit_test(test_connect_limit),
		cmocka_unit_test(test_cancel),
		cmocka_unit_test(test_cancel_of_a_name_look_up),
		cmocka_unit_test(test_redirect_drops_credentials),
		cmocka_unit_test(test_threads_share_few_connections),
		cmocka_unit_test(test_waiting_for_a_connection),
		cmocka_unit_test(test_setup_hook),
		cmocka_unit_test(test_missing_ca_file),
		cmocka_unit_test(test_sigpipe_guard),
	};

	return cmocka_run_group_tests_name("curl_time", tests, NULL, NULL);
}
