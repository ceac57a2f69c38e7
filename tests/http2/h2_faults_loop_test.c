/*
 * What can go wrong in HTTP/2, on one loop: see h2_faults.h. The faults are met side by side,
 * each with a client and a server of its own.
 */
#define _POSIX_C_SOURCE 200809L

#include "h2_faults.h"
#include "oac_async.h"
#include "slack.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

struct place {
	struct h2_meeting meeting;
	int calls_left;
	int64_t began;
};

static struct {
	struct certificates certificates;
	struct oac_loop *loop;
	size_t next;
	size_t met;
	size_t failed;
	struct place places[H2_FAULTS_AT_ONCE];
} work;

static OAC_DONE_FUNCTION(item)

static void call_done(void *user, enum oac_status status, struct item *item, const struct oac_error *err);

static void call(struct place *p)
{
	const struct oac_done done = { item_done, (oac_function *)call_done, p };
	const struct h2_meeting *m = &p->meeting;
	struct oac_error err;

	p->calls_left--;
	p->began = oac_now_ms();
	assert_int_equal(oac_call_async(work.loop, m->client, m->operation, box_and_item, m->request,
		&m->options, &done, NULL, &err), OAC_OK);
}

static void begin_next(struct place *p)
{
	memset(p, 0, sizeof(*p));
	while (work.next < h2_fault_count()) {
		if (!h2_fault_begin(&p->meeting, work.next++, &work.certificates))
			continue;
		work.met++;
		p->calls_left = p->meeting.calls;
		call(p);
		return;
	}
}

static void call_done(void *user, enum oac_status status, struct item *item, const struct oac_error *err)
{
	struct place *p = user;
	const struct h2_seen seen = { err, item, oac_now_ms() - p->began };
	char problem[4096];

	if (p->calls_left > 0) {
		oac_free(item);
		call(p);
		return;
	}
	if (!h2_fault_check(&p->meeting, &seen, problem, sizeof(problem)) || status != err->status) {
		work.failed++;
		print_error("%s", problem);
	}
	oac_free(item);
	h2_fault_end(&p->meeting);
	begin_next(p);
}

static void test_faults(void **state)
{
	struct oac_error err;

	(void)state;
	if (!certificates_make(&work.certificates)) {
		certificates_remove(&work.certificates);
		print_message("there is no openssl command\n");
		skip();
	}
	slack_begin();
	work.loop = oac_loop_new(NULL, &err);
	assert_non_null(work.loop);
	for (int i = 0; i < H2_FAULTS_AT_ONCE; i++)
		begin_next(&work.places[i]);
	assert_int_equal(oac_loop_run(work.loop, &err), OAC_OK);
	oac_loop_free(work.loop);
	certificates_remove(&work.certificates);
	print_message("# %zu faults met\n", work.met);
	assert_true(work.met > 120);
	assert_int_equal(work.failed, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_faults) };

	return cmocka_run_group_tests_name("faults in HTTP/2 on a loop", tests, NULL, NULL);
}
