/* Calls without memory: see oom_rows.h. */
#define _POSIX_C_SOURCE 200809L

#include "oom_rows.h"

#include "oac_error_set.h"
#include "openai_helpers.h"

#include <cjson/cJSON.h>

static enum oac_status call_with(const struct oac_client_options *more, const char *url,
	const struct oac_operation *operation, const void *request, struct oac_call_options *options,
	struct oac_error *err)
{
	struct oac_client_options own = *more;
	enum oac_status status;
	void *out = NULL;

	own.api_key = "sk-secret";
	own.base_url = url;
	struct oac_client *client = oac_client_new(&fixture_api, &own, err);
	if (client == NULL)
		return err->status;
	status = oac_call(client, operation, box_and_item, request, options, &out, err);
	assert_int_equal(status == OAC_OK, out != NULL);
	oac_free(out);
	oac_client_free(client);
	return status;
}

static enum oac_status call(const char *url, const struct oac_operation *operation, const void *request,
	struct oac_error *err)
{
	static const struct oac_client_options none;
	struct oac_call_options options = { .max_retries = OAC_INT(0) };

	return call_with(&none, url, operation, request, &options, err);
}

static enum oac_status run_get(const char *url, struct oac_error *err)
{
	return call(url, &op_get_item, NULL, err);
}

static enum oac_status run_post(const char *url, struct oac_error *err)
{
	static const char *const include[] = { "a", "b" };
	static char name[5000];
	const struct create_item_request request = { .name = name, .weight = OAC_NUM(0.5),
		.include = OAC_LIST(include), .trace = "t", .oac_more = OAC_JSON("{\"more\":null}") };

	memset(name, '"', sizeof(name) - 1);
	return call(url, &op_create_item, &request, err);
}

/* All that can be said of a client and of a call. */
static enum oac_status run_options(const char *url, struct oac_error *err)
{
	static const struct oac_header headers[] = { { "X-One", "1" }, { "X-Beta", NULL } };
	static const struct oac_header query[] = { { "api-version", "2" } };
	const struct oac_curl_options curl = { .ca_file = "/nonexistent", .proxy = "" };
	const struct oac_client_options client = { .headers = OAC_LIST(headers),
		.query = OAC_LIST(query), .user_agent = "u", .curl = &curl };
	const struct item request = { .size = OAC_INT(1) };
	struct oac_response response = { 0 };
	struct oac_call_options options = { .max_retries = OAC_INT(0), .headers = OAC_LIST(headers),
		.query = OAC_LIST(query), .body = OAC_JSON("{\"a\":[1]}"), .response = &response };

	options.cancel = oac_cancel_new();
	if (options.cancel == NULL)
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	enum oac_status status = call_with(&client, url, &op_update_item, &request, &options, err);
	oac_response_clear(&response);
	oac_cancel_free(options.cancel);
	return status;
}

static enum oac_status run_retry(const char *url, struct oac_error *err)
{
	static const struct oac_client_options none;
	struct oac_call_options options = { .max_retries = OAC_INT(1) };

	return call_with(&none, url, &op_get_item, NULL, &options, err);
}

/* The same members as multipart and as a form. */
struct send_request {
	struct oac_file file;
	struct oac_string_list tags;
	struct oac_json address;
	struct oac_json oac_more;
};

static const struct oac_field upload_fields[] = {
	OAC_FILE_PART(struct send_request, file, "file", OAC_REQUIRED, oac_file),
	OAC_LIST_OF(struct send_request, tags, "tags", 0, oac_string_list),
	OAC_ANY(struct send_request, address, "address", 0),
};
static const struct oac_object upload_type = OAC_OBJECT_TYPE(send_request, upload_fields, 0);
static const struct oac_field form_fields[] = {
	OAC_LIST_OF(struct send_request, tags, "tags", 0, oac_string_list),
	OAC_ANY(struct send_request, address, "address", 0),
};
static const struct oac_object form_type = OAC_OBJECT_TYPE(send_request, form_fields, 0);

#define SENDS(media, object) \
	.id = "send", .method = "POST", .path = "/a/{x}/{y}", .body_media = (media), \
	.request = &(object), .response_media = OAC_MEDIA_JSON, \
	.response = { &item_type, sizeof(struct item), OAC_KIND_OBJECT }

