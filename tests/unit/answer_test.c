/* Operations whose answers differ by HTTP status; and each allocation of their reading fails once. */
#include "failing_runtime.h"

#include "call_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define JSON_HEAD "Content-Type: application/json\r\n"

enum {
	MAX_FAILURES = 500,
};

struct found {
	const char *id;
	struct oac_json oac_more;
};

enum outcome_kind {
	OUTCOME_UNSET,
	OUTCOME_UNKNOWN,
	OUTCOME_OK,
	OUTCOME_CREATED,
	OUTCOME_NO_CONTENT,
	OUTCOME_PARTIAL_CONTENT,
	OUTCOME_MULTI_STATUS,
	OUTCOME_SUCCESS,
};

struct outcome {
	enum outcome_kind kind;
	union {
		const struct item *ok;
		const struct found *created;
		struct oac_bytes partial_content;
		struct oac_string_list multi_status;
		struct oac_json success;
		struct oac_json json;
	} as;
};

static const struct oac_field found_fields[] = {
	OAC_STRING(struct found, id, "id", OAC_REQUIRED),
};
static const struct oac_object found_type = OAC_OBJECT_TYPE(found, found_fields, OAC_CLOSED);
static const struct oac_variant outcome_variants[] = {
	OAC_VARIANT(struct outcome, ok, const struct item *, OAC_KIND_POINTER, NULL, &item_type),
	OAC_VARIANT(struct outcome, created, const struct found *, OAC_KIND_POINTER, NULL,
		&found_type),
	OAC_CONST_VARIANT("null"),
	OAC_VARIANT(struct outcome, partial_content, struct oac_bytes, OAC_KIND_BYTES, NULL, NULL),
	OAC_VARIANT(struct outcome, multi_status, struct oac_string_list, OAC_KIND_LIST, NULL,
		&oac_string_list_type),
	OAC_VARIANT(struct outcome, success, struct oac_json, OAC_KIND_JSON, NULL, NULL),
};
static const struct oac_limit outcome_limits[] = {
	OAC_NUMBER_LIMIT(4, 0, OAC_LIMIT_LEAST, 1),
};
static const struct oac_union outcome_type =
	OAC_LIMITED_UNION_TYPE(outcome, outcome_variants, outcome_limits);
static const struct oac_shape outcome_shape = { &outcome_type, sizeof(struct outcome),
	OAC_KIND_UNION };
static const struct oac_answer answers[] = {
	{ 200, OUTCOME_OK },
	{ 2, OUTCOME_SUCCESS },
	{ 201, OUTCOME_CREATED },
	{ 204, OUTCOME_NO_CONTENT },
	{ 206, OUTCOME_PARTIAL_CONTENT },
	{ 207, OUTCOME_MULTI_STATUS },
};

/* count: how many of the answers the document has. */
static struct oac_operation operation_of(size_t count)
{
	struct oac_operation operation = op_get_item;

	operation.response = outcome_shape;
	operation.answers = answers;
	operation.answer_count = count;
	operation.flags = OAC_ANSWER_OPTIONAL;
	return operation;
}

static enum oac_status ask(const struct oac_operation *operation, const struct fake_reply *reply,
	bool strict, struct outcome **out, struct oac_error *err)
{
	const struct oac_call_options options = {
		.strict = strict,
		.max_retries = OAC_INT(0),
	};
	struct fake fake;
	void *result;

	fake_init(&fake, reply, 1);
	struct oac_client *client = fake_client(&fake, NULL);
	if (client == NULL) {
		*out = NULL;
		return OAC_E_NOMEM;
	}
	enum oac_status status =
		oac_call(client, operation, box_and_item, NULL, &options, &result, err);
	oac_client_free(client);
	*out = result;
	return status;
}

static struct outcome *get(const struct fake_reply *reply)
{
	const struct oac_operation operation = operation_of(COUNT(answers));
	struct outcome *outcome;
	struct oac_error err;

	if (ask(&operation, reply, false, &outcome, &err) != OAC_OK)
		fail_msg("%d: %s", reply->http_status, err.message);
	return outcome;
}

