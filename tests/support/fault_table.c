#define _GNU_SOURCE /* SOCK_CLOEXEC */

#include "fault_table.h"

#include "fault_rows.h"
#include "oac_error_set.h"
#include "slack.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* Under ThreadSanitizer the megabytes of the larger cases are looked at byte by byte. */
#ifdef __SANITIZE_THREAD__
#define SLOWER 2
#else
#define SLOWER 1
#endif

enum {
	ACCEPT_DELAY_MS = 400,
	BACKOFF_LEAST_MS = 375,
	BACKOFF_MOST_MS = 500,
	SLACK_MS = 1500, /* of a process that does many other things, too */
	LIMIT = 1000000, /* of answers */
	SWEEP_TIMEOUT_MS = 150,
};

/* ---- the cases ---- */

/* An answer that ends at each of its bytes in turn, in each of these ways. */
static const struct {
	const char *what;
	struct http_action action;
	enum oac_status status;
	int timeout_ms;
} endings[] = {
	{ "closed", CLOSE, OAC_E_CONNECT, 0 },
	{ "reset", RESET, OAC_E_CONNECT, 0 },
	{ "stalled", STALL, OAC_E_TIMEOUT, SWEEP_TIMEOUT_MS },
};

enum {
	ROWS = OAC_COUNT(faults),
	WAYS = 4, /* GET or POST, for good or once */
	CUTS = sizeof(GOOD), /* before each byte, and after the last */
};

size_t fault_count(void)
{
	return ROWS * WAYS + OAC_COUNT(endings) * CUTS;
}

static void cut_case(size_t ending, size_t at, struct fault_case *c)
{
	static const char good[] = GOOD;
	bool whole = at == sizeof(good) - 1;
	bool has_head = at >= sizeof(good) - 1 - strlen(ITEM);
	struct http_action *actions = c->fault.replies[0];

	snprintf(c->name, sizeof(c->name), "%s after %zu bytes", endings[ending].what, at);
	if (at > 0)
		*actions++ = (struct http_action){ HTTP_SEND, good, at, 0 };
	/* A reset would take back what was not read yet. */
	*actions++ = (struct http_action)PAUSE(15);
	*actions = endings[ending].action;
	c->fault.status = whole ? OAC_OK : endings[ending].status;
	c->fault.http_status = has_head ? 200 : 0;
	c->fault.timeout_ms = whole ? 0 : endings[ending].timeout_ms;
	c->fault.get = 1;
	c->fault.retries = FAULT_NOW;
}

bool fault_case(size_t n, struct fault_case *c)
{
	memset(c, 0, sizeof(*c));
	if (n >= ROWS * WAYS) {
		n -= ROWS * WAYS;
		cut_case(n / CUTS, n % CUTS, c);
		return true;
	}
	const struct fault *fault = &faults[n / WAYS];
	c->fault = *fault;
	c->post = n % WAYS >= 2;
	c->recovers = n % 2 == 1;
	snprintf(c->name, sizeof(c->name), "%s, %s%s", fault->name, c->post ? "POST" : "GET",
		c->recovers ? ", once" : "");
	int tries = c->post ? fault->post : fault->get;
	if (!c->recovers)
		return tries > 0;
	return tries > 1 && fault->place == FAULT_SERVER && fault->requests == NULL;
}

static int tries_of(const struct fault_case *c)
{
	return c->recovers ? 2 : c->post ? c->fault.post : c->fault.get;
}

/* ---- a meeting ---- */

static size_t count_actions(const struct http_action *actions)
{
	size_t count = 0;

	while (count < FAULT_ACTIONS && actions[count].kind != 0)
		count++;
	return count;
}

/* A port that is taken and refuses connections, so that nobody else comes to listen there. */
static int take_port(char *url, size_t size)
{
	struct sockaddr_in address = { .sin_family = AF_INET };
	socklen_t len = sizeof(address);
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	if (fd < 0 || bind(fd, (struct sockaddr *)&address, sizeof(address)) != 0 ||
		getsockname(fd, (struct sockaddr *)&address, &len) != 0)
		abort();
	snprintf(url, size, "http://127.0.0.1:%d", ntohs(address.sin_port));
	return fd;
}

void fault_begin(struct fault_meeting *m, const struct fault_case *c)
{
	struct oac_client_options options = { .api_key = "sk-secret", .max_response_bytes = LIMIT };
	struct oac_error err;
	char url[64];

	memset(m, 0, sizeof(*m));
	m->met = *c;
	const struct fault *fault = &m->met.fault;
	m->server = http_script_new_slow(fault->place == FAULT_SLOW ? ACCEPT_DELAY_MS : 0);
	m->other = http_script_new();
	http_script_peer(m->server, http_script_url(m->other));
	http_script_answer(m->other, "200 OK", "", ITEM);
	for (int i = 0; i < FAULT_REPLIES && count_actions(fault->replies[i]) > 0; i++)
		http_script_add(m->server, fault->replies[i], count_actions(fault->replies[i]));
	if (m->met.recovers)
		http_script_answer(m->server, "200 OK", "", ITEM);
	options.base_url = http_script_url(m->server);
	m->taken = -1;
	if (fault->place == FAULT_NOBODY) {
		http_script_free(m->server);
		m->server = NULL;
		m->taken = take_port(url, sizeof(url));
		options.base_url = url;
	}
	m->client = oac_client_new(&fixture_api, &options, &err);
	if (m->client == NULL)
		abort();
	m->operation = m->met.post ? &op_update_item : &op_get_item;
	m->request_body.size = oac_int(7);
	m->request = m->met.post ? &m->request_body : NULL;
	m->options.max_retries = oac_int(fault->retries == 0 ? 1 : fault->retries > 0 ? fault->retries : 0);
	m->options.retry_post = fault->retry_post;
	m->options.timeout_ms = fault->timeout_ms;
}

