/* Streamed runs on a loop: what is done from within their callbacks, and the end of the loop. */
#include "call_fixture.h"
#include "openai_helpers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define ANSWER(headers, body) { 200, headers, (body), OAC_OUTCOME_ANSWERED, false, 0 }
#define RUN_BODY(status) "{\"id\":\"run_1\",\"thread_id\":\"thread_1\",\"status\":\"" status "\"}"
#define RUN(status) "event: thread.run." status "\ndata: " RUN_BODY(status) "\n\n"
#define STREAM \
	ANSWER("Content-Type: text/event-stream\n", RUN("created") RUN("queued") RUN("in_progress") \
		RUN("completed") "event: done\ndata: [DONE]\n\n")

static const struct fake_reply replies[] = {
	STREAM,
	ANSWER("Content-Type: application/json\n", RUN_BODY("cancelling")),
};

struct rig {
	struct fake fake;
	struct oac_client *client;
	struct oac_loop *loop;
	void (*act)(struct rig *rig, struct openai_run_stream *stream); /* within the second event */
	int events;
	int aborted;
	int ends;
	int count; /* of done */
	enum oac_status status;
	struct oac_error err;
	enum openai_run_status run_status;
	struct oac_async async;
};

static void on_event(void *user, struct openai_run_stream *stream, const struct openai_assistant_stream_event *event)
{
	struct rig *rig = user;

	(void)event;
	assert_int_equal(rig->count, 0);
	if (++rig->events == 2 && rig->act != NULL)
		rig->act(rig, stream);
}

static void on_aborted(void *user, struct openai_run_stream *stream)
{
	(void)stream;
	((struct rig *)user)->aborted++;
}

static void on_end(void *user, struct openai_run_stream *stream)
{
	(void)stream;
	((struct rig *)user)->ends++;
}

static void on_done(void *user, enum oac_status status, struct openai_run *run, const struct oac_error *err)
{
	struct rig *rig = user;

	rig->count++;
	rig->status = status;
	rig->err = *err;
	rig->run_status = run != NULL ? run->status : OPENAI_RUN_STATUS_UNSET;
	openai_run_free(run);
	assert_int_equal(err->status, status);
}

static const struct openai_run_stream_handler handler = { .event = on_event, .aborted = on_aborted, .end = on_end };

static void begin(struct rig *rig, bool cancel_run, void (*act)(struct rig *, struct openai_run_stream *))
{
	const struct oac_client_options own = { .api_key = "sk-secret", .base_url = "https://api.test/v1",
		.transport = &rig->fake.transport };
	const struct openai_create_run_request request = { .assistant_id = "asst_1" };
	const struct openai_run_stream_options options = { .handler = &handler, .user = rig,
		.cancel_run = cancel_run };
	struct oac_error err;

	memset(rig, 0, sizeof(*rig));
	fake_init(&rig->fake, replies, sizeof(replies) / sizeof(replies[0]));
	rig->act = act;
	rig->client = openai_client_new(&own, &err);
	rig->loop = oac_loop_new(NULL, &err);
	assert_int_equal(openai_runs_stream_async(rig->loop, rig->client, "thread_1", &request, &options, on_done, rig,
		&rig->async, &err), OAC_OK);
}

static void end(struct rig *rig)
{
	assert_int_equal(rig->count, 1);
	oac_loop_free(rig->loop);
	oac_client_free(rig->client);
	assert_int_equal(rig->fake.running, 0);
	assert_int_equal(rig->fake.freed, 1);
}

static void cancel(struct rig *rig, struct openai_run_stream *stream)
{
	(void)stream;
	assert_true(oac_loop_cancel(rig->loop, rig->async));
}

static void abort_it(struct rig *rig, struct openai_run_stream *stream)
{
	(void)rig;
	openai_run_stream_abort(stream);
}

/* Only aborted and end are called then, and the run is cancelled when that is wanted. */
static void test_giving_up(void **state)
{
	void (*const acts[])(struct rig *, struct openai_run_stream *) = { cancel, abort_it };

	(void)state;
	for (int i = 0; i < 4; i++) {
		bool cancel_run = i % 2 == 1;
		struct rig rig;

		begin(&rig, cancel_run, acts[i / 2]);
		assert_int_equal(oac_loop_run(rig.loop, NULL), OAC_OK);
		assert_int_equal(rig.status, OAC_E_CANCELLED);
		assert_int_equal(rig.events, 2);
		assert_int_equal(rig.aborted, 1);
		assert_int_equal(rig.ends, 1);
		assert_int_equal(rig.fake.request_count, cancel_run ? 2 : 1);
		assert_int_equal(rig.run_status,
			cancel_run ? OPENAI_RUN_STATUS_CANCELLING : OPENAI_RUN_STATUS_QUEUED);
		assert_null(strstr(rig.err.message, "the run was not cancelled"));
		end(&rig);
	}
}

