/*
 * poll_fixture.h: the polling helpers over a scripted transport, on a scripted clock. For one .c,
 * as the first include.
 */
#ifndef POLL_FIXTURE_H
#define POLL_FIXTURE_H

#include "scripted_clock.h"

#include "call_fixture.h"
#include "openai_helpers.h"
#include "slack.h"
#ifdef POLL_ON_LOOP
#include "poll_on_loop.h"
#endif

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

#define JSON "Content-Type: application/json\nx-request-id: req_9\n"
#define ANSWER(status, headers, body) { (status), headers, (body), OAC_OUTCOME_ANSWERED, false, 0 }
#define BODY(status) "{\"id\":\"run_1\",\"thread_id\":\"thread_1\",\"status\":\"" status "\"}"
#define RUN(status) ANSWER(200, JSON, BODY(status))
/* after: the value of openai-poll-after-ms */
#define RUN_AFTER(status, after) ANSWER(200, JSON "openai-poll-after-ms: " after "\n", BODY(status))

/* The most that a thing that happens at once may take, of real time. */
static inline int64_t at_once_ms(void)
{
	return (getenv("OAC_VALGRIND") != NULL ? 500 : 50) + slack_ms();
}

enum {
	SEEN_MAX = 32,
};

struct poll_fixture {
	struct fake fake;
	struct oac_client *client;
	struct openai_poll_options options;
	struct openai_run *run;
	struct oac_error err;
	int64_t start;
	int64_t took_ms;
	/* What on_poll has seen. */
	enum openai_run_status seen[SEEN_MAX];
	int64_t seen_at[SEEN_MAX];
	size_t seen_count;
	size_t stop_at; /* on_poll says stop at this run, counted from 1; 0: never */
};

static int note_run(void *user, const struct openai_run *run)
{
	struct poll_fixture *p = user;

	assert_true(p->seen_count < SEEN_MAX);
	p->seen_at[p->seen_count] = oac_now_ms();
	p->seen[p->seen_count++] = run->status;
	return p->seen_count == p->stop_at;
}

static void begin(struct poll_fixture *p, const struct fake_reply *replies, size_t count)
{
	const struct oac_client_options options = {
		.api_key = "sk-secret",
		.base_url = "https://api.test/v1",
		.transport = &p->fake.transport,
	};

	memset(p, 0, sizeof(*p));
	fake_init(&p->fake, replies, count);
	p->client = openai_client_new(&options, &p->err);
	assert_non_null(p->client);
	p->options.on_poll = note_run;
	p->options.user = p;
	p->options.interval_ms = oac_int(0);
	/* Whatever it holds must not be read. */
	memset(&p->run, 0xAA, sizeof(p->run));
	memset(&p->err, 0xAA, sizeof(p->err));
	scripted_clock_start();
	p->start = oac_now_ms();
}

static void check_end(struct poll_fixture *p, enum oac_status status)
{
	p->took_ms = oac_now_ms() - p->start;
	if (p->err.status != status)
		print_error("%s\n", p->err.message);
	assert_int_equal(p->err.status, status);
	assert_int_equal(p->fake.running, 0);
	assert_null(strchr(p->err.message, '\n'));
	assert_null(strstr(p->err.message, "sk-secret"));
}

static inline enum oac_status poll_run(struct poll_fixture *p)
{
	enum oac_status status = openai_runs_poll(p->client, "thread_1", "run_1", &p->options,
		&p->run, &p->err);

	check_end(p, status);
	return status;
}

static inline enum oac_status create_and_poll(struct poll_fixture *p)
{
	const struct openai_create_run_request request = { .assistant_id = "asst_1" };
	enum oac_status status = openai_runs_create_and_poll(p->client, "thread_1", &request,
		&p->options, &p->run, &p->err);

	check_end(p, status);
	return status;
}

static inline enum oac_status submit_and_poll(struct poll_fixture *p)
{
	const struct openai_tool_output outputs[] = { { .tool_call_id = "call_1", .output = "57" } };
	const struct openai_submit_tool_outputs_request request = { .tool_outputs = OAC_LIST(outputs) };
	enum oac_status status = openai_runs_submit_tool_outputs_and_poll(p->client, "thread_1",
		"run_1", &request, &p->options, &p->run, &p->err);

	check_end(p, status);
	return status;
}

static void finish(struct poll_fixture *p)
{
	openai_run_free(p->run);
	oac_client_free(p->client);
	assert_int_equal(p->fake.freed, 1);
}

/* The nth request, counted from 0. */
static inline void assert_request(const struct poll_fixture *p, size_t n, const char *method,
	const char *path)
{
	assert_true(n < p->fake.request_count);
	assert_string_equal(p->fake.requests[n].method, method);
	assert_memory_equal(p->fake.requests[n].url, "https://api.test/v1", 19);
	assert_string_equal(p->fake.requests[n].url + 19, path);
}

#endif
