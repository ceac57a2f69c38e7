/*
 * The bindings and helpers over HTTP/2 as others speak it: nghttpx in front of the local server.
 * What the proxy logs of each request tells which version it came by, and on which connection.
 */
#define _POSIX_C_SOURCE 200809L

#include "openai_helpers.h"

#include "certificates.h"
#include "test_driver.h"

#include "oac_transport.h"
#include "slack.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
	POLLS = 200,
	STREAMS = 50,
	SLACK_MS = 1500,
};

#define EVENT_MS 25

static struct certificates certificates;
static pid_t left; /* the proxy of a test that has not ended it */

/* ---- the proxy ---- */

struct proxy {
	pid_t pid;
	int port;
	char log[128];
	struct oac_client *client;
	struct oac_error err;
};

static bool can_connect(int port)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons((uint16_t)port),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	bool ok = fd >= 0 && connect(fd, (struct sockaddr *)&address, sizeof(address)) == 0;

	close(fd);
	return ok;
}

/* One that nobody has now. */
static int free_port(void)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof(address);
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	assert_true(fd >= 0 && bind(fd, (struct sockaddr *)&address, len) == 0 &&
		getsockname(fd, (struct sockaddr *)&address, &len) == 0);
	close(fd);
	return ntohs(address.sin_port);
}

static void start(struct proxy *proxy, unsigned server_port)
{
	char front[64], back[64], log[160];

	proxy->port = free_port();
	snprintf(front, sizeof(front), "--frontend=127.0.0.1,%d", proxy->port);
	snprintf(back, sizeof(back), "--backend=127.0.0.1,%u", server_port);
	snprintf(log, sizeof(log), "--accesslog-file=%s", proxy->log);
	fflush(stdout);
	proxy->pid = fork();
	if (proxy->pid == 0) {
		if (freopen("/dev/null", "w", stderr) == NULL || freopen("/dev/null", "w", stdout) == NULL)
			_exit(1);
		execlp("nghttpx", "nghttpx", "--conf=/dev/null", "--single-process", "--workers=1", front, back,
			log, "--accesslog-format=$alpn $remote_port $status $method $path",
			certificates.server_key, certificates.server, (char *)NULL);
		_exit(127);
	}
	assert_true(proxy->pid > 0);
	left = proxy->pid;
	for (int tries = 0; tries < 200 && waitpid(proxy->pid, NULL, WNOHANG) == 0; tries++) {
		if (can_connect(proxy->port))
			return;
		sleep_ms(20);
	}
	proxy->pid = left = 0;
}

static void begin(struct proxy *proxy, const struct server *server)
{
	static int number;
	const struct oac_curl_options curl = { .proxy = "", .ca_file = certificates.ca };
	char url[64];
	const struct oac_client_options options = { .api_key = "sk-proxy", .base_url = url, .curl = &curl };

	slack_begin();
	memset(proxy, 0, sizeof(*proxy));
	snprintf(proxy->log, sizeof(proxy->log), "%s/access%d.log", certificates.folder.path, number++);
	/* Somebody else may have taken the port meanwhile. */
	for (int tries = 0; tries < 5 && proxy->pid == 0; tries++)
		start(proxy, server->port);
	assert_true(proxy->pid > 0);
	snprintf(url, sizeof(url), "https://127.0.0.1:%d/v1", proxy->port);
	proxy->client = openai_client_new(&options, &proxy->err);
	assert_non_null(proxy->client);
}

static void stop(struct proxy *proxy, int signal)
{
	kill(proxy->pid, signal);
	waitpid(proxy->pid, NULL, 0);
	proxy->pid = left = 0;
}

/* Also of a test that has failed. */
static int teardown(void **state)
{
	if (left > 0) {
		kill(left, SIGKILL);
		waitpid(left, NULL, 0);
	}
	left = 0;
	return server_teardown(state);
}

static void end(struct proxy *proxy)
{
	oac_client_free(proxy->client);
	if (proxy->pid > 0)
		stop(proxy, SIGKILL);
}

