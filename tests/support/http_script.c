#define _POSIX_C_SOURCE 200809L

#include "http_script.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum {
	LIMIT = 256, /* of replies, of requests in memory and of connections */
	REQUESTS_MAX = 20000,
};

struct reply {
	const struct http_action *actions;
	size_t count;
	struct http_action own; /* of http_script_answer */
	char *text;
};

struct connection {
	struct http_script *server;
	pthread_t thread;
	int number;
	int fd;
	char *input;
	size_t input_len;
	size_t input_size;
};

struct http_script {
	pthread_mutex_t lock;
	pthread_t acceptor;
	int listener;
	bool stopping;
	int accept_delay_ms;
	char url[64];
	char peer[64];
	struct reply replies[LIMIT];
	size_t reply_count;
	size_t replies_taken;
	struct http_request *requests[REQUESTS_MAX];
	size_t request_count;
	struct connection *connections[LIMIT];
	int connection_count;
	void (*hook)(void *user);
	void *hook_user;
};

static void *must(void *p)
{
	if (p == NULL)
		abort();
	return p;
}

static bool is_stopping(struct http_script *server)
{
	pthread_mutex_lock(&server->lock);
	bool stopping = server->stopping;
	pthread_mutex_unlock(&server->lock);
	return stopping;
}

/* ---- reading a request ---- */

static bool read_more(struct connection *c)
{
	if (c->input_size - c->input_len < 65536) {
		c->input_size = c->input_size * 2 + 65536;
		c->input = must(realloc(c->input, c->input_size + 1));
	}
	ssize_t n = recv(c->fd, c->input + c->input_len, c->input_size - c->input_len, 0);
	if (n <= 0)
		return false;
	c->input_len += (size_t)n;
	c->input[c->input_len] = '\0';
	return true;
}

static char *copy_of(const char *text, size_t len)
{
	char *copy = must(malloc(len + 1));

	memcpy(copy, text, len);
	copy[len] = '\0';
	return copy;
}

const char *http_script_header(const struct http_request *request, const char *name, char *text,
	size_t size)
{
	size_t name_len = strlen(name);

	for (const char *line = strstr(request->head, "\r\n"); line != NULL;
		line = strstr(line, "\r\n")) {
		line += 2;
		if (strncasecmp(line, name, name_len) != 0 || line[name_len] != ':')
			continue;
		const char *value = line + name_len + 1;
		while (*value == ' ')
			value++;
		snprintf(text, size, "%.*s", (int)strcspn(value, "\r"), value);
		return text;
	}
	return NULL;
}

/* Puts a body of chunks together; false: the connection ended. Bodies are trusted to be well-formed. */
static bool read_chunks(struct connection *c, size_t head_len, struct http_request *request)
{
	size_t at = head_len;
	size_t size;
	char *end;

	request->body = copy_of("", 0);
	do {
		while ((end = strstr(c->input + at, "\r\n")) == NULL)
			if (!read_more(c))
				return false;
		size = strtoul(c->input + at, NULL, 16);
		at = (size_t)(end + 2 - c->input);
		while (c->input_len < at + size + 2)
			if (!read_more(c))
				return false;
		request->body = must(realloc(request->body, request->body_len + size + 1));
		memcpy(request->body + request->body_len, c->input + at, size);
		request->body_len += size;
		request->body[request->body_len] = '\0';
		at += size + 2;
	} while (size > 0);
	c->input_len -= at;
	memmove(c->input, c->input + at, c->input_len + 1);
	return true;
}

static bool read_body(struct connection *c, size_t head_len, struct http_request *request)
{
	char length[32];

	if (http_script_header(request, "transfer-encoding", length, sizeof(length)) != NULL)
		return read_chunks(c, head_len, request);
	if (http_script_header(request, "content-length", length, sizeof(length)) != NULL)
		request->body_len = strtoul(length, NULL, 10);
	while (c->input_len < head_len + request->body_len)
		if (!read_more(c))
			return false;
	request->body = copy_of(c->input + head_len, request->body_len);
	c->input_len -= head_len + request->body_len;
	memmove(c->input, c->input + head_len + request->body_len, c->input_len + 1);
	return true;
}

