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
	static const char *const answers[] = {
		"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" HEAD
		"Content-Length: 11\r\n\r\n" ITEM,
		HEAD "Transfer-Encoding: chunked\r\n\r\n4\r\n{\"id\r\n7\r\n\":\"i1\"}\r\n0\r\n"
		     "X-Trailer: 1\r\n\r\n",
		"HTTP/1.1 200\r\nContent-Length: 11\r\nX-Folded: a\r\n  b\r\n\r\n" ITEM,
	};
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

static const char zipped[] =
	"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff\xab\x56\xca\x4c\x51\xb2\x52\xaa\xca\x2c\x50\xaa"
	"\x05\x00";

static void test_packed_answer(void **state)
{
	static const struct http_action actions[] = {
		{ HTTP_SEND, HEAD "Content-Encoding: gzip\r\nContent-Length: 32\r\n\r\n", 0, 0 },
		{ HTTP_SEND, ZIPPED, sizeof(ZIPPED) - 1, 0 },
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
