#include "oac_log.h"

#include "oac_error_set.h"
#include "oac_header.h"
#include "oac_platform.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum {
	LINE_MAX_BYTES = 640,
	PATH_SHOWN = 200,
};

struct line {
	char text[LINE_MAX_BYTES];
	size_t len;
};

static void add(struct line *line, const char *format, ...) OAC_PRINTF(2, 3);

/* What is over the end is left out: a log line is not worth a failure. */
static void add(struct line *line, const char *format, ...)
{
	size_t room = sizeof(line->text) - line->len;
	va_list args;

	va_start(args, format);
	int len = vsnprintf(line->text + line->len, room, format, args);
	va_end(args);
	if (len > 0)
		line->len += (size_t)len < room ? (size_t)len : room - 1;
}

static void begin(struct line *line, const struct oac_execution *x)
{
	const struct oac_operation *operation = x->prepared->operation;

	line->len = 0;
	add(line, "%s %.*s: ", operation->method, PATH_SHOWN, operation->path);
}

static void add_try(struct line *line, const struct oac_execution *x)
{
	int64_t retries = x->prepared->max_retries;

	add(line, "try %d of %" PRId64, x->tries, retries > 0 ? retries + 1 : (int64_t)1);
}

static void add_request_id(struct line *line, const struct oac_execution *x)
{
	const char *name = x->prepared->client->api->request_id_header;
	const struct oac_try *t = &x->t;
	char id[sizeof(((struct oac_error *)0)->request_id)];
	const char *value = NULL;
	size_t len;

	if (name != NULL && t->headers.len > 0)
		value = oac_header_find(t->headers.text, name, &len);
	if (value == NULL)
		return;
	oac_error_copy(id, sizeof(id), value, len, true);
	add(line, ", request %s", id);
}

static void say(const struct oac_execution *x, enum oac_log_level level, const struct line *line)
{
	const struct oac_client *client = x->prepared->client;
	char text[LINE_MAX_BYTES];

	oac_error_copy(text, sizeof(text), line->text, line->len, true);
	client->log(client->log_user, level, text);
}

static bool is_wanted(const struct oac_execution *x)
{
	return x->prepared->client->log != NULL;
}

static void add_figures(struct line *line, const struct oac_execution *x)
{
	add(line, "%" PRId64 " ms, sent %" PRId64 " bytes, received %" PRId64 ", ",
		oac_now_ms() - x->t.begun_at, x->t.meter.now.sent, x->t.meter.now.received);
	add_try(line, x);
	add_request_id(line, x);
}

void oac_log_begin(const struct oac_execution *x)
{
	struct line line;

	if (!is_wanted(x))
		return;
	begin(&line, x);
	add(&line, "begins, ");
	add_try(&line, x);
	say(x, OAC_LOG_DEBUG, &line);
}

void oac_log_head(const struct oac_execution *x)
{
	struct line line;

	if (!is_wanted(x))
		return;
	begin(&line, x);
	add(&line, "%d, the stream begins, ", x->t.http_status);
	add_figures(&line, x);
	say(x, OAC_LOG_DEBUG, &line);
}

void oac_log_end(const struct oac_execution *x, int64_t delay_ms)
{
	const struct oac_try *t = &x->t;
	struct oac_problem problem;
	bool answered = oac_try_is_answered(t);
	enum oac_log_level level = OAC_LOG_ERROR;
	struct line line;

	if (!is_wanted(x))
		return;
	oac_try_problem(t, &problem);
	begin(&line, x);
	if (t->http_status != 0)
		add(&line, "%d, ", t->http_status);
	if (!answered)
		add(&line, "%s%s%s, ", problem.text, problem.detail[0] != '\0' ? ": " : "",
			problem.detail);
	add_figures(&line, x);
	if (delay_ms >= 0)
		add(&line, ", again in %" PRId64 " ms", delay_ms);
	if (delay_ms >= 0)
		level = OAC_LOG_WARNING;
	else if ((answered && t->http_status < 300) || problem.status == OAC_E_CANCELLED)
		level = OAC_LOG_INFO;
	say(x, level, &line);
}

void oac_log_stop(const struct oac_execution *x)
{
	struct line line;

	if (!is_wanted(x))
		return;
	begin(&line, x);
	if (x->t.http_status != 0)
		add(&line, "%d, ", x->t.http_status);
	add(&line, "left before its end, ");
	add_figures(&line, x);
	say(x, OAC_LOG_INFO, &line);
}