/* Every request came by HTTP/2. *connections: on how many. Returns how many there were. */
static int count_log(const struct proxy *proxy, int *connections)
{
	static bool seen[65536];
	FILE *log = fopen(proxy->log, "r");
	char line[512];
	int count = 0;

	assert_non_null(log);
	memset(seen, 0, sizeof(seen));
	*connections = 0;
	while (fgets(line, sizeof(line), log) != NULL) {
		int port = 0;
		if (sscanf(line, "h2 %d ", &port) != 1 || port <= 0 || port > 65535)
			fail_msg("not HTTP/2: %s", line);
		*connections += !seen[port];
		seen[port] = true;
		count++;
	}
	fclose(log);
	return count;
}

/* A call that must succeed. */
static void good(const struct proxy *proxy, enum oac_status status)
{
	if (status != OAC_OK)
		print_error("%s %s\n", proxy->err.message, proxy->err.server_message);
	assert_int_equal(status, OAC_OK);
}

/* ---- the blocking client ---- */

static int count_message(void *user, const struct openai_message *message)
{
	assert_non_null(message->id);
	++*(int *)user;
	return 0;
}

static void test_a_life(void **state)
{
	const struct openai_create_assistant_request tutor = { .model = "gpt-4o" };
	const struct openai_create_message_request hello = { .role = OPENAI_MESSAGE_ROLE_USER,
		.content = { .kind = OPENAI_MESSAGE_INPUT_STRING, .as = { .string = "Hello" } } };
	const struct openai_list_messages_request three = { .limit = OAC_INT(3) };
	struct oac_response response;
	const struct oac_call_options raw = { .response = &response };
	const struct openai_poll_options often = { .interval_ms = OAC_INT(10) };
	struct openai_create_run_request request = { 0 };
	struct openai_assistant *assistant;
	struct openai_thread *thread;
	struct openai_message *message;
	struct openai_run *run;
	struct proxy proxy;
	int count = 0;
	int connections;

	NEEDS_SERVER(state);
	begin(&proxy, *state);
	good(&proxy, openai_assistants_create(proxy.client, &tutor, &raw, &assistant, &proxy.err));
	assert_int_equal(response.http_version, 20);
	oac_response_clear(&response);
	good(&proxy, openai_threads_create(proxy.client, NULL, NULL, &thread, &proxy.err));
	for (int i = 0; i < 7; i++) {
		good(&proxy, openai_messages_create(proxy.client, thread->id, &hello, NULL, &message, &proxy.err));
		openai_message_free(message);
	}
	request.assistant_id = assistant->id;
	good(&proxy, openai_runs_create_and_poll(proxy.client, thread->id, &request, &often, &run, &proxy.err));
	assert_int_equal(run->status, OPENAI_RUN_STATUS_COMPLETED);
	good(&proxy, openai_messages_list_each(proxy.client, thread->id, &three, NULL, count_message, &count,
		&proxy.err));
	assert_int_equal(count, 8);
	openai_run_free(run);
	openai_thread_free(thread);
	openai_assistant_free(assistant);
	/* What the server says no to. */
	assert_int_equal(openai_threads_retrieve(proxy.client, "thread_none", NULL, &thread, &proxy.err),
		OAC_E_HTTP);
	assert_int_equal(proxy.err.http_status, 404);
	assert_in_range(count_log(&proxy, &connections), 16, 200);
	assert_int_equal(connections, 1);
	end(&proxy);
}

static struct openai_run_stream *open_stream(struct proxy *proxy)
{
	const struct openai_create_thread_and_run_request request = { .assistant_id = "asst_000001" };
	struct openai_run_stream *stream;

	good(proxy, openai_threads_create_and_run_stream(proxy->client, &request, NULL, &stream, &proxy->err));
	return stream;
}

static void make_assistants(struct proxy *proxy)
{
	const struct openai_create_assistant_request tutor = { .model = "gpt-4o" };
	struct openai_assistant *assistant;

	good(proxy, openai_assistants_create(proxy->client, &tutor, NULL, &assistant, &proxy->err));
	openai_assistant_free(assistant);
}

#define SLOW "queued-ms 0\nin-progress-ms 0\nevent-ms 25\nrun *\nanswer one two three four five six seven eight nine ten\n"