static void test_each_status(void **state)
{
	static const struct fake_reply replies[] = {
		{ .http_status = 200, .headers = JSON_HEAD, .body = "{\"id\":\"a\",\"size\":5}" },
		{ .http_status = 201, .headers = JSON_HEAD, .body = "{\"id\":\"b\",\"new\":[1]}" },
		{ .http_status = 204, .headers = "", .body = "" },
		{ .http_status = 206, .headers = "Content-Type: image/png\r\n", .body = "\x89PNG" },
		{ .http_status = 207, .headers = JSON_HEAD, .body = "[\"x\",\"y\"]" },
		{ .http_status = 299, .headers = JSON_HEAD, .body = " {\"any\" : 1} " },
	};
	static const char *const texts[] = { "{\"id\":\"a\",\"size\":5}",
		"{\"id\":\"b\",\"new\":[1]}", "null", NULL, "[\"x\",\"y\"]", "{\"any\" : 1}" };

	(void)state;
	for (size_t i = 0; i < COUNT(replies); i++) {
		struct outcome *outcome = get(&replies[i]);
		struct outcome *copy = oac_copy(&outcome_shape, outcome);
		assert_int_equal(outcome->kind, OUTCOME_OK + i);
		oac_free(outcome);
		assert_int_equal(copy->kind, OUTCOME_OK + i);
		struct oac_error err;
		char *text = oac_encode_new(&outcome_shape, copy, NULL, &err);
		if (texts[i] != NULL)
			assert_string_equal(text, texts[i]);
		else
			assert_int_equal(err.status, OAC_E_ARGUMENT);
		if (replies[i].http_status == 206) {
			assert_int_equal(copy->as.partial_content.len, 4);
			assert_string_equal(copy->as.partial_content.data, "\x89PNG");
			assert_string_equal(copy->as.partial_content.content_type, "image/png");
		}
		oac_text_free(text);
		oac_free(copy);
	}
}

static void test_text_alone(void **state)
{
	static const struct {
		const char *text;
		enum outcome_kind kind;
	} texts[] = { { "{\"id\":\"a\",\"size\":5}", OUTCOME_OK }, { "null", OUTCOME_NO_CONTENT },
		{ "[\"x\"]", OUTCOME_MULTI_STATUS }, { "true", OUTCOME_SUCCESS } };
	struct oac_error err;

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct outcome *outcome;
		assert_int_equal(oac_type_from_json(&outcome_shape, texts[i].text,
					 strlen(texts[i].text), &outcome, &err),
			OAC_OK);
		assert_int_equal(outcome->kind, texts[i].kind);
		char *text = oac_encode_new(&outcome_shape, outcome, NULL, &err);
		assert_string_equal(text, texts[i].text);
		oac_text_free(text);
		oac_free(outcome);
	}
}

