/* A program that holds its loop up, and an event loop that tells of time before it tells of sockets. */
#include "scripted_clock.h"

#include "http_script.h"
#include "loop_fixture.h"
#include "poll_adapter.h"

#include <sched.h>
#include <stdatomic.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

enum {
	TIMEOUT_MS = 10000,
};

static atomic_bool may_send;
static atomic_bool is_sent;

/* Before the answer, and after it. */
static void on_answer(void *user)
{
	(void)user;
	atomic_store(&is_sent, atomic_load(&may_send));
	while (!atomic_load(&may_send))
		sched_yield();
}

/* An answer that came in time counts, though the time is over when it is looked at. */
static void test_what_came_in_time(void **state)
{
	static const struct http_action answer[] = {
		{ HTTP_CALL, NULL, 0, 0 },
		{ HTTP_SEND, "HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n{\"id\":\"i1\"}", 0, 0 },
		{ HTTP_CALL, NULL, 0, 0 },
	};
	struct mine mine = { .due = INT64_MAX, .most_ms = 1 };
	const struct oac_loop_adapter adapter = { &mine, my_watch, my_timer };
	const struct oac_loop_options options = { .adapter = &adapter };
	const struct oac_call_options call = { .timeout_ms = TIMEOUT_MS, .max_retries = OAC_INT(0) };
	struct http_script *server = http_script_new();
	struct oac_client_options own = { .api_key = "sk-secret", .base_url = http_script_url(server) };
	struct async_seen seen = { 0 };
	struct oac_client *client;

	(void)state;
	http_script_hook(server, on_answer, NULL);
	http_script_add(server, answer, COUNT(answer));
	scripted_clock_start();
	client = oac_client_new(&fixture_api, &own, NULL);
	mine.loop = oac_loop_new(&options, NULL);
	async_call(mine.loop, client, &op_get_item, NULL, &call, &seen);
	while (http_script_count(server) == 0)
		my_turn(&mine);
	assert_int_equal(seen.count, 0);
	/* Now the program has better things to do. */
	atomic_store(&may_send, true);
	while (!atomic_load(&is_sent))
		sched_yield();
	scripted_clock.now_ms += TIMEOUT_MS;
	mine.due = INT64_MAX;
	oac_loop_timer(mine.loop);
	while (seen.count == 0)
		my_turn(&mine);
	assert_int_equal(seen.status, OAC_OK);
	async_clear(&seen);
	oac_loop_free(mine.loop);
	oac_client_free(client);
	http_script_free(server);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_what_came_in_time) };

	return cmocka_run_group_tests_name("a loop that is held up", tests, NULL, NULL);
}
