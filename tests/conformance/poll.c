#define _POSIX_C_SOURCE 200809L

#include "golden.h"
#include "operations.h"
#include "poll_expect.h"
#include "poll_script.h"
#include "slack.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	EARLY_MS = 30,
	LATE_MS = 280,
	IDS_MAX = 128,
};

struct poll_case {
	struct poll_golden golden;
	char thread_id[IDS_MAX];
	char run_id[IDS_MAX];
	struct poll_script *script;
	struct input input;
	struct openai_poll_options options;
	struct openai_run *run;
	enum oac_status status;
	struct oac_error err;
	int64_t took_ms;
};

static int64_t late_ms(void)
{
	return LATE_MS + slack_ms();
}

/* ---- what is given ---- */

/* What follows "/key/" in the path of any request, such as an id, or a default. */
static void find_id(const cJSON *requests, const char *key, const char *otherwise, char *id)
{
	const cJSON *request;

	snprintf(id, IDS_MAX, "%s", otherwise);
	cJSON_ArrayForEach(request, requests) {
		const char *path = text_of(request, "path");
		const char *at = path != NULL ? strstr(path, key) : NULL;

		if (at == NULL)
			continue;
		at += strlen(key);
		/* POST /threads/runs has no thread. */
		if (*at == '\0' || strcmp(at, "runs") == 0)
			continue;
		snprintf(id, IDS_MAX, "%.*s", (int)strcspn(at, "/"), at);
		return;
	}
}

/* The pairs of a golden query as an object: {"limit": "2", "include": [...]}. */
static cJSON *query_object(const cJSON *pairs)
{
	cJSON *object = cJSON_CreateObject();
	const cJSON *pair;

	cJSON_ArrayForEach(pair, pairs) {
		const char *name = cJSON_GetStringValue(pair->child);
		cJSON *value = cJSON_Duplicate(pair->child->next, true);
		char stem[64];
		cJSON *list;

		if (name == NULL || strlen(name) < 3 || strcmp(name + strlen(name) - 2, "[]") != 0) {
			cJSON_AddItemToObject(object, name ? name : "", value);
			continue;
		}
		snprintf(stem, sizeof(stem), "%.*s", (int)strlen(name) - 2, name);
		list = cJSON_GetObjectItemCaseSensitive(object, stem);
		if (list == NULL)
			list = cJSON_AddArrayToObject(object, stem);
		cJSON_AddItemToArray(list, value);
	}
	return object;
}

static bool take_options(struct poll_case *c)
{
	struct oac_call_options *call = &c->options.call;
	const cJSON *option;

	cJSON_ArrayForEach(option, member(c->golden.golden, "options")) {
		if (strcmp(option->string, "pollIntervalMs") == 0)
			c->options.interval_ms = oac_int((int64_t)option->valuedouble);
		else if (strcmp(option->string, "maxRetries") == 0)
			call->max_retries = oac_int((int64_t)option->valuedouble);
		else if (strcmp(option->string, "timeout") == 0)
			call->timeout_ms = (int64_t)option->valuedouble;
		else
			return verdict_fail(c->golden.verdict, "cannot set the option '%s'",
				option->string);
	}
	c->input.options = *call;
	return true;
}

/* ---- the helpers ---- */

static void create_and_poll(struct poll_case *c, struct oac_client *client)
{
	struct openai_create_run_request *request = NULL;

	c->status = openai_create_run_request_from_json(c->input.body, strlen(c->input.body),
		&request, &c->err);
	if (c->status != OAC_OK)
		return;
	request->include = c->input.include;
	c->status = openai_runs_create_and_poll(client, c->thread_id, request, &c->options, &c->run,
		&c->err);
	openai_create_run_request_free(request);
}

static void create_thread_and_poll(struct poll_case *c, struct oac_client *client)
{
	struct openai_create_thread_and_run_request *request = NULL;

	c->status = openai_create_thread_and_run_request_from_json(c->input.body,
		strlen(c->input.body), &request, &c->err);
	if (c->status != OAC_OK)
		return;
	c->status = openai_threads_create_and_run_poll(client, request, &c->options, &c->run, &c->err);
	openai_create_thread_and_run_request_free(request);
}

static void submit_and_poll(struct poll_case *c, struct oac_client *client)
{
	struct openai_submit_tool_outputs_request *request = NULL;

	c->status = openai_submit_tool_outputs_request_from_json(c->input.body,
		strlen(c->input.body), &request, &c->err);
	if (c->status != OAC_OK)
		return;
	c->status = openai_runs_submit_tool_outputs_and_poll(client, c->thread_id, c->run_id,
		request, &c->options, &c->run, &c->err);
	openai_submit_tool_outputs_request_free(request);
}

static void poll_only(struct poll_case *c, struct oac_client *client)
{
	c->status = openai_runs_poll(client, c->thread_id, c->run_id, &c->options, &c->run, &c->err);
}

