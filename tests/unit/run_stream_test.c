/* What a streamed run tells its handler, in which order, and what it comes to. */
#include "run_stream_fixture.h"

#define BEGIN RUN("created") RUN("queued") RUN("in_progress")
#define END RUN("completed") DONE

/* Streams it whole and in pieces, and compares the log. */
static void assert_log(const char *text, bool with_events, const char *expected)
{
	static const size_t chunks[] = { 0, 1, 3, 7 };
	const struct fake_reply reply = EVENTS(text);

	for (size_t i = 0; i < COUNT(chunks); i++) {
		struct stream_fixture f;

		stream_begin(&f, &reply, 1);
		f.with_events = with_events;
		f.fake.chunk = chunks[i];
		stream_open(&f);
		assert_int_equal(stream_finish(&f), OAC_OK);
		assert_string_equal(f.log, expected);
		stream_end(&f);
	}
}

static void test_each_event_in_order(void **state)
{
	(void)state;
	assert_log("event: thread.created\ndata: {\"id\":\"thread_1\"}\n\n" BEGIN
		EVENT("run.step.created", STEP_BODY("step_1", "message_creation", "in_progress", ""))
		EVENT("run.step.in_progress", STEP_BODY("step_1", "message_creation", "in_progress", ""))
		MESSAGE_CREATED("msg_1")
		MESSAGE("msg_1", "in_progress", "in_progress", "")
		MESSAGE_DELTA("msg_1", TEXT("0", "Hel"))
		MESSAGE_DELTA("msg_1", TEXT("0", "lo"))
		MESSAGE("msg_1", "completed", "completed", WHOLE_TEXT("Hello"))
		EVENT("run.step.completed", STEP_BODY("step_1", "message_creation", "completed", ""))
		END, true,
		"connected\n"
		"event thread.created\n"
		"event thread.run.created\n"
		"event thread.run.queued\n"
		"event thread.run.in_progress\n"
		"event thread.run.step.created\n"
		"run_step_created step_1 in_progress\n"
		"event thread.run.step.in_progress\n"
		"event thread.message.created\n"
		"message_created msg_1 in_progress 0\n"
		"event thread.message.in_progress\n"
		"event thread.message.delta\n"
		"text_created Hel\n"
		"message_delta msg_1 in_progress 1\n"
		"text_delta Hel Hel\n"
		"event thread.message.delta\n"
		"message_delta msg_1 in_progress 1\n"
		"text_delta lo Hello\n"
		"event thread.message.completed\n"
		"text_done Hello msg_1\n"
		"message_done msg_1 completed 1\n"
		"event thread.run.step.completed\n"
		"run_step_done step_1 completed\n"
		"event thread.run.completed\n"
		"run completed\n"
		"end\n");
}

/* Parts of each kind, several in one event; each is done once, and the second message starts anew. */
static void test_parts(void **state)
{
	(void)state;
	assert_log(BEGIN MESSAGE_CREATED("msg_1")
		MESSAGE_DELTA("msg_1", TEXT("0", "a") "," IMAGE("1", "file_1") "," REFUSAL("2", "n"))
		MESSAGE_DELTA("msg_1", REFUSAL("2", "o"))
		MESSAGE("msg_1", "incomplete", "incomplete", WHOLE_TEXT("a") ","
			"{\"type\":\"image_file\",\"image_file\":{\"file_id\":\"file_1\"}},"
			"{\"type\":\"refusal\",\"refusal\":\"no\"}")
		SAYS("msg_2", "b") RUN("incomplete") DONE, false,
		"connected\n"
		"message_created msg_1 in_progress 0\n"
		"text_created a\n"
		"refusal_created n\n"
		"message_delta msg_1 in_progress 3\n"
		"text_delta a a\n"
		"text_done a msg_1\n"
		"refusal_delta n n\n"
		"image_file_done file_1 msg_1\n"
		"message_delta msg_1 in_progress 3\n"
		"refusal_delta o no\n"
		"refusal_done no msg_1\n"
		"message_done msg_1 incomplete 3\n"
		"message_created msg_2 in_progress 0\n"
		"text_created b\n"
		"message_delta msg_2 in_progress 1\n"
		"text_delta b b\n"
		"text_done b msg_2\n"
		"message_done msg_2 completed 1\n"
		"run incomplete\n"
		"end\n");
}