static struct http_request *read_request(struct connection *c)
{
	struct http_request *request;
	char *end;

	while (c->input_len == 0 || (end = strstr(c->input, "\r\n\r\n")) == NULL)
		if (!read_more(c))
			return NULL;
	size_t head_len = (size_t)(end + 4 - c->input);
	request = must(calloc(1, sizeof(*request)));
	request->connection = c->number;
	request->head = copy_of(c->input, head_len);
	if (read_body(c, head_len, request))
		return request;
	free(request->head);
	free(request->body);
	free(request);
	return NULL;
}

/* ---- answering ---- */

static bool send_all(int fd, const char *text, size_t len)
{
	while (len > 0) {
		ssize_t n = send(fd, text, len, MSG_NOSIGNAL);
		if (n <= 0)
			return false;
		text += n;
		len -= (size_t)n;
	}
	return true;
}

static void sleep_unless_stopped(struct http_script *server, int ms)
{
	for (; ms > 0 && !is_stopping(server); ms -= 10)
		poll(NULL, 0, ms < 10 ? ms : 10);
}

static void reset_connection(struct connection *c)
{
	const struct linger at_once = { 1, 0 };

	setsockopt(c->fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof(at_once));
}

static bool send_echo(int fd, const struct http_request *request)
{
	const char *path = strchr(request->head, ' ') + 1;
	size_t len = strcspn(path, " ?");
	size_t start = len;
	char text[256];

	while (start > 0 && path[start - 1] != '/')
		start--;
	int size = snprintf(text, sizeof(text),
		"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %zu\r\n\r\n"
		"{\"id\":\"%.*s\"}",
		len - start + 9, (int)(len - start), path + start);
	return send_all(fd, text, (size_t)size);
}

static bool send_date(int fd, int seconds)
{
	static const char days[] = "SunMonTueWedThuFriSat";
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	const time_t when = time(NULL) + seconds;
	struct tm tm;
	char text[64];

	gmtime_r(&when, &tm);
	int len = snprintf(text, sizeof(text), "%.3s, %02d %.3s %d %02d:%02d:%02d GMT",
		days + 3 * tm.tm_wday, tm.tm_mday, months + 3 * tm.tm_mon, tm.tm_year + 1900,
		tm.tm_hour, tm.tm_min, tm.tm_sec);
	return send_all(fd, text, (size_t)len);
}

static bool send_chunk(int fd, const char *text, size_t len)
{
	char size[32];
	int size_len = snprintf(size, sizeof(size), "%zx\r\n", len);

	return send_all(fd, size, (size_t)size_len) && send_all(fd, text, len) &&
	       send_all(fd, "\r\n", 2);
}

static bool send_chunks(int fd, const char *text, size_t len, size_t each)
{
	while (len > 0) {
		size_t n = each > 0 && each < len ? each : len;
		if (!send_chunk(fd, text, n))
			return false;
		text += n;
		len -= n;
	}
	return true;
}

