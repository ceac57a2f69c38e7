/* Bodies that are read while they are sent, answers that go to files and callbacks, progress. */
#define _POSIX_C_SOURCE 200809L

#include "folder.h"
#include "http_script.h"
#include "loop_fixture.h"
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
#define BYTES_HEAD "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n"

/* ---- an API with such bodies ---- */

struct upload_request {
	struct oac_file file; /* required */
	struct oac_file_list more;
	const char *purpose;
	struct oac_json oac_more;
};

static const struct oac_field upload_fields[] = {
	OAC_FILE_PART(struct upload_request, file, "file", OAC_REQUIRED, oac_file),
	OAC_LIST_OF(struct upload_request, more, "more", 0, oac_file_list),
	OAC_STRING(struct upload_request, purpose, "purpose", 0),
};
static const struct oac_object upload_type = OAC_OBJECT_TYPE(upload_request, upload_fields, 0);

struct raw_request {
	struct oac_body body;
	struct oac_json oac_more;
};

static const struct oac_field raw_fields[] = {
	OAC_RAW_BODY(struct raw_request, body, "body", OAC_REQUIRED, oac_body),
};
static const struct oac_object raw_type = OAC_OBJECT_TYPE(raw_request, raw_fields, 0);

#define ITEM { &item_type, sizeof(struct item), OAC_KIND_OBJECT }

static const struct oac_operation op_upload = { .id = "upload", .method = "POST",
	.path = "/boxes/{box_id}/items/{item_id}", .flags = OAC_BODY_REQUIRED,
	.body_media = OAC_MEDIA_MULTIPART, .response_media = OAC_MEDIA_JSON,
	.request = &upload_type, .response = ITEM };
static const struct oac_operation op_put = { .id = "put", .method = "PUT",
	.path = "/boxes/{box_id}/items/{item_id}", .flags = OAC_BODY_REQUIRED | OAC_BODY_MEMBER,
	.body_media = OAC_MEDIA_RAW, .response_media = OAC_MEDIA_JSON,
	.request = &raw_type, .response = ITEM };
static const struct oac_operation op_post = { .id = "post", .method = "POST",
	.path = "/boxes/{box_id}/items/{item_id}", .flags = OAC_BODY_REQUIRED | OAC_BODY_MEMBER,
	.body_media = OAC_MEDIA_RAW, .response_media = OAC_MEDIA_JSON,
	.request = &raw_type, .response = ITEM };
static const struct oac_operation op_bytes = { .id = "bytes", .method = "GET",
	.path = "/boxes/{box_id}/items/{item_id}", .response_media = OAC_MEDIA_RAW };

/* ---- a source ---- */

struct letters {
	size_t len;
	size_t at;
	size_t most; /* asked for at once */
	size_t fail_at; /* 0: never */
	int rewinds;
};

