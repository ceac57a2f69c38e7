/*
 * The server's script file and its command line: how runs end, faults of
 * single requests, and what it says about wrong files and options.
 */
#define _POSIX_C_SOURCE 200809L
#include "test_driver.h"

#include <arpa/inet.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static const char calls[] = "required_action/submit_tool_outputs/tool_calls";

static char ends_script[] = QUICK "# the first run fails, ...\n"
				  "run 1\n"
				  "  end failed rate_limit_exceeded Too many requests.\r\n"
				  "run 2\n"
				  "\tend incomplete max_completion_tokens\n"
				  "run 3\n"
				  "  end incomplete content_filter\n"
				  "run 4\n"
				  "  end expired\n"
				  "run 5\n"
				  "  end cancelled\n"
				  "run 6-7\n"
				  "  answer All is well.\n"
				  "  poll-after-ms 40\n";

static cJSON *next_run(struct server *server, unsigned number, const char *status)
{
	cJSON *run;

	create_run(server, NULL);
	run = run_wait(server, number);
	assert_string_equal(text_at(run, "status"), status);
	return run;
}

static void test_ends(void **state)
{
	struct reply reply;
	cJSON *json;

	NEEDS_SERVER(state);
	make_assistant(*state, NULL);
	make_thread(*state, "Hi");
	json = next_run(*state, 1, "failed");
	assert_string_equal(text_at(json, "last_error/code"), "rate_limit_exceeded");
	assert_string_equal(text_at(json, "last_error/message"), "Too many requests.");
	assert_true(number_at(json, "failed_at") > 0);
	assert_true(number_at(json, "usage/total_tokens") == 0);
	drop(json);
	json = next_run(*state, 2, "incomplete");
	assert_string_equal(text_at(json, "incomplete_details/reason"), "max_completion_tokens");
	assert_true(cJSON_IsNull(value_at(json, "completed_at")));
	drop(json);
	json = expect(*state, 200, "GET", MESSAGES "?run_id=run_000002", NULL);
	assert_string_equal(text_at(json, "data/0/status"), "incomplete");
	assert_string_equal(text_at(json, "data/0/incomplete_details/reason"), "max_tokens");
	assert_true(cJSON_IsNull(value_at(json, "data/0/completed_at")));
	drop(json);
	json = next_run(*state, 3, "incomplete");
	assert_string_equal(text_at(json, "incomplete_details/reason"), "content_filter");
	drop(json);
	json = next_run(*state, 4, "expired");
	assert_true(number_at(json, "expires_at") > 0);
	drop(json);
	json = next_run(*state, 5, "cancelled");
	assert_true(number_at(json, "cancelled_at") > 0);
	drop(json);
	drop(next_run(*state, 6, "completed"));
	json = expect(*state, 200, "GET", MESSAGES "?limit=1", NULL);
	assert_string_equal(text_at(json, "data/0/content/0/text/value"), "All is well.");
	drop(json);
	reply = call(*state, "POST", RUNS, "{\"assistant_id\":\"asst_000001\"}");
	assert_non_null(strstr(reply.headers, "openai-poll-after-ms: 40\r\n"));
	reply_clear(&reply);
	drop(run_wait(*state, 7));
	reply = call(*state, "GET", RUN, NULL);
	assert_null(strstr(reply.headers, "openai-poll-after-ms"));
	reply_clear(&reply);
}

static char rounds_script[] = QUICK "call other\n"
				    "run 1\n"
				    "  call get_weather {\"city\":\"Paris\"}\n"
				    "  call get_time\n"
				    "  round\n"
				    "  call get_weather not json\n"
				    "run 2\n"
				    "  no-calls\n";

