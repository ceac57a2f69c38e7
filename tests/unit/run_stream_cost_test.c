/*
 * What a streamed run costs from the wire to the callbacks, in bytes that are allocated: in step
 * with what is received, however many pieces it comes in, and no more in use at a time than what
 * the run has come to.
 */
#include "counted_malloc.h"

#include "oac_transport.h"
#include "openai_helpers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#define EVENT(name, data) "event: thread." name "\ndata: " data "\n\n"
#define RUN(status) EVENT("run." status, "{\"id\":\"run_1\",\"thread_id\":\"thread_1\",\"status\":\"" status "\"}")
#define WORDS "%06d words "

enum {
	DELTAS = 10000,
	CALLS = 128,
	WORDS_LEN = 13,
	EVENTS_SIZE = 4096,	    /* of what is sent at a time */
	FIXED = 256 * 1024, /* of a client and a stream, whatever comes */
};

/* What the server sends: piece number n, for n from 0 to deltas + 1. */
struct speech {
	size_t (*write)(char *text, int n, int deltas);
	int deltas;
	int next;
	size_t sent;
	const struct oac_sink *sink;
};

static enum oac_status start(void *user, const struct oac_request *request, const struct oac_sink *sink,
	void **exchange)
{
	struct speech *speech = user;

	(void)request;
	speech->sink = sink;
	speech->next = 0;
	*exchange = speech;
	return OAC_OK;
}

static bool step(void *user, void *exchange, int64_t wait_ms, const struct oac_cancel *cancel,
	struct oac_result *result)
{
	static const char headers[] = "Content-Type: text/event-stream\n";
	struct speech *speech = exchange;
	char text[EVENTS_SIZE];

	(void)user;
	(void)wait_ms;
	(void)cancel;
	result->sent_whole = true;
	result->outcome = OAC_OUTCOME_ANSWERED;
	if (speech->next == 0 &&
		speech->sink->head(speech->sink->user, 200, headers, sizeof(headers) - 1) != OAC_FLOW_GO)
		result->outcome = OAC_OUTCOME_STOPPED;
	size_t len = speech->write(text, speech->next++, speech->deltas);
	assert_in_range(len, 1, sizeof(text) - 1);
	speech->sent += len;
	if (speech->sink->body(speech->sink->user, text, len) != OAC_FLOW_GO)
		result->outcome = OAC_OUTCOME_STOPPED;
	return result->outcome == OAC_OUTCOME_STOPPED || speech->next == speech->deltas + 2;
}

static void end(void *user, void *exchange)
{
	(void)user;
	(void)exchange;
}

/* ---- what the program sees ---- */

struct seen {
	int created;
	int deltas;
	int step_deltas;
	int done;
	size_t len; /* of what was added up last */
};

static void text_delta(void *user, struct openai_run_stream *stream, const struct openai_text_delta *delta,
	const struct openai_text *snapshot)
{
	struct seen *seen = user;

	(void)stream;
	seen->deltas++;
	seen->len += strlen(delta->value);
	/* The end of the snapshot is what has just come. */
	assert_string_equal(snapshot->value + seen->len - strlen(delta->value), delta->value);
}

static void message_created(void *user, struct openai_run_stream *stream, const struct openai_message *message)
{
	struct seen *seen = user;

	(void)stream;
	(void)message;
	seen->created++;
	seen->len = 0;
}

static void message_done(void *user, struct openai_run_stream *stream, const struct openai_message *message)
{
	(void)stream;
	(void)message;
	((struct seen *)user)->done++;
}

static void tool_call_created(void *user, struct openai_run_stream *stream, const struct openai_tool_call *call)
{
	(void)stream;
	(void)call;
	((struct seen *)user)->created++;
}

static void tool_call_delta(void *user, struct openai_run_stream *stream, const struct openai_tool_call_delta *delta,
	const struct openai_tool_call *snapshot)
{
	struct seen *seen = user;
	const char *added = delta->as.function->function->arguments;
	const char *all = snapshot->as.function->function.arguments;

	(void)stream;
	seen->deltas++;
	seen->len += strlen(added);
	assert_string_equal(all + strlen(all) - strlen(added), added);
}

static void tool_call_done(void *user, struct openai_run_stream *stream, const struct openai_tool_call *call)
{
	(void)stream;
	(void)call;
	((struct seen *)user)->done++;
}

/* It is told of the step that it is for, whatever steps there are. */
static void run_step_delta(void *user, struct openai_run_stream *stream, const struct openai_run_step_delta_body *delta,
	const struct openai_run_step *snapshot)
{
	const struct openai_assistant_stream_event *event = openai_run_stream_current_event(stream);

	(void)delta;
	assert_string_equal(snapshot->id, event->as.thread_run_step_delta->data.id);
	((struct seen *)user)->step_deltas++;
}

