#define _POSIX_C_SOURCE 200809L
#include "script.h"
#include "json.h"

#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { MS_MAX = 1000 * 1000 * 1000, BYTES_MAX = 256 * 1024 * 1024 };

/* Where the line that is being read belongs. */
struct reading {
	struct script *script;
	struct run_script *run; /* the defaults before the first section */
	struct fault *fault;    /* NULL outside an "on" section */
	bool inherited;         /* the section has only the calls of the defaults yet */
	char *problem;          /* what is wrong with the line */
};

struct keyword {
	const char *name;
	bool (*read)(struct reading *reading, char *rest);
};

static bool line_fail(struct reading *reading, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

static bool line_fail(struct reading *reading, const char *format, ...)
{
	char problem[512];
	va_list args;

	va_start(args, format);
	vsnprintf(problem, sizeof(problem), format, args);
	va_end(args);
	if (!reading->problem)
		reading->problem = utf8_clean(problem, strlen(problem));
	return false;
}

/* Cuts the first word off *rest, which is left at the next one. */
static char *word_take(char **rest)
{
	char *word = *rest;

	*rest += strcspn(*rest, " \t");
	if (**rest)
		*(*rest)++ = '\0';
	*rest += strspn(*rest, " \t");
	return word;
}

static bool number_read(
	struct reading *reading, const char *text, unsigned long max, unsigned long *out)
{
	errno = 0;
	if (!*text || strspn(text, "0123456789") != strlen(text))
		return line_fail(reading, "'%s' is no number", text);
	*out = strtoul(text, NULL, 10);
	if (errno || *out > max)
		return line_fail(reading, "%s is too large", text);
	return true;
}

static bool ms_read(struct reading *reading, const char *text, int64_t *out)
{
	unsigned long number = 0;

	if (!number_read(reading, text, MS_MAX, &number))
		return false;
	*out = (int64_t)number;
	return true;
}

/* "3", "2-4" or "*" */
static bool range_read(
	struct reading *reading, char *text, unsigned long *first, unsigned long *last)
{
	char *dash = strchr(text, '-');

	*first = 1;
	*last = ULONG_MAX;
	if (strcmp(text, "*") == 0)
		return true;
	if (dash)
		*dash = '\0';
	if (!number_read(reading, text, ULONG_MAX, first) ||
		!number_read(reading, dash ? dash + 1 : text, ULONG_MAX, last))
		return false;
	if (*first == 0 || *last < *first)
		return line_fail(
			reading, "'%s' starts no range: they count from 1 and ascend", text);
	return true;
}

static void text_replace(char **text, const char *value)
{
	free(*text);
	*text = text_copy(value);
}

static bool run_queued(struct reading *reading, char *rest)
{
	return ms_read(reading, rest, &reading->run->queued_ms);
}

static bool run_in_progress(struct reading *reading, char *rest)
{
	return ms_read(reading, rest, &reading->run->in_progress_ms);
}

static bool run_cancelling(struct reading *reading, char *rest)
{
	return ms_read(reading, rest, &reading->run->cancelling_ms);
}

static bool run_expires(struct reading *reading, char *rest)
{
	return ms_read(reading, rest, &reading->run->expires_ms);
}

static bool run_poll_after(struct reading *reading, char *rest)
{
	text_replace(&reading->run->poll_after, rest);
	return true;
}

/* The calls of a section replace those of the defaults. */
static void calls_begin(struct reading *reading)
{
	if (reading->inherited)
		rounds_clear(&reading->run->rounds);
	reading->inherited = false;
	reading->run->calls_given = true;
}

static bool run_call(struct reading *reading, char *rest)
{
	char *name = word_take(&rest);

	if (!*name)
		return line_fail(reading, "call needs the name of a function");
	calls_begin(reading);
	rounds_add_call(&reading->run->rounds, name, *rest ? rest : "{}");
	return true;
}

static bool run_round(struct reading *reading, char *rest)
{
	struct rounds *rounds = &reading->run->rounds;

	if (*rest)
		return line_fail(reading, "round stands alone, without '%s'", rest);
	if (reading->inherited || !rounds->count || !rounds->items[rounds->count - 1].count)
		return line_fail(reading, "round comes after the calls of the one before");
	rounds_add_round(rounds);
	return true;
}

static bool run_no_calls(struct reading *reading, char *rest)
{
	if (*rest)
		return line_fail(reading, "no-calls stands alone, without '%s'", rest);
	reading->inherited = true;
	calls_begin(reading);
	return true;
}

static bool run_answer(struct reading *reading, char *rest)
{
	text_replace(&reading->run->answer, rest);
	return true;
}

static bool run_end(struct reading *reading, char *rest)
{
	static const char *const names[] = { "completed", "failed", "incomplete", "expired",
		"cancelled", NULL };
	struct run_script *run = reading->run;
	const char *name = word_take(&rest);
	const char *code;
	int end;

	for (end = 0; names[end]; end++)
		if (strcmp(name, names[end]) == 0)
			break;
	if (!names[end])
		return line_fail(reading, "'%s' is no end of a run", name);
	run->end = (enum run_end)end;
	if (run->end == END_FAILED || run->end == END_INCOMPLETE) {
		code = word_take(&rest);
		if (!*code)
			code = run->end == END_FAILED ? "server_error" : "max_completion_tokens";
		text_replace(&run->end_code, code);
	}
	if (run->end == END_FAILED) {
		text_replace(&run->end_message, *rest ? rest : "The script let this run fail.");
		rest += strlen(rest);
	}
	return !*rest || line_fail(reading, "'%s' is too much", rest);
}

static bool fault_delay(struct reading *reading, char *rest)
{
	return ms_read(reading, rest, &reading->fault->delay_ms);
}

static bool fault_status(struct reading *reading, char *rest)
{
	unsigned long status = 0;

	if (!number_read(reading, rest, 599, &status))
		return false;
	if (status < 200)
		return line_fail(reading, "%s is no status from 200 to 599", rest);
	reading->fault->status = (unsigned)status;
	return true;
}

static bool fault_header(struct reading *reading, char *rest)
{
	char *colon = strchr(rest, ':');
	char *value;

	if (!colon || colon == rest || strcspn(rest, " \t") < (size_t)(colon - rest))
		return line_fail(reading, "'%s' is no 'NAME: VALUE'", rest);
	*colon = '\0';
	if (strcasecmp(rest, "content-length") == 0 || strcasecmp(rest, "transfer-encoding") == 0)
		return line_fail(reading, "%s is the server's own to set", rest);
	value = colon + 1;
	value += strspn(value, " \t");
	headers_set(&reading->fault->headers, rest, value);
	return true;
}

static void fault_set_body(struct fault *fault, char *body, size_t len)
{
	free(fault->body);
	fault->body = body;
	fault->body_len = len;
	if (!fault->status)
		fault->status = 200;
}

static bool fault_body(struct reading *reading, char *rest)
{
	fault_set_body(reading->fault, text_copy(rest), strlen(rest));
	return true;
}

/* One JSON string of as many bytes, quotes included. */
static bool fault_body_bytes(struct reading *reading, char *rest)
{
	unsigned long bytes = 0;
	char *body;

	if (!number_read(reading, rest, BYTES_MAX, &bytes))
		return false;
	if (bytes < 2)
		return line_fail(
			reading, "a JSON string of %s bytes has no room for its quotes", rest);
	body = mem_alloc(bytes + 1);
	memset(body, 'x', bytes);
	body[0] = body[bytes - 1] = '"';
	body[bytes] = '\0';
	fault_set_body(reading->fault, body, bytes);
	return true;
}

static bool fault_truncate(struct reading *reading, char *rest)
{
	unsigned long bytes = 0;

	if (!number_read(reading, rest, BYTES_MAX, &bytes))
		return false;
	reading->fault->cut = true;
	reading->fault->cut_bytes = bytes;
	return true;
}

static bool fault_close(struct reading *reading, char *rest)
{
	if (strcmp(rest, "unhandled") == 0)
		reading->fault->close = CLOSE_UNHANDLED;
	else if (strcmp(rest, "unanswered") == 0)
		reading->fault->close = CLOSE_UNANSWERED;
	else if (strcmp(rest, "after-headers") == 0)
		reading->fault->cut = true;
	else
		return line_fail(
			reading, "'%s' is none of unhandled, unanswered and after-headers", rest);
	return true;
}

static void run_script_copy(struct run_script *to, const struct run_script *from)
{
	*to = *from;
	to->poll_after = from->poll_after ? text_copy(from->poll_after) : NULL;
	to->end_code = from->end_code ? text_copy(from->end_code) : NULL;
	to->end_message = from->end_message ? text_copy(from->end_message) : NULL;
	to->answer = from->answer ? text_copy(from->answer) : NULL;
	memset(&to->rounds, 0, sizeof(to->rounds));
	rounds_copy(&to->rounds, &from->rounds);
}

static bool section_run(struct reading *reading, char *rest)
{
	struct script *script = reading->script;
	unsigned long first, last;

	if (!range_read(reading, rest, &first, &last))
		return false;
	script->runs =
		mem_grow(script->runs, script->run_count, &script->run_size, sizeof(*script->runs));
	reading->run = &script->runs[script->run_count++];
	reading->fault = NULL;
	reading->inherited = true;
	run_script_copy(reading->run, &script->defaults);
	reading->run->first = first;
	reading->run->last = last;
	return true;
}

static bool section_on(struct reading *reading, char *rest)
{
	static const char every[] = "*";
	struct script *script = reading->script;
	const char *method = word_take(&rest);
	const char *path = word_take(&rest);
	char *range = word_take(&rest);
	unsigned long first = 1, last = ULONG_MAX;
	struct fault *fault;

	if (!*method || (*path != '/' && strcmp(path, every) != 0) || *rest)
		return line_fail(reading, "on needs METHOD /PATH [RANGE]");
	if (*range && !range_read(reading, range, &first, &last))
		return false;
	script->faults = mem_grow(
		script->faults, script->fault_count, &script->fault_size, sizeof(*script->faults));
	fault = &script->faults[script->fault_count++];
	memset(fault, 0, sizeof(*fault));
	fault->method = text_copy(method);
	fault->path = text_copy(path);
	fault->first = first;
	fault->last = last;
	reading->fault = fault;
	return true;
}

static const struct keyword sections[] = {
	{ "run", section_run },
	{ "on", section_on },
};

static const struct keyword run_keywords[] = {
	{ "queued-ms", run_queued },
	{ "in-progress-ms", run_in_progress },
	{ "cancelling-ms", run_cancelling },
	{ "expires-ms", run_expires },
	{ "poll-after-ms", run_poll_after },
	{ "call", run_call },
	{ "round", run_round },
	{ "no-calls", run_no_calls },
	{ "answer", run_answer },
	{ "end", run_end },
};

static const struct keyword fault_keywords[] = {
	{ "delay-ms", fault_delay },
	{ "status", fault_status },
	{ "header", fault_header },
	{ "body", fault_body },
	{ "body-bytes", fault_body_bytes },
	{ "truncate", fault_truncate },
	{ "close", fault_close },
};

static const struct keyword *keyword_find(
	const struct keyword *keywords, size_t count, const char *name)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (strcmp(keywords[i].name, name) == 0)
			return &keywords[i];
	return NULL;
}

