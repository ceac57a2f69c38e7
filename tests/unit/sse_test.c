/*
 * Bytes to events: a table of streams and of newline-delimited JSON, each whole, byte by
 * byte and split at every offset; limits; what happens between the inputs.
 */
#include "oac_sse.h"

#include "oac_header.h"
#include "sse_feed.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define BYTES(text) text, sizeof(text) - 1

enum {
	MAX_EVENT = 1 << 16,
	SMALL_EVENT = 8,
	MANY = 1000,
};

struct sse_case {
	const char *what;
	const char *bytes;
	size_t len;
	const char *events;
	int64_t retry_ms;
	const char *last_id;
	bool is_pending;
};

static const struct sse_case streams[] = {
	{ "nothing", BYTES(""), "", -1, "", false },
	{ "one event", BYTES("data: a\n\n"), "|a|\n", -1, "", false },
	{ "all fields", BYTES("event: e\nid: 7\nretry: 10\ndata: a\n\n"), "e|a|7\n", 10, "7",
		false },
	{ "any order", BYTES("data: a\nid: 7\nevent: e\n\n"), "e|a|7\n", -1, "7", false },
	{ "the name does not stay", BYTES("event: e\ndata: a\n\ndata: b\n\n"), "e|a|\n|b|\n", -1,
		"", false },
	{ "the name of an event without data does not stay", BYTES("event: e\n\ndata: b\n\n"),
		"|b|\n", -1, "", false },
	{ "the last name counts", BYTES("event: long one\nevent: e\ndata: a\n\n"), "e|a|\n", -1, "",
		false },
	{ "an empty name is none", BYTES("event: e\nevent\ndata: a\n\n"), "|a|\n", -1, "", false },
	{ "line ends", BYTES("data: a\ndata: b\rdata: c\r\n\r\ndata: d\r\rdata: e\n\n"),
		"|a\\nb\\nc|\n|d|\n|e|\n", -1, "", false },
	{ "LF CR is two line ends", BYTES("data: a\n\rdata: b\n\n"), "|a|\n|b|\n", -1, "", false },
	{ "CR CR LF is two line ends", BYTES("data: a\r\r\ndata: b\r\r\n"), "|a|\n|b|\n", -1, "",
		false },
	{ "blank lines", BYTES("\n\r\n\r\n\ndata: a\n\n\n\n"), "|a|\n", -1, "", false },
	{ "other line ends are none", BYTES("data: a\x0b\x0c\xc2\x85\xe2\x80\xa8\n\n"),
		"|a\\x0b\\x0c\\xc2\\x85\\xe2\\x80\\xa8|\n", -1, "", false },
	{ "one space goes", BYTES("data:a\ndata: a\ndata:  a\ndata:\ta\ndata: \n\n"),
		"|a\\na\\n a\\n\\x09a\\n|\n", -1, "", false },
	{ "empty data", BYTES("data\n\ndata:\n\ndata: \ndata\n\ndata\ndata\ndata: x\n\n"),
		"||\n||\n|\\n|\n|\\n\\nx|\n", -1, "", false },
	{ "colons", BYTES("data:a:b: c\ndata::\n\n"), "|a:b: c\\n:|\n", -1, "", false },
	{ "comments", BYTES(": data: x\n:\ndata: a\n:data: b\n\n:\n\n"), "|a|\n", -1, "", false },
	{ "unknown fields",
		BYTES("Data: x\ndat: x\ndata : x\n data: x\ndata\0: x\nid\0: x\ndatas: x\n"
		      "datasets: x\ni: x\nevents: x\nretries: 5\ndata\n\n"),
		"||\n", -1, "", false },
	{ "NUL in data and name", BYTES("event: \0\ndata: a\0b\n\n"), "\\x00|a\\x00b|\n", -1, "",
		false },
	{ "an id stays", BYTES("id: 7\ndata: a\n\ndata: b\n\nid: 8\ndata: c\n\n"),
		"|a|7\n|b|7\n|c|8\n", -1, "8", false },
	{ "an id without data stays", BYTES("id: 7\n\ndata: b\n\n"), "|b|7\n", -1, "7", false },
	{ "an empty id clears it", BYTES("id: 7\ndata: a\n\nid\ndata: b\n\n"), "|a|7\n|b|\n", -1,
		"", false },
	{ "an id with NUL is ignored", BYTES("id: 7\nid: 8\0\ndata: a\n\nid: \0\ndata: b\n\n"),
		"|a|7\n|b|7\n", -1, "7", false },
	{ "an id counts with the blank line", BYTES("id: 7\ndata: a\n\nid: 8\n"), "|a|7\n", -1, "7",
		true },
	{ "retry", BYTES("retry: 0123\n"), "", 123, "", false },
	{ "the last good retry counts",
		BYTES("retry: 5\nretry\nretry:\nretry: -1\nretry: 1.5\nretry: 7x\nretry:  7\n"
		      "retry: +7\n\n"),
		"", 5, "", false },
	{ "no retry is too large", BYTES("retry: 99999999999999999999\n"), "", INT64_MAX, "",
		false },
	{ "the largest retry", BYTES("retry: 9223372036854775807\n"), "", INT64_MAX, "", false },
	{ "the largest retry but one", BYTES("retry: 9223372036854775806\n"), "", INT64_MAX - 1, "",
		false },
	{ "a byte order mark",
		BYTES("\xef\xbb\xbf" "data: a\n\n\xef\xbb\xbf" "data: b\n\n"),
		"|a|\n", -1, "", false },
	{ "a blank line after the mark",
		BYTES("\xef\xbb\xbf\n\xef\xbb\xbf" "data\ndata: a\n\n"),
		"|a|\n", -1, "", false },
	{ "two marks",
		BYTES("\xef\xbb\xbf\xef\xbb\xbf" "data: a\ndata: b\n\n"),
		"|b|\n", -1, "", false },
	{ "a mark that is late",
		BYTES("data: a\n\xef\xbb\xbf" "data: b\n\n"),
		"|a|\n", -1, "", false },
	{ "half a mark",
		BYTES("\xef\xbb" "data: a\ndata: b\n\n"),
		"|b|\n", -1, "", false },
	{ "a mark alone", BYTES("\xef\xbb\xbf"), "", -1, "", false },
	{ "no UTF-8", BYTES("event: \xff\ndata: \xc3\x28\n\n"), "\\xff|\\xc3(|\n", -1, "", false },
	{ "a stream without its last line end", BYTES("data: a\n\ndata: b\n"), "|a|\n", -1, "",
		true },
	{ "cut in a value", BYTES("data: a\n\ndata: b"), "|a|\n", -1, "", true },
	{ "cut in a field's name", BYTES("data: a\n\nda"), "|a|\n", -1, "", true },
	{ "cut after a name", BYTES("event: e\n"), "", -1, "", true },
	{ "cut in a retry", BYTES("retry: 5"), "", -1, "", true },
	{ "cut in a comment", BYTES("data: a\n\n: b"), "|a|\n", -1, "", false },
	{ "cut in an unknown field", BYTES("unknown: b"), "", -1, "", false },
	{ "cut between CR and LF", BYTES("data: a\r\n\r"), "|a|\n", -1, "", false },
};

