/* A loop over a scripted transport: what ends when, cancelling, and everything from callbacks. */
#define _POSIX_C_SOURCE 200809L

#include "loop_fixture.h"
#include "slack.h"

#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define JSON "Content-Type: application/json\n"
#define ANSWER(status, headers, body) { (status), headers, (body), OAC_OUTCOME_ANSWERED, false, 0 }
#define OK ANSWER(200, JSON, "{\"id\":\"i1\",\"size\":5}")
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct fake_reply ok[] = { OK };
static const struct fake_reply slow[] = {
	{ 200, JSON, "{\"id\":\"i1\"}", OAC_OUTCOME_ANSWERED, false, 10000 },
};

struct rig {
	struct fake fake;
	struct oac_client *client;
	struct oac_loop *loop;
	struct async_seen seen[4];
	int spare;
};

static void begin(struct rig *rig, const struct fake_reply *replies, size_t count,
	const struct oac_loop_options *options)
{
	struct oac_error err;

	memset(rig, 0, sizeof(*rig));
	fake_init(&rig->fake, replies, count);
	rig->client = fake_client(&rig->fake, NULL);
	rig->loop = oac_loop_new(options, &err);
	assert_non_null(rig->loop);
	for (size_t i = 0; i < COUNT(rig->seen); i++)
		rig->seen[i].user = rig;
}

static void end(struct rig *rig)
{
	oac_loop_free(rig->loop);
	oac_client_free(rig->client);
	for (size_t i = 0; i < COUNT(rig->seen); i++)
		async_clear(&rig->seen[i]);
	assert_int_equal(rig->fake.running, 0);
	assert_int_equal(rig->fake.freed, 1);
}

static void get(struct rig *rig, size_t n)
{
	async_call(rig->loop, rig->client, &op_get_item, NULL, NULL, &rig->seen[n]);
}

static void run(struct rig *rig)
{
	struct oac_error err;

	assert_int_equal(oac_loop_run(rig->loop, &err), OAC_OK);
	assert_int_equal(oac_loop_count(rig->loop), 0);
}

/* ---- calls ---- */

static void test_a_call(void **state)
{
	struct rig rig;

	(void)state;
	begin(&rig, ok, 1, NULL);
	get(&rig, 0);
	/* Nothing happens before a turn. */
	assert_int_equal(rig.fake.request_count, 0);
	assert_int_equal(rig.seen[0].count, 0);
	assert_int_equal(oac_loop_count(rig.loop), 1);
	run(&rig);
	assert_int_equal(rig.seen[0].count, 1);
	assert_int_equal(rig.seen[0].status, OAC_OK);
	assert_string_equal(rig.seen[0].item->id, "i1");
	assert_string_equal(rig.fake.requests[0].url, "https://api.test/v1/boxes/b1/items/i1");
	end(&rig);
}

/* What was passed in is not looked at any more. */
static void test_arguments_may_go(void **state)
{
	struct create_item_request request = { .name = "the name" };
	char trace[] = "t1";
	struct oac_header header = { "X-Own", trace };
	struct oac_call_options options = { .headers = { 1, &header } };
	struct rig rig;

	(void)state;
	begin(&rig, ok, 1, NULL);
	async_call(rig.loop, rig.client, &op_create_item, &request, &options, &rig.seen[0]);
	request.name = "another";
	memset(trace, 'x', 2);
	memset(&options, 0xAA, sizeof(options));
	run(&rig);
	assert_string_equal(rig.fake.requests[0].body, "{\"name\":\"the name\"}");
	assert_string_equal(fake_header(&rig.fake, 0, "X-Own"), "t1");
	end(&rig);
}

static void test_what_cannot_be_sent_is_said_at_once(void **state)
{
	const struct create_item_request nameless = { 0 };
	struct oac_error err;
	struct rig rig;

	(void)state;
	begin(&rig, ok, 1, NULL);
	rig.seen[0].async.generation = 7;
	assert_int_equal(async_try(rig.loop, rig.client, &op_create_item, &nameless, NULL, &rig.seen[0],
		&err), OAC_E_ARGUMENT);
	assert_int_equal(rig.seen[0].async.generation, 0);
	assert_int_equal(async_try(rig.loop, NULL, &op_get_item, NULL, NULL, &rig.seen[0], &err),
		OAC_E_ARGUMENT);
	assert_int_equal(async_try(NULL, rig.client, &op_get_item, NULL, NULL, &rig.seen[0], &err),
		OAC_E_ARGUMENT);
	run(&rig);
	assert_int_equal(rig.seen[0].count, 0);
	end(&rig);
}

