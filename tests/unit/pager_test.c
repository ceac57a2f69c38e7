/* Pages and items that are asked for one by one, and the ways in which APIs page. */
#include "call_fixture.h"
#include "oac_link.h"
#include "oac_page.h"

#include "openai.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define JSON "Content-Type: application/json\n"
#define ANSWER(status, headers, body) { (status), headers, (body), OAC_OUTCOME_ANSWERED, false, 0 }
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* ---- an answer that has all that may lead on ---- */

struct batch {
	struct item_list data;
	struct oac_opt_bool more;
	const char *next;
	struct oac_opt_int64 total;
	struct oac_json oac_more;
};

static const struct oac_list item_list_type = OAC_LIST_TYPE(item_list, OAC_KIND_OBJECT, &item_type);
static const struct oac_field batch_fields[] = {
	OAC_LIST_OF(struct batch, data, "data", 0, item_list),
	OAC_OPT_FLAG(struct batch, more, "more", 0),
	OAC_STRING(struct batch, next, "next", OAC_NULLABLE),
	OAC_OPT_INT64(struct batch, total, "total", 0),
};
static const struct oac_object batch_type = OAC_OBJECT_TYPE(batch, batch_fields, 0);

#define REQUEST struct list_items_request
#define ALL \
	.request_size = sizeof(REQUEST), .items = OAC_PAGE_ITEMS(struct batch, data, struct item), \
	.item_size = sizeof(struct item)

static const struct oac_paging by_id = OAC_PAGING(REQUEST, after, struct batch, data, more,
	struct item, id);
static const struct oac_paging by_cursor = { ALL, .style = OAC_PAGE_CURSOR,
	.at = OAC_PAGE_MEMBER(REQUEST, after), .next = OAC_PAGE_MEMBER(struct batch, next) };
static const struct oac_paging by_offset = { ALL, .style = OAC_PAGE_OFFSET,
	.at = OAC_PAGE_MEMBER(REQUEST, limit), .total = OAC_PAGE_MEMBER(struct batch, total) };
static const struct oac_paging by_number = { ALL, .style = OAC_PAGE_NUMBER, .first = 1,
	.at = OAC_PAGE_MEMBER(REQUEST, limit), .more = OAC_PAGE_MEMBER(struct batch, more) };
static const struct oac_paging by_number_of = { ALL, .style = OAC_PAGE_NUMBER, .first = 1,
	.at = OAC_PAGE_MEMBER(REQUEST, limit), .total = OAC_PAGE_MEMBER(struct batch, total) };
static const struct oac_paging by_url = { ALL, .style = OAC_PAGE_URL,
	.next = OAC_PAGE_MEMBER(struct batch, next) };
static const struct oac_paging by_link = { .request_size = sizeof(REQUEST),
	.items = OAC_PAGE_LIST(struct item_list, struct item), .item_size = sizeof(struct item),
	.style = OAC_PAGE_LINK };

static struct oac_operation op_batch(void)
{
	struct oac_operation operation = op_list_items;

	operation.response = (struct oac_shape){ &batch_type, sizeof(struct batch), OAC_KIND_OBJECT };
	return operation;
}

/* The ids of all items, joined; what went wrong is in f->status and f->err. */
static const char *all_items(struct fake_run *f, const struct oac_operation *operation,
	const struct oac_paging *paging, const void *request)
{
	static char ids[128];
	struct oac_pager *pager;
	const void *value;

	ids[0] = '\0';
	assert_int_equal(oac_pager_open(f->client, operation, paging, box_and_item, request, NULL,
		&pager, &f->err), OAC_OK);
	for (;;) {
		f->status = oac_pager_next_item(pager, operation, &value, &f->err);
		assert_int_equal(f->err.status, f->status);
		if (value == NULL)
			break;
		size_t at = strlen(ids);
		snprintf(ids + at, sizeof(ids) - at, "%s", ((const struct item *)value)->id);
	}
	oac_pager_free(pager);
	return ids;
}