void fault_end(struct fault_meeting *m)
{
	oac_client_free(m->client);
	if (m->server != NULL)
		http_script_free(m->server);
	http_script_free(m->other);
	if (m->taken >= 0)
		close(m->taken);
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
	va_list args;

	report->len += (size_t)snprintf(report->text + report->len, report->size - report->len,
		"%s: ", report->name);
	if (report->len >= report->size)
		report->len = report->size - 1;
	va_start(args, format);
	report->len += (size_t)vsnprintf(report->text + report->len, report->size - report->len,
		format, args);
	va_end(args);
	if (report->len + 1 >= report->size)
		report->len = report->size - 2;
	report->text[report->len++] = '\n';
	report->text[report->len] = '\0';
}

/* The request lines that a server has seen. */
static void request_lines(struct http_script *server, char *text, size_t size)
{
	size_t len = 0;

	text[0] = '\0';
	for (size_t i = 0; server != NULL && i < http_script_count(server) && len < size; i++) {
		const char *head = http_script_request(server, i)->head;
		len += (size_t)snprintf(text + len, size - len, "%.*s\n",
			(int)strcspn(head, "\r"), head);
	}
}

static void check_requests(const struct fault_meeting *m, int tries, struct report *report)
{
	const struct fault *fault = &m->met.fault;
	char expected[FAULT_TEXT] = "";
	char got[FAULT_TEXT];
	size_t len = 0;
	int count = tries + (fault->calls > 1 ? fault->calls - 1 : 0);

	if (fault->requests != NULL)
		snprintf(expected, sizeof(expected), "%s", fault->requests);
	for (int i = 0; fault->requests == NULL && i < count; i++)
		len += (size_t)snprintf(expected + len, sizeof(expected) - len, "%s",
			m->met.post ? POST_ITEM : GET_ITEM);
	request_lines(m->server, got, sizeof(got));
	if (strcmp(got, expected) != 0)
		differs(report, "the server saw\n%sinstead of\n%s", got, expected);
	request_lines(m->other, got, sizeof(got));
	if (strcmp(got, fault->elsewhere != NULL ? fault->elsewhere : "") != 0)
		differs(report, "the other server saw\n%s", got);
}

static bool has_header(const struct http_request *request, const char *name)
{
	char value[FAULT_TEXT];

	return http_script_header(request, name, value, sizeof(value)) != NULL;
}

/* What a server of another origin must not see, and what the first one must, in full. */
static void check_bytes(const struct fault_meeting *m, struct report *report)
{
	static const char *const secrets[] = { "Authorization", "Cookie", "X-Beta", "X-Org" };

	for (size_t i = 0; i < http_script_count(m->other); i++) {
		const struct http_request *request = http_script_request(m->other, i);
		for (size_t j = 0; j < OAC_COUNT(secrets); j++)
			if (has_header(request, secrets[j]))
				differs(report, "%s went to another origin", secrets[j]);
		if (strstr(request->head, "sk-secret") != NULL)
			differs(report, "the key went to another origin");
	}
	for (size_t i = 0; m->server != NULL && i < http_script_count(m->server); i++) {
		const struct http_request *request = http_script_request(m->server, i);
		bool post = strncmp(request->head, "POST ", 5) == 0;
		if (!has_header(request, "Authorization"))
			differs(report, "request %zu has no key", i);
		if (strcmp(request->body, post ? "{\"size\":7}" : "") != 0)
			differs(report, "request %zu has the body %s", i, request->body);
	}
}

static void check_time(const struct fault_meeting *m, int tries, int64_t took_ms, struct report *report)
{
	const struct fault *fault = &m->met.fault;
	/* With the fault over, the last try takes none of its time. */
	int faults_met = m->met.recovers ? tries - 1 : tries;
	int waits = tries - 1;
	int least_wait = fault->wait_ms > 0 ? fault->wait_ms : fault->wait_ms == 0 ? BACKOFF_LEAST_MS : 0;
	int most_wait = fault->wait_ms == 0 ? BACKOFF_MOST_MS : least_wait;
	int slack = SLOWER * (getenv("OAC_VALGRIND") != NULL ? 8 * SLACK_MS : SLACK_MS) + (int)slack_ms();
	int own = faults_met * (fault->timeout_ms + fault->least_ms);
	/* Clocks that count whole milliseconds may each be one off. */
	int least = own + waits * least_wait - 2 * tries;
	int most = own + waits * most_wait + slack;

	if (took_ms < least || took_ms > most)
		differs(report, "it took %d ms, not %d to %d", (int)took_ms, least, most);
}

bool fault_check(const struct fault_meeting *m, const struct fault_seen *seen, char *problem,
	size_t size)
{
	const struct fault *fault = &m->met.fault;
	const struct oac_error *err = seen->err;
	enum oac_status status = m->met.recovers ? OAC_OK : fault->status;
	struct report report = { m->met.name, problem, size, 0 };
	int tries = tries_of(&m->met);

	problem[0] = '\0';
	if (err->status != status && (status == OAC_OK || err->status != fault->old_status))
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
	check_bytes(m, &report);
	check_time(m, tries, seen->took_ms, &report);
	if (report.len > 0)
		differs(&report, "(%s)", err->message);
	return report.len == 0;
}
