/*
 * What reading a stream costs, counted: every byte that is looked at or copied by memchr and
 * memcpy, or moved by realloc, is at most a few for each byte of the stream, however it is
 * cut. And each allocation fails once: the failure is told, and nothing is left behind.
 *
 * The parser, its buffers and the allocator are compiled into this program with functions
 * that count, so that those in the library are not linked.
 */
#include <stddef.h>
#include <string.h>

static void *counted_memcpy(void *to, const void *from, size_t len);
static void *counted_memchr(const void *bytes, int byte, size_t len);
static void *counted_malloc(size_t size);
static void *counted_realloc(void *old, size_t size);
static void counted_free(void *p);

#undef memcpy
#undef memchr
#define memcpy counted_memcpy
#define memchr counted_memchr
#define OAC_MALLOC counted_malloc
#define OAC_REALLOC counted_realloc
#define OAC_FREE counted_free
#include "oac_sse.c"
#include "oac_buffer.c"
#include "oac_memory.c"
#undef memcpy
#undef memchr

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

enum {
	LARGE = 1 << 18, /* were the cost quadratic, it would be many thousand times as much */
	BLOCK_HEAD = 16, /* holds the size, and keeps the alignment */
};

static size_t touched;
static size_t calls_left; /* until an allocation fails; 0: none does */
static long live;

static void *counted_memcpy(void *to, const void *from, size_t len)
{
	touched += len;
	return memcpy(to, from, len);
}

static void *counted_memchr(const void *bytes, int byte, size_t len)
{
	const char *found = memchr(bytes, byte, len);

	touched += found != NULL ? (size_t)(found - (const char *)bytes) + 1 : len;
	return (void *)(uintptr_t)found;
}

static void *counted_malloc(size_t size)
{
	return counted_realloc(NULL, size);
}

static void *counted_realloc(void *old, size_t size)
{
	char *block = old != NULL ? (char *)old - BLOCK_HEAD : NULL;
	size_t old_size = 0;

	if (calls_left > 0 && --calls_left == 0)
		return NULL;
	if (block != NULL)
		memcpy(&old_size, block, sizeof(old_size));
	touched += old_size;
	live += block == NULL;
	block = realloc(block, size + BLOCK_HEAD);
	if (block == NULL)
		abort();
	memcpy(block, &size, sizeof(size));
	return block + BLOCK_HEAD;
}

static void counted_free(void *p)
{
	live -= p != NULL;
	free(p != NULL ? (char *)p - BLOCK_HEAD : NULL);
}

/* ---- cost ---- */

/* Reads unit over and over, LARGE bytes in inputs of len; how many events came. */
static size_t read_stream(const char *head, const char *unit, size_t len, bool is_lines)
{
	size_t head_len = strlen(head);
	size_t unit_len = strlen(unit);
	char *bytes = malloc(head_len + LARGE);
	struct oac_sse sse;
	struct oac_sse_event event;
	size_t events = 0;

	assert_non_null(bytes);
	memcpy(bytes, head, head_len);
	for (size_t i = 0; i < LARGE; i++)
		bytes[head_len + i] = unit[i % unit_len];
	if (is_lines)
		oac_sse_init_lines(&sse, LARGE);
	else
		oac_sse_init(&sse, LARGE);
	touched = 0;
	for (size_t at = 0; at < head_len + LARGE; at += len) {
		size_t left = head_len + LARGE - at;

		oac_sse_input(&sse, bytes + at, left < len ? left : len);
		while (oac_sse_next(&sse, &event) == OAC_SSE_EVENT)
			events++;
	}
	oac_sse_finish(&sse);
	while (oac_sse_next(&sse, &event) == OAC_SSE_EVENT)
		events++;
	assert_int_equal(oac_sse_next(&sse, &event), OAC_SSE_END);
	oac_sse_clear(&sse);
	free(bytes);
	return events;
}

