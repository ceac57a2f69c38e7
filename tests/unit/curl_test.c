/* The libcurl transport against a server on raw sockets: what is sent, good and bad answers. */
#include "wire_run.h"

#include "oac_platform.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* ---- requests ---- */

static void test_one_connection(void **state)
{
	struct wire_run run;

	(void)state;
	wire_begin(&run, NULL);
	http_script_answer(run.server, "200 OK", "", WIRE_ITEM);
	for (int i = 0; i < 20; i++) {
		wire_call(&run, &op_get_item, NULL, NULL);
		assert_int_equal(run.status, OAC_OK);
		assert_string_equal(run.item->id, "i1");
	}
	assert_int_equal(http_script_count(run.server), 20);
	assert_int_equal(http_script_connections(run.server), 1);
	wire_end(&run);
}

static void test_get_on_the_wire(void **state)
{
	static const struct oac_header headers[] = { { "X-Empty", "" }, { "Accept", NULL } };
	const struct oac_call_options options = { .headers = OAC_LIST(headers) };
	char expected[512];
	struct wire_run run;

	(void)state;
	wire_begin(&run, NULL);
	http_script_answer(run.server, "200 OK", "", WIRE_ITEM);
	wire_call(&run, &op_get_item, NULL, &options);
	assert_int_equal(run.status, OAC_OK);
	snprintf(expected, sizeof(expected),
		"GET /boxes/b1/items/i1 HTTP/1.1\r\nHost: %s\r\nAccept-Encoding: ",
		http_script_url(run.server) + strlen("http://"));
	const char *head = http_script_request(run.server, 0)->head;
	assert_memory_equal(head, expected, strlen(expected));
	assert_non_null(strstr(head,
		"\r\nAuthorization: Bearer sk-secret\r\nUser-Agent: oac-fixture/1.2.3\r\n"
		"X-Beta: items=v2\r\nX-Empty:\r\n\r\n"));
	wire_end(&run);
}

static void test_bodies_on_the_wire(void **state)
{
	static char name[200000];
	struct create_item_request request = { .name = name };
	struct oac_operation operation = op_drop_item;
	struct wire_run run;

	(void)state;
	memset(name, 'n', sizeof(name) - 1);
	wire_begin(&run, NULL);
	http_script_answer(run.server, "200 OK", "", WIRE_ITEM);
	wire_call(&run, &op_create_item, &request, NULL);
	assert_int_equal(run.status, OAC_OK);
	assert_int_equal(http_script_request(run.server, 0)->body_len, sizeof(name) - 1 + 11);
	wire_assert_header(&run, 0, "Content-Type", "application/json");
	wire_assert_header(&run, 0, "Expect", NULL);
	wire_assert_header(&run, 0, "Transfer-Encoding", NULL);
	wire_call(&run, &op_cancel_item, NULL, NULL);
	assert_int_equal(run.status, OAC_OK);
	wire_assert_header(&run, 1, "Content-Length", "0");
	wire_assert_header(&run, 1, "Content-Type", NULL);
	operation.method = "DELETE";
	wire_call(&run, &operation, NULL, NULL);
	assert_memory_equal(http_script_request(run.server, 2)->head, "DELETE /", 8);
	wire_assert_header(&run, 2, "Content-Length", NULL);
	operation = op_update_item;
	operation.method = "PATCH";
	wire_call(&run, &operation, NULL, NULL);
	assert_memory_equal(http_script_request(run.server, 3)->head, "PATCH /", 7);
	assert_string_equal(http_script_request(run.server, 3)->body, "{}");
	operation.method = "PUT";
	operation.body_media = OAC_MEDIA_NONE;
	wire_call(&run, &operation, NULL, NULL);
	assert_memory_equal(http_script_request(run.server, 4)->head, "PUT /", 5);
	wire_assert_header(&run, 4, "Content-Length", "0");
	wire_assert_header(&run, 4, "Content-Type", NULL);
	/* Nothing of an earlier request is left on the handle. */
	wire_call(&run, &op_get_item, NULL, NULL);
	assert_memory_equal(http_script_request(run.server, 5)->head, "GET /", 5);
	wire_assert_header(&run, 5, "Content-Length", NULL);
	assert_int_equal(http_script_connections(run.server), 1);
	wire_end(&run);
}

/* ---- answers that are fine ---- */

