/* The libcurl transport against a server on raw sockets that behaves as badly as it is told. */
#define _POSIX_C_SOURCE 200809L

#include "call_fixture.h"
#include "http_script.h"
#include "oac_platform.h"

#include <netdb.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define ITEM "{\"id\":\"i1\"}"
#define HEAD "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"

struct run {
	struct http_script *server;
	struct oac_client *client;
	struct oac_error err;
	struct item *item;
	enum oac_status status;
	int64_t took_ms;
};

static void begin(struct run *run, const struct oac_client_options *options)
{
	struct oac_client_options own = { 0 };

	memset(run, 0, sizeof(*run));
	run->server = http_script_new();
	if (options != NULL)
		own = *options;
	own.api_key = "sk-secret";
	if (own.base_url == NULL)
		own.base_url = http_script_url(run->server);
	run->client = oac_client_new(&fixture_api, &own, &run->err);
	assert_non_null(run->client);
}

static void call(struct run *run, const struct oac_operation *operation, const void *request,
	const struct oac_call_options *options)
{
	int64_t start = oac_now_ms();
	void *out;

	oac_free(run->item);
	run->status =
		oac_call(run->client, operation, box_and_item, request, options, &out, &run->err);
	run->took_ms = oac_now_ms() - start;
	run->item = out;
	assert_int_equal(run->err.status, run->status);
	assert_null(strstr(run->err.message, "sk-secret"));
	assert_null(strchr(run->err.message, '\n'));
}

static void end(struct run *run)
{
	oac_free(run->item);
	oac_client_free(run->client);
	http_script_free(run->server);
}

static void assert_header(struct run *run, size_t n, const char *name, const char *expected)
{
	char value[256];
	const char *got =
		http_script_header(http_script_request(run->server, n), name, value, sizeof(value));

	if (expected == NULL)
		assert_null(got);
	else if (got == NULL)
		fail_msg("no header %s", name);
	else
		assert_string_equal(got, expected);
}

/* ---- requests ---- */

static void test_one_connection(void **state)
{
	struct run run;

	(void)state;
	begin(&run, NULL);
	http_script_answer(run.server, "200 OK", "", ITEM);
	for (int i = 0; i < 20; i++) {
		call(&run, &op_get_item, NULL, NULL);
		assert_int_equal(run.status, OAC_OK);
		assert_string_equal(run.item->id, "i1");
	}
	assert_int_equal(http_script_count(run.server), 20);
	assert_int_equal(http_script_connections(run.server), 1);
	end(&run);
}

static void test_get_on_the_wire(void **state)
{
	static const struct oac_header headers[] = { { "X-Empty", "" }, { "Accept", NULL } };
	const struct oac_call_options options = { .headers = OAC_LIST(headers) };
	char expected[512];
	struct run run;

	(void)state;
	begin(&run, NULL);
	http_script_answer(run.server, "200 OK", "", ITEM);
	call(&run, &op_get_item, NULL, &options);
	assert_int_equal(run.status, OAC_OK);
	snprintf(expected, sizeof(expected),
		"GET /boxes/b1/items/i1 HTTP/1.1\r\nHost: %s\r\nAccept-Encoding: ",
		http_script_url(run.server) + strlen("http://"));
	const char *head = http_script_request(run.server, 0)->head;
	assert_memory_equal(head, expected, strlen(expected));
	assert_non_null(strstr(head,
		"\r\nAuthorization: Bearer sk-secret\r\nUser-Agent: oac-fixture/1.2.3\r\n"
		"X-Beta: items=v2\r\nX-Empty:\r\n\r\n"));
	end(&run);
}

