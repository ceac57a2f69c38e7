/* HTTP/2 on a loop: many requests on few connections, and what one of them does to the others. */
#define _POSIX_C_SOURCE 200809L

#include "h2_script.h"
#include "loop_fixture.h"
#include "oac_platform.h"
#include "slack.h"
#include "tls_front.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define JSON "application/json"

enum {
	CALLS = 250,
	SLACK_MS = 1000,
};

struct call {
	char id[16];
	const char *path[3];
	struct item *item;
	struct oac_error err;
	struct oac_async async;
	int count;
	int64_t at; /* of the end */
};

struct rig {
	struct h2_script *server;
	struct tls_front *front;
	struct oac_client *client;
	struct oac_loop *loop;
	int64_t start;
	struct call calls[CALLS];
};

static struct certificates certificates;

static void begin(struct rig *rig, const struct h2_limits *limits, const struct oac_loop_options *options)
{
	const struct oac_curl_options curl = { .proxy = "", .ca_file = certificates.ca };
	struct oac_client_options own = { .api_key = "sk-secret", .curl = &curl,
		.connect_timeout_ms = 30000 };

	slack_begin();
	memset(rig, 0, sizeof(*rig));
	rig->server = h2_script_new(limits);
	rig->front = tls_front_new(&certificates, "h2", false, h2_script_port(rig->server));
	own.base_url = tls_front_url(rig->front);
	rig->client = oac_client_new(&fixture_api, &own, NULL);
	rig->loop = oac_loop_new(options, NULL);
	assert_non_null(rig->client);
	assert_non_null(rig->loop);
	for (int i = 0; i < CALLS; i++) {
		struct call *c = &rig->calls[i];
		snprintf(c->id, sizeof(c->id), "i%d", i);
		c->path[0] = "b1";
		c->path[1] = c->id;
	}
	rig->start = oac_now_ms();
}

static void end(struct rig *rig)
{
	oac_loop_free(rig->loop);
	oac_client_free(rig->client);
	tls_front_free(rig->front);
	h2_script_free(rig->server);
	for (int i = 0; i < CALLS; i++)
		oac_free(rig->calls[i].item);
}

static void call_done(void *user, enum oac_status status, struct item *item, const struct oac_error *err)
{
	struct call *c = user;

	assert_int_equal(status, err->status);
	c->count++;
	c->err = *err;
	c->item = item;
	c->at = oac_now_ms();
}

static OAC_DONE_FUNCTION(item)

static void call(struct rig *rig, int n, const struct oac_call_options *options)
{
	struct call *c = &rig->calls[n];
	const struct oac_done done = { item_done, (oac_function *)call_done, c };

	assert_int_equal(oac_call_async(rig->loop, rig->client, &op_get_item, c->path, NULL, options, &done,
		&c->async, NULL), OAC_OK);
}

static void answered(const struct rig *rig, int n)
{
	const struct call *c = &rig->calls[n];

	assert_int_equal(c->count, 1);
	if (c->item == NULL)
		fail_msg("call %d: %s", n, c->err.message);
	assert_string_equal(c->item->id, c->id);
}

static void failed(const struct rig *rig, int n, enum oac_status status)
{
	assert_int_equal(rig->calls[n].count, 1);
	assert_int_equal(rig->calls[n].err.status, status);
}

static void run(struct rig *rig)
{
	assert_int_equal(oac_loop_run(rig->loop, NULL), OAC_OK);
}

static void turn_until_count(struct rig *rig, size_t requests)
{
	while (h2_script_count(rig->server) < requests)
		oac_loop_turn(rig->loop, 10, NULL);
}

static const struct h2_action at_once[] = { { H2_ECHO, NULL, 0 } };
static const struct h2_action late[] = { { H2_DELAY, NULL, 60 }, { H2_ECHO, NULL, 0 } };
static const struct h2_action later[] = { { H2_DELAY, NULL, 200 }, { H2_ECHO, NULL, 0 } };
static const struct h2_action stall[] = { { H2_DELAY, NULL, 20000 } };

