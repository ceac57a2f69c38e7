#define _POSIX_C_SOURCE 200809L

#include "golden.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const headers[] = { "authorization", "openai-beta", "openai-organization",
	"openai-project", "content-type" };

bool verdict_fail(struct verdict *verdict, const char *format, ...)
{
	va_list args;

	if (!verdict->failed) {
		va_start(args, format);
		vsnprintf(verdict->why, sizeof(verdict->why), format, args);
		va_end(args);
	}
	verdict->failed = true;
	return false;
}

const cJSON *member(const cJSON *object, const char *name)
{
	return cJSON_GetObjectItemCaseSensitive(object, name);
}

const char *text_of(const cJSON *object, const char *name)
{
	return cJSON_GetStringValue(member(object, name));
}

/* ---- the request line ---- */

struct target {
	char *copy; /* cut up into the others */
	const char *method;
	const char *path;
	char *query; /* "" when there is none */
};

static bool read_target(const char *head, struct target *target)
{
	char *copy = strndup(head, strcspn(head, "\r"));
	char *path = copy != NULL ? strchr(copy, ' ') : NULL;
	char *end = path != NULL ? strrchr(path + 1, ' ') : NULL;
	char *query;

	*target = (struct target){ copy, copy, NULL, NULL };
	if (end == NULL)
		return false;
	*path = '\0';
	*end = '\0';
	query = strchr(path + 1, '?');
	target->path = path + 1;
	target->query = query != NULL ? query + 1 : end;
	if (query != NULL)
		*query = '\0';
	return true;
}

static int hex_digit(char c)
{
	static const char digits[] = "0123456789abcdef";
	const char *at = c != '\0' ? strchr(digits, c >= 'A' && c <= 'F' ? c - 'A' + 'a' : c) : NULL;

	return at != NULL ? (int)(at - digits) : -1;
}

/* Percent-decodes in place; in a query a plus sign is a space. */
static char *decode(char *text, bool query)
{
	char *to = text;

	for (const char *from = text; *from != '\0'; from++) {
		int high = *from == '%' ? hex_digit(from[1]) : -1;
		int low = high >= 0 ? hex_digit(from[2]) : -1;

		if (low >= 0) {
			*to++ = (char)(high * 16 + low);
			from += 2;
		} else {
			*to++ = query && *from == '+' ? ' ' : *from;
		}
	}
	*to = '\0';
	return text;
}

/* Cuts a text at the first separator; the rest is what comes behind it, or NULL. */
static char *cut(char *text, char separator)
{
	char *at = strchr(text, separator);

	if (at == NULL)
		return NULL;
	*at = '\0';
	return at + 1;
}

static bool same_path(const char *got_path, const char *want_path)
{
	char *got = strdup(got_path);
	char *want = strdup(want_path);
	char *got_at = got;
	char *want_at = want;
	bool same = true;

	while (same && got_at != NULL && want_at != NULL) {
		char *got_rest = cut(got_at, '/');
		char *want_rest = cut(want_at, '/');

		same = strcmp(decode(got_at, false), decode(want_at, false)) == 0;
		got_at = got_rest;
		want_at = want_rest;
	}
	same = same && got_at == NULL && want_at == NULL;
	free(got);
	free(want);
	return same;
}

/* ---- the query ---- */

/* "a=1&a=2" as [["a","1"],["a","2"]]. */
static cJSON *read_query(char *text)
{
	cJSON *pairs = cJSON_CreateArray();
	char *rest;

	for (char *at = *text != '\0' ? text : NULL; at != NULL; at = rest) {
		cJSON *pair = cJSON_CreateArray();
		char *value;

		rest = cut(at, '&');
		value = cut(at, '=');
		cJSON_AddItemToArray(pair, cJSON_CreateString(decode(at, true)));
		cJSON_AddItemToArray(pair, cJSON_CreateString(value ? decode(value, true) : ""));
		cJSON_AddItemToArray(pairs, pair);
	}
	return pairs;
}

static const char *part(const cJSON *pair, int index)
{
	const char *text = cJSON_GetStringValue(cJSON_GetArrayItem(pair, index));

	return text != NULL ? text : "";
}

