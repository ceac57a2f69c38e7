/*
 * Streamed runs: which events come in which order, that the deltas add up to what the
 * server shows afterwards, and how streams end.
 */
#define _POSIX_C_SOURCE 200809L
#include "stream_reader.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BEGIN "thread.run.created thread.run.queued thread.run.in_progress "
#define STEP "thread.run.step.created thread.run.step.in_progress "
#define CALLS STEP "thread.run.step.delta "
#define MESSAGE                                                                                    \
	STEP "thread.message.created thread.message.in_progress thread.message.delta "
#define SAID MESSAGE "thread.message.completed thread.run.step.completed "

#define PACE "queued-ms 5\nin-progress-ms 5\ncancelling-ms 20\nevent-ms 1\n"

static const char streamed[] = "{\"assistant_id\":\"asst_000001\",\"stream\":true}";

static void prepare(struct server *server)
{
	make_assistant(server, NULL);
	make_thread(server, "Hi");
}

/* What the stream said last about an object is what the server shows. */
static void assert_shown(struct server *server, const char *path, const cJSON *said)
{
	cJSON *shown = expect(server, 200, "GET", path, NULL);

	if (!cJSON_Compare(shown, said, true))
		fail_msg("%s differs: %s", path, cJSON_PrintUnformatted(shown));
	drop(shown);
}

static void assert_joined(const struct events *events, const cJSON *whole, const char *id)
{
	cJSON *joined = deltas_join(events, id);

	if (!cJSON_Compare(joined, whole, true))
		fail_msg("%s: %s", cJSON_PrintUnformatted(joined), cJSON_PrintUnformatted(whole));
	drop(joined);
}

static char text_script[] = PACE "answer \"Hello \\u4e16\\u754c! \\\"q\\\"\\nend\"\n";

static void test_text(void **state)
{
	struct events events;
	const cJSON *message, *step;
	cJSON *json;
	size_t at = 0;

	NEEDS_SERVER(state);
	make_assistant(*state, NULL);
	events = events_post(*state, "/v1/threads/runs",
		"{\"assistant_id\":\"asst_000001\",\"stream\":true,\"thread\":{\"messages\":["
		"{\"role\":\"user\",\"content\":\"Hi\"}]}}");
	assert_names(&events, "thread.created " BEGIN SAID "thread.run.completed done");
	assert_shown(*state, "/v1/threads/thread_000001", event_find(&events, &at, "thread.created"));
	step = event_find(&events, &at, "thread.run.step.created");
	assert_string_equal(text_at(step, "step_details/message_creation/message_id"), "msg_000002");
	message = event_find(&events, &at, "thread.message.created");
	assert_string_equal(text_at(message, "status"), "in_progress");
	assert_int_equal(cJSON_GetArraySize(value_at(message, "content")), 0);
	message = event_find(&events, &at, "thread.message.completed");
	assert_string_equal(text_at(message, "content/0/text/value"), "Hello 世界! \"q\"\nend");
	assert_joined(&events, value_at(message, "content"), "msg_000002");
	assert_shown(*state, MESSAGES "/msg_000002", message);
	step = event_find(&events, &at, "thread.run.step.completed");
	assert_shown(*state, RUN "/steps/step_000001", step);
	assert_shown(*state, RUN, event_find(&events, &at, "thread.run.completed"));
	events_clear(&events);
	json = expect(*state, 200, "GET", "/_/requests", NULL);
	assert_string_equal(text_at(json, "1/path"), "/v1/threads/runs");
	assert_non_null(strstr(text_at(json, "1/body"), "\"stream\":true"));
	drop(json);
}

static char functions_script[] = PACE "call get_weather {\"city\":\"Z\xc3\xbcrich\",\"n\":1}\n"
				      "call get_time {\"city\":\"Paris\"}\n"
				      "call now\n"
				      "interleave\n"
				      "piece-chars 3\n"
				      "answer Done.\n";

