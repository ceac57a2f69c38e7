/*
 * The rules of merging, one case each, on types that have a member of every kind. Every case
 * runs for the typed value and for one that is nothing but JSON, which has to come to the same.
 */
#include "codec_fixture.h"
#include "json_compare.h"
#include "oac_merge.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum {
	PLACE_SIZE = 256,
	TEXT_SIZE = 1 << 16,
};

static const struct oac_shape json_shape = { NULL, sizeof(struct oac_json), OAC_KIND_JSON };

static struct oac_merged *begin(const struct oac_shape *shape, const char *start)
{
	void *value = codec_decode(shape, start);
	struct oac_merged *m;

	assert_int_equal(oac_merged_new(&m, shape, value), OAC_OK);
	oac_free(value);
	return m;
}

static void expect(const struct oac_shape *shape, const struct oac_merged *m, const char *expected)
{
	struct oac_error err;
	char place[PLACE_SIZE];
	size_t len;
	char *text = oac_encode_new(shape, oac_merged_value(m), &len, &err);

	if (text == NULL)
		fail_msg("expected %s: %s", expected, err.message);
	if (!json_same(expected, strlen(expected), text, len, place, sizeof(place)))
		fail_msg("expected %s, got %s, other at '%s'", expected, text, place);
	oac_text_free(text);
}

static void merges_as(
	const struct oac_shape *shape, const char *start, const char *delta, const char *expected)
{
	struct oac_merged *m = begin(shape, start);
	struct oac_error err;

	if (oac_merge_json(m, NULL, delta, strlen(delta), &err) != OAC_OK)
		fail_msg("%s + %s: %s", start, delta, err.message);
	assert_int_equal(err.status, OAC_OK);
	expect(shape, m, expected);
	oac_merged_free(m);
}

static void merges(const char *start, const char *delta, const char *expected)
{
	merges_as(&kit_shape, start, delta, expected);
	merges_as(&json_shape, start, delta, expected);
}

static void refuses_as(const struct oac_shape *shape, const char *start, const char *delta,
	const char *path, const char *message)
{
	struct oac_merged *m = begin(shape, start);
	struct oac_error err;

	if (oac_merge_json(m, NULL, delta, strlen(delta), &err) != OAC_E_STREAM)
		fail_msg("%s + %s: expected '%s', got %s: %s", start, delta, message,
			oac_status_name(err.status), err.message);
	assert_int_equal(err.status, OAC_E_STREAM);
	assert_string_equal(err.path, path);
	assert_string_equal(err.message, message);
	assert_int_equal(oac_merge_json(m, NULL, delta, strlen(delta), NULL), OAC_E_STREAM);
	expect(shape, m, start);
	oac_merged_free(m);
}

static void refuses(const char *start, const char *delta, const char *path, const char *message)
{
	refuses_as(&kit_shape, start, delta, path, message);
	refuses_as(&json_shape, start, delta, path, message);
}

/* ---- one rule each ---- */

#define KIT(members) "{\"object\":\"kit\"" members "}"

static void test_absent_is_set(void **state)
{
	(void)state;
	merges(KIT(""),
		"{\"text\":\"a\\u00e9\\n\",\"flag\":false,\"count\":0,\"ratio\":1.50,\"colour\":"
		"\"red\","
		"\"level\":5,\"texts\":[],\"labels\":{\"a\":\"b\"},\"free_form\":{\"x\":[1]},"
		"\"new\":[{}]}",
		KIT(",\"text\":\"a\\u00e9\\n\",\"flag\":false,\"count\":0,\"ratio\":1.50,"
		    "\"colour\":\"red\","
		    "\"level\":5,\"texts\":[],\"labels\":{\"a\":\"b\"},\"free_form\":{\"x\":[1]},"
		    "\"new\":[{}]"));
	merges(KIT(""),
		"{\"point\":{\"x\":0,\"y\":0,\"object\":\"point\",\"hidden\":false,\"rank\":0}}",
		KIT(",\"point\":{\"x\":0,\"y\":0,\"object\":\"point\",\"hidden\":false,\"rank\":"
		    "0}"));
	merges(KIT(""), "{\"point\":{\"y\":2}}", KIT(",\"point\":{\"y\":2}"));
	merges(KIT(""), "{\"child\":{\"child\":{\"text\":\"deep\"}},\"choice\":\"auto\"}",
		KIT(",\"child\":{\"child\":{\"text\":\"deep\"}},\"choice\":\"auto\""));
	merges("{}", "{\"object\":\"kit\"}", KIT(""));
}

