/* What a client's log callback is told, and what it is never told. */
#include "call_fixture.h"
#include "http_script.h"

#include "openai.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define JSON "Content-Type: application/json\nx-request-id: req_1\n"
#define ANSWER(status, headers, body) { (status), headers, (body), OAC_OUTCOME_ANSWERED, false, 0 }

struct log {
	char lines[16][700];
	enum oac_log_level levels[16];
	size_t count;
};

static void take_line(void *user, enum oac_log_level level, const char *line)
{
	struct log *log = user;

	assert_true(log->count < COUNT(log->lines));
	assert_null(strpbrk(line, "\r\n"));
	log->levels[log->count] = level;
	snprintf(log->lines[log->count++], sizeof(log->lines[0]), "%s", line);
}

/* The line, with the time that passed as "N ms". */
static void assert_line(const struct log *log, size_t n, enum oac_log_level level,
	const char *expected)
{
	const char *line = log->lines[n];
	const char *ms = strstr(line, " ms, sent");
	char text[700];

	assert_true(n < log->count);
	assert_int_equal(log->levels[n], level);
	if (ms != NULL) {
		const char *digits = ms;
		while (digits > line && digits[-1] >= '0' && digits[-1] <= '9')
			digits--;
		snprintf(text, sizeof(text), "%.*sN%s", (int)(digits - line), line, ms);
		line = text;
	}
	assert_string_equal(line, expected);
}

#define GET "GET /boxes/{box_id}/items/{item_id}: "
#define POST "POST /boxes/{box_id}/items: "

static void test_one_line_a_try(void **state)
{
	static const struct fake_reply replies[] = {
		ANSWER(503, "retry-after-ms: 1\n" JSON, "{}"),
		ANSWER(200, JSON, "{\"id\":\"i1\"}"),
		ANSWER(404, JSON, "{\"error\":{}}"),
		{ 0, NULL, NULL, OAC_OUTCOME_NOT_CONNECTED, true, 0 },
		{ 0, NULL, NULL, OAC_OUTCOME_CANCELLED, true, 0 },
	};
	struct log log = { .count = 0 };
	const struct oac_client_options options = { .log = take_line, .log_user = &log };
	const struct oac_call_options once = { .max_retries = OAC_INT(0) };
	const struct create_item_request request = { .name = "n" };
	struct fake_run run;

	(void)state;
	fake_begin(&run, replies, COUNT(replies), &options);
	assert_int_equal(log.count, 0);
	fake_call(&run, &op_create_item, &request, NULL);
	assert_int_equal(log.count, 4);
	assert_line(&log, 0, OAC_LOG_DEBUG, POST "begins, try 1 of 3");
	assert_line(&log, 1, OAC_LOG_WARNING, POST "503, N ms, sent 12 bytes, received 2, "
		"try 1 of 3, request req_1, again in 1 ms");
	assert_line(&log, 2, OAC_LOG_DEBUG, POST "begins, try 2 of 3");
	assert_line(&log, 3, OAC_LOG_INFO, POST "200, N ms, sent 12 bytes, received 11, "
		"try 2 of 3, request req_1");
	log.count = 0;
	fake_call(&run, &op_get_item, NULL, NULL);
	assert_line(&log, 1, OAC_LOG_ERROR, GET "404, N ms, sent 0 bytes, received 12, "
		"try 1 of 3, request req_1");
	log.count = 0;
	fake_call(&run, &op_get_item, NULL, &once);
	assert_line(&log, 1, OAC_LOG_ERROR, GET "cannot connect: scripted, N ms, sent 0 bytes, "
		"received 0, try 1 of 1");
	log.count = 0;
	fake_call(&run, &op_get_item, NULL, NULL);
	assert_line(&log, 1, OAC_LOG_INFO, GET "cancelled by the caller: scripted, N ms, sent 0 "
		"bytes, received 0, try 1 of 3");
	assert_int_equal(log.count, 2);
	fake_end(&run);
}

/* "hush" is in every place that a request and an answer have. */
static void test_no_secrets(void **state)
{
	static const struct fake_reply replies[] = {
		ANSWER(307, "Location: https://hush:hush@elsewhere.test/hush?hush=hush\n", "hush"),
		ANSWER(500, "Set-Cookie: hush=hush\nretry-after-ms: 1\nhush: hush\n" JSON,
			"{\"error\":{\"message\":\"hush\",\"code\":\"hush\",\"type\":\"hush\"}}"),
		ANSWER(200, "Set-Cookie: hush=hush\n" JSON, "{\"id\":\"hush\",\"hush\":\"hush\"}"),
		ANSWER(403, "Content-Type: hush\nhush: hush\n", "hush"),
		ANSWER(200, JSON, "hush"),
		ANSWER(302, "Location: hush://hush\n", "hush"),
	};
	static const struct oac_header headers[] = {
		{ "hush", "hush" }, { "Cookie", "hush=hush" }, { "Authorization", "Bearer hush" },
	};
	static const char *const path[] = { "hush", "hush" };
	struct log log = { .count = 0 };
	const struct oac_client_options options = {
		.log = take_line,
		.log_user = &log,
		.api_key = "hush",
		.base_url = "https://api.test/hush?hush=hush",
		.headers = OAC_LIST(headers),
		.query = OAC_LIST(headers),
		.user_agent = "hush",
	};
	const struct oac_call_options call = {
		.headers = OAC_LIST(headers),
		.query = OAC_LIST(headers),
		.body = OAC_JSON("{\"hush\":\"hush\"}"),
	};
	const struct create_item_request request = { .name = "hush", .trace = "hush" };
	struct fake_run run;

	(void)state;
	fake_begin(&run, replies, COUNT(replies), &options);
	for (int i = 0; i < 5; i++) {
		void *out;
		enum oac_status status = oac_call(run.client, &op_create_item, path, &request,
			&call, &out, &run.err);
		oac_free(out);
		assert_int_equal(status, i == 0 ? OAC_OK : run.err.status);
		assert_true(log.count > 0);
		for (size_t n = 0; n < log.count; n++)
			assert_null(strstr(log.lines[n], "hush"));
		log.count = 0;
	}
	assert_true(run.fake.request_count >= COUNT(replies));
	fake_end(&run);
}

