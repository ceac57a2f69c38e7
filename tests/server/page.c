#include "page.h"
#include "json.h"

#include <stdlib.h>
#include <string.h>

enum { LIMIT_DEFAULT = 20, LIMIT_MAX = 100 };

struct parameter {
	const char *name;
	unsigned set;
	bool (*read)(
		struct query *query, const char *name, const char *value, struct answer *answer);
};

static int hex_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')
		return (c | 0x20) - 'a' + 10;
	return -1;
}

char *percent_decode(const char *text, size_t len, bool plus)
{
	char *out = mem_alloc(len + 1);
	size_t from, to = 0;
	bool ok = true;

	for (from = 0; from < len && ok; from++) {
		if (text[from] == '+' && plus) {
			out[to++] = ' ';
		} else if (text[from] != '%') {
			out[to++] = text[from];
		} else if (len - from > 2 && hex_value(text[from + 1]) >= 0 &&
			   hex_value(text[from + 2]) >= 0) {
			out[to++] =
				(char)(hex_value(text[from + 1]) * 16 + hex_value(text[from + 2]));
			from += 2;
		} else {
			ok = false;
		}
	}
	out[to] = '\0';
	if (ok && !memchr(out, '\0', to) && utf8_valid(out, to))
		return out;
	free(out);
	return NULL;
}

static bool limit_read(
	struct query *query, const char *name, const char *value, struct answer *answer)
{
	char *end;
	long limit = strtol(value, &end, 10);

	if (*end || strspn(value, "-0123456789") != strlen(value) || !*value)
		return answer_error(answer, 400, name, "invalid_type",
			"'limit' is '%s', but has to be an integer", value);
	if (limit < 1 || limit > LIMIT_MAX)
		return answer_error(answer, 400, name,
			limit < 1 ? "integer_below_min_value" : "integer_above_max_value",
			"'limit' is %s, but has to be from 1 to %d", value, LIMIT_MAX);
	query->limit = (size_t)limit;
	return true;
}

static bool order_read(
	struct query *query, const char *name, const char *value, struct answer *answer)
{
	query->ascending = strcmp(value, "asc") == 0;
	return query->ascending || strcmp(value, "desc") == 0 ||
	       answer_error(answer, 400, name, "invalid_value",
		       "'order' is '%s', but has to be one of 'asc', 'desc'", value);
}

/* Clients send an absent cursor as an empty one. */
static char *cursor_copy(const char *value)
{
	return *value ? text_copy(value) : NULL;
}

static bool after_read(
	struct query *query, const char *name, const char *value, struct answer *answer)
{
	(void)name;
	(void)answer;
	query->after = cursor_copy(value);
	return true;
}

static bool before_read(
	struct query *query, const char *name, const char *value, struct answer *answer)
{
	(void)name;
	(void)answer;
	query->before = cursor_copy(value);
	return true;
}

static bool run_id_read(
	struct query *query, const char *name, const char *value, struct answer *answer)
{
	(void)name;
	(void)answer;
	query->run_id = cursor_copy(value);
	return true;
}

static bool include_read(
	struct query *query, const char *name, const char *value, struct answer *answer)
{
	static const char known[] = "step_details.tool_calls[*].file_search.results[*].content";

	(void)query;
	return strcmp(value, known) == 0 ||
	       answer_error(answer, 400, name, "invalid_value",
		       "'include[]' is '%s', but has to be '%s'", value, known);
}

/* Azure's clients send the version of the API in every query. */
static bool version_read(
	struct query *query, const char *name, const char *value, struct answer *answer)
{
	(void)query;
	(void)name;
	(void)value;
	(void)answer;
	return true;
}

static const struct parameter parameters[] = {
	{ "limit", QUERY_PAGE, limit_read },
	{ "order", QUERY_PAGE, order_read },
	{ "after", QUERY_PAGE, after_read },
	{ "before", QUERY_PAGE, before_read },
	{ "run_id", QUERY_RUN_ID, run_id_read },
	{ "include[]", QUERY_INCLUDE, include_read },
	{ "api-version", 0, version_read },
};

