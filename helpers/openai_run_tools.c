#include "openai_run_tools.h"

#include "openai_give_up.h"
#include "openai_run_stream_type.h"
#include "openai_tool_round.h"

#include "oac_error_set.h"

#include <string.h>

enum {
	DEFAULT_ROUNDS = 16,
};

static const struct openai_run_tools_options no_options;

struct tool_run {
	struct oac_client *client;
	const char *thread_id; /* where the runs are, or NULL: they say it */
	struct openai_run_tools_options options;
	int rounds;
	int64_t left_ms; /* of the deadline, when there is one */
	int64_t since;	 /* when left_ms was true */
};

static void tool_run_init(struct tool_run *t, struct oac_client *client, const char *thread_id,
	const struct openai_run_tools_options *options)
{
	memset(t, 0, sizeof(*t));
	t->client = client;
	t->thread_id = thread_id;
	t->options = options != NULL ? *options : no_options;
	if (t->options.max_rounds <= 0)
		t->options.max_rounds = DEFAULT_ROUNDS;
	t->left_ms = t->options.deadline_ms;
	t->since = oac_now_ms();
}

/* The functions' own time does not count. */
static enum oac_status call_round(struct tool_run *t, struct openai_tool_round *round,
	const struct openai_run *run, struct oac_error *err)
{
	enum oac_status status;

	memset(round, 0, sizeof(*round));
	if (++t->rounds > t->options.max_rounds)
		return oac_error_set(err, OAC_E_LIMIT, "the run asked for tools more than %d times",
			t->options.max_rounds);
	t->left_ms -= oac_now_ms() - t->since;
	status = openai_tool_round_call(round, run, &t->options.tools, err);
	t->since = oac_now_ms();
	if (status == OAC_OK && oac_cancel_pulled(t->options.call.cancel))
		return oac_error_set(err, OAC_E_CANCELLED, "cancelled while the run was requires_action");
	if (status == OAC_OK && t->options.deadline_ms > 0 && t->left_ms <= 0)
		return oac_error_set(err, OAC_E_TIMEOUT, "the deadline passed while the run was requires_action");
	return status;
}

/* What is left of the deadline, for one more wait; 0: there is none. */
static int64_t time_for_more(const struct tool_run *t)
{
	int64_t left;

	if (t->options.deadline_ms <= 0)
		return 0;
	left = t->left_ms - (oac_now_ms() - t->since);
	return left > 0 ? left : 1;
}

/* ---- by polling ---- */

static struct openai_poll_options poll_options(const struct tool_run *t)
{
	const struct openai_run_tools_options *own = &t->options;

	return (struct openai_poll_options){
		.call = own->call,
		.interval_ms = own->interval_ms,
		.deadline_ms = time_for_more(t),
		.cancel_run = own->cancel_run,
		.on_poll = own->on_poll,
		.user = own->user,
	};
}

static bool needs_action(const struct openai_run *run)
{
	return run != NULL && run->status == OPENAI_RUN_STATUS_REQUIRES_ACTION;
}

static const char *thread_of(const struct tool_run *t, const struct openai_run *run)
{
	return run->thread_id != NULL ? run->thread_id : t->thread_id;
}

static void cancel_run(const struct tool_run *t, struct openai_run **run, struct oac_error *err)
{
	struct openai_run *cancelled;

	if (!t->options.cancel_run)
		return;
	cancelled = openai_give_up(t->client, &t->options.call, thread_of(t, *run), (*run)->id, err);
	if (cancelled == NULL)
		return;
	openai_run_free(*run);
	*run = cancelled;
}

/* From the first answer on: rounds until the run is over. */
static enum oac_status poll_rounds(struct tool_run *t, enum oac_status status, struct openai_run **run,
	struct oac_error *err)
{
	struct openai_poll_options options;
	struct openai_tool_round round;