/* ---- many on few ---- */

/* As many as are allowed on a connection go on one, and the others on as few more as it takes. */
static void test_many_on_few(void **state)
{
	struct rig rig;

	(void)state;
	begin(&rig, NULL, NULL);
	h2_script_add(rig.server, later, 2);
	for (int i = 0; i < CALLS; i++)
		call(&rig, i, NULL);
	run(&rig);
	for (int i = 0; i < CALLS; i++)
		answered(&rig, i);
	assert_int_equal(h2_script_count(rig.server), CALLS);
	assert_int_equal(h2_script_most(rig.server), 100);
	/* Three, unless the first answers came before the last of them was there. */
	assert_in_range(h2_script_connections(rig.server), 2, 3);
	end(&rig);
}

static void test_one_is_enough(void **state)
{
	const struct oac_loop_options options = { .max_in_flight = 40 };
	struct rig rig;

	(void)state;
	begin(&rig, NULL, &options);
	h2_script_add(rig.server, late, 2);
	for (int i = 0; i < CALLS; i++)
		call(&rig, i, NULL);
	run(&rig);
	for (int i = 0; i < CALLS; i++)
		answered(&rig, i);
	assert_int_equal(h2_script_connections(rig.server), 1);
	assert_int_equal(h2_script_most(rig.server), 40);
	/* Seven times 40, one after the other. */
	assert_in_range(oac_now_ms() - rig.start, 420, 420 + SLACK_MS + slack_ms());
	end(&rig);
}

static void test_max_connections(void **state)
{
	const struct oac_loop_options options = { .max_connections = 2, .max_in_flight = CALLS };
	struct rig rig;

	(void)state;
	begin(&rig, NULL, &options);
	h2_script_add(rig.server, later, 2);
	for (int i = 0; i < CALLS; i++)
		call(&rig, i, NULL);
	run(&rig);
	for (int i = 0; i < CALLS; i++)
		answered(&rig, i);
	assert_int_equal(h2_script_count(rig.server), CALLS);
	assert_int_equal(h2_script_connections(rig.server), 2);
	assert_int_equal(h2_script_most(rig.server), 100);
	end(&rig);
}

/* A server that takes few gets no more at once. */
static void test_few_streams(void **state)
{
	const struct oac_loop_options options = { .max_connections = 1, .max_in_flight = CALLS };
	const struct h2_limits limits = { .max_streams = 7 };
	struct rig rig;

	(void)state;
	begin(&rig, &limits, &options);
	h2_script_add(rig.server, at_once, 1);
	h2_script_add(rig.server, late, 2);
	/* One to be told of it: with the first request that is not known yet. */
	call(&rig, 0, NULL);
	run(&rig);
	for (int i = 1; i <= 35; i++)
		call(&rig, i, NULL);
	run(&rig);
	for (int i = 0; i <= 35; i++)
		answered(&rig, i);
	assert_int_equal(h2_script_count(rig.server), 36);
	assert_int_equal(h2_script_most(rig.server), 7);
	assert_int_equal(h2_script_connections(rig.server), 1);
	end(&rig);
}

/* ---- neighbours ---- */

static void test_cancel_ends_one(void **state)
{
	struct rig rig;

	(void)state;
	begin(&rig, NULL, NULL);
	h2_script_add(rig.server, at_once, 1);
	for (int i = 1; i < 20; i++)
		h2_script_add(rig.server, i % 2 == 1 ? stall : late, i % 2 == 1 ? 1 : 2);
	h2_script_add(rig.server, at_once, 1);
	call(&rig, 0, NULL);
	run(&rig);
	for (int i = 1; i < 20; i++)
		call(&rig, i, NULL);
	turn_until_count(&rig, 20);
	for (int i = 1; i < 20; i += 2)
		assert_true(oac_loop_cancel(rig.loop, rig.calls[i].async));
	run(&rig);
	for (int i = 1; i < 20; i += 2) {
		failed(&rig, i, OAC_E_CANCELLED);
		if (i + 1 < 20)
			answered(&rig, i + 1);
	}
	/* The server is told of each; some libcurls do so with the next request only. */
	call(&rig, 20, NULL);
	run(&rig);
	answered(&rig, 20);
	assert_int_equal(h2_script_connections(rig.server), 1);
	assert_int_equal(h2_script_taken_back(rig.server), 10);
	end(&rig);
}

