/*
 * fuzz_run_stream: the input, behind a byte of flags, is the answers to requests, parted by
 * NULs. They go through a scripted transport into a streamed run, whose callbacks look at all
 * that they are shown; into runs with tools; submitted, given up and freed on the way. Events,
 * snapshots and results can be encoded, and are not larger than what went in allows.
 */
#include "openai_helpers.h"

#include "oac_transport.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum {
	/* A character may become six, an event comes with all that it adds up to, and a hole is a null. */
	GROWTH = 64,
	SLACK = 1 << 20,
	REQUESTS_MAX = 64,
};

enum {
	CHUNKS = 3, /* which size */
	SUBMITS = 4,
	TOOLS = 8,
	FREES = 16,
	ABORTS = 32,
	STEPS = 64, /* event by event, text by text */
	STRICT = 128,
};

struct input {
	const char *text;
	size_t len;
	size_t fed;
	unsigned flags;
	int requests;
	int callbacks;
	int balance; /* ends and frees are told once */
};

static void require(bool condition)
{
	if (!condition)
		abort();
}

/* ---- the transport ---- */

struct exchange {
	const struct oac_sink *sink;
	const char *text;
	size_t len;
};

static enum oac_status start(void *user, const struct oac_request *request, const struct oac_sink *sink,
	void **exchange)
{
	struct input *input = user;
	const char *stop = memchr(input->text, '\0', input->len);
	struct exchange *x = malloc(sizeof(*x));

	(void)request;
	require(x != NULL && ++input->requests < REQUESTS_MAX);
	x->sink = sink;
	x->text = input->text;
	x->len = stop != NULL ? (size_t)(stop - input->text) : input->len;
	input->fed += x->len;
	input->text += x->len + (stop != NULL);
	input->len -= x->len + (stop != NULL);
	*exchange = x;
	return OAC_OK;
}

static bool step(void *user, void *exchange, int64_t wait_ms, const struct oac_cancel *cancel,
	struct oac_result *result)
{
	static const char head[] = "content-type: text/event-stream\n";
	static const size_t sizes[] = { SIZE_MAX, 1, 7, 100 };
	const struct input *input = user;
	struct exchange *x = exchange;
	size_t size = sizes[input->flags & CHUNKS];
	enum oac_flow flow = x->sink->head(x->sink->user, 200, head, sizeof(head) - 1);

	(void)wait_ms;
	(void)cancel;
	while (flow == OAC_FLOW_GO && x->len > 0) {
		size_t len = size < x->len ? size : x->len;

		flow = x->sink->body(x->sink->user, x->text, len);
		x->text += len;
		x->len -= len;
	}
	result->outcome = flow == OAC_FLOW_GO ? OAC_OUTCOME_ANSWERED : OAC_OUTCOME_STOPPED;
	result->sent_whole = true;
	return true;
}

static void end_exchange(void *user, void *exchange)
{
	(void)user;
	free(exchange);
}

/* ---- callbacks ---- */

/* The text of a value that was shown; takes it. */
static void check_text(const struct input *input, char *text)
{
	require(text != NULL);
	require(strlen(text) <= input->fed * GROWTH + SLACK);
	oac_text_free(text);
}

static void act(struct input *input, struct openai_run_stream *stream)
{
	static const struct openai_tool_output outputs[] = { { .tool_call_id = "c", .output = "o" } };
	static const struct openai_submit_tool_outputs_request request = { .tool_outputs = OAC_LIST(outputs) };
	struct oac_error err;

	input->callbacks++;
	if ((input->flags & SUBMITS) != 0 && input->requests < REQUESTS_MAX / 2)
		(void)!openai_run_stream_submit_tool_outputs(stream, &request, &err);
	if ((input->flags & ABORTS) != 0 && input->callbacks % 16 == 15)
		openai_run_stream_abort(stream);
	if ((input->flags & FREES) != 0 && (input->flags & TOOLS) == 0 && input->callbacks == 12)
		openai_run_stream_free(stream);
}

static void see_event(void *user, struct openai_run_stream *stream,
	const struct openai_assistant_stream_event *event)
{
	check_text(user, openai_assistant_stream_event_to_json(event, NULL, NULL));
	require(openai_run_stream_raw_event(stream) != NULL);
	act(user, stream);
}

static void see_step(void *user, struct openai_run_stream *stream, const struct openai_run_step *step)
{
	check_text(user, openai_run_step_to_json(step, NULL, NULL));
	act(user, stream);
}

static void see_step_delta(void *user, struct openai_run_stream *stream,
	const struct openai_run_step_delta_body *delta, const struct openai_run_step *snapshot)
{
	(void)delta;
	see_step(user, stream, snapshot);
}

static void see_call(void *user, struct openai_run_stream *stream, const struct openai_tool_call *call)
{
	check_text(user, openai_tool_call_to_json(call, NULL, NULL));
	act(user, stream);
}

static void see_call_delta(void *user, struct openai_run_stream *stream,
	const struct openai_tool_call_delta *delta, const struct openai_tool_call *snapshot)
{
	(void)delta;
	see_call(user, stream, snapshot);
}

static void see_message(void *user, struct openai_run_stream *stream, const struct openai_message *message)
{
	check_text(user, openai_message_to_json(message, NULL, NULL));
	act(user, stream);
}

static void see_message_delta(void *user, struct openai_run_stream *stream,
	const struct openai_message_delta_body *delta, const struct openai_message *snapshot)
{
	(void)delta;
	see_message(user, stream, snapshot);
}

static void see_text(void *user, struct openai_run_stream *stream, const struct openai_text *text)
{
	check_text(user, openai_text_to_json(text, NULL, NULL));
	act(user, stream);
}

