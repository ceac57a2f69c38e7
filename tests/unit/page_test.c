/* All items of a list over its pages. */
#include "call_fixture.h"
#include "oac_page.h"

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

static const struct oac_paging items_paging = OAC_PAGING(struct list_items_request, after,
	struct item_page, data, has_more, struct item, id);

struct seen {
	char ids[64];
	size_t stop_after;
	size_t count;
};

static int see_item(void *user, const void *item)
{
	struct seen *seen = user;
	const struct item *got = item;
	size_t at = strlen(seen->ids);

	snprintf(seen->ids + at, sizeof(seen->ids) - at, "%s;", got->id != NULL ? got->id : "-");
	return ++seen->count == seen->stop_after;
}

static enum oac_status page(struct fake_run *run, struct seen *seen,
	const struct list_items_request *request)
{
	run->status = oac_page_each(run->client, &op_list_items, &items_paging, box_and_item, request,
		NULL, see_item, seen, &run->err);
	assert_int_equal(run->err.status, run->status);
	return run->status;
}

#define PAGE(items, more) ANSWER(200, JSON, "{\"data\":[" items "],\"has_more\":" more "}")

static void test_pages(void **state)
{
	static const struct fake_reply replies[] = {
		PAGE("{\"id\":\"a\"},{\"id\":\"b\"}", "true"),
		PAGE("{\"id\":\"c d\"}", "true"),
		PAGE("{\"id\":\"e\"}", "false"),
	};
	const struct list_items_request request = { .limit = OAC_INT(2), .after = "z", .before = "y" };
	struct seen seen = { 0 };
	struct fake_run run;

	(void)state;
	fake_begin(&run, replies, COUNT(replies), NULL);
	assert_int_equal(page(&run, &seen, &request), OAC_OK);
	assert_string_equal(seen.ids, "a;b;c d;e;");
	assert_int_equal(run.fake.request_count, 3);
	assert_string_equal(strchr(run.fake.requests[0].url, '?'), "?limit=2&after=z&before=y");
	assert_string_equal(strchr(run.fake.requests[1].url, '?'), "?limit=2&after=b&before=y");
	assert_string_equal(strchr(run.fake.requests[2].url, '?'), "?limit=2&after=c%20d&before=y");
	assert_string_equal(request.after, "z");
	fake_end(&run);
}

static void test_last_pages(void **state)
{
	static const struct fake_reply cases[] = {
		PAGE("", "true"),
		ANSWER(200, JSON, "{\"data\":[{\"id\":\"a\"}]}"),
		PAGE("{\"id\":\"a\"},{\"size\":1}", "true"),
		ANSWER(200, JSON, "{\"has_more\":true}"),
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct seen seen = { 0 };
		struct fake_run run;
		fake_begin(&run, &cases[i], 1, NULL);
		assert_int_equal(page(&run, &seen, NULL), OAC_OK);
		assert_int_equal(run.fake.request_count, 1);
		fake_end(&run);
	}
}

static void test_paging_stops(void **state)
{
	static const struct fake_reply replies[] = { PAGE("{\"id\":\"a\"},{\"id\":\"b\"}", "true"),
		ANSWER(404, JSON, "{}") };
	struct seen first = { .stop_after = 1 };
	struct seen all = { 0 };
	struct fake_run run;

	(void)state;
	fake_begin(&run, replies, COUNT(replies), NULL);
	assert_int_equal(page(&run, &first, NULL), OAC_OK);
	assert_string_equal(first.ids, "a;");
	assert_int_equal(run.fake.request_count, 1);
	fake_end(&run);
	/* An error in the middle keeps what came before. */
	fake_begin(&run, replies, COUNT(replies), NULL);
	assert_int_equal(page(&run, &all, NULL), OAC_E_HTTP);
	assert_string_equal(all.ids, "a;b;");
	fake_end(&run);
}

static void test_paging_in_circles(void **state)
{
	static const struct fake_reply one[] = { PAGE("{\"id\":\"a\"}", "true") };
	static const struct fake_reply three[] = {
		PAGE("{\"id\":\"a\"}", "true"), PAGE("{\"id\":\"b\"}", "true"), PAGE("{\"id\":\"c\"}", "true"),
		PAGE("{\"id\":\"a\"}", "true"), PAGE("{\"id\":\"b\"}", "true"), PAGE("{\"id\":\"c\"}", "true"),
		PAGE("{\"id\":\"a\"}", "true"), PAGE("{\"id\":\"b\"}", "true"), PAGE("{\"id\":\"c\"}", "true"),
		PAGE("{\"id\":\"a\"}", "true"), PAGE("{\"id\":\"b\"}", "true"), PAGE("{\"id\":\"c\"}", "false"),
	};
	struct seen seen = { 0 };
	struct fake_run run;

	(void)state;
	fake_begin(&run, one, 1, NULL);
	assert_int_equal(page(&run, &seen, NULL), OAC_E_PROTOCOL);
	assert_int_equal(run.fake.request_count, 2);
	assert_non_null(strstr(run.err.message, "cursor"));
	fake_end(&run);
	fake_begin(&run, three, COUNT(three), NULL);
	memset(&seen, 0, sizeof(seen));
	assert_int_equal(page(&run, &seen, NULL), OAC_E_PROTOCOL);
	assert_true(run.fake.request_count < COUNT(three));
	fake_end(&run);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pages),
		cmocka_unit_test(test_last_pages),
		cmocka_unit_test(test_paging_stops),
		cmocka_unit_test(test_paging_in_circles),
	};

	return cmocka_run_group_tests_name("page", tests, NULL, NULL);
}
