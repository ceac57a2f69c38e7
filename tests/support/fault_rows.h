/*
 * fault_rows.h: the rows of fault_table.h, as data. Only fault_table.c includes this.
 *
 * A row without wait_ms, timeout_ms or retries is tried once more when its failure allows
 * that, after a back-off of 375 to 500 ms.
 */
#ifndef FAULT_ROWS_H
#define FAULT_ROWS_H

#include "fault_table.h"

#define SEND(text) { HTTP_SEND, text, sizeof(text) - 1, 0 }
#define TIMES(text, number) { HTTP_SEND, text, sizeof(text) - 1, number }
#define DRIP(text, ms) { HTTP_DRIP, text, sizeof(text) - 1, ms }
#define PAUSE(ms) { HTTP_DELAY, NULL, 0, ms }
#define STALL PAUSE(10000)
#define CLOSE { HTTP_CLOSE, NULL, 0, 0 }
#define RESET { HTTP_RESET, NULL, 0, 0 }
#define UNREAD { HTTP_UNREAD, NULL, 0, 0 }
#define PEER { HTTP_PEER, NULL, 0, 0 }
#define DATE(seconds) { HTTP_DATE, NULL, 0, seconds }

#define ITEM "{\"id\":\"i1\"}" /* 11 bytes */
#define HEAD "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
#define GOOD HEAD "Content-Length: 11\r\n\r\n" ITEM
#define EMPTY "Content-Length: 0\r\n\r\n"
#define CHUNKED "Transfer-Encoding: chunked\r\n\r\n"
#define STATUS(line, headers) { { SEND("HTTP/1.1 " line "\r\n" headers EMPTY) } }

#define LINE(method, path) method " " path " HTTP/1.1\n"
#define GET_ITEM LINE("GET", "/boxes/b1/items/i1")
#define POST_ITEM LINE("POST", "/boxes/b1/items/i1")
#define TO(where) SEND("Location: " where "\r\n" EMPTY)

static const char fault_zeros[1000];

/* The beginning of a gzip stream in which each further byte of 0 stands for 1032 spaces. */
#define GZIP_BOMB \
	"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff\xed\xc1\x31\x01\x00\x00\x00\xc2\xa0\x2a\xeb\x9f" \
	"\xd2\x10\xbe\x40\x01\x00\x00"
/* {"id":"i1"}, whole, and with its last byte of data and the check sum wrong. */
#define GZIP_HEAD "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
#define GZIP_STORED GZIP_HEAD "\x01\x0b\x00\xf4\xff" ITEM
#define GZIPPED HEAD "Content-Encoding: gzip\r\n"

