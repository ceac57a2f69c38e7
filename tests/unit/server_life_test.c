/* The library against the local server over a real socket: all resources from birth to end. */
#include "openai_helpers.h"

#include "test_driver.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* A test's client, and what the latest call said. */
struct life {
	struct server *server;
	struct oac_client *client;
	struct oac_error err;
};

static void begin(struct life *life, void **state)
{
	char base_url[64];
	const struct oac_client_options options = {
		.api_key = "sk-life",
		.base_url = base_url,
	};

	life->server = *state;
	snprintf(base_url, sizeof(base_url), "http://127.0.0.1:%u/v1", life->server->port);
	life->client = openai_client_new(&options, &life->err);
	assert_non_null(life->client);
}

static void done(struct life *life)
{
	oac_client_free(life->client);
}

/* A call that must succeed. */
static void good(const struct life *life, enum oac_status status)
{
	if (status != OAC_OK)
		print_error("%s %s\n", life->err.message, life->err.server_message);
	assert_int_equal(status, OAC_OK);
	assert_int_equal(life->err.status, OAC_OK);
	assert_string_equal(life->err.message, "");
}

/* A call that the server must refuse. */
static void refused(const struct life *life, enum oac_status status, int http_status,
	const char *param, const char *part)
{
	assert_int_equal(status, OAC_E_HTTP);
	assert_int_equal(life->err.http_status, http_status);
	assert_int_equal(life->err.tries, 1);
	assert_string_equal(life->err.server_type, "invalid_request_error");
	assert_string_equal(life->err.server_param, param);
	if (strstr(life->err.server_message, part) == NULL)
		fail_msg("'%s' is not in: %s", part, life->err.server_message);
	assert_memory_equal(life->err.request_id, "req_", 4);
	/* The server's words may hold a payload; the message is for logs. */
	assert_null(strstr(life->err.message, life->err.server_message));
}

static int64_t accepted_connections(struct server *server)
{
	struct reply reply = call(server, "GET", "/_/connections", NULL);
	int64_t accepted = (int64_t)number_at(reply.json, "accepted");

	reply_clear(&reply);
	return accepted;
}

/* How many requests with that method the server has had for a path. */
static int count_requests(struct server *server, const char *method, const char *path)
{
	struct reply reply = call(server, "GET", "/_/requests", NULL);
	const cJSON *list = cJSON_IsArray(reply.json) ? reply.json : value_at(reply.json, "data");
	const cJSON *request;
	int count = 0;

	assert_true(cJSON_IsArray(list));
	cJSON_ArrayForEach(request, list)
		count += strcmp(text_at(request, "method"), method) == 0 &&
			strcmp(text_at(request, "path"), path) == 0;
	reply_clear(&reply);
	return count;
}

/* ---- assistants, threads, messages ---- */

static void test_assistants(void **state)
{
	static const struct oac_string_map_entry notes[] = { { "team", "math" } };
	const struct openai_create_assistant_request create = {
		.model = "gpt-4o",
		.name = "Math Tutor",
		.temperature = OAC_NUM(0),
		.metadata = OAC_MAP(notes),
	};
	const struct openai_modify_assistant_request modify = { .name = "Tutor of Math" };
	struct openai_assistant *assistant;
	struct openai_assistant_deleted *deleted;
	struct openai_assistant_page *page;
	struct life life;
	char id[64];

	NEEDS_SERVER(state);
	begin(&life, state);
	good(&life, openai_assistants_create(life.client, &create, NULL, &assistant, &life.err));
	assert_string_equal(assistant->name, "Math Tutor");
	assert_true(assistant->temperature.set && assistant->temperature.value == 0);
	assert_string_equal(oac_string_map_get(&assistant->metadata, "team"), "math");
	assert_true(assistant->created_at > 1500000000);
	snprintf(id, sizeof(id), "%s", assistant->id);
	openai_assistant_free(assistant);
	good(&life, openai_assistants_update(life.client, id, &modify, NULL, &assistant, &life.err));
	openai_assistant_free(assistant);
	good(&life, openai_assistants_retrieve(life.client, id, NULL, &assistant, &life.err));
	assert_string_equal(assistant->name, "Tutor of Math");
	assert_string_equal(assistant->model, "gpt-4o");
	openai_assistant_free(assistant);
	good(&life, openai_assistants_list(life.client, NULL, NULL, &page, &life.err));
	assert_int_equal(page->data.count, 1);
	assert_string_equal(page->data.items[0].id, id);
	assert_false(page->has_more);
	openai_assistant_page_free(page);
	good(&life, openai_assistants_delete(life.client, id, NULL, &deleted, &life.err));
	assert_true(deleted->deleted);
	assert_string_equal(deleted->id, id);
	openai_assistant_deleted_free(deleted);
	refused(&life, openai_assistants_retrieve(life.client, id, NULL, &assistant, &life.err), 404,
		"", id);
	assert_null(assistant);
	done(&life);
}

