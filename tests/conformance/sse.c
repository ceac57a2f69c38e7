#define _POSIX_C_SOURCE 200809L

#include "golden.h"

#include "oac_header.h"
#include "sse_feed.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * cJSON ends a text at an escaped NUL, so that \uFDD0, which is no character, stands for it
 * between reading the file and comparing.
 */
#define NUL_STAND_IN "\xEF\xB7\x90"

enum {
	STAND_IN_LEN = sizeof(NUL_STAND_IN) - 1,
};

void sse_hide_nuls(char *json)
{
	for (char *p = strchr(json, '\\'); p != NULL && p[1] != '\0'; p = strchr(p + 2, '\\'))
		if (strncmp(p, "\\u0000", 6) == 0)
			memcpy(p, "\\uFDD0", 6);
}

/* A new text, in which the NULs are back. */
static char *show_nuls(const char *text, size_t *len)
{
	char *shown = strdup(text != NULL ? text : "");
	char *to = shown;

	if (shown == NULL)
		abort();
	for (const char *from = shown; *from != '\0';) {
		bool is_nul = strncmp(from, NUL_STAND_IN, STAND_IN_LEN) == 0;

		*to++ = is_nul ? '\0' : *from;
		from += is_nul ? STAND_IN_LEN : 1;
	}
	*to = '\0';
	*len = (size_t)(to - shown);
	return shown;
}

/* NULL when it is malformed. */
static char *decode_base64(const char *text, size_t *len)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	size_t count = strcspn(text, "=");
	char *bytes = malloc(count + 1);
	unsigned bits = 0;

	if (bytes == NULL)
		abort();
	*len = 0;
	for (size_t i = 0; i < count; i++) {
		const char *digit = strchr(digits, text[i]);

		if (digit == NULL) {
			free(bytes);
			return NULL;
		}
		bits = bits << 6 | (unsigned)(digit - digits);
		if (i % 4 > 0)
			bytes[(*len)++] = (char)(bits >> (6 - 2 * (i % 4)) & 0xFF);
	}
	return bytes;
}

static char *expected_events(const cJSON *golden)
{
	const cJSON *want;
	char *text;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	if (out == NULL)
		abort();
	cJSON_ArrayForEach(want, member(golden, "expect_events")) {
		struct oac_sse_event event;
		char *name = show_nuls(text_of(want, "type"), &event.name_len);
		char *data = show_nuls(text_of(want, "data"), &event.data_len);
		char *id = show_nuls(text_of(want, "last_event_id"), &event.id_len);

		event.name = name;
		event.data = data;
		event.id = id;
		sse_print_event(out, &event);
		free(name);
		free(data);
		free(id);
	}
	fclose(out);
	return text;
}

static void compare_events(const char *got, const char *want, struct verdict *verdict)
{
	for (int number = 1; *got != '\0' || *want != '\0'; number++) {
		size_t got_len = strcspn(got, "\n");
		size_t want_len = strcspn(want, "\n");

		if (got_len != want_len || memcmp(got, want, got_len) != 0)
			verdict_fail(verdict, "event %d is '%.*s' and not '%.*s'", number, (int)got_len,
				got, (int)want_len, want);
		got += got_len + (got[got_len] != '\0');
		want += want_len + (want[want_len] != '\0');
	}
}

static void compare(const cJSON *golden, const struct sse_result *got, struct verdict *verdict)
{
	const cJSON *retry = member(golden, "expect_retry_ms");
	int64_t retry_ms = cJSON_IsNumber(retry) ? (int64_t)retry->valuedouble : -1;
	const char *last_id = text_of(golden, "expect_last_event_id_at_end");
	char *events = expected_events(golden);
	char *id;
	size_t id_len;

	compare_events(got->events, events, verdict);
	if (got->step != OAC_SSE_END)
		verdict_fail(verdict, "the last step is %d", (int)got->step);
	if (got->retry_ms != retry_ms)
		verdict_fail(verdict, "retry is %lld ms", (long long)got->retry_ms);
	id = show_nuls(last_id, &id_len);
	if (last_id != NULL &&
		(id_len != got->last_id_len || memcmp(id, got->last_id, id_len) != 0))
		verdict_fail(verdict, "the last id is '%.*s'", (int)got->last_id_len, got->last_id);
	free(id);
	free(events);
}

void sse_run(const cJSON *golden, const struct ours *ours, struct verdict *verdict)
{
	const char *type = text_of(golden, "content_type");
	const char *connection = text_of(golden, "expect_connection");
	const char *base64 = text_of(golden, "input_base64");
	struct sse_feed feed = { .default_name = "message" };
	struct sse_result result;
	const char *cut;
	char *bytes;
	bool is_stream;

	(void)ours;
	if (type == NULL || connection == NULL || base64 == NULL ||
		!cJSON_IsArray(member(golden, "expect_events"))) {
		verdict_fail(verdict, "the case lacks a member");
		return;
	}
	is_stream = oac_header_type_is(type, strlen(type), "text/event-stream");
	if (is_stream != (strcmp(connection, "open") == 0))
		verdict_fail(verdict, "%s is %staken for an event stream", type,
			is_stream ? "" : "not ");
	if (!is_stream)
		return;
	bytes = decode_base64(base64, &feed.len);
	if (bytes == NULL) {
		verdict_fail(verdict, "input_base64 is not base64");
		return;
	}
	feed.bytes = bytes;
	feed.max_event = feed.len;
	cut = sse_feed_every_way(&feed, &result);
	if (cut != NULL)
		verdict_fail(verdict, "read %s, the first %zu, it gives something else", cut,
			feed.first);
	else
		compare(golden, &result, verdict);
	sse_result_clear(&result);
	free(bytes);
}
