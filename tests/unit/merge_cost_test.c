/*
 * What merging costs, in bytes that are allocated, and what is left when an allocation fails.
 * Every text or list that is copied goes to memory that was allocated for it, so that
 * the bytes allocated bound the bytes copied.
 */
#include "counted_malloc.h"

#include "oac_merge.h"
#include "openai.h"
#include "openai_tables.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum {
	DELTAS = 10000,
	CALLS = 128,
	LINE_SIZE = 1024,
	MAX_FAILURES = 5000,
};

static const struct oac_shape message_shape = { &openai_message_type, sizeof(struct openai_message),
	OAC_KIND_OBJECT };
static const struct oac_shape step_shape = { &openai_run_step_type, sizeof(struct openai_run_step),
	OAC_KIND_OBJECT };

static struct oac_merged *begin(const struct oac_shape *shape, const char *text)
{
	struct oac_merged *m;
	struct oac_error err;
	void *value;

	assert_int_equal(oac_decode(shape, text, strlen(text), 0, &value, &err), OAC_OK);
	assert_int_equal(oac_merged_new(&m, shape, value), OAC_OK);
	oac_free(value);
	return m;
}

static void add(struct oac_merged *m, const char *delta)
{
	struct oac_error err;

	if (oac_merge_json(m, NULL, delta, strlen(delta), &err) != OAC_OK)
		fail_msg("%s: %s", delta, err.message);
}

/* ---- cost ---- */

struct cost {
	size_t total;
	size_t left; /* bytes that the value takes in the end */
	size_t most; /* at any time */
};

/* Writes the delta number i into line. */
typedef void delta_fn(char *line, int i);

static struct cost measure(
	const struct oac_shape *shape, const char *start, delta_fn *write, int deltas)
{
	struct oac_merged *m;
	struct cost cost;
	char line[LINE_SIZE];
	int i;

	assert_int_equal(live, 0);
	m = begin(shape, start);
	total = 0;
	live_max = live;
	for (i = 0; i < deltas; i++) {
		write(line, i);
		add(m, line);
	}
	cost.total = total;
	cost.left = live;
	cost.most = live_max;
	oac_merged_free(m);
	assert_int_equal(live, 0);
	return cost;
}

/* Twice the deltas cost twice as much, and the value takes no more than payload says. */
static void is_linear(
	const struct oac_shape *shape, const char *start, delta_fn *write, size_t payload)
{
	struct cost half = measure(shape, start, write, DELTAS / 2);
	struct cost full = measure(shape, start, write, DELTAS);

	if (full.total > half.total / 10 * 22)
		fail_msg("%zu bytes were allocated for %d deltas, %zu for half of them", full.total,
			DELTAS, half.total);
	if (full.left > payload)
		fail_msg("the value takes %zu bytes", full.left);
	/* a list or a text that moves is there twice for a moment: once and doubled */
	if (full.most > payload / 2 * 3)
		fail_msg("%zu bytes were in use", full.most);
}

static void text_delta(char *line, int i)
{
	snprintf(line, LINE_SIZE,
		"{\"content\":[{\"index\":0,\"type\":\"text\",\"text\":{\"value\":\"%06d words "
		"\"%s}}]}",
		i, i == 0 ? ",\"annotations\":[]" : "");
}

static void test_text(void **state)
{
	(void)state;
	is_linear(&message_shape, "{\"content\":[]}", text_delta, 2 * 13 * DELTAS + 4096);
}

static void call_delta(char *line, int i)
{
	snprintf(line, LINE_SIZE,
		"{\"step_details\":{\"type\":\"tool_calls\",\"tool_calls\":[{\"index\":%d,"
		"\"type\":\"function\",\"function\":{\"arguments\":\"%06d words \"}}]}}",
		i % CALLS, i);
}

static void test_interleaved_calls(void **state)
{
	(void)state;
	is_linear(&step_shape, "{\"step_details\":{\"type\":\"tool_calls\",\"tool_calls\":[]}}",
		call_delta, 2 * 13 * DELTAS + CALLS * 1024 + 4096);
}

static void annotation_delta(char *line, int i)
{
	snprintf(line, LINE_SIZE,
		"{\"content\":[{\"index\":0,\"type\":\"text\",\"text\":{\"annotations\":[{"
		"\"index\":%d,"
		"\"type\":\"file_path\",\"text\":\"x\",\"start_index\":1,\"end_index\":2,"
		"\"file_path\":{\"file_id\":\"f\"}}]}}]}",
		i);
}

