#include "openai_poll.h"

#include "oac_error_set.h"

#include <string.h>

enum {
	DEFAULT_INTERVAL_MS = 1000,
	MAX_SERVER_INTERVAL_MS = 60000,
	CANCEL_TIMEOUT_MS = 10000, /* giving up must not take long itself */
};

struct watch {
	struct oac_client *client;
	struct openai_poll_options options;
	struct oac_response response; /* the caller's, or one of ours */
	struct openai_run *run;	      /* the latest, or NULL */
	struct openai_run *first;     /* the run whose ids are in use: it outlives newer ones; or NULL */
	int64_t start;
	int64_t call_deadline_ms; /* the caller's own, for each request */
	bool gave_up;
};

static void watch_init(struct watch *w, struct oac_client *client, const struct openai_poll_options *options)
{
	memset(w, 0, sizeof(*w));
	w->client = client;
	if (options != NULL)
		w->options = *options;
	w->call_deadline_ms = w->options.call.deadline_ms;
	w->start = oac_now_ms();
}

/* The options of the next request: what is left of the deadline bounds it. */
static struct oac_call_options *call_options(struct watch *w)
{
	struct oac_call_options *call = &w->options.call;

	oac_response_clear(&w->response);
	call->response = &w->response;
	if (w->options.deadline_ms > 0) {
		int64_t left = w->options.deadline_ms - (oac_now_ms() - w->start);

		call->deadline_ms = left > 0 ? left : 1;
		if (w->call_deadline_ms > 0 && w->call_deadline_ms < call->deadline_ms)
			call->deadline_ms = w->call_deadline_ms;
	}
	return call;
}

static void keep(struct watch *w, struct openai_run *run)
{
	if (run == NULL)
		return;
	if (w->run != w->first)
		openai_run_free(w->run);
	w->run = run;
}

static bool is_over(const struct openai_run *run)
{
	switch (run->status) {
	case OPENAI_RUN_STATUS_REQUIRES_ACTION:
	case OPENAI_RUN_STATUS_CANCELLED:
	case OPENAI_RUN_STATUS_COMPLETED:
	case OPENAI_RUN_STATUS_FAILED:
	case OPENAI_RUN_STATUS_EXPIRED:
	case OPENAI_RUN_STATUS_INCOMPLETE:
		return true;
	default:
		return false;
	}
}

/* A plain non-negative integer up to the maximum; -1 for anything else. */
static int64_t read_interval(const char *text, size_t len)
{
	int64_t value = 0;
	size_t i;

	if (text == NULL || len == 0)
		return -1;
	for (i = 0; i < len; i++) {
		if (text[i] < '0' || text[i] > '9')
			return -1;
		value = value * 10 + (text[i] - '0');
		if (value > MAX_SERVER_INTERVAL_MS)
			return -1;
	}
	return value;
}

static int64_t interval(const struct watch *w)
{
	const char *header;
	size_t len = 0;
	int64_t asked;

	if (w->options.interval_ms.set)
		return w->options.interval_ms.value > 0 ? w->options.interval_ms.value : 0;
	header = oac_response_header(&w->response, "openai-poll-after-ms", &len);
	asked = read_interval(header, len);
	return asked >= 0 ? asked : DEFAULT_INTERVAL_MS;
}

static enum oac_status give_up(struct watch *w, struct oac_error *err, enum oac_status status, const char *why)
{
	const char *state = w->run ? openai_run_status_text(w->run->status) : NULL;

	w->gave_up = true;
	return oac_error_set(err, status, "%s while the run was %s", why, state ? state : "in an unknown state");
}

/* Shows the latest run to on_poll. False: it says stop. */
static bool show(const struct watch *w)
{
	return w->options.on_poll == NULL || w->options.on_poll(w->options.user, w->run) == 0;
}

static enum oac_status wait_for_next(struct watch *w, struct oac_error *err)
{
	int64_t ms = interval(w);

	if (w->options.deadline_ms > 0) {
		int64_t left = w->options.deadline_ms - (oac_now_ms() - w->start);

		if (ms >= left) {
			if (oac_sleep_ms(left > 0 ? left : 0, w->options.call.cancel) != OAC_OK)
				return give_up(w, err, OAC_E_CANCELLED, "cancelled");
			return give_up(w, err, OAC_E_TIMEOUT, "the deadline passed");
		}
	}
	if (oac_sleep_ms(ms, w->options.call.cancel) != OAC_OK)
		return give_up(w, err, OAC_E_CANCELLED, "cancelled");
	return OAC_OK;
}

/* What a failed request means for the run: whether the caller gave up on it. */
static enum oac_status failed(struct watch *w, enum oac_status status)
{
	w->gave_up = status == OAC_E_CANCELLED || status == OAC_E_TIMEOUT;
	return status;
}

