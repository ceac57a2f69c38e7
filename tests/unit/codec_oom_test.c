/*
 * Every allocation of the codec fails once: the first, the second, ... until there are no
 * more. Each time the call says so, leaves nothing behind and does not crash.
 */
#include "failing_runtime.h"

#include "codec_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>
#include <cmocka.h>

enum {
	TEXT_SIZE = 1 << 16,
	LONG_NAME = 1500,
	MAX_FAILURES = 5000,
};

/* ---- a document that needs every kind of memory ---- */

static size_t put(char *text, size_t len, const char *piece)
{
	return len + (size_t)snprintf(text + len, TEXT_SIZE - len, "%s", piece);
}

/* Long lists, names and texts with escapes, unknown members and values, unions that are tried. */
static char *make_document(void)
{
	char *text = malloc(TEXT_SIZE);
	size_t len = 0;
	int i;

	assert_non_null(text);
	len = put(text, len, "{\"point\":{\"x\":1},\"colours\":[");
	for (i = 0; i < 60; i++)
		len = put(text, len, i % 2 ? "\"bl\\u0075e\"," : "\"r\\u0065d\",");
	len = put(text, len, "null],\"points\":[");
	for (i = 0; i < 30; i++)
		len = put(text, len, "{\"x\":1,\"new\":{},\"newer\":[1,2,3]},");
	for (i = 0; i < 500; i++) /* much larger as structs than as text */
		len = put(text, len, "{},");
	len = put(text, len, "null],\"labels\":{");
	for (i = 0; i < 30; i++)
		len = put(text, len, "\"k\\u0065y\":\"v\\u0061lue\",");
	len = put(text, len, "\"last\":null},\"choices\":[");
	for (i = 0; i < 15; i++)
		len = put(text, len,
			"{\"t\\u0079pe\":\"c\\u0061rd\",\"number\":\"1\",\"more\":0},[\"a\",\"b\"],"
			"\"text\",false,");
	len = put(text, len,
		"null],\"form\":{\"lid\":{\"radius\":1},\"width\":1,\"height\":2,\"radius\":{}},"
		"\"\\u0061");
	for (i = 0; i < LONG_NAME; i++)
		len = put(text, len, "b");
	len = put(text, len, "\":{\"a\":[9007199254740993,1E400]},\"text\":\"\\n");
	for (i = 0; i < LONG_NAME; i++)
		len = put(text, len, "c");
	len = put(text, len,
		"\",\"child\":{\"child\":{\"grid\":[[1],[2,3]],\"ratios\":[9007199254740993]}}}");
	assert_true(len < TEXT_SIZE - 1);
	return text;
}

/* ---- the loop ---- */

struct subject {
	const char *text;
	void *value;
	cJSON *tree;
};

/* Runs once; true when it succeeded. It has to fail with OAC_E_NOMEM. */
typedef bool run_fn(const struct subject *subject);

static void fail_each(run_fn *run, size_t at_least)
{
	struct subject subject = { make_document(), NULL, NULL };
	struct oac_error err;
	size_t n;
	bool done = false;

	calls_left = 0;
	subject.tree = oac_json_tree(oac_json_of(subject.text, strlen(subject.text)), &err);
	assert_non_null(subject.tree);
	assert_int_equal(
		oac_decode(&kit_shape, subject.text, strlen(subject.text), 0, &subject.value, &err),
		OAC_OK);
	for (n = 1; !done && n < MAX_FAILURES; n++) {
		long before = live;

		calls_left = n;
		done = run(&subject);
		/* An allocation was still to come: the run may only succeed when none failed. */
		if (done && calls_left == 0)
			fail_msg("allocation %zu failed unnoticed", n);
		calls_left = 0;
		if (live != before)
			fail_msg("allocation %zu failed: %ld blocks are left", n, live - before);
	}
	assert_true(done);
	if (n <= at_least)
		fail_msg("only %zu allocations", n - 1);
	oac_free(subject.value);
	cJSON_Delete(subject.tree);
	free((char *)(uintptr_t)subject.text);
	assert_int_equal(live, 0);
}

