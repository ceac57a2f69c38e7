/* A loop over libcurl and real sockets: connections, much data, adapters, the end of things. */
#define _POSIX_C_SOURCE 200809L

#include "http_script.h"
#include "loop_fixture.h"
#include "poll_adapter.h"

#include "oac_platform.h"

#include <curl/curl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define ITEM "{\"id\":\"i1\"}"
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

enum {
	CALLS = 60,
	BIG = 3 << 20,
};

struct rig {
	struct http_script *server;
	struct oac_client *client;
	struct oac_loop *loop;
	struct async_seen seen[CALLS];
};

static void begin(struct rig *rig, const struct oac_loop_options *options,
	const struct oac_curl_options *curl)
{
	struct oac_client_options own = { .api_key = "sk-secret", .curl = curl };
	struct oac_error err;

	memset(rig, 0, sizeof(*rig));
	rig->server = http_script_new();
	own.base_url = http_script_url(rig->server);
	rig->client = oac_client_new(&fixture_api, &own, &err);
	assert_non_null(rig->client);
	rig->loop = oac_loop_new(options, &err);
	assert_non_null(rig->loop);
}

static void end(struct rig *rig)
{
	oac_loop_free(rig->loop);
	oac_client_free(rig->client);
	for (size_t i = 0; i < CALLS; i++)
		async_clear(&rig->seen[i]);
	http_script_free(rig->server);
}

static void call(struct rig *rig, size_t count)
{
	for (size_t i = 0; i < count; i++)
		async_call(rig->loop, rig->client, &op_get_item, NULL, NULL, &rig->seen[i]);
}

static void all_ended(const struct rig *rig, size_t count, enum oac_status status)
{
	for (size_t i = 0; i < count; i++) {
		if (rig->seen[i].status != status)
			print_error("%s\n", rig->seen[i].err.message);
		assert_int_equal(rig->seen[i].count, 1);
		assert_int_equal(rig->seen[i].status, status);
	}
}

/* ---- connections ---- */

static void test_few_connections_do_it(void **state)
{
	const struct oac_loop_options options = { .max_connections = 3, .max_in_flight = 10 };
	struct rig rig;

	(void)state;
	begin(&rig, &options, NULL);
	http_script_answer(rig.server, "200 OK", "", ITEM);
	call(&rig, CALLS);
	assert_int_equal(oac_loop_run(rig.loop, NULL), OAC_OK);
	all_ended(&rig, CALLS, OAC_OK);
	assert_int_equal(http_script_count(rig.server), CALLS);
	assert_in_range(http_script_connections(rig.server), 1, 3);
	/* They are kept for later. */
	async_clear(&rig.seen[0]);
	call(&rig, 1);
	assert_int_equal(oac_loop_run(rig.loop, NULL), OAC_OK);
	assert_in_range(http_script_connections(rig.server), 1, 3);
	end(&rig);
}

static int refuse(void *user, void *easy)
{
	int *count = user;

	(void)easy;
	return ++*count > 1;
}

static int spoil(void *user, void *easy)
{
	(void)user;
	curl_easy_setopt(easy, CURLOPT_PRIVATE, "the program's own");
	curl_easy_setopt(easy, CURLOPT_CLOSESOCKETFUNCTION, NULL);
	curl_easy_setopt(easy, CURLOPT_USERAGENT, NULL);
	return 0;
}

/* The hook sees each try, can refuse it, and cannot break the loop. */
static void test_setup_hook(void **state)
{
	int count = 0;
	const struct oac_curl_options refusing = { .setup = refuse, .setup_user = &count };
	const struct oac_curl_options spoiling = { .setup = spoil };
	struct rig rig;

	(void)state;
	begin(&rig, NULL, &refusing);
	http_script_answer(rig.server, "200 OK", "", ITEM);
	call(&rig, 2);
	assert_int_equal(oac_loop_run(rig.loop, NULL), OAC_OK);
	assert_int_equal(rig.seen[0].status, OAC_OK);
	assert_int_equal(rig.seen[1].status, OAC_E_CONFIG);
	end(&rig);
	begin(&rig, NULL, &spoiling);
	http_script_answer(rig.server, "200 OK", "Connection: close\r\n", ITEM);
	call(&rig, 10);
	assert_int_equal(oac_loop_run(rig.loop, NULL), OAC_OK);
	all_ended(&rig, 10, OAC_OK);
	end(&rig);
}

static void test_no_ca_file(void **state)
{
	const struct oac_curl_options curl = { .ca_file = "/nonexistent/ca.pem" };
	struct oac_call_options options = { .base_url = "https://127.0.0.1:1/", .max_retries = OAC_INT(0) };
	struct rig rig;

	(void)state;
	begin(&rig, NULL, &curl);
	async_call(rig.loop, rig.client, &op_get_item, NULL, &options, &rig.seen[0]);
	assert_int_equal(oac_loop_run(rig.loop, NULL), OAC_OK);
	assert_true(rig.seen[0].status == OAC_E_CONFIG || rig.seen[0].status == OAC_E_CONNECT);
	end(&rig);
}