static size_t read_letters(void *user, void *bytes, size_t size)
{
	struct letters *letters = user;
	size_t n = letters->len - letters->at;

	if (size > letters->most)
		letters->most = size;
	if (letters->fail_at > 0 && letters->at >= letters->fail_at)
		return OAC_READ_FAILED;
	if (n > size)
		n = size;
	if (n > 1000)
		n = 1000; /* less than was asked for is not the end */
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

static bool is_letters(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (text[i] != (char)('a' + i % 26))
			return false;
	return true;
}

static const struct http_request *request_of(struct wire_run *run, size_t n)
{
	assert_true(http_script_count(run->server) > n);
	return http_script_request(run->server, n);
}

/* ---- sending ---- */

static void test_parts_of_three_kinds(void **state)
{
	struct letters letters = { .len = 3000 };
	const struct oac_source source = { &letters, read_letters, rewind_letters, OAC_INT(3000) };
	struct folder folder;
	struct wire_run run;
	char path[1024];
	char length[32];

	(void)state;
	folder_make(&folder);
	folder_write(&folder, "a file.bin", "on disk");
	snprintf(path, sizeof(path), "%s", folder_join(&folder, "a file.bin"));
	const struct oac_file more[] = {
		{ .filename = "l", .source = &source, .content_type = "text/x" },
		{ .data = "memory", .len = 6 },
		{ .path = path, .filename = "other" },
	};
	const struct upload_request request = { .file = { .path = path }, .purpose = "p",
		.more = OAC_LIST(more) };
	wire_begin(&run, NULL);
	http_script_answer(run.server, "200 OK", "", WIRE_ITEM);
	wire_call(&run, &op_upload, &request, NULL);
	assert_int_equal(run.status, OAC_OK);
	const struct http_request *sent = request_of(&run, 0);
	assert_non_null(http_script_header(sent, "Content-Length", length, sizeof(length)));
	assert_int_equal(strtoul(length, NULL, 10), sent->body_len);
	assert_non_null(strstr(sent->body, "name=\"purpose\"\r\n\r\np\r\n--"));
	assert_non_null(strstr(sent->body, "name=\"file\"; filename=\"a file.bin\"\r\n"
		"Content-Type: application/octet-stream\r\n\r\non disk\r\n--"));
	assert_non_null(strstr(sent->body, "filename=\"more\"\r\n"
		"Content-Type: application/octet-stream\r\n\r\nmemory\r\n--"));
	assert_non_null(strstr(sent->body, "filename=\"other\"\r\n"
		"Content-Type: application/octet-stream\r\n\r\non disk\r\n--"));
	const char *at = strstr(sent->body, "filename=\"l\"\r\nContent-Type: text/x\r\n\r\n");
	assert_non_null(at);
	at += strlen("filename=\"l\"\r\nContent-Type: text/x\r\n\r\n");
	assert_true(is_letters(at, 3000));
	assert_memory_equal(at + 3000, "\r\n--", 4);
	/* The same handle, another request: nothing of the upload is left on it. */
	wire_call(&run, &op_get_item, NULL, NULL);
	assert_int_equal(run.status, OAC_OK);
	assert_memory_equal(request_of(&run, 1)->head, "GET /", 5);
	wire_assert_header(&run, 1, "Content-Length", NULL);
	wire_assert_header(&run, 1, "Transfer-Encoding", NULL);
	assert_int_equal(http_script_connections(run.server), 1);
	wire_end(&run);
	folder_remove(folder.path);
}

static void test_a_body_from_a_source(void **state)
{
	static const struct oac_operation *const operations[] = { &op_put, &op_post };

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		struct letters letters = { .len = 2000000 };
		struct oac_source source = { &letters, read_letters, NULL, OAC_INT(2000000) };
		const struct raw_request request = { .body = { .source = &source,
			.content_type = "text/x" } };
		struct wire_run run;

		source.length.set = i < 2;
		wire_begin(&run, NULL);
		http_script_answer(run.server, "200 OK", "", WIRE_ITEM);
		wire_call(&run, operations[i % 2], &request, NULL);
		assert_int_equal(run.status, OAC_OK);
		assert_memory_equal(request_of(&run, 0)->head, operations[i % 2]->method, 3);
		assert_int_equal(request_of(&run, 0)->body_len, 2000000);
		assert_true(is_letters(request_of(&run, 0)->body, 2000000));
		wire_assert_header(&run, 0, "Content-Length", i < 2 ? "2000000" : NULL);
		wire_assert_header(&run, 0, "Transfer-Encoding", i < 2 ? NULL : "chunked");
		wire_assert_header(&run, 0, "Content-Type", "text/x");
		wire_assert_header(&run, 0, "Expect", NULL);
		/* It was never held in memory as a whole. */
		assert_in_range(letters.most, 1, 1 << 17);
		wire_end(&run);
	}
}

/* A first answer that asks for the body again, for bodies that can and cannot be had again. */
static void send_twice(const char *first, const char *headers, bool can_rewind,
	enum oac_status status, int http_status, size_t requests)
{
	struct letters letters = { .len = 50000 };
	const struct oac_source source = { &letters, read_letters,
		can_rewind ? rewind_letters : NULL, OAC_INT(50000) };
	const struct raw_request request = { .body = { .source = &source } };
	struct wire_run run;

