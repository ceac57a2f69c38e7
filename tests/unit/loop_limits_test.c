/*
 * What a loop lets go when: in flight, queued, per second, and after the server said 429. A
 * transport of the program's own is looked at every 5 ms.
 */
#include "scripted_clock.h"

#include "loop_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define JSON "Content-Type: application/json\n"
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

enum {
	CALLS = 24,
	CLIENTS = 2,
	LOOK_MS = 5,
	ORIGINS = 5000,
};

/* A transport that answers each request after a while, and counts. */
struct server {
	int answer_ms;
	int busy_from; /* requests from this one on, counted from 0, ... */
	int busy_to;   /* ... up to this one are answered with 429 */
	int requests;
	int running;
	int most;
	int64_t at[128]; /* of each request */
	int last_client; /* of those requests that were ... */
	int changes;	 /* ... from another client than the one before */
};

struct link {
	struct server *server;
	int client;
};

struct exchange {
	const struct oac_sink *sink;
	int64_t ready_at;
	bool busy;
};

static enum oac_status start(void *user, const struct oac_request *request,
	const struct oac_sink *sink, void **exchange)
{
	const struct link *link = user;
	struct server *server = link->server;
	struct exchange *x = malloc(sizeof(*x));

	(void)request;
	assert_non_null(x);
	assert_in_range(server->requests, 0, COUNT(server->at) - 1);
	server->at[server->requests] = oac_now_ms();
	x->sink = sink;
	x->ready_at = oac_deadline_in(server->answer_ms);
	x->busy = server->requests >= server->busy_from && server->requests < server->busy_to;
	server->requests++;
	server->running++;
	server->changes += link->client != server->last_client;
	server->last_client = link->client;
	if (server->running > server->most)
		server->most = server->running;
	*exchange = x;
	return OAC_OK;
}

static bool step(void *user, void *exchange, int64_t wait_ms, const struct oac_cancel *cancel,
	struct oac_result *result)
{
	static const char headers[] = JSON "retry-after-ms: 150\n";
	static const char body[] = "{\"id\":\"i1\"}";
	struct exchange *x = exchange;

	(void)user;
	(void)cancel;
	assert_int_equal(wait_ms, 0);
	if (oac_time_left(x->ready_at) > 0)
		return false;
	x->sink->head(x->sink->user, x->busy ? 429 : 200, headers, sizeof(headers) - 1);
	x->sink->body(x->sink->user, body, sizeof(body) - 1);
	result->outcome = OAC_OUTCOME_ANSWERED;
	return true;
}

static void end(void *user, void *exchange)
{
	const struct link *link = user;

	link->server->running--;
	free(exchange);
}

struct rig {
	struct server server;
	struct link links[CLIENTS];
	struct oac_client *clients[CLIENTS];
	struct oac_loop *loop;
	struct async_seen seen[CALLS];
	int64_t start;
};

static void begin(struct rig *rig, const struct oac_loop_options *options)
{
	struct oac_error err;

	scripted_clock_start();
	memset(rig, 0, sizeof(*rig));
	for (int i = 0; i < CLIENTS; i++) {
		rig->links[i] = (struct link){ &rig->server, i };
		const struct oac_transport transport = { &rig->links[i], start, step, end, NULL };
		const struct oac_client_options own = { .api_key = "sk-secret", .transport = &transport };
		rig->clients[i] = oac_client_new(&fixture_api, &own, &err);
		assert_non_null(rig->clients[i]);
	}
	rig->loop = oac_loop_new(options, &err);
	assert_non_null(rig->loop);
	rig->start = oac_now_ms();
}

static void finish(struct rig *rig)
{
	oac_loop_free(rig->loop);
	for (int i = 0; i < CLIENTS; i++)
		oac_client_free(rig->clients[i]);
	for (size_t i = 0; i < CALLS; i++)
		async_clear(&rig->seen[i]);
	assert_int_equal(rig->server.running, 0);
}

static void call_all(struct rig *rig, const struct oac_call_options *options)
{
	for (size_t i = 0; i < CALLS; i++)
		async_call(rig->loop, rig->clients[0], &op_get_item, NULL, options, &rig->seen[i]);
}

static void all_ended(struct rig *rig, enum oac_status status)
{
	for (size_t i = 0; i < CALLS; i++) {
		assert_int_equal(rig->seen[i].count, 1);
		assert_int_equal(rig->seen[i].status, status);
	}
}

static void test_in_flight(void **state)
{
	const struct oac_loop_options options = { .max_in_flight = 3 };
	struct rig rig;

	(void)state;
	begin(&rig, &options);
	rig.server.answer_ms = 10;
	call_all(&rig, NULL);
	assert_int_equal(oac_loop_run(rig.loop, NULL), OAC_OK);
	all_ended(&rig, OAC_OK);
	assert_int_equal(rig.server.most, 3);
	/* First come, first served. */
	for (size_t i = 3; i < CALLS; i++)
		assert_true(rig.seen[i].at >= rig.seen[i - 3].at);
	finish(&rig);
}