/* False: the connection is over. */
static bool act(struct connection *c, const struct http_request *request,
	const struct http_action *action)
{
	size_t len;

	switch (action->kind) {
	case HTTP_SEND:
		len = action->len > 0 ? action->len : strlen(action->text);
		for (int i = 0; i < (action->number > 0 ? action->number : 1); i++)
			if (!send_all(c->fd, action->text, len))
				return false;
		return true;
	case HTTP_DRIP:
		len = action->len > 0 ? action->len : strlen(action->text);
		for (size_t i = 0; i < len; i++) {
			if (!send_all(c->fd, action->text + i, 1))
				return false;
			sleep_unless_stopped(c->server, action->number);
		}
		return true;
	case HTTP_CHUNKS:
		len = action->len > 0 ? action->len : strlen(action->text);
		return send_chunks(c->fd, action->text, len, (size_t)action->number);
	case HTTP_ENDLESS:
		len = action->len > 0 ? action->len : strlen(action->text);
		while (send_chunk(c->fd, action->text, len))
			;
		return false;
	case HTTP_PEER:
		return send_all(c->fd, c->server->peer, strlen(c->server->peer));
	case HTTP_ECHO:
		return send_echo(c->fd, request);
	case HTTP_DATE:
		return send_date(c->fd, action->number);
	case HTTP_DELAY:
		sleep_unless_stopped(c->server, action->number);
		return true;
	case HTTP_CLOSE:
		return false;
	case HTTP_RESET:
		reset_connection(c);
		return false;
	case HTTP_UNREAD:
		return true;
	case HTTP_CALL:
		c->server->hook(c->server->hook_user);
		return true;
	}
	return false;
}

/* The next reply, or the last one over again; NULL: there is none. */
static const struct reply *next_reply(const struct http_script *server)
{
	size_t n = server->replies_taken;

	if (n >= server->reply_count)
		n = server->reply_count - 1;
	return server->reply_count > 0 ? &server->replies[n] : NULL;
}

static const struct reply *take_reply(struct http_script *server, struct http_request *request)
{
	pthread_mutex_lock(&server->lock);
	if (request != NULL && server->request_count < REQUESTS_MAX)
		server->requests[server->request_count++] = request;
	const struct reply *reply = next_reply(server);
	if (server->replies_taken < server->reply_count)
		server->replies_taken++;
	pthread_mutex_unlock(&server->lock);
	return reply;
}

static bool next_is_unread(struct http_script *server)
{
	pthread_mutex_lock(&server->lock);
	const struct reply *reply = next_reply(server);
	pthread_mutex_unlock(&server->lock);
	return reply != NULL && reply->actions[0].kind == HTTP_UNREAD;
}

static void *serve(void *user)
{
	struct connection *c = user;
	bool open = true;

	while (open) {
		struct http_request *request = NULL;
		if (!next_is_unread(c->server)) {
			request = read_request(c);
			if (request == NULL)
				break;
		}
		const struct reply *reply = take_reply(c->server, request);
		if (reply == NULL)
			break;
		for (size_t i = 0; i < reply->count && open; i++)
			open = act(c, request, &reply->actions[i]);
	}
	pthread_mutex_lock(&c->server->lock);
	close(c->fd);
	c->fd = -1;
	pthread_mutex_unlock(&c->server->lock);
	free(c->input);
	c->input = NULL;
	return NULL;
}

static void *accept_all(void *user)
{
	struct http_script *server = user;
	const int on = 1;

	for (;;) {
		int fd = accept(server->listener, NULL, NULL);
		if (fd == -1)
			return NULL;
		sleep_unless_stopped(server, server->accept_delay_ms);
		setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
		pthread_mutex_lock(&server->lock);
		if (server->stopping || server->connection_count == LIMIT) {
			close(fd);
		} else {
			struct connection *c = must(calloc(1, sizeof(*c)));
			c->server = server;
			c->fd = fd;
			c->number = server->connection_count;
			server->connections[server->connection_count++] = c;
			if (pthread_create(&c->thread, NULL, serve, c) != 0)
				abort();
		}
		pthread_mutex_unlock(&server->lock);
	}
}

/* ---- public ---- */

struct http_script *http_script_new_slow(int accept_delay_ms)
{
	struct http_script *server = must(calloc(1, sizeof(*server)));
	struct sockaddr_in address = { .sin_family = AF_INET };
	socklen_t len = sizeof(address);

