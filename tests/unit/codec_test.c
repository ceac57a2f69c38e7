/* What the codec keeps: every kind of member absent, null, empty, zero and filled, and what no
 * member holds. */
#include "codec_fixture.h"

#include "openai.h"
#include "openai_tables.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum {
	TEXT_SIZE = 1024,
};

#define KIT(members) "{\"object\":\"kit\",\"point\":" POINT members "}"
#define POINT "{\"x\":1.5,\"y\":-2,\"object\":\"point\",\"hidden\":true,\"rank\":7,\"name\":\"n\"}"

/* The values that each optional member of a kit is tried with; null comes by itself. */
static const struct {
	const char *name;
	const char *values[12];
} members[] = {
	{ "text", { "\"\"", "\"a\"", "\"\\u00e9\\n\\\"\\\\\\ud83d\\ude00\"", "\"\xc3\xa9\"",
			  "\"\\u007f\\/\"" } },
	{ "flag", { "true", "false" } },
	{ "count", { "0", "-1", "9223372036854775807", "-9223372036854775808", "9007199254740993",
			   "-9007199254740991", "1e3", "1.0", "-0" } },
	{ "ratio", { "0", "0.0", "-0.0", "1", "0.1", "9007199254740993", "-9007199254740991",
			   "18446744073709551615", "1e-400", "5e-324", "1.7976931348623157e308",
			   "0.1234567890123456789" } },
	{ "colour", { "\"red\"", "\"dark \\\"green\\\"\"", "\"dark \\u0022gr\\u0065en\\u0022\"",
			    "\"blue\"", "\"\"", "\"R\\u0045D\"" } },
	{ "level", { "\"x\"", "5", "true", "6", "false", "\"y\"", "5.0" } },
	{ "child", { KIT(""), "{}", "{\"point\":{}}", KIT(",\"child\":" KIT(",\"count\":0")) } },
	{ "choice", { "\"auto\"", "\"b\"", "\"\"", "0", "-5", "[]", "[\"a\",null]",
			    "{\"type\":\"card\",\"number\":\"1\"}", "true", "{}",
			    "{\"type\":\"other\",\"x\":[1]}" } },
	{ "choice_pointer",
		{ "\"auto\"", "\"b\"", "0", "[]", "{\"type\":\"note\"}", "{\"type\":1}" } },
	{ "form", { "{\"radius\":0}", "{\"width\":0,\"height\":0}", "\"red\"", "\"blue\"", "0",
			  "0.1", "9007199254740993", "[]", "{}", "{\"radius\":\"big\"}" } },
	{ "texts", { "[]", "[\"\"]", "[\"a\",\"b\"]", "[null]", "[null,\"a\",null]" } },
	{ "counts", { "[]", "[0]", "[1,-1,9223372036854775807,-9223372036854775808]" } },
	{ "ratios", { "[]", "[0,0.5]", "[9007199254740993,0.1,-0.0,1e-400]" } },
	{ "flags", { "[]", "[true,false,true]" } },
	{ "colours", { "[]", "[\"red\"]", "[\"blue\",\"red\",\"pink\"]", "[null]",
			     "[null,\"blue\",null]" } },
	{ "points", { "[]", "[" POINT "]", "[{}]", "[null]", "[null," POINT ",{\"z\":1}]" } },
	{ "choices", { "[]", "[\"auto\",\"x\",1,[],{\"type\":\"card\"}]", "[null]",
			     "[null,{\"type\":\"new\"},false]" } },
	{ "grid", { "[]", "[[]]", "[[1,2],[],[3]]", "[null]", "[null,[1],null]" } },
	{ "anything", { "[]", "[null,1,\"a\",{},[],9007199254740993,1E400]" } },
	{ "labels", { "{}", "{\"a\":\"b\"}", "{\"\":\"\"}", "{\"a\":null,\"b\":\"c\"}",
			    "{\"a\\nb\":\"\xc3\xa9\"}", "{\"a\":\"1\",\"a\":\"2\"}" } },
	{ "colour_map", { "{}", "{\"a\":\"red\",\"b\":\"blue\"}", "{\"a\":null,\"b\":\"blue\"}" } },
	{ "point_map", { "{}", "{\"a\":" POINT "}", "{\"a\":null,\"b\":{}}" } },
	{ "free_form", { "{}", "[]", "\"\"", "0", "false",
			       "{\"a\":[1E400,9007199254740993,\"\\u0041\"]}" } },
	{ "a/b", { "0", "5" } },
	{ "c~d", { "0", "5" } },
	{ "e\\\"f", { "0", "5" } },
};

