/* Streams and pages on a loop, over a scripted transport. */
#include "call_fixture.h"

#include "openai.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define EVENTS "Content-Type: text/event-stream\n"
#define JSON "Content-Type: application/json\n"
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define DONE "event: done\ndata: [DONE]\n\n"
#define PAGE(first, second, more)                                                                      \
	"{\"object\":\"list\",\"data\":[{\"id\":\"" first "\"},{\"id\":\"" second "\"}],"              \
	"\"first_id\":\"" first "\",\"last_id\":\"" second "\",\"has_more\":" more "}"

enum {
	MANY_EVENTS = 1000,
	EVENT_BYTES = 80,
};

struct seen {
	struct oac_loop *loop;
	struct oac_async async;
	int events;
	int turns; /* how often another stream's event came between */
	int stop_at; /* 0: never */
	int count;
	enum oac_status status;
	struct oac_error err;
	char ids[256];
};

static const struct openai_create_run_request request = { .assistant_id = "asst_1" };
static const struct seen *latest;

static int on_event(void *user, const struct openai_assistant_stream_event *event)
{
	struct seen *seen = user;
	char id[32];

	snprintf(id, sizeof(id), "run_%d", seen->events);
	assert_int_equal(event->kind, OPENAI_ASSISTANT_STREAM_EVENT_THREAD_RUN_QUEUED);
	assert_string_equal(event->as.thread_run_queued->data.id, id);
	seen->turns += latest != seen;
	latest = seen;
	return ++seen->events == seen->stop_at;
}

static void on_done(void *user, enum oac_status status, const struct oac_error *err)
{
	struct seen *seen = user;

	seen->count++;
	seen->status = status;
	seen->err = *err;
	assert_int_equal(err->status, status);
}

static void begin_stream(struct oac_loop *loop, struct oac_client *client, struct seen *seen, int stop_at)
{
	struct oac_error err;

	memset(seen, 0, sizeof(*seen));
	seen->loop = loop;
	seen->stop_at = stop_at;
	if (openai_runs_create_stream_async(loop, client, "thread_1", &request, NULL, on_event, on_done, seen,
		    &seen->async, &err) != OAC_OK)
		fail_msg("%s", err.message);
}

static char *many_events(int count, const char *end)
{
	size_t size = (size_t)count * EVENT_BYTES + 64;
	char *text = malloc(size);
	size_t len = 0;

	assert_non_null(text);
	for (int i = 0; i < count; i++)
		len += (size_t)snprintf(text + len, size - len,
			"event: thread.run.queued\ndata: {\"id\":\"run_%d\",\"status\":\"queued\"}\n\n", i);
	snprintf(text + len, size - len, "%s", end);
	return text;
}

/* All events, in order, of two streams that take turns though all is here at once. */
static void test_streams(void **state)
{
	char *text = many_events(MANY_EVENTS, DONE);
	const struct fake_reply reply = { 200, EVENTS, text, OAC_OUTCOME_ANSWERED, false, 0 };
	struct oac_loop *loop = oac_loop_new(NULL, NULL);
	struct oac_client *client;
	struct seen seen[3];
	struct fake fake;

	(void)state;
	fake_init(&fake, &reply, 1);
	client = fake_client(&fake, NULL);
	begin_stream(loop, client, &seen[0], 0);
	begin_stream(loop, client, &seen[1], 0);
	begin_stream(loop, client, &seen[2], 7);
	oac_client_free(client);
	assert_int_equal(oac_loop_run(loop, NULL), OAC_OK);
	for (int i = 0; i < 3; i++) {
		assert_int_equal(seen[i].count, 1);
		assert_int_equal(seen[i].status, OAC_OK);
		assert_int_equal(seen[i].events, i < 2 ? MANY_EVENTS : 7);
	}
	assert_true(seen[0].turns > 10 && seen[1].turns > 10);
	assert_int_equal(fake.running, 0);
	assert_int_equal(fake.freed, 1);
	oac_loop_free(loop);
	free(text);
}

static int cancel_itself(void *user, const struct openai_assistant_stream_event *event)
{
	struct seen *seen = user;

	(void)event;
	if (++seen->events == 3)
		assert_true(oac_loop_cancel(seen->loop, seen->async));
	return 0;
}

