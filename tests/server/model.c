#include "model.h"
#include "json.h"
#include "text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

double model_tokens(const char *text)
{
	return (double)(strlen(text) / 4 + 1);
}

/* The text parts of the latest message by the user, joined; NULL when there is none. */
static char *user_text(const struct thread *thread)
{
	const cJSON *message = NULL, *part;
	struct text text = { NULL, 0, 0 };
	size_t i;

	for (i = thread->messages.count; i > 0; i--) {
		message = thread->messages.items[i - 1]->json;
		if (strcmp(json_text(message, "role"), "user") == 0)
			break;
	}
	if (i == 0)
		return NULL;
	text_add(&text, "");
	cJSON_ArrayForEach(part, json_get(message, "content"))
	{
		if (!json_get(part, "text"))
			continue;
		if (text.len)
			text_add(&text, "\n");
		text_add(&text, json_text(json_get(part, "text"), "value"));
	}
	return text.data;
}

static bool starts_capital(const char *word)
{
	return isupper((unsigned char)*word) || (unsigned char)*word >= 0x80;
}

/* "San Francisco, CA" in "What's the weather in San Francisco, CA today?"; NULL: no place. */
static char *place_in(const char *text)
{
	const char *start, *word, *end = NULL;
	size_t len;

	for (start = text; (start = strstr(start, "in ")); start += 3) {
		if (start > text && !isspace((unsigned char)start[-1]))
			continue;
		for (word = start + 3; starts_capital(word); word += len + 1) {
			len = strcspn(word, " \t\r\n");
			end = word + len;
			while (end > word && strchr(".?!;:,\"'", end[-1]))
				end--;
			if (word[len] != ' ' || strchr(".?!;:", word[len - 1]))
				break;
		}
		if (end)
			return text_copy_n(start + 3, (size_t)(end - start - 3));
	}
	return NULL;
}

static cJSON *value_for(const cJSON *schema, const char *name, const char *user);

static cJSON *object_for(const cJSON *schema, const char *user)
{
	cJSON *object = cJSON_CreateObject();
	const cJSON *property;

	cJSON_ArrayForEach(property, json_get(schema, "properties"))
		json_set(object, property->string, value_for(property, property->string, user));
	return object;
}

static cJSON *string_for(const char *name, const char *user)
{
	bool place = strcasecmp(name, "location") == 0 || strcasecmp(name, "city") == 0;
	char *found = place && user ? place_in(user) : NULL;
	cJSON *value = cJSON_CreateString(found ? found : "example");

	free(found);
	return value;
}

static cJSON *value_for(const cJSON *schema, const char *name, const char *user)
{
	const cJSON *types = json_get(schema, "type");
	const char *type = cJSON_GetStringValue(cJSON_IsArray(types) ? types->child : types);
	const cJSON *values = json_get(schema, "enum");
	cJSON *array;

	if (json_get(schema, "const"))
		return cJSON_Duplicate(json_get(schema, "const"), 1);
	if (cJSON_IsArray(values) && values->child)
		return cJSON_Duplicate(values->child, 1);
	if (!type)
		type = json_get(schema, "properties") ? "object" : "string";
	if (strcmp(type, "number") == 0 || strcmp(type, "integer") == 0)
		return cJSON_CreateNumber(1);
	if (strcmp(type, "boolean") == 0)
		return cJSON_CreateTrue();
	if (strcmp(type, "null") == 0)
		return cJSON_CreateNull();
	if (strcmp(type, "object") == 0)
		return object_for(schema, user);
	if (strcmp(type, "array") != 0)
		return string_for(name, user);
	array = cJSON_CreateArray();
	if (cJSON_IsObject(json_get(schema, "items")))
		cJSON_AddItemToArray(array, value_for(json_get(schema, "items"), name, user));
	return array;
}

/* tool_choice may forbid calls or name the one function. */
static bool function_allowed(const cJSON *run, const char *name)
{
	const cJSON *choice = json_get(run, "tool_choice");
	const char *only = json_text(json_get(choice, "function"), "name");

	if (cJSON_IsString(choice))
		return strcmp(choice->valuestring, "none") != 0;
	return !cJSON_IsObject(choice) || (strcmp(json_text(choice, "type"), "function") == 0 &&
						  (!only || strcmp(only, name) == 0));
}

static cJSON *call_new(const char *type, cJSON *about)
{
	cJSON *call = cJSON_CreateObject();

	json_set_text(call, "type", type);
	json_set(call, type, about);
	return call;
}