static void each_item(struct poll_case *c, struct oac_client *client)
{
	const struct operation *operation = operation_lists(c->golden.helper + strlen("pages:"));

	c->input.thread_id = c->thread_id;
	c->input.run_id = c->run_id;
	c->input.ids = cJSON_CreateArray();
	c->status = operation->each(client, &c->input, &c->err);
}

typedef void (*helper_fn)(struct poll_case *c, struct oac_client *client);

static helper_fn find_helper(const char *name)
{
	static const struct {
		const char *name;
		helper_fn run;
	} helpers[] = {
		{ "poll", poll_only },
		{ "createAndPoll", create_and_poll },
		{ "submitToolOutputsAndPoll", submit_and_poll },
		{ "createAndRunPoll", create_thread_and_poll },
		{ "threads.createAndRunPoll", create_thread_and_poll },
	};

	for (size_t i = 0; name != NULL && i < sizeof(helpers) / sizeof(helpers[0]); i++)
		if (strcmp(helpers[i].name, name) == 0)
			return helpers[i].run;
	if (name != NULL && strncmp(name, "pages:", 6) == 0 && operation_lists(name + 6) != NULL)
		return each_item;
	return NULL;
}

/* ---- running ---- */

struct alarm {
	struct oac_cancel *cancel;
	int64_t after_ms;
};

static void *pull_later(void *user)
{
	struct alarm *alarm = user;

	oac_sleep_ms(alarm->after_ms, NULL);
	oac_cancel_pull(alarm->cancel);
	return NULL;
}

static void drive(struct poll_case *c, helper_fn helper, struct oac_client *client)
{
	const cJSON *abort_after = member(c->golden.golden, "abort_after_ms");
	struct alarm alarm = { NULL, 0 };
	pthread_t thread;
	int64_t start;

	if (cJSON_IsNumber(abort_after)) {
		alarm.after_ms = (int64_t)abort_after->valuedouble;
		alarm.cancel = oac_cancel_new();
		c->options.call.cancel = alarm.cancel;
		c->input.options.cancel = alarm.cancel;
		if (alarm.cancel == NULL || pthread_create(&thread, NULL, pull_later, &alarm) != 0)
			abort();
	}
	slack_begin();
	start = oac_now_ms();
	helper(c, client);
	c->took_ms = oac_now_ms() - start;
	if (alarm.cancel != NULL)
		pthread_join(thread, NULL);
	oac_cancel_free(alarm.cancel);
	if (alarm.cancel != NULL && c->took_ms > alarm.after_ms + late_ms())
		verdict_fail(c->golden.verdict, "cancelled after %lld ms, but over after %lld ms",
			(long long)alarm.after_ms, (long long)c->took_ms);
}

/* ---- comparing ---- */

static void compare_requests(struct poll_case *c, size_t want)
{
	struct http_script *server = poll_script_server(c->script);
	size_t count = http_script_count(server);
	char label[32];

	if (count != want)
		verdict_fail(c->golden.verdict, "%zu requests instead of %zu (%s %s)", count, want,
			oac_status_name(c->status), c->err.message);
	for (size_t n = 0; n < count && n < want; n++) {
		const cJSON *golden = cJSON_GetArrayItem(c->golden.requests, (int)n);
		struct gap gap;
		int64_t got;

		snprintf(label, sizeof(label), "request %zu", n + 1);
		if (!compare_request(http_script_request(server, n), golden, label,
			    c->golden.verdict) ||
			n == 0)
			continue;
		gap = expect_gap(&c->golden, n);
		got = poll_script_gap_ms(c->script, n);
		if (got < gap.from_ms - EARLY_MS || got > gap.to_ms + late_ms())
			verdict_fail(c->golden.verdict, "%s came after %lld ms, not %lld to %lld",
				label, (long long)got, (long long)gap.from_ms, (long long)gap.to_ms);
	}
}

static bool same_text(const char *got, const cJSON *error, const char *name)
{
	const char *want = text_of(error, name);

	return strcmp(got, want != NULL ? want : "") == 0;
}

static enum oac_status expected_status(const cJSON *error)
{
	const char *class = text_of(error, "class");

	if (cJSON_IsNumber(member(error, "status")))
		return OAC_E_HTTP;
	if (class != NULL && strcmp(class, "APIUserAbortError") == 0)
		return OAC_E_CANCELLED;
	if (class != NULL && strcmp(class, "APIConnectionTimeoutError") == 0)
		return OAC_E_TIMEOUT;
	return OAC_E_CONNECT;
}