/* What the document does not have; what is empty though it should not be. */
static void test_other_answers(void **state)
{
	static const struct {
		size_t count;
		struct fake_reply reply;
		enum oac_status strict;
		enum oac_status lenient;
		enum outcome_kind kind;
	} cases[] = {
		{ 1, { .http_status = 202, .headers = JSON_HEAD, .body = "[1]" }, OAC_E_PROTOCOL,
			OAC_OK, OUTCOME_UNKNOWN },
		{ 1, { .http_status = 204, .headers = "", .body = "" }, OAC_E_PROTOCOL, OAC_OK,
			OUTCOME_UNKNOWN },
		{ 1, { .http_status = 202, .headers = "Content-Type: text/html\r\n", .body = "x" },
			OAC_E_PROTOCOL, OAC_E_PROTOCOL, OUTCOME_UNSET },
		{ 1, { .http_status = 202, .headers = JSON_HEAD, .body = "[1" }, OAC_E_PROTOCOL,
			OAC_E_JSON, OUTCOME_UNSET },
		{ 6, { .http_status = 200, .headers = JSON_HEAD, .body = "" }, OAC_E_PROTOCOL,
			OAC_E_PROTOCOL, OUTCOME_UNSET },
		{ 6, { .http_status = 200, .headers = "Content-Type: image/png\r\n", .body = "x" },
			OAC_E_PROTOCOL, OAC_E_PROTOCOL, OUTCOME_UNSET },
		{ 6, { .http_status = 200, .headers = JSON_HEAD, .body = "[]" }, OAC_E_TYPE,
			OAC_E_TYPE, OUTCOME_UNSET },
		{ 6, { .http_status = 201, .headers = JSON_HEAD, .body = "{\"id\":\"a\",\"b\":1}" },
			OAC_E_TYPE, OAC_OK, OUTCOME_CREATED },
		{ 6, { .http_status = 204, .headers = JSON_HEAD, .body = "{}" }, OAC_OK, OAC_OK,
			OUTCOME_NO_CONTENT },
		{ 6, { .http_status = 206, .headers = "", .body = "" }, OAC_OK, OAC_OK,
			OUTCOME_PARTIAL_CONTENT },
		{ 6, { .http_status = 207, .headers = JSON_HEAD, .body = "[]" }, OAC_E_TYPE, OAC_OK,
			OUTCOME_MULTI_STATUS },
		{ 6, { .http_status = 299, .headers = "", .body = "" }, OAC_OK, OAC_OK,
			OUTCOME_SUCCESS },
		{ 6, { .http_status = 404, .headers = JSON_HEAD, .body = "{}" }, OAC_E_HTTP,
			OAC_E_HTTP, OUTCOME_UNSET },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases) * 2; i++) {
		const struct oac_operation operation = operation_of(cases[i / 2].count);
		bool strict = i % 2 != 0;
		struct outcome *outcome;
		struct oac_error err;
		enum oac_status status =
			ask(&operation, &cases[i / 2].reply, strict, &outcome, &err);
		if (status != (strict ? cases[i / 2].strict : cases[i / 2].lenient))
			fail_msg("%zu: %s: %s", i, oac_status_name(status), err.message);
		if (status != OAC_OK)
			assert_null(outcome);
		else
			assert_int_equal(outcome->kind, cases[i / 2].kind);
		oac_free(outcome);
	}
}

static void test_not_wanted(void **state)
{
	const struct fake_reply reply = { .http_status = 201, .headers = JSON_HEAD, .body = "no" };
	const struct oac_operation operation = operation_of(COUNT(answers));
	struct fake fake;

	(void)state;
	fake_init(&fake, &reply, 1);
	struct oac_client *client = fake_client(&fake, NULL);
	assert_int_equal(
		oac_call(client, &operation, box_and_item, NULL, NULL, NULL, NULL), OAC_OK);
	oac_client_free(client);
}

static void test_short_of_memory(void **state)
{
	static const struct fake_reply replies[] = {
		{ .http_status = 200, .headers = JSON_HEAD, .body = "{\"id\":\"a\",\"size\":5}" },
		{ .http_status = 204, .headers = "", .body = "" },
		{ .http_status = 206, .headers = "Content-Type: image/png\r\n", .body = "\x89PNG" },
		{ .http_status = 299, .headers = JSON_HEAD, .body = "{\"any\":1}" },
	};
	const struct oac_operation operation = operation_of(COUNT(answers));

	(void)state;
	for (size_t i = 0; i < COUNT(replies); i++) {
		enum oac_status status = OAC_E_NOMEM;
		size_t n;
		for (n = 1; n < MAX_FAILURES && status != OAC_OK; n++) {
			long before = live;
			struct outcome *outcome;
			calls_left = n;
			status = ask(&operation, &replies[i], true, &outcome, NULL);
			calls_left = 0;
			assert_true(status == OAC_OK || status == OAC_E_NOMEM);
			assert_true((outcome != NULL) == (status == OAC_OK));
			oac_free(outcome);
			assert_int_equal(live, before);
		}
		assert_int_equal(status, OAC_OK);
		assert_true(n > 5);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_status),
		cmocka_unit_test(test_text_alone),
		cmocka_unit_test(test_other_answers),
		cmocka_unit_test(test_not_wanted),
		cmocka_unit_test(test_short_of_memory),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