static const struct sse_case lines[] = {
	{ "nothing", BYTES(""), "", -1, "", false },
	{ "lines", BYTES("{\"a\":1}\n[]\r\n"), "|{\"a\":1}|\n|[]|\n", -1, "", false },
	{ "the last without its end", BYTES("1\n2"), "|1|\n|2|\n", -1, "", false },
	{ "the last with CR", BYTES("1\n2\r"), "|1|\n|2|\n", -1, "", false },
	{ "empty lines", BYTES("\n\r\n1\n\n\n\r"), "|1|\n", -1, "", false },
	{ "CR ends no line", BYTES("[\r1]\r\r\n"), "|[\\x0d1]\\x0d|\n", -1, "", false },
	{ "no field of a stream", BYTES("data: a\nretry: 5\n: b\n"),
		"|data: a|\n|retry: 5|\n|: b|\n", -1, "", false },
	{ "bytes stay", BYTES("\xef\xbb\xbf \"\0\xff\" \n"), "|\\xef\\xbb\\xbf \"\\x00\\xff\" |\n",
		-1, "", false },
};

static void check_case(const struct sse_case *c, bool is_lines)
{
	struct sse_feed feed = {
		.bytes = c->bytes, .len = c->len, .max_event = MAX_EVENT, .is_lines = is_lines
	};
	struct sse_result result;
	const char *cut = sse_feed_every_way(&feed, &result);

	if (cut != NULL)
		fail_msg("%s: another result %s, first %zu", c->what, cut, feed.first);
	if (strcmp(result.events, c->events) != 0)
		fail_msg("%s:\n%sinstead of\n%s", c->what, result.events, c->events);
	if (result.step != OAC_SSE_END || result.retry_ms != c->retry_ms ||
		result.is_pending != c->is_pending || result.last_id_len != strlen(c->last_id) ||
		memcmp(result.last_id, c->last_id, result.last_id_len) != 0)
		fail_msg("%s: step %d, retry %lld, id '%.*s', pending %d", c->what,
			(int)result.step, (long long)result.retry_ms, (int)result.last_id_len,
			result.last_id, result.is_pending);
	sse_result_clear(&result);
}