static cJSON *function_new(const char *name, const cJSON *parameters, const char *user)
{
	cJSON *about = cJSON_CreateObject(), *values = object_for(parameters, user);
	char *arguments = cJSON_PrintUnformatted(values);

	json_set_text(about, "name", name);
	json_set_text(about, "arguments", arguments);
	cJSON_Delete(values);
	free(arguments);
	return call_new("function", about);
}

cJSON *model_rounds(const cJSON *run, const struct thread *thread)
{
	bool one_by_one = cJSON_IsFalse(json_get(run, "parallel_tool_calls"));
	cJSON *rounds = cJSON_CreateArray(), *round = NULL;
	char *user = user_text(thread);
	const cJSON *tool, *function;
	const char *name;

	cJSON_ArrayForEach(tool, json_get(run, "tools"))
	{
		function = json_get(tool, "function");
		name = json_text(function, "name");
		if (!user || !name || !function_allowed(run, name))
			continue;
		if (!round || one_by_one) {
			round = cJSON_CreateArray();
			cJSON_AddItemToArray(rounds, round);
		}
		cJSON_AddItemToArray(
			round, function_new(name, json_get(function, "parameters"), user));
	}
	free(user);
	return rounds;
}

static cJSON *code_new(void)
{
	cJSON *about = cJSON_CreateObject(), *output = cJSON_CreateObject();

	json_set_text(about, "input", "print(1 + 1)");
	cJSON_AddItemToArray(cJSON_AddArrayToObject(about, "outputs"), output);
	json_set_text(output, "type", "logs");
	json_set_text(output, "logs", "2");
	return call_new("code_interpreter", about);
}

static cJSON *search_new(void)
{
	cJSON *about = cJSON_CreateObject();
	cJSON *ranking = cJSON_AddObjectToObject(about, "ranking_options");

	json_set_text(ranking, "ranker", "default_2024_08_21");
	json_set_number(ranking, "score_threshold", 0);
	cJSON_AddArrayToObject(about, "results");
	return call_new("file_search", about);
}

static bool tools_have(const cJSON *run, const char *type)
{
	const cJSON *tool;

	cJSON_ArrayForEach(tool, json_get(run, "tools"))
	{
		if (strcmp(json_text(tool, "type"), type) == 0)
			return true;
	}
	return false;
}

cJSON *model_hosted(const cJSON *run)
{
	bool code = tools_have(run, "code_interpreter"), search = tools_have(run, "file_search");
	cJSON *calls = code || search ? cJSON_CreateArray() : NULL;

	if (code)
		cJSON_AddItemToArray(calls, code_new());
	if (search)
		cJSON_AddItemToArray(calls, search_new());
	return calls;
}

/* "NAME, " when the instructions say to address the user so. */
static void answer_address(struct text *answer, const char *instructions)
{
	static const char phrase[] = "address the user as ";
	const char *at;
	size_t len;

	for (at = instructions; *at; at++)
		if (strncasecmp(at, phrase, sizeof(phrase) - 1) == 0)
			break;
	if (!*at)
		return;
	at += sizeof(phrase) - 1;
	len = strcspn(at, ".,;:!?\n");
	text_add_n(answer, at, len);
	if (len)
		text_add(answer, ", ");
}

/* "f returned 57; g returned 0.06." */
static bool answer_outputs(struct text *answer, const struct list *steps)
{
	const cJSON *call, *function;
	bool any = false;
	size_t i;

	for (i = 0; i < steps->count; i++) {
		cJSON_ArrayForEach(call,
			json_get(json_get(steps->items[i]->json, "step_details"), "tool_calls"))
		{
			function = json_get(call, "function");
			if (!json_text(function, "output"))
				continue;
			text_add(answer, any ? "; " : "");
			text_add(answer, json_text(function, "name"));
			text_add(answer, " returned ");
			text_add(answer, json_text(function, "output"));
			any = true;
		}
	}
	text_add(answer, any ? "." : "");
	return any;
}

char *model_answer(const struct run *run, const struct thread *thread)
{
	struct text answer = { NULL, 0, 0 };
	char *user;
	size_t start;

	text_add(&answer, "");
	answer_address(&answer, json_text(run->item.json, "instructions"));
	if (answer_outputs(&answer, &run->steps))
		return answer.data;
	user = user_text(thread);
	start = answer.len;
	if (user) {
		text_add(&answer, "you said: \"");
		text_add(&answer, user);
		text_add(&answer, "\"");
	} else {
		text_add(&answer, "there is no message to answer.");
	}
	if (start == 0)
		answer.data[0] = (char)toupper((unsigned char)answer.data[0]);
	free(user);
	return answer.data;
}