static void test_null(void **state)
{
	(void)state;
	merges(KIT(",\"text\":null,\"point\":null,\"texts\":null,\"new\":null,\"free_form\":null"),
		"{\"text\":\"a\",\"point\":{\"x\":1},\"texts\":[\"b\"],\"new\":1,\"free_form\":[]}",
		KIT(",\"text\":\"a\",\"point\":{\"x\":1},\"texts\":[\"b\"],\"new\":1,\"free_form\":"
		    "[]"));
	merges(KIT(",\"count\":null"), "{\"text\":null,\"count\":null,\"new\":null}",
		KIT(",\"text\":null,\"count\":null,\"new\":null"));
	refuses(KIT(",\"text\":\"a\""), "{\"text\":null}", "/text",
		"/text: expected a string, got null");
	refuses(KIT(",\"new\":\"a\""), "{\"new\":null}", "/new",
		"/new: expected a string, got null");
	refuses(KIT(",\"count\":1"), "{\"count\":null}", "/count",
		"/count: expected a number, got null");
	refuses(KIT(",\"texts\":[]"), "{\"texts\":null}", "/texts",
		"/texts: expected an array, got null");
	refuses(KIT(",\"child\":{}"), "{\"child\":null}", "/child",
		"/child: expected an object, got null");
	refuses(KIT(",\"free_form\":{}"), "{\"free_form\":null}", "/free_form",
		"/free_form: expected an object, got null");
}

static void test_replaced(void **state)
{
	(void)state;
	merges(KIT(",\"index\":1,\"type\":\"a\""), "{\"index\":2,\"type\":\"b\"}",
		KIT(",\"index\":2,\"type\":\"b\""));
	merges(KIT(",\"index\":1"), "{\"index\":null}", KIT(",\"index\":null"));
	merges(KIT(",\"new\":{\"type\":\"a\",\"index\":0}"), "{\"new\":{\"type\":{},\"index\":0}}",
		KIT(",\"new\":{\"type\":{},\"index\":0}"));
}

/* Enums and constants of a type are no running text; JSON cannot know them. */
static void test_enums_are_replaced(void **state)
{
	(void)state;
	merges_as(&kit_shape, KIT(",\"colour\":\"red\",\"level\":5"),
		"{\"object\":\"kit\",\"colour\":\"red\",\"level\":\"x\"}",
		KIT(",\"colour\":\"red\",\"level\":\"x\""));
	merges_as(&kit_shape, KIT(",\"colour\":\"red\""), "{\"colour\":\"blue\"}",
		KIT(",\"colour\":\"blue\""));
	merges_as(&kit_shape, KIT(",\"colour\":\"blue\""), "{\"colour\":\"red\"}",
		KIT(",\"colour\":\"red\""));
	merges_as(&kit_shape, KIT(""), "{\"object\":\"other\"}", "{\"object\":\"other\"}");
	merges_as(&kit_shape, "{\"object\":\"other\"}", KIT(""), KIT(""));
	refuses_as(&kit_shape, KIT(",\"colour\":\"red\""), "{\"colour\":null}", "/colour",
		"/colour: expected a value, got null");
}

static void test_strings(void **state)
{
	(void)state;
	merges(KIT(",\"text\":\"a\",\"new\":\"x\\n\""),
		"{\"text\":\"\\u00e9\\\"\",\"new\":\"\\\"y\"}",
		KIT(",\"text\":\"a\\u00e9\\\"\",\"new\":\"x\\n\\\"y\""));
	merges(KIT(",\"text\":\"\",\"labels\":{\"a\":\"b\"}"),
		"{\"text\":\"\",\"labels\":{\"a\":\"c\",\"d\":\"e\"}}",
		KIT(",\"text\":\"\",\"labels\":{\"a\":\"bc\",\"d\":\"e\"}"));
	merges(KIT(",\"choice\":\"a\""), "{\"choice\":\"b\"}", KIT(",\"choice\":\"ab\""));
	refuses(KIT(",\"text\":\"a\""), "{\"text\":1}", "/text",
		"/text: expected a string, got a number");
	refuses(KIT(",\"new\":{\"a~/\":\"x\"}"), "{\"new\":{\"a~/\":[]}}", "/new/a~0~1",
		"/new/a~0~1: expected a string, got an array");
	refuses_as(&kit_shape, KIT(",\"text\":\"a\""), "{\"text\":\"\\u0000\"}", "/text",
		"/text: a string holds U+0000, which a C string cannot");
}