#define KEYWORD_FIND(keywords, name)                                                               \
	keyword_find(keywords, sizeof(keywords) / sizeof((keywords)[0]), name)

/* The line without its end; it is changed. */
static bool line_read(struct reading *reading, char *line)
{
	size_t len = strlen(line);
	const struct keyword *keyword;
	char *rest = line, *name;

	/* A fault may be that the body is no UTF-8; the rest becomes JSON. */
	if (!reading->fault && !utf8_valid(line, len))
		return line_fail(reading, "the line is no UTF-8");
	while (len > 0 && strchr(" \t\r", line[len - 1]))
		line[--len] = '\0';
	rest += strspn(rest, " \t");
	if (!*rest || *rest == '#')
		return true;
	name = word_take(&rest);
	keyword = KEYWORD_FIND(sections, name);
	if (!keyword)
		keyword = reading->fault ? KEYWORD_FIND(fault_keywords, name)
					 : KEYWORD_FIND(run_keywords, name);
	if (!keyword)
		return line_fail(reading, "'%s' is unknown in a section '%s'", name,
			reading->fault ? "on" : "run");
	return keyword->read(reading, rest);
}

bool script_read(struct script *script, const char *path, char **error)
{
	struct reading reading = { .script = script, .run = &script->defaults };
	struct text text = { NULL, 0, 0 };
	char *line, *end;
	size_t number = 0;

	*error = NULL;
	if (!text_read_file(path, &text)) {
		*error = text_format("%s: %s", path, strerror(errno));
		return false;
	}
	for (line = text.data; !reading.problem && line < text.data + text.len; line = end + 1) {
		end = memchr(line, '\n', (size_t)(text.data + text.len - line));
		if (!end)
			end = text.data + text.len;
		number++;
		*end = '\0';
		if (strlen(line) != (size_t)(end - line))
			line_fail(&reading, "a NUL byte");
		else
			line_read(&reading, line);
	}
	if (reading.problem)
		*error = text_format("%s:%zu: %s", path, number, reading.problem);
	free(reading.problem);
	text_clear(&text);
	return !*error;
}
