#include "oac_try.h"

#include "oac_header.h"
#include "oac_memory.h"
#include "oac_platform.h"
#include "oac_url.h"

#include <string.h>

enum {
	REDIRECTS_MAX = 5,
	REDIRECT_BODY_MAX = 65536, /* read to its end to keep the connection; beyond, dropped */
	HEADERS_MAX = 1 << 20,
	URL_MAX = 1 << 20,
};

static const struct oac_request no_body;

static enum oac_status fail(struct oac_try *t, enum oac_status status, const char *problem)
{
	if (t->status == OAC_OK) {
		t->status = status;
		t->problem = problem;
	}
	return status;
}

/* ---- the sink ---- */

static bool is_redirect(int http_status)
{
	return http_status == 301 || http_status == 302 || http_status == 303 ||
		http_status == 307 || http_status == 308;
}

/* Bytes that are to come, or -1: packed ones are counted unpacked. */
static int64_t announced(const char *headers)
{
	size_t len;
	const char *text = oac_header_find(headers, "content-length", &len);
	int64_t value = 0;

	if (text == NULL || len == 0 ||
		oac_header_find(headers, "content-encoding", &(size_t){ 0 }))
		return -1;
	for (size_t i = 0; i < len; i++) {
		if (text[i] < '0' || text[i] > '9' || value > (INT64_MAX - 9) / 10)
			return -1;
		value = value * 10 + (text[i] - '0');
	}
	return value;
}

static enum oac_flow take_head(void *user, int http_status, const char *headers, size_t len)
{
	struct oac_try *t = user;
	size_t location_len;

	t->idle_deadline = oac_deadline_in(t->options.idle_timeout_ms);
	t->http_status = http_status;
	t->headers.len = 0;
	t->body.len = 0;
	oac_buffer_add(&t->headers, headers, len);
	if (t->headers.failed) {
		fail(t, t->headers.failed == OAC_BUFFER_FULL ? OAC_E_LIMIT : OAC_E_NOMEM,
			t->headers.failed == OAC_BUFFER_FULL ? "the headers are too long" :
							       "out of memory");
		return OAC_FLOW_STOP;
	}
	t->meter.now.received = 0;
	t->meter.now.to_receive = announced(t->headers.text);
	t->redirected = is_redirect(http_status) &&
		oac_header_find(t->headers.text, "location", &location_len) != NULL;
	return OAC_FLOW_GO;
}

static enum oac_flow take_body(void *user, const char *bytes, size_t len)
{
	struct oac_try *t = user;
	bool is_error = t->http_status >= 300;

	t->idle_deadline = oac_deadline_in(t->options.idle_timeout_ms);
	t->meter.now.received += (int64_t)len;
	if (!oac_meter_tell(&t->meter))
		return OAC_FLOW_STOP;
	if (t->options.on_body != NULL && !is_error && !t->redirected)
		return t->options.on_body(t->options.on_body_user, bytes, len);
	if (t->redirected && len > REDIRECT_BODY_MAX - t->body.len)
		return OAC_FLOW_STOP;
	/* Of an error that is over the limit the beginning is kept: its status matters more. */
	if (is_error && len > t->body.max - t->body.len) {
		oac_buffer_add(&t->body, bytes, t->body.max - t->body.len);
		return OAC_FLOW_STOP;
	}
	oac_buffer_add(&t->body, bytes, len);
	if (!t->body.failed)
		return OAC_FLOW_GO;
	fail(t, t->body.failed == OAC_BUFFER_FULL ? OAC_E_LIMIT : OAC_E_NOMEM,
		t->body.failed == OAC_BUFFER_FULL ? "the answer is larger than max_response_bytes" :
						    "out of memory");
	return OAC_FLOW_STOP;
}

/* ---- redirects ---- */

/* Headers that another origin may see: none that could carry a credential. */
static bool is_neutral(const char *name)
{
	return oac_header_is(name, "accept") || oac_header_is(name, "content-type") ||
		oac_header_is(name, "user-agent");
}

static enum oac_status hop_headers(struct oac_try *t, bool same_origin, bool keeps_body)
{
	struct oac_header *headers =
		oac_malloc((t->hop.headers.count + 1) * sizeof(*headers));
	size_t count = 0;

	if (headers == NULL)
		return fail(t, OAC_E_NOMEM, "out of memory");
	for (size_t i = 0; i < t->hop.headers.count; i++) {
		const char *name = t->hop.headers.items[i].name;
		if (!same_origin && !is_neutral(name))
			continue;
		if (!keeps_body && oac_header_is(name, "content-type"))
			continue;
		headers[count++] = t->hop.headers.items[i];
	}
	oac_mem_free(t->hop_headers);
	t->hop_headers = headers;
	t->hop.headers = (struct oac_header_list){ count, headers };
	return OAC_OK;
}