	wire_begin(&run, NULL);
	http_script_answer(run.server, first, headers, "{}");
	http_script_answer(run.server, "200 OK", "", WIRE_ITEM);
	wire_call(&run, &op_post, &request, NULL);
	assert_int_equal(run.status, status);
	assert_int_equal(run.err.http_status, status == OAC_OK ? 0 : http_status);
	assert_int_equal(http_script_count(run.server), requests);
	for (size_t i = 0; i < requests; i++) {
		size_t len = request_of(&run, i)->body_len;
		assert_int_equal(len, i > 0 && http_status == 303 ? 0 : 50000);
		assert_true(is_letters(request_of(&run, i)->body, len));
	}
	assert_int_equal(letters.rewinds, requests == 2 && http_status != 303 ? 1 : 0);
	wire_end(&run);
}

static void test_a_body_is_needed_again(void **state)
{
	(void)state;
	send_twice("503 No", "retry-after-ms: 1\r\n", true, OAC_OK, 503, 2);
	send_twice("503 No", "retry-after-ms: 1\r\n", false, OAC_E_HTTP, 503, 1);
	send_twice("307 There", "Location: /there\r\n", true, OAC_OK, 307, 2);
	send_twice("307 There", "Location: /there\r\n", false, OAC_E_FILE, 0, 1);
	send_twice("303 There", "Location: /there\r\n", false, OAC_OK, 303, 2);
}

/* What was never begun can be sent again, whatever it is. */
static void test_a_body_that_was_not_begun(void **state)
{
	static const struct fake_reply replies[] = {
		{ 0, NULL, NULL, OAC_OUTCOME_NOT_CONNECTED, true, 0 },
		{ 200, "Content-Type: application/json\n", WIRE_ITEM, OAC_OUTCOME_ANSWERED, false, 0 },
	};
	struct letters letters = { .len = 500 };
	const struct oac_source source = { &letters, read_letters, NULL, { false, 0 } };
	const struct raw_request request = { .body = { .source = &source } };
	struct fake_run run;

	(void)state;
	fake_begin(&run, replies, COUNT(replies), NULL);
	fake_call(&run, &op_post, &request, NULL);
	assert_int_equal(run.status, OAC_OK);
	assert_int_equal(run.fake.request_count, 2);
	assert_int_equal(run.fake.requests[0].body_len, 0);
	assert_int_equal(run.fake.requests[1].body_len, 500);
	assert_true(is_letters(run.fake.requests[1].body, 500));
	fake_end(&run);
}

static void test_a_body_that_fails(void **state)
{
	struct letters letters = { .len = 100000 };
	struct oac_source source = { &letters, read_letters, rewind_letters, OAC_INT(100000) };
	const struct raw_request request = { .body = { .source = &source } };
	struct wire_run run;

	(void)state;
	wire_begin(&run, NULL);
	http_script_answer(run.server, "200 OK", "", WIRE_ITEM);
	for (size_t i = 0; i < 3; i++) {
		letters.at = 0;
		letters.fail_at = i == 0 ? 1 : i == 1 ? 90000 : 0;
		source.length.value = i == 2 ? 100001 : 100000; /* it ends too early */
		wire_call(&run, &op_post, &request, NULL);
		assert_int_equal(run.status, OAC_E_FILE);
		assert_int_equal(run.err.tries, 1);
		assert_non_null(strstr(run.err.message, "the body cannot be read"));
		assert_int_equal(http_script_count(run.server), 0);
	}
	/* More than was announced is not sent. */
	letters.at = 0;
	letters.fail_at = 0;
	source.length.value = 10;
	wire_call(&run, &op_post, &request, NULL);
	assert_int_equal(run.status, OAC_OK);
	assert_string_equal(request_of(&run, 0)->body, "abcdefghij");
	wire_end(&run);
}