/* Each call is named before its arguments, and the calls take turns. */
static void check_turns(const struct events *events)
{
	const cJSON *delta;
	size_t at = 0;
	int i;

	for (i = 0; i < 8; i++) {
		delta = value_at(event_find(events, &at, "thread.run.step.delta"),
			"delta/step_details/tool_calls/0");
		assert_int_equal((int)number_at(delta, "index"), i < 6 ? i % 3 : i % 2);
		assert_true((value_at(delta, "id") != NULL) == (i < 3));
		assert_true((value_at(delta, "function/name") != NULL) == (i < 3));
		assert_true((*text_at(delta, "function/arguments") == '\0') == (i < 3));
	}
}

static void test_functions(void **state)
{
	static const char outputs[] =
		"{\"stream\":true,\"tool_outputs\":[{\"tool_call_id\":\"call_000001\","
		"\"output\":\"70\"},{\"tool_call_id\":\"call_000002\",\"output\":\"12\"},"
		"{\"tool_call_id\":\"call_000003\"}]}";
	struct events events;
	const cJSON *run, *step;
	cJSON *json;
	size_t at = 0;

	NEEDS_SERVER(state);
	prepare(*state);
	events = events_post(*state, RUNS, streamed);
	assert_names(&events, BEGIN CALLS "thread.run.requires_action done");
	check_turns(&events);
	run = event_find(&events, &at, "thread.run.requires_action");
	assert_shown(*state, RUN, run);
	assert_string_equal(
		text_at(run, "required_action/submit_tool_outputs/tool_calls/0/function/arguments"),
		"{\"city\":\"Zürich\",\"n\":1}");
	json = expect(*state, 200, "GET", RUN "/steps/step_000001", NULL);
	assert_string_equal(text_at(json, "status"), "in_progress");
	assert_joined(&events, value_at(json, "step_details/tool_calls"), "step_000001");
	drop(json);
	events_clear(&events);
	expect_error(*state, 400, "tool_outputs", "invalid_value", NULL, "POST",
		RUN "/submit_tool_outputs", "{\"stream\":true,\"tool_outputs\":[]}");
	events = events_post(*state, RUN "/submit_tool_outputs", outputs);
	assert_names(&events,
		"thread.run.step.completed thread.run.queued thread.run.in_progress " SAID
		"thread.run.completed done");
	at = 0;
	step = event_find(&events, &at, "thread.run.step.completed");
	assert_string_equal(text_at(step, "step_details/tool_calls/0/function/output"), "70");
	assert_shown(*state, RUN "/steps/step_000001", step);
	assert_shown(*state, RUN, event_find(&events, &at, "thread.run.completed"));
	events_clear(&events);
}

static char parts_script[] = PACE "code import math\n"
				  "logs \"3.14 and so on\\n\"\n"
				  "image file-plot\n"
				  "logs end\n"
				  "round\n"
				  "search\n"
				  "result file-1 0.5 a.txt \" found \"\n"
				  "text \"Seen \"\n"
				  "citation file-1 \xe3\x80\x90"
				  "4:0\xe2\x80\xa0"
				  "a\xe3\x80\x91\n"
				  "text \" in file \"\n"
				  "file-path file-2 sandbox:/x.csv\n"
				  "refusal I cannot say more.\n"
				  "image-file file-3\n"
				  "image-url https://e.x/i.png\n"
				  "text one\n"
				  "text two\n"
				  "message\n"
				  "text The end.\n";