static void test_rounds(void **state)
{
	cJSON *json;

	NEEDS_SERVER(state);
	make_assistant(*state, NULL);
	make_thread(*state, "Hi");
	json = next_run(*state, 1, "requires_action");
	assert_int_equal(cJSON_GetArraySize(value_at(json, calls)), 2);
	assert_string_equal(text_at(value_at(json, calls), "0/function/name"), "get_weather");
	assert_string_equal(
		text_at(value_at(json, calls), "0/function/arguments"), "{\"city\":\"Paris\"}");
	assert_string_equal(text_at(value_at(json, calls), "1/function/arguments"), "{}");
	drop(json);
	drop(expect(*state, 200, "POST", RUN "/submit_tool_outputs",
		"{\"tool_outputs\":[{\"tool_call_id\":\"call_000001\",\"output\":\"sun\"},"
		"{\"tool_call_id\":\"call_000002\",\"output\":\"noon\"}]}"));
	json = run_wait(*state, 1);
	assert_string_equal(text_at(json, "status"), "requires_action");
	assert_int_equal(cJSON_GetArraySize(value_at(json, calls)), 1);
	assert_string_equal(text_at(value_at(json, calls), "0/function/arguments"), "not json");
	drop(json);
	drop(expect(*state, 200, "POST", RUN "/submit_tool_outputs",
		"{\"tool_outputs\":[{\"tool_call_id\":\"call_000003\",\"output\":\"rain\"}]}"));
	json = run_wait(*state, 1);
	assert_string_equal(text_at(json, "status"), "completed");
	drop(json);
	json = expect(*state, 200, "GET", MESSAGES "?limit=1", NULL);
	assert_string_equal(text_at(json, "data/0/content/0/text/value"),
		"get_weather returned sun; get_time returned noon; get_weather returned rain.");
	drop(json);
	drop(next_run(*state, 2, "completed"));
	json = next_run(*state, 3, "requires_action");
	assert_string_equal(text_at(value_at(json, calls), "0/function/name"), "other");
	drop(json);
}

static char expiry_script[] = QUICK "expires-ms 400\ncall f\n";

static void test_expiry(void **state)
{
	cJSON *json;

	NEEDS_SERVER(state);
	make_assistant(*state, NULL);
	make_thread(*state, "Hi");
	drop(next_run(*state, 1, "requires_action"));
	sleep_ms(410);
	json = expect(*state, 200, "GET", RUN, NULL);
	assert_string_equal(text_at(json, "status"), "expired");
	assert_true(cJSON_IsNull(value_at(json, "required_action")));
	drop(json);
	json = expect(*state, 200, "GET", RUN "/steps", NULL);
	assert_string_equal(text_at(json, "data/0/status"), "expired");
	assert_true(number_at(json, "data/0/expired_at") > 0);
	drop(json);
	expect_error(*state, 400, NULL, NULL, "\"expired\"", "POST", RUN "/submit_tool_outputs",
		"{\"tool_outputs\":[{\"tool_call_id\":\"call_000001\",\"output\":\"x\"}]}");
}

static char faults_script[] =
	"on GET /v1/threads/*/runs/* 2-3\n"
	"  status 429\n"
	"  header retry-after-ms: 50\n"
	"  header x-request-id: req_scripted\n"
	"  body {\"error\":{\"message\":\"slow\",\"type\":\"requests\",\"param\":null,"
	"\"code\":\"rate_limit_exceeded\"}}\n"
	"on GET /v1/threads/*/runs/* 4\n"
	"  status 500\n"
	"on GET /v1/threads/*/runs/* 5\n"
	"  header openai-poll-after-ms: 7\n"
	"on POST /v1/threads 1\n"
	"  close unhandled\n"
	"on POST /v1/threads 2\n"
	"  close unanswered\n"
	"on GET /v1/assistants 1\n"
	"  close after-headers\n"
	"on GET /v1/assistants 2\n"
	"  truncate 10\n"
	"on GET /v1/assistants 3\n"
	"  truncate 100000\n"
	"on GET /v1/assistants 4\n"
	"  header Content-Type: text/html\n"
	"  status 502\n"
	"  body <html>Bad gateway</html>\n"
	"on GET /v1/assistants 5\n"
	"  body [1, 2]\n"
	"on GET /v1/assistants 6\n"
	"  body-bytes 1000000\n"
	"on GET /v1/assistants 7\n"
	"  body \xff\xfe\n"
	"on GET /v1/assistants 8\n"
	"  status 204\n"
	"on DELETE *\n"
	"  delay-ms 400\n";

