/*
 * The API that the server offers: what it refuses, the life of its objects,
 * paging, and the journal of requests.
 */
#define _POSIX_C_SOURCE 200809L
#include "test_driver.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void check_status(struct server *server, const char *path, const char *const *headers,
	long status, const char *code)
{
	struct reply reply = call_with(server, "GET", path, headers, NULL);

	assert_int_equal(reply.status, status);
	assert_non_null(strstr(reply.headers, "x-request-id: req_"));
	if (code)
		assert_string_equal(text_at(reply.json, "error/code"), code);
	reply_clear(&reply);
}

static void test_key(void **state)
{
	static const char beta[] = "OpenAI-Beta: assistants=v2";
	static const char path[] = "/v1/assistants";
	const char *const none[] = { beta, NULL };
	const char *const empty[] = { beta, "Authorization: Bearer  ", NULL };
	const char *const basic[] = { beta, "Authorization: Basic eDp5", NULL };
	const char *const bare[] = { beta, "Authorization: sk-test", NULL };
	const char *const bearer[] = { beta, "authorization: bearer sk-test", NULL };
	const char *const azure[] = { beta, "api-key: k", NULL };
	const char *const azure_empty[] = { beta, "api-key;", NULL };

	NEEDS_SERVER(state);
	check_status(*state, path, none, 401, "invalid_api_key");
	check_status(*state, path, empty, 401, "invalid_api_key");
	check_status(*state, path, basic, 401, "invalid_api_key");
	check_status(*state, path, bare, 401, "invalid_api_key");
	check_status(*state, path, azure_empty, 401, "invalid_api_key");
	check_status(*state, path, bearer, 200, NULL);
	check_status(*state, path, azure, 200, NULL);
}

static void test_beta(void **state)
{
	static const char key[] = "Authorization: Bearer k";
	static const char path[] = "/v1/assistants";
	const char *const none[] = { key, NULL };
	const char *const old[] = { key, "OpenAI-Beta: assistants=v1", NULL };
	const char *const longer[] = { key, "OpenAI-Beta: assistants=v22", NULL };
	const char *const several[] = { key, "OpenAI-Beta: other=1, assistants=v2", NULL };

	NEEDS_SERVER(state);
	check_status(*state, path, none, 400, "invalid_beta");
	check_status(*state, path, old, 400, "invalid_beta");
	check_status(*state, path, longer, 400, "invalid_beta");
	check_status(*state, path, several, 200, NULL);
}

static void test_paths(void **state)
{
	static const char *const unknown[] = { "/", "/v1", "/v1/", "/v2/assistants",
		"/v1/assistants/", "/v1/threads//runs", "/v1/threads/t/runs/r/steps/s/x",
		"/v1/threads/t/unknown", "/_/unknown" };
	struct reply reply;
	size_t i;

	NEEDS_SERVER(state);
	for (i = 0; i < sizeof(unknown) / sizeof(unknown[0]); i++)
		expect_error(*state, 404, NULL, "unknown_url", unknown[i], "GET", unknown[i], NULL);
	expect_error(
		*state, 405, NULL, "method_not_supported", "PUT", "PUT", "/v1/assistants", "{}");
	reply = call(*state, "PATCH", "/v1/threads/t", "{}");
	assert_int_equal(reply.status, 405);
	assert_non_null(strstr(reply.headers, "allow: GET, POST, DELETE\r\n"));
	reply_clear(&reply);
	expect_error(*state, 404, NULL, NULL, "No assistant found with id 'a b/c?\xc3\xa9'.", "GET",
		"/v1/assistants/a%20b%2Fc%3F%C3%A9", NULL);
	expect_error(*state, 400, NULL, "invalid_value", "percent-encoded", "GET",
		"/v1/assistants/%FF", NULL);
	expect_error(*state, 400, NULL, "invalid_value", "percent-encoded", "GET",
		"/v1/assistants/a%2", NULL);
	expect_error(*state, 400, NULL, "invalid_value", "percent-encoded", "GET",
		"/v1/assistants/a%00b", NULL);
}

