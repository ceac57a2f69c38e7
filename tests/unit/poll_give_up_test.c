/* Polling that is given up: deadlines, cancel tokens, callbacks, and the run cancelled with it. */
#include "poll_fixture.h"

#include <pthread.h>

#define THE_RUN "/threads/thread_1/runs/run_1"

static const struct fake_reply waiting[] = { RUN("queued"), RUN("in_progress") };

/* ---- deadlines ---- */

static void test_a_deadline_ends_the_wait(void **state)
{
	struct poll_fixture p;

	(void)state;
	begin(&p, waiting, COUNT(waiting));
	p.options.interval_ms = oac_int(30);
	p.options.deadline_ms = 100;
	assert_int_equal(create_and_poll(&p), OAC_E_TIMEOUT);
	assert_non_null(p.run);
	assert_int_equal(p.run->status, OPENAI_RUN_STATUS_IN_PROGRESS);
	assert_string_equal(p.run->id, "run_1");
	assert_non_null(strstr(p.err.message, "in_progress"));
	assert_int_equal(p.took_ms, 100);
	/* The creation, and looks after 0, 30, 60 and 90 ms. */
	assert_int_equal(p.fake.request_count, 5);
	finish(&p);
}

/* The wait for an answer, too, and the waits between tries. */
static void test_a_deadline_ends_a_request(void **state)
{
	static const struct fake_reply slow[] = {
		RUN("queued"),
		{ 200, JSON, BODY("completed"), OAC_OUTCOME_ANSWERED, false, 5000 },
	};
	static const struct fake_reply busy[] = {
		RUN("queued"),
		ANSWER(429, JSON "retry-after-ms: 30\n", "{}"),
	};
	struct poll_fixture p;

	(void)state;
	begin(&p, slow, COUNT(slow));
	p.options.deadline_ms = 80;
	assert_int_equal(poll_run(&p), OAC_E_TIMEOUT);
	assert_int_equal(p.run->status, OPENAI_RUN_STATUS_QUEUED);
	assert_int_equal(p.took_ms, 80);
	finish(&p);
	begin(&p, busy, COUNT(busy));
	p.options.deadline_ms = 80;
	p.options.call.max_retries = oac_int(1000);
	assert_int_equal(poll_run(&p), OAC_E_HTTP);
	assert_non_null(p.run);
	/* A wait that would last beyond the deadline is not begun. */
	assert_int_equal(p.took_ms, 60);
	finish(&p);
}

/* A deadline of each call goes on counting beside that of the whole. */
static void test_a_calls_own_deadline_stays(void **state)
{
	static const struct fake_reply slow[] = {
		{ 200, JSON, BODY("completed"), OAC_OUTCOME_ANSWERED, false, 5000 },
	};
	struct poll_fixture p;

	(void)state;
	begin(&p, slow, COUNT(slow));
	p.options.deadline_ms = 5000;
	p.options.call.deadline_ms = 60;
	assert_int_equal(poll_run(&p), OAC_E_TIMEOUT);
	assert_null(p.run);
	assert_int_equal(p.took_ms, 60);
	finish(&p);
}

/* ---- tokens ---- */

struct puller {
	struct oac_cancel *cancel;
	int64_t after_ms;
	int64_t pulled_at;
};

static void *pull(void *user)
{
	struct puller *puller = user;

	oac_sleep_ms(puller->after_ms, NULL);
	puller->pulled_at = oac_now_ms();
	oac_cancel_pull(puller->cancel);
	return NULL;
}

/* Runs a helper that another thread cancels after 60 ms. */
static void cancel_from_a_thread(struct poll_fixture *p, enum oac_status (*helper)(struct poll_fixture *p))
{
	struct puller puller = { oac_cancel_new(), 60, 0 };
	pthread_t thread;
	int64_t end;

	assert_non_null(puller.cancel);
	scripted_clock_stop();
	slack_begin();
	p->options.call.cancel = puller.cancel;
	assert_int_equal(pthread_create(&thread, NULL, pull, &puller), 0);
	assert_int_equal(helper(p), OAC_E_CANCELLED);
	end = oac_now_ms();
	assert_int_equal(pthread_join(thread, NULL), 0);
	assert_true(end >= puller.pulled_at);
	assert_true(end - puller.pulled_at <= at_once_ms());
	oac_cancel_free(puller.cancel);
}

