/*
 * Every allocation of a streamed run with many steps and messages fails once: the first, the
 * second, ... until there are no more. What was seen can be looked at until the end, and nothing
 * is left behind.
 */
#include "failing_runtime.h"

#include "oac_transport.h"
#include "openai_helpers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define EVENT(name, data) "event: thread." name "\ndata: " data "\n\n"
#define RUN(status) EVENT("run." status, "{\"id\":\"run_1\",\"thread_id\":\"t\",\"status\":\"" status "\"}")

enum {
	STEPS = 9,
	FAILURES_MAX = 3000,
	TEXT_MAX = 8192,
};

/* ---- a server that says it all at once ---- */

static char text[TEXT_MAX];

static enum oac_status start(void *user, const struct oac_request *request, const struct oac_sink *sink,
	void **exchange)
{
	const struct oac_sink **kept = user;

	(void)request;
	*kept = sink;
	*exchange = user;
	return OAC_OK;
}

static bool step(void *user, void *exchange, int64_t wait_ms, const struct oac_cancel *cancel,
	struct oac_result *result)
{
	static const char headers[] = "Content-Type: text/event-stream\n";
	const struct oac_sink *sink = *(const struct oac_sink **)user;
	bool whole = sink->head(sink->user, 200, headers, sizeof(headers) - 1) == OAC_FLOW_GO &&
		sink->body(sink->user, text, strlen(text)) == OAC_FLOW_GO;

	(void)exchange;
	(void)wait_ms;
	(void)cancel;
	result->outcome = whole ? OAC_OUTCOME_ANSWERED : OAC_OUTCOME_STOPPED;
	return true;
}

static void end(void *user, void *exchange)
{
	(void)user;
	(void)exchange;
}

/* Steps that nobody ends: one that begins, one that is only seen, a piece of one. */
static void write_text(void)
{
	size_t len = (size_t)snprintf(text, sizeof(text), RUN("created"));

	for (int i = 0; i < STEPS; i++)
		len += (size_t)snprintf(text + len, sizeof(text) - len,
			EVENT("run.step.created", "{\"id\":\"made_%d\",\"type\":\"tool_calls\"}")
			EVENT("run.step.in_progress", "{\"id\":\"seen_%d\",\"type\":\"tool_calls\"}")
			EVENT("run.step.delta", "{\"id\":\"made_%d\",\"delta\":{\"step_details\":"
				"{\"type\":\"tool_calls\",\"tool_calls\":[{\"index\":0,\"type\":\"function\"}]}}}")
			EVENT("message.created", "{\"id\":\"msg_%d\",\"content\":[]}")
			EVENT("message.completed", "{\"id\":\"msg_%d\",\"content\":[]}"), i, i, i, i, i);
	len += (size_t)snprintf(text + len, sizeof(text) - len, RUN("completed"));
	assert_true(len < sizeof(text));
}

/* ---- a program that looks ---- */

static int ends;

static void look(struct openai_run_stream *stream)
{
	const struct openai_run_step *one = openai_run_stream_current_run_step_snapshot(stream);
	const struct openai_message *message = openai_run_stream_current_message_snapshot(stream);

	if (one != NULL)
		assert_true(strncmp(one->id, "made_", 5) == 0 || strncmp(one->id, "seen_", 5) == 0);
	if (message != NULL)
		assert_memory_equal(message->id, "msg_", 4);
}

static void on_event(void *user, struct openai_run_stream *stream, const struct openai_assistant_stream_event *event)
{
	(void)user;
	(void)event;
	look(stream);
}

static void on_end(void *user, struct openai_run_stream *stream)
{
	(void)user;
	look(stream);
	ends++;
}

static const struct openai_run_stream_handler handler = { .event = on_event, .end = on_end };

static enum oac_status play(void)
{
	const struct openai_create_run_request request = { .assistant_id = "asst_1" };
	const struct openai_run_stream_options options = { .handler = &handler };
	const struct oac_sink *sink = NULL;
	const struct oac_transport transport = { &sink, start, step, end, NULL };
	const struct oac_client_options own = { .api_key = "sk-secret", .base_url = "https://api.test/v1",
		.transport = &transport };
	struct openai_message_list messages;
	struct openai_run_step_list steps;
	struct openai_run_stream *stream;
	struct oac_error err;
	struct oac_client *client = openai_client_new(&own, &err);
	enum oac_status status = client != NULL ?
		openai_runs_stream(client, "t", &request, &options, &stream, &err) : OAC_E_NOMEM;

	if (status == OAC_OK) {
		ends = 0;
		status = openai_run_stream_until_done(stream, &err);
		assert_int_equal(ends, 1);
		if (status == OAC_OK)
			status = openai_run_stream_get_final_run_steps(stream, &steps, &err);
		if (status == OAC_OK)
			assert_int_equal(steps.count, 2 * STEPS);
		if (status == OAC_OK)
			status = openai_run_stream_get_final_messages(stream, &messages, &err);
		if (status == OAC_OK)
			assert_int_equal(messages.count, STEPS);
		openai_run_stream_free(stream);
	}
	oac_client_free(client);
	return status;
}

static void test_each_allocation(void **state)
{
	enum oac_status status;
	size_t n = 1;

	(void)state;
	write_text();
	for (; n < FAILURES_MAX; n++) {
		calls_left = n;
		status = play();
		assert_int_equal(live, 0);
		if (calls_left > 0)
			break;
		/* What could not be added in place is merged the slower way. */
		assert_true(status == OAC_E_NOMEM || status == OAC_OK);
	}
	calls_left = 0;
	assert_int_equal(status, OAC_OK);
	assert_in_range(n, 100, FAILURES_MAX - 1);
	print_message("# %zu allocations\n", n - 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_each_allocation) };

	return cmocka_run_group_tests_name("a streamed run without memory", tests, NULL, NULL);
}
