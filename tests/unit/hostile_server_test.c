/* Servers that answer anything but what they should: an error that says so, and no leak. */
#include "http_script.h"
#include "openai_helpers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define HEAD(length) "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " length "\r\n\r\n"

struct meeting {
	struct http_script *server;
	struct oac_client *client;
	struct oac_error err;
};

static void meet(struct meeting *m, const struct oac_client_options *more)
{
	struct oac_client_options options = *more;
	char base_url[128];

	m->server = http_script_new();
	snprintf(base_url, sizeof(base_url), "%s/v1", http_script_url(m->server));
	options.api_key = "sk-secret";
	options.base_url = base_url;
	options.max_retries = oac_int(0);
	m->client = openai_client_new(&options, &m->err);
	assert_non_null(m->client);
}

static int never(void *user, const struct openai_run *run)
{
	(void)user;
	(void)run;
	fail_msg("an item out of nothing");
	return 1;
}

/* Three ways to the same answer; each gives nothing but the error. */
static void expect_failure(struct meeting *m, enum oac_status status, int http_status, const char *part)
{
	const struct openai_create_run_request request = { .assistant_id = "asst_1" };
	struct openai_run *run = (struct openai_run *)m;

	for (int way = 0; way < 3; way++) {
		enum oac_status got;

		if (way == 0)
			got = openai_runs_retrieve(m->client, "thread_1", "run_1", NULL, &run, &m->err);
		else if (way == 1)
			got = openai_runs_create_and_poll(m->client, "thread_1", &request, NULL, &run,
				&m->err);
		else
			got = openai_runs_list_each(m->client, "thread_1", NULL, NULL, never, NULL,
				&m->err);
		assert_null(run);
		assert_int_equal(got, status);
		assert_int_equal(m->err.status, status);
		assert_int_equal(m->err.http_status, http_status);
		assert_int_equal(m->err.tries, 1);
		if (strstr(m->err.message, part) == NULL)
			fail_msg("'%s' is not in: %s", part, m->err.message);
		assert_null(strstr(m->err.message, "sk-secret"));
		assert_null(strchr(m->err.message, '\n'));
	}
	oac_client_free(m->client);
	http_script_free(m->server);
}

static void meet_text(const char *status, const char *headers, const char *body, struct meeting *m)
{
	static const struct oac_client_options none;

	meet(m, &none);
	http_script_answer(m->server, status, headers, body);
}

static void meet_actions(const struct http_action *actions, size_t count, struct meeting *m)
{
	static const struct oac_client_options none;

	meet(m, &none);
	http_script_add(m->server, actions, count);
}

#define PAGE "<!DOCTYPE html><html><body>It works! sk-page</body></html>"

static void test_html(void **state)
{
	static const struct http_action page[] = { { HTTP_SEND,
		"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 58\r\n\r\n" PAGE, 0, 0 } };
	struct meeting m;

	(void)state;
	meet_actions(page, COUNT(page), &m);
	expect_failure(&m, OAC_E_PROTOCOL, 200, "text/html");
	/* ... under a false flag */
	meet_text("200 OK", "", PAGE, &m);
	expect_failure(&m, OAC_E_JSON, 200, "");
	assert_int_equal(m.err.offset, 0);
	/* ... from a gateway */
	meet_text("502 Bad Gateway", "", PAGE, &m);
	expect_failure(&m, OAC_E_HTTP, 502, "502");
	assert_null(strstr(m.err.message, "sk-page"));
}

static void test_broken_json(void **state)
{
	static const char *const texts[] = { "{\"id\":\"run_1\",\"status\":\"comp", "{\"id\":", "[{}",
		"{\"id\":\"run_1\"}}", "{\"id\":\"\xFF\"}", "nul", "{'id':1}" };
	struct meeting m;

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		meet_text("200 OK", "", texts[i], &m);
		expect_failure(&m, OAC_E_JSON, 200, "");
		assert_true(m.err.offset <= strlen(texts[i]));
	}
}

