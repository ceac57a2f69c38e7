/*
 * Everything that can go wrong on the wire, by blocking calls: see fault_table.h. Most of
 * a case is waiting, so a few threads meet them side by side.
 */
#define _POSIX_C_SOURCE 200809L

#include "fault_table.h"
#include "slack.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum {
	WORKERS = 16,
	PAUSE_MS = 60, /* between calls: what the server does after an answer is done */
};

static struct {
	pthread_mutex_t lock;
	size_t next;
	size_t met;
	size_t failed;
} work = { .lock = PTHREAD_MUTEX_INITIALIZER };

static bool meet(const struct fault_case *c, char *problem, size_t size)
{
	int calls = c->fault.calls > 1 ? c->fault.calls : 1;
	struct fault_meeting meeting;
	struct fault_seen seen = { 0 };
	struct oac_error err;
	void *out = NULL;

	fault_begin(&meeting, c);
	for (int i = 0; i < calls; i++) {
		oac_free(out);
		if (i > 0)
			oac_sleep_ms(PAUSE_MS, NULL);
		int64_t start = oac_now_ms();
		oac_call(meeting.client, meeting.operation, box_and_item, meeting.request,
			&meeting.options, &out, &err);
		seen.took_ms = oac_now_ms() - start;
	}
	seen.err = &err;
	seen.item = out;
	bool ok = fault_check(&meeting, &seen, problem, size);
	oac_free(out);
	fault_end(&meeting);
	return ok;
}

static bool take_case(struct fault_case *c)
{
	bool taken = false;

	pthread_mutex_lock(&work.lock);
	while (!taken && work.next < fault_count())
		taken = fault_case(work.next++, c);
	work.met += taken;
	pthread_mutex_unlock(&work.lock);
	return taken;
}

static void *meet_cases(void *user)
{
	struct fault_case c;
	char problem[4 * FAULT_TEXT];

	(void)user;
	while (take_case(&c)) {
		if (meet(&c, problem, sizeof(problem)))
			continue;
		pthread_mutex_lock(&work.lock);
		work.failed++;
		print_error("%s", problem);
		pthread_mutex_unlock(&work.lock);
	}
	return NULL;
}

static void test_faults(void **state)
{
	pthread_t threads[WORKERS];

	(void)state;
	slack_begin();
	for (int i = 0; i < WORKERS; i++)
		assert_int_equal(pthread_create(&threads[i], NULL, meet_cases, NULL), 0);
	for (int i = 0; i < WORKERS; i++)
		pthread_join(threads[i], NULL);
	print_message("# %zu faults met\n", work.met);
	assert_true(work.met > 400);
	assert_int_equal(work.failed, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_faults) };

	return cmocka_run_group_tests_name("faults", tests, NULL, NULL);
}
