/*
 * Every allocation of a loop and of what goes on in it fails once: the first, the second, ...
 * until there are no more. Each time what was accepted ends once, nothing is left behind, and
 * nothing is called that was refused. Over a scripted transport, and over libcurl.
 */
#include "failing_runtime.h"

#include "call_fixture.h"
#include "http_script.h"
#include "openai_helpers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define JSON "Content-Type: application/json\n"
#define EVENTS "Content-Type: text/event-stream\n"
#define RUN "{\"id\":\"run_1\",\"thread_id\":\"thread_1\",\"status\":\"queued\"}"
#define LAST_RUN "{\"id\":\"run_1\",\"thread_id\":\"thread_1\",\"status\":\"completed\"}"
#define PAGE(id, more)                                                                             \
	"{\"object\":\"list\",\"data\":[{\"id\":\"" id "\"}],\"first_id\":\"" id "\",\"last_id\":\"" id \
	"\",\"has_more\":" more "}"
#define STREAM                                                                                     \
	"event: thread.run.queued\ndata: {\"id\":\"run_1\"}\n\nevent: done\ndata: [DONE]\n\n"

enum {
	MAX_FAILURES = 3000,
};

struct scene {
	struct oac_client *client; /* NULL once freed */
	struct oac_loop *loop;
	struct oac_cancel *cancel;
	int accepted;
	int ended;
	int nomem; /* how many said so */
};

static void note(struct scene *s, enum oac_status status)
{
	s->ended++;
	s->nomem += status == OAC_E_NOMEM;
	if (status != OAC_OK && status != OAC_E_NOMEM)
		fail_msg("%s", oac_status_name(status));
}

static void run_done(void *user, enum oac_status status, struct openai_run *run, const struct oac_error *err)
{
	openai_run_free(run);
	assert_int_equal(status, err->status);
	note(user, status);
}

static void nothing_done(void *user, enum oac_status status, const struct oac_error *err)
{
	assert_int_equal(status, err->status);
	note(user, status);
}

static int on_run(void *user, const struct openai_run *run)
{
	(void)user;
	(void)run;
	return 0;
}

static int on_event(void *user, const struct openai_assistant_stream_event *event)
{
	(void)user;
	(void)event;
	return 0;
}

static void accept_one(struct scene *s, enum oac_status status)
{
	s->accepted += status == OAC_OK;
	s->nomem += status == OAC_E_NOMEM;
	if (status != OAC_OK && status != OAC_E_NOMEM)
		fail_msg("%s", oac_status_name(status));
}

/* A call, a poll, a stream and a list at once, with headers and a token. */
static void submit(struct scene *s)
{
	const struct oac_header header = { "X-Mine", "1" };
	const struct oac_call_options call = { .headers = { 1, &header }, .cancel = s->cancel };
	const struct openai_poll_options poll = { .call = call, .interval_ms = OAC_INT(1) };
	const struct openai_create_run_request create = { .assistant_id = "asst_1" };
	const struct openai_list_runs_request list = { .limit = OAC_INT(1) };
	struct oac_error err;

	accept_one(s, openai_runs_retrieve_async(s->loop, s->client, "thread_1", "run_1", &call, run_done, s, NULL, &err));
	accept_one(s, openai_runs_poll_async(s->loop, s->client, "thread_1", "run_1", &poll, run_done, s, NULL, &err));
	accept_one(s, openai_runs_create_stream_async(s->loop, s->client, "thread_1", &create, &call, on_event,
		nothing_done, s, NULL, &err));
	accept_one(s, openai_runs_list_each_async(s->loop, s->client, "thread_1", &list, &call, on_run, nothing_done, s,
		NULL, &err));
}

/* True: something failed for want of memory. */
static bool play(const struct oac_client_options *options)
{
	struct scene s = { 0 };
	struct oac_error err;

	s.client = openai_client_new(options, &err);
	s.loop = oac_loop_new(NULL, &err);
	s.cancel = oac_cancel_new();
	bool failed = s.client == NULL || s.loop == NULL || s.cancel == NULL;
	if (!failed) {
		submit(&s);
		oac_client_free(s.client);
		s.client = NULL;
		assert_int_equal(oac_loop_run(s.loop, &err), OAC_OK);
		assert_int_equal(s.ended, s.accepted);
		failed = s.nomem > 0;
	}
	oac_loop_free(s.loop);
	oac_client_free(s.client);
	oac_cancel_free(s.cancel);
	return failed;
}