static const struct openai_run_stream_handler handler = {
	.run_step_delta = run_step_delta,
	.tool_call_created = tool_call_created,
	.tool_call_delta = tool_call_delta,
	.tool_call_done = tool_call_done,
	.message_created = message_created,
	.text_delta = text_delta,
	.message_done = message_done,
};

/* ---- measuring ---- */

struct cost {
	size_t sent;
	size_t total;
	size_t most; /* in use at any time */
	struct seen seen;
};

static struct cost measure(size_t (*write)(char *text, int n, int deltas), int deltas)
{
	const struct openai_create_run_request request = { .assistant_id = "asst_1" };
	struct speech speech = { .write = write, .deltas = deltas };
	const struct oac_transport transport = { &speech, start, step, end, NULL };
	const struct oac_client_options client_options = { .api_key = "sk-secret", .transport = &transport };
	struct cost cost = { 0 };
	const struct openai_run_stream_options options = { .handler = &handler, .user = &cost.seen };
	struct openai_run_stream *stream;
	struct oac_error err;

	assert_int_equal(live, 0);
	total = live_max = 0;
	struct oac_client *client = openai_client_new(&client_options, &err);
	assert_non_null(client);
	assert_int_equal(openai_runs_stream(client, "thread_1", &request, &options, &stream, &err), OAC_OK);
	if (openai_run_stream_until_done(stream, &err) != OAC_OK)
		fail_msg("%s", err.message);
	cost.sent = speech.sent;
	cost.total = total;
	cost.most = live_max;
	openai_run_stream_free(stream);
	oac_client_free(client);
	assert_int_equal(live, 0);
	return cost;
}

/* value: what the run has come to in the end. */
static struct cost is_linear(size_t (*write)(char *text, int n, int deltas), size_t value)
{
	struct cost half = measure(write, DELTAS / 2);
	struct cost full = measure(write, DELTAS);

	print_message("# %zu bytes received, %zu allocated, at most %zu at a time\n", full.sent, full.total,
		full.most);
	if (full.total > half.total / 10 * 22)
		fail_msg("%zu bytes were allocated for %d deltas, %zu for half of them", full.total, DELTAS,
			half.total);
	/* A text or list that moves is there twice for a moment: once and doubled. */
	if (full.most > 3 * value + FIXED)
		fail_msg("%zu bytes were in use for a value of %zu", full.most, value);
	return full;
}

static size_t write_text(char *text, int n, int deltas)
{
	if (n == 0)
		return (size_t)snprintf(text, EVENTS_SIZE, RUN("created") EVENT("message.created",
			"{\"id\":\"msg_1\",\"role\":\"assistant\",\"content\":[]}"));
	if (n > deltas)
		return (size_t)snprintf(text, EVENTS_SIZE, EVENT("message.completed",
			"{\"id\":\"msg_1\",\"role\":\"assistant\",\"content\":[]}") RUN("completed"));
	return (size_t)snprintf(text, EVENTS_SIZE, EVENT("message.delta", "{\"id\":\"msg_1\",\"delta\":{\"content\":"
		"[{\"index\":0,\"type\":\"text\",\"text\":{\"value\":\"" WORDS "\"}}]}}"), n);
}

static void test_one_message(void **state)
{
	(void)state;
	struct cost cost = is_linear(write_text, WORDS_LEN * DELTAS);
	assert_int_equal(cost.seen.created, 1);
	assert_int_equal(cost.seen.deltas, DELTAS);
	assert_int_equal(cost.seen.done, 1);
	assert_int_equal(cost.seen.len, WORDS_LEN * DELTAS);
}

static size_t write_calls(char *text, int n, int deltas)
{
	int call = (n - 1) % CALLS;

	if (n == 0)
		return (size_t)snprintf(text, EVENTS_SIZE, RUN("created") EVENT("run.step.created",
			"{\"id\":\"step_1\",\"type\":\"tool_calls\",\"step_details\":"
			"{\"type\":\"tool_calls\",\"tool_calls\":[]}}"));
	if (n > deltas)
		return (size_t)snprintf(text, EVENTS_SIZE, EVENT("run.step.completed",
			"{\"id\":\"step_1\",\"type\":\"tool_calls\"}") RUN("completed"));
	if (n <= CALLS)
		return (size_t)snprintf(text, EVENTS_SIZE, EVENT("run.step.delta", "{\"id\":\"step_1\",\"delta\":"
			"{\"step_details\":{\"type\":\"tool_calls\",\"tool_calls\":[{\"index\":%d,\"id\":\"call_%d\","
			"\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"" WORDS "\"}}]}}}"),
			call, call, n);
	return (size_t)snprintf(text, EVENTS_SIZE, EVENT("run.step.delta", "{\"id\":\"step_1\",\"delta\":"
		"{\"step_details\":{\"type\":\"tool_calls\",\"tool_calls\":[{\"index\":%d,"
		"\"type\":\"function\",\"function\":{\"arguments\":\"" WORDS "\"}}]}}}"), call, n);
}