static void test_unknown_ids(void **state)
{
	static const struct {
		const char *method, *path, *body, *what;
	} cases[] = {
		{ "GET", "/v1/assistants/asst_x", NULL, "assistant found with id 'asst_x'" },
		{ "POST", "/v1/assistants/asst_000009", "{}", "assistant" },
		{ "DELETE", "/v1/assistants/asst_000009", NULL, "assistant" },
		{ "GET", "/v1/threads/thread_9", NULL, "thread found with id 'thread_9'" },
		{ "POST", "/v1/threads/thread_9", "{}", "thread" },
		{ "DELETE", "/v1/threads/thread_9", NULL, "thread" },
		{ "GET", "/v1/threads/thread_9/messages", NULL, "thread" },
		{ "POST", "/v1/threads/thread_9/messages", "{\"role\":\"user\",\"content\":\"x\"}",
			"thread" },
		{ "GET", MESSAGES "/msg_9", NULL, "message found with id 'msg_9'" },
		{ "POST", MESSAGES "/msg_9", "{}", "message" },
		{ "DELETE", MESSAGES "/msg_9", NULL, "message" },
		{ "GET", "/v1/threads/thread_9/runs", NULL, "thread" },
		{ "POST", "/v1/threads/thread_9/runs", "{\"assistant_id\":\"asst_000001\"}",
			"thread" },
		{ "POST", RUNS, "{\"assistant_id\":\"asst_7\"}",
			"assistant found with id 'asst_7'" },
		{ "POST", "/v1/threads/runs", "{\"assistant_id\":\"asst_7\"}", "assistant" },
		{ "GET", RUNS "/run_000009", NULL, "run found with id 'run_000009'" },
		{ "POST", RUNS "/run_9", "{}", "run" },
		{ "POST", RUNS "/run_9/cancel", NULL, "run" },
		{ "POST", RUNS "/run_9/submit_tool_outputs", "{\"tool_outputs\":[]}", "run" },
		{ "GET", RUNS "/run_9/steps", NULL, "run" },
		{ "GET", RUN "/steps/step_9", NULL, "run step found with id 'step_9'" },
		{ "GET", "/v1/threads/thread_000002/runs/run_000001", NULL, "run" },
	};
	size_t i;

	NEEDS_SERVER(state);
	make_assistant(*state, NULL);
	make_thread(*state, NULL);
	make_thread(*state, NULL);
	create_run(*state, NULL);
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		expect_error(*state, 404, NULL, NULL, cases[i].what, cases[i].method, cases[i].path,
			cases[i].body);
}

static void test_bodies(void **state)
{
	static const char *const broken[] = { "{", "{\"model\":\"x\",}", "{\"model\":01}",
		"{\"model\":\"a\nb\"}", "{\"model\":\"\\ud800\"}", "{\"model\":\"\\u0000\"}",
		"{\"model\":\"\xff\"}", "{\"model\":\"\xc0\xaf\"}", "{\"model\":\"x\"}x", "nul",
		"{model:1}", "{\"model\":\"x\" \"y\":1}", "{\"model\":1.}", "{\"model\":-}",
		"{\"model\":\"\\x\"}", " ", "{\"model\":tru}", "{\"model\":\"x" };
	static const char *const text[] = { "Authorization: Bearer k", "OpenAI-Beta: assistants=v2",
		"Content-Type: text/plain", NULL };
	static const char *const charset[] = { "Authorization: Bearer k",
		"OpenAI-Beta: assistants=v2", "Content-Type: application/json; charset=utf-8",
		NULL };
	struct reply reply;
	char deep[1024];
	size_t i;

	NEEDS_SERVER(state);
	for (i = 0; i < sizeof(broken) / sizeof(broken[0]); i++)
		expect_error(*state, 400, NULL, "invalid_json", "at byte", "POST", "/v1/assistants",
			broken[i]);
	memset(deep, '[', sizeof(deep) - 1);
	deep[sizeof(deep) - 1] = '\0';
	expect_error(*state, 400, NULL, "invalid_json", "nested", "POST", "/v1/assistants", deep);
	expect_error(*state, 400, NULL, "missing_body", NULL, "POST", "/v1/assistants", "");
	expect_error(*state, 400, NULL, "invalid_type", "body", "POST", "/v1/assistants", "[]");
	expect_error(*state, 400, NULL, "unexpected_body", NULL, "GET", "/v1/assistants", "{}");
	reply = call_with(*state, "POST", "/v1/assistants", text, "{\"model\":\"x\"}");
	assert_int_equal(reply.status, 400);
	assert_string_equal(text_at(reply.json, "error/code"), "invalid_content_type");
	reply_clear(&reply);
	reply = call_with(*state, "POST", "/v1/assistants", charset, "{\"model\":\"x\"}");
	assert_int_equal(reply.status, 200);
	reply_clear(&reply);
}

