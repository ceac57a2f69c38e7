/* openai_run_stream_async.h: a streamed run on a loop, with a say for the helpers. Not for programs. */
#ifndef OPENAI_RUN_STREAM_ASYNC_H
#define OPENAI_RUN_STREAM_ASYNC_H

#include "openai_run_stream_type.h"

#include "oac_async.h"

struct openai_run_stream_start {
	const struct oac_operation *operation;
	const char *thread_id; /* as far as the operation needs them */
	const char *run_id;
	const void *request;
	const struct openai_run_stream_options *options; /* nullable */
	/* See openai_run_stream_type.h. on_run_user goes with on_free, also when nothing begins. */
	enum oac_status (*on_run)(
		void *user, struct openai_run_stream *stream, struct oac_error *err);
	void *on_run_user;
	void (*on_free)(void *user); /* NULL: nothing to free */
};

enum oac_status openai_run_stream_start_async(struct oac_loop *loop, struct oac_client *client,
	const struct openai_run_stream_start *start, openai_run_done_fn *done, void *user,
	struct oac_async *async, struct oac_error *err);

#endif
