/* Runs with tools of the program's own, to their end: by polling and as a stream. */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#endif

#include "run_stream_fixture.h"

#include <pthread.h>

#define BEGIN RUN("created") RUN("in_progress")
#define END RUN("completed") DONE
#define SUBMIT_URL "https://api.test/v1/threads/thread_1/runs/run_1/submit_tool_outputs"
#define CANCEL_URL "https://api.test/v1/threads/thread_1/runs/run_1/cancel"

/* The same answer for both ways of following a run. */
#define BOTH(name, asked) \
	static const struct fake_reply name##_poll = ANSWER(200, JSON, asked); \
	static const struct fake_reply name##_stream = EVENTS(BEGIN EVENT("run.requires_action", asked) DONE)

#define FIVE REQUIRES(CALLED("call_1", "add", "{\\\"a\\\":1}") "," CALLED("call_2", "fail", "x") "," \
	CALLED("call_3", "fail_silently", "") "," CALLED("call_4", "rm", "{}") "," CALLED("call_5", "noise", ""))
BOTH(five, FIVE);
BOTH(one, REQUIRES(CALLED("call_1", "add", "{}")));
BOTH(stop, REQUIRES(CALLED("call_1", "add", "{}") "," CALLED("call_2", "stop", "{}")));
BOTH(slow, REQUIRES(CALLED("call_1", "slow", "{}")));
BOTH(pull, REQUIRES(CALLED("call_1", "pull", "{}")));
BOTH(nothing, RUN_BODY("requires_action"));
BOTH(incomplete, "{\"id\":\"run_1\",\"status\":\"requires_action\",\"required_action\":{\"type\":"
	"\"submit_tool_outputs\",\"submit_tool_outputs\":{\"tool_calls\":[{\"id\":\"call_1\"}]}}}");
static const struct fake_reply completed_poll = ANSWER(200, JSON, RUN_BODY("completed"));
static const struct fake_reply completed_stream = EVENTS(END);
static const struct fake_reply late_poll = { 200, JSON, RUN_BODY("completed"), OAC_OUTCOME_ANSWERED, false, 20000 };
static const struct fake_reply late_stream = { 200, STREAM, END, OAC_OUTCOME_ANSWERED, false, 20000 };
static const struct fake_reply cancelling = ANSWER(200, JSON, RUN_BODY("cancelling"));
static const struct fake_reply refused = ANSWER(400, JSON, "{\"error\":{\"message\":\"no\"}}");

/* replies[0] by polling, [1] as a stream */
#define REPLY(name) { &name##_poll, &name##_stream }
#define SAME(name) { &(name), &(name) }

enum {
	REPLIES = 6,
};

struct tools_fixture {
	struct stream_fixture f;
	struct fake_reply replies[2 * REPLIES];
	struct openai_run_tools_options options;
	struct openai_run *run;
	int calls; /* of add */
};

/* ---- functions ---- */

static enum openai_tool_result add(void *user, const char *arguments, struct openai_tool_reply *reply)
{
	struct tools_fixture *t = user;

	t->calls++;
	openai_tool_reply_add(reply, "got ");
	openai_tool_reply_add_bytes(reply, arguments, strlen(arguments));
	return OPENAI_TOOL_DONE;
}

static enum openai_tool_result refuse(void *user, const char *arguments, struct openai_tool_reply *reply)
{
	(void)user;
	openai_tool_reply_add(reply, "cannot read ");
	openai_tool_reply_add(reply, arguments);
	return OPENAI_TOOL_FAILED;
}

static enum openai_tool_result refuse_silently(void *user, const char *arguments, struct openai_tool_reply *reply)
{
	(void)user;
	(void)reply;
	assert_string_equal(arguments, "");
	return OPENAI_TOOL_FAILED;
}

static enum openai_tool_result noise(void *user, const char *arguments, struct openai_tool_reply *reply)
{
	(void)user;
	(void)arguments;
	openai_tool_reply_add_bytes(reply, "a\0\xff", 3);
	return OPENAI_TOOL_DONE;
}