static void test_threads_and_messages(void **state)
{
	static const struct oac_string_map_entry notes[] = { { "k", "v" } };
	const struct openai_modify_thread_request modify_thread = { .metadata = OAC_MAP(notes) };
	const struct openai_modify_message_request modify = { .metadata = OAC_MAP(notes) };
	const struct openai_create_message_request create = {
		.role = OPENAI_MESSAGE_ROLE_USER,
		.content = { .kind = OPENAI_MESSAGE_INPUT_STRING, .as = { .string = "Gr\xC3\xBC\xC3\x9F" "e \"1\"" } },
	};
	struct openai_thread *thread;
	struct openai_thread_deleted *thread_deleted;
	struct openai_message *message;
	struct openai_message_deleted *message_deleted;
	struct life life;
	char *text;

	NEEDS_SERVER(state);
	begin(&life, state);
	good(&life, openai_threads_create(life.client, NULL, NULL, &thread, &life.err));
	assert_string_equal(thread->id, "thread_000001");
	openai_thread_free(thread);
	good(&life, openai_threads_update(life.client, "thread_000001", &modify_thread, NULL, &thread,
			    &life.err));
	openai_thread_free(thread);
	good(&life, openai_threads_retrieve(life.client, "thread_000001", NULL, &thread, &life.err));
	assert_string_equal(oac_string_map_get(&thread->metadata, "k"), "v");
	openai_thread_free(thread);
	good(&life, openai_messages_create(life.client, "thread_000001", &create, NULL, &message,
			    &life.err));
	assert_int_equal(message->role, OPENAI_MESSAGE_ROLE_USER);
	assert_string_equal(message->thread_id, "thread_000001");
	openai_message_free(message);
	good(&life, openai_messages_update(life.client, "thread_000001", "msg_000001", &modify, NULL,
			    &message, &life.err));
	openai_message_free(message);
	good(&life, openai_messages_retrieve(life.client, "thread_000001", "msg_000001", NULL,
			    &message, &life.err));
	text = openai_message_text(message);
	assert_string_equal(text, "Gr\xC3\xBC\xC3\x9F" "e \"1\"");
	assert_string_equal(oac_string_map_get(&message->metadata, "k"), "v");
	oac_text_free(text);
	openai_message_free(message);
	good(&life, openai_messages_delete(life.client, "thread_000001", "msg_000001", NULL,
			    &message_deleted, &life.err));
	assert_true(message_deleted->deleted);
	openai_message_deleted_free(message_deleted);
	good(&life, openai_threads_delete(life.client, "thread_000001", NULL, &thread_deleted,
			    &life.err));
	assert_true(thread_deleted->deleted);
	openai_thread_deleted_free(thread_deleted);
	refused(&life, openai_messages_retrieve(life.client, "thread_000001", "msg_000001", NULL,
			       &message, &life.err), 404, "", "thread_000001");
	done(&life);
}

/* ---- a run with tools ---- */

static const struct openai_function_tool temperature = { .function = {
	.name = "get_current_temperature",
	.parameters = OAC_JSON("{\"type\":\"object\",\"properties\":{\"location\":{\"type\":\"string\"},"
			       "\"unit\":{\"type\":\"string\",\"enum\":[\"Celsius\",\"Fahrenheit\"]}}}"),
} };

static const struct openai_function_tool rain = { .function = {
	.name = "get_rain_probability",
	.parameters = OAC_JSON("{\"type\":\"object\",\"properties\":{\"location\":{\"type\":\"string\"}}}"),
} };

static const struct openai_assistant_tool tools[] = {
	{ .kind = OPENAI_ASSISTANT_TOOL_FUNCTION, .as = { .function = &temperature } },
	{ .kind = OPENAI_ASSISTANT_TOOL_FUNCTION, .as = { .function = &rain } },
};