static void test_large_body(void **state)
{
	size_t len = 9 * 1024 * 1024;
	char *body;

	NEEDS_SERVER(state);
	body = malloc(len + 1);
	assert_non_null(body);
	memset(body, ' ', len);
	body[len] = '\0';
	expect_error(*state, 413, NULL, "body_too_large", NULL, "POST", "/v1/assistants", body);
	free(body);
}

static void test_rules(void **state)
{
	static const char long_key[] = "{\"metadata\":{\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				       "aaaaaaaaaaaaaaaaaaaaaaaaa\":\"x\"}}";
	static const char many[] =
		"{\"metadata\":{\"a\":\"\",\"b\":\"\",\"c\":\"\",\"d\":\"\",\"e\":\"\",\"f\":\"\","
		"\"g\":\"\",\"h\":\"\",\"i\":\"\",\"j\":\"\",\"k\":\"\",\"l\":\"\",\"m\":\"\","
		"\"n\":\"\",\"o\":\"\",\"p\":\"\",\"q\":\"\"}}";
	static const char assistants[] = "/v1/assistants", threads[] = "/v1/threads";
	static const struct {
		const char *path, *body, *param, *code;
	} cases[] = {
		{ assistants, "{}", "model", "missing_required_parameter" },
		{ assistants, "{\"model\":null}", "model", "invalid_type" },
		{ assistants, "{\"model\":\"x\",\"foo\":1}", "foo", "unknown_parameter" },
		{ assistants, "{\"model\":\"x\",\"model\":\"y\"}", "model", "duplicate_parameter" },
		{ assistants, "{\"model\":\"x\",\"temperature\":-0.1}", "temperature",
			"decimal_below_min_value" },
		{ assistants, "{\"model\":\"x\",\"temperature\":2.1}", "temperature",
			"decimal_above_max_value" },
		{ assistants, "{\"model\":\"x\",\"top_p\":1.1}", "top_p",
			"decimal_above_max_value" },
		{ assistants, "{\"model\":\"x\",\"top_p\":\"1\"}", "top_p", "invalid_type" },
		{ assistants, "{\"model\":\"x\",\"reasoning_effort\":\"huge\"}", "reasoning_effort",
			"invalid_value" },
		{ assistants, "{\"model\":\"x\",\"tools\":[{\"type\":\"retrieval\"}]}",
			"tools[0].type", "invalid_value" },
		{ assistants, "{\"model\":\"x\",\"tools\":[{}]}", "tools[0].type",
			"missing_required_parameter" },
		{ assistants, "{\"model\":\"x\",\"tools\":[{\"type\":\"function\"}]}",
			"tools[0].function", "missing_required_parameter" },
		{ assistants,
			"{\"model\":\"x\",\"tools\":[{\"type\":\"code_interpreter\"},{\"type\":"
			"\"function\",\"function\":{\"name\":\"a b\"}}]}",
			"tools[1].function.name", "invalid_value" },
		{ assistants,
			"{\"model\":\"x\",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":"
			"\"\"}}]}",
			"tools[0].function.name", "invalid_value" },
		{ assistants,
			"{\"model\":\"x\",\"tools\":[{\"type\":\"file_search\",\"file_search\":{"
			"\"max_num_results\":51}}]}",
			"tools[0].file_search.max_num_results", "integer_above_max_value" },
		{ assistants,
			"{\"model\":\"x\",\"tools\":[{\"type\":\"file_search\",\"file_search\":{"
			"\"ranking_options\":{}}}]}",
			"tools[0].file_search.ranking_options.score_threshold",
			"missing_required_parameter" },
		{ assistants, "{\"model\":\"x\",\"response_format\":\"json\"}", "response_format",
			"invalid_value" },
		{ assistants,
			"{\"model\":\"x\",\"response_format\":{\"type\":\"json_schema\","
			"\"json_schema\":{}}}",
			"response_format.json_schema.name", "missing_required_parameter" },
		{ assistants,
			"{\"model\":\"x\",\"tool_resources\":{\"file_search\":{\"vector_store_"
			"ids\":"
			"[],\"vector_stores\":[]}}}",
			"tool_resources.file_search", "invalid_value" },
		{ assistants,
			"{\"model\":\"x\",\"tool_resources\":{\"file_search\":{\"vector_stores\":[{"
			"\"chunking_strategy\":{\"type\":\"auto\",\"x\":1}}]}}}",
			"tool_resources.file_search.vector_stores[0].chunking_strategy.x",
			"unknown_parameter" },
		{ assistants,
			"{\"model\":\"x\",\"tool_resources\":{\"file_search\":{\"vector_store_"
			"ids\":"
			"[\"a\",\"b\"]}}}",
			"tool_resources.file_search.vector_store_ids", "array_above_max_length" },
		{ threads, long_key, NULL, "string_above_max_length" },
		{ threads, many, "metadata", "object_above_max_properties" },
		{ threads, "{\"metadata\":{\"a\":1}}", "metadata.a", "invalid_type" },
		{ threads, "{\"messages\":[{\"role\":\"system\",\"content\":\"x\"}]}",
			"messages[0].role", "invalid_value" },
		{ MESSAGES, "{\"role\":\"user\"}", "content", "missing_required_parameter" },
		{ MESSAGES, "{\"role\":\"user\",\"content\":[]}", "content",
			"array_below_min_length" },
		{ MESSAGES, "{\"role\":\"user\",\"content\":[{\"type\":\"audio\"}]}",
			"content[0].type", "invalid_value" },
		{ MESSAGES,
			"{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":{"
			"\"url\":\"u\",\"detail\":\"tiny\"}}]}",
			"content[0].image_url.detail", "invalid_value" },
		{ MESSAGES, "{\"role\":\"user\",\"content\":\"x\",\"attachments\":[{}]}",
			"attachments[0].file_id", "missing_required_parameter" },
		{ MESSAGES, "{\"role\":\"user\",\"content\":\"x\",\"name\":\"x\"}", "name",
			"unknown_parameter" },
		{ RUNS, "{}", "assistant_id", "missing_required_parameter" },
		{ RUNS, "{\"assistant_id\":\"a\",\"max_prompt_tokens\":255}", "max_prompt_tokens",
			"integer_below_min_value" },
		{ RUNS, "{\"assistant_id\":\"a\",\"max_completion_tokens\":256.5}",
			"max_completion_tokens", "invalid_type" },
		{ RUNS, "{\"assistant_id\":\"a\",\"parallel_tool_calls\":null}",
			"parallel_tool_calls", "invalid_type" },
		{ RUNS, "{\"assistant_id\":\"a\",\"tool_choice\":\"never\"}", "tool_choice",
			"invalid_value" },
		{ RUNS, "{\"assistant_id\":\"a\",\"tool_choice\":{\"type\":\"x\"}}",
			"tool_choice.type", "invalid_value" },
		{ RUNS, "{\"assistant_id\":\"a\",\"truncation_strategy\":{\"type\":\"x\"}}",
			"truncation_strategy.type", "invalid_value" },
		{ RUNS,
			"{\"assistant_id\":\"a\",\"truncation_strategy\":{\"type\":\"auto\","
			"\"last_messages\":0}}",
			"truncation_strategy.last_messages", "integer_below_min_value" },
		{ RUNS, "{\"assistant_id\":\"a\",\"thread\":{}}", "thread", "unknown_parameter" },
		{ RUNS, "{\"assistant_id\":\"a\",\"stream\":1}", "stream", "invalid_type" },
		{ RUNS "?include[]=x", "{\"assistant_id\":\"a\"}", "include[]", "invalid_value" },
		{ "/v1/threads/runs", "{\"assistant_id\":\"a\",\"additional_instructions\":\"x\"}",
			"additional_instructions", "unknown_parameter" },
		{ "/v1/threads/runs", "{\"assistant_id\":\"a\",\"thread\":{\"foo\":1}}",
			"thread.foo", "unknown_parameter" },
		{ RUNS "/r", "{\"status\":\"x\"}", "status", "unknown_parameter" },
		{ RUNS "/r/submit_tool_outputs", "{}", "tool_outputs",
			"missing_required_parameter" },
		{ RUNS "/r/submit_tool_outputs", "{\"tool_outputs\":[{\"output\":\"x\"}]}",
			"tool_outputs[0].tool_call_id", "missing_required_parameter" },
		{ RUNS "/r/submit_tool_outputs",
			"{\"tool_outputs\":[{\"tool_call_id\":\"c\",\"output\":57}]}",
			"tool_outputs[0].output", "invalid_type" },
		{ RUNS "/r/submit_tool_outputs", "{\"tool_outputs\":[],\"stream\":\"yes\"}",
			"stream", "invalid_type" },
	};
	struct reply reply;
	size_t i;

	NEEDS_SERVER(state);
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		reply = call(*state, "POST", cases[i].path, cases[i].body);
		if (reply.status != 400)
			fail_msg("%s: %ld %s", cases[i].body, reply.status, reply.body);
		assert_string_equal(text_at(reply.json, "error/code"), cases[i].code);
		if (cases[i].param)
			assert_string_equal(text_at(reply.json, "error/param"), cases[i].param);
		reply_clear(&reply);
	}
}

