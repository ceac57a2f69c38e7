/*
 * The lines of a script's "on" sections: what is wrong with an answer.
 */
#include "script.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

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
	size_t bytes = 0;
	char *body;

	if (!bytes_read(reading, rest, &bytes))
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
	reading->fault->cut = true;
	return bytes_read(reading, rest, &reading->fault->cut_bytes);
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

const struct keyword fault_keywords[] = {
	{ "delay-ms", fault_delay },
	{ "status", fault_status },
	{ "header", fault_header },
	{ "body", fault_body },
	{ "body-bytes", fault_body_bytes },
	{ "truncate", fault_truncate },
	{ "close", fault_close },
	{ NULL, NULL },
};
