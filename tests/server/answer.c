#include "answer.h"
#include "json.h"
#include "stream.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static struct header *headers_find(const struct headers *headers, const char *name)
{
	size_t i;

	for (i = 0; i < headers->count; i++)
		if (strcasecmp(headers->items[i].name, name) == 0)
			return &headers->items[i];
	return NULL;
}

void headers_add(struct headers *headers, const char *name, const char *value)
{
	struct header *header = headers_find(headers, name);
	char *joined;

	if (!header) {
		headers_set(headers, name, value);
		return;
	}
	joined = text_format("%s, %s", header->value, value);
	free(header->value);
	header->value = joined;
}

void headers_set(struct headers *headers, const char *name, const char *value)
{
	struct header *header = headers_find(headers, name);

	if (header) {
		free(header->value);
	} else {
		headers->items = mem_grow(
			headers->items, headers->count, &headers->size, sizeof(*headers->items));
		header = &headers->items[headers->count++];
		header->name = text_copy(name);
	}
	header->value = text_copy(value);
}

const char *headers_get(const struct headers *headers, const char *name)
{
	const struct header *header = headers_find(headers, name);

	return header ? header->value : NULL;
}

void headers_clear(struct headers *headers)
{
	size_t i;

	for (i = 0; i < headers->count; i++) {
		free(headers->items[i].name);
		free(headers->items[i].value);
	}
	free(headers->items);
	memset(headers, 0, sizeof(*headers));
}

void request_clear(struct request *request)
{
	size_t i;

	free(request->method);
	free(request->path);
	free(request->query_text);
	headers_clear(&request->headers);
	text_clear(&request->body);
	for (i = 0; i < PATH_IDS_MAX; i++)
		free(request->ids[i]);
	free(request->query.after);
	free(request->query.before);
	free(request->query.run_id);
	cJSON_Delete(request->json);
	memset(request, 0, sizeof(*request));
}

void answer_json(struct answer *answer, unsigned status, const cJSON *value)
{
	char *text = cJSON_PrintUnformatted(value);

	answer->status = status;
	text_clear(&answer->body);
	answer->body.data = text;
	answer->body.len = strlen(text);
	answer->body.size = answer->body.len + 1;
	headers_set(&answer->headers, "Content-Type", "application/json");
}

bool answer_error(struct answer *answer, unsigned status, const char *param, const char *code,
	const char *format, ...)
{
	cJSON *body = cJSON_CreateObject();
	cJSON *error = cJSON_AddObjectToObject(body, "error");
	char message[1024];
	char *clean;
	va_list args;

	va_start(args, format);
	vsnprintf(message, sizeof(message), format, args);
	va_end(args);
	clean = utf8_clean(message, strlen(message));
	json_set_text(error, "message", clean);
	json_set_text(error, "type", status >= 500 ? "server_error" : "invalid_request_error");
	json_set_text(error, "param", param);
	json_set_text(error, "code", code);
	answer_json(answer, status, body);
	free(clean);
	cJSON_Delete(body);
	return false;
}

void answer_stream(struct answer *answer, struct stream *stream)
{
	answer->status = 200;
	answer->stream = stream;
	headers_set(&answer->headers, "Content-Type", "text/event-stream; charset=utf-8");
	headers_set(&answer->headers, "Cache-Control", "no-cache");
}

void answer_clear(struct answer *answer)
{
	stream_free(answer->stream);
	text_clear(&answer->body);
	headers_clear(&answer->headers);
	memset(answer, 0, sizeof(*answer));
}
