/* Driving streamed runs: results, events and texts one by one, how they end, and giving up. */
#include "run_stream_fixture.h"

#define BEGIN RUN("created") RUN("in_progress")
#define END RUN("completed") DONE
#define WHOLE BEGIN STEP_CREATED("step_1") SAYS("msg_1", "one") SAYS("msg_2", "two") \
	CALLS_STEP("step_1", "completed", "completed", "") END

static void begin_one(struct stream_fixture *f, const struct fake_reply *reply)
{
	stream_begin(f, reply, 1);
	stream_open(f);
}

/* ---- results ---- */

static void test_final_objects(void **state)
{
	static const struct fake_reply reply = EVENTS(WHOLE);
	struct openai_message_list messages;
	struct openai_run_step_list steps;
	const struct openai_run *run;
	struct stream_fixture f;

	(void)state;
	begin_one(&f, &reply);
	for (int again = 0; again < 2; again++) {
		assert_int_equal(openai_run_stream_get_final_messages(f.stream, &messages, &f.err), OAC_OK);
		assert_int_equal(messages.count, 2);
		assert_int_equal(messages.items[0].status, OPENAI_MESSAGE_STATUS_COMPLETED);
		assert_string_equal(messages.items[0].content.items[0].as.text->text.value, "one");
		assert_string_equal(messages.items[1].id, "msg_2");
		assert_int_equal(openai_run_stream_get_final_run_steps(f.stream, &steps, &f.err), OAC_OK);
		assert_int_equal(steps.count, 1);
		assert_int_equal(steps.items[0].status, OPENAI_RUN_STEP_STATUS_COMPLETED);
		assert_int_equal(openai_run_stream_get_final_run(f.stream, &run, &f.err), OAC_OK);
		assert_int_equal(run->status, OPENAI_RUN_STATUS_COMPLETED);
		assert_int_equal(stream_finish(&f), OAC_OK);
	}
	stream_end(&f);
}

/* What was seen before the stream broke off. */
static void test_partial_objects(void **state)
{
	static const struct fake_reply reply = EVENTS(BEGIN SAYS("msg_1", "one") MESSAGE_CREATED("msg_2")
		MESSAGE_DELTA("msg_2", TEXT("0", "tw")));
	struct openai_message_list messages;
	struct openai_run_step_list steps;
	const struct openai_run *run;
	struct stream_fixture f;

	(void)state;
	begin_one(&f, &reply);
	assert_int_equal(openai_run_stream_get_final_messages(f.stream, &messages, &f.err), OAC_E_STREAM);
	assert_int_equal(f.err.status, OAC_E_STREAM);
	assert_non_null(strstr(f.err.message, "ended before the run did"));
	assert_int_equal(messages.count, 2);
	assert_int_equal(messages.items[0].status, OPENAI_MESSAGE_STATUS_COMPLETED);
	assert_int_equal(messages.items[1].status, OPENAI_MESSAGE_STATUS_IN_PROGRESS);
	assert_string_equal(messages.items[1].content.items[0].as.text->text.value, "tw");
	assert_int_equal(openai_run_stream_get_final_run_steps(f.stream, &steps, &f.err), OAC_E_STREAM);
	assert_int_equal(steps.count, 0);
	assert_int_equal(openai_run_stream_get_final_run(f.stream, &run, &f.err), OAC_E_STREAM);
	assert_int_equal(run->status, OPENAI_RUN_STATUS_IN_PROGRESS);
	assert_int_equal(stream_finish(&f), OAC_E_STREAM);
	stream_end(&f);
}