static void test_streams(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(streams) / sizeof(streams[0]); i++)
		check_case(&streams[i], false);
}

static void test_lines(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		check_case(&lines[i], true);
}

/* ---- limits ---- */

static void test_limit(void **state)
{
	static const struct {
		const char *bytes;
		enum oac_sse_step step;
		bool is_lines;
	} cases[] = {
		{ "data: 12345678\n\n", OAC_SSE_END, false },
		{ "data: 123456789\n\n", OAC_SSE_TOO_LARGE, false },
		{ "data: 123\ndata: 4567\n\n", OAC_SSE_END, false },
		{ "data: 123\ndata: 45678\n\n", OAC_SSE_TOO_LARGE, false },
		{ "data\ndata\ndata\ndata\ndata\ndata\ndata\ndata\ndata\n\n", OAC_SSE_END, false },
		{ "data\ndata\ndata\ndata\ndata\ndata\ndata\ndata\ndata\ndata\n\n",
			OAC_SSE_TOO_LARGE, false },
		{ "event: 123\nid: 456\ndata: 78\n\n", OAC_SSE_END, false },
		{ "event: 123\nid: 456\ndata: 789\n\n", OAC_SSE_TOO_LARGE, false },
		{ "event: 12345\nevent: 6789\n\n", OAC_SSE_TOO_LARGE, false },
		{ "event: 123456789", OAC_SSE_TOO_LARGE, false },
		{ "id: 123456789", OAC_SSE_TOO_LARGE, false },
		{ "retry: 000000001", OAC_SSE_TOO_LARGE, false },
		{ "id: 12345678\n\ndata: 12345678\n\nid: 12345678\n\nevent: 12345678\n\n",
			OAC_SSE_END, false },
		{ ": as long as you like\nunknown: as long as you like\n\n", OAC_SSE_END, false },
		{ "id: 7\n\ndata: 123456789", OAC_SSE_TOO_LARGE, false },
		{ "as long as you like\n", OAC_SSE_END, false },
		{ "12345678\n12345678\n\n12345678", OAC_SSE_END, true },
		{ "1\n123456789", OAC_SSE_TOO_LARGE, true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct sse_feed feed = { .bytes = cases[i].bytes,
			.len = strlen(cases[i].bytes),
			.max_event = SMALL_EVENT,
			.is_lines = cases[i].is_lines };
		struct sse_result result;

		if (sse_feed_every_way(&feed, &result) != NULL)
			fail_msg("%s: cut after %zu it is another", cases[i].bytes, feed.first);
		if (result.step != cases[i].step)
			fail_msg("%s: step %d", cases[i].bytes, (int)result.step);
		sse_result_clear(&result);
	}
}

static void test_events_before_the_limit(void **state)
{
	static const char bytes[] = "data: a\n\ndata: 123456789\n\ndata: b\n\n";
	struct sse_feed feed = {
		.bytes = bytes, .len = sizeof(bytes) - 1, .max_event = SMALL_EVENT
	};
	struct sse_result result;

	(void)state;
	assert_null(sse_feed_every_way(&feed, &result));
	assert_string_equal(result.events, "|a|\n");
	assert_int_equal(result.step, OAC_SSE_TOO_LARGE);
	sse_result_clear(&result);
}

/* What is kept never exceeds the limit, and each buffer no more than its NUL. */
static void test_memory_is_bounded(void **state)
{
	static const char line[] = "event: 1234567\rid: 8\r:\runknown: 123456789\r\r";
	struct oac_sse sse;
	struct oac_sse_event event;

	(void)state;
	oac_sse_init(&sse, SMALL_EVENT);
	for (size_t i = 0; i < MANY * (sizeof(line) - 1); i++) {
		oac_sse_input(&sse, &line[i % (sizeof(line) - 1)], 1);
		assert_int_equal(oac_sse_next(&sse, &event), OAC_SSE_MORE);
		assert_true(
			sse.data.len + sse.name.len + sse.id.len + sse.value.len <= SMALL_EVENT);
		assert_true(sse.data.kept.size <= SMALL_EVENT + 1);
		assert_true(sse.name.kept.size <= SMALL_EVENT + 1);
		assert_true(sse.value.kept.size <= SMALL_EVENT + 1);
		assert_true(sse.last_id.kept.size <= SMALL_EVENT + 1);
	}
	oac_sse_clear(&sse);
}

/* ---- between the inputs ---- */

static enum oac_sse_step give(
	struct oac_sse *sse, const char *bytes, size_t len, struct oac_sse_event *event)
{
	oac_sse_input(sse, bytes, len);
	return oac_sse_next(sse, event);
}

static void test_blank_line_shows_at_once(void **state)
{
	static const char *const ends[] = { "\n", "\r", "\r\n" };
	struct oac_sse sse;
	struct oac_sse_event event;

	(void)state;
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		size_t len = strlen(ends[i]);

		oac_sse_init(&sse, MAX_EVENT);
		assert_int_equal(give(&sse, BYTES("data: a"), &event), OAC_SSE_MORE);
		assert_true(oac_sse_is_pending(&sse));
		assert_int_equal(give(&sse, ends[i], len, &event), OAC_SSE_MORE);
		assert_true(oac_sse_is_pending(&sse));
		assert_int_equal(give(&sse, ends[i], 1, &event), OAC_SSE_EVENT);
		assert_int_equal(event.data_len, 1);
		assert_memory_equal(event.data, "a", 1);
		assert_int_equal(oac_sse_next(&sse, &event), OAC_SSE_MORE);
		assert_false(oac_sse_is_pending(&sse));
		/* The LF of a CRLF is no blank line of the next event. */
		if (len == 2)
			assert_int_equal(give(&sse, "\n", 1, &event), OAC_SSE_MORE);
		assert_int_equal(give(&sse, BYTES("data: b\n\n"), &event), OAC_SSE_EVENT);
		assert_memory_equal(event.data, "b", 1);
		oac_sse_clear(&sse);
	}
}

