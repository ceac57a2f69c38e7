#include "oac_retry.h"

#include "oac_header.h"
#include "oac_http_date.h"

#include <string.h>

enum {
	SERVER_DELAY_MAX_MS = 120000,
	BACKOFF_FIRST_MS = 500,
	BACKOFF_MAX_MS = 8000,
	BACKOFF_MAX_DOUBLINGS = 4,
};

/* Whether a request may be sent again though an earlier sending went out whole. */
static bool may_repeat(const char *method, enum oac_retry_post retry_post)
{
	static const char *const safe[] = { "GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE",
		"QUERY" };

	for (size_t i = 0; i < sizeof(safe) / sizeof(safe[0]); i++)
		if (strcmp(method, safe[i]) == 0)
			return true;
	return retry_post == OAC_RETRY_POST_ALWAYS;
}

/*
 * A decimal number, "12" or "0.25", times scale, rounded. False when text is anything
 * else or the result is over the longest delay.
 */
static bool parse_delay(const char *text, size_t len, int64_t scale, int64_t *ms)
{
	int64_t whole = 0;
	int64_t fraction = 0;
	int64_t unit = 1;
	bool digits = false;
	size_t i = 0;

	for (; i < len && text[i] >= '0' && text[i] <= '9'; i++) {
		digits = true;
		whole = whole * 10 + (text[i] - '0');
		if (whole * scale > SERVER_DELAY_MAX_MS)
			return false;
	}
	if (i < len && text[i] == '.') {
		for (i++; i < len && text[i] >= '0' && text[i] <= '9'; i++) {
			digits = true;
			if (unit < 1000000) {
				fraction = fraction * 10 + (text[i] - '0');
				unit *= 10;
			}
		}
	}
	if (!digits || i < len)
		return false;
	*ms = whole * scale + (fraction * scale + unit / 2) / unit;
	return *ms <= SERVER_DELAY_MAX_MS;
}

static bool server_delay(const struct oac_attempt *attempt, int64_t *ms)
{
	size_t len;
	int64_t seconds;
	const char *text = oac_header_find(attempt->headers, "retry-after-ms", &len);

	if (text != NULL && parse_delay(text, len, 1, ms))
		return true;
	text = oac_header_find(attempt->headers, "retry-after", &len);
	if (text == NULL)
		return false;
	if (parse_delay(text, len, 1000, ms))
		return true;
	if (!oac_http_date(text, len, attempt->wall_ms / 1000, &seconds))
		return false;
	*ms = seconds * 1000 - attempt->wall_ms;
	return *ms >= 0 && *ms <= SERVER_DELAY_MAX_MS;
}

static int64_t backoff(const struct oac_attempt *attempt)
{
	int doublings = attempt->retries_done;
	int64_t ms;

	if (doublings > BACKOFF_MAX_DOUBLINGS)
		doublings = BACKOFF_MAX_DOUBLINGS;
	ms = (int64_t)BACKOFF_FIRST_MS << doublings;
	if (ms > BACKOFF_MAX_MS)
		ms = BACKOFF_MAX_MS;
	return ms - (int64_t)((double)ms * 0.25 * attempt->random);
}

static bool status_wants_retry(const struct oac_attempt *attempt)
{
	size_t len;
	const char *word = oac_header_find(attempt->headers, "x-should-retry", &len);

	if (word != NULL && len == 4 && memcmp(word, "true", 4) == 0)
		return true;
	if (word != NULL && len == 5 && memcmp(word, "false", 5) == 0)
		return false;
	return attempt->http_status == 408 || attempt->http_status == 409 ||
		attempt->http_status == 429 || attempt->http_status >= 500;
}

static bool failure_wants_retry(const struct oac_attempt *attempt)
{
	switch (attempt->outcome) {
	case OAC_OUTCOME_NOT_CONNECTED:
		return true;
	case OAC_OUTCOME_LOST:
	case OAC_OUTCOME_CUT:
	case OAC_OUTCOME_TIMED_OUT:
		return !attempt->sent_whole ||
			may_repeat(attempt->method, attempt->retry_post);
	default:
		return false;
	}
}

struct oac_verdict oac_retry_decide(const struct oac_attempt *attempt)
{
	struct oac_verdict verdict = { false, 0 };
	bool over = attempt->outcome == OAC_OUTCOME_CANCELLED ||
		attempt->outcome == OAC_OUTCOME_NOMEM;

	if (over || attempt->retries_done >= attempt->max_retries)
		return verdict;
	if (attempt->retry_post == OAC_RETRY_POST_NEVER &&
		!may_repeat(attempt->method, attempt->retry_post))
		return verdict;
	/* A status decides, even when the rest of its answer was lost. */
	if (attempt->http_status >= 400)
		verdict.retry = status_wants_retry(attempt);
	else
		verdict.retry = failure_wants_retry(attempt);
	if (verdict.retry && !server_delay(attempt, &verdict.delay_ms))
		verdict.delay_ms = backoff(attempt);
	return verdict;
}