static void test_nobody_wants_to_know(void **state)
{
	const struct oac_done nobody = { NULL, NULL, NULL };
	struct oac_error err;
	struct rig rig;

	(void)state;
	begin(&rig, ok, 1, NULL);
	assert_int_equal(oac_call_async(rig.loop, rig.client, &op_get_item, box_and_item, NULL, NULL,
		&nobody, NULL, &err), OAC_OK);
	run(&rig);
	assert_int_equal(rig.fake.request_count, 1);
	end(&rig);
}

static void test_retries_and_raw_answers(void **state)
{
	static const struct fake_reply replies[] = {
		ANSWER(500, JSON "retry-after-ms: 20\n", "{}"),
		{ 0, NULL, NULL, OAC_OUTCOME_LOST, true, 0 },
		OK,
	};
	struct oac_response response;
	const struct oac_call_options options = { .response = &response };
	int64_t start;
	struct rig rig;

	(void)state;
	begin(&rig, replies, COUNT(replies), NULL);
	start = oac_now_ms();
	async_call(rig.loop, rig.client, &op_get_item, NULL, &options, &rig.seen[0]);
	run(&rig);
	assert_int_equal(rig.seen[0].status, OAC_OK);
	assert_int_equal(response.tries, 3);
	assert_string_equal(response.body, "{\"id\":\"i1\",\"size\":5}");
	oac_response_clear(&response);
	/* 20 ms as the server asks, then back-off of 750 to 1000 ms. */
	assert_in_range(oac_now_ms() - start, 765, 2000 + slack_ms());
	end(&rig);
}

static void test_time_limits(void **state)
{
	const struct oac_call_options limits[] = { { .timeout_ms = 30, .max_retries = OAC_INT(0) },
		{ .deadline_ms = 30 } };
	int64_t start = oac_now_ms();
	struct rig rig;

	(void)state;
	begin(&rig, slow, 1, NULL);
	for (size_t i = 0; i < 2; i++)
		async_call(rig.loop, rig.client, &op_get_item, NULL, &limits[i], &rig.seen[i]);
	run(&rig);
	for (size_t i = 0; i < 2; i++) {
		assert_int_equal(rig.seen[i].status, OAC_E_TIMEOUT);
		assert_in_range(rig.seen[i].at - start, 29, 1000);
	}
	end(&rig);
}

/* ---- cancelling ---- */

static void test_cancel(void **state)
{
	struct oac_async stale;
	struct rig rig;

	(void)state;
	begin(&rig, slow, 1, NULL);
	/* Before it began, and while it is on its way; twice. */
	get(&rig, 0);
	assert_true(oac_loop_cancel(rig.loop, rig.seen[0].async));
	get(&rig, 1);
	assert_int_equal(rig.seen[0].count, 0);
	assert_int_equal(oac_loop_turn(rig.loop, 0, NULL), OAC_OK);
	assert_int_equal(rig.seen[0].count, 1);
	assert_int_equal(rig.seen[0].status, OAC_E_CANCELLED);
	assert_int_equal(rig.seen[1].count, 0);
	assert_int_equal(rig.fake.running, 1);
	assert_true(oac_loop_cancel(rig.loop, rig.seen[1].async));
	assert_true(oac_loop_cancel(rig.loop, rig.seen[1].async));
	run(&rig);
	assert_int_equal(rig.seen[1].count, 1);
	assert_int_equal(rig.seen[1].status, OAC_E_CANCELLED);
	assert_int_equal(rig.seen[1].err.tries, 1);
	/* Afterwards a handle is nothing, also when something new has its place. */
	stale = rig.seen[1].async;
	assert_false(oac_loop_cancel(rig.loop, stale));
	rig.fake.replies = ok;
	get(&rig, 2);
	get(&rig, 3);
	assert_false(oac_loop_cancel(rig.loop, stale));
	assert_false(oac_loop_cancel(rig.loop, rig.seen[0].async));
	assert_false(oac_loop_cancel(rig.loop, (struct oac_async){ 0, 0 }));
	assert_false(oac_loop_cancel(rig.loop, (struct oac_async){ 1000000, 1 }));
	run(&rig);
	assert_int_equal(rig.seen[2].status, OAC_OK);
	assert_int_equal(rig.seen[3].status, OAC_OK);
	end(&rig);
}