static void test_odd_but_valid_answers(void **state)
{
	static const char interim[] =
		"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" WIRE_HEAD
		"Content-Length: 11\r\n\r\n" WIRE_ITEM;
	static const char chunks[] =
		WIRE_HEAD "Transfer-Encoding: chunked\r\n\r\n4\r\n{\"id\r\n7\r\n\":\"i1\"}\r\n0\r\n"
		     "X-Trailer: 1\r\n\r\n";
	static const char folded[] =
		"HTTP/1.1 200\r\nContent-Length: 11\r\nX-Folded: a\r\n  b\r\n\r\n" WIRE_ITEM;
	static const char *const answers[] = { interim, chunks, folded };
	struct oac_response response;
	const struct oac_call_options options = { .response = &response };
	struct wire_run run;

	(void)state;
	for (size_t i = 0; i < COUNT(answers); i++) {
		const struct http_action actions[] = { { HTTP_SEND, answers[i], 0, 0 } };
		wire_begin(&run, NULL);
		http_script_add(run.server, actions, 1);
		wire_call(&run, &op_get_item, NULL, &options);
		assert_int_equal(run.status, OAC_OK);
		assert_string_equal(run.item->id, "i1");
		assert_null(oac_response_header(&response, "Link", NULL));
		assert_null(oac_response_header(&response, "X-Trailer", NULL));
		if (i == 2)
			assert_string_equal(response.headers, "Content-Length: 11\nX-Folded: a  b\n");
		oac_response_clear(&response);
		wire_end(&run);
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
		{ HTTP_SEND, WIRE_HEAD "Content-Encoding: gzip\r\nContent-Length: 32\r\n\r\n", 0, 0 },
		{ HTTP_SEND, zipped, sizeof(zipped) - 1, 0 },
	};
	struct wire_run run;

	(void)state;
	wire_begin(&run, NULL);
	http_script_add(run.server, actions, COUNT(actions));
	wire_call(&run, &op_get_item, NULL, NULL);
	assert_int_equal(run.status, OAC_OK);
	assert_string_equal(run.item->id, "zip");
	wire_end(&run);
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
	{ "no body", { { HTTP_SEND, WIRE_HEAD "Content-Length: 0\r\n\r\n", 0, 0 } }, 1,
		OAC_E_PROTOCOL, 200, 1, 1 },
	{ "204 with a body", { { HTTP_SEND, "HTTP/1.1 204 No Content\r\nContent-Length: 11\r\n\r\n"
					    WIRE_ITEM, 0, 0 }, { HTTP_CLOSE, NULL, 0, 0 } }, 2,
		OAC_E_PROTOCOL, 204, 1, 1 },
	{ "JSON cut by its length", { { HTTP_SEND, WIRE_HEAD "Content-Length: 5\r\n\r\n{\"id\"", 0, 0 } }, 1,
		OAC_E_JSON, 200, 1, 1 },
	{ "shorter than its length", { { HTTP_SEND, WIRE_HEAD "Content-Length: 99\r\n\r\n" WIRE_ITEM, 0, 0 },
		{ HTTP_CLOSE, NULL, 0, 0 } }, 2, OAC_E_CONNECT, 200, 2, 1 },
	{ "reset in the body", { { HTTP_SEND, WIRE_HEAD "Content-Length: 99\r\n\r\n{", 0, 0 },
		{ HTTP_DELAY, NULL, 0, 30 }, { HTTP_RESET, NULL, 0, 0 } }, 3, OAC_E_CONNECT, 200, 2, 1 },
	{ "cut chunk", { { HTTP_SEND, WIRE_HEAD "Transfer-Encoding: chunked\r\n\r\n4\r\n{\"i", 0, 0 },
		{ HTTP_CLOSE, NULL, 0, 0 } }, 2, OAC_E_CONNECT, 200, 2, 1 },
	{ "no chunk", { { HTTP_SEND, WIRE_HEAD "Transfer-Encoding: chunked\r\n\r\nxyz\r\n", 0, 0 } }, 1,
		OAC_E_CONNECT, 200, 2, 1 },
	{ "closed without a word", { { HTTP_CLOSE, NULL, 0, 0 } }, 1, OAC_E_CONNECT, 0, 2, 1 },
	{ "reset without a word", { { HTTP_RESET, NULL, 0, 0 } }, 1, OAC_E_CONNECT, 0, 2, 1 },
	{ "closed in the head", { { HTTP_SEND, "HTTP/1.1 200 OK\r\nContent-Le", 0, 0 },
		{ HTTP_CLOSE, NULL, 0, 0 } }, 2, OAC_E_CONNECT, 0, 2, 1 },
	{ "garbage", { { HTTP_SEND, "\x16\x03\x01 what is this\r\n\r\n", 0, 0 },
		{ HTTP_CLOSE, NULL, 0, 0 } }, 2, OAC_E_PROTOCOL, 0, 1, 1 },
	{ "no gzip", { { HTTP_SEND, WIRE_HEAD "Content-Encoding: gzip\r\nContent-Length: 11\r\n\r\n" WIRE_ITEM,
		0, 0 } }, 1, OAC_E_PROTOCOL, 200, 1, 1 },
	{ "endless headers", { { HTTP_SEND, "HTTP/1.1 200 OK\r\n", 0, 0 },
		{ HTTP_SEND, "X-Filler: 0123456789012345678901234567890123456789\r\n", 0, 100000 } }, 2,
		OAC_E_LIMIT, 0, 1, 1 },
	{ "endless interim answers", { { HTTP_SEND, "HTTP/1.1 103 Early Hints\r\nX: y\r\n\r\n", 0,
		100000 } }, 1, OAC_E_LIMIT, 0, 1, 1 },
	{ "endless body", { { HTTP_SEND, WIRE_HEAD "\r\n", 0, 0 },
		{ HTTP_SEND, zeros, sizeof(zeros), 200000 } }, 2, OAC_E_LIMIT, 200, 1, 1 },
	{ "gzip bomb", { { HTTP_SEND, WIRE_HEAD "Content-Encoding: gzip\r\n\r\n", 0, 0 },
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
	struct wire_run run;

	wire_begin(&run, &options);
	http_script_add(run.server, bad->actions, bad->count);
	wire_call(&run, operation, NULL, &once_more);
	if (run.status != bad->status || run.err.http_status != bad->http_status ||
		run.err.tries != tries || (int)http_script_count(run.server) != tries ||
		run.took_ms > 2000)
		fail_msg("%s, %s: %s, %d, %d tries, %d requests, %d ms: %s", bad->what,
			operation->method, oac_status_name(run.status), run.err.http_status, run.err.tries,
			(int)http_script_count(run.server), (int)run.took_ms, run.err.message);
	wire_end(&run);
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
		{ HTTP_SEND, WIRE_HEAD "Content-Length: 209715200\r\n\r\n", 0, 0 },
		{ HTTP_SEND, block, sizeof(block), 200 },
	};
	struct wire_run run;

	(void)state;
	wire_begin(&run, NULL);
	http_script_add(run.server, actions, COUNT(actions));
	wire_call(&run, &op_get_item, NULL, NULL);
	assert_int_equal(run.status, OAC_E_LIMIT);
	assert_int_equal(run.err.tries, 1);
	assert_non_null(strstr(run.err.message, "max_response_bytes"));
	wire_end(&run);
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
	struct wire_run run;

	wire_begin(&run, NULL);
	http_script_answer(run.server, "200 OK", "", WIRE_ITEM);
	http_script_add(run.server, reset, 1);
	http_script_answer(run.server, "200 OK", "", WIRE_ITEM);
	wire_call(&run, &op_get_item, NULL, NULL);
	assert_int_equal(run.status, OAC_OK);
	wire_call(&run, operation, request, &options);
	assert_int_equal(run.status, status);
	assert_int_equal(http_script_count(run.server), requests);
	if (status != OAC_OK)
		assert_int_equal(run.err.tries, 1);
	wire_end(&run);
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
		{ HTTP_SEND, WIRE_HEAD "Content-Length: 11\r\n\r\n" WIRE_ITEM, 0, 0 },
		{ HTTP_CLOSE, NULL, 0, 0 },
	};
	struct wire_run run;

	(void)state;
	wire_begin(&run, NULL);
	http_script_add(run.server, closing, COUNT(closing));
	for (int i = 0; i < 3; i++) {
		wire_call(&run, &op_cancel_item, NULL, NULL);
		assert_int_equal(run.status, OAC_OK);
		oac_sleep_ms(20, NULL);
	}
	assert_int_equal(http_script_count(run.server), 3);
	assert_int_equal(http_script_connections(run.server), 3);
	wire_end(&run);
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
	struct wire_run run;

	(void)state;
	memset(name, 'n', sizeof(name) - 1);
	wire_begin(&run, NULL);
	http_script_add(run.server, unread, COUNT(unread));
	http_script_answer(run.server, "200 OK", "", WIRE_ITEM);
	wire_call(&run, &op_create_item, &request, NULL);
	assert_int_equal(run.status, OAC_OK);
	assert_int_equal(http_script_count(run.server), 1);
	assert_int_equal(http_script_connections(run.server), 2);
	wire_end(&run);
}

static void test_nobody_listens(void **state)
{
	struct http_script *gone = http_script_new();
	char url[64];
	struct oac_client_options options = { .base_url = url };
	const struct oac_call_options once = { .max_retries = OAC_INT(0) };
	struct wire_run run;

	(void)state;
	snprintf(url, sizeof(url), "%s", http_script_url(gone));
	http_script_free(gone);
	wire_begin(&run, &options);
	wire_call(&run, &op_update_item, NULL, &once);
	assert_int_equal(run.status, OAC_E_CONNECT);
	assert_int_equal(run.err.http_status, 0);
	assert_non_null(strstr(run.err.message, "POST /boxes/{box_id}/items/{item_id}: cannot connect"));
	wire_end(&run);
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
	};

	return cmocka_run_group_tests_name("curl", tests, NULL, NULL);
}