/* The value has to come back on its own, in an inner kit, and beside other members. */
static void check_member(const char *name, const char *value)
{
	static const char *const frames[] = {
		"{\"object\":\"kit\",\"point\":" POINT ",\"%s\":%s}",
		"{\"%s\":%s}",
		" { \"new\" : [ ] , \"%s\" : %s , \"point\" : { } , \"object\" : 5 } ",
		"{\"child\":{\"%s\":%s,\"new\":1,\"object\":null,\"point\":null},\"object\":"
		"\"kit\"}",
		"{\"%s\":%s,\"\\u0070oint\":{\"x\":0,\"y\":0,\"object\":\"point\",\"rank\":0,"
		"\"name\":null}}",
	};
	size_t i;

	for (i = 0; i < OAC_COUNT(frames); i++) {
		char text[TEXT_SIZE];

		snprintf(text, sizeof(text), frames[i], name, value);
		codec_round(&kit_shape, text);
	}
}

static void test_every_kind(void **state)
{
	size_t m;
	size_t v;

	(void)state;
	for (m = 0; m < OAC_COUNT(members); m++) {
		check_member(members[m].name, "null");
		for (v = 0; v < OAC_COUNT(members[m].values) && members[m].values[v] != NULL; v++)
			check_member(members[m].name, members[m].values[v]);
	}
}

static void test_presence(void **state)
{
	struct kit *kit;

	(void)state;
	kit = codec_decode(&kit_shape, "{}");
	assert_null(kit->text);
	assert_false(kit->flag.set);
	assert_false(kit->count.set);
	assert_int_equal(kit->colour, COLOUR_UNSET);
	assert_int_equal(kit->choice.kind, CHOICE_UNSET);
	assert_null(kit->texts.items);
	assert_null(kit->labels.entries);
	assert_null(kit->free_form.text);
	assert_null(kit->child);
	oac_free(kit);

	kit = codec_decode(&kit_shape,
		"{\"text\":\"\",\"flag\":false,\"count\":0,\"texts\":[],\"labels\":{},"
		"\"free_form\":null,\"child\":{},\"colours\":[null,\"blue\",\"red\"],\"choice\":"
		"\"\"}");
	assert_string_equal(kit->text, "");
	assert_true(kit->flag.set && !kit->flag.value);
	assert_true(kit->count.set && kit->count.value == 0);
	assert_non_null(kit->texts.items);
	assert_int_equal(kit->texts.count, 0);
	assert_non_null(kit->labels.entries);
	assert_string_equal(kit->free_form.text, "null");
	assert_non_null(kit->child);
	assert_int_equal(kit->colours.count, 3);
	assert_int_equal(kit->colours.items[0], COLOUR_UNSET);
	assert_int_equal(kit->colours.items[1], COLOUR_UNKNOWN);
	assert_int_equal(kit->colours.items[2], COLOUR_RED);
	assert_int_equal(kit->choice.kind, CHOICE_TEXT);
	assert_string_equal(kit->choice.as.text, "");
	oac_free(kit);
}

/* Each subset of the members of a type whose members are all required, each one absent, null, zero
 * or filled. */
static void test_sparse(void **state)
{
	static const char *const values[][3] = {
		{ "\"x\":null", "\"x\":0", "\"x\":1.5" },
		{ "\"y\":null", "\"y\":0.0", "\"y\":9007199254740993" },
		{ "\"object\":null", "\"object\":\"point\"", "\"object\":\"line\"" },
		{ "\"hidden\":null", "\"hidden\":false", "\"hidden\":true" },
		{ "\"rank\":null", "\"rank\":0", "\"rank\":-1" },
		{ "\"name\":null", "\"name\":\"\"", "\"name\":\"n\"" },
	};
	unsigned subset;

	(void)state;
	for (subset = 0; subset < 4096; subset++) {
		char inner[TEXT_SIZE] = "";
		char text[TEXT_SIZE * 4];
		size_t len = 0;
		size_t i;

		for (i = 0; i < OAC_COUNT(values); i++) {
			unsigned which = subset >> 2 * i & 3;

			if (which > 0)
				len += (size_t)snprintf(inner + len, sizeof(inner) - len, "%s%s",
					len > 0 ? "," : "", values[i][which - 1]);
		}
		snprintf(text, sizeof(text), "{%s%s\"new\":{}}", inner, len > 0 ? "," : "");
		codec_round(&point_shape, text);
		snprintf(text, sizeof(text),
			"{\"point\":{%s},\"points\":[{%s},null],\"point_map\":{\"a\":{%s}}}", inner,
			inner, inner);
		codec_round(&kit_shape, text);
	}
}

