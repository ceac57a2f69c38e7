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
		"\r\nUser-Agent: oac-fixture/1.2.3\r\nX-Beta: items=v2\r\nX-Empty:\r\n"
		"Authorization: Bearer sk-secret\r\n\r\n"));
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

/* ---- answers that are not; more of them in tests/faults ---- */

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
		cmocka_unit_test(test_200_mb_stay_within_the_limit),
		cmocka_unit_test(test_a_lost_post_is_not_repeated),
		cmocka_unit_test(test_a_closed_connection_is_replaced),
		cmocka_unit_test(test_unfinished_post_is_sent_again),
		cmocka_unit_test(test_nobody_listens),
	};

	return cmocka_run_group_tests_name("curl", tests, NULL, NULL);
}
