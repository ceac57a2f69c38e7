/* Streamed runs, steered from within callbacks: outputs submitted, given up, freed. */
#define _POSIX_C_SOURCE 200809L

#include "run_stream_fixture.h"

#include <pthread.h>

#define BEGIN RUN("created") RUN("in_progress")
#define END RUN("completed") DONE
#define ASKING BEGIN ASKS("step_1", "call_1") DONE
#define GOES_ON RUN("queued") CALLS_STEP("step_1", "completed", "completed", CALLED("call_1", "f", "{}")) \
	SAYS("msg_9", "57") END
#define CANCEL_URL "https://api.test/v1/threads/thread_1/runs/run_1/cancel"

/* Every callback but those of a failure, in an answer. */
#define ALL BEGIN SAYS("msg_1", "one") \
	MESSAGE_CREATED("msg_2") MESSAGE_DELTA("msg_2", REFUSAL("0", "no") "," IMAGE("1", "file_1")) \
	MESSAGE("msg_2", "completed", "completed", "") \
	STEP_CREATED("step_0") CALLS_STEP("step_0", "failed", "failed", "") ASKS("step_1", "call_1") DONE

static const char *const callbacks[] = { "connected", "event", "run_step_created", "tool_call_created",
	"tool_call_delta", "tool_call_done", "run_step_delta", "run_step_done", "message_created",
	"text_created", "refusal_created", "message_delta", "text_delta", "refusal_delta", "text_done",
	"refusal_done", "image_file_done", "message_done", "run", "aborted", "end" };

/* The callback in which something is done, the first time. */
static const char *place;

static bool is_here(struct stream_fixture *f, const char *callback)
{
	return f->acts == 0 && strcmp(callback, place) == 0;
}

/* ---- outputs ---- */

static void submit_here(struct stream_fixture *f, struct openai_run_stream *stream, const char *callback)
{
	if (is_here(f, callback))
		stream_submit(f, stream);
}

static void test_submit_from_any_callback(void **state)
{
	static const struct fake_reply replies[] = { EVENTS(ALL), EVENTS(GOES_ON) };

	(void)state;
	for (size_t i = 0; i < COUNT(callbacks); i++) {
		bool ok = i >= 2 && i < COUNT(callbacks) - 2;
		struct stream_fixture f;

		place = callbacks[i];
		if (strcmp(place, "aborted") == 0)
			continue;
		stream_begin(&f, replies, COUNT(replies));
		f.act = submit_here;
		stream_open(&f);
		assert_int_equal(stream_finish(&f), OAC_OK);
		assert_int_equal(f.acts, 1);
		if (strcmp(place, "event") == 0) /* of the run's creation: the first is what was seen */
			ok = true;
		assert_int_equal(f.acted, ok ? OAC_OK : OAC_E_ARGUMENT);
		assert_non_null(strstr(f.acted_message, ok ? "" : i == 0 ? "no run was seen" : "is over"));
		assert_int_equal(f.fake.request_count, ok ? 2 : 1);
		assert_int_equal(stream_logged(&f, "connected"), ok ? 2 : 1);
		assert_int_equal(stream_logged(&f, "run requires_action"), 1);
		assert_int_equal(stream_logged(&f, "run completed"), ok);
		assert_int_equal(stream_logged(&f, "text_done 57"), ok);
		/* Nothing of the first answer is told again. */
		assert_int_equal(stream_logged(&f, "tool_call_created call_1"), 1);
		assert_int_equal(stream_logged(&f, "tool_call_done call_1"), 1);
		assert_int_equal(stream_logged(&f, "run_step_done step_1"), ok);
		if (ok) {
			assert_string_equal(f.fake.requests[1].url,
				"https://api.test/v1/threads/thread_1/runs/run_1/submit_tool_outputs");
			assert_string_equal(f.fake.requests[1].body,
				"{\"tool_outputs\":[{\"tool_call_id\":\"call_1\",\"output\":\"57\"}],\"stream\":true}");
		}
		stream_end(&f);
	}
}

static void submit_each_time(struct stream_fixture *f, struct openai_run_stream *stream, const char *callback)
{
	if (strcmp(callback, "run") == 0)
		stream_submit(f, stream);
}