static void cancel_itself_and_the_next(struct async_seen *seen)
{
	struct rig *rig = seen->user;

	assert_false(oac_loop_cancel(rig->loop, seen->async));
	assert_true(oac_loop_cancel(rig->loop, seen[1].async));
}

static void test_cancel_from_its_own_callback(void **state)
{
	struct rig rig;

	(void)state;
	begin(&rig, ok, 1, NULL);
	rig.seen[0].then = cancel_itself_and_the_next;
	get(&rig, 0);
	get(&rig, 1);
	run(&rig);
	assert_int_equal(rig.seen[0].count, 1);
	assert_int_equal(rig.seen[0].status, OAC_OK);
	assert_int_equal(rig.seen[1].count, 1);
	end(&rig);
}

static void test_cancel_all(void **state)
{
	struct rig rig;

	(void)state;
	begin(&rig, slow, 1, NULL);
	for (size_t i = 0; i < 4; i++)
		get(&rig, i);
	oac_loop_turn(rig.loop, 0, NULL);
	oac_loop_cancel_all(rig.loop);
	run(&rig);
	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(rig.seen[i].count, 1);
		assert_int_equal(rig.seen[i].status, OAC_E_CANCELLED);
	}
	end(&rig);
}

static void *pull_later(void *user)
{
	oac_sleep_ms(40, NULL);
	oac_cancel_pull(user);
	return NULL;
}

static struct oac_cancel *alarm_token;

static void on_alarm(int number)
{
	(void)number;
	oac_cancel_pull(alarm_token);
}

/* One token for several, pulled by another thread and by a signal handler. */
static void test_tokens(void **state)
{
	struct oac_cancel *cancel = oac_cancel_new();
	const struct oac_call_options options = { .cancel = cancel };
	struct sigaction action = { .sa_handler = on_alarm };
	const struct itimerspec in_40_ms = { { 0, 0 }, { 0, 40000000 } };
	timer_t timer;
	pthread_t thread;
	struct rig rig;
	int64_t start;

	(void)state;
	begin(&rig, slow, 1, NULL);
	for (size_t i = 0; i < 3; i++)
		async_call(rig.loop, rig.client, &op_get_item, NULL, &options, &rig.seen[i]);
	start = oac_now_ms();
	assert_int_equal(pthread_create(&thread, NULL, pull_later, cancel), 0);
	run(&rig);
	assert_in_range(oac_now_ms() - start, 30, 1000 + slack_ms());
	pthread_join(thread, NULL);
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(rig.seen[i].status, OAC_E_CANCELLED);
	/* One that was pulled before. */
	async_call(rig.loop, rig.client, &op_get_item, NULL, &options, &rig.seen[3]);
	run(&rig);
	assert_int_equal(rig.seen[3].status, OAC_E_CANCELLED);
	oac_cancel_free(cancel);

	alarm_token = oac_cancel_new();
	sigaction(SIGALRM, &action, NULL);
	assert_int_equal(timer_create(CLOCK_MONOTONIC, NULL, &timer), 0);
	timer_settime(timer, 0, &in_40_ms, NULL);
	async_call(rig.loop, rig.client, &op_get_item, NULL,
		&(struct oac_call_options){ .cancel = alarm_token }, &rig.seen[0]);
	run(&rig);
	assert_int_equal(rig.seen[0].status, OAC_E_CANCELLED);
	timer_delete(timer);
	oac_cancel_free(alarm_token);
	end(&rig);
}

static void free_token(struct async_seen *seen)
{
	oac_cancel_free(seen->user);
}

/* Once done is called, nobody looks at the token any more. */
static void test_a_token_is_freed_by_done(void **state)
{
	struct oac_call_options options = { .cancel = oac_cancel_new() };
	struct rig rig;

	(void)state;
	begin(&rig, ok, 1, NULL);
	rig.seen[0].then = free_token;
	rig.seen[0].user = options.cancel;
	async_call(rig.loop, rig.client, &op_get_item, NULL, &options, &rig.seen[0]);
	run(&rig);
	assert_int_equal(rig.seen[0].status, OAC_OK);
	end(&rig);
}

/* ---- from within callbacks ---- */