static void test_cancel_token_ends_one(void **state)
{
	struct oac_cancel *token = oac_cancel_new();
	const struct oac_call_options options = { .cancel = token };
	struct rig rig;

	(void)state;
	begin(&rig, NULL, NULL);
	h2_script_add(rig.server, at_once, 1);
	h2_script_add(rig.server, late, 2);
	call(&rig, 0, NULL);
	run(&rig);
	call(&rig, 1, &options);
	call(&rig, 2, NULL);
	turn_until_count(&rig, 3);
	oac_cancel_pull(token);
	run(&rig);
	failed(&rig, 1, OAC_E_CANCELLED);
	answered(&rig, 2);
	assert_true(rig.calls[1].at <= rig.calls[2].at);
	assert_int_equal(h2_script_connections(rig.server), 1);
	end(&rig);
	oac_cancel_free(token);
}

/* Its next try is on another connection: this one might be the trouble. */
static void test_timeout_ends_one(void **state)
{
	const struct oac_call_options hasty = { .timeout_ms = 500, .max_retries = OAC_INT(1) };
	struct rig rig;

	(void)state;
	begin(&rig, NULL, NULL);
	h2_script_add(rig.server, at_once, 1);
	h2_script_add(rig.server, stall, 1);
	h2_script_add(rig.server, (const struct h2_action[]){ { H2_DELAY, NULL, 700 }, { H2_ECHO, NULL, 0 } }, 2);
	h2_script_add(rig.server, at_once, 1);
	call(&rig, 0, NULL);
	run(&rig);
	call(&rig, 1, &hasty);
	turn_until_count(&rig, 2);
	call(&rig, 2, NULL);
	run(&rig);
	answered(&rig, 1);
	answered(&rig, 2);
	assert_int_equal(h2_script_count(rig.server), 4);
	assert_int_equal(h2_script_connections(rig.server), 2);
	assert_int_equal(h2_script_request(rig.server, 2)->connection, 0);
	assert_int_equal(h2_script_request(rig.server, 3)->connection, 1);
	assert_int_equal(h2_script_taken_back(rig.server), 1);
	end(&rig);
}

static void test_reset_ends_one(void **state)
{
	static const struct h2_action reset[] = { { H2_DELAY, NULL, 30 }, { H2_HEAD, JSON, 200 },
		{ H2_DELAY, NULL, 20 }, { H2_RST, NULL, NGHTTP2_INTERNAL_ERROR } };
	const struct oac_call_options once = { .max_retries = OAC_INT(0) };
	struct rig rig;

	(void)state;
	begin(&rig, NULL, NULL);
	h2_script_add(rig.server, at_once, 1);
	h2_script_add(rig.server, reset, 4);
	h2_script_add(rig.server, late, 2);
	call(&rig, 0, NULL);
	run(&rig);
	for (int i = 1; i < 20; i++) {
		call(&rig, i, &once);
		turn_until_count(&rig, (size_t)i + 1);
	}
	run(&rig);
	failed(&rig, 1, OAC_E_CONNECT);
	for (int i = 2; i < 20; i++)
		answered(&rig, i);
	assert_int_equal(h2_script_connections(rig.server), 1);
	end(&rig);
}