/* The index of a call counts within its step. */
static void test_tool_calls(void **state)
{
	(void)state;
	assert_log(BEGIN STEP_CREATED("step_1")
		STEP_DELTA("step_1", CALL("0", "call_1", "f", ""))
		STEP_DELTA("step_1", MORE("0", "{"))
		STEP_DELTA("step_1", MORE("0", "}") "," CALL("1", "call_2", "g", "1"))
		CALLS_STEP("step_1", "completed", "completed", "")
		STEP_CREATED("step_2")
		STEP_DELTA("step_2", CALL("0", "call_3", "h", "2"))
		CALLS_STEP("step_2", "failed", "failed", "")
		END, false,
		"connected\n"
		"run_step_created step_1 in_progress\n"
		"tool_call_created call_1 f()\n"
		"tool_call_delta call_1 f()\n"
		"run_step_delta step_1 in_progress\n"
		"tool_call_delta call_1 f({)\n"
		"run_step_delta step_1 in_progress\n"
		"tool_call_delta call_1 f({})\n"
		"tool_call_done call_1 f({})\n"
		"tool_call_created call_2 g(1)\n"
		"tool_call_delta call_2 g(1)\n"
		"run_step_delta step_1 in_progress\n"
		"tool_call_done call_2 g(1)\n"
		"run_step_done step_1 completed\n"
		"run_step_created step_2 in_progress\n"
		"tool_call_created call_3 h(2)\n"
		"tool_call_delta call_3 h(2)\n"
		"run_step_delta step_2 in_progress\n"
		"tool_call_done call_3 h(2)\n"
		"run_step_done step_2 failed\n"
		"run completed\n"
		"end\n");
}

/* Pieces that take turns: what began and what is done is told once. */
static void test_turns(void **state)
{
	(void)state;
	assert_log(BEGIN STEP_CREATED("step_1")
		STEP_DELTA("step_1", CALL("0", "call_1", "f", "") "," CALL("1", "call_2", "g", ""))
		STEP_DELTA("step_1", MORE("0", "a") "," MORE("1", "b"))
		RUN("requires_action") DONE, false,
		"connected\n"
		"run_step_created step_1 in_progress\n"
		"tool_call_created call_1 f()\n"
		"tool_call_delta call_1 f()\n"
		"tool_call_done call_1 f()\n"
		"tool_call_created call_2 g()\n"
		"tool_call_delta call_2 g()\n"
		"run_step_delta step_1 in_progress\n"
		"tool_call_done call_2 g(b)\n"
		"tool_call_delta call_1 f(a)\n"
		"tool_call_delta call_2 g(b)\n"
		"run_step_delta step_1 in_progress\n"
		"run requires_action\n"
		"end\n");
	assert_log(BEGIN MESSAGE_CREATED("msg_1")
		MESSAGE_DELTA("msg_1", TEXT("0", "a") "," TEXT("1", "b"))
		MESSAGE_DELTA("msg_1", TEXT("0", "c"))
		MESSAGE("msg_1", "completed", "completed", WHOLE_TEXT("ac") "," WHOLE_TEXT("b"))
		END, false,
		"connected\n"
		"message_created msg_1 in_progress 0\n"
		"text_created a\n"
		"text_created b\n"
		"message_delta msg_1 in_progress 2\n"
		"text_delta a a\n"
		"text_delta b b\n"
		"text_done a msg_1\n"
		"message_delta msg_1 in_progress 2\n"
		"text_delta c ac\n"
		"text_done b msg_1\n"
		"message_done msg_1 completed 2\n"
		"run completed\n"
		"end\n");
}

/* The finished message has fewer parts than its deltas had; the part is told as the deltas had it. */
static void test_a_finished_message_with_fewer_parts(void **state)
{
	(void)state;
	assert_log(BEGIN MESSAGE_CREATED("msg_1") MESSAGE_DELTA("msg_1", TEXT("0", "a") "," TEXT("1", "b"))
		MESSAGE("msg_1", "completed", "completed", WHOLE_TEXT("a")) END, false,
		"connected\n"
		"message_created msg_1 in_progress 0\n"
		"text_created a\n"
		"text_created b\n"
		"message_delta msg_1 in_progress 2\n"
		"text_delta a a\n"
		"text_delta b b\n"
		"text_done a msg_1\n"
		"text_done b msg_1\n"
		"message_done msg_1 completed 1\n"
		"run completed\n"
		"end\n");
}