static void see_text_delta(void *user, struct openai_run_stream *stream, const struct openai_text_delta *delta,
	const struct openai_text *snapshot)
{
	(void)delta;
	see_text(user, stream, snapshot);
}

static void see_text_done(void *user, struct openai_run_stream *stream, const struct openai_text *text,
	const struct openai_message *message)
{
	(void)message;
	see_text(user, stream, text);
}

static void see_refusal_delta(void *user, struct openai_run_stream *stream, const char *delta, const char *snapshot)
{
	require(strlen(delta) <= strlen(snapshot));
	act(user, stream);
}

static void see_image(void *user, struct openai_run_stream *stream, const struct openai_image_file *file,
	const struct openai_message *message)
{
	(void)message;
	check_text(user, openai_image_file_to_json(file, NULL, NULL));
	act(user, stream);
}

static void see_run(void *user, struct openai_run_stream *stream, const struct openai_run *run)
{
	check_text(user, openai_run_to_json(run, NULL, NULL));
	act(user, stream);
}

static void see_error(void *user, struct openai_run_stream *stream, const struct oac_error *err)
{
	(void)user;
	(void)stream;
	require(err->status != OAC_OK && err->message[0] != '\0' && strchr(err->message, '\n') == NULL);
}

static void see_end(void *user, struct openai_run_stream *stream)
{
	struct input *input = user;

	(void)stream;
	require(++input->balance == 1);
}

static const struct openai_run_stream_handler handler = {
	.event = see_event,
	.run_step_created = see_step,
	.tool_call_created = see_call,
	.tool_call_delta = see_call_delta,
	.tool_call_done = see_call,
	.run_step_delta = see_step_delta,
	.run_step_done = see_step,
	.message_created = see_message,
	.text_created = see_text,
	.message_delta = see_message_delta,
	.text_delta = see_text_delta,
	.refusal_delta = see_refusal_delta,
	.text_done = see_text_done,
	.image_file_done = see_image,
	.message_done = see_message,
	.run = see_run,
	.error = see_error,
	.end = see_end,
};

static enum openai_tool_result call_function(void *user, const char *arguments, struct openai_tool_reply *reply)
{
	(void)user;
	openai_tool_reply_add(reply, arguments);
	return arguments[0] == '!' ? OPENAI_TOOL_FAILED : OPENAI_TOOL_DONE;
}

/* ---- runs ---- */

static void run_tools(struct input *input, struct oac_client *client)
{
	static const struct openai_tool_function functions[] = { { .name = "f", .call = call_function } };
	const struct openai_create_run_request request = { .assistant_id = "asst_1" };
	const struct openai_run_tools_options options = { .tools = OAC_LIST(functions), .max_rounds = 8,
		.stream = true, .handler = &handler, .user = input, .cancel_run = (input->flags & STEPS) != 0 };
	struct openai_run *run;
	struct oac_error err;
	enum oac_status status =
		openai_runs_run_tools(client, "thread_1", &request, &options, &run, &err);

	require(status == err.status && (status != OAC_OK || run != NULL));
	openai_run_free(run);
}

/* False: a callback has freed the stream. */
static bool drive(const struct input *input, struct openai_run_stream *stream)
{
	const struct openai_assistant_stream_event *event;
	enum oac_status status = OAC_OK;
	struct oac_error err;
	const char *text = "";

	while ((input->flags & STEPS) != 0 && status == OAC_OK && text != NULL) {
		status = openai_run_stream_next(stream, &event, &err);
		if (status == OAC_OK)
			status = openai_run_stream_next_text(stream, &text, &err);
	}
	if (status == OAC_OK)
		status = openai_run_stream_until_done(stream, &err);
	return status != OAC_E_CANCELLED || strstr(err.message, "freed") == NULL;
}

static void read_stream(struct input *input, struct oac_client *client)
{
	const struct openai_create_run_request request = { .assistant_id = "asst_1" };
	const struct openai_run_stream_options options = { .handler = &handler, .user = input };
	struct openai_message_list messages;
	struct openai_run_step_list steps;
	struct openai_run_stream *stream;
	const struct openai_run *run;
	struct oac_error err;

	require(openai_runs_stream(client, "thread_1", &request, &options, &stream, &err) == OAC_OK);
	if (!drive(input, stream))
		return;
	require(input->balance == 1);
	(void)!openai_run_stream_get_final_run(stream, &run, &err);
	if (run != NULL)
		check_text(input, openai_run_to_json(run, NULL, NULL));
	(void)!openai_run_stream_get_final_messages(stream, &messages, &err);
	for (size_t i = 0; i < messages.count; i++)
		check_text(input, openai_message_to_json(&messages.items[i], NULL, NULL));
	(void)!openai_run_stream_get_final_run_steps(stream, &steps, &err);
	for (size_t i = 0; i < steps.count; i++)
		check_text(input, openai_run_step_to_json(&steps.items[i], NULL, NULL));
	openai_run_stream_free(stream);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct input input = { .text = (const char *)data + 1, .len = size - 1 };
	const struct oac_transport transport = { &input, start, step, end_exchange, NULL };
	struct oac_client_options options = { .api_key = "k", .base_url = "http://api.test",
		.transport = &transport, .max_retries = OAC_INT(0) };
	struct oac_client *client;

	if (size == 0)
		return 0;
	input.flags = data[0];
	options.strict = (input.flags & STRICT) != 0;
	client = openai_client_new(&options, NULL);
	require(client != NULL);
	if ((input.flags & TOOLS) != 0)
		run_tools(&input, client);
	else
		read_stream(&input, client);
	oac_client_free(client);
	return 0;
}