static void test_a_stream_in_one_piece(void **state)
{
	static const struct fake_reply reply = ANSWER(200, "Content-Type: text/event-stream\n",
		"event: thread.run.queued\ndata: {\"id\":\"run_1\"}\n\n"
		"event: done\ndata: [DONE]\n\n");
	static const struct openai_create_run_request request = { .assistant_id = "asst_1" };
	struct log log = { .count = 0 };
	const struct oac_client_options options = { .log = take_line, .log_user = &log };
	const struct openai_assistant_stream_event *event;
	struct oac_stream *stream;
	struct fake_run run;

	(void)state;
	fake_begin(&run, &reply, 1, &options);
	assert_int_equal(openai_runs_create_stream(run.client, "hush", &request, NULL, &stream,
		&run.err), OAC_OK);
	do {
		assert_int_equal(openai_assistant_stream_event_next(stream, &event, &run.err), OAC_OK);
	} while (event != NULL);
	oac_stream_free(stream);
	assert_int_equal(log.count, 2);
	assert_line(&log, 0, OAC_LOG_DEBUG, "POST /threads/{thread_id}/runs: begins, try 1 of 3");
	assert_line(&log, 1, OAC_LOG_INFO, "POST /threads/{thread_id}/runs: 200, N ms, "
		"sent 39 bytes, received 73, try 1 of 3");
	fake_end(&run);
}

static void test_a_stream_that_is_left(void **state)
{
	static const struct http_action actions[] = {
		{ HTTP_SEND, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
			"event: thread.run.queued\ndata: {\"id\":\"run_1\"}\n\n", 0, 0 },
		{ HTTP_DELAY, NULL, 0, 100 },
	};
	static const struct openai_create_run_request request = { .assistant_id = "asst_1" };
	struct http_script *server = http_script_new();
	struct log log = { .count = 0 };
	const struct oac_client_options options = { .log = take_line, .log_user = &log,
		.api_key = "hush", .base_url = http_script_url(server) };
	struct oac_client *client = openai_client_new(&options, NULL);
	const struct openai_assistant_stream_event *event;
	struct oac_stream *stream;

	(void)state;
	assert_non_null(client);
	http_script_add(server, actions, COUNT(actions));
	assert_int_equal(openai_runs_create_stream(client, "t", &request, NULL, &stream, NULL),
		OAC_OK);
	assert_int_equal(openai_assistant_stream_event_next(stream, &event, NULL), OAC_OK);
	assert_non_null(event);
	oac_stream_free(stream);
	assert_int_equal(log.count, 3);
	assert_int_equal(log.levels[1], OAC_LOG_DEBUG);
	assert_non_null(strstr(log.lines[1], ": 200, the stream begins, "));
	assert_line(&log, 2, OAC_LOG_INFO, "POST /threads/{thread_id}/runs: 200, left before its "
		"end, N ms, sent 39 bytes, received 47, try 1 of 3");
	oac_client_free(client);
	http_script_free(server);
}

/* ---- the text of an error ---- */

static void test_error_text(void **state)
{
	struct oac_error err = { .status = OAC_E_HTTP };
	char text[OAC_ERROR_TEXT];
	char small[8];

	(void)state;
	assert_ptr_equal(oac_error_text(&err, text, sizeof(text)), text);
	assert_string_equal(text, "OAC_E_HTTP");
	snprintf(err.message, sizeof(err.message), "GET /: 400 Bad Request");
	assert_string_equal(oac_error_text(&err, text, sizeof(text)), "GET /: 400 Bad Request");
	snprintf(err.server_message, sizeof(err.server_message), "no\nsuch thing");
	assert_string_equal(oac_error_text(&err, text, sizeof(text)),
		"GET /: 400 Bad Request: no such thing");
	snprintf(err.request_id, sizeof(err.request_id), "req_1");
	assert_string_equal(oac_error_text(&err, text, sizeof(text)),
		"GET /: 400 Bad Request: no such thing (request req_1)");
	assert_string_equal(oac_error_text(&err, small, sizeof(small)), "GET /: ");
	assert_string_equal(oac_error_text(&err, small, 1), "");
	assert_string_equal(oac_error_text(&err, small, 0), "");
	memset(err.message, 'm', sizeof(err.message) - 1);
	memset(err.server_message, 's', sizeof(err.server_message) - 1);
	memset(err.request_id, 'r', sizeof(err.request_id) - 1);
	oac_error_text(&err, text, sizeof(text));
	assert_string_equal(text + strlen(text) - 3, "rr)");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_line_a_try),
		cmocka_unit_test(test_no_secrets),
		cmocka_unit_test(test_a_stream_in_one_piece),
		cmocka_unit_test(test_a_stream_that_is_left),
		cmocka_unit_test(test_error_text),
	};

	return cmocka_run_group_tests_name("log", tests, NULL, NULL);
}