/* The marker is part of oac_codec.h: a carriage return, then what was there. */
static void test_sparse_marker(void **state)
{
	struct point *point = codec_decode(&point_shape, "{\"rank\":0,\"new\":1}");

	(void)state;
	assert_string_equal(point->oac_more.text, "\r{\"new\":1,\"rank\":0}");
	assert_int_equal(point->oac_more.len, strlen(point->oac_more.text));
	oac_free(point);

	/* Nothing is missing: no marker. */
	point = codec_decode(&point_shape, POINT);
	assert_null(point->oac_more.text);
	oac_free(point);
}

static void test_unknown_members(void **state)
{
	struct point *point =
		codec_decode(&point_shape, "{ \"z\" : [ 1 , 2 ] "
					   ",\"x\":1,\"y\":2,\"object\":\"point\",\"a\":{\"b\":"
					   "null},\"hidden\":true,\"rank\":1,"
					   "\"name\":\"n\",\"\":\"\\u0000\",\"z\":1E999}");
	struct point *copy;

	(void)state;
	assert_string_equal(point->oac_more.text,
		"{\"z\":[ 1 , 2 ],\"a\":{\"b\":null},\"\":\"\\u0000\",\"z\":1E999}");
	codec_encodes(&point_shape, point,
		"{\"x\":1,\"y\":2,\"object\":\"point\",\"hidden\":true,\"rank\":1,\"name\":\"n\","
		"\"z\":[ 1 , 2 ],\"a\":{\"b\":null},\"\":\"\\u0000\",\"z\":1E999}");
	copy = oac_copy(&point_shape, point);
	assert_string_equal(copy->oac_more.text, point->oac_more.text);
	assert_ptr_not_equal(copy->oac_more.text, point->oac_more.text);
	oac_free(point);
	oac_free(copy);
}