/* Events, parts and calls that the library does not know, and holes, disturb nothing. */
static void test_the_unknown(void **state)
{
	(void)state;
	assert_log(BEGIN EVENT("run.paused", "{\"id\":5}") "event: new\ndata: no JSON\n\n"
		"data: {\"a\":1}\n\nevent: ping\n\n: comment\n\n"
		MESSAGE_CREATED("msg_1")
		MESSAGE_DELTA("msg_1", "{\"index\":0,\"type\":\"smell\",\"smell\":\"rose\"}")
		MESSAGE_DELTA("msg_1", TEXT("2", "a"))
		MESSAGE("msg_1", "completed", "completed", "{\"type\":\"smell\"},null," WHOLE_TEXT("a"))
		STEP_CREATED("step_1")
		STEP_DELTA("step_1", "{\"index\":0,\"type\":\"oracle\",\"oracle\":{}}")
		STEP_CREATED("step_2")
		EVENT("run.step.delta", "{\"id\":\"step_2\",\"delta\":{\"step_details\":{\"type\":\"thought\"}}}")
		END, true,
		"connected\n"
		"event thread.run.created\n"
		"event thread.run.queued\n"
		"event thread.run.in_progress\n"
		"event thread.run.paused\n"
		"event new\n"
		"event \n"
		"event thread.message.created\n"
		"message_created msg_1 in_progress 0\n"
		"event thread.message.delta\n"
		"message_delta msg_1 in_progress 1\n"
		"event thread.message.delta\n"
		"text_created a\n"
		"message_delta msg_1 in_progress 3\n"
		"text_delta a a\n"
		"event thread.message.completed\n"
		"text_done a msg_1\n"
		"message_done msg_1 completed 3\n"
		"event thread.run.step.created\n"
		"run_step_created step_1 in_progress\n"
		"event thread.run.step.delta\n"
		"tool_call_created of kind 1\n"
		"tool_call_delta of kind 1\n"
		"run_step_delta step_1 in_progress\n"
		"event thread.run.step.created\n"
		"run_step_created step_2 in_progress\n"
		"event thread.run.step.delta\n"
		"run_step_delta step_2 in_progress\n"
		"event thread.run.completed\n"
		"tool_call_done of kind 1\n"
		"run completed\n"
		"end\n");
}

/* A server that takes back a call that has begun: what is not there any more is not told. */
static void test_a_call_taken_back(void **state)
{
	(void)state;
	assert_log(BEGIN STEP_CREATED("step_1") STEP_DELTA("step_1", CALL("0", "call_1", "f", ""))
		CALLS_STEP("step_1", "in_progress", "in_progress", "")
		STEP_DELTA("step_1", CALL("1", "call_2", "g", "")) END, false,
		"connected\n"
		"run_step_created step_1 in_progress\n"
		"tool_call_created call_1 f()\n"
		"tool_call_delta call_1 f()\n"
		"run_step_delta step_1 in_progress\n"
		"tool_call_created call_2 g()\n"
		"tool_call_delta call_2 g()\n"
		"run_step_delta step_1 in_progress\n"
		"tool_call_done call_2 g()\n"
		"run completed\n"
		"end\n");
}

/* The end of a stream may come without done, and a step's end without its beginning. */
static void test_what_may_be_missing(void **state)
{
	(void)state;
	assert_log(BEGIN CALLS_STEP("step_0", "completed", "completed", "") RUN("expired"), false,
		"connected\n"
		"run_step_done step_0 completed\n"
		"run expired\n"
		"end\n");
	assert_log(RUN("cancelled") DONE, false, "connected\nrun cancelled\nend\n");
}

/* ---- what contradicts itself ---- */

