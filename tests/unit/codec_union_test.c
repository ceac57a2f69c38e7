/* Which variant of a union a value becomes, and that every other value comes back too. */
#include "codec_fixture.h"

#include "json_compare.h"
#include "openai.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void test_choice_kinds(void **state)
{
	static const struct {
		const char *text;
		enum choice_kind kind;
	} cases[] = {
		{ "\"auto\"", CHOICE_AUTO },
		{ "\"\\u0061uto\"", CHOICE_AUTO },
		{ "\"Auto\"", CHOICE_TEXT },
		{ "\"\"", CHOICE_TEXT },
		{ "0", CHOICE_COUNT },
		{ "1.0", CHOICE_COUNT },
		{ "-9223372036854775808", CHOICE_COUNT },
		{ "true", CHOICE_UNKNOWN },
		{ "[]", CHOICE_LIST },
		{ "[\"a\",null]", CHOICE_LIST },
		{ "{\"type\":\"card\"}", CHOICE_CARD },
		{ "{\"x\":[{\"type\":\"note\"}],\"type\":\"card\",\"number\":\"\"}", CHOICE_CARD },
		{ "{\"t\\u0079pe\":\"c\\u0061rd\",\"number\":null}", CHOICE_CARD },
		{ "{\"type\":\"old_card\",\"number\":\"1\"}", CHOICE_CARD },
		{ "{\"type\":\"note\"}", CHOICE_NOTE },
		{ "{\"inner\":[{\"type\":\"card\"},{\"type\":\"note\",\"inner\":[null]}],\"type\":"
		  "\"note\"}",
			CHOICE_NOTE },
		{ "{\"type\":\"new\",\"number\":5}", CHOICE_UNKNOWN },
		{ "{\"type\":null}", CHOICE_UNKNOWN },
		{ "{\"type\":5}", CHOICE_UNKNOWN },
		{ "{\"type\":{}}", CHOICE_UNKNOWN },
		{ "{}", CHOICE_UNKNOWN },
		{ "{\"number\":\"1\"}", CHOICE_UNKNOWN },
	};
	size_t i;

	(void)state;
	for (i = 0; i < OAC_COUNT(cases); i++) {
		struct choice *choice = codec_decode(&choice_shape, cases[i].text);

		if (choice->kind != cases[i].kind)
			fail_msg("%s became kind %d", cases[i].text, (int)choice->kind);
		if (choice->kind == CHOICE_UNKNOWN)
			assert_string_equal(choice->as.json.text, cases[i].text);
		oac_free(choice);
		codec_round(&choice_shape, cases[i].text);
	}
}

static void test_form_kinds(void **state)
{
	static const struct {
		const char *text;
		enum form_kind kind;
	} cases[] = {
		{ "{\"radius\":1}", FORM_CIRCLE },
		{ "{\"radius\":0,\"x\":1}", FORM_CIRCLE },
		{ "{\"width\":1,\"height\":2}", FORM_BOX },
		{ "{\"width\":1,\"height\":2,\"radius\":3}", FORM_BOX },
		{ "{\"radius\":3,\"label\":\"\",\"width\":1}", FORM_CIRCLE },
		{ "{\"height\":2,\"w\\u0069dth\":1,\"lid\":{\"radius\":1}}", FORM_BOX },
		{ "\"red\"", FORM_COLOUR },
		{ "\"blue\"", FORM_UNKNOWN },
		{ "9007199254740993", FORM_RATIO },
		{ "[]", FORM_UNKNOWN },
		{ "false", FORM_UNKNOWN },
		/* fits no variant, but the lenient reading of one */
		{ "{}", FORM_CIRCLE },
		{ "{\"x\":1}", FORM_CIRCLE },
		/* what is wrong in one variant is another's chance */
		{ "{\"radius\":\"big\"}", FORM_BOX },
		{ "{\"radius\":{},\"width\":[]}", FORM_UNKNOWN },
		{ "{\"radius\":[],\"width\":1,\"height\":2}", FORM_BOX },
	};
	size_t i;

	(void)state;
	for (i = 0; i < OAC_COUNT(cases); i++) {
		struct form *form = codec_decode(&form_shape, cases[i].text);
		char inner[256];

		if (form->kind != cases[i].kind)
			fail_msg("%s became kind %d", cases[i].text, (int)form->kind);
		oac_free(form);
		/* A number that a double does not hold needs the oac_more of an object around it.
		 */
		snprintf(inner, sizeof(inner), "{\"form\":%s}", cases[i].text);
		codec_round(&kit_shape, inner);
	}
}

