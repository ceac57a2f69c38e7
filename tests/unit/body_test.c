/* Bodies and answers that are no JSON: the exact bytes of forms, of parts, of files. */
#include "call_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define ANSWER(status, headers, body) { (status), headers, (body), OAC_OUTCOME_ANSWERED, false, 0 }

static const struct fake_reply ok[] = { ANSWER(200, "Content-Type: application/json\n",
	"{\"id\":\"i1\"}") };

/* ---- an API with such bodies ---- */

struct form_request {
	const char *name; /* required */
	struct oac_opt_int64 age;
	struct oac_opt_bool on;
	struct oac_string_list tags;
	struct oac_json address;
	const char *trace; /* header X-Trace */
	struct oac_json oac_more;
};

static const struct oac_field form_fields[] = {
	OAC_STRING(struct form_request, name, "name", OAC_REQUIRED),
	OAC_CONST("kind", "\"k v\"", OAC_REQUIRED),
	OAC_OPT_INT64(struct form_request, age, "age", 0),
	OAC_OPT_FLAG(struct form_request, on, "on", 0),
	OAC_LIST_OF(struct form_request, tags, "tags", 0, oac_string_list),
	OAC_ANY(struct form_request, address, "address", 0),
	OAC_STRING(struct form_request, trace, "X-Trace", OAC_IN_HEADER),
};
static const struct oac_object form_request_type = OAC_OBJECT_TYPE(form_request, form_fields, 0);

static const struct oac_encoding encodings[] = {
	{ "deep", OAC_STYLE_DEEP_OBJECT, NULL },
	{ "exploded", OAC_STYLE_FORM_EXPLODE, NULL },
	{ "comma", OAC_STYLE_FORM, NULL },
	{ "space", OAC_STYLE_SPACE, NULL },
	{ "pipe", OAC_STYLE_PIPE, NULL },
	{ "json", OAC_STYLE_JSON, NULL },
	{ "typed", OAC_STYLE_UNSTATED, "application/sdp" },
	{ "text_json", OAC_STYLE_UNSTATED, "application/json" },
	{ "image", OAC_STYLE_UNSTATED, "image/png" },
};

static const struct oac_object any_type = OAC_EMPTY_TYPE(item, 0);

#define ITEM { &item_type, sizeof(struct item), OAC_KIND_OBJECT }
#define SENDS(media, object) \
	.id = "send", .method = "POST", .path = "/a/{x}", .body_media = (media), \
	.request = &(object), .response_media = OAC_MEDIA_JSON, .response = ITEM, \
	.encodings = encodings, .encoding_count = COUNT(encodings)

static const struct oac_operation send_form = { SENDS(OAC_MEDIA_FORM, form_request_type),
	.flags = OAC_BODY_REQUIRED };
static const struct oac_operation send_any = { SENDS(OAC_MEDIA_FORM, any_type) };
static const struct oac_operation send_any_parts = { SENDS(OAC_MEDIA_MULTIPART, any_type) };

struct map_request {
	struct oac_json body;
	struct oac_json oac_more;
};

static const struct oac_field map_fields[] = { OAC_ANY(struct map_request, body, "body", 0) };
static const struct oac_object map_request_type = OAC_OBJECT_TYPE(map_request, map_fields, 0);
static const struct oac_operation send_map = { SENDS(OAC_MEDIA_FORM, map_request_type),
	.flags = OAC_BODY_MEMBER };

struct upload_request {
	struct oac_file file; /* required */
	struct oac_file_list images;
	struct oac_file image;
	const char *purpose;
	struct oac_string_list tags;
	struct oac_json oac_more;
};

static const struct oac_field upload_fields[] = {
	OAC_FILE_PART(struct upload_request, file, "file", OAC_REQUIRED, oac_file),
	OAC_LIST_OF(struct upload_request, images, "images[]", 0, oac_file_list),
	OAC_FILE_PART(struct upload_request, image, "image", 0, oac_file),
	OAC_STRING(struct upload_request, purpose, "purpose", 0),
	OAC_LIST_OF(struct upload_request, tags, "tags", 0, oac_string_list),
};
static const struct oac_object upload_request_type =
	OAC_OBJECT_TYPE(upload_request, upload_fields, 0);
static const struct oac_operation send_upload = {
	SENDS(OAC_MEDIA_MULTIPART, upload_request_type), .flags = OAC_BODY_REQUIRED };