static void test_files_that_cannot_be_read(void **state)
{
	const struct upload_request missing = { .file = { .path = "/nonexistent/x" } };
	const struct raw_request folder = { .body = { .path = "/" } };
	struct wire_run run;

	(void)state;
	wire_begin(&run, NULL);
	http_script_answer(run.server, "200 OK", "", WIRE_ITEM);
	wire_call(&run, &op_upload, &missing, NULL);
	assert_int_equal(run.status, OAC_E_FILE);
	assert_non_null(strstr(run.err.message, "/nonexistent/x: cannot be opened: "));
	wire_call(&run, &op_put, &folder, NULL);
	assert_int_equal(run.status, OAC_E_FILE);
	assert_int_equal(http_script_count(run.server), 0);
	wire_end(&run);
}

static void test_copies(void **state)
{
	const struct oac_shape shape = { &raw_type, sizeof(struct raw_request), OAC_KIND_OBJECT };
	struct letters letters = { .len = 1 };
	const struct oac_source source = { &letters, read_letters, NULL, { false, 0 } };
	const struct raw_request request = { .body = { .path = "p", .source = &source } };
	struct raw_request *copy = oac_copy(&shape, &request);

	(void)state;
	assert_non_null(copy);
	assert_string_equal(copy->body.path, "p");
	assert_ptr_not_equal(copy->body.path, request.body.path);
	assert_ptr_not_equal(copy->body.source, &source);
	assert_ptr_equal(copy->body.source->user, &letters);
	oac_free(copy);
}

static void test_in_a_loop(void **state)
{
	struct letters letters = { .len = 300000 };
	struct http_script *server = http_script_new();
	const struct oac_client_options options = { .api_key = "k",
		.base_url = http_script_url(server) };
	struct oac_client *client = oac_client_new(&fixture_api, &options, NULL);
	struct oac_loop *loop = oac_loop_new(NULL, NULL);
	struct async_seen seen = { 0 };

	(void)state;
	assert_non_null(client);
	assert_non_null(loop);
	http_script_answer(server, "503 No", "retry-after-ms: 1\r\n", "{}");
	http_script_answer(server, "200 OK", "", WIRE_ITEM);
	{
		/* Gone before the first byte is sent. */
		const struct oac_source source = { &letters, read_letters, rewind_letters,
			{ false, 0 } };
		const struct raw_request request = { .body = { .source = &source } };
		async_call(loop, client, &op_post, &request, NULL, &seen);
	}
	assert_int_equal(oac_loop_run(loop, NULL), OAC_OK);
	assert_int_equal(seen.status, OAC_OK);
	assert_int_equal(http_script_count(server), 2);
	assert_int_equal(http_script_request(server, 1)->body_len, 300000);
	assert_true(is_letters(http_script_request(server, 1)->body, 300000));
	async_clear(&seen);
	oac_loop_free(loop);
	oac_client_free(client);
	http_script_free(server);
}

/* ---- receiving ---- */

struct gathered {
	char text[64];
	size_t len;
	size_t stop_at; /* 0: never */
};

static int gather(void *user, const void *bytes, size_t len)
{
	struct gathered *gathered = user;

	assert_true(gathered->len + len < sizeof(gathered->text));
	memcpy(gathered->text + gathered->len, bytes, len);
	gathered->len += len;
	return gathered->stop_at > 0 && gathered->len >= gathered->stop_at;
}

static const struct http_action cut[] = {
	{ HTTP_SEND, BYTES_HEAD "Content-Length: 9\r\n\r\nfirst", 0, 0 },
	{ HTTP_DELAY, NULL, 0, 50 },
	{ HTTP_CLOSE, NULL, 0, 0 },
};

