/*
 * openai_run_stream.h: a run, streamed: its events as callbacks, and what they add up to.
 *
 *	static void print(void *user, struct openai_run_stream *stream,
 *		const struct openai_text_delta *delta, const struct openai_text *snapshot)
 *	{
 *		fputs(delta->value ? delta->value : "", stdout);
 *	}
 *	static const struct openai_run_stream_handler handler = { .text_delta = print };
 *	...
 *	const struct openai_run_stream_options options = { .handler = &handler };
 *	struct openai_run_stream *stream;
 *	status = openai_runs_stream(client, thread, &request, &options, &stream, &err);
 *	if (status == OAC_OK)
 *		status = openai_run_stream_until_done(stream, &err);
 *	openai_run_stream_free(stream);
 *
 * A stream is read as far as the program drives it: to its end by _until_done, event by
 * event by _next, or text by text by _next_text. Callbacks come from within these, in the
 * order in which struct openai_run_stream_handler has them for one event; what one tool call
 * comes to is told before the next one begins. What they show is valid until they return.
 *
 * It ends when the run does, in requires_action, completed, incomplete, failed, cancelled or
 * expired, which is OAC_OK. An error that the server sends as an event, a stream that
 * ends before the run, events that contradict one another: OAC_E_STREAM; other errors are those
 * of a call. After a failure the accessors still give what was seen.
 *
 * A stream is used by one thread at a time, and so are its callbacks. They may do anything
 * but drive it, which is OAC_E_ARGUMENT. Submitting tool outputs, aborting and freeing the stream
 * take effect when the callback returns: after abort only aborted and end are called, after free
 * nothing, and what drove the stream says OAC_E_CANCELLED.
 */
#ifndef OPENAI_RUN_STREAM_H
#define OPENAI_RUN_STREAM_H

#include "openai_poll.h"

struct openai_run_stream;

/* All are optional. */
struct openai_run_stream_handler {
	/* The answer has begun; once for each request. */
	void (*connected)(void *user, struct openai_run_stream *stream);
	/* Every event, also those that the library does not know, after it was checked. */
	void (*event)(void *user, struct openai_run_stream *stream,
		const struct openai_assistant_stream_event *event);

	void (*run_step_created)(void *user, struct openai_run_stream *stream,
		const struct openai_run_step *step);
	/* A tool call began: the snapshot holds its first piece already, which a delta tells, too. */
	void (*tool_call_created)(void *user, struct openai_run_stream *stream,
		const struct openai_tool_call *call);
	void (*tool_call_delta)(void *user, struct openai_run_stream *stream,
		const struct openai_tool_call_delta *delta, const struct openai_tool_call *snapshot);
	/*
	 * Once for each call, when the next one begins, the step ends or the run needs outputs. Its
	 * arguments are complete then, unless calls take turns: the rest comes as deltas.
	 */
	void (*tool_call_done)(void *user, struct openai_run_stream *stream,
		const struct openai_tool_call *call);
	void (*run_step_delta)(void *user, struct openai_run_stream *stream,
		const struct openai_run_step_delta_body *delta, const struct openai_run_step *snapshot);
	void (*run_step_done)(void *user, struct openai_run_stream *stream,
		const struct openai_run_step *step);

	void (*message_created)(void *user, struct openai_run_stream *stream,
		const struct openai_message *message);
	/* A text or a refusal began: it holds its first piece already, which a delta tells, too. */
	void (*text_created)(void *user, struct openai_run_stream *stream,
		const struct openai_text *text);
	void (*refusal_created)(void *user, struct openai_run_stream *stream, const char *refusal);
	void (*message_delta)(void *user, struct openai_run_stream *stream,
		const struct openai_message_delta_body *delta, const struct openai_message *snapshot);
	void (*text_delta)(void *user, struct openai_run_stream *stream,
		const struct openai_text_delta *delta, const struct openai_text *snapshot);
	void (*refusal_delta)(void *user, struct openai_run_stream *stream, const char *delta,
		const char *snapshot);
	/* Once for each part, when the next one begins or the message ends. */
	void (*text_done)(void *user, struct openai_run_stream *stream,
		const struct openai_text *text, const struct openai_message *message);
	void (*refusal_done)(void *user, struct openai_run_stream *stream, const char *refusal,
		const struct openai_message *message);
	void (*image_file_done)(void *user, struct openai_run_stream *stream,
		const struct openai_image_file *file, const struct openai_message *message);
	/* The server's finished object. */
	void (*message_done)(void *user, struct openai_run_stream *stream,
		const struct openai_message *message);

