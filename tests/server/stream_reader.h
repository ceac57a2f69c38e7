/*
 * stream_reader.h: event streams of the server, taken apart for its tests.
 */
#ifndef STREAM_READER_H
#define STREAM_READER_H

#include "test_driver.h"

struct event {
	char *name;
	char *data;
	cJSON *json; /* NULL: data is none */
};

struct events {
	struct event *items;
	size_t count;
	size_t comments;
};

/* Fails unless every line is one that the API sends, and the last event is whole. */
struct events events_read(const char *body, const char *newline);
void events_clear(struct events *events);

/* POSTs, fails unless the answer is a stream that ends in order, and reads it. */
struct events events_post(struct server *server, const char *path, const char *body);

/* The names, one after the other, each but the first after a space; equal ones in a row once. */
void assert_names(const struct events *events, const char *names);
/* The first event from *from on with that name; *from is moved behind it. Fails: none. */
const cJSON *event_find(const struct events *events, size_t *from, const char *name);
/* All deltas of an object put together: its content, or its tool calls, without "index". */
cJSON *deltas_join(const struct events *events, const char *id);

/* A request over a socket of its own, for what libcurl would hide. */
int raw_post(unsigned port, const char *path, const char *body);
/* All until the server closes or so many milliseconds pass; the caller frees it. */
char *raw_read(int fd, int64_t timeout_ms);

#endif