/* Each event is there when it was sent, not when there are enough to fill a buffer. */
static void test_a_stream(void **state)
{
	const struct openai_assistant_stream_event *event;
	struct openai_run_stream *stream;
	struct proxy proxy;
	int64_t first = 0;
	int64_t last = 0;
	int64_t longest = 0;
	int connections;
	int count = 0;

	NEEDS_SERVER(state);
	begin(&proxy, *state);
	make_assistants(&proxy);
	stream = open_stream(&proxy);
	for (;;) {
		good(&proxy, openai_run_stream_next(stream, &event, &proxy.err));
		if (event == NULL)
			break;
		int64_t now = oac_now_ms();
		if (count++ == 0)
			first = last = now;
		if (now - last > longest)
			longest = now - last;
		last = now;
	}
	assert_int_equal(openai_run_stream_current_run(stream)->status, OPENAI_RUN_STATUS_COMPLETED);
	openai_run_stream_free(stream);
	assert_in_range(count, 15, 40);
	/* Had they come together, it would have been at the end. */
	assert_true(last - first >= (count - 2) * EVENT_MS * 3 / 4);
	assert_in_range(longest, 0, 10 * EVENT_MS + slack_ms());
	count_log(&proxy, &connections);
	assert_int_equal(connections, 1);
	end(&proxy);
}

/* ---- the end of a proxy ---- */

/* It finishes what it has begun: that is what GOAWAY is for. */
static void test_graceful_end(void **state)
{
	struct openai_run_stream *stream;
	struct proxy proxy;
	const char *text;
	int count = 0;

	NEEDS_SERVER(state);
	begin(&proxy, *state);
	make_assistants(&proxy);
	stream = open_stream(&proxy);
	for (;;) {
		good(&proxy, openai_run_stream_next_text(stream, &text, &proxy.err));
		if (text == NULL)
			break;
		if (++count == 2)
			kill(proxy.pid, SIGQUIT);
	}
	assert_int_equal(count, 10);
	assert_int_equal(openai_run_stream_current_run(stream)->status, OPENAI_RUN_STATUS_COMPLETED);
	openai_run_stream_free(stream);
	end(&proxy);
}

static void test_sudden_end(void **state)
{
	struct openai_run_stream *stream;
	struct proxy proxy;
	enum oac_status status;
	const char *text;
	int64_t killed = 0;
	int count = 0;

	NEEDS_SERVER(state);
	begin(&proxy, *state);
	make_assistants(&proxy);
	stream = open_stream(&proxy);
	while ((status = openai_run_stream_next_text(stream, &text, &proxy.err)) == OAC_OK && text != NULL)
		if (++count == 2) {
			stop(&proxy, SIGKILL);
			killed = oac_now_ms();
		}
	assert_int_equal(status, OAC_E_CONNECT);
	assert_in_range(oac_now_ms() - killed, 0, SLACK_MS + slack_ms());
	assert_int_equal(openai_run_stream_current_run(stream)->status, OPENAI_RUN_STATUS_IN_PROGRESS);
	openai_run_stream_free(stream);
	end(&proxy);
}

#define BROKEN "queued-ms 0\nin-progress-ms 0\nevent-ms 5\nrun *\nbreak-after 6 cut\n" \
	"on GET /v1/threads/*/runs/run_000009 1\nclose unanswered\n"

/* The server behind the proxy goes away: within an answer, and before one. */
static void test_server_goes(void **state)
{
	struct openai_run_stream *stream;
	struct openai_thread *thread;
	struct openai_run *run;
	struct proxy proxy;
	const char *text;
	enum oac_status status;
	int connections;

	NEEDS_SERVER(state);
	begin(&proxy, *state);
	make_assistants(&proxy);
	stream = open_stream(&proxy);
	do
		status = openai_run_stream_next_text(stream, &text, &proxy.err);
	while (status == OAC_OK && text != NULL);
	assert_int_equal(status, OAC_E_CONNECT);
	openai_run_stream_free(stream);
	/* The connection to the proxy is none the worse. */
	good(&proxy, openai_threads_create(proxy.client, NULL, NULL, &thread, &proxy.err));
	/* The proxy says 502 of it, which is worth another try; that one says that there is none. */
	assert_int_equal(openai_runs_retrieve(proxy.client, thread->id, "run_000009", NULL, &run, &proxy.err),
		OAC_E_HTTP);
	assert_int_equal(proxy.err.http_status, 404);
	assert_int_equal(proxy.err.tries, 2);
	openai_thread_free(thread);
	count_log(&proxy, &connections);
	assert_int_equal(connections, 1);
	end(&proxy);
}

