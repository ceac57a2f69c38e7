#define _POSIX_C_SOURCE 200809L

#include "h2_script.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum {
	LIMIT = 256, /* of replies and of connections */
	REQUESTS_MAX = 20000,
};

struct reply {
	const struct h2_action *actions;
	size_t count;
};

struct text {
	char *bytes;
	size_t len;
	size_t size;
};

/* A request that is answered, or on its way. */
struct stream {
	struct stream *next;
	int32_t id;
	struct text head;
	struct text body;
	bool whole;
	bool taken; /* it has its reply */
	struct reply reply;
	size_t at; /* the next action */
	int64_t wake_at;
	struct text out;
	size_t out_at;
	bool ended;
	bool taken_back;
	bool closed;
};

struct connection {
	struct h2_script *server;
	pthread_t thread;
	int number;
	int fd;
	nghttp2_session *session;
	struct stream *streams;
	bool over;
};

struct h2_script {
	pthread_mutex_t lock; /* of what follows */
	bool stopping;
	struct reply replies[LIMIT];
	size_t reply_count;
	size_t replies_taken;
	struct h2_request *requests[REQUESTS_MAX];
	size_t request_count;
	struct connection *connections[LIMIT];
	int connection_count;
	int open;
	int most;
	int taken_back;

	struct h2_limits limits;
	void (*hook)(void *user);
	void *hook_user;
	pthread_t acceptor;
	int listener;
	int port;
};

static void must(bool ok)
{
	if (!ok)
		abort();
}

static int64_t now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void add(struct text *text, const char *bytes, size_t len)
{
	if (text->size - text->len <= len) {
		text->size = text->size * 2 + len + 1;
		text->bytes = realloc(text->bytes, text->size);
		must(text->bytes != NULL);
	}
	memcpy(text->bytes + text->len, bytes, len);
	text->len += len;
	text->bytes[text->len] = '\0';
}

static void drop_stream(struct stream *s)
{
	free(s->head.bytes);
	free(s->body.bytes);
	free(s->out.bytes);
	free(s);
}

static struct stream *find(struct connection *c, int32_t id)
{
	struct stream *s = c->streams;

	while (s != NULL && s->id != id)
		s = s->next;
	return s;
}

/* ---- what comes ---- */

static int on_begin(nghttp2_session *session, const nghttp2_frame *frame, void *user)
{
	struct connection *c = user;
	struct stream **end = &c->streams;
	int count = 1;

	(void)session;
	if (frame->hd.type != NGHTTP2_HEADERS || frame->headers.cat != NGHTTP2_HCAT_REQUEST)
		return 0;
	for (; *end != NULL; end = &(*end)->next)
		count += !(*end)->closed;
	*end = calloc(1, sizeof(**end));
	must(*end != NULL);
	(*end)->id = frame->hd.stream_id;
	pthread_mutex_lock(&c->server->lock);
	if (count > c->server->most)
		c->server->most = count;
	pthread_mutex_unlock(&c->server->lock);
	return 0;
}

static int on_header(nghttp2_session *session, const nghttp2_frame *frame, const uint8_t *name,
	size_t name_len, const uint8_t *value, size_t value_len, uint8_t flags, void *user)
{
	struct stream *s = find(user, frame->hd.stream_id);

	(void)session;
	(void)flags;
	if (s == NULL)
		return 0;
	add(&s->head, (const char *)name, name_len);
	add(&s->head, ": ", 2);
	add(&s->head, (const char *)value, value_len);
	add(&s->head, "\n", 1);
	return 0;
}

static int on_data(nghttp2_session *session, uint8_t flags, int32_t id, const uint8_t *bytes, size_t len,
	void *user)
{
	struct stream *s = find(user, id);

	(void)session;
	(void)flags;
	if (s != NULL)
		add(&s->body, (const char *)bytes, len);
	return 0;
}