static void test_a_token_ends_the_sleep(void **state)
{
	struct poll_fixture p;

	(void)state;
	begin(&p, waiting, COUNT(waiting));
	p.options.interval_ms = oac_int(10000);
	cancel_from_a_thread(&p, poll_run);
	assert_int_equal(p.fake.request_count, 1);
	assert_int_equal(p.run->status, OPENAI_RUN_STATUS_QUEUED);
	assert_non_null(strstr(p.err.message, "queued"));
	finish(&p);
}

static void test_a_token_ends_the_sleep_before_a_deadline(void **state)
{
	struct poll_fixture p;

	(void)state;
	begin(&p, waiting, COUNT(waiting));
	p.options.interval_ms = oac_int(10000);
	p.options.deadline_ms = 5000;
	cancel_from_a_thread(&p, poll_run);
	finish(&p);
}

static void test_a_pulled_token_sends_nothing(void **state)
{
	struct poll_fixture p;

	(void)state;
	begin(&p, waiting, COUNT(waiting));
	p.options.call.cancel = oac_cancel_new();
	oac_cancel_pull(p.options.call.cancel);
	assert_int_equal(create_and_poll(&p), OAC_E_CANCELLED);
	assert_null(p.run);
	assert_int_equal(p.fake.request_count, 0);
	oac_cancel_free(p.options.call.cancel);
	finish(&p);
}

/* ---- callbacks ---- */

static void test_on_poll_sees_every_run_in_order(void **state)
{
	static const struct fake_reply replies[] = {
		RUN("queued"),
		RUN("queued"),
		RUN("in_progress"),
		RUN("requires_action"),
	};
	static const enum openai_run_status order[] = {
		OPENAI_RUN_STATUS_QUEUED,
		OPENAI_RUN_STATUS_QUEUED,
		OPENAI_RUN_STATUS_IN_PROGRESS,
		OPENAI_RUN_STATUS_REQUIRES_ACTION,
	};
	struct poll_fixture p;

	(void)state;
	begin(&p, replies, COUNT(replies));
	assert_int_equal(create_and_poll(&p), OAC_OK);
	assert_int_equal(p.seen_count, COUNT(order));
	assert_memory_equal(p.seen, order, sizeof(order));
	finish(&p);
}

static void test_on_poll_stops(void **state)
{
	struct poll_fixture p;

	(void)state;
	for (size_t stop_at = 1; stop_at <= 3; stop_at++) {
		begin(&p, waiting, COUNT(waiting));
		p.stop_at = stop_at;
		assert_int_equal(create_and_poll(&p), OAC_E_CANCELLED);
		assert_int_equal(p.seen_count, stop_at);
		assert_int_equal(p.fake.request_count, stop_at);
		assert_int_equal(p.run->status, p.seen[stop_at - 1]);
		assert_non_null(strstr(p.err.message, "on_poll"));
		finish(&p);
	}
}

/* ---- cancel_run ---- */

static size_t count_cancels(const struct poll_fixture *p)
{
	size_t count = 0;

	for (size_t n = 0; n < p->fake.request_count; n++) {
		const char *end = strstr(p->fake.requests[n].url, "/cancel");

		count += end != NULL && end[7] == '\0';
	}
	return count;
}

static const struct fake_reply cancelled[] = { RUN("queued"), RUN("in_progress"), RUN("cancelling") };

static void check_cancelled(const struct poll_fixture *p, enum oac_status status)
{
	size_t last = p->fake.request_count - 1;

	assert_int_equal(count_cancels(p), 1);
	assert_request(p, last, "POST", THE_RUN "/cancel");
	assert_false(p->fake.requests[last].has_body);
	assert_non_null(p->run);
	assert_int_equal(p->run->status, OPENAI_RUN_STATUS_CANCELLING);
	assert_int_equal(p->err.status, status);
}

