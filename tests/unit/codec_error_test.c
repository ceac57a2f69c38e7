/* What the codec refuses, and that each error names the place. */
#include "codec_fixture.h"

#include "oac_buffer.h"
#include "oac_path.h"
#include "oac_reader.h"
#include "openai.h"
#include "openai_tables.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>
#include <cmocka.h>

#define NAME_40 "abcdefghijklmnopqrstuvwxyz0123456789abcd"
#define NAME_160 NAME_40 NAME_40 NAME_40 NAME_40

static void test_wrong_types(void **state)
{
	static const char *const cases[][3] = {
		{ "5", "", "expected an object, got a number" },
		{ "null", "", "expected an object, got null" },
		{ "[]", "", "expected an object, got an array" },
		{ "{\"text\":5}", "/text", "/text: expected a string, got a number" },
		{ "{\"text\":[1,[2]],\"x\":1}", "/text", "/text: expected a string, got an array" },
		{ "{\"flag\":\"true\"}", "/flag", "/flag: expected a boolean, got a string" },
		{ "{\"flag\":0}", "/flag", "/flag: expected a boolean, got a number" },
		{ "{\"count\":\"1\"}", "/count", "/count: expected a number, got a string" },
		{ "{\"count\":1.5}", "/count", "/count: expected an integer, got a fraction" },
		{ "{\"count\":1e-1}", "/count", "/count: expected an integer, got a fraction" },
		{ "{\"count\":1e-400}", "/count", "/count: expected an integer, got a fraction" },
		{ "{\"count\":1.0000000000000001}", "/count",
			"/count: expected an integer, got a fraction" },
		{ "{\"count\":9007199254740992.5}", "/count",
			"/count: expected an integer, got a fraction" },
		{ "{\"count\":9223372036854775808}", "/count", "/count: integer out of range" },
		{ "{\"count\":-9223372036854775809}", "/count", "/count: integer out of range" },
		{ "{\"count\":1e19}", "/count", "/count: integer out of range" },
		{ "{\"count\":1E400}", "/count", "/count: number out of range" },
		{ "{\"ratio\":-1E400}", "/ratio", "/ratio: number out of range" },
		{ "{\"ratio\":{}}", "/ratio", "/ratio: expected a number, got an object" },
		{ "{\"colour\":5}", "/colour", "/colour: expected a string, got a number" },
		{ "{\"level\":[]}", "/level", "/level: expected a string, got an array" },
		{ "{\"point\":[]}", "/point", "/point: expected an object, got an array" },
		{ "{\"point\":{\"x\":true}}", "/point/x",
			"/point/x: expected a number, got a boolean" },
		{ "{\"child\":\"\"}", "/child", "/child: expected an object, got a string" },
		{ "{\"child\":{\"child\":{\"text\":false}}}", "/child/child/text",
			"/child/child/text: expected a string, got a boolean" },
		{ "{\"texts\":{}}", "/texts", "/texts: expected an array, got an object" },
		{ "{\"texts\":[\"a\",\"b\",{}]}", "/texts/2",
			"/texts/2: expected a string, got an object" },
		{ "{\"counts\":[1,null]}", "/counts/1", "/counts/1: expected a number, got null" },
		{ "{\"flags\":[null]}", "/flags/0", "/flags/0: expected a boolean, got null" },
		{ "{\"grid\":[[1],[2,\"x\"]]}", "/grid/1/1",
			"/grid/1/1: expected a number, got a string" },
		{ "{\"labels\":[]}", "/labels", "/labels: expected an object, got an array" },
		{ "{\"labels\":{\"a/b~c\":5}}", "/labels/a~1b~0c",
			"/labels/a~1b~0c: expected a string, got a number" },
		{ "{\"labels\":{\"\":5}}", "/labels/",
			"/labels/: expected a string, got a number" },
		{ "{\"point_map\":{\"\xc3\xa9\":{\"y\":\"\"}}}", "/point_map/\xc3\xa9/y",
			"/point_map/\xc3\xa9/y: expected a number, got a string" },
		{ "{\"a/b\":\"x\"}", "/a~1b", "/a~1b: expected a number, got a string" },
		{ "{\"c~d\":\"x\"}", "/c~0d", "/c~0d: expected a number, got a string" },
		{ "{\"points\":[{},null,{\"rank\":1.5}]}", "/points/2/rank",
			"/points/2/rank: expected an integer, got a fraction" },
		{ "{\"text\":\"a\\u0000b\"}", "/text",
			"/text: a string holds U+0000, which a C string cannot" },
		{ "{\"texts\":[\"\\u0000\"]}", "/texts/0",
			"/texts/0: a string holds U+0000, which a C string cannot" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < OAC_COUNT(cases); i++)
		codec_refused(&kit_shape, cases[i][0], 0, OAC_E_TYPE, cases[i][1], cases[i][2]);
}

/* The bytes of a path that are left when its array is full go to the end of it. */
static void test_long_paths(void **state)
{
	(void)state;
	codec_refused(&kit_shape, "{\"labels\":{\"" NAME_160 "\":5}}", 0, OAC_E_TYPE, "/...",
		"/...: expected a string, got a number");
	codec_refused(&kit_shape, "{\"point_map\":{\"" NAME_160 "\":{\"x\":\"\"}}}", 0, OAC_E_TYPE,
		"/.../x", "/.../x: expected a number, got a string");
	codec_refused(&kit_shape, "{\"labels\":{\"" NAME_40 NAME_40 NAME_40 "\":5}}", 0, OAC_E_TYPE,
		"/labels/" NAME_40 NAME_40 NAME_40, NULL);
}

/* Every size of the last name, so that each boundary is met. */
static void test_path_boundaries(void **state)
{
	char name[200];
	size_t len;

	(void)state;
	memset(name, '/', sizeof(name));
	for (len = 0; len <= 90; len++) {
		struct oac_path path;
		const char *text;

		oac_path_init(&path);
		oac_path_name(&path, name, len);
		oac_path_index(&path, 12345);
		oac_path_name(&path, "a", 1);
		text = path.text + path.start;
		assert_true(strlen(text) < sizeof(((struct oac_error *)NULL)->path));
		if (strstr(text, "/...") != NULL)
			assert_int_equal(strncmp(text, "/...", 4), 0);
		else
			assert_int_equal(strlen(text), strlen("/a/12345/") + 2 * len);
	}
}

static void test_broken_text(void **state)
{
	struct oac_error err;
	struct kit *kit;
	void *value;

	(void)state;
	codec_refused(
		&kit_shape, "", 0, OAC_E_JSON, "", "invalid JSON at byte 0: the text is empty");
	codec_refused(&kit_shape, " \n", 0, OAC_E_JSON, "",
		"invalid JSON at byte 2: the text holds no value");
	codec_refused(&kit_shape, "{\"text\":\"a\"", 0, OAC_E_JSON, "",
		"invalid JSON at byte 11: the text ends too early");
	codec_refused(&kit_shape, "{} {}", 0, OAC_E_JSON, "",
		"invalid JSON at byte 3: something follows the value");
	codec_refused(&kit_shape, "<html>", 0, OAC_E_JSON, NULL,
		"invalid JSON at byte 0: expected a value");
	codec_refused(&kit_shape, "{\"text\":\"\xff\"}", 0, OAC_E_JSON, NULL, NULL);
	codec_refused(&kit_shape, "{\"new\":\"\xff\"}", 0, OAC_E_JSON, NULL, NULL);
	codec_refused(&kit_shape, "{\"new\":[1,]}", 0, OAC_E_JSON, NULL, NULL);
	codec_refused(&kit_shape, "{\"text\":nul}", 0, OAC_E_JSON, NULL, NULL);
	codec_refused(&kit_shape, "{\"texts\":[nul]}", 0, OAC_E_JSON, NULL, NULL);
	codec_refused(&kit_shape, "{\"flag\":truth}", 0, OAC_E_JSON, NULL, NULL);
	codec_refused(&kit_shape, "{\"count\":01}", 0, OAC_E_JSON, NULL, NULL);
	codec_refused(&kit_shape, "{\"object\":tru}", 0, OAC_E_JSON, NULL, NULL);
	/* What is no JSON is that before it is of the wrong type. */
	codec_refused(&kit_shape, "{\"text\":[1,}", 0, OAC_E_JSON, NULL, NULL);
	codec_refused(&kit_shape, "{\"count\":\"a}", 0, OAC_E_JSON, NULL, NULL);

	assert_int_equal(oac_decode(&kit_shape, "{}\0", 3, 0, &value, &err), OAC_E_JSON);
	assert_int_equal(err.offset, 2);
	assert_int_equal(oac_decode(&kit_shape, "{\"count\":7}", 9, 0, &value, &err), OAC_E_JSON);
	assert_int_equal(oac_decode(&kit_shape, NULL, 0, 0, &value, &err), OAC_E_JSON);
	assert_null(value);
	/* A failure is forgotten by the next success. */
	assert_int_equal(
		oac_decode(&kit_shape, "\xef\xbb\xbf{\"count\":7}", 14, 0, &value, &err), OAC_OK);
	assert_int_equal(err.status, OAC_OK);
	assert_string_equal(err.message, "");
	kit = value;
	assert_int_equal(kit->count.value, 7);
	oac_free(kit);
}

static void test_strict(void **state)
{
	static const char *const refused[][3] = {
		{ "{\"size\":1,\"object\":\"strict\"}", "/name",
			"/name: the required member is missing" },
		{ "{\"name\":\"n\",\"object\":\"strict\"}", "/size",
			"/size: the required member is missing" },
		{ "{\"name\":\"n\",\"size\":1}", "/object",
			"/object: the required member is missing" },
		{ "{\"name\":null,\"size\":1,\"object\":\"strict\"}", "/name",
			"/name: null is not allowed here" },
		{ "{\"name\":\"n\",\"size\":null,\"object\":\"strict\"}", "/size",
			"/size: null is not allowed here" },
		{ "{\"name\":\"n\",\"size\":1,\"object\":\"other\"}", "/object",
			"/object: value is not the constant that the type has here" },
		{ "{\"name\":\"n\",\"size\":1,\"object\":\"strict\",\"colour\":\"blue\"}",
			"/colour", "/colour: value is not one that the type knows" },
		{ "{\"name\":\"n\",\"size\":1,\"object\":\"strict\",\"new\":1}", "/new",
			"/new: the type has no such member" },
		{ "{\"name\":\"n\",\"name\":\"n\",\"size\":1,\"object\":\"strict\"}", "/name",
			"/name: the member stands twice" },
		{ "{\"name\":\"n\",\"size\":1,\"object\":\"strict\",\"choice\":true}", "/choice",
			"/choice: the value fits no variant of the type" },
		{ "{\"name\":\"n\",\"size\":1,\"object\":\"strict\",\"choice\":{\"type\":\"new\"}}",
			"/choice", "/choice: the value fits no variant of the type" },
		{ "{\"name\":\"n\",\"size\":1,\"object\":\"strict\",\"choice\":{\"type\":\"card\"}"
		  "}",
			"/choice/number", "/choice/number: the required member is missing" },
		{ "{\"name\":\"n\",\"size\":1,\"object\":\"strict\",\"sizes\":[null]}", "/sizes/0",
			"/sizes/0: expected a number, got null" },
	};
	static const char *const accepted[] = {
		"{\"name\":\"n\",\"size\":0,\"object\":\"strict\"}",
		"{\"n\\u0061me\":\"\",\"size\":1,\"object\":\"str\\u0069ct\",\"note\":null,"
		"\"colour\":\"red\","
		"\"choice\":{\"type\":\"old_card\",\"number\":\"\",\"new\":1},\"sizes\":[]}",
	};
	struct oac_error err;
	void *value;
	size_t i;

	(void)state;
	for (i = 0; i < OAC_COUNT(refused); i++) {
		codec_refused(&strict_shape, refused[i][0], OAC_STRICT, OAC_E_TYPE, refused[i][1],
			refused[i][2]);
		/* The lenient reading keeps all but a wrong type. */
		if (strstr(refused[i][2], "expected") == NULL &&
			strstr(refused[i][2], "twice") == NULL)
			codec_round(&strict_shape, refused[i][0]);
	}
	for (i = 0; i < OAC_COUNT(accepted); i++) {
		if (oac_decode(&strict_shape, accepted[i], strlen(accepted[i]), OAC_STRICT, &value,
			    &err) != OAC_OK)
			fail_msg("%s: %s", accepted[i], err.message);
		oac_free(value);
	}
}

/* ---- encoding ---- */

static void test_requests_without_required(void **state)
{
	static const struct oac_shape shape = { &openai_create_run_request_type,
		sizeof(struct openai_create_run_request), OAC_KIND_OBJECT };
	struct openai_create_message_request messages[] = {
		{ .role = OPENAI_MESSAGE_ROLE_USER,
			.content = { .kind = OPENAI_MESSAGE_INPUT_STRING,
				.as = { .string = "hi" } } },
		{ .role = OPENAI_MESSAGE_ROLE_USER },
	};
	struct openai_function_tool nameless = { .function = { .description = "d" } };
	struct openai_assistant_tool tools[] = {
		{ .kind = OPENAI_ASSISTANT_TOOL_FUNCTION, .as = { .function = &nameless } },
	};
	struct openai_create_run_request request = { .model = "m" };
	struct strict strict = { .size = 0 };

	(void)state;
	codec_unencodable(&shape, &request, OAC_STRICT, OAC_E_ARGUMENT, "/assistant_id",
		"/assistant_id: the required member is missing");
	request.assistant_id = "asst_1";
	request.tools.items = tools;
	request.tools.count = 1;
	codec_unencodable(&shape, &request, OAC_STRICT, OAC_E_ARGUMENT, "/tools/0/function/name",
		"/tools/0/function/name: the required member is missing");
	nameless.function.name = "f";
	request.additional_messages.items = messages;
	request.additional_messages.count = 2;
	codec_unencodable(&shape, &request, OAC_STRICT, OAC_E_ARGUMENT,
		"/additional_messages/1/content",
		"/additional_messages/1/content: the required member is missing");
	request.additional_messages.count = 1;
	codec_encodes(&shape, &request,
		"{\"assistant_id\":\"asst_1\",\"model\":\"m\",\"additional_messages\":[{\"role\":"
		"\"user\",\"content\":\"hi\"}],"
		"\"tools\":[{\"type\":\"function\",\"function\":{\"description\":\"d\",\"name\":"
		"\"f\"}}]}");
	/* What oac_more says is there, null included; a plain number always is. */
	codec_unencodable(&strict_shape, &strict, OAC_STRICT, OAC_E_ARGUMENT, "/name",
		"/name: the required member is missing");
	strict.oac_more = (struct oac_json)OAC_JSON("{\"name\":null}");
	codec_encodes(&strict_shape, &strict, "{\"name\":null,\"size\":0,\"object\":\"strict\"}");
}

static void test_bad_values(void **state)
{
	static const char *const bad_utf8[] = { "\x80", "a\xff", "\xc3", "\xc0\x80", "\xed\xa0\x80",
		"\xf4\x90\x80\x80", "\xe2\x82", "abcdefgh\xf0\x9f\x98" };
	static const double not_finite[] = { (double)NAN, (double)INFINITY, -(double)INFINITY };
	struct oac_string_map_entry entries[] = { { "ok", "v" }, { "a/b", "\xff" }, { NULL, "v" } };
	const char *texts[] = { "ok", NULL };
	double ratios[] = { 1, 0 };
	enum colour colours[] = { COLOUR_RED, COLOUR_UNKNOWN };
	struct kit kit = { .text = NULL };
	size_t i;

	(void)state;
	for (i = 0; i < OAC_COUNT(bad_utf8); i++) {
		kit = (struct kit){ .text = bad_utf8[i] };
		codec_unencodable(&kit_shape, &kit, 0, OAC_E_ARGUMENT, "/text",
			"/text: the string is not valid UTF-8");
		texts[1] = bad_utf8[i];
		kit = (struct kit){ .texts = { 2, texts } };
		codec_unencodable(&kit_shape, &kit, 0, OAC_E_ARGUMENT, "/texts/1",
			"/texts/1: the string is not valid UTF-8");
	}
	for (i = 0; i < OAC_COUNT(not_finite); i++) {
		kit = (struct kit){ .ratio = { true, not_finite[i] } };
		codec_unencodable(&kit_shape, &kit, 0, OAC_E_ARGUMENT, "/ratio",
			"/ratio: the number is not finite");
		kit = (struct kit){ .point = { .y = not_finite[i] } };
		codec_unencodable(&kit_shape, &kit, 0, OAC_E_ARGUMENT, "/point/y",
			"/point/y: the number is not finite");
		ratios[1] = not_finite[i];
		kit = (struct kit){ .ratios = { 2, ratios } };
		codec_unencodable(&kit_shape, &kit, 0, OAC_E_ARGUMENT, "/ratios/1",
			"/ratios/1: the number is not finite");
	}
	kit = (struct kit){ .labels = { 2, entries } };
	codec_unencodable(&kit_shape, &kit, 0, OAC_E_ARGUMENT, "/labels/a~1b",
		"/labels/a~1b: the string is not valid UTF-8");
	entries[1].value = "v";
	kit.labels.count = 3;
	codec_unencodable(&kit_shape, &kit, 0, OAC_E_ARGUMENT, "/labels/2",
		"/labels/2: the key of an entry is NULL");
	kit = (struct kit){ .colours = { 2, colours } };
	codec_unencodable(&kit_shape, &kit, 0, OAC_E_ARGUMENT, "/colours/1",
		"/colours/1: the enum is unknown, and oac_more holds no text for it");
	kit = (struct kit){ .colour = (enum colour)99 };
	codec_unencodable(&kit_shape, &kit, 0, OAC_E_ARGUMENT, "/colour",
		"/colour: the enum has no such value");
	kit = (struct kit){ .colour = (enum colour)-1 };
	codec_unencodable(&kit_shape, &kit, 0, OAC_E_ARGUMENT, "/colour",
		"/colour: the enum has no such value");
}

/* Pieces of JSON that the caller wrote are checked, since one would break the whole body. */
static void test_bad_pieces(void **state)
{
	static const struct oac_json pieces[] = {
		OAC_JSON(""),
		OAC_JSON(" "),
		OAC_JSON("{"),
		OAC_JSON("}"),
		OAC_JSON("1,2"),
		OAC_JSON("{},\"x\":1"),
		OAC_JSON("\"\xff\""),
		OAC_JSON("{\"a\":01}"),
		OAC_JSON("[1]\0"),
		OAC_JSON("\"\0\""),
		OAC_JSON("nul"),
		OAC_JSON("\"\n\""),
		OAC_JSON("{\"a\":1}{\"b\":2}"),
		OAC_JSON("// x"),
	};
	static const struct oac_json not_objects[] = {
		OAC_JSON("[]"),
		OAC_JSON("1"),
		OAC_JSON("\"a\""),
		OAC_JSON("true"),
		OAC_JSON(" null"),
		OAC_JSON("{\"a\"}"),
		OAC_JSON("{\"a\":1,}"),
		OAC_JSON("{'a':1}"),
		OAC_JSON("\r"),
		OAC_JSON("\r[]"),
	};
	struct kit kit;
	struct kit child = { .text = NULL };
	size_t i;

	(void)state;
	for (i = 0; i < OAC_COUNT(pieces); i++) {
		kit = (struct kit){ .free_form = pieces[i] };
		codec_unencodable(&kit_shape, &kit, 0, OAC_E_ARGUMENT, "/free_form",
			"/free_form: the text is not JSON");
		kit = (struct kit){ .anything = { 1, &pieces[i] } };
		codec_unencodable(&kit_shape, &kit, 0, OAC_E_ARGUMENT, "/anything/0",
			"/anything/0: the text is not JSON");
		kit = (struct kit){ .oac_more = pieces[i] };
		codec_unencodable(&kit_shape, &kit, 0, OAC_E_ARGUMENT, "/oac_more",
			"/oac_more: oac_more is not a JSON object");
	}
	for (i = 0; i < OAC_COUNT(not_objects); i++) {
		child.oac_more = not_objects[i];
		kit = (struct kit){ .child = &child };
		codec_unencodable(&kit_shape, &kit, 0, OAC_E_ARGUMENT, "/child/oac_more",
			"/child/oac_more: oac_more is not a JSON object");
	}
	/* A byte order mark may stand before a text of its own, but not in the middle of one. */
	kit = (struct kit){ .free_form = OAC_JSON("\xef\xbb\xbf{}"),
		.oac_more = OAC_JSON("\xef\xbb\xbf{\"point\":null}") };
	codec_encodes(&kit_shape, &kit, "{\"object\":\"kit\",\"point\":null,\"free_form\":{}}");
}

/* ---- limits ---- */

static void test_buffer_limit(void **state)
{
	static const char expected[] = "{\"type\":\"gold\",\"number\":\"12345678901234567890\"}";
	const struct card card = { .type = "gold", .number = "12345678901234567890" };
	struct oac_error err;
	size_t max;

	(void)state;
	for (max = 0; max < sizeof(expected) + 2; max++) {
		struct oac_buffer out = OAC_BUFFER_MAX(max);
		enum oac_status status = oac_encode(&card_shape, &card, 0, &out, &err);

		assert_int_equal(status, max >= sizeof(expected) - 1 ? OAC_OK : OAC_E_LIMIT);
		assert_true(out.len <= max);
		if (status == OAC_OK)
			assert_string_equal(out.text, expected);
		else
			assert_non_null(strstr(err.message, "the text is too long"));
		oac_buffer_clear(&out);
	}
}

/* A number fits when its digits do, also in a buffer that has grown beyond its limit before. */
static void test_number_at_the_limit(void **state)
{
	struct oac_buffer out = OAC_BUFFER_MAX(203);
	size_t i;

	(void)state;
	for (i = 0; i < 200; i++)
		oac_buffer_add_char(&out, 'x');
	oac_buffer_add_int(&out, -12);
	assert_int_equal(out.failed, OAC_BUFFER_FINE);
	assert_string_equal(out.text + 200, "-12");
	oac_buffer_add_char(&out, 'x');
	assert_int_equal(out.failed, OAC_BUFFER_FULL);
	oac_buffer_clear(&out);
	oac_buffer_init(&out, 3);
	oac_buffer_add_double(&out, 0.5);
	assert_string_equal(out.text, "0.5");
	oac_buffer_add_double(&out, 0.5);
	assert_int_equal(out.failed, OAC_BUFFER_FULL);
	assert_int_equal(out.len, 3);
	oac_buffer_clear(&out);
}

static char *nested(const char *open, const char *inner, const char *close, size_t depth)
{
	size_t size = depth * (strlen(open) + strlen(close)) + strlen(inner) + 1;
	char *text = malloc(size);
	size_t len = 0;
	size_t i;

	assert_non_null(text);
	for (i = 0; i < depth; i++)
		len += (size_t)snprintf(text + len, size - len, "%s", open);
	len += (size_t)snprintf(text + len, size - len, "%s", inner);
	for (i = 0; i < depth; i++)
		len += (size_t)snprintf(text + len, size - len, "%s", close);
	return text;
}

/* What can be decoded can be encoded; one level more is refused on either way. */
static void test_depth(void **state)
{
	static const struct {
		const struct oac_shape *shape;
		const char *open;
		const char *inner;
		const char *close;
		size_t levels; /* of brackets that each repetition has */
		size_t more;   /* that the innermost has */
	} cases[] = {
		{ &kit_shape, "{\"child\":", "{\"text\":\"a\"}", "}", 1, 1 },
		{ &kit_shape, "{\"new\":", "1", "}", 1, 0 },
		{ &kit_shape, "{\"child\":", "{\"free_form\":[[]]}", "}", 1, 3 },
		{ &choice_shape, "{\"type\":\"note\",\"inner\":[", "\"a\"", "]}", 2, 0 },
		{ &choice_shape, "{\"type\":\"note\",\"inner\":[", "[\"a\"]", "]}", 2, 1 },
		{ &form_shape, "{\"radius\":1,\"lid\":", "{\"radius\":0.5}", "}", 1, 1 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < OAC_COUNT(cases); i++) {
		size_t depth = (OAC_MAX_DEPTH - cases[i].more) / cases[i].levels;
		char *text = nested(cases[i].open, cases[i].inner, cases[i].close, depth);

		codec_round(cases[i].shape, text);
		free(text);
		text = nested(cases[i].open, cases[i].inner, cases[i].close, depth + 1);
		codec_refused(cases[i].shape, text, 0, OAC_E_LIMIT, NULL, "nested too deeply");
		free(text);
	}
}

static void test_encode_depth(void **state)
{
	enum {
		LEVELS = OAC_MAX_DEPTH + 1,
	};
	static struct kit kits[LEVELS];
	struct kit loop = { .text = "a" };
	struct oac_buffer out = OAC_BUFFER_MAX(1 << 20);
	struct oac_error err;
	size_t i;

	(void)state;
	for (i = 0; i + 1 < LEVELS; i++)
		kits[i].child = &kits[i + 1];
	assert_int_equal(oac_encode(&kit_shape, &kits[1], 0, &out, &err), OAC_OK);
	oac_buffer_clear(&out);
	assert_int_equal(oac_encode(&kit_shape, &kits[0], 0, &out, &err), OAC_E_LIMIT);
	assert_non_null(strstr(err.message, "nested too deeply"));
	oac_buffer_clear(&out);
	loop.child = &loop;
	assert_int_equal(oac_encode(&kit_shape, &loop, 0, &out, &err), OAC_E_LIMIT);
	oac_buffer_clear(&out);
}

/* ---- cJSON ---- */

static void test_trees(void **state)
{
	struct oac_error err;
	cJSON *tree;
	void *value = &err;

	(void)state;
	assert_int_equal(oac_from_cjson(&kit_shape, NULL, &value, &err), OAC_E_ARGUMENT);
	assert_null(value);
	tree = cJSON_CreateObject();
	cJSON_AddNumberToObject(tree, "ratio", (double)NAN);
	assert_int_equal(oac_from_cjson(&kit_shape, tree, &value, &err), OAC_E_ARGUMENT);
	cJSON_ReplaceItemInObject(tree, "ratio", cJSON_CreateString("\xff"));
	assert_int_equal(oac_from_cjson(&kit_shape, tree, &value, &err), OAC_E_ARGUMENT);
	cJSON_ReplaceItemInObject(tree, "ratio", cJSON_CreateRaw("1,"));
	assert_int_equal(oac_from_cjson(&kit_shape, tree, &value, &err), OAC_E_JSON);
	cJSON_ReplaceItemInObject(tree, "ratio", cJSON_CreateString("1"));
	assert_int_equal(oac_from_cjson(&kit_shape, tree, &value, &err), OAC_E_TYPE);
	assert_string_equal(err.path, "/ratio");
	/* 2^60 prints with an exponent, and is an integer all the same. */
	cJSON_ReplaceItemInObject(tree, "ratio", cJSON_CreateNumber(1));
	cJSON_AddNumberToObject(tree, "count", 1152921504606846976.0);
	assert_int_equal(oac_from_cjson(&kit_shape, tree, &value, &err), OAC_OK);
	assert_true(((struct kit *)value)->count.value == (int64_t)1 << 60);
	oac_free(value);
	cJSON_Delete(tree);

	assert_null(oac_json_tree(oac_json_of("{\"a\\u0000b\":1}", 14), &err));
	assert_int_equal(err.status, OAC_E_TYPE);
	tree = oac_json_tree(oac_json_of("{\"a\":1E400,\"b\":9007199254740993}", 32), &err);
	assert_string_equal(cJSON_GetObjectItem(tree, "a")->valuestring, "1E400");
	assert_string_equal(cJSON_GetObjectItem(tree, "b")->valuestring, "9007199254740993");
	cJSON_Delete(tree);

	assert_null(oac_to_cjson(&kit_shape, NULL, &err));
	assert_int_equal(err.status, OAC_E_ARGUMENT);
	assert_null(oac_encode_new(&kit_shape, NULL, NULL, &err));
	assert_int_equal(err.status, OAC_E_ARGUMENT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_wrong_types),
		cmocka_unit_test(test_long_paths),
		cmocka_unit_test(test_path_boundaries),
		cmocka_unit_test(test_broken_text),
		cmocka_unit_test(test_strict),
		cmocka_unit_test(test_requests_without_required),
		cmocka_unit_test(test_bad_values),
		cmocka_unit_test(test_bad_pieces),
		cmocka_unit_test(test_buffer_limit),
		cmocka_unit_test(test_number_at_the_limit),
		cmocka_unit_test(test_depth),
		cmocka_unit_test(test_encode_depth),
		cmocka_unit_test(test_trees),
	};

	return cmocka_run_group_tests_name("codec errors", tests, NULL, NULL);
}