/* Its reply is due. */
static void take_reply(struct connection *c, struct stream *s)
{
	struct h2_script *server = c->server;

	pthread_mutex_lock(&server->lock);
	size_t n = server->replies_taken;
	if (n < server->reply_count)
		server->replies_taken++;
	else
		n = server->reply_count - 1;
	must(server->reply_count > 0 && server->request_count < REQUESTS_MAX);
	s->reply = server->replies[n];
	struct h2_request *request = calloc(1, sizeof(*request));
	must(request != NULL);
	add(&s->head, "", 0);
	add(&s->body, "", 0);
	request->connection = c->number;
	request->head = strdup(s->head.bytes);
	request->body = malloc(s->body.len + 1);
	must(request->head != NULL && request->body != NULL);
	memcpy(request->body, s->body.bytes, s->body.len + 1);
	request->body_len = s->body.len;
	server->requests[server->request_count++] = request;
	pthread_mutex_unlock(&server->lock);
	s->taken = true;
}

static bool next_is_early(struct h2_script *server)
{
	pthread_mutex_lock(&server->lock);
	size_t n = server->replies_taken < server->reply_count ? server->replies_taken
							       : server->reply_count - 1;
	bool early = server->reply_count > 0 && server->replies[n].actions[0].kind == H2_EARLY;
	pthread_mutex_unlock(&server->lock);
	return early;
}

static int on_frame(nghttp2_session *session, const nghttp2_frame *frame, void *user)
{
	struct connection *c = user;
	struct stream *s = find(c, frame->hd.stream_id);

	(void)session;
	if (frame->hd.type == NGHTTP2_RST_STREAM && s != NULL && !s->taken_back) {
		s->taken_back = true;
		pthread_mutex_lock(&c->server->lock);
		c->server->taken_back++;
		pthread_mutex_unlock(&c->server->lock);
	}
	if (s == NULL || (frame->hd.type != NGHTTP2_HEADERS && frame->hd.type != NGHTTP2_DATA))
		return 0;
	s->whole |= (frame->hd.flags & NGHTTP2_FLAG_END_STREAM) != 0;
	if (!s->taken && (s->whole || next_is_early(c->server)))
		take_reply(c, s);
	return 0;
}

static int on_stream_close(nghttp2_session *session, int32_t id, uint32_t error, void *user)
{
	struct stream *s = find(user, id);

	(void)session;
	(void)error;
	if (s != NULL)
		s->closed = true;
	return 0;
}

/* ---- what goes ---- */

static bool send_all(int fd, const uint8_t *bytes, size_t len)
{
	while (len > 0) {
		ssize_t n = send(fd, bytes, len, MSG_NOSIGNAL);
		if (n <= 0)
			return false;
		bytes += n;
		len -= (size_t)n;
	}
	return true;
}

static void flush(struct connection *c)
{
	const uint8_t *bytes;
	ssize_t len;

	while (!c->over && (len = nghttp2_session_mem_send(c->session, &bytes)) != 0)
		c->over = len < 0 || !send_all(c->fd, bytes, (size_t)len);
}

static ssize_t read_out(nghttp2_session *session, int32_t id, uint8_t *to, size_t size, uint32_t *flags,
	nghttp2_data_source *source, void *user)
{
	struct stream *s = source->ptr;
	size_t left = s->out.len - s->out_at;
	size_t len = left < size ? left : size;

	(void)session;
	(void)id;
	(void)user;
	if (len > 0)
		memcpy(to, s->out.bytes + s->out_at, len);
	s->out_at += len;
	if (s->ended && len == left)
		*flags |= NGHTTP2_DATA_FLAG_EOF;
	return len > 0 || s->ended ? (ssize_t)len : NGHTTP2_ERR_DEFERRED;
}

static nghttp2_nv pair(const char *name, const char *value)
{
	return (nghttp2_nv){ (uint8_t *)(size_t)name, (uint8_t *)(size_t)value, strlen(name), strlen(value), 0 };
}

static void send_head(struct connection *c, struct stream *s, int status, const char *type, bool gzip)
{
	const nghttp2_data_provider provider = { .source = { .ptr = s }, .read_callback = read_out };
	char number[16];

	snprintf(number, sizeof(number), "%d", status);
	const nghttp2_nv pairs[] = { pair(":status", number), pair("content-type", type),
		pair("content-encoding", "gzip") };
	nghttp2_submit_response(c->session, s->id, pairs, gzip ? 3 : 2, &provider);
}

static void send_body(struct connection *c, struct stream *s, const char *text, int times)
{
	do
		add(&s->out, text, strlen(text));
	while (--times > 0);
	nghttp2_session_resume_data(c->session, s->id);
}

static void end_answer(struct connection *c, struct stream *s)
{
	s->ended = true;
	nghttp2_session_resume_data(c->session, s->id);
}

