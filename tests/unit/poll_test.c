/* Polling: when it ends, how long it waits, what it sends and gives back. */
#include "poll_fixture.h"

#define THE_RUN "/threads/thread_1/runs/run_1"

static void test_every_end(void **state)
{
	static const struct {
		const char *body;
		enum openai_run_status status;
	} ends[] = {
		{ BODY("requires_action"), OPENAI_RUN_STATUS_REQUIRES_ACTION },
		{ BODY("cancelled"), OPENAI_RUN_STATUS_CANCELLED },
		{ BODY("completed"), OPENAI_RUN_STATUS_COMPLETED },
		{ BODY("failed"), OPENAI_RUN_STATUS_FAILED },
		{ BODY("expired"), OPENAI_RUN_STATUS_EXPIRED },
		{ BODY("incomplete"), OPENAI_RUN_STATUS_INCOMPLETE },
	};
	struct poll_fixture p;

	(void)state;
	for (size_t i = 0; i < COUNT(ends); i++) {
		const struct fake_reply replies[] = {
			RUN("queued"),
			RUN("in_progress"),
			RUN("cancelling"),
			ANSWER(200, JSON, ends[i].body),
			RUN("queued"),
		};

		begin(&p, replies, COUNT(replies));
		assert_int_equal(poll_run(&p), OAC_OK);
		assert_int_equal(p.run->status, ends[i].status);
		assert_string_equal(p.run->id, "run_1");
		assert_int_equal(p.fake.request_count, 4);
		for (size_t n = 0; n < 4; n++) {
			assert_request(&p, n, "GET", THE_RUN);
			assert_false(p.fake.requests[n].has_body);
		}
		finish(&p);
	}
}

static void test_an_unknown_status_is_waited_on(void **state)
{
	static const struct fake_reply replies[] = {
		RUN("paused_by_someone"),
		RUN("paused_by_someone"),
		ANSWER(200, JSON, "{\"id\":\"run_1\",\"thread_id\":\"thread_1\"}"),
		RUN("completed"),
	};
	struct poll_fixture p;

	(void)state;
	begin(&p, replies, COUNT(replies));
	p.options.interval_ms = oac_int(30);
	assert_int_equal(poll_run(&p), OAC_OK);
	assert_int_equal(p.fake.request_count, 4);
	assert_int_equal(p.seen[0], OPENAI_RUN_STATUS_UNKNOWN);
	assert_int_equal(p.seen[2], OPENAI_RUN_STATUS_UNSET);
	for (size_t i = 1; i < 4; i++)
		assert_int_equal(p.seen_at[i] - p.seen_at[i - 1], 30);
	finish(&p);
}

/* ---- how long ---- */

static void test_the_servers_interval_counts_each_time(void **state)
{
	static const struct fake_reply replies[] = {
		RUN_AFTER("queued", "40"),
		RUN_AFTER("in_progress", "160"),
		RUN_AFTER("in_progress", "0"),
		RUN_AFTER("in_progress", "0080"),
		RUN("completed"),
	};
	static const int64_t waits[] = { 40, 160, 0, 80 };
	struct poll_fixture p;

	(void)state;
	begin(&p, replies, COUNT(replies));
	p.options.interval_ms = (struct oac_opt_int64){ 0 };
	assert_int_equal(poll_run(&p), OAC_OK);
	assert_int_equal(p.seen_count, 5);
	for (size_t i = 0; i < COUNT(waits); i++)
		assert_int_equal(p.seen_at[i + 1] - p.seen_at[i], waits[i]);
	finish(&p);
}

/* How often a run is looked at within ms when each answer has that header. */
static size_t looks_within(const char *headers, int64_t ms)
{
	const struct fake_reply replies[] = { ANSWER(200, headers, BODY("queued")) };
	struct poll_fixture p;
	size_t looks;

	begin(&p, replies, 1);
	p.options.interval_ms = (struct oac_opt_int64){ 0 };
	p.options.deadline_ms = ms;
	assert_int_equal(poll_run(&p), OAC_E_TIMEOUT);
	looks = p.fake.request_count;
	finish(&p);
	return looks;
}

