#define _POSIX_C_SOURCE 200809L
#include "stream_reader.h"

#include <arpa/inet.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static char *copy_of(const char *text, size_t len)
{
	char *copy = malloc(len + 1);

	assert_non_null(copy);
	memcpy(copy, text, len);
	copy[len] = '\0';
	return copy;
}

static struct event *event_add(struct events *events)
{
	events->items = realloc(events->items, (events->count + 1) * sizeof(*events->items));
	assert_non_null(events->items);
	memset(&events->items[events->count], 0, sizeof(*events->items));
	return &events->items[events->count++];
}

static void line_read(struct events *events, struct event **event, const char *line, size_t len)
{
	if (len == 0) {
		*event = NULL;
		return;
	}
	if (line[0] == ':') {
		events->comments++;
		return;
	}
	if (!*event)
		*event = event_add(events);
	if (len > 7 && memcmp(line, "event: ", 7) == 0 && !(*event)->name)
		(*event)->name = copy_of(line + 7, len - 7);
	else if (len > 6 && memcmp(line, "data: ", 6) == 0 && !(*event)->data)
		(*event)->data = copy_of(line + 6, len - 6);
	else
		fail_msg("no line of an event stream: %.*s", (int)len, line);
}

struct events events_read(const char *body, const char *newline)
{
	struct events events = { NULL, 0, 0 };
	struct event *event = NULL;
	const char *end;
	size_t i;

	for (; *body; body = end + strlen(newline)) {
		end = strstr(body, newline);
		if (!end)
			fail_msg("the stream ends within a line: %s", body);
		line_read(&events, &event, body, (size_t)(end - body));
	}
	assert_null(event);
	for (i = 0; i < events.count; i++) {
		assert_non_null(events.items[i].name);
		assert_non_null(events.items[i].data);
		events.items[i].json = cJSON_Parse(events.items[i].data);
		if (strcmp(events.items[i].name, "done") == 0)
			assert_string_equal(events.items[i].data, "[DONE]");
		else
			assert_true(cJSON_IsObject(events.items[i].json));
	}
	return events;
}

void events_clear(struct events *events)
{
	size_t i;

	for (i = 0; i < events->count; i++) {
		free(events->items[i].name);
		free(events->items[i].data);
		cJSON_Delete(events->items[i].json);
	}
	free(events->items);
	memset(events, 0, sizeof(*events));
}

struct events events_post(struct server *server, const char *path, const char *body)
{
	struct reply reply = call(server, "POST", path, body);
	struct events events;

	assert_int_equal(reply.code, CURLE_OK);
	if (reply.status != 200)
		print_error("%s: %s\n", path, reply.body);
	assert_int_equal(reply.status, 200);
	assert_non_null(strstr(reply.headers, "content-type: text/event-stream; charset=utf-8"));
	assert_non_null(strstr(reply.headers, "x-request-id: req_"));
	assert_null(strstr(reply.headers, "content-length"));
	events = events_read(reply.body, "\n");
	reply_clear(&reply);
	return events;
}

void assert_names(const struct events *events, const char *names)
{
	char *all = calloc(events->count + 1, 64), *at = all;
	size_t i;

	assert_non_null(all);
	for (i = 0; i < events->count; i++)
		if (i == 0 || strcmp(events->items[i].name, events->items[i - 1].name) != 0)
			at += snprintf(at, 64, "%s%s", i ? " " : "", events->items[i].name);
	assert_string_equal(all, names);
	free(all);
}

const cJSON *event_find(const struct events *events, size_t *from, const char *name)
{
	size_t i;

	for (i = *from; i < events->count; i++) {
		if (strcmp(events->items[i].name, name) == 0) {
			*from = i + 1;
			return events->items[i].json;
		}
	}
	fail_msg("there is no further event %s", name);
	return NULL;
}

static void merge(cJSON *into, const cJSON *delta);

