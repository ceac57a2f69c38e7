/*
 * Typed events of a stream against curl, splitting lines and cJSON_Parse for each event: 50 MB
 * of message deltas over loopback, the same bytes for all. What is measured is the CPU time
 * of the reading thread; sides take turns, and each ratio is that of two medians.
 *
 *	stream [MEGABYTES]
 */
#define _POSIX_C_SOURCE 200809L

#include "bench.h"

#include "openai_helpers.h"

#include <cjson/cJSON.h>
#include <curl/curl.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdint.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
	MEGABYTES = 50,
	REPETITIONS = 5,
	MESSAGE_EVENTS = 400, /* deltas of one message */
	SEND_BYTES = 1 << 16,
	REQUEST_BYTES = 1 << 16,
};

#define CALLBACK_LIMIT 1.5
#define SNAPSHOT_LIMIT 1.3
#define MEMORY_LIMIT_MB 8

/* ---- the stream ---- */

struct text {
	char *bytes;
	size_t len;
	size_t size;
	long events; /* deltas */
};

static void add(struct text *text, const char *bytes)
{
	size_t len = strlen(bytes);

	if (text->size - text->len < len) {
		text->size = (text->size + len) * 2;
		text->bytes = realloc(text->bytes, text->size);
		if (text->bytes == NULL)
			abort();
	}
	memcpy(text->bytes + text->len, bytes, len);
	text->len += len;
}

#define RUN_EVENT(name, status)                                                                        \
	"event: thread.run." name "\n"                                                                 \
	"data: {\"id\":\"run_1\",\"object\":\"thread.run\",\"created_at\":1710351818,"                 \
	"\"assistant_id\":\"asst_1\",\"thread_id\":\"thread_1\",\"status\":\"" status "\"}\n\n"

#define MESSAGE_EVENT(name, status, content)                                                           \
	"event: thread.message." name "\n"                                                             \
	"data: {\"id\":\"msg_%ld\",\"object\":\"thread.message\",\"created_at\":1710351821,"           \
	"\"assistant_id\":\"asst_1\",\"thread_id\":\"thread_1\",\"run_id\":\"run_1\",\"status\":\""    \
	status "\",\"incomplete_details\":null,\"incomplete_at\":null,\"completed_at\":null,"          \
	"\"role\":\"assistant\",\"content\":[" content "],\"attachments\":[],\"metadata\":{}}\n\n"

static const char delta_event[] =
	"event: thread.message.delta\n"
	"data: {\"id\":\"msg_%ld\",\"object\":\"thread.message.delta\",\"delta\":{\"content\":[{\"index\":0,"
	"\"type\":\"text\",\"text\":{\"value\":\" token\"%s}}]}}\n\n";

static struct text make_stream(size_t bytes)
{
	struct text text = { NULL, 0, 0, 0 };
	char event[1024];

	add(&text, RUN_EVENT("created", "queued") RUN_EVENT("in_progress", "in_progress"));
	for (long message = 1; text.len < bytes; message++) {
		snprintf(event, sizeof(event), MESSAGE_EVENT("created", "in_progress", ""), message);
		add(&text, event);
		for (int i = 0; i < MESSAGE_EVENTS; i++, text.events++) {
			snprintf(event, sizeof(event), delta_event, message, i == 0 ? ",\"annotations\":[]" : "");
			add(&text, event);
		}
		snprintf(event, sizeof(event), MESSAGE_EVENT("completed", "completed", ""), message);
		add(&text, event);
	}
	add(&text, RUN_EVENT("completed", "completed") "event: done\ndata: [DONE]\n\n");
	return text;
}

/* ---- a server for one answer after the other ---- */

struct server {
	const struct text *text;
	int listener;
	char url[64];
	pthread_t thread;
};

static void send_all(int fd, const char *bytes, size_t len)
{
	while (len > 0) {
		ssize_t sent = send(fd, bytes, len < SEND_BYTES ? len : SEND_BYTES, MSG_NOSIGNAL);

		if (sent <= 0)
			return;
		bytes += sent;
		len -= (size_t)sent;
	}
}

