/* Streamed runs over sockets: broken ones, silent ones, cut at any byte; and the local server. */
#define _POSIX_C_SOURCE 200809L

#include "broken_streams.h"
#include "openai_helpers.h"
#include "test_driver.h"

#include "oac_platform.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

#define HEAD "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
#define EVENT(name, data) "event: thread." name "\ndata: " data "\n\n"
#define RUN_EVENT(status) EVENT("run." status, "{\"id\":\"run_1\",\"thread_id\":\"thread_1\",\"status\":\"" status "\"}")
#define MESSAGE "\"id\":\"msg_1\",\"role\":\"assistant\""
#define DELTA(text) EVENT("message.delta", "{\"id\":\"msg_1\",\"delta\":{\"content\":[{\"index\":0,\"type\":\"text\"," \
	"\"text\":{\"value\":\"" text "\"}}]}}")
#define STREAM RUN_EVENT("created") RUN_EVENT("in_progress") EVENT("message.created", "{" MESSAGE ",\"content\":[]}") \
	DELTA("He") DELTA("llo") EVENT("message.completed", "{" MESSAGE ",\"status\":\"completed\",\"content\":[" \
	"{\"type\":\"text\",\"text\":{\"value\":\"Hello\",\"annotations\":[]}}]}") RUN_EVENT("completed")
#define DONE "event: done\ndata: [DONE]\n\n"

struct seen {
	size_t events;
	int errors;
	int timeouts;
	int ends;
	char text[256];
};

static void see_event(void *user, struct openai_run_stream *stream,
	const struct openai_assistant_stream_event *event)
{
	struct seen *seen = user;

	(void)stream;
	assert_non_null(event);
	seen->events++;
}

static void see_text(void *user, struct openai_run_stream *stream, const struct openai_text_delta *delta,
	const struct openai_text *snapshot)
{
	struct seen *seen = user;
	size_t len = strlen(seen->text);

	(void)stream;
	assert_non_null(snapshot);
	snprintf(seen->text + len, sizeof(seen->text) - len, "%s", delta->value);
}

static void see_timeout(void *user, struct openai_run_stream *stream)
{
	struct seen *seen = user;

	(void)stream;
	seen->timeouts++;
}

static void see_error(void *user, struct openai_run_stream *stream, const struct oac_error *err)
{
	struct seen *seen = user;

	(void)stream;
	assert_int_not_equal(err->status, OAC_OK);
	seen->errors++;
}

static void see_end(void *user, struct openai_run_stream *stream)
{
	struct seen *seen = user;

	(void)stream;
	seen->ends++;
}

static const struct openai_run_stream_handler handler = {
	.event = see_event,
	.text_delta = see_text,
	.timeout = see_timeout,
	.error = see_error,
	.end = see_end,
};

static struct oac_client *make_client(const char *url)
{
	const struct oac_client_options options = { .api_key = "sk-secret", .base_url = url,
		.max_retries = OAC_INT(0), .max_response_bytes = 1 << 20 };
	struct oac_client *client = openai_client_new(&options, NULL);

	assert_non_null(client);
	return client;
}

/* Streams a run from a server to its end. */
static enum oac_status stream_from(const char *url, const struct oac_call_options *call, struct seen *seen,
	struct oac_error *err)
{
	const struct openai_create_run_request request = { .assistant_id = "asst_1" };
	struct openai_run_stream_options options = { .handler = &handler, .user = seen };
	struct oac_client *client = make_client(url);
	struct openai_run_stream *stream;
	struct openai_message_list messages;
	struct oac_error other;
	enum oac_status status;

	memset(seen, 0, sizeof(*seen));
	if (call != NULL)
		options.call = *call;
	assert_int_equal(openai_runs_stream(client, "thread_1", &request, &options, &stream, err), OAC_OK);
	status = openai_run_stream_until_done(stream, err);
	assert_int_equal(err->status, status);
	assert_null(strchr(err->message, '\n'));
	assert_int_equal(seen->ends, 1);
	assert_int_equal(seen->errors, status != OAC_OK && status != OAC_E_CANCELLED);
	assert_int_equal(openai_run_stream_get_final_messages(stream, &messages, &other), status);
	if (messages.count > 0 && messages.items[0].content.count > 0)
		assert_memory_equal(messages.items[0].content.items[0].as.text->text.value, "Hello",
			strlen(messages.items[0].content.items[0].as.text->text.value));
	openai_run_stream_free(stream);
	oac_client_free(client);
	return status;
}