static void test_a_stream_that_is_given_up(void **state)
{
	char *text = many_events(10, "");
	const struct fake_reply reply = { 200, EVENTS, text, OAC_OUTCOME_CUT, false, 0 };
	struct oac_loop *loop = oac_loop_new(NULL, NULL);
	struct seen seen[2] = { { .loop = loop }, { 0 } };
	struct oac_client *client;
	struct oac_error err;
	struct fake fake;

	(void)state;
	fake_init(&fake, &reply, 1);
	client = fake_client(&fake, NULL);
	assert_int_equal(openai_runs_create_stream_async(loop, client, "thread_1", &request, NULL, cancel_itself,
		on_done, &seen[0], &seen[0].async, &err), OAC_OK);
	begin_stream(loop, client, &seen[1], 0);
	assert_int_equal(oac_loop_run(loop, NULL), OAC_OK);
	assert_int_equal(seen[0].status, OAC_E_CANCELLED);
	assert_int_equal(seen[0].events, 3);
	assert_int_equal(seen[1].status, OAC_E_CONNECT);
	assert_int_equal(seen[1].events, 10);
	/* What cannot be sent is said at once; what goes on ends with the loop. */
	assert_int_equal(openai_runs_create_stream_async(loop, client, "", &request, NULL, cancel_itself, on_done,
		&seen[0], &seen[0].async, &err), OAC_E_ARGUMENT);
	assert_int_equal(oac_loop_count(loop), 0);
	begin_stream(loop, client, &seen[1], 0);
	oac_loop_free(loop);
	assert_int_equal(seen[1].count, 1);
	assert_int_equal(seen[1].status, OAC_E_CANCELLED);
	assert_int_equal(fake.running, 0);
	oac_client_free(client);
	free(text);
}

static int free_the_loop(void *user, const struct openai_assistant_stream_event *event)
{
	struct seen *seen = user;

	(void)event;
	if (++seen->events == 2)
		oac_loop_free(seen->loop);
	return 0;
}

/* The loop is freed by an event: no other event comes, of this stream and of any. */
static void test_the_loop_is_freed_within(void **state)
{
	char *text = many_events(20, DONE);
	const struct fake_reply reply = { 200, EVENTS, text, OAC_OUTCOME_ANSWERED, false, 0 };
	struct oac_loop *loop = oac_loop_new(NULL, NULL);
	struct seen seen[2] = { { .loop = loop }, { 0 } };
	struct oac_client *client;
	struct oac_error err;
	struct fake fake;

	(void)state;
	fake_init(&fake, &reply, 1);
	client = fake_client(&fake, NULL);
	assert_int_equal(openai_runs_create_stream_async(loop, client, "thread_1", &request, NULL, free_the_loop,
		on_done, &seen[0], NULL, &err), OAC_OK);
	begin_stream(loop, client, &seen[1], 0);
	assert_int_equal(oac_loop_run(loop, &err), OAC_E_CANCELLED);
	for (int i = 0; i < 2; i++) {
		assert_int_equal(seen[i].count, 1);
		assert_int_equal(seen[i].status, OAC_E_CANCELLED);
		assert_int_equal(seen[i].events, i == 0 ? 2 : 0);
	}
	assert_int_equal(fake.running, 0);
	oac_client_free(client);
	free(text);
}

/* ---- pages ---- */

static int on_run(void *user, const struct openai_run *run)
{
	struct seen *seen = user;
	size_t len = strlen(seen->ids);

	snprintf(seen->ids + len, sizeof(seen->ids) - len, "%s ", run->id);
	return ++seen->events == seen->stop_at;
}

static const struct fake_reply pages[] = {
	{ 200, JSON, PAGE("a", "b", "true"), OAC_OUTCOME_ANSWERED, false, 0 },
	{ 200, JSON, PAGE("c", "d", "true"), OAC_OUTCOME_ANSWERED, false, 0 },
	{ 200, JSON, PAGE("e", "f", "false"), OAC_OUTCOME_ANSWERED, false, 0 },
};