static void test_numbers(void **state)
{
	(void)state;
	merges(KIT(",\"count\":1,\"ratio\":1.5,\"new\":9007199254740993"),
		"{\"count\":-3,\"ratio\":0.25,\"new\":1}",
		KIT(",\"count\":-2,\"ratio\":1.75,\"new\":9007199254740994"));
	merges(KIT(",\"new\":1"), "{\"new\":0.5}", KIT(",\"new\":1.5"));
	merges(KIT(",\"point\":{\"x\":1}"), "{\"point\":{\"x\":-1,\"y\":0,\"rank\":4}}",
		KIT(",\"point\":{\"x\":0,\"y\":0,\"rank\":4}"));
	merges(KIT(",\"choice\":4"), "{\"choice\":5}", KIT(",\"choice\":9"));
	merges(KIT(",\"ratio\":0.10000000000000000001"), "{\"ratio\":1}", KIT(",\"ratio\":1.1"));
	refuses(KIT(",\"count\":1"), "{\"count\":\"1\"}", "/count",
		"/count: expected a number, got a string");
	refuses(KIT(",\"ratio\":1e308"), "{\"ratio\":1e308}", "/ratio",
		"/ratio: the sum is out of range");
	refuses_as(&kit_shape, KIT(",\"count\":9223372036854775807"), "{\"count\":1}", "/count",
		"/count: the sum is out of range");
	refuses_as(&kit_shape, KIT(",\"count\":1"), "{\"count\":0.5}", "/count",
		"/count: expected an integer, got a fraction");
}

static void test_booleans(void **state)
{
	(void)state;
	merges(KIT(",\"flag\":null"), "{\"flag\":true}", KIT(",\"flag\":true"));
	refuses(KIT(",\"flag\":true"), "{\"flag\":true}", "/flag",
		"/flag: a boolean cannot be added to");
}

static void test_objects(void **state)
{
	(void)state;
	merges(KIT(",\"child\":{\"object\":\"kit\",\"text\":\"a\",\"new\":{\"x\":\"1\"}}"),
		"{\"child\":{\"text\":\"b\",\"new\":{\"x\":\"2\",\"y\":null},\"newer\":true,"
		"\"n\\u0065w\":{\"z\":1}}}",
		KIT(",\"child\":{\"object\":\"kit\",\"text\":\"ab\",\"new\":{\"x\":\"1\",\"z\":1},"
		    "\"newer\":true}"));
	refuses(KIT(",\"child\":{}"), "{\"child\":[]}", "/child",
		"/child: expected an object, got an array");
	/* All of it or nothing. */
	refuses(KIT(",\"free_form\":\"x\",\"text\":\"a\",\"count\":1,\"texts\":[\"x\"],\"child\":{"
		    "\"text\":\"b\",\"new\":\"n\"}"),
		"{\"text\":\"aaaaaaaaaaaaaaaaaaaaaaa\",\"count\":2,\"texts\":[\"y\",\"z\"],"
		"\"ratio\":1,"
		"\"child\":{\"text\":\"c\",\"new\":\"o\",\"flag\":true,\"child\":{}},\"new\":{},"
		"\"labels\":{\"a\":\"b\"},\"choices\":[{\"index\":3}],\"free_form\":1}",
		"/free_form", "/free_form: expected a string, got a number");
}