/* What the server began it finishes; what comes later goes elsewhere. */
static void test_goaway(void **state)
{
	static const struct h2_action leave[] = { { H2_GOAWAY, NULL, NGHTTP2_NO_ERROR },
		{ H2_DELAY, NULL, 300 }, { H2_ECHO, NULL, 0 } };
	struct rig rig;

	(void)state;
	begin(&rig, NULL, NULL);
	h2_script_add(rig.server, at_once, 1);
	h2_script_add(rig.server, leave, 3);
	h2_script_add(rig.server, at_once, 1);
	call(&rig, 0, NULL);
	run(&rig);
	call(&rig, 1, NULL);
	turn_until_count(&rig, 2);
	/* Until it is known here. */
	for (int64_t until = oac_now_ms() + 50; oac_now_ms() < until;)
		oac_loop_turn(rig.loop, 10, NULL);
	for (int i = 2; i < 10; i++)
		call(&rig, i, NULL);
	run(&rig);
	for (int i = 0; i < 10; i++)
		answered(&rig, i);
	assert_int_equal(h2_script_count(rig.server), 10);
	assert_int_equal(h2_script_connections(rig.server), 2);
	end(&rig);
}

/* A connection that breaks is the end of all that is on it; each decides for itself what next. */
static void test_lost_connection(void **state)
{
	static const struct h2_action lose[] = { { H2_DELAY, NULL, 50 }, { H2_RESET, NULL, 0 } };
	struct rig rig;

	(void)state;
	begin(&rig, NULL, NULL);
	h2_script_add(rig.server, at_once, 1);
	for (int i = 1; i < 10; i++)
		h2_script_add(rig.server, stall, 1);
	h2_script_add(rig.server, lose, 2);
	h2_script_add(rig.server, at_once, 1);
	call(&rig, 0, NULL);
	run(&rig);
	for (int i = 1; i < 11; i++)
		call(&rig, i, NULL);
	run(&rig);
	for (int i = 0; i < 11; i++)
		answered(&rig, i);
	assert_int_equal(h2_script_count(rig.server), 21);
	assert_in_range(oac_now_ms() - rig.start, 400, 600 + SLACK_MS + slack_ms());
	assert_int_equal(h2_script_connections(rig.server), 2);
	end(&rig);
}

/* ---- much data, side by side ---- */

static void test_large_answers(void **state)
{
	enum { BIG = 8, FEW = 20 };
	static char spaces[100001];
	static const struct h2_action big[] = { { H2_HEAD, JSON, 200 }, { H2_BODY, spaces, 20 },
		{ H2_BODY, "{\"id\":\"i0\"}", 0 }, { H2_END, NULL, 0 } };
	struct rig rig;

	(void)state;
	memset(spaces, ' ', sizeof(spaces) - 1);
	begin(&rig, NULL, NULL);
	h2_script_add(rig.server, at_once, 1);
	for (int i = 0; i < BIG; i++)
		h2_script_add(rig.server, big, 4);
	h2_script_add(rig.server, at_once, 1);
	call(&rig, 0, NULL);
	run(&rig);
	for (int i = 1; i <= BIG; i++) {
		snprintf(rig.calls[i].id, sizeof(rig.calls[i].id), "i0");
		call(&rig, i, NULL);
	}
	turn_until_count(&rig, BIG + 1);
	for (int i = BIG + 1; i < BIG + FEW; i++)
		call(&rig, i, NULL);
	run(&rig);
	for (int i = 0; i < BIG + FEW; i++)
		answered(&rig, i);
	assert_in_range(oac_now_ms() - rig.start, 0, 2 * SLACK_MS + slack_ms());
	assert_int_equal(h2_script_connections(rig.server), 1);
	end(&rig);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_many_on_few),
		cmocka_unit_test(test_one_is_enough),
		cmocka_unit_test(test_max_connections),
		cmocka_unit_test(test_few_streams),
		cmocka_unit_test(test_cancel_ends_one),
		cmocka_unit_test(test_cancel_token_ends_one),
		cmocka_unit_test(test_timeout_ends_one),
		cmocka_unit_test(test_reset_ends_one),
		cmocka_unit_test(test_goaway),
		cmocka_unit_test(test_lost_connection),
		cmocka_unit_test(test_large_answers),
	};

	int failures = 0;

	if (certificates_make(&certificates))
		failures = cmocka_run_group_tests_name("HTTP/2 on a loop", tests, NULL, NULL);
	else
		puts("ok 1 - HTTP/2 on a loop # SKIP there is no openssl command");
	certificates_remove(&certificates);
	return failures;
}
