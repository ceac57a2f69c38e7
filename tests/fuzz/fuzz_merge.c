/*
 * fuzz_merge: the lines of the input are deltas, merged to a message or a run step, as JSON
 * and through the decoder. What fails changes nothing; what succeeds can be encoded,
 * decoded and encoded to the same text again, and is not larger than what went in allows.
 */
#include "oac_codec.h"
#include "oac_merge.h"
#include "openai.h"
#include "openai_tables.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum {
	LINES_MAX = 64,
	GROWTH = 64, /* a character may become six, and a member comes with constants and zeros */
};

struct subject {
	struct oac_shape shape;
	struct oac_shape delta;
	const char *start;
};

static const struct subject subjects[] = {
	{ { &openai_message_type, sizeof(struct openai_message), OAC_KIND_OBJECT },
		{ &openai_message_delta_body_type, sizeof(struct openai_message_delta_body),
			OAC_KIND_OBJECT },
		"{\"id\":\"m\",\"object\":\"thread.message\",\"created_at\":1,\"thread_id\":\"t\","
		"\"status\":\"in_progress\",\"incomplete_details\":null,\"role\":\"assistant\","
		"\"content\":[],\"attachments\":[],\"metadata\":{}}" },
	{ { &openai_run_step_type, sizeof(struct openai_run_step), OAC_KIND_OBJECT },
		{ &openai_run_step_delta_body_type, sizeof(struct openai_run_step_delta_body),
			OAC_KIND_OBJECT },
		"{\"id\":\"s\",\"object\":\"thread.run.step\",\"created_at\":1,\"type\":\"tool_"
		"calls\","
		"\"status\":\"in_progress\",\"step_details\":{\"type\":\"tool_calls\","
		"\"tool_calls\":[]},\"usage\":null,\"metadata\":{}}" },
	/* Nothing is there yet. */
	{ { &openai_run_step_type, sizeof(struct openai_run_step), OAC_KIND_OBJECT },
		{ &openai_run_step_delta_body_type, sizeof(struct openai_run_step_delta_body),
			OAC_KIND_OBJECT },
		"{}" },
};

static void require(bool condition)
{
	if (!condition)
		abort();
}

static char *encode(const struct oac_shape *shape, const void *value, size_t *len)
{
	struct oac_error err;
	char *text = oac_encode_new(shape, value, len, &err);

	require(text != NULL);
	return text;
}

/* The text of the value, after a look at whether it reads back. */
static char *check(const struct subject *subject, const struct oac_merged *m, size_t *len)
{
	char *text = encode(&subject->shape, oac_merged_value(m), len);
	struct oac_error err;
	size_t again_len;
	char *again;
	void *value;

	require(oac_decode(&subject->shape, text, *len, 0, &value, &err) == OAC_OK);
	again = encode(&subject->shape, value, &again_len);
	require(again_len == *len && memcmp(text, again, *len) == 0);
	oac_text_free(again);
	oac_free(value);
	return text;
}

static enum oac_status merge(const struct subject *subject, struct oac_merged *m, const char *line,
	size_t len, bool typed, struct oac_error *err)
{
	enum oac_status status;
	void *delta;

	if (!typed)
		return oac_merge_json(m, NULL, line, len, err);
	status = oac_decode(&subject->delta, line, len, 0, &delta, err);
	if (status != OAC_OK)
		return status;
	status = oac_merge(m, NULL, &subject->delta, delta, err);
	oac_free(delta);
	return status;
}

static void merge_lines(const struct subject *subject, const char *text, size_t size, bool typed)
{
	const char *end = text + size;
	struct oac_merged *m;
	struct oac_error err;
	void *value;
	char *before;
	size_t before_len;
	size_t fed = 1024;
	int lines;

	require(oac_decode(&subject->shape, subject->start, strlen(subject->start), 0, &value,
			&err) == OAC_OK);
	require(oac_merged_new(&m, &subject->shape, value) == OAC_OK);
	oac_free(value);
	before = check(subject, m, &before_len);
	for (lines = 0; text < end && lines < LINES_MAX; lines++) {
		const char *stop = memchr(text, '\n', (size_t)(end - text));
		size_t len = (size_t)((stop ? stop : end) - text);
		enum oac_status status = merge(subject, m, text, len, typed, &err);
		char *after;
		size_t after_len;

		after = check(subject, m, &after_len);
		require(status == err.status);
		if (status != OAC_OK) {
			require(err.message[0] != '\0' && strchr(err.message, '\n') == NULL);
			require(after_len == before_len && memcmp(after, before, after_len) == 0);
		}
		fed += len;
		require(after_len <= fed * GROWTH + (size_t)OAC_MERGE_GROWTH_MAX * 5);
		oac_text_free(before);
		before = after;
		before_len = after_len;
		text += len + (stop != NULL);
	}
	oac_text_free(before);
	oac_merged_free(m);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	size_t i;

	for (i = 0; i < OAC_COUNT(subjects); i++) {
		merge_lines(&subjects[i], (const char *)data, size, false);
		merge_lines(&subjects[i], (const char *)data, size, true);
	}
	return 0;
}