/* ---- much data ---- */

static void test_large_answers(void **state)
{
	char *body = malloc(BIG + 1);
	struct oac_response responses[4];
	struct rig rig;

	(void)state;
	assert_non_null(body);
	memset(body, ' ', BIG);
	memcpy(body, ITEM, strlen(ITEM));
	body[BIG] = '\0';
	begin(&rig, NULL, NULL);
	http_script_answer(rig.server, "200 OK", "", body);
	for (size_t i = 0; i < COUNT(responses); i++) {
		const struct oac_call_options options = { .response = &responses[i] };
		async_call(rig.loop, rig.client, &op_get_item, NULL, &options, &rig.seen[i]);
	}
	assert_int_equal(oac_loop_run(rig.loop, NULL), OAC_OK);
	all_ended(&rig, COUNT(responses), OAC_OK);
	for (size_t i = 0; i < COUNT(responses); i++) {
		assert_int_equal(responses[i].body_len, BIG);
		assert_memory_equal(responses[i].body, body, BIG);
		oac_response_clear(&responses[i]);
	}
	end(&rig);
	free(body);
}

/* ---- the end of things ---- */

static const struct http_action stall[] = { { HTTP_DELAY, NULL, 0, 10000 } };

static void test_free_while_calls_run(void **state)
{
	struct rig rig;

	(void)state;
	begin(&rig, NULL, NULL);
	http_script_add(rig.server, stall, 1);
	call(&rig, 10);
	while (http_script_count(rig.server) < 5)
		oac_loop_turn(rig.loop, 10, NULL);
	oac_client_free(rig.client);
	rig.client = NULL;
	oac_loop_cancel(rig.loop, rig.seen[0].async);
	oac_loop_turn(rig.loop, 10, NULL);
	assert_int_equal(rig.seen[0].count, 1);
	oac_loop_free(rig.loop);
	rig.loop = NULL;
	all_ended(&rig, 10, OAC_E_CANCELLED);
	end(&rig);
}

/* A client whose last call has ended is gone for the loop, too; a new one starts afresh. */
static void test_clients_come_and_go(void **state)
{
	struct rig rig;

	(void)state;
	begin(&rig, NULL, NULL);
	http_script_answer(rig.server, "200 OK", "", ITEM);
	for (int i = 0; i < 5; i++) {
		const struct oac_client_options own = { .api_key = "sk-secret",
			.base_url = http_script_url(rig.server) };
		call(&rig, 3);
		oac_client_free(rig.client);
		assert_int_equal(oac_loop_run(rig.loop, NULL), OAC_OK);
		all_ended(&rig, 3, OAC_OK);
		for (size_t j = 0; j < 3; j++)
			async_clear(&rig.seen[j]);
		rig.client = oac_client_new(&fixture_api, &own, NULL);
	}
	end(&rig);
}

/* ---- callbacks from within libcurl ---- */

struct within {
	struct rig *rig;
	int what;
	int calls;
};

/* Called while libcurl reads the body, and while it hands out the answer. */
static int act_within(void *user, const struct oac_progress *progress)
{
	struct within *within = user;
	struct rig *rig = within->rig;

	(void)progress;
	if (within->calls++ > 0)
		return 0;
	call(rig, 1);
	assert_int_equal(oac_loop_turn(rig->loop, 0, NULL), OAC_E_ARGUMENT);
	oac_loop_wake(rig->loop);
	oac_client_free(rig->client);
	rig->client = NULL;
	switch (within->what) {
	case 0:
		assert_true(oac_loop_cancel(rig->loop, rig->seen[1].async));
		break;
	case 1:
		oac_loop_cancel_all(rig->loop);
		break;
	case 2:
		oac_loop_free(rig->loop);
		rig->loop = NULL;
		break;
	default:
		break;
	}
	return within->what == 3;
}

static void test_callbacks_from_within(void **state)
{
	static const enum oac_status other[] = { OAC_OK, OAC_E_CANCELLED, OAC_E_CANCELLED, OAC_OK, OAC_OK };
	const struct create_item_request item = { .name = "a name" };

	(void)state;
	for (int what = 0; what < 5; what++) {
		struct rig rig;
		struct within within = { &rig, what, 0 };
		const struct oac_call_options options = { .progress = act_within, .progress_user = &within };
		struct oac_error err;

		begin(&rig, NULL, NULL);
		http_script_answer(rig.server, "200 OK", "", ITEM);
		async_call(rig.loop, rig.client, &op_create_item, &item, &options, &rig.seen[1]);
		assert_int_equal(oac_loop_run(rig.loop, &err), what == 2 ? OAC_E_CANCELLED : OAC_OK);
		assert_true(within.calls > 0);
		for (int i = 0; i < 2; i++)
			assert_int_equal(rig.seen[i].count, 1);
		assert_int_equal(rig.seen[0].status, other[what]);
		assert_int_equal(rig.seen[1].status, what == 4 ? OAC_OK : OAC_E_CANCELLED);
		end(&rig);
	}
}