static void test_bodies_on_the_wire(void **state)
{
	static char name[200000];
	struct create_item_request request = { .name = name };
	struct oac_operation operation = op_drop_item;
	struct run run;

	(void)state;
	memset(name, 'n', sizeof(name) - 1);
	begin(&run, NULL);
	http_script_answer(run.server, "200 OK", "", ITEM);
	call(&run, &op_create_item, &request, NULL);
	assert_int_equal(run.status, OAC_OK);
	assert_int_equal(http_script_request(run.server, 0)->body_len, sizeof(name) - 1 + 11);
	assert_header(&run, 0, "Content-Type", "application/json");
	assert_header(&run, 0, "Expect", NULL);
	assert_header(&run, 0, "Transfer-Encoding", NULL);
	call(&run, &op_cancel_item, NULL, NULL);
	assert_int_equal(run.status, OAC_OK);
	assert_header(&run, 1, "Content-Length", "0");
	assert_header(&run, 1, "Content-Type", NULL);
	operation.method = "DELETE";
	call(&run, &operation, NULL, NULL);
	assert_memory_equal(http_script_request(run.server, 2)->head, "DELETE /", 8);
	assert_header(&run, 2, "Content-Length", NULL);
	operation = op_update_item;
	operation.method = "PATCH";
	call(&run, &operation, NULL, NULL);
	assert_memory_equal(http_script_request(run.server, 3)->head, "PATCH /", 7);
	assert_string_equal(http_script_request(run.server, 3)->body, "{}");
	operation.method = "PUT";
	operation.body_media = OAC_MEDIA_NONE;
	call(&run, &operation, NULL, NULL);
	assert_memory_equal(http_script_request(run.server, 4)->head, "PUT /", 5);
	assert_header(&run, 4, "Content-Length", "0");
	assert_header(&run, 4, "Content-Type", NULL);
	/* Nothing of an earlier request is left on the handle. */
	call(&run, &op_get_item, NULL, NULL);
	assert_memory_equal(http_script_request(run.server, 5)->head, "GET /", 5);
	assert_header(&run, 5, "Content-Length", NULL);
	assert_int_equal(http_script_connections(run.server), 1);
	end(&run);
}

/* ---- answers that are fine ---- */

static void test_odd_but_valid_answers(void **state)
{
	static const char interim[] =
		"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" HEAD
		"Content-Length: 11\r\n\r\n" ITEM;
	static const char chunks[] =
		HEAD "Transfer-Encoding: chunked\r\n\r\n4\r\n{\"id\r\n7\r\n\":\"i1\"}\r\n0\r\n"
		     "X-Trailer: 1\r\n\r\n";
	static const char folded[] =
		"HTTP/1.1 200\r\nContent-Length: 11\r\nX-Folded: a\r\n  b\r\n\r\n" ITEM;
	static const char *const answers[] = { interim, chunks, folded };
	struct oac_response response;
	const struct oac_call_options options = { .response = &response };
	struct run run;

	(void)state;
	for (size_t i = 0; i < COUNT(answers); i++) {
		const struct http_action actions[] = { { HTTP_SEND, answers[i], 0, 0 } };
		begin(&run, NULL);
		http_script_add(run.server, actions, 1);
		call(&run, &op_get_item, NULL, &options);
		assert_int_equal(run.status, OAC_OK);
		assert_string_equal(run.item->id, "i1");
		assert_null(oac_response_header(&response, "Link", NULL));
		assert_null(oac_response_header(&response, "X-Trailer", NULL));
		if (i == 2)
			assert_string_equal(response.headers, "Content-Length: 11\nX-Folded: a  b\n");
		oac_response_clear(&response);
		end(&run);
	}
}

/* {"id":"zip"} */
static const char zipped[] =
	"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff\xab\x56\xca\x4c\x51\xb2\x52\xaa\xca\x2c\x50\xaa"
	"\x05\x00\x8d\x72\x1f\x09\x0c\x00\x00\x00";

/* The beginning of a gzip stream in which each further byte of 0 stands for 1032 spaces. */
static const char bomb[] =
	"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff\xed\xc1\x31\x01\x00\x00\x00\xc2\xa0\x2a\xeb\x9f"
	"\xd2\x10\xbe\x40\x01\x00\x00";

static const char zeros[1000];

static void test_packed_answer(void **state)
{
	static const struct http_action actions[] = {
		{ HTTP_SEND, HEAD "Content-Encoding: gzip\r\nContent-Length: 32\r\n\r\n", 0, 0 },
		{ HTTP_SEND, zipped, sizeof(zipped) - 1, 0 },
	};
	struct run run;

	(void)state;
	begin(&run, NULL);
	http_script_add(run.server, actions, COUNT(actions));
	call(&run, &op_get_item, NULL, NULL);
	assert_int_equal(run.status, OAC_OK);
	assert_string_equal(run.item->id, "zip");
	end(&run);
}

