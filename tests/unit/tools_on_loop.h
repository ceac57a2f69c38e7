/*
 * tools_on_loop.h: runs with tools by their _async forms, under the names of those that block.
 */
#ifndef TOOLS_ON_LOOP_H
#define TOOLS_ON_LOOP_H

#include "poll_on_loop.h"

static inline enum oac_status on_loop_tools(struct oac_client *client, const char *thread_id,
	const struct openai_create_run_request *request, const struct openai_run_tools_options *options,
	struct openai_run **run, struct oac_error *err)
{
	struct on_loop on;

	on_loop_begin(&on);
	enum oac_status status = openai_runs_run_tools_async(on.loop, client, thread_id, request, options,
		on_loop_done, &on, NULL, &on.err);
	return on_loop_end(&on, status, run, err);
}

static inline enum oac_status on_loop_thread_tools(struct oac_client *client,
	const struct openai_create_thread_and_run_request *request,
	const struct openai_run_tools_options *options, struct openai_run **run, struct oac_error *err)
{
	struct on_loop on;

	on_loop_begin(&on);
	enum oac_status status = openai_threads_run_tools_async(on.loop, client, request, options, on_loop_done,
		&on, NULL, &on.err);
	return on_loop_end(&on, status, run, err);
}

#define openai_runs_run_tools on_loop_tools
#define openai_threads_run_tools on_loop_thread_tools

#endif