static enum openai_tool_result stop(void *user, const char *arguments, struct openai_tool_reply *reply)
{
	(void)user;
	(void)arguments;
	openai_tool_reply_add(reply, "never sent");
	return OPENAI_TOOL_STOP;
}

static enum openai_tool_result slow(void *user, const char *arguments, struct openai_tool_reply *reply)
{
	(void)user;
	(void)arguments;
	(void)reply;
	oac_sleep_ms(150, NULL);
	return OPENAI_TOOL_DONE;
}

static enum openai_tool_result pull(void *user, const char *arguments, struct openai_tool_reply *reply)
{
	struct tools_fixture *t = user;

	(void)arguments;
	(void)reply;
	oac_cancel_pull(t->options.call.cancel);
	return OPENAI_TOOL_DONE;
}

/* ---- a run ---- */

static void tools_run(struct tools_fixture *t, enum oac_status status)
{
	const struct openai_create_run_request request = { .assistant_id = "asst_1" };
	const struct openai_tool_function functions[] = { { "add", add, t }, { "fail", refuse, NULL },
		{ "fail_silently", refuse_silently, NULL }, { "noise", noise, NULL }, { "stop", stop, NULL },
		{ "slow", slow, NULL }, { "pull", pull, t } };

	t->options.tools = (struct openai_tool_function_list)OAC_LIST(functions);
	memset(&t->run, 0xAA, sizeof(t->run));
	memset(&t->f.err, 0xAA, sizeof(t->f.err));
	assert_int_equal(openai_runs_run_tools(t->f.client, "thread_1", &request, &t->options, &t->run, &t->f.err),
		status);
	assert_int_equal(t->f.err.status, status);
	assert_null(strchr(t->f.err.message, '\n'));
	assert_int_equal(t->f.fake.running, 0);
}

static void tools_begin(struct tools_fixture *t, int stream, const struct fake_reply *const (*replies)[2],
	size_t count)
{
	size_t n = 0;

	for (size_t i = 0; i < count; i++) {
		/* What is polled begins with an answer to what was posted. */
		if (!stream && replies[i][0] != replies[i][1])
			t->replies[n++] = (struct fake_reply)ANSWER(200, JSON, RUN_BODY("queued"));
		t->replies[n++] = *replies[i][stream];
	}
	stream_begin(&t->f, t->replies, n);
	memset(&t->options, 0, sizeof(t->options));
	t->calls = 0;
	t->options.stream = stream;
	t->options.interval_ms = oac_int(0);
	if (stream) {
		t->options.handler = &log_handler;
		t->options.user = &t->f;
	}
}

/* The place of the nth request that posts, counted from 0. */
static size_t post_at(const struct tools_fixture *t, size_t n)
{
	size_t i;

	for (i = 0; i < t->f.fake.request_count; i++)
		if (t->f.fake.requests[i].method[0] == 'P' && n-- == 0)
			break;
	return i;
}

static const struct fake_request *post(const struct tools_fixture *t, size_t n)
{
	assert_true(post_at(t, n) < t->f.fake.request_count);
	return &t->f.fake.requests[post_at(t, n)];
}

static size_t posts(const struct tools_fixture *t)
{
	size_t count = 0;

	while (post_at(t, count) < t->f.fake.request_count)
		count++;
	return count;
}

static void tools_end(struct tools_fixture *t, enum openai_run_status status)
{
	assert_int_equal(t->run->status, status);
	openai_run_free(t->run);
	if (t->options.stream)
		assert_int_equal(stream_logged(&t->f, "end"), 1);
	t->f.stream = NULL;
	stream_end(&t->f);
}