static void merge_entries(cJSON *into, const cJSON *entries)
{
	const cJSON *entry;
	int index;

	cJSON_ArrayForEach(entry, entries)
	{
		index = (int)number_at(entry, "index");
		assert_true(index <= cJSON_GetArraySize(into));
		if (index == cJSON_GetArraySize(into))
			cJSON_AddItemToArray(into, cJSON_CreateObject());
		merge(cJSON_GetArrayItem(into, index), entry);
	}
}

/* As a client has to do it: texts are appended, entries of arrays go by their index. */
static void merge(cJSON *into, const cJSON *delta)
{
	const cJSON *member;
	cJSON *old;
	char *joined;

	cJSON_ArrayForEach(member, delta)
	{
		old = cJSON_GetObjectItemCaseSensitive(into, member->string);
		if (strcmp(member->string, "index") == 0)
			continue;
		if (cJSON_IsArray(member)) {
			if (!old)
				old = cJSON_AddArrayToObject(into, member->string);
			merge_entries(old, member);
		} else if (cJSON_IsObject(member)) {
			if (!old)
				old = cJSON_AddObjectToObject(into, member->string);
			merge(old, member);
		} else if (old && cJSON_IsString(old) && strcmp(member->string, "type") != 0) {
			joined = calloc(1, strlen(old->valuestring) + strlen(member->valuestring) + 1);
			assert_non_null(joined);
			memcpy(joined, old->valuestring, strlen(old->valuestring));
			memcpy(joined + strlen(joined), member->valuestring,
				strlen(member->valuestring));
			cJSON_SetValuestring(old, joined);
			free(joined);
		} else if (!old) {
			cJSON_AddItemToObject(into, member->string, cJSON_Duplicate(member, 1));
		}
	}
}

cJSON *deltas_join(const struct events *events, const char *id)
{
	cJSON *all = cJSON_CreateArray();
	const cJSON *json, *entries;
	size_t i;

	for (i = 0; i < events->count; i++) {
		json = events->items[i].json;
		if (!strstr(events->items[i].name, ".delta") || strcmp(text_at(json, "id"), id) != 0)
			continue;
		entries = value_at(json, "delta/content");
		if (!entries)
			entries = value_at(json, "delta/step_details/tool_calls");
		assert_true(cJSON_GetArraySize(entries) > 0);
		merge_entries(all, entries);
	}
	return all;
}

int raw_post(unsigned port, const char *path, const char *body)
{
	struct sockaddr_in address = { .sin_family = AF_INET };
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	char head[512];
	int len = snprintf(head, sizeof(head),
		"POST %s HTTP/1.1\r\nHost: x\r\nAPI-Key: k\r\nOpenAI-Beta: assistants=v2\r\n"
		"Content-Type: application/json\r\nConnection: close\r\nContent-Length: %zu\r\n\r\n",
		path, strlen(body));

	assert_true(fd >= 0);
	address.sin_port = htons((uint16_t)port);
	address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	assert_int_equal(connect(fd, (struct sockaddr *)&address, sizeof(address)), 0);
	assert_int_equal(send(fd, head, (size_t)len, MSG_NOSIGNAL), len);
	assert_int_equal(send(fd, body, strlen(body), MSG_NOSIGNAL), (ssize_t)strlen(body));
	return fd;
}

char *raw_read(int fd, int64_t timeout_ms)
{
	struct pollfd readable = { .fd = fd, .events = POLLIN };
	int64_t end_ms = now_ms() + timeout_ms;
	char *text = NULL;
	size_t len = 0;
	ssize_t got = 1;

	while (got > 0 && now_ms() < end_ms &&
		poll(&readable, 1, (int)(end_ms - now_ms())) > 0) {
		text = realloc(text, len + 65536);
		assert_non_null(text);
		got = recv(fd, text + len, 65535, 0);
		len += got > 0 ? (size_t)got : 0;
	}
	text = realloc(text, len + 1);
	assert_non_null(text);
	text[len] = '\0';
	return text;
}
