/*
 * Whole calls in which an allocation fails, whoever asked for it: the first, the second, ...
 * until there are no more; alone, and with all that follow. Each time the call says so,
 * leaves nothing behind, and does not hang.
 */
#define _POSIX_C_SOURCE 200809L

#include "failing_malloc.h"

#include "call_fixture.h"
#include "http_script.h"
#include "oac_error_set.h"
#include "openai_helpers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cjson/cJSON.h>
#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

enum {
	REPLIES = 4,
	FAILURES_MAX = 20000,
	RUN_MS = 2000,
};

struct reply {
	const char *status;
	const char *headers;
	const char *body;
};

struct scenario {
	const char *name;
	enum oac_status (*run)(const char *url, struct oac_error *err);
	struct reply replies[REPLIES];
	enum oac_status status; /* when all allocations succeed */
};

/* ---- scenarios ---- */

static enum oac_status call_with(const struct oac_client_options *more, const char *url,
	const struct oac_operation *operation, const void *request, struct oac_call_options *options,
	struct oac_error *err)
{
	struct oac_client_options own = *more;
	enum oac_status status;
	void *out = NULL;

	own.api_key = "sk-secret";
	own.base_url = url;
	struct oac_client *client = oac_client_new(&fixture_api, &own, err);
	if (client == NULL)
		return err->status;
	status = oac_call(client, operation, box_and_item, request, options, &out, err);
	assert_int_equal(status == OAC_OK, out != NULL);
	oac_free(out);
	oac_client_free(client);
	return status;
}

static enum oac_status call(const char *url, const struct oac_operation *operation, const void *request,
	struct oac_error *err)
{
	static const struct oac_client_options none;
	struct oac_call_options options = { .max_retries = OAC_INT(0) };

	return call_with(&none, url, operation, request, &options, err);
}

static enum oac_status run_get(const char *url, struct oac_error *err)
{
	return call(url, &op_get_item, NULL, err);
}

static enum oac_status run_post(const char *url, struct oac_error *err)
{
	static const char *const include[] = { "a", "b" };
	static char name[5000];
	const struct create_item_request request = { .name = name, .weight = OAC_NUM(0.5),
		.include = OAC_LIST(include), .trace = "t", .oac_more = OAC_JSON("{\"more\":null}") };

	memset(name, '"', sizeof(name) - 1);
	return call(url, &op_create_item, &request, err);
}

/* All that can be said of a client and of a call. */
static enum oac_status run_options(const char *url, struct oac_error *err)
{
	static const struct oac_header headers[] = { { "X-One", "1" }, { "X-Beta", NULL } };
	static const struct oac_header query[] = { { "api-version", "2" } };
	const struct oac_curl_options curl = { .ca_file = "/nonexistent", .proxy = "" };
	const struct oac_client_options client = { .headers = OAC_LIST(headers),
		.query = OAC_LIST(query), .user_agent = "u", .curl = &curl };
	const struct item request = { .size = OAC_INT(1) };
	struct oac_response response = { 0 };
	struct oac_call_options options = { .max_retries = OAC_INT(0), .headers = OAC_LIST(headers),
		.query = OAC_LIST(query), .body = OAC_JSON("{\"a\":[1]}"), .response = &response };

	options.cancel = oac_cancel_new();
	if (options.cancel == NULL)
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	enum oac_status status = call_with(&client, url, &op_update_item, &request, &options, err);
	oac_response_clear(&response);
	oac_cancel_free(options.cancel);
	return status;
}

static enum oac_status run_retry(const char *url, struct oac_error *err)
{
	static const struct oac_client_options none;
	struct oac_call_options options = { .max_retries = OAC_INT(1) };

	return call_with(&none, url, &op_get_item, NULL, &options, err);
}

/* The same members as multipart and as a form. */
struct send_request {
	struct oac_file file;
	struct oac_string_list tags;
	struct oac_json address;
	struct oac_json oac_more;
};

static const struct oac_field upload_fields[] = {
	OAC_FILE_PART(struct send_request, file, "file", OAC_REQUIRED, oac_file),
	OAC_LIST_OF(struct send_request, tags, "tags", 0, oac_string_list),
	OAC_ANY(struct send_request, address, "address", 0),
};
static const struct oac_object upload_type = OAC_OBJECT_TYPE(send_request, upload_fields, 0);
static const struct oac_field form_fields[] = {
	OAC_LIST_OF(struct send_request, tags, "tags", 0, oac_string_list),
	OAC_ANY(struct send_request, address, "address", 0),
};
static const struct oac_object form_type = OAC_OBJECT_TYPE(send_request, form_fields, 0);

