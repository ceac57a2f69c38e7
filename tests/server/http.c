#define _POSIX_C_SOURCE 200809L
#include "http.h"
#include "timer.h"

#include <arpa/inet.h>
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { BODY_MAX = 8 * 1024 * 1024, BACKLOG = 1024 };

struct http {
	struct service *service;
	struct MHD_Daemon *daemon;
	struct timer *timer;
	unsigned port;
	unsigned long requests;
	bool verbose;
};

/* One request on its way; the library keeps it beside the connection. */
struct exchange {
	struct request request;
	struct answer answer;
	const struct fault *fault;
	bool begun;    /* the headers were read */
	bool received; /* the body was, too */
	bool answered;
	bool too_large;
};

/* A body that ends before the length that was announced. */
struct cut_body {
	char *data;
	size_t len;
};

static enum MHD_Result header_read(
	void *cls, enum MHD_ValueKind kind, const char *name, const char *value)
{
	struct request *request = cls;
	char *lower = text_copy(name), *at;

	(void)kind;
	for (at = lower; *at; at++)
		*at = (char)tolower((unsigned char)*at);
	headers_add(&request->headers, lower, value ? value : "");
	free(lower);
	return MHD_YES;
}

/* Called with the target as it came, which the library decodes later and shows no more. */
static void *exchange_new(void *cls, const char *target, struct MHD_Connection *connection)
{
	struct exchange *exchange = mem_new(sizeof(*exchange));
	size_t len = strcspn(target, "?");

	(void)cls;
	(void)connection;
	exchange->request.path = text_copy_n(target, len);
	exchange->request.query_text = text_copy(target + len + (target[len] == '?'));
	return exchange;
}

static void exchange_free(void *cls, struct MHD_Connection *connection, void **context,
	enum MHD_RequestTerminationCode code)
{
	struct exchange *exchange = *context;

	(void)cls;
	(void)connection;
	(void)code;
	if (!exchange)
		return;
	request_clear(&exchange->request);
	answer_clear(&exchange->answer);
	free(exchange);
	*context = NULL;
}

/* The default would decode the target in place; the service reads it undecoded. */
static size_t decode_nothing(void *cls, struct MHD_Connection *connection, char *text)
{
	(void)cls;
	(void)connection;
	return strlen(text);
}

static void connection_count(void *cls, struct MHD_Connection *connection, void **context,
	enum MHD_ConnectionNotificationCode code)
{
	struct service *service = cls;

	(void)connection;
	(void)context;
	if (code == MHD_CONNECTION_NOTIFY_STARTED)
		service->connections++;
}

static ssize_t cut_body_read(void *cls, uint64_t at, char *out, size_t size)
{
	const struct cut_body *body = cls;
	size_t left = body->len - (size_t)at;

	if (!left)
		return MHD_CONTENT_READER_END_WITH_ERROR;
	if (left > size)
		left = size;
	memcpy(out, body->data + at, left);
	return (ssize_t)left;
}

static void cut_body_free(void *cls)
{
	struct cut_body *body = cls;

	free(body->data);
	free(body);
}

/* Takes the answer's body over. What is announced is always longer than what is sent. */
static struct MHD_Response *response_cut(struct answer *answer, size_t bytes)
{
	struct cut_body *body = mem_new(sizeof(*body));
	size_t announced = answer->body.len;

	body->data = answer->body.data;
	body->len = bytes < announced ? bytes : announced;
	if (announced == body->len)
		announced++;
	memset(&answer->body, 0, sizeof(answer->body));
	return MHD_create_response_from_callback(
		announced, 4096, cut_body_read, body, cut_body_free);
}

static struct MHD_Response *response_whole(struct answer *answer)
{
	struct MHD_Response *response = MHD_create_response_from_buffer(answer->body.len,
		answer->body.len ? answer->body.data : NULL,
		answer->body.len ? MHD_RESPMEM_MUST_FREE : MHD_RESPMEM_PERSISTENT);

	if (answer->body.len)
		memset(&answer->body, 0, sizeof(answer->body));
	return response;
}

/* The fault's own answer, or what it changes about the service's. */
static void fault_apply(const struct fault *fault, struct answer *answer)
{
	size_t i;

	if (fault->status) {
		answer->status = fault->status;
		text_clear(&answer->body);
		if (fault->body)
			text_add_n(&answer->body, fault->body, fault->body_len);
		if (fault->body_len)
			headers_set(&answer->headers, "Content-Type", "application/json");
	}
	for (i = 0; i < fault->headers.count; i++)
		headers_set(&answer->headers, fault->headers.items[i].name,
			fault->headers.items[i].value);
}

/* MHD_NO closes the connection. */
static enum MHD_Result answer_send(
	struct http *http, struct MHD_Connection *connection, struct exchange *exchange)
{
	struct answer *answer = &exchange->answer;
	const struct fault *fault = exchange->fault;
	struct MHD_Response *response;
	enum MHD_Result result;
	char id[32];
	size_t i;