static void test_scalars_are_appended(void **state)
{
	(void)state;
	merges(KIT(",\"texts\":[\"a\"],\"counts\":[],\"new\":[1]"),
		"{\"texts\":[\"b\",\"c\"],\"counts\":[1,2],\"new\":[\"x\",2]}",
		KIT(",\"texts\":[\"a\",\"b\",\"c\"],\"counts\":[1,2],\"new\":[1,\"x\",2]"));
	merges(KIT(",\"ratios\":[1.5],\"colours\":[\"red\"]"),
		"{\"ratios\":[2,9007199254740993],\"colours\":[\"blue\",\"red\"]}",
		KIT(",\"ratios\":[1.5,2,9007199254740993],\"colours\":[\"red\",\"blue\",\"red\"]"));
	merges(KIT(",\"ratios\":[9007199254740993],\"colours\":[\"blue\"]"),
		"{\"ratios\":[2],\"colours\":[\"red\"]}",
		KIT(",\"ratios\":[9007199254740993,2],\"colours\":[\"blue\",\"red\"]"));
	merges(KIT(",\"texts\":[\"a\"],\"points\":[],\"grid\":[[1]]"),
		"{\"texts\":[],\"points\":[],\"grid\":[]}",
		KIT(",\"texts\":[\"a\"],\"points\":[],\"grid\":[[1]]"));
	merges(KIT(",\"choices\":[\"a\",1]"), "{\"choices\":[\"b\",2]}",
		KIT(",\"choices\":[\"a\",1,\"b\",2]"));
	refuses(KIT(",\"texts\":[\"a\",null]"), "{\"texts\":[\"b\"]}", "/texts",
		"/texts: expected an object with an index, got a string");
	refuses(KIT(",\"points\":[{\"x\":1}]"), "{\"points\":[1]}", "/points",
		"/points: expected an object with an index, got a number");
	refuses(KIT(",\"anything\":[{}]"), "{\"anything\":[\"a\"]}", "/anything",
		"/anything: expected an object with an index, got a string");
	refuses(KIT(",\"grid\":[[1]]"), "{\"grid\":[[2]]}", "/grid",
		"/grid: expected an object with an index, got an array");
}

static void test_entries_go_to_their_index(void **state)
{
	(void)state;
	/* an existing item, a hole, the same index twice */
	merges(KIT(",\"points\":[{\"x\":1,\"name\":\"a\"}]"),
		"{\"points\":[{\"index\":2,\"name\":\"c\"},{\"index\":0,\"x\":2,\"name\":\"b\"},"
		"{\"index\":2,\"name\":\"d\"}]}",
		KIT(",\"points\":[{\"x\":3,\"name\":\"ab\",\"index\":0},null,{\"name\":\"cd\","
		    "\"index\":2}]"));
	merges(KIT(",\"points\":[null]"), "{\"points\":[{\"index\":0,\"y\":1}]}",
		KIT(",\"points\":[{\"index\":0,\"y\":1}]"));
	merges(KIT(",\"anything\":[]"), "{\"anything\":[{\"index\":1,\"a\":[{\"index\":1}]}]}",
		KIT(",\"anything\":[null,{\"index\":1,\"a\":[null,{\"index\":1}]}]"));
	/* so do those of a list that was not there */
	merges(KIT(""),
		"{\"new\":{\"list\":[{\"index\":1,\"a\":\"b\"},{\"index\":1,\"a\":\"c\"},{"
		"\"index\":0}]}}",
		KIT(",\"new\":{\"list\":[{\"index\":0},{\"index\":1,\"a\":\"bc\"}]}"));
	merges(KIT(""), "{\"choices\":[{\"index\":1,\"type\":\"note\",\"inner\":[{\"index\":1}]}]}",
		KIT(",\"choices\":[null,{\"index\":1,\"type\":\"note\",\"inner\":[null,{\"index\":"
		    "1}]}]"));
	/* but not those that say nothing of where */
	merges(KIT(""),
		"{\"points\":[{\"x\":1},{\"index\":5}],\"new\":[[{\"index\":1}],{\"index\":\"1\"}]"
		"}",
		KIT(",\"points\":[{\"x\":1},{\"index\":5}],\"new\":[[null,{\"index\":1}],{"
		    "\"index\":\"1\"}]"));
	refuses(KIT(",\"points\":[]"), "{\"points\":[{\"x\":1}]}", "/points",
		"/points: the entry has no index");
	refuses(KIT(",\"points\":[]"), "{\"points\":[{\"index\":null}]}", "/points",
		"/points: the entry has no index");
	refuses(KIT(",\"points\":[]"), "{\"points\":[{\"index\":\"0\"}]}", "/points/index",
		"/points/index: the index is not an integer");
	refuses(KIT(",\"points\":[]"), "{\"points\":[{\"index\":0.5}]}", "/points/index",
		"/points/index: the index is not an integer");
	refuses(KIT(",\"points\":[]"), "{\"points\":[{\"index\":-1}]}", "/points/index",
		"/points/index: the index is out of range");
	refuses(KIT(",\"points\":[{\"name\":\"a\"}]"), "{\"points\":[{\"index\":0,\"name\":2}]}",
		"/points/0/name", "/points/0/name: expected a string, got a number");
	refuses(KIT(",\"anything\":[\"a\"]"), "{\"anything\":[{\"index\":0}]}", "/anything/0",
		"/anything/0: expected a string, got an object");
}