static void test_list(void **state)
{
	(void)state;
	is_linear(&message_shape, "{\"content\":[]}", annotation_delta, 512 * DELTAS);
}

static void part_delta(char *line, int i)
{
	snprintf(line, LINE_SIZE,
		"{\"content\":[{\"index\":0,\"type\":\"new\",\"new\":{\"parts\":[{\"index\":0,"
		"\"text\":\"%06d words \"}]},\"more\":0}]}",
		i);
}

static void test_unknown_variant(void **state)
{
	(void)state;
	is_linear(&message_shape, "{\"content\":[]}", part_delta, 2 * 13 * DELTAS + 4096);
}

static void member_delta(char *line, int i)
{
	snprintf(line, LINE_SIZE,
		"{\"content\":[{\"index\":0,\"type\":\"text\",\"new\":{\"text\":\"%06d words "
		"\"}}]}",
		i);
}

static void test_unknown_member(void **state)
{
	(void)state;
	is_linear(&message_shape, "{\"content\":[]}", member_delta, 2 * 13 * DELTAS + 4096);
}

static void unknown_call_delta(char *line, int i)
{
	snprintf(line, LINE_SIZE,
		"{\"step_details\":{\"type\":\"tool_calls\",\"tool_calls\":[{\"index\":%d,"
		"\"type\":\"new\",\"new\":{\"arguments\":\"%06d words \"}}]}}",
		i % CALLS, i);
}

static void test_unknown_calls(void **state)
{
	(void)state;
	is_linear(&step_shape, "{\"step_details\":{\"type\":\"tool_calls\",\"tool_calls\":[]}}",
		unknown_call_delta, 2 * 13 * DELTAS + CALLS * 1024 + 4096);
}

/* Many entries of one delta that go to the same item: what each needs is given back. */
static void test_entries_of_one_item(void **state)
{
	static const char start[] = "{\"content\":[]}";
	const int entries = 2000;
	struct oac_merged *m = begin(&message_shape, start);
	struct oac_error err;
	size_t len = 0;
	char *text = malloc((size_t)entries * 64);
	int i;

	(void)state;
	assert_non_null(text);
	for (i = 0; i < entries; i++)
		len += (size_t)snprintf(text + len, 64,
			"%s{\"index\":0,\"type\":\"new\",\"m%d\":0}", i == 0 ? "[" : ",", i);
	text[len++] = ']';
	live_max = live;
	assert_int_equal(oac_merge_json(m, "content", text, len, &err), OAC_OK);
	assert_true(live_max < 24 * len);
	free(text);
	oac_merged_free(m);
	assert_int_equal(live, 0);
}

/* The same for one that becomes another variant each time. */
static void test_variants_of_one_item(void **state)
{
	static const char start[] = "{\"content\":[]}";
	const int entries = 2000;
	struct oac_merged *m = begin(&message_shape, start);
	struct oac_error err;
	size_t len = 0;
	char *text = malloc((size_t)entries * 64);
	int i;

	(void)state;
	assert_non_null(text);
	add(m, "{\"content\":[{\"index\":0,\"type\":\"text\",\"text\":{\"annotations\":"
	       "[{\"index\":100}]}}]}");
	for (i = 0; i < entries; i++)
		len += (size_t)snprintf(text + len, 64, "%s{\"index\":0,\"type\":\"%s\"}",
			i == 0 ? "[" : ",", i % 2 ? "text" : "refusal");
	text[len++] = ']';
	live_max = live;
	assert_int_equal(oac_merge_json(m, "content", text, len, &err), OAC_OK);
	assert_true(live_max < 16 * len);
	free(text);
	oac_merged_free(m);
	assert_int_equal(live, 0);
}

/* ---- failing allocations ---- */