#define AFTER(value) JSON "openai-poll-after-ms: " value "\n"

static void test_a_malformed_interval_is_ignored(void **state)
{
	static const char *const malformed[] = { AFTER("soon"), AFTER("20ms"), AFTER("-5"),
		AFTER("+5"), AFTER("0x10"), AFTER("2 0"), AFTER("1.5"), AFTER("60001"),
		AFTER("99999999999999999999"), AFTER("") };

	(void)state;
	assert_int_equal(looks_within(AFTER("20"), 100), 5);
	for (size_t i = 0; i < COUNT(malformed); i++)
		assert_int_equal(looks_within(malformed[i], 1000), 1);
}

static void test_the_default_is_a_second(void **state)
{
	(void)state;
	assert_int_equal(looks_within(AFTER("60001"), 1300), 2);
	assert_int_equal(looks_within(AFTER("60000"), 1300), 1);
}

static void test_the_callers_interval_goes_first(void **state)
{
	static const struct fake_reply slow[] = {
		RUN_AFTER("queued", "5000"),
		RUN_AFTER("queued", "5000"),
		RUN("completed"),
	};
	static const int64_t intervals[] = { 20, 0, -7 };
	struct poll_fixture p;

	(void)state;
	for (size_t i = 0; i < COUNT(intervals); i++) {
		int64_t wait = intervals[i] > 0 ? intervals[i] : 0;

		begin(&p, slow, COUNT(slow));
		p.options.interval_ms = oac_int(intervals[i]);
		assert_int_equal(poll_run(&p), OAC_OK);
		assert_int_equal(p.fake.request_count, 3);
		assert_int_equal(p.took_ms, 2 * wait);
		finish(&p);
	}
}

/* ---- what is sent ---- */

static void test_create_and_poll(void **state)
{
	static const struct fake_reply replies[] = { RUN("queued"), RUN("in_progress"), RUN("failed") };
	struct poll_fixture p;

	(void)state;
	begin(&p, replies, COUNT(replies));
	/* The first look follows the creation at once, whatever the interval is. */
	p.options.interval_ms = oac_int(40);
	assert_int_equal(create_and_poll(&p), OAC_OK);
	assert_int_equal(p.run->status, OPENAI_RUN_STATUS_FAILED);
	assert_int_equal(p.fake.request_count, 3);
	assert_request(&p, 0, "POST", "/threads/thread_1/runs");
	assert_string_equal(p.fake.requests[0].body, "{\"assistant_id\":\"asst_1\"}");
	assert_request(&p, 1, "GET", THE_RUN);
	assert_request(&p, 2, "GET", THE_RUN);
	assert_int_equal(p.seen_at[1] - p.seen_at[0], 0);
	assert_int_equal(p.seen_at[2] - p.seen_at[1], 40);
	finish(&p);
}

/* Even a creation that answers with an end is looked at once. */
static void test_a_created_run_is_always_looked_at(void **state)
{
	static const struct fake_reply replies[] = { RUN("completed"), RUN("completed") };
	struct poll_fixture p;

	(void)state;
	begin(&p, replies, COUNT(replies));
	assert_int_equal(create_and_poll(&p), OAC_OK);
	assert_int_equal(p.fake.request_count, 2);
	finish(&p);
}

static void test_submit_and_poll(void **state)
{
	static const struct fake_reply replies[] = { RUN("queued"), RUN("completed") };
	struct poll_fixture p;

	(void)state;
	begin(&p, replies, COUNT(replies));
	assert_int_equal(submit_and_poll(&p), OAC_OK);
	assert_int_equal(p.fake.request_count, 2);
	assert_request(&p, 0, "POST", THE_RUN "/submit_tool_outputs");
	assert_string_equal(p.fake.requests[0].body,
		"{\"tool_outputs\":[{\"tool_call_id\":\"call_1\",\"output\":\"57\"}]}");
	assert_request(&p, 1, "GET", THE_RUN);
	finish(&p);
}