static void test_empty_inputs(void **state)
{
	struct oac_sse sse;
	struct oac_sse_event event;

	(void)state;
	oac_sse_init(&sse, MAX_EVENT);
	assert_int_equal(oac_sse_next(&sse, &event), OAC_SSE_MORE);
	assert_int_equal(give(&sse, NULL, 0, &event), OAC_SSE_MORE);
	assert_int_equal(give(&sse, BYTES("data: a\r"), &event), OAC_SSE_MORE);
	assert_int_equal(give(&sse, "", 0, &event), OAC_SSE_MORE);
	assert_int_equal(give(&sse, BYTES("\n\n"), &event), OAC_SSE_EVENT);
	assert_int_equal(event.data_len, 1);
	oac_sse_clear(&sse);
}

static void test_whole_events_are_not_copied(void **state)
{
	static const char text[] = "event: e\ndata: abc\n\nid: 7\ndata: def\n\n";
	struct oac_sse sse;
	struct oac_sse_event event;

	(void)state;
	oac_sse_init(&sse, MAX_EVENT);
	assert_int_equal(give(&sse, BYTES(text), &event), OAC_SSE_EVENT);
	assert_ptr_equal(event.name, strstr(text, "e\n"));
	assert_ptr_equal(event.data, strstr(text, "abc"));
	assert_int_equal(oac_sse_next(&sse, &event), OAC_SSE_EVENT);
	assert_ptr_equal(event.data, strstr(text, "def"));
	assert_ptr_equal(event.id, strstr(text, "7"));
	assert_null(sse.data.kept.text);
	/* What outlives the input is kept: here only the id. */
	assert_int_equal(oac_sse_next(&sse, &event), OAC_SSE_MORE);
	assert_null(sse.data.kept.text);
	assert_null(sse.name.kept.text);
	assert_string_equal(sse.last_id.kept.text, "7");
	oac_sse_clear(&sse);

	oac_sse_init_lines(&sse, MAX_EVENT);
	assert_int_equal(give(&sse, BYTES("{}\r\n[]"), &event), OAC_SSE_EVENT);
	assert_null(sse.data.kept.text);
	oac_sse_clear(&sse);
}

