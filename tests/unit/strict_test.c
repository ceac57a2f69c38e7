/* Strict reading and sending: limits of the schema beyond its types. */
#include "call_fixture.h"

#include "oac_check.h"
#include "oac_memory.h"
#include "openai.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* ---- a type with every limit ---- */

enum hue {
	HUE_UNSET,
	HUE_UNKNOWN,
	HUE_RED,
	HUE_BLUE,
};

struct hue_list {
	size_t count;
	const enum hue *items;
};

struct rows {
	size_t count;
	const struct oac_double_list *items;
};

enum pick_kind {
	PICK_UNSET,
	PICK_UNKNOWN,
	PICK_TEXT,
	PICK_LIST,
	PICK_BOX,
};

struct box;

struct pick {
	enum pick_kind kind;
	union {
		const char *text;
		struct oac_string_list list;
		const struct box *box;
		struct oac_json json;
	} as;
};

struct box_list {
	size_t count;
	const struct box *items;
};

struct box {
	int64_t size; /* required */
	struct oac_opt_int64 count;
	struct oac_opt_double share;
	double weight; /* required */
	const char *name;
	struct oac_string_list tags;
	struct oac_int64_list numbers;
	struct oac_double_list parts;
	struct hue_list hues;
	struct rows rows;
	struct oac_string_map labels;
	struct pick pick;
	const struct box *inner;
	struct box_list boxes;
	struct oac_json oac_more;
};

extern const struct oac_object box_type;
extern const struct oac_union pick_type;
extern const struct oac_list box_list_type;

static const char *const hue_values[] = { "red", "blue" };
static const struct oac_enum hue_type = OAC_ENUM_TYPE(hue, hue_values);
static const struct oac_list hue_list_type = OAC_LIST_TYPE(hue_list, OAC_KIND_ENUM, &hue_type);
static const struct oac_list rows_type = OAC_LIST_TYPE(rows, OAC_KIND_LIST, &oac_double_list_type);
const struct oac_list box_list_type = OAC_LIST_TYPE(box_list, OAC_KIND_OBJECT, &box_type);

static const struct oac_variant pick_variants[] = {
	OAC_VARIANT(struct pick, text, const char *, OAC_KIND_STRING, NULL, NULL),
	OAC_VARIANT(struct pick, list, struct oac_string_list, OAC_KIND_LIST, NULL, &oac_string_list_type),
	OAC_VARIANT(struct pick, box, const struct box *, OAC_KIND_POINTER, NULL, &box_type),
};
static const struct oac_limit pick_limits[] = {
	OAC_NUMBER_LIMIT(0, 0, OAC_LIMIT_MOST, 2),
	OAC_NUMBER_LIMIT(1, 0, OAC_LIMIT_MOST, 1),
	OAC_NUMBER_LIMIT(1, 1, OAC_LIMIT_LEAST, 2),
};
const struct oac_union pick_type = OAC_LIMITED_UNION_TYPE(pick, pick_variants, pick_limits);