static void send_echo(struct connection *c, struct stream *s)
{
	const char *path = strstr(s->head.bytes, ":path: ") + strlen(":path: ");
	size_t len = strcspn(path, "?\n");
	size_t start = len;
	char text[256];

	while (start > 0 && path[start - 1] != '/')
		start--;
	snprintf(text, sizeof(text), "{\"id\":\"%.*s\"}", (int)(len - start), path + start);
	send_head(c, s, 200, "application/json", false);
	send_body(c, s, text, 1);
	end_answer(c, s);
}

static void act(struct connection *c, struct stream *s, const struct h2_action *action)
{
	const struct linger at_once = { 1, 0 };
	int32_t last = s->id;

	/* What was said before is said before this. */
	flush(c);
	switch (action->kind) {
	case H2_EARLY:
		break;
	case H2_HEAD:
	case H2_HEAD_GZIP:
		send_head(c, s, action->number, action->text, action->kind == H2_HEAD_GZIP);
		break;
	case H2_BODY:
		send_body(c, s, action->text, action->number);
		break;
	case H2_BYTES:
		add(&s->out, action->text, (size_t)action->number);
		nghttp2_session_resume_data(c->session, s->id);
		break;
	case H2_END:
		end_answer(c, s);
		break;
	case H2_ECHO:
		send_echo(c, s);
		break;
	case H2_RST:
		nghttp2_submit_rst_stream(c->session, 0, s->id, (uint32_t)action->number);
		break;
	case H2_GO_BEFORE:
		last -= 2;
		/* fallthrough */
	case H2_GOAWAY:
		nghttp2_submit_goaway(c->session, 0, last > 0 ? last : 0, (uint32_t)action->number, NULL, 0);
		break;
	case H2_RAW:
		c->over |= !send_all(c->fd, (const uint8_t *)action->text, (size_t)action->number);
		break;
	case H2_DELAY:
		s->wake_at = now_ms() + action->number;
		break;
	case H2_RESET:
		setsockopt(c->fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof(at_once));
		c->over = true;
		break;
	case H2_CLOSE:
		c->over = true;
		break;
	case H2_CALL:
		c->server->hook(c->server->hook_user);
		break;
	}
	if (!c->over)
		flush(c);
}

/* Goes on with all scripts; returns the milliseconds until there is more to do, or -1. */
static int go_on(struct connection *c)
{
	int64_t next = INT64_MAX;
	int64_t now = now_ms();

	for (struct stream **link = &c->streams; *link != NULL && !c->over;) {
		struct stream *s = *link;
		while (s->taken && s->at < s->reply.count && s->wake_at <= now && !c->over)
			act(c, s, &s->reply.actions[s->at++]);
		bool done = s->taken && s->at == s->reply.count;
		if (s->closed && (done || !s->ended)) {
			*link = s->next;
			drop_stream(s);
			continue;
		}
		if (!done && s->taken && s->wake_at < next)
			next = s->wake_at;
		link = &s->next;
	}
	now = now_ms();
	return next == INT64_MAX ? -1 : next > now ? (int)(next - now) : 0;
}

/* ---- connections ---- */

static void begin_session(struct connection *c)
{
	const struct h2_limits *limits = &c->server->limits;
	const nghttp2_settings_entry settings[] = {
		{ NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS, limits->max_streams },
		{ NGHTTP2_SETTINGS_INITIAL_WINDOW_SIZE, limits->window },
	};
	nghttp2_session_callbacks *callbacks;

	must(nghttp2_session_callbacks_new(&callbacks) == 0);
	nghttp2_session_callbacks_set_on_begin_headers_callback(callbacks, on_begin);
	nghttp2_session_callbacks_set_on_header_callback(callbacks, on_header);
	nghttp2_session_callbacks_set_on_data_chunk_recv_callback(callbacks, on_data);
	nghttp2_session_callbacks_set_on_frame_recv_callback(callbacks, on_frame);
	nghttp2_session_callbacks_set_on_stream_close_callback(callbacks, on_stream_close);
	must(nghttp2_session_server_new(&c->session, callbacks, c) == 0 &&
		nghttp2_submit_settings(c->session, 0, settings, 2) == 0);
	nghttp2_session_callbacks_del(callbacks);
}

