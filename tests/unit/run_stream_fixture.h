/*
 * run_stream_fixture.h: streamed runs over a scripted transport, and a handler that notes each
 * callback as a line of a log.
 */
#ifndef RUN_STREAM_FIXTURE_H
#define RUN_STREAM_FIXTURE_H

#include "call_fixture.h"
#include "openai_helpers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

#define STREAM "Content-Type: text/event-stream\nx-request-id: req_1\n"
#define JSON "Content-Type: application/json\nx-request-id: req_2\n"
#define ANSWER(status, headers, body) { (status), headers, (body), OAC_OUTCOME_ANSWERED, false, 0 }
#define EVENTS(text) ANSWER(200, STREAM, text)
#define RUN_BODY(status) "{\"id\":\"run_1\",\"thread_id\":\"thread_1\",\"status\":\"" status "\"}"

#define EVENT(name, data) "event: thread." name "\ndata: " data "\n\n"
#define DONE "event: done\ndata: [DONE]\n\n"
#define RUN(status) EVENT("run." status, RUN_BODY(status))

/* kind: tool_calls or message_creation; rest: more members, each after a comma */
#define STEP_BODY(id, kind, status, rest) \
	"{\"id\":\"" id "\",\"type\":\"" kind "\",\"status\":\"" status "\"" rest "}"
#define CALLS_STEP(id, event, status, calls) \
	EVENT("run.step." event, STEP_BODY(id, "tool_calls", status, \
		",\"step_details\":{\"type\":\"tool_calls\",\"tool_calls\":[" calls "]}"))
#define STEP_CREATED(id) CALLS_STEP(id, "created", "in_progress", "")
#define STEP_DELTA(id, calls) \
	EVENT("run.step.delta", "{\"id\":\"" id "\",\"delta\":{\"step_details\":{\"type\":\"tool_calls\"," \
		"\"tool_calls\":[" calls "]}}}")
/* A piece of a call: the first names the function. */
#define CALL(index, id, name, arguments) \
	"{\"index\":" index ",\"id\":\"" id "\",\"type\":\"function\",\"function\":{\"name\":\"" name \
	"\",\"arguments\":\"" arguments "\"}}"
#define MORE(index, arguments) \
	"{\"index\":" index ",\"type\":\"function\",\"function\":{\"arguments\":\"" arguments "\"}}"

#define MESSAGE(id, event, status, content) \
	EVENT("message." event, "{\"id\":\"" id "\",\"role\":\"assistant\",\"status\":\"" status \
		"\",\"content\":[" content "]}")
#define MESSAGE_CREATED(id) MESSAGE(id, "created", "in_progress", "")
#define MESSAGE_DELTA(id, content) \
	EVENT("message.delta", "{\"id\":\"" id "\",\"delta\":{\"content\":[" content "]}}")
/* Pieces with an index; whole parts without. */
#define TEXT(index, value) \
	"{\"index\":" index ",\"type\":\"text\",\"text\":{\"value\":\"" value "\"}}"
#define REFUSAL(index, value) "{\"index\":" index ",\"type\":\"refusal\",\"refusal\":\"" value "\"}"
#define IMAGE(index, id) \
	"{\"index\":" index ",\"type\":\"image_file\",\"image_file\":{\"file_id\":\"" id "\"}}"
#define WHOLE_TEXT(value) "{\"type\":\"text\",\"text\":{\"value\":\"" value "\",\"annotations\":[]}}"

/* An answer in one message. */
#define SAYS(id, text) MESSAGE_CREATED(id) MESSAGE_DELTA(id, TEXT("0", text)) \
	MESSAGE(id, "completed", "completed", WHOLE_TEXT(text))
/* A step that asks for one call, which the run then waits for. */
#define ASKS(step, call) STEP_CREATED(step) STEP_DELTA(step, CALL("0", call, "f", "{}")) \
	EVENT("run.requires_action", REQUIRES(CALLED(call, "f", "{}")))
#define CALLED(id, name, arguments) "{\"id\":\"" id "\",\"type\":\"function\",\"function\":{\"name\":\"" name \
	"\",\"arguments\":\"" arguments "\"}}"
#define REQUIRES(calls) "{\"id\":\"run_1\",\"thread_id\":\"thread_1\",\"status\":\"requires_action\"," \
	"\"required_action\":{\"type\":\"submit_tool_outputs\",\"submit_tool_outputs\":{\"tool_calls\":[" calls "]}}}"

struct stream_fixture {
	struct fake fake;
	struct oac_client *client;
	struct openai_run_stream_options options;
	struct openai_run_stream *stream;
	struct oac_error err;
	char log[16384]; /* a line for each callback */
	size_t len;
	bool with_events; /* those of event, too */
	/* Called from within each callback, with its name. */
	void (*act)(struct stream_fixture *f, struct openai_run_stream *stream, const char *callback);
	enum oac_status acted; /* what it came to */
	int acts;
	char acted_message[512];
};

