/* What the runtime wants of the system when that is short of descriptors; arenas. */
#define _POSIX_C_SOURCE 200809L

#include "call_fixture.h"
#include "oac_memory.h"
#include "oac_platform.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

static struct rlimit limit_descriptors(rlim_t most)
{
	struct rlimit before;
	struct rlimit limit;

	assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
	limit = before;
	limit.rlim_cur = most;
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &limit), 0);
	return before;
}

static int64_t cpu_ms(void)
{
	return (int64_t)clock() * 1000 / CLOCKS_PER_SEC;
}

/* With so few descriptors allowed, poll() fails: a wait is still a wait, and no busy loop. */
static void test_waits_without_poll(void **state)
{
	struct oac_cancel *cancel = oac_cancel_new();
	struct rlimit before = limit_descriptors(1);
	int64_t start = oac_now_ms();
	int64_t cpu = cpu_ms();

	(void)state;
	enum oac_status slept = oac_sleep_ms(200, cancel);
	int64_t took = oac_now_ms() - start;
	cpu = cpu_ms() - cpu;
	oac_cancel_pull(cancel);
	enum oac_status pulled = oac_sleep_ms(10000, cancel);
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
	assert_int_equal(slept, OAC_OK);
	assert_in_range(took, 199, 3000);
	assert_in_range(cpu, 0, 60);
	assert_int_equal(pulled, OAC_E_CANCELLED);
	oac_cancel_free(cancel);
}

static void test_no_descriptors(void **state)
{
	const struct oac_client_options options = { .api_key = "k" };
	struct rlimit before = limit_descriptors(3);
	struct oac_error err;
	int fds[2];

	(void)state;
	bool opened = oac_pipe_open(fds);
	struct oac_cancel *cancel = oac_cancel_new();
	struct oac_client *client = oac_client_new(&fixture_api, &options, &err);
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
	assert_false(opened);
	assert_int_equal(fds[0], -1);
	assert_int_equal(fds[1], -1);
	assert_null(cancel);
	assert_null(client);
	assert_int_equal(err.status, OAC_E_CONFIG);
	assert_non_null(strstr(err.message, "descriptors"));
}

static void test_pipes(void **state)
{
	int fds[2];

	(void)state;
	assert_true(oac_pipe_open(fds));
	for (int i = 0; i < 2; i++) {
		assert_true(fcntl(fds[i], F_GETFD) & FD_CLOEXEC);
		assert_true(fcntl(fds[i], F_GETFL) & O_NONBLOCK);
	}
	assert_false(oac_is_readable(fds[0]));
	assert_false(oac_pipe_take(fds[0]));
	oac_pipe_put(fds[1]);
	assert_true(oac_is_readable(fds[0]));
	oac_wait_readable(fds[0], -1, -1);
	assert_true(oac_pipe_take(fds[0]));
	oac_pipe_close(fds);
	assert_int_equal(fds[0], -1);
	oac_pipe_close(fds);
}

static void test_random(void **state)
{
	double least = 1;
	double most = 0;

	(void)state;
	for (int i = 0; i < 1000; i++) {
		double x = oac_random();
		assert_true(x >= 0 && x < 1);
		least = x < least ? x : least;
		most = x > most ? x : most;
	}
	assert_true(least < 0.1 && most > 0.9);
}

/* After a reset one block holds as much as all before. */
static void test_arena(void **state)
{
	struct oac_arena arena;

	(void)state;
	assert_true(oac_arena_init(&arena, 100));
	for (int i = 0; i < 1000; i++) {
		char *piece = oac_arena_alloc(&arena, 33);
		assert_non_null(piece);
		assert_int_equal((uintptr_t)piece % sizeof(void *), 0);
		memset(piece, i, 33);
	}
	assert_non_null(oac_arena_text(&arena, 5000));
	assert_null(oac_arena_alloc(&arena, SIZE_MAX - 7));
	assert_null(oac_arena_text(&arena, SIZE_MAX));
	oac_arena_reset(&arena);
	struct oac_arena_block *first = arena.first;
	assert_true(arena.end - arena.next >= 38000);
	memset(oac_arena_alloc(&arena, 38000), 1, 38000);
	oac_arena_reset(&arena);
	assert_ptr_equal(arena.first, first);
	oac_arena_clear(&arena);
	oac_arena_free(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_waits_without_poll),
		cmocka_unit_test(test_no_descriptors),
		cmocka_unit_test(test_pipes),
		cmocka_unit_test(test_random),
		cmocka_unit_test(test_arena),
	};

	return cmocka_run_group_tests_name("platform", tests, NULL, NULL);
}