/* All outputs of a round go at once; what a function says of its failure, the model reads. */
static void test_calls_at_once(void **state)
{
	static const struct fake_reply *const replies[][2] = { REPLY(five), REPLY(one), REPLY(completed) };
	static const char outputs[] = "{\"tool_outputs\":["
		"{\"tool_call_id\":\"call_1\",\"output\":\"got {\\\"a\\\":1}\"},"
		"{\"tool_call_id\":\"call_2\",\"output\":\"error: cannot read x\"},"
		"{\"tool_call_id\":\"call_3\",\"output\":\"error: the function failed\"},"
		"{\"tool_call_id\":\"call_4\",\"output\":\"error: there is no such function\"},"
		"{\"tool_call_id\":\"call_5\",\"output\":\"error: the function's output is no text\"}]";

	(void)state;
	for (int stream = 0; stream < 2; stream++) {
		struct tools_fixture t;

		tools_begin(&t, stream, replies, COUNT(replies));
		tools_run(&t, OAC_OK);
		assert_int_equal(t.calls, 2);
		assert_int_equal(posts(&t), 3);
		assert_string_equal(post(&t, 1)->url, SUBMIT_URL);
		assert_memory_equal(post(&t, 1)->body, outputs, strlen(outputs));
		assert_string_equal(post(&t, 2)->url, SUBMIT_URL);
		assert_int_equal(stream_logged(&t.f, "connected"), stream ? 3 : 0);
		tools_end(&t, OPENAI_RUN_STATUS_COMPLETED);
	}
}

/* What ends it before the run is over, and whether the run is cancelled then. */
static void test_ends(void **state)
{
	static const struct {
		const char *name;
		const struct fake_reply *replies[REPLIES][2];
		size_t count;
		int max_rounds;
		int64_t deadline_ms; /* below 0: that long before the end of the clock */
		enum oac_status status;
		size_t requests;
		bool given_up; /* so that the last request cancels the run */
		const char *message; /* a part */
	} cases[] = {
		{ "stop", { REPLY(stop), SAME(cancelling) }, 2, 0, 0, OAC_E_CANCELLED, 1, true,
			"the function stop gave up on the run" },
		{ "rounds", { REPLY(one), REPLY(one), REPLY(one), SAME(cancelling) }, 4, 2, 0, OAC_E_LIMIT, 3, true,
			"asked for tools more than 2 times" },
		{ "deadline", { REPLY(one), REPLY(late), SAME(cancelling) }, 3, 0, 100, OAC_E_TIMEOUT, 2, true, "" },
		{ "the functions' time does not count", { REPLY(slow), REPLY(slow), REPLY(completed) }, 3, 0, 140,
			OAC_OK, 3, false, "" },
		{ "the functions' time, nearly without a deadline", { REPLY(slow), REPLY(completed) }, 2, 0, -100,
			OAC_OK, 2, false, "" },
		{ "token", { REPLY(pull), SAME(cancelling) }, 2, 0, 0, OAC_E_CANCELLED, 1, true, "cancelled" },
		{ "nothing is required", { REPLY(nothing), SAME(cancelling) }, 2, 0, 0, OAC_E_PROTOCOL, 1, true,
			"does not say which" },
		{ "a call without a name", { REPLY(incomplete), REPLY(completed) }, 2, 0, 0, OAC_OK, 2, false, "" },
		{ "refused", { REPLY(one), SAME(refused) }, 2, 0, 0, OAC_E_HTTP, 2, false, "400" },
		{ "not cancelled", { REPLY(stop), SAME(refused) }, 2, 0, 0, OAC_E_CANCELLED, 1, true,
			"; the run was not cancelled: " },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		for (int how = 0; how < 4; how++) {
			bool cancel = how >= 2 && cases[i].given_up;
			struct tools_fixture t;
			enum openai_run_status last = cases[i].status == OAC_OK ? OPENAI_RUN_STATUS_COMPLETED :
				OPENAI_RUN_STATUS_REQUIRES_ACTION;

			/* What a poll saw last is the answer to the outputs. */
			if (how == 0 && cases[i].status == OAC_E_TIMEOUT)
				last = OPENAI_RUN_STATUS_QUEUED;
			if (how < 2 && strcmp(cases[i].name, "not cancelled") == 0)
				continue;
			print_message("# %s, %d\n", cases[i].name, how);
			tools_begin(&t, how % 2, cases[i].replies, cases[i].count);
			t.options.max_rounds = cases[i].max_rounds;
			t.options.deadline_ms = cases[i].deadline_ms < 0 ?
				INT64_MAX - oac_now_ms() + cases[i].deadline_ms : cases[i].deadline_ms;
			t.options.cancel_run = how >= 2;
			t.options.call.cancel = oac_cancel_new();
			tools_run(&t, cases[i].status);
			assert_non_null(strstr(t.f.err.message, cases[i].message));
			assert_int_equal(posts(&t), cases[i].requests + (cancel ? 1 : 0));
			if (cancel)
				assert_string_equal(post(&t, cases[i].requests)->url, CANCEL_URL);
			if (cancel && strcmp(cases[i].name, "not cancelled") != 0)
				last = OPENAI_RUN_STATUS_CANCELLING;
			if (how % 2 == 1)
				assert_int_equal(stream_logged(&t.f, "aborted"), cases[i].status == OAC_E_CANCELLED);
			oac_cancel_free(t.options.call.cancel);
			tools_end(&t, last);
		}
	}
}