/* ---- an event loop of the program's own ---- */

static void run_adapter(int fail_from)
{
	static const struct http_action late[] = {
		{ HTTP_DELAY, NULL, 0, 20 },
		{ HTTP_SEND, "HTTP/1.1 500 Oh\r\nretry-after-ms: 30\r\nContent-Length: 0\r\n\r\n", 0, 0 },
	};
	struct mine mine = { .due = INT64_MAX, .fail_from = fail_from };
	const struct oac_loop_adapter adapter = { &mine, my_watch, my_timer };
	const struct oac_loop_options options = { .adapter = &adapter, .max_connections = 4 };
	struct oac_error err;
	struct rig rig;

	begin(&rig, &options, NULL);
	mine.loop = rig.loop;
	assert_int_equal(oac_loop_run(rig.loop, &err), OAC_E_ARGUMENT);
	http_script_add(rig.server, late, 2);
	http_script_answer(rig.server, "200 OK", "", ITEM);
	call(&rig, CALLS);
	assert_int_equal(oac_time_left(mine.due), 0);
	while (oac_loop_count(rig.loop) > 0)
		my_turn(&mine);
	all_ended(&rig, CALLS, OAC_OK);
	/* With nothing to do, it asks for nothing but to be woken up. */
	oac_loop_free(rig.loop);
	rig.loop = NULL;
	if (fail_from == 0)
		assert_int_equal(mine.count, 0);
	end(&rig);
}

static void test_adapter(void **state)
{
	(void)state;
	run_adapter(0);
}

/* What cannot be watched is looked at. */
static void test_adapter_that_fails(void **state)
{
	(void)state;
	for (int i = 2; i < 12; i += 3)
		run_adapter(i);
}

/* One that is told of all the while does not put off the look at those that cannot be watched. */
static void test_adapter_that_fails_and_tells(void **state)
{
	struct mine mine = { .due = INT64_MAX, .fail_from = 2 };
	const struct oac_loop_adapter adapter = { &mine, my_watch, my_timer };
	const struct oac_loop_options options = { .adapter = &adapter };
	struct rig rig;

	(void)state;
	begin(&rig, &options, NULL);
	http_script_answer(rig.server, "200 OK", "", ITEM);
	call(&rig, 1);
	while (oac_loop_count(rig.loop) > 0) {
		if (oac_time_left(mine.due) == 0) {
			mine.due = INT64_MAX;
			oac_loop_timer(rig.loop);
			continue;
		}
		int timers = mine.timers;
		oac_sleep_ms(1, NULL);
		oac_loop_socket(rig.loop, mine.fds[0].fd, OAC_LOOP_READ);
		assert_int_equal(mine.timers, timers);
	}
	all_ended(&rig, 1, OAC_OK);
	end(&rig);
}

/* An event loop may tell of what was there when it looked, and was read since. */
static void test_adapter_that_tells_late(void **state)
{
	struct mine mine = { .due = INT64_MAX };
	const struct oac_loop_adapter adapter = { &mine, my_watch, my_timer };
	const struct oac_loop_options options = { .adapter = &adapter };
	struct rig rig;

	(void)state;
	begin(&rig, &options, NULL);
	mine.loop = rig.loop;
	http_script_answer(rig.server, "200 OK", "", ITEM);
	for (int i = 0; i < 2; i++) {
		async_clear(&rig.seen[0]);
		call(&rig, 1);
		while (oac_loop_count(rig.loop) > 0)
			my_turn(&mine);
		all_ended(&rig, 1, OAC_OK);
		/* The kept connection is watched, too. */
		assert_int_equal(mine.count, 2);
		oac_loop_socket(rig.loop, mine.fds[1].fd, OAC_LOOP_READ);
	}
	assert_int_equal(mine.count, 2);
	assert_int_equal(http_script_connections(rig.server), 1);
	end(&rig);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_few_connections_do_it),
		cmocka_unit_test(test_setup_hook),
		cmocka_unit_test(test_no_ca_file),
		cmocka_unit_test(test_large_answers),
		cmocka_unit_test(test_free_while_calls_run),
		cmocka_unit_test(test_clients_come_and_go),
		cmocka_unit_test(test_callbacks_from_within),
		cmocka_unit_test(test_adapter),
		cmocka_unit_test(test_adapter_that_fails),
		cmocka_unit_test(test_adapter_that_fails_and_tells),
		cmocka_unit_test(test_adapter_that_tells_late),
	};

	return cmocka_run_group_tests_name("loop on the wire", tests, NULL, NULL);
}