static void test_parts(void **state)
{
	struct events events;
	const cJSON *step, *message;
	size_t at = 0;

	NEEDS_SERVER(state);
	prepare(*state);
	events = events_post(*state, RUNS, streamed);
	assert_names(&events,
		BEGIN CALLS "thread.run.step.completed " CALLS "thread.run.step.completed " SAID SAID
			    "thread.run.completed done");
	step = event_find(&events, &at, "thread.run.step.completed");
	assert_int_equal(cJSON_GetArraySize(value_at(step,
				 "step_details/tool_calls/0/code_interpreter/outputs")),
		3);
	assert_joined(&events, value_at(step, "step_details/tool_calls"), "step_000001");
	step = event_find(&events, &at, "thread.run.step.completed");
	assert_string_equal(
		text_at(step, "step_details/tool_calls/0/file_search/results/0/content/0/text"),
		" found ");
	message = event_find(&events, &at, "thread.message.completed");
	assert_int_equal(cJSON_GetArraySize(value_at(message, "content")), 6);
	assert_string_equal(text_at(message, "content/0/text/value"),
		"Seen 【4:0†a】 in file sandbox:/x.csv");
	assert_true(number_at(message, "content/0/text/annotations/1/start_index") == 21);
	assert_true(number_at(message, "content/0/text/annotations/1/end_index") == 35);
	assert_joined(&events, value_at(message, "content"), "msg_000002");
	message = event_find(&events, &at, "thread.message.completed");
	assert_joined(&events, value_at(message, "content"), "msg_000003");
	assert_shown(*state, MESSAGES "/msg_000003", message);
	assert_shown(*state, RUN, event_find(&events, &at, "thread.run.completed"));
	events_clear(&events);
}

static char ends_script[] = PACE "answer one two\n"
				 "run 1\n end failed rate_limit_exceeded Slow down.\n"
				 "run 2\n end failed\n unfinished\n"
				 "run 3\n end incomplete\n"
				 "run 4\n end expired\n unfinished\n"
				 "run 5\n end cancelled\n"
				 "run 6\n expires-ms 300\n event-ms 200\n"
				 "run 7\n end incomplete content_filter\n unfinished\n";

static void check_end(struct server *server, const char *names, const char *path)
{
	struct events events = events_post(server, RUNS, streamed);
	const cJSON *json;
	size_t i;

	assert_names(&events, names);
	for (i = 0; i < events.count; i++) {
		json = events.items[i].json;
		if (strcmp(events.items[i].name, "thread.message.incomplete") == 0)
			assert_joined(&events, value_at(json, "content"), text_at(json, "id"));
	}
	assert_shown(server, path, events.items[events.count - 2].json);
	events_clear(&events);
}

static void test_ends(void **state)
{
	cJSON *json;

	NEEDS_SERVER(state);
	prepare(*state);
	check_end(*state, BEGIN "thread.run.failed done", RUNS "/run_000001");
	check_end(*state,
		BEGIN MESSAGE
		"thread.message.incomplete thread.run.step.failed thread.run.failed done",
		RUNS "/run_000002");
	check_end(*state,
		BEGIN MESSAGE
		"thread.message.incomplete thread.run.step.completed thread.run.incomplete done",
		RUNS "/run_000003");
	check_end(*state,
		BEGIN MESSAGE
		"thread.message.incomplete thread.run.step.expired thread.run.expired done",
		RUNS "/run_000004");
	check_end(*state, BEGIN "thread.run.cancelled done", RUNS "/run_000005");
	check_end(*state, BEGIN STEP "thread.run.step.expired thread.run.expired done",
		RUNS "/run_000006");
	json = expect(*state, 200, "GET", MESSAGES "?run_id=run_000006", NULL);
	assert_string_equal(text_at(json, "data/0/incomplete_details/reason"), "run_expired");
	assert_int_equal(cJSON_GetArraySize(value_at(json, "data/0/content")), 0);
	drop(json);
	check_end(*state,
		BEGIN MESSAGE
		"thread.message.incomplete thread.run.step.completed thread.run.incomplete done",
		RUNS "/run_000007");
	json = expect(*state, 200, "GET", MESSAGES "?limit=1", NULL);
	assert_string_equal(text_at(json, "data/0/incomplete_details/reason"), "content_filter");
	drop(json);
	json = expect(*state, 200, "GET", RUNS "/run_000002/steps", NULL);
	assert_string_equal(text_at(json, "data/0/last_error/code"), "server_error");
	drop(json);
}

