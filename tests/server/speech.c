#include "speech.h"
#include "json.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

enum { FEW_CHARS = 6 };

struct progress {
	const cJSON *part;
	bool begun;
	bool over;
	size_t bytes;   /* of the text, refusal, arguments or input */
	size_t outputs; /* of a code interpreter that were given whole */
	size_t output_bytes;
};

struct speech *speech_new(enum speech_kind kind, cJSON *whole, size_t piece_chars, bool interleave)
{
	struct speech *speech = mem_new(sizeof(*speech));
	const cJSON *part;
	size_t i = 0;

	speech->kind = kind;
	speech->whole = whole;
	speech->piece_chars = piece_chars;
	speech->interleave = interleave;
	speech->count = (size_t)cJSON_GetArraySize(whole);
	speech->parts = mem_new(speech->count * sizeof(*speech->parts));
	cJSON_ArrayForEach(part, whole)
	{
		speech->parts[i++].part = part;
	}
	return speech;
}

void speech_free(struct speech *speech)
{
	if (!speech)
		return;
	cJSON_Delete(speech->whole);
	free(speech->parts);
	free(speech);
}

static size_t chars_bytes(const char *text, size_t chars)
{
	size_t len = 0;

	for (; text[len] && chars > 0; chars--)
		do
			len++;
		while (((unsigned char)text[len] & 0xc0) == 0x80);
	return len;
}

/* A word with the space before it, as the tokens of a model often are. */
static size_t word_bytes(const char *text)
{
	size_t space = strspn(text, " \n");

	return space + strcspn(text + space, " \n");
}

static size_t piece_bytes(const struct speech *speech, const char *text, bool prose)
{
	if (speech->piece_chars)
		return chars_bytes(text, speech->piece_chars);
	return prose ? word_bytes(text) : chars_bytes(text, FEW_CHARS);
}

/* The bytes up to a position that the API counts in characters. */
static size_t annotation_at(const cJSON *annotation, const char *name, const char *text)
{
	return chars_bytes(text, (size_t)cJSON_GetNumberValue(json_get(annotation, name)));
}

static void text_member(cJSON *object, const char *name, const char *text, size_t len)
{
	char *copy = text_copy_n(text, len);

	json_set_text(object, name, copy);
	free(copy);
}

/* A piece of a text ends where an annotation begins; what is annotated is one piece. */
static void text_say(const struct speech *speech, struct progress *progress, cJSON *delta)
{
	const cJSON *text = json_get(progress->part, "text"), *annotation;
	const char *all = json_text(text, "value"), *rest = all + progress->bytes;
	size_t len = piece_bytes(speech, rest, true), start, index = 0;
	cJSON *said = cJSON_CreateObject(), *given = NULL, *annotations;

	cJSON_ArrayForEach(annotation, json_get(text, "annotations"))
	{
		start = annotation_at(annotation, "start_index", all);
		if (start == progress->bytes) {
			len = annotation_at(annotation, "end_index", all) - start;
			given = cJSON_Duplicate(annotation, 1);
			cJSON_AddItemToObject(given, "index", cJSON_CreateNumber((double)index));
		} else if (start > progress->bytes && start < progress->bytes + len) {
			len = start - progress->bytes;
		}
		index++;
	}
	text_member(said, "value", rest, len);
	if (given || !progress->begun) {
		annotations = cJSON_AddArrayToObject(said, "annotations");
		if (given)
			cJSON_AddItemToArray(annotations, given);
	}
	json_set(delta, "text", said);
	progress->bytes += len;
	progress->over = !rest[len];
}

static void content_say(const struct speech *speech, struct progress *progress, cJSON *delta)
{
	const char *type = json_text(progress->part, "type"), *rest;
	size_t len;

	if (strcmp(type, "text") == 0) {
		text_say(speech, progress, delta);
	} else if (strcmp(type, "refusal") == 0) {
		rest = json_text(progress->part, "refusal") + progress->bytes;
		len = piece_bytes(speech, rest, true);
		text_member(delta, "refusal", rest, len);
		progress->bytes += len;
		progress->over = !rest[len];
	} else {
		json_set_copy(delta, type, progress->part);
		progress->over = true;
	}
}

/* The function's arguments or the code: the name alone comes first. */
static bool input_say(const struct speech *speech, struct progress *progress, const char *name,
	const cJSON *from, cJSON *to)
{
	const char *rest = json_text(from, name) + progress->bytes;
	size_t len = progress->begun ? piece_bytes(speech, rest, false) : 0;

	if (progress->begun && !*rest)
		return false;
	text_member(to, name, rest, len);
	progress->bytes += len;
	return true;
}

static void function_say(const struct speech *speech, struct progress *progress, cJSON *delta)
{
	const cJSON *function = json_get(progress->part, "function");
	cJSON *said = cJSON_CreateObject();

	if (!progress->begun)
		json_set_copy(said, "name", function);
	input_say(speech, progress, "arguments", function, said);
	if (!progress->begun)
		json_set_null(said, "output");
	json_set(delta, "function", said);
	progress->over = !json_text(function, "arguments")[progress->bytes];
}

