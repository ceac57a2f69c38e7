/* Many polls on one loop: handles, callbacks, borrowed arguments, the end of the loop. */
#include "poll_fixture.h"

enum {
	MANY = 12,
};

struct seen {
	struct poll_fixture *p;
	struct oac_loop *loop;
	struct oac_async async;
	int count;
	int polls;
	enum oac_status status;
	struct openai_run *run;
	struct oac_error err;
};

static void done(void *user, enum oac_status status, struct openai_run *run, const struct oac_error *err)
{
	struct seen *seen = user;

	seen->count++;
	seen->status = status;
	seen->run = run;
	seen->err = *err;
}

static struct oac_loop *new_loop(void)
{
	struct oac_loop *loop = oac_loop_new(NULL, NULL);

	assert_non_null(loop);
	return loop;
}

static const struct fake_reply waiting[] = { RUN("in_progress") };

static void poll_one(struct poll_fixture *p, struct oac_loop *loop, struct seen *seen)
{
	memset(seen, 0, sizeof(*seen));
	seen->p = p;
	seen->loop = loop;
	assert_int_equal(openai_runs_poll_async(loop, p->client, "thread_1", "run_1", &p->options, done, seen,
		&seen->async, &p->err), OAC_OK);
}

/* ids, headers and query live on in the task. */
static void test_arguments_may_go(void **state)
{
	static const struct fake_reply replies[] = { RUN("queued"), RUN("queued"), RUN("completed") };
	char thread_id[] = "thread_9";
	char text[] = "mine";
	struct oac_header header = { "X-Mine", text };
	struct oac_header query = { "q", text };
	struct openai_create_run_request request = { .assistant_id = "asst_1" };
	struct oac_loop *loop = new_loop();
	struct poll_fixture p;
	struct seen seen = { 0 };

	(void)state;
	begin(&p, replies, COUNT(replies));
	p.run = NULL;
	p.options.call.headers = (struct oac_header_list){ 1, &header };
	p.options.call.query = (struct oac_header_list){ 1, &query };
	assert_int_equal(openai_runs_create_and_poll_async(loop, p.client, thread_id, &request, &p.options, done,
		&seen, NULL, &p.err), OAC_OK);
	memset(thread_id, 'x', sizeof(thread_id) - 1);
	memset(text, 'x', sizeof(text) - 1);
	memset(&header, 0xAA, sizeof(header));
	memset(&query, 0xAA, sizeof(query));
	memset(&request, 0xAA, sizeof(request));
	assert_int_equal(oac_loop_run(loop, NULL), OAC_OK);
	assert_int_equal(seen.status, OAC_OK);
	assert_request(&p, 0, "POST", "/threads/thread_9/runs?q=mine");
	assert_request(&p, 2, "GET", "/threads/thread_9/runs/run_1?q=mine");
	assert_string_equal(fake_header(&p.fake, 2, "X-Mine"), "mine");
	openai_run_free(seen.run);
	oac_loop_free(loop);
	finish(&p);
}

static int cancel_itself(void *user, const struct openai_run *run)
{
	struct seen *seen = user;

	(void)run;
	if (++seen->polls == 2)
		assert_true(oac_loop_cancel(seen->loop, seen->async));
	return 0;
}

/* A handle pulled from on_poll, and one that is pulled while the poll waits; the latest run stays. */
static void test_handles(void **state)
{
	struct oac_loop *loop = new_loop();
	struct poll_fixture p;
	struct seen seen[2];

	(void)state;
	begin(&p, waiting, COUNT(waiting));
	p.run = NULL;
	p.options.on_poll = cancel_itself;
	p.options.user = &seen[0];
	poll_one(&p, loop, &seen[0]);
	p.options.on_poll = NULL;
	p.options.interval_ms = oac_int(10000);
	poll_one(&p, loop, &seen[1]);
	while (seen[0].count == 0)
		assert_int_equal(oac_loop_turn(loop, OAC_NO_LIMIT, NULL), OAC_OK);
	assert_int_equal(seen[0].polls, 2);
	assert_true(oac_loop_cancel(loop, seen[1].async));
	assert_int_equal(oac_loop_run(loop, NULL), OAC_OK);
	for (int i = 0; i < 2; i++) {
		assert_int_equal(seen[i].count, 1);
		assert_int_equal(seen[i].status, OAC_E_CANCELLED);
		assert_int_equal(seen[i].run->status, OPENAI_RUN_STATUS_IN_PROGRESS);
		assert_string_equal(seen[i].err.message, "cancelled while the run was in_progress");
		openai_run_free(seen[i].run);
	}
	assert_int_equal(oac_now_ms() - p.start, 0);
	oac_loop_free(loop);
	finish(&p);
}

/* The loop ends: there is no time to cancel runs, and each poll says so. */
static void test_the_loop_ends(void **state)
{
	struct oac_loop *loop = new_loop();
	struct poll_fixture p;
	struct seen seen[MANY];

	(void)state;
	begin(&p, waiting, COUNT(waiting));
	p.run = NULL;
	p.options.on_poll = NULL;
	p.options.interval_ms = oac_int(10000);
	for (int i = 0; i < MANY; i++) {
		p.options.cancel_run = i % 2 == 1;
		poll_one(&p, loop, &seen[i]);
		if (i == MANY - 3)
			assert_int_equal(oac_loop_turn(loop, 0, NULL), OAC_OK);
	}
	oac_client_free(p.client);
	p.client = NULL;
	oac_loop_free(loop);
	for (int i = 0; i < MANY; i++) {
		assert_int_equal(seen[i].count, 1);
		assert_int_equal(seen[i].status, OAC_E_CANCELLED);
		assert_int_equal(seen[i].run != NULL, i < MANY - 2);
		assert_int_equal(strstr(seen[i].err.message, "the run was not cancelled") != NULL, i % 2 == 1);
		openai_run_free(seen[i].run);
	}
	assert_int_equal(p.fake.running, 0);
	finish(&p);
}

/* Without an interval of anybody's, looks spread out. */
static void test_looks_spread(void **state)
{
	static const struct fake_reply replies[] = { RUN("queued"), RUN("queued"), RUN("queued"), RUN("queued"),
		RUN("queued"), RUN("queued"), RUN("completed") };
	struct oac_loop *loop = new_loop();
	int64_t least = INT64_MAX;
	int64_t most = 0;
	struct poll_fixture p;
	struct seen seen[6];

	(void)state;
	begin(&p, replies, COUNT(replies));
	p.run = NULL;
	p.options.on_poll = NULL;
	p.options.interval_ms = (struct oac_opt_int64){ false, 0 };
	for (int i = 0; i < 6; i++)
		poll_one(&p, loop, &seen[i]);
	while (oac_loop_count(loop) > 0) {
		size_t before = oac_loop_count(loop);
		assert_int_equal(oac_loop_turn(loop, OAC_NO_LIMIT, NULL), OAC_OK);
		if (oac_loop_count(loop) == before)
			continue;
		int64_t at = oac_now_ms() - p.start;
		least = at < least ? at : least;
		most = at > most ? at : most;
	}
	assert_in_range(least, 1000, 1199);
	assert_in_range(most, least + 5, 1199);
	for (int i = 0; i < 6; i++) {
		assert_int_equal(seen[i].status, OAC_OK);
		openai_run_free(seen[i].run);
	}
	oac_loop_free(loop);
	finish(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_arguments_may_go),
		cmocka_unit_test(test_handles),
		cmocka_unit_test(test_the_loop_ends),
		cmocka_unit_test(test_looks_spread),
	};

	return cmocka_run_group_tests_name("polls on a loop", tests, NULL, NULL);
}