static void *serve(void *user)
{
	struct connection *c = user;
	struct pollfd fd = { c->fd, POLLIN, 0 };
	uint8_t bytes[16384];

	begin_session(c);
	flush(c);
	while (!c->over) {
		int ms = go_on(c);
		if (c->over || poll(&fd, 1, ms) <= 0)
			continue;
		ssize_t len = recv(c->fd, bytes, sizeof(bytes), 0);
		c->over = len <= 0 || nghttp2_session_mem_recv(c->session, bytes, (size_t)len) < 0;
		if (!c->over)
			flush(c);
	}
	nghttp2_session_del(c->session);
	while (c->streams != NULL) {
		struct stream *next = c->streams->next;
		drop_stream(c->streams);
		c->streams = next;
	}
	pthread_mutex_lock(&c->server->lock);
	close(c->fd);
	c->fd = -1;
	c->server->open--;
	pthread_mutex_unlock(&c->server->lock);
	return NULL;
}

static void *accept_all(void *user)
{
	struct h2_script *server = user;
	const int on = 1;

	for (;;) {
		int fd = accept(server->listener, NULL, NULL);
		if (fd == -1)
			return NULL;
		setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
		pthread_mutex_lock(&server->lock);
		if (server->stopping || server->connection_count == LIMIT) {
			close(fd);
		} else {
			struct connection *c = calloc(1, sizeof(*c));
			must(c != NULL);
			c->server = server;
			c->fd = fd;
			c->number = server->connection_count;
			server->connections[server->connection_count++] = c;
			server->open++;
			must(pthread_create(&c->thread, NULL, serve, c) == 0);
		}
		pthread_mutex_unlock(&server->lock);
	}
}

/* ---- public ---- */

struct h2_script *h2_script_new(const struct h2_limits *limits)
{
	struct h2_script *server = calloc(1, sizeof(*server));
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof(address);

	must(server != NULL);
	if (limits != NULL)
		server->limits = *limits;
	if (server->limits.max_streams == 0)
		server->limits.max_streams = 100;
	if (server->limits.window == 0)
		server->limits.window = 65535;
	pthread_mutex_init(&server->lock, NULL);
	server->listener = socket(AF_INET, SOCK_STREAM, 0);
	must(server->listener >= 0 && bind(server->listener, (struct sockaddr *)&address, len) == 0 &&
		listen(server->listener, LIMIT) == 0 &&
		getsockname(server->listener, (struct sockaddr *)&address, &len) == 0 &&
		pthread_create(&server->acceptor, NULL, accept_all, server) == 0);
	server->port = ntohs(address.sin_port);
	return server;
}

void h2_script_free(struct h2_script *server)
{
	if (server == NULL)
		return;
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
	pthread_mutex_destroy(&server->lock);
	free(server);
}

void h2_script_add(struct h2_script *server, const struct h2_action *actions, size_t count)
{
	pthread_mutex_lock(&server->lock);
	must(server->reply_count < LIMIT && count > 0);
	server->replies[server->reply_count++] = (struct reply){ actions, count };
	pthread_mutex_unlock(&server->lock);
}

void h2_script_hook(struct h2_script *server, void (*function)(void *user), void *user)
{
	server->hook = function;
	server->hook_user = user;
}

int h2_script_port(const struct h2_script *server)
{
	return server->port;
}

static int figure(struct h2_script *server, const int *value)
{
	pthread_mutex_lock(&server->lock);
	int copy = *value;
	pthread_mutex_unlock(&server->lock);
	return copy;
}

size_t h2_script_count(struct h2_script *server)
{
	pthread_mutex_lock(&server->lock);
	size_t count = server->request_count;
	pthread_mutex_unlock(&server->lock);
	return count;
}

const struct h2_request *h2_script_request(struct h2_script *server, size_t n)
{
	pthread_mutex_lock(&server->lock);
	struct h2_request *request = n < server->request_count ? server->requests[n] : NULL;
	pthread_mutex_unlock(&server->lock);
	must(request != NULL);
	return request;
}

int h2_script_connections(struct h2_script *server)
{
	return figure(server, &server->connection_count);
}

int h2_script_open(struct h2_script *server)
{
	return figure(server, &server->open);
}

int h2_script_most(struct h2_script *server)
{
	return figure(server, &server->most);
}

int h2_script_taken_back(struct h2_script *server)
{
	return figure(server, &server->taken_back);
}