static void compare_error(const struct poll_case *c, const cJSON *error)
{
	struct verdict *verdict = c->golden.verdict;
	const cJSON *http_status = member(error, "status");
	const char *message = text_of(error, "message");
	enum oac_status status = expected_status(error);

	if (c->status != status)
		verdict_fail(verdict, "%s (%s) instead of %s", oac_status_name(c->status),
			c->err.message, oac_status_name(status));
	if (status != OAC_E_HTTP)
		return;
	if (c->err.http_status != http_status->valueint)
		verdict_fail(verdict, "the status is %d", c->err.http_status);
	if (!same_text(c->err.server_code, error, "code") ||
		!same_text(c->err.server_type, error, "type") ||
		!same_text(c->err.server_param, error, "param") ||
		!same_text(c->err.request_id, error, "request_id"))
		verdict_fail(verdict, "code '%s', type '%s', param '%s', request id '%s'",
			c->err.server_code, c->err.server_type, c->err.server_param,
			c->err.request_id);
	/* Theirs is "404 what the server said". */
	if (message != NULL && strstr(message, c->err.server_message) == NULL)
		verdict_fail(verdict, "the server's message is '%s'", c->err.server_message);
	if (c->err.server_message[0] == '\0' && message != NULL &&
		strstr(message, "no body") == NULL)
		verdict_fail(verdict, "the server's message is missing");
}

/* A run that was seen is given back, whatever happened after it. */
static bool saw_run(const struct poll_case *c, size_t requests)
{
	for (size_t n = 0; n < requests; n++)
		if (text_of(cJSON_GetArrayItem(c->golden.script, (int)n), "run") != NULL)
			return true;
	return false;
}

static void compare_result(const struct poll_case *c)
{
	struct verdict *verdict = c->golden.verdict;
	const char *want = text_of(c->golden.golden, "result_status");
	const cJSON *items = member(c->golden.golden, "items");
	const char *got = c->run != NULL ? openai_run_status_text(c->run->status) : NULL;

	if (c->status != OAC_OK)
		verdict_fail(verdict, "%s: %s", oac_status_name(c->status), c->err.message);
	if (want != NULL && (got == NULL || strcmp(got, want) != 0))
		verdict_fail(verdict, "the run is %s, not %s", got ? got : "none", want);
	if (cJSON_IsArray(items) && !cJSON_Compare(items, c->input.ids, true))
		verdict_fail(verdict, "%d items, or others, instead of %d",
			cJSON_GetArraySize(c->input.ids), cJSON_GetArraySize(items));
}

static void compare(struct poll_case *c)
{
	const cJSON *error = member(c->golden.golden, "error");
	bool is_lost;
	size_t want = expect_count(&c->golden, &is_lost);

	compare_requests(c, want);
	if (is_lost && c->status != OAC_E_CONNECT)
		verdict_fail(c->golden.verdict, "%s after a lost POST", oac_status_name(c->status));
	else if (!is_lost && cJSON_IsObject(error))
		compare_error(c, error);
	else if (!is_lost)
		compare_result(c);
	if ((c->run != NULL) != saw_run(c, want))
		verdict_fail(c->golden.verdict, "a run that was seen is lost, or one is made up");
}

void poll_run(const cJSON *poll_case, const struct ours *ours, struct verdict *verdict)
{
	struct poll_case c = { .status = OAC_E_ARGUMENT };
	struct oac_client_options options = { .api_key = GOLDEN_KEY };
	struct oac_client *client = NULL;
	const cJSON *first;
	cJSON *query;
	helper_fn helper;
	char base_url[128];

	c.golden = (struct poll_golden){ poll_case, text_of(poll_case, "case"),
		text_of(poll_case, "helper"), member(poll_case, "script"),
		member(poll_case, "requests"), ours, verdict };
	helper = find_helper(c.golden.helper);
	if (helper == NULL) {
		verdict_fail(verdict, "there is no helper '%s'", c.golden.helper ? c.golden.helper : "");
		return;
	}
	find_id(c.golden.requests, "/threads/", "thread_abc123", c.thread_id);
	find_id(c.golden.requests, "/runs/", "run_abc123", c.run_id);
	/* The params leave out what all cases have in common; the first request has it all. */
	first = cJSON_GetArrayItem(c.golden.requests, 0);
	query = query_object(member(first, "query"));
	c.input.body = cJSON_PrintUnformatted(member(first, "body"));
	c.script = poll_script_new(c.golden.script, c.thread_id, c.run_id, verdict);
	if (c.script == NULL || !take_options(&c))
		goto done;
	if (!input_query(&c.input, query) || c.input.body == NULL) {
		verdict_fail(verdict, "the first request cannot be made again");
		goto done;
	}
	c.input.options.query = pairs_list(&c.input.rest);
	snprintf(base_url, sizeof(base_url), "%s/v1", http_script_url(poll_script_server(c.script)));
	options.base_url = base_url;
	client = openai_client_new(&options, &c.err);
	if (client == NULL) {
		verdict_fail(verdict, "no client: %s", c.err.message);
		goto done;
	}
	drive(&c, helper, client);
	compare(&c);
done:
	openai_run_free(c.run);
	oac_client_free(client);
	poll_script_free(c.script);
	input_clear(&c.input);
	cJSON_Delete(query);
}
