/* What a loop does, without memory: see oom_rows.h. What was accepted is told of once. */
#define _POSIX_C_SOURCE 200809L

#include "oom_runs.h"

#include "oac_error_set.h"

#include <netdb.h>

enum {
	SIDE_BY_SIDE = 3,
	LOOK_UP_MS = 20,
	LARGE = 1 << 20, /* bytes of an answer, which comes in turns */
};

#if FAILING_MALLOC

/*
 * When libcurl has no memory to see that 127.0.0.1 is an address, it has a thread look it up.
 * That one is slow: what another call found meanwhile is used, and the thread is left behind.
 */
FOR_THE_PROCESS int getaddrinfo(const char *name, const char *service, const struct addrinfo *hints,
	struct addrinfo **found)
{
	(void)name;
	(void)service;
	(void)hints;
	*found = NULL;
	oac_sleep_ms(LOOK_UP_MS, NULL);
	return EAI_AGAIN;
}

#endif

/* What goes on in one loop, until it is all over. */
struct work {
	struct oac_client *client;
	struct oac_loop *loop;
	struct oac_error *err; /* the first one */
	int accepted;
	int ended;
	int seen; /* runs, events and items shown on the way, and tools called */
};

static void note(struct work *work, const struct oac_error *err)
{
	if (work->err->status == OAC_OK)
		*work->err = *err;
}

/* Of what cannot be begun nothing more is heard. */
static void note_start(struct work *work, enum oac_status status, const struct oac_error *err)
{
	assert_int_equal(err->status, status);
	work->accepted += status == OAC_OK;
	note(work, err);
}

static void on_end(void *user, enum oac_status status, const struct oac_error *err)
{
	struct work *work = user;

	assert_int_equal(err->status, status);
	work->ended++;
	note(work, err);
}

static void on_run_end(void *user, enum oac_status status, struct openai_run *run, const struct oac_error *err)
{
	struct work *work = user;

	/* A run that was seen is not lost. */
	assert_true(run != NULL || (status != OAC_OK && work->seen == 0));
	openai_run_free(run);
	on_end(user, status, err);
}

static void on_call_end(void *user, enum oac_status status, struct openai_run *run, const struct oac_error *err)
{
	assert_int_equal(run != NULL, status == OAC_OK);
	openai_run_free(run);
	on_end(user, status, err);
}

static enum oac_status do_work(const char *url, void (*submit)(struct work *work), int seen, struct oac_error *err)
{
	struct oac_error run_err;
	struct work work = { .err = err };

	oac_error_clear(err);
	work.client = make_client(url, err);
	if (work.client == NULL)
		return err->status;
	work.loop = oac_loop_new(NULL, err);
	if (work.loop != NULL) {
		submit(&work);
		if (oac_loop_run(work.loop, &run_err) != OAC_OK)
			note(&work, &run_err);
		assert_int_equal(oac_loop_count(work.loop), 0);
		assert_int_equal(work.ended, work.accepted);
		assert_true(err->status != OAC_OK || work.seen == seen);
	}
	oac_loop_free(work.loop);
	oac_client_free(work.client);
	return err->status;
}

/* ---- what is submitted ---- */

static void submit_calls(struct work *work)
{
	static const struct oac_header header = { "X-Mine", "1" };
	static const struct oac_call_options options = { .headers = { 1, &header } };
	struct oac_error err;

	for (int i = 0; i < SIDE_BY_SIDE; i++)
		note_start(work, openai_runs_retrieve_async(work->loop, work->client, "thread_1", "run_1", &options,
			on_call_end, work, NULL, &err), &err);
}

static enum oac_status run_calls(const char *url, struct oac_error *err)
{
	return do_work(url, submit_calls, 0, err);
}

static int see_work_run(void *user, const struct openai_run *run)
{
	return see_run(&((struct work *)user)->seen, run);
}

static int see_work_event(void *user, const struct openai_assistant_stream_event *event)
{
	return see_event(&((struct work *)user)->seen, event);
}

static void submit_list(struct work *work)
{
	const struct openai_list_runs_request request = { .limit = OAC_INT(2) };
	struct oac_error err;

	note_start(work, openai_runs_list_each_async(work->loop, work->client, "thread_1", &request, NULL, see_work_run,
		on_end, work, NULL, &err), &err);
}

static enum oac_status run_list(const char *url, struct oac_error *err)
{
	return do_work(url, submit_list, 3, err);
}

static void submit_events(struct work *work)
{
	struct oac_error err;

	note_start(work, openai_runs_create_stream_async(work->loop, work->client, "thread_1", &create_run, NULL,
		see_work_event, on_end, work, NULL, &err), &err);
}

