/*
 * How the server's runs go when no script says otherwise: statuses, tool
 * rounds, steps, and cancelling.
 */
#define _POSIX_C_SOURCE 200809L
#include "test_driver.h"

#include <string.h>

static const char functions[] =
	"\"instructions\":\"Please address the user as Jane Doe. Be brief.\",\"tools\":["
	"{\"type\":\"function\",\"function\":{\"name\":\"get_current_temperature\",\"parameters\":{"
	"\"type\":\"object\",\"properties\":{\"location\":{\"type\":\"string\"},"
	"\"unit\":{\"type\":\"string\",\"enum\":[\"Celsius\",\"Fahrenheit\"]}}}}},"
	"{\"type\":\"function\",\"function\":{\"name\":\"get_rain_probability\",\"parameters\":{"
	"\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"},\"days\":{\"type\":"
	"\"integer\"},\"hourly\":{\"type\":\"boolean\"},\"note\":{\"type\":[\"string\",\"null\"]},"
	"\"at\":{\"type\":\"object\",\"properties\":{\"p\":{\"type\":\"number\"}}}}}}}]";
static const char question[] = "What's the weather in San Francisco, CA today and will it rain?";

/* Every member that the document requires, with what it is while the run is queued. */
static void check_run_members(const cJSON *run)
{
	static const char *const nulls[] = { "required_action", "last_error", "started_at",
		"cancelled_at", "failed_at", "completed_at", "usage", "incomplete_details",
		"max_prompt_tokens" };
	size_t i;

	for (i = 0; i < sizeof(nulls) / sizeof(nulls[0]); i++)
		assert_true(cJSON_IsNull(value_at(run, nulls[i])));
	assert_string_equal(text_at(run, "id"), "run_000001");
	assert_string_equal(text_at(run, "object"), "thread.run");
	assert_string_equal(text_at(run, "thread_id"), "thread_000001");
	assert_string_equal(text_at(run, "assistant_id"), "asst_000001");
	assert_string_equal(text_at(run, "status"), "queued");
	assert_string_equal(text_at(run, "model"), "gpt-4o");
	assert_string_equal(text_at(run, "tool_choice"), "auto");
	assert_string_equal(text_at(run, "response_format"), "auto");
	assert_string_equal(text_at(run, "truncation_strategy/type"), "auto");
	assert_true(cJSON_IsTrue(value_at(run, "parallel_tool_calls")));
	assert_true(number_at(run, "max_completion_tokens") == 1000);
	assert_true(number_at(run, "expires_at") >= number_at(run, "created_at"));
	assert_true(number_at(run, "temperature") == 0.5);
	assert_string_equal(text_at(run, "metadata/k"), "v");
}

static void test_run_without_tools(void **state)
{
	static const char message[] = "{\"role\":\"user\",\"content\":\"late\"}";
	cJSON *json;
	int64_t start_ms;

	NEEDS_SERVER(state);
	make_assistant(*state, "\"instructions\":\"Be kind.\",\"temperature\":0.1");
	start_ms = now_ms();
	json = expect(*state, 200, "POST", "/v1/threads/runs",
		"{\"assistant_id\":\"asst_000001\",\"temperature\":0.5,\"metadata\":{\"k\":\"v\"},"
		"\"max_completion_tokens\":1000,\"thread\":{\"messages\":[{\"role\":\"user\","
		"\"content\":\"Hello\"}]}}");
	check_run_members(json);
	assert_string_equal(text_at(json, "instructions"), "Be kind.");
	drop(json);
	expect_error(*state, 409, NULL, "thread_has_active_run", "run_000001", "POST", MESSAGES,
		message);
	expect_error(*state, 409, NULL, "thread_has_active_run", "run_000001", "POST", RUNS,
		"{\"assistant_id\":\"asst_000001\"}");
	json = run_wait(*state, 1);
	assert_true(now_ms() - start_ms >= 200);
	assert_string_equal(text_at(json, "status"), "completed");
	assert_true(number_at(json, "completed_at") >= number_at(json, "started_at"));
	assert_true(cJSON_IsNull(value_at(json, "expires_at")));
	assert_true(number_at(json, "usage/total_tokens") ==
		    number_at(json, "usage/prompt_tokens") +
			    number_at(json, "usage/completion_tokens"));
	assert_true(number_at(json, "usage/completion_tokens") > 0);
	drop(json);
	json = expect(*state, 200, "GET", MESSAGES "?run_id=run_000001", NULL);
	assert_int_equal(cJSON_GetArraySize(value_at(json, "data")), 1);
	assert_string_equal(text_at(json, "data/0/content/0/text/value"), "You said: \"Hello\"");
	assert_string_equal(text_at(json, "data/0/role"), "assistant");
	assert_string_equal(text_at(json, "data/0/assistant_id"), "asst_000001");
	drop(json);
	json = expect(*state, 200, "GET", RUN "/steps", NULL);
	assert_int_equal(cJSON_GetArraySize(value_at(json, "data")), 1);
	assert_string_equal(text_at(json, "data/0/type"), "message_creation");
	assert_string_equal(
		text_at(json, "data/0/step_details/message_creation/message_id"), "msg_000002");
	drop(json);
	json = expect(*state, 200, "POST", RUN, "{\"metadata\":{\"k\":\"w\"}}");
	assert_string_equal(text_at(json, "metadata/k"), "w");
	drop(json);
	drop(expect(*state, 200, "POST", MESSAGES, message));
}

