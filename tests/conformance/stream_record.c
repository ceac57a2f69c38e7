#include "stream_record.h"

#include <stdlib.h>

/* An argument as a tree; aborts when there is no memory for it. */
static cJSON *tree(cJSON *value)
{
	if (value == NULL)
		abort();
	return value;
}

static void record(void *user, const char *callback, cJSON *first, cJSON *second)
{
	cJSON *entry = tree(cJSON_CreateObject());
	cJSON *args = tree(cJSON_CreateArray());

	cJSON_AddStringToObject(entry, "callback", callback);
	if (first != NULL)
		cJSON_AddItemToArray(args, first);
	if (second != NULL)
		cJSON_AddItemToArray(args, second);
	cJSON_AddItemToObject(entry, "args", args);
	cJSON_AddItemToArray(user, entry);
}

static void connected(void *user, struct openai_run_stream *stream)
{
	(void)stream;
	record(user, "connect", NULL, NULL);
}

static void event(void *user, struct openai_run_stream *stream,
	const struct openai_assistant_stream_event *event)
{
	(void)stream;
	record(user, "event", tree(openai_assistant_stream_event_to_cjson(event, NULL)), NULL);
}

static void run_step_created(void *user, struct openai_run_stream *stream,
	const struct openai_run_step *step)
{
	(void)stream;
	record(user, "runStepCreated", tree(openai_run_step_to_cjson(step, NULL)), NULL);
}

static void run_step_delta(void *user, struct openai_run_stream *stream,
	const struct openai_run_step_delta_body *delta, const struct openai_run_step *snapshot)
{
	(void)stream;
	record(user, "runStepDelta", tree(openai_run_step_delta_body_to_cjson(delta, NULL)),
		tree(openai_run_step_to_cjson(snapshot, NULL)));
}

/* The recorded client gives the finished step as its own snapshot, too. */
static void run_step_done(void *user, struct openai_run_stream *stream,
	const struct openai_run_step *step)
{
	(void)stream;
	record(user, "runStepDone", tree(openai_run_step_to_cjson(step, NULL)),
		tree(openai_run_step_to_cjson(step, NULL)));
}

static void tool_call_created(void *user, struct openai_run_stream *stream,
	const struct openai_tool_call *call)
{
	(void)stream;
	record(user, "toolCallCreated", tree(openai_tool_call_to_cjson(call, NULL)), NULL);
}

static void tool_call_delta(void *user, struct openai_run_stream *stream,
	const struct openai_tool_call_delta *delta, const struct openai_tool_call *snapshot)
{
	(void)stream;
	record(user, "toolCallDelta", tree(openai_tool_call_delta_to_cjson(delta, NULL)),
		tree(openai_tool_call_to_cjson(snapshot, NULL)));
}

static void tool_call_done(void *user, struct openai_run_stream *stream,
	const struct openai_tool_call *call)
{
	(void)stream;
	record(user, "toolCallDone", tree(openai_tool_call_to_cjson(call, NULL)), NULL);
}

static void message_created(void *user, struct openai_run_stream *stream,
	const struct openai_message *message)
{
	(void)stream;
	record(user, "messageCreated", tree(openai_message_to_cjson(message, NULL)), NULL);
}

static void message_delta(void *user, struct openai_run_stream *stream,
	const struct openai_message_delta_body *delta, const struct openai_message *snapshot)
{
	(void)stream;
	record(user, "messageDelta", tree(openai_message_delta_body_to_cjson(delta, NULL)),
		tree(openai_message_to_cjson(snapshot, NULL)));
}

static void message_done(void *user, struct openai_run_stream *stream,
	const struct openai_message *message)
{
	(void)stream;
	record(user, "messageDone", tree(openai_message_to_cjson(message, NULL)), NULL);
}

static void text_created(void *user, struct openai_run_stream *stream, const struct openai_text *text)
{
	(void)stream;
	record(user, "textCreated", tree(openai_text_to_cjson(text, NULL)), NULL);
}

static void text_delta(void *user, struct openai_run_stream *stream,
	const struct openai_text_delta *delta, const struct openai_text *snapshot)
{
	(void)stream;
	record(user, "textDelta", tree(openai_text_delta_to_cjson(delta, NULL)),
		tree(openai_text_to_cjson(snapshot, NULL)));
}

static void text_done(void *user, struct openai_run_stream *stream, const struct openai_text *text,
	const struct openai_message *message)
{
	(void)stream;
	record(user, "textDone", tree(openai_text_to_cjson(text, NULL)),
		tree(openai_message_to_cjson(message, NULL)));
}

static void image_file_done(void *user, struct openai_run_stream *stream,
	const struct openai_image_file *file, const struct openai_message *message)
{
	(void)stream;
	record(user, "imageFileDone", tree(openai_image_file_to_cjson(file, NULL)),
		tree(openai_message_to_cjson(message, NULL)));
}

static void run(void *user, struct openai_run_stream *stream, const struct openai_run *run)
{
	(void)stream;
	record(user, "run", tree(openai_run_to_cjson(run, NULL)), NULL);
}

static void error(void *user, struct openai_run_stream *stream, const struct oac_error *err)
{
	cJSON *object = tree(cJSON_CreateObject());

	(void)stream;
	cJSON_AddStringToObject(object, "status", oac_status_name(err->status));
	cJSON_AddNumberToObject(object, "http_status", err->http_status);
	cJSON_AddStringToObject(object, "message", err->server_message);
	cJSON_AddStringToObject(object, "type", err->server_type);
	cJSON_AddStringToObject(object, "code", err->server_code);
	cJSON_AddStringToObject(object, "param", err->server_param);
	cJSON_AddStringToObject(object, "request_id", err->request_id);
	record(user, "error", object, NULL);
}

static void aborted(void *user, struct openai_run_stream *stream)
{
	(void)stream;
	record(user, "abort", NULL, NULL);
}

static void end(void *user, struct openai_run_stream *stream)
{
	(void)stream;
	record(user, "end", NULL, NULL);
}

const struct openai_run_stream_handler stream_recorder = {
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
	.image_file_done = image_file_done,
	.run = run,
	.error = error,
	.aborted = aborted,
	.end = end,
};
