#define _POSIX_C_SOURCE 200809L

#include "h2_faults.h"

#include "oac_error_set.h"
#include "slack.h"

#include <curl/curl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define JSON "application/json"
#define ITEM "{\"id\":\"i1\"}"
#define ECHO { H2_ECHO, NULL, 0 }
#define HEAD(status) { H2_HEAD, JSON, status }
#define BODY(text) { H2_BODY, text, 0 }
#define END { H2_END, NULL, 0 }
#define RST(code) { H2_RST, NULL, NGHTTP2_##code }
#define GOAWAY(code) { H2_GOAWAY, NULL, NGHTTP2_##code }
#define GO_BEFORE(code) { H2_GO_BEFORE, NULL, NGHTTP2_##code }
#define RAW(bytes) { H2_RAW, bytes, sizeof(bytes) - 1 }
#define PAUSE(ms) { H2_DELAY, NULL, ms }
#define SOON PAUSE(SOON_MS) /* by then what was sent before is read */
#define STALL PAUSE(10000)
#define CLOSE { H2_CLOSE, NULL, 0 }
#define RESET { H2_RESET, NULL, 0 }

/* The first bytes of a frame of headers, of data, and of none that there is. */
#define HEADERS_CUT RAW("\x00\x00\x20\x01\x04")
#define DATA_CUT RAW("\x00\x00\x0b\x00\x01")
#define NO_FRAME RAW("HTTP/1.1 400 Bad Request\r\n\r\nno frame of HTTP/2 is like this one")

enum {
	ACTIONS = 6,
	WAYS = 6,
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
	SOON_MS = 150,
	TIMEOUT_MS = 700,
#else
	SOON_MS = 60,
	TIMEOUT_MS = 300,
#endif
	BACKOFF_LEAST_MS = 375,
	BACKOFF_MOST_MS = 500,
	SLACK_MS = 1500, /* of a process that does many other things, too */
};

/* A row is { what happens }, what comes of it, tries as GET and as POST, and what is special. */
#define LOST OAC_E_CONNECT, 0, "lost before the answer"
#define CUT OAC_E_CONNECT, 200, "lost within the answer"
#define FAILED(status) OAC_E_HTTP, status, NULL
#define LATE(status) OAC_E_TIMEOUT, status, "time limit"
#define FINE OAC_OK, 0, NULL

/* Since then libcurl takes a request that GOAWAY leaves out for one that was refused. */
#define GOAWAY_TRIES (LIBCURL_VERSION_NUM >= 0x080100 ? 2 : 1)

/* Each is tried once more when its failure allows that. */
struct h2_fault {
	const char *name;
	struct h2_action actions[ACTIONS];
	enum oac_status status;
	int http_status;
	const char *message; /* is part of the error's */
	/* How often the call is tried as a GET and as a POST; 0: it is not made so. */
	int get;
	int post;
	int post_used; /* on a connection that was used before; 0: the same */
	enum oac_retry_post retry_post;
	bool times_out; /* each try */
};