/* Those that wait can be cancelled, run out of time, and end with the loop. */
static void test_giving_up_the_queue(void **state)
{
	const struct oac_loop_options options = { .max_in_flight = 1 };
	const struct oac_call_options short_time = { .deadline_ms = 60 };
	struct rig rig;

	(void)state;
	begin(&rig, &options);
	rig.server.answer_ms = 200;
	async_call(rig.loop, rig.clients[0], &op_get_item, NULL, NULL, &rig.seen[0]);
	for (size_t i = 1; i < 8; i++)
		async_call(rig.loop, rig.clients[0], &op_get_item, NULL, i % 2 ? NULL : &short_time,
			&rig.seen[i]);
	oac_loop_turn(rig.loop, 0, NULL);
	assert_true(oac_loop_cancel(rig.loop, rig.seen[3].async));
	assert_true(oac_loop_cancel(rig.loop, rig.seen[7].async));
	while (rig.seen[1].count == 0)
		oac_loop_turn(rig.loop, OAC_NO_LIMIT, NULL);
	oac_loop_free(rig.loop);
	rig.loop = NULL;
	for (size_t i = 0; i < 8; i++)
		assert_int_equal(rig.seen[i].count, 1);
	assert_int_equal(rig.seen[0].status, OAC_OK);
	assert_int_equal(rig.seen[1].status, OAC_OK);
	assert_int_equal(rig.seen[3].status, OAC_E_CANCELLED);
	for (size_t i = 2; i < 8; i += 2) {
		assert_int_equal(rig.seen[i].status, OAC_E_TIMEOUT);
		assert_int_equal(rig.seen[i].err.tries, 0);
		assert_int_equal(rig.seen[i].at - rig.start, 60);
	}
	assert_int_equal(rig.seen[5].status, OAC_E_CANCELLED);
	assert_int_equal(rig.server.most, 1);
	assert_int_equal(rig.server.requests, 2);
	finish(&rig);
}

static void test_queued(void **state)
{
	const struct oac_loop_options options = { .max_queued = 2 };
	struct oac_error err;
	struct rig rig;

	(void)state;
	begin(&rig, &options);
	for (size_t i = 0; i < 2; i++)
		async_call(rig.loop, rig.clients[0], &op_get_item, NULL, NULL, &rig.seen[i]);
	assert_int_equal(async_try(rig.loop, rig.clients[0], &op_get_item, NULL, NULL, &rig.seen[2], &err),
		OAC_E_LIMIT);
	assert_string_equal(err.message, "the loop is full: max_queued is 2");
	assert_int_equal(oac_loop_run(rig.loop, NULL), OAC_OK);
	assert_int_equal(rig.seen[2].count, 0);
	async_call(rig.loop, rig.clients[0], &op_get_item, NULL, NULL, &rig.seen[2]);
	assert_int_equal(oac_loop_run(rig.loop, NULL), OAC_OK);
	assert_int_equal(rig.seen[2].count, 1);
	finish(&rig);
}

static void test_per_second(void **state)
{
	const struct oac_loop_options options = { .max_per_second = 100 };
	struct rig rig;

	(void)state;
	begin(&rig, &options);
	call_all(&rig, NULL);
	assert_int_equal(oac_loop_run(rig.loop, NULL), OAC_OK);
	all_ended(&rig, OAC_OK);
	/* In no tenth of a second more than a tenth of a second's, and as many again saved up. */
	for (int i = 0; i + 21 < rig.server.requests; i++)
		assert_true(rig.server.at[i + 21] - rig.server.at[i] >= 100);
	assert_in_range(oac_now_ms() - rig.start, (CALLS - 1) * 10, CALLS * 11);
	finish(&rig);
}

/* So few that the next is never: the loop waits, and does not turn on the spot. */
static void test_hardly_any_per_second(void **state)
{
	const double rates[] = { 1e-9, 1e-300 };

	(void)state;
	for (size_t i = 0; i < COUNT(rates); i++) {
		const struct oac_loop_options options = { .max_per_second = rates[i] };
		struct rig rig;
		int64_t before;

		begin(&rig, &options);
		for (size_t n = 0; n < 2; n++)
			async_call(rig.loop, rig.clients[0], &op_get_item, NULL, NULL, &rig.seen[n]);
		while (rig.seen[0].count == 0)
			assert_int_equal(oac_loop_turn(rig.loop, 0, NULL), OAC_OK);
		before = oac_now_ms();
		assert_int_equal(oac_loop_turn(rig.loop, 100, NULL), OAC_OK);
		assert_int_equal(oac_now_ms() - before, 100);
		assert_true(oac_loop_cancel(rig.loop, rig.seen[1].async));
		assert_int_equal(oac_loop_run(rig.loop, NULL), OAC_OK);
		assert_int_equal(rig.server.requests, 1);
		finish(&rig);
	}
}

/* One client with many calls does not keep another waiting. */
static void test_clients_take_turns(void **state)
{
	const struct oac_loop_options options = { .max_in_flight = 1 };
	struct rig rig;

	(void)state;
	begin(&rig, &options);
	rig.server.answer_ms = 2;
	for (size_t i = 0; i < CALLS; i++)
		async_call(rig.loop, rig.clients[i < CALLS / 2 ? 0 : 1], &op_get_item, NULL, NULL,
			&rig.seen[i]);
	assert_int_equal(oac_loop_run(rig.loop, NULL), OAC_OK);
	all_ended(&rig, OAC_OK);
	assert_in_range(rig.server.changes, CALLS - 4, CALLS);
	finish(&rig);
}