#define SENDS(media, object) \
	.id = "send", .method = "POST", .path = "/a/{x}/{y}", .body_media = (media), \
	.request = &(object), .response_media = OAC_MEDIA_JSON, \
	.response = { &item_type, sizeof(struct item), OAC_KIND_OBJECT }

static const char *const tags[] = { "red", "a b" };
static const struct send_request sent = {
	.file = { .filename = "a.txt", .data = "some text", .len = 9 },
	.tags = OAC_LIST(tags),
	.address = OAC_JSON("{\"street\":{\"name\":\"x\"},\"lines\":[1,\"z\"]}"),
};

static enum oac_status run_multipart(const char *url, struct oac_error *err)
{
	static const struct oac_operation send = { SENDS(OAC_MEDIA_MULTIPART, upload_type) };

	return call(url, &send, &sent, err);
}

static enum oac_status run_form(const char *url, struct oac_error *err)
{
	static const struct oac_operation send = { SENDS(OAC_MEDIA_FORM, form_type) };

	return call(url, &send, &sent, err);
}

/* ---- through generated code ---- */

static int see_run(void *user, const struct openai_run *run)
{
	int *seen = user;

	++*seen;
	return run->id == NULL;
}

static struct oac_client *make_client(const char *url, struct oac_error *err)
{
	const struct oac_client_options options = { .api_key = "sk-secret", .base_url = url,
		.max_retries = OAC_INT(0) };

	return openai_client_new(&options, err);
}

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
	const struct openai_create_run_request request = { .assistant_id = "asst_1" };
	struct openai_poll_options options = { .interval_ms = OAC_INT(0), .on_poll = see_run };
	struct oac_client *client = make_client(url, err);
	struct openai_run *run;
	int seen = 0;

	options.user = &seen;
	if (client == NULL)
		return err->status;
	enum oac_status status =
		openai_runs_create_and_poll(client, "thread_1", &request, &options, &run, err);
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
	const struct openai_create_run_request request = { .assistant_id = "asst_1" };
	struct oac_client *client = make_client(url, err);
	struct openai_run_stream *stream;
	struct openai_message_list messages;
	struct openai_run_step_list steps;

	if (client == NULL)
		return err->status;
	enum oac_status status = openai_runs_stream(client, "thread_1", &request, NULL, &stream, err);
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

static enum openai_tool_result answer(void *user, const char *arguments, struct openai_tool_reply *reply)
{
	int *answered = user;

	++*answered;
	openai_tool_reply_add(reply, arguments);
	return OPENAI_TOOL_DONE;
}

static enum oac_status run_tools(const char *url, bool as_stream, struct oac_error *err)
{
	const struct openai_create_run_request request = { .assistant_id = "asst_1" };
	int answered = 0;
	const struct openai_tool_function tools[] = { { "f", answer, &answered } };
	const struct openai_run_tools_options options = { .tools = OAC_LIST(tools), .stream = as_stream,
		.interval_ms = OAC_INT(0) };
	struct oac_client *client = make_client(url, err);
	struct openai_run *run;

	if (client == NULL)
		return err->status;
	enum oac_status status = openai_runs_run_tools(client, "thread_1", &request, &options, &run, err);
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

/* A run to text, to a tree of cJSON's, and back. */
static enum oac_status run_codec(const char *url, struct oac_error *err)
{
	static const char text[] = "{\"id\":\"run_1\",\"tools\":[{\"type\":\"function\",\"function\":"
				   "{\"name\":\"f\",\"parameters\":{\"a\":[1,\"x\"]}}}],\"new\":{}}";
	struct openai_run *run = NULL;
	struct openai_run *back = NULL;
	struct openai_run *copy = NULL;
	cJSON *tree = NULL;
	char *json = NULL;

