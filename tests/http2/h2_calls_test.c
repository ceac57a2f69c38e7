/* Calls over HTTP/2: packed and large answers, bodies that are read while they are sent, time. */
#define _POSIX_C_SOURCE 200809L

#include "call_fixture.h"
#include "h2_script.h"
#include "oac_platform.h"
#include "slack.h"
#include "tls_front.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define JSON "application/json"
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

enum {
	BIG = 3 << 20,
	SLACK_MS = 1000,
};

static struct certificates certificates;
static const struct h2_action echo[] = { { H2_ECHO, NULL, 0 } };
static const struct h2_action stall[] = { { H2_DELAY, NULL, 20000 } };

/* ---- a call at a time ---- */

struct rig {
	struct h2_script *server;
	struct tls_front *front;
	struct oac_client *client;
	enum oac_status status;
	struct oac_error err;
	struct item *item;
	int64_t took_ms;
};

static void begin(struct rig *rig, const struct h2_limits *limits)
{
	const struct oac_curl_options curl = { .proxy = "", .ca_file = certificates.ca };
	struct oac_client_options own = { .api_key = "sk-secret", .curl = &curl,
		.connect_timeout_ms = 30000 };

	slack_begin();
	memset(rig, 0, sizeof(*rig));
	rig->server = h2_script_new(limits);
	rig->front = tls_front_new(&certificates, "h2", false, h2_script_port(rig->server));
	own.base_url = tls_front_url(rig->front);
	rig->client = oac_client_new(&fixture_api, &own, NULL);
	assert_non_null(rig->client);
}

static void end(struct rig *rig)
{
	oac_free(rig->item);
	oac_client_free(rig->client);
	tls_front_free(rig->front);
	h2_script_free(rig->server);
}

static void call(struct rig *rig, const struct oac_operation *operation, const void *request,
	const struct oac_call_options *options)
{
	int64_t start = oac_now_ms();
	void *out;

	oac_free(rig->item);
	rig->status = oac_call(rig->client, operation, box_and_item, request, options, &out, &rig->err);
	rig->item = out;
	rig->took_ms = oac_now_ms() - start;
	assert_int_equal(rig->status, rig->err.status);
	assert_null(strstr(rig->err.message, "sk-secret"));
}

static void answered(const struct rig *rig)
{
	if (rig->status != OAC_OK)
		fail_msg("%s", rig->err.message);
	assert_string_equal(rig->item->id, "i1");
}

/* ---- answers ---- */

static void test_the_version_is_told(void **state)
{
	struct oac_response response;
	const struct oac_call_options options = { .response = &response };
	struct rig rig;

	(void)state;
	begin(&rig, NULL);
	h2_script_add(rig.server, echo, 1);
	call(&rig, &op_get_item, NULL, &options);
	answered(&rig);
	assert_int_equal(response.http_version, 20);
	assert_int_equal(response.http_status, 200);
	assert_string_equal(response.headers, "content-type: application/json\n");
	oac_response_clear(&response);
	end(&rig);
}

/* {"id":"i1"}, whole, and with its last byte of data and the check sum wrong. */
#define GZIP_STORED "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff\x01\x0b\x00\xf4\xff{\"id\":\"i1\"}"
#define GZIPPED GZIP_STORED "\x9d\x22\x0e\xf5\x0b\x00\x00\x00"

static void test_gzip(void **state)
{
	static const struct h2_action packed[] = { { H2_HEAD_GZIP, JSON, 200 },
		{ H2_BYTES, GZIPPED, sizeof(GZIPPED) - 1 }, { H2_END, NULL, 0 } };
	static const struct h2_action broken[] = { { H2_HEAD_GZIP, JSON, 200 },
		{ H2_BYTES, GZIP_STORED "broken!!", sizeof(GZIP_STORED) - 1 + 8 }, { H2_END, NULL, 0 } };
	struct rig rig;

	(void)state;
	begin(&rig, NULL);
	h2_script_add(rig.server, packed, 3);
	h2_script_add(rig.server, broken, 3);
	call(&rig, &op_get_item, NULL, NULL);
	answered(&rig);
	assert_non_null(strstr(h2_script_request(rig.server, 0)->head, "\naccept-encoding: "));
	assert_non_null(strstr(h2_script_request(rig.server, 0)->head, "gzip"));
	call(&rig, &op_get_item, NULL, NULL);
	assert_int_equal(rig.status, OAC_E_PROTOCOL);
	end(&rig);
}