/* Logs come in pieces, an image at once. */
static void output_say(
	const struct speech *speech, struct progress *progress, const cJSON *output, cJSON *outputs)
{
	const char *logs = json_text(output, "logs");
	cJSON *said = cJSON_CreateObject();
	size_t len;

	json_set_number(said, "index", (double)progress->outputs);
	json_set_copy(said, "type", output);
	cJSON_AddItemToArray(outputs, said);
	if (logs) {
		logs += progress->output_bytes;
		len = piece_bytes(speech, logs, true);
		text_member(said, "logs", logs, len);
		progress->output_bytes += len;
		if (logs[len])
			return;
	} else {
		json_set_copy(said, "image", output);
	}
	progress->outputs++;
	progress->output_bytes = 0;
}

static void code_say(const struct speech *speech, struct progress *progress, cJSON *delta)
{
	const cJSON *code = json_get(progress->part, "code_interpreter");
	const cJSON *outputs = json_get(code, "outputs");
	size_t count = (size_t)cJSON_GetArraySize(outputs);
	cJSON *said = cJSON_CreateObject(), *given = NULL;
	bool input = input_say(speech, progress, "input", code, said);

	if (!input || !progress->begun)
		given = cJSON_AddArrayToObject(said, "outputs");
	if (!input && progress->outputs < count)
		output_say(speech, progress, cJSON_GetArrayItem(outputs, (int)progress->outputs),
			given);
	json_set(delta, "code_interpreter", said);
	progress->over = !json_text(code, "input")[progress->bytes] && progress->outputs == count;
}

static void call_say(const struct speech *speech, struct progress *progress, cJSON *delta)
{
	const char *type = json_text(progress->part, "type");

	if (!progress->begun)
		json_set_copy(delta, "id", progress->part);
	json_set_text(delta, "type", type);
	if (strcmp(type, "function") == 0) {
		function_say(speech, progress, delta);
	} else if (strcmp(type, "code_interpreter") == 0) {
		code_say(speech, progress, delta);
	} else {
		json_set(delta, type, cJSON_CreateObject());
		progress->over = true;
	}
}

cJSON *speech_next(struct speech *speech)
{
	struct progress *progress;
	cJSON *entries, *delta;
	size_t passed;

	for (passed = 0; passed < speech->count; passed++) {
		if (!speech->parts[speech->turn].over)
			break;
		speech->turn = (speech->turn + 1) % speech->count;
	}
	if (passed == speech->count)
		return NULL;
	progress = &speech->parts[speech->turn];
	entries = cJSON_CreateArray();
	delta = cJSON_CreateObject();
	cJSON_AddItemToArray(entries, delta);
	json_set_number(delta, "index", (double)speech->turn);
	if (speech->kind == SPEECH_CALLS) {
		call_say(speech, progress, delta);
	} else {
		json_set_copy(delta, "type", progress->part);
		content_say(speech, progress, delta);
	}
	progress->begun = true;
	if (speech->interleave)
		speech->turn = (speech->turn + 1) % speech->count;
	return entries;
}

static void text_shorten(cJSON *object, const char *name, size_t bytes)
{
	text_member(object, name, json_text(object, name), bytes);
}

/* Drops what was not said: annotations of later text, outputs of later logs. */
static void array_shorten(cJSON *array, size_t count)
{
	while ((size_t)cJSON_GetArraySize(array) > count)
		cJSON_DeleteItemFromArray(array, (int)count);
}

static size_t annotations_said(const cJSON *text, size_t bytes)
{
	const cJSON *annotation;
	size_t count = 0;

	cJSON_ArrayForEach(annotation, json_get(text, "annotations"))
	{
		if (annotation_at(annotation, "end_index", json_text(text, "value")) <= bytes)
			count++;
	}
	return count;
}

static void part_shorten(cJSON *part, const struct progress *progress)
{
	cJSON *inner = json_get(part, json_text(part, "type")), *outputs;
	size_t whole = progress->outputs;

	if (json_text(part, "refusal")) {
		text_shorten(part, "refusal", progress->bytes);
	} else if (json_get(inner, "value")) {
		array_shorten(json_get(inner, "annotations"),
			annotations_said(inner, progress->bytes));
		text_shorten(inner, "value", progress->bytes);
	} else if (json_get(inner, "arguments")) {
		text_shorten(inner, "arguments", progress->bytes);
	} else if (json_get(inner, "input")) {
		text_shorten(inner, "input", progress->bytes);
		outputs = json_get(inner, "outputs");
		array_shorten(outputs, whole + (progress->output_bytes > 0));
		if (progress->output_bytes)
			text_shorten(cJSON_GetArrayItem(outputs, (int)whole), "logs",
				progress->output_bytes);
	}
}

cJSON *speech_so_far(const struct speech *speech)
{
	cJSON *said = cJSON_CreateArray(), *part;
	size_t i;

	for (i = 0; i < speech->count; i++) {
		if (!speech->parts[i].begun)
			continue;
		part = cJSON_Duplicate(speech->parts[i].part, 1);
		if (!speech->parts[i].over)
			part_shorten(part, &speech->parts[i]);
		cJSON_AddItemToArray(said, part);
	}
	return said;
}