struct raw_request {
	struct oac_body body;
	const char *note; /* query */
	struct oac_json oac_more;
};

static const struct oac_field raw_fields[] = {
	OAC_RAW_BODY(struct raw_request, body, "body", OAC_REQUIRED, oac_body),
	OAC_STRING(struct raw_request, note, "note", OAC_IN_QUERY),
};
static const struct oac_object raw_request_type = OAC_OBJECT_TYPE(raw_request, raw_fields, 0);
static const struct oac_operation send_png = { SENDS(OAC_MEDIA_RAW, raw_request_type),
	.flags = OAC_BODY_REQUIRED | OAC_BODY_MEMBER, .content_type = "image/png" };
static const struct oac_operation send_bytes = { SENDS(OAC_MEDIA_RAW, raw_request_type),
	.flags = OAC_BODY_MEMBER };

/* ---- forms ---- */

static const struct fake_request *send_ok(struct fake_run *run,
	const struct oac_operation *operation, const void *request)
{
	fake_call(run, operation, request, NULL);
	if (run->status != OAC_OK)
		fail_msg("%s", run->err.message);
	return &run->fake.requests[run->fake.request_count - 1];
}

static void test_form(void **state)
{
	static const char *const tags[] = { "a&b", "c" };
	const struct form_request all = {
		.name = "J\xc3\xbcrgen =1",
		.age = OAC_INT(0),
		.on = OAC_BOOL(false),
		.tags = OAC_LIST(tags),
		.address = OAC_JSON("{\"city\":\"X\",\"lines\":[\"1\",\"2\"]}"),
		.trace = "t1",
		.oac_more = OAC_JSON("{\"extra\":1.50,\"gone\":null}"),
	};
	const struct form_request little = { .name = "" };
	struct fake_run run;

	(void)state;
	fake_begin(&run, ok, 1, NULL);
	const struct fake_request *sent = send_ok(&run, &send_form, &all);
	assert_string_equal(sent->body,
		"name=J%C3%BCrgen%20%3D1&kind=k%20v&age=0&on=false&tags=a%26b&tags=c"
		"&address%5Bcity%5D=X&address%5Blines%5D%5B%5D=1&address%5Blines%5D%5B%5D=2"
		"&extra=1.50&gone=");
	assert_string_equal(fake_header(&run.fake, 0, "Content-Type"),
		"application/x-www-form-urlencoded");
	assert_string_equal(fake_header(&run.fake, 0, "X-Trace"), "t1");
	sent = send_ok(&run, &send_form, &little);
	assert_string_equal(sent->body, "name=&kind=k%20v");
	fake_end(&run);
}