static void test_large_answer(void **state)
{
	static char spaces[100001];
	static const struct h2_action big[] = { { H2_HEAD, JSON, 200 }, { H2_BODY, spaces, BIG / 100000 },
		{ H2_BODY, "{\"id\":\"i1\"}", 0 }, { H2_END, NULL, 0 } };
	struct rig rig;

	(void)state;
	memset(spaces, ' ', sizeof(spaces) - 1);
	begin(&rig, NULL);
	h2_script_add(rig.server, big, 4);
	call(&rig, &op_get_item, NULL, NULL);
	answered(&rig);
	end(&rig);
}

/* ---- bodies ---- */

struct upload_request {
	struct oac_file file; /* required */
	const char *purpose;
	struct oac_json oac_more;
};

static const struct oac_field upload_fields[] = {
	OAC_FILE_PART(struct upload_request, file, "file", OAC_REQUIRED, oac_file),
	OAC_STRING(struct upload_request, purpose, "purpose", 0),
};
static const struct oac_object upload_type = OAC_OBJECT_TYPE(upload_request, upload_fields, 0);
static const struct oac_operation op_upload = { .id = "upload", .method = "POST",
	.path = "/boxes/{box_id}/items/{item_id}", .flags = OAC_BODY_REQUIRED,
	.body_media = OAC_MEDIA_MULTIPART, .response_media = OAC_MEDIA_JSON, .request = &upload_type,
	.response = { &item_type, sizeof(struct item), OAC_KIND_OBJECT } };

struct letters {
	size_t at;
	int rewinds;
};

static size_t read_letters(void *user, void *bytes, size_t size)
{
	struct letters *letters = user;
	size_t n = BIG - letters->at;

	if (n > size)
		n = size;
	for (size_t i = 0; i < n; i++)
		((char *)bytes)[i] = (char)('a' + (letters->at + i) % 26);
	letters->at += n;
	return n;
}

static bool rewind_letters(void *user)
{
	struct letters *letters = user;

	letters->at = 0;
	letters->rewinds++;
	return true;
}

static int note_progress(void *user, const struct oac_progress *progress)
{
	*(struct oac_progress *)user = *progress;
	return 0;
}

static bool has_letters(const struct h2_request *request)
{
	static const char alphabet[] = "abcdefghijklmnopqrstuvwxyz";
	const char *start = strstr(request->body, "\r\n\r\nabc");

	if (start == NULL || strlen(start) < BIG)
		return false;
	for (size_t i = 0; i < BIG; i++)
		if (start[4 + i] != alphabet[i % 26])
			return false;
	return strncmp(start + 4 + BIG, "\r\n--", 4) == 0 &&
		strstr(request->body, "name=\"purpose\"\r\n\r\ntest\r\n--") != NULL;
}

/* More than a window of the server's, which says after each how much more it takes. */
static void test_upload(void **state)
{
	static const struct h2_action refuse[] = { { H2_RST, NULL, NGHTTP2_REFUSED_STREAM } };
	const struct h2_limits small = { .window = 5000 };
	struct rig rig;

	(void)state;
	for (int round = 0; round < 3; round++) {
		bool refused = round == 2;
		struct letters letters = { 0, 0 };
		const struct oac_source source = { &letters, read_letters, rewind_letters,
			{ round > 0, BIG } };
		const struct upload_request request = { .file = { .filename = "l", .source = &source },
			.purpose = "test" };
		struct oac_progress progress = { 0 };
		const struct oac_call_options options = { .progress = note_progress, .progress_user = &progress };
		begin(&rig, round == 1 ? &small : NULL);
		if (refused)
			h2_script_add(rig.server, refuse, 1);
		h2_script_add(rig.server, echo, 1);
		call(&rig, &op_upload, &request, &options);
		answered(&rig);
		const struct h2_request *last =
			h2_script_request(rig.server, h2_script_count(rig.server) - 1);
		assert_true(has_letters(last));
		assert_int_equal(progress.sent, last->body_len);
		assert_int_equal(h2_script_count(rig.server), refused ? 2 : 1);
		assert_int_equal(letters.rewinds, refused ? 1 : 0);
		end(&rig);
	}
}