/* What is given may go before the first page comes. */
static void list_all(struct fake *fake, struct seen *seen, const struct fake_reply *replies, size_t count,
	enum oac_status status)
{
	char thread[] = "thread_7";
	char before[] = "run_99";
	char text[] = "mine";
	struct oac_header header = { "X-Mine", text };
	struct openai_list_runs_request list = { .limit = oac_int(2), .before = before };
	struct oac_call_options options = { .headers = { 1, &header }, .max_retries = OAC_INT(0) };
	struct oac_loop *loop = oac_loop_new(NULL, NULL);
	struct oac_client *client;

	fake_init(fake, replies, count);
	client = fake_client(fake, NULL);
	assert_int_equal(openai_runs_list_each_async(loop, client, thread, &list, &options, on_run, on_done, seen, NULL,
		NULL), OAC_OK);
	memset(thread, 'x', sizeof(thread) - 1);
	memset(before, 'x', sizeof(before) - 1);
	memset(text, 'x', sizeof(text) - 1);
	memset(&list, 0xAA, sizeof(list));
	memset(&options, 0xAA, sizeof(options));
	oac_client_free(client);
	assert_int_equal(oac_loop_run(loop, NULL), OAC_OK);
	oac_loop_free(loop);
	assert_int_equal(seen->count, 1);
	assert_int_equal(seen->status, status);
	assert_int_equal(fake->freed, 1);
}

static void test_pages(void **state)
{
	static const struct fake_reply circle[] = {
		{ 200, JSON, PAGE("a", "b", "true"), OAC_OUTCOME_ANSWERED, false, 0 },
	};
	struct seen seen = { 0 };
	struct fake fake;

	(void)state;
	list_all(&fake, &seen, pages, COUNT(pages), OAC_OK);
	assert_string_equal(seen.ids, "a b c d e f ");
	assert_int_equal(fake.request_count, 3);
	assert_string_equal(fake.requests[0].url, "https://api.test/v1/threads/thread_7/runs?limit=2&before=run_99");
	assert_non_null(strstr(fake.requests[2].url, "/threads/thread_7/runs?"));
	assert_non_null(strstr(fake.requests[2].url, "limit=2"));
	assert_non_null(strstr(fake.requests[2].url, "after=d"));
	assert_non_null(strstr(fake.requests[2].url, "before=run_99"));
	assert_string_equal(fake_header(&fake, 2, "X-Mine"), "mine");
	seen = (struct seen){ .stop_at = 3 };
	list_all(&fake, &seen, pages, COUNT(pages), OAC_OK);
	assert_string_equal(seen.ids, "a b c ");
	assert_int_equal(fake.request_count, 2);
	seen = (struct seen){ 0 };
	list_all(&fake, &seen, circle, 1, OAC_E_PROTOCOL);
	assert_string_equal(seen.ids, "a b a b ");
}

static int cancel_list(void *user, const struct openai_run *run)
{
	struct seen *seen = user;

	(void)run;
	seen->events++;
	assert_true(oac_loop_cancel(seen->loop, seen->async));
	return 0;
}

static void test_pages_that_are_given_up(void **state)
{
	struct oac_loop *loop = oac_loop_new(NULL, NULL);
	struct seen seen = { .loop = loop };
	struct oac_client *client;
	struct fake fake;

	(void)state;
	fake_init(&fake, pages, COUNT(pages));
	client = fake_client(&fake, NULL);
	assert_int_equal(openai_runs_list_each_async(loop, client, "thread_1", NULL, NULL, cancel_list, on_done, &seen,
		&seen.async, NULL), OAC_OK);
	assert_int_equal(oac_loop_run(loop, NULL), OAC_OK);
	assert_int_equal(seen.count, 1);
	assert_int_equal(seen.status, OAC_E_CANCELLED);
	assert_int_equal(seen.events, 1);
	oac_loop_free(loop);
	oac_client_free(client);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_streams),
		cmocka_unit_test(test_a_stream_that_is_given_up),
		cmocka_unit_test(test_the_loop_is_freed_within),
		cmocka_unit_test(test_pages),
		cmocka_unit_test(test_pages_that_are_given_up),
	};

	return cmocka_run_group_tests_name("streams and pages on a loop", tests, NULL, NULL);
}
