/* The retry policy: each row of the contract, as data. */
#include "oac_retry.h"

#include "oac_http_date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* Sun, 06 Nov 1994 08:49:37 GMT */
#define DATE 784111777

enum {
	NO = -1, /* delay: not sent again */
};

struct row {
	const char *what;
	const char *method;
	enum oac_outcome outcome;
	bool sent_whole;
	int http_status;
	const char *headers;
	int retries_done;
	enum oac_retry_post retry_post;
	double random;
	int64_t delay_ms;
};

#define ANSWERED OAC_OUTCOME_ANSWERED
#define DEFAULT OAC_RETRY_POST_DEFAULT
#define ALWAYS OAC_RETRY_POST_ALWAYS
#define NEVER OAC_RETRY_POST_NEVER

static const struct row rows[] = {
	/* statuses */
	{ "200", "GET", ANSWERED, true, 200, NULL, 0, DEFAULT, 0, NO },
	{ "304", "GET", ANSWERED, true, 304, NULL, 0, DEFAULT, 0, NO },
	{ "400", "GET", ANSWERED, true, 400, NULL, 0, DEFAULT, 0, NO },
	{ "401", "GET", ANSWERED, true, 401, NULL, 0, DEFAULT, 0, NO },
	{ "403", "GET", ANSWERED, true, 403, NULL, 0, DEFAULT, 0, NO },
	{ "404", "GET", ANSWERED, true, 404, NULL, 0, DEFAULT, 0, NO },
	{ "408", "GET", ANSWERED, true, 408, NULL, 0, DEFAULT, 0, 500 },
	{ "409", "GET", ANSWERED, true, 409, NULL, 0, DEFAULT, 0, 500 },
	{ "410", "GET", ANSWERED, true, 410, NULL, 0, DEFAULT, 0, NO },
	{ "422", "GET", ANSWERED, true, 422, NULL, 0, DEFAULT, 0, NO },
	{ "429", "GET", ANSWERED, true, 429, NULL, 0, DEFAULT, 0, 500 },
	{ "499", "GET", ANSWERED, true, 499, NULL, 0, DEFAULT, 0, NO },
	{ "500", "GET", ANSWERED, true, 500, NULL, 0, DEFAULT, 0, 500 },
	{ "503", "GET", ANSWERED, true, 503, NULL, 0, DEFAULT, 0, 500 },
	{ "599", "GET", ANSWERED, true, 599, NULL, 0, DEFAULT, 0, 500 },
	{ "a status decides for POST", "POST", ANSWERED, true, 500, NULL, 0, DEFAULT, 0, 500 },
	{ "a status decides though its body was cut", "POST", OAC_OUTCOME_CUT, true, 500, NULL, 0, DEFAULT, 0, 500 },
	{ "a 404 decides though its body was cut", "GET", OAC_OUTCOME_CUT, true, 404, NULL, 0, DEFAULT, 0, NO },

	/* x-should-retry */
	{ "true over 400", "GET", ANSWERED, true, 400, "X-Should-Retry: true\n", 0, DEFAULT, 0, 500 },
	{ "false over 500", "GET", ANSWERED, true, 500, "x-should-retry: false\n", 0, DEFAULT, 0, NO },
	{ "another word", "GET", ANSWERED, true, 500, "x-should-retry: maybe\n", 0, DEFAULT, 0, 500 },
	{ "true on a success", "GET", ANSWERED, true, 200, "x-should-retry: true\n", 0, DEFAULT, 0, NO },

	/* how often */
	{ "the last one", "GET", ANSWERED, true, 500, NULL, 2, DEFAULT, 0, NO },
	{ "beyond", "GET", OAC_OUTCOME_NOT_CONNECTED, false, 0, NULL, 3, DEFAULT, 0, NO },

	/* failures */
	{ "no connection", "GET", OAC_OUTCOME_NOT_CONNECTED, false, 0, NULL, 0, DEFAULT, 0, 500 },
	{ "no connection, POST", "POST", OAC_OUTCOME_NOT_CONNECTED, false, 0, NULL, 0, DEFAULT, 0, 500 },
	{ "lost, GET", "GET", OAC_OUTCOME_LOST, true, 0, NULL, 0, DEFAULT, 0, 500 },
	{ "lost, DELETE", "DELETE", OAC_OUTCOME_LOST, true, 0, NULL, 0, DEFAULT, 0, 500 },
	{ "lost, PUT", "PUT", OAC_OUTCOME_LOST, true, 0, NULL, 0, DEFAULT, 0, 500 },
	{ "lost, POST in part", "POST", OAC_OUTCOME_LOST, false, 0, NULL, 0, DEFAULT, 0, 500 },
	{ "lost, POST whole", "POST", OAC_OUTCOME_LOST, true, 0, NULL, 0, DEFAULT, 0, NO },
	{ "lost, QUERY whole", "QUERY", OAC_OUTCOME_LOST, true, 0, NULL, 0, DEFAULT, 0, 500 },
	{ "lost, a method of somebody's whole", "PURGE", OAC_OUTCOME_LOST, true, 0, NULL, 0, DEFAULT, 0, NO },
	{ "lost, PATCH whole", "PATCH", OAC_OUTCOME_LOST, true, 0, NULL, 0, DEFAULT, 0, NO },
	{ "lost, POST whole, always", "POST", OAC_OUTCOME_LOST, true, 0, NULL, 0, ALWAYS, 0, 500 },
	{ "cut, GET", "GET", OAC_OUTCOME_CUT, true, 200, NULL, 0, DEFAULT, 0, 500 },
	{ "cut, POST", "POST", OAC_OUTCOME_CUT, true, 200, NULL, 0, DEFAULT, 0, NO },
	{ "cut, POST, always", "POST", OAC_OUTCOME_CUT, true, 200, NULL, 0, ALWAYS, 0, 500 },
	{ "timeout, GET", "GET", OAC_OUTCOME_TIMED_OUT, true, 0, NULL, 0, DEFAULT, 0, 500 },
	{ "timeout, POST connecting", "POST", OAC_OUTCOME_TIMED_OUT, false, 0, NULL, 0, DEFAULT, 0, 500 },
	{ "timeout, POST whole", "POST", OAC_OUTCOME_TIMED_OUT, true, 0, NULL, 0, DEFAULT, 0, NO },
	{ "never: POST with a status", "POST", ANSWERED, true, 500, NULL, 0, NEVER, 0, NO },
	{ "never: POST not connected", "POST", OAC_OUTCOME_NOT_CONNECTED, false, 0, NULL, 0, NEVER, 0, NO },
	{ "never is not for GET", "GET", ANSWERED, true, 500, NULL, 0, NEVER, 0, 500 },
	{ "cancelled", "GET", OAC_OUTCOME_CANCELLED, true, 0, NULL, 0, ALWAYS, 0, NO },
	{ "cancelled within a 500", "GET", OAC_OUTCOME_CANCELLED, true, 500, NULL, 0, ALWAYS, 0, NO },
	{ "stopped", "GET", OAC_OUTCOME_STOPPED, true, 200, NULL, 0, ALWAYS, 0, NO },
	{ "headers too large", "GET", OAC_OUTCOME_TOO_LARGE, true, 0, NULL, 0, ALWAYS, 0, NO },
	{ "not HTTP", "GET", OAC_OUTCOME_NOT_HTTP, true, 0, NULL, 0, ALWAYS, 0, NO },
	{ "untrusted", "GET", OAC_OUTCOME_UNTRUSTED, false, 0, NULL, 0, ALWAYS, 0, NO },
	{ "unusable", "GET", OAC_OUTCOME_UNUSABLE, false, 0, NULL, 0, ALWAYS, 0, NO },
	{ "no memory", "GET", OAC_OUTCOME_NOMEM, false, 0, NULL, 0, ALWAYS, 0, NO },
	{ "no memory within a 500", "GET", OAC_OUTCOME_NOMEM, false, 500, NULL, 0, ALWAYS, 0, NO },

	/* what the server asks for */
	{ "ms", "GET", ANSWERED, true, 429, "Retry-After-Ms: 90\n", 0, DEFAULT, 0, 90 },
	{ "ms with a fraction", "GET", ANSWERED, true, 429, "retry-after-ms: 90.6\n", 0, DEFAULT, 0, 91 },
	{ "ms goes first", "GET", ANSWERED, true, 429, "retry-after: 7\nretry-after-ms: 20\n", 0, DEFAULT, 0, 20 },
	{ "bad ms, good s", "GET", ANSWERED, true, 429, "retry-after: 7\nretry-after-ms: soon\n", 0, DEFAULT, 0, 7000 },
	{ "0 ms", "GET", ANSWERED, true, 429, "retry-after-ms: 0\n", 0, DEFAULT, 0, 0 },
	{ "120000 ms", "GET", ANSWERED, true, 429, "retry-after-ms: 120000\n", 0, DEFAULT, 0, 120000 },
	{ "120001 ms", "GET", ANSWERED, true, 429, "retry-after-ms: 120001\n", 0, DEFAULT, 0, 500 },
	{ "s", "GET", ANSWERED, true, 503, "Retry-After: 20\n", 0, DEFAULT, 0, 20000 },
	{ "0 s", "GET", ANSWERED, true, 503, "Retry-After: 0\n", 0, DEFAULT, 0, 0 },
	{ "s with a fraction", "GET", ANSWERED, true, 503, "Retry-After: 0.25\n", 0, DEFAULT, 0, 250 },
	{ "120 s", "GET", ANSWERED, true, 503, "Retry-After: 120\n", 0, DEFAULT, 0, 120000 },
	{ "121 s", "GET", ANSWERED, true, 503, "Retry-After: 121\n", 0, DEFAULT, 0, 500 },
	{ "120.001 s", "GET", ANSWERED, true, 503, "Retry-After: 120.001\n", 0, DEFAULT, 0, 500 },
	{ "-1 s", "GET", ANSWERED, true, 503, "Retry-After: -1\n", 0, DEFAULT, 0, 500 },
	{ "1e1 s", "GET", ANSWERED, true, 503, "Retry-After: 1e1\n", 0, DEFAULT, 0, 500 },
	{ "nan s", "GET", ANSWERED, true, 503, "Retry-After: nan\n", 0, DEFAULT, 0, 500 },
	{ "inf s", "GET", ANSWERED, true, 503, "Retry-After: inf\n", 0, DEFAULT, 0, 500 },
	{ "empty", "GET", ANSWERED, true, 503, "Retry-After:\n", 0, DEFAULT, 0, 500 },
	{ "a dot", "GET", ANSWERED, true, 503, "Retry-After: .\n", 0, DEFAULT, 0, 500 },
	{ "huge", "GET", ANSWERED, true, 503, "Retry-After: 99999999999999999999999\n", 0, DEFAULT, 0, 500 },
	{ "date in 3 s", "GET", ANSWERED, true, 503, "Retry-After: Sun, 06 Nov 1994 08:49:40 GMT\n", 0, DEFAULT, 0, 3000 },
	{ "date now", "GET", ANSWERED, true, 503, "Retry-After: Sun, 06 Nov 1994 08:49:37 GMT\n", 0, DEFAULT, 0, 0 },
	{ "date in 120 s", "GET", ANSWERED, true, 503, "Retry-After: Sun, 06 Nov 1994 08:51:37 GMT\n", 0, DEFAULT, 0, 120000 },
	{ "date in 121 s", "GET", ANSWERED, true, 503, "Retry-After: Sun, 06 Nov 1994 08:51:38 GMT\n", 0, DEFAULT, 0, 500 },
	{ "date gone", "GET", ANSWERED, true, 503, "Retry-After: Sun, 06 Nov 1994 08:49:36 GMT\n", 0, DEFAULT, 0, 500 },
	{ "no date", "GET", ANSWERED, true, 503, "Retry-After: Zun, 06 Foo 1994 08:49:40 GMT\n", 0, DEFAULT, 0, 500 },

	/* back-off: min(0.5 * 2^n, 8) s times 0.75 to 1 */
	{ "n = 0", "GET", ANSWERED, true, 500, NULL, 0, DEFAULT, 0.999999999, 376 },
	{ "n = 1", "GET", ANSWERED, true, 500, NULL, 1, DEFAULT, 0, 1000 },
	{ "n = 1, half", "GET", ANSWERED, true, 500, NULL, 1, DEFAULT, 0.5, 875 },
};

