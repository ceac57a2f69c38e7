/* Answers that come as events, one call a time, over a scripted transport. */
#include "call_fixture.h"

#include "openai.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define EVENTS "Content-Type: text/event-stream; charset=utf-8\nx-request-id: req_1\n"
#define JSON "Content-Type: application/json\n"
#define ANSWER(status, headers, body) { (status), headers, (body), OAC_OUTCOME_ANSWERED, false, 0 }
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

#define QUEUED "event: thread.run.queued\ndata: {\"id\":\"run_1\",\"status\":\"queued\"}\n\n"
#define UNKNOWN "event: thread.run.paused\ndata: {\"id\":\"run_1\"}\nid: 7\n\n"
#define TEXT "event: thread.run.remark\ndata: not \"JSON\"\n\n"
#define DONE "event: done\ndata: [DONE]\n\n"

struct fixture {
	struct fake fake;
	struct oac_client *client;
	struct oac_stream *stream;
	struct oac_error err;
	const struct openai_assistant_stream_event *event;
};

static const struct openai_create_run_request request = { .assistant_id = "asst_1" };

static enum oac_status open_stream(struct fixture *f, const struct fake_reply *reply, size_t chunk,
	const struct oac_call_options *options)
{
	const struct oac_client_options client_options = { .max_retries = OAC_INT(1) };

	memset(f, 0, sizeof(*f));
	fake_init(&f->fake, reply, 1);
	f->fake.chunk = chunk;
	f->client = fake_client(&f->fake, &client_options);
	return openai_runs_create_stream(f->client, "thread_1", &request, options, &f->stream, &f->err);
}

static enum oac_status next(struct fixture *f)
{
	enum oac_status status = openai_assistant_stream_event_next(f->stream, &f->event, &f->err);

	assert_int_equal(f->err.status, status);
	assert_true(status == OAC_OK || f->event == NULL);
	return status;
}

static void close_stream(struct fixture *f)
{
	oac_stream_free(f->stream);
	oac_client_free(f->client);
	assert_int_equal(f->fake.running, 0);
}

static void test_events(void **state)
{
	static const struct fake_reply reply = ANSWER(200, EVENTS, QUEUED UNKNOWN TEXT DONE QUEUED);
	static const size_t chunks[] = { 0, 1, 3, 7 };

	(void)state;
	for (size_t i = 0; i < COUNT(chunks); i++) {
		struct fixture f;

		assert_int_equal(open_stream(&f, &reply, chunks[i], NULL), OAC_OK);
		assert_string_equal(fake_header(&f.fake, 0, "Accept"), "text/event-stream");
		assert_string_equal(f.fake.requests[0].body, "{\"assistant_id\":\"asst_1\",\"stream\":true}");
		assert_null(oac_stream_raw(f.stream));

		assert_int_equal(next(&f), OAC_OK);
		assert_int_equal(f.event->kind, OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_QUEUED);
		assert_string_equal(f.event->as.thread_run_queued->data.id, "run_1");
		assert_int_equal(f.event->as.thread_run_queued->data.status, OPENAI_RUN_STATUS_QUEUED);
		assert_string_equal(oac_stream_raw(f.stream)->name, "thread.run.queued");

		assert_int_equal(next(&f), OAC_OK);
		assert_int_equal(f.event->kind, OPENAI_ASSISTANT_STREAM_EVENT_UNKNOWN);
		assert_string_equal(f.event->as.json.text,
			"{\"event\":\"thread.run.paused\",\"data\":{\"id\":\"run_1\"}}");
		assert_memory_equal(oac_stream_raw(f.stream)->data, "{\"id\":\"run_1\"}", 14);
		assert_int_equal(oac_stream_raw(f.stream)->len, 14);
		assert_string_equal(oac_stream_raw(f.stream)->id, "7");

		assert_int_equal(next(&f), OAC_OK);
		assert_string_equal(f.event->as.json.text,
			"{\"event\":\"thread.run.remark\",\"data\":\"not \\\"JSON\\\"\"}");

		/* What follows the end is not read; and the end stays the end. */
		for (int again = 0; again < 2; again++) {
			assert_int_equal(next(&f), OAC_OK);
			assert_null(f.event);
			assert_null(oac_stream_raw(f.stream));
		}
		close_stream(&f);
	}
}