/* ---- answers that are not ---- */

struct bad_answer {
	const char *what;
	struct http_action actions[4];
	size_t count;
	enum oac_status status;
	int http_status;
	int get_tries;	/* with one retry allowed */
	int post_tries;
};

static const struct bad_answer bad_answers[] = {
	{ "HTML", { { HTTP_SEND, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
				 "Content-Length: 6\r\n\r\n<html>", 0, 0 } }, 1,
		OAC_E_PROTOCOL, 200, 1, 1 },
	{ "no body", { { HTTP_SEND, HEAD "Content-Length: 0\r\n\r\n", 0, 0 } }, 1,
		OAC_E_PROTOCOL, 200, 1, 1 },
	{ "204 with a body", { { HTTP_SEND, "HTTP/1.1 204 No Content\r\nContent-Length: 11\r\n\r\n"
					    ITEM, 0, 0 }, { HTTP_CLOSE, NULL, 0, 0 } }, 2,
		OAC_E_PROTOCOL, 204, 1, 1 },
	{ "JSON cut by its length", { { HTTP_SEND, HEAD "Content-Length: 5\r\n\r\n{\"id\"", 0, 0 } }, 1,
		OAC_E_JSON, 200, 1, 1 },
	{ "shorter than its length", { { HTTP_SEND, HEAD "Content-Length: 99\r\n\r\n" ITEM, 0, 0 },
		{ HTTP_CLOSE, NULL, 0, 0 } }, 2, OAC_E_CONNECT, 200, 2, 1 },
	{ "reset in the body", { { HTTP_SEND, HEAD "Content-Length: 99\r\n\r\n{", 0, 0 },
		{ HTTP_DELAY, NULL, 0, 30 }, { HTTP_RESET, NULL, 0, 0 } }, 3, OAC_E_CONNECT, 200, 2, 1 },
	{ "cut chunk", { { HTTP_SEND, HEAD "Transfer-Encoding: chunked\r\n\r\n4\r\n{\"i", 0, 0 },
		{ HTTP_CLOSE, NULL, 0, 0 } }, 2, OAC_E_CONNECT, 200, 2, 1 },
	{ "no chunk", { { HTTP_SEND, HEAD "Transfer-Encoding: chunked\r\n\r\nxyz\r\n", 0, 0 } }, 1,
		OAC_E_CONNECT, 200, 2, 1 },
	{ "closed without a word", { { HTTP_CLOSE, NULL, 0, 0 } }, 1, OAC_E_CONNECT, 0, 2, 1 },
	{ "reset without a word", { { HTTP_RESET, NULL, 0, 0 } }, 1, OAC_E_CONNECT, 0, 2, 1 },
	{ "closed in the head", { { HTTP_SEND, "HTTP/1.1 200 OK\r\nContent-Le", 0, 0 },
		{ HTTP_CLOSE, NULL, 0, 0 } }, 2, OAC_E_CONNECT, 0, 2, 1 },
	{ "garbage", { { HTTP_SEND, "\x16\x03\x01 what is this\r\n\r\n", 0, 0 },
		{ HTTP_CLOSE, NULL, 0, 0 } }, 2, OAC_E_PROTOCOL, 0, 1, 1 },
	{ "no gzip", { { HTTP_SEND, HEAD "Content-Encoding: gzip\r\nContent-Length: 11\r\n\r\n" ITEM,
		0, 0 } }, 1, OAC_E_PROTOCOL, 200, 1, 1 },
	{ "endless headers", { { HTTP_SEND, "HTTP/1.1 200 OK\r\n", 0, 0 },
		{ HTTP_SEND, "X-Filler: 0123456789012345678901234567890123456789\r\n", 0, 100000 } }, 2,
		OAC_E_LIMIT, 0, 1, 1 },
	{ "endless interim answers", { { HTTP_SEND, "HTTP/1.1 103 Early Hints\r\nX: y\r\n\r\n", 0,
		100000 } }, 1, OAC_E_LIMIT, 0, 1, 1 },
	{ "endless body", { { HTTP_SEND, HEAD "\r\n", 0, 0 },
		{ HTTP_SEND, zeros, sizeof(zeros), 200000 } }, 2, OAC_E_LIMIT, 200, 1, 1 },
	{ "gzip bomb", { { HTTP_SEND, HEAD "Content-Encoding: gzip\r\n\r\n", 0, 0 },
		{ HTTP_SEND, bomb, sizeof(bomb) - 1, 0 }, { HTTP_SEND, zeros, sizeof(zeros), 10000 } }, 3,
		OAC_E_LIMIT, 200, 1, 1 },
	{ "500 that is cut", { { HTTP_SEND, "HTTP/1.1 500 Oh\r\nretry-after-ms: 0\r\n"
					    "Content-Length: 99\r\n\r\n{", 0, 0 },
		{ HTTP_CLOSE, NULL, 0, 0 } }, 2, OAC_E_HTTP, 500, 2, 2 },
};

