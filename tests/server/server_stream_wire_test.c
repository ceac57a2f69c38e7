/*
 * Streams on the wire: how they are cut into chunks, what is between events, clients
 * that leave, cancel or are many.
 */
#define _POSIX_C_SOURCE 200809L
#include "stream_reader.h"

#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

static const char streamed[] = "{\"assistant_id\":\"asst_000001\",\"stream\":true}";
static const char whole[] = "{\"assistant_id\":\"asst_000001\",\"stream\":true,\"thread\":{"
			    "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}}";

static void prepare(struct server *server)
{
	make_assistant(server, NULL);
	make_thread(server, "Hi");
}

/* Takes the chunks out of the answer, in place; all but the last have that many bytes. */
static char *chunks_join(char *answer, size_t chunk_bytes)
{
	char *from = strstr(answer, "\r\n\r\n"), *to, *start;
	size_t len;

	assert_non_null(from);
	assert_non_null(strstr(answer, "Transfer-Encoding: chunked\r\n"));
	start = to = from + 4;
	for (from += 4;;) {
		len = strtoul(from, &from, 16);
		assert_memory_equal(from, "\r\n", 2);
		if (!len)
			break;
		assert_true(len <= chunk_bytes);
		memmove(to, from + 2, len);
		to += len;
		from += 2 + len;
		assert_memory_equal(from, "\r\n", 2);
	}
	*to = '\0';
	return start;
}

static char chunks_script[] = "queued-ms 1\nin-progress-ms 1\nevent-ms 0\n"
			      "answer \xe4\xb8\x96\xe7\x95\x8c \xf0\x9f\x8e\x89 end\n"
			      "run 1\n chunk-bytes 1\n"
			      "run 2\n chunk-bytes 7\n newline crlf\n"
			      "run 3\n chunk-bytes 1000\n newline cr\n comment any text\n"
			      "run 4\n chunk-bytes 100000\n";

static void test_chunks(void **state)
{
	static const char *const newlines[] = { "\n", "\r\n", "\r", "\n" };
	static const size_t bytes[] = { 1, 7, 1000, 100000 };
	struct events events;
	struct server *server;
	char *answer;
	size_t i;
	int fd;

	NEEDS_SERVER(state);
	server = *state;
	prepare(server);
	for (i = 0; i < 4; i++) {
		fd = raw_post(server->port, RUNS, streamed);
		answer = raw_read(fd, 10000);
		close(fd);
		events = events_read(chunks_join(answer, bytes[i]), newlines[i]);
		assert_int_equal(events.count, 14);
		assert_int_equal(events.comments, i == 2 ? 14 : 0);
		assert_string_equal(text_at(events.items[10].json, "content/0/text/value"),
			"世界 🎉 end");
		events_clear(&events);
		free(answer);
	}
}

static char pace_script[] = "queued-ms 50\nin-progress-ms 300\nevent-ms 20\nkeep-alive-ms 40\n"
			    "answer one two\n"
			    "run 2\n break-after 5 stall\n";

static void test_pace(void **state)
{
	struct events events;
	struct server *server;
	int64_t start_ms = now_ms();
	char *answer, *body;
	int fd;

	NEEDS_SERVER(state);
	server = *state;
	prepare(server);
	events = events_post(server, RUNS, streamed);
	/* Twelve events, of which the first two and the last two come at once. */
	assert_true(now_ms() - start_ms >= 50 + 300 + 7 * 20);
	assert_int_equal(events.count, 13);
	assert_in_range(events.comments, 4, 20);
	events_clear(&events);
	fd = raw_post(server->port, RUNS, streamed);
	answer = raw_read(fd, 1000);
	body = strstr(answer, "\r\n\r\n");
	assert_non_null(body);
	assert_non_null(strstr(body, "thread.run.step.in_progress"));
	assert_null(strstr(body, "thread.message.created"));
	assert_null(strstr(body, "\r\n0\r\n"));
	assert_non_null(strstr(body, ": keep-alive"));
	free(answer);
	close(fd);
}