/* With a discriminator the variant is certain, so what is wrong in it is an error that names the
 * place. */
static void test_tagged_errors(void **state)
{
	(void)state;
	codec_refused(&choice_shape, "{\"type\":\"card\",\"number\":5}", 0, OAC_E_TYPE, "/number",
		"/number: expected a string, got a number");
	codec_refused(&choice_shape, "{\"number\":[],\"type\":\"old_card\"}", 0, OAC_E_TYPE,
		"/number", "/number: expected a string, got an array");
	codec_refused(&kit_shape,
		"{\"choices\":[\"a\",{\"type\":\"note\",\"inner\":[1,{\"type\":\"card\",\"number\":"
		"{}}]}]}",
		0, OAC_E_TYPE, "/choices/1/inner/1/number",
		"/choices/1/inner/1/number: expected a string, got an object");
	/* So it is for the only variant that takes numbers, or arrays. */
	codec_refused(
		&choice_shape, "1.5", 0, OAC_E_TYPE, "", "expected an integer, got a fraction");
	codec_refused(&choice_shape, "[\"a\",1]", 0, OAC_E_TYPE, "/1",
		"/1: expected a string, got a number");
}

/* A variant that was tried and did not fit leaves nothing behind in a later message. */
static void test_message_after_a_try(void **state)
{
	(void)state;
	codec_refused(&kit_shape, "{\"form\":{\"radius\":\"big\"},\"count\":1.5}", 0, OAC_E_TYPE,
		"/count", "/count: expected an integer, got a fraction");
	codec_refused(&kit_shape, "{\"form\":{\"radius\":\"big\"},\"count\":1E30}", 0, OAC_E_TYPE,
		"/count", "/count: integer out of range");
	codec_refused(&kit_shape, "{\"form\":{\"label\":5},\"texts\":[1]}", 0, OAC_E_TYPE,
		"/texts/0", "/texts/0: expected a string, got a number");
}

/* Broken text in a union is broken text, in strict decoding too. */
static void test_broken_text(void **state)
{
	static const char *const cases[] = { "{\"type\":\"new\",}", "{\"type\":\"card\"",
		"{\"radius\":1,]", "[\"a\"", "{\"a\":tru}", "{\"radius\":01}", "{\"\\ud800\":1}",
		"\"a", "-" };
	size_t i;

	(void)state;
	for (i = 0; i < OAC_COUNT(cases); i++) {
		codec_refused(&choice_shape, cases[i], 0, OAC_E_JSON, NULL, NULL);
		codec_refused(&choice_shape, cases[i], OAC_STRICT, OAC_E_JSON, NULL, NULL);
		codec_refused(&form_shape, cases[i], 0, OAC_E_JSON, NULL, NULL);
		codec_refused(&form_shape, cases[i], OAC_STRICT, OAC_E_JSON, NULL, NULL);
	}
}