static const struct openai_poll_options quickly = { .interval_ms = OAC_INT(5), .deadline_ms = 10000 };

static void make_weather(struct life *life)
{
	const struct openai_create_assistant_request create = {
		.model = "gpt-4o",
		.instructions = "Please address the user as Jane Doe.",
		.tools = OAC_LIST(tools),
	};
	const struct openai_create_message_request question[] = { {
		.role = OPENAI_MESSAGE_ROLE_USER,
		.content = { .kind = OPENAI_MESSAGE_INPUT_STRING,
			.as = { .string = "What's the weather in San Francisco, CA?" } },
	} };
	const struct openai_create_thread_request with_question = {
		.messages = OAC_LIST(question),
	};
	struct openai_assistant *assistant;
	struct openai_thread *thread;

	good(life, openai_assistants_create(life->client, &create, NULL, &assistant, &life->err));
	openai_assistant_free(assistant);
	good(life, openai_threads_create(life->client, &with_question, NULL, &thread, &life->err));
	openai_thread_free(thread);
}

static void check_calls(const struct openai_run *run)
{
	const struct openai_run_tool_call_list *calls;
	cJSON *arguments;

	assert_int_equal(run->status, OPENAI_RUN_STATUS_REQUIRES_ACTION);
	assert_non_null(run->required_action);
	calls = &run->required_action->submit_tool_outputs.tool_calls;
	assert_int_equal(calls->count, 2);
	assert_string_equal(calls->items[0].id, "call_000001");
	assert_string_equal(calls->items[0].function.name, "get_current_temperature");
	assert_string_equal(calls->items[1].function.name, "get_rain_probability");
	arguments = cJSON_Parse(calls->items[0].function.arguments);
	assert_string_equal(text_at(arguments, "location"), "San Francisco, CA");
	assert_string_equal(text_at(arguments, "unit"), "Celsius");
	drop(arguments);
}

static void check_steps(struct life *life)
{
	const struct openai_list_run_steps_request oldest_first = { .order = OPENAI_LIST_ORDER_ASC };
	const struct openai_tool_calls_details *details;
	struct openai_run_step_page *page;
	struct openai_run_step *step;

	good(life, openai_run_steps_list(life->client, "thread_000001", "run_000001", &oldest_first,
			   NULL, &page, &life->err));
	assert_int_equal(page->data.count, 2);
	assert_int_equal(page->data.items[0].type, OPENAI_RUN_STEP_TYPE_TOOL_CALLS);
	assert_int_equal(page->data.items[0].status, OPENAI_RUN_STEP_STATUS_COMPLETED);
	assert_int_equal(page->data.items[0].step_details.kind, OPENAI_STEP_DETAILS_TOOL_CALLS);
	details = page->data.items[0].step_details.as.tool_calls;
	assert_int_equal(details->tool_calls.count, 2);
	assert_int_equal(details->tool_calls.items[1].kind, OPENAI_TOOL_CALL_FUNCTION);
	assert_string_equal(details->tool_calls.items[1].as.function->function.output, "0.06");
	assert_int_equal(page->data.items[1].type, OPENAI_RUN_STEP_TYPE_MESSAGE_CREATION);
	good(life, openai_run_steps_retrieve(life->client, "thread_000001", "run_000001",
			   page->data.items[1].id, NULL, NULL, &step, &life->err));
	assert_string_equal(step->step_details.as.message_creation->message_creation.message_id,
		page->data.items[1].step_details.as.message_creation->message_creation.message_id);
	openai_run_step_free(step);
	openai_run_step_page_free(page);
}

static int keep_text(void *user, const struct openai_message *message)
{
	char **text = user;

	assert_int_equal(message->role, OPENAI_MESSAGE_ROLE_ASSISTANT);
	*text = openai_message_text(message);
	return 1;
}

