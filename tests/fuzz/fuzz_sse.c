/*
 * fuzz_sse: any bytes as an event stream and as newline-delimited JSON. However they are cut,
 * the events, the end and what the caller may read of the stream are the same; and what is
 * kept stays within the limit.
 *
 * The first two bytes are the limit and the way in which the others are cut.
 */
#include "oac_sse.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct outcome {
	struct oac_buffer events;
	enum oac_sse_step step;
	int64_t retry_ms;
	bool is_pending;
};

static void require(bool condition)
{
	if (!condition)
		abort();
}

static void note_text(struct oac_buffer *events, const char *text, size_t len)
{
	oac_buffer_add_int(events, (int64_t)len);
	oac_buffer_add_char(events, ':');
	oac_buffer_add(events, text, len);
}

static void check_kept(const struct oac_sse *sse, size_t max_event)
{
	const struct oac_sse_text *texts[] = { &sse->data, &sse->name, &sse->id, &sse->value,
		&sse->last_id };

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		require(texts[i]->len <= max_event && texts[i]->kept.size <= max_event + 1);
	require(sse->data.len + sse->name.len + sse->id.len + sse->value.len <= max_event);
}

static enum oac_sse_step drain(struct oac_sse *sse, size_t max_event, struct outcome *outcome)
{
	struct oac_sse_event event;
	enum oac_sse_step step;

	while ((step = oac_sse_next(sse, &event)) == OAC_SSE_EVENT) {
		require(event.data_len + event.name_len <= max_event && event.id_len <= max_event);
		note_text(&outcome->events, event.name, event.name_len);
		note_text(&outcome->events, event.data, event.data_len);
		note_text(&outcome->events, event.id, event.id_len);
	}
	check_kept(sse, max_event);
	return step;
}

/* The length of the next input: at most 1, 2, 4, ... 128 bytes; all of them for the first cut. */
static size_t next_len(unsigned cut, uint32_t *random, size_t left)
{
	size_t len = left;

	if (cut % 9 > 0) {
		*random = *random * 1664525 + 1013904223;
		len = (*random >> 16) % (1u << (cut % 9 - 1)) + 1;
	}
	return len < left ? len : left;
}

static void read_all(struct oac_sse *sse, const uint8_t *data, size_t size, size_t max_event,
	unsigned cut, struct outcome *outcome)
{
	uint32_t random = cut;
	size_t len;

	oac_buffer_init(&outcome->events, SIZE_MAX / 2);
	outcome->step = OAC_SSE_MORE;
	for (size_t at = 0; at < size && outcome->step == OAC_SSE_MORE; at += len) {
		char *input;

		len = next_len(cut, &random, size - at);
		/* Of its own, so that it is seen when it is read after it was used up. */
		input = malloc(len);
		require(input != NULL);
		memcpy(input, data + at, len);
		oac_sse_input(sse, input, len);
		outcome->step = drain(sse, max_event, outcome);
		free(input);
	}
	oac_sse_finish(sse);
	outcome->step = drain(sse, max_event, outcome);
	require(outcome->step == OAC_SSE_END || outcome->step == OAC_SSE_TOO_LARGE);
	outcome->retry_ms = sse->retry_ms;
	outcome->is_pending = oac_sse_is_pending(sse);
	note_text(&outcome->events, sse->last_id.text, sse->last_id.len);
	require(outcome->events.failed == OAC_BUFFER_FINE);
	oac_sse_clear(sse);
}

static void compare(struct oac_sse *sse, const uint8_t *data, size_t size, size_t max_event,
	unsigned cut)
{
	struct outcome whole;
	struct outcome parts;

	read_all(sse, data, size, max_event, 0, &whole);
	read_all(sse, data, size, max_event, cut, &parts);
	require(whole.events.len == parts.events.len &&
		memcmp(whole.events.text, parts.events.text, whole.events.len) == 0);
	require(whole.step == parts.step && whole.retry_ms == parts.retry_ms &&
		whole.is_pending == parts.is_pending);
	oac_buffer_clear(&whole.events);
	oac_buffer_clear(&parts.events);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct oac_sse sse;
	size_t max_event;

	if (size < 2)
		return 0;
	max_event = data[0] < 128 ? data[0] : (size_t)(data[0] - 127) * 512;
	oac_sse_init(&sse, max_event);
	compare(&sse, data + 2, size - 2, max_event, data[1]);
	oac_sse_init_lines(&sse, max_event);
	compare(&sse, data + 2, size - 2, max_event, data[1]);
	return 0;
}