	server->accept_delay_ms = accept_delay_ms;
	address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	pthread_mutex_init(&server->lock, NULL);
	server->listener = socket(AF_INET, SOCK_STREAM, 0);
	if (server->listener == -1 ||
		bind(server->listener, (struct sockaddr *)&address, sizeof(address)) != 0 ||
		listen(server->listener, LIMIT) != 0 ||
		getsockname(server->listener, (struct sockaddr *)&address, &len) != 0 ||
		pthread_create(&server->acceptor, NULL, accept_all, server) != 0)
		abort();
	snprintf(server->url, sizeof(server->url), "http://127.0.0.1:%u",
		(unsigned)ntohs(address.sin_port));
	return server;
}

struct http_script *http_script_new(void)
{
	return http_script_new_slow(0);
}

void http_script_free(struct http_script *server)
{
	pthread_mutex_lock(&server->lock);
	server->stopping = true;
	for (int i = 0; i < server->connection_count; i++)
		if (server->connections[i]->fd != -1)
			shutdown(server->connections[i]->fd, SHUT_RDWR);
	shutdown(server->listener, SHUT_RDWR);
	pthread_mutex_unlock(&server->lock);
	pthread_join(server->acceptor, NULL);
	close(server->listener);
	for (int i = 0; i < server->connection_count; i++) {
		pthread_join(server->connections[i]->thread, NULL);
		free(server->connections[i]);
	}
	for (size_t i = 0; i < server->request_count; i++) {
		free(server->requests[i]->head);
		free(server->requests[i]->body);
		free(server->requests[i]);
	}
	for (size_t i = 0; i < server->reply_count; i++)
		free(server->replies[i].text);
	pthread_mutex_destroy(&server->lock);
	free(server);
}

void http_script_add(struct http_script *server, const struct http_action *actions, size_t count)
{
	pthread_mutex_lock(&server->lock);
	if (server->reply_count == LIMIT || count == 0)
		abort();
	struct reply *reply = &server->replies[server->reply_count++];
	reply->actions = actions;
	reply->count = count;
	pthread_mutex_unlock(&server->lock);
}

void http_script_answer(struct http_script *server, const char *status, const char *headers,
	const char *body)
{
	static const char form[] = "HTTP/1.1 %s\r\n%sContent-Type: application/json\r\n"
				   "Content-Length: %zu\r\n\r\n%s";
	size_t size = sizeof(form) + strlen(status) + strlen(headers) + strlen(body) + 32;
	char *text = must(malloc(size));

	snprintf(text, size, form, status, headers, strlen(body), body);
	pthread_mutex_lock(&server->lock);
	if (server->reply_count == LIMIT)
		abort();
	struct reply *reply = &server->replies[server->reply_count++];
	reply->text = text;
	reply->own = (struct http_action){ HTTP_SEND, text, 0, 0 };
	reply->actions = &reply->own;
	reply->count = 1;
	pthread_mutex_unlock(&server->lock);
}

void http_script_peer(struct http_script *server, const char *url)
{
	snprintf(server->peer, sizeof(server->peer), "%s", url);
}

void http_script_hook(struct http_script *server, void (*function)(void *user), void *user)
{
	server->hook = function;
	server->hook_user = user;
}

const char *http_script_url(const struct http_script *server)
{
	return server->url;
}

size_t http_script_count(struct http_script *server)
{
	pthread_mutex_lock(&server->lock);
	size_t count = server->request_count;
	pthread_mutex_unlock(&server->lock);
	return count;
}

int http_script_connections(struct http_script *server)
{
	pthread_mutex_lock(&server->lock);
	int count = server->connection_count;
	pthread_mutex_unlock(&server->lock);
	return count;
}

const struct http_request *http_script_request(struct http_script *server, size_t n)
{
	pthread_mutex_lock(&server->lock);
	struct http_request *request = n < server->request_count ? server->requests[n] : NULL;
	pthread_mutex_unlock(&server->lock);
	return must(request);
}