static void test_create_thread_and_poll(void **state)
{
	static const struct fake_reply replies[] = {
		ANSWER(200, JSON, "{\"id\":\"run_7\",\"thread_id\":\"thread_8\",\"status\":\"queued\"}"),
		RUN("completed"),
	};
	const struct openai_create_thread_and_run_request request = { .assistant_id = "asst_1" };
	struct poll_fixture p;

	(void)state;
	begin(&p, replies, COUNT(replies));
	assert_int_equal(openai_threads_create_and_run_poll(p.client, &request, NULL, &p.run, &p.err),
		OAC_OK);
	check_end(&p, OAC_OK);
	assert_int_equal(p.fake.request_count, 2);
	assert_request(&p, 0, "POST", "/threads/runs");
	assert_request(&p, 1, "GET", "/threads/thread_8/runs/run_7");
	finish(&p);
}

/* A creation's answer without ids: what the caller said is enough, else it is an error. */
static void test_a_run_without_ids(void **state)
{
	static const struct fake_reply nameless[] = {
		ANSWER(200, JSON, "{\"status\":\"queued\"}"),
		RUN("completed"),
	};
	static const struct fake_reply no_thread[] = {
		ANSWER(200, JSON, "{\"id\":\"run_1\",\"status\":\"queued\"}"),
		RUN("completed"),
	};
	struct poll_fixture p;

	(void)state;
	begin(&p, nameless, COUNT(nameless));
	assert_int_equal(create_and_poll(&p), OAC_E_PROTOCOL);
	assert_int_equal(p.fake.request_count, 1);
	assert_non_null(p.run);
	assert_int_equal(p.run->status, OPENAI_RUN_STATUS_QUEUED);
	finish(&p);
	begin(&p, nameless, COUNT(nameless));
	assert_int_equal(submit_and_poll(&p), OAC_OK);
	assert_request(&p, 1, "GET", THE_RUN);
	finish(&p);
	begin(&p, no_thread, COUNT(no_thread));
	assert_int_equal(create_and_poll(&p), OAC_OK);
	assert_request(&p, 1, "GET", THE_RUN);
	finish(&p);
}

static void test_call_options_go_with_every_request(void **state)
{
	static const struct fake_reply replies[] = { RUN("queued"), RUN("queued"), RUN("completed") };
	static const struct oac_header header[] = { { "X-Mine", "1" } };
	struct poll_fixture p;

	(void)state;
	begin(&p, replies, COUNT(replies));
	p.options.call.headers = (struct oac_header_list)OAC_LIST(header);
	p.options.call.body = (struct oac_json)OAC_JSON("{\"stream\":false}");
	assert_int_equal(create_and_poll(&p), OAC_OK);
	assert_string_equal(p.fake.requests[0].body, "{\"assistant_id\":\"asst_1\",\"stream\":false}");
	for (size_t n = 0; n < 3; n++)
		assert_string_equal(fake_header(&p.fake, n, "X-Mine"), "1");
	assert_false(p.fake.requests[1].has_body);
	finish(&p);
}

/* ---- what comes back ---- */

static void test_without_options(void **state)
{
	static const struct fake_reply replies[] = { RUN("completed") };
	struct poll_fixture p;

	(void)state;
	begin(&p, replies, COUNT(replies));
	assert_int_equal(openai_runs_poll(p.client, "thread_1", "run_1", NULL, &p.run, NULL), OAC_OK);
	assert_int_equal(p.run->status, OPENAI_RUN_STATUS_COMPLETED);
	finish(&p);
}

#define REFUSAL                                                                                    \
	"{\"error\":{\"message\":\"No run.\",\"type\":\"invalid_request_error\","                 \
	"\"param\":\"run_id\",\"code\":\"gone\"}}"