static void test_unfilled(void **state)
{
	static const struct card card = { .number = "1" };
	const struct choice kind_unset = { .as = { .text = "a" } };
	const struct choice empty = { CHOICE_UNSET, { NULL } };
	const struct choice no_text = { .kind = CHOICE_TEXT };
	const struct choice no_json = { .kind = CHOICE_UNKNOWN };
	const struct choice bad_json = { .kind = CHOICE_UNKNOWN, .as = { .json = OAC_JSON("{") } };
	const struct choice alias = { .kind = (enum choice_kind)(CHOICE_NOTE + 1),
		.as = { .card = &card } };
	const struct choice beyond = { .kind = (enum choice_kind)(CHOICE_NOTE + 2) };
	const struct choice negative = { .kind = (enum choice_kind)-1 };
	const struct choice filled[] = { { .kind = CHOICE_AUTO }, { .as = { .card = &card } } };
	const struct choice unset[] = { { .kind = CHOICE_AUTO }, { CHOICE_UNSET, { NULL } } };
	struct kit kit = { .choice = { .as = { .card = &card } } };

	(void)state;
	codec_unencodable(&choice_shape, &kind_unset, 0, OAC_E_ARGUMENT, "",
		"the kind of the union is not set");
	codec_unencodable(
		&choice_shape, &empty, 0, OAC_E_ARGUMENT, "", "the kind of the union is not set");
	codec_unencodable(&choice_shape, &no_text, 0, OAC_E_ARGUMENT, "",
		"the value of the union is not set");
	codec_unencodable(&choice_shape, &no_json, 0, OAC_E_ARGUMENT, "",
		"the union is of unknown kind, and as.json is not set");
	codec_unencodable(&choice_shape, &bad_json, 0, OAC_E_ARGUMENT, "", "the text is not JSON");
	codec_unencodable(
		&choice_shape, &alias, 0, OAC_E_ARGUMENT, "", "the union has no such kind");
	codec_unencodable(
		&choice_shape, &beyond, 0, OAC_E_ARGUMENT, "", "the union has no such kind");
	codec_unencodable(
		&choice_shape, &negative, 0, OAC_E_ARGUMENT, "", "the union has no such kind");

	codec_unencodable(&kit_shape, &kit, 0, OAC_E_ARGUMENT, "/choice",
		"/choice: the union is filled, but its kind is not set");
	kit = (struct kit){ .choices = { 2, filled } };
	codec_unencodable(&kit_shape, &kit, 0, OAC_E_ARGUMENT, "/choices/1",
		"/choices/1: the kind of the union is not set");
	kit = (struct kit){ .choice_pointer = &kind_unset };
	codec_unencodable(&kit_shape, &kit, 0, OAC_E_ARGUMENT, "/choice_pointer",
		"/choice_pointer: the kind of the union is not set");
	/* An item that is all zero is a null, as it is when decoded. */
	kit = (struct kit){ .choices = { 2, unset }, .point = { .name = "n" } };
	codec_encodes(&kit_shape, &kit,
		"{\"object\":\"kit\",\"point\":{\"x\":0,\"y\":0,\"object\":\"point\",\"hidden\":"
		"false,\"rank\":0,"
		"\"name\":\"n\"},\"choices\":[\"auto\",null]}");
}

/* The codec writes the discriminator that nobody set, in front or from oac_more. */
static void test_discriminator_is_written(void **state)
{
	const struct card plain = { .number = "1" };
	const struct card own = { .type = "gold", .number = "1" };
	const struct card more = { .number = "1", .oac_more = OAC_JSON("{\"type\":null}") };
	const struct choice empty_card = { .kind = CHOICE_CARD };
	const struct choice empty_note = { .kind = CHOICE_NOTE };
	const struct choice cards[] = {
		{ .kind = CHOICE_CARD, .as = { .card = &plain } },
		{ .kind = CHOICE_CARD, .as = { .card = &own } },
		{ .kind = CHOICE_CARD, .as = { .card = &more } },
	};

	(void)state;
	codec_encodes(&choice_shape, &cards[0], "{\"type\":\"card\",\"number\":\"1\"}");
	codec_encodes(&choice_shape, &cards[1], "{\"type\":\"gold\",\"number\":\"1\"}");
	codec_encodes(&choice_shape, &cards[2], "{\"type\":null,\"number\":\"1\"}");
	codec_encodes(&choice_shape, &empty_card, "{\"type\":\"card\"}");
	codec_encodes(&choice_shape, &empty_note, "{\"type\":\"note\"}");
	codec_unencodable(&choice_shape, &empty_card, OAC_STRICT, OAC_E_ARGUMENT, "/number",
		"/number: the required member is missing");
	codec_unencodable(&choice_shape,
		&(struct choice){ .kind = CHOICE_CARD,
			.as = { .card = &(struct card){ NULL, NULL, { NULL, 0 } } } },
		OAC_STRICT, OAC_E_ARGUMENT, "/number", "/number: the required member is missing");
}

/*
 * Unions in unions that each fail at their very end: every level would be read once
 * for each variant, which doubles the work with each level.
 */
/* ---- a variant for all that has no tag of its own ---- */

struct animal_cat {
	int64_t lives; /* required */
	struct oac_json oac_more;
};

struct animal_other {
	const char *kind;
	int64_t legs; /* required */
	struct oac_json oac_more;
};

enum animal_kind {
	ANIMAL_UNSET,
	ANIMAL_UNKNOWN,
	ANIMAL_CAT,
	ANIMAL_OTHER,
	ANIMAL_WORD,
};

