/* Calls over a scripted transport: retries, redirects, answers. */
#include "call_fixture.h"
#include "oac_platform.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define JSON "Content-Type: application/json\n"
#define ANSWER(status, headers, body) { (status), headers, (body), OAC_OUTCOME_ANSWERED, false, 0 }
#define OK ANSWER(200, JSON, "{\"id\":\"i1\",\"size\":5}")
#define FAILURE(outcome, lost_before_sent) { 0, NULL, NULL, (outcome), (lost_before_sent), 0 }
#define AT_ONCE "retry-after-ms: 0\n" JSON
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct fake_reply ok[] = { OK };

/* ---- retries ---- */

static void test_retries(void **state)
{
	static const struct fake_reply replies[] = {
		ANSWER(500, AT_ONCE, "{}"),
		ANSWER(429, AT_ONCE, "{}"),
		OK,
	};
	struct oac_response response;
	const struct oac_call_options options = { .response = &response };
	struct fake_run run;

	(void)state;
	fake_begin(&run, replies, COUNT(replies), NULL);
	fake_call(&run, &op_create_item, &(struct create_item_request){ .name = "n" }, &options);
	assert_int_equal(run.status, OAC_OK);
	assert_int_equal(run.fake.request_count, 3);
	assert_string_equal(run.fake.requests[2].body, "{\"name\":\"n\"}");
	assert_int_equal(response.tries, 3);
	assert_int_equal(response.http_status, 200);
	oac_response_clear(&response);
	fake_end(&run);
}

static void test_retries_run_out(void **state)
{
	static const struct fake_reply replies[] = { ANSWER(503, AT_ONCE "X-Request-Id: req_1\n",
		"{\"error\":{\"message\":\"m\",\"type\":\"t\",\"code\":\"c\",\"param\":\"p\"}}") };
	const struct oac_call_options once = { .max_retries = OAC_INT(0) };
	const struct oac_call_options five = { .max_retries = OAC_INT(5) };
	struct fake_run run;

	(void)state;
	fake_begin(&run, replies, 1, NULL);
	fake_call(&run, &op_get_item, NULL, NULL);
	assert_int_equal(run.status, OAC_E_HTTP);
	assert_int_equal(run.err.http_status, 503);
	assert_int_equal(run.err.tries, 3);
	assert_int_equal(run.fake.request_count, 3);
	assert_string_equal(run.err.message,
		"GET /boxes/{box_id}/items/{item_id}: 503 Service Unavailable");
	assert_string_equal(run.err.request_id, "req_1");
	assert_string_equal(run.err.server_message, "m");
	assert_string_equal(run.err.server_type, "t");
	assert_string_equal(run.err.server_code, "c");
	assert_string_equal(run.err.server_param, "p");
	fake_call(&run, &op_get_item, NULL, &once);
	assert_int_equal(run.err.tries, 1);
	fake_call(&run, &op_get_item, NULL, &five);
	assert_int_equal(run.err.tries, 6);
	fake_end(&run);
}

static void try_lost(const struct oac_operation *operation, const struct fake_reply *failure,
	enum oac_retry_post retry_post, int tries)
{
	struct fake_reply replies[] = { *failure, OK };
	const struct oac_call_options options = { .retry_post = retry_post };
	struct fake_run run;

	fake_begin(&run, replies, COUNT(replies), NULL);
	fake_call(&run, operation, NULL, &options);
	assert_int_equal(run.fake.request_count, tries);
	assert_int_equal(run.status, tries > 1 ? OAC_OK : OAC_E_CONNECT);
	if (tries == 1)
		assert_int_equal(run.err.tries, 1);
	fake_end(&run);
}