enum { PARAMETERS = sizeof(parameters) / sizeof(parameters[0]) };

static bool parameter_read(struct request *request, const char *name, const char *value,
	unsigned allowed, unsigned *seen, struct answer *answer)
{
	const struct parameter *parameter = NULL;
	unsigned bit;
	size_t i;

	for (i = 0; i < PARAMETERS && !parameter; i++)
		if (strcmp(parameters[i].name, name) == 0)
			parameter = &parameters[i];
	if (!parameter || (parameter->set && !(parameter->set & allowed)))
		return answer_error(answer, 400, name, "unknown_parameter",
			"Unknown query parameter: '%s'", name);
	bit = 1U << (parameter - parameters);
	if ((*seen & bit) && parameter->set != QUERY_INCLUDE)
		return answer_error(answer, 400, name, "duplicate_parameter",
			"The query parameter '%s' is there twice", name);
	*seen |= bit;
	return parameter->read(&request->query, name, value, answer);
}

bool query_read(struct request *request, unsigned allowed, struct answer *answer)
{
	const char *at = request->query_text;
	unsigned seen = 0;
	size_t len, name_len;
	char *name, *value;
	bool ok = true;

	request->query.limit = LIMIT_DEFAULT;
	for (; *at && ok; at += len + (at[len] == '&')) {
		len = strcspn(at, "&");
		if (!len)
			continue;
		name_len = strcspn(at, "=&");
		name = percent_decode(at, name_len, true);
		value = name_len < len ? percent_decode(at + name_len + 1, len - name_len - 1, true)
				       : text_copy("");
		if (name && value)
			ok = parameter_read(request, name, value, allowed, &seen, answer);
		else
			ok = answer_error(answer, 400, NULL, "invalid_value",
				"The query is not percent-encoded UTF-8");
		free(name);
		free(value);
	}
	return ok;
}

/* Narrows [*low, *high) to the items after (or before) the cursor, in the query's order. */
static bool cursor_apply(const struct list *list, const char *name, const char *cursor,
	bool keep_newer, size_t *low, size_t *high, struct answer *answer)
{
	size_t position;
	bool found;

	if (!cursor)
		return true;
	if (!list_position(list, cursor, &position, &found))
		return answer_error(answer, 400, name, "invalid_value",
			"'%s' is '%s', which is no id of this list", name, cursor);
	if (keep_newer && position + found > *low)
		*low = position + found;
	if (!keep_newer && position < *high)
		*high = position;
	return true;
}

void page_answer(const struct list *list, const struct query *query, struct answer *answer)
{
	size_t low = 0, high = list->count, count = 0, i;
	bool backwards = query->before && !query->after;
	bool rising = query->ascending != backwards;
	bool more = false;
	cJSON *page, *data, *shown;
	const cJSON *json, *first, *last;
	const char *run_id;

	if (!cursor_apply(list, "after", query->after, query->ascending, &low, &high, answer) ||
		!cursor_apply(
			list, "before", query->before, !query->ascending, &low, &high, answer))
		return;
	page = cJSON_CreateObject();
	data = cJSON_CreateArray();
	for (i = 0; low + i < high && !more; i++) {
		json = list->items[rising ? low + i : high - 1 - i]->json;
		run_id = json_text(json, "run_id");
		if (query->run_id && (!run_id || strcmp(run_id, query->run_id) != 0))
			continue;
		if (count == query->limit) {
			more = true;
			continue;
		}
		shown = cJSON_CreateObjectReference(json->child);
		if (backwards)
			cJSON_InsertItemInArray(data, 0, shown);
		else
			cJSON_AddItemToArray(data, shown);
		count++;
	}
	first = cJSON_GetArrayItem(data, 0);
	last = count ? cJSON_GetArrayItem(data, (int)count - 1) : NULL;
	json_set_text(page, "object", "list");
	json_set(page, "data", data);
	json_set_text(page, "first_id", first ? json_text(first, "id") : NULL);
	json_set_text(page, "last_id", last ? json_text(last, "id") : NULL);
	json_set(page, "has_more", cJSON_CreateBool(more));
	answer_json(answer, 200, page);
	cJSON_Delete(page);
}
