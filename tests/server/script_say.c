/*
 * The lines of a script's "run" sections on what a run says: its tool calls and its
 * messages, kept as the API shows them.
 */
#include "script.h"
#include "json.h"

#include <stdlib.h>
#include <string.h>

/* The rest of the line; in double quotes it is a JSON string, for line breaks and outer spaces. */
static cJSON *text_value(const char *rest)
{
	const char *fault;
	size_t at;
	cJSON *value = *rest == '"' ? json_read(rest, strlen(rest), &fault, &at) : NULL;

	return value ? value : cJSON_CreateString(rest);
}

static cJSON *array_last(const cJSON *array)
{
	return array && array->child ? array->child->prev : NULL;
}

/* The calls of a section replace those of the defaults. */
static void calls_begin(struct reading *reading)
{
	if (reading->calls_inherited) {
		cJSON_Delete(reading->run->rounds);
		reading->run->rounds = NULL;
	}
	reading->calls_inherited = false;
	if (!reading->run->rounds)
		reading->run->rounds = cJSON_CreateArray();
}

/* Adds a call, with an empty object for what it is about, and returns that. */
static cJSON *call_add(struct reading *reading, const char *type)
{
	cJSON *call = cJSON_CreateObject(), *about;

	calls_begin(reading);
	if (!reading->run->rounds->child)
		cJSON_AddItemToArray(reading->run->rounds, cJSON_CreateArray());
	cJSON_AddItemToArray(array_last(reading->run->rounds), call);
	json_set_text(call, "type", type);
	about = cJSON_AddObjectToObject(call, type);
	return about;
}

static bool say_call(struct reading *reading, char *rest)
{
	const char *name = word_take(&rest);
	cJSON *function;

	if (!*name)
		return line_fail(reading, "call needs the name of a function");
	function = call_add(reading, "function");
	json_set_text(function, "name", name);
	json_set_text(function, "arguments", *rest ? rest : "{}");
	return true;
}

static bool say_round(struct reading *reading, char *rest)
{
	cJSON *last = array_last(reading->run->rounds);

	if (!alone_check(reading, "round", rest))
		return false;
	if (reading->calls_inherited || !last || !last->child)
		return line_fail(reading, "round comes after the calls of the one before");
	cJSON_AddItemToArray(reading->run->rounds, cJSON_CreateArray());
	return true;
}

static bool say_no_calls(struct reading *reading, char *rest)
{
	reading->calls_inherited = true;
	calls_begin(reading);
	return alone_check(reading, "no-calls", rest);
}

static bool say_code(struct reading *reading, char *rest)
{
	cJSON *code = call_add(reading, "code_interpreter");

	json_set(code, "input", text_value(rest));
	cJSON_AddArrayToObject(code, "outputs");
	return true;
}

static bool say_search(struct reading *reading, char *rest)
{
	cJSON *search = call_add(reading, "file_search"), *ranking;

	ranking = cJSON_AddObjectToObject(search, "ranking_options");
	json_set_text(ranking, "ranker", "default_2024_08_21");
	json_set_number(ranking, "score_threshold", 0);
	cJSON_AddArrayToObject(search, "results");
	return alone_check(reading, "search", rest);
}

/* The last call when it is of that type, so that what it gave can be added. */
static cJSON *call_of(struct reading *reading, const char *type)
{
	const cJSON *round = reading->calls_inherited ? NULL : array_last(reading->run->rounds);

	return json_get(array_last(round), type);
}

static bool output_add(
	struct reading *reading, const char *line, const char *type, cJSON *value)
{
	cJSON *code = call_of(reading, "code_interpreter"), *output;

	if (!code) {
		cJSON_Delete(value);
		return line_fail(reading, "%s comes after a line 'code'", line);
	}
	output = cJSON_CreateObject();
	json_set_text(output, "type", type);
	json_set(output, type, value);
	cJSON_AddItemToArray(json_get(code, "outputs"), output);
	return true;
}

static bool say_logs(struct reading *reading, char *rest)
{
	return output_add(reading, "logs", "logs", text_value(rest));
}

static bool say_image(struct reading *reading, char *rest)
{
	cJSON *image = cJSON_CreateObject();

	json_set_text(image, "file_id", rest);
	return output_add(reading, "image", "image", image);
}

static bool say_result(struct reading *reading, char *rest)
{
	cJSON *search = call_of(reading, "file_search"), *result, *content, *text;
	const char *file_id = word_take(&rest);
	const char *score = word_take(&rest);
	const char *name = word_take(&rest);
	char *end;
	double number = strtod(score, &end);

	if (!search)
		return line_fail(reading, "result comes after a line 'search'");
	if (!*name || *end || !(number >= 0 && number <= 1))
		return line_fail(reading, "result needs FILE_ID SCORE FILE_NAME [TEXT]");
	result = cJSON_CreateObject();
	cJSON_AddItemToArray(json_get(search, "results"), result);
	json_set_text(result, "file_id", file_id);
	json_set_text(result, "file_name", name);
	json_set_number(result, "score", number);
	if (!*rest)
		return true;
	content = cJSON_AddArrayToObject(result, "content");
	text = cJSON_CreateObject();
	cJSON_AddItemToArray(content, text);
	json_set_text(text, "type", "text");
	json_set(text, "text", text_value(rest));
	return true;
}

