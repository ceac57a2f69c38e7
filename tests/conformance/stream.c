/*
 * The cases of stream/: recorded bytes go through a socket, whole and cut into pieces, and
 * the callbacks and the results are compared with the recorded client's.
 */
#define _POSIX_C_SOURCE 200809L

#include "golden.h"
#include "json_compare.h"
#include "stream_record.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	IDS_MAX = 128,
	PLACE_MAX = 160,
	HEAD_MAX = 512,
	RANDOM_CUTS = 0, /* pieces of 1 to 40 bytes, the same ones each time */
	RANDOM_MAX = 40,
};

struct stream_case {
	const cJSON *golden;
	const struct ours *ours;
	struct verdict *verdict;
	const char *bytes; /* the answer's body */
	size_t len;
	char thread_id[IDS_MAX];
	char run_id[IDS_MAX];
	char *request; /* JSON text */
	struct http_script *server;
	cJSON *callbacks; /* ours */
	enum oac_status status;
	struct oac_error err;
};

/* ---- what is given ---- */

/* "/v1/threads/ID/runs/ID/submit_tool_outputs" */
static void find_ids(struct stream_case *c)
{
	const char *path = text_of(member(c->golden, "request"), "path");
	const char *thread = path != NULL ? strstr(path, "/threads/") : NULL;
	const char *run = path != NULL ? strstr(path, "/runs/") : NULL;

	if (thread != NULL)
		snprintf(c->thread_id, IDS_MAX, "%.*s", (int)strcspn(thread + 9, "/"), thread + 9);
	if (run != NULL)
		snprintf(c->run_id, IDS_MAX, "%.*s", (int)strcspn(run + 6, "/"), run + 6);
}

/* The body without what the function itself adds. */
static void find_request(struct stream_case *c)
{
	cJSON *body = cJSON_Duplicate(member(member(c->golden, "request"), "body"), true);

	cJSON_DeleteItemFromObjectCaseSensitive(body, "stream");
	c->request = body != NULL ? cJSON_PrintUnformatted(body) : strdup("{}");
	cJSON_Delete(body);
}

/* ---- the server ---- */

static void add_chunk(FILE *out, const char *bytes, size_t len)
{
	fprintf(out, "%zx\r\n", len);
	fwrite(bytes, 1, len, out);
	fputs("\r\n", out);
}

/* cut: bytes of a chunk. The text of a whole answer; *len bytes. */
static char *write_answer(const struct stream_case *c, size_t cut, size_t *len)
{
	const cJSON *transport = member(c->golden, "transport");
	const cJSON *http = member(transport, "http");
	struct random random = { c->len + 1 };
	char *text;
	FILE *out = open_memstream(&text, len);

	if (out == NULL)
		abort();
	if (cJSON_IsObject(http)) {
		char *body = cJSON_PrintUnformatted(member(http, "body"));

		fprintf(out, "HTTP/1.1 %d Scripted\r\nContent-Type: application/json\r\n"
			"x-request-id: req_test\r\nx-should-retry: false\r\nContent-Length: %zu\r\n\r\n%s",
			member(http, "status")->valueint, strlen(body), body);
		cJSON_free(body);
		fclose(out);
		return text;
	}
	fputs("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nx-request-id: req_test\r\n"
		"Transfer-Encoding: chunked\r\n\r\n", out);
	for (size_t at = 0; at < c->len;) {
		size_t piece = cut == RANDOM_CUTS ? 1 + random_below(&random, RANDOM_MAX) : cut;

		if (piece > c->len - at)
			piece = c->len - at;
		add_chunk(out, c->bytes + at, piece);
		at += piece;
	}
	if (!cJSON_IsTrue(member(transport, "drop_connection_after_bytes")))
		fputs("0\r\n\r\n", out);
	fclose(out);
	return text;
}

/* ---- the helpers ---- */

typedef enum oac_status (*open_fn)(struct stream_case *c, struct oac_client *client,
	const struct openai_run_stream_options *options, struct openai_run_stream **stream);

static enum oac_status open_run(struct stream_case *c, struct oac_client *client,
	const struct openai_run_stream_options *options, struct openai_run_stream **stream)
{
	struct openai_create_run_request *request;

	c->status = openai_create_run_request_from_json(c->request, strlen(c->request), &request, &c->err);
	if (c->status == OAC_OK)
		c->status = openai_runs_stream(client, c->thread_id, request, options, stream, &c->err);
	openai_create_run_request_free(request);
	return c->status;
}

static enum oac_status open_thread(struct stream_case *c, struct oac_client *client,
	const struct openai_run_stream_options *options, struct openai_run_stream **stream)
{
	struct openai_create_thread_and_run_request *request;

	c->status = openai_create_thread_and_run_request_from_json(c->request, strlen(c->request),
		&request, &c->err);
	if (c->status == OAC_OK)
		c->status = openai_threads_create_and_run_stream(client, request, options, stream, &c->err);
	openai_create_thread_and_run_request_free(request);
	return c->status;
}