static void test_index_limits(void **state)
{
	struct oac_merged *m = begin(&kit_shape, KIT(",\"points\":[],\"new\":[]"));
	struct oac_error err;
	char text[128];
	int i;

	(void)state;
	refuses(KIT(",\"points\":[]"), "{\"points\":[{\"index\":1024}]}", "/points/index",
		"/points/index: the index is out of range");
	refuses(KIT(",\"points\":[]"), "{\"points\":[{\"index\":1e99}]}", "/points/index",
		"/points/index: the index is not an integer");
	refuses(KIT(",\"points\":[],\"new\":[]"),
		"{\"points\":[{\"index\":1000}],\"new\":[{\"index\":1000}]}", "/new/index",
		"/new/index: the index leaves too many holes");

	/* 1023 holes, one more, and no further one until one of them is filled */
	assert_int_equal(oac_merge_json(m, "points", "[{\"index\":1023}]", 16, &err), OAC_OK);
	assert_int_equal(oac_merge_json(m, "new", "[{\"index\":1}]", 13, &err), OAC_OK);
	assert_int_equal(oac_merge_json(m, "new", "[{\"index\":3}]", 13, &err), OAC_E_STREAM);
	assert_string_equal(err.path, "/new/index");
	assert_int_equal(oac_merge_json(m, "points", "[{\"index\":7}]", 13, &err), OAC_OK);
	assert_int_equal(oac_merge_json(m, "new", "[{\"index\":3}]", 13, &err), OAC_OK);
	assert_int_equal(oac_merge_json(m, "points", "[{\"index\":1025}]", 16, &err), OAC_E_STREAM);

	for (i = 1024; i < OAC_MERGE_INDEX_MAX; i++) {
		snprintf(text, sizeof(text), "[{\"index\":%d}]", i);
		assert_int_equal(oac_merge_json(m, "points", text, strlen(text), &err), OAC_OK);
	}
	assert_int_equal(
		oac_merge_json(m, "points", "[{\"index\":65536}]", 17, &err), OAC_E_STREAM);
	assert_string_equal(err.message, "/points/index: the index is out of range");
	assert_int_equal(
		((const struct kit *)oac_merged_value(m))->points.count, OAC_MERGE_INDEX_MAX);
	oac_merged_free(m);
}