static void test_next(void **state)
{
	static const struct fake_reply reply = EVENTS(WHOLE);
	const struct openai_assistant_stream_event *event;
	struct stream_fixture f;
	int events = 0;

	(void)state;
	begin_one(&f, &reply);
	assert_null(openai_run_stream_current_event(f.stream));
	assert_null(openai_run_stream_raw_event(f.stream));
	assert_null(openai_run_stream_current_run(f.stream));
	assert_null(openai_run_stream_current_message_snapshot(f.stream));
	assert_null(openai_run_stream_current_run_step_snapshot(f.stream));
	while (openai_run_stream_next(f.stream, &event, &f.err) == OAC_OK && event != NULL) {
		const struct openai_message *message = openai_run_stream_current_message_snapshot(f.stream);
		const struct openai_run_step *step = openai_run_stream_current_run_step_snapshot(f.stream);

		events++;
		assert_ptr_equal(openai_run_stream_current_event(f.stream), event);
		assert_string_equal(openai_run_stream_current_run(f.stream)->id, "run_1");
		assert_int_equal(message != NULL, event->kind == OPENAI_ASSISTANT_STREAM_EVENT_THREAD_MESSAGE_CREATED ||
			event->kind == OPENAI_ASSISTANT_STREAM_EVENT_THREAD_MESSAGE_DELTA);
		assert_int_equal(step != NULL, events >= 3 && events < 10);
	}
	assert_int_equal(events, 11);
	assert_int_equal(f.err.status, OAC_OK);
	assert_null(event);
	assert_int_equal(openai_run_stream_next(f.stream, &event, &f.err), OAC_OK);
	assert_null(event);
	assert_int_equal(stream_finish(&f), OAC_OK);
	stream_end(&f);
}

static void test_next_text(void **state)
{
	static const struct fake_reply reply = EVENTS(BEGIN MESSAGE_CREATED("msg_1")
		MESSAGE_DELTA("msg_1", TEXT("0", "a") "," IMAGE("1", "file_1") "," TEXT("2", "b")
			",{\"index\":2,\"type\":\"text\"}") MESSAGE_DELTA("msg_1", TEXT("2", "c"))
		MESSAGE("msg_1", "completed", "completed", "") "event: error\ndata: {\"message\":\"oh\"}\n\n");
	static const char *const texts[] = { "a", "b", "c" };
	const struct openai_assistant_stream_event *event;
	struct stream_fixture f;
	const char *text;

	(void)state;
	begin_one(&f, &reply);
	for (size_t i = 0; i < COUNT(texts); i++) {
		assert_int_equal(openai_run_stream_next_text(f.stream, &text, &f.err), OAC_OK);
		assert_string_equal(text, texts[i]);
	}
	assert_int_equal(openai_run_stream_next_text(f.stream, &text, &f.err), OAC_E_STREAM);
	assert_null(text);
	assert_string_equal(f.err.server_message, "oh");
	assert_int_equal(openai_run_stream_next(f.stream, &event, &f.err), OAC_E_STREAM);
	assert_null(event);
	stream_end(&f);
	/* After an event that was given it goes on with the texts of that. */
	begin_one(&f, &reply);
	for (int i = 0; i < 4; i++)
		assert_int_equal(openai_run_stream_next(f.stream, &event, &f.err), OAC_OK);
	assert_int_equal(openai_run_stream_next_text(f.stream, &text, &f.err), OAC_OK);
	assert_string_equal(text, "a");
	stream_end(&f);
}

/* ---- ends ---- */