static void try_style(const struct oac_paging *paging, const struct fake_reply *replies, size_t count,
	const REQUEST *request, const char *ids, const char *last_query)
{
	struct oac_operation operation = op_batch();
	struct fake_run f;

	if (paging == &by_link)
		operation.response = (struct oac_shape){ &item_list_type, sizeof(struct item_list),
			OAC_KIND_LIST };
	fake_begin(&f, replies, count, NULL);
	assert_string_equal(all_items(&f, &operation, paging, request), ids);
	assert_int_equal(f.status, OAC_OK);
	assert_int_equal(f.fake.request_count, count);
	const char *query = strchr(f.fake.requests[count - 1].url, '?');
	assert_string_equal(query != NULL ? query : "", last_query);
	fake_end(&f);
}

#define AB "\"data\":[{\"id\":\"a\"},{\"id\":\"b\"}]"
#define C "\"data\":[{\"id\":\"c\"}]"

static void test_styles(void **state)
{
	static const struct fake_reply id[] = { ANSWER(200, JSON, "{" AB ",\"more\":true}"),
		ANSWER(200, JSON, "{" C ",\"more\":false}") };
	static const struct fake_reply cursor[] = { ANSWER(200, JSON, "{" AB ",\"next\":\"x&1\"}"),
		ANSWER(200, JSON, "{\"data\":[],\"next\":\"y\"}"), ANSWER(200, JSON, "{" C ",\"next\":null}") };
	static const struct fake_reply cursor_empty[] = { ANSWER(200, JSON, "{" AB ",\"next\":\"\"}") };
	static const struct fake_reply offset[] = { ANSWER(200, JSON, "{" AB ",\"total\":3}"),
		ANSWER(200, JSON, "{" C ",\"total\":3}") };
	static const struct fake_reply until_empty[] = { ANSWER(200, JSON, "{" AB "}"),
		ANSWER(200, JSON, "{" C "}"), ANSWER(200, JSON, "{}") };
	static const struct fake_reply number[] = { ANSWER(200, JSON, "{" AB ",\"more\":true}"),
		ANSWER(200, JSON, "{" C "}") };
	static const struct fake_reply number_of[] = { ANSWER(200, JSON, "{" AB ",\"total\":2}"),
		ANSWER(200, JSON, "{" C ",\"total\":2}") };
	static const struct fake_reply url[] = {
		ANSWER(200, JSON, "{" AB ",\"next\":\"https://api.test/v1/other?p=2\"}"),
		ANSWER(200, JSON, "{" AB ",\"next\":\"?p=3\"}"), ANSWER(200, JSON, "{" C ",\"next\":null}") };
	static const struct fake_reply link[] = {
		ANSWER(200, JSON "Link: </v1/boxes?p=9>; rel=\"last\", </v1/boxes?p=2>; rel=\"next\"\n",
			"[{\"id\":\"a\"}]"),
		ANSWER(200, JSON "Link: </v1/boxes?p=9>; rel=last\n", "[{\"id\":\"b\"}]") };
	const REQUEST from = { .limit = OAC_INT(7) };

	(void)state;
	try_style(&by_id, id, COUNT(id), NULL, "abc", "?after=b");
	try_style(&by_cursor, cursor, COUNT(cursor), NULL, "abc", "?after=y");
	try_style(&by_cursor, cursor_empty, 1, NULL, "ab", "");
	try_style(&by_offset, offset, COUNT(offset), NULL, "abc", "?limit=2");
	try_style(&by_offset, until_empty, COUNT(until_empty), &from, "abc", "?limit=10");
	try_style(&by_number, number, COUNT(number), NULL, "abc", "?limit=2");
	try_style(&by_number, number, COUNT(number), &from, "abc", "?limit=8");
	try_style(&by_number_of, number_of, COUNT(number_of), NULL, "abc", "?limit=2");
	try_style(&by_url, url, COUNT(url), &from, "ababc", "?p=3");
	try_style(&by_link, link, COUNT(link), &from, "ab", "?p=2");
}