static struct reply assistants_get(struct server *server, CURLcode code, long status)
{
	struct reply reply = call(server, "GET", "/v1/assistants", NULL);

	assert_int_equal(reply.code, code);
	assert_int_equal(reply.status, status);
	return reply;
}

static void test_fault_answers(void **state)
{
	static const char path[] = "/v1/threads/thread_000001/runs/run_000001";
	struct reply reply;
	int i;

	NEEDS_SERVER(state);
	drop(expect(*state, 404, "GET", path, NULL));
	for (i = 0; i < 2; i++) {
		reply = call(*state, "GET", path, NULL);
		assert_int_equal(reply.status, 429);
		assert_non_null(strstr(reply.headers, "retry-after-ms: 50\r\n"));
		assert_non_null(strstr(reply.headers, "x-request-id: req_scripted\r\n"));
		assert_non_null(strstr(reply.headers, "content-type: application/json\r\n"));
		assert_string_equal(text_at(reply.json, "error/code"), "rate_limit_exceeded");
		reply_clear(&reply);
	}
	reply = call(*state, "GET", path, NULL);
	assert_int_equal(reply.status, 500);
	assert_int_equal(reply.len, 0);
	reply_clear(&reply);
	reply = call(*state, "GET", path, NULL);
	assert_int_equal(reply.status, 404);
	assert_non_null(strstr(reply.headers, "openai-poll-after-ms: 7\r\n"));
	assert_string_equal(
		text_at(reply.json, "error/message"), "No thread found with id 'thread_000001'.");
	reply_clear(&reply);
	drop(expect(*state, 404, "GET", path, NULL));
}

static void test_fault_bodies(void **state)
{
	struct reply reply;

	NEEDS_SERVER(state);
	make_assistant(*state, NULL);
	reply = assistants_get(*state, CURLE_PARTIAL_FILE, 200);
	assert_int_equal(reply.len, 0);
	assert_non_null(strstr(reply.headers, "content-length: "));
	reply_clear(&reply);
	reply = assistants_get(*state, CURLE_PARTIAL_FILE, 200);
	assert_int_equal(reply.len, 10);
	assert_memory_equal(reply.body, "{\"object\":", 10);
	reply_clear(&reply);
	reply = assistants_get(*state, CURLE_PARTIAL_FILE, 200);
	assert_non_null(reply.json);
	reply_clear(&reply);
	reply = assistants_get(*state, CURLE_OK, 502);
	assert_string_equal(reply.body, "<html>Bad gateway</html>");
	assert_non_null(strstr(reply.headers, "content-type: text/html\r\n"));
	reply_clear(&reply);
	reply = assistants_get(*state, CURLE_OK, 200);
	assert_string_equal(reply.body, "[1, 2]");
	reply_clear(&reply);
	reply = assistants_get(*state, CURLE_OK, 200);
	assert_int_equal(reply.len, 1000000);
	assert_true(cJSON_IsString(reply.json));
	reply_clear(&reply);
	reply = assistants_get(*state, CURLE_OK, 200);
	assert_string_equal(reply.body, "\xff\xfe");
	reply_clear(&reply);
	reply = assistants_get(*state, CURLE_OK, 204);
	assert_int_equal(reply.len, 0);
	reply_clear(&reply);
	reply = assistants_get(*state, CURLE_OK, 200);
	assert_int_equal(cJSON_GetArraySize(value_at(reply.json, "data")), 1);
	reply_clear(&reply);
}

