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

bool line_fail(struct reading *reading, const char *format, ...)
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

char *word_take(char **rest)
{
	char *word = *rest;

	*rest += strcspn(*rest, " \t");
	if (**rest)
		*(*rest)++ = '\0';
	*rest += strspn(*rest, " \t");
	return word;
}

bool number_read(
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

bool ms_read(struct reading *reading, const char *text, int64_t *out)
{
	unsigned long number = 0;

	if (!number_read(reading, text, MS_MAX, &number))
		return false;
	*out = (int64_t)number;
	return true;
}

bool bytes_read(struct reading *reading, const char *text, size_t *out)
{
	unsigned long number = 0;

	if (!number_read(reading, text, BYTES_MAX, &number))
		return false;
	*out = number;
	return true;
}

bool alone_check(struct reading *reading, const char *name, const char *rest)
{
	return !*rest || line_fail(reading, "%s stands alone, without '%s'", name, rest);
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

void text_replace(char **text, const char *value)
{
	free(*text);
	*text = text_copy(value);
}

static void run_script_copy(struct run_script *to, const struct run_script *from)
{
	*to = *from;
	to->poll_after = from->poll_after ? text_copy(from->poll_after) : NULL;
	to->end_code = from->end_code ? text_copy(from->end_code) : NULL;
	to->end_message = from->end_message ? text_copy(from->end_message) : NULL;
	to->comment = from->comment ? text_copy(from->comment) : NULL;
	to->break_code = from->break_code ? text_copy(from->break_code) : NULL;
	to->break_message = from->break_message ? text_copy(from->break_message) : NULL;
	to->rounds = cJSON_Duplicate(from->rounds, 1);
	to->messages = cJSON_Duplicate(from->messages, 1);
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
	reading->calls_inherited = reading->content_inherited = true;
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
	{ NULL, NULL },
};

static const struct keyword *keyword_find(const struct keyword *keyword, const char *name)
{
	for (; keyword->name; keyword++)
		if (strcmp(keyword->name, name) == 0)
			return keyword;
	return NULL;
}

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
	keyword = keyword_find(sections, name);
	if (!keyword)
		keyword = keyword_find(reading->fault ? fault_keywords : run_keywords, name);
	if (!keyword && !reading->fault)
		keyword = keyword_find(say_keywords, name);
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