static void check_pending(const cJSON *run)
{
	static const char at[] = "required_action/submit_tool_outputs/tool_calls";
	const cJSON *calls = value_at(run, at);
	cJSON *arguments;

	assert_string_equal(text_at(run, "status"), "requires_action");
	assert_string_equal(text_at(run, "required_action/type"), "submit_tool_outputs");
	assert_int_equal(cJSON_GetArraySize(calls), 2);
	assert_string_equal(text_at(calls, "0/id"), "call_000001");
	assert_string_equal(text_at(calls, "0/type"), "function");
	assert_string_equal(text_at(calls, "0/function/name"), "get_current_temperature");
	assert_null(value_at(calls, "0/function/output"));
	arguments = cJSON_Parse(text_at(calls, "0/function/arguments"));
	assert_string_equal(text_at(arguments, "location"), "San Francisco, CA");
	assert_string_equal(text_at(arguments, "unit"), "Celsius");
	drop(arguments);
	arguments = cJSON_Parse(text_at(calls, "1/function/arguments"));
	assert_string_equal(text_at(arguments, "city"), "San Francisco, CA");
	assert_true(number_at(arguments, "days") == 1);
	assert_true(cJSON_IsTrue(value_at(arguments, "hourly")));
	assert_string_equal(text_at(arguments, "note"), "example");
	assert_true(number_at(arguments, "at/p") == 1);
	drop(arguments);
}

