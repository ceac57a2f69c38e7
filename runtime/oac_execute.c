#include "oac_execute.h"

#include "oac_error_set.h"
#include "oac_log.h"
#include "oac_platform.h"
#include "oac_retry.h"

#include <string.h>

static enum oac_status explain(const struct oac_try *t, const struct oac_operation *operation,
	struct oac_error *err)
{
	struct oac_problem problem;

	oac_try_problem(t, &problem);
	return oac_error_set(err, problem.status, "%s %s: %s%s%s", operation->method,
		operation->path, problem.text, problem.detail[0] != '\0' ? ": " : "",
		problem.detail);
}

static enum oac_status cancelled(const struct oac_execution *x)
{
	const struct oac_operation *operation = x->prepared->operation;

	return oac_error_set(x->err, OAC_E_CANCELLED, "%s %s: cancelled by the caller",
		operation->method, operation->path);
}

static enum oac_status late(const struct oac_execution *x)
{
	const struct oac_operation *operation = x->prepared->operation;

	return oac_error_set(x->err, OAC_E_TIMEOUT,
		"%s %s: the time limit passed before it could be sent", operation->method,
		operation->path);
}

static void note_exchange(const struct oac_execution *x)
{
	if (x->err == NULL)
		return;
	x->err->tries = x->tries;
	x->err->http_status = x->t.http_status;
}

static bool is_over(struct oac_execution *x, enum oac_status status)
{
	note_exchange(x);
	x->state = OAC_EXECUTION_OVER;
	x->status = status;
	return true;
}

/* delay_ms below 0: the request is not sent again. */
static void release(struct oac_execution *x, int64_t delay_ms)
{
	if (x->asked)
		x->task->host->release(x->task, x->t.http_status, delay_ms);
	x->asked = false;
}

/* False: not yet. */
static bool admit(struct oac_execution *x)
{
	const struct oac_task_host *host = x->task->host;

	if (host == NULL)
		return true;
	x->asked = true;
	x->at = host->admit(x->task, x->prepared->request.url);
	return x->at == 0;
}

/* Without a try that could have said so. */
static bool give_up(struct oac_execution *x, enum oac_status status)
{
	release(x, -1);
	return is_over(x, status);
}

/* False: it is over, since there are no credentials. */
static bool authorize(struct oac_execution *x)
{
	enum oac_status status = oac_prepared_authorize(x->prepared, x->err);

	return status == OAC_OK || !give_up(x, status);
}

/* True: there is nothing to step, because the try could not even begin. */
static bool begin_try(struct oac_execution *x)
{
	const struct oac_prepared *prepared = x->prepared;
	int64_t left = oac_time_left(prepared->deadline);

	x->tries++;
	x->t.options.timeout_ms = prepared->timeout_ms;
	if (left >= 0 && (prepared->timeout_ms < 0 || left < prepared->timeout_ms))
		x->t.options.timeout_ms = left;
	x->state = OAC_EXECUTION_TRYING;
	oac_log_begin(x);
	return oac_try_start(&x->t, &prepared->request) != OAC_OK;
}

/* After a try: over, or what to wait for. */
static bool end_try(struct oac_execution *x)
{
	const struct oac_try *t = &x->t;
	const struct oac_prepared *prepared = x->prepared;
	const struct oac_attempt attempt = {
		.method = prepared->operation->method,
		.outcome = t->status == OAC_E_NOMEM ? OAC_OUTCOME_NOMEM : t->result.outcome,
		.sent_whole = t->result.sent_whole,
		.http_status = t->http_status,
		.headers = t->headers.len > 0 ? t->headers.text : NULL,
		.retries_done = x->tries - 1,
		.max_retries = prepared->max_retries,
		.retry_post = prepared->retry_post,
		.random = oac_random(),
		.wall_ms = oac_wall_ms(),
	};
	struct oac_verdict verdict = oac_retry_decide(&attempt);
	int64_t left = oac_time_left(prepared->deadline);
	bool again = verdict.retry && !x->committed && t->status != OAC_E_CANCELLED &&
		oac_upload_can_repeat(&t->upload, t->request) &&
		(left < 0 || verdict.delay_ms < left);

	oac_log_end(x, again ? verdict.delay_ms : -1);
	release(x, again ? verdict.delay_ms : -1);
	note_exchange(x);
	if (!again)
		return is_over(x,
			oac_try_is_answered(t) ? OAC_OK : explain(t, prepared->operation, x->err));
	x->state = OAC_EXECUTION_READY;
	x->at = oac_deadline_in(verdict.delay_ms);
	return false;
}