/* A server need not read all before it says no. */
static void test_answer_before_the_body(void **state)
{
	static const struct h2_action too_large[] = { { H2_EARLY, NULL, 0 }, { H2_HEAD, JSON, 413 },
		{ H2_BODY, "{}", 0 }, { H2_END, NULL, 0 }, { H2_DELAY, NULL, 20 },
		{ H2_RST, NULL, NGHTTP2_NO_ERROR } };
	struct letters letters = { 0, 0 };
	const struct oac_source source = { &letters, read_letters, rewind_letters, OAC_INT(BIG) };
	const struct upload_request request = { .file = { .filename = "l", .source = &source } };
	const struct h2_limits small = { .window = 1000 };
	struct rig rig;

	(void)state;
	begin(&rig, &small);
	h2_script_add(rig.server, too_large, 6);
	h2_script_add(rig.server, echo, 1);
	call(&rig, &op_upload, &request, NULL);
	assert_int_equal(rig.status, OAC_E_HTTP);
	assert_int_equal(rig.err.http_status, 413);
	assert_int_equal(h2_script_count(rig.server), 1);
	/* What was not sent of it is in nobody's way. */
	call(&rig, &op_get_item, NULL, NULL);
	answered(&rig);
	end(&rig);
}

/* ---- time, and the caller ---- */

static void test_deadline(void **state)
{
	const struct oac_call_options options = { .deadline_ms = 200 };
	struct rig rig;

	(void)state;
	begin(&rig, NULL);
	h2_script_add(rig.server, echo, 1);
	h2_script_add(rig.server, stall, 1);
	call(&rig, &op_get_item, NULL, NULL);
	answered(&rig);
	call(&rig, &op_get_item, NULL, &options);
	assert_int_equal(rig.status, OAC_E_TIMEOUT);
	assert_in_range(rig.took_ms, 199, 200 + SLACK_MS + slack_ms());
	end(&rig);
}

static void pull(void *user)
{
	oac_cancel_pull(user);
}

static void test_cancel(void **state)
{
	static const struct h2_action pulled[] = { { H2_HEAD, JSON, 200 }, { H2_BODY, "{", 0 },
		{ H2_CALL, NULL, 0 }, { H2_DELAY, NULL, 20000 } };
	struct oac_cancel *token = oac_cancel_new();
	const struct oac_call_options options = { .cancel = token };
	struct rig rig;

	(void)state;
	begin(&rig, NULL);
	h2_script_add(rig.server, echo, 1);
	h2_script_add(rig.server, pulled, 4);
	h2_script_add(rig.server, echo, 1);
	h2_script_hook(rig.server, pull, token);
	call(&rig, &op_get_item, NULL, NULL);
	call(&rig, &op_get_item, NULL, &options);
	assert_int_equal(rig.status, OAC_E_CANCELLED);
	assert_in_range(rig.took_ms, 0, SLACK_MS + slack_ms());
	call(&rig, &op_get_item, NULL, NULL);
	answered(&rig);
	assert_int_equal(h2_script_count(rig.server), 3);
	end(&rig);
	oac_cancel_free(token);
}

/* One connection does for calls one after the other. */
static void test_connection_is_kept(void **state)
{
	struct rig rig;

	(void)state;
	begin(&rig, NULL);
	h2_script_add(rig.server, echo, 1);
	for (int i = 0; i < 20; i++) {
		call(&rig, &op_get_item, NULL, NULL);
		answered(&rig);
	}
	assert_int_equal(h2_script_count(rig.server), 20);
	assert_int_equal(h2_script_connections(rig.server), 1);
	end(&rig);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_version_is_told),
		cmocka_unit_test(test_gzip),
		cmocka_unit_test(test_large_answer),
		cmocka_unit_test(test_upload),
		cmocka_unit_test(test_answer_before_the_body),
		cmocka_unit_test(test_deadline),
		cmocka_unit_test(test_cancel),
		cmocka_unit_test(test_connection_is_kept),
	};
	int failures = 0;

	if (certificates_make(&certificates))
		failures = cmocka_run_group_tests_name("calls over HTTP/2", tests, NULL, NULL);
	else
		puts("ok 1 - calls over HTTP/2 # SKIP there is no openssl command");
	certificates_remove(&certificates);
	return failures;
}