static void test_query_rules(void **state)
{
	static const struct {
		const char *path, *param, *code;
	} cases[] = {
		{ "/v1/assistants?limit=0", "limit", "integer_below_min_value" },
		{ "/v1/assistants?limit=101", "limit", "integer_above_max_value" },
		{ "/v1/assistants?limit=1x", "limit", "invalid_type" },
		{ "/v1/assistants?limit=", "limit", "invalid_type" },
		{ "/v1/assistants?order=up", "order", "invalid_value" },
		{ "/v1/assistants?after=thread_000001", "after", "invalid_value" },
		{ "/v1/assistants?before=x", "before", "invalid_value" },
		{ "/v1/assistants?limit=1&limit=2", "limit", "duplicate_parameter" },
		{ "/v1/assistants?run_id=r", "run_id", "unknown_parameter" },
		{ "/v1/assistants?lim%69ts=1", "limits", "unknown_parameter" },
		{ "/v1/assistants/x?limit=1", "limit", "unknown_parameter" },
		{ RUNS "/r/steps?include%5B%5D=everything", "include[]", "invalid_value" },
	};
	size_t i;

	NEEDS_SERVER(state);
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		expect_error(*state, 400, cases[i].param, cases[i].code, NULL, "GET", cases[i].path,
			NULL);
	expect_error(*state, 400, NULL, "invalid_value", "percent", "GET",
		"/v1/assistants?after=%zz", NULL);
	drop(expect(*state, 200, "GET",
		"/v1/assistants?api-version=2024-05-01-preview&after=&limit=100&order=asc", NULL));
}