static void test_ends(void **state)
{
	static const struct {
		struct fake_reply reply;
		enum oac_status status;
		const char *message; /* a part */
		const char *log; /* a part */
	} cases[] = {
		{ EVENTS(BEGIN "event: error\ndata: {\"message\":\"oh\",\"code\":\"c\"}\n\n" END), OAC_E_STREAM,
			"the server reports an error", "connected\nerror OAC_E_STREAM\nend\n" },
		{ EVENTS(BEGIN), OAC_E_STREAM, "ended before the run did", "connected\nerror OAC_E_STREAM\nend\n" },
		{ EVENTS(BEGIN DONE), OAC_E_STREAM, "ended before", "connected\nerror OAC_E_STREAM\nend\n" },
		{ EVENTS(DONE), OAC_E_STREAM, "ended before", "connected\nerror OAC_E_STREAM\nend\n" },
		{ EVENTS(""), OAC_E_STREAM, "ended before", "connected\nerror OAC_E_STREAM\nend\n" },
		{ EVENTS("event: thread.run.completed\ndata: " RUN_BODY("completed") "\n"), OAC_E_STREAM,
			"ended before", "connected\nerror OAC_E_STREAM\nend\n" },
		{ EVENTS(BEGIN RUN("cancelling") DONE), OAC_E_STREAM, "ended before", "error OAC_E_STREAM" },
		{ EVENTS(BEGIN EVENT("run.completed", "{\"id\":")), OAC_E_JSON, "thread.run.completed",
			"connected\nerror OAC_E_JSON\nend\n" },
		{ EVENTS(BEGIN EVENT("run.completed", "{\"id\":7}")), OAC_E_TYPE, "/id", "error OAC_E_TYPE\nend\n" },
		{ { 200, STREAM, BEGIN, OAC_OUTCOME_CUT, false, 0 }, OAC_E_CONNECT, "lost",
			"connected\nerror OAC_E_CONNECT\nend\n" },
		{ { 200, STREAM, BEGIN, OAC_OUTCOME_TIMED_OUT, false, 0 }, OAC_E_TIMEOUT, "",
			"connected\ntimeout\nerror OAC_E_TIMEOUT\nend\n" },
		{ ANSWER(200, JSON, RUN_BODY("completed")), OAC_E_PROTOCOL, "not a stream", "error OAC_E_PROTOCOL\nend\n" },
		{ ANSWER(400, JSON, "{\"error\":{\"message\":\"oh\",\"code\":\"c\"}}"), OAC_E_HTTP, "400",
			"error OAC_E_HTTP\nend\n" },
		{ { 0, NULL, NULL, OAC_OUTCOME_NOT_CONNECTED, true, 0 }, OAC_E_CONNECT, "", "error OAC_E_CONNECT\nend\n" },
		{ EVENTS(BEGIN RUN("requires_action") DONE), OAC_OK, "", "connected\nrun requires_action\nend\n" },
		{ EVENTS(BEGIN RUN("failed") DONE), OAC_OK, "", "connected\nrun failed\nend\n" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct stream_fixture f;

		begin_one(&f, &cases[i].reply);
		if (stream_finish(&f) != cases[i].status || strstr(f.err.message, cases[i].message) == NULL ||
			strstr(f.log, cases[i].log) == NULL)
			fail_msg("%zu: %s %s\n%s", i, oac_status_name(f.err.status), f.err.message, f.log);
		if (strstr(cases[i].reply.body != NULL ? cases[i].reply.body : "", "\"oh\"") != NULL) {
			assert_string_equal(f.err.server_message, "oh");
			assert_string_equal(f.err.server_code, "c");
		}
		assert_int_equal(stream_logged(&f, "connected"), strncmp(f.log, "connected", 9) == 0);
		stream_end(&f);
	}
}

/* Without a handler, and with an empty one. */
static void test_no_callbacks(void **state)
{
	static const struct fake_reply reply = EVENTS(WHOLE);
	static const struct openai_run_stream_handler none;
	struct stream_fixture f;

	(void)state;
	stream_begin(&f, &reply, 1);
	f.options.handler = NULL;
	stream_open(&f);
	assert_int_equal(stream_finish(&f), OAC_OK);
	openai_run_stream_free(f.stream);
	f.options.handler = &none;
	stream_open(&f);
	assert_int_equal(stream_finish(&f), OAC_OK);
	stream_end(&f);
	openai_run_stream_free(NULL);
}

static void test_beginnings(void **state)
{
	static const struct fake_reply reply = EVENTS(END);
	const struct openai_tool_output outputs[] = { { .tool_call_id = "call_1", .output = "57" } };
	const struct openai_submit_tool_outputs_request submit = { .tool_outputs = OAC_LIST(outputs) };
	const struct openai_create_thread_and_run_request thread = { .assistant_id = "asst_1" };
	const struct openai_create_run_request run = { .assistant_id = "asst_1" };
	static const char *const urls[] = { "/threads/thread_1/runs",
		"/threads/thread_1/runs/run_1/submit_tool_outputs", "/threads/runs" };
	struct stream_fixture f;

	(void)state;
	for (size_t i = 0; i < COUNT(urls); i++) {
		enum oac_status status;

		stream_begin(&f, &reply, 1);
		if (i == 0)
			status = openai_runs_create_and_stream(f.client, "thread_1", &run, NULL, &f.stream, &f.err);
		else if (i == 1)
			status = openai_runs_submit_tool_outputs_stream(f.client, "thread_1", "run_1", &submit, NULL,
				&f.stream, &f.err);
		else
			status = openai_threads_create_and_run_stream(f.client, &thread, NULL, &f.stream, &f.err);
		assert_int_equal(status, OAC_OK);
		f.options.handler = NULL;
		assert_int_equal(stream_finish(&f), OAC_OK);
		assert_string_equal(f.fake.requests[0].url + strlen("https://api.test/v1"), urls[i]);
		assert_string_equal(f.fake.requests[0].method, "POST");
		assert_non_null(strstr(f.fake.requests[0].body, "\"stream\":true"));
		assert_string_equal(fake_header(&f.fake, 0, "Accept"), "text/event-stream");
		stream_end(&f);
	}
	/* What cannot be sent makes no stream. */
	stream_begin(&f, &reply, 1);
	assert_int_equal(openai_runs_stream(f.client, "", &run, NULL, &f.stream, &f.err), OAC_E_ARGUMENT);
	assert_null(f.stream);
	assert_int_equal(openai_runs_stream(f.client, NULL, &run, NULL, &f.stream, &f.err), OAC_E_ARGUMENT);
	assert_int_equal(openai_runs_stream(f.client, "thread_1", NULL, NULL, &f.stream, &f.err), OAC_E_ARGUMENT);
	assert_int_equal(openai_runs_stream(NULL, "thread_1", &run, NULL, &f.stream, &f.err), OAC_E_ARGUMENT);
	assert_int_equal(openai_runs_submit_tool_outputs_stream(f.client, "thread_1", "..", &submit, NULL,
		&f.stream, NULL), OAC_E_ARGUMENT);
	assert_null(f.stream);
	stream_end(&f);
}

/* ---- from within callbacks ---- */

static void drive_within(struct stream_fixture *f, struct openai_run_stream *stream, const char *callback)
{
	const struct openai_assistant_stream_event *event;
	struct openai_message_list messages;
	struct openai_run_step_list steps;
	const struct openai_run *run;
	struct oac_error err;
	const char *text;

	/* The last one may ask for results, which takes no driving. */
	enum oac_status result = strcmp(callback, "end") == 0 ? OAC_OK : OAC_E_ARGUMENT;

	f->acts++;
	assert_int_equal(openai_run_stream_until_done(stream, &err), OAC_E_ARGUMENT);
	assert_non_null(strstr(err.message, "callback"));
	assert_int_equal(openai_run_stream_next(stream, &event, &err), OAC_E_ARGUMENT);
	assert_null(event);
	assert_int_equal(openai_run_stream_next_text(stream, &text, &err), OAC_E_ARGUMENT);
	assert_null(text);
	/* What was seen is there all the same. */
	assert_int_equal(openai_run_stream_get_final_run(stream, &run, &err), result);
	assert_ptr_equal(run, openai_run_stream_current_run(stream));
	assert_int_equal(openai_run_stream_get_final_messages(stream, &messages, &err), result);
	assert_int_equal(openai_run_stream_get_final_run_steps(stream, &steps, &err), result);
	assert_true((int)messages.count >= stream_logged(f, "message_created"));
	assert_true((int)steps.count >= stream_logged(f, "run_step_created"));
}

static void test_driving_within_is_refused(void **state)
{
	static const struct fake_reply reply = EVENTS(WHOLE);
	struct stream_fixture f;

	(void)state;
	stream_begin(&f, &reply, 1);
	f.act = drive_within;
	stream_open(&f);
	assert_int_equal(stream_finish(&f), OAC_OK);
	assert_true(f.acts > 20);
	stream_end(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_final_objects),
		cmocka_unit_test(test_partial_objects),
		cmocka_unit_test(test_next),
		cmocka_unit_test(test_next_text),
		cmocka_unit_test(test_ends),
		cmocka_unit_test(test_no_callbacks),
		cmocka_unit_test(test_beginnings),
		cmocka_unit_test(test_driving_within_is_refused),
	};

	return cmocka_run_group_tests_name("driving a run stream", tests, NULL, NULL);
}