static void try_bad_answer(const struct bad_answer *bad, const struct oac_operation *operation,
	int tries)
{
	const struct oac_client_options options = {
		.max_response_bytes = 1000000,
		.timeout_ms = 5000,
	};
	const struct oac_call_options once_more = { .max_retries = OAC_INT(1) };
	struct run run;

	begin(&run, &options);
	http_script_add(run.server, bad->actions, bad->count);
	call(&run, operation, NULL, &once_more);
	if (run.status != bad->status || run.err.http_status != bad->http_status ||
		run.err.tries != tries || (int)http_script_count(run.server) != tries ||
		run.took_ms > 2000)
		fail_msg("%s, %s: %s, %d, %d tries, %d requests, %d ms: %s", bad->what,
			operation->method, oac_status_name(run.status), run.err.http_status, run.err.tries,
			(int)http_script_count(run.server), (int)run.took_ms, run.err.message);
	end(&run);
}

static void test_bad_answers(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(bad_answers); i++) {
		try_bad_answer(&bad_answers[i], &op_get_item, bad_answers[i].get_tries);
		try_bad_answer(&bad_answers[i], &op_cancel_item, bad_answers[i].post_tries);
		try_bad_answer(&bad_answers[i], &op_update_item, bad_answers[i].post_tries);
	}
}

static void test_200_mb_stay_within_the_limit(void **state)
{
	static char block[1 << 20];
	static const struct http_action actions[] = {
		{ HTTP_SEND, HEAD "Content-Length: 209715200\r\n\r\n", 0, 0 },
		{ HTTP_SEND, block, sizeof(block), 200 },
	};
	struct run run;

	(void)state;
	begin(&run, NULL);
	http_script_add(run.server, actions, COUNT(actions));
	call(&run, &op_get_item, NULL, NULL);
	assert_int_equal(run.status, OAC_E_LIMIT);
	assert_int_equal(run.err.tries, 1);
	assert_non_null(strstr(run.err.message, "max_response_bytes"));
	end(&run);
}

/*
 * A kept connection that breaks after the second request has arrived: libcurl by itself
 * would send it once more.
 */
static void lose_on_a_kept_connection(const struct oac_operation *operation, const void *request,
	enum oac_retry_post retry_post, enum oac_status status, int requests)
{
	static const struct http_action reset[] = { { HTTP_RESET, NULL, 0, 0 } };
	const struct oac_call_options options = { .retry_post = retry_post };
	struct run run;

	begin(&run, NULL);
	http_script_answer(run.server, "200 OK", "", ITEM);
	http_script_add(run.server, reset, 1);
	http_script_answer(run.server, "200 OK", "", ITEM);
	call(&run, &op_get_item, NULL, NULL);
	assert_int_equal(run.status, OAC_OK);
	call(&run, operation, request, &options);
	assert_int_equal(run.status, status);
	assert_int_equal(http_script_count(run.server), requests);
	if (status != OAC_OK)
		assert_int_equal(run.err.tries, 1);
	end(&run);
}

