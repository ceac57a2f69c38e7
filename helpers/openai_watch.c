#include "openai_watch.h"

#include "openai_give_up.h"
#include "openai_run_state.h"
#include "openai_tables.h"

#include "oac_error_set.h"
#include "oac_options.h"

#include <string.h>

enum {
	DEFAULT_INTERVAL_MS = 1000,
	SPREAD_MS =
		200, /* runs that were made together are not to be looked at together for good */
	MAX_SERVER_INTERVAL_MS = 60000,
	ARENA_FIRST = 64,
};

/* ---- when to look again ---- */

/* A plain non-negative integer up to the maximum; -1 for anything else. */
static int64_t read_interval(const char *text, size_t len)
{
	int64_t value = 0;

	if (text == NULL || len == 0)
		return -1;
	for (size_t i = 0; i < len; i++) {
		if (text[i] < '0' || text[i] > '9')
			return -1;
		value = value * 10 + (text[i] - '0');
		if (value > MAX_SERVER_INTERVAL_MS)
			return -1;
	}
	return value;
}

static int64_t interval(const struct openai_watch *w)
{
	const char *header;
	size_t len = 0;
	int64_t asked;

	if (w->options.interval_ms.set)
		return w->options.interval_ms.value > 0 ? w->options.interval_ms.value : 0;
	header = oac_response_header(&w->response, "openai-poll-after-ms", &len);
	asked = read_interval(header, len);
	if (asked >= 0)
		return asked;
	/* Nobody has asked for a time: on a loop there may be thousands of them. */
	return w->task->host == NULL ? DEFAULT_INTERVAL_MS :
				       DEFAULT_INTERVAL_MS + (int64_t)(oac_random() * SPREAD_MS);
}

/* ---- the end ---- */

static bool is_over(struct openai_watch *w, enum oac_status status)
{
	w->state = OPENAI_WATCH_OVER;
	w->status = status;
	return true;
}

static void keep(struct openai_watch *w, struct openai_run *run)
{
	if (run == NULL)
		return;
	if (w->run != w->first)
		openai_run_free(w->run);
	w->run = run;
}

/* Asks the server to stop working on a run that nobody watches any more. */
static void begin_cancel(struct openai_watch *w)
{
	const char *const path[] = { w->thread_id, w->run_id };
	const struct oac_call_options options = openai_give_up_options(&w->options.call);

	/* What gave up must not stop this. */
	w->task->cancel = NULL;
	w->task->stopped = false;
	w->call_err = oac_malloc(sizeof(*w->call_err));
	oac_call_begin(&w->call, w->task, w->client, &openai_runs_cancel_operation, path, NULL,
		&options, w->call_err);
	w->state = OPENAI_WATCH_CANCELLING;
}

/* err stays what it is, and says so when the server could not be told. */
static void end_cancel(struct openai_watch *w)
{
	void *run;

	if (oac_call_end(&w->call, &run) == OAC_OK)
		keep(w, run);
	else
		openai_give_up_failed(w->err, w->call_err);
	w->state = OPENAI_WATCH_OVER;
}

/* The caller does not want to wait any longer. */
static void leave(struct openai_watch *w, enum oac_status status)
{
	is_over(w, status);
	if (w->options.cancel_run && w->thread_id != NULL && w->run_id != NULL)
		begin_cancel(w);
}

static void give_up(struct openai_watch *w, enum oac_status status, const char *why)
{
	const char *state = w->run != NULL ? openai_run_status_text(w->run->status) : NULL;

	leave(w, oac_error_set(w->err, status, "%s while the run was %s", why,
		state != NULL ? state : "in an unknown state"));
}

/* ---- requests ---- */

/* What is left of the deadline bounds each request. */
static void begin_call(
	struct openai_watch *w, const struct oac_operation *operation, const void *request)
{
	const char *const path[] = { w->thread_id, w->run_id };
	struct oac_call_options *call = &w->options.call;
	int64_t left = oac_time_left(w->deadline);

	oac_response_clear(&w->response);
	call->response = &w->response;
	call->deadline_ms = w->call_deadline_ms;
	if (left >= 0 && (call->deadline_ms <= 0 || left < call->deadline_ms))
		call->deadline_ms = left > 0 ? left : 1;
	oac_call_begin(&w->call, w->task, w->client, operation, path, request, call, w->err);
	/* Members for the body of the first request: a GET has none. */
	call->body = (struct oac_json){ NULL, 0 };
}

static void look(struct openai_watch *w)
{
	begin_call(w, &openai_runs_retrieve_operation, NULL);
	w->state = OPENAI_WATCH_LOOKING;
}

static void wait_for_next(struct openai_watch *w)
{
	int64_t at = oac_deadline_in(interval(w));

	w->at = at < w->deadline ? at : w->deadline;
	w->state = OPENAI_WATCH_WAITING;
	/* What is in it is not needed while there may be thousands that wait. */
	if (w->to == NULL)
		oac_response_clear(&w->response);
}

static void end_wait(struct openai_watch *w)
{
	if (oac_task_is_stopped(w->task))
		give_up(w, OAC_E_CANCELLED, "cancelled");
	else if (oac_time_left(w->deadline) == 0)
		give_up(w, OAC_E_TIMEOUT, "the deadline passed");
	else
		look(w);
}