/* The value of the nth pair of that name, or NULL. */
static const char *nth_value(const cJSON *pairs, const char *name, size_t n)
{
	const cJSON *pair;

	cJSON_ArrayForEach(pair, pairs)
		if (strcmp(part(pair, 0), name) == 0 && n-- == 0)
			return part(pair, 1);
	return NULL;
}

static size_t count_before(const cJSON *pairs, const cJSON *until, const char *name)
{
	const cJSON *pair;
	size_t count = 0;

	for (pair = pairs->child; pair != until; pair = pair->next)
		count += strcmp(part(pair, 0), name) == 0;
	return count;
}

static bool compare_query(const cJSON *got, const cJSON *want, const char *label,
	struct verdict *verdict)
{
	const cJSON *pair;

	cJSON_ArrayForEach(pair, want) {
		const char *name = part(pair, 0);
		const char *value = nth_value(got, name, count_before(want, pair, name));

		if (value == NULL)
			return verdict_fail(verdict, "%s: '%s' is not in the query", label, name);
		if (strcmp(value, part(pair, 1)) != 0)
			return verdict_fail(verdict, "%s: in the query %s is '%s', not '%s'", label,
				name, value, part(pair, 1));
	}
	if (cJSON_GetArraySize(got) != cJSON_GetArraySize(want))
		return verdict_fail(verdict, "%s: the query has %d pairs, not %d", label,
			cJSON_GetArraySize(got), cJSON_GetArraySize(want));
	return true;
}

/* ---- headers and body ---- */

static bool compare_headers(const struct http_request *got, const cJSON *want, bool has_body,
	const char *label, struct verdict *verdict)
{
	char value[1024];

	for (size_t i = 0; i < sizeof(headers) / sizeof(headers[0]); i++) {
		const char *wanted = text_of(want, headers[i]);
		const char *sent = http_script_header(got, headers[i], value, sizeof(value));

		if (strcmp(headers[i], "content-type") == 0 && !has_body)
			continue;
		if ((sent == NULL) != (wanted == NULL) ||
			(sent != NULL && strcmp(sent, wanted) != 0))
			return verdict_fail(verdict, "%s: %s is '%s', not '%s'", label, headers[i],
				sent ? sent : "(none)", wanted ? wanted : "(none)");
	}
	return true;
}

static bool compare_body(const struct http_request *got, const cJSON *want, const char *label,
	struct verdict *verdict)
{
	cJSON *body;
	bool same;

	if (want == NULL || cJSON_IsNull(want))
		return got->body_len == 0 || verdict_fail(verdict, "%s: there is a body: %.200s",
						     label, got->body);
	body = cJSON_ParseWithLength(got->body, got->body_len);
	same = body != NULL && cJSON_Compare(body, want, true);
	cJSON_Delete(body);
	return same || verdict_fail(verdict, "%s: the body is: %.400s", label, got->body);
}

bool compare_request(const struct http_request *got, const cJSON *want, const char *label,
	struct verdict *verdict)
{
	const cJSON *body = member(want, "body");
	bool has_body = body != NULL && !cJSON_IsNull(body);
	const char *method = text_of(want, "method");
	const char *path = text_of(want, "path");
	struct target target;
	cJSON *query = NULL;
	bool same;

	if (method == NULL || path == NULL)
		return verdict_fail(verdict, "%s: the golden has no method or path", label);
	same = read_target(got->head, &target) ||
		verdict_fail(verdict, "%s: the request line is broken", label);
	if (same && strcmp(target.method, method) != 0)
		same = verdict_fail(verdict, "%s: the method is %s, not %s", label, target.method,
			method);
	if (same && !same_path(target.path, path))
		same = verdict_fail(verdict, "%s: the path is %s, not %s", label, target.path, path);
	if (same) {
		query = read_query(target.query);
		same = compare_query(query, member(want, "query"), label, verdict) &&
			compare_headers(got, member(want, "headers"), has_body, label, verdict) &&
			compare_body(got, body, label, verdict);
	}
	cJSON_Delete(query);
	free(target.copy);
	return same;
}