static enum oac_status start_hop(struct oac_try *t)
{
	const struct oac_transport *transport = t->options.transport;

	t->result = (struct oac_result){ OAC_OUTCOME_LOST, false, "", 0 };
	t->redirected = false;
	t->http_status = 0;
	t->meter.now.received = 0;
	t->meter.now.to_receive = -1;
	t->body.len = 0;
	t->headers.len = 0;
	if (!oac_upload_start(&t->upload, t->bodiless ? &no_body : t->request, &t->hop))
		return fail(t, OAC_E_FILE, "the body is needed again, but cannot be read twice");
	enum oac_status status = transport->start(transport->user, &t->hop, &t->sink, &t->exchange);
	if (status == OAC_OK)
		return OAC_OK;
	t->exchange = NULL;
	t->result.outcome = status == OAC_E_NOMEM ? OAC_OUTCOME_NOMEM : OAC_OUTCOME_UNUSABLE;
	return fail(t, status,
		status == OAC_E_NOMEM ? "out of memory" : "the transport cannot be used");
}

static enum oac_status follow(struct oac_try *t)
{
	struct oac_buffer url = OAC_BUFFER_MAX(URL_MAX);
	size_t len;
	const char *location = oac_header_find(t->headers.text, "location", &len);
	enum oac_status status;
	bool post = strcmp(t->hop.method, "POST") == 0;
	bool to_get = (t->http_status == 303 && strcmp(t->hop.method, "HEAD") != 0) ||
		(t->http_status <= 302 && post);

	if (++t->hops > REDIRECTS_MAX)
		return fail(t, OAC_E_PROTOCOL, "too many redirects");
	if (!oac_url_resolve(&url, t->hop.url, location, len)) {
		status = fail(t, OAC_E_PROTOCOL, "the redirect leads to no http or https URL");
	} else if (url.failed) {
		status = fail(t, url.failed == OAC_BUFFER_FULL ? OAC_E_LIMIT : OAC_E_NOMEM,
			url.failed == OAC_BUFFER_FULL ? "the redirect is too long" :
							"out of memory");
	} else if (oac_url_is_https(t->hop.url) && !oac_url_is_https(url.text)) {
		status = fail(t, OAC_E_PROTOCOL, "the redirect leads from https to http");
	} else {
		bool same_origin = oac_url_same_origin(t->hop.url, url.text);
		if (!same_origin && t->request->secret != NULL)
			oac_url_drop_pairs(&url, t->request->secret);
		status = hop_headers(t, same_origin, !to_get);
	}
	if (status != OAC_OK) {
		oac_buffer_clear(&url);
		return status;
	}
	if (to_get) {
		t->hop.method = "GET";
		t->hop.body = NULL;
		t->hop.body_len = 0;
		t->hop.source = NULL;
		t->bodiless = true;
	}
	oac_buffer_clear(&t->hop_url);
	t->hop_url = url;
	t->hop.url = url.text;
	t->hop.secret = NULL;
	return start_hop(t);
}

/* ---- the try ---- */

void oac_try_init(struct oac_try *t, const struct oac_try_options *options)
{
	size_t max_body = SIZE_MAX / 4;

	if (options->max_body >= 0 && (uint64_t)options->max_body < max_body)
		max_body = (size_t)options->max_body;
	memset(t, 0, sizeof(*t));
	t->options = *options;
	oac_buffer_init(&t->headers, HEADERS_MAX);
	oac_buffer_init(&t->body, max_body);
	oac_buffer_init(&t->hop_url, URL_MAX);
	t->sink = (struct oac_sink){ t, take_head, take_body };
	t->meter =
		(struct oac_meter){ .progress = options->progress, .user = options->progress_user };
	t->upload.meter = &t->meter;
}

enum oac_status oac_try_start(struct oac_try *t, const struct oac_request *request)
{
	oac_try_end(t);
	t->status = OAC_OK;
	t->problem = NULL;
	t->request = request;
	t->hop = *request;
	t->hops = 0;
	t->bodiless = false;
	t->begun_at = oac_now_ms();
	t->deadline = oac_deadline_in(t->options.timeout_ms);
	t->idle_deadline = oac_deadline_in(t->options.idle_timeout_ms);
	oac_buffer_clear(&t->body);
	oac_buffer_clear(&t->headers);
	return start_hop(t);
}

static bool is_over(struct oac_try *t, enum oac_outcome outcome)
{
	t->result.outcome = outcome;
	oac_try_end(t);
	return true;
}