static void test_a_lost_post_is_not_repeated(void **state)
{
	static char name[300000];
	const struct create_item_request large = { .name = name };
	const struct create_item_request small = { .name = "n" };

	(void)state;
	memset(name, 'n', sizeof(name) - 1);
	lose_on_a_kept_connection(&op_create_item, &small, OAC_RETRY_POST_DEFAULT, OAC_E_CONNECT, 2);
	lose_on_a_kept_connection(&op_create_item, &large, OAC_RETRY_POST_DEFAULT, OAC_E_CONNECT, 2);
	lose_on_a_kept_connection(&op_cancel_item, NULL, OAC_RETRY_POST_DEFAULT, OAC_E_CONNECT, 2);
	lose_on_a_kept_connection(&op_cancel_item, NULL, OAC_RETRY_POST_ALWAYS, OAC_OK, 3);
	lose_on_a_kept_connection(&op_get_item, NULL, OAC_RETRY_POST_DEFAULT, OAC_OK, 3);
}

/* The server closes a kept connection before the next request: that one goes out on a new one. */
static void test_a_closed_connection_is_replaced(void **state)
{
	static const struct http_action closing[] = {
		{ HTTP_SEND, HEAD "Content-Length: 11\r\n\r\n" ITEM, 0, 0 },
		{ HTTP_CLOSE, NULL, 0, 0 },
	};
	struct run run;

	(void)state;
	begin(&run, NULL);
	http_script_add(run.server, closing, COUNT(closing));
	for (int i = 0; i < 3; i++) {
		call(&run, &op_cancel_item, NULL, NULL);
		assert_int_equal(run.status, OAC_OK);
		oac_sleep_ms(20, NULL);
	}
	assert_int_equal(http_script_count(run.server), 3);
	assert_int_equal(http_script_connections(run.server), 3);
	end(&run);
}

static void test_unfinished_post_is_sent_again(void **state)
{
	static char name[8000000];
	static const struct http_action unread[] = {
		{ HTTP_UNREAD, NULL, 0, 0 },
		{ HTTP_DELAY, NULL, 0, 50 },
		{ HTTP_RESET, NULL, 0, 0 },
	};
	const struct create_item_request request = { .name = name };
	struct run run;

	(void)state;
	memset(name, 'n', sizeof(name) - 1);
	begin(&run, NULL);
	http_script_add(run.server, unread, COUNT(unread));
	http_script_answer(run.server, "200 OK", "", ITEM);
	call(&run, &op_create_item, &request, NULL);
	assert_int_equal(run.status, OAC_OK);
	assert_int_equal(http_script_count(run.server), 1);
	assert_int_equal(http_script_connections(run.server), 2);
	end(&run);
}

static void test_nobody_listens(void **state)
{
	struct http_script *gone = http_script_new();
	char url[64];
	struct oac_client_options options = { .base_url = url };
	const struct oac_call_options once = { .max_retries = OAC_INT(0) };
	struct run run;

	(void)state;
	snprintf(url, sizeof(url), "%s", http_script_url(gone));
	http_script_free(gone);
	begin(&run, &options);
	call(&run, &op_update_item, NULL, &once);
	assert_int_equal(run.status, OAC_E_CONNECT);
	assert_int_equal(run.err.http_status, 0);
	assert_non_null(strstr(run.err.message, "POST /boxes/{box_id}/items/{item_id}: cannot connect"));
	end(&run);
}

/* ---- time ---- */

static void test_retry_waits(void **state)
{
	struct run run;

	(void)state;
	begin(&run, NULL);
	http_script_answer(run.server, "429 Slow Down", "retry-after-ms: 120\r\n", "{}");
	http_script_answer(run.server, "503 No", "Retry-After: 0.08\r\n", "{}");
	http_script_answer(run.server, "200 OK", "", ITEM);
	call(&run, &op_cancel_item, NULL, NULL);
	assert_int_equal(run.status, OAC_OK);
	assert_in_range(run.took_ms, 199, 500);
	assert_int_equal(http_script_count(run.server), 3);
	assert_int_equal(http_script_connections(run.server), 1);
	end(&run);
}