static void test_assistants(void **state)
{
	cJSON *json;

	NEEDS_SERVER(state);
	make_assistant(*state,
		"\"name\":\"n\",\"description\":null,\"temperature\":0,\"metadata\":{\"k\":\"v\"},"
		"\"reasoning_effort\":null,\"tool_resources\":{\"file_search\":{\"vector_stores\":"
		"[{\"file_ids\":[\"f\"],\"chunking_strategy\":{\"type\":\"static\",\"static\":{"
		"\"max_chunk_size_tokens\":100,\"chunk_overlap_tokens\":0}}}]}}");
	json = expect(*state, 200, "GET", "/v1/assistants/asst_000001", NULL);
	assert_string_equal(text_at(json, "object"), "assistant");
	assert_string_equal(text_at(json, "name"), "n");
	assert_true(cJSON_IsNull(value_at(json, "description")));
	assert_true(cJSON_IsNull(value_at(json, "instructions")));
	assert_true(number_at(json, "temperature") == 0);
	assert_true(cJSON_IsArray(value_at(json, "tools")));
	assert_string_equal(
		text_at(json, "tool_resources/file_search/vector_store_ids/0"), "vs_000001");
	drop(json);
	json = expect(*state, 200, "POST", "/v1/assistants/asst_000001",
		"{\"name\":null,\"instructions\":\"i\",\"temperature\":null}");
	assert_true(cJSON_IsNull(value_at(json, "name")));
	assert_string_equal(text_at(json, "instructions"), "i");
	assert_string_equal(text_at(json, "metadata/k"), "v");
	assert_true(number_at(json, "temperature") == 1);
	drop(json);
	json = expect(*state, 200, "DELETE", "/v1/assistants/asst_000001", NULL);
	assert_string_equal(text_at(json, "id"), "asst_000001");
	assert_string_equal(text_at(json, "object"), "assistant.deleted");
	assert_true(cJSON_IsTrue(value_at(json, "deleted")));
	drop(json);
	drop(expect(*state, 404, "GET", "/v1/assistants/asst_000001", NULL));
}