static bool run_decode(const struct subject *subject)
{
	struct oac_error err;
	void *value = &err;
	enum oac_status status =
		oac_decode(&kit_shape, subject->text, strlen(subject->text), 0, &value, &err);

	assert_int_equal(err.status, status);
	if (status == OAC_OK) {
		oac_free(value);
		return true;
	}
	assert_int_equal(status, OAC_E_NOMEM);
	assert_null(value);
	assert_string_equal(err.message, "out of memory");
	return false;
}

static void test_decode(void **state)
{
	(void)state;
	fail_each(run_decode, 3);
}

/* The arena of a stream's events is small and lives on. */
static bool run_decode_into(const struct subject *subject)
{
	struct oac_arena arena;
	struct oac_error err;
	enum oac_status status = OAC_E_NOMEM;
	void *value = NULL;

	if (!oac_arena_init(&arena, 0))
		return false;
	status = oac_decode_into(
		&arena, &kit_shape, subject->text, strlen(subject->text), 0, &value, &err);
	assert_true((value != NULL) == (status == OAC_OK));
	oac_arena_clear(&arena);
	if (status != OAC_OK)
		assert_int_equal(status, OAC_E_NOMEM);
	return status == OAC_OK;
}

static void test_decode_into(void **state)
{
	(void)state;
	fail_each(run_decode_into, 6);
}

static bool run_encode(const struct subject *subject)
{
	struct oac_error err;
	size_t len = 1;
	char *text = oac_encode_new(&kit_shape, subject->value, &len, &err);

	if (text != NULL) {
		oac_text_free(text);
		return true;
	}
	assert_int_equal(err.status, OAC_E_NOMEM);
	assert_int_equal(len, 0);
	return false;
}

static void test_encode(void **state)
{
	(void)state;
	fail_each(run_encode, 3);
}

static bool run_copy(const struct subject *subject)
{
	void *copy = oac_copy(&kit_shape, subject->value);

	oac_free(copy);
	return copy != NULL;
}

static void test_copy(void **state)
{
	(void)state;
	fail_each(run_copy, 3);
}

static bool run_to_cjson(const struct subject *subject)
{
	struct oac_error err;
	cJSON *tree = oac_to_cjson(&kit_shape, subject->value, &err);

	if (tree == NULL)
		assert_int_equal(err.status, OAC_E_NOMEM);
	cJSON_Delete(tree);
	return tree != NULL;
}

static void test_to_cjson(void **state)
{
	(void)state;
	fail_each(run_to_cjson, 300);
}

static bool run_from_cjson(const struct subject *subject)
{
	struct oac_error err;
	void *value = &err;
	enum oac_status status = oac_from_cjson(&kit_shape, subject->tree, &value, &err);

	if (status == OAC_OK) {
		oac_free(value);
		return true;
	}
	assert_int_equal(status, OAC_E_NOMEM);
	assert_int_equal(err.status, OAC_E_NOMEM);
	assert_null(value);
	return false;
}

static void test_from_cjson(void **state)
{
	(void)state;
	fail_each(run_from_cjson, 5);
}

static bool run_tree(const struct subject *subject)
{
	struct oac_error err;
	cJSON *tree = oac_json_tree(oac_json_of(subject->text, strlen(subject->text)), &err);

	if (tree == NULL)
		assert_int_equal(err.status, OAC_E_NOMEM);
	cJSON_Delete(tree);
	return tree != NULL;
}

static void test_tree(void **state)
{
	(void)state;
	fail_each(run_tree, 300);
}

static int use_failing_malloc(void **state)
{
	cJSON_Hooks hooks = { failing_malloc, counted_free };

	(void)state;
	cJSON_InitHooks(&hooks);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_decode),
		cmocka_unit_test(test_decode_into),
		cmocka_unit_test(test_encode),
		cmocka_unit_test(test_copy),
		cmocka_unit_test(test_to_cjson),
		cmocka_unit_test(test_from_cjson),
		cmocka_unit_test(test_tree),
	};

	return cmocka_run_group_tests_name("codec out of memory", tests, use_failing_malloc, NULL);
}