static void submit_again(struct async_seen *seen)
{
	struct rig *rig = seen->user;
	size_t before = rig->fake.request_count;

	async_clear(&rig->seen[1]);
	if (rig->spare-- > 0)
		async_call(rig->loop, rig->client, &op_get_item, NULL, NULL, seen);
	assert_int_equal(rig->fake.request_count, before);
	if (seen->item != NULL)
		oac_free(seen->item);
	seen->item = NULL;
}

static void test_submit_from_a_callback(void **state)
{
	const struct oac_loop_options options = { .max_queued = 1 };
	struct rig rig;

	(void)state;
	begin(&rig, ok, 1, &options);
	rig.spare = 20;
	rig.seen[0].then = submit_again;
	get(&rig, 0);
	run(&rig);
	assert_int_equal(rig.seen[0].count, 21);
	end(&rig);
}

static void run_again(struct async_seen *seen)
{
	struct rig *rig = seen->user;
	struct oac_error err;

	assert_int_equal(oac_loop_run(rig->loop, &err), OAC_E_ARGUMENT);
	assert_non_null(strstr(err.message, "callback"));
	assert_int_equal(oac_loop_turn(rig->loop, 0, &err), OAC_E_ARGUMENT);
}

static void test_no_turn_within_a_turn(void **state)
{
	struct rig rig;

	(void)state;
	begin(&rig, ok, 1, NULL);
	rig.seen[0].then = run_again;
	get(&rig, 0);
	run(&rig);
	assert_int_equal(rig.seen[0].count, 1);
	end(&rig);
}

/* ---- the end ---- */

static void submit_in_vain(struct async_seen *seen)
{
	struct rig *rig = seen->user;
	struct async_seen other = { 0 };
	struct oac_error err;

	assert_int_equal(async_try(rig->loop, rig->client, &op_get_item, NULL, NULL, &other, &err),
		OAC_E_CANCELLED);
	oac_loop_cancel_all(rig->loop);
	oac_loop_free(rig->loop);
}

static void test_free_ends_what_goes_on(void **state)
{
	struct rig rig;

	(void)state;
	begin(&rig, slow, 1, NULL);
	rig.seen[1].then = submit_in_vain;
	get(&rig, 0);
	get(&rig, 1);
	oac_loop_turn(rig.loop, 0, NULL);
	get(&rig, 2); /* not begun */
	oac_loop_free(rig.loop);
	rig.loop = NULL;
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(rig.seen[i].count, 1);
		assert_int_equal(rig.seen[i].status, OAC_E_CANCELLED);
	}
	oac_loop_free(NULL);
	end(&rig);
}

static void free_the_loop(struct async_seen *seen)
{
	struct rig *rig = seen->user;

	oac_loop_free(rig->loop);
	oac_loop_free(rig->loop);
	assert_int_equal(rig->seen[1].count, 0);
	submit_in_vain(seen);
}

static void test_free_from_a_callback(void **state)
{
	static const struct fake_reply replies[] = {
		OK,
		{ 200, JSON, "{\"id\":\"i1\"}", OAC_OUTCOME_ANSWERED, false, 10000 },
	};
	struct oac_error err;
	struct rig rig;

	(void)state;
	begin(&rig, replies, 2, NULL);
	rig.seen[0].then = free_the_loop;
	for (size_t i = 0; i < 3; i++)
		get(&rig, i);
	assert_int_equal(oac_loop_run(rig.loop, &err), OAC_E_CANCELLED);
	assert_int_equal(rig.seen[0].status, OAC_OK);
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(rig.seen[i].count, 1);
	assert_int_equal(rig.seen[2].status, OAC_E_CANCELLED);
	rig.loop = NULL;
	end(&rig);
}

static void free_the_client(struct async_seen *seen)
{
	struct rig *rig = seen->user;

	oac_client_free(rig->client);
	rig->client = NULL;
}

/* A client goes when the last of its calls has ended, wherever it was freed. */
static void test_free_the_client(void **state)
{
	static const struct fake_reply replies[] = {
		OK,
		ANSWER(500, JSON "retry-after-ms: 20\n", "{}"),
		OK,
	};
	struct rig rig;

	(void)state;
	begin(&rig, replies, COUNT(replies), NULL);
	rig.seen[0].then = free_the_client;
	get(&rig, 0);
	get(&rig, 1);
	run(&rig);
	assert_int_equal(rig.seen[1].status, OAC_OK);
	assert_int_equal(rig.seen[1].count, 1);
	assert_int_equal(rig.fake.freed, 1);
	end(&rig);
	begin(&rig, slow, 1, NULL);
	get(&rig, 0);
	oac_loop_turn(rig.loop, 0, NULL);
	oac_client_free(rig.client);
	rig.client = NULL;
	assert_int_equal(rig.fake.freed, 0);
	oac_loop_cancel_all(rig.loop);
	run(&rig);
	assert_int_equal(rig.seen[0].status, OAC_E_CANCELLED);
	assert_int_equal(rig.fake.freed, 1);
	end(&rig);
}