static void test_unions(void **state)
{
	(void)state;
	merges(KIT(",\"choices\":[]"),
		"{\"choices\":[{\"index\":0,\"type\":\"card\",\"number\":\"1\"}]}",
		KIT(",\"choices\":[{\"index\":0,\"type\":\"card\",\"number\":\"1\"}]"));
	merges(KIT(",\"choices\":[{\"type\":\"card\",\"number\":\"1\"}]"),
		"{\"choices\":[{\"index\":0,\"type\":\"card\",\"number\":\"2\"},{\"index\":0,"
		"\"number\":\"3\"}]}",
		KIT(",\"choices\":[{\"index\":0,\"type\":\"card\",\"number\":\"123\"}]"));
	/* a further tag of the same variant */
	merges(KIT(",\"choices\":[{\"type\":\"card\",\"number\":\"1\"}]"),
		"{\"choices\":[{\"index\":0,\"type\":\"old_card\"}]}",
		KIT(",\"choices\":[{\"index\":0,\"type\":\"old_card\",\"number\":\"1\"}]"));
	/* another variant; an unknown one, and back */
	merges(KIT(",\"choice\":{\"type\":\"card\",\"number\":\"1\",\"inner\":[\"a\"]}"),
		"{\"choice\":{\"type\":\"note\",\"inner\":[\"b\"]}}",
		KIT(",\"choice\":{\"type\":\"note\",\"number\":\"1\",\"inner\":[\"a\",\"b\"]}"));
	merges(KIT(",\"choice_pointer\":{\"type\":\"card\",\"number\":\"1\"}"),
		"{\"choice_pointer\":{\"type\":\"new\",\"number\":\"2\"}}",
		KIT(",\"choice_pointer\":{\"type\":\"new\",\"number\":\"12\"}"));
	merges(KIT(",\"choice\":{\"type\":\"new\",\"number\":\"1\"}"),
		"{\"choice\":{\"number\":\"2\",\"other\":[{\"index\":0}]}}",
		KIT(",\"choice\":{\"type\":\"new\",\"number\":\"12\",\"other\":[{\"index\":0}]}"));
	merges(KIT(",\"choice\":{\"type\":\"new\",\"number\":\"1\"}"),
		"{\"choice\":{\"type\":\"card\"}}",
		KIT(",\"choice\":{\"type\":\"card\",\"number\":\"1\"}"));
	merges(KIT(",\"choices\":[{\"index\":0,\"number\":\"1\"}]"),
		"{\"choices\":[{\"index\":0,\"type\":\"card\",\"number\":\"2\"}]}",
		KIT(",\"choices\":[{\"index\":0,\"type\":\"card\",\"number\":\"12\"}]"));
	/* told apart by other things */
	merges(KIT(",\"form\":{\"radius\":1,\"label\":\"a\"}"),
		"{\"form\":{\"radius\":1,\"label\":\"b\"}}",
		KIT(",\"form\":{\"radius\":2,\"label\":\"ab\"}"));
	merges(KIT(",\"form\":\"red\""), "{\"form\":\"der\"}", KIT(",\"form\":\"redder\""));
	merges(KIT(",\"form\":1.5"), "{\"form\":1.5}", KIT(",\"form\":3"));
	merges(KIT(",\"choice\":[\"a\"]"), "{\"choice\":[\"b\"]}",
		KIT(",\"choice\":[\"a\",\"b\"]"));
	refuses(KIT(",\"choice\":\"a\""), "{\"choice\":{\"type\":\"card\"}}", "/choice",
		"/choice: expected a string, got an object");
}

static void test_variant_in_memory(void **state)
{
	struct oac_merged *m = begin(&kit_shape, KIT(",\"choices\":[]"));
	const struct kit *kit = oac_merged_value(m);
	static const char *const deltas[] = { "[{\"index\":1,\"type\":\"card\",\"number\":\"4\"}]",
		"[{\"index\":1,\"number\":\"2\"},{\"index\":0,\"type\":\"new\"}]" };
	struct oac_error err;
	size_t i;

	(void)state;
	for (i = 0; i < OAC_COUNT(deltas); i++)
		assert_int_equal(
			oac_merge_json(m, "choices", deltas[i], strlen(deltas[i]), &err), OAC_OK);
	assert_ptr_equal(kit, oac_merged_value(m));
	assert_int_equal(kit->choices.count, 2);
	assert_int_equal(kit->choices.items[0].kind, CHOICE_UNKNOWN);
	assert_int_equal(kit->choices.items[1].kind, CHOICE_CARD);
	assert_string_equal(kit->choices.items[1].as.card->number, "42");
	assert_string_equal(kit->choices.items[1].as.card->oac_more.text, "{\"index\":1}");
	oac_merged_free(m);
}

/* ---- the interface ---- */

static void test_typed_delta(void **state)
{
	static const struct point points[] = {
		{ .name = "b", .x = 1, .oac_more = OAC_JSON("{\"index\":0,\"new\":null}") }
	};
	const struct kit delta = { .text = "b",
		.points = OAC_LIST(points),
		.oac_more = OAC_JSON("{\"count\":null,\"more\":[1]}") };
	struct oac_merged *m =
		begin(&kit_shape, KIT(",\"text\":\"a\",\"points\":[{\"name\":\"a\"}]"));
	struct oac_error err;

	(void)state;
	assert_int_equal(oac_merge(m, NULL, &kit_shape, &delta, &err), OAC_OK);
	expect(&kit_shape, m,
		KIT(",\"text\":\"ab\",\"points\":[{\"x\":1,\"y\":0,\"object\":\"point\","
		    "\"hidden\":false,\"rank\":0,\"name\":\"ab\",\"index\":0,\"new\":null}],"
		    "\"count\":null,\"more\":[1]"));
	oac_merged_free(m);
}