static const struct oac_field box_fields[] = {
	OAC_INT64(struct box, size, "size", OAC_REQUIRED),
	OAC_OPT_INT64(struct box, count, "count", OAC_NULLABLE),
	OAC_OPT_DOUBLE(struct box, share, "share", 0),
	OAC_DOUBLE(struct box, weight, "weight", OAC_REQUIRED),
	OAC_STRING(struct box, name, "name", 0),
	OAC_LIST_OF(struct box, tags, "tags", 0, oac_string_list),
	OAC_LIST_OF(struct box, numbers, "numbers", 0, oac_int64_list),
	OAC_LIST_OF(struct box, parts, "parts", 0, oac_double_list),
	OAC_LIST_OF(struct box, hues, "hues", 0, hue_list),
	OAC_LIST_OF(struct box, rows, "rows", 0, rows),
	OAC_MAP_OF(struct box, labels, "labels", 0, oac_string_map),
	OAC_UNION(struct box, pick, "pick", 0, pick),
	OAC_POINTER(struct box, inner, "in~ner", 0, box),
	OAC_LIST_OF(struct box, boxes, "boxes", 0, box_list),
};
/* ^[^0-9]*$ */
static const uint32_t no_digits_sets[] = {
	1, OAC_EDGE, OAC_EDGE,
	2, 0, '/', ':', 0x10ffff,
};
static const struct oac_step no_digits_steps[] = {
	{ OAC_STEP_BEGIN, 1, 7 },
	{ OAC_STEP_BEHIND, 0, 0 },
	{ OAC_STEP_OR, 0, 5 },
	{ OAC_STEP_ONE, 0, 3 },
	{ OAC_STEP_OR, 0, 3 },
	{ OAC_STEP_AHEAD, 0, 0 },
	{ OAC_STEP_MATCH, 0, 0 },
};
static const struct oac_pattern no_digits = {
	no_digits_steps, no_digits_sets, NULL, OAC_COUNT(no_digits_steps), 0, false,
};
static const struct oac_limit box_limits[] = {
	OAC_NUMBER_LIMIT(0, 0, OAC_LIMIT_MINIMUM, -1),
	OAC_NUMBER_LIMIT(0, 0, OAC_LIMIT_MAXIMUM, 9007199254740992),
	OAC_NUMBER_LIMIT(1, 0, OAC_LIMIT_MULTIPLE, 3),
	OAC_NUMBER_LIMIT(2, 0, OAC_LIMIT_ABOVE, 0),
	OAC_NUMBER_LIMIT(2, 0, OAC_LIMIT_BELOW, 1),
	OAC_NUMBER_LIMIT(3, 0, OAC_LIMIT_MULTIPLE, 0.1),
	OAC_NUMBER_LIMIT(4, 0, OAC_LIMIT_LEAST, 2),
	OAC_NUMBER_LIMIT(4, 0, OAC_LIMIT_MOST, 3),
	OAC_PATTERN_LIMIT(4, 0, no_digits),
	OAC_NUMBER_LIMIT(5, 0, OAC_LIMIT_UNIQUE, 0),
	OAC_NUMBER_LIMIT(5, 0, OAC_LIMIT_LEAST, 1),
	OAC_NUMBER_LIMIT(5, 1, OAC_LIMIT_MOST, 3),
	OAC_NUMBER_LIMIT(6, 0, OAC_LIMIT_UNIQUE, 0),
	OAC_NUMBER_LIMIT(7, 0, OAC_LIMIT_UNIQUE, 0),
	OAC_NUMBER_LIMIT(8, 0, OAC_LIMIT_UNIQUE, 0),
	OAC_NUMBER_LIMIT(9, 2, OAC_LIMIT_MAXIMUM, 5),
	OAC_NUMBER_LIMIT(10, 0, OAC_LIMIT_MOST, 2),
	OAC_NUMBER_LIMIT(10, 1, OAC_LIMIT_LEAST, 1),
};
const struct oac_object box_type = OAC_LIMITED_OBJECT_TYPE(box, box_fields, 0, box_limits);
static const struct oac_shape box_shape = { &box_type, sizeof(struct box), OAC_KIND_OBJECT };

/* ---- reading ---- */

#define BOX(more) "{\"size\":1,\"weight\":0.3" more "}"