static const struct h2_fault faults[] = {
	/*
	 * A stream that is refused or reset: its connection is as good as before. Of a connection that
	 * was used before libcurl does not say whether it broke or the server refused.
	 */
	{ "refused", { RST(REFUSED_STREAM) }, LOST, .get = 2, .post = 2, .post_used = 1 },
	{ "refused, never to be repeated", { RST(REFUSED_STREAM) }, LOST, .get = 2, .post = 1,
		.retry_post = OAC_RETRY_POST_NEVER },
	{ "refused, to be repeated", { RST(REFUSED_STREAM) }, LOST, .get = 0, .post = 2,
		.retry_post = OAC_RETRY_POST_ALWAYS },
	{ "reset without a word", { RST(INTERNAL_ERROR) }, LOST, .get = 2, .post = 1 },
	{ "cancelled without a word", { RST(CANCEL) }, LOST, .get = 2, .post = 1 },
	{ "ended without a word", { RST(NO_ERROR) }, LOST, .get = 2, .post = 1 },
	{ "reset after the head", { HEAD(200), SOON, RST(INTERNAL_ERROR) }, CUT, .get = 2, .post = 1 },
	{ "reset within the body", { HEAD(200), BODY("{\"id\""), SOON, RST(INTERNAL_ERROR) }, CUT, .get = 2, .post = 1 },
	{ "a 500 that is reset", { HEAD(500), BODY("{"), SOON, RST(INTERNAL_ERROR) }, FAILED(500), .get = 2, .post = 2 },
	{ "a 404 that is reset", { HEAD(404), BODY("{"), SOON, RST(INTERNAL_ERROR) }, FAILED(404), .get = 1, .post = 1 },

	/* ---- GOAWAY ---- */
	{ "GOAWAY before the request", { GO_BEFORE(NO_ERROR) }, LOST, .get = 2, .post = GOAWAY_TRIES, .post_used = 1 },
	{ "GOAWAY before the request, and closed", { GO_BEFORE(NO_ERROR), CLOSE }, LOST, .get = 2, .post = GOAWAY_TRIES,
		.post_used = 1 },
	{ "GOAWAY before the answer", { GOAWAY(NO_ERROR), SOON, ECHO }, FINE, .get = 1, .post = 1 },
	{ "GOAWAY and the answer, and closed", { GOAWAY(NO_ERROR), ECHO, SOON, CLOSE }, FINE, .get = 1, .post = 1 },
	{ "GOAWAY within the body",
		{ HEAD(200), BODY("{\"id\""), GOAWAY(NO_ERROR), SOON, BODY(":\"i1\"}"), END }, FINE, .get = 1, .post = 1 },
	{ "GOAWAY with an error, and closed", { GOAWAY(INTERNAL_ERROR), CLOSE }, LOST, .get = 2, .post = 1 },
	{ "GOAWAY, and closed within the body", { HEAD(200), BODY("{\"id\""), GOAWAY(NO_ERROR), SOON, CLOSE }, CUT,
		.get = 2, .post = 1 },

	/* ---- the connection goes ---- */
	{ "closed without a word", { CLOSE }, LOST, .get = 2, .post = 1 },
	{ "connection reset without a word", { RESET }, LOST, .get = 2, .post = 1 },
	{ "closed within the head", { HEADERS_CUT, CLOSE }, LOST, .get = 2, .post = 1 },
	{ "connection reset within the head", { HEADERS_CUT, SOON, RESET }, LOST, .get = 2, .post = 1 },
	{ "closed after the head", { HEAD(200), SOON, CLOSE }, CUT, .get = 2, .post = 1 },
	{ "closed within the body", { HEAD(200), BODY("{\"id\""), SOON, CLOSE }, CUT, .get = 2, .post = 1 },
	/* What is not read by then a reset takes back. */
	{ "connection reset within the body", { HEAD(200), BODY("{\"id\""), PAUSE(4 * SOON_MS), RESET }, CUT, .get = 2, .post = 1 },
	{ "closed within a frame of the body", { HEAD(200), BODY("{\"id\""), DATA_CUT, SOON, CLOSE }, CUT, .get = 2, .post = 1 },
	{ "a 503 that is closed", { HEAD(503), BODY("{"), SOON, CLOSE }, FAILED(503), .get = 2, .post = 2 },
	{ "no frame of HTTP/2", { NO_FRAME, STALL }, LOST, .get = 2, .post = 1 },

	/* Time: what is tried again is tried on another connection. */
	{ "never a word", { STALL }, LATE(0), .get = 2, .post = 1, .times_out = true },
	{ "stalled within the head", { HEADERS_CUT, STALL }, LATE(0), .get = 2, .post = 1, .times_out = true },
	{ "stalled after the head", { HEAD(200), STALL }, LATE(200), .get = 2, .post = 1, .times_out = true },
	{ "stalled within the body", { HEAD(200), BODY("{\"id\""), STALL }, LATE(200), .get = 2, .post = 1, .times_out = true },
	{ "stalled before the end", { HEAD(200), BODY(ITEM), STALL }, LATE(200), .get = 2, .post = 1, .times_out = true },
	{ "stalled after GOAWAY", { GOAWAY(NO_ERROR), STALL }, LATE(0), .get = 2, .post = 1, .times_out = true },
	{ "stalled within a 500", { HEAD(500), BODY("{"), STALL }, FAILED(500), .get = 2, .post = 2, .times_out = true },
};

static const struct h2_action good[] = { ECHO };

size_t h2_fault_count(void)
{
	return OAC_COUNT(faults) * WAYS;
}

static int tries_of(const struct h2_meeting *m)
{
	if (m->post && m->calls > 1 && m->fault->post_used > 0)
		return m->fault->post_used;
	return m->post ? m->fault->post : m->fault->get;
}

bool h2_fault_begin(struct h2_meeting *m, size_t n, const struct certificates *c)
{
	struct oac_curl_options curl = { .proxy = "", .ca_file = c->ca };
	struct oac_client_options options = { .api_key = "sk-secret", .curl = &curl,
		.connect_timeout_ms = 30000 };
	bool kept = n % 3 == 1;
	size_t count = 0;

	memset(m, 0, sizeof(*m));
	m->fault = &faults[n / WAYS];
	m->recovers = n % 3 == 2;
	m->post = n / 3 % 2 == 1;
	m->calls = kept ? 2 : 1;
	if (tries_of(m) == 0 || (m->recovers && tries_of(m) == 1))
		return false;
	/* What takes time is met for good on a used connection only. */
	if (m->fault->times_out && !kept && !m->recovers)
		return false;
	snprintf(m->name, sizeof(m->name), "%s, %s%s%s", m->fault->name, m->post ? "POST" : "GET",
		m->recovers ? ", once" : "", kept ? ", on a used connection" : "");
	m->server = h2_script_new(NULL);
	m->front = tls_front_new(c, "h2", false, h2_script_port(m->server));
	if (kept)
		h2_script_add(m->server, good, 1);
	while (count < ACTIONS && m->fault->actions[count].kind != 0)
		count++;
	h2_script_add(m->server, m->fault->actions, count);
	if (m->recovers)
		h2_script_add(m->server, good, 1);
	options.base_url = tls_front_url(m->front);
	m->client = oac_client_new(&fixture_api, &options, NULL);
	if (m->client == NULL)
		abort();
	m->operation = m->post ? &op_update_item : &op_get_item;
	m->request_body.size = oac_int(7);
	m->request = m->post ? &m->request_body : NULL;
	m->options.max_retries = oac_int(1);
	m->options.retry_post = m->fault->retry_post;
	m->options.timeout_ms = m->fault->times_out ? TIMEOUT_MS : 30000;
	return true;
}