static void test_clear_starts_anew(void **state)
{
	struct oac_sse sse;
	struct oac_sse_event event;

	(void)state;
	oac_sse_init(&sse, SMALL_EVENT);
	assert_int_equal(
		give(&sse, BYTES("id: 7\nretry: 5\n\ndata: 123456789"), &event), OAC_SSE_TOO_LARGE);
	oac_sse_clear(&sse);
	assert_int_equal(sse.retry_ms, -1);
	assert_int_equal(sse.last_id.len, 0);
	assert_int_equal(give(&sse,
				 BYTES("\xef\xbb\xbf"
				       "data: a\n\n"),
				 &event),
		OAC_SSE_EVENT);
	assert_int_equal(event.id_len, 0);
	oac_sse_clear(&sse);
	oac_sse_clear(&sse);
}

static void test_content_type(void **state)
{
	static const char *const good[] = { "text/event-stream", "Text/Event-Stream",
		"text/event-stream;", "text/event-stream ; charset=utf-8", "text/event-stream\t" };
	static const char *const bad[] = { "", ";", "text/event-streams", "text/event-strea",
		"text/x-bogus", "text/event-stream x", "text/plain;text/event-stream" };

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		assert_true(oac_header_type_is(good[i], strlen(good[i]), "text/event-stream"));
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(oac_header_type_is(bad[i], strlen(bad[i]), "text/event-stream"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_streams),
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_limit),
		cmocka_unit_test(test_events_before_the_limit),
		cmocka_unit_test(test_memory_is_bounded),
		cmocka_unit_test(test_blank_line_shows_at_once),
		cmocka_unit_test(test_empty_inputs),
		cmocka_unit_test(test_whole_events_are_not_copied),
		cmocka_unit_test(test_clear_starts_anew),
		cmocka_unit_test(test_content_type),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
