/* The broken streams are broken as they say, before a client is judged by them. */
#include "broken_streams.h"

#include <curl/curl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdbool.h>
#include <string.h>

enum { FLOOD_BYTES = 1024 * 1024 };

/* What came: the start of it in text, and all of its bytes counted. */
struct body {
	char text[16384];
	size_t len;
	size_t pieces;
};

static size_t body_add(char *data, size_t size, size_t count, void *user)
{
	struct body *body = user;
	size_t len = size * count;

	if (body->len + len < sizeof(body->text))
		memcpy(body->text + body->len, data, len);
	body->len += len;
	body->pieces++;
	return body->len > FLOOD_BYTES ? 0 : len;
}

static CURLcode fetch(const char *url, long timeout_ms, struct body *body)
{
	CURL *curl = curl_easy_init();
	CURLcode code;

	memset(body, 0, sizeof(*body));
	curl_easy_setopt(curl, CURLOPT_URL, url);
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, timeout_ms);
	curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, body_add);
	curl_easy_setopt(curl, CURLOPT_WRITEDATA, body);
	code = curl_easy_perform(curl);
	curl_easy_cleanup(curl);
	return code;
}

/* Up to and with the first [DONE]: what comes after it is nobody's. */
static size_t count_events(const char *text)
{
	const char *last = strstr(text, "[DONE]\n\n");
	size_t count = 0;

	for (text = strstr(text, "\n\n"); text != NULL; text = strstr(text + 2, "\n\n")) {
		count++;
		if (last != NULL && text > last)
			break;
	}
	return count;
}

static void check(const struct broken_stream *stream)
{
	struct http_script *server = http_script_new();
	bool hangs = stream->end == BROKEN_HANGS;
	struct body body;
	CURLcode code;

	http_script_add(server, stream->actions, stream->count);
	code = fetch(http_script_url(server), hangs ? 300 : 10000, &body);
	switch (stream->end) {
	case BROKEN_WHOLE:
	case BROKEN_ENDED:
	case BROKEN_BODY:
		assert_int_equal(code, CURLE_OK);
		break;
	case BROKEN_LOST:
		assert_true(code == CURLE_PARTIAL_FILE || code == CURLE_RECV_ERROR);
		break;
	case BROKEN_HANGS:
		assert_int_equal(code, CURLE_OPERATION_TIMEDOUT);
		break;
	case BROKEN_FLOOD:
		assert_int_equal(code, CURLE_WRITE_ERROR);
		assert_true(body.len > FLOOD_BYTES);
		break;
	}
	assert_int_equal(count_events(body.text), stream->events);
	assert_int_equal(strstr(body.text, "[DONE]") != NULL, stream->end == BROKEN_WHOLE);
	/* libcurl hands out chunk by chunk, so that the cuts reach the client. */
	if (strcmp(stream->name, "cut_1") == 0)
		assert_int_equal(body.pieces, body.len);
	http_script_free(server);
}

static void test_each(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < broken_stream_count; i++) {
		print_message("# %s\n", broken_streams[i].name);
		check(&broken_streams[i]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each),
	};

	curl_global_init(CURL_GLOBAL_DEFAULT);
	return cmocka_run_group_tests_name("broken streams", tests, NULL, NULL);
}