static void test_threads_and_messages(void **state)
{
	static const char parts[] =
		"{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"a\"},{\"type\":"
		"\"image_file\",\"image_file\":{\"file_id\":\"f\"}},{\"type\":\"image_url\","
		"\"image_url\":{\"url\":\"http://x/\",\"detail\":\"low\"}}],\"attachments\":[{"
		"\"file_id\":\"f\",\"tools\":[{\"type\":\"file_search\"}]}]}";
	cJSON *json;

	NEEDS_SERVER(state);
	json = expect(*state, 200, "POST", "/v1/threads", NULL);
	assert_string_equal(text_at(json, "id"), "thread_000001");
	assert_true(cJSON_IsNull(value_at(json, "tool_resources")));
	assert_true(cJSON_IsObject(value_at(json, "metadata")));
	drop(json);
	json = expect(*state, 200, "POST", "/v1/threads/thread_000001",
		"{\"metadata\":{\"a\":\"b\"},\"tool_resources\":{\"code_interpreter\":{\"file_"
		"ids\":["
		"\"f\"]}}}");
	assert_string_equal(text_at(json, "metadata/a"), "b");
	assert_string_equal(text_at(json, "tool_resources/code_interpreter/file_ids/0"), "f");
	drop(json);
	json = expect(*state, 200, "POST", MESSAGES, parts);
	assert_string_equal(text_at(json, "object"), "thread.message");
	assert_string_equal(text_at(json, "thread_id"), "thread_000001");
	assert_string_equal(text_at(json, "content/0/text/value"), "a");
	assert_true(cJSON_IsArray(value_at(json, "content/0/text/annotations")));
	assert_string_equal(text_at(json, "content/1/image_file/detail"), "auto");
	assert_string_equal(text_at(json, "content/2/image_url/detail"), "low");
	assert_string_equal(text_at(json, "attachments/0/file_id"), "f");
	assert_true(cJSON_IsNull(value_at(json, "run_id")));
	drop(json);
	json = expect(*state, 200, "POST", MESSAGES "/msg_000001", "{\"metadata\":{\"m\":\"1\"}}");
	assert_string_equal(text_at(json, "metadata/m"), "1");
	drop(json);
	json = expect(*state, 200, "GET", MESSAGES "/msg_000001", NULL);
	assert_string_equal(text_at(json, "metadata/m"), "1");
	drop(json);
	json = expect(*state, 200, "DELETE", MESSAGES "/msg_000001", NULL);
	assert_string_equal(text_at(json, "object"), "thread.message.deleted");
	drop(json);
	drop(expect(*state, 404, "GET", MESSAGES "/msg_000001", NULL));
	json = expect(*state, 200, "DELETE", "/v1/threads/thread_000001", NULL);
	assert_string_equal(text_at(json, "object"), "thread.deleted");
	drop(json);
	drop(expect(*state, 404, "GET", MESSAGES, NULL));
}