/* An answer that is cut off by the connection, and one that never begins. */
static void test_cut_off(void **state)
{
	static const struct http_action cut[] = {
		{ HTTP_SEND, HEAD("500") "{\"id\":\"run_1\"", 0, 0 },
		{ HTTP_CLOSE, NULL, 0, 0 },
	};
	static const struct http_action nothing[] = { { HTTP_CLOSE, NULL, 0, 0 } };
	struct meeting m;

	(void)state;
	meet_actions(cut, COUNT(cut), &m);
	expect_failure(&m, OAC_E_CONNECT, 200, "lost");
	meet_actions(nothing, COUNT(nothing), &m);
	expect_failure(&m, OAC_E_CONNECT, 0, "lost");
}

static void test_no_body(void **state)
{
	struct meeting m;

	(void)state;
	meet_text("200 OK", "", "", &m);
	expect_failure(&m, OAC_E_PROTOCOL, 200, "no body");
	meet_text("204 No Content", "", "", &m);
	expect_failure(&m, OAC_E_PROTOCOL, 204, "no body");
}

/* A path for the run and one for the list, because the answer is read as both. */
static void test_wrong_type(void **state)
{
	static const struct {
		const char *body;
		const char *path;
		const char *part;
	} cases[] = {
		{ "{\"id\":\"run_1\",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":7}}]}",
			"/tools/0/function/name", "expected a string" },
		{ "{\"id\":7}", "/id", "expected a string" },
		{ "{\"metadata\":{\"a/b~c\":1}}", "/metadata/a~1b~0c", "expected a string" },
		{ "{\"usage\":{\"total_tokens\":\"12\"}}", "/usage/total_tokens", "" },
		{ "{\"created_at\":1.5}", "/created_at", "" },
		{ "[]", "", "" },
		{ "\"run\"", "", "" },
	};
	struct meeting m;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		static const struct oac_client_options none;
		struct openai_run *run;

		meet(&m, &none);
		http_script_answer(m.server, "200 OK", "x-request-id: req_7\r\n", cases[i].body);
		assert_int_equal(openai_runs_retrieve(m.client, "thread_1", "run_1", NULL, &run, &m.err),
			OAC_E_TYPE);
		assert_null(run);
		assert_string_equal(m.err.path, cases[i].path);
		assert_non_null(strstr(m.err.message, cases[i].part));
		assert_string_equal(m.err.request_id, "req_7");
		oac_client_free(m.client);
		http_script_free(m.server);
	}
}

/* 200 MB, announced and not: the limit ends it long before. */
static void test_too_much(void **state)
{
	static char megabyte[1 << 20];
	static const struct http_action announced[] = {
		{ HTTP_SEND, HEAD("209715202") "\"", 0, 0 },
		{ HTTP_SEND, megabyte, sizeof(megabyte), 200 },
		{ HTTP_SEND, "\"", 0, 0 },
	};
	static const struct http_action endless[] = {
		{ HTTP_SEND, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n\"", 0, 0 },
		{ HTTP_SEND, megabyte, sizeof(megabyte), 200 },
		{ HTTP_CLOSE, NULL, 0, 0 },
	};
	static const struct oac_client_options small = { .max_response_bytes = 4 << 20 };
	struct meeting m;

	(void)state;
	memset(megabyte, 'x', sizeof(megabyte));
	meet_actions(announced, COUNT(announced), &m);
	expect_failure(&m, OAC_E_LIMIT, 200, "max_response_bytes");
	meet(&m, &small);
	http_script_add(m.server, endless, COUNT(endless));
	expect_failure(&m, OAC_E_LIMIT, 200, "max_response_bytes");
}

static void test_deep_nesting(void **state)
{
	static char deep[100000];
	static const char before[] = "{\"unknown\":";
	struct meeting m;

	(void)state;
	memset(deep, '[', sizeof(deep) - 1);
	memcpy(deep, before, sizeof(before) - 1);
	meet_text("200 OK", "", deep, &m);
	expect_failure(&m, OAC_E_LIMIT, 200, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_html),
		cmocka_unit_test(test_broken_json),
		cmocka_unit_test(test_cut_off),
		cmocka_unit_test(test_no_body),
		cmocka_unit_test(test_wrong_type),
		cmocka_unit_test(test_too_much),
		cmocka_unit_test(test_deep_nesting),
	};

	return cmocka_run_group_tests_name("hostile servers", tests, NULL, NULL);
}
