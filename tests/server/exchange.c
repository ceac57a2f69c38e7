#define _POSIX_C_SOURCE 200809L
#include "exchange.h"
#include "stream.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

enum {
	BODY_MAX = 8 * 1024 * 1024,
	/* How often a stream that waits looks whether there is still a client. */
	WATCH_MS = 500,
};

/* One request on its way; the library keeps it beside the connection. */
struct exchange {
	struct exchanges *all;
	struct MHD_Connection *connection;
	struct request request;
	struct answer answer;
	const struct fault *fault;
	struct wake wake;
	bool suspended;
	bool begun;    /* the headers were read */
	bool received; /* the body was, too */
	bool answered;
	bool too_large;
	bool left; /* the client went away */
};

/* A body that ends before the length that was announced. */
struct cut_body {
	struct exchange *exchange;
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

static void exchange_sleep(struct exchange *exchange, int64_t at_ms)
{
	exchange->suspended = true;
	MHD_suspend_connection(exchange->connection);
	timer_set(&exchange->all->timer, &exchange->wake, at_ms);
}

static void exchange_resume(void *cls)
{
	struct exchange *exchange = cls;

	if (!exchange->suspended)
		return;
	exchange->suspended = false;
	exchange->all->again = true;
	timer_unset(&exchange->all->timer, &exchange->wake);
	MHD_resume_connection(exchange->connection);
}

/*
 * The library closes a connection whose body breaks off, but forgets it when that
 * happens outside an event. It looks after those that have a timeout of their own.
 */
static ssize_t body_break(struct exchange *exchange)
{
	MHD_set_connection_option(exchange->connection, MHD_CONNECTION_OPTION_TIMEOUT, 1U);
	exchange->all->again = true;
	return MHD_CONTENT_READER_END_WITH_ERROR;
}

static ssize_t cut_body_read(void *cls, uint64_t at, char *out, size_t size)
{
	const struct cut_body *body = cls;
	size_t left = body->len - (size_t)at;

	if (!left)
		return body_break(body->exchange);
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
static struct MHD_Response *response_cut(struct exchange *exchange, size_t bytes)
{
	struct answer *answer = &exchange->answer;
	struct cut_body *body = mem_new(sizeof(*body));
	size_t announced = answer->body.len;

	body->exchange = exchange;
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

/* The library makes one chunk of what this gives. */
static ssize_t stream_body_read(void *cls, uint64_t at, char *out, size_t size)
{
	struct exchange *exchange = cls;
	struct exchanges *all = exchange->all;
	struct stream *stream = exchange->answer.stream;
	const struct fault *fault = exchange->fault;
	int64_t now_ms = clock_now_ms(), next_ms;
	size_t got;

	if (fault && fault->cut && size > fault->cut_bytes - at)
		size = fault->cut_bytes - (size_t)at;
	if (exchange->left || all->stopping || !size)
		return body_break(exchange);
	got = service_stream_read(all->service, stream, now_ms, out, size);
	if (got)
		return (ssize_t)got;
	if (stream_over(stream))
		return stream->cut ? body_break(exchange) : MHD_CONTENT_READER_END_OF_STREAM;
	next_ms = service_stream_next(stream);
	exchange_sleep(exchange, next_ms < now_ms + WATCH_MS ? next_ms : now_ms + WATCH_MS);
	return 0;
}

static struct MHD_Response *response_stream(struct exchange *exchange)
{
	exchange->answer.stream->ready = exchange_resume;
	exchange->answer.stream->reader = exchange;
	return MHD_create_response_from_callback(
		MHD_SIZE_UNKNOWN, 4096, stream_body_read, exchange, NULL);
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
static enum MHD_Result answer_send(struct exchange *exchange)
{
	struct exchanges *all = exchange->all;
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
	snprintf(id, sizeof(id), "req_%06lu", ++all->requests);
	headers_set(&answer->headers, "x-request-id", id);
	if (fault && fault->close == CLOSE_UNHANDLED)
		return MHD_NO;
	if (exchange->too_large)
		answer_error(answer, 413, NULL, "body_too_large", "The body has more than %d bytes",
			BODY_MAX);
	else if (!fault || !fault->status)
		service_answer(all->service, &exchange->request, answer);
	if (fault)
		fault_apply(fault, answer);
	if (all->verbose)
		fprintf(stderr, "%s %s %u %s\n", exchange->request.method, exchange->request.path,
			answer->status, id);
	if (fault && fault->close == CLOSE_UNANSWERED)
		return MHD_NO;
	response = answer->stream	 ? response_stream(exchange)
		   : fault && fault->cut ? response_cut(exchange, fault->cut_bytes)
					 : response_whole(answer);
	if (!response)
		return MHD_NO;
	for (i = 0; i < answer->headers.count; i++)
		MHD_add_response_header(
			response, answer->headers.items[i].name, answer->headers.items[i].value);
	result = MHD_queue_response(exchange->connection, answer->status, response);
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

/* Called with the target as it came, which the library decodes later and shows no more. */
void *exchange_new(void *cls, const char *target, struct MHD_Connection *connection)
{
	struct exchange *exchange = mem_new(sizeof(*exchange));
	size_t len = strcspn(target, "?");

	exchange->all = cls;
	exchange->connection = connection;
	exchange->wake.owner = exchange;
	exchange->request.path = text_copy_n(target, len);
	exchange->request.query_text = text_copy(target + len + (target[len] == '?'));
	return exchange;
}

/* Called for the headers, for each piece of the body, at its end, and again after a delay. */
enum MHD_Result exchange_go_on(void *cls, struct MHD_Connection *connection, const char *url,
	const char *method, const char *version, const char *data, size_t *size, void **context)
{
	struct exchange *exchange = *context;
	struct exchanges *all = cls;
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
		exchange->fault = service_receive(all->service, &exchange->request);
		delay_ms = exchange->fault ? exchange->fault->delay_ms : 0;
		if (delay_ms && !all->stopping) {
			exchange_sleep(exchange, exchange->request.now_ms + delay_ms);
			return MHD_YES;
		}
	}
	return answer_send(exchange);
}

void exchange_free(void *cls, struct MHD_Connection *connection, void **context,
	enum MHD_RequestTerminationCode code)
{
	struct exchange *exchange = *context;

	(void)cls;
	(void)connection;
	(void)code;
	if (!exchange)
		return;
	timer_unset(&exchange->all->timer, &exchange->wake);
	request_clear(&exchange->request);
	answer_clear(&exchange->answer);
	free(exchange);
	*context = NULL;
}

/* The library does not look at a connection that is out of its loop. */
static bool client_left(const struct exchange *exchange)
{
	const union MHD_ConnectionInfo *info = MHD_get_connection_info(
		exchange->connection, MHD_CONNECTION_INFO_CONNECTION_FD);
	ssize_t got;
	char byte;

	if (!info)
		return true;
	got = recv(info->connect_fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
	return got == 0 || (got < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR);
}

void exchanges_wake(struct exchanges *exchanges, int64_t now_ms)
{
	struct exchange *exchange;
	struct wake *wake;
	int64_t next_ms;

	while ((wake = timer_take(&exchanges->timer, now_ms))) {
		exchange = wake->owner;
		if (exchange->answer.stream && !exchanges->stopping) {
			exchange->left = client_left(exchange);
			next_ms = service_stream_next(exchange->answer.stream);
			if (!exchange->left && next_ms > now_ms) {
				timer_set(&exchanges->timer, wake,
					next_ms < now_ms + WATCH_MS ? next_ms : now_ms + WATCH_MS);
				continue;
			}
		}
		exchange_resume(exchange);
	}
}