static struct oac_attempt attempt_of(const struct row *row)
{
	const struct oac_attempt attempt = {
		.method = row->method,
		.outcome = row->outcome,
		.sent_whole = row->sent_whole,
		.http_status = row->http_status,
		.headers = row->headers,
		.retries_done = row->retries_done,
		.max_retries = 2,
		.retry_post = row->retry_post,
		.random = row->random,
		.wall_ms = (int64_t)DATE * 1000,
	};

	return attempt;
}

static void test_rows(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct oac_attempt attempt = attempt_of(&rows[i]);
		struct oac_verdict verdict = oac_retry_decide(&attempt);
		int64_t got = verdict.retry ? verdict.delay_ms : NO;
		if (got != rows[i].delay_ms) {
			print_error("%s: %lld, not %lld\n", rows[i].what, (long long)got,
				(long long)rows[i].delay_ms);
			wrong++;
		}
	}
	assert_int_equal(wrong, 0);
}

static void test_backoff_ends_at_8_s(void **state)
{
	static const int64_t expected[] = { 500, 1000, 2000, 4000, 8000, 8000, 8000 };
	struct oac_attempt attempt = attempt_of(&rows[10]);

	(void)state;
	attempt.max_retries = INT32_MAX;
	for (int n = 0; n < 7; n++) {
		attempt.http_status = 500;
		attempt.retries_done = n;
		attempt.random = 0;
		assert_int_equal(oac_retry_decide(&attempt).delay_ms, expected[n]);
		attempt.random = 0.9999999999;
		assert_in_range(oac_retry_decide(&attempt).delay_ms, expected[n] * 3 / 4,
			expected[n] * 3 / 4 + 1);
	}
	attempt.retries_done = 1000000;
	attempt.random = 0;
	assert_int_equal(oac_retry_decide(&attempt).delay_ms, 8000);
}