static void test_time_limits(void **state)
{
	static const struct http_action silent[] = { { HTTP_DELAY, NULL, 0, 10000 } };
	static const struct http_action dripping[] = {
		{ HTTP_SEND, HEAD "Content-Length: 99\r\n\r\n{", 0, 0 },
		{ HTTP_DELAY, NULL, 0, 50 },
		{ HTTP_SEND, "\"", 0, 0 },
		{ HTTP_DELAY, NULL, 0, 10000 },
	};
	const struct oac_call_options options = { .timeout_ms = 150, .max_retries = OAC_INT(0) };
	const struct oac_call_options retrying = { .timeout_ms = 100, .max_retries = OAC_INT(1) };
	struct run run;

	(void)state;
	begin(&run, NULL);
	http_script_add(run.server, silent, COUNT(silent));
	call(&run, &op_get_item, NULL, &options);
	assert_int_equal(run.status, OAC_E_TIMEOUT);
	assert_in_range(run.took_ms, 149, 400);
	call(&run, &op_cancel_item, NULL, &retrying);
	assert_int_equal(run.status, OAC_E_TIMEOUT);
	assert_int_equal(run.err.tries, 1);
	call(&run, &op_get_item, NULL, &retrying);
	assert_int_equal(run.err.tries, 2);
	assert_in_range(run.took_ms, 570, 1000);
	end(&run);
	begin(&run, NULL);
	http_script_add(run.server, dripping, COUNT(dripping));
	call(&run, &op_get_item, NULL, &options);
	assert_int_equal(run.status, OAC_E_TIMEOUT);
	assert_in_range(run.took_ms, 149, 400);
	end(&run);
}

/* A server that accepts and never says a word of TLS. */
static void test_connect_limit(void **state)
{
	struct oac_client_options options = { .connect_timeout_ms = 120 };
	const struct oac_call_options once = { .max_retries = OAC_INT(0) };
	struct http_script *silent = http_script_new();
	char url[64];
	struct run run;

	(void)state;
	snprintf(url, sizeof(url), "https%s", http_script_url(silent) + strlen("http"));
	options.base_url = url;
	begin(&run, &options);
	call(&run, &op_cancel_item, NULL, &once);
	assert_int_equal(run.status, OAC_E_TIMEOUT);
	assert_in_range(run.took_ms, 100, 600);
	end(&run);
	http_script_free(silent);
}

/* ---- cancel ---- */

/* Takes the place of the C library's for the whole program. */
int getaddrinfo(const char *node, const char *service, const struct addrinfo *hints,
	struct addrinfo **result)
{
	(void)node;
	(void)service;
	(void)hints;
	(void)result;
	oac_sleep_ms(1500, NULL);
	return EAI_NONAME;
}

static void *pull_later(void *user)
{
	oac_sleep_ms(100, NULL);
	oac_cancel_pull(user);
	return NULL;
}

static void cancel_call(struct run *run, struct oac_call_options *options)
{
	pthread_t thread;

	options->cancel = oac_cancel_new();
	assert_non_null(options->cancel);
	assert_int_equal(pthread_create(&thread, NULL, pull_later, options->cancel), 0);
	call(run, &op_get_item, NULL, options);
	assert_int_equal(run->status, OAC_E_CANCELLED);
	assert_in_range(run->took_ms, 90, 150);
	pthread_join(thread, NULL);
	oac_cancel_free(options->cancel);
}

static void test_cancel(void **state)
{
	static const struct http_action waiting[] = { { HTTP_DELAY, NULL, 0, 10000 } };
	static const struct http_action reading[] = {
		{ HTTP_SEND, HEAD "Content-Length: 99\r\n\r\n{", 0, 0 },
		{ HTTP_DELAY, NULL, 0, 10000 },
	};
	struct oac_call_options options = { 0 };
	struct run run;

	(void)state;
	begin(&run, NULL);
	http_script_add(run.server, waiting, COUNT(waiting));
	http_script_add(run.server, reading, COUNT(reading));
	http_script_answer(run.server, "500 No", "retry-after: 100\r\n", "{}");
	cancel_call(&run, &options);
	cancel_call(&run, &options);
	cancel_call(&run, &options);
	assert_int_equal(run.err.http_status, 500);
	end(&run);
}