static void test_contradictions(void **state)
{
	static const struct {
		const char *events; /* the last one is refused */
		const char *message; /* a part */
	} cases[] = {
		{ MESSAGE_DELTA("msg_1", TEXT("0", "a")), "a piece of a message came while no message was being made" },
		{ MESSAGE("msg_1", "completed", "completed", ""), "the end of a message came while no message" },
		{ MESSAGE("msg_1", "in_progress", "in_progress", ""), "news of a message came while no message" },
		{ MESSAGE_CREATED("msg_1") MESSAGE_CREATED("msg_2"), "before the last one was complete" },
		{ SAYS("msg_1", "a") MESSAGE_CREATED("msg_1"), "created twice" },
		{ MESSAGE_CREATED("") , "without an id" },
		{ EVENT("message.created", "{}"), "without an id" },
		{ MESSAGE_CREATED("msg_1") MESSAGE_DELTA("msg_2", TEXT("0", "a")), "for another message" },
		{ MESSAGE_CREATED("msg_1") MESSAGE("msg_2", "completed", "completed", ""), "for another message" },
		{ SAYS("msg_1", "a") MESSAGE_DELTA("msg_1", TEXT("0", "a")), "while no message was being made" },
		{ MESSAGE_CREATED("msg_1") MESSAGE_DELTA("msg_1", TEXT("99999", "a")),
			"the event thread.message.delta, number 3, does not fit: /content/index: the index is out of range" },
		{ MESSAGE_CREATED("msg_1") MESSAGE_DELTA("msg_1", TEXT("-1", "a")), "index" },
		{ STEP_DELTA("step_1", CALL("0", "call_1", "f", "")), "before the step was created" },
		{ STEP_CREATED("step_1") STEP_CREATED("step_1"), "a step was created twice" },
		{ STEP_CREATED(""), "without an id" },
		{ EVENT("run.step.completed", "{}"), "a step has no id" },
		{ CALLS_STEP("step_1", "completed", "completed", "") STEP_DELTA("step_1", CALL("0", "c", "f", "")),
			"a piece of a step came after the step was over" },
		{ CALLS_STEP("step_1", "completed", "completed", "") CALLS_STEP("step_1", "failed", "failed", ""),
			"the end of a step came after the step was over" },
		{ CALLS_STEP("step_1", "completed", "completed", "") CALLS_STEP("step_1", "in_progress", "in_progress", ""),
			"news of a step came after the step was over" },
		{ STEP_CREATED("step_1") STEP_DELTA("step_1", CALL("5000", "c", "f", "")), "the index is out of range" },
		{ EVENT("run.queued", "{\"id\":\"run_2\"}"), "another run" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		char text[4096];
		char number[64];
		const struct fake_reply reply = EVENTS(text);
		struct stream_fixture f;
		int events = 0;

		snprintf(text, sizeof(text), "%s%s%s", RUN("created"), cases[i].events, END);
		for (const char *at = cases[i].events; (at = strstr(at, "event: ")) != NULL; at++)
			events++;
		stream_begin(&f, &reply, 1);
		f.with_events = true;
		stream_open(&f);
		if (stream_finish(&f) != OAC_E_STREAM || strstr(f.err.message, cases[i].message) == NULL)
			fail_msg("%zu: %s %s", i, oac_status_name(f.err.status), f.err.message);
		snprintf(number, sizeof(number), ", number %d, does not fit: ", events + 1);
		assert_non_null(strstr(f.err.message, number));
		assert_string_equal(f.err.request_id, "req_1");
		/* The run's, and those before it; then it is told. */
		assert_int_equal(stream_logged(&f, "event"), events);
		assert_int_equal(stream_logged(&f, "error OAC_E_STREAM"), 1);
		assert_int_equal(stream_logged(&f, "run"), 0);
		assert_string_equal(openai_run_stream_current_run(f.stream)->id, "run_1");
		stream_end(&f);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_event_in_order),
		cmocka_unit_test(test_parts),
		cmocka_unit_test(test_tool_calls),
		cmocka_unit_test(test_turns),
		cmocka_unit_test(test_a_finished_message_with_fewer_parts),
		cmocka_unit_test(test_the_unknown),
		cmocka_unit_test(test_a_call_taken_back),
		cmocka_unit_test(test_what_may_be_missing),
		cmocka_unit_test(test_contradictions),
	};

	return cmocka_run_group_tests_name("run stream", tests, NULL, NULL);
}