/* No lost answer makes two runs. */
static void test_lost_answers(void **state)
{
	static const struct fake_reply lost = FAILURE(OAC_OUTCOME_LOST, false);
	static const struct fake_reply unsent = FAILURE(OAC_OUTCOME_LOST, true);
	static const struct fake_reply cut = { 200, JSON, "{", OAC_OUTCOME_CUT, false, 0 };

	(void)state;
	try_lost(&op_update_item, &lost, OAC_RETRY_POST_DEFAULT, 1);
	try_lost(&op_update_item, &cut, OAC_RETRY_POST_DEFAULT, 1);
	try_lost(&op_cancel_item, &lost, OAC_RETRY_POST_NEVER, 1);
	try_lost(&op_update_item, &unsent, OAC_RETRY_POST_DEFAULT, 2);
	try_lost(&op_update_item, &lost, OAC_RETRY_POST_ALWAYS, 2);
	try_lost(&op_get_item, &cut, OAC_RETRY_POST_NEVER, 2);
}

static void test_an_error_status_stands_when_cut(void **state)
{
	static const struct fake_reply cut[] = {
		{ 404, JSON, "{\"error\":{\"mess", OAC_OUTCOME_CUT, false, 0 },
	};
	struct fake_run run;

	(void)state;
	fake_begin(&run, cut, 1, NULL);
	fake_call(&run, &op_get_item, NULL, NULL);
	assert_int_equal(run.status, OAC_E_HTTP);
	assert_int_equal(run.err.http_status, 404);
	assert_string_equal(run.err.server_message, "{\"error\":{\"mess");
	fake_end(&run);
}

static void test_outcomes(void **state)
{
	static const struct {
		enum oac_outcome outcome;
		enum oac_status status;
	} cases[] = {
		{ OAC_OUTCOME_NOT_CONNECTED, OAC_E_CONNECT },
		{ OAC_OUTCOME_LOST, OAC_E_CONNECT },
		{ OAC_OUTCOME_TIMED_OUT, OAC_E_TIMEOUT },
		{ OAC_OUTCOME_CANCELLED, OAC_E_CANCELLED },
		{ OAC_OUTCOME_TOO_LARGE, OAC_E_LIMIT },
		{ OAC_OUTCOME_NOT_HTTP, OAC_E_PROTOCOL },
		{ OAC_OUTCOME_UNTRUSTED, OAC_E_CONNECT },
		{ OAC_OUTCOME_UNUSABLE, OAC_E_CONFIG },
		{ OAC_OUTCOME_NOMEM, OAC_E_NOMEM },
	};
	const struct oac_call_options once = { .max_retries = OAC_INT(0) };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct fake_reply reply = FAILURE(cases[i].outcome, false);
		struct fake_run run;
		fake_begin(&run, &reply, 1, NULL);
		fake_call(&run, &op_get_item, NULL, &once);
		assert_int_equal(run.status, cases[i].status);
		assert_int_equal(run.err.http_status, 0);
		assert_int_equal(run.err.tries, 1);
		assert_non_null(strstr(run.err.message, "GET /boxes/{box_id}/items/{item_id}: "));
		fake_end(&run);
	}
}

static void test_time_limit(void **state)
{
	static const struct fake_reply slow[] = {
		{ 200, JSON, "{}", OAC_OUTCOME_ANSWERED, false, 5000 },
	};
	const struct oac_call_options options = { .timeout_ms = 40, .max_retries = OAC_INT(0) };
	struct fake_run run;
	int64_t start = oac_now_ms();

	(void)state;
	fake_begin(&run, slow, 1, NULL);
	fake_call(&run, &op_get_item, NULL, &options);
	assert_int_equal(run.status, OAC_E_TIMEOUT);
	assert_in_range(oac_now_ms() - start, 39, 2000);
	/* A POST that went out is not sent again after its time has passed. */
	const struct oac_call_options retrying = { .timeout_ms = 20 };
	fake_call(&run, &op_cancel_item, NULL, &retrying);
	assert_int_equal(run.err.tries, 1);
	fake_end(&run);
}

