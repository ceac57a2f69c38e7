/*
 * Event streams as no server should send them, over libcurl: as plain events and as a run, by
 * calls that block and on a loop. What came before the fault has been given; the fault has its
 * status; nothing is sent again.
 */
#include "broken_streams.h"
#include "openai_helpers.h"
#include "slack.h"

#include "oac_platform.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum {
	SILENCE_MS = 150,
	PATIENCE_MS = 20000, /* with a server that does say something, on a machine that is busy */
	LATE_MS = 1500,
	LIMIT = 256 * 1024,
};

static const struct openai_create_run_request request = { .assistant_id = "asst_1" };

struct seen {
	size_t events;
	int ends;
	enum oac_status status;
	struct oac_error err;
	bool has_run;
	enum openai_run_status run_status;
};

struct form {
	const char *name;
	bool is_run; /* the helper's: knows when a run is over */
	void (*stream)(struct oac_client *client, struct seen *seen);
};

static int on_event(void *user, const struct openai_assistant_stream_event *event)
{
	struct seen *seen = user;

	seen->events++;
	return event->kind == 0;
}

static void on_done(void *user, enum oac_status status, const struct oac_error *err)
{
	struct seen *seen = user;

	seen->status = status;
	seen->err = *err;
	seen->ends++;
}

static void on_run(void *user, enum oac_status status, struct openai_run *run, const struct oac_error *err)
{
	struct seen *seen = user;

	seen->has_run = run != NULL;
	seen->run_status = run != NULL ? run->status : OPENAI_RUN_STATUS_UNSET;
	openai_run_free(run);
	on_done(user, status, err);
}

static void event(void *user, struct openai_run_stream *stream, const struct openai_assistant_stream_event *event)
{
	(void)stream;
	((struct seen *)user)->events += event->kind != OPENAI_ASSISTANT_STREAM_EVENT_DONE;
}

static const struct openai_run_stream_handler handler = { .event = event };

/* ---- the forms ---- */

static struct oac_call_options call;

static void pull(struct oac_client *client, struct seen *seen)
{
	const struct openai_assistant_stream_event *event = NULL;
	struct oac_stream *stream;
	struct oac_error err;
	enum oac_status status = openai_runs_create_stream(client, "thread_1", &request, &call, &stream, &err);

	while (status == OAC_OK) {
		status = openai_assistant_stream_event_next(stream, &event, &err);
		if (event == NULL)
			break;
		seen->events++;
	}
	oac_stream_free(stream);
	on_done(seen, status, &err);
}

static void read_run(struct oac_client *client, struct seen *seen)
{
	const struct openai_run_stream_options options = { .call = call, .handler = &handler, .user = seen };
	const struct openai_run *run = NULL;
	struct openai_run_stream *stream;
	struct openai_run *copy;
	struct oac_error err;
	enum oac_status status = openai_runs_create_and_stream(client, "thread_1", &request, &options, &stream, &err);

	assert_int_equal(status, OAC_OK);
	status = openai_run_stream_get_final_run(stream, &run, &err);
	copy = openai_run_copy(run);
	openai_run_stream_free(stream);
	on_run(seen, status, copy, &err);
}

static struct oac_loop *new_loop(void)
{
	struct oac_error err;
	struct oac_loop *loop = oac_loop_new(NULL, &err);

	assert_non_null(loop);
	return loop;
}

static void run_loop(struct oac_loop *loop)
{
	struct oac_error err;

	assert_int_equal(oac_loop_run(loop, &err), OAC_OK);
	oac_loop_free(loop);
}

static void push_on_loop(struct oac_client *client, struct seen *seen)
{
	struct oac_loop *loop = new_loop();
	struct oac_error err;

	assert_int_equal(openai_runs_create_stream_async(loop, client, "thread_1", &request, &call, on_event, on_done,
		seen, NULL, &err), OAC_OK);
	run_loop(loop);
}

static void run_on_loop(struct oac_client *client, struct seen *seen)
{
	const struct openai_run_stream_options options = { .call = call, .handler = &handler, .user = seen };
	struct oac_loop *loop = new_loop();
	struct oac_error err;

	assert_int_equal(openai_runs_create_and_stream_async(loop, client, "thread_1", &request, &options, on_run, seen,
		NULL, &err), OAC_OK);
	run_loop(loop);
}

static void new_thread_on_loop(struct oac_client *client, struct seen *seen)
{
	static const struct openai_create_thread_and_run_request all = { .assistant_id = "asst_1" };
	const struct openai_run_stream_options options = { .call = call, .handler = &handler, .user = seen };
	struct oac_loop *loop = new_loop();
	struct oac_error err;

	assert_int_equal(openai_threads_create_and_run_stream_async(loop, client, &all, &options, on_run, seen, NULL,
		&err), OAC_OK);
	run_loop(loop);
}

