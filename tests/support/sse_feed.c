#define _POSIX_C_SOURCE 200809L

#include "sse_feed.h"

#include <stdlib.h>
#include <string.h>

static void print_text(FILE *out, const char *text, size_t len, char end)
{
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)text[i];

		if (c == '\n')
			fputs("\\n", out);
		else if (c < 0x20 || c > 0x7e || c == '|' || c == '\\')
			fprintf(out, "\\x%02x", c);
		else
			fputc(c, out);
	}
	fputc(end, out);
}

void sse_print_event(FILE *out, const struct oac_sse_event *event)
{
	print_text(out, event->name, event->name_len, '|');
	print_text(out, event->data, event->data_len, '|');
	print_text(out, event->id, event->id_len, '\n');
}

static enum oac_sse_step drain(struct oac_sse *sse, const char *default_name, FILE *out)
{
	struct oac_sse_event event;
	enum oac_sse_step step;

	while ((step = oac_sse_next(sse, &event)) == OAC_SSE_EVENT) {
		if (event.name_len == 0 && default_name != NULL) {
			event.name = default_name;
			event.name_len = strlen(default_name);
		}
		sse_print_event(out, &event);
	}
	return step;
}

static char *copy_of(const char *bytes, size_t len)
{
	char *copy = malloc(len > 0 ? len : 1);

	if (copy == NULL)
		abort();
	memcpy(copy, bytes, len);
	return copy;
}

void sse_feed_run(const struct sse_feed *feed, struct sse_result *result)
{
	struct oac_sse sse;
	size_t len;
	size_t events_len;
	FILE *out = open_memstream(&result->events, &events_len);

	if (out == NULL)
		abort();
	if (feed->is_lines)
		oac_sse_init_lines(&sse, feed->max_event);
	else
		oac_sse_init(&sse, feed->max_event);
	result->step = OAC_SSE_MORE;
	for (size_t at = 0; at < feed->len && result->step == OAC_SSE_MORE; at += len) {
		size_t wanted = at == 0 ? feed->first : feed->rest;
		char *input;

		len = feed->len - at;
		if (wanted > 0 && wanted < len)
			len = wanted;
		input = copy_of(feed->bytes + at, len);
		oac_sse_input(&sse, input, len);
		if (feed->is_finished_early && at + len == feed->len)
			oac_sse_finish(&sse);
		result->step = drain(&sse, feed->default_name, out);
		free(input);
	}
	oac_sse_finish(&sse);
	result->step = drain(&sse, feed->default_name, out);
	if (drain(&sse, feed->default_name, out) != result->step)
		fputs("the last step changes\n", out);
	fclose(out);
	result->retry_ms = sse.retry_ms;
	result->is_pending = oac_sse_is_pending(&sse);
	result->last_id_len = sse.last_id.len;
	result->last_id = copy_of(sse.last_id.text, sse.last_id.len);
	oac_sse_clear(&sse);
}

void sse_result_clear(struct sse_result *result)
{
	free(result->events);
	free(result->last_id);
	memset(result, 0, sizeof(*result));
}

static bool is_same(const struct sse_feed *feed, const struct sse_result *whole)
{
	struct sse_result other;
	bool same;

	sse_feed_run(feed, &other);
	same = strcmp(other.events, whole->events) == 0 && other.step == whole->step &&
	       other.retry_ms == whole->retry_ms && other.is_pending == whole->is_pending &&
	       other.last_id_len == whole->last_id_len &&
	       memcmp(other.last_id, whole->last_id, whole->last_id_len) == 0;
	sse_result_clear(&other);
	return same;
}

const char *sse_feed_every_way(struct sse_feed *feed, struct sse_result *result)
{
	feed->first = 0;
	feed->rest = 0;
	feed->is_finished_early = false;
	sse_feed_run(feed, result);
	feed->is_finished_early = true;
	if (!is_same(feed, result))
		return "whole, and finished before it was read";
	feed->is_finished_early = false;
	feed->first = 1;
	feed->rest = 1;
	if (!is_same(feed, result))
		return "byte by byte";
	feed->rest = 0;
	for (; feed->first < feed->len; feed->first++)
		if (!is_same(feed, result))
			return "in two";
	return NULL;
}