/* Credentials go where they belong. */
static void test_urls_that_lead_away(void **state)
{
	static const char *const urls[] = { "https://evil.test/v1?p=2", "http://api.test/v1?p=2",
		"https://api.test:8443/v1", "ftp://api.test/v1", "//evil.test/" };

	(void)state;
	for (size_t i = 0; i < COUNT(urls); i++) {
		struct oac_operation operation = op_batch();
		char body[128];
		const struct fake_reply reply = ANSWER(200, JSON, body);
		struct fake_run f;

		snprintf(body, sizeof(body), "{" AB ",\"next\":\"%s\"}", urls[i]);
		fake_begin(&f, &reply, 1, NULL);
		assert_string_equal(all_items(&f, &operation, &by_url, NULL), "ab");
		assert_int_equal(f.status, OAC_E_PROTOCOL);
		assert_int_equal(f.fake.request_count, 1);
		fake_end(&f);
	}
}

static void test_circles(void **state)
{
	static const struct fake_reply cursor[] = { ANSWER(200, JSON, "{" AB ",\"next\":\"x\"}") };
	static const struct fake_reply url[] = { ANSWER(200, JSON, "{" AB ",\"next\":\"/v1?p=1\"}") };
	struct oac_operation operation = op_batch();
	struct fake_run f;

	(void)state;
	fake_begin(&f, cursor, 1, NULL);
	assert_string_equal(all_items(&f, &operation, &by_cursor, NULL), "abab");
	assert_int_equal(f.status, OAC_E_PROTOCOL);
	assert_non_null(strstr(f.err.message, "repeats a cursor"));
	fake_end(&f);
	fake_begin(&f, url, 1, NULL);
	assert_string_equal(all_items(&f, &operation, &by_url, NULL), "abab");
	assert_int_equal(f.status, OAC_E_PROTOCOL);
	fake_end(&f);
}

/* ---- generated functions ---- */

#define MESSAGES(ids, more) "{\"object\":\"list\",\"data\":[" ids "],\"has_more\":" more "}"
#define M(id) "{\"id\":\"" id "\"}"

static void test_an_error_in_the_middle(void **state)
{
	static const struct fake_reply replies[] = {
		ANSWER(200, JSON, MESSAGES(M("m1") "," M("m2"), "true")),
		ANSWER(404, JSON, "{\"error\":{\"message\":\"gone\"}}"),
		ANSWER(200, JSON, MESSAGES(M("m3"), "true")),
		ANSWER(200, JSON, MESSAGES("", "false")),
	};
	struct openai_list_messages_request request = { .limit = OAC_INT(2) };
	char thread[] = "thread_1";
	const struct openai_message *message;
	struct oac_response response;
	const struct oac_call_options options = { .response = &response };
	struct oac_pager *pager;
	struct fake_run f;

	(void)state;
	fake_begin(&f, replies, COUNT(replies), NULL);
	assert_int_equal(openai_messages_list_pages(f.client, thread, &request, &options, &pager, &f.err),
		OAC_OK);
	assert_int_equal(f.fake.request_count, 0);
	/* All that was passed in may go. */
	memset(thread, 'x', sizeof(thread) - 1);
	memset(&request, 0xAA, sizeof(request));
	for (int i = 1; i <= 2; i++) {
		assert_int_equal(openai_messages_list_next(pager, &message, &f.err), OAC_OK);
		assert_int_equal(message->id[1], '0' + i);
	}
	assert_int_equal(f.fake.request_count, 1);
	assert_int_equal(openai_messages_list_next(pager, &message, &f.err), OAC_E_HTTP);
	assert_null(message);
	assert_string_equal(f.err.server_message, "gone");
	assert_int_equal(response.http_status, 404);
	/* The same page once more. */
	assert_int_equal(openai_messages_list_next(pager, &message, &f.err), OAC_OK);
	assert_string_equal(message->id, "m3");
	assert_string_equal(f.fake.requests[1].url, f.fake.requests[2].url);
	assert_string_equal(strstr(f.fake.requests[2].url, "/threads/"),
		"/threads/thread_1/messages?limit=2&after=m2");
	for (int i = 0; i < 2; i++) {
		assert_int_equal(openai_messages_list_next(pager, &message, &f.err), OAC_OK);
		assert_null(message);
	}
	assert_int_equal(f.fake.request_count, 4);
	oac_pager_free(pager);
	oac_response_clear(&response);
	fake_end(&f);
}

