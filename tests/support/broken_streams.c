#include "broken_streams.h"

#define HEAD                                                                                       \
	"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\n"                    \
	"Transfer-Encoding: chunked\r\n\r\n"
#define LAST_CHUNK "0\r\n\r\n"

#define EVENT(name, data) "event: " name "\ndata: " data "\n\n"
#define RUN(status)                                                                                \
	"{\"id\":\"run_1\",\"object\":\"thread.run\",\"created_at\":1,\"thread_id\":\"thread_1\","      \
	"\"assistant_id\":\"asst_1\",\"status\":\"" status "\",\"model\":\"m \xe4\xb8\x96\"}"
#define BEGIN                                                                                      \
	EVENT("thread.run.created", RUN("queued"))                                                 \
	EVENT("thread.run.queued", RUN("queued"))                                                  \
	EVENT("thread.run.in_progress", RUN("in_progress"))
#define DONE EVENT("done", "[DONE]")
#define WHOLE BEGIN EVENT("thread.run.completed", RUN("completed")) DONE
/* Ends within a string, in a character. */
#define HALF                                                                                       \
	"event: thread.run.completed\ndata: {\"id\":\"run_1\",\"object\":\"thread.run\","            \
	"\"status\":\"completed\",\"model\":\"\xe4\xb8"

enum { VERY_LONG_MS = 10 * 60 * 1000 };

#define START { HTTP_SEND, HEAD, 0, 0 }
#define CHUNKS(text, each) { HTTP_CHUNKS, text, 0, each }
#define END { HTTP_SEND, LAST_CHUNK, 0, 0 }
#define CLOSE { HTTP_CLOSE, 0, 0, 0 }
#define RESET { HTTP_RESET, 0, 0, 0 }
#define STALL { HTTP_DELAY, 0, 0, VERY_LONG_MS }
/* Long enough that what was sent has arrived before the reset overtakes it. */
#define PAUSE { HTTP_DELAY, 0, 0, 50 }

static const struct http_action cut_1[] = { START, CHUNKS(WHOLE, 1), END };
static const struct http_action cut_2[] = { START, CHUNKS(WHOLE, 2), END };
static const struct http_action cut_3[] = { START, CHUNKS(WHOLE, 3), END };
static const struct http_action cut_7[] = { START, CHUNKS(WHOLE, 7), END };
static const struct http_action in_two[] = { START, CHUNKS(BEGIN HALF, 0), PAUSE,
	CHUNKS("\x96\"}\n\n" DONE, 0), END };
static const struct http_action garbage_after[] = { START,
	CHUNKS(WHOLE "event: x\ndata: {\n\n\xff\xfe: no event at all \r\n\r\r{}", 0), END };
static const struct http_action no_done[] = { START, CHUNKS(BEGIN, 0), END };
static const struct http_action half_event[] = { START, CHUNKS(BEGIN HALF, 0), END };
static const struct http_action closed_between[] = { START, CHUNKS(BEGIN, 0), CLOSE };
static const struct http_action closed_within[] = { START, CHUNKS(BEGIN HALF, 0), CLOSE };
static const struct http_action closed_in_chunk[] = { START, CHUNKS(BEGIN, 0),
	{ HTTP_SEND, "100\r\nevent: thread.run.comp", 0, 0 }, CLOSE };
static const struct http_action reset_between[] = { START, CHUNKS(BEGIN, 0), PAUSE, RESET };
static const struct http_action reset_within[] = { START, CHUNKS(BEGIN HALF, 0), PAUSE, RESET };
static const struct http_action bad_chunk[] = { START, CHUNKS(BEGIN, 0),
	{ HTTP_SEND, "no size\r\nevent: x\r\n", 0, 0 }, STALL };
static const struct http_action stall_at_once[] = { START, STALL };
static const struct http_action stall_between[] = { START, CHUNKS(BEGIN, 0), STALL };
static const struct http_action stall_within[] = { START, CHUNKS(BEGIN HALF, 0), STALL };
static const struct http_action endless_line[] = { START, CHUNKS(BEGIN "data: ", 0),
	{ HTTP_ENDLESS, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", 0, 0 } };
static const struct http_action endless_event[] = { START, CHUNKS(BEGIN, 0),
	{ HTTP_ENDLESS, "data: one more line of the same event, which does not end\n", 0, 0 } };
static const struct http_action json[] = { { HTTP_SEND,
	"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
	"Content-Length: 36\r\n\r\n{\"id\":\"run_1\",\"object\":\"thread.run\"}",
	0, 0 } };
static const struct http_action empty[] = { { HTTP_SEND,
	"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 0\r\n\r\n", 0, 0 } };
static const struct http_action empty_untyped[] = { { HTTP_SEND,
	"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", 0, 0 } };

#define CASE(name, end, events) { #name, end, events, name, sizeof(name) / sizeof(name[0]) }

const struct broken_stream broken_streams[] = {
	CASE(cut_1, BROKEN_WHOLE, 5),
	CASE(cut_2, BROKEN_WHOLE, 5),
	CASE(cut_3, BROKEN_WHOLE, 5),
	CASE(cut_7, BROKEN_WHOLE, 5),
	CASE(in_two, BROKEN_WHOLE, 5),
	CASE(garbage_after, BROKEN_WHOLE, 5),
	CASE(no_done, BROKEN_ENDED, 3),
	CASE(half_event, BROKEN_ENDED, 3),
	CASE(closed_between, BROKEN_LOST, 3),
	CASE(closed_within, BROKEN_LOST, 3),
	CASE(closed_in_chunk, BROKEN_LOST, 3),
	CASE(reset_between, BROKEN_LOST, 3),
	CASE(reset_within, BROKEN_LOST, 3),
	CASE(bad_chunk, BROKEN_LOST, 3),
	CASE(stall_at_once, BROKEN_HANGS, 0),
	CASE(stall_between, BROKEN_HANGS, 3),
	CASE(stall_within, BROKEN_HANGS, 3),
	CASE(endless_line, BROKEN_FLOOD, 3),
	CASE(endless_event, BROKEN_FLOOD, 3),
	CASE(json, BROKEN_BODY, 0),
	CASE(empty, BROKEN_ENDED, 0),
	CASE(empty_untyped, BROKEN_BODY, 0),
};
const size_t broken_stream_count = sizeof(broken_streams) / sizeof(broken_streams[0]);