static void test_giving_up_cancels_the_run(void **state)
{
	struct oac_response response;
	struct poll_fixture p;

	(void)state;
	/* on_poll */
	begin(&p, cancelled, COUNT(cancelled));
	p.options.cancel_run = true;
	p.options.call.response = &response;
	p.stop_at = 2;
	assert_int_equal(create_and_poll(&p), OAC_E_CANCELLED);
	check_cancelled(&p, OAC_E_CANCELLED);
	assert_string_equal(response.body, BODY("in_progress"));
	oac_response_clear(&response);
	finish(&p);
	/* the deadline, whose time is up when the cancelling begins */
	begin(&p, cancelled + 1, COUNT(cancelled) - 1);
	p.options.cancel_run = true;
	p.options.interval_ms = oac_int(1000);
	p.options.deadline_ms = 50;
	assert_int_equal(poll_run(&p), OAC_E_TIMEOUT);
	check_cancelled(&p, OAC_E_TIMEOUT);
	finish(&p);
	/* the token, which would end the cancelling, too */
	begin(&p, cancelled + 1, COUNT(cancelled) - 1);
	p.options.cancel_run = true;
	p.options.interval_ms = oac_int(10000);
	cancel_from_a_thread(&p, poll_run);
	check_cancelled(&p, OAC_E_CANCELLED);
	finish(&p);
	/* the token within a submission: the caller has said which run it is; the body is not for the cancel */
	begin(&p, cancelled + 2, 1);
	p.options.cancel_run = true;
	p.options.call.body = (struct oac_json)OAC_JSON("{\"stream\":false}");
	p.options.call.cancel = oac_cancel_new();
	oac_cancel_pull(p.options.call.cancel);
	assert_int_equal(submit_and_poll(&p), OAC_E_CANCELLED);
	oac_cancel_free(p.options.call.cancel);
	check_cancelled(&p, OAC_E_CANCELLED);
	finish(&p);
}

static void test_the_run_is_not_cancelled_unasked(void **state)
{
	static const struct fake_reply ends[] = { RUN("queued"), RUN("completed") };
	struct poll_fixture p;

	(void)state;
	begin(&p, cancelled, COUNT(cancelled));
	p.stop_at = 2;
	assert_int_equal(create_and_poll(&p), OAC_E_CANCELLED);
	assert_int_equal(count_cancels(&p), 0);
	finish(&p);
	begin(&p, ends, COUNT(ends));
	p.options.cancel_run = true;
	assert_int_equal(create_and_poll(&p), OAC_OK);
	assert_int_equal(count_cancels(&p), 0);
	finish(&p);
}

static void test_a_failed_cancel_is_told(void **state)
{
	static const struct fake_reply replies[] = {
		RUN("in_progress"),
		ANSWER(400, JSON, "{\"error\":{\"message\":\"too late\"}}"),
	};
	struct poll_fixture p;

	(void)state;
	begin(&p, replies, COUNT(replies));
	p.options.cancel_run = true;
	p.stop_at = 1;
	assert_int_equal(poll_run(&p), OAC_E_CANCELLED);
	assert_int_equal(count_cancels(&p), 1);
	assert_int_equal(p.run->status, OPENAI_RUN_STATUS_IN_PROGRESS);
	assert_non_null(strstr(p.err.message, "on_poll"));
	assert_non_null(strstr(p.err.message, "the run was not cancelled: POST"));
	assert_non_null(strstr(p.err.message, "400"));
	assert_string_equal(p.err.server_message, "");
	finish(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_deadline_ends_the_wait),
		cmocka_unit_test(test_a_deadline_ends_a_request),
		cmocka_unit_test(test_a_calls_own_deadline_stays),
		cmocka_unit_test(test_a_token_ends_the_sleep),
		cmocka_unit_test(test_a_token_ends_the_sleep_before_a_deadline),
		cmocka_unit_test(test_a_pulled_token_sends_nothing),
		cmocka_unit_test(test_on_poll_sees_every_run_in_order),
		cmocka_unit_test(test_on_poll_stops),
		cmocka_unit_test(test_giving_up_cancels_the_run),
		cmocka_unit_test(test_the_run_is_not_cancelled_unasked),
		cmocka_unit_test(test_a_failed_cancel_is_told),
	};

	return cmocka_run_group_tests_name("poll: giving up", tests, NULL, NULL);
}