static void test_weather(void **state)
{
	const struct openai_create_run_request create = { .assistant_id = "asst_000001" };
	const struct openai_tool_output outputs[] = {
		{ .tool_call_id = "call_000002", .output = "0.06" },
		{ .tool_call_id = "call_000001", .output = "57" },
	};
	const struct openai_submit_tool_outputs_request submit = { .tool_outputs = OAC_LIST(outputs) };
	const struct openai_modify_run_request modify = { .oac_more = OAC_JSON("{\"metadata\":null}") };
	struct openai_run *run;
	char *text = NULL;
	struct life life;

	NEEDS_SERVER(state);
	begin(&life, state);
	make_weather(&life);
	good(&life, openai_runs_create_and_poll(life.client, "thread_000001", &create, &quickly, &run,
			    &life.err));
	check_calls(run);
	openai_run_free(run);
	good(&life, openai_runs_submit_tool_outputs_and_poll(life.client, "thread_000001",
			    "run_000001", &submit, &quickly, &run, &life.err));
	assert_int_equal(run->status, OPENAI_RUN_STATUS_COMPLETED);
	assert_null(run->required_action);
	assert_non_null(run->usage);
	assert_true(run->usage->total_tokens > 0);
	assert_string_equal(run->instructions, "Please address the user as Jane Doe.");
	openai_run_free(run);
	good(&life, openai_runs_update(life.client, "thread_000001", "run_000001", &modify, NULL, &run,
			    &life.err));
	openai_run_free(run);
	good(&life, openai_messages_list_each(life.client, "thread_000001", NULL, NULL, keep_text,
			    &text, &life.err));
	assert_string_equal(text, "Jane Doe, get_current_temperature returned 57; "
				  "get_rain_probability returned 0.06.");
	oac_text_free(text);
	check_steps(&life);
	done(&life);
}

/* Gives up at once, so that the run is cancelled, and sees that to its end. */
static void test_cancel(void **state)
{
	const struct openai_create_thread_and_run_request create = { .assistant_id = "asst_000001" };
	const struct openai_poll_options hasty = {
		.interval_ms = OAC_INT(1000),
		.deadline_ms = 1,
		.cancel_run = true,
	};
	struct openai_run *run;
	struct life life;

	NEEDS_SERVER(state);
	begin(&life, state);
	make_weather(&life);
	good(&life, openai_threads_create_and_run(life.client, &create, NULL, &run, &life.err));
	openai_run_free(run);
	assert_int_equal(openai_runs_poll(life.client, "thread_000002", "run_000001", &hasty, &run,
				 &life.err),
		OAC_E_TIMEOUT);
	assert_non_null(run);
	assert_int_equal(run->status, OPENAI_RUN_STATUS_CANCELLING);
	openai_run_free(run);
	good(&life, openai_runs_poll(life.client, "thread_000002", "run_000001", &quickly, &run,
			    &life.err));
	assert_int_equal(run->status, OPENAI_RUN_STATUS_CANCELLED);
	openai_run_free(run);
	done(&life);
}

/* ---- paging ---- */

struct seen {
	int count;
	int stop_at;
};

static int count_assistant(void *user, const struct openai_assistant *assistant)
{
	struct seen *seen = user;
	char name[16];

	snprintf(name, sizeof(name), "n%d", seen->count++);
	assert_string_equal(assistant->name, name);
	return seen->count == seen->stop_at;
}

static void test_pages(void **state)
{
	const struct openai_list_assistants_request by_three = {
		.limit = OAC_INT(3),
		.order = OPENAI_LIST_ORDER_ASC,
	};
	struct seen all = { 0, 0 };
	struct seen some = { 0, 4 };
	struct openai_assistant *assistant;
	struct life life;
	char name[16];

	NEEDS_SERVER(state);
	begin(&life, state);
	for (int i = 0; i < 8; i++) {
		const struct openai_create_assistant_request create = { .model = "gpt-4o", .name = name };

		snprintf(name, sizeof(name), "n%d", i);
		good(&life, openai_assistants_create(life.client, &create, NULL, &assistant, &life.err));
		openai_assistant_free(assistant);
	}
	good(&life, openai_assistants_list_each(life.client, &by_three, NULL, count_assistant, &all,
			    &life.err));
	assert_int_equal(all.count, 8);
	assert_int_equal(count_requests(life.server, "GET", "/v1/assistants"), 3);
	good(&life, openai_assistants_list_each(life.client, &by_three, NULL, count_assistant, &some,
			    &life.err));
	assert_int_equal(some.count, 4);
	assert_int_equal(count_requests(life.server, "GET", "/v1/assistants"), 5);
	done(&life);
}

/* ---- what goes wrong ---- */