static void test_cost_is_linear(void **state)
{
	static const struct {
		const char *what;
		const char *head;
		const char *unit;
		size_t events;
		bool is_lines;
	} streams[] = {
		{ "one long line", "data: ", "a", 0, false },
		{ "one long id", "id: ", "a", 0, false },
		{ "one long comment", ": ", "a", 0, false },
		{ "one long retry", "retry: ", "1", 0, false },
		{ "one long name of a field", "", "a", 0, false },
		{ "empty data lines", "", "data\n", 0, false },
		{ "short data lines", "", "data: abc\r", 0, false },
		{ "names that replace each other", "data\n", "event\n", 0, false },
		{ "a long line, then ids", "id: 7\ndata: a\n\n", "data\n\n", 1 + LARGE / 6, false },
		{ "blank lines of CR", "", "\r", 0, false },
		{ "blank lines of CRLF", "", "\r\n", 0, false },
		{ "lines of CR before one LF", "", "data: a\r\r", LARGE / 9, false },
		{ "one long JSON line", "", "a", 1, true },
		{ "CR in one JSON line", "", "\r", 1, true },
		{ "short JSON lines", "", "{}\r\n", LARGE / 4, true },
	};
	static const size_t lens[] = { 1, 2, 3, 1000, 16384, 2 * (size_t)LARGE };

	(void)state;
	for (size_t i = 0; i < sizeof(streams) / sizeof(streams[0]); i++) {
		for (size_t j = 0; j < sizeof(lens) / sizeof(lens[0]); j++) {
			size_t events = read_stream(
				streams[i].head, streams[i].unit, lens[j], streams[i].is_lines);

			if (events != streams[i].events)
				fail_msg("%s, inputs of %zu: %zu events", streams[i].what, lens[j],
					events);
			/* Looked at for LF and for CR, copied once or twice, moved as it grows. */
			if (touched > 8 * (size_t)LARGE)
				fail_msg("%s, inputs of %zu: %zu bytes touched for %d",
					streams[i].what, lens[j], touched, LARGE);
		}
	}
	assert_int_equal(live, 0);
}

/* An event that lies in the input costs no allocation and no copy. */
static void test_whole_events_cost_two_looks(void **state)
{
	static const char text[] = "event: thread.message.delta\ndata: {\"a\":1}\n\n";
	struct oac_sse sse;
	struct oac_sse_event event;

	(void)state;
	oac_sse_init(&sse, LARGE);
	touched = 0;
	oac_sse_input(&sse, text, sizeof(text) - 1);
	assert_int_equal(oac_sse_next(&sse, &event), OAC_SSE_EVENT);
	assert_int_equal(oac_sse_next(&sse, &event), OAC_SSE_MORE);
	assert_true(touched <= 2 * (sizeof(text) - 1));
	assert_int_equal(live, 0);
	oac_sse_clear(&sse);
}

/* ---- no memory ---- */

/* In inputs of len; OAC_SSE_NOMEM or OAC_SSE_END. */
static enum oac_sse_step read_fields(size_t len)
{
	static const char text[] =
		"id: 7\nevent: e\nretry: 10\ndata: a\ndata: b\n\nid: 8\ndata: c\n\n";
	struct oac_sse sse;
	struct oac_sse_event event;
	enum oac_sse_step step = OAC_SSE_MORE;
	int events = 0;

	oac_sse_init(&sse, LARGE);
	for (size_t at = 0; at < sizeof(text) - 1 && step == OAC_SSE_MORE; at += len) {
		size_t left = sizeof(text) - 1 - at;

		oac_sse_input(&sse, &text[at], left < len ? left : len);
		while ((step = oac_sse_next(&sse, &event)) == OAC_SSE_EVENT)
			events++;
	}
	oac_sse_finish(&sse);
	if (step == OAC_SSE_MORE)
		step = oac_sse_next(&sse, &event);
	assert_int_equal(oac_sse_next(&sse, &event), step);
	assert_true(step == OAC_SSE_NOMEM || events == 2);
	/* The caller may still read it, when the input is gone. */
	assert_true(sse.last_id.len == 0 || sse.last_id.text == sse.last_id.kept.text);
	oac_sse_clear(&sse);
	return step;
}

static void test_each_allocation_fails(void **state)
{
	static const size_t lens[] = { 1, 10, LARGE };

	(void)state;
	for (size_t i = 0; i < sizeof(lens) / sizeof(lens[0]); i++) {
		enum oac_sse_step step = OAC_SSE_NOMEM;
		size_t n = 0;

		while (step == OAC_SSE_NOMEM) {
			calls_left = ++n;
			step = read_fields(lens[i]);
			assert_int_equal(live, 0);
			assert_true(step == OAC_SSE_NOMEM || calls_left > 0);
		}
		calls_left = 0;
		assert_int_equal(step, OAC_SSE_END);
		assert_true(n > 2);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cost_is_linear),
		cmocka_unit_test(test_whole_events_cost_two_looks),
		cmocka_unit_test(test_each_allocation_fails),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