struct animal {
	enum animal_kind kind;
	union {
		const struct animal_cat *cat;
		const struct animal_other *other;
		const char *word;
		struct oac_json json;
	} as;
};

static const struct oac_field animal_cat_fields[] = {
	OAC_INT64(struct animal_cat, lives, "lives", OAC_REQUIRED),
};
static const struct oac_object animal_cat_type = OAC_OBJECT_TYPE(animal_cat, animal_cat_fields, 0);
static const struct oac_field animal_other_fields[] = {
	OAC_STRING(struct animal_other, kind, "kind", 0),
	OAC_INT64(struct animal_other, legs, "legs", OAC_REQUIRED),
};
static const struct oac_object animal_other_type =
	OAC_OBJECT_TYPE(animal_other, animal_other_fields, 0);
static const struct oac_variant animal_variants[] = {
	OAC_VARIANT(struct animal, cat, const struct animal_cat *, OAC_KIND_POINTER, "\"cat\"",
		&animal_cat_type),
	OAC_VARIANT(struct animal, other, const struct animal_other *, OAC_KIND_POINTER,
		"\"other\"", &animal_other_type),
	OAC_VARIANT(struct animal, word, const char *, OAC_KIND_STRING, NULL, NULL),
	OAC_ALIAS_VARIANT(NULL, 1),
};
static const struct oac_union animal_type =
	OAC_UNION_TYPE(animal, "\"kind\":", animal_variants);
/* The same, but what has no tag is a cat, whose struct does not know of tags. */
static const struct oac_variant feline_variants[] = {
	OAC_VARIANT(struct animal, cat, const struct animal_cat *, OAC_KIND_POINTER, "\"cat\"",
		&animal_cat_type),
	OAC_ALIAS_VARIANT(NULL, 0),
};
static const struct oac_union feline_type = OAC_UNION_TYPE(animal, "\"kind\":", feline_variants);

static void test_any_other_tag(void **state)
{
	static const struct oac_shape animal = { &animal_type, sizeof(struct animal),
		OAC_KIND_UNION };
	static const struct oac_shape feline = { &feline_type, sizeof(struct animal),
		OAC_KIND_UNION };
	static const struct {
		const char *text;
		enum animal_kind kind;
	} cases[] = {
		{ "{\"kind\":\"cat\",\"lives\":9}", ANIMAL_CAT },
		{ "{\"kind\":\"other\",\"legs\":4}", ANIMAL_OTHER },
		{ "{\"kind\":\"newt\",\"legs\":4,\"tail\":{}}", ANIMAL_OTHER },
		{ "{\"legs\":4}", ANIMAL_OTHER },
		{ "{\"legs\":0}", ANIMAL_OTHER },
		{ "{\"tail\":[1]}", ANIMAL_OTHER },
		{ "{}", ANIMAL_OTHER },
		{ "{\"kind\":null,\"legs\":1}", ANIMAL_OTHER },
		{ "\"word\"", ANIMAL_WORD },
		{ "[1]", ANIMAL_UNKNOWN },
	};
	static const char *const cats[] = { "{\"kind\":\"cat\",\"lives\":9}", "{\"lives\":0}",
		"{\"kind\":\"newt\",\"lives\":1}", "{\"a\":{\"lives\":1}}", "{}" };

	(void)state;
	for (size_t i = 0; i < OAC_COUNT(cases); i++) {
		struct animal *value = codec_decode(&animal, cases[i].text);
		if (value->kind != cases[i].kind)
			fail_msg("%s became kind %d", cases[i].text, (int)value->kind);
		oac_free(value);
		codec_round(&animal, cases[i].text);
	}
	for (size_t i = 0; i < OAC_COUNT(cats); i++)
		codec_round(&feline, cats[i]);
	/* What a program fills in gets the tag of its kind. */
	const struct animal_other legs = { .legs = 2 };
	const struct animal filled = { ANIMAL_OTHER, { .other = &legs } };
	struct oac_error err;
	char *text = oac_encode_new(&animal, &filled, NULL, &err);
	assert_string_equal(text, "{\"kind\":\"other\",\"legs\":2}");
	oac_text_free(text);
}