static void test_tool_round(void **state)
{
	static const char submit[] = RUN "/submit_tool_outputs";
	static const char one[] =
		"{\"tool_outputs\":[{\"tool_call_id\":\"call_000001\",\"output\":\"57\"}]}";
	static const char twice[] =
		"{\"tool_outputs\":[{\"tool_call_id\":\"call_000001\",\"output\":\"57\"},"
		"{\"tool_call_id\":\"call_000001\",\"output\":\"58\"}]}";
	static const char foreign[] =
		"{\"tool_outputs\":[{\"tool_call_id\":\"call_x\",\"output\":\"57\"}]}";
	static const char both[] =
		"{\"tool_outputs\":[{\"tool_call_id\":\"call_000002\",\"output\":\"0.06\"},"
		"{\"tool_call_id\":\"call_000001\",\"output\":\"57\"}]}";
	double total = 0;
	cJSON *json;
	int i;

	NEEDS_SERVER(state);
	make_assistant(*state, functions);
	make_thread(*state, question);
	create_run(*state, NULL);
	expect_error(*state, 400, NULL, NULL, "do not accept", "POST", submit, both);
	json = run_wait(*state, 1);
	check_pending(json);
	drop(json);
	json = expect(*state, 200, "GET", RUN "/steps/step_000001", NULL);
	assert_string_equal(text_at(json, "status"), "in_progress");
	assert_true(cJSON_IsNull(value_at(json, "step_details/tool_calls/0/function/output")));
	assert_true(cJSON_IsNull(value_at(json, "usage")));
	drop(json);
	expect_error(
		*state, 400, "tool_outputs", "invalid_value", "'call_000002'", "POST", submit, one);
	expect_error(*state, 400, "tool_outputs", "invalid_value", "'call_000001'", "POST", submit,
		twice);
	expect_error(
		*state, 400, "tool_outputs", "invalid_value", "'call_x'", "POST", submit, foreign);
	expect_error(*state, 409, NULL, "thread_has_active_run", NULL, "POST", MESSAGES,
		"{\"role\":\"user\",\"content\":\"x\"}");
	json = expect(*state, 200, "POST", submit, both);
	assert_string_equal(text_at(json, "status"), "in_progress");
	assert_true(cJSON_IsNull(value_at(json, "required_action")));
	drop(json);
	expect_error(*state, 400, NULL, NULL, "do not accept", "POST", submit, both);
	json = run_wait(*state, 1);
	assert_string_equal(text_at(json, "status"), "completed");
	total = number_at(json, "usage/total_tokens");
	drop(json);
	json = expect(*state, 200, "GET", MESSAGES "?limit=1", NULL);
	assert_string_equal(text_at(json, "data/0/content/0/text/value"),
		"Jane Doe, get_current_temperature returned 57; get_rain_probability returned "
		"0.06.");
	drop(json);
	json = expect(*state, 200, "GET", RUN "/steps?order=asc", NULL);
	assert_int_equal(cJSON_GetArraySize(value_at(json, "data")), 2);
	assert_string_equal(text_at(json, "data/0/type"), "tool_calls");
	assert_string_equal(text_at(json, "data/0/status"), "completed");
	assert_string_equal(
		text_at(json, "data/0/step_details/tool_calls/1/function/output"), "0.06");
	assert_string_equal(text_at(json, "data/1/type"), "message_creation");
	for (i = 0; i < 2; i++)
		total -= number_at(
			cJSON_GetArrayItem(value_at(json, "data"), i), "usage/total_tokens");
	assert_true(total == 0);
	drop(json);
}

static void test_tool_choice(void **state)
{
	static const char calls[] = "required_action/submit_tool_outputs/tool_calls";
	static const char first[] = "{\"tool_outputs\":[{\"tool_call_id\":\"call_000002\"}]}";
	cJSON *json;

	NEEDS_SERVER(state);
	make_assistant(*state, functions);
	make_thread(*state, "Is it warm in Zurich?");
	create_run(*state, "\"tool_choice\":\"none\"");
	json = run_wait(*state, 1);
	assert_string_equal(text_at(json, "status"), "completed");
	drop(json);
	create_run(*state, "\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":"
			   "\"get_rain_probability\"}}");
	json = run_wait(*state, 2);
	assert_int_equal(cJSON_GetArraySize(value_at(json, calls)), 1);
	assert_string_equal(
		text_at(value_at(json, calls), "0/function/name"), "get_rain_probability");
	assert_non_null(strstr(
		text_at(value_at(json, calls), "0/function/arguments"), "\"city\":\"Zurich\""));
	drop(json);
	drop(expect(*state, 200, "POST", RUNS "/run_000002/cancel", NULL));
	drop(run_wait(*state, 2));
	create_run(*state,
		"\"parallel_tool_calls\":false,\"additional_messages\":[{\"role\":"
		"\"user\",\"content\":\"Go on\"}],\"additional_instructions\":\"Hurry.\"");
	json = run_wait(*state, 3);
	assert_string_equal(text_at(json, "instructions"),
		"Please address the user as Jane Doe. Be brief.\nHurry.");
	assert_int_equal(cJSON_GetArraySize(value_at(json, calls)), 1);
	drop(json);
	drop(expect(*state, 200, "POST", RUNS "/run_000003/submit_tool_outputs", first));
	json = run_wait(*state, 3);
	assert_string_equal(text_at(json, "status"), "requires_action");
	assert_string_equal(
		text_at(value_at(json, calls), "0/function/name"), "get_rain_probability");
	drop(json);
}