static void outputs_on_loop(struct oac_client *client, struct seen *seen)
{
	static const struct openai_tool_output outputs[] = { { .output = "57", .tool_call_id = "call_1" } };
	static const struct openai_submit_tool_outputs_request submitted = { .tool_outputs = OAC_LIST(outputs) };
	const struct openai_run_stream_options options = { .call = call, .handler = &handler, .user = seen };
	struct oac_loop *loop = new_loop();
	struct oac_error err;

	assert_int_equal(openai_runs_submit_tool_outputs_stream_async(loop, client, "thread_1", "run_1", &submitted,
		&options, on_run, seen, NULL, &err), OAC_OK);
	run_loop(loop);
}

/* ---- what must come of it ---- */

static enum oac_status expected(const struct broken_stream *broken, bool is_run)
{
	switch (broken->end) {
	case BROKEN_WHOLE:
		return OAC_OK;
	case BROKEN_LOST:
		return OAC_E_CONNECT;
	case BROKEN_HANGS:
		return OAC_E_TIMEOUT;
	case BROKEN_FLOOD:
		return OAC_E_LIMIT;
	case BROKEN_BODY:
		/* An answer that does not say what it is may be a stream. */
		if (strcmp(broken->name, "empty_untyped") != 0)
			return OAC_E_PROTOCOL;
		break;
	case BROKEN_ENDED:
		break;
	}
	/* Only a run tells whether a stream that ended in order has ended too early. */
	return is_run ? OAC_E_STREAM : OAC_OK;
}

static void meet(const struct form *form, const struct broken_stream *broken)
{
	struct http_script *server = http_script_new();
	const struct oac_client_options options = { .api_key = "sk-secret", .base_url = http_script_url(server),
		.max_response_bytes = LIMIT };
	struct seen seen = { 0 };
	struct oac_error err;

	http_script_add(server, broken->actions, broken->count);
	struct oac_client *client = openai_client_new(&options, &err);
	assert_non_null(client);
	call.timeout_ms = broken->end == BROKEN_HANGS ? SILENCE_MS : PATIENCE_MS;
	int64_t start = oac_now_ms();
	form->stream(client, &seen);
	int64_t took_ms = oac_now_ms() - start;
	oac_client_free(client);

	enum oac_status status = expected(broken, form->is_run);
	size_t events = broken->events - (broken->end == BROKEN_WHOLE);
	if (seen.status != status || seen.events != events)
		fail_msg("%s, %s: %s after %zu events, not %s after %zu: %s", form->name, broken->name,
			oac_status_name(seen.status), seen.events, oac_status_name(status), events, seen.err.message);
	assert_int_equal(seen.ends, 1);
	assert_int_equal(seen.err.status, status);
	assert_null(strstr(seen.err.message, "sk-secret"));
	if (form->is_run) {
		assert_int_equal(seen.has_run, events > 0);
		if (events > 0)
			assert_int_equal(seen.run_status, status == OAC_OK ? OPENAI_RUN_STATUS_COMPLETED :
									       OPENAI_RUN_STATUS_IN_PROGRESS);
	}
	assert_int_equal(http_script_count(server), 1);
	if (broken->end == BROKEN_HANGS)
		assert_in_range(took_ms, SILENCE_MS - 1, SILENCE_MS + LATE_MS + slack_ms());
	http_script_free(server);
}

static void meet_all(const struct form *form)
{
	slack_begin();
	for (size_t i = 0; i < broken_stream_count; i++)
		meet(form, &broken_streams[i]);
}

static void test_events(void **state)
{
	static const struct form blocking = { "events", false, pull };
	static const struct form on_loop = { "events on a loop", false, push_on_loop };

	(void)state;
	meet_all(&blocking);
	meet_all(&on_loop);
}

static void test_runs(void **state)
{
	static const struct form blocking = { "a run", true, read_run };
	static const struct form on_loop = { "a run on a loop", true, run_on_loop };
	static const struct form new_thread = { "a thread and a run on a loop", true, new_thread_on_loop };
	static const struct form outputs = { "outputs on a loop", true, outputs_on_loop };

	(void)state;
	meet_all(&blocking);
	meet_all(&on_loop);
	meet_all(&new_thread);
	meet_all(&outputs);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_events),
		cmocka_unit_test(test_runs),
	};

	return cmocka_run_group_tests_name("broken streams", tests, NULL, NULL);
}