/* The last one counts, as nearly all readers of JSON have it, and nothing is mixed up of both. */
static void test_repeated_members(void **state)
{
	static const char *const cases[][2] = {
		{ "{\"text\":\"a\",\"text\":\"b\"}", "{\"text\":\"b\"}" },
		{ "{\"text\":\"a\",\"text\":null}", "{\"text\":null}" },
		{ "{\"text\":null,\"text\":\"a\"}", "{\"text\":\"a\"}" },
		{ "{\"count\":5,\"count\":null}", "{\"count\":null}" },
		{ "{\"count\":5,\"c\\u006funt\":null}", "{\"count\":null}" },
		{ "{\"count\":null,\"count\":0,\"new\":1}", "{\"count\":0,\"new\":1}" },
		{ "{\"new\":1,\"count\":null,\"newer\":2,\"count\":0}",
			"{\"new\":1,\"newer\":2,\"count\":0}" },
		{ "{\"colour\":\"blue\",\"colour\":\"red\"}", "{\"colour\":\"red\"}" },
		{ "{\"colour\":\"red\",\"colour\":\"blue\"}", "{\"colour\":\"blue\"}" },
		{ "{\"colour\":\"blue\",\"colour\":\"pink\"}", "{\"colour\":\"pink\"}" },
		{ "{\"object\":\"cat\",\"object\":\"kit\"}", "{\"object\":\"kit\"}" },
		{ "{\"object\":\"kit\",\"object\":\"cat\"}", "{\"object\":\"cat\"}" },
		{ "{\"point\":{\"x\":1,\"name\":\"a\"},\"point\":{\"y\":2}}",
			"{\"point\":{\"y\":2}}" },
		{ "{\"point\":" POINT ",\"point\":null}", "{\"point\":null}" },
		{ "{\"point\":" POINT ",\"point\":{}}", "{\"point\":{}}" },
		{ "{\"texts\":[\"a\"],\"texts\":[]}", "{\"texts\":[]}" },
		{ "{\"labels\":{\"a\":\"b\"},\"labels\":null}", "{\"labels\":null}" },
		{ "{\"choice\":\"a\",\"choice\":null}", "{\"choice\":null}" },
		{ "{\"choice\":{\"type\":\"card\"},\"choice\":\"a\"}", "{\"choice\":\"a\"}" },
		{ "{\"child\":{\"count\":1},\"child\":{\"ratio\":1}}",
			"{\"child\":{\"ratio\":1}}" },
		{ "{\"ratio\":9007199254740993,\"ratio\":0}", "{\"ratio\":0}" },
		{ "{\"free_form\":1,\"free_form\":null}", "{\"free_form\":null}" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < OAC_COUNT(cases); i++)
		codec_round_to(&kit_shape, cases[i][0], cases[i][1]);
	codec_round_to(&point_shape, "{\"rank\":5,\"rank\":0}", "{\"rank\":0}");
	codec_round_to(&point_shape, "{\"rank\":0,\"rank\":5}", "{\"rank\":5}");
	codec_round_to(&point_shape, "{\"rank\":null,\"rank\":0}", "{\"rank\":0}");
	codec_round_to(&point_shape, "{\"rank\":0,\"rank\":null}", "{\"rank\":null}");
}

/* A name is the same however it is escaped, also where its value needs oac_more. */
static void test_escaped_names(void **state)
{
	struct kit *kit;

	(void)state;
	codec_round(
		&kit_shape, "{\"c\\u006fl\\u006Fur\":\"blue\",\"\\u0072atio\":9007199254740993}");
	codec_round(&kit_shape,
		"{\"c\\u006flours\":[\"blue\"],\"te\\u0078t\":null,\"ob\\u006aect\":\"cat\"}");
	codec_round(&kit_shape, "{\"point\":{\"\\u0078\":0,\"\\u006fbject\":\"point\"}}");
	codec_round(&kit_shape, "{\"a\\/b\":1,\"c\\u007ed\":2,\"e\\u0022f\":3}");
	kit = codec_decode(&kit_shape, "{\"a\\/b\":1,\"c\\u007ed\":2,\"e\\u0022f\":3}");
	assert_int_equal(kit->slash.value, 1);
	assert_int_equal(kit->tilde.value, 2);
	assert_int_equal(kit->quote.value, 3);
	oac_free(kit);
}

/* A set typed member wins over oac_more, one that is not set gives way to it. */
static void test_more_in_requests(void **state)
{
	static const struct openai_assistant_tool tools[] = {
		{ .kind = OPENAI_ASSISTANT_TOOL_CODE_INTERPRETER },
	};
	struct openai_create_run_request request = {
		.assistant_id = "asst_1",
		.oac_more = OAC_JSON(
			"{\"instructions\":null,\"assistant_id\":null,\"x\":{\"y\":[null]}}"),
	};
	struct openai_truncation_strategy truncation = {
		.type = OPENAI_TRUNCATION_STRATEGY_TYPE_LAST_MESSAGES,
		.oac_more = OAC_JSON("{\"last_messages\":null}"),
	};
	struct kit kit = {
		.point = { .oac_more = OAC_JSON("{\"x\":null,\"rank\":null,\"more\":true}"),
			.y = 5,
			.name = "" },
		.oac_more = OAC_JSON(" { \"text\" : null , \"child\" : { } , \"child\" : null } "),
	};
	static const struct oac_shape request_shape = { &openai_create_run_request_type,
		sizeof(struct openai_create_run_request), OAC_KIND_OBJECT };

	(void)state;
	codec_encodes(&request_shape, &request,
		"{\"assistant_id\":\"asst_1\",\"instructions\":null,\"x\":{\"y\":[null]}}");
	request.truncation_strategy = &truncation;
	request.oac_more = (struct oac_json){ NULL, 0 };
	request.temperature = oac_num(0);
	request.parallel_tool_calls = oac_bool(false);
	request.max_prompt_tokens = oac_int(0);
	request.instructions = "";
	request.tools.items = tools;
	codec_encodes(&request_shape, &request,
		"{\"assistant_id\":\"asst_1\",\"instructions\":\"\",\"tools\":[],\"temperature\":0,"
		"\"max_prompt_tokens\":0,"
		"\"truncation_strategy\":{\"type\":\"last_messages\",\"last_messages\":null},"
		"\"parallel_tool_calls\":false}");
	codec_encodes(&kit_shape, &kit,
		"{\"object\":\"kit\",\"text\":null,\"point\":{\"x\":null,\"y\":5,\"object\":"
		"\"point\",\"hidden\":false,"
		"\"rank\":null,\"name\":\"\",\"more\":true},\"child\":null}");
}

/* A parameter of a request is no part of its JSON, whatever it is called. */
static void test_parameters_stay_out(void **state)
{
	struct both {
		struct oac_opt_int64 query_limit;
		struct oac_opt_int64 limit;
		struct oac_json oac_more;
	} *value;
	static const struct oac_field fields[] = {
		OAC_OPT_INT64(struct both, query_limit, "limit", OAC_IN_QUERY),
		OAC_OPT_INT64(struct both, limit, "limit", 0),
	};
	static const struct oac_object both_type = OAC_OBJECT_TYPE(both, fields, 0);
	static const struct oac_shape shape = { &both_type, sizeof(struct both), OAC_KIND_OBJECT };
	const struct both request = { .query_limit = OAC_INT(5) };

	(void)state;
	codec_encodes(&shape, &request, "{}");
	value = codec_decode(&shape, "{\"limit\":7}");
	assert_false(value->query_limit.set);
	assert_int_equal(value->limit.value, 7);
	oac_free(value);
	codec_round(&shape, "{\"limit\":null,\"limits\":1}");
}

/* A copy shares nothing with what it was made from. */
static void test_copy_is_deep(void **state)
{
	char text[] = "text";
	char key[] = "key";
	char label[] = "label";
	char more[] = "{\"m\":1}";
	const char *texts[] = { text, NULL };
	struct oac_string_map_entry labels[] = { { key, label }, { NULL, NULL } };
	struct card card = { .number = text, .oac_more = { more, 7 } };
	struct choice choices[] = { { .kind = CHOICE_CARD, .as = { .card = &card } },
		{ .kind = CHOICE_AUTO } };
	struct kit kit = {
		.text = text,
		.texts = { 1, texts },
		.labels = { 1, labels },
		.choices = OAC_LIST(choices),
		.free_form = { more, 7 },
		.oac_more = { more, 7 },
	};
	struct kit *copy = oac_copy(&kit_shape, &kit);

	(void)state;
	memset(text, 'x', 4);
	memset(key, 'x', 3);
	memset(label, 'x', 5);
	memset(more, 'x', 7);
	memset(&card, 0, sizeof(card));
	memset(choices, 0, sizeof(choices));
	memset(&kit, 0, sizeof(kit));
	memset(texts, 0, sizeof(texts));
	memset(labels, 0, sizeof(labels));
	codec_encodes(&kit_shape, copy,
		"{\"object\":\"kit\",\"text\":\"text\",\"texts\":[\"text\"],"
		"\"choices\":[{\"type\":\"card\",\"number\":\"text\",\"m\":1},\"auto\"],"
		"\"labels\":{\"key\":\"label\"},\"free_form\":{\"m\":1},\"m\":1}");
	oac_free(copy);
	assert_null(oac_copy(&kit_shape, NULL));
	oac_free(NULL);
}

static void test_maps_by_key(void **state)
{
	static const struct oac_string_map_entry texts[] = { { "a", "1" }, { "b", "2" }, { "a", "3" } };
	static const struct oac_json_map_entry values[] = { { "a", OAC_JSON("[1]") }, { "b", OAC_JSON("null") } };
	const struct oac_string_map text_map = { OAC_COUNT(texts), texts };
	const struct oac_json_map value_map = { OAC_COUNT(values), values };

	(void)state;
	/* The last one counts, as in JSON. */
	assert_string_equal(oac_string_map_get(&text_map, "a"), "3");
	assert_string_equal(oac_string_map_get(&text_map, "b"), "2");
	assert_null(oac_string_map_get(&text_map, "c"));
	assert_string_equal(oac_json_map_get(&value_map, "a")->text, "[1]");
	assert_string_equal(oac_json_map_get(&value_map, "b")->text, "null");
	assert_null(oac_json_map_get(&value_map, ""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_maps_by_key),
		cmocka_unit_test(test_every_kind),
		cmocka_unit_test(test_presence),
		cmocka_unit_test(test_sparse),
		cmocka_unit_test(test_sparse_marker),
		cmocka_unit_test(test_unknown_members),
		cmocka_unit_test(test_repeated_members),
		cmocka_unit_test(test_escaped_names),
		cmocka_unit_test(test_more_in_requests),
		cmocka_unit_test(test_parameters_stay_out),
		cmocka_unit_test(test_copy_is_deep),
	};

	return cmocka_run_group_tests_name("codec", tests, NULL, NULL);
}