/* Again and again, which does not go deeper and deeper; the last run is over. */
static void test_many_rounds(void **state)
{
	static const struct fake_reply replies[] = { EVENTS(BEGIN ASKS("step_0", "call_0") DONE),
		EVENTS(ASKS("step_1", "call_1") DONE), EVENTS(ASKS("step_2", "call_2") DONE),
		EVENTS(ASKS("step_3", "call_3") DONE), EVENTS(ASKS("step_4", "call_4") DONE), EVENTS(END) };
	struct openai_run_step_list steps;
	struct stream_fixture f;

	(void)state;
	stream_begin(&f, replies, COUNT(replies));
	f.act = submit_each_time;
	stream_open(&f);
	assert_int_equal(stream_finish(&f), OAC_OK);
	/* What was submitted to the run that is over is not sent. */
	assert_int_equal(f.acts, 6);
	assert_int_equal(f.fake.request_count, 6);
	assert_int_equal(stream_logged(&f, "tool_call_done"), 5);
	assert_int_equal(openai_run_stream_get_final_run_steps(f.stream, &steps, &f.err), OAC_OK);
	assert_int_equal(steps.count, 5);
	stream_end(&f);
}

static void submit_twice(struct stream_fixture *f, struct openai_run_stream *stream, const char *callback)
{
	if (strcmp(callback, "run") == 0 && f->acts == 0) {
		assert_int_equal(stream_submit(f, stream), OAC_OK);
		assert_int_equal(stream_submit(f, stream), OAC_E_ARGUMENT);
		assert_non_null(strstr(f->acted_message, "wait to be sent already"));
	}
}

static void submit_bad(struct stream_fixture *f, struct openai_run_stream *stream, const char *callback)
{
	static const struct openai_tool_output outputs[] = { { .output = "\xff", .tool_call_id = "call_1" } };
	static const struct openai_submit_tool_outputs_request bad = { .tool_outputs = OAC_LIST(outputs) };
	struct oac_error err;

	if (strcmp(callback, "run") == 0 && f->acts == 0) {
		assert_int_equal(openai_run_stream_submit_tool_outputs(stream, NULL, &err), OAC_E_ARGUMENT);
		assert_int_equal(openai_run_stream_submit_tool_outputs(stream, &bad, &err), OAC_E_ARGUMENT);
		assert_non_null(strstr(err.path, "/tool_outputs/0/output"));
		assert_int_equal(stream_submit(f, stream), OAC_OK);
	}
}

static void test_submitting_twice_and_badly(void **state)
{
	static const struct fake_reply replies[] = { EVENTS(ASKING), EVENTS(GOES_ON) };
	void (*const acts[])(struct stream_fixture *, struct openai_run_stream *, const char *) = { submit_twice,
		submit_bad };

	(void)state;
	for (size_t i = 0; i < COUNT(acts); i++) {
		struct stream_fixture f;

		stream_begin(&f, replies, COUNT(replies));
		f.act = acts[i];
		stream_open(&f);
		assert_int_equal(stream_finish(&f), OAC_OK);
		assert_int_equal(f.fake.request_count, 2);
		assert_int_equal(stream_submit(&f, f.stream), OAC_E_ARGUMENT);
		assert_non_null(strstr(f.acted_message, "is over"));
		stream_end(&f);
	}
}

/* Between two events, without a callback; and the server refuses them. */
static void test_submitting_between_events(void **state)
{
	static const struct fake_reply replies[] = { EVENTS(ASKING),
		ANSWER(400, JSON, "{\"error\":{\"message\":\"too late\"}}") };
	const struct openai_assistant_stream_event *event;
	struct stream_fixture f;
	int events = 0;

	(void)state;
	stream_begin(&f, replies, COUNT(replies));
	stream_open(&f);
	assert_int_equal(stream_submit(&f, f.stream), OAC_E_ARGUMENT);
	while (openai_run_stream_next(f.stream, &event, &f.err) == OAC_OK && event != NULL)
		if (++events == 2)
			assert_int_equal(stream_submit(&f, f.stream), OAC_OK);
	assert_int_equal(events, 5);
	assert_int_equal(f.err.status, OAC_E_HTTP);
	assert_string_equal(f.err.server_message, "too late");
	assert_int_equal(f.fake.request_count, 2);
	assert_int_equal(stream_finish(&f), OAC_E_HTTP);
	stream_end(&f);
}