/* Of 128 calls that take turns each is begun and done once. */
static void test_many_calls(void **state)
{
	(void)state;
	struct cost cost = is_linear(write_calls, WORDS_LEN * DELTAS + CALLS * 1024);
	assert_int_equal(cost.seen.created, CALLS);
	assert_int_equal(cost.seen.deltas, DELTAS);
	assert_int_equal(cost.seen.done, CALLS);
	assert_int_equal(cost.seen.len, WORDS_LEN * DELTAS);
}

/* A message after the other: one that is over takes what its own text and arena do, and no more. */
static size_t write_messages(char *text, int n, int deltas)
{
	if (n == 0)
		return (size_t)snprintf(text, EVENTS_SIZE, RUN("created"));
	if (n > deltas)
		return (size_t)snprintf(text, EVENTS_SIZE, RUN("completed"));
	return (size_t)snprintf(text, EVENTS_SIZE, EVENT("message.created",
		"{\"id\":\"msg_%d\",\"role\":\"assistant\",\"content\":[]}") EVENT("message.delta",
		"{\"id\":\"msg_%d\",\"delta\":{\"content\":[{\"index\":0,\"type\":\"text\",\"text\":"
		"{\"value\":\"" WORDS "\"}}]}}") EVENT("message.completed",
		"{\"id\":\"msg_%d\",\"role\":\"assistant\",\"content\":[]}"), n, n, n, n);
}

static void test_many_messages(void **state)
{
	(void)state;
	struct cost cost = is_linear(write_messages, 512 * DELTAS);
	assert_int_equal(cost.seen.created, DELTAS);
	assert_int_equal(cost.seen.done, DELTAS);
}

/* Steps that are all open: each piece is for one of those before. */
static size_t write_steps(char *text, int n, int deltas)
{
	if (n == 0)
		return (size_t)snprintf(text, EVENTS_SIZE, RUN("created"));
	if (n > deltas)
		return (size_t)snprintf(text, EVENTS_SIZE, RUN("completed"));
	return (size_t)snprintf(text, EVENTS_SIZE, EVENT("run.step.created",
		"{\"id\":\"step_%d\",\"type\":\"message_creation\"}") EVENT("run.step.delta",
		"{\"id\":\"step_%d\",\"delta\":{}}"), n, 1 + n * 31 % 97 * n / 97 % n);
}

static void test_many_steps(void **state)
{
	(void)state;
	struct cost cost = is_linear(write_steps, 2048 * DELTAS);
	assert_int_equal(cost.seen.step_deltas, DELTAS);
}

/* Many steps with a call each, and then a server that says as often that it waits for outputs. */
static size_t write_asking(char *text, int n, int deltas)
{
	if (n == 0)
		return (size_t)snprintf(text, EVENTS_SIZE, RUN("created"));
	if (n > deltas / 2)
		return (size_t)snprintf(text, EVENTS_SIZE, RUN("requires_action"));
	return (size_t)snprintf(text, EVENTS_SIZE, EVENT("run.step.created",
		"{\"id\":\"step_%d\",\"type\":\"tool_calls\"}") EVENT("run.step.delta", "{\"id\":\"step_%d\",\"delta\":"
		"{\"step_details\":{\"type\":\"tool_calls\",\"tool_calls\":[{\"index\":0,\"id\":\"call_%d\","
		"\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"" WORDS "\"}}]}}}"), n, n, n, n);
}

/* Each call is done once, and those that are done are not looked through each time. */
static void test_asking_again_and_again(void **state)
{
	clock_t start = clock();

	(void)state;
	struct cost cost = measure(write_asking, 4 * DELTAS);
	assert_int_equal(cost.seen.created, 2 * DELTAS);
	assert_int_equal(cost.seen.done, 2 * DELTAS);
	/* Processor time, of which it takes a tenth of a second; 18 s when they are. */
	assert_true(clock() - start < 6 * CLOCKS_PER_SEC);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_message),
		cmocka_unit_test(test_many_calls),
		cmocka_unit_test(test_many_messages),
		cmocka_unit_test(test_many_steps),
		cmocka_unit_test(test_asking_again_and_again),
	};

	return cmocka_run_group_tests_name("what a streamed run costs", tests, NULL, NULL);
}
