/*
 * oom_rows.h: whole calls, a row each, in which an allocation fails, whoever asked for it: the
 * first, the second, ... until there are no more; alone, and with all that follow. Each time
 * the call says so, leaves nothing behind, and does not hang. For one .c of a test program.
 */
#ifndef OOM_ROWS_H
#define OOM_ROWS_H

#include "failing_malloc.h"

#include "call_fixture.h"
#include "http_script.h"
#include "slack.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

enum {
	REPLIES = 4,
	FAILURES_MAX = 20000,
	RUN_MS = 2000,
};

struct reply {
	const char *status;
	const char *headers;
	const char *body;
};

struct scenario {
	const char *name;
	enum oac_status (*run)(const char *url, struct oac_error *err);
	struct reply replies[REPLIES];
	enum oac_status status; /* when all allocations succeed */
	/*
	 * One allocation may fail without harm: a delta that cannot be added in place is merged the
	 * slower way, and a loop watches a socket that it has no place to remember.
	 */
	bool spares_one;
};

#define JSON "Content-Type: application/json\r\n"

static inline enum oac_status run_once(const struct scenario *scenario, size_t fail_at, bool for_good,
	struct oac_error *err)
{
	struct http_script *server = http_script_new();
	char url[64];

	for (size_t i = 0; i < REPLIES && scenario->replies[i].status != NULL; i++)
		http_script_answer(server, scenario->replies[i].status, scenario->replies[i].headers,
			scenario->replies[i].body);
	snprintf(url, sizeof(url), "%s", http_script_url(server));
	memset(err, 0xAA, sizeof(*err));
	int64_t start = oac_now_ms();
	memory_begin(fail_at, for_good);
	enum oac_status status = scenario->run(url, err);
	memory_end();
	int64_t took_ms = oac_now_ms() - start;
	int64_t most_ms = (getenv("OAC_VALGRIND") != NULL ? 10 * RUN_MS : RUN_MS) + slack_ms();
	if (took_ms > most_ms)
		fail_msg("%s, allocation %zu: %d ms", scenario->name, fail_at, (int)took_ms);
	long left = memory_left(most_ms);
	if (left != 0)
		fail_msg("%s, allocation %zu: %ld blocks are left", scenario->name, fail_at, left);
	assert_int_equal(err->status, status);
	http_script_free(server);
	return status;
}

/*
 * A failure that the call comes to anyway may stand: the server's 404 says more than that
 * there was no memory for its details. What libcurl makes of an allocation of its own may be
 * another failure, or none.
 */
static inline bool is_defined(const struct scenario *scenario, enum oac_status status,
	const struct oac_error *err)
{
	if (status == OAC_E_NOMEM || (status == scenario->status && status != OAC_OK))
		return true;
	if (memory.failed_own)
		return scenario->spares_one && memory.failed == 1 && status == scenario->status;
	return status == scenario->status || status == OAC_E_CONFIG || status == OAC_E_CONNECT ||
		status == OAC_E_PROTOCOL || status == OAC_E_TIMEOUT ||
		(status == OAC_E_HTTP && err->http_status == 500); /* a try is lost, and the next one's answer */
}

static inline void fail_each(const struct scenario *scenario, bool for_good)
{
	struct oac_error err;
	size_t own = 0;
	size_t n;

	for (n = 1; n < FAILURES_MAX; n++) {
		enum oac_status status = run_once(scenario, n, for_good, &err);
		if (memory.failed == 0)
			break;
		own += memory.failed_own;
		if (!is_defined(scenario, status, &err))
			fail_msg("%s, allocation %zu%s (%s): %s after %d tries: %s", scenario->name, n,
				for_good ? " and all that follow" : "", memory.failed_own ? "ours" : "a library's",
				oac_status_name(status), err.tries, err.message);
	}
	assert_true(n < FAILURES_MAX);
	assert_true(own > 0);
	printf("# %s: %zu allocations, %zu of ours\n", scenario->name, n, own);
}

static inline void try_rows(const struct scenario *rows, size_t count)
{
	struct oac_error err;

	if (!FAILING_MALLOC) {
		print_message("# the sanitizer has an allocator of its own\n");
		skip();
	}
	slack_begin();
	for (size_t i = 0; i < count; i++) {
		/* What is set up once for the process stays. */
		(void)rows[i].run("http://127.0.0.1:1", &err);
		assert_int_equal(run_once(&rows[i], 0, false, &err), rows[i].status);
		fail_each(&rows[i], false);
		fail_each(&rows[i], true);
	}
}

#endif
