/* Percent-encoding, URLs taken apart and put together, and the recorded escapes of wire.jsonl. */
#include "oac_url.h"

#include "call_fixture.h"
#include "oac_buffer.h"
#include "oac_request.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>
#include <cmocka.h>

enum {
	LINE_SIZE = 1 << 16,
	PATH_ARGUMENTS = 3,
};

/* ---- encoding ---- */

static void test_every_byte(void **state)
{
	static const char segment_plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
					    "0123456789-._~!$&'()*+,;=:@";
	static const char query_plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
					  "0123456789-._~";

	(void)state;
	for (int c = 0; c < 256; c++) {
		struct oac_buffer out = OAC_BUFFER_MAX(64);
		char byte = (char)c;
		char escaped[4];
		snprintf(escaped, sizeof(escaped), "%%%02X", (unsigned)c);
		oac_url_add_segment(&out, &byte, 1);
		if (c != 0 && strchr(segment_plain, c) != NULL)
			assert_memory_equal(out.text, &byte, 1);
		else
			assert_string_equal(out.text, escaped);
		out.len = 0;
		oac_url_add_query_text(&out, &byte, 1);
		if (c != 0 && strchr(query_plain, c) != NULL)
			assert_memory_equal(out.text, &byte, 1);
		else
			assert_string_equal(out.text, escaped);
		oac_buffer_clear(&out);
	}
}

static void test_dot_segments(void **state)
{
	static const char *const dots[] = { ".", "..", "%2e", "%2E", ".%2e", "%2E.", "%2e%2E" };
	static const char *const fine[] = { "", "...", "a.", ".a", "%2e%2e%2e", "%2", "%2f", "%252e",
		"..%2F" };

	(void)state;
	for (size_t i = 0; i < sizeof(dots) / sizeof(dots[0]); i++)
		assert_true(oac_url_is_dot_segment(dots[i], strlen(dots[i])));
	for (size_t i = 0; i < sizeof(fine) / sizeof(fine[0]); i++)
		assert_false(oac_url_is_dot_segment(fine[i], strlen(fine[i])));
}

/* ---- URLs ---- */

static void test_base(void **state)
{
	static const char *const good[] = { "http://h", "HTTPS://h:8/v1/", "https://u:p@h/v1?a=b",
		"http://[::1]:80", "http://1.2.3.4" };
	static const char *const bad[] = { "", "h", "h/v1", "//h", "ftp://h", "http:", "http:/h", "http://",
		"http:///v1", "http://:80", "http://h/a b", "http://h/\r\nX: y", "http://h#f", "http://h\x7f",
		"https//h", "file:///etc/passwd" };

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		if (!oac_url_is_base(good[i]))
			fail_msg("refused: %s", good[i]);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		if (oac_url_is_base(bad[i]))
			fail_msg("taken: %s", bad[i]);
}