/* A program may say less than a decoder ever does. */
static void test_half_a_union(void **state)
{
	static const enum choice_kind kinds[] = { CHOICE_TEXT, CHOICE_LIST, CHOICE_CARD, 99 };
	size_t i;

	(void)state;
	for (i = 0; i < OAC_COUNT(kinds); i++) {
		const struct kit kit = { .choice = { .kind = kinds[i] } };
		struct oac_merged *m;
		struct oac_error err;

		assert_int_equal(oac_merged_new(&m, &kit_shape, &kit), OAC_OK);
		assert_int_equal(oac_merge_json(m, "choice", "[\"a\"]", 5, &err), OAC_E_STREAM);
		assert_string_equal(err.path, "/choice");
		oac_merged_free(m);
	}
}

static void test_root_union(void **state)
{
	(void)state;
	merges_as(&choice_shape, "{\"type\":\"card\",\"number\":\"1\"}", "{\"number\":\"2\"}",
		"{\"type\":\"card\",\"number\":\"12\"}");
	merges_as(&choice_shape, "{\"type\":\"card\",\"number\":\"1\"}", "{\"type\":\"note\"}",
		"{\"type\":\"note\",\"number\":\"1\"}");
	merges_as(&choice_list_shape, "[]", "[{\"index\":0,\"type\":\"note\"}]",
		"[{\"index\":0,\"type\":\"note\"}]");
}

static void test_no_json(void **state)
{
	struct oac_merged *m = begin(&kit_shape, KIT(""));
	struct oac_error err;
	char *deep = malloc(TEXT_SIZE);

	(void)state;
	assert_int_equal(oac_merge_json(m, NULL, "{\"text\":", 8, &err), OAC_E_JSON);
	assert_int_equal(err.offset, 8);
	assert_int_equal(oac_merge_json(m, NULL, "", 0, &err), OAC_E_JSON);
	assert_int_equal(oac_merge_json(m, "text", "\"a\",\"count\":1", 13, &err), OAC_E_JSON);
	assert_non_null(deep);
	memset(deep, '[', 512);
	memset(deep + 512, ']', 512);
	assert_int_equal(oac_merge_json(m, "new", deep, 1024, &err), OAC_E_LIMIT);
	assert_int_equal(oac_merge_json(m, "new", deep + 1, 1022, &err), OAC_OK);
	free(deep);
	oac_merged_free(m);
	oac_merged_free(NULL);
}

static void adds(struct oac_merged *m, const char *delta, const char *expected)
{
	struct oac_error err;

	if (oac_merge_json(m, NULL, delta, strlen(delta), &err) != OAC_OK)
		fail_msg("%s: %s", delta, err.message);
	expect(&kit_shape, m, expected);
}