static inline void note(void *user, struct openai_run_stream *stream, const char *callback, const char *format, ...)
{
	struct stream_fixture *f = user;
	va_list args;

	f->len += (size_t)snprintf(f->log + f->len, sizeof(f->log) - f->len, "%s", callback);
	va_start(args, format);
	f->len += (size_t)vsnprintf(f->log + f->len, sizeof(f->log) - f->len, format, args);
	va_end(args);
	assert_true(f->len + 2 < sizeof(f->log));
	f->log[f->len++] = '\n';
	f->log[f->len] = '\0';
	if (f->act != NULL)
		f->act(f, stream, callback);
}

static const char *or_none(const char *text)
{
	return text != NULL ? text : "(none)";
}

static void connected(void *user, struct openai_run_stream *stream)
{
	note(user, stream, "connected", "");
}

static void event(void *user, struct openai_run_stream *stream,
	const struct openai_assistant_stream_event *event)
{
	struct stream_fixture *f = user;

	assert_ptr_equal(openai_run_stream_current_event(stream), event);
	if (f->with_events)
		note(user, stream, "event", " %s", openai_run_stream_raw_event(stream)->name);
	else if (f->act != NULL)
		f->act(f, stream, "event");
}

static void note_step(void *user, struct openai_run_stream *stream, const char *callback,
	const struct openai_run_step *step)
{
	note(user, stream, callback, " %s %s", step->id, openai_run_step_status_text(step->status));
}

static void run_step_created(void *user, struct openai_run_stream *stream, const struct openai_run_step *step)
{
	note_step(user, stream, "run_step_created", step);
}

static void run_step_delta(void *user, struct openai_run_stream *stream,
	const struct openai_run_step_delta_body *delta, const struct openai_run_step *snapshot)
{
	assert_non_null(delta);
	assert_ptr_equal(openai_run_stream_current_run_step_snapshot(stream), snapshot);
	note_step(user, stream, "run_step_delta", snapshot);
}

static void run_step_done(void *user, struct openai_run_stream *stream, const struct openai_run_step *step)
{
	note_step(user, stream, "run_step_done", step);
}

static void note_call(void *user, struct openai_run_stream *stream, const char *callback,
	const struct openai_tool_call *call)
{
	const struct openai_function_tool_call *function = call->as.function;

	if (call->kind == OPENAI_TOOL_CALL_FUNCTION)
		note(user, stream, callback, " %s %s(%s)", function->id, or_none(function->function.name),
			or_none(function->function.arguments));
	else
		note(user, stream, callback, " of kind %d", (int)call->kind);
}

static void tool_call_created(void *user, struct openai_run_stream *stream, const struct openai_tool_call *call)
{
	note_call(user, stream, "tool_call_created", call);
}

static void tool_call_delta(void *user, struct openai_run_stream *stream,
	const struct openai_tool_call_delta *delta, const struct openai_tool_call *snapshot)
{
	assert_non_null(delta);
	note_call(user, stream, "tool_call_delta", snapshot);
}

static void tool_call_done(void *user, struct openai_run_stream *stream, const struct openai_tool_call *call)
{
	note_call(user, stream, "tool_call_done", call);
}

static void note_message(void *user, struct openai_run_stream *stream, const char *callback,
	const struct openai_message *message)
{
	note(user, stream, callback, " %s %s %zu", message->id, openai_message_status_text(message->status),
		message->content.count);
}

static void message_created(void *user, struct openai_run_stream *stream, const struct openai_message *message)
{
	note_message(user, stream, "message_created", message);
}

static void message_delta(void *user, struct openai_run_stream *stream,
	const struct openai_message_delta_body *delta, const struct openai_message *snapshot)
{
	assert_non_null(delta);
	assert_ptr_equal(openai_run_stream_current_message_snapshot(stream), snapshot);
	note_message(user, stream, "message_delta", snapshot);
}

static void message_done(void *user, struct openai_run_stream *stream, const struct openai_message *message)
{
	note_message(user, stream, "message_done", message);
}

static void text_created(void *user, struct openai_run_stream *stream, const struct openai_text *text)
{
	note(user, stream, "text_created", " %s", or_none(text->value));
}

static void text_delta(void *user, struct openai_run_stream *stream, const struct openai_text_delta *delta,
	const struct openai_text *snapshot)
{
	note(user, stream, "text_delta", " %s %s", or_none(delta->value), or_none(snapshot->value));
}

static void text_done(void *user, struct openai_run_stream *stream, const struct openai_text *text,
	const struct openai_message *message)
{
	note(user, stream, "text_done", " %s %s", or_none(text->value), message->id);
}

static void refusal_created(void *user, struct openai_run_stream *stream, const char *refusal)
{
	note(user, stream, "refusal_created", " %s", or_none(refusal));
}

static void refusal_delta(void *user, struct openai_run_stream *stream, const char *delta, const char *snapshot)
{
	note(user, stream, "refusal_delta", " %s %s", delta, snapshot);
}

static void refusal_done(void *user, struct openai_run_stream *stream, const char *refusal,
	const struct openai_message *message)
{
	note(user, stream, "refusal_done", " %s %s", or_none(refusal), message->id);
}

static void image_file_done(void *user, struct openai_run_stream *stream, const struct openai_image_file *file,
	const struct openai_message *message)
{
	note(user, stream, "image_file_done", " %s %s", file->file_id, message->id);
}