/* No run was seen. */
static void test_no_run(void **state)
{
	static const struct fake_reply *const replies[][2] = { SAME(refused) };

	(void)state;
	for (int stream = 0; stream < 2; stream++) {
		struct tools_fixture t;

		tools_begin(&t, stream, replies, COUNT(replies));
		tools_run(&t, OAC_E_HTTP);
		assert_null(t.run);
		t.options.tools.count = 0; /* they went with tools_run */
		assert_int_equal(openai_runs_run_tools(t.f.client, "", NULL, &t.options, &t.run, &t.f.err),
			OAC_E_ARGUMENT);
		assert_null(t.run);
		assert_int_equal(posts(&t), 1);
		t.f.stream = NULL;
		stream_end(&t.f);
	}
}

/* On a thread of its own, without options: every function is unknown. */
static void test_threads(void **state)
{
	static const struct fake_reply *const replies[][2] = { REPLY(one), REPLY(completed) };
	const struct openai_create_thread_and_run_request request = { .assistant_id = "asst_1" };
	const struct openai_run_tools_options streaming = { .stream = true };

	(void)state;
	for (int stream = 0; stream < 2; stream++) {
		struct tools_fixture t;

		tools_begin(&t, stream, replies, COUNT(replies));
		t.options.stream = false;
		assert_int_equal(openai_threads_run_tools(t.f.client, &request, stream ? &streaming : NULL, &t.run,
			&t.f.err), OAC_OK);
		assert_string_equal(post(&t, 0)->url, "https://api.test/v1/threads/runs");
		assert_non_null(strstr(post(&t, 1)->body, "no such function"));
		tools_end(&t, OPENAI_RUN_STATUS_COMPLETED);
	}
}

/* Options of the calls: some are for the first request, the others for all. */
static void test_call_options(void **state)
{
	static const struct fake_reply *const replies[][2] = { REPLY(one), REPLY(completed) };
	static const struct oac_header headers[] = { { "X-Trace", "7" } };

	(void)state;
	for (int stream = 0; stream < 2; stream++) {
		struct oac_response response;
		struct tools_fixture t;

		tools_begin(&t, stream, replies, COUNT(replies));
		t.options.call.headers = (struct oac_header_list)OAC_LIST(headers);
		t.options.call.body = (struct oac_json)OAC_JSON("{\"seed\":5}");
		t.options.call.response = &response;
		tools_run(&t, OAC_OK);
		assert_non_null(strstr(post(&t, 0)->body, "\"seed\":5"));
		assert_null(strstr(post(&t, 1)->body, "seed"));
		assert_string_equal(fake_header(&t.f.fake, 0, "X-Trace"), "7");
		assert_string_equal(fake_header(&t.f.fake, post_at(&t, 1), "X-Trace"), "7");
		assert_int_equal(response.http_status, 200);
		oac_response_clear(&response);
		tools_end(&t, OPENAI_RUN_STATUS_COMPLETED);
	}
}

