/*
 * Everything that can go wrong on the wire, on one loop: see fault_table.h. Cases are met
 * side by side, each with a client and a server of its own.
 */
#include "fault_table.h"
#include "oac_async.h"
#include "slack.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum {
	SIDE_BY_SIDE = 16,
	PAUSE_MS = 60, /* between calls: what the server does after an answer is done */
};

struct place {
	bool busy;
	bool called;
	struct fault_meeting meeting;
	int calls_left;
	int64_t at; /* of the next call */
	int64_t began;
	int64_t took_ms;
	struct oac_error err;
	struct item *item;
};

static struct {
	struct oac_loop *loop;
	size_t next;
	size_t met;
	size_t failed;
	struct place places[SIDE_BY_SIDE];
} work;

static void call_done(void *user, enum oac_status status, struct item *item, const struct oac_error *err)
{
	struct place *p = user;

	p->took_ms = oac_now_ms() - p->began;
	p->err = *err;
	p->item = item;
	p->called = false;
	p->at = oac_now_ms() + PAUSE_MS;
	if (err->status != status)
		work.failed++;
}

static OAC_DONE_FUNCTION(item)

static bool take_case(struct fault_case *c)
{
	bool taken = false;

	while (!taken && work.next < fault_count())
		taken = fault_case(work.next++, c);
	work.met += taken;
	return taken;
}

static void call(struct place *p)
{
	const struct oac_done done = { item_done, (oac_function *)call_done, p };
	const struct fault_meeting *m = &p->meeting;
	struct oac_error err;

	oac_free(p->item);
	p->item = NULL;
	p->calls_left--;
	p->called = true;
	p->began = oac_now_ms();
	assert_int_equal(oac_call_async(work.loop, m->client, m->operation, box_and_item, m->request,
		&m->options, &done, NULL, &err), OAC_OK);
}

static void check(struct place *p)
{
	const struct fault_seen seen = { &p->err, p->item, p->took_ms };
	char problem[4 * FAULT_TEXT];

	if (!fault_check(&p->meeting, &seen, problem, sizeof(problem))) {
		work.failed++;
		print_error("%s", problem);
	}
	oac_free(p->item);
	fault_end(&p->meeting);
	p->busy = false;
}

/* The next thing for a place to do. False: there is nothing more. */
static bool go_on(struct place *p)
{
	struct fault_case c;

	if (p->called || (p->busy && oac_now_ms() < p->at))
		return true;
	if (p->busy && p->calls_left > 0) {
		call(p);
		return true;
	}
	if (p->busy)
		check(p);
	if (!take_case(&c))
		return false;
	memset(p, 0, sizeof(*p));
	p->busy = true;
	fault_begin(&p->meeting, &c);
	p->calls_left = c.fault.calls > 1 ? c.fault.calls : 1;
	call(p);
	return true;
}

static void test_faults(void **state)
{
	struct oac_error err;
	bool busy = true;

	(void)state;
	slack_begin();
	work.loop = oac_loop_new(NULL, &err);
	assert_non_null(work.loop);
	while (busy) {
		busy = false;
		for (int i = 0; i < SIDE_BY_SIDE; i++)
			busy |= go_on(&work.places[i]);
		assert_int_equal(oac_loop_turn(work.loop, 10, &err), OAC_OK);
	}
	assert_int_equal(oac_loop_count(work.loop), 0);
	oac_loop_free(work.loop);
	print_message("# %zu faults met\n", work.met);
	assert_true(work.met > 400);
	assert_int_equal(work.failed, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_faults) };

	return cmocka_run_group_tests_name("faults on a loop", tests, NULL, NULL);
}