/* A server that does not say its run's thread. */
static void test_ids_as_they_were_given(void **state)
{
	static const struct fake_reply replies[] = {
		EVENTS(EVENT("run.requires_action", "{\"id\":\"run_1\",\"status\":\"requires_action\"}")),
		EVENTS(GOES_ON) };
	struct stream_fixture f;

	(void)state;
	place = "run";
	stream_begin(&f, replies, COUNT(replies));
	f.act = submit_here;
	stream_open(&f);
	assert_int_equal(stream_finish(&f), OAC_OK);
	assert_int_equal(f.fake.request_count, 2);
	stream_end(&f);
}

/* ---- giving up ---- */

static void abort_here(struct stream_fixture *f, struct openai_run_stream *stream, const char *callback)
{
	if (is_here(f, callback)) {
		f->acts++;
		openai_run_stream_abort(stream);
	}
}

static void test_abort_from_any_callback(void **state)
{
	static const struct fake_reply replies[] = { EVENTS(ALL), ANSWER(200, JSON, RUN_BODY("cancelling")) };

	(void)state;
	for (int cancel = 0; cancel < 2; cancel++) {
		for (size_t i = 0; i < COUNT(callbacks) - 2; i++) {
			const struct openai_run *run;
			struct stream_fixture f;

			place = callbacks[i];
			stream_begin(&f, replies, COUNT(replies));
			f.act = abort_here;
			f.options.cancel_run = cancel;
			stream_open(&f);
			assert_int_equal(stream_finish(&f), OAC_E_CANCELLED);
			/* Then nothing more is told of the event. */
			assert_int_equal(f.acts, 1);
			assert_int_equal(stream_logged(&f, "error"), 0);
			assert_string_equal(f.log + f.len - strlen("aborted\nend\n"), "aborted\nend\n");
			if (strcmp(place, "event") != 0)
				assert_int_equal(stream_logged(&f, place), 1);
			/* It is known which run to cancel as soon as one was seen. */
			assert_int_equal(f.fake.request_count, cancel && i > 0 ? 2 : 1);
			assert_int_equal(openai_run_stream_get_final_run(f.stream, &run, &f.err), OAC_E_CANCELLED);
			if (f.fake.request_count == 2) {
				assert_string_equal(f.fake.requests[1].url, CANCEL_URL);
				assert_int_equal(run->status, OPENAI_RUN_STATUS_CANCELLING);
			}
			stream_end(&f);
		}
	}
}

static void test_abort_from_outside(void **state)
{
	static const struct fake_reply replies[] = { EVENTS(ALL),
		ANSWER(400, JSON, "{\"error\":{\"message\":\"no\"}}") };
	const struct openai_assistant_stream_event *event;
	struct stream_fixture f;

	(void)state;
	for (int events = 0; events < 4; events++) {
		stream_begin(&f, replies, COUNT(replies));
		f.options.cancel_run = true;
		stream_open(&f);
		for (int i = 0; i < events; i++)
			assert_int_equal(openai_run_stream_next(f.stream, &event, &f.err), OAC_OK);
		openai_run_stream_abort(f.stream);
		openai_run_stream_abort(f.stream);
		assert_int_equal(openai_run_stream_next(f.stream, &event, &f.err), OAC_E_CANCELLED);
		assert_null(event);
		assert_int_equal(stream_finish(&f), OAC_E_CANCELLED);
		/* That the run could not be cancelled is said. */
		assert_int_equal(strstr(f.err.message, "; the run was not cancelled: ") != NULL, events > 0);
		openai_run_stream_abort(f.stream);
		assert_int_equal(stream_finish(&f), OAC_E_CANCELLED);
		stream_end(&f);
	}
	/* When all is over it is too late. */
	stream_begin(&f, replies, 1);
	stream_open(&f);
	assert_int_equal(stream_finish(&f), OAC_OK);
	openai_run_stream_abort(f.stream);
	assert_int_equal(stream_finish(&f), OAC_OK);
	stream_end(&f);
}