/* ---- the handler of a stream has a say ---- */

static void submit_own(struct stream_fixture *f, struct openai_run_stream *stream, const char *callback)
{
	if (strcmp(callback, "run") == 0 && f->acts == 0)
		assert_int_equal(stream_submit(f, stream), OAC_OK);
}

static void test_the_handler_submits(void **state)
{
	static const struct fake_reply *const replies[][2] = { REPLY(one), REPLY(one), REPLY(completed) };
	struct tools_fixture t;

	(void)state;
	tools_begin(&t, 1, replies, COUNT(replies));
	t.f.act = submit_own;
	tools_run(&t, OAC_OK);
	assert_int_equal(t.calls, 1); /* of the second round */
	assert_non_null(strstr(post(&t, 1)->body, "57"));
	assert_int_equal(posts(&t), 3);
	tools_end(&t, OPENAI_RUN_STATUS_COMPLETED);
}

static void give_up(struct stream_fixture *f, struct openai_run_stream *stream, const char *callback)
{
	(void)f;
	if (strcmp(callback, "run") == 0)
		openai_run_stream_abort(stream);
}

static void test_the_handler_gives_up(void **state)
{
	static const struct fake_reply *const replies[][2] = { REPLY(one), SAME(cancelling) };
	struct tools_fixture t;

	(void)state;
	tools_begin(&t, 1, replies, COUNT(replies));
	t.f.act = give_up;
	t.options.cancel_run = true;
	tools_run(&t, OAC_E_CANCELLED);
	assert_int_equal(t.calls, 0);
	assert_int_equal(posts(&t), 2);
	tools_end(&t, OPENAI_RUN_STATUS_CANCELLING);
}

/* An answer's own limit holds beside the limit of all. */
static void test_the_limit_of_an_answer(void **state)
{
	static const struct fake_reply *const replies[][2] = { REPLY(one), REPLY(late) };
	static const int64_t deadlines[] = { 0, 15000 };

	(void)state;
	for (size_t i = 0; i < COUNT(deadlines); i++) {
		struct tools_fixture t;
		int64_t start = oac_now_ms();

		tools_begin(&t, 1, replies, COUNT(replies));
		t.options.call.deadline_ms = 100;
		t.options.deadline_ms = deadlines[i];
		tools_run(&t, OAC_E_TIMEOUT);
		assert_true(oac_now_ms() - start < 5000);
		tools_end(&t, OPENAI_RUN_STATUS_REQUIRES_ACTION);
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
	static const struct fake_reply *const replies[][2] = { REPLY(one), REPLY(late), SAME(cancelling) };

	(void)state;
	for (int stream = 0; stream < 2; stream++) {
		int64_t start = oac_now_ms();
		struct tools_fixture t;
		pthread_t thread;

		tools_begin(&t, stream, replies, COUNT(replies));
		t.options.cancel_run = true;
		t.options.call.cancel = oac_cancel_new();
		assert_int_equal(pthread_create(&thread, NULL, pull_soon, t.options.call.cancel), 0);
		tools_run(&t, OAC_E_CANCELLED);
		pthread_join(thread, NULL);
		assert_true(oac_now_ms() - start < 5000);
		oac_cancel_free(t.options.call.cancel);
		assert_string_equal(post(&t, 2)->url, CANCEL_URL);
		tools_end(&t, OPENAI_RUN_STATUS_CANCELLING);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_calls_at_once),
		cmocka_unit_test(test_ends),
		cmocka_unit_test(test_no_run),
		cmocka_unit_test(test_threads),
		cmocka_unit_test(test_call_options),
		cmocka_unit_test(test_the_handler_submits),
		cmocka_unit_test(test_the_handler_gives_up),
		cmocka_unit_test(test_the_limit_of_an_answer),
		cmocka_unit_test(test_token_from_another_thread),
	};

	return cmocka_run_group_tests_name("run tools", tests, NULL, NULL);
}