/* False: the first answer does not say which run it is. */
static bool take_ids(struct openai_watch *w)
{
	if (w->first != NULL)
		return true; /* it goes on */
	w->first = w->run;
	if (w->thread_id == NULL)
		w->thread_id = w->run->thread_id;
	if (w->run_id == NULL)
		w->run_id = w->run->id;
	return w->thread_id != NULL && w->run_id != NULL;
}

static void end_call(struct openai_watch *w)
{
	bool first = w->state == OPENAI_WATCH_FIRST;
	void *run;
	enum oac_status status = oac_call_end(&w->call, &run);

	keep(w, run);
	if (status == OAC_E_CANCELLED || status == OAC_E_TIMEOUT)
		leave(w, status);
	else if (status != OAC_OK)
		is_over(w, status);
	else if (first && !take_ids(w))
		is_over(w,
			oac_error_set(w->err, OAC_E_PROTOCOL,
				"the created run has no id or no thread_id"));
	else if (w->options.on_poll != NULL && w->options.on_poll(w->options.user, w->run) != 0)
		give_up(w, OAC_E_CANCELLED, "on_poll said stop");
	else if (first)
		look(w);
	else if (openai_run_has_ended(w->run) || openai_run_needs_outputs(w->run))
		is_over(w, OAC_OK);
	else
		wait_for_next(w);
}

/* ---- the whole ---- */

/* False when memory is short. */
static bool keep_arguments(struct openai_watch *w)
{
	const struct oac_call_options call = w->options.call;

	return oac_arena_init(&w->arena, ARENA_FIRST) && oac_arena_keep(&w->arena, &w->thread_id) &&
		oac_arena_keep(&w->arena, &w->run_id) &&
		oac_options_copy(&w->arena, &call, &w->options.call);
}

void openai_watch_begin(struct openai_watch *watch, struct oac_task *task,
	struct oac_client *client, const struct openai_watch_start *start,
	const struct openai_poll_options *options, bool outlives, struct oac_error *err)
{
	memset(watch, 0, sizeof(*watch));
	oac_error_clear(err);
	watch->task = task;
	watch->client = client;
	watch->err = err;
	watch->thread_id = start->thread_id;
	watch->run_id = start->run_id;
	if (options != NULL)
		watch->options = *options;
	watch->to = watch->options.call.response;
	watch->call_deadline_ms = watch->options.call.deadline_ms;
	watch->deadline = oac_deadline_in(
		watch->options.deadline_ms > 0 ? watch->options.deadline_ms : OAC_NO_LIMIT);
	if (watch->to != NULL)
		memset(watch->to, 0, sizeof(*watch->to));
	if (outlives && !keep_arguments(watch)) {
		is_over(watch, oac_error_set(err, OAC_E_NOMEM, "out of memory"));
		return;
	}
	if (start->operation != NULL)
		begin_call(watch, start->operation, start->request);
	else
		look(watch);
	if (watch->call.status != OAC_OK)
		is_over(watch, oac_call_end(&watch->call, NULL));
}

void openai_watch_go_on(
	struct openai_watch *watch, const struct oac_operation *operation, const void *request)
{
	watch->state = OPENAI_WATCH_FIRST;
	begin_call(watch, operation, request);
	if (watch->call.status != OAC_OK)
		is_over(watch, oac_call_end(&watch->call, NULL));
}

void openai_watch_give_up(struct openai_watch *watch, enum oac_status status)
{
	leave(watch, status);
}

bool openai_watch_step(struct openai_watch *watch, int64_t wait_ms)
{
	while (watch->state != OPENAI_WATCH_OVER) {
		if (watch->state == OPENAI_WATCH_WAITING) {
			if (!oac_task_wait(watch->task, watch->at, wait_ms))
				return false;
			end_wait(watch);
			continue;
		}
		if (!oac_call_step(&watch->call, wait_ms))
			return false;
		if (watch->state == OPENAI_WATCH_CANCELLING)
			end_cancel(watch);
		else
			end_call(watch);
		/* Others on a loop may have waited, however short the interval is. */
		if (watch->state == OPENAI_WATCH_WAITING)
			return false;
	}
	return true;
}

int64_t openai_watch_due(const struct openai_watch *watch)
{
	if (watch->state == OPENAI_WATCH_WAITING)
		return watch->at;
	return watch->state == OPENAI_WATCH_OVER ? 0 : oac_call_due(&watch->call);
}

enum oac_status openai_watch_end(struct openai_watch *watch, struct openai_run **run)
{
	if (watch->state == OPENAI_WATCH_CANCELLING) {
		oac_call_end(&watch->call, NULL);
		oac_error_add(watch->err, "; the run was not cancelled: there was no time");
	} else if (watch->state != OPENAI_WATCH_OVER) {
		if (watch->state != OPENAI_WATCH_WAITING)
			oac_call_end(&watch->call, NULL);
		watch->status =
			oac_error_set(watch->err, OAC_E_CANCELLED, "cancelled by the caller");
	}
	watch->state = OPENAI_WATCH_OVER;
	*run = watch->run;
	if (watch->first != watch->run)
		openai_run_free(watch->first);
	if (watch->to != NULL)
		*watch->to = watch->response;
	else
		oac_response_clear(&watch->response);
	oac_mem_free(watch->call_err);
	oac_arena_clear(&watch->arena);
	return watch->status;
}
