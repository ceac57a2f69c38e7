#define _POSIX_C_SOURCE 200809L

#include "operations.h"

#include "golden.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool add_pair(struct pairs *pairs, const char *name, const char *suffix, const cJSON *value)
{
	size_t n = pairs->count;
	const char *text = cJSON_GetStringValue(value);

	if (n == INPUT_PAIRS)
		return false;
	if (cJSON_IsNumber(value)) {
		snprintf(pairs->numbers[n], sizeof(pairs->numbers[n]), "%.17g", value->valuedouble);
		text = pairs->numbers[n];
	} else if (cJSON_IsBool(value)) {
		text = cJSON_IsTrue(value) ? "true" : "false";
	}
	snprintf(pairs->names[n], sizeof(pairs->names[n]), "%s%s", name, suffix);
	pairs->items[n] = (struct oac_header){ pairs->names[n], text };
	pairs->count++;
	return true;
}

bool pairs_add_value(struct pairs *pairs, const char *name, const cJSON *value)
{
	const cJSON *item;

	if (!cJSON_IsArray(value))
		return add_pair(pairs, name, "", value);
	cJSON_ArrayForEach(item, value)
		if (!add_pair(pairs, name, "[]", item))
			return false;
	return true;
}

bool pairs_add(struct pairs *pairs, const cJSON *object)
{
	const cJSON *value;

	cJSON_ArrayForEach(value, object)
		if (!pairs_add_value(pairs, value->string, value))
			return false;
	return true;
}

struct oac_header_list pairs_list(const struct pairs *pairs)
{
	return (struct oac_header_list){ pairs->count, pairs->items };
}

void input_clear(struct input *input)
{
	free(input->body);
	input->body = NULL;
	cJSON_Delete(input->ids);
	input->ids = NULL;
}

static bool take_limit(struct input *input, const cJSON *value)
{
	const char *text = cJSON_GetStringValue(value);
	char *end;

	if (cJSON_IsNumber(value) && value->valuedouble == (double)(int64_t)value->valuedouble) {
		input->limit = oac_int((int64_t)value->valuedouble);
		return true;
	}
	if (text == NULL || text[strspn(text, "0123456789")] != '\0' || *text == '\0')
		return false;
	input->limit = oac_int(strtoimax(text, &end, 10));
	return true;
}

static bool take_order(struct input *input, const cJSON *value)
{
	const char *text = cJSON_GetStringValue(value);

	for (int order = OPENAI_LIST_ORDER_ASC; text != NULL; order++) {
		const char *known = openai_list_order_text((enum openai_list_order)order);

		if (known == NULL)
			return false;
		if (strcmp(text, known) == 0) {
			input->order = (enum openai_list_order)order;
			return true;
		}
	}
	return false;
}

static bool take_include(struct input *input, const cJSON *value)
{
	const enum openai_run_step_include_item only =
		OPENAI_RUN_STEP_INCLUDE_ITEM_STEP_DETAILS_TOOL_CALLS_FILE_SEARCH_RESULTS_CONTENT;
	const cJSON *item;
	size_t count = 0;

	if (!cJSON_IsArray(value) || cJSON_GetArraySize(value) > INPUT_INCLUDES)
		return false;
	cJSON_ArrayForEach(item, value) {
		const char *text = cJSON_GetStringValue(item);

		if (text == NULL || strcmp(text, openai_run_step_include_item_text(only)) != 0)
			return false;
		input->includes[count++] = only;
	}
	input->include = (struct openai_run_step_include_item_list){ count, input->includes };
	return true;
}

static bool take_text(const char **to, const cJSON *value)
{
	*to = cJSON_GetStringValue(value);
	return *to != NULL;
}

static bool take_member(struct input *input, const cJSON *value)
{
	const char *name = value->string;

	if (strcmp(name, "limit") == 0)
		return take_limit(input, value);
	if (strcmp(name, "order") == 0)
		return take_order(input, value);
	if (strcmp(name, "include") == 0)
		return take_include(input, value);
	if (strcmp(name, "after") == 0)
		return take_text(&input->after, value);
	if (strcmp(name, "before") == 0)
		return take_text(&input->before, value);
	if (strcmp(name, "run_id") == 0)
		return take_text(&input->in_run, value);
	return false;
}

bool input_query(struct input *input, const cJSON *query)
{
	const cJSON *value;

	cJSON_ArrayForEach(value, query)
		if (!cJSON_IsNull(value) && !take_member(input, value) &&
			!pairs_add_value(&input->rest, value->string, value))
			return false;
	return true;
}