static void test_cancelled_before(void **state)
{
	struct oac_cancel *cancel = oac_cancel_new();
	const struct oac_call_options options = { .cancel = cancel };
	struct fake_run run;

	(void)state;
	oac_cancel_pull(cancel);
	fake_begin(&run, ok, 1, NULL);
	fake_call(&run, &op_get_item, NULL, &options);
	assert_int_equal(run.status, OAC_E_CANCELLED);
	assert_int_equal(run.err.tries, 0);
	assert_int_equal(run.fake.request_count, 0);
	fake_end(&run);
	oac_cancel_free(cancel);
}

/* ---- redirects ---- */

static void test_redirect_within_the_origin(void **state)
{
	static const struct fake_reply replies[] = {
		ANSWER(307, "Location: /v2/x?y=1\n", "moved"),
		OK,
	};
	struct fake_run run;

	(void)state;
	fake_begin(&run, replies, COUNT(replies), NULL);
	fake_call(&run, &op_create_item, &(struct create_item_request){ .name = "n" }, NULL);
	assert_int_equal(run.status, OAC_OK);
	assert_string_equal(run.fake.requests[1].method, "POST");
	assert_string_equal(run.fake.requests[1].url, "https://api.test/v2/x?y=1");
	assert_string_equal(run.fake.requests[1].headers, run.fake.requests[0].headers);
	assert_string_equal(run.fake.requests[1].body, "{\"name\":\"n\"}");
	fake_end(&run);
}

static void test_redirect_to_another_origin(void **state)
{
	static const struct oac_header secrets[] = { { "X-Secret", "s" }, { "Cookie", "c" } };
	static const struct fake_reply replies[] = {
		ANSWER(302, "location: https://evil.test/a\n", ""),
		ANSWER(308, "location: https://api.test/back\n", ""),
		OK,
	};
	const struct oac_call_options options = { .headers = OAC_LIST(secrets) };
	struct fake_run run;

	(void)state;
	fake_begin(&run, replies, COUNT(replies), NULL);
	fake_call(&run, &op_create_item, &(struct create_item_request){ .name = "n" }, &options);
	assert_int_equal(run.status, OAC_OK);
	for (size_t i = 1; i < 3; i++) {
		assert_string_equal(run.fake.requests[i].method, "GET");
		assert_string_equal(run.fake.requests[i].headers,
			"Accept: application/json\nUser-Agent: oac-fixture/1.2.3\n");
		assert_false(run.fake.requests[i].has_body);
	}
	fake_end(&run);
}