	/* A daemon that is being stopped drops what is queued, and asks again. */
	if (exchange->answered)
		return MHD_NO;
	exchange->answered = true;
	snprintf(id, sizeof(id), "req_%06lu", ++http->requests);
	headers_set(&answer->headers, "x-request-id", id);
	if (fault && fault->close == CLOSE_UNHANDLED)
		return MHD_NO;
	if (exchange->too_large)
		answer_error(answer, 413, NULL, "body_too_large", "The body has more than %d bytes",
			BODY_MAX);
	else if (!fault || !fault->status)
		service_answer(http->service, &exchange->request, answer);
	if (fault)
		fault_apply(fault, answer);
	if (http->verbose)
		fprintf(stderr, "%s %s %u %s\n", exchange->request.method, exchange->request.path,
			answer->status, id);
	if (fault && fault->close == CLOSE_UNANSWERED)
		return MHD_NO;
	response = fault && fault->cut ? response_cut(answer, fault->cut_bytes)
				       : response_whole(answer);
	if (!response)
		return MHD_NO;
	for (i = 0; i < answer->headers.count; i++)
		MHD_add_response_header(
			response, answer->headers.items[i].name, answer->headers.items[i].value);
	result = MHD_queue_response(connection, answer->status, response);
	MHD_destroy_response(response);
	return result;
}

static void body_add(struct exchange *exchange, const char *data, size_t size)
{
	if (size > BODY_MAX - exchange->request.body.len) {
		exchange->too_large = true;
		text_clear(&exchange->request.body);
	}
	if (!exchange->too_large)
		text_add_n(&exchange->request.body, data, size);
}

/* Called for the headers, for each piece of the body, at its end, and again after a delay. */
static enum MHD_Result exchange_go_on(void *cls, struct MHD_Connection *connection, const char *url,
	const char *method, const char *version, const char *data, size_t *size, void **context)
{
	struct exchange *exchange = *context;
	struct http *http = cls;
	int64_t delay_ms;

	(void)url;
	(void)version;
	if (!exchange->begun) {
		exchange->begun = true;
		exchange->request.method = text_copy(method);
		MHD_get_connection_values(
			connection, MHD_HEADER_KIND, header_read, &exchange->request);
		return MHD_YES;
	}
	if (*size) {
		body_add(exchange, data, *size);
		*size = 0;
		return MHD_YES;
	}
	exchange->request.now_ms = clock_now_ms();
	if (!exchange->received) {
		exchange->received = true;
		exchange->fault = service_receive(http->service, &exchange->request);
		delay_ms = exchange->fault ? exchange->fault->delay_ms : 0;
		if (delay_ms) {
			MHD_suspend_connection(connection);
			if (timer_add(http->timer, connection, exchange->request.now_ms + delay_ms))
				return MHD_YES;
			MHD_resume_connection(connection);
			return MHD_YES;
		}
	}
	return answer_send(http, connection, exchange);
}

static void connection_resume(void *connection)
{
	MHD_resume_connection(connection);
}

/* Our own socket, so that the reason is known when there is none. Returns -1 with errno. */
static int socket_listen(unsigned *port)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons((uint16_t)*port) };
	socklen_t len = sizeof(address);
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	int yes = 1, error;

	if (fd < 0)
		return -1;
	address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	if (setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes)) != 0 ||
		fcntl(fd, F_SETFD, FD_CLOEXEC) != 0 || fcntl(fd, F_SETFL, O_NONBLOCK) != 0 ||
		bind(fd, (struct sockaddr *)&address, sizeof(address)) != 0 ||
		listen(fd, BACKLOG) != 0 ||
		getsockname(fd, (struct sockaddr *)&address, &len) != 0) {
		error = errno;
		close(fd);
		errno = error;
		return -1;
	}
	*port = ntohs(address.sin_port);
	return fd;
}

struct http *http_start(struct service *service, unsigned port, bool verbose, char **error)
{
	struct http *http = mem_new(sizeof(*http));
	int fd;

	*error = NULL;
	http->service = service;
	http->verbose = verbose;
	http->port = port;
	fd = socket_listen(&http->port);
	if (fd < 0) {
		*error = text_format("cannot listen on 127.0.0.1:%u: %s", port, strerror(errno));
		free(http);
		return NULL;
	}
	http->timer = timer_new(connection_resume);
	if (http->timer)
		http->daemon = MHD_start_daemon(
			MHD_USE_AUTO_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL,
			exchange_go_on, http, MHD_OPTION_LISTEN_SOCKET, fd,
			MHD_OPTION_URI_LOG_CALLBACK, exchange_new, NULL,
			MHD_OPTION_UNESCAPE_CALLBACK, decode_nothing, NULL,
			MHD_OPTION_NOTIFY_COMPLETED, exchange_free, NULL,
			MHD_OPTION_NOTIFY_CONNECTION, connection_count, service, MHD_OPTION_END);
	if (http->daemon)
		return http;
	*error = text_format("cannot start a thread to serve requests");
	if (http->timer)
		timer_stop(http->timer);
	timer_free(http->timer);
	close(fd);
	free(http);
	return NULL;
}

unsigned http_port(const struct http *http)
{
	return http->port;
}

void http_stop(struct http *http)
{
	timer_stop(http->timer);
	MHD_stop_daemon(http->daemon);
	timer_free(http->timer);
	free(http);
}