	/*
	 * The answer has ended, and the run with it. When it requires action, this is a good place
	 * for openai_run_stream_submit_tool_outputs; the stream then goes on.
	 */
	void (*run)(void *user, struct openai_run_stream *stream, const struct openai_run *run);

	/* How it failed: a time limit passed, and then error; or the caller gave up, and no error. */
	void (*timeout)(void *user, struct openai_run_stream *stream);
	void (*error)(void *user, struct openai_run_stream *stream, const struct oac_error *err);
	void (*aborted)(void *user, struct openai_run_stream *stream);
	/* Always the last one, once. */
	void (*end)(void *user, struct openai_run_stream *stream);
};

struct openai_run_stream_options {
	/*
	 * Of each request; timeout_ms is the longest silence, deadline_ms for each answer as
	 * a whole. response and body are for the first request. cancel is used until the stream ends.
	 */
	struct oac_call_options call;
	const struct openai_run_stream_handler *handler; /* stays valid; NULL: no callbacks */
	void *user;					 /* for the callbacks */
	/*
	 * When giving up (token, abort, time limit), cancel the run on the server; when it could not
	 * be told, the error's message ends in why. Not when the stream is freed.
	 */
	bool cancel_run;
};

#ifdef __cplusplus
extern "C" {
#endif

/* ---- beginning: nothing is sent before the stream is driven ---- */

/*
 * Creates a run, as openai_runs_create does, and streams it. POST /threads/{thread_id}/runs.
 * request is encoded before this returns; options may be NULL. *stream is NULL on failure:
 * OAC_E_ARGUMENT, OAC_E_CONFIG, OAC_E_LIMIT, OAC_E_NOMEM. Free it with openai_run_stream_free.
 */
OPENAI_API enum oac_status openai_runs_stream(struct oac_client *client, const char *thread_id,
	const struct openai_create_run_request *request,
	const struct openai_run_stream_options *options, struct openai_run_stream **stream,
	struct oac_error *err) OAC_MUST_USE;

/* The same by the other name that the API's SDKs have for it. */
OPENAI_API enum oac_status openai_runs_create_and_stream(struct oac_client *client,
	const char *thread_id, const struct openai_create_run_request *request,
	const struct openai_run_stream_options *options, struct openai_run_stream **stream,
	struct oac_error *err) OAC_MUST_USE;

/*
 * Submits the outputs that a run waits for, and streams how it goes on.
 * POST /threads/{thread_id}/runs/{run_id}/submit_tool_outputs.
 */
OPENAI_API enum oac_status openai_runs_submit_tool_outputs_stream(struct oac_client *client,
	const char *thread_id, const char *run_id,
	const struct openai_submit_tool_outputs_request *request,
	const struct openai_run_stream_options *options, struct openai_run_stream **stream,
	struct oac_error *err) OAC_MUST_USE;

/* Creates a thread and a run on it, and streams the run. POST /threads/runs. */
OPENAI_API enum oac_status openai_threads_create_and_run_stream(struct oac_client *client,
	const struct openai_create_thread_and_run_request *request,
	const struct openai_run_stream_options *options, struct openai_run_stream **stream,
	struct oac_error *err) OAC_MUST_USE;

/*
 * The same on a loop, which drives the stream: what it comes to is told by the handler, whose end
 * may still ask for final messages and steps, and then by done with the latest run, which is
 * done's to free (NULL: none was seen). The stream itself goes when done has returned. What
 * options->handler, user, call.cancel and .response point to stays until then; *async
 * (nullable) is the handle. Errors here are those of what cannot be begun; done is then not called.
 */
OPENAI_API enum oac_status openai_runs_stream_async(struct oac_loop *loop,
	struct oac_client *client, const char *thread_id,
	const struct openai_create_run_request *request,
	const struct openai_run_stream_options *options, openai_run_done_fn *done, void *user,
	struct oac_async *async, struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_runs_create_and_stream_async(struct oac_loop *loop,
	struct oac_client *client, const char *thread_id,
	const struct openai_create_run_request *request,
	const struct openai_run_stream_options *options, openai_run_done_fn *done, void *user,
	struct oac_async *async, struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_runs_submit_tool_outputs_stream_async(struct oac_loop *loop,
	struct oac_client *client, const char *thread_id, const char *run_id,
	const struct openai_submit_tool_outputs_request *request,
	const struct openai_run_stream_options *options, openai_run_done_fn *done, void *user,
	struct oac_async *async, struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_threads_create_and_run_stream_async(struct oac_loop *loop,
	struct oac_client *client, const struct openai_create_thread_and_run_request *request,
	const struct openai_run_stream_options *options, openai_run_done_fn *done, void *user,
	struct oac_async *async, struct oac_error *err) OAC_MUST_USE;

/* ---- driving: these block, and are not for a stream that a loop drives ---- */

/* Reads to the end, with all callbacks. Called again it says the same. */
OPENAI_API enum oac_status openai_run_stream_until_done(struct openai_run_stream *stream,
	struct oac_error *err) OAC_MUST_USE;

/*
 * Reads to the next event, with its callbacks. *event is valid until the next call; NULL at
 * the end and on failure.
 */
OPENAI_API enum oac_status openai_run_stream_next(struct openai_run_stream *stream,
	const struct openai_assistant_stream_event **event, struct oac_error *err) OAC_MUST_USE;

/* Reads to the next piece of text that the assistant writes. *text: like *event above. */
OPENAI_API enum oac_status openai_run_stream_next_text(struct openai_run_stream *stream,
	const char **text, struct oac_error *err) OAC_MUST_USE;

/*
 * Each reads to the end, or is called by the end callback, and gives what the stream came to; the stream owns it, the type's _copy
 * keeps it. On failure *run is the latest run that was seen (NULL: none), and the lists hold
 * what was seen. Messages and steps that are complete are the server's finished objects.
 */
OPENAI_API enum oac_status openai_run_stream_get_final_run(struct openai_run_stream *stream,
	const struct openai_run **run, struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_run_stream_get_final_messages(struct openai_run_stream *stream,
	struct openai_message_list *messages, struct oac_error *err) OAC_MUST_USE;
OPENAI_API enum oac_status openai_run_stream_get_final_run_steps(struct openai_run_stream *stream,
	struct openai_run_step_list *steps, struct oac_error *err) OAC_MUST_USE;

/* ---- looking: what was seen so far, valid until the stream is driven on; NULL: nothing ---- */

/* The event that was read last. */
OPENAI_API const struct openai_assistant_stream_event *openai_run_stream_current_event(
	const struct openai_run_stream *stream);
/* The current event as it came. */
OPENAI_API const struct oac_raw_event *openai_run_stream_raw_event(
	const struct openai_run_stream *stream);
/* The run as the latest event about it has it. */
OPENAI_API const struct openai_run *openai_run_stream_current_run(
	const struct openai_run_stream *stream);
/* The step and the message that are being made, as far as they are; NULL between two. */
OPENAI_API const struct openai_run_step *openai_run_stream_current_run_step_snapshot(
	const struct openai_run_stream *stream);
OPENAI_API const struct openai_message *openai_run_stream_current_message_snapshot(
	const struct openai_run_stream *stream);

/* ---- steering ---- */

/*
 * Submits the outputs that the run waits for: when the answer that is being read has ended, the
 * stream goes on with how the run goes on, through the same handler. request is encoded
 * before this returns, and not sent when the run has ended by then. OAC_E_ARGUMENT when no run
 * was seen yet, when outputs wait to be sent already, or when the stream is over; else like
 * openai_runs_submit_tool_outputs_stream.
 */
OPENAI_API enum oac_status openai_run_stream_submit_tool_outputs(struct openai_run_stream *stream,
	const struct openai_submit_tool_outputs_request *request, struct oac_error *err) OAC_MUST_USE;

/* Gives up: the stream ends with OAC_E_CANCELLED. From its own thread; others pull the token. */
OPENAI_API void openai_run_stream_abort(struct openai_run_stream *stream);

/* Closes and frees, at the end or before; the run goes on at the server. NULL is fine. */
OPENAI_API void openai_run_stream_free(struct openai_run_stream *stream);

#ifdef __cplusplus
}
#endif

#endif
