/*
 * 10,000 calls by 64 threads on one client, against bare handles of libcurl, one a thread,
 * with the same reuse of connections: CPU time of this process alone. The server is a
 * process apart, on loopback.
 */
#define _POSIX_C_SOURCE 200809L

#include "bench.h"
#include "documents.h"

#include "openai.h"
#include "oac_transport.h"

#include <curl/curl.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
	THREADS = 64,
	CALLS = 10000,
	ROUNDS = 15,
	ANSWER_SIZE = 8192,
};

#define KEY "sk-bench"
#define BODY "{\"id\":\"thread_1\",\"object\":\"thread\",\"created_at\":1,\"metadata\":{}}"

static char url[64]; /* "http://127.0.0.1:PORT" */

/* ---- the server ---- */

static void *serve(void *user)
{
	static const char form[] = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
				   "x-request-id: req_1\r\nContent-Length: %zu\r\n\r\n%s";
	int fd = (int)(intptr_t)user;
	char answer[512];
	char request[4096];
	size_t len = 0;
	size_t size = (size_t)snprintf(answer, sizeof(answer), form, sizeof(BODY) - 1, BODY);

	for (;;) {
		ssize_t n = recv(fd, request + len, sizeof(request) - 1 - len, 0);
		if (n <= 0)
			break;
		len += (size_t)n;
		request[len] = '\0';
		if (strstr(request, "\r\n\r\n") == NULL)
			continue;
		len = 0;
		if (send(fd, answer, size, MSG_NOSIGNAL) != (ssize_t)size)
			break;
	}
	close(fd);
	return NULL;
}

static void accept_all(int listener)
{
	const int on = 1;
	pthread_t thread;

	for (;;) {
		int fd = accept(listener, NULL, NULL);
		if (fd == -1)
			_exit(1);
		setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
		if (pthread_create(&thread, NULL, serve, (void *)(intptr_t)fd) != 0)
			_exit(1);
		pthread_detach(thread);
	}
}

static pid_t start_server(void)
{
	struct sockaddr_in address = { .sin_family = AF_INET };
	socklen_t len = sizeof(address);
	int listener = socket(AF_INET, SOCK_STREAM, 0);
	pid_t pid;

	address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	if (listener == -1 || bind(listener, (struct sockaddr *)&address, sizeof(address)) != 0 ||
		listen(listener, 2 * THREADS) != 0 ||
		getsockname(listener, (struct sockaddr *)&address, &len) != 0)
		documents_fail("cannot listen");
	snprintf(url, sizeof(url), "http://127.0.0.1:%u", (unsigned)ntohs(address.sin_port));
	pid = fork();
	if (pid == -1)
		documents_fail("cannot fork");
	if (pid == 0)
		accept_all(listener);
	close(listener);
	return pid;
}

/* ---- ours ---- */

static void *call_often(void *user)
{
	struct oac_client *client = user;
	struct oac_error err;

	for (int i = 0; i < CALLS / THREADS; i++) {
		struct openai_thread *thread;
		if (openai_threads_retrieve(client, "thread_1", NULL, &thread, &err) != OAC_OK)
			documents_fail(err.message);
		openai_thread_free(thread);
	}
	return NULL;
}

/* ---- theirs ---- */

struct answer {
	char text[ANSWER_SIZE];
	size_t len;
};

static size_t take(char *bytes, size_t size, size_t count, void *user)
{
	struct answer *answer = user;

	if (size * count > sizeof(answer->text) - answer->len)
		return 0;
	memcpy(answer->text + answer->len, bytes, size * count);
	answer->len += size * count;
	return size * count;
}

static size_t take_header(char *line, size_t size, size_t count, void *user)
{
	return take(line, size, count, user);
}

static void *get_often(void *user)
{
	static const char *const lines[] = { "Accept: application/json", "OpenAI-Beta: assistants=v2",
		("Authorization: Bearer " KEY), "User-Agent: bench" };
	struct curl_slist *headers = NULL;
	CURL *easy = curl_easy_init();
	char target[128];
	struct answer head;
	struct answer body;

	(void)user;
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		headers = curl_slist_append(headers, lines[i]);
	snprintf(target, sizeof(target), "%s/threads/thread_1", url);
	curl_easy_setopt(easy, CURLOPT_URL, target);
	curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
	curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
	curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take);
	curl_easy_setopt(easy, CURLOPT_WRITEDATA, &body);
	curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, take_header);
	curl_easy_setopt(easy, CURLOPT_HEADERDATA, &head);
	for (int i = 0; i < CALLS / THREADS; i++) {
		head.len = body.len = 0;
		if (curl_easy_perform(easy) != CURLE_OK || body.len != sizeof(BODY) - 1)
			documents_fail("a bare request failed");
	}
	curl_easy_cleanup(easy);
	curl_slist_free_all(headers);
	return NULL;
}

/* ---- both ---- */

static double cpu_ms(void)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 +
		(double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

static double run_threads(void *(*work)(void *), void *user)
{
	pthread_t threads[THREADS];
	double start = cpu_ms();

	for (int i = 0; i < THREADS; i++)
		if (pthread_create(&threads[i], NULL, work, user) != 0)
			documents_fail("cannot start a thread");
	for (int i = 0; i < THREADS; i++)
		pthread_join(threads[i], NULL);
	return cpu_ms() - start;
}

static double run_ours(void)
{
	const struct oac_curl_options curl = { .max_connections = THREADS, .max_idle = THREADS };
	const struct oac_client_options options = { .api_key = KEY, .base_url = url, .curl = &curl };
	struct oac_error err;
	struct oac_client *client = openai_client_new(&options, &err);

	if (client == NULL)
		documents_fail(err.message);
	double ms = run_threads(call_often, client);
	oac_client_free(client);
	return ms;
}

int main(void)
{
	double ours[ROUNDS];
	double theirs[ROUNDS];
	pid_t server = start_server();

	curl_global_init(CURL_GLOBAL_DEFAULT);
	/* A round of each to warm up. */
	run_ours();
	run_threads(get_often, NULL);
	for (int i = 0; i < ROUNDS; i++) {
		ours[i] = run_ours();
		theirs[i] = run_threads(get_often, NULL);
	}
	bench_ratio("CPU of 10,000 calls, 64 threads / bare libcurl", bench_median(ours, ROUNDS),
		bench_median(theirs, ROUNDS), "ms", 1.3);
	kill(server, SIGTERM);
	waitpid(server, NULL, 0);
	curl_global_cleanup();
	return 0;
}