static void test_redirects_that_are_refused(void **state)
{
	static const struct {
		const char *location;
		size_t requests;
	} cases[] = {
		{ "Location: http://api.test/down\n", 1 },
		{ "Location: file:///etc/passwd\n", 1 },
		{ "Location: /again\n", 6 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct fake_reply reply = ANSWER(307, cases[i].location, "x");
		struct fake_run run;
		fake_begin(&run, &reply, 1, NULL);
		fake_call(&run, &op_get_item, NULL, NULL);
		assert_int_equal(run.status, OAC_E_PROTOCOL);
		assert_non_null(strstr(run.err.message, "redirect"));
		assert_int_equal(run.fake.request_count, cases[i].requests);
		fake_end(&run);
	}
}

static void test_redirect_without_location(void **state)
{
	static const struct fake_reply replies[] = { ANSWER(302, JSON, "{}") };
	struct fake_run run;

	(void)state;
	fake_begin(&run, replies, 1, NULL);
	fake_call(&run, &op_get_item, NULL, NULL);
	assert_int_equal(run.status, OAC_E_HTTP);
	assert_int_equal(run.err.http_status, 302);
	fake_end(&run);
}

/* ---- answers ---- */

static void test_error_bodies(void **state)
{
	static const struct {
		const char *body;
		const char *message;
		const char *type;
		const char *code;
		const char *param;
	} cases[] = {
		{ "{\"error\":{\"message\":\"a\\nb\",\"type\":null,\"code\":42,\"param\":null}}", "a\nb", "", "42", "" },
		{ "{\"message\":\"whole\",\"code\":\"c\"}", "whole", "", "c", "" },
		{ "{\"error\":\"text\"}", "text", "", "", "" },
		{ "{\"error\":null,\"message\":\"m\"}", "m", "", "", "" },
		{ "{\"error\":{\"code\":\"x\"}}", "{\"error\":{\"code\":\"x\"}}", "", "x", "" },
		{ "{\"detail\":[1]}", "{\"detail\":[1]}", "", "", "" },
		{ "<html>no</html>", "<html>no</html>", "", "", "" },
		{ "[1]", "[1]", "", "", "" },
		{ "", "", "", "", "" },
		{ "\xff\xfe", "??", "", "", "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct fake_reply reply = ANSWER(400, "Content-Type: text/html\n", cases[i].body);
		struct fake_run run;
		fake_begin(&run, &reply, 1, NULL);
		run.fake.chunk = 3;
		fake_call(&run, &op_get_item, NULL, NULL);
		assert_int_equal(run.status, OAC_E_HTTP);
		assert_string_equal(run.err.message, "GET /boxes/{box_id}/items/{item_id}: 400 Bad Request");
		assert_string_equal(run.err.server_message, cases[i].message);
		assert_string_equal(run.err.server_type, cases[i].type);
		assert_string_equal(run.err.server_code, cases[i].code);
		assert_string_equal(run.err.server_param, cases[i].param);
		fake_end(&run);
	}
}

static void test_answers_that_do_not_fit(void **state)
{
	static const struct {
		const char *headers;
		const char *body;
		enum oac_status status;
		const char *message;
	} cases[] = {
		{ JSON, "", OAC_E_PROTOCOL, "no body" },
		{ "Content-Type: text/html; charset=utf-8\n", "<html>", OAC_E_PROTOCOL, "text/html" },
		{ "Content-Type: text/html\n", "{}", OAC_E_PROTOCOL, "text/html" },
		{ JSON, "{\"id\":", OAC_E_JSON, "GET /boxes" },
		{ JSON, "{\"id\":7}", OAC_E_TYPE, "/id" },
		{ JSON, "<html>", OAC_E_JSON, "GET /boxes" },
		{ NULL, "{\"id\":\"x\"}", OAC_OK, "" },
		{ "Content-Type: application/problem+json\n", "{}", OAC_OK, "" },
		{ "content-type: APPLICATION/JSON;charset=utf-8\n", "{}", OAC_OK, "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct fake_reply reply = ANSWER(200, cases[i].headers, cases[i].body);
		struct fake_run run;
		fake_begin(&run, &reply, 1, NULL);
		fake_call(&run, &op_get_item, NULL, NULL);
		assert_int_equal(run.status, cases[i].status);
		assert_non_null(strstr(run.err.message, cases[i].message));
		if (run.status != OAC_OK) {
			assert_int_equal(run.err.http_status, 200);
			assert_int_equal(run.err.tries, 1);
		}
		if (run.status == OAC_E_TYPE)
			assert_string_equal(run.err.path, "/id");
		fake_end(&run);
	}
}

static void test_no_answer_wanted(void **state)
{
	static const struct fake_reply replies[] = { ANSWER(204, NULL, ""),
		ANSWER(200, "Content-Type: text/html\n", "<html>") };
	struct fake_run run;

	(void)state;
	fake_begin(&run, replies, COUNT(replies), NULL);
	for (int i = 0; i < 2; i++)
		assert_int_equal(
			oac_call(run.client, &op_drop_item, box_and_item, NULL, NULL, NULL, &run.err),
			OAC_OK);
	fake_end(&run);
}

static void test_size_limit(void **state)
{
	static const struct fake_reply large[] = { ANSWER(200, JSON, "{\"id\":\"0123456789\"}") };
	static const struct fake_reply error[] = { ANSWER(404, JSON, "0123456789abcdefghijklmnop") };
	struct oac_client_options options = { .max_response_bytes = 19 };
	struct oac_response response;
	const struct oac_call_options own = { .response = &response };
	struct fake_run run;

	(void)state;
	fake_begin(&run, large, 1, &options);
	fake_call(&run, &op_get_item, NULL, NULL);
	assert_int_equal(run.status, OAC_OK);
	fake_end(&run);
	options.max_response_bytes = 18;
	fake_begin(&run, large, 1, &options);
	run.fake.chunk = 5;
	fake_call(&run, &op_get_item, NULL, &own);
	assert_int_equal(run.status, OAC_E_LIMIT);
	assert_int_equal(run.err.tries, 1);
	assert_int_equal(response.http_status, 200);
	assert_int_equal(response.body_len, 0);
	oac_response_clear(&response);
	fake_end(&run);
	fake_begin(&run, error, 1, &options);
	fake_call(&run, &op_get_item, NULL, NULL);
	assert_int_equal(run.status, OAC_E_HTTP);
	assert_string_equal(run.err.server_message, "0123456789abcdefgh");
	fake_end(&run);
}

static void test_response(void **state)
{
	static const struct fake_reply replies[] = {
		ANSWER(404, "X-A:  1 \n" JSON "x-a: 2\n", "{\"error\":{}}"),
	};
	struct oac_response response;
	const struct oac_call_options options = { .response = &response };
	struct fake_run run;
	size_t len;

	(void)state;
	memset(&response, 0xAA, sizeof(response));
	fake_begin(&run, replies, 1, NULL);
	fake_call(&run, &op_get_item, NULL, &options);
	assert_int_equal(response.http_status, 404);
	assert_int_equal(response.tries, 1);
	assert_string_equal(response.body, "{\"error\":{}}");
	assert_int_equal(response.body_len, 12);
	const char *value = oac_response_header(&response, "x-A", &len);
	assert_int_equal(len, 1);
	assert_memory_equal(value, "1", 1);
	assert_null(oac_response_header(&response, "x", NULL));
	oac_response_clear(&response);
	assert_null(response.body);
	fake_end(&run);
	/* Nothing was answered: nothing to free. */
	const struct fake_reply none = FAILURE(OAC_OUTCOME_NOT_HTTP, false);
	fake_begin(&run, &none, 1, NULL);
	fake_call(&run, &op_get_item, NULL, &options);
	assert_int_equal(response.tries, 1);
	assert_null(response.body);
	assert_null(oac_response_header(&response, "x", NULL));
	fake_end(&run);
}

static void test_strict_client(void **state)
{
	static const struct fake_reply replies[] = { ANSWER(200, JSON, "{\"size\":1}") };
	const struct oac_client_options options = { .strict = true };
	struct fake_run run;

	(void)state;
	fake_begin(&run, replies, 1, &options);
	fake_call(&run, &op_get_item, NULL, NULL);
	assert_int_equal(run.status, OAC_E_TYPE);
	fake_end(&run);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_retries),
		cmocka_unit_test(test_retries_run_out),
		cmocka_unit_test(test_lost_answers),
		cmocka_unit_test(test_an_error_status_stands_when_cut),
		cmocka_unit_test(test_outcomes),
		cmocka_unit_test(test_time_limit),
		cmocka_unit_test(test_cancelled_before),
		cmocka_unit_test(test_redirect_within_the_origin),
		cmocka_unit_test(test_redirect_to_another_origin),
		cmocka_unit_test(test_redirects_that_are_refused),
		cmocka_unit_test(test_redirect_without_location),
		cmocka_unit_test(test_error_bodies),
		cmocka_unit_test(test_answers_that_do_not_fit),
		cmocka_unit_test(test_no_answer_wanted),
		cmocka_unit_test(test_size_limit),
		cmocka_unit_test(test_response),
		cmocka_unit_test(test_strict_client),
	};

	return cmocka_run_group_tests_name("call", tests, NULL, NULL);
}