static void free_stream(struct rig *rig, struct openai_run_stream *stream)
{
	(void)rig;
	openai_run_stream_free(stream);
}

/* Nothing more is called but done, and the run goes on. */
static void test_freeing_the_stream(void **state)
{
	struct rig rig;

	(void)state;
	begin(&rig, true, free_stream);
	assert_int_equal(oac_loop_run(rig.loop, NULL), OAC_OK);
	assert_int_equal(rig.status, OAC_E_CANCELLED);
	assert_int_equal(rig.events, 2);
	assert_int_equal(rig.aborted + rig.ends, 0);
	assert_int_equal(rig.fake.request_count, 1);
	end(&rig);
}

static void free_loop(struct rig *rig, struct openai_run_stream *stream)
{
	(void)stream;
	oac_loop_free(rig->loop);
	rig->loop = NULL;
}

static void free_all(struct rig *rig, struct openai_run_stream *stream)
{
	openai_run_stream_free(stream);
	oac_client_free(rig->client);
	rig->client = NULL;
	free_loop(rig, stream);
}

/* There is no time to cancel runs then, and each stream says so. */
static void test_freeing_the_loop(void **state)
{
	struct rig rig;

	(void)state;
	for (int i = 0; i < 2; i++) {
		begin(&rig, i == 1, free_loop);
		assert_int_equal(oac_loop_run(rig.loop, NULL), OAC_E_CANCELLED);
		assert_int_equal(rig.status, OAC_E_CANCELLED);
		assert_int_equal(rig.events, 2);
		assert_int_equal(rig.aborted, 1);
		assert_int_equal(rig.ends, 1);
		assert_int_equal(rig.fake.request_count, 1);
		assert_int_equal(strstr(rig.err.message, "the run was not cancelled") != NULL, i == 1);
		end(&rig);
	}
	begin(&rig, true, free_all);
	assert_int_equal(oac_loop_run(rig.loop, NULL), OAC_E_CANCELLED);
	assert_int_equal(rig.events, 2);
	assert_int_equal(rig.aborted + rig.ends, 0);
	end(&rig);
}

/* The same when it has not even begun: the caller has said which run it is. */
static void test_freeing_the_loop_at_once(void **state)
{
	const struct openai_tool_output outputs[] = { { .tool_call_id = "call_1", .output = "57" } };
	const struct openai_submit_tool_outputs_request request = { .tool_outputs = OAC_LIST(outputs) };
	struct openai_run_stream_options options = { .cancel_run = true };
	struct oac_error err;
	struct rig rig;

	(void)state;
	begin(&rig, false, NULL);
	assert_int_equal(oac_loop_run(rig.loop, NULL), OAC_OK);
	rig.count = 0;
	assert_int_equal(openai_runs_submit_tool_outputs_stream_async(rig.loop, rig.client, "thread_1", "run_1",
		&request, &options, on_done, &rig, NULL, &err), OAC_OK);
	oac_loop_free(rig.loop);
	rig.loop = NULL;
	assert_int_equal(rig.status, OAC_E_CANCELLED);
	assert_non_null(strstr(rig.err.message, "; the run was not cancelled: "));
	assert_int_equal(rig.fake.request_count, 1);
	end(&rig);
}

/* What cannot be begun is said at once, and done is not called. */
static void test_what_cannot_begin(void **state)
{
	const struct openai_create_run_request nameless = { 0 };
	struct oac_async async = { 1, 1 };
	struct oac_error err;
	struct rig rig;

	(void)state;
	begin(&rig, false, NULL);
	assert_int_equal(openai_runs_stream_async(rig.loop, rig.client, "thread_1", &nameless, NULL, on_done, &rig,
		&async, &err), OAC_E_ARGUMENT);
	assert_int_equal(err.status, OAC_E_ARGUMENT);
	assert_int_equal(async.generation, 0);
	assert_int_equal(openai_runs_stream_async(NULL, rig.client, "thread_1", &nameless, NULL, on_done, &rig, NULL,
		&err), OAC_E_ARGUMENT);
	assert_int_equal(oac_loop_count(rig.loop), 1);
	assert_int_equal(oac_loop_run(rig.loop, NULL), OAC_OK);
	assert_int_equal(rig.status, OAC_OK);
	assert_int_equal(rig.events, 4);
	assert_int_equal(rig.run_status, OPENAI_RUN_STATUS_COMPLETED);
	end(&rig);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_giving_up),
		cmocka_unit_test(test_freeing_the_stream),
		cmocka_unit_test(test_freeing_the_loop),
		cmocka_unit_test(test_freeing_the_loop_at_once),
		cmocka_unit_test(test_what_cannot_begin),
	};

	return cmocka_run_group_tests_name("streamed runs on a loop", tests, NULL, NULL);
}