/* A string in a text without a type grows in place; what else stands there may change between. */
static void test_strings_without_a_type(void **state)
{
	static const char wrong[] =
		"[{\"index\":0,\"v\":\"y\"},{\"index\":0,\"v\":\"z\"},{\"index\":0,\"v\":1}]";
	struct oac_merged *m = begin(&kit_shape, KIT(",\"choices\":[]"));
	struct oac_error err;

	(void)state;
	adds(m, "{\"new\":{\"a\":[{\"index\":0,\"s\":\"\",\"t\":\"\"}]}}",
		KIT(",\"choices\":[],\"new\":{\"a\":[{\"index\":0,\"s\":\"\",\"t\":\"\"}]}"));
	adds(m, "{\"new\":{\"a\":[{\"index\":0,\"s\":\"\\n\"}]}}",
		KIT(",\"choices\":[],\"new\":{\"a\":[{\"index\":0,\"s\":\"\\n\",\"t\":\"\"}]}"));
	adds(m, "{\"new\":{\"a\":[{\"index\":0,\"s\":\"]}\"}]}}",
		KIT(",\"choices\":[],\"new\":{\"a\":[{\"index\":0,\"s\":\"\\n]}\",\"t\":\"\"}]}"));
	adds(m, "{\"new\":{\"a\":[{\"index\":0,\"t\":\"1\"}]}}",
		KIT(",\"choices\":[],\"new\":{\"a\":[{\"index\":0,\"s\":\"\\n]}\",\"t\":\"1\"}]}"));
	adds(m, "{\"new\":{\"a\":[{\"index\":0,\"s\":\"2\"}]},\"text\":null}",
		KIT(",\"choices\":[],\"text\":null,\"new\":{\"a\":[{\"index\":0,\"s\":\"\\n]}2\","
		    "\"t\":\"1\"}]}"));
	adds(m,
		"{\"new\":{\"a\":[{\"index\":0,\"s\":\"3\"}]},\"choices\":[{\"index\":0,\"type\":"
		"\"u\",\"v\":\"w\"}]}",
		KIT(",\"choices\":[{\"index\":0,\"type\":\"u\",\"v\":\"w\"}],\"text\":null,"
		    "\"new\":{\"a\":[{\"index\":0,\"s\":\"\\n]}23\",\"t\":\"1\"}]}"));
	/* both texts at once, and a failure behind them */
	adds(m,
		"{\"new\":{\"a\":[{\"index\":0,\"s\":\"4\"}]},\"choices\":[{\"index\":0,\"v\":"
		"\"x\"}]}",
		KIT(",\"choices\":[{\"index\":0,\"type\":\"u\",\"v\":\"wx\"}],\"text\":null,"
		    "\"new\":{\"a\":[{\"index\":0,\"s\":\"\\n]}234\",\"t\":\"1\"}]}"));
	assert_int_equal(oac_merge_json(m, "choices", wrong, strlen(wrong), &err), OAC_E_STREAM);
	assert_string_equal(err.path, "/choices/0/v");
	/* the text becomes a typed value, and then another text */
	adds(m, "{\"choices\":[{\"index\":0,\"type\":\"card\",\"v\":\"y\"}]}",
		KIT(",\"choices\":[{\"index\":0,\"type\":\"card\",\"v\":\"wxy\"}],\"text\":null,"
		    "\"new\":{\"a\":[{\"index\":0,\"s\":\"\\n]}234\",\"t\":\"1\"}]}"));
	adds(m, "{\"choices\":[{\"index\":0,\"v\":\"z\"}],\"new\":{\"b\":1}}",
		KIT(",\"choices\":[{\"index\":0,\"type\":\"card\",\"v\":\"wxyz\"}],\"text\":null,"
		    "\"new\":{\"a\":[{\"index\":0,\"s\":\"\\n]}234\",\"t\":\"1\"}],\"b\":1}"));
	oac_merged_free(m);
}

/* A member that stands twice counts once, the last time, as for JSON.parse. */
static void test_repeated_members(void **state)
{
	(void)state;
	merges(KIT(",\"text\":\"a\",\"new\":\"a\""),
		"{\"text\":1,\"text\":\"b\",\"new\":2,\"n\\u0065w\":\"b\"}",
		KIT(",\"text\":\"ab\",\"new\":\"ab\""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_absent_is_set),
		cmocka_unit_test(test_null),
		cmocka_unit_test(test_replaced),
		cmocka_unit_test(test_enums_are_replaced),
		cmocka_unit_test(test_strings),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_booleans),
		cmocka_unit_test(test_objects),
		cmocka_unit_test(test_scalars_are_appended),
		cmocka_unit_test(test_entries_go_to_their_index),
		cmocka_unit_test(test_index_limits),
		cmocka_unit_test(test_unions),
		cmocka_unit_test(test_variant_in_memory),
		cmocka_unit_test(test_typed_delta),
		cmocka_unit_test(test_half_a_union),
		cmocka_unit_test(test_root_union),
		cmocka_unit_test(test_no_json),
		cmocka_unit_test(test_strings_without_a_type),
		cmocka_unit_test(test_repeated_members),
	};

	return cmocka_run_group_tests_name("merging deltas", tests, NULL, NULL);
}