static const struct fault faults[] = {
	/* ---- no connection, or one that goes ---- */
	{ .name = "nobody listens", .place = FAULT_NOBODY, .replies = { { CLOSE } },
		.status = OAC_E_CONNECT, .message = "cannot connect", .get = 2, .post = 2, .requests = "" },
	{ .name = "slow to accept", .place = FAULT_SLOW, .replies = { { SEND(GOOD) } },
		.get = 1, .post = 1, .least_ms = 390 },
	{ .name = "too slow to accept", .place = FAULT_SLOW, .replies = { { SEND(GOOD) } },
		.status = OAC_E_TIMEOUT, .message = "time limit", .get = 1, .retries = FAULT_NOW,
		.timeout_ms = 150, .requests = "" },
	{ .name = "reset before the request was read", .replies = { { UNREAD, RESET } },
		.status = OAC_E_CONNECT, .get = 2, .requests = "" },
	{ .name = "closed before the request was read", .replies = { { UNREAD, CLOSE } },
		.status = OAC_E_CONNECT, .get = 2, .requests = "" },
	{ .name = "closed without a word", .replies = { { CLOSE } },
		.status = OAC_E_CONNECT, .message = "lost before the answer", .get = 2, .post = 1 },
	{ .name = "reset without a word", .replies = { { RESET } },
		.status = OAC_E_CONNECT, .message = "lost before the answer", .get = 2, .post = 1 },
	{ .name = "reset without a word, to be repeated", .replies = { { RESET } },
		.retry_post = OAC_RETRY_POST_ALWAYS, .status = OAC_E_CONNECT, .post = 2 },
	{ .name = "reset within the head",
		.replies = { { SEND("HTTP/1.1 200 OK\r\nContent-Le"), PAUSE(20), RESET } },
		.status = OAC_E_CONNECT, .message = "lost before the answer", .get = 2, .post = 1 },
	{ .name = "reset after the head",
		.replies = { { SEND(HEAD "Content-Length: 11\r\n\r\n"), PAUSE(20), RESET } },
		.status = OAC_E_CONNECT, .http_status = 200, .message = "lost within the answer", .get = 2, .post = 1 },
	{ .name = "reset within the body",
		.replies = { { SEND(HEAD "Content-Length: 11\r\n\r\n{\"id\""), PAUSE(20), RESET } },
		.status = OAC_E_CONNECT, .http_status = 200, .message = "lost within the answer", .get = 2, .post = 1 },
	{ .name = "closed within the head", .replies = { { SEND("HTTP/1.1 200 OK\r\nContent-Le"), CLOSE } },
		.status = OAC_E_CONNECT, .message = "lost before the answer", .get = 2, .post = 1 },
	{ .name = "a 500 that is cut",
		.replies = { { SEND("HTTP/1.1 500 Oh\r\nContent-Length: 99\r\n\r\n{"), CLOSE } },
		.status = OAC_E_HTTP, .http_status = 500, .get = 2, .post = 2 },
	{ .name = "a 404 that is cut",
		.replies = { { SEND("HTTP/1.1 404 Oh\r\nContent-Length: 99\r\n\r\n{"), CLOSE } },
		.status = OAC_E_HTTP, .http_status = 404, .get = 1, .post = 1 },
	{ .name = "a kept connection closed between calls", .calls = 2,
		.replies = { { SEND(GOOD), PAUSE(10), CLOSE }, { SEND(GOOD) } }, .get = 1, .post = 1 },
	{ .name = "a kept connection reset between calls", .calls = 2,
		.replies = { { SEND(GOOD), PAUSE(10), RESET }, { SEND(GOOD) } }, .get = 1, .post = 1 },
	{ .name = "a kept connection closed upon the next request", .calls = 2,
		.replies = { { SEND(GOOD) }, { CLOSE } }, .status = OAC_E_CONNECT, .get = 2, .post = 1 },
	{ .name = "a kept connection reset upon the next request", .calls = 2,
		.replies = { { SEND(GOOD) }, { RESET } }, .status = OAC_E_CONNECT, .get = 2, .post = 1 },

	/* ---- time ---- */
	{ .name = "never a word", .replies = { { STALL } }, .status = OAC_E_TIMEOUT, .message = "time limit",
		.get = 2, .post = 1, .timeout_ms = 200 },
	{ .name = "stalled within the head", .replies = { { SEND("HTTP/1.1 200 OK\r\nContent"), STALL } },
		.status = OAC_E_TIMEOUT, .get = 2, .post = 1, .timeout_ms = 200 },
	{ .name = "stalled after an interim answer",
		.replies = { { SEND("HTTP/1.1 103 Early Hints\r\n\r\n"), STALL } },
		.status = OAC_E_TIMEOUT, .get = 2, .post = 1, .timeout_ms = 200 },
	{ .name = "stalled within the body",
		.replies = { { SEND(HEAD "Content-Length: 11\r\n\r\n{\"i"), STALL } },
		.status = OAC_E_TIMEOUT, .http_status = 200, .get = 2, .post = 1, .timeout_ms = 200 },
	{ .name = "stalled after the body, which has no length",
		.replies = { { SEND(HEAD "\r\n" ITEM), STALL } },
		.status = OAC_E_TIMEOUT, .http_status = 200, .get = 2, .post = 1, .timeout_ms = 200 },
	{ .name = "stalled after the body, which has one",
		.replies = { { SEND(GOOD), STALL } }, .get = 1, .post = 1 },
	{ .name = "stalled within the body of a 500",
		.replies = { { SEND("HTTP/1.1 500 Oh\r\nContent-Length: 9\r\n\r\n{"), STALL } },
		.status = OAC_E_HTTP, .http_status = 500, .get = 2, .post = 2, .timeout_ms = 200 },
	{ .name = "a byte at a time", .replies = { { DRIP(GOOD, 2) } }, .get = 1, .post = 1,
		.least_ms = 2 * (int)(sizeof(GOOD) - 1) },
	{ .name = "a byte at a time, too slowly", .replies = { { DRIP(GOOD, 20) } },
		.status = OAC_E_TIMEOUT, .get = 2, .post = 1, .timeout_ms = 250 },
	{ .name = "a byte at a time of an endless body",
		.replies = { { SEND(HEAD "\r\n"), DRIP(GOOD GOOD GOOD, 20) } },
		.status = OAC_E_TIMEOUT, .http_status = 200, .get = 2, .post = 1, .timeout_ms = 250 },

	/* ---- lengths and chunks ---- */
	{ .name = "a length too long", .replies = { { SEND(HEAD "Content-Length: 12\r\n\r\n" ITEM), CLOSE } },
		.status = OAC_E_CONNECT, .http_status = 200, .message = "lost within the answer", .get = 2, .post = 1 },
	{ .name = "a length too long on a connection that stays",
		.replies = { { SEND(HEAD "Content-Length: 12\r\n\r\n" ITEM) } },
		.status = OAC_E_TIMEOUT, .http_status = 200, .get = 2, .post = 1, .timeout_ms = 200 },
	{ .name = "a length too short", .replies = { { SEND(HEAD "Content-Length: 5\r\n\r\n" ITEM) } },
		.status = OAC_E_JSON, .http_status = 200, .get = 1, .post = 1 },
	{ .name = "a length of 0", .replies = { { SEND(HEAD "Content-Length: 0\r\n\r\n" ITEM) } },
		.status = OAC_E_PROTOCOL, .http_status = 200, .message = "no body", .get = 1, .post = 1 },
	{ .name = "a negative length", .replies = { { SEND(HEAD "Content-Length: -5\r\n\r\n" ITEM), CLOSE } },
		.status = OAC_E_PROTOCOL, .message = "not valid HTTP", .get = 1, .post = 1 },
	{ .name = "a length that is no number",
		.replies = { { SEND(HEAD "Content-Length: many\r\n\r\n" ITEM), CLOSE } },
		.status = OAC_E_PROTOCOL, .message = "not valid HTTP", .get = 1, .post = 1 },
	{ .name = "more than the length says", .calls = 2,
		.replies = { { SEND(GOOD HEAD "Content-Length: 13\r\n\r\n{\"id\":\"evil\"}") }, { SEND(GOOD) } },
		.get = 1, .post = 1 },
	{ .name = "an answer that nobody asked for, later", .calls = 2,
		.replies = { { SEND(GOOD), PAUSE(15), SEND(HEAD "Content-Length: 13\r\n\r\n{\"id\":\"evil\"}") }, { SEND(GOOD) } },
		.get = 1, .post = 1 },
	{ .name = "no length", .replies = { { SEND(HEAD "\r\n" ITEM), CLOSE } }, .get = 1, .post = 1 },
	{ .name = "HTTP/1.0",
		.replies = { { SEND("HTTP/1.0 200 OK\r\n\r\n" ITEM), CLOSE } }, .get = 1, .post = 1 },
	{ .name = "an endless body", .replies = { { SEND(HEAD "\r\n"), TIMES(fault_zeros, 200000) } },
		.status = OAC_E_LIMIT, .http_status = 200, .message = "max_response_bytes", .get = 1, .post = 1 },
	{ .name = "chunks",
		.replies = {
			{ SEND(HEAD CHUNKED "4\r\n{\"id\r\n7;x=y\r\n\":\"i1\"}\r\n0\r\nX-T: 1\r\n\r\n") } },
		.get = 1, .post = 1 },
	{ .name = "a chunk that is cut", .replies = { { SEND(HEAD CHUNKED "b\r\n{\"i"), CLOSE } },
		.status = OAC_E_CONNECT, .http_status = 200, .message = "lost within the answer", .get = 2, .post = 1 },
	{ .name = "no last chunk", .replies = { { SEND(HEAD CHUNKED "b\r\n" ITEM "\r\n"), CLOSE } },
		.status = OAC_E_CONNECT, .http_status = 200, .message = "lost within the answer", .get = 2, .post = 1 },
	{ .name = "a chunk size that is no number", .replies = { { SEND(HEAD CHUNKED "xyz\r\n" ITEM) } },
		.status = OAC_E_CONNECT, .http_status = 200, .get = 2, .post = 1 },
	{ .name = "a chunk size over 64 bits",
		.replies = { { SEND(HEAD CHUNKED "fffffffffffffffff\r\n" ITEM) } },
		.status = OAC_E_CONNECT, .http_status = 200, .get = 2, .post = 1 },
	{ .name = "a chunk longer than its size",
		.replies = { { SEND(HEAD CHUNKED "3\r\n" ITEM "\r\n0\r\n\r\n") } },
		.status = OAC_E_CONNECT, .http_status = 200, .get = 2, .post = 1 },
	{ .name = "endless chunks", .replies = { { SEND(HEAD CHUNKED), TIMES("10\r\n                \r\n", 200000) } },
		.status = OAC_E_LIMIT, .http_status = 200, .message = "max_response_bytes", .get = 1, .post = 1 },
	{ .name = "endless trailers",
		.replies = { { SEND(HEAD CHUNKED "b\r\n" ITEM "\r\n0\r\n"),
			TIMES("X-Trailer: 0123456789\r\n", 100000) } },
		.status = OAC_E_LIMIT, .http_status = 200, .get = 1, .post = 1 },

	/* ---- heads ---- */
	{ .name = "endless headers",
		.replies = { { SEND("HTTP/1.1 200 OK\r\n"),
			TIMES("X-Filler: 0123456789012345678901\r\n", 100000) } },
		.status = OAC_E_LIMIT, .message = "headers", .get = 1, .post = 1 },
	{ .name = "an endless header",
		.replies = { { SEND("HTTP/1.1 200 OK\r\nX-Filler: "),
			TIMES("0123456789012345678901", 100000) } },
		.status = OAC_E_LIMIT, .old_status = OAC_E_NOMEM, .get = 1, .post = 1 },
	{ .name = "100 before the answer",
		.replies = { { SEND("HTTP/1.1 100 Continue\r\n\r\n" GOOD) } }, .get = 1, .post = 1 },
	{ .name = "103 before the answer",
		.replies = { { SEND("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"), PAUSE(5),
			SEND(GOOD) } },
		.get = 1, .post = 1 },
	{ .name = "endless interim answers",
		.replies = { { TIMES("HTTP/1.1 103 Early Hints\r\nX: y\r\n\r\n", 100000) } },
		.status = OAC_E_LIMIT, .message = "headers", .get = 1, .post = 1 },
	{ .name = "garbage", .replies = { { SEND("\x16\x03\x01 what is this\r\n\r\n"), CLOSE } },
		.status = OAC_E_PROTOCOL, .message = "not valid HTTP", .get = 1, .post = 1 },
	{ .name = "endless garbage", .replies = { { TIMES(fault_zeros, 20000) } },
		.status = OAC_E_PROTOCOL, .message = "not valid HTTP", .get = 1, .post = 1 },
	{ .name = "a mail server", .replies = { { SEND("220 mail.test ESMTP\r\n"), CLOSE } },
		.status = OAC_E_PROTOCOL, .message = "not valid HTTP", .get = 1, .post = 1 },

	/* ---- bodies ---- */
	{ .name = "no body", .replies = STATUS("200 OK", ""),
		.status = OAC_E_PROTOCOL, .http_status = 200, .message = "no body", .get = 1, .post = 1 },
	{ .name = "204 with a body",
		.replies = { { SEND("HTTP/1.1 204 No Content\r\nContent-Length: 11\r\n\r\n" ITEM), CLOSE } },
		.status = OAC_E_PROTOCOL, .http_status = 204, .message = "no body", .get = 1, .post = 1 },
	{ .name = "304", .replies = STATUS("304 Not Modified", ""),
		.status = OAC_E_HTTP, .http_status = 304, .get = 1, .post = 1 },
	{ .name = "HTML with 200",
		.replies = {
			{ SEND("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>") } },
		.status = OAC_E_PROTOCOL, .http_status = 200, .message = "text/html", .get = 1, .post = 1 },
	{ .name = "HTML with 502",
		.replies = {
			{ SEND("HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>") } },
		.status = OAC_E_HTTP, .http_status = 502, .message = "502", .get = 2, .post = 2 },
	{ .name = "gzip",
		.replies = {
			{ SEND(GZIPPED "Content-Length: 34\r\n\r\n" GZIP_STORED "\x9D\x22\x0E\xF5\x0B\x00\x00\x00") } },
		.get = 1, .post = 1 },
	{ .name = "gzip that is cut",
		.replies = { { SEND(GZIPPED "Content-Length: 34\r\n\r\n" GZIP_STORED), CLOSE } },
		.status = OAC_E_CONNECT, .http_status = 200, .get = 2, .post = 1 },
	{ .name = "gzip with a wrong check sum",
		.replies = {
			{ SEND(GZIPPED "Content-Length: 34\r\n\r\n" GZIP_STORED "\x01\x02\x03\x04\x0B\x00\x00\x00") } },
		.status = OAC_E_PROTOCOL, .http_status = 200, .get = 1, .post = 1 },
	{ .name = "gzip that is none", .replies = { { SEND(GZIPPED "Content-Length: 11\r\n\r\n" ITEM) } },
		.status = OAC_E_PROTOCOL, .http_status = 200, .get = 1, .post = 1 },
	{ .name = "gzip with a bad block",
		.replies = { { SEND(GZIPPED "Content-Length: 13\r\n\r\n" GZIP_HEAD "\x07xx") } },
		.status = OAC_E_PROTOCOL, .http_status = 200, .get = 1, .post = 1 },
	{ .name = "a gzip bomb",
		.replies = { { SEND(GZIPPED "\r\n"), SEND(GZIP_BOMB), TIMES(fault_zeros, 10000) } },
		.status = OAC_E_LIMIT, .http_status = 200, .message = "max_response_bytes", .get = 1, .post = 1 },
	{ .name = "an unknown packing",
		.replies = { { SEND(HEAD "Content-Encoding: lzma\r\nContent-Length: 11\r\n\r\n" ITEM) } },
		.status = OAC_E_PROTOCOL, .http_status = 200, .get = 1, .post = 1 },

	/* ---- redirects ---- */
	{ .name = "redirect to itself",
		.replies = { { SEND("HTTP/1.1 307 Here\r\n"), TO("/boxes/b1/items/i1") } },
		.status = OAC_E_PROTOCOL, .http_status = 307, .message = "too many redirects", .get = 1,
		.requests = GET_ITEM GET_ITEM GET_ITEM GET_ITEM GET_ITEM GET_ITEM },
	{ .name = "redirect of a POST to itself",
		.replies = { { SEND("HTTP/1.1 308 Here\r\n"), TO("/boxes/b1/items/i1") } },
		.status = OAC_E_PROTOCOL, .http_status = 308, .message = "too many redirects", .post = 1,
		.requests = POST_ITEM POST_ITEM POST_ITEM POST_ITEM POST_ITEM POST_ITEM },
	{ .name = "redirects in a circle", .replies = {
			{ SEND("HTTP/1.1 302 There\r\n"), TO("/a") }, { SEND("HTTP/1.1 302 There\r\n"), TO("/b") },
			{ SEND("HTTP/1.1 302 There\r\n"), TO("/a") }, { SEND("HTTP/1.1 302 There\r\n"), TO("/b") } },
		.status = OAC_E_PROTOCOL, .http_status = 302, .message = "too many redirects", .get = 1,
		.requests = GET_ITEM LINE("GET", "/a") LINE("GET", "/b") LINE("GET", "/a") LINE("GET", "/b") LINE("GET", "/b") },
	{ .name = "redirect nearby",
		.replies = { { SEND("HTTP/1.1 307 There\r\n"), TO("i2?x=1") }, { SEND(GOOD) } },
		.get = 1, .requests = GET_ITEM LINE("GET", "/boxes/b1/items/i2?x=1") },
	{ .name = "redirect of a POST that becomes a GET",
		.replies = { { SEND("HTTP/1.1 303 See\r\n"), TO("/b") }, { SEND(GOOD) } },
		.post = 1, .requests = POST_ITEM LINE("GET", "/b") },
	{ .name = "redirect to another origin", .replies = {
			{ SEND("HTTP/1.1 302 There\r\nSet-Cookie: a=b\r\nLocation: "), PEER, SEND("/away\r\n" EMPTY) } },
		.get = 1, .requests = GET_ITEM, .elsewhere = LINE("GET", "/away") },
	{ .name = "redirect of a POST to another origin", .replies = {
			{ SEND("HTTP/1.1 307 There\r\nLocation: "), PEER, SEND("/away\r\n" EMPTY) } },
		.post = 1, .requests = POST_ITEM, .elsewhere = LINE("POST", "/away") },
	{ .name = "redirect to a file",
		.replies = { { SEND("HTTP/1.1 302 There\r\n"), TO("file:///etc/passwd") } },
		.status = OAC_E_PROTOCOL, .http_status = 302, .message = "no http or https URL", .get = 1, .post = 1 },
	{ .name = "redirect to nowhere", .replies = { { SEND("HTTP/1.1 302 There\r\n"), TO("http://") } },
		.status = OAC_E_PROTOCOL, .http_status = 302, .message = "no http or https URL", .get = 1, .post = 1 },
	{ .name = "redirect without a place", .replies = STATUS("302 Found", ""),
		.status = OAC_E_HTTP, .http_status = 302, .get = 1, .post = 1 },
	{ .name = "redirect with an endless body", .replies = {
			{ SEND("HTTP/1.1 307 There\r\nLocation: /b\r\n\r\n"), TIMES(fault_zeros, 20000) }, { SEND(GOOD) } },
		.get = 1, .requests = GET_ITEM LINE("GET", "/b") },

	/* ---- statuses and what they say of retries ---- */
	{ .name = "400",
		.replies = STATUS("400 Bad Request", ""),
			.status = OAC_E_HTTP, .http_status = 400, .get = 1, .post = 1 },
	{ .name = "401", .replies = STATUS("401 Unauthorized", "WWW-Authenticate: Basic\r\n"),
		.status = OAC_E_HTTP, .http_status = 401, .get = 1, .post = 1 },
	{ .name = "404 that asks for patience", .replies = STATUS("404 Not Found", "retry-after: 1\r\n"),
		.status = OAC_E_HTTP, .http_status = 404, .get = 1, .post = 1 },
	{ .name = "408",
		.replies = STATUS("408 Request Timeout", ""),
			.status = OAC_E_HTTP, .http_status = 408, .get = 2, .post = 2 },
	{ .name = "409",
		.replies = STATUS("409 Conflict", ""),
			.status = OAC_E_HTTP, .http_status = 409, .get = 2, .post = 2 },
	{ .name = "429",
		.replies = STATUS("429 Slow Down", ""),
			.status = OAC_E_HTTP, .http_status = 429, .get = 2, .post = 2 },
	{ .name = "500",
		.replies = STATUS("500 Oh", ""),
			.status = OAC_E_HTTP, .http_status = 500, .get = 2, .post = 2 },
	{ .name = "503",
		.replies = STATUS("503 No", ""),
			.status = OAC_E_HTTP, .http_status = 503, .get = 2, .post = 2 },
	{ .name = "529",
		.replies = STATUS("529 Overloaded", ""), .status = OAC_E_HTTP, .http_status = 529, .get = 2 },
	{ .name = "500, POST never repeated",
		.replies = STATUS("500 Oh", ""), .retry_post = OAC_RETRY_POST_NEVER,
		.status = OAC_E_HTTP, .http_status = 500, .get = 2, .post = 1 },
	{ .name = "500 three times, at once",
		.replies = STATUS("500 Oh", "retry-after-ms: 0\r\n"), .retries = 3,
		.wait_ms = FAULT_NOW, .status = OAC_E_HTTP, .http_status = 500, .get = 4, .post = 4 },
	{ .name = "429 with ms",
		.replies = STATUS("429 Slow", "retry-after-ms: 120\r\nretry-after: 100\r\n"), .wait_ms = 120,
		.status = OAC_E_HTTP, .http_status = 429, .get = 2, .post = 2 },
	{ .name = "429 with a second", .replies = STATUS("429 Slow", "Retry-After: 1\r\n"), .wait_ms = 1000,
		.status = OAC_E_HTTP, .http_status = 429, .get = 2, .post = 2 },
	{ .name = "429 with a part of one",
		.replies = STATUS("429 Slow", "Retry-After: 0.7\r\n"), .wait_ms = 700,
		.status = OAC_E_HTTP, .http_status = 429, .get = 2 },
	{ .name = "429 with no second", .replies = STATUS("429 Slow", "Retry-After: 0\r\n"), .retries = 3,
		.wait_ms = FAULT_NOW, .status = OAC_E_HTTP, .http_status = 429, .get = 4 },
	{ .name = "503 with a date",
		.replies = { { SEND("HTTP/1.1 503 No\r\nRetry-After: "), DATE(2), SEND("\r\n" EMPTY) } },
		.wait_ms = 1000, .status = OAC_E_HTTP, .http_status = 503, .get = 2 },
	{ .name = "503 with a date that is past",
		.replies = { { SEND("HTTP/1.1 503 No\r\nRetry-After: "), DATE(-60), SEND("\r\n" EMPTY) } },
		.status = OAC_E_HTTP, .http_status = 503, .get = 2 },
	{ .name = "503 with a date far away",
		.replies = { { SEND("HTTP/1.1 503 No\r\nRetry-After: "), DATE(600), SEND("\r\n" EMPTY) } },
		.status = OAC_E_HTTP, .http_status = 503, .get = 2 },
	{ .name = "503 with garbage",
		.replies = STATUS("503 No", "Retry-After: soon\r\nretry-after-ms: -1\r\n"),
		.status = OAC_E_HTTP, .http_status = 503, .get = 2 },
	{ .name = "503 with 121 s", .replies = STATUS("503 No", "Retry-After: 121\r\n"),
		.status = OAC_E_HTTP, .http_status = 503, .get = 2 },
	{ .name = "400 that is to be repeated", .replies = STATUS("400 No", "x-should-retry: true\r\n"),
		.status = OAC_E_HTTP, .http_status = 400, .get = 2, .post = 2 },
	{ .name = "500 that is not",
		.replies = STATUS("500 No", "x-should-retry: false\r\nretry-after: 1\r\n"),
		.status = OAC_E_HTTP, .http_status = 500, .get = 1, .post = 1 },
	{ .name = "500 that is perhaps", .replies = STATUS("500 No", "x-should-retry: perhaps\r\n"),
		.status = OAC_E_HTTP, .http_status = 500, .get = 2 },
};

#endif