/* ---- waking up ---- */

struct wakes {
	struct oac_loop *loop;
	int count;
	struct rig *rig;
};

static void count_wakes(void *user)
{
	struct wakes *wakes = user;

	wakes->count++;
	if (wakes->rig != NULL)
		get(wakes->rig, 0);
}

static void *wake_later(void *user)
{
	struct wakes *wakes = user;

	oac_sleep_ms(40, NULL);
	for (int i = 0; i < 100; i++)
		oac_loop_wake(wakes->loop);
	return NULL;
}

static void test_wake(void **state)
{
	struct wakes wakes = { 0 };
	const struct oac_loop_options options = { .on_wake = count_wakes, .user = &wakes };
	pthread_t thread;
	struct rig rig;
	int64_t start;

	(void)state;
	begin(&rig, ok, 1, &options);
	wakes.loop = rig.loop;
	start = oac_now_ms();
	assert_int_equal(oac_loop_turn(rig.loop, 20, NULL), OAC_OK);
	assert_in_range(oac_now_ms() - start, 19, 1000 + slack_ms());
	assert_int_equal(wakes.count, 0);
	assert_int_equal(pthread_create(&thread, NULL, wake_later, &wakes), 0);
	assert_int_equal(oac_loop_turn(rig.loop, OAC_NO_LIMIT, NULL), OAC_OK);
	assert_true(wakes.count >= 1);
	pthread_join(thread, NULL);
	wakes.rig = &rig;
	oac_loop_wake(rig.loop);
	oac_loop_turn(rig.loop, OAC_NO_LIMIT, NULL);
	run(&rig);
	assert_int_equal(rig.seen[0].count, 1);
	end(&rig);
}

/* ---- fork ---- */

static int child(struct rig *rig)
{
	struct async_seen seen = { 0 };
	struct oac_error err;

	if (oac_loop_run(rig->loop, &err) != OAC_E_ARGUMENT || strstr(err.message, "parent") == NULL)
		return 1;
	if (async_try(rig->loop, rig->client, &op_get_item, NULL, NULL, &seen, &err) != OAC_E_ARGUMENT)
		return 2;
	if (oac_loop_cancel(rig->loop, rig->seen[0].async))
		return 3;
	oac_loop_cancel_all(rig->loop);
	oac_loop_free(rig->loop);
	return rig->seen[0].count == 0 ? 0 : 4;
}

static void test_fork(void **state)
{
	int status;
	struct rig rig;
	pid_t pid;

	(void)state;
	begin(&rig, slow, 1, NULL);
	get(&rig, 0);
	oac_loop_turn(rig.loop, 0, NULL);
	pid = fork();
	if (pid == 0)
		_exit(child(&rig));
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
	oac_loop_cancel_all(rig.loop);
	run(&rig);
	assert_int_equal(rig.seen[0].count, 1);
	end(&rig);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_call),
		cmocka_unit_test(test_arguments_may_go),
		cmocka_unit_test(test_what_cannot_be_sent_is_said_at_once),
		cmocka_unit_test(test_nobody_wants_to_know),
		cmocka_unit_test(test_retries_and_raw_answers),
		cmocka_unit_test(test_time_limits),
		cmocka_unit_test(test_cancel),
		cmocka_unit_test(test_cancel_from_its_own_callback),
		cmocka_unit_test(test_cancel_all),
		cmocka_unit_test(test_tokens),
		cmocka_unit_test(test_a_token_is_freed_by_done),
		cmocka_unit_test(test_submit_from_a_callback),
		cmocka_unit_test(test_no_turn_within_a_turn),
		cmocka_unit_test(test_free_ends_what_goes_on),
		cmocka_unit_test(test_free_from_a_callback),
		cmocka_unit_test(test_free_the_client),
		cmocka_unit_test(test_wake),
		cmocka_unit_test(test_fork),
	};

	slack_begin();
	return cmocka_run_group_tests_name("loop", tests, NULL, NULL);
}