/* ---- broken streams ---- */

static void test_broken_streams(void **state)
{
	static const enum oac_status ends[] = { [BROKEN_WHOLE] = OAC_OK, [BROKEN_ENDED] = OAC_E_STREAM,
		[BROKEN_LOST] = OAC_E_CONNECT, [BROKEN_HANGS] = OAC_E_TIMEOUT, [BROKEN_FLOOD] = OAC_E_LIMIT,
		[BROKEN_BODY] = OAC_E_PROTOCOL };
	const struct oac_call_options impatient = { .timeout_ms = 400 };
	const struct oac_call_options patient = { .timeout_ms = 20000 };

	(void)state;
	for (size_t i = 0; i < broken_stream_count; i++) {
		const struct broken_stream *broken = &broken_streams[i];
		struct http_script *server = http_script_new();
		struct oac_error err;
		struct seen seen;

		http_script_add(server, broken->actions, broken->count);
		enum oac_status status = stream_from(http_script_url(server),
			broken->end == BROKEN_HANGS ? &impatient : &patient, &seen, &err);
		if (status != ends[broken->end] && !(broken->end == BROKEN_BODY && status != OAC_OK))
			fail_msg("%s: %s: %s", broken->name, oac_status_name(status), err.message);
		/* done ends the stream and is none of the run's events */
		if (broken->end != BROKEN_BODY && seen.events != broken->events - (status == OAC_OK))
			fail_msg("%s: %zu events", broken->name, seen.events);
		assert_int_equal(seen.timeouts, status == OAC_E_TIMEOUT);
		http_script_free(server);
	}
}

/* Wherever it is cut, in order or not: what was whole was told, and how it ended. */
static void test_cut_at_any_byte(void **state)
{
	static const char stream[] = STREAM;
	size_t step = getenv("OAC_VALGRIND") != NULL ? 37 : 3;

	(void)state;
	for (size_t len = 0; len < sizeof(stream); len += step) {
		const struct http_action actions[] = {
			{ HTTP_SEND, HEAD, 0, 0 },
			{ HTTP_SEND, stream, len > 0 ? len : 1, 0 },
			{ len % 2 == 0 ? HTTP_CLOSE : HTTP_RESET, NULL, 0, 0 },
		};
		struct http_script *server = http_script_new();
		struct oac_error err;
		struct seen seen;
		size_t events = 0;

		for (size_t at = 1; at < (len > 0 ? len : 1); at++)
			events += stream[at] == '\n' && stream[at - 1] == '\n';
		http_script_add(server, actions, COUNT(actions));
		enum oac_status status = stream_from(http_script_url(server), NULL, &seen, &err);
		/* A reset may take with it what was sent before. */
		if (len % 2 == 0 ? status != (events == 7 ? OAC_OK : OAC_E_STREAM) || seen.events != events :
				   status != OAC_E_CONNECT || seen.events > events)
			fail_msg("%zu: %s: %s, %zu events", len, oac_status_name(status), err.message, seen.events);
		http_script_free(server);
	}
}

/* ---- silence ---- */

static void test_silence_and_deadline(void **state)
{
	static const struct http_action stalls[] = {
		{ HTTP_SEND, HEAD RUN_EVENT("created") "event: thread.run.in", 0, 0 },
		{ HTTP_DELAY, NULL, 0, 3000 },
	};
	static const struct http_action drips[] = {
		{ HTTP_SEND, HEAD, 0, 0 },
		{ HTTP_DRIP, STREAM DONE, 0, 20 },
	};
	const struct oac_call_options silence = { .timeout_ms = 250 };
	const struct oac_call_options deadline = { .timeout_ms = 20000, .deadline_ms = 250 };
	struct http_script *server = http_script_new();
	struct oac_error err;
	struct seen seen;

	(void)state;
	http_script_add(server, stalls, COUNT(stalls));
	http_script_add(server, drips, COUNT(drips));
	int64_t start = oac_now_ms();
	assert_int_equal(stream_from(http_script_url(server), &silence, &seen, &err), OAC_E_TIMEOUT);
	assert_true(oac_now_ms() - start >= 249 && oac_now_ms() - start < 2500);
	assert_int_equal(seen.events, 1);
	assert_int_equal(seen.timeouts, 1);
	/* What comes slowly is not silent, but it may last too long. */
	start = oac_now_ms();
	assert_int_equal(stream_from(http_script_url(server), &deadline, &seen, &err), OAC_E_TIMEOUT);
	assert_true(oac_now_ms() - start >= 249 && oac_now_ms() - start < 2500);
	http_script_free(server);
}

