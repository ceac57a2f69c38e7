/* Integers that a uint64_t holds and an int64_t does not. */
#include "oac_buffer.h"
#include "oac_codec.h"
#include "oac_memory.h"
#include "oac_merge.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cjson/cJSON.h>
#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

struct totals_entry {
	const char *key;
	uint64_t value;
};

struct totals {
	size_t count;
	const struct totals_entry *entries;
};

enum amount_kind {
	AMOUNT_UNSET,
	AMOUNT_UNKNOWN,
	AMOUNT_NUMBER,
	AMOUNT_WORD,
};

struct amount {
	enum amount_kind kind;
	union {
		uint64_t number;
		const char *word;
		struct oac_json json;
	} as;
};

struct counter {
	uint64_t total;
	struct oac_opt_uint64 part;
	struct oac_uint64_list list;
	struct totals by_name;
	struct amount amount;
	struct oac_json oac_more;
};

static const struct oac_map totals_type = OAC_MAP_TYPE(totals, OAC_KIND_UINT64, NULL);
static const struct oac_variant amount_variants[] = {
	OAC_VARIANT(struct amount, number, uint64_t, OAC_KIND_UINT64, NULL, NULL),
	OAC_VARIANT(struct amount, word, const char *, OAC_KIND_STRING, NULL, NULL),
};
static const struct oac_union amount_type = OAC_PLAIN_UNION_TYPE(amount, amount_variants);
static const struct oac_field counter_fields[] = {
	OAC_UINT64(struct counter, total, "total", OAC_REQUIRED),
	OAC_OPT_UINT64(struct counter, part, "part", OAC_NULLABLE),
	OAC_LIST_OF(struct counter, list, "list", 0, oac_uint64_list),
	OAC_MAP_OF(struct counter, by_name, "by_name", 0, totals),
	OAC_UNION(struct counter, amount, "amount", 0, amount),
};
static const struct oac_limit counter_limits[] = {
	OAC_NUMBER_LIMIT(0, 0, OAC_LIMIT_ABOVE, 5),
	OAC_NUMBER_LIMIT(1, 0, OAC_LIMIT_MAXIMUM, 10000000000000000000.0),
	OAC_NUMBER_LIMIT(2, 0, OAC_LIMIT_UNIQUE, 0),
	OAC_NUMBER_LIMIT(2, 1, OAC_LIMIT_MULTIPLE, 5),
};
static const struct oac_object counter_type =
	OAC_LIMITED_OBJECT_TYPE(counter, counter_fields, 0, counter_limits);
static const struct oac_shape shape = { &counter_type, sizeof(struct counter), OAC_KIND_OBJECT };

static struct counter *decoded(const char *text)
{
	struct counter *counter;
	struct oac_error err;

	if (oac_type_from_json(&shape, text, strlen(text), &counter, &err) != OAC_OK)
		fail_msg("%s: %s", text, err.message);
	return counter;
}

static void expect_text(const struct counter *counter, const char *expected)
{
	struct oac_error err;
	char *text = oac_encode_new(&shape, counter, NULL, &err);

	assert_non_null(text);
	assert_string_equal(text, expected);
	oac_text_free(text);
}

static void test_there_and_back(void **state)
{
	static const char *const texts[] = {
		"{\"total\":18446744073709551615,\"part\":9223372036854775808,"
		"\"list\":[0,18446744073709551615],\"by_name\":{\"a\":10000000000000000000},"
		"\"amount\":18446744073709551614}",
		"{\"total\":0,\"part\":0,\"list\":[],\"by_name\":{},\"amount\":\"many\"}",
		"{\"total\":1}",
		"{\"part\":1}", /* a required member that is missing stays so */
		"{\"total\":1,\"part\":null,\"amount\":true}",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct counter *counter = decoded(texts[i]);
		struct counter *copy = oac_copy(&shape, counter);
		expect_text(counter, texts[i]);
		oac_free(counter);
		expect_text(copy, texts[i]);
		oac_free(copy);
	}
}

static void test_values(void **state)
{
	struct counter *counter = decoded("{\"total\":1.8446744073709551615e19,\"part\":-0,"
					  "\"amount\":12}");

	(void)state;
	assert_true(counter->total == UINT64_MAX);
	assert_true(counter->part.set && counter->part.value == 0);
	assert_null(counter->list.items);
	assert_int_equal(counter->amount.kind, AMOUNT_NUMBER);
	assert_int_equal(counter->amount.as.number, 12);
	oac_free(counter);
	const struct counter zero = { .part = oac_uint(0) };
	expect_text(&zero, "{\"total\":0,\"part\":0}");
	const struct counter more = { .total = 7, .part = OAC_INT(UINT64_MAX) };
	expect_text(&more, "{\"total\":7,\"part\":18446744073709551615}");
}