static void message_begin(struct reading *reading)
{
	if (!reading->run->messages)
		reading->run->messages = cJSON_CreateArray();
	cJSON_AddItemToArray(reading->run->messages, cJSON_CreateArray());
}

/* The messages of a section replace those of the defaults. */
static void content_begin(struct reading *reading, bool anew)
{
	if (anew || reading->content_inherited) {
		cJSON_Delete(reading->run->messages);
		reading->run->messages = NULL;
	}
	reading->content_inherited = false;
	if (!reading->run->messages)
		message_begin(reading);
}

/* Takes value over. */
static void part_add(struct reading *reading, const char *type, cJSON *value)
{
	cJSON *part = cJSON_CreateObject();

	json_set_text(part, "type", type);
	json_set(part, type, value);
	cJSON_AddItemToArray(array_last(reading->run->messages), part);
}

static void text_part_add(struct reading *reading, cJSON *value)
{
	cJSON *text = cJSON_CreateObject();

	json_set(text, "value", value);
	cJSON_AddArrayToObject(text, "annotations");
	part_add(reading, "text", text);
}

/* Takes more over. */
static void text_append(cJSON *text, cJSON *more)
{
	char *joined = text_format("%s%s", json_text(text, "value"), more->valuestring);

	json_set_text(text, "value", joined);
	free(joined);
	cJSON_Delete(more);
}

/* The text of the last part, when it is one. */
static cJSON *text_last(struct reading *reading)
{
	return json_get(array_last(array_last(reading->run->messages)), "text");
}

static bool say_answer(struct reading *reading, char *rest)
{
	content_begin(reading, true);
	text_part_add(reading, text_value(rest));
	return true;
}

/* Goes on with the text that a citation interrupted. */
static bool say_text(struct reading *reading, char *rest)
{
	cJSON *text;

	content_begin(reading, false);
	text = text_last(reading);
	if (text && json_get(text, "annotations")->child)
		text_append(text, text_value(rest));
	else
		text_part_add(reading, text_value(rest));
	return true;
}

static bool annotation_add(struct reading *reading, const char *type, char *rest)
{
	const char *file_id = word_take(&rest);
	cJSON *text, *annotation, *file, *value;
	size_t start;

	if (!*rest)
		return line_fail(reading, "a file needs its id and the text that refers to it");
	content_begin(reading, false);
	if (!text_last(reading))
		text_part_add(reading, cJSON_CreateString(""));
	text = text_last(reading);
	value = text_value(rest);
	if (!*value->valuestring) {
		cJSON_Delete(value);
		return line_fail(reading, "a file needs its id and the text that refers to it");
	}
	start = utf8_chars(json_text(text, "value"));
	annotation = cJSON_CreateObject();
	json_set_text(annotation, "type", type);
	json_set_text(annotation, "text", value->valuestring);
	json_set_number(annotation, "start_index", (double)start);
	json_set_number(
		annotation, "end_index", (double)(start + utf8_chars(value->valuestring)));
	file = cJSON_AddObjectToObject(annotation, type);
	json_set_text(file, "file_id", file_id);
	cJSON_AddItemToArray(json_get(text, "annotations"), annotation);
	text_append(text, value);
	return true;
}

static bool say_citation(struct reading *reading, char *rest)
{
	return annotation_add(reading, "file_citation", rest);
}

static bool say_file_path(struct reading *reading, char *rest)
{
	return annotation_add(reading, "file_path", rest);
}

static bool say_refusal(struct reading *reading, char *rest)
{
	content_begin(reading, false);
	part_add(reading, "refusal", text_value(rest));
	return true;
}

static bool picture_add(
	struct reading *reading, const char *type, const char *name, const char *value)
{
	cJSON *picture = cJSON_CreateObject();

	json_set_text(picture, name, value);
	json_set_text(picture, "detail", "auto");
	content_begin(reading, false);
	part_add(reading, type, picture);
	return true;
}

static bool say_image_file(struct reading *reading, char *rest)
{
	return picture_add(reading, "image_file", "file_id", rest);
}

static bool say_image_url(struct reading *reading, char *rest)
{
	return picture_add(reading, "image_url", "url", rest);
}

static bool say_message(struct reading *reading, char *rest)
{
	cJSON *last = array_last(reading->run->messages);

	if (!alone_check(reading, "message", rest))
		return false;
	if (reading->content_inherited || !last || !last->child)
		return line_fail(reading, "message comes after the content of the one before");
	message_begin(reading);
	return true;
}

const struct keyword say_keywords[] = {
	{ "call", say_call },
	{ "code", say_code },
	{ "logs", say_logs },
	{ "image", say_image },
	{ "search", say_search },
	{ "result", say_result },
	{ "round", say_round },
	{ "no-calls", say_no_calls },
	{ "answer", say_answer },
	{ "text", say_text },
	{ "citation", say_citation },
	{ "file-path", say_file_path },
	{ "refusal", say_refusal },
	{ "image-file", say_image_file },
	{ "image-url", say_image_url },
	{ "message", say_message },
	{ NULL, NULL },
};
