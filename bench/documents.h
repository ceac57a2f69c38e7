/*
 * documents.h: the JSON texts that the codec is measured with: a run of about
 * 2.7 KB, a step with tool calls, and pages of runs made from that run.
 */
#ifndef BENCH_DOCUMENTS_H
#define BENCH_DOCUMENTS_H

#include <cjson/cJSON.h>

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char run_document[] =
	"{\"id\":\"run_u7Qm2Zk0vTtLwq5cYbN4xHsE\",\"object\":\"thread.run\",\"created_at\":1719835200,"
	"\"assistant_id\":\"asst_R3eJ9pWd6aVgXoKf1nMzUy8B\",\"thread_id\":\"thread_C5sGh7iTqPl2rNwEj4kDvOx0\","
	"\"status\":\"requires_action\",\"started_at\":1719835201,\"expires_at\":1719835800,"
	"\"cancelled_at\":null,\"failed_at\":null,\"completed_at\":null,"
	"\"required_action\":{\"type\":\"submit_tool_outputs\",\"submit_tool_outputs\":{\"tool_calls\":["
	"{\"id\":\"call_a1FhWq8LmZx3TtYv\",\"type\":\"function\",\"function\":{\"name\":\"find_ferry\","
	"\"arguments\":\"{\\\"from\\\":\\\"Stavanger\\\",\\\"to\\\":\\\"Tau\\\",\\\"after\\\":\\\"2024-07-01T14:00\\\"}\"}},"
	"{\"id\":\"call_b6KdRs2NpQy9UuCx\",\"type\":\"function\",\"function\":{\"name\":\"read_tide_table\","
	"\"arguments\":\"{\\\"harbour\\\":\\\"Stavanger\\\",\\\"day\\\":\\\"2024-07-01\\\"}\"}}]}},"
	"\"last_error\":null,\"model\":\"gpt-4o\","
	"\"instructions\":\"You plan trips along the coast for people who travel by bicycle and boat. Look up "
	"every ferry before you mention it, and never guess a departure. Give times in local time, "
	"distances in kilometres, and say how steep a road is when it climbs more than 200 metres. When "
	"a crossing depends on the tide, read the tide table first and explain what it means for the "
	"plan in one sentence.\\n\\nAnswer in the language of the question. Keep it under 150 words, list "
	"at most three alternatives, and end with what the traveller should book today.\","
	"\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"find_ferry\",\"description\":\"Departures between "
	"two quays on one day, in order.\",\"parameters\":{\"type\":\"object\",\"properties\":{\"from\":{\"type\":"
	"\"string\",\"description\":\"Name of the quay where the trip begins.\"},\"to\":{\"type\":\"string\","
	"\"description\":\"Name of the quay where it ends.\"},\"after\":{\"type\":\"string\",\"description\":\"Earliest "
	"departure, ISO 8601, local time.\"}},\"required\":[\"from\",\"to\"]},\"strict\":false}},"
	"{\"type\":\"function\",\"function\":{\"name\":\"read_tide_table\",\"description\":\"High and low water of "
	"one day.\",\"parameters\":{\"type\":\"object\",\"properties\":{\"harbour\":{\"type\":\"string\"},\"day\":"
	"{\"type\":\"string\"}},\"required\":[\"harbour\",\"day\"]},\"strict\":false}},"
	"{\"type\":\"function\",\"function\":{\"name\":\"hold_cabin\",\"description\":\"Holds a cabin for "
	"two hours, without paying.\",\"parameters\":{\"type\":\"object\",\"properties\":{\"cabin\":{\"type\":"
	"\"string\"},\"nights\":{\"type\":\"integer\",\"minimum\":1}},\"required\":[\"cabin\",\"nights\"]},"
	"\"strict\":false}},{\"type\":\"code_interpreter\"},{\"type\":\"file_search\"}],"
	"\"metadata\":{\"customer\":\"c-20417\",\"channel\":\"web\",\"trip\":\"ryfylke-3-days\",\"trace\":"
	"\"7f3c1f0e9b5d4b6c\"},\"temperature\":0.2,\"top_p\":1.0,\"max_completion_tokens\":1200,"
	"\"max_prompt_tokens\":null,\"truncation_strategy\":{\"type\":\"auto\",\"last_messages\":null},"
	"\"incomplete_details\":null,\"usage\":null,\"response_format\":\"auto\",\"tool_choice\":\"auto\","
	"\"parallel_tool_calls\":true}";