static void test_cancel_of_a_name_look_up(void **state)
{
	const struct oac_client_options client = { .base_url = "http://slow.test" };
	struct oac_call_options options = { 0 };
	const struct oac_call_options limited = { .timeout_ms = 100, .max_retries = OAC_INT(0) };
	struct run run;

	(void)state;
	begin(&run, &client);
	cancel_call(&run, &options);
	call(&run, &op_cancel_item, NULL, &limited);
	assert_int_equal(run.status, OAC_E_TIMEOUT);
	assert_in_range(run.took_ms, 99, 200);
	end(&run);
	/* The threads of the look-ups that were left end by themselves. */
	oac_sleep_ms(1700, NULL);
}

/* ---- redirects ---- */

static void test_redirect_drops_credentials(void **state)
{
	struct http_script *other = http_script_new();
	char location[128];
	struct run run;

	(void)state;
	begin(&run, NULL);
	snprintf(location, sizeof(location), "Location: %s/away\r\n", http_script_url(other));
	http_script_answer(run.server, "307 Here", "Location: /near\r\n", "{}");
	http_script_answer(run.server, "307 There", location, "{}");
	http_script_answer(other, "200 OK", "", ITEM);
	call(&run, &op_update_item, NULL, NULL);
	assert_int_equal(run.status, OAC_OK);
	assert_memory_equal(http_script_request(run.server, 1)->head, "POST /near HTTP/1.1\r\n", 21);
	assert_header(&run, 1, "Authorization", "Bearer sk-secret");
	const struct http_request *away = http_script_request(other, 0);
	assert_memory_equal(away->head, "POST /away HTTP/1.1\r\n", 21);
	assert_string_equal(away->body, "{}");
	assert_null(strstr(away->head, "sk-secret"));
	assert_null(strstr(away->head, "X-Beta"));
	end(&run);
	http_script_free(other);
}

/* ---- many threads ---- */

enum {
	THREADS = 8,
	CALLS = 50,
	CONNECTIONS = 3,
};

static void *call_often(void *user)
{
	struct run *run = user;
	char id[16];
	size_t wrong = 0;

	for (int i = 0; i < CALLS; i++) {
		struct oac_error err;
		void *out;
		snprintf(id, sizeof(id), "i%d", i);
		const char *const path[] = { "b", id };
		if (oac_call(run->client, &op_get_item, path, NULL, NULL, &out, &err) != OAC_OK)
			wrong++;
		oac_free(out);
	}
	return (void *)wrong;
}

static void test_threads_share_few_connections(void **state)
{
	const struct oac_curl_options curl = { .max_connections = CONNECTIONS };
	const struct oac_client_options options = { .curl = &curl };
	pthread_t threads[THREADS];
	struct run run;

	(void)state;
	begin(&run, &options);
	http_script_answer(run.server, "200 OK", "", ITEM);
	for (int i = 0; i < THREADS; i++)
		assert_int_equal(pthread_create(&threads[i], NULL, call_often, &run), 0);
	for (int i = 0; i < THREADS; i++) {
		void *wrong;
		pthread_join(threads[i], &wrong);
		assert_null(wrong);
	}
	assert_int_equal(http_script_count(run.server), THREADS * CALLS);
	assert_in_range(http_script_connections(run.server), 1, CONNECTIONS);
	end(&run);
}

static void *call_once(void *user)
{
	struct run *run = user;
	struct oac_error err;
	void *out;
	size_t status =
		(size_t)oac_call(run->client, &op_get_item, box_and_item, NULL, NULL, &out, &err);

	oac_free(out);
	return (void *)status;
}

static void test_waiting_for_a_connection(void **state)
{
	static const struct http_action slow[] = {
		{ HTTP_DELAY, NULL, 0, 400 },
		{ HTTP_SEND, HEAD "Content-Length: 11\r\n\r\n" ITEM, 0, 0 },
	};
	const struct oac_curl_options curl = { .max_connections = 1 };
	const struct oac_client_options client = { .curl = &curl };
	const struct oac_call_options limited = { .timeout_ms = 60, .max_retries = OAC_INT(0) };
	struct oac_call_options options = { 0 };
	pthread_t thread;
	struct run run;
	void *status;

	(void)state;
	begin(&run, &client);
	http_script_add(run.server, slow, COUNT(slow));
	assert_int_equal(pthread_create(&thread, NULL, call_once, &run), 0);
	oac_sleep_ms(50, NULL);
	cancel_call(&run, &options);
	call(&run, &op_get_item, NULL, &limited);
	assert_int_equal(run.status, OAC_E_TIMEOUT);
	assert_in_range(run.took_ms, 59, 120);
	call(&run, &op_get_item, NULL, NULL);
	assert_int_equal(run.status, OAC_OK);
	pthread_join(thread, &status);
	assert_null(status);
	assert_int_equal(http_script_count(run.server), 2);
	assert_int_equal(http_script_connections(run.server), 1);
	end(&run);
}