static double connections(struct server *server, const char *which)
{
	cJSON *json = expect(server, 200, "GET", "/_/connections", NULL);
	double count = number_at(json, which);

	drop(json);
	return count;
}

static double connections_open(struct server *server)
{
	return connections(server, "open");
}

static char leave_script[] = "queued-ms 1\nin-progress-ms 1\nevent-ms 100\nanswer one two\n"
			     "run 2\n queued-ms 60000\n"
			     "run 3\n break-after 2 stall\n";

/* The run goes on without its client, and the server forgets the connection. */
static void test_leave(void **state)
{
	struct server *server;
	int64_t end_ms;
	cJSON *json;
	int fds[3], i;

	NEEDS_SERVER(state);
	server = *state;
	make_assistant(server, NULL);
	for (i = 0; i < 3; i++)
		fds[i] = raw_post(server->port, "/v1/threads/runs", whole);
	while (connections_open(server) < 4)
		sleep_ms(5);
	sleep_ms(50);
	for (i = 0; i < 3; i++)
		close(fds[i]);
	json = expect(server, 200, "GET", RUN, NULL);
	assert_string_equal(text_at(json, "status"), "in_progress");
	drop(json);
	end_ms = now_ms() + 5000;
	while (connections_open(server) > 1) {
		assert_true(now_ms() < end_ms);
		sleep_ms(10);
	}
	json = run_wait(server, 1);
	assert_string_equal(text_at(json, "status"), "completed");
	drop(json);
	json = expect(server, 200, "GET", MESSAGES "?limit=1", NULL);
	assert_string_equal(text_at(json, "data/0/content/0/text/value"), "one two");
	drop(json);
	json = expect(server, 200, "GET", "/v1/threads/thread_000002/runs/run_000002", NULL);
	assert_string_equal(text_at(json, "status"), "queued");
	drop(json);
}

static char cancel_script[] = "queued-ms 1\nin-progress-ms 1\nevent-ms 1\ncancelling-ms 50\n"
			      "run 1\n in-progress-ms 60000\n"
			      "run 2\n event-ms 150\n answer one two three\n"
			      "run 3\n event-ms 150\n call f {\"city\":\"Paris\"}\n"
			      "run 4\n queued-ms 60000\n";

static char *cancelled_stream(struct server *server, const char *run, int64_t after_ms)
{
	char path[128];
	int64_t start_ms;
	char *answer;
	int fd;

	fd = raw_post(server->port, RUNS, streamed);
	sleep_ms((long)after_ms);
	snprintf(path, sizeof(path), "%s/%s/cancel", RUNS, run);
	start_ms = now_ms();
	drop(expect(server, 200, "POST", path, NULL));
	answer = raw_read(fd, 10000);
	assert_in_range(now_ms() - start_ms, 50, 2000);
	close(fd);
	return answer;
}

static void test_cancel(void **state)
{
	struct events events;
	struct server *server;
	const cJSON *json;
	char *answer;
	size_t at = 0;
	int fd;

	NEEDS_SERVER(state);
	server = *state;
	prepare(server);
	answer = cancelled_stream(server, "run_000001", 100);
	events = events_read(chunks_join(answer, 100000), "\n");
	assert_names(&events, "thread.run.created thread.run.queued thread.run.in_progress "
			      "thread.run.cancelling thread.run.cancelled done");
	events_clear(&events);
	free(answer);
	answer = cancelled_stream(server, "run_000002", 860);
	events = events_read(chunks_join(answer, 100000), "\n");
	json = event_find(&events, &at, "thread.message.incomplete");
	assert_string_equal(text_at(json, "incomplete_details/reason"), "run_cancelled");
	assert_string_equal(text_at(json, "content/0/text/value"), "one two");
	event_find(&events, &at, "thread.run.step.cancelled");
	event_find(&events, &at, "thread.run.cancelled");
	events_clear(&events);
	free(answer);
	answer = cancelled_stream(server, "run_000003", 560);
	events = events_read(chunks_join(answer, 100000), "\n");
	at = 0;
	json = event_find(&events, &at, "thread.run.step.cancelled");
	assert_string_equal(
		text_at(json, "step_details/tool_calls/0/function/arguments"), "{\"city");
	events_clear(&events);
	free(answer);
	/* A thread that goes takes its run along: the stream is cut. */
	fd = raw_post(server->port, RUNS, streamed);
	sleep_ms(100);
	drop(expect(server, 200, "DELETE", "/v1/threads/thread_000001", NULL));
	answer = raw_read(fd, 5000);
	assert_non_null(strstr(answer, "thread.run.queued"));
	assert_null(strstr(answer, "\r\n0\r\n"));
	free(answer);
	close(fd);
}