static const char *const tags[] = { "red", "a b" };
static const struct send_request sent = {
	.file = { .filename = "a.txt", .data = "some text", .len = 9 },
	.tags = OAC_LIST(tags),
	.address = OAC_JSON("{\"street\":{\"name\":\"x\"},\"lines\":[1,\"z\"]}"),
};

static enum oac_status run_multipart(const char *url, struct oac_error *err)
{
	static const struct oac_operation send = { SENDS(OAC_MEDIA_MULTIPART, upload_type) };

	return call(url, &send, &sent, err);
}

static enum oac_status run_form(const char *url, struct oac_error *err)
{
	static const struct oac_operation send = { SENDS(OAC_MEDIA_FORM, form_type) };

	return call(url, &send, &sent, err);
}

/* A file, and a source that must be read twice. */
struct letters {
	size_t left;
};

static size_t read_letters(void *user, void *bytes, size_t size)
{
	struct letters *letters = user;
	size_t n = letters->left < size ? letters->left : size;

	memset(bytes, 'x', n);
	letters->left -= n;
	return n;
}

static bool rewind_letters(void *user)
{
	((struct letters *)user)->left = 100;
	return true;
}

static enum oac_status run_upload(const char *url, struct oac_error *err)
{
	static const struct oac_operation send = { SENDS(OAC_MEDIA_MULTIPART, upload_type) };
	struct letters letters = { 100 };
	const struct oac_source source = { &letters, read_letters, rewind_letters, OAC_INT(100) };
	const struct send_request request = { .file = { .source = &source } };
	const struct send_request file = { .file = { .path = "LICENSE" } };
	enum oac_status status = call(url, &send, &request, err);

	return status == OAC_OK ? call(url, &send, &file, err) : status;
}

static enum oac_status run_save(const char *url, struct oac_error *err)
{
	static const struct oac_operation get = { .id = "get", .method = "GET", .path = "/a/{x}/{y}",
		.response_media = OAC_MEDIA_RAW };
	static const struct oac_client_options none;
	struct oac_call_options options = { .save_to = "build/oom_saved" };
	enum oac_status status = call_with(&none, url, &get, NULL, &options, err);
	bool there = remove("build/oom_saved") == 0;

	/* Whole, or not at all. */
	assert_int_equal(there, status == OAC_OK);
	return status;
}

static enum oac_status run_pager(const char *url, struct oac_error *err)
{
	const struct oac_client_options options = { .api_key = "k", .base_url = url };
	const struct openai_list_messages_request request = { .limit = OAC_INT(1), .before = "b" };
	struct oac_client *client = openai_client_new(&options, err);
	const struct openai_message *message = NULL;
	struct oac_pager *pager = NULL;
	enum oac_status status = err->status;

	if (client != NULL)
		status = openai_messages_list_pages(client, "t", &request, NULL, &pager, err);
	do {
		if (status == OAC_OK)
			status = openai_messages_list_next(pager, &message, err);
	} while (status == OAC_OK && message != NULL);
	oac_pager_free(pager);
	oac_client_free(client);
	return status;
}

/* What strict reading allocates: copies to compare. Patterns take none. */
struct word {
	const char *text;
	struct oac_int64_list numbers;
	struct oac_json oac_more;
};

static const struct oac_field word_fields[] = {
	OAC_STRING(struct word, text, "text", 0),
	OAC_LIST_OF(struct word, numbers, "numbers", 0, oac_int64_list),
};
/* ^[a-z]{1,9} */
static const uint32_t small_sets[] = { 1, OAC_EDGE, OAC_EDGE, 1, 'a', 'z' };
static const struct oac_count small_counts[] = { { 1, 0, 9 } };
static const struct oac_step small_steps[] = {
	{ OAC_STEP_BEGIN, 1, 4 },
	{ OAC_STEP_BEHIND, 0, 0 },
	{ OAC_STEP_MANY, 0, 3 },
	{ OAC_STEP_MATCH, 0, 0 },
};
static const struct oac_pattern small = {
	small_steps, small_sets, small_counts, OAC_COUNT(small_steps), OAC_COUNT(small_counts), false,
};
static const struct oac_limit word_limits[] = {
	OAC_PATTERN_LIMIT(0, 0, small),
	OAC_NUMBER_LIMIT(1, 0, OAC_LIMIT_UNIQUE, 0),
};
static const struct oac_object word_type = OAC_LIMITED_OBJECT_TYPE(word, word_fields, 0, word_limits);