static void test_refusals(void **state)
{
	const struct oac_header no_key[] = { { "Authorization", NULL } };
	const struct oac_call_options without_key = { .headers = OAC_LIST(no_key) };
	const struct oac_call_options once = { .max_retries = OAC_INT(0) };
	const struct openai_create_assistant_request hot = { .model = "gpt-4o", .temperature = OAC_NUM(3) };
	const struct openai_create_assistant_request nameless = { .name = "no model" };
	const struct openai_create_message_request message = {
		.role = OPENAI_MESSAGE_ROLE_USER,
		.content = { .kind = OPENAI_MESSAGE_INPUT_STRING, .as = { .string = "hi" } },
	};
	const struct openai_create_run_request create = { .assistant_id = "asst_000001" };
	const struct openai_tool_output unused = { 0 };
	const struct openai_submit_tool_outputs_request nothing = { .tool_outputs = { 0, &unused } };
	struct openai_assistant *assistant;
	struct openai_thread *thread;
	struct openai_message *sent;
	struct openai_run *run;
	struct openai_run *late;
	struct life life;

	NEEDS_SERVER(state);
	begin(&life, state);
	refused(&life, openai_threads_create(life.client, NULL, &without_key, &thread, &life.err), 401, "",
		"API key");
	refused(&life, openai_assistants_create(life.client, &hot, NULL, &assistant, &life.err), 400,
		"temperature", "temperature");
	assert_null(assistant);
	/* What the library can see for itself is not sent. */
	assert_int_equal(openai_assistants_create(life.client, &nameless, NULL, &assistant, &life.err),
		OAC_E_ARGUMENT);
	assert_int_equal(life.err.tries, 0);
	assert_non_null(strstr(life.err.message, "model"));
	refused(&life, openai_runs_retrieve(life.client, "thread_x", "run_x", NULL, &run, &life.err), 404, "",
		"thread_x");
	make_weather(&life);
	good(&life, openai_runs_create(life.client, "thread_000001", &create, NULL, &run, &life.err));
	refused(&life, openai_messages_create(life.client, "thread_000001", &message, &once, &sent,
			       &life.err), 409, "", "run_000001");
	assert_string_equal(life.err.server_code, "thread_has_active_run");
	refused(&life, openai_runs_submit_tool_outputs(life.client, "thread_000001", run->id, &nothing,
			       NULL, &late, &life.err), 400, "", "do not accept");
	assert_null(late);
	openai_run_free(run);
	done(&life);
}

/* A client needs a key, from the options or the environment, before anything is sent. */
static void test_no_key(void **state)
{
	struct oac_error err;
	const char *key = getenv("OPENAI_API_KEY");

	(void)state;
	if (key != NULL && *key != '\0')
		skip();
	assert_null(openai_client_new(NULL, &err));
	assert_int_equal(err.status, OAC_E_CONFIG);
	assert_non_null(strstr(err.message, "OPENAI_API_KEY"));
}

static void test_one_connection(void **state)
{
	struct openai_thread *thread;
	struct life life;
	int64_t before;

	NEEDS_SERVER(state);
	begin(&life, state);
	before = accepted_connections(life.server);
	for (int i = 0; i < 20; i++) {
		good(&life, openai_threads_create(life.client, NULL, NULL, &thread, &life.err));
		openai_thread_free(thread);
		/* An answer that is an error is no reason to hang up. */
		refused(&life, openai_threads_retrieve(life.client, "thread_x", NULL, &thread, &life.err),
			404, "", "thread_x");
	}
	assert_int_equal(accepted_connections(life.server), before + 1);
	done(&life);
}

int main(void)
{
	static char quick[] = QUICK;
	static char unhurried[] = "queued-ms 300\nin-progress-ms 300\ncancelling-ms 100\n";
	const struct CMUnitTest tests[] = {
		SERVER_TEST(test_assistants, NULL),
		SERVER_TEST(test_threads_and_messages, NULL),
		SERVER_TEST(test_weather, quick),
		SERVER_TEST(test_cancel, unhurried),
		SERVER_TEST(test_pages, NULL),
		SERVER_TEST(test_refusals, unhurried),
		SERVER_TEST(test_one_connection, NULL),
		cmocka_unit_test(test_no_key),
	};

	return cmocka_run_group_tests_name("server life", tests, NULL, NULL);
}