static void test_saved_to_a_file(void **state)
{
	const struct oac_client_options small = { .max_response_bytes = 4 };
	struct oac_response response;
	struct folder folder;
	struct wire_run run;
	char path[1024];

	(void)state;
	folder_make(&folder);
	snprintf(path, sizeof(path), "%s", folder_join(&folder, "out"));
	const struct oac_call_options options = { .save_to = path, .response = &response,
		.max_retries = OAC_INT(1) };
	wire_begin(&run, &small);
	http_script_answer(run.server, "200 OK", "Content-Type: image/png\r\n", "picture");
	http_script_add(run.server, cut, COUNT(cut));
	http_script_answer(run.server, "200 OK", "", "new");
	http_script_add(run.server, cut, COUNT(cut));
	http_script_answer(run.server, "200 OK", "", "");
	http_script_answer(run.server, "404 Gone", "", "no such thing");
	http_script_add(run.server, cut, COUNT(cut));
	wire_call(&run, &op_bytes, NULL, &options);
	assert_int_equal(run.status, OAC_OK);
	const struct oac_bytes *bytes = (const void *)run.item;
	assert_int_equal(bytes->len, 0);
	assert_string_equal(bytes->content_type, "image/png");
	assert_true(folder_has(&folder, "out", "picture"));
	assert_int_equal(response.body_len, 0);
	oac_response_clear(&response);
	/* The second try replaces what the first one wrote, whatever the length. */
	wire_call(&run, &op_bytes, NULL, &options);
	assert_int_equal(run.status, OAC_OK);
	assert_true(folder_has(&folder, "out", "new"));
	oac_response_clear(&response);
	wire_call(&run, &op_bytes, NULL, &options);
	assert_int_equal(run.status, OAC_OK);
	assert_true(folder_has(&folder, "out", ""));
	oac_response_clear(&response);
	/* Failures leave what was there, and nothing beside it. */
	folder_write(&folder, "out", "old");
	wire_call(&run, &op_bytes, NULL, &options);
	assert_int_equal(run.status, OAC_E_HTTP);
	assert_string_equal(run.err.server_message, "no s");
	assert_string_equal(response.body, "no s");
	oac_response_clear(&response);
	wire_call(&run, &op_bytes, NULL, &options);
	assert_int_equal(run.status, OAC_E_CONNECT);
	assert_int_equal(run.err.tries, 2);
	assert_true(folder_has(&folder, "out", "old"));
	assert_int_equal(folder_count(&folder, "."), 1);
	oac_response_clear(&response);
	wire_end(&run);
	folder_remove(folder.path);
}

static void test_where_nothing_can_be_saved(void **state)
{
	static const char *const paths[] = { "/nonexistent/x", "/", "/dev/null" };
	struct wire_run run;

	(void)state;
	wire_begin(&run, NULL);
	http_script_answer(run.server, "200 OK", "", "picture");
	for (size_t i = 0; i < COUNT(paths); i++) {
		const struct oac_call_options options = { .save_to = paths[i] };
		wire_call(&run, &op_bytes, NULL, &options);
		assert_int_equal(run.status, OAC_E_FILE);
		assert_int_equal(strncmp(run.err.message, paths[i], strlen(paths[i])), 0);
	}
	/* JSON is decoded; it goes nowhere else. */
	const struct oac_call_options save = { .save_to = "x" };
	const struct oac_call_options write = { .write = gather };
	wire_call(&run, &op_get_item, NULL, &save);
	assert_int_equal(run.status, OAC_E_ARGUMENT);
	assert_non_null(strstr(run.err.message, "options.save_to"));
	wire_call(&run, &op_get_item, NULL, &write);
	assert_int_equal(run.status, OAC_E_ARGUMENT);
	assert_non_null(strstr(run.err.message, "options.write"));
	assert_int_equal(http_script_count(run.server), 0);
	wire_end(&run);
}

static void test_written_to_a_callback(void **state)
{
	struct gathered gathered = { .len = 0 };
	const struct oac_call_options options = { .write = gather, .write_user = &gathered };
	struct wire_run run;

	(void)state;
	wire_begin(&run, NULL);
	http_script_answer(run.server, "503 No", "retry-after-ms: 1\r\n", "not this");
	http_script_answer(run.server, "200 OK", "", "picture");
	http_script_answer(run.server, "200 OK", "", "other");
	http_script_add(run.server, cut, COUNT(cut));
	wire_call(&run, &op_bytes, NULL, &options);
	assert_int_equal(run.status, OAC_OK);
	assert_string_equal(gathered.text, "picture");
	gathered = (struct gathered){ .stop_at = 1 };
	wire_call(&run, &op_bytes, NULL, &options);
	assert_int_equal(run.status, OAC_E_CANCELLED);
	/* What the callback has seen cannot be taken back: there is no other try. */
	gathered = (struct gathered){ .len = 0 };
	wire_call(&run, &op_bytes, NULL, &options);
	assert_int_equal(run.status, OAC_E_CONNECT);
	assert_int_equal(run.err.tries, 1);
	assert_string_equal(gathered.text, "first");
	wire_end(&run);
}