/* An unhandled request changes nothing; an unanswered one does. */
static void test_fault_close(void **state)
{
	struct reply reply;
	cJSON *json;
	int i;

	NEEDS_SERVER(state);
	for (i = 0; i < 2; i++) {
		reply = call(*state, "POST", "/v1/threads", "{}");
		assert_int_equal(reply.code, CURLE_GOT_NOTHING);
		reply_clear(&reply);
	}
	json = expect(*state, 200, "POST", "/v1/threads", "{}");
	assert_string_equal(text_at(json, "id"), "thread_000002");
	drop(json);
	json = expect(*state, 200, "GET", "/_/requests", NULL);
	assert_int_equal(cJSON_GetArraySize(json), 3);
	drop(json);
}

static void *delayed_call(void *arg)
{
	struct server other = *(struct server *)arg;
	struct reply reply;
	long status;

	other.curl = curl_easy_init();
	reply = call(&other, "DELETE", "/v1/threads/x", NULL);
	status = reply.code == CURLE_OK ? reply.status : -1;
	reply_clear(&reply);
	curl_easy_cleanup(other.curl);
	return (void *)(intptr_t)status;
}

static void test_delay(void **state)
{
	int64_t start_ms, quick_ms;
	pthread_t thread;
	void *status;

	NEEDS_SERVER(state);
	start_ms = now_ms();
	assert_int_equal(pthread_create(&thread, NULL, delayed_call, *state), 0);
	sleep_ms(20);
	drop(expect(*state, 200, "GET", "/_/health", NULL));
	quick_ms = now_ms() - start_ms;
	pthread_join(thread, &status);
	assert_int_equal((intptr_t)status, 404);
	assert_true(now_ms() - start_ms >= 400);
	assert_true(quick_ms < 390);
}

static char slow_script[] = "on DELETE *\ndelay-ms 60000\n";

/* The teardown fails unless the server ends at once, with the request answered. */
static void test_stop_while_delayed(void **state)
{
	struct server *server;
	pthread_t thread;
	void *status;

	NEEDS_SERVER(state);
	server = *state;
	assert_int_equal(pthread_create(&thread, NULL, delayed_call, server), 0);
	sleep_ms(50);
	kill(server->pid, SIGINT);
	pthread_join(thread, &status);
	assert_true((intptr_t)status == 404 || (intptr_t)status == -1);
}

/* Bytes that are no request must not end the server, nor leave anything behind. */
static void test_broken_requests(void **state)
{
	static const char *const texts[] = { "", "\r\n\r\n", "GET", "GET /v1/x HTTP/1.1\r\nHos",
		"POST /v1/threads HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{",
		"POST /v1/threads HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n{",
		"GET * HTTP/1.1\r\nHost: x\r\n\r\n", "\x16\x03\x01\x02\x01\xfc\r\n\r\n" };
	struct sockaddr_in address = { .sin_family = AF_INET };
	struct server *server;
	size_t i;
	int fd;

	NEEDS_SERVER(state);
	server = *state;
	address.sin_port = htons((uint16_t)server->port);
	address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		fd = socket(AF_INET, SOCK_STREAM, 0);
		assert_int_equal(connect(fd, (struct sockaddr *)&address, sizeof(address)), 0);
		assert_int_equal(send(fd, texts[i], strlen(texts[i]), MSG_NOSIGNAL),
			(ssize_t)strlen(texts[i]));
		close(fd);
	}
	drop(expect(*state, 200, "GET", "/v1/assistants", NULL));
}

static void check_script(const char *script, const char *message)
{
	char path[] = "/tmp/oac-server-test-XXXXXX", said[512], wanted[512];
	const char *arguments[] = { "--port", "0", "--script", path, NULL };
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, script, strlen(script)), (ssize_t)strlen(script));
	close(fd);
	assert_int_equal(server_run(arguments, STDERR_FILENO, said, sizeof(said)), 1);
	remove(path);
	snprintf(wanted, sizeof(wanted), "%s:%s\n", path, message);
	assert_string_equal(said, wanted);
}