static void test_max_retries_0(void **state)
{
	struct oac_attempt attempt = attempt_of(&rows[12]);

	(void)state;
	assert_true(oac_retry_decide(&attempt).retry);
	attempt.max_retries = 0;
	assert_false(oac_retry_decide(&attempt).retry);
	attempt.max_retries = -1;
	assert_false(oac_retry_decide(&attempt).retry);
}

/* ---- dates ---- */

static bool date(const char *text, int64_t now, int64_t *seconds)
{
	return oac_http_date(text, strlen(text), now, seconds);
}

static void test_date_forms(void **state)
{
	static const struct {
		const char *text;
		int64_t seconds;
	} good[] = {
		{ "Sun, 06 Nov 1994 08:49:37 GMT", DATE },
		{ "Sunday, 06-Nov-94 08:49:37 GMT", DATE },
		{ "Sun Nov  6 08:49:37 1994", DATE },
		{ "Thu, 01 Jan 1970 00:00:00 GMT", 0 },
		{ "Thu, 29 Feb 2024 23:59:59 GMT", 1709251199 },
		{ "Tue Feb 29 00:00:00 2000", 951782400 },
		{ "Fri, 31 Dec 9999 23:59:59 GMT", 253402300799 },
		{ "Mon, 01 Mar 2100 00:00:00 GMT", 4107542400 },
		{ "Sat, 31 Dec 2016 23:59:60 GMT", 1483228800 },
	};
	static const char *const bad[] = { "", "Sun", "Sun, 06 Nov 1994 08:49:37", "6 Nov 1994",
		"Sun, 6 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 UTC",
		"Sun, 06 Nov 1994 08:49:37 GMT ", "Sun, 31 Nov 1994 08:49:37 GMT",
		"Wed, 29 Feb 2023 00:00:00 GMT", "Thu, 29 Feb 2100 00:00:00 GMT",
		"Sun, 00 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:00:00 GMT",
		"Sun, 06 Nov 1994 08:60:37 GMT", "Sun, 06 Nov 1994 08:49:61 GMT",
		"Wed, 31 Dec 1969 23:59:59 GMT", "Sun, 06 nov 1994 08:49:37 GMT",
		"Sun, 06 Nov 1994 08:49:37 GMTSun, 06 Nov 1994 08:49:37 GMT" };
	int64_t seconds;

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		seconds = -1;
		if (!date(good[i].text, DATE, &seconds) || seconds != good[i].seconds)
			fail_msg("%s: %lld", good[i].text, (long long)seconds);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		if (date(bad[i], DATE, &seconds))
			fail_msg("taken: %s", bad[i]);
}

static void test_date_century(void **state)
{
	int64_t seconds;

	(void)state;
	/* Seen from 2026, 94 is the past century and 30 the coming years. */
	assert_true(date("Sunday, 06-Nov-94 08:49:37 GMT", 1790000000, &seconds));
	assert_int_equal(seconds, DATE);
	assert_true(date("Wednesday, 06-Nov-30 08:49:37 GMT", 1790000000, &seconds));
	assert_int_equal(seconds, 1920185377);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_backoff_ends_at_8_s),
		cmocka_unit_test(test_max_retries_0),
		cmocka_unit_test(test_date_forms),
		cmocka_unit_test(test_date_century),
	};

	return cmocka_run_group_tests_name("retry", tests, NULL, NULL);
}