/* Streams that are open at once, as many as the system allows, at most that. */
enum { MANY = 1000 };

static size_t many_allowed(void)
{
	struct rlimit files;

	assert_int_equal(getrlimit(RLIMIT_NOFILE, &files), 0);
	files.rlim_cur = files.rlim_max;
	setrlimit(RLIMIT_NOFILE, &files);
	return files.rlim_cur > MANY + 64 ? MANY : (size_t)files.rlim_cur - 64;
}

static char many_script[] = "queued-ms 1000\nin-progress-ms 100\nevent-ms 50\nanswer one two three\n";

static void test_many(void **state)
{
	struct pollfd *waits;
	struct server *server;
	char buffer[16384];
	size_t count = many_allowed(), i, open = 0, done = 0;
	int64_t end_ms;
	ssize_t got;

	NEEDS_SERVER(state);
	server = *state;
	make_assistant(server, NULL);
	waits = calloc(count, sizeof(*waits));
	assert_non_null(waits);
	for (i = 0; i < count; i++) {
		waits[i].fd = raw_post(server->port, "/v1/threads/runs", whole);
		waits[i].events = POLLIN;
	}
	end_ms = now_ms() + 60000;
	while (connections(server, "accepted") < (double)count + 1)
		assert_true(now_ms() < end_ms);
	for (open = count; open > 0;) {
		assert_true(now_ms() < end_ms);
		assert_true(poll(waits, count, 1000) >= 0);
		for (i = 0; i < count; i++) {
			if (waits[i].fd < 0 || !waits[i].revents)
				continue;
			got = recv(waits[i].fd, buffer, sizeof(buffer) - 1, 0);
			assert_true(got >= 0);
			buffer[got] = '\0';
			done += strstr(buffer, "event: done\ndata: [DONE]\n") != NULL;
			if (got == 0) {
				close(waits[i].fd);
				waits[i].fd = -1;
				open--;
			}
		}
	}
	assert_int_equal(done, count);
	free(waits);
	end_ms = now_ms() + 5000;
	while (connections_open(server) > 1)
		assert_true(now_ms() < end_ms);
}

static char stop_script[] = "queued-ms 60000\n";

/* The teardown fails unless the server ends at once although streams are open. */
static void test_stop(void **state)
{
	struct server *server;
	int fds[2], i;

	NEEDS_SERVER(state);
	server = *state;
	make_assistant(server, NULL);
	for (i = 0; i < 2; i++)
		fds[i] = raw_post(server->port, "/v1/threads/runs", whole);
	while (connections_open(server) < 3)
		sleep_ms(5);
	close(fds[0]);
	assert_int_equal(server_teardown(state), 0);
	*state = NULL;
	free(raw_read(fds[1], 1000));
	close(fds[1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		SERVER_TEST(test_chunks, chunks_script),
		SERVER_TEST(test_pace, pace_script),
		SERVER_TEST(test_leave, leave_script),
		SERVER_TEST(test_cancel, cancel_script),
		SERVER_TEST(test_many, many_script),
		SERVER_TEST(test_stop, stop_script),
	};

	return cmocka_run_group_tests_name("server streams on the wire", tests, NULL, NULL);
}