	(void)url;
	if (openai_run_from_json(text, sizeof(text) - 1, &run, err) == OAC_OK &&
		(json = openai_run_to_json(run, NULL, err)) != NULL &&
		(tree = openai_run_to_cjson(run, err)) != NULL &&
		openai_run_from_cjson(tree, &back, err) == OAC_OK &&
		(copy = openai_run_copy(back)) == NULL)
		oac_error_set(err, OAC_E_NOMEM, "out of memory");
	openai_run_free(copy);
	openai_run_free(back);
	cJSON_Delete(tree);
	oac_text_free(json);
	openai_run_free(run);
	return err->status;
}

#define JSON "Content-Type: application/json\r\n"
#define ITEM "{\"id\":\"i1\",\"unknown\":[1,{\"a\":2}]}"
#define RUN(status) { "200 OK", JSON, "{\"id\":\"run_1\",\"thread_id\":\"t\",\"status\":\"" status "\"}" }

#define EVENTS(text) { "200 OK", "Content-Type: text/event-stream\r\n", text "event: done\ndata: [DONE]\n\n" }
#define EVENT(name, data) "event: thread." name "\ndata: " data "\n\n"
#define RUN_EVENT(status) EVENT("run." status, "{\"id\":\"run_1\",\"status\":\"" status "\"}")
#define MESSAGE(rest) "{\"id\":\"msg_1\"," rest "}"
#define DELTA(text) EVENT("message.delta", \
	MESSAGE("\"delta\":{\"content\":[{\"index\":0,\"type\":\"text\",\"text\":{\"value\":\"" text "\"}}]}"))
#define STEP(rest) "{\"id\":\"step_1\"," rest "}"
#define CALL_F "{\"index\":0,\"id\":\"call_1\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}"
#define CALL_STEP EVENT("run.step.created", STEP("\"type\":\"tool_calls\"")) \
	EVENT("run.step.delta", STEP("\"delta\":{\"step_details\":{\"type\":\"tool_calls\",\"tool_calls\":[" CALL_F "]}}"))
#define REQUIRES "{\"id\":\"run_1\",\"thread_id\":\"t\",\"status\":\"requires_action\",\"required_action\":" \
	"{\"type\":\"submit_tool_outputs\",\"submit_tool_outputs\":{\"tool_calls\":[" CALL_F "]}}}"

static const struct scenario scenarios[] = {
	{ "codec", run_codec, { { "200 OK", "", "" } }, OAC_OK },
	{ "GET", run_get, { { "200 OK", JSON, ITEM } }, OAC_OK },
	{ "POST", run_post, { { "200 OK", JSON, ITEM } }, OAC_OK },
	{ "options", run_options, { { "200 OK", JSON "x-request-id: r1\r\n", ITEM } }, OAC_OK },
	{ "an error", run_get, { { "404 Not Found", JSON,
		"{\"error\":{\"message\":\"no\",\"code\":\"c\",\"param\":null}}" } }, OAC_E_HTTP },
	{ "an answer that is no JSON", run_get, { { "200 OK", JSON, "{\"id\":" } }, OAC_E_JSON },
	{ "a retry", run_retry, { { "500 Oh", "retry-after-ms: 0\r\n", "{}" },
		{ "200 OK", JSON, ITEM } }, OAC_OK },
	{ "a redirect", run_get, { { "307 There", "Location: ../x\r\n", "" },
		{ "200 OK", JSON, ITEM } }, OAC_OK },
	{ "multipart", run_multipart, { { "200 OK", JSON, ITEM } }, OAC_OK },
	{ "form", run_form, { { "200 OK", JSON, ITEM } }, OAC_OK },
	{ "list_each", run_list_each, {
		{ "200 OK", JSON, "{\"data\":[{\"id\":\"a\"},{\"id\":\"b\"}],\"has_more\":true}" },
		{ "200 OK", JSON, "{\"data\":[{\"id\":\"c\"}],\"has_more\":false}" } }, OAC_OK },
	{ "create_and_poll", run_poll, { RUN("queued"), RUN("in_progress"), RUN("completed") }, OAC_OK },
	{ "create_and_run_poll, given up", run_cancel, { RUN("queued"), RUN("cancelling") },
		OAC_E_CANCELLED },
	{ "runs_stream", run_stream, { EVENTS(RUN_EVENT("created") CALL_STEP
		EVENT("message.created", MESSAGE("\"content\":[]")) DELTA("Hel") DELTA("lo")
		EVENT("message.completed", MESSAGE("\"content\":[{\"type\":\"text\",\"text\":{\"value\":\"Hello\"}}]"))
		RUN_EVENT("completed")) }, OAC_OK },
	{ "run_tools, polled", run_tools_poll, { RUN("queued"), { "200 OK", JSON, REQUIRES }, RUN("queued"),
		RUN("completed") }, OAC_OK },
	{ "run_tools, streamed", run_tools_stream, { EVENTS(RUN_EVENT("created") CALL_STEP
		EVENT("run.requires_action", REQUIRES)), EVENTS(RUN_EVENT("completed")) }, OAC_OK },
};