/* ---- many at once ---- */

struct many {
	struct oac_loop *loop;
	struct proxy *proxy;
	int ended;
	int completed;
	int words;
	bool seen[POLLS + STREAMS + 1]; /* by the number of the run */
};

static void on_run(void *user, enum oac_status status, struct openai_run *run, const struct oac_error *err)
{
	struct many *many = user;
	int number = 0;

	if (status != OAC_OK)
		fail_msg("%s", err->message);
	assert_int_equal(sscanf(run->id, "run_%d", &number), 1);
	assert_in_range(number, 1, POLLS + STREAMS);
	assert_false(many->seen[number]);
	many->seen[number] = true;
	many->completed += run->status == OPENAI_RUN_STATUS_COMPLETED;
	many->ended++;
	openai_run_free(run);
}

static void on_text(void *user, struct openai_run_stream *stream, const struct openai_text_delta *delta,
	const struct openai_text *snapshot)
{
	struct many *many = user;

	(void)stream;
	(void)delta;
	(void)snapshot;
	many->words++;
}

#define MANY "queued-ms 50\nin-progress-ms 400\nevent-ms 20\nrun *\nanswer one two three four five\n"

static void test_many(void **state)
{
	static const struct openai_run_stream_handler handler = { .text_delta = on_text };
	const struct openai_create_thread_and_run_request request = { .assistant_id = "asst_000001" };
	const struct openai_poll_options often = { .interval_ms = OAC_INT(100) };
	struct many many = { 0 };
	const struct openai_run_stream_options options = { .handler = &handler, .user = &many };
	struct proxy proxy;
	int connections;

	NEEDS_SERVER(state);
	begin(&proxy, *state);
	make_assistants(&proxy);
	many.proxy = &proxy;
	many.loop = oac_loop_new(NULL, NULL);
	assert_non_null(many.loop);
	for (int i = 0; i < POLLS + STREAMS; i++) {
		if (i % 5 == 0)
			good(&proxy, openai_threads_create_and_run_stream_async(many.loop, proxy.client, &request,
				&options, on_run, &many, NULL, &proxy.err));
		else
			good(&proxy, openai_threads_create_and_run_poll_async(many.loop, proxy.client, &request,
				&often, on_run, &many, NULL, &proxy.err));
	}
	assert_int_equal(oac_loop_run(many.loop, &proxy.err), OAC_OK);
	assert_int_equal(many.ended, POLLS + STREAMS);
	assert_int_equal(many.completed, POLLS + STREAMS);
	assert_int_equal(many.words, 5 * STREAMS);
	oac_loop_free(many.loop);
	int count = count_log(&proxy, &connections);
	print_message("# %d requests on %d connections\n", count, connections);
	assert_true(count > 2 * (POLLS + STREAMS));
	/* One made the assistant; 250 at once, were all there at the same time, are three hundreds. */
	assert_in_range(connections, 2, 4);
	end(&proxy);
}

#define PROXY_TEST(test, script)                                                                    \
	cmocka_unit_test_prestate_setup_teardown(test, server_setup, teardown, (void *)(size_t)script)

int main(void)
{
	const struct CMUnitTest tests[] = {
		PROXY_TEST(test_a_life, "queued-ms 20\nin-progress-ms 30\n"),
		PROXY_TEST(test_a_stream, SLOW),
		PROXY_TEST(test_graceful_end, SLOW),
		PROXY_TEST(test_sudden_end, SLOW),
		PROXY_TEST(test_server_goes, BROKEN),
		PROXY_TEST(test_many, MANY),
	};
	bool has_openssl = certificates_make(&certificates);
	int failures = 0;

	if (!has_openssl)
		puts("ok 1 - HTTP/2 by a proxy # SKIP there is no openssl command");
	else if (system("nghttpx --version >/dev/null 2>&1") != 0)
		puts("ok 1 - HTTP/2 by a proxy # SKIP there is no nghttpx command");
	else
		failures = cmocka_run_group_tests_name("HTTP/2 by a proxy", tests, NULL, NULL);
	certificates_remove(&certificates);
	return failures;
}