static void test_whole_pages(void **state)
{
	static const struct fake_reply replies[] = {
		ANSWER(200, JSON, MESSAGES(M("m1") "," M("m2"), "true")),
		ANSWER(200, JSON, MESSAGES(M("m3") "," M("m4"), "true")),
		ANSWER(200, JSON, MESSAGES(M("m5"), "false")),
	};
	const struct openai_message_page *page;
	const struct openai_message *message;
	const struct openai_run *run;
	struct oac_pager *pager;
	struct fake_run f;

	(void)state;
	fake_begin(&f, replies, COUNT(replies), NULL);
	assert_int_equal(openai_messages_list_pages(f.client, "t", NULL, NULL, &pager, &f.err), OAC_OK);
	assert_int_equal(openai_messages_list_next_page(pager, &page, &f.err), OAC_OK);
	assert_int_equal(page->data.count, 2);
	assert_true(page->has_more);
	/* Items go on behind whole pages, and whole pages behind items. */
	assert_int_equal(openai_messages_list_next(pager, &message, &f.err), OAC_OK);
	assert_string_equal(message->id, "m3");
	assert_int_equal(openai_messages_list_next_page(pager, &page, &f.err), OAC_OK);
	assert_string_equal(page->data.items[0].id, "m5");
	assert_int_equal(openai_messages_list_next_page(pager, &page, &f.err), OAC_OK);
	assert_null(page);
	/* A pager knows what it is for. */
	assert_int_equal(openai_runs_list_next(pager, &run, &f.err), OAC_E_ARGUMENT);
	assert_null(run);
	oac_pager_free(pager);
	oac_pager_free(NULL);
	assert_int_equal(openai_messages_list_pages(NULL, "t", NULL, NULL, &pager, &f.err),
		OAC_E_ARGUMENT);
	assert_null(pager);
	assert_int_equal(openai_messages_list_pages(f.client, NULL, NULL, NULL, &pager, &f.err), OAC_OK);
	assert_int_equal(openai_messages_list_next(pager, &message, &f.err), OAC_E_ARGUMENT);
	oac_pager_free(pager);
	fake_end(&f);
}

/* ---- links ---- */

static void test_links(void **state)
{
	static const char *const cases[][2] = {
		{ "Link: <a>; rel=next\n", "a" },
		{ "link:<a>;rel=\"next\"\n", "a" },
		{ "X: <x>; rel=next\nLINK: <b>; title=\"x, <c>; rel=next\"; rel=prev, <d> ; REL = \"last Next\"\n",
			"d" },
		{ "Link: <a>; rel=prev\nLink: <b>; rel=next\n", "b" },
		{ "Link: <a>; rel=prev; rel=next, <b>; anchor=x; rel=next\n", "b" },
		{ "Link: <>; rel=next\n", "" },
		{ "Link: <a>; title=\"q\\\"; rel=next\"; rel=next\n", "a" },
	};
	static const char *const none[] = { "", "Link: \n", "Link: <a>\n", "Link: <a>; rel=nextpage\n",
		"Link: <a; rel=next\n", "Link: a; rel=next\n", "Link: <a>; rel=\"prev", "Link: <a>; rel",
		"Link: <a>; ;;=;\n", "Link: <a>; x=\"\\" };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		size_t len;
		const char *target = oac_link_find(cases[i][0], "next", &len);
		assert_non_null(target);
		assert_int_equal(len, strlen(cases[i][1]));
		assert_memory_equal(target, cases[i][1], len);
	}
	for (size_t i = 0; i < COUNT(none); i++) {
		size_t len;
		assert_null(oac_link_find(none[i], "next", &len));
	}
	assert_null(oac_link_find(NULL, "next", &(size_t){ 0 }));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_styles),
		cmocka_unit_test(test_urls_that_lead_away),
		cmocka_unit_test(test_circles),
		cmocka_unit_test(test_an_error_in_the_middle),
		cmocka_unit_test(test_whole_pages),
		cmocka_unit_test(test_links),
	};

	return cmocka_run_group_tests_name("pager", tests, NULL, NULL);
}
