/* Lists, runs that are polled, streamed and run with tools, without memory: see oom_rows.h. */
#define _POSIX_C_SOURCE 200809L

#include "oom_runs.h"

static enum oac_status run_list_each(const char *url, struct oac_error *err)
{
	const struct openai_list_runs_request request = { .limit = OAC_INT(2) };
	struct oac_client *client = make_client(url, err);
	int seen = 0;

	if (client == NULL)
		return err->status;
	enum oac_status status =
		openai_runs_list_each(client, "thread_1", &request, NULL, see_run, &seen, err);
	if (status == OAC_OK)
		assert_int_equal(seen, 3);
	oac_client_free(client);
	return status;
}

/* A run that was seen is not lost. */
static enum oac_status run_poll(const char *url, struct oac_error *err)
{
	struct openai_poll_options options = { .interval_ms = OAC_INT(0), .on_poll = see_run };
	struct oac_client *client = make_client(url, err);
	struct openai_run *run;
	int seen = 0;

	options.user = &seen;
	if (client == NULL)
		return err->status;
	enum oac_status status =
		openai_runs_create_and_poll(client, "thread_1", &create_run, &options, &run, err);
	assert_true(seen == 0 || run != NULL);
	openai_run_free(run);
	oac_client_free(client);
	return status;
}

static int stop(void *user, const struct openai_run *run)
{
	see_run(user, run);
	return 1;
}

/* An order to cancel is carried out, or the message says that it was not. */
static enum oac_status run_cancel(const char *url, struct oac_error *err)
{
	const struct openai_create_thread_and_run_request request = { .assistant_id = "asst_1" };
	struct openai_poll_options options = { .on_poll = stop, .cancel_run = true };
	struct oac_client *client = make_client(url, err);
	struct openai_run *run;
	int seen = 0;

	options.user = &seen;
	if (client == NULL)
		return err->status;
	enum oac_status status =
		openai_threads_create_and_run_poll(client, &request, &options, &run, err);
	if (seen > 0) {
		assert_int_equal(status, OAC_E_CANCELLED);
		assert_int_equal(run->status != OPENAI_RUN_STATUS_CANCELLING,
			strstr(err->message, "not cancelled") != NULL);
	}
	openai_run_free(run);
	oac_client_free(client);
	return status;
}

/* What was streamed is not lost. */
static enum oac_status run_stream(const char *url, struct oac_error *err)
{
	struct oac_client *client = make_client(url, err);
	struct openai_run_stream *stream;
	struct openai_message_list messages;
	struct openai_run_step_list steps;

	if (client == NULL)
		return err->status;
	enum oac_status status = openai_runs_stream(client, "thread_1", &create_run, NULL, &stream, err);
	if (status == OAC_OK)
		status = openai_run_stream_until_done(stream, err);
	if (status == OAC_OK)
		status = openai_run_stream_get_final_messages(stream, &messages, err);
	if (status == OAC_OK)
		status = openai_run_stream_get_final_run_steps(stream, &steps, err);
	if (status == OAC_OK) {
		assert_int_equal(messages.count, 1);
		assert_string_equal(messages.items[0].content.items[0].as.text->text.value, "Hello");
		assert_int_equal(steps.count, 1);
	}
	openai_run_stream_free(stream);
	oac_client_free(client);
	return status;
}

static enum oac_status run_tools(const char *url, bool as_stream, struct oac_error *err)
{
	int answered = 0;
	const struct openai_tool_function tools[] = { { "f", answer, &answered } };
	const struct openai_run_tools_options options = { .tools = OAC_LIST(tools), .stream = as_stream,
		.interval_ms = OAC_INT(0) };
	struct oac_client *client = make_client(url, err);
	struct openai_run *run;

	if (client == NULL)
		return err->status;
	enum oac_status status = openai_runs_run_tools(client, "thread_1", &create_run, &options, &run, err);
	assert_true(answered == 0 || run != NULL);
	assert_true(status != OAC_OK || answered == 1);
	openai_run_free(run);
	oac_client_free(client);
	return status;
}

static enum oac_status run_tools_poll(const char *url, struct oac_error *err)
{
	return run_tools(url, false, err);
}

static enum oac_status run_tools_stream(const char *url, struct oac_error *err)
{
	return run_tools(url, true, err);
}

/* Outputs that could not be submitted leave the run where it was; the program was told. */
static enum oac_status run_submit(const char *url, struct oac_error *err)
{
	struct submission submission = { 0 };
	const struct openai_run_stream_options options = { .handler = &submitting, .user = &submission };
	struct oac_client *client = make_client(url, err);
	struct openai_run_stream *stream;
	const struct openai_run *run;

	if (client == NULL)
		return err->status;
	enum oac_status status = openai_runs_stream(client, "thread_1", &create_run, &options, &stream, err);
	if (status == OAC_OK)
		status = openai_run_stream_get_final_run(stream, &run, err);
	if (status == OAC_OK) {
		assert_int_equal(submission.count, 1);
		assert_int_equal(run->status, submission.status == OAC_OK ? OPENAI_RUN_STATUS_COMPLETED :
									    OPENAI_RUN_STATUS_REQUIRES_ACTION);
		status = submission.status;
		if (status != OAC_OK)
			*err = submission.err;
	}
	openai_run_stream_free(stream);
	oac_client_free(client);
	return status;
}

static enum oac_status run_stream_each(const char *url, struct oac_error *err)
{
	struct oac_client *client = make_client(url, err);
	int seen = 0;

	if (client == NULL)
		return err->status;
	enum oac_status status = openai_runs_create_stream_each(client, "thread_1", &create_run, NULL, see_event,
		&seen, err);
	assert_true(status != OAC_OK || seen == 4);
	oac_client_free(client);
	return status;
}

static const struct scenario scenarios[] = {
	{ "list_each", run_list_each, { PAGES }, OAC_OK, false },
	{ "create_and_poll", run_poll, { RUN("queued"), RUN("in_progress"), RUN("completed") }, OAC_OK, false },
	{ "create_and_run_poll, given up", run_cancel, { RUN("queued"), RUN("cancelling") }, OAC_E_CANCELLED,
		false },
	{ "create_stream_each", run_stream_each, { ASKING_STREAM }, OAC_OK, false },
	{ "runs_stream", run_stream, { SAYING_STREAM }, OAC_OK, true },
	{ "runs_stream, outputs submitted", run_submit, { ASKING_STREAM, LAST_STREAM }, OAC_OK, true },
	{ "run_tools, polled", run_tools_poll, { RUN("queued"), { "200 OK", JSON, REQUIRES }, RUN("queued"),
		RUN("completed") }, OAC_OK, false },
	{ "run_tools, streamed", run_tools_stream, { ASKING_STREAM, LAST_STREAM }, OAC_OK, true },
};

static void test_runs(void **state)
{
	(void)state;
	try_rows(scenarios, COUNT(scenarios));
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_runs) };

	return cmocka_run_group_tests_name("runs without memory", tests, NULL, NULL);
}