static char breaks_script[] = PACE "answer one two three\n"
				   "run 1\n break-after 8 cut\n"
				   "run 2\n break-after 8 end\n"
				   "run 3\n break-after 8 error rate_limit_exceeded Try later\n"
				   "run 4\n break-after 0 end\n"
				   "run 5\n call f\n break-after 7 error\n"
				   "on POST /v1/threads/*/runs 6\n truncate 100\n"
				   "on POST /v1/threads/*/runs 7\n header Content-Type: text/plain\n"
				   "on POST /v1/threads/*/runs 8\n close unanswered\n";

static void check_broken(struct server *server, CURLcode code, size_t bytes)
{
	struct reply reply = call(server, "POST", RUNS, streamed);

	assert_int_equal(reply.code, code);
	if (bytes)
		assert_int_equal(reply.len, bytes);
	assert_null(strstr(reply.body, "event: done"));
	reply_clear(&reply);
}

static void test_breaks(void **state)
{
	struct events events;
	struct reply reply;
	struct server *server;
	cJSON *json;
	char *body;
	int fd;

	NEEDS_SERVER(state);
	prepare(*state);
	check_broken(*state, CURLE_PARTIAL_FILE, 0);
	drop(run_wait(*state, 1));
	events = events_post(*state, RUNS, streamed);
	assert_int_equal(events.count, 8);
	assert_names(&events, BEGIN "thread.run.step.created thread.run.step.in_progress "
				    "thread.message.created thread.message.in_progress "
				    "thread.message.delta");
	events_clear(&events);
	json = run_wait(*state, 2);
	assert_string_equal(text_at(json, "status"), "completed");
	drop(json);
	events = events_post(*state, RUNS, streamed);
	assert_names(&events, BEGIN MESSAGE "error done");
	assert_string_equal(text_at(events.items[8].json, "code"), "rate_limit_exceeded");
	assert_string_equal(text_at(events.items[8].json, "message"), "Try later");
	assert_true(cJSON_IsNull(value_at(events.items[8].json, "param")));
	events_clear(&events);
	json = run_wait(*state, 3);
	assert_string_equal(text_at(json, "status"), "failed");
	assert_string_equal(text_at(json, "last_error/code"), "rate_limit_exceeded");
	drop(json);
	events = events_post(*state, RUNS, streamed);
	assert_int_equal(events.count, 0);
	events_clear(&events);
	drop(run_wait(*state, 4));
	events = events_post(*state, RUNS, streamed);
	assert_names(&events, BEGIN CALLS "error done");
	events_clear(&events);
	json = run_wait(*state, 5);
	assert_string_equal(text_at(json, "status"), "failed");
	drop(json);
	check_broken(*state, CURLE_PARTIAL_FILE, 100);
	drop(run_wait(*state, 6));
	reply = call(*state, "POST", RUNS, streamed);
	assert_non_null(strstr(reply.headers, "content-type: text/plain\r\n"));
	assert_non_null(strstr(reply.body, "event: done"));
	reply_clear(&reply);
	server = *state;
	fd = raw_post(server->port, RUNS, streamed); /* libcurl would try again */
	body = raw_read(fd, 5000);
	assert_string_equal(body, "");
	free(body);
	close(fd);
	json = run_wait(*state, 8);
	assert_string_equal(text_at(json, "status"), "completed");
	drop(json);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		SERVER_TEST(test_text, text_script),
		SERVER_TEST(test_functions, functions_script),
		SERVER_TEST(test_parts, parts_script),
		SERVER_TEST(test_ends, ends_script),
		SERVER_TEST(test_breaks, breaks_script),
	};

	return cmocka_run_group_tests_name("server streams", tests, NULL, NULL);
}