bool oac_try_step(struct oac_try *t, int64_t wait_ms, const struct oac_cancel *cancel)
{
	const struct oac_transport *transport = t->options.transport;
	int64_t deadline = t->deadline < t->idle_deadline ? t->deadline : t->idle_deadline;
	int64_t left = oac_time_left(deadline);

	if (t->exchange == NULL)
		return true;
	if (oac_cancel_pulled(cancel))
		return is_over(t, OAC_OUTCOME_CANCELLED);
	if (wait_ms >= 0 && (left < 0 || wait_ms < left))
		left = wait_ms;
	if (transport->step(transport->user, t->exchange, left, cancel, &t->result)) {
		if (t->upload.failed)
			fail(t, OAC_E_FILE, "the body cannot be read");
		if (t->meter.stopped)
			fail(t, OAC_E_CANCELLED, "stopped by the caller");
		bool moved = t->redirected && t->status == OAC_OK &&
			(t->result.outcome == OAC_OUTCOME_ANSWERED ||
				t->result.outcome == OAC_OUTCOME_STOPPED);
		oac_try_end(t);
		return !moved || follow(t) != OAC_OK;
	}
	if (oac_cancel_pulled(cancel))
		return is_over(t, OAC_OUTCOME_CANCELLED);
	/* What came within the step has moved the idle deadline. */
	if (oac_time_left(t->deadline) == 0 || oac_time_left(t->idle_deadline) == 0)
		return is_over(t, OAC_OUTCOME_TIMED_OUT);
	return false;
}

bool oac_try_has_head(const struct oac_try *t)
{
	return t->http_status != 0 && !t->redirected;
}

bool oac_try_is_answered(const struct oac_try *t)
{
	enum oac_outcome outcome = t->result.outcome;

	if (t->status != OAC_OK)
		return false;
	if (outcome == OAC_OUTCOME_ANSWERED)
		return true;
	return t->http_status >= 300 && (outcome == OAC_OUTCOME_CUT ||
		outcome == OAC_OUTCOME_STOPPED || outcome == OAC_OUTCOME_TIMED_OUT);
}

void oac_try_problem(const struct oac_try *t, struct oac_problem *problem)
{
	static const struct oac_problem outcomes[] = {
		[OAC_OUTCOME_ANSWERED] = { OAC_E_PROTOCOL, "the answer ended early", "" },
		[OAC_OUTCOME_NOT_CONNECTED] = { OAC_E_CONNECT, "cannot connect", "" },
		[OAC_OUTCOME_LOST] = { OAC_E_CONNECT, "the connection was lost before the answer",
			"" },
		[OAC_OUTCOME_CUT] = { OAC_E_CONNECT, "the connection was lost within the answer",
			"" },
		[OAC_OUTCOME_TIMED_OUT] = { OAC_E_TIMEOUT, "the time limit passed", "" },
		[OAC_OUTCOME_CANCELLED] = { OAC_E_CANCELLED, "cancelled by the caller", "" },
		[OAC_OUTCOME_STOPPED] = { OAC_E_CANCELLED, "stopped by the caller", "" },
		[OAC_OUTCOME_TOO_LARGE] = { OAC_E_LIMIT, "the headers are too long", "" },
		[OAC_OUTCOME_NOT_HTTP] = { OAC_E_PROTOCOL, "the answer is not valid HTTP", "" },
		[OAC_OUTCOME_UNTRUSTED] = { OAC_E_CONNECT, "the certificate is not accepted", "" },
		[OAC_OUTCOME_UNUSABLE] = { OAC_E_CONFIG, "the transport cannot be used", "" },
		[OAC_OUTCOME_NOMEM] = { OAC_E_NOMEM, "out of memory", "" },
	};
	size_t outcome = (size_t)t->result.outcome;

	if (t->status != OAC_OK) {
		*problem = (struct oac_problem){ t->status, t->problem, "" };
		return;
	}
	if (outcome >= sizeof(outcomes) / sizeof(outcomes[0]))
		outcome = OAC_OUTCOME_UNUSABLE;
	*problem = outcomes[outcome];
	if (outcome != OAC_OUTCOME_STOPPED && outcome != OAC_OUTCOME_NOMEM)
		problem->detail = t->result.detail;
}

void oac_try_end(struct oac_try *t)
{
	if (t->exchange != NULL)
		t->options.transport->end(t->options.transport->user, t->exchange);
	t->exchange = NULL;
}

void oac_try_clear(struct oac_try *t)
{
	oac_try_end(t);
	oac_mem_free(t->hop_headers);
	t->hop_headers = NULL;
	oac_buffer_clear(&t->hop_url);
	oac_buffer_clear(&t->body);
	oac_buffer_clear(&t->headers);
}