/* A byte order mark before the data of an event does not stay within the JSON that holds them. */
static void test_byte_order_marks(void **state)
{
	static const struct fake_reply reply = ANSWER(200, EVENTS,
		"event: new\ndata: \xEF\xBB\xBF{\"a\":1}\n\n"
		"event: thread.run.queued\ndata: \xEF\xBB\xBF{\"id\":\"run_1\",\"status\":\"queued\"}\n\n");
	struct fixture f;

	(void)state;
	assert_int_equal(open_stream(&f, &reply, 0, NULL), OAC_OK);
	for (int i = 0; i < 2; i++) {
		assert_int_equal(next(&f), OAC_OK);
		char *text = openai_assistant_stream_event_to_json(f.event, NULL, &f.err);
		assert_non_null(text);
		assert_null(strstr(text, "\xEF\xBB\xBF"));
		oac_text_free(text);
	}
	close_stream(&f);
}

struct failure {
	struct fake_reply reply;
	enum oac_status status;
	int events; /* before it */
	const char *message; /* a part of it */
};

static void test_failures(void **state)
{
	static const struct failure failures[] = {
		{ ANSWER(200, JSON, "{\"id\":\"run_1\"}"), OAC_E_PROTOCOL, -1, "is application/json and not a stream" },
		{ ANSWER(404, JSON, "{\"error\":{\"message\":\"no thread\",\"code\":\"gone\"}}"), OAC_E_HTTP, -1, "404" },
		{ ANSWER(200, EVENTS, QUEUED "event: thread.run.created\ndata: {\"id\"\n\n" QUEUED), OAC_E_JSON, 1,
			"the event thread.run.created does not fit: invalid JSON at byte 5" },
		{ ANSWER(200, EVENTS, "event: thread.run.created\ndata: {\"id\":5}\n\n"), OAC_E_TYPE, 0, "/id: expected a string" },
		{ ANSWER(200, EVENTS, QUEUED "event: error\ndata: {\"message\":\"overloaded\",\"code\":\"busy\"}\n\n"),
			OAC_E_STREAM, 1, "the server reports an error" },
		{ ANSWER(200, EVENTS, "data: {\"error\":{\"message\":\"overloaded\",\"code\":\"busy\"}}\n\n"), OAC_E_STREAM, 0,
			"the server reports an error" },
		{ ANSWER(200, EVENTS, QUEUED "event: new\ndata: \xff\n\n"), OAC_E_JSON, 1, "the event new does not fit: its text is not valid UTF-8" },
		{ { 200, EVENTS, QUEUED "event: thr", OAC_OUTCOME_CUT, false, 0 }, OAC_E_CONNECT, 1, "lost within the answer" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(failures); i++) {
		const struct failure *row = &failures[i];
		struct fixture f;
		int events = -1;
		enum oac_status status = open_stream(&f, &row->reply, 5, NULL);

		while (status == OAC_OK) {
			events++;
			status = next(&f);
			assert_true(status != OAC_OK || f.event != NULL);
		}
		if (f.stream != NULL) { /* it stays over */
			assert_int_equal(next(&f), status);
			assert_non_null(strstr(f.err.request_id, "req_1"));
		}
		assert_int_equal(status, row->status);
		assert_int_equal(f.err.status, row->status);
		assert_int_equal(events, row->events);
		assert_non_null(strstr(f.err.message, row->message));
		if (status == OAC_E_STREAM) {
			assert_string_equal(f.err.server_message, "overloaded");
			assert_string_equal(f.err.server_code, "busy");
		}
		close_stream(&f);
	}
}

static int count_two(void *user, const struct openai_assistant_stream_event *event)
{
	int *count = user;

	assert_non_null(event);
	return ++*count == 2;
}

static void test_each(void **state)
{
	static const struct fake_reply reply = ANSWER(200, EVENTS, QUEUED QUEUED QUEUED DONE);
	struct fixture f;
	int count = 0;

	(void)state;
	assert_int_equal(open_stream(&f, &reply, 0, NULL), OAC_OK);
	oac_stream_free(f.stream); /* unread */
	f.stream = NULL;
	assert_int_equal(openai_runs_create_stream_each(f.client, "thread_1", &request, NULL, count_two, &count, &f.err),
		OAC_OK);
	assert_int_equal(count, 2);
	assert_int_equal(openai_runs_create_stream_each(f.client, "", &request, NULL, count_two, &count, &f.err),
		OAC_E_ARGUMENT);
	close_stream(&f);
}

static void test_response_and_cancel(void **state)
{
	static const struct fake_reply reply = ANSWER(200, EVENTS, QUEUED QUEUED DONE);
	struct oac_response response;
	struct oac_call_options options = { .response = &response, .cancel = oac_cancel_new() };
	const struct oac_raw_event *raw;
	struct fixture f;
	size_t len;

	(void)state;
	assert_int_equal(open_stream(&f, &reply, 0, &options), OAC_OK);
	assert_int_equal(response.http_status, 200);
	assert_memory_equal(oac_response_header(&response, "x-request-id", &len), "req_1", 5);
	assert_int_equal(next(&f), OAC_OK);
	assert_int_equal(oac_raw_event_next(f.stream, &raw, &f.err), OAC_E_ARGUMENT);
	oac_cancel_pull(options.cancel);
	assert_int_equal(next(&f), OAC_E_CANCELLED);
	close_stream(&f);
	oac_response_clear(&response);
	oac_cancel_free(options.cancel);
}

/* ---- lines ---- */

static const struct oac_streaming item_lines = {
	.event = { &item_type, sizeof(struct item), OAC_KIND_OBJECT },
	.format = OAC_STREAM_LINES,
};

static const struct oac_operation op_item_lines = {
	.id = "itemLines",
	.method = "GET",
	.path = "/boxes/{box_id}/items/{item_id}",
	.accept = "application/x-ndjson",
	.streaming = &item_lines,
};

static int add_id(void *user, const void *value)
{
	const struct item *item = value;
	char *ids = user;

	snprintf(ids + strlen(ids), 8, "%s", item->id);
	return 0;
}

static void test_lines(void **state)
{
	static const struct fake_reply replies[] = {
		ANSWER(200, "Content-Type: application/x-ndjson\n", "{\"id\":\"a\"}\n\r\n{\"id\":\"b\"}\r\n{\"id\":\"c\"}"),
		ANSWER(200, "Content-Type: application/json-seq\n", "\x1e{\"id\":\"a\"}\n\x1e{\"id\":\"b\"}\n\x1e{\"id\":\"c\"}\n"),
	};

	(void)state;
	for (size_t i = 0; i < COUNT(replies); i++) {
		for (size_t chunk = 0; chunk < 9; chunk++) {
			char ids[64] = "";
			struct fixture f;

			memset(&f, 0, sizeof(f));
			fake_init(&f.fake, &replies[i], 1);
			f.fake.chunk = chunk;
			f.client = fake_client(&f.fake, NULL);
			assert_int_equal(oac_stream_each(f.client, &op_item_lines, box_and_item, NULL, NULL, add_id, ids,
				&f.err), OAC_OK);
			assert_string_equal(ids, "abc");
			close_stream(&f);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_events),
		cmocka_unit_test(test_byte_order_marks),
		cmocka_unit_test(test_failures),
		cmocka_unit_test(test_each),
		cmocka_unit_test(test_response_and_cancel),
		cmocka_unit_test(test_lines),
	};

	return cmocka_run_group_tests_name("stream", tests, NULL, NULL);
}