static void play_all(const struct oac_client_options *options)
{
	size_t n = 1;
	bool failed = true;

	for (; n < MAX_FAILURES; n++) {
		calls_left = n;
		failed = play(options);
		assert_int_equal(live, 0);
		if (calls_left > 0)
			break;
	}
	calls_left = 0;
	assert_false(failed);
	assert_in_range(n, 50, MAX_FAILURES - 1);
	print_message("# %zu allocations\n", n - 1);
}

/* ---- a transport that answers by what it is asked ---- */

struct exchange {
	const struct oac_sink *sink;
	const char *type;
	const char *body;
};

static int gets;

static enum oac_status start(void *user, const struct oac_request *request, const struct oac_sink *sink,
	void **exchange)
{
	struct exchange *x = malloc(sizeof(*x));
	bool post = strcmp(request->method, "POST") == 0;

	(void)user;
	assert_non_null(x);
	*x = (struct exchange){ sink, post ? EVENTS : JSON, post ? STREAM : gets++ % 3 == 2 ? LAST_RUN : RUN };
	if (strstr(request->url, "runs?") != NULL)
		x->body = strstr(request->url, "after=") != NULL ? PAGE("b", "false") : PAGE("a", "true");
	*exchange = x;
	return OAC_OK;
}

static bool step(void *user, void *exchange, int64_t wait_ms, const struct oac_cancel *cancel,
	struct oac_result *result)
{
	const struct exchange *x = exchange;
	const struct oac_sink *sink = x->sink;
	bool whole = sink->head(sink->user, 200, x->type, strlen(x->type)) == OAC_FLOW_GO &&
		sink->body(sink->user, x->body, strlen(x->body)) == OAC_FLOW_GO;

	(void)user;
	(void)wait_ms;
	(void)cancel;
	result->outcome = whole ? OAC_OUTCOME_ANSWERED : OAC_OUTCOME_STOPPED;
	return true;
}

static void end(void *user, void *exchange)
{
	(void)user;
	free(exchange);
}

static void test_scripted(void **state)
{
	const struct oac_transport transport = { NULL, start, step, end, NULL };
	const struct oac_client_options options = { .api_key = "sk-secret", .base_url = "https://api.test/v1",
		.transport = &transport };

	(void)state;
	play_all(&options);
}

/* ---- libcurl ---- */

static void test_libcurl(void **state)
{
	struct http_script *server = http_script_new();
	struct oac_client_options options = { .api_key = "sk-secret", .base_url = http_script_url(server) };
	struct scene s = { 0 };
	struct oac_error err;
	bool failed = true;
	size_t n = 1;

	(void)state;
	http_script_answer(server, "200 OK", "Content-Type: application/json\r\n", LAST_RUN);
	for (; failed && n < MAX_FAILURES; n++) {
		calls_left = n;
		s = (struct scene){ 0 };
		s.client = openai_client_new(&options, &err);
		s.loop = oac_loop_new(NULL, &err);
		if (s.client != NULL && s.loop != NULL) {
			for (int i = 0; i < 2; i++)
				accept_one(&s, openai_runs_retrieve_async(s.loop, s.client, "thread_1", "run_1", NULL,
					run_done, &s, NULL, &err));
			assert_int_equal(oac_loop_run(s.loop, &err), OAC_OK);
			assert_int_equal(s.ended, s.accepted);
		}
		failed = calls_left == 0;
		oac_loop_free(s.loop);
		oac_client_free(s.client);
		assert_int_equal(live, 0);
	}
	calls_left = 0;
	assert_int_equal(s.nomem, 0);
	assert_int_equal(s.ended, 2);
	assert_in_range(n, 30, MAX_FAILURES - 1);
	print_message("# %zu allocations\n", n - 2);
	http_script_free(server);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_scripted),
		cmocka_unit_test(test_libcurl),
	};

	return cmocka_run_group_tests_name("a loop without memory", tests, NULL, NULL);
}