static void test_what_fits(void **state)
{
	static const char *const cases[] = {
		BOX(""),
		"{\"size\":-1,\"weight\":0}",
		"{\"size\":9007199254740992,\"weight\":-7.7}",
		BOX(",\"count\":-6"), BOX(",\"count\":0"), BOX(",\"count\":null"),
		BOX(",\"share\":0.0001"), BOX(",\"share\":0.9999"),
		BOX(",\"name\":\"\xc3\xa9\xe2\x82\xac\""), BOX(",\"name\":\"\xf0\x9f\x98\x80 a\""),
		BOX(",\"tags\":[\"a\",\"b\",\"abc\"]"), BOX(",\"numbers\":[]"),
		BOX(",\"numbers\":[1,2,3]"), BOX(",\"parts\":[0,0.5]"), BOX(",\"hues\":[\"red\",\"blue\"]"),
		BOX(",\"rows\":[[5],[],[1,2]]"), BOX(",\"labels\":{\"a\":\"x\",\"b\":\"y\"}"),
		BOX(",\"pick\":\"ab\""), BOX(",\"pick\":[\"long\"]"), BOX(",\"pick\":" BOX("")),
		BOX(",\"in~ner\":" BOX("")), BOX(",\"boxes\":[" BOX("") "]"),
	};
	struct oac_error err;
	void *out;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		if (oac_decode(&box_shape, cases[i], strlen(cases[i]), OAC_STRICT, &out, &err) != OAC_OK)
			fail_msg("%s: %s", cases[i], err.message);
		oac_free(out);
	}
}

static void test_what_does_not(void **state)
{
	static const char *const cases[][2] = {
		{ "{\"size\":-2,\"weight\":0}", "/size: is less than the minimum of -1" },
		{ "{\"size\":9007199254740993,\"weight\":0}",
			"/size: is more than the maximum of 9.00719925474099e+15" },
		{ BOX(",\"count\":4"), "/count: is not a multiple of 3" },
		{ BOX(",\"share\":0"), "/share: is not more than 0" },
		{ BOX(",\"share\":1"), "/share: is not less than 1" },
		{ "{\"size\":1,\"weight\":0.35}", "/weight: is not a multiple of 0.1" },
		{ BOX(",\"name\":\"\xe2\x82\xac\""), "/name: is shorter than the minimum of 2" },
		{ BOX(",\"name\":\"abcd\""), "/name: is longer than the maximum of 3" },
		{ BOX(",\"name\":\"a1\""), "/name: does not match the pattern of the document" },
		{ BOX(",\"tags\":[]"), "/tags: is shorter than the minimum of 1" },
		{ BOX(",\"tags\":[\"b\",\"a\",\"b\"]"), "/tags: has an item twice" },
		{ BOX(",\"tags\":[\"b\",\"four\"]"), "/tags/1: is longer than the maximum of 3" },
		{ BOX(",\"numbers\":[1,2,1]"), "/numbers: has an item twice" },
		{ BOX(",\"parts\":[0.5,1,0.5]"), "/parts: has an item twice" },
		{ BOX(",\"hues\":[\"red\",\"red\"]"), "/hues: has an item twice" },
		{ BOX(",\"rows\":[[1],[2,6]]"), "/rows/1/1: is more than the maximum of 5" },
		{ BOX(",\"labels\":{\"a\":\"x\",\"b\":\"y\",\"c\":\"z\"}"),
			"/labels: is longer than the maximum of 2" },
		{ BOX(",\"labels\":{\"a/b\":\"\"}"), "/labels/a~1b: is shorter than the minimum of 1" },
		{ BOX(",\"pick\":\"abc\""), "/pick: is longer than the maximum of 2" },
		{ BOX(",\"pick\":[\"aa\",\"bb\"]"), "/pick: is longer than the maximum of 1" },
		{ BOX(",\"pick\":[\"a\"]"), "/pick/0: is shorter than the minimum of 2" },
		{ BOX(",\"pick\":" BOX(",\"count\":1")), "/pick/count: is not a multiple of 3" },
		{ BOX(",\"in~ner\":" BOX(",\"count\":1")), "/in~0ner/count: is not a multiple of 3" },
		{ BOX(",\"boxes\":[" BOX("") "," BOX(",\"count\":1") "]"),
			"/boxes/1/count: is not a multiple of 3" },
	};
	struct oac_error err;
	void *out;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *text = cases[i][0];
		assert_int_equal(oac_decode(&box_shape, text, strlen(text), OAC_STRICT, &out, &err),
			OAC_E_TYPE);
		assert_null(out);
		assert_string_equal(err.message, cases[i][1]);
		assert_int_equal(strncmp(err.message, err.path, strlen(err.path)), 0);
		/* The lenient reader takes it as it is. */
		assert_int_equal(oac_decode(&box_shape, text, strlen(text), 0, &out, &err), OAC_OK);
		oac_free(out);
	}
}

