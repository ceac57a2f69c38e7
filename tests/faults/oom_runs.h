/* oom_runs.h: what programs ask of runs, and what the server says, for rows of oom_rows.h. */
#ifndef OOM_RUNS_H
#define OOM_RUNS_H

#include "oom_rows.h"

#include "openai_helpers.h"

#define RUN(status) { "200 OK", JSON, "{\"id\":\"run_1\",\"thread_id\":\"t\",\"status\":\"" status "\"}" }

#define EVENTS(text) { "200 OK", "Content-Type: text/event-stream\r\n", text "event: done\ndata: [DONE]\n\n" }
#define EVENT(name, data) "event: thread." name "\ndata: " data "\n\n"
#define RUN_EVENT(status) EVENT("run." status, "{\"id\":\"run_1\",\"status\":\"" status "\"}")
#define MESSAGE(rest) "{\"id\":\"msg_1\"," rest "}"
#define DELTA(text) EVENT("message.delta", \
	MESSAGE("\"delta\":{\"content\":[{\"index\":0,\"type\":\"text\",\"text\":{\"value\":\"" text "\"}}]}"))
#define STEP(rest) "{\"id\":\"step_1\"," rest "}"
#define CALL_F "{\"index\":0,\"id\":\"call_1\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}"
#define CALL_STEP EVENT("run.step.created", STEP("\"type\":\"tool_calls\"")) \
	EVENT("run.step.delta", STEP("\"delta\":{\"step_details\":{\"type\":\"tool_calls\",\"tool_calls\":[" CALL_F "]}}"))
#define REQUIRES "{\"id\":\"run_1\",\"thread_id\":\"t\",\"status\":\"requires_action\",\"required_action\":" \
	"{\"type\":\"submit_tool_outputs\",\"submit_tool_outputs\":{\"tool_calls\":[" CALL_F "]}}}"

/* What a stream says: a run that asks for f, and one with a step and a message. */
#define ASKING_STREAM EVENTS(RUN_EVENT("created") CALL_STEP EVENT("run.requires_action", REQUIRES))
#define LAST_STREAM EVENTS(RUN_EVENT("completed"))
#define SAYING_STREAM EVENTS(RUN_EVENT("created") CALL_STEP \
	EVENT("message.created", MESSAGE("\"content\":[]")) DELTA("Hel") DELTA("lo") \
	EVENT("message.completed", MESSAGE("\"content\":[{\"type\":\"text\",\"text\":{\"value\":\"Hello\"}}]")) \
	RUN_EVENT("completed"))
#define PAGES { "200 OK", JSON, "{\"data\":[{\"id\":\"a\"},{\"id\":\"b\"}],\"has_more\":true}" }, \
	{ "200 OK", JSON, "{\"data\":[{\"id\":\"c\"}],\"has_more\":false}" }

static const struct openai_create_run_request create_run = { .assistant_id = "asst_1" };

static inline struct oac_client *make_client(const char *url, struct oac_error *err)
{
	const struct oac_client_options options = { .api_key = "sk-secret", .base_url = url,
		.max_retries = OAC_INT(0) };

	return openai_client_new(&options, err);
}

static inline int see_run(void *user, const struct openai_run *run)
{
	int *seen = user;

	++*seen;
	return run->id == NULL;
}

static inline int see_event(void *user, const struct openai_assistant_stream_event *event)
{
	int *seen = user;

	++*seen;
	return event->kind == 0;
}

static inline enum openai_tool_result answer(void *user, const char *arguments, struct openai_tool_reply *reply)
{
	int *answered = user;

	++*answered;
	openai_tool_reply_add(reply, arguments);
	return OPENAI_TOOL_DONE;
}

/* The outputs of a streamed run, submitted from within its callback. */
struct submission {
	int count;
	enum oac_status status;
	struct oac_error err;
};

static inline void submit_outputs(void *user, struct openai_run_stream *stream, const struct openai_run *run)
{
	static const struct openai_tool_output outputs[] = { { .output = "57", .tool_call_id = "call_1" } };
	static const struct openai_submit_tool_outputs_request request = { .tool_outputs = OAC_LIST(outputs) };
	struct submission *s = user;

	if (run->status != OPENAI_RUN_STATUS_REQUIRES_ACTION)
		return;
	s->count++;
	s->status = openai_run_stream_submit_tool_outputs(stream, &request, &s->err);
}

static const struct openai_run_stream_handler submitting = { .run = submit_outputs };

#endif