static void test_refused(void **state)
{
	static const struct {
		const char *text;
		const char *message;
	} cases[] = {
		{ "{\"total\":18446744073709551616}", "/total: integer out of range" },
		{ "{\"total\":-1}", "/total: integer out of range" },
		{ "{\"total\":1e20}", "/total: integer out of range" },
		{ "{\"total\":-1e0}", "/total: integer out of range" },
		{ "{\"total\":1.5}", "/total: expected an integer, got a fraction" },
		{ "{\"total\":-0.5}", "/total: expected an integer, got a fraction" },
		{ "{\"total\":\"1\"}", "/total: expected a number, got a string" },
		{ "{\"list\":[1,null]}", "/list/1: expected a number, got null" },
	};
	struct counter *counter;
	struct oac_error err;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		assert_int_equal(oac_type_from_json(&shape, cases[i].text, strlen(cases[i].text),
					 &counter, &err),
			OAC_E_TYPE);
		assert_string_equal(err.message, cases[i].message);
		assert_null(counter);
	}
}

static void test_limits(void **state)
{
	static const struct {
		const char *text;
		const char *message;
	} cases[] = {
		{ "{\"total\":18446744073709551615,\"part\":10000000000000000000}", NULL },
		{ "{\"total\":5}", "/total: is not more than 5" },
		{ "{\"total\":6,\"part\":10000000000000002048}",
			"/part: is more than the maximum of 1e+19" },
		{ "{\"total\":6,\"list\":[5,15,10]}", NULL },
		{ "{\"total\":6,\"list\":[5,15,5]}", "/list: has an item twice" },
		{ "{\"total\":6,\"list\":[5,6]}", "/list/1: is not a multiple of 5" },
	};
	struct oac_error err;
	void *counter;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		enum oac_status status = oac_decode(&shape, cases[i].text, strlen(cases[i].text),
			OAC_STRICT, &counter, &err);
		assert_int_equal(status, cases[i].message ? OAC_E_TYPE : OAC_OK);
		if (cases[i].message != NULL)
			assert_string_equal(err.message, cases[i].message);
		oac_free(counter);
	}
}

static void test_trees(void **state)
{
	static const char text[] = "{\"total\":18446744073709551615,\"list\":[9223372036854775808]}";
	struct counter *counter = decoded(text);
	struct oac_error err;
	void *out;

	(void)state;
	cJSON *tree = oac_to_cjson(&shape, counter, &err);
	oac_free(counter);
	assert_non_null(tree);
	assert_int_equal(oac_from_cjson(&shape, tree, &out, &err), OAC_OK);
	expect_text(out, text);
	oac_free(out);
	/* A number that a program made: the double is all that there is. */
	cJSON_ReplaceItemInObject(tree, "total", cJSON_CreateNumber(9223372036854775808.0 * 1.5));
	assert_int_equal(oac_from_cjson(&shape, tree, &out, &err), OAC_OK);
	expect_text(out, "{\"total\":13835058055282163712,\"list\":[9223372036854775808]}");
	oac_free(out);
	cJSON_Delete(tree);
}

static void test_sums(void **state)
{
	static const char *const wrong[] = { "{\"total\":3}", "{\"total\":-1}", "{\"total\":0.5}",
		"{\"total\":true}" };
	struct counter *counter = decoded("{\"total\":18446744073709551610,\"list\":[1]}");
	struct oac_merged *merged;
	struct oac_error err;
	static const char delta[] =
		"{\"total\":3,\"part\":9223372036854775808,\"list\":[18446744073709551615]}";

	(void)state;
	assert_int_equal(oac_merged_new(&merged, &shape, counter), OAC_OK);
	oac_free(counter);
	assert_int_equal(oac_merge_json(merged, NULL, delta, strlen(delta), &err), OAC_OK);
	expect_text(oac_merged_value(merged),
		"{\"total\":18446744073709551613,\"part\":9223372036854775808,"
		"\"list\":[1,18446744073709551615]}");
	for (size_t i = 0; i < COUNT(wrong); i++) {
		assert_int_equal(
			oac_merge_json(merged, NULL, wrong[i], strlen(wrong[i]), &err),
			OAC_E_STREAM);
		assert_string_equal(err.path, "/total");
	}
	static const char part[] = "{\"part\":9223372036854775807}";
	assert_int_equal(oac_merge_json(merged, NULL, part, strlen(part), &err), OAC_OK);
	expect_text(oac_merged_value(merged),
		"{\"total\":18446744073709551613,\"part\":18446744073709551615,"
		"\"list\":[1,18446744073709551615]}");
	oac_merged_free(merged);
}

static void test_text(void **state)
{
	char text[OAC_INT64_TEXT];

	(void)state;
	assert_string_equal(oac_uint64_text(UINT64_MAX, text), "18446744073709551615");
	assert_string_equal(oac_uint64_text(0, text), "0");
	assert_string_equal(oac_int64_text(INT64_MIN, text), "-9223372036854775808");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_there_and_back),
		cmocka_unit_test(test_values),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_limits),
		cmocka_unit_test(test_trees),
		cmocka_unit_test(test_sums),
		cmocka_unit_test(test_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