static void test_hostile_nesting(void **state)
{
	enum {
		LEVELS = 200,
	};
	static const char open[] = "{\"lid\":";
	static const char close[] = ",\"width\":\"w\",\"radius\":\"r\"}";
	size_t size = LEVELS * (sizeof(open) + sizeof(close)) + 16;
	char *text = malloc(size);
	size_t len = 0;
	size_t i;

	(void)state;
	assert_non_null(text);
	for (i = 0; i < LEVELS; i++)
		len += (size_t)snprintf(text + len, size - len, "%s", open);
	len += (size_t)snprintf(text + len, size - len, "{\"radius\":1}");
	for (i = 0; i < LEVELS; i++)
		len += (size_t)snprintf(text + len, size - len, "%s", close);
	codec_refused(
		&form_shape, text, 0, OAC_E_LIMIT, NULL, "too many ways to read nested unions");
	free(text);

	/* A few levels are fine. */
	codec_round(&form_shape, "{\"lid\":{\"lid\":{\"lid\":{\"radius\":1},\"width\":\"w\","
				 "\"radius\":\"r\"},\"width\":\"w\","
				 "\"radius\":\"r\"},\"width\":\"w\",\"radius\":\"r\"}");
}

/* Many items that are each tried twice are no reason to stop. */
static void test_long_list_of_tries(void **state)
{
	static const char item[] = "{\"label\":{},\"radius\":\"r\",\"width\":5},";
	enum {
		ITEMS = 5000,
	};
	size_t size = ITEMS * sizeof(item) + 64;
	char *text = malloc(size);
	size_t len;
	size_t i;

	(void)state;
	assert_non_null(text);
	len = (size_t)snprintf(text, size, "{\"choices\":[");
	for (i = 0; i < ITEMS; i++)
		len += (size_t)snprintf(text + len, size - len, "%s", item);
	snprintf(text + len - 1, size - len + 1, "]}");
	codec_round(&kit_shape, text);
	free(text);
}

static void test_generated(void **state)
{
	static const char text[] = "[{\"type\":\"code_interpreter\"},{\"type\":\"function\","
				   "\"function\":{\"name\":\"f\",\"strict\":null}},"
				   "{\"type\":\"web_search\",\"region\":\"eu\"}]";
	struct openai_assistant_tool *tool;
	struct openai_tool_choice *choice;
	struct oac_error err;
	char *back;

	(void)state;
	assert_int_equal(openai_assistant_tool_from_json(text, strlen(text), &tool, &err), OAC_OK);
	assert_int_equal(tool->kind, OPENAI_ASSISTANT_TOOL_UNKNOWN);
	openai_assistant_tool_free(tool);

	assert_int_equal(openai_assistant_tool_from_json(text + 1, 27, &tool, &err), OAC_OK);
	assert_int_equal(tool->kind, OPENAI_ASSISTANT_TOOL_CODE_INTERPRETER);
	back = openai_assistant_tool_to_json(tool, NULL, &err);
	assert_string_equal(back, "{\"type\":\"code_interpreter\"}");
	oac_text_free(back);
	openai_assistant_tool_free(tool);

	assert_int_equal(openai_tool_choice_from_json("\"required\"", 10, &choice, &err), OAC_OK);
	assert_true(choice->kind > OPENAI_TOOL_CHOICE_UNKNOWN);
	openai_tool_choice_free(choice);
	assert_int_equal(openai_tool_choice_from_json("\"perhaps\"", 9, &choice, &err), OAC_OK);
	assert_int_equal(choice->kind, OPENAI_TOOL_CHOICE_UNKNOWN);
	back = openai_tool_choice_to_json(choice, NULL, &err);
	assert_string_equal(back, "\"perhaps\"");
	oac_text_free(back);
	openai_tool_choice_free(choice);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_choice_kinds),
		cmocka_unit_test(test_form_kinds),
		cmocka_unit_test(test_tagged_errors),
		cmocka_unit_test(test_message_after_a_try),
		cmocka_unit_test(test_broken_text),
		cmocka_unit_test(test_unfilled),
		cmocka_unit_test(test_discriminator_is_written),
		cmocka_unit_test(test_any_other_tag),
		cmocka_unit_test(test_hostile_nesting),
		cmocka_unit_test(test_long_list_of_tries),
		cmocka_unit_test(test_generated),
	};

	return cmocka_run_group_tests_name("codec unions", tests, NULL, NULL);
}