static void test_hosted_tools(void **state)
{
	cJSON *json;

	NEEDS_SERVER(state);
	make_assistant(
		*state, "\"tools\":[{\"type\":\"code_interpreter\"},{\"type\":\"file_search\"}]");
	make_thread(*state, "Add 1 and 1");
	create_run(*state, NULL);
	json = run_wait(*state, 1);
	assert_string_equal(text_at(json, "status"), "completed");
	drop(json);
	json = expect(*state, 200, "GET",
		RUN "/steps?order=asc&include%5B%5D=step_details.tool_calls%5B%2A%5D.file_search."
		    "results%5B%2A%5D.content",
		NULL);
	assert_string_equal(
		text_at(json, "data/0/step_details/tool_calls/0/type"), "code_interpreter");
	assert_string_equal(text_at(json, "data/0/step_details/tool_calls/1/type"), "file_search");
	assert_string_equal(text_at(json, "data/1/type"), "message_creation");
	drop(json);
}

static void test_cancel(void **state)
{
	cJSON *json;

	NEEDS_SERVER(state);
	make_assistant(*state, functions);
	make_thread(*state, question);
	create_run(*state, NULL);
	drop(run_wait(*state, 1));
	expect_error(*state, 400, NULL, "unexpected_body", NULL, "POST", RUN "/cancel", "{}");
	json = expect(*state, 200, "POST", RUN "/cancel", NULL);
	assert_string_equal(text_at(json, "status"), "cancelling");
	assert_true(cJSON_IsNull(value_at(json, "required_action")));
	drop(json);
	drop(expect(*state, 409, "POST", RUNS, "{\"assistant_id\":\"asst_000001\"}"));
	json = run_wait(*state, 1);
	assert_string_equal(text_at(json, "status"), "cancelled");
	assert_true(number_at(json, "cancelled_at") > 0);
	drop(json);
	json = expect(*state, 200, "GET", RUN "/steps/step_000001", NULL);
	assert_string_equal(text_at(json, "status"), "cancelled");
	assert_true(number_at(json, "cancelled_at") > 0);
	drop(json);
	expect_error(*state, 400, NULL, NULL, "'cancelled'", "POST", RUN "/cancel", NULL);
	create_run(*state, "\"tools\":[]");
	json = run_wait(*state, 2);
	assert_string_equal(text_at(json, "status"), "completed");
	drop(json);
	expect_error(
		*state, 400, NULL, NULL, "'completed'", "POST", RUNS "/run_000002/cancel", NULL);
	expect_error(*state, 400, NULL, NULL, "\"completed\"", "POST",
		RUNS "/run_000002/submit_tool_outputs", "{\"tool_outputs\":[]}");
}

/* By looks and not by time: queued until the last one, and then over. */
static void test_looks(void **state)
{
	cJSON *json;

	NEEDS_SERVER(state);
	make_assistant(*state, "\"instructions\":\"Be kind.\"");
	make_thread(*state, "Hello");
	create_run(*state, NULL);
	for (int i = 1; i <= 3; i++) {
		json = expect(*state, 200, "GET", RUN, NULL);
		assert_string_equal(text_at(json, "status"), i < 3 ? "queued" : "completed");
		drop(json);
	}
}

int main(void)
{
	static char by_looks[] = "queued-ms 100000\nlooks 3\n";
	static char unhurried[] = "queued-ms 100\nin-progress-ms 100\ncancelling-ms 200\n";
	const struct CMUnitTest tests[] = {
		SERVER_TEST(test_run_without_tools, unhurried),
		SERVER_TEST(test_tool_round, unhurried),
		SERVER_TEST(test_tool_choice, unhurried),
		SERVER_TEST(test_hosted_tools, unhurried),
		SERVER_TEST(test_cancel, unhurried),
		SERVER_TEST(test_looks, by_looks),
	};

	return cmocka_run_group_tests_name("server runs", tests, NULL, NULL);
}