static void test_an_error_keeps_the_latest_run(void **state)
{
	static const struct fake_reply replies[] = {
		RUN("queued"),
		RUN("in_progress"),
		ANSWER(404, JSON, REFUSAL),
	};
	struct poll_fixture p;

	(void)state;
	begin(&p, replies, COUNT(replies));
	p.options.cancel_run = true; /* an error is no giving up */
	assert_int_equal(poll_run(&p), OAC_E_HTTP);
	assert_non_null(p.run);
	assert_int_equal(p.run->status, OPENAI_RUN_STATUS_IN_PROGRESS);
	assert_int_equal(p.err.http_status, 404);
	assert_string_equal(p.err.server_message, "No run.");
	assert_string_equal(p.err.server_type, "invalid_request_error");
	assert_string_equal(p.err.server_param, "run_id");
	assert_string_equal(p.err.server_code, "gone");
	assert_string_equal(p.err.request_id, "req_9");
	assert_int_equal(p.fake.request_count, 3);
	finish(&p);
}

static void test_a_failed_creation_gives_no_run(void **state)
{
	static const struct fake_reply replies[] = { ANSWER(400, JSON, REFUSAL) };
	struct poll_fixture p;

	(void)state;
	begin(&p, replies, COUNT(replies));
	p.options.cancel_run = true;
	assert_int_equal(create_and_poll(&p), OAC_E_HTTP);
	assert_null(p.run);
	assert_int_equal(p.seen_count, 0);
	assert_int_equal(p.fake.request_count, 1);
	finish(&p);
	begin(&p, replies, COUNT(replies));
	assert_int_equal(submit_and_poll(&p), OAC_E_HTTP);
	assert_null(p.run);
	finish(&p);
}

static void test_the_response_is_the_last_one(void **state)
{
	static const struct fake_reply good[] = { RUN("queued"), RUN_AFTER("completed", "77") };
	static const struct fake_reply bad[] = { RUN("queued"), ANSWER(404, JSON, REFUSAL) };
	struct oac_response response;
	struct poll_fixture p;
	size_t len;

	(void)state;
	begin(&p, good, COUNT(good));
	p.options.call.response = &response;
	memset(&response, 0xAA, sizeof(response));
	assert_int_equal(poll_run(&p), OAC_OK);
	assert_int_equal(response.http_status, 200);
	assert_string_equal(response.body, BODY("completed"));
	assert_memory_equal(oac_response_header(&response, "OpenAI-Poll-After-Ms", &len), "77", 2);
	oac_response_clear(&response);
	finish(&p);
	begin(&p, bad, COUNT(bad));
	p.options.call.response = &response;
	assert_int_equal(create_and_poll(&p), OAC_E_HTTP);
	assert_int_equal(response.http_status, 404);
	assert_string_equal(response.body, REFUSAL);
	oac_response_clear(&response);
	finish(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_end),
		cmocka_unit_test(test_an_unknown_status_is_waited_on),
		cmocka_unit_test(test_the_servers_interval_counts_each_time),
		cmocka_unit_test(test_a_malformed_interval_is_ignored),
		cmocka_unit_test(test_the_default_is_a_second),
		cmocka_unit_test(test_the_callers_interval_goes_first),
		cmocka_unit_test(test_create_and_poll),
		cmocka_unit_test(test_a_created_run_is_always_looked_at),
		cmocka_unit_test(test_submit_and_poll),
		cmocka_unit_test(test_create_thread_and_poll),
		cmocka_unit_test(test_a_run_without_ids),
		cmocka_unit_test(test_call_options_go_with_every_request),
		cmocka_unit_test(test_without_options),
		cmocka_unit_test(test_an_error_keeps_the_latest_run),
		cmocka_unit_test(test_a_failed_creation_gives_no_run),
		cmocka_unit_test(test_the_response_is_the_last_one),
	};

	return cmocka_run_group_tests_name("poll", tests, NULL, NULL);
}
