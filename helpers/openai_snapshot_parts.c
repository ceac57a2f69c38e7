#include "openai_snapshots.h"

#include "oac_parse.h"

static int64_t index_in(const struct oac_json *json)
{
	struct oac_span span;
	int64_t index = 0;

	if (json->text == NULL || !oac_parse_member(json->text, json->len, "index", &span) ||
		span.len > 9)
		return OPENAI_NO_PART;
	for (size_t i = 0; i < span.len; i++) {
		if (span.text[i] < '0' || span.text[i] > '9')
			return OPENAI_NO_PART;
		index = index * 10 + (span.text[i] - '0');
	}
	return index;
}

int64_t openai_content_index(const struct openai_message_content_delta *piece)
{
	switch (piece->kind) {
	case OPENAI_MESSAGE_CONTENT_DELTA_TEXT:
		return piece->as.text->index;
	case OPENAI_MESSAGE_CONTENT_DELTA_REFUSAL:
		return piece->as.refusal->index;
	case OPENAI_MESSAGE_CONTENT_DELTA_IMAGE_FILE:
		return piece->as.image_file->index;
	case OPENAI_MESSAGE_CONTENT_DELTA_IMAGE_URL:
		return piece->as.image_url->index;
	case OPENAI_MESSAGE_CONTENT_DELTA_UNKNOWN:
		return index_in(&piece->as.json);
	default:
		return OPENAI_NO_PART;
	}
}

int64_t openai_tool_call_index(const struct openai_tool_call_delta *piece)
{
	switch (piece->kind) {
	case OPENAI_TOOL_CALL_DELTA_CODE_INTERPRETER:
		return piece->as.code_interpreter->index;
	case OPENAI_TOOL_CALL_DELTA_FILE_SEARCH:
		return piece->as.file_search->index;
	case OPENAI_TOOL_CALL_DELTA_FUNCTION:
		return piece->as.function->index;
	case OPENAI_TOOL_CALL_DELTA_UNKNOWN:
		return index_in(&piece->as.json);
	default:
		return OPENAI_NO_PART;
	}
}

const struct openai_message_content *openai_content_at(const struct openai_message *message,
	int64_t index)
{
	if (index < 0 || (uint64_t)index >= message->content.count ||
		message->content.items[index].kind == OPENAI_MESSAGE_CONTENT_UNSET)
		return NULL;
	return &message->content.items[index];
}

static const struct openai_tool_call_list *tool_calls_of(const struct openai_run_step *step)
{
	return step->step_details.kind == OPENAI_STEP_DETAILS_TOOL_CALLS ?
		&step->step_details.as.tool_calls->tool_calls : NULL;
}

size_t openai_tool_call_count(const struct openai_run_step *step)
{
	const struct openai_tool_call_list *calls = tool_calls_of(step);

	return calls != NULL ? calls->count : 0;
}

const struct openai_tool_call *openai_tool_call_at(
	const struct openai_run_step *step, int64_t index)
{
	const struct openai_tool_call_list *calls = tool_calls_of(step);

	if (calls == NULL || index < 0 || (uint64_t)index >= calls->count ||
		calls->items[index].kind == OPENAI_TOOL_CALL_UNSET)
		return NULL;
	return &calls->items[index];
}