/* ---- progress ---- */

struct seen {
	struct oac_progress last;
	int count;
	int64_t stop_sent; /* 0: never */
	int64_t stop_received;
};

static int note(void *user, const struct oac_progress *progress)
{
	struct seen *seen = user;

	seen->last = *progress;
	seen->count++;
	return (seen->stop_sent > 0 && progress->sent >= seen->stop_sent) ||
		(seen->stop_received > 0 && progress->received >= seen->stop_received);
}

static void test_progress(void **state)
{
	static const char json[] = "{\"name\":\"n\"}";
	const struct create_item_request small = { .name = "n" };
	struct letters letters = { .len = 100000 };
	const struct oac_source source = { &letters, read_letters, rewind_letters, { false, 0 } };
	const struct raw_request request = { .body = { .source = &source } };
	struct seen seen = { .count = 0 };
	const struct oac_call_options options = { .progress = note, .progress_user = &seen };
	struct wire_run run;

	(void)state;
	wire_begin(&run, NULL);
	http_script_answer(run.server, "503 No", "retry-after-ms: 1\r\n", "{}");
	http_script_answer(run.server, "200 OK", "", WIRE_ITEM);
	wire_call(&run, &op_create_item, &small, &options);
	assert_int_equal(run.status, OAC_OK);
	assert_string_equal(http_script_request(run.server, 1)->body, json);
	wire_assert_header(&run, 1, "Content-Length", "12");
	assert_int_equal(seen.last.sent, 12);
	assert_int_equal(seen.last.to_send, 12);
	assert_int_equal(seen.last.received, 11);
	assert_int_equal(seen.last.to_receive, 11);
	seen = (struct seen){ .count = 0 };
	wire_call(&run, &op_post, &request, &options);
	assert_int_equal(seen.last.sent, 100000);
	assert_int_equal(seen.last.to_send, -1);
	assert_true(seen.count >= 100);
	/* Stopped on the way out, and on the way in. */
	letters.at = 0;
	seen = (struct seen){ .stop_sent = 50000 };
	wire_call(&run, &op_post, &request, &options);
	assert_int_equal(run.status, OAC_E_CANCELLED);
	assert_int_equal(run.err.tries, 1);
	assert_in_range(seen.last.sent, 50000, 51000);
	assert_int_equal(http_script_count(run.server), 3);
	seen = (struct seen){ .stop_received = 1 };
	wire_call(&run, &op_get_item, NULL, &options);
	assert_int_equal(run.status, OAC_E_CANCELLED);
	assert_int_equal(run.err.tries, 1);
	assert_int_equal(seen.count, 1);
	assert_int_equal(seen.last.to_send, 0);
	wire_end(&run);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_parts_of_three_kinds),
		cmocka_unit_test(test_a_body_from_a_source),
		cmocka_unit_test(test_a_body_is_needed_again),
		cmocka_unit_test(test_a_body_that_was_not_begun),
		cmocka_unit_test(test_a_body_that_fails),
		cmocka_unit_test(test_files_that_cannot_be_read),
		cmocka_unit_test(test_copies),
		cmocka_unit_test(test_in_a_loop),
		cmocka_unit_test(test_saved_to_a_file),
		cmocka_unit_test(test_where_nothing_can_be_saved),
		cmocka_unit_test(test_written_to_a_callback),
		cmocka_unit_test(test_progress),
	};

	return cmocka_run_group_tests_name("transfers", tests, NULL, NULL);
}