static const char *const deltas[] = {
	"{\"content\":[{\"index\":2,\"type\":\"text\",\"text\":{\"value\":\"a\",\"annotations\":[]}"
	"}]}",
	"{\"content\":[{\"index\":2,\"text\":{\"value\":\"bbbbbbbbbbbbbbbb\",\"annotations\":[{"
	"\"index\":3,"
	"\"type\":\"file_path\",\"file_path\":{\"file_id\":\"f\"}}]}},{\"index\":0,\"type\":"
	"\"new\",\"x\":\"y\"}]}",
	"{\"content\":[{\"index\":0,\"type\":\"new\",\"x\":\"z\",\"l\":[1,{\"index\":1}]},{"
	"\"index\":2,\"type\":\"new\"}]}",
	"{\"content\":[{\"index\":0,\"type\":\"text\"},{\"index\":9,\"x\":\"\"}],\"metadata\":{"
	"\"a\":\"b\"},\"completed_at\":5}",
	"{\"metadata\":{\"a\":\"b\",\"c\":\"d\"},\"more\":{\"a\":[]},\"status\":\"odd\","
	"\"completed_at\":5}",
	"{\"content\":[{\"index\":9,\"x\":\"yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\"}]}",
	"{\"content\":[{\"index\":9,\"x\":\"zz\"},{\"index\":9,\"x\":\"z\"},{\"index\":9,\"z\":"
	"\"z\"}]}",
	"{\"content\":[{\"index\":11,\"type\":\"text\",\"text\":{\"value\":\"a\",\"annotations\":["
	"null]}},"
	"{\"index\":11,\"text\":{\"value\":\"bb\"}},{\"index\":11,\"type\":\"refusal\",\"refusal\":"
	"\"\"},"
	"{\"index\":11,\"refusal\":\"cccccccccccccccc\"},{\"index\":20,\"type\":\"refusal\"}]}",
	"{\"more\":{\"a\":[{\"index\":2,\"x\":\"1\"}]},\"attachments\":[{\"file_id\":\"f\"}],"
	"\"role\":\"user\"}",
};

static char *encode(const struct oac_merged *m)
{
	struct oac_error err;
	size_t left = calls_left;
	char *text;

	calls_left = 0;
	text = oac_encode_new(&message_shape, oac_merged_value(m), NULL, &err);
	calls_left = left;
	assert_non_null(text);
	return text;
}

/* Merges the deltas while the allocation number n fails; the one that meets it is tried again. */
static bool merge_failing(struct oac_merged *m, size_t n)
{
	struct oac_error err;
	bool failed = false;
	size_t i;

	calls_left = n;
	for (i = 0; i < OAC_COUNT(deltas); i++) {
		char *before = encode(m);

		if (oac_merge_json(m, NULL, deltas[i], strlen(deltas[i]), &err) != OAC_OK) {
			char *after = encode(m);

			assert_int_equal(err.status, OAC_E_NOMEM);
			assert_string_equal(err.message, "out of memory");
			assert_string_equal(before, after);
			oac_text_free(after);
			failed = true;
			i--;
		}
		oac_text_free(before);
	}
	if (!failed && n > 0 && calls_left == 0)
		fail_msg("allocation %zu failed unnoticed", n);
	calls_left = 0;
	return failed;
}

static void test_no_memory(void **state)
{
	static const char start[] = "{\"content\":[],\"metadata\":{},\"completed_at\":null}";
	struct oac_merged *m = begin(&message_shape, start);
	struct oac_merged *other;
	char *expected;
	size_t n;
	bool failed = true;

	(void)state;
	merge_failing(m, 0);
	expected = encode(m);
	for (n = 1; failed && n < MAX_FAILURES; n++) {
		struct oac_merged *again = begin(&message_shape, start);
		char *text;

		failed = merge_failing(again, n);
		text = encode(again);
		assert_string_equal(text, expected);
		oac_text_free(text);
		oac_merged_free(again);
	}
	assert_false(failed);
	assert_true(n > 50);
	for (n = 1, failed = true; failed && n < MAX_FAILURES; n++) {
		calls_left = n;
		failed = oac_merged_new(&other, &message_shape, oac_merged_value(m)) != OAC_OK;
		calls_left = 0;
		assert_true(failed == (other == NULL));
		oac_merged_free(other);
	}
	assert_true(n > 10);
	oac_text_free(expected);
	oac_merged_free(m);
	assert_int_equal(live, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_interleaved_calls),
		cmocka_unit_test(test_list),
		cmocka_unit_test(test_unknown_variant),
		cmocka_unit_test(test_unknown_member),
		cmocka_unit_test(test_unknown_calls),
		cmocka_unit_test(test_entries_of_one_item),
		cmocka_unit_test(test_variants_of_one_item),
		cmocka_unit_test(test_no_memory),
	};

	return cmocka_run_group_tests_name("what merging costs", tests, NULL, NULL);
}