/* ---- the local server ---- */

static char plain_script[] = "queued-ms 5\nin-progress-ms 5\nevent-ms 2\npiece-chars 2\nchunk-bytes 7\nnewline crlf\n"
			     "call f {\"a\":1}\ncall g\ninterleave\nanswer Hello.\n";

static enum openai_tool_result answer(void *user, const char *arguments, struct openai_tool_reply *reply)
{
	int *calls = user;

	++*calls;
	openai_tool_reply_add(reply, arguments);
	return OPENAI_TOOL_DONE;
}

static void test_tools_with_the_server(void **state)
{
	struct server *server = *state;
	const struct openai_create_run_request request = { .assistant_id = "asst_000001" };
	int calls = 0;
	const struct openai_tool_function functions[] = { { "f", answer, &calls }, { "g", answer, &calls } };
	struct openai_run_tools_options options = { .tools = OAC_LIST(functions), .handler = &handler,
		.interval_ms = OAC_INT(5) };
	struct seen seen = { 0 };
	struct openai_run *run;
	struct oac_error err;
	char url[64];

	NEEDS_SERVER(state);
	snprintf(url, sizeof(url), "http://127.0.0.1:%u/v1", server->port);
	make_assistant(server, NULL);
	make_thread(server, "Hi");
	struct oac_client *client = make_client(url);
	options.user = &seen;
	options.stream = true;
	assert_int_equal(openai_runs_run_tools(client, "thread_000001", &request, &options, &run, &err), OAC_OK);
	assert_int_equal(run->status, OPENAI_RUN_STATUS_COMPLETED);
	assert_int_equal(calls, 2);
	assert_string_equal(seen.text, "Hello.");
	assert_int_equal(seen.ends, 1);
	openai_run_free(run);
	options.stream = false;
	assert_int_equal(openai_runs_run_tools(client, "thread_000001", &request, &options, &run, &err), OAC_OK);
	assert_int_equal(run->status, OPENAI_RUN_STATUS_COMPLETED);
	assert_int_equal(calls, 4);
	openai_run_free(run);
	oac_client_free(client);
}

static char slow_script[] = "queued-ms 5\nin-progress-ms 5\nevent-ms 30000\nanswer Hello.\n";

static void *pull_soon(void *token)
{
	oac_sleep_ms(100, NULL);
	oac_cancel_pull(token);
	return NULL;
}

/* The token wakes a reader from the depth of the transport; the server is told. */
static void test_token_with_the_server(void **state)
{
	struct server *server = *state;
	const struct openai_create_run_request request = { .assistant_id = "asst_000001" };
	struct openai_run_tools_options options = { .stream = true, .cancel_run = true };
	struct openai_run *run;
	struct oac_error err;
	pthread_t thread;
	char url[64];

	NEEDS_SERVER(state);
	snprintf(url, sizeof(url), "http://127.0.0.1:%u/v1", server->port);
	make_assistant(server, NULL);
	make_thread(server, "Hi");
	struct oac_client *client = make_client(url);
	options.call.cancel = oac_cancel_new();
	int64_t start = oac_now_ms();
	assert_int_equal(pthread_create(&thread, NULL, pull_soon, options.call.cancel), 0);
	assert_int_equal(openai_runs_run_tools(client, "thread_000001", &request, &options, &run, &err),
		OAC_E_CANCELLED);
	assert_true(oac_now_ms() - start < 10000);
	pthread_join(thread, NULL);
	assert_null(strstr(err.message, "not cancelled"));
	assert_true(run->status == OPENAI_RUN_STATUS_CANCELLING || run->status == OPENAI_RUN_STATUS_CANCELLED);
	openai_run_free(run);
	oac_client_free(client);
	oac_cancel_free(options.call.cancel);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_broken_streams),
		cmocka_unit_test(test_cut_at_any_byte),
		cmocka_unit_test(test_silence_and_deadline),
		SERVER_TEST(test_tools_with_the_server, plain_script),
		SERVER_TEST(test_token_with_the_server, slow_script),
	};

	return cmocka_run_group_tests_name("run streams on the wire", tests, NULL, NULL);
}