/* A pattern means the same wherever the program is. */
static void test_patterns_in_any_locale(void **state)
{
	static const char text[] = BOX(",\"name\":\"\xc3\xa9\xc3\xa9\"");
	char before[64];
	struct oac_error err;
	void *out;

	(void)state;
	snprintf(before, sizeof(before), "%s", setlocale(LC_ALL, NULL));
	if (setlocale(LC_ALL, "C.UTF-8") == NULL)
		skip();
	assert_int_equal(oac_decode(&box_shape, text, strlen(text), OAC_STRICT, &out, &err), OAC_OK);
	oac_free(out);
	assert_string_equal(setlocale(LC_ALL, NULL), "C.UTF-8");
	setlocale(LC_ALL, before);
}

/* Many items are compared in no more than n log n. */
static void test_many_items(void **state)
{
	enum { ITEMS = 200000 };
	size_t size = ITEMS * 8 + 64;
	char *text = oac_malloc(size);
	struct oac_error err;
	size_t len;
	void *out;

	(void)state;
	assert_non_null(text);
	len = (size_t)snprintf(text, size, "{\"size\":1,\"weight\":0,\"numbers\":[0");
	for (int i = 1; i < ITEMS; i++)
		len += (size_t)snprintf(text + len, size - len, ",%d", i);
	len += (size_t)snprintf(text + len, size - len, "]}");
	assert_int_equal(oac_decode(&box_shape, text, len, OAC_STRICT, &out, &err), OAC_OK);
	oac_free(out);
	oac_mem_free(text);
}

/* ---- sending ---- */

static const struct fake_reply run_reply[] = {
	{ 200, "Content-Type: application/json\n", "{\"id\":\"run_1\",\"temperature\":3}",
		OAC_OUTCOME_ANSWERED, false, 0 },
};

static void test_requests(void **state)
{
	const struct openai_create_run_request hot = { .assistant_id = "a", .temperature = OAC_NUM(2.5) };
	const struct openai_create_run_request good = { .assistant_id = "a", .temperature = OAC_NUM(2) };
	const struct openai_create_run_request none = { .temperature = OAC_NUM(1) };
	const struct oac_client_options all = { .strict = true };
	const struct oac_call_options strict = { .strict = true };
	struct openai_run *run;
	struct fake_run f;

	(void)state;
	fake_begin(&f, run_reply, 1, NULL);
	assert_int_equal(openai_runs_create(f.client, "t", &hot, NULL, &run, &f.err), OAC_OK);
	openai_run_free(run);
	assert_int_equal(openai_runs_create(f.client, "t", &hot, &strict, &run, &f.err), OAC_E_ARGUMENT);
	assert_null(run);
	assert_string_equal(f.err.message, "/temperature: is more than the maximum of 2");
	assert_string_equal(f.err.path, "/temperature");
	/* What must be there is asked for in any case. */
	assert_int_equal(openai_runs_create(f.client, "t", &none, NULL, &run, &f.err), OAC_E_ARGUMENT);
	assert_int_equal(f.fake.request_count, 1);
	/* The answer is read strictly, too: members that must be there are not. */
	assert_int_equal(openai_runs_create(f.client, "t", &good, &strict, &run, &f.err), OAC_E_TYPE);
	assert_int_equal(f.fake.request_count, 2);
	fake_end(&f);
	fake_begin(&f, run_reply, 1, &all);
	assert_int_equal(openai_runs_create(f.client, "t", &hot, NULL, &run, &f.err), OAC_E_ARGUMENT);
	assert_int_equal(f.fake.request_count, 0);
	fake_end(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_fits),
		cmocka_unit_test(test_what_does_not),
		cmocka_unit_test(test_patterns_in_any_locale),
		cmocka_unit_test(test_many_items),
		cmocka_unit_test(test_requests),
	};

	return cmocka_run_group_tests_name("strict", tests, NULL, NULL);
}