static enum oac_status open_outputs(struct stream_case *c, struct oac_client *client,
	const struct openai_run_stream_options *options, struct openai_run_stream **stream)
{
	struct openai_submit_tool_outputs_request *request;

	c->status = openai_submit_tool_outputs_request_from_json(c->request, strlen(c->request), &request,
		&c->err);
	if (c->status == OAC_OK)
		c->status = openai_runs_submit_tool_outputs_stream(client, c->thread_id, c->run_id, request,
			options, stream, &c->err);
	openai_submit_tool_outputs_request_free(request);
	return c->status;
}

static open_fn find_helper(const char *name)
{
	static const struct {
		const char *name;
		open_fn open;
	} helpers[] = {
		{ "stream", open_run },
		{ "createAndStream", open_run },
		{ "createAndRunStream", open_thread },
		{ "submitToolOutputsStream", open_outputs },
	};

	for (size_t i = 0; name != NULL && i < sizeof(helpers) / sizeof(helpers[0]); i++)
		if (strcmp(helpers[i].name, name) == 0)
			return helpers[i].open;
	return NULL;
}

/* ---- what is expected ---- */

/*
 * The piece of the event before the callback at entry that began the tool call: the one with
 * the same index.
 */
static const cJSON *first_piece(const cJSON *entry)
{
	const cJSON *index = member(member(entry, "args")->child, "index");
	const cJSON *event = entry;
	const cJSON *piece;

	while (event != NULL && strcmp(text_of(event, "callback"), "event") != 0)
		event = event->prev != event ? event->prev : NULL;
	event = event != NULL ? member(member(event, "args")->child, "data") : NULL;
	cJSON_ArrayForEach(piece, member(member(member(event, "delta"), "step_details"), "tool_calls"))
		if (cJSON_Compare(member(piece, "index"), index, true))
			return piece;
	return NULL;
}

/* The recorded client tells nothing of the first piece of a tool call but that it began. */
static void add_first_pieces(struct stream_case *c, cJSON *callbacks)
{
	for (cJSON *entry = callbacks->child; entry != NULL; entry = entry->next) {
		const cJSON *piece = strcmp(text_of(entry, "callback"), "toolCallCreated") == 0 ?
			first_piece(entry) : NULL;
		cJSON *delta;
		cJSON *args;

		if (piece == NULL ||
			ours_apply(c->ours, "first-tool-delta", text_of(c->golden, "case"), c->verdict) == NULL)
			continue;
		delta = cJSON_CreateObject();
		cJSON_AddStringToObject(delta, "callback", "toolCallDelta");
		args = cJSON_AddArrayToObject(delta, "args");
		cJSON_AddItemToArray(args, cJSON_Duplicate(piece, true));
		cJSON_AddItemToArray(args, cJSON_Duplicate(member(entry, "args")->child, true));
		/* Behind entry: the list is walked by its links, not by numbers. */
		delta->next = entry->next;
		delta->prev = entry;
		if (entry->next != NULL)
			entry->next->prev = delta;
		else
			callbacks->child->prev = delta;
		entry->next = delta;
		entry = delta;
	}
}

/* An error of ours, as stream_record has it, with what the recorded client knew of its own. */
static void compare_error(const cJSON *got, const cJSON *want, const char *label, struct verdict *verdict)
{
	static const char *const members[] = { "message", "type", "code", "param" };
	const cJSON *known = member(want, "$error");
	const cJSON *server = member(known, "error");
	const cJSON *status = member(known, "status");

	if (cJSON_IsNumber(status) && member(got, "http_status")->valueint != status->valueint)
		verdict_fail(verdict, "%s: the HTTP status is %d", label, member(got, "http_status")->valueint);
	for (size_t i = 0; i < sizeof(members) / sizeof(members[0]); i++) {
		const char *text = text_of(server, members[i]);

		if (text != NULL && strcmp(text, text_of(got, members[i])) != 0)
			verdict_fail(verdict, "%s: the server's %s is '%s'", label, members[i],
				text_of(got, members[i]));
	}
	if (text_of(known, "request_id") != NULL &&
		strcmp(text_of(known, "request_id"), text_of(got, "request_id")) != 0)
		verdict_fail(verdict, "%s: the request id is '%s'", label, text_of(got, "request_id"));
}

static void compare_callbacks(struct stream_case *c, const cJSON *want, const char *how)
{
	const cJSON *got = c->callbacks->child;
	char label[80];
	char place[PLACE_MAX];
	int number = 0;

	for (want = want->child; want != NULL && got != NULL; want = want->next, got = got->next) {
		const char *name = text_of(want, "callback");

		snprintf(label, sizeof(label), "%s: callback %d, %s", how, ++number, name);
		if (strcmp(name, text_of(got, "callback")) != 0) {
			verdict_fail(c->verdict, "%s: ours is %s", label, text_of(got, "callback"));
			return;
		}
		if (strcmp(name, "error") == 0)
			compare_error(member(got, "args")->child, member(want, "args")->child, label, c->verdict);
		else if (!json_same_tree(member(got, "args"), member(want, "args"), place, sizeof(place)))
			verdict_fail(c->verdict, "%s: the arguments differ at %s", label, place);
	}
	if (want != NULL || got != NULL)
		verdict_fail(c->verdict, "%s: after %d callbacks %s %s", how, number,
			want != NULL ? "there is no" : "there is also",
			text_of(want != NULL ? want : got, "callback"));
}