/* ids: the last digits of what is expected on the page, such as "5,4,3". */
static void check_page(struct server *server, const char *query, const char *ids, bool more)
{
	char path[256], got[128] = "";
	const cJSON *item;
	size_t len = 0;
	cJSON *page;

	snprintf(path, sizeof(path), MESSAGES "%s", query);
	page = expect(server, 200, "GET", path, NULL);
	assert_string_equal(text_at(page, "object"), "list");
	cJSON_ArrayForEach(item, value_at(page, "data"))
	{
		len += (size_t)snprintf(got + len, sizeof(got) - len, "%s%ld", len ? "," : "",
			strtol(text_at(item, "id") + strlen("msg_"), NULL, 10));
	}
	assert_string_equal(got, ids);
	assert_int_equal(cJSON_IsTrue(value_at(page, "has_more")), more);
	if (len) {
		item = value_at(page, "data");
		assert_string_equal(text_at(page, "first_id"), text_at(item, "0/id"));
		assert_string_equal(text_at(page, "last_id"),
			text_at(cJSON_GetArrayItem(item, cJSON_GetArraySize(item) - 1), "id"));
	} else {
		assert_true(cJSON_IsNull(value_at(page, "first_id")));
		assert_true(cJSON_IsNull(value_at(page, "last_id")));
	}
	drop(page);
}

static void test_paging(void **state)
{
	struct server *server;
	int i;

	NEEDS_SERVER(state);
	server = *state;
	make_thread(server, NULL);
	check_page(server, "", "", false);
	for (i = 0; i < 5; i++)
		drop(expect(
			server, 200, "POST", MESSAGES, "{\"role\":\"user\",\"content\":\"x\"}"));
	check_page(server, "", "5,4,3,2,1", false);
	check_page(server, "?order=asc", "1,2,3,4,5", false);
	check_page(server, "?limit=2", "5,4", true);
	check_page(server, "?limit=5", "5,4,3,2,1", false);
	check_page(server, "?limit=2&after=msg_000004", "3,2", true);
	check_page(server, "?limit=2&after=msg_000002", "1", false);
	check_page(server, "?after=msg_000001", "", false);
	check_page(server, "?limit=2&order=asc&after=msg_000001", "2,3", true);
	check_page(server, "?limit=2&order=asc&after=msg_000003", "4,5", false);
	check_page(server, "?limit=2&before=msg_000001", "3,2", true);
	check_page(server, "?limit=2&before=msg_000003", "5,4", false);
	check_page(server, "?limit=2&order=asc&before=msg_000004", "2,3", true);
	check_page(server, "?order=asc&after=msg_000001&before=msg_000004", "2,3", false);
	check_page(server, "?after=msg_000001&before=msg_000004", "", false);
	check_page(server, "?run_id=run_000001", "", false);
	drop(expect(server, 200, "DELETE", MESSAGES "/msg_000003", NULL));
	check_page(server, "?after=msg_000003", "2,1", false);
	check_page(server, "?order=asc&limit=1&after=msg_000003", "4", true);
	for (i = 0; i < 20; i++)
		drop(expect(
			server, 200, "POST", MESSAGES, "{\"role\":\"user\",\"content\":\"x\"}"));
	check_page(server, "", "25,24,23,22,21,20,19,18,17,16,15,14,13,12,11,10,9,8,7,6", true);
	check_page(server, "?after=msg_000006", "5,4,2,1", false);
}