static enum oac_status look(struct watch *w, const char *thread_id, const char *run_id, struct oac_error *err)
{
	/* Members for the body of the first request: a GET has none. */
	w->options.call.body = (struct oac_json){ NULL, 0 };
	for (;;) {
		struct openai_run *run;
		enum oac_status status =
			openai_runs_retrieve(w->client, thread_id, run_id, call_options(w), &run, err);

		keep(w, run);
		if (status != OAC_OK)
			return failed(w, status);
		if (!show(w))
			return give_up(w, err, OAC_E_CANCELLED, "on_poll said stop");
		if (is_over(w->run))
			return OAC_OK;
		status = wait_for_next(w, err);
		if (status != OAC_OK)
			return status;
	}
}

/*
 * Asks the server to stop working on a run that nobody watches any more. err stays what it
 * is, and says so when the server could not be told.
 */
static void cancel_run(struct watch *w, const char *thread_id, const char *run_id, struct oac_error *err)
{
	struct oac_call_options options = w->options.call;
	struct openai_run *run;
	struct oac_error own;

	options.cancel = NULL;
	options.response = NULL;
	options.body = (struct oac_json){ NULL, 0 };
	options.deadline_ms = CANCEL_TIMEOUT_MS;
	if (openai_runs_cancel(w->client, thread_id, run_id, &options, &run, &own) == OAC_OK)
		keep(w, run);
	else
		oac_error_add(err, "; the run was not cancelled: %s", own.message);
}

/* What the caller gets: the latest run, and the last response when there is a place for it. */
static enum oac_status finish(struct watch *w, const struct openai_poll_options *options, enum oac_status status,
	struct openai_run **run)
{
	*run = w->run;
	if (w->first != w->run)
		openai_run_free(w->first);
	if (options != NULL && options->call.response != NULL)
		*options->call.response = w->response;
	else
		oac_response_clear(&w->response);
	return status;
}

/* Watches what a first request gave. thread_id and run_id are NULL where only its answer knows them. */
static enum oac_status watch_created(struct watch *w, const char *thread_id, const char *run_id,
	enum oac_status status, struct openai_run *created, struct oac_error *err)
{
	w->run = w->first = created;
	if (status == OAC_OK && thread_id == NULL)
		thread_id = created->thread_id;
	if (status == OAC_OK && run_id == NULL)
		run_id = created->id;
	if (status != OAC_OK)
		failed(w, status);
	else if (thread_id == NULL || run_id == NULL)
		status = oac_error_set(err, OAC_E_PROTOCOL, "the created run has no id or no thread_id");
	else if (!show(w))
		status = give_up(w, err, OAC_E_CANCELLED, "on_poll said stop");
	else
		status = look(w, thread_id, run_id, err);
	if (w->gave_up && w->options.cancel_run && thread_id != NULL && run_id != NULL)
		cancel_run(w, thread_id, run_id, err);
	return status;
}

enum oac_status openai_runs_poll(struct oac_client *client, const char *thread_id, const char *run_id,
	const struct openai_poll_options *options, struct openai_run **run, struct oac_error *err)
{
	struct watch w;
	enum oac_status status;

	watch_init(&w, client, options);
	status = look(&w, thread_id, run_id, err);
	if (w.gave_up && w.options.cancel_run)
		cancel_run(&w, thread_id, run_id, err);
	return finish(&w, options, status, run);
}

enum oac_status openai_runs_create_and_poll(struct oac_client *client, const char *thread_id,
	const struct openai_create_run_request *request, const struct openai_poll_options *options,
	struct openai_run **run, struct oac_error *err)
{
	struct watch w;
	struct openai_run *created;
	enum oac_status status;

	watch_init(&w, client, options);
	status = openai_runs_create(client, thread_id, request, call_options(&w), &created, err);
	status = watch_created(&w, thread_id, NULL, status, created, err);
	return finish(&w, options, status, run);
}

enum oac_status openai_runs_submit_tool_outputs_and_poll(struct oac_client *client, const char *thread_id,
	const char *run_id, const struct openai_submit_tool_outputs_request *request,
	const struct openai_poll_options *options, struct openai_run **run, struct oac_error *err)
{
	struct watch w;
	struct openai_run *resumed;
	enum oac_status status;

	watch_init(&w, client, options);
	status = openai_runs_submit_tool_outputs(client, thread_id, run_id, request, call_options(&w), &resumed, err);
	status = watch_created(&w, thread_id, run_id, status, resumed, err);
	return finish(&w, options, status, run);
}

enum oac_status openai_threads_create_and_run_poll(struct oac_client *client,
	const struct openai_create_thread_and_run_request *request, const struct openai_poll_options *options,
	struct openai_run **run, struct oac_error *err)
{
	struct watch w;
	struct openai_run *created;
	enum oac_status status;

	watch_init(&w, client, options);
	status = openai_threads_create_and_run(client, request, call_options(&w), &created, err);
	status = watch_created(&w, NULL, NULL, status, created, err);
	return finish(&w, options, status, run);
}
