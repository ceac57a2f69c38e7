#include "oac_execute.h"

#include "oac_error_set.h"
#include "oac_platform.h"
#include "oac_retry.h"

/* Whether the server has spoken: a status of 300 and above stands, even with its body cut. */
static bool is_answered(const struct oac_try *t)
{
	enum oac_outcome outcome = t->result.outcome;

	if (t->status != OAC_OK)
		return false;
	if (outcome == OAC_OUTCOME_ANSWERED)
		return true;
	return t->http_status >= 300 && (outcome == OAC_OUTCOME_CUT ||
		outcome == OAC_OUTCOME_STOPPED || outcome == OAC_OUTCOME_TIMED_OUT);
}

enum oac_status oac_execute_failure(const struct oac_try *t, const struct oac_operation *operation,
	struct oac_error *err)
{
	static const struct {
		enum oac_status status;
		const char *text;
	} outcomes[] = {
		[OAC_OUTCOME_ANSWERED] = { OAC_E_PROTOCOL, "the answer ended early" },
		[OAC_OUTCOME_NOT_CONNECTED] = { OAC_E_CONNECT, "cannot connect" },
		[OAC_OUTCOME_LOST] = { OAC_E_CONNECT, "the connection was lost before the answer" },
		[OAC_OUTCOME_CUT] = { OAC_E_CONNECT, "the connection was lost within the answer" },
		[OAC_OUTCOME_TIMED_OUT] = { OAC_E_TIMEOUT, "the time limit passed" },
		[OAC_OUTCOME_CANCELLED] = { OAC_E_CANCELLED, "cancelled by the caller" },
		[OAC_OUTCOME_STOPPED] = { OAC_E_CANCELLED, "stopped by the caller" },
		[OAC_OUTCOME_TOO_LARGE] = { OAC_E_LIMIT, "the headers are too long" },
		[OAC_OUTCOME_NOT_HTTP] = { OAC_E_PROTOCOL, "the answer is not valid HTTP" },
		[OAC_OUTCOME_UNTRUSTED] = { OAC_E_CONNECT, "the certificate is not accepted" },
		[OAC_OUTCOME_UNUSABLE] = { OAC_E_CONFIG, "the transport cannot be used" },
		[OAC_OUTCOME_NOMEM] = { OAC_E_NOMEM, "out of memory" },
	};
	const char *detail = t->result.detail;
	size_t outcome = (size_t)t->result.outcome;

	if (t->status != OAC_OK)
		return oac_error_set(err, t->status, "%s %s: %s", operation->method,
			operation->path, t->problem);
	if (outcome >= OAC_COUNT(outcomes))
		outcome = OAC_OUTCOME_UNUSABLE;
	if (outcome == OAC_OUTCOME_STOPPED || outcome == OAC_OUTCOME_NOMEM)
		detail = "";
	return oac_error_set(err, outcomes[outcome].status, "%s %s: %s%s%s", operation->method,
		operation->path, outcomes[outcome].text, detail[0] != '\0' ? ": " : "", detail);
}

static void note_exchange(const struct oac_try *t, int tries, struct oac_error *err)
{
	if (err == NULL)
		return;
	err->tries = tries;
	err->http_status = t->http_status;
}

static enum oac_status cancelled(const struct oac_operation *operation, struct oac_error *err)
{
	return oac_error_set(err, OAC_E_CANCELLED, "%s %s: cancelled by the caller",
		operation->method, operation->path);
}

/* True: over. False: the head is here, and the body is the caller's to step for. */
static bool run_try(struct oac_try *t, const struct oac_prepared *prepared, enum oac_until until,
	const struct oac_cancel *cancel)
{
	int64_t left = oac_time_left(prepared->deadline);

	t->options.timeout_ms = prepared->timeout_ms;
	if (left >= 0 && (prepared->timeout_ms < 0 || left < prepared->timeout_ms))
		t->options.timeout_ms = left;
	if (oac_try_start(t, &prepared->request) != OAC_OK)
		return true;
	while (!oac_try_step(t, OAC_NO_LIMIT, cancel))
		if (until == OAC_UNTIL_HEAD && oac_try_has_head(t) && t->http_status < 300)
			return false;
	return true;
}

enum oac_status oac_execute(struct oac_try *t, const struct oac_prepared *prepared,
	enum oac_until until, const struct oac_cancel *cancel, int *tries, struct oac_error *err)
{
	const struct oac_operation *operation = prepared->operation;

	*tries = 0;
	if (oac_cancel_pulled(cancel))
		return cancelled(operation, err);
	for (int retries = 0;; retries++) {
		++*tries;
		bool over = run_try(t, prepared, until, cancel);
		note_exchange(t, *tries, err);
		if (!over)
			return OAC_OK;
		const struct oac_attempt attempt = {
			.method = operation->method,
			.outcome = t->status == OAC_E_NOMEM ? OAC_OUTCOME_NOMEM : t->result.outcome,
			.sent_whole = t->result.sent_whole,
			.http_status = t->http_status,
			.headers = t->headers.len > 0 ? t->headers.text : NULL,
			.retries_done = retries,
			.max_retries = prepared->max_retries,
			.retry_post = prepared->retry_post,
			.random = oac_random(),
			.wall_ms = oac_wall_ms(),
		};
		struct oac_verdict verdict = oac_retry_decide(&attempt);
		int64_t left = oac_time_left(prepared->deadline);
		if (!verdict.retry || (left >= 0 && verdict.delay_ms >= left))
			return is_answered(t) ? OAC_OK : oac_execute_failure(t, operation, err);
		if (oac_sleep_ms(verdict.delay_ms, cancel) != OAC_OK)
			return cancelled(operation, err);
	}
}
