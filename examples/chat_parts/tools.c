#define _POSIX_C_SOURCE 200809L

#include "tools.h"

#include "terminal.h"

#include <cjson/cJSON.h>
#include <math.h>
#include <stdio.h>
#include <time.h>

static const struct openai_function_tool clock_tool = { .function = {
	.name = "clock",
	.description = "Tells the date, the time and the weekday, here and in UTC",
	.parameters = OAC_JSON("{\"type\":\"object\",\"properties\":{}}"),
} };

static const struct openai_function_tool calculator_tool = { .function = {
	.name = "calculator",
	.description = "Calculates with two numbers",
	.parameters = OAC_JSON("{\"type\":\"object\",\"properties\":{\"left\":{\"type\":\"number\"},"
			       "\"operator\":{\"type\":\"string\",\"enum\":[\"+\",\"-\",\"*\",\"/\",\"^\"]},"
			       "\"right\":{\"type\":\"number\"}},\"required\":[\"left\",\"operator\",\"right\"]}"),
} };

static const struct openai_assistant_tool tools[] = {
	{ .kind = OPENAI_ASSISTANT_TOOL_FUNCTION, .as = { .function = &clock_tool } },
	{ .kind = OPENAI_ASSISTANT_TOOL_FUNCTION, .as = { .function = &calculator_tool } },
};

/* Answers the model, and lets the person see it. */
static void answer(struct openai_tool_reply *reply, const char *asked, const char *text)
{
	terminal_end_line();
	terminal_say(DIM, "  ");
	terminal_say(DIM, asked);
	terminal_say(DIM, " = ");
	terminal_say(DIM, text);
	terminal_say(PLAIN, "\n");
	openai_tool_reply_add(reply, text);
}

static enum openai_tool_result tell_time(void *user, const char *arguments, struct openai_tool_reply *reply)
{
	time_t now = time(NULL);
	struct tm here, utc;
	char text[128];
	size_t len;

	(void)user;
	(void)arguments;
	if (localtime_r(&now, &here) == NULL || gmtime_r(&now, &utc) == NULL)
		return OPENAI_TOOL_FAILED;
	len = strftime(text, sizeof(text), "%A %Y-%m-%d %H:%M:%S %z here, ", &here);
	strftime(text + len, sizeof(text) - len, "%Y-%m-%d %H:%M:%S UTC", &utc);
	answer(reply, "clock", text);
	return OPENAI_TOOL_DONE;
}

static enum openai_tool_result calculate(void *user, const char *arguments, struct openai_tool_reply *reply)
{
	cJSON *tree = cJSON_Parse(arguments);
	const cJSON *left = cJSON_GetObjectItem(tree, "left");
	const cJSON *operator = cJSON_GetObjectItem(tree, "operator");
	const cJSON *right = cJSON_GetObjectItem(tree, "right");
	bool ok = cJSON_IsNumber(left) && cJSON_IsNumber(right) && cJSON_IsString(operator);
	char sign = ok ? operator->valuestring[0] : '\0';
	double a = ok ? left->valuedouble : 0;
	double b = ok ? right->valuedouble : 0;
	double result = 0;
	char asked[96];
	char text[64];

	(void)user;
	cJSON_Delete(tree);
	if (sign == '+')
		result = a + b;
	else if (sign == '-')
		result = a - b;
	else if (sign == '*')
		result = a * b;
	else if (sign == '/')
		result = a / b;
	else if (sign == '^')
		result = pow(a, b);
	else
		ok = false;
	if (!ok) {
		openai_tool_reply_add(reply, "two numbers and one of + - * / ^ are needed");
		return OPENAI_TOOL_FAILED;
	}
	snprintf(asked, sizeof(asked), "%.15g %c %.15g", a, sign, b);
	snprintf(text, sizeof(text), "%.15g", result);
	answer(reply, asked, text);
	return OPENAI_TOOL_DONE;
}

static const struct openai_tool_function functions[] = {
	{ .name = "clock", .call = tell_time },
	{ .name = "calculator", .call = calculate },
};

const struct openai_assistant_tool_list chat_tools = OAC_LIST(tools);
const struct openai_tool_function_list chat_functions = OAC_LIST(functions);