/* ---- settings and signals ---- */

static int count_setups(void *user, void *easy)
{
	int *count = user;

	assert_non_null(easy);
	return ++*count > 2 ? -1 : 0;
}

static void test_setup_hook(void **state)
{
	int count = 0;
	const struct oac_curl_options curl = { .setup = count_setups, .setup_user = &count };
	const struct oac_client_options options = { .curl = &curl };
	struct run run;

	(void)state;
	begin(&run, &options);
	http_script_answer(run.server, "200 OK", "", ITEM);
	call(&run, &op_get_item, NULL, NULL);
	call(&run, &op_get_item, NULL, NULL);
	assert_int_equal(run.status, OAC_OK);
	call(&run, &op_get_item, NULL, NULL);
	assert_int_equal(run.status, OAC_E_CONFIG);
	assert_int_equal(run.err.tries, 1);
	assert_int_equal(http_script_count(run.server), 2);
	end(&run);
}

static void test_missing_ca_file(void **state)
{
	const struct oac_curl_options curl = { .ca_file = "/nonexistent/ca.pem" };
	const struct oac_client_options options = { .curl = &curl, .base_url = "https://127.0.0.1:1" };
	struct run run;

	(void)state;
	begin(&run, &options);
	call(&run, &op_get_item, NULL, NULL);
	assert_true(run.status == OAC_E_CONFIG || run.status == OAC_E_CONNECT);
	end(&run);
}

static volatile sig_atomic_t pipes;

static void on_sigpipe(int number)
{
	(void)number;
	pipes++;
}

static void test_sigpipe_guard(void **state)
{
	struct sigaction action = { .sa_handler = on_sigpipe };
	struct sigaction before;
	struct oac_sigpipe_guard guard;

	(void)state;
	sigaction(SIGPIPE, &action, &before);
	oac_sigpipe_begin(&guard);
	pthread_kill(pthread_self(), SIGPIPE);
	oac_sigpipe_end(&guard);
	assert_int_equal(pipes, 0);
	pthread_kill(pthread_self(), SIGPIPE);
	assert_int_equal(pipes, 1);
	sigaction(SIGPIPE, &before, NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_connection),
		cmocka_unit_test(test_get_on_the_wire),
		cmocka_unit_test(test_bodies_on_the_wire),
		cmocka_unit_test(test_odd_but_valid_answers),
		cmocka_unit_test(test_packed_answer),
		cmocka_unit_test(test_bad_answers),
		cmocka_unit_test(test_200_mb_stay_within_the_limit),
		cmocka_unit_test(test_a_lost_post_is_not_repeated),
		cmocka_unit_test(test_a_closed_connection_is_replaced),
		cmocka_unit_test(test_unfinished_post_is_sent_again),
		cmocka_unit_test(test_nobody_listens),
		cmocka_unit_test(test_retry_waits),
		cmocka_unit_test(test_time_limits),
		cmocka_unit_test(test_connect_limit),
		cmocka_unit_test(test_cancel),
		cmocka_unit_test(test_cancel_of_a_name_look_up),
		cmocka_unit_test(test_redirect_drops_credentials),
		cmocka_unit_test(test_threads_share_few_connections),
		cmocka_unit_test(test_waiting_for_a_connection),
		cmocka_unit_test(test_setup_hook),
		cmocka_unit_test(test_missing_ca_file),
		cmocka_unit_test(test_sigpipe_guard),
	};

	return cmocka_run_group_tests_name("curl", tests, NULL, NULL);
}
