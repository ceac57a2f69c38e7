/*
 * Many at once on one thread. 1,000 runs polled to their end by the loop, against bare
 * curl_multi, by its socket interface, with cJSON; then 10,000 by the loop; then 1,000 streams.
 * CPU time and peak memory are those of a process that does nothing else; the local server
 * (OAC_SERVER, or build/assistants-server) ends each run at its fifth look.
 *
 *	loop                        the rows
 *	loop ours|theirs N FIRST    one side: N runs from number FIRST on, at OPENAI_BASE_URL
 *	loop streams N              N streams from a server of its own
 */
#define _POSIX_C_SOURCE 200809L

#include "bench.h"

#include "openai_helpers.h"

#include <cjson/cJSON.h>
#include <curl/curl.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
	FEW = 1000,
	MANY = 10000,
	LOOKS = 5,
	INTERVAL_MS = 100,
	CONNECTIONS = 64,
	ROUNDS = 5,
	INSTRUCTIONS = 1700, /* which makes a run one of 2.3 KB */
	EVENTS = 40,
};

static void die(const char *what)
{
	fprintf(stderr, "loop: %s\n", what);
	exit(1);
}

static double cpu_ms(void)
{
	struct rusage used;

	getrusage(RUSAGE_SELF, &used);
	return (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1e3 +
		(double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e3;
}

static double peak_kb(void)
{
	struct rusage used;

	getrusage(RUSAGE_SELF, &used);
	return (double)used.ru_maxrss;
}

static void report(double cpu, size_t gets, size_t completed)
{
	printf("%.3f %.0f %zu %zu\n", cpu, peak_kb(), gets, completed);
}

/* ---- ours ---- */

struct tally {
	size_t gets;
	size_t completed;
};

static int on_poll(void *user, const struct openai_run *run)
{
	struct tally *tally = user;

	(void)run;
	tally->gets++;
	return 0;
}

static void on_done(void *user, enum oac_status status, struct openai_run *run, const struct oac_error *err)
{
	struct tally *tally = user;

	if (status != OAC_OK)
		die(err->message);
	tally->completed += run->status == OPENAI_RUN_STATUS_COMPLETED;
	openai_run_free(run);
}

static void ours(int count, int first)
{
	const struct oac_loop_options options = { .max_connections = CONNECTIONS };
	struct tally tally = { 0, 0 };
	const struct openai_poll_options poll = {
		.interval_ms = OAC_INT(INTERVAL_MS),
		.on_poll = on_poll,
		.user = &tally,
	};
	struct oac_error err;
	struct oac_client *client = openai_client_new(NULL, &err);
	struct oac_loop *loop = oac_loop_new(&options, &err);

	if (client == NULL || loop == NULL)
		die(err.message);
	double start = cpu_ms();
	for (int i = first; i < first + count; i++) {
		char thread[32];
		char run[32];
		snprintf(thread, sizeof(thread), "thread_%06d", i);
		snprintf(run, sizeof(run), "run_%06d", i);
		if (openai_runs_poll_async(loop, client, thread, run, &poll, on_done, &tally, NULL, &err) != OAC_OK)
			die(err.message);
	}
	if (oac_loop_run(loop, &err) != OAC_OK)
		die(err.message);
	report(cpu_ms() - start, tally.gets, tally.completed);
	oac_loop_free(loop);
	oac_client_free(client);
}

/* ---- theirs ---- */

struct bare_run {
	CURL *easy;
	char *text;
	size_t len;
	size_t size;
	int64_t due;
	struct bare_run *next;
};

static struct {
	CURLM *multi;
	int epoll;
	int64_t timer; /* INT64_MAX: none */
	struct bare_run *first; /* who waits; they all wait equally long */
	struct bare_run *last;
	size_t gets;
	size_t completed;
} bare;

static size_t bare_write(char *bytes, size_t size, size_t count, void *user)
{
	struct bare_run *run = user;
	size_t len = size * count;

	if (run->len + len > run->size) {
		run->size = 2 * run->size + len;
		run->text = realloc(run->text, run->size);
		if (run->text == NULL)
			die("out of memory");
	}
	memcpy(run->text + run->len, bytes, len);
	run->len += len;
	return len;
}

static int bare_socket(CURL *easy, curl_socket_t fd, int what, void *user, void *known)
{
	struct epoll_event event = { 0, { .fd = fd } };

	(void)easy;
	(void)user;
	if (what == CURL_POLL_REMOVE) {
		epoll_ctl(bare.epoll, EPOLL_CTL_DEL, fd, &event);
		return 0;
	}
	event.events = (what & CURL_POLL_IN ? (uint32_t)EPOLLIN : 0) | (what & CURL_POLL_OUT ? (uint32_t)EPOLLOUT : 0);
	epoll_ctl(bare.epoll, known != NULL ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, fd, &event);
	curl_multi_assign(bare.multi, fd, &bare);
	return 0;
}

static int bare_timer(CURLM *multi, long ms, void *user)
{
	(void)multi;
	(void)user;
	bare.timer = ms < 0 ? INT64_MAX : oac_now_ms() + ms;
	return 0;
}

static void bare_again(struct bare_run *run)
{
	run->due = oac_now_ms() + INTERVAL_MS;
	run->next = NULL;
	if (bare.first == NULL)
		bare.first = run;
	else
		bare.last->next = run;
	bare.last = run;
}

static void bare_done(void)
{
	CURLMsg *message;
	int left;

	while ((message = curl_multi_info_read(bare.multi, &left)) != NULL) {
		struct bare_run *run;
		char *private;
		long status;
		if (message->data.result != CURLE_OK)
			die(curl_easy_strerror(message->data.result));
		curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &private);
		curl_easy_getinfo(message->easy_handle, CURLINFO_RESPONSE_CODE, &status);
		run = (struct bare_run *)(void *)private;
		curl_multi_remove_handle(bare.multi, run->easy);
		cJSON *tree = cJSON_ParseWithLength(run->text, run->len);
		const cJSON *word = cJSON_GetObjectItemCaseSensitive(tree, "status");
		if (status != 200 || !cJSON_IsString(word))
			die("the answer is no run");
		bare.gets++;
		run->len = 0;
		if (strcmp(word->valuestring, "completed") == 0)
			bare.completed++;
		else
			bare_again(run);
		cJSON_Delete(tree);
	}
}

static void bare_turn(void)
{
	struct epoll_event events[256];
	int64_t due = bare.timer;
	int64_t now = oac_now_ms();
	int running;

	if (bare.first != NULL && bare.first->due < due)
		due = bare.first->due;
	int count = epoll_wait(bare.epoll, events, 256, due == INT64_MAX ? -1 : due > now ? (int)(due - now) : 0);
	for (int i = 0; i < count; i++) {
		uint32_t got = events[i].events;
		int mask = (got & EPOLLIN ? CURL_CSELECT_IN : 0) | (got & EPOLLOUT ? CURL_CSELECT_OUT : 0) |
			(got & (EPOLLERR | EPOLLHUP) ? CURL_CSELECT_ERR : 0);
		curl_multi_socket_action(bare.multi, events[i].data.fd, mask, &running);
	}
	now = oac_now_ms();
	if (bare.timer <= now) {
		bare.timer = INT64_MAX;
		curl_multi_socket_action(bare.multi, CURL_SOCKET_TIMEOUT, 0, &running);
	}
	bare_done();
	while (bare.first != NULL && bare.first->due <= now) {
		struct bare_run *run = bare.first;
		bare.first = run->next;
		curl_multi_add_handle(bare.multi, run->easy);
	}
}

static void theirs(int count, int first)
{
	struct bare_run *runs = calloc((size_t)count, sizeof(*runs));
	struct curl_slist *headers = NULL;
	char text[300];

	curl_global_init(CURL_GLOBAL_DEFAULT);
	double start = cpu_ms();
	snprintf(text, sizeof(text), "Authorization: Bearer %s", getenv("OPENAI_API_KEY"));
	headers = curl_slist_append(headers, text);
	headers = curl_slist_append(headers, "OpenAI-Beta: assistants=v2");
	headers = curl_slist_append(headers, "Accept: application/json");
	bare.multi = curl_multi_init();
	bare.epoll = epoll_create1(0);
	bare.timer = INT64_MAX;
	curl_multi_setopt(bare.multi, CURLMOPT_SOCKETFUNCTION, bare_socket);
	curl_multi_setopt(bare.multi, CURLMOPT_TIMERFUNCTION, bare_timer);
	curl_multi_setopt(bare.multi, CURLMOPT_MAX_HOST_CONNECTIONS, (long)CONNECTIONS);
	curl_multi_setopt(bare.multi, CURLMOPT_MAXCONNECTS, (long)CONNECTIONS);
	for (int i = 0; i < count; i++) {
		struct bare_run *run = &runs[i];
		run->easy = curl_easy_init();
		snprintf(text, sizeof(text), "%s/threads/thread_%06d/runs/run_%06d", getenv("OPENAI_BASE_URL"),
			first + i, first + i);
		curl_easy_setopt(run->easy, CURLOPT_URL, text);
		curl_easy_setopt(run->easy, CURLOPT_HTTPHEADER, headers);
		curl_easy_setopt(run->easy, CURLOPT_ACCEPT_ENCODING, "");
		curl_easy_setopt(run->easy, CURLOPT_NOSIGNAL, 1L);
		curl_easy_setopt(run->easy, CURLOPT_WRITEFUNCTION, bare_write);
		curl_easy_setopt(run->easy, CURLOPT_WRITEDATA, run);
		curl_easy_setopt(run->easy, CURLOPT_PRIVATE, run);
		curl_multi_add_handle(bare.multi, run->easy);
	}
	while (bare.completed < (size_t)count)
		bare_turn();
	report(cpu_ms() - start, bare.gets, bare.completed);
	for (int i = 0; i < count; i++) {
		curl_easy_cleanup(runs[i].easy);
		free(runs[i].text);
	}
	free(runs);
	curl_multi_cleanup(bare.multi);
	curl_slist_free_all(headers);
	close(bare.epoll);
}

/* ---- streams ---- */

static void send_all(int fd, const char *text)
{
	size_t len = strlen(text);

	while (len > 0) {
		ssize_t n = send(fd, text, len, MSG_NOSIGNAL);
		if (n <= 0)
			_exit(1);
		text += n;
		len -= (size_t)n;
	}
}

static void read_request(int fd)
{
	char request[4096];
	size_t len = 0;
	ssize_t n;

	while ((n = recv(fd, request + len, sizeof(request) - 1 - len, 0)) > 0) {
		len += (size_t)n;
		request[len] = '\0';
		if (strstr(request, "\r\n\r\n{") != NULL && request[len - 1] == '}')
			return;
	}
	_exit(1);
}

/* All streams are open before the first event; then each event goes to all of them. */
static void serve_streams(int listener, int count)
{
	int *fds = calloc((size_t)count, sizeof(*fds));
	const int on = 1;
	char text[160];

	for (int i = 0; i < count; i++) {
		fds[i] = accept(listener, NULL, NULL);
		if (fds[i] == -1)
			_exit(1);
		setsockopt(fds[i], IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
	}
	for (int i = 0; i < count; i++) {
		read_request(fds[i]);
		send_all(fds[i], "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n");
	}
	for (int event = 0; event < EVENTS; event++) {
		for (int i = 0; i < count; i++) {
			snprintf(text, sizeof(text),
				"event: thread.run.queued\ndata: {\"id\":\"%d\",\"assistant_id\":\"%d\"}\n\n", event, i);
			/* Cut at another place each time. */
			size_t cut = (size_t)(event * 7 + i) % strlen(text);
			char rest[160];
			snprintf(rest, sizeof(rest), "%s", text + cut);
			text[cut] = '\0';
			send_all(fds[i], text);
			send_all(fds[i], rest);
		}
	}
	for (int i = 0; i < count; i++) {
		send_all(fds[i], "event: done\ndata: [DONE]\n\n");
		close(fds[i]);
	}
	_exit(0);
}

struct streamed {
	int events;
	char stream[16]; /* by the server's count */
	bool ended;
};

static size_t out_of_order;

static int on_event(void *user, const struct openai_assistant_stream_event *event)
{
	struct streamed *s = user;
	const struct openai_run *run;
	char expected[16];

	if (event->kind != OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_QUEUED)
		die("an event of another kind");
	run = &event->as.thread_run_queued->data;
	snprintf(expected, sizeof(expected), "%d", s->events);
	if (s->events++ == 0)
		snprintf(s->stream, sizeof(s->stream), "%s", run->assistant_id);
	out_of_order += strcmp(run->id, expected) != 0 || strcmp(run->assistant_id, s->stream) != 0;
	return 0;
}

static void on_end(void *user, enum oac_status status, const struct oac_error *err)
{
	struct streamed *s = user;

	if (status != OAC_OK)
		die(err->message);
	s->ended = true;
}

static void streams(int count)
{
	const struct oac_loop_options options = { .max_connections = count };
	const struct openai_create_run_request request = { .assistant_id = "asst_1" };
	struct streamed *all = calloc((size_t)count, sizeof(*all));
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t size = sizeof(address);
	int listener = socket(AF_INET, SOCK_STREAM, 0);
	char url[64];
	size_t events = 0;
	struct oac_error err;

	if (bind(listener, (struct sockaddr *)&address, size) != 0 || listen(listener, count) != 0 ||
		getsockname(listener, (struct sockaddr *)&address, &size) != 0)
		die("cannot listen");
	pid_t server = fork();
	if (server == 0)
		serve_streams(listener, count);
	close(listener);
	snprintf(url, sizeof(url), "http://127.0.0.1:%d/v1", ntohs(address.sin_port));
	const struct oac_client_options client_options = { .base_url = url, .api_key = "sk-bench" };
	struct oac_client *client = openai_client_new(&client_options, &err);
	struct oac_loop *loop = oac_loop_new(&options, &err);
	if (client == NULL || loop == NULL)
		die(err.message);
	double before = peak_kb();
	double start = cpu_ms();
	for (int i = 0; i < count; i++)
		if (openai_runs_create_stream_async(loop, client, "thread_1", &request, NULL, on_event, on_end, &all[i],
			    NULL, &err) != OAC_OK)
			die(err.message);
	if (oac_loop_run(loop, &err) != OAC_OK)
		die(err.message);
	double cpu = cpu_ms() - start;
	for (int i = 0; i < count; i++) {
		events += (size_t)all[i].events;
		if (!all[i].ended || all[i].events != EVENTS)
			die("a stream is not complete");
	}
	waitpid(server, NULL, 0);
	printf("%.3f %.1f %zu %zu\n", cpu, (peak_kb() - before) / count, events, out_of_order);
	oac_loop_free(loop);
	oac_client_free(client);
	free(all);
}

/* ---- the rows ---- */

struct side {
	double cpu_ms;
	double kb;
	unsigned long gets;
	unsigned long completed;
};

static struct side measure(const char *program, const char *arguments)
{
	struct side side = { 0, 0, 0, 0 };
	char command[512];

	snprintf(command, sizeof(command), "%s %s", program, arguments);
	FILE *pipe = popen(command, "r");
	if (pipe == NULL || fscanf(pipe, "%lf %lf %lu %lu", &side.cpu_ms, &side.kb, &side.gets, &side.completed) != 4 ||
		pclose(pipe) != 0)
		die("a side has failed");
	return side;
}

static pid_t start_server(void)
{
	static const char script[] = "queued-ms 3600000\nexpires-ms 7200000\nlooks 5\n";
	const char *program = getenv("OAC_SERVER") != NULL ? getenv("OAC_SERVER") : "build/assistants-server";
	char name[] = "/tmp/oac-bench-XXXXXX";
	char line[200] = "";
	int out[2];

	int fd = mkstemp(name);
	if (fd == -1 || write(fd, script, sizeof(script) - 1) != (ssize_t)sizeof(script) - 1 || pipe(out) != 0)
		die("cannot make a file");
	close(fd);
	pid_t pid = fork();
	if (pid == 0) {
		dup2(out[1], 1);
		close(out[0]);
		close(out[1]);
		execl(program, program, "--port", "0", "--script", name, (char *)NULL);
		_exit(127);
	}
	close(out[1]);
	FILE *said = fdopen(out[0], "r");
	if (said == NULL || fgets(line, sizeof(line), said) == NULL || strstr(line, "http") == NULL)
		die("the server does not start");
	fclose(said);
	unlink(name);
	line[strcspn(line, "\n")] = '\0';
	setenv("OPENAI_BASE_URL", strstr(line, "http"), 1);
	setenv("OPENAI_API_KEY", "sk-bench", 1);
	return pid;
}

/* More runs, each on a thread of its own; returns the number of the first. */
static int make_runs(struct oac_client *client, const char *assistant, int count)
{
	static int made;
	const struct openai_create_thread_and_run_request request = { .assistant_id = assistant };
	struct oac_error err;
	int first = made + 1;

	for (; made < first - 1 + count; made++)
		if (openai_threads_create_and_run(client, &request, NULL, NULL, &err) != OAC_OK)
			die(err.message);
	return first;
}

static struct side poll_side(const char *program, const char *name, int count, int first)
{
	char arguments[64];

	snprintf(arguments, sizeof(arguments), "%s %d %d", name, count, first);
	struct side side = measure(program, arguments);
	if (side.completed != (unsigned long)count || side.gets != (unsigned long)count * LOOKS)
		die("not every run was looked at five times");
	return side;
}

static void poll_rows(const char *program)
{
	char instructions[INSTRUCTIONS + 1];
	const struct openai_create_assistant_request request = { .model = "gpt-4o", .instructions = instructions };
	struct openai_assistant *assistant;
	double cpu[2][ROUNDS];
	double kb[2][ROUNDS];
	struct oac_error err;
	struct oac_client *client = openai_client_new(NULL, &err);

	memset(instructions, 'x', INSTRUCTIONS);
	instructions[INSTRUCTIONS] = '\0';
	if (client == NULL || openai_assistants_create(client, &request, NULL, &assistant, &err) != OAC_OK)
		die(err.message);
	for (int i = 0; i < ROUNDS; i++) {
		for (int j = 0; j < 2; j++) {
			struct side side = poll_side(program, j == 0 ? "ours" : "theirs", FEW,
				make_runs(client, assistant->id, FEW));
			cpu[j][i] = side.cpu_ms * 1000 / (double)side.gets;
			kb[j][i] = side.kb;
		}
	}
	double ours_cpu = bench_median(cpu[0], ROUNDS);
	bench_ratio("loop: poll 1000 runs, CPU a GET", ours_cpu, bench_median(cpu[1], ROUNDS), "us", 1.3);
	bench_ratio("loop: poll 1000 runs, peak memory", bench_median(kb[0], ROUNDS), bench_median(kb[1], ROUNDS), "KB",
		1.3);
	struct side many = poll_side(program, "ours", MANY, make_runs(client, assistant->id, MANY));
	bench_ratio("loop: 10000 runs (theirs: 1000), CPU a GET", many.cpu_ms * 1000 / (double)many.gets, ours_cpu,
		"us", 1.3);
	openai_assistant_free(assistant);
	oac_client_free(client);
}

static void stream_rows(const char *program)
{
	struct side side = measure(program, "streams 1000");

	bench_value("loop: 1000 streams, events out of order", (double)side.completed, "", 0.5);
	bench_value("loop: 1000 streams, memory each", side.kb, "KB", 64);
	bench_value("loop: 1000 streams, CPU an event", side.cpu_ms * 1000 / (double)side.gets, "us", 0);
}

int main(int argc, char **argv)
{
	struct rlimit files;

	signal(SIGPIPE, SIG_IGN);
	getrlimit(RLIMIT_NOFILE, &files);
	files.rlim_cur = files.rlim_max;
	setrlimit(RLIMIT_NOFILE, &files);
	if (argc == 4 && strcmp(argv[1], "ours") == 0) {
		ours((int)strtol(argv[2], NULL, 10), (int)strtol(argv[3], NULL, 10));
		return 0;
	}
	if (argc == 4 && strcmp(argv[1], "theirs") == 0) {
		theirs((int)strtol(argv[2], NULL, 10), (int)strtol(argv[3], NULL, 10));
		return 0;
	}
	if (argc == 3 && strcmp(argv[1], "streams") == 0) {
		streams((int)strtol(argv[2], NULL, 10));
		return 0;
	}
	pid_t server = start_server();
	poll_rows(argv[0]);
	kill(server, SIGTERM);
	waitpid(server, NULL, 0);
	stream_rows(argv[0]);
	return 0;
}