/* A run that is over need not be cancelled. */
static void test_no_cancel_of_what_is_over(void **state)
{
	static const struct fake_reply reply = EVENTS(BEGIN END);
	struct stream_fixture f;

	(void)state;
	place = "run";
	stream_begin(&f, &reply, 1);
	f.act = abort_here;
	f.options.cancel_run = true;
	stream_open(&f);
	assert_int_equal(stream_finish(&f), OAC_E_CANCELLED);
	assert_int_equal(f.fake.request_count, 1);
	stream_end(&f);
}

/* ---- freeing ---- */

static void free_here(struct stream_fixture *f, struct openai_run_stream *stream, const char *callback)
{
	if (is_here(f, callback)) {
		f->acts++;
		openai_run_stream_free(stream);
	}
}

static enum oac_status drive(struct stream_fixture *f, int how)
{
	const struct openai_assistant_stream_event *event;
	struct openai_message_list messages;
	struct openai_run_step_list steps;
	const struct openai_run *run;
	const char *text;
	enum oac_status status;

	switch (how) {
	case 0:
		return openai_run_stream_until_done(f->stream, &f->err);
	case 1:
		while ((status = openai_run_stream_next(f->stream, &event, &f->err)) == OAC_OK)
			assert_non_null(event);
		return status;
	case 2:
		while ((status = openai_run_stream_next_text(f->stream, &text, &f->err)) == OAC_OK)
			assert_non_null(text);
		return status;
	case 3:
		status = openai_run_stream_get_final_run(f->stream, &run, &f->err);
		assert_null(run);
		return status;
	case 4:
		status = openai_run_stream_get_final_messages(f->stream, &messages, &f->err);
		assert_int_equal(messages.count, 0);
		return status;
	default:
		status = openai_run_stream_get_final_run_steps(f->stream, &steps, &f->err);
		assert_int_equal(steps.count, 0);
		return status;
	}
}

static void test_free_from_any_callback(void **state)
{
	static const struct fake_reply reply = EVENTS(ALL);

	(void)state;
	for (size_t i = 0; i < COUNT(callbacks); i++) {
		for (int how = 0; how < 6; how++) {
			struct stream_fixture f;

			place = callbacks[i];
			if (strcmp(place, "aborted") == 0)
				continue;
			stream_begin(&f, &reply, 1);
			f.act = free_here;
			f.options.cancel_run = true;
			stream_open(&f);
			assert_int_equal(drive(&f, how), OAC_E_CANCELLED);
			assert_non_null(strstr(f.err.message, "freed"));
			assert_int_equal(f.acts, 1);
			/* Nobody is called any more, and the run goes on. */
			if (strcmp(place, "event") != 0)
				assert_int_equal(stream_logged(&f, place), 1);
			assert_int_equal(stream_logged(&f, "aborted"), 0);
			assert_int_equal(stream_logged(&f, "end"), strcmp(place, "end") == 0);
			assert_int_equal(f.fake.request_count, 1);
			f.stream = NULL;
			stream_end(&f);
		}
	}
}

/* At any point, from outside. */
static void test_free_early(void **state)
{
	static const struct fake_reply reply = EVENTS(ALL);
	const struct openai_assistant_stream_event *event;
	struct stream_fixture f;

	(void)state;
	for (int events = 0; events < 20; events++) {
		stream_begin(&f, &reply, 1);
		stream_open(&f);
		for (int i = 0; i < events; i++)
			assert_int_equal(openai_run_stream_next(f.stream, &event, &f.err), OAC_OK);
		stream_end(&f);
		assert_int_equal(f.fake.request_count, events > 0);
	}
}

/* ---- the token ---- */

static void *pull_soon(void *token)
{
	oac_sleep_ms(40, NULL);
	oac_cancel_pull(token);
	return NULL;
}

