/*
 * One client, 64 threads, 10,000 calls: each gets its own answer, and the server sees no
 * more connections than were asked for.
 */
#define _POSIX_C_SOURCE 200809L

#include "call_fixture.h"
#include "http_script.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum {
	THREADS = 64,
	CALLS = 10000,
	CONNECTIONS = 16,
};

struct worker {
	struct oac_client *client;
	pthread_t thread;
	int number;
	int calls;
	int lost;
	int crossed;
	char message[320]; /* of the last call that was lost */
};

static void call_once(struct worker *worker, int n)
{
	char token[32];
	const char *const path[] = { "b1", token };
	struct oac_error err;
	void *out;

	snprintf(token, sizeof(token), "t%d-%d", worker->number, n);
	if (oac_call(worker->client, &op_get_item, path, NULL, NULL, &out, &err) != OAC_OK) {
		worker->lost++;
		snprintf(worker->message, sizeof(worker->message), "%s", err.message);
		return;
	}
	const struct item *item = out;
	worker->crossed += strcmp(item->id, token) != 0;
	oac_free(out);
}

static void *work(void *user)
{
	struct worker *worker = user;

	for (int i = 0; i < worker->calls; i++)
		call_once(worker, i);
	return NULL;
}

static void test_many_threads(void **state)
{
	static const struct http_action echo[] = { { HTTP_ECHO, NULL, 0, 0 } };
	static struct worker workers[THREADS];
	const struct oac_curl_options curl = { .max_connections = CONNECTIONS, .max_idle = CONNECTIONS };
	struct http_script *server = http_script_new();
	const struct oac_client_options options = {
		.api_key = "sk-secret",
		.base_url = http_script_url(server),
		.max_retries = OAC_INT(0),
		.curl = &curl,
	};
	struct oac_error err;
	struct oac_client *client = oac_client_new(&fixture_api, &options, &err);

	(void)state;
	assert_non_null(client);
	http_script_add(server, echo, 1);
	for (int i = 0; i < THREADS; i++) {
		workers[i] = (struct worker){ .client = client, .number = i };
		workers[i].calls = CALLS / THREADS + (i < CALLS % THREADS);
		assert_int_equal(pthread_create(&workers[i].thread, NULL, work, &workers[i]), 0);
	}
	for (int i = 0; i < THREADS; i++) {
		pthread_join(workers[i].thread, NULL);
		if (workers[i].lost > 0)
			fail_msg("%d calls are lost: %s", workers[i].lost, workers[i].message);
		assert_int_equal(workers[i].crossed, 0);
	}
	assert_int_equal(http_script_count(server), CALLS);
	assert_in_range(http_script_connections(server), 2, CONNECTIONS);
	oac_client_free(client);
	http_script_free(server);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_many_threads) };

	return cmocka_run_group_tests_name("threads", tests, NULL, NULL);
}
