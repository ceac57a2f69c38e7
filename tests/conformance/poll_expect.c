#include "poll_expect.h"

#include "poll_script.h"

#include <stdlib.h>
#include <string.h>

enum {
	DEFAULT_MS = 1000,
	MAX_ASKED_MS = 60000,
	MAX_BACK_OFF_MS = 8000,
	RECORDING_LATE_MS = 100,
};

static bool one_of(const char *text, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(text, list[i]) == 0)
			return true;
	return false;
}

/* A header that the script's nth answer has, or NULL. Names there are in lower case. */
static const char *header(const cJSON *answer, const char *name)
{
	return text_of(member(answer, "headers"), name);
}

static bool is_post(const struct poll_golden *g, size_t n)
{
	const char *method = text_of(cJSON_GetArrayItem(g->requests, (int)n), "method");

	return method != NULL && strcmp(method, "POST") == 0;
}

size_t expect_count(const struct poll_golden *g, bool *is_lost)
{
	size_t count = (size_t)cJSON_GetArraySize(g->requests);

	*is_lost = false;
	for (size_t n = 0; n < count; n++) {
		const cJSON *answer = cJSON_GetArrayItem(g->script, (int)n);

		if (is_post(g, n) && cJSON_IsTrue(member(answer, "reset")) &&
			ours_apply(g->ours, "lost-post-once", g->name, g->verdict) != NULL) {
			*is_lost = true;
			return n + 1;
		}
	}
	return count;
}

/* ---- after a failed answer ---- */

static bool is_failure(const cJSON *answer)
{
	return cJSON_IsTrue(member(answer, "reset")) ||
		(member(answer, "http") != NULL && member(answer, "http")->valueint >= 300);
}

static struct gap back_off(const struct poll_golden *g, size_t n)
{
	const cJSON *request = cJSON_GetArrayItem(g->requests, (int)n);
	const char *retry = text_of(member(request, "headers"), "x-stainless-retry-count");
	long retries = retry != NULL ? strtol(retry, NULL, 10) : 1;
	int64_t ms = 500;

	while (--retries > 0 && ms < MAX_BACK_OFF_MS)
		ms *= 2;
	return (struct gap){ ms * 3 / 4, ms };
}

static struct gap retry_gap(const struct poll_golden *g, size_t n, const cJSON *answer)
{
	const char *ms = header(answer, "retry-after-ms");
	const char *seconds = header(answer, "retry-after");
	char *end = NULL;
	int64_t date_ms;
	double asked = 0;

	/* A date is cut to whole seconds. */
	if (ms == NULL && poll_script_date_ms(seconds, &date_ms))
		return (struct gap){ date_ms - 1000, date_ms };
	if (ms != NULL)
		asked = strtod(ms, &end);
	else if (seconds != NULL)
		asked = strtod(seconds, &end) * 1000;
	if (end == NULL || *end != '\0' || end == ms || end == seconds || asked < 0 || asked > 120000)
		return back_off(g, n);
	return (struct gap){ (int64_t)asked, (int64_t)asked };
}

/* ---- after a run ---- */

/* A plain non-negative integer up to the limit, or -1. */
static int64_t asked_interval(const char *text)
{
	size_t len = text != NULL ? strlen(text) : 0;
	int64_t value;

	if (len == 0 || strspn(text, "0123456789") != len)
		return -1;
	value = len > 9 ? MAX_ASKED_MS + 1 : strtol(text, NULL, 10);
	return value <= MAX_ASKED_MS ? value : -1;
}

static bool applies(const struct poll_golden *g, const char *rule)
{
	return ours_apply(g->ours, rule, g->name, g->verdict) != NULL;
}

/* The wait as we do it; false: as the golden has it. */
static bool our_interval(const struct poll_golden *g, const cJSON *answer, int64_t *ms)
{
	static const char *const known[] = { "queued", "in_progress", "cancelling" };
	const cJSON *given = member(member(g->golden, "options"), "pollIntervalMs");
	const char *asked = header(answer, "openai-poll-after-ms");
	const char *status = text_of(answer, "run");
	bool differs = status != NULL && !one_of(status, known, 3) && applies(g, "unknown-status-waits");

	if (cJSON_IsNumber(given)) {
		*ms = given->valuedouble > 0 ? (int64_t)given->valuedouble : 0;
		return differs || (*ms == 0 && applies(g, "interval-zero"));
	}
	*ms = asked_interval(asked);
	if (*ms >= 0)
		return differs;
	*ms = DEFAULT_MS;
	if (asked != NULL)
		return applies(g, "poll-after-plain") || differs;
	return applies(g, "default-interval") || differs;
}

struct gap expect_gap(const struct poll_golden *g, size_t n)
{
	const cJSON *answer = cJSON_GetArrayItem(g->script, (int)n - 1);
	const cJSON *recorded = member(cJSON_GetArrayItem(g->requests, (int)n), "gap_ms");
	int64_t golden = cJSON_IsNumber(recorded) ? (int64_t)recorded->valuedouble : 0;
	int64_t ms = 0;

	if (is_failure(answer))
		return retry_gap(g, n, answer);
	/* What follows a POST or a page follows at once. */
	if (text_of(answer, "run") == NULL || is_post(g, n - 1))
		return (struct gap){ 0, golden };
	if (our_interval(g, answer, &ms))
		return (struct gap){ ms, ms };
	/* The recording was a little late itself. */
	if (ms < golden && golden - ms <= RECORDING_LATE_MS)
		return (struct gap){ ms, golden };
	return (struct gap){ golden, golden };
}