/* What the members of an object become, with '[' and ']' written plainly. */
static void test_form_styles(void **state)
{
	static const struct {
		const char *json;
		const char *form; /* NULL: refused */
	} cases[] = {
		{ "{\"a\":\"x\"}", "a=x" },
		{ "{\"a\":[]}", "" },
		{ "{\"a\":{}}", "" },
		{ "{\"a\":[1,true,null]}", "a=1&a=true&a=" },
		{ "{\"a\":[{\"b\":1},{\"b\":2}]}", "a[0][b]=1&a[1][b]=2" },
		{ "{\"a\":{\"b\":{\"c\":[{\"d\":1}]}}}", "a[b][c][0][d]=1" },
		{ "{\"deep\":{\"b\":1,\"c\":\"\"}}", "deep[b]=1&deep[c]=" },
		{ "{\"deep\":[\"x\",\"y\"]}", "deep[]=x&deep[]=y" },
		{ "{\"deep\":[{\"b\":1},{\"b\":[2]}]}", "deep[0][b]=1&deep[1][b][]=2" },
		{ "{\"deep\":[[1],[2,3]]}", "deep[0][]=1&deep[1][]=2&deep[1][]=3" },
		{ "{\"deep\":\"\"}", "deep=" },
		{ "{\"exploded\":[1,2]}", "exploded=1&exploded=2" },
		{ "{\"exploded\":{\"b\":1,\"c\":2}}", "b=1&c=2" },
		{ "{\"comma\":[1,2]}", "comma=1,2" },
		{ "{\"comma\":{\"b\":\"1,2\",\"c\":3}}", "comma=b,1%2C2,c,3" },
		{ "{\"comma\":[\"\"]}", "comma=" },
		{ "{\"comma\":[ ]}", "" },
		{ "{\"space\":[1,2]}", "space=1%202" },
		{ "{\"pipe\":[1,2]}", "pipe=1%7C2" },
		{ "{\"json\":{\"b\":[1]}}", "json=%7B%22b%22%3A[1]%7D" },
		{ "{\"\\u00e9\\\"\":\"\\ud83d\\ude00\"}", "%C3%A9%22=%F0%9F%98%80" },
		{ "{\"exploded\":[[1]]}", NULL },
		{ "{\"exploded\":{\"b\":{}}}", NULL },
		{ "{\"comma\":[[1]]}", NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct item request = { .oac_more = { cases[i].json, strlen(cases[i].json) } };
		struct fake_run run;
		char plain[512];
		size_t n = 0;
		fake_begin(&run, ok, 1, NULL);
		fake_call(&run, &send_any, &request, NULL);
		if (cases[i].form == NULL) {
			assert_int_equal(run.status, OAC_E_ARGUMENT);
			assert_non_null(strstr(run.err.message, "' of the form"));
			assert_int_equal(run.fake.request_count, 0);
			fake_end(&run);
			continue;
		}
		assert_int_equal(run.status, OAC_OK);
		const struct fake_request *sent = &run.fake.requests[0];
		for (const char *p = sent->body; *p != '\0'; p++) {
			bool bracket = strncmp(p, "%5B", 3) == 0 || strncmp(p, "%5D", 3) == 0;
			plain[n++] = (char)(!bracket ? *p : p[2] == 'B' ? '[' : ']');
			p += bracket ? 2 : 0;
		}
		plain[n] = '\0';
		assert_string_equal(plain, cases[i].form);
		assert_int_equal(sent->has_body, cases[i].form[0] != '\0');
		fake_end(&run);
	}
}

static void test_form_as_member(void **state)
{
	const struct map_request map = { .body = OAC_JSON("{\"a\":1,\"b\":{\"c\":2}}") };
	const struct map_request list = { .body = OAC_JSON("[1]") };
	struct fake_run run;

	(void)state;
	fake_begin(&run, ok, 1, NULL);
	assert_string_equal(send_ok(&run, &send_map, &map)->body, "a=1&b%5Bc%5D=2");
	assert_false(send_ok(&run, &send_map, NULL)->has_body);
	assert_null(fake_header(&run.fake, 1, "Content-Type"));
	fake_call(&run, &send_map, &list, NULL);
	assert_int_equal(run.status, OAC_E_ARGUMENT);
	assert_non_null(strstr(run.err.message, "form"));
	fake_end(&run);
}

static void test_form_with_more_members(void **state)
{
	const struct form_request request = { .name = "n" };
	const struct oac_call_options options = {
		.body = OAC_JSON("{\"name\":\"m\",\"deep\":{\"a\":[1]}}") };
	struct fake_run run;

	(void)state;
	fake_begin(&run, ok, 1, NULL);
	fake_call(&run, &send_form, &request, &options);
	assert_int_equal(run.status, OAC_OK);
	assert_string_equal(run.fake.requests[0].body, "kind=k%20v&name=m&deep%5Ba%5D%5B%5D=1");
	fake_end(&run);
}

static void test_form_refused(void **state)
{
	const struct form_request nameless = { .age = OAC_INT(1) };
	struct fake_run run;

	(void)state;
	fake_begin(&run, ok, 1, NULL);
	fake_call(&run, &send_form, &nameless, NULL);
	assert_int_equal(run.status, OAC_E_ARGUMENT);
	assert_string_equal(run.err.path, "/name");
	fake_call(&run, &send_form, NULL, NULL);
	assert_int_equal(run.status, OAC_E_ARGUMENT);
	assert_int_equal(run.fake.request_count, 0);
	fake_end(&run);
}

/* ---- multipart ---- */

/* The body with its boundary, which is new in each, written as B. */
static const char *parts_of(const struct fake *fake, size_t n)
{
	static const char start[] = "multipart/form-data; boundary=";
	static char text[2048];
	const struct fake_request *request = &fake->requests[n];
	const char *type = fake_header(fake, n, "Content-Type");
	size_t len = 0;

	assert_non_null(type);
	assert_memory_equal(type, start, sizeof(start) - 1);
	const char *boundary = type + sizeof(start) - 1;
	size_t boundary_len = strlen(boundary);
	assert_in_range(boundary_len, 16, 70);
	for (size_t i = 0; i < request->body_len; i++) {
		if (i + boundary_len <= request->body_len &&
			memcmp(request->body + i, boundary, boundary_len) == 0) {
			text[len++] = 'B';
			i += boundary_len - 1;
		} else {
			text[len++] = request->body[i] != '\0' ? request->body[i] : '0';
		}
	}
	text[len] = '\0';
	return text;
}

#define PART(name) "--B\r\nContent-Disposition: form-data; name=\"" name "\""

static void test_parts(void **state)
{
	static const char *const tags[] = { "a&b", "c" };
	static const struct oac_file images[] = {
		{ .filename = "1.png", .data = "P", .len = 1, .content_type = "image/x" },
		{ .data = "", .len = 0 },
	};
	const struct upload_request request = {
		.file = { .filename = "a \"b\"\r\n\xc3\xa9.bin", .data = "x\0y", .len = 3 },
		.images = OAC_LIST(images),
		.image = { .filename = "i", .data = "--", .len = 2 },
		.purpose = "p\n",
		.tags = OAC_LIST(tags),
		.oac_more = OAC_JSON("{\"after\":{\"days\":[1]},\"typed\":\"v=0\",\"text_json\":\"q\","
				     "\"deep\":{\"a\":\"&\"},\"none\":[],\"pipe\":[1,2],\"mixed\":[1,{\"b\":2}]}"),
	};
	struct fake_run run;

	(void)state;
	fake_begin(&run, ok, 1, NULL);
	send_ok(&run, &send_upload, &request);
	assert_string_equal(parts_of(&run.fake, 0),
		PART("purpose") "\r\n\r\np\n\r\n"
		PART("tags") "\r\n\r\na&b\r\n"
		PART("tags") "\r\n\r\nc\r\n"
		PART("after") "\r\nContent-Type: application/json\r\n\r\n{\"days\":[1]}\r\n"
		PART("typed") "\r\nContent-Type: application/sdp\r\n\r\nv=0\r\n"
		PART("text_json") "\r\nContent-Type: application/json\r\n\r\n\"q\"\r\n"
		PART("deep[a]") "\r\n\r\n&\r\n"
		PART("pipe") "\r\n\r\n1|2\r\n"
		PART("mixed") "\r\n\r\n1\r\n"
		PART("mixed") "\r\nContent-Type: application/json\r\n\r\n{\"b\":2}\r\n"
		PART("file") "; filename=\"a %22b%22%0D%0A\xc3\xa9.bin\"\r\n"
		"Content-Type: application/octet-stream\r\n\r\nx0y\r\n"
		PART("images[]") "; filename=\"1.png\"\r\nContent-Type: image/x\r\n\r\nP\r\n"
		PART("images[]") "; filename=\"images[]\"\r\n"
		"Content-Type: application/octet-stream\r\n\r\n\r\n"
		PART("image") "; filename=\"i\"\r\nContent-Type: image/png\r\n\r\n--\r\n"
		"--B--\r\n");
	fake_end(&run);
}

static void test_boundaries_differ(void **state)
{
	const struct upload_request request = { .file = { .data = "x", .len = 1 } };
	char first[128];
	struct fake_run run;

	(void)state;
	fake_begin(&run, ok, 1, NULL);
	send_ok(&run, &send_upload, &request);
	snprintf(first, sizeof(first), "%s", fake_header(&run.fake, 0, "Content-Type"));
	send_ok(&run, &send_upload, &request);
	assert_string_not_equal(first, fake_header(&run.fake, 1, "Content-Type"));
	assert_string_equal(parts_of(&run.fake, 1), PART("file")
		"; filename=\"file\"\r\nContent-Type: application/octet-stream\r\n\r\nx\r\n--B--\r\n");
	fake_end(&run);
}

static void test_parts_refused(void **state)
{
	static const struct oac_file hollow[] = { { .filename = "x" } };
	const struct upload_request fileless = { .purpose = "p" };
	const struct upload_request injected = {
		.file = { .data = "x", .len = 1, .content_type = "a/b\r\nX: y" } };
	const struct upload_request empty_item = {
		.file = { .data = "x", .len = 1 }, .images = OAC_LIST(hollow) };
	const struct {
		const struct upload_request *request;
		const char *message;
	} cases[] = {
		{ &fileless, "/file" },
		{ &injected, "'file'" },
		{ &empty_item, "'images[]'" },
		{ NULL, "required" },
	};
	struct fake_run run;

	(void)state;
	fake_begin(&run, ok, 1, NULL);
	for (size_t i = 0; i < COUNT(cases); i++) {
		fake_call(&run, &send_upload, cases[i].request, NULL);
		assert_int_equal(run.status, OAC_E_ARGUMENT);
		if (strstr(run.err.message, cases[i].message) == NULL)
			fail_msg("%s", run.err.message);
	}
	assert_int_equal(run.fake.request_count, 0);
	/* Nothing to say, and nothing that must be. */
	assert_false(send_ok(&run, &send_any_parts, NULL)->has_body);
	fake_end(&run);
}

static void test_files_are_no_json(void **state)
{
	const struct oac_shape shape = { &upload_request_type, sizeof(struct upload_request),
		OAC_KIND_OBJECT };
	const struct oac_file images[] = { { .filename = "n", .data = "a\0b", .len = 3 } };
	const struct upload_request request = { .file = { .data = "x", .len = 1 },
		.images = OAC_LIST(images) };
	struct oac_error err;
	void *out;

	(void)state;
	assert_null(oac_encode_new(&shape, &request, NULL, &err));
	assert_int_equal(err.status, OAC_E_ARGUMENT);
	assert_string_equal(err.message, "/file: a file has no JSON form");
	assert_int_equal(oac_decode(&shape, "{\"image\":\"x\"}", 13, 0, &out, &err), OAC_E_TYPE);
	assert_string_equal(err.message, "/image: a file has no JSON form");
	struct upload_request *copy = oac_copy(&shape, &request);
	assert_non_null(copy);
	assert_ptr_not_equal(copy->file.data, request.file.data);
	assert_memory_equal(copy->images.items[0].data, "a\0b", 3);
	assert_ptr_not_equal(copy->images.items[0].data, images[0].data);
	assert_string_equal(copy->images.items[0].filename, "n");
	assert_null(copy->image.data);
	oac_free(copy);
}

/* ---- bytes ---- */

static void test_raw_body(void **state)
{
	const struct raw_request request = { .body = { .data = "\x89PNG\0", .len = 5 },
		.note = "n" };
	const struct raw_request typed = { .body = { .data = "t", .len = 1,
		.content_type = "text/plain; charset=utf-8" } };
	const struct raw_request empty = { .body = { .data = "", .len = 0 } };
	const struct raw_request absent = { .note = "n" };
	const struct raw_request injected = {
		.body = { .data = "", .len = 0, .content_type = "a\nb" } };
	const struct oac_call_options more = { .body = OAC_JSON("{}") };
	struct fake_run run;

	(void)state;
	fake_begin(&run, ok, 1, NULL);
	const struct fake_request *sent = send_ok(&run, &send_png, &request);
	assert_int_equal(sent->body_len, 5);
	assert_memory_equal(sent->body, "\x89PNG\0", 5);
	assert_string_equal(fake_header(&run.fake, 0, "Content-Type"), "image/png");
	assert_non_null(strstr(sent->url, "?note=n"));
	send_ok(&run, &send_png, &typed);
	assert_string_equal(fake_header(&run.fake, 1, "Content-Type"), "text/plain; charset=utf-8");
	sent = send_ok(&run, &send_bytes, &empty);
	assert_true(sent->has_body);
	assert_int_equal(sent->body_len, 0);
	assert_string_equal(fake_header(&run.fake, 2, "Content-Type"), "application/octet-stream");
	assert_false(send_ok(&run, &send_bytes, &absent)->has_body);
	assert_null(fake_header(&run.fake, 3, "Content-Type"));
	fake_call(&run, &send_png, &absent, NULL);
	assert_int_equal(run.status, OAC_E_ARGUMENT);
	fake_call(&run, &send_png, &injected, NULL);
	assert_int_equal(run.status, OAC_E_ARGUMENT);
	fake_call(&run, &send_png, &request, &more);
	assert_int_equal(run.status, OAC_E_ARGUMENT);
	assert_non_null(strstr(run.err.message, "options.body"));
	assert_int_equal(run.fake.request_count, 4);
	fake_end(&run);
}

static void test_json_of_another_name(void **state)
{
	const struct oac_operation patch = { SENDS(OAC_MEDIA_JSON, any_type),
		.content_type = "application/merge-patch+json", .accept = "application/hal+json" };
	const struct item request = { .oac_more = OAC_JSON("{\"a\":null}") };
	struct fake_run run;

	(void)state;
	fake_begin(&run, ok, 1, NULL);
	assert_string_equal(send_ok(&run, &patch, &request)->body, "{\"a\":null}");
	assert_string_equal(fake_header(&run.fake, 0, "Content-Type"), "application/merge-patch+json");
	assert_string_equal(fake_header(&run.fake, 0, "Accept"), "application/hal+json");
	fake_end(&run);
}

/* ---- answers ---- */

static const struct oac_operation get_bytes = {
	.id = "get", .method = "GET", .path = "/a/{x}", .response_media = OAC_MEDIA_RAW,
	.accept = "image/png, image/webp" };
static const struct oac_operation get_bytes_or_nothing = {
	.id = "get", .method = "GET", .path = "/a/{x}", .response_media = OAC_MEDIA_RAW,
	.flags = OAC_ANSWER_OPTIONAL };
static const struct oac_operation get_item_or_nothing = {
	.id = "get", .method = "GET", .path = "/a/{x}", .response_media = OAC_MEDIA_JSON,
	.response = ITEM, .flags = OAC_ANSWER_OPTIONAL };

static void test_bytes(void **state)
{
	static const struct fake_reply replies[] = {
		ANSWER(200, "Content-Type: image/png\n", "\x89\xff{"),
		ANSWER(200, "", ""),
		ANSWER(204, "", ""),
		ANSWER(404, "Content-Type: application/json\n", "{\"error\":{\"message\":\"gone\"}}"),
	};
	static const char *const path[] = { "x" };
	const struct oac_bytes *bytes;
	struct oac_error err;
	struct fake fake;
	void *out;

	(void)state;
	fake_init(&fake, replies, COUNT(replies));
	struct oac_client *client = fake_client(&fake, NULL);
	assert_int_equal(oac_call(client, &get_bytes, path, NULL, NULL, &out, &err), OAC_OK);
	bytes = out;
	assert_int_equal(bytes->len, 3);
	assert_string_equal(bytes->data, "\x89\xff{");
	assert_string_equal(bytes->content_type, "image/png");
	assert_string_equal(fake_header(&fake, 0, "Accept"), "image/png, image/webp");
	oac_value_free(out);
	assert_int_equal(oac_call(client, &get_bytes, path, NULL, NULL, &out, &err), OAC_OK);
	bytes = out;
	assert_int_equal(bytes->len, 0);
	assert_string_equal(bytes->data, "");
	assert_string_equal(bytes->content_type, "");
	oac_value_free(out);
	assert_int_equal(oac_call(client, &get_bytes, path, NULL, NULL, &out, &err), OAC_E_PROTOCOL);
	assert_null(out);
	assert_int_equal(oac_call(client, &get_bytes, path, NULL, NULL, &out, &err), OAC_E_HTTP);
	assert_null(out);
	assert_string_equal(err.server_message, "gone");
	oac_client_free(client);
}

static void test_answers_without_content(void **state)
{
	static const struct fake_reply replies[] = { ANSWER(204, "", "") };
	static const char *const path[] = { "x" };
	const struct oac_operation *const operations[] = { &get_bytes_or_nothing,
		&get_item_or_nothing };
	struct oac_error err;
	struct fake fake;
	void *out = &fake;

	(void)state;
	fake_init(&fake, replies, COUNT(replies));
	struct oac_client *client = fake_client(&fake, NULL);
	for (size_t i = 0; i < COUNT(operations); i++) {
		assert_int_equal(oac_call(client, operations[i], path, NULL, NULL, &out, &err), OAC_OK);
		assert_null(out);
	}
	oac_client_free(client);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_form),
		cmocka_unit_test(test_form_styles),
		cmocka_unit_test(test_form_as_member),
		cmocka_unit_test(test_form_with_more_members),
		cmocka_unit_test(test_form_refused),
		cmocka_unit_test(test_parts),
		cmocka_unit_test(test_boundaries_differ),
		cmocka_unit_test(test_parts_refused),
		cmocka_unit_test(test_files_are_no_json),
		cmocka_unit_test(test_raw_body),
		cmocka_unit_test(test_json_of_another_name),
		cmocka_unit_test(test_bytes),
		cmocka_unit_test(test_answers_without_content),
	};

	return cmocka_run_group_tests_name("bodies", tests, NULL, NULL);
}