static void test_token_from_another_thread(void **state)
{
	static const struct fake_reply replies[] = {
		{ 200, STREAM, BEGIN END, OAC_OUTCOME_ANSWERED, false, 20000 },
	};
	struct stream_fixture f;
	pthread_t thread;

	(void)state;
	stream_begin(&f, replies, COUNT(replies));
	f.options.call.cancel = oac_cancel_new();
	stream_open(&f);
	int64_t start = oac_now_ms();
	assert_int_equal(pthread_create(&thread, NULL, pull_soon, f.options.call.cancel), 0);
	assert_int_equal(stream_finish(&f), OAC_E_CANCELLED);
	assert_true(oac_now_ms() - start < 5000);
	pthread_join(thread, NULL);
	assert_string_equal(f.log, "aborted\nend\n");
	oac_cancel_free(f.options.call.cancel);
	stream_end(&f);
}

static void pull_here(struct stream_fixture *f, struct openai_run_stream *stream, const char *callback)
{
	(void)stream;
	if (is_here(f, callback)) {
		f->acts++;
		oac_cancel_pull(f->options.call.cancel);
	}
}

/* Within a callback; the request that cancels the run is not stopped by it. */
static void test_token_from_a_callback(void **state)
{
	static const struct fake_reply replies[] = { EVENTS(ALL), ANSWER(200, JSON, RUN_BODY("cancelling")) };
	static const char *const places[] = { "event", "text_delta", "run" };

	(void)state;
	for (size_t i = 0; i < COUNT(places); i++) {
		struct stream_fixture f;

		place = places[i];
		stream_begin(&f, replies, COUNT(replies));
		f.act = pull_here;
		f.options.cancel_run = true;
		f.options.call.cancel = oac_cancel_new();
		stream_open(&f);
		assert_int_equal(stream_finish(&f), OAC_E_CANCELLED);
		assert_int_equal(f.fake.request_count, 2);
		assert_string_equal(f.fake.requests[1].url, CANCEL_URL);
		assert_null(strstr(f.err.message, "not cancelled"));
		oac_cancel_free(f.options.call.cancel);
		stream_end(&f);
	}
}

/* ---- time ---- */

static void dawdle(struct stream_fixture *f, struct openai_run_stream *stream, const char *callback)
{
	if (strcmp(callback, "run_step_created") == 0) {
		stream_submit(f, stream);
		oac_sleep_ms(150, NULL);
	}
}

/* Each answer has the deadline for itself, counted from its own request. */
static void test_deadline_of_each_answer(void **state)
{
	static const struct fake_reply replies[] = { EVENTS(ASKING), EVENTS(GOES_ON) };
	static const struct fake_reply slow[] = { EVENTS(ASKING),
		{ 200, STREAM, GOES_ON, OAC_OUTCOME_ANSWERED, false, 20000 },
		ANSWER(200, JSON, RUN_BODY("cancelling")) };
	struct stream_fixture f;

	(void)state;
	stream_begin(&f, replies, COUNT(replies));
	f.act = dawdle;
	f.options.call.deadline_ms = 140;
	stream_open(&f);
	assert_int_equal(stream_finish(&f), OAC_OK);
	stream_end(&f);
	stream_begin(&f, slow, COUNT(slow));
	f.act = submit_each_time;
	f.options.call.deadline_ms = 140;
	f.options.cancel_run = true;
	stream_open(&f);
	assert_int_equal(stream_finish(&f), OAC_E_TIMEOUT);
	assert_int_equal(f.fake.request_count, 3);
	assert_non_null(strstr(f.log, "run requires_action\ntimeout\nerror OAC_E_TIMEOUT\nend\n"));
	assert_int_equal(openai_run_stream_current_run(f.stream)->status, OPENAI_RUN_STATUS_CANCELLING);
	stream_end(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_submit_from_any_callback),
		cmocka_unit_test(test_many_rounds),
		cmocka_unit_test(test_submitting_twice_and_badly),
		cmocka_unit_test(test_submitting_between_events),
		cmocka_unit_test(test_ids_as_they_were_given),
		cmocka_unit_test(test_abort_from_any_callback),
		cmocka_unit_test(test_abort_from_outside),
		cmocka_unit_test(test_no_cancel_of_what_is_over),
		cmocka_unit_test(test_free_from_any_callback),
		cmocka_unit_test(test_free_early),
		cmocka_unit_test(test_token_from_another_thread),
		cmocka_unit_test(test_token_from_a_callback),
		cmocka_unit_test(test_deadline_of_each_answer),
	};

	return cmocka_run_group_tests_name("steering a run stream", tests, NULL, NULL);
}