/* ---- the loop ---- */

static enum oac_status run_once(const struct scenario *scenario, size_t fail_at, bool for_good,
	struct oac_error *err)
{
	struct http_script *server = http_script_new();
	char url[64];

	for (size_t i = 0; i < REPLIES && scenario->replies[i].status != NULL; i++)
		http_script_answer(server, scenario->replies[i].status, scenario->replies[i].headers,
			scenario->replies[i].body);
	snprintf(url, sizeof(url), "%s", http_script_url(server));
	memset(err, 0xAA, sizeof(*err));
	int64_t start = oac_now_ms();
	memory_begin(fail_at, for_good);
	enum oac_status status = scenario->run(url, err);
	memory_end();
	if (oac_now_ms() - start > (getenv("OAC_VALGRIND") != NULL ? 10 * RUN_MS : RUN_MS))
		fail_msg("%s, allocation %zu: %d ms", scenario->name, fail_at, (int)(oac_now_ms() - start));
	if (memory.live != 0)
		fail_msg("%s, allocation %zu: %ld blocks are left", scenario->name, fail_at, memory.live);
	assert_int_equal(err->status, status);
	http_script_free(server);
	return status;
}

/* One allocation may fail there: a delta that cannot be added in place is merged the slower way. */
static bool streams(const struct scenario *scenario)
{
	return scenario->run == run_stream || scenario->run == run_tools_stream;
}

/*
 * A failure that the call comes to anyway may stand: the server's 404 says more than that
 * there was no memory for its details. What libcurl makes of an allocation of its own may be
 * another failure, or none.
 */
static bool is_defined(const struct scenario *scenario, enum oac_status status,
	const struct oac_error *err)
{
	if (status == OAC_E_NOMEM || (status == scenario->status && status != OAC_OK))
		return true;
	if (memory.failed_own)
		return streams(scenario) && memory.failed == 1 && status == scenario->status;
	return status == scenario->status || status == OAC_E_CONFIG || status == OAC_E_CONNECT ||
		status == OAC_E_PROTOCOL || status == OAC_E_TIMEOUT ||
		(status == OAC_E_HTTP && err->http_status == 500); /* a try is lost, and the next one's answer */
}

static void fail_each(const struct scenario *scenario, bool for_good)
{
	struct oac_error err;
	size_t own = 0;
	size_t n;

	for (n = 1; n < FAILURES_MAX; n++) {
		enum oac_status status = run_once(scenario, n, for_good, &err);
		if (memory.failed == 0)
			break;
		own += memory.failed_own;
		if (!is_defined(scenario, status, &err))
			fail_msg("%s, allocation %zu%s (%s): %s after %d tries: %s", scenario->name, n,
				for_good ? " and all that follow" : "", memory.failed_own ? "ours" : "a library's",
				oac_status_name(status), err.tries, err.message);
	}
	assert_true(n < FAILURES_MAX);
	assert_true(own > 0);
	printf("# %s: %zu allocations, %zu of ours\n", scenario->name, n, own);
}

static void test_scenarios(void **state)
{
	struct oac_error err;

	(void)state;
	if (!FAILING_MALLOC) {
		print_message("# the sanitizer has an allocator of its own\n");
		skip();
	}
	for (size_t i = 0; i < COUNT(scenarios); i++) {
		/* What is set up once for the process stays. */
		(void)call("http://127.0.0.1:1", &op_get_item, NULL, &err);
		assert_int_equal(run_once(&scenarios[i], 0, false, &err), scenarios[i].status);
		fail_each(&scenarios[i], false);
		fail_each(&scenarios[i], true);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_scenarios) };

	return cmocka_run_group_tests_name("out of memory", tests, NULL, NULL);
}