static bool end_body(struct oac_execution *x)
{
	oac_log_end(x, -1);
	release(x, -1);
	x->state = OAC_EXECUTION_OVER;
	x->body_status = oac_try_is_answered(&x->t) ? OAC_OK :
		explain(&x->t, x->prepared->operation, x->err);
	return true;
}

/* ---- the whole ---- */

void oac_execution_init(struct oac_execution *x, struct oac_task *task,
	struct oac_client *client, struct oac_prepared *prepared, enum oac_until until,
	enum oac_flow (*on_body)(void *user, const char *bytes, size_t len), void *user,
	struct oac_error *err)
{
	const struct oac_try_options options = {
		.transport = oac_task_transport(task, client),
		.timeout_ms = OAC_NO_LIMIT,
		.idle_timeout_ms = prepared->idle_timeout_ms,
		.max_body = client->max_response_bytes,
		.on_body = on_body,
		.on_body_user = user,
		.progress = prepared->progress,
		.progress_user = prepared->progress_user,
	};

	memset(x, 0, sizeof(*x));
	x->task = task;
	x->prepared = prepared;
	x->err = err;
	x->until = until;
	oac_try_init(&x->t, &options);
	if (options.transport == NULL)
		is_over(x, oac_error_set(err, OAC_E_NOMEM, "out of memory"));
}

bool oac_execution_step(struct oac_execution *x, int64_t wait_ms)
{
	if (x->state == OAC_EXECUTION_OVER)
		return true;
	if (x->state == OAC_EXECUTION_READY) {
		if (!oac_task_wait(x->task, x->at, wait_ms))
			return false;
		x->state = OAC_EXECUTION_ASKING;
	}
	if (x->state == OAC_EXECUTION_ASKING) {
		if (oac_task_is_stopped(x->task))
			return give_up(x, cancelled(x));
		if (!admit(x))
			return oac_time_left(x->prepared->deadline) == 0 && give_up(x, late(x));
		if (!authorize(x))
			return true;
		if (begin_try(x))
			return end_try(x);
	}
	if (x->task->stopped) {
		oac_execution_stop(x);
		return is_over(x, cancelled(x));
	}
	bool ended = oac_try_step(&x->t, wait_ms, x->task->cancel);
	if (x->until != OAC_UNTIL_HEAD || !oac_try_has_head(&x->t) || x->t.http_status >= 300)
		return ended && end_try(x);
	/* Part of the body may be in use already: from here on there is no other try. */
	note_exchange(x);
	if (ended)
		return end_body(x);
	oac_log_head(x);
	return true;
}

bool oac_execution_read(struct oac_execution *x, int64_t wait_ms)
{
	if (x->state == OAC_EXECUTION_OVER)
		return true;
	if (x->task->stopped) {
		oac_execution_stop(x);
		x->body_status = cancelled(x);
		return true;
	}
	return oac_try_step(&x->t, wait_ms, x->task->cancel) && end_body(x);
}

int64_t oac_execution_due(const struct oac_execution *x)
{
	const struct oac_try *t = &x->t;

	if (x->state == OAC_EXECUTION_READY)
		return x->at;
	if (x->state == OAC_EXECUTION_ASKING)
		return x->at < x->prepared->deadline ? x->at : x->prepared->deadline;
	return t->deadline < t->idle_deadline ? t->deadline : t->idle_deadline;
}

void oac_execution_stop(struct oac_execution *x)
{
	if (x->state == OAC_EXECUTION_TRYING)
		oac_log_stop(x);
	oac_try_end(&x->t);
	release(x, -1);
	x->state = OAC_EXECUTION_OVER;
}

void oac_execution_clear(struct oac_execution *x)
{
	oac_execution_stop(x);
	oac_try_clear(&x->t);
}