	/* Those were for the first request. */
	t->options.call.response = NULL;
	t->options.call.body = (struct oac_json){ NULL, 0 };
	while (status == OAC_OK && needs_action(*run)) {
		struct openai_run *before = *run;

		status = call_round(t, &round, before, err);
		options = poll_options(t);
		if (status == OAC_OK) {
			status = openai_runs_submit_tool_outputs_and_poll(t->client,
				thread_of(t, before), before->id, &round.request, &options, run, err);
			if (*run != NULL)
				openai_run_free(before);
			else
				*run = before;
		} else {
			cancel_run(t, run, err);
		}
		openai_tool_round_clear(&round);
	}
	return status;
}

/* ---- as a stream ---- */

/* For one more answer: its own limit, or what is left for all of them. */
static int64_t answer_deadline(const struct tool_run *t)
{
	int64_t own = t->options.call.deadline_ms;
	int64_t left = time_for_more(t);

	return own > 0 && (left == 0 || own < left) ? own : left;
}

static enum oac_status submit_round(void *user, struct openai_run_stream *stream, struct oac_error *err)
{
	struct tool_run *t = user;
	struct openai_tool_round round;
	enum oac_status status;

	if (!needs_action(stream->run) || stream->has_next)
		return OAC_OK;
	status = call_round(t, &round, stream->run, err);
	stream->call.deadline_ms = answer_deadline(t);
	if (status == OAC_OK)
		status = openai_run_stream_submit_tool_outputs(stream, &round.request, err);
	openai_tool_round_clear(&round);
	return status;
}

static struct openai_run_stream_options stream_options(const struct tool_run *t)
{
	struct openai_run_stream_options options = {
		.call = t->options.call,
		.handler = t->options.handler,
		.user = t->options.user,
		.cancel_run = t->options.cancel_run,
	};

	options.call.deadline_ms = answer_deadline(t);
	return options;
}

static enum oac_status stream_rounds(struct tool_run *t, struct openai_run_stream *stream,
	struct openai_run **run, struct oac_error *err)
{
	enum oac_status status;

	stream->on_run = submit_round;
	stream->on_run_user = t;
	status = openai_run_stream_until_done(stream, err);
	*run = stream->run;
	stream->run = NULL;
	openai_run_stream_free(stream);
	return status;
}

/* ---- both ---- */

enum oac_status openai_runs_run_tools(struct oac_client *client, const char *thread_id,
	const struct openai_create_run_request *request, const struct openai_run_tools_options *options,
	struct openai_run **run, struct oac_error *err)
{
	struct tool_run t;
	enum oac_status status;

	*run = NULL;
	tool_run_init(&t, client, thread_id, options);
	if (t.options.stream) {
		const struct openai_run_stream_options own = stream_options(&t);
		struct openai_run_stream *stream;

		status = openai_runs_stream(client, thread_id, request, &own, &stream, err);
		return status != OAC_OK ? status : stream_rounds(&t, stream, run, err);
	}
	const struct openai_poll_options own = poll_options(&t);
	status = openai_runs_create_and_poll(client, thread_id, request, &own, run, err);
	return poll_rounds(&t, status, run, err);
}

enum oac_status openai_threads_run_tools(struct oac_client *client,
	const struct openai_create_thread_and_run_request *request,
	const struct openai_run_tools_options *options, struct openai_run **run, struct oac_error *err)
{
	struct tool_run t;
	enum oac_status status;

	*run = NULL;
	tool_run_init(&t, client, NULL, options);
	if (t.options.stream) {
		const struct openai_run_stream_options own = stream_options(&t);
		struct openai_run_stream *stream;

		status = openai_threads_create_and_run_stream(client, request, &own, &stream, err);
		return status != OAC_OK ? status : stream_rounds(&t, stream, run, err);
	}
	const struct openai_poll_options own = poll_options(&t);
	status = openai_threads_create_and_run_poll(client, request, &own, run, err);
	return poll_rounds(&t, status, run, err);
}