static void test_journal(void **state)
{
	static const char *const headers[] = { "Authorization: Bearer sk-secret",
		"api-key: sk-secret", "OpenAI-Beta: assistants=v2",
		"Content-Type: application/json", "X-Bytes: \xff", NULL };
	struct reply reply;
	double accepted;
	cJSON *json;
	int i;

	NEEDS_SERVER(state);
	reply = call_with(*state, "POST", "/v1/assistants/a%20b?x=%41&y", headers,
		"{\"model\":\"\xc3\xa9\xff\"}");
	reply_clear(&reply);
	reply = call(*state, "GET", "/_/requests", NULL);
	assert_int_equal(reply.status, 200);
	assert_null(strstr(reply.body, "sk-secret"));
	json = reply.json;
	assert_int_equal(cJSON_GetArraySize(json), 1);
	assert_string_equal(text_at(json, "0/method"), "POST");
	assert_string_equal(text_at(json, "0/path"), "/v1/assistants/a%20b");
	assert_string_equal(text_at(json, "0/query"), "x=%41&y");
	assert_string_equal(text_at(json, "0/headers/authorization"), "Bearer ***");
	assert_string_equal(text_at(json, "0/headers/api-key"), "***");
	assert_string_equal(text_at(json, "0/headers/openai-beta"), "assistants=v2");
	assert_string_equal(text_at(json, "0/headers/x-bytes"), "\xef\xbf\xbd");
	assert_string_equal(text_at(json, "0/body"), "{\"model\":\"\xc3\xa9\xef\xbf\xbd\"}");
	assert_true(number_at(json, "0/at_ms") >= 0);
	reply_clear(&reply);
	json = expect(*state, 200, "GET", "/_/connections", NULL);
	accepted = number_at(json, "accepted");
	drop(json);
	for (i = 0; i < 50; i++)
		drop(expect(*state, 200, "GET", "/v1/assistants", NULL));
	json = expect(*state, 200, "GET", "/_/connections", NULL);
	assert_true(number_at(json, "accepted") == accepted);
	drop(json);
	drop(expect(*state, 200, "DELETE", "/_/requests", NULL));
	json = expect(*state, 200, "GET", "/_/requests", NULL);
	assert_int_equal(cJSON_GetArraySize(json), 0);
	drop(json);
	drop(expect(*state, 200, "GET", "/_/health", NULL));
}

int main(void)
{
	static char quick[] = QUICK;
	const struct CMUnitTest tests[] = {
		SERVER_TEST(test_key, quick),
		SERVER_TEST(test_beta, quick),
		SERVER_TEST(test_paths, quick),
		SERVER_TEST(test_unknown_ids, quick),
		SERVER_TEST(test_bodies, quick),
		SERVER_TEST(test_large_body, quick),
		SERVER_TEST(test_rules, quick),
		SERVER_TEST(test_query_rules, quick),
		SERVER_TEST(test_assistants, quick),
		SERVER_TEST(test_threads_and_messages, quick),
		SERVER_TEST(test_paging, quick),
		SERVER_TEST(test_journal, quick),
	};

	return cmocka_run_group_tests_name("server", tests, NULL, NULL);
}