static enum oac_status run_events(const char *url, struct oac_error *err)
{
	return do_work(url, submit_events, 4, err);
}

static void submit_poll(struct work *work)
{
	const struct openai_poll_options options = { .interval_ms = OAC_INT(0), .on_poll = see_work_run,
		.user = work };
	struct oac_error err;

	note_start(work, openai_runs_create_and_poll_async(work->loop, work->client, "thread_1", &create_run, &options,
		on_run_end, work, NULL, &err), &err);
}

static enum oac_status run_poll(const char *url, struct oac_error *err)
{
	return do_work(url, submit_poll, 3, err);
}

/* ---- streams and tools ---- */

static struct submission submission;

static void submit_stream(struct work *work)
{
	static const struct openai_run_stream_options options = { .handler = &submitting, .user = &submission };
	struct oac_error err;

	submission = (struct submission){ 0 };
	note_start(work, openai_runs_stream_async(work->loop, work->client, "thread_1", &create_run, &options, on_run_end,
		work, NULL, &err), &err);
}

static enum oac_status run_stream(const char *url, struct oac_error *err)
{
	enum oac_status status = do_work(url, submit_stream, 0, err);

	if (status != OAC_OK)
		return status;
	assert_int_equal(submission.count, 1);
	if (submission.status != OAC_OK)
		*err = submission.err;
	return submission.status;
}

static void submit_tools(struct work *work, bool as_stream)
{
	const struct openai_tool_function tools[] = { { "f", answer, &work->seen } };
	const struct openai_run_tools_options options = { .tools = OAC_LIST(tools), .stream = as_stream,
		.interval_ms = OAC_INT(0) };
	struct oac_error err;

	note_start(work, openai_runs_run_tools_async(work->loop, work->client, "thread_1", &create_run, &options,
		on_run_end, work, NULL, &err), &err);
}

static void submit_tools_poll(struct work *work)
{
	submit_tools(work, false);
}

static void submit_tools_stream(struct work *work)
{
	submit_tools(work, true);
}

static enum oac_status run_tools_poll(const char *url, struct oac_error *err)
{
	return do_work(url, submit_tools_poll, 1, err);
}

static enum oac_status run_tools_stream(const char *url, struct oac_error *err)
{
	return do_work(url, submit_tools_stream, 1, err);
}

/* An answer that has more than what is taken at a time. */
static const char *large_answer(void)
{
	static const char begin[] = "{\"id\":\"run_1\",\"instructions\":\"";
	static char text[LARGE];

	memset(text, 'x', sizeof(text));
	memcpy(text, begin, sizeof(begin) - 1);
	memcpy(text + sizeof(text) - 3, "\"}", 3);
	return text;
}

static void submit_large(struct work *work)
{
	struct oac_error err;

	note_start(work, openai_runs_retrieve_async(work->loop, work->client, "thread_1", "run_1", NULL,
		on_call_end, work, NULL, &err), &err);
}

static enum oac_status run_large(const char *url, struct oac_error *err)
{
	return do_work(url, submit_large, 0, err);
}

static const struct scenario scenarios[] = {
	{ "several calls", run_calls, { RUN("completed") }, OAC_OK, true },
	{ "list_each_async", run_list, { PAGES }, OAC_OK, true },
	{ "create_stream_async", run_events, { ASKING_STREAM }, OAC_OK, true },
	{ "create_and_poll_async", run_poll, { RUN("queued"), RUN("in_progress"), RUN("completed") }, OAC_OK, true },
	{ "runs_stream_async, outputs submitted", run_stream, { ASKING_STREAM, LAST_STREAM }, OAC_OK, true },
	{ "run_tools_async, polled", run_tools_poll, { RUN("queued"), { "200 OK", JSON, REQUIRES }, RUN("queued"),
		RUN("completed") }, OAC_OK, true },
	{ "run_tools_async, streamed", run_tools_stream, { ASKING_STREAM, LAST_STREAM }, OAC_OK, true },
};

static void test_loop(void **state)
{
	(void)state;
	try_rows(scenarios, COUNT(scenarios));
}

static void test_large_answer(void **state)
{
	const struct scenario row = { "a large answer", run_large, { { "200 OK", JSON, large_answer() } }, OAC_OK,
		true };

	(void)state;
	try_rows(&row, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_loop),
		cmocka_unit_test(test_large_answer),
	};

	return cmocka_run_group_tests_name("a loop without memory", tests, NULL, NULL);
}