static void test_script_errors(void **state)
{
	NEEDS_SERVER(state);
	check_script("\n# note\nfoo 1\n", "3: 'foo' is unknown in a section 'run'");
	check_script("on GET /x\ncall f", "2: 'call' is unknown in a section 'on'");
	check_script("queued-ms -1\n", "1: '-1' is no number");
	check_script("queued-ms 99999999999\n", "1: 99999999999 is too large");
	check_script("queued-ms\n", "1: '' is no number");
	check_script("run 0\n", "1: '0' starts no range: they count from 1 and ascend");
	check_script("run x\n", "1: 'x' is no number");
	check_script("run 1\nround\n", "2: round comes after the calls of the one before");
	check_script("run 1\ncall\n", "2: call needs the name of a function");
	check_script("run 1\nend well\n", "2: 'well' is no end of a run");
	check_script("run 1\nend expired now\n", "2: 'now' is too much");
	check_script("on GET\n", "1: on needs METHOD /PATH [RANGE]");
	check_script("on GET /x 1 2\n", "1: on needs METHOD /PATH [RANGE]");
	check_script("on GET /x\nstatus 100\n", "2: 100 is no status from 200 to 599");
	check_script("on GET /x\nheader a b\n", "2: 'a b' is no 'NAME: VALUE'");
	check_script("on GET /x\nheader Content-Length: 1\n",
		"2: Content-Length is the server's own to set");
	check_script("on GET /x\nclose now\n",
		"2: 'now' is none of unhandled, unanswered and after-headers");
	check_script("on GET /x\nbody-bytes 1\n",
		"2: a JSON string of 1 bytes has no room for its quotes");
	check_script("answer \xff\n", "1: the line is no UTF-8");
}

static void check_run(const char *const *arguments, int status, const char *text)
{
	char said[2048];

	assert_int_equal(server_run(arguments, STDERR_FILENO, said, sizeof(said)), status);
	if (!strstr(said, text) || strchr(said, '\n') != said + strlen(said) - 1)
		fail_msg("'%s' is not one line with: %s", said, text);
}

static void test_options(void **state)
{
	const char *const none[] = { NULL };
	const char *const unknown[] = { "--port", "0", "--fast", NULL };
	const char *const no_value[] = { "--port", NULL };
	const char *const word[] = { "--port", "http", NULL };
	const char *const high[] = { "--port=65536", NULL };
	const char *const help[] = { "--help", NULL };
	const char *const missing[] = { "--port", "0", "--script", "/nonexistent/x", NULL };
	const char *const file[] = { "--port", "0", "--port-file", "/nonexistent/x", NULL };
	const char *used[] = { "--port", NULL, NULL };
	char port[16], said[2048];

	NEEDS_SERVER(state);
	check_run(none, 2, "'--port'");
	check_run(unknown, 2, "'--fast'");
	check_run(no_value, 2, "'--port'");
	check_run(word, 2, "'http'");
	check_run(high, 2, "'65536'");
	check_run(missing, 1, "/nonexistent/x: No such file");
	check_run(file, 1, "/nonexistent/x: No such file");
	snprintf(port, sizeof(port), "%u", ((struct server *)*state)->port);
	used[1] = port;
	check_run(used, 1, "Address already in use");
	assert_int_equal(server_run(help, STDOUT_FILENO, said, sizeof(said)), 0);
	assert_non_null(strstr(said, "--script FILE"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		SERVER_TEST(test_ends, ends_script),
		SERVER_TEST(test_rounds, rounds_script),
		SERVER_TEST(test_expiry, expiry_script),
		SERVER_TEST(test_fault_answers, faults_script),
		SERVER_TEST(test_fault_bodies, faults_script),
		SERVER_TEST(test_fault_close, faults_script),
		SERVER_TEST(test_delay, faults_script),
		SERVER_TEST(test_stop_while_delayed, slow_script),
		SERVER_TEST(test_broken_requests, NULL),
		SERVER_TEST(test_script_errors, NULL),
		SERVER_TEST(test_options, NULL),
	};

	return cmocka_run_group_tests_name("server script", tests, NULL, NULL);
}