static void *serve(void *user)
{
	struct server *server = user;
	char request[REQUEST_BYTES];
	char head[160];

	snprintf(head, sizeof(head), "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
		"Content-Length: %zu\r\nConnection: close\r\n\r\n", server->text->len);
	for (;;) {
		int fd = accept(server->listener, NULL, NULL);

		if (fd < 0)
			return NULL;
		/* Requests are small, and come whole. */
		if (recv(fd, request, sizeof(request), 0) > 0) {
			send_all(fd, head, strlen(head));
			send_all(fd, server->text->bytes, server->text->len);
		}
		close(fd);
	}
}

static bool start(struct server *server)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof(address);

	server->listener = socket(AF_INET, SOCK_STREAM, 0);
	if (server->listener < 0 || bind(server->listener, (struct sockaddr *)&address, sizeof(address)) != 0 ||
		listen(server->listener, 8) != 0 ||
		getsockname(server->listener, (struct sockaddr *)&address, &len) != 0)
		return false;
	snprintf(server->url, sizeof(server->url), "http://127.0.0.1:%d/v1", ntohs(address.sin_port));
	return pthread_create(&server->thread, NULL, serve, server) == 0;
}

/* ---- theirs ---- */

/* Lines of any length; a data line is parsed, and its text read. */
struct splitter {
	char *line;
	size_t len;
	size_t size;
	long events;
	size_t bytes; /* of text */
};

static void take_line(struct splitter *s)
{
	const cJSON *value;
	cJSON *tree;

	if (s->len < 6 || memcmp(s->line, "data: ", 6) != 0)
		return;
	tree = cJSON_Parse(s->line + 6);
	value = cJSON_GetObjectItemCaseSensitive(tree, "delta");
	value = cJSON_GetArrayItem(cJSON_GetObjectItemCaseSensitive(value, "content"), 0);
	value = cJSON_GetObjectItemCaseSensitive(cJSON_GetObjectItemCaseSensitive(value, "text"), "value");
	if (cJSON_IsString(value)) {
		s->events++;
		s->bytes += strlen(value->valuestring);
	}
	cJSON_Delete(tree);
}

static size_t take_bytes(char *bytes, size_t size, size_t count, void *user)
{
	struct splitter *s = user;
	size_t left = size * count;

	while (left > 0) {
		const char *end = memchr(bytes, '\n', left);
		size_t len = end != NULL ? (size_t)(end - bytes) : left;

		if (s->size - s->len <= len) {
			s->size = (s->size + len + 1) * 2;
			s->line = realloc(s->line, s->size);
			if (s->line == NULL)
				abort();
		}
		memcpy(s->line + s->len, bytes, len);
		s->len += len;
		s->line[s->len] = '\0';
		if (end != NULL) {
			take_line(s);
			s->len = 0;
			len++;
		}
		bytes += len;
		left -= len;
	}
	return size * count;
}

static size_t read_theirs(const struct server *server, long *events)
{
	struct splitter s = { NULL, 0, 0, 0, 0 };
	CURL *easy = curl_easy_init();

	curl_easy_setopt(easy, CURLOPT_URL, server->url);
	curl_easy_setopt(easy, CURLOPT_POSTFIELDS, "{}");
	curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_bytes);
	curl_easy_setopt(easy, CURLOPT_WRITEDATA, &s);
	if (curl_easy_perform(easy) != CURLE_OK)
		abort();
	curl_easy_cleanup(easy);
	free(s.line);
	*events = s.events;
	return s.bytes;
}

/* ---- ours ---- */

struct seen {
	long events;
	size_t bytes;
};

static void see_text(struct seen *seen, const struct openai_text_delta *text)
{
	seen->events++;
	seen->bytes += strlen(text->value);
}

static int see_event(void *user, const struct openai_assistant_stream_event *event)
{
	if (event->kind == OPENAI_ASSISTANT_STREAM_EVENT_THREAD_MESSAGE_DELTA)
		see_text(user, event->as.thread_message_delta->data.delta.content.items[0].as.text->text);
	return 0;
}

static const struct openai_create_run_request request = { .assistant_id = "asst_1" };