static void test_origins(void **state)
{
	static const struct {
		const char *a;
		const char *b;
		bool same;
	} cases[] = {
		{ "http://h/a", "http://h/b?c", true },
		{ "http://h", "http://h:80/", true },
		{ "https://h", "https://H:443", true },
		{ "http://u:p@h", "http://h", true },
		{ "http://h", "http://h:", true },
		{ "http://[::1]:8", "http://[::1]:8/x", true },
		{ "http://h", "https://h", false },
		{ "http://h", "https://h:80", false },
		{ "http://h", "http://h:81", false },
		{ "http://h", "http://h.evil.test", false },
		{ "http://h", "http://h@evil.test", false },
		{ "http://h", "http://evil.test?h", false },
		{ "http://h:80", "http://h:80x", false },
		{ "http://[::1]:8", "http://[::1]:9", false },
		{ "http://h:4294967376", "http://h:80", false },
		{ "ftp://h", "ftp://h", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		if (oac_url_same_origin(cases[i].a, cases[i].b) != cases[i].same ||
			oac_url_same_origin(cases[i].b, cases[i].a) != cases[i].same)
			fail_msg("%s and %s", cases[i].a, cases[i].b);
}

/* The examples of RFC 3986, 5.4, and what else a Location may say. NULL: refused. */
static void test_resolve(void **state)
{
	static const struct {
		const char *reference;
		const char *url;
	} cases[] = {
		{ "g", "http://a/b/c/g" },
		{ "./g", "http://a/b/c/g" },
		{ "g/", "http://a/b/c/g/" },
		{ "/g", "http://a/g" },
		{ "//g", "http://g/" },
		{ "?y", "http://a/b/c/d;p?y" },
		{ "g?y", "http://a/b/c/g?y" },
		{ "#s", "http://a/b/c/d;p?q" },
		{ "g#s", "http://a/b/c/g" },
		{ ";x", "http://a/b/c/;x" },
		{ "", "http://a/b/c/d;p?q" },
		{ ".", "http://a/b/c/" },
		{ "./", "http://a/b/c/" },
		{ "..", "http://a/b/" },
		{ "../", "http://a/b/" },
		{ "../g", "http://a/b/g" },
		{ "../..", "http://a/" },
		{ "../../g", "http://a/g" },
		{ "../../../g", "http://a/g" },
		{ "/./g", "http://a/g" },
		{ "/../g", "http://a/g" },
		{ "g.", "http://a/b/c/g." },
		{ "..g", "http://a/b/c/..g" },
		{ "./g/.", "http://a/b/c/g/" },
		{ "g/./h", "http://a/b/c/g/h" },
		{ "g/../h", "http://a/b/c/h" },
		{ "g;x=1/../y", "http://a/b/c/y" },
		{ "g?y/../x", "http://a/b/c/g?y/../x" },
		{ "https://x.test/y?z#f", "https://x.test/y?z" },
		{ "HTTP://x.test", "HTTP://x.test/" },
		{ "/a:b", "http://a/a:b" },
		{ "http:g", NULL },
		{ "ftp://x/", NULL },
		{ "javascript:alert(1)", NULL },
		{ "file:///etc/passwd", NULL },
		{ "http://", NULL },
		{ "//", NULL },
		{ "/a b", NULL },
		{ "/a\r\nX: y", NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct oac_buffer out = OAC_BUFFER_MAX(1000);
		bool ok = oac_url_resolve(&out, "http://a/b/c/d;p?q", cases[i].reference,
			strlen(cases[i].reference));
		if (ok != (cases[i].url != NULL) || (ok && strcmp(out.text, cases[i].url) != 0))
			fail_msg("'%s': %s", cases[i].reference, ok ? out.text : "refused");
		oac_buffer_clear(&out);
	}
}

/* ---- the recorded requests ---- */

static const struct {
	const char *name;
	const char *method;
	const char *path;
} operations[] = {
	{ "runs.create", "POST", "/threads/{thread_id}/runs" },
	{ "runs.retrieve", "GET", "/threads/{thread_id}/runs/{run_id}" },
	{ "runs.update", "POST", "/threads/{thread_id}/runs/{run_id}" },
	{ "runs.cancel", "POST", "/threads/{thread_id}/runs/{run_id}/cancel" },
	{ "runs.list", "GET", "/threads/{thread_id}/runs" },
	{ "runs.submitToolOutputs", "POST", "/threads/{thread_id}/runs/{run_id}/submit_tool_outputs" },
	{ "runs.steps.retrieve", "GET", "/threads/{thread_id}/runs/{run_id}/steps/{step_id}" },
	{ "runs.steps.list", "GET", "/threads/{thread_id}/runs/{run_id}/steps" },
	{ "threads.create", "POST", "/threads" },
	{ "threads.createAndRun", "POST", "/threads/runs" },
	{ "threads.retrieve", "GET", "/threads/{thread_id}" },
	{ "threads.update", "POST", "/threads/{thread_id}" },
	{ "threads.delete", "DELETE", "/threads/{thread_id}" },
	{ "messages.create", "POST", "/threads/{thread_id}/messages" },
	{ "messages.retrieve", "GET", "/threads/{thread_id}/messages/{message_id}" },
	{ "messages.update", "POST", "/threads/{thread_id}/messages/{message_id}" },
	{ "messages.delete", "DELETE", "/threads/{thread_id}/messages/{message_id}" },
	{ "messages.list", "GET", "/threads/{thread_id}/messages" },
	{ "assistants.create", "POST", "/assistants" },
	{ "assistants.list", "GET", "/assistants" },
	{ "assistants.retrieve", "GET", "/assistants/{assistant_id}" },
	{ "assistants.update", "POST", "/assistants/{assistant_id}" },
	{ "assistants.delete", "DELETE", "/assistants/{assistant_id}" },
};

static const char *text_of(const cJSON *object, const char *name)
{
	return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, name));
}

static void fill_path(const char *template, const cJSON *values, const char *path[PATH_ARGUMENTS])
{
	for (int i = 0; i < PATH_ARGUMENTS; i++) {
		char name[64];
		template = template != NULL ? strchr(template, '{') : NULL;
		path[i] = NULL;
		if (template == NULL)
			continue;
		template++;
		snprintf(name, sizeof(name), "%.*s", (int)strcspn(template, "}"), template);
		path[i] = text_of(values, name);
	}
}

/* An explicit null cursor, which goes out like an empty one, is given as one. */
static const char *cursor_of(const cJSON *query, const char *name)
{
	const cJSON *value = cJSON_GetObjectItemCaseSensitive(query, name);

	return cJSON_IsNull(value) ? "" : cJSON_GetStringValue(value);
}

static void fill_query(const cJSON *query, struct list_items_request *request,
	const char *include[4])
{
	const cJSON *limit = cJSON_GetObjectItemCaseSensitive(query, "limit");
	const cJSON *list = cJSON_GetObjectItemCaseSensitive(query, "include");
	const char *order = text_of(query, "order");

	memset(request, 0, sizeof(*request));
	if (limit != NULL)
		request->limit = oac_int((int64_t)limit->valuedouble);
	if (order != NULL)
		request->order = strcmp(order, "asc") == 0 ? SORT_ORDER_ASC : SORT_ORDER_DESC;
	request->after = cursor_of(query, "after");
	request->before = cursor_of(query, "before");
	request->run_id = cursor_of(query, "run_id");
	if (list == NULL)
		return;
	request->include.items = include;
	for (int i = 0; i < cJSON_GetArraySize(list) && i < 4; i++)
		include[request->include.count++] = cJSON_GetStringValue(cJSON_GetArrayItem(list, i));
}

static bool has_empty_argument(const cJSON *values)
{
	const cJSON *value;

	cJSON_ArrayForEach(value, values)
		if (cJSON_GetStringValue(value)[0] == '\0')
			return true;
	return false;
}

/* Method, path and query as they were recorded; bodies are the conformance test's business. */
static bool compare_case(const cJSON *json)
{
	static const struct oac_header version[] = { { "api-version", "2024-05-01-preview" } };
	static const struct oac_client_options azure = { .query = { 1, version } };
	const char *name = text_of(json, "case");
	const cJSON *wire = cJSON_GetObjectItemCaseSensitive(json, "wire");
	const cJSON *values = cJSON_GetObjectItemCaseSensitive(json, "path");
	struct oac_operation operation = op_list_items;
	struct list_items_request request;
	struct oac_prepared prepared;
	struct oac_error err;
	struct fake fake;
	const char *path[PATH_ARGUMENTS];
	const char *include[4];
	char expected[1024];
	bool found = false;

	for (size_t i = 0; i < sizeof(operations) / sizeof(operations[0]); i++) {
		if (strcmp(operations[i].name, text_of(json, "op")) == 0) {
			operation.method = operations[i].method;
			operation.path = operations[i].path;
			found = true;
		}
	}
	if (!found)
		fail_msg("%s: no such operation: %s", name, text_of(json, "op"));
	fill_path(operation.path, values, path);
	fill_query(cJSON_GetObjectItemCaseSensitive(json, "query"), &request, include);
	fake_init(&fake, NULL, 0);
	struct oac_client *client =
		fake_client(&fake, strcmp(name, "options/default_headers_query") == 0 ? &azure : NULL);
	enum oac_status status =
		oac_prepare(&prepared, client, &operation, path, &request, NULL, &err);
	/* "Ours": an empty path parameter is refused, too. */
	bool refused = !cJSON_IsObject(wire) || has_empty_argument(values);
	bool ok = refused ? status == OAC_E_ARGUMENT : status == OAC_OK;
	if (ok && !refused) {
		const char *query = text_of(wire, "query_raw");
		snprintf(expected, sizeof(expected), "https://api.test%s%s%s", text_of(wire, "path"),
			*query != '\0' ? "?" : "", query);
		/* The order of different names is free; run_id stands last in the fixture. */
		ok = strcmp(prepared.request.method, text_of(wire, "method")) == 0 &&
			(strcmp(prepared.request.url, expected) == 0 ||
				(strstr(name, "run_id") != NULL &&
					strlen(prepared.request.url) == strlen(expected)));
		if (!ok)
			print_error("%s: %s\nnot %s\n", name, prepared.request.url, expected);
	} else if (!ok) {
		print_error("%s: %s\n", name, err.message);
	}
	oac_prepared_clear(&prepared);
	oac_client_free(client);
	return ok;
}

static void test_recorded_requests(void **state)
{
	const char *shared = getenv("OAC_SHARED");
	char file[512];
	int cases = 0;
	int wrong = 0;

	(void)state;
	if (shared == NULL) {
		print_message("OAC_SHARED is not set\n");
		skip();
	}
	snprintf(file, sizeof(file), "%s/goldens/wire.jsonl", shared);
	FILE *in = fopen(file, "r");
	assert_non_null(in);
	char *line = malloc(LINE_SIZE);
	assert_non_null(line);
	while (fgets(line, LINE_SIZE, in) != NULL) {
		cJSON *json = cJSON_Parse(line);
		assert_non_null(json);
		cases++;
		wrong += !compare_case(json);
		cJSON_Delete(json);
	}
	free(line);
	fclose(in);
	assert_int_equal(wrong, 0);
	assert_true(cases > 100);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_byte),
		cmocka_unit_test(test_dot_segments),
		cmocka_unit_test(test_base),
		cmocka_unit_test(test_origins),
		cmocka_unit_test(test_resolve),
		cmocka_unit_test(test_recorded_requests),
	};

	return cmocka_run_group_tests_name("url", tests, NULL, NULL);
}