/* One 429 is enough for all: nothing for as long as the server says, then few at a time. */
static void test_429_is_for_all(void **state)
{
	const struct oac_loop_options options = { .max_in_flight = 4 };
	const struct oac_call_options patient = { .max_retries = OAC_INT(10) };
	struct rig rig;

	(void)state;
	begin(&rig, &options);
	rig.server.answer_ms = 20;
	rig.server.busy_from = 4;
	rig.server.busy_to = 8;
	call_all(&rig, &patient);
	assert_int_equal(oac_loop_run(rig.loop, NULL), OAC_OK);
	all_ended(&rig, OAC_OK);
	/* The four that were on their way, and no more of those that wait. */
	assert_int_equal(rig.server.requests, CALLS + 4);
	assert_in_range(rig.server.at[8] - rig.server.at[7], 150 + 20, 150 + 20 + LOOK_MS);
	/* Two, then three, then four at a time. */
	assert_int_equal(rig.server.at[9] - rig.server.at[8], 0);
	assert_in_range(rig.server.at[10] - rig.server.at[8], 20, 20 + LOOK_MS);
	finish(&rig);
}

static void test_429_is_for_one_client(void **state)
{
	struct rig rig;

	(void)state;
	begin(&rig, NULL);
	rig.server.busy_to = 1;
	async_call(rig.loop, rig.clients[0], &op_get_item, NULL, NULL, &rig.seen[0]);
	oac_loop_turn(rig.loop, 0, NULL);
	async_call(rig.loop, rig.clients[1], &op_get_item, NULL, NULL, &rig.seen[1]);
	assert_int_equal(oac_loop_run(rig.loop, NULL), OAC_OK);
	assert_int_equal(rig.seen[0].status, OAC_OK);
	assert_int_equal(rig.seen[0].at - rig.start, 150);
	assert_int_equal(rig.seen[1].at - rig.start, 0);
	finish(&rig);
}

/* What goes to another server goes on; paths, and a port that goes without saying, are no other one. */
static void test_429_is_for_one_origin(void **state)
{
	static const struct {
		const char *url;
		int64_t at;
	} bases[] = {
		{ "https://one.test/v1", 150 },
		{ "https://ONE.test:443/v2", 150 },
		{ "https://one.test:8443/v1", 0 },
		{ "http://one.test/v1", 0 },
		{ "https://two.test/v1", 0 },
	};
	struct rig rig;

	(void)state;
	begin(&rig, NULL);
	rig.server.busy_to = 1;
	for (size_t i = 0; i < COUNT(bases); i++) {
		const struct oac_call_options options = { .base_url = bases[i].url };
		async_call(rig.loop, rig.clients[0], &op_get_item, NULL, &options, &rig.seen[i]);
		oac_loop_turn(rig.loop, 0, NULL);
	}
	assert_int_equal(oac_loop_run(rig.loop, NULL), OAC_OK);
	for (size_t i = 0; i < COUNT(bases); i++) {
		assert_int_equal(rig.seen[i].status, OAC_OK);
		assert_int_equal(rig.seen[i].at - rig.start, bases[i].at);
	}
	finish(&rig);
}

/* Servers that nothing goes to any more are forgotten: thousands cost no more than a few. */
static void test_many_origins(void **state)
{
	struct rig rig;
	char url[64];

	(void)state;
	begin(&rig, NULL);
	rig.server.answer_ms = 60000;
	async_call(rig.loop, rig.clients[0], &op_get_item, NULL, NULL, &rig.seen[0]);
	oac_loop_turn(rig.loop, 0, NULL);
	rig.server.answer_ms = 0;
	for (int i = 0; i < ORIGINS; i++) {
		const struct oac_call_options options = { .base_url = url };
		rig.server.requests = 1;
		async_clear(&rig.seen[1]);
		snprintf(url, sizeof(url), "https://host%d.test/v1", i);
		async_call(rig.loop, rig.clients[0], &op_get_item, NULL, &options, &rig.seen[1]);
		while (rig.seen[1].count == 0)
			oac_loop_turn(rig.loop, 1, NULL);
		assert_int_equal(rig.seen[1].status, OAC_OK);
	}
	assert_int_equal(rig.seen[0].count, 0);
	finish(&rig);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_in_flight),
		cmocka_unit_test(test_giving_up_the_queue),
		cmocka_unit_test(test_queued),
		cmocka_unit_test(test_per_second),
		cmocka_unit_test(test_hardly_any_per_second),
		cmocka_unit_test(test_clients_take_turns),
		cmocka_unit_test(test_429_is_for_all),
		cmocka_unit_test(test_429_is_for_one_client),
		cmocka_unit_test(test_429_is_for_one_origin),
		cmocka_unit_test(test_many_origins),
	};

	return cmocka_run_group_tests_name("limits of a loop", tests, NULL, NULL);
}