static size_t read_callbacks(struct oac_client *client, long *events)
{
	struct seen seen = { 0, 0 };
	struct oac_error err;

	if (openai_runs_create_stream_each(client, "thread_1", &request, NULL, see_event, &seen, &err) != OAC_OK) {
		fprintf(stderr, "stream: %s\n", err.message);
		exit(1);
	}
	*events = seen.events;
	return seen.bytes;
}

static void on_text(void *user, struct openai_run_stream *stream, const struct openai_text_delta *delta,
	const struct openai_text *snapshot)
{
	(void)stream;
	(void)snapshot;
	see_text(user, delta);
}

static size_t read_snapshots(struct oac_client *client, long *events)
{
	static const struct openai_run_stream_handler handler = { .text_delta = on_text };
	struct seen seen = { 0, 0 };
	const struct openai_run_stream_options options = { .handler = &handler, .user = &seen };
	struct openai_run_stream *stream;
	struct oac_error err;

	if (openai_runs_stream(client, "thread_1", &request, &options, &stream, &err) != OAC_OK ||
		openai_run_stream_until_done(stream, &err) != OAC_OK) {
		fprintf(stderr, "stream: %s\n", err.message);
		exit(1);
	}
	openai_run_stream_free(stream);
	*events = seen.events;
	return seen.bytes;
}

/* ---- measuring ---- */

static double thread_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static double peak_mb(void)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	return (double)usage.ru_maxrss / 1024;
}

enum side {
	THEIRS,
	CALLBACKS,
	SNAPSHOTS,
	SIDES,
};

static double run(enum side side, const struct server *server, struct oac_client *client)
{
	double before = thread_ms();
	long events = 0;
	size_t bytes;

	if (side == THEIRS)
		bytes = read_theirs(server, &events);
	else
		bytes = side == CALLBACKS ? read_callbacks(client, &events) : read_snapshots(client, &events);
	if (events != server->text->events || bytes != (size_t)events * strlen(" token")) {
		fprintf(stderr, "stream: %ld events of %ld\n", events, server->text->events);
		exit(1);
	}
	return thread_ms() - before;
}

/* More is better here: events a second of ours to theirs. */
static void report(const char *name, double ours_ms, double theirs_ms, long events, double limit)
{
	char column[4][BENCH_TEXT];
	double ratio = theirs_ms / ours_ms;

	snprintf(column[0], BENCH_TEXT, "%.0f k/s", (double)events / ours_ms);
	snprintf(column[1], BENCH_TEXT, "%.0f k/s", (double)events / theirs_ms);
	snprintf(column[2], BENCH_TEXT, "%.2f", ratio);
	snprintf(column[3], BENCH_TEXT, ">= %.2f", limit);
	bench_row(name, column[0], column[1], column[2], column[3], ratio >= limit ? "within" : "OVER");
}

int main(int argc, char **argv)
{
	struct text text = make_stream((size_t)(argc > 1 ? strtol(argv[1], NULL, 10) : MEGABYTES) << 20);
	struct server server = { .text = &text };
	struct oac_client_options options = { .api_key = "bench" };
	double times[SIDES][REPETITIONS];
	struct oac_client *client;
	double before_mb;

	if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK || !start(&server))
		return 1;
	options.base_url = server.url;
	client = openai_client_new(&options, NULL);
	if (client == NULL)
		return 1;
	/* Memory first, while nobody else has used any. */
	before_mb = peak_mb();
	run(SNAPSHOTS, &server, client);
	bench_value("stream with snapshots, peak memory over the rest", peak_mb() - before_mb, "MB", MEMORY_LIMIT_MB);
	for (int i = 0; i < REPETITIONS; i++)
		for (int side = 0; side < SIDES; side++)
			times[side][i] = run((enum side)side, &server, client);
	double theirs = bench_median(times[THEIRS], REPETITIONS);
	report("stream: typed events, callbacks", bench_median(times[CALLBACKS], REPETITIONS), theirs, text.events,
		CALLBACK_LIMIT);
	report("stream: typed events, snapshots", bench_median(times[SNAPSHOTS], REPETITIONS), theirs, text.events,
		SNAPSHOT_LIMIT);
	oac_client_free(client);
	shutdown(server.listener, SHUT_RDWR);
	pthread_join(server.thread, NULL);
	close(server.listener);
	free(text.bytes);
	return 0;
}