static bool is_error(const cJSON *result)
{
	return member(result, "$error") != NULL;
}

static void compare_result(struct stream_case *c, const char *name, cJSON *got, const char *how)
{
	const cJSON *want = member(member(c->golden, "result"), name);
	char place[PLACE_MAX];

	if (want != NULL && is_error(want) != (c->status != OAC_OK))
		verdict_fail(c->verdict, "%s: the status is %s", how, oac_status_name(c->status));
	else if (want != NULL && !is_error(want) && !json_same_tree(got, want, place, sizeof(place)))
		verdict_fail(c->verdict, "%s: %s differs at %s", how, name, place);
	cJSON_Delete(got);
}

static void compare_results(struct stream_case *c, struct openai_run_stream *stream, const char *how)
{
	struct openai_message_list messages;
	struct openai_run_step_list steps;
	const struct openai_run *run;
	struct oac_error err;
	cJSON *list = cJSON_CreateArray();

	if (openai_run_stream_get_final_run(stream, &run, &err) != c->status)
		verdict_fail(c->verdict, "%s: the final run has another status", how);
	compare_result(c, "finalRun", run != NULL ? openai_run_to_cjson(run, NULL) : NULL, how);
	if (openai_run_stream_get_final_messages(stream, &messages, &err) != c->status)
		verdict_fail(c->verdict, "%s: the final messages have another status", how);
	for (size_t i = 0; i < messages.count; i++)
		cJSON_AddItemToArray(list, openai_message_to_cjson(&messages.items[i], NULL));
	compare_result(c, "finalMessages", list, how);
	list = cJSON_CreateArray();
	if (openai_run_stream_get_final_run_steps(stream, &steps, &err) != c->status)
		verdict_fail(c->verdict, "%s: the final steps have another status", how);
	for (size_t i = 0; i < steps.count; i++)
		cJSON_AddItemToArray(list, openai_run_step_to_cjson(&steps.items[i], NULL));
	compare_result(c, "finalRunSteps", list, how);
}

/* ---- one way of cutting ---- */

static void run_cut(struct stream_case *c, open_fn open, size_t cut, const cJSON *callbacks, const char *how)
{
	struct http_action actions[2] = { { .kind = HTTP_SEND }, { .kind = HTTP_CLOSE } };
	struct oac_client_options client_options = { .api_key = GOLDEN_KEY };
	struct openai_run_stream_options options = { .handler = &stream_recorder };
	struct openai_run_stream *stream = NULL;
	char url[HEAD_MAX];
	char *answer = write_answer(c, cut, &actions[0].len);
	struct oac_client *client;

	actions[0].text = answer;
	c->server = http_script_new();
	http_script_add(c->server, actions, 2);
	snprintf(url, sizeof(url), "%s/v1", http_script_url(c->server));
	client_options.base_url = url;
	c->callbacks = cJSON_CreateArray();
	options.user = c->callbacks;
	client = openai_client_new(&client_options, &c->err);
	if (client != NULL && open(c, client, &options, &stream) == OAC_OK) {
		c->status = openai_run_stream_until_done(stream, &c->err);
		compare_callbacks(c, callbacks, how);
		compare_results(c, stream, how);
		if (http_script_count(c->server) == 1)
			compare_request(http_script_request(c->server, 0), member(c->golden, "request"), how,
				c->verdict);
		else
			verdict_fail(c->verdict, "%s: %zu requests were made", how, http_script_count(c->server));
	} else {
		verdict_fail(c->verdict, "the stream cannot be opened: %s", c->err.message);
	}
	openai_run_stream_free(stream);
	oac_client_free(client);
	http_script_free(c->server);
	cJSON_Delete(c->callbacks);
	free(answer);
}

void stream_run(const cJSON *golden, const char *bytes, size_t len, const struct ours *ours,
	struct verdict *verdict)
{
	static const struct {
		const char *how;
		size_t cut;
	} cuts[] = {
		{ "whole", SIZE_MAX },
		{ "by 1", 1 },
		{ "by 3", 3 },
		{ "by 7", 7 },
		{ "at random", RANDOM_CUTS },
	};
	struct stream_case c = { .golden = golden, .ours = ours, .verdict = verdict, .bytes = bytes, .len = len };
	open_fn open = find_helper(text_of(golden, "helper"));
	cJSON *callbacks = cJSON_Duplicate(member(golden, "callbacks"), true);

	if (open == NULL || !cJSON_IsArray(callbacks)) {
		verdict_fail(verdict, "there is no helper '%s'", text_of(golden, "helper"));
		cJSON_Delete(callbacks);
		return;
	}
	find_ids(&c);
	find_request(&c);
	add_first_pieces(&c, callbacks);
	for (size_t i = 0; i < sizeof(cuts) / sizeof(cuts[0]) && !verdict->failed; i++)
		run_cut(&c, open, cuts[i].cut, callbacks, cuts[i].how);
	free(c.request);
	cJSON_Delete(callbacks);
}