static void run(void *user, struct openai_run_stream *stream, const struct openai_run *run)
{
	assert_ptr_equal(openai_run_stream_current_run(stream), run);
	note(user, stream, "run", " %s", openai_run_status_text(run->status));
}

static void timeout(void *user, struct openai_run_stream *stream)
{
	note(user, stream, "timeout", "");
}

static void error(void *user, struct openai_run_stream *stream, const struct oac_error *err)
{
	note(user, stream, "error", " %s", oac_status_name(err->status));
}

static void aborted(void *user, struct openai_run_stream *stream)
{
	note(user, stream, "aborted", "");
}

static void end(void *user, struct openai_run_stream *stream)
{
	note(user, stream, "end", "");
}

static const struct openai_run_stream_handler log_handler = {
	.connected = connected,
	.event = event,
	.run_step_created = run_step_created,
	.run_step_delta = run_step_delta,
	.run_step_done = run_step_done,
	.tool_call_created = tool_call_created,
	.tool_call_delta = tool_call_delta,
	.tool_call_done = tool_call_done,
	.message_created = message_created,
	.message_delta = message_delta,
	.message_done = message_done,
	.text_created = text_created,
	.text_delta = text_delta,
	.text_done = text_done,
	.refusal_created = refusal_created,
	.refusal_delta = refusal_delta,
	.refusal_done = refusal_done,
	.image_file_done = image_file_done,
	.run = run,
	.timeout = timeout,
	.error = error,
	.aborted = aborted,
	.end = end,
};

static inline void stream_begin(struct stream_fixture *f, const struct fake_reply *replies, size_t count)
{
	const struct oac_client_options options = {
		.api_key = "sk-secret",
		.base_url = "https://api.test/v1",
		.transport = &f->fake.transport,
		.max_retries = OAC_INT(0),
	};

	memset(f, 0, sizeof(*f));
	fake_init(&f->fake, replies, count);
	f->client = openai_client_new(&options, &f->err);
	assert_non_null(f->client);
	f->options.handler = &log_handler;
	f->options.user = f;
}

/* Begins a stream of a run. */
static inline void stream_open(struct stream_fixture *f)
{
	const struct openai_create_run_request request = { .assistant_id = "asst_1" };
	size_t requests = f->fake.request_count;

	f->log[f->len = 0] = '\0';
	/* Whatever it holds must not be read. */
	memset(&f->stream, 0xAA, sizeof(f->stream));
	assert_int_equal(openai_runs_stream(f->client, "thread_1", &request, &f->options, &f->stream, &f->err),
		OAC_OK);
	assert_int_equal(f->err.status, OAC_OK);
	assert_int_equal(f->fake.request_count, requests);
}

/* How often a line of the log begins so. */
static inline int stream_logged(const struct stream_fixture *f, const char *line)
{
	size_t len = strlen(line);
	int count = 0;

	for (const char *at = f->log; *at != '\0'; at = strchr(at, '\n') + 1)
		count += strncmp(at, line, len) == 0 && (at[len] == '\n' || at[len] == ' ');
	return count;
}

/* Drives it to its end, and checks what holds for every one. */
static inline enum oac_status stream_finish(struct stream_fixture *f)
{
	enum oac_status status;
	size_t len;

	memset(&f->err, 0xAA, sizeof(f->err));
	status = openai_run_stream_until_done(f->stream, &f->err);
	assert_int_equal(f->err.status, status);
	assert_null(strchr(f->err.message, '\n'));
	assert_null(strstr(f->err.message, "sk-secret"));
	assert_int_equal(f->fake.running, 0);
	/* Again it says the same, and calls nobody. */
	len = f->len;
	assert_int_equal(openai_run_stream_until_done(f->stream, &f->err), status);
	assert_int_equal(f->err.status, status);
	assert_int_equal(f->len, len);
	assert_null(openai_run_stream_current_event(f->stream));
	assert_int_equal(stream_logged(f, "end"), f->options.handler == &log_handler);
	assert_true(len == 0 || strcmp(f->log + len - 4, "end\n") == 0);
	return status;
}

static inline void stream_end(struct stream_fixture *f)
{
	openai_run_stream_free(f->stream);
	oac_client_free(f->client);
	assert_int_equal(f->fake.running, 0);
	assert_int_equal(f->fake.freed, 1);
}

/* Submits an output for call_1. */
static inline enum oac_status stream_submit(struct stream_fixture *f, struct openai_run_stream *stream)
{
	char output[] = "57";
	struct openai_tool_output outputs[] = { { .tool_call_id = "call_1", .output = output } };
	const struct openai_submit_tool_outputs_request request = { .tool_outputs = OAC_LIST(outputs) };
	struct oac_error err;

	f->acts++;
	f->acted = openai_run_stream_submit_tool_outputs(stream, &request, &err);
	assert_int_equal(err.status, f->acted);
	snprintf(f->acted_message, sizeof(f->acted_message), "%s", err.message);
	/* It was encoded. */
	memset(output, 'x', 2);
	memset(outputs, 0, sizeof(outputs));
	return f->acted;
}

#endif