static const char step_document[] =
	"{\"id\":\"step_Wn8YcVb3Xk6QzLf1Mt0JpHdS\",\"object\":\"thread.run.step\",\"created_at\":1719835203,"
	"\"run_id\":\"run_u7Qm2Zk0vTtLwq5cYbN4xHsE\",\"assistant_id\":\"asst_R3eJ9pWd6aVgXoKf1nMzUy8B\","
	"\"thread_id\":\"thread_C5sGh7iTqPl2rNwEj4kDvOx0\",\"type\":\"tool_calls\",\"status\":\"completed\","
	"\"cancelled_at\":null,\"completed_at\":1719835209,\"expired_at\":null,\"failed_at\":null,"
	"\"last_error\":null,\"step_details\":{\"type\":\"tool_calls\",\"tool_calls\":["
	"{\"id\":\"call_a1FhWq8LmZx3TtYv\",\"type\":\"function\",\"function\":{\"name\":\"find_ferry\","
	"\"arguments\":\"{\\\"from\\\":\\\"Stavanger\\\",\\\"to\\\":\\\"Tau\\\"}\","
	"\"output\":\"14:20 and 15:05, 40 minutes, bicycles free\"}},"
	"{\"id\":\"call_c9MpTt4JwXe7AsGu\",\"type\":\"code_interpreter\",\"code_interpreter\":{"
	"\"input\":\"climb = [12, 48, 131, 204]\\nprint(max(climb), sum(climb) / len(climb))\","
	"\"outputs\":[{\"type\":\"logs\",\"logs\":\"204 98.75\\n\"},{\"type\":\"image\",\"image\":{\"file_id\":"
	"\"file-k2VbNq8ZyRt5\"}}]}},"
	"{\"id\":\"call_d3SxFv0HcLr6EoIk\",\"type\":\"file_search\",\"file_search\":{\"ranking_options\":{"
	"\"ranker\":\"default_2024_08_21\",\"score_threshold\":0.35},\"results\":[{\"file_id\":"
	"\"file-p7GdWm1XuQc4\",\"file_name\":\"roads-of-ryfylke.pdf\",\"score\":0.8125},{\"file_id\":"
	"\"file-z5TnBk9LeYh2\",\"file_name\":\"quays.md\",\"score\":0.413}]}}]},"
	"\"metadata\":{},\"usage\":{\"prompt_tokens\":1840,\"completion_tokens\":212,\"total_tokens\":2052}}";

static inline void documents_fail(const char *what)
{
	fprintf(stderr, "bench: %s\n", what);
	exit(1);
}

/* One text in a block of its own, exactly as large as it needs to be. */
static inline char *documents_own(char *text)
{
	char *copy = text ? realloc(text, strlen(text) + 1) : NULL;

	if (copy == NULL)
		documents_fail("cannot make a document");
	return copy;
}

static inline cJSON *documents_tree(const char *text)
{
	cJSON *tree = cJSON_Parse(text);

	if (tree == NULL)
		documents_fail("a document is not JSON");
	return tree;
}

static inline char *documents_print(cJSON *tree, bool indented)
{
	char *text = indented ? cJSON_Print(tree) : cJSON_PrintUnformatted(tree);

	cJSON_Delete(tree);
	return documents_own(text);
}

/* The members of every object in an order that is the same in each run. */
static inline void documents_shuffle(cJSON *tree, uint32_t *seed)
{
	cJSON *child;

	cJSON_ArrayForEach(child, tree)
		documents_shuffle(child, seed);
	if (cJSON_IsObject(tree)) {
		int left;

		for (left = cJSON_GetArraySize(tree); left > 1; left--) {
			*seed = *seed * 1664525u + 1013904223u;
			cJSON_AddItemToArray(tree, cJSON_DetachItemFromArray(tree, (int)(*seed >> 16) % left));
		}
	}
}

static inline char *documents_copy(const char *text)
{
	char *copy = malloc(strlen(text) + 1);

	if (copy == NULL)
		documents_fail("out of memory");
	memcpy(copy, text, strlen(text) + 1);
	return copy;
}

static inline char *documents_shuffled(const char *text)
{
	cJSON *tree = documents_tree(text);
	uint32_t seed = 20240701;

	documents_shuffle(tree, &seed);
	return documents_print(tree, false);
}

static inline char *documents_indented(const char *text)
{
	return documents_print(documents_tree(text), true);
}

/* A page of count runs that differ in their identifiers. */
static inline char *documents_page(int count)
{
	cJSON *run = documents_tree(run_document);
	cJSON *page = cJSON_CreateObject();
	cJSON *data = cJSON_CreateArray();
	char id[32] = "";
	int i;

	cJSON_AddStringToObject(page, "object", "list");
	cJSON_AddItemToObject(page, "data", data);
	for (i = 0; i < count; i++) {
		cJSON *copy = cJSON_Duplicate(run, true);

		snprintf(id, sizeof(id), "run_%024d", i);
		if (copy == NULL || cJSON_SetValuestring(cJSON_GetObjectItem(copy, "id"), id) == NULL)
			documents_fail("out of memory");
		cJSON_AddItemToArray(data, copy);
	}
	cJSON_AddStringToObject(page, "first_id", "run_000000000000000000000000");
	cJSON_AddStringToObject(page, "last_id", id);
	cJSON_AddFalseToObject(page, "has_more");
	cJSON_Delete(run);
	return documents_print(page, false);
}

#endif
