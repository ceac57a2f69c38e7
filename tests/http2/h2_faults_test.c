/*
 * What can go wrong in HTTP/2, by blocking calls: see h2_faults.h. Most of it is waiting, so a
 * few threads meet the faults side by side.
 */
#define _POSIX_C_SOURCE 200809L

#include "h2_faults.h"
#include "slack.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct {
	struct certificates certificates;
	pthread_mutex_t lock;
	size_t next;
	size_t met;
	size_t failed;
} work = { .lock = PTHREAD_MUTEX_INITIALIZER };

static bool meet(struct h2_meeting *m, char *problem, size_t size)
{
	struct h2_seen seen = { 0 };
	struct oac_error err;
	void *out = NULL;

	for (int i = 0; i < m->calls; i++) {
		oac_free(out);
		int64_t start = oac_now_ms();
		oac_call(m->client, m->operation, box_and_item, m->request, &m->options, &out, &err);
		seen.took_ms = oac_now_ms() - start;
	}
	seen.err = &err;
	seen.item = out;
	bool ok = h2_fault_check(m, &seen, problem, size);
	oac_free(out);
	return ok;
}

static size_t take(void)
{
	pthread_mutex_lock(&work.lock);
	size_t n = work.next++;
	pthread_mutex_unlock(&work.lock);
	return n;
}

static void *meet_some(void *user)
{
	char problem[4096];
	struct h2_meeting m;
	size_t n;

	(void)user;
	while ((n = take()) < h2_fault_count()) {
		if (!h2_fault_begin(&m, n, &work.certificates))
			continue;
		bool ok = meet(&m, problem, sizeof(problem));
		h2_fault_end(&m);
		pthread_mutex_lock(&work.lock);
		work.met++;
		work.failed += !ok;
		if (!ok)
			print_error("%s", problem);
		pthread_mutex_unlock(&work.lock);
	}
	return NULL;
}

static void test_faults(void **state)
{
	pthread_t threads[H2_FAULTS_AT_ONCE];

	(void)state;
	if (!certificates_make(&work.certificates)) {
		certificates_remove(&work.certificates);
		print_message("there is no openssl command\n");
		skip();
	}
	slack_begin();
	for (int i = 0; i < H2_FAULTS_AT_ONCE; i++)
		assert_int_equal(pthread_create(&threads[i], NULL, meet_some, NULL), 0);
	for (int i = 0; i < H2_FAULTS_AT_ONCE; i++)
		pthread_join(threads[i], NULL);
	certificates_remove(&work.certificates);
	print_message("# %zu faults met\n", work.met);
	assert_true(work.met > 120);
	assert_int_equal(work.failed, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_faults) };

	return cmocka_run_group_tests_name("faults in HTTP/2", tests, NULL, NULL);
}