static enum oac_status run_strict(const char *url, struct oac_error *err)
{
	static const struct oac_shape shape = { &word_type, sizeof(struct word), OAC_KIND_OBJECT };
	static const char text[] = "{\"text\":\"word\",\"numbers\":[3,2,1]}";
	void *out;
	enum oac_status status = oac_decode(&shape, text, sizeof(text) - 1, OAC_STRICT, &out, err);

	(void)url;
	oac_free(out);
	return status;
}

/* A run to text, to a tree of cJSON's, and back. */
static enum oac_status run_codec(const char *url, struct oac_error *err)
{
	static const char text[] = "{\"id\":\"run_1\",\"tools\":[{\"type\":\"function\",\"function\":"
				   "{\"name\":\"f\",\"parameters\":{\"a\":[1,\"x\"]}}}],\"new\":{}}";
	struct openai_run *run = NULL;
	struct openai_run *back = NULL;
	struct openai_run *copy = NULL;
	cJSON *tree = NULL;
	char *json = NULL;

	(void)url;
	if (openai_run_from_json(text, sizeof(text) - 1, &run, err) == OAC_OK &&
		(json = openai_run_to_json(run, NULL, err)) != NULL &&
		(tree = openai_run_to_cjson(run, err)) != NULL &&
		openai_run_from_cjson(tree, &back, err) == OAC_OK &&
		(copy = openai_run_copy(back)) == NULL)
		oac_error_set(err, OAC_E_NOMEM, "out of memory");
	openai_run_free(copy);
	openai_run_free(back);
	cJSON_Delete(tree);
	oac_text_free(json);
	openai_run_free(run);
	return err->status;
}

#define ITEM "{\"id\":\"i1\",\"unknown\":[1,{\"a\":2}]}"

static const struct scenario scenarios[] = {
	{ "codec", run_codec, { { "200 OK", "", "" } }, OAC_OK, false },
	{ "GET", run_get, { { "200 OK", JSON, ITEM } }, OAC_OK, false },
	{ "POST", run_post, { { "200 OK", JSON, ITEM } }, OAC_OK, false },
	{ "options", run_options, { { "200 OK", JSON "x-request-id: r1\r\n", ITEM } }, OAC_OK, false },
	{ "an error", run_get, { { "404 Not Found", JSON,
		"{\"error\":{\"message\":\"no\",\"code\":\"c\",\"param\":null}}" } }, OAC_E_HTTP, false },
	{ "an answer that is no JSON", run_get, { { "200 OK", JSON, "{\"id\":" } }, OAC_E_JSON, false },
	{ "a retry", run_retry, { { "500 Oh", "retry-after-ms: 0\r\n", "{}" },
		{ "200 OK", JSON, ITEM } }, OAC_OK, false },
	{ "a redirect", run_get, { { "307 There", "Location: ../x\r\n", "" },
		{ "200 OK", JSON, ITEM } }, OAC_OK, false },
	{ "multipart", run_multipart, { { "200 OK", JSON, ITEM } }, OAC_OK, false },
	{ "an upload", run_upload, { { "307 There", "Location: /x\r\n", "" },
		{ "200 OK", JSON, ITEM } }, OAC_OK, false },
	{ "a download", run_save, { { "200 OK", "Content-Type: image/png\r\n", "bytes" } }, OAC_OK, false },
	{ "a pager", run_pager, { { "200 OK", JSON, "{\"data\":[{\"id\":\"m1\"}],\"has_more\":true}" },
		{ "200 OK", JSON, "{\"data\":[{\"id\":\"m2\"}],\"has_more\":false}" } }, OAC_OK, false },
	{ "strict reading", run_strict, { { "200 OK", "", "" } }, OAC_OK, false },
	{ "form", run_form, { { "200 OK", JSON, ITEM } }, OAC_OK, false },
};

static void test_calls(void **state)
{
	(void)state;
	try_rows(scenarios, COUNT(scenarios));
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_calls) };

	return cmocka_run_group_tests_name("calls without memory", tests, NULL, NULL);
}
