/*
 * openai_run_tools.h: a run with tools of the program's own, to its end.
 *
 *	static enum openai_tool_result rain(void *user, const char *arguments, struct openai_tool_reply *reply)
 *	{
 *		openai_tool_reply_add(reply, "0.06");
 *		return OPENAI_TOOL_DONE;
 *	}
 *	...
 *	const struct openai_tool_function tools[] = { { .name = "get_rain_probability", .call = rain } };
 *	const struct openai_run_tools_options options = { .tools = OAC_LIST(tools) };
 *	struct openai_run *run;
 *	status = openai_runs_run_tools(client, thread, &request, &options, &run, &err);
 *	...
 *	openai_run_free(run);
 *
 * The run is created and followed, by polling or as a stream. Whenever it requires action, all
 * the functions that it asks for are called, one after the other, and their outputs submitted
 * at once, until the run is over: completed, failed, cancelled, expired or incomplete.
 * The model chooses names and arguments: treat them like any input from outside.
 *
 * *run is the latest run that was seen, also when the call fails (NULL only when none was); free
 * it with openai_run_free. Errors are those of the calls and of streams, and OAC_E_LIMIT
 * after max_rounds, OAC_E_TIMEOUT after deadline_ms, OAC_E_CANCELLED when the token was pulled
 * or a function said OPENAI_TOOL_STOP.
 *
 * These functions block; they may be called from any thread.
 */
#ifndef OPENAI_RUN_TOOLS_H
#define OPENAI_RUN_TOOLS_H

#include "openai_poll.h"
#include "openai_run_stream.h"

enum openai_tool_result {
	OPENAI_TOOL_DONE = 0,
	OPENAI_TOOL_FAILED, /* the model is told so; what was added to the reply says why */
	OPENAI_TOOL_STOP,   /* gives up on the run */
};

/* What a function answers. */
struct openai_tool_reply;

struct openai_tool_function {
	const char *name; /* as the assistant's or the run's tools have it */
	/*
	 * Carries a call out. arguments: what the model wrote, mostly a JSON object; never NULL. The
	 * reply starts empty.
	 */
	enum openai_tool_result (*call)(
		void *user, const char *arguments, struct openai_tool_reply *reply);
	void *user;
};

struct openai_tool_function_list {
	size_t count;
	const struct openai_tool_function *items;
};

struct openai_run_tools_options {
	struct oac_call_options call; /* of every request; response and body for the first only */
	/* A call of any other function is answered with an error that the model can read. */
	struct openai_tool_function_list tools;
	int max_rounds;	     /* of calls and outputs; 0: 16 */
	int64_t deadline_ms; /* for all of it but the functions themselves and cancel_run's request; 0: none */
	/* When giving up, cancel the run on the server; when it could not be told, err->message ends in why. */
	bool cancel_run;

	bool stream;					 /* read the run as a stream, not by polling */
	const struct openai_run_stream_handler *handler; /* for streams; NULL: no callbacks */
	int (*on_poll)(void *user, const struct openai_run *run); /* as in openai_poll_options */
	struct oac_opt_int64 interval_ms;			  /* as in openai_poll_options */
	void *user;						  /* for handler or on_poll */
};

#ifdef __cplusplus
extern "C" {
#endif

/* Adds text to a reply. Memory that is short ends the call that runs the tools with OAC_E_NOMEM. */
OPENAI_API void openai_tool_reply_add(struct openai_tool_reply *reply, const char *text);
/* The same with len bytes. What is no UTF-8, or has a NUL, counts as a failure of the function. */
OPENAI_API void openai_tool_reply_add_bytes(
	struct openai_tool_reply *reply, const char *text, size_t len);

/* Creates a run, as openai_runs_create does, and runs it with tools. */
OPENAI_API enum oac_status openai_runs_run_tools(struct oac_client *client, const char *thread_id,
	const struct openai_create_run_request *request, const struct openai_run_tools_options *options,
	struct openai_run **run, struct oac_error *err) OAC_MUST_USE;

/* Creates a thread and a run on it, as openai_threads_create_and_run does, and runs it with tools. */
OPENAI_API enum oac_status openai_threads_run_tools(struct oac_client *client,
	const struct openai_create_thread_and_run_request *request,
	const struct openai_run_tools_options *options, struct openai_run **run,
	struct oac_error *err) OAC_MUST_USE;

/*
 * The same on a loop, which calls the functions from within a turn. What options->handler, user,
 * the functions' user, call.cancel and .response point to stays until done is called; *async
 * (nullable) is the handle. Errors here are those of what cannot be begun; done is then not called.
 */
OPENAI_API enum oac_status openai_runs_run_tools_async(struct oac_loop *loop,
	struct oac_client *client, const char *thread_id,
	const struct openai_create_run_request *request,
	const struct openai_run_tools_options *options, openai_run_done_fn *done, void *user,
	struct oac_async *async, struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_threads_run_tools_async(struct oac_loop *loop,
	struct oac_client *client, const struct openai_create_thread_and_run_request *request,
	const struct openai_run_tools_options *options, openai_run_done_fn *done, void *user,
	struct oac_async *async, struct oac_error *err) OAC_MUST_USE;

#ifdef __cplusplus
}
#endif

#endif