void h2_fault_end(struct h2_meeting *m)
{
	oac_client_free(m->client);
	tls_front_free(m->front);
	h2_script_free(m->server);
}

/* ---- what must come of it ---- */

struct report {
	const char *name;
	char *text;
	size_t size;
	size_t len;
};

static void differs(struct report *report, const char *format, ...) OAC_PRINTF(2, 3);

static void differs(struct report *report, const char *format, ...)
{
	char line[512];
	va_list args;

	va_start(args, format);
	vsnprintf(line, sizeof(line), format, args);
	va_end(args);
	int len = snprintf(report->text + report->len, report->size - report->len, "%s: %s\n", report->name, line);
	if (len > 0 && (size_t)len < report->size - report->len)
		report->len += (size_t)len;
}

static void check_requests(struct h2_meeting *m, int tries, struct report *report)
{
	size_t expected = (size_t)(tries + m->calls - 1);

	if (h2_script_count(m->server) != expected)
		differs(report, "%zu requests instead of %zu", h2_script_count(m->server), expected);
	for (size_t i = 0; i < h2_script_count(m->server); i++) {
		const struct h2_request *request = h2_script_request(m->server, i);
		if (strstr(request->head, ":path: /boxes/b1/items/i1\n") == NULL ||
			strstr(request->head, "authorization: Bearer sk-secret\n") == NULL)
			differs(report, "request %zu is another one: %s", i, request->head);
		if (strcmp(request->body, m->post ? "{\"size\":7}" : "") != 0)
			differs(report, "request %zu has the body %s", i, request->body);
	}
}

static void check_time(const struct h2_meeting *m, int tries, int64_t took_ms, struct report *report)
{
	int faults_met = m->recovers ? tries - 1 : tries;
	int slack = (getenv("OAC_VALGRIND") != NULL ? 8 * SLACK_MS : SLACK_MS) + (int)slack_ms();
	int own = m->fault->times_out ? faults_met * TIMEOUT_MS : 0;
	/* Clocks that count whole milliseconds may each be one off. */
	int least = own + (tries - 1) * BACKOFF_LEAST_MS - 2 * tries;
	int most = own + (tries - 1) * BACKOFF_MOST_MS + slack;

	if (took_ms < least || took_ms > most)
		differs(report, "it took %d ms, not %d to %d", (int)took_ms, least, most);
}

bool h2_fault_check(struct h2_meeting *m, const struct h2_seen *seen, char *problem, size_t size)
{
	const struct h2_fault *fault = m->fault;
	const struct oac_error *err = seen->err;
	enum oac_status status = m->recovers ? OAC_OK : fault->status;
	struct report report = { m->name, problem, size, 0 };
	int tries = tries_of(m);

	problem[0] = '\0';
	if (err->status != status)
		differs(&report, "%s instead of %s", oac_status_name(err->status), oac_status_name(status));
	if (status == OAC_OK && (seen->item == NULL || strcmp(seen->item->id, "i1") != 0))
		differs(&report, "the answer is another one");
	if (status != OAC_OK && seen->item != NULL)
		differs(&report, "an answer beside the error");
	if (status != OAC_OK && err->http_status != fault->http_status)
		differs(&report, "the status %d instead of %d", err->http_status, fault->http_status);
	if (status != OAC_OK && err->tries != tries)
		differs(&report, "%d tries instead of %d", err->tries, tries);
	if (status != OAC_OK && fault->message != NULL && strstr(err->message, fault->message) == NULL)
		differs(&report, "'%s' is not in the message", fault->message);
	if (strstr(err->message, "sk-secret") != NULL || strchr(err->message, '\n') != NULL)
		differs(&report, "the message has the key, or two lines");
	check_requests(m, tries, &report);
	if (fault->times_out && h2_script_connections(m->server) != tries)
		differs(&report, "%d connections", h2_script_connections(m->server));
	check_time(m, tries, seen->took_ms, &report);
	if (report.len > 0)
		differs(&report, "(%s)", err->message);
	return report.len == 0;
}
