#include "oac_curl_exchange.h"

#include "oac_error_set.h"

#include <limits.h>
#include <string.h>

enum {
	HEADERS_MAX = 256 * 1024, /* of all heads of one exchange, interim ones included */
};

struct number_option {
	CURLoption option;
	long value;
};

struct pointer_option {
	CURLoption option;
	const void *value;
};

/* ---- callbacks ---- */

static int end_head(struct oac_curl_exchange *x)
{
	long http_status = 0;

	curl_easy_getinfo(x->easy, CURLINFO_RESPONSE_CODE, &http_status);
	if (http_status < 200)
		return 0;
	x->has_head = true;
	x->progress = true;
	if (x->head.failed) {
		x->no_memory = true;
		return -1;
	}
	const char *text = x->head.text != NULL ? x->head.text : "";
	x->stopped = x->sink->head(x->sink->user, (int)http_status, text, x->head.len) !=
		OAC_FLOW_GO;
	return x->stopped ? -1 : 0;
}

/* Called with each line of each head, and with those of trailers, which nobody asked for. */
static size_t on_header(char *line, size_t size, size_t count, void *user)
{
	struct oac_curl_exchange *x = user;
	size_t given = size * count;
	size_t len = given;

	x->head_bytes += given;
	if (x->head_bytes > HEADERS_MAX) {
		x->too_large = true;
		return 0;
	}
	if (x->has_head)
		return given;
	while (len > 0 && (line[len - 1] == '\n' || line[len - 1] == '\r'))
		len--;
	if (len == 0)
		return end_head(x) == 0 ? given : 0;
	if (len >= 5 && memcmp(line, "HTTP/", 5) == 0) {
		x->head.len = 0;
		return given;
	}
	/* A folded line goes on with the one before it. */
	if ((line[0] == ' ' || line[0] == '\t') && x->head.len > 0)
		x->head.text[--x->head.len] = '\0';
	oac_buffer_add(&x->head, line, len);
	oac_buffer_add_char(&x->head, '\n');
	return given;
}

static size_t on_body(char *bytes, size_t size, size_t count, void *user)
{
	struct oac_curl_exchange *x = user;

	if (x->full) {
		x->paused = true;
		return CURL_WRITEFUNC_PAUSE;
	}
	x->progress = true;
	if (x->sink->body(x->sink->user, bytes, size * count) == OAC_FLOW_GO)
		return size * count;
	x->stopped = true;
	return size * count > 0 ? 0 : 1;
}

static size_t on_read(char *bytes, size_t size, size_t count, void *user)
{
	struct oac_curl_exchange *x = user;
	const struct oac_source *source = x->request->source;
	size_t n = source->read(source->user, bytes, size * count);

	x->source_failed = n > size * count;
	if (x->source_failed)
		return CURL_READFUNC_ABORT;
	x->source_read += (int64_t)n;
	x->source_ended = n == 0 || (source->length.set && x->source_read >= source->length.value);
	return n;
}

/*
 * libcurl sends a request again by itself when a kept connection breaks before the first
 * byte of the answer. For a POST that was sent that could make two runs of one call, and
 * for any request it would be a try that nobody counts and that comes without a wait.
 * When the connection was new, there is one reason for which it does so: in HTTP/2 the
 * server has said that it did nothing with the request.
 */
static int before_send(void *user, char *server_ip, char *local_ip, int server_port, int local_port)
{
	struct oac_curl_exchange *x = user;
	long connects = 0;
	long sent = 0;

	(void)server_ip;
	(void)local_ip;
	(void)server_port;
	(void)local_port;
	curl_easy_getinfo(x->easy, CURLINFO_REQUEST_SIZE, &sent);
	if (x->sends > 0 && sent > 0) {
		x->refused = x->on_new;
		return CURL_PREREQFUNC_ABORT;
	}
	curl_easy_getinfo(x->easy, CURLINFO_NUM_CONNECTS, &connects);
	x->on_new = connects > 0;
	if (x->sends++ == 0 && x->on_send != NULL)
		x->on_send(x);
	return CURL_PREREQFUNC_OK;
}

/* ---- setting up an exchange ---- */

static void add_line(struct oac_curl_exchange *x, const char *line)
{
	struct curl_slist *list = curl_slist_append(x->headers, line);

	if (list == NULL)
		x->no_memory = true;
	else
		x->headers = list;
}

static bool has_header(const struct oac_request *request, const char *name)
{
	for (size_t i = 0; i < request->headers.count; i++)
		if (curl_strequal(request->headers.items[i].name, name))
			return true;
	return false;
}

static void add_headers(struct oac_curl_exchange *x)
{
	static const char *const own[] = { "Accept", "Content-Type", "Expect" };
	struct oac_buffer line = OAC_BUFFER_MAX(SIZE_MAX / 4);

	for (size_t i = 0; i < x->request->headers.count; i++) {
		const struct oac_header *header = &x->request->headers.items[i];
		line.len = 0;
		oac_buffer_add_text(&line, header->name);
		/* libcurl's way to say that an empty header is to be sent. */
		oac_buffer_add_text(&line, header->value[0] != '\0' ? ": " : ";");
		oac_buffer_add_text(&line, header->value);
		if (!line.failed)
			add_line(x, line.text);
	}
	/* Nothing that libcurl would add on its own account. */
	for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++) {
		if (has_header(x->request, own[i]))
			continue;
		line.len = 0;
		oac_buffer_add_text(&line, own[i]);
		oac_buffer_add_char(&line, ':');
		if (!line.failed)
			add_line(x, line.text);
	}
	if (line.failed)
		x->no_memory = true;
	oac_buffer_clear(&line);
}

/* As an upload libcurl says by itself how the body's end is marked. */
static CURLcode set_source(CURL *easy, const struct oac_request *request)
{
	const struct oac_opt_int64 length = request->source->length;
	CURLcode code = curl_easy_setopt(easy, CURLOPT_UPLOAD, 1L);

	if (code == CURLE_OK)
		code = curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, request->method);
	if (code == CURLE_OK)
		code = curl_easy_setopt(easy, CURLOPT_INFILESIZE_LARGE,
			(curl_off_t)(length.set ? length.value : -1));
	return code;
}

static CURLcode set_method(CURL *easy, const struct oac_request *request)
{
	const char *method = request->method;
	bool has_body = request->body != NULL;
	bool is_post = strcmp(method, "POST") == 0;
	bool is_plain = is_post || strcmp(method, "GET") == 0 || strcmp(method, "HEAD") == 0;
	CURLcode code;

	/* GET first: it undoes what an earlier exchange said of bodies. */
	code = curl_easy_setopt(easy, CURLOPT_HTTPGET, 1L);
	if (code == CURLE_OK)
		code = curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, is_plain ? NULL : method);
	if (code == CURLE_OK && request->source != NULL)
		return set_source(easy, request);
	if (code == CURLE_OK && strcmp(method, "HEAD") == 0)
		return curl_easy_setopt(easy, CURLOPT_NOBODY, 1L);
	/* Methods that are expected to have a body say "Content-Length: 0" without one. */
	if (!has_body && !is_post && strcmp(method, "PUT") != 0 && strcmp(method, "PATCH") != 0)
		return code;
	if (code == CURLE_OK)
		code = curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE,
			(curl_off_t)request->body_len);
	if (code == CURLE_OK)
		code = curl_easy_setopt(easy, CURLOPT_POSTFIELDS, has_body ? request->body : "");
	return code;
}

static CURLcode set_numbers(CURL *easy)
{
	static const struct number_option options[] = {
		{ CURLOPT_NOSIGNAL, 1 },
		{ CURLOPT_FOLLOWLOCATION, 0 },
		{ CURLOPT_PATH_AS_IS, 1 },
		{ CURLOPT_SUPPRESS_CONNECT_HEADERS, 1 },
		{ CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS },
		{ CURLOPT_TCP_KEEPALIVE, 1 },
#if LIBCURL_VERSION_NUM >= 0x075700
		/* Leaving a name look-up does not wait for its thread. */
		{ CURLOPT_QUICK_EXIT, 1 },
#endif
#if LIBCURL_VERSION_NUM < 0x075500
		{ CURLOPT_PROTOCOLS, CURLPROTO_HTTP | CURLPROTO_HTTPS },
#endif
	};
	CURLcode code = CURLE_OK;

	for (size_t i = 0; i < sizeof(options) / sizeof(options[0]) && code == CURLE_OK; i++)
		code = curl_easy_setopt(easy, options[i].option, options[i].value);
	return code;
}

static CURLcode set_settings(CURL *easy, const struct oac_curl_settings *settings)
{
	const struct oac_curl_options *own = &settings->options;
	const struct pointer_option options[] = {
		{ CURLOPT_ACCEPT_ENCODING, "" },
		{ CURLOPT_SHARE, settings->share },
		{ CURLOPT_CAINFO, own->ca_file },
		{ CURLOPT_SSLCERT, own->client_cert },
		{ CURLOPT_SSLKEY, own->client_key },
		{ CURLOPT_PROXY, own->proxy },
		{ CURLOPT_UNIX_SOCKET_PATH, own->unix_socket },
#if LIBCURL_VERSION_NUM >= 0x075500
		{ CURLOPT_PROTOCOLS_STR, "http,https" },
#endif
	};
	CURLcode code = CURLE_OK;

	for (size_t i = 0; i < sizeof(options) / sizeof(options[0]) && code == CURLE_OK; i++)
		if (options[i].value != NULL) /* else libcurl's default stays */
			code = curl_easy_setopt(easy, options[i].option, options[i].value);
	return code;
}

/* What is the same for all exchanges, once; curl_easy_reset() could not say that it failed. */
static CURLcode set_exchange(CURL *easy, struct oac_curl_exchange *x, bool fresh)
{
	const struct pointer_option options[] = {
		{ CURLOPT_URL, x->request->url },
		{ CURLOPT_HTTPHEADER, x->headers },
		{ CURLOPT_ERRORBUFFER, x->error },
		{ CURLOPT_WRITEDATA, x },
		{ CURLOPT_READDATA, x },
		{ CURLOPT_HEADERDATA, x },
		{ CURLOPT_PREREQDATA, x },
	};
	int64_t connect_ms = x->request->connect_timeout_ms;
	CURLcode code = CURLE_OK;

	for (size_t i = 0; i < sizeof(options) / sizeof(options[0]) && code == CURLE_OK; i++)
		code = curl_easy_setopt(easy, options[i].option, options[i].value);
	if (code == CURLE_OK)
		code = curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, (long)fresh);
	if (code == CURLE_OK)
		code = curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS,
			connect_ms > 0 && connect_ms < INT_MAX ? (long)connect_ms : (long)INT_MAX);
	return code == CURLE_OK ? set_method(easy, x->request) : code;
}

/* ---- results ---- */

static enum oac_outcome outcome_of(const struct oac_curl_exchange *x, CURLcode code)
{
	if (x->stopped || x->source_failed)
		return OAC_OUTCOME_STOPPED;
	if (x->too_large)
		return OAC_OUTCOME_TOO_LARGE;
	if (x->no_memory)
		return OAC_OUTCOME_NOMEM;
	switch (code) {
	case CURLE_OK: /* also when the connection was closed within the head */
		return x->has_head ? OAC_OUTCOME_ANSWERED : OAC_OUTCOME_LOST;
	case CURLE_OUT_OF_MEMORY: /* before 8.6 also for a header line over libcurl's limit */
		return OAC_OUTCOME_NOMEM;
#if LIBCURL_VERSION_NUM >= 0x080600
	case CURLE_TOO_LARGE:
		return x->has_head ? OAC_OUTCOME_CUT : OAC_OUTCOME_TOO_LARGE;
#endif
	case CURLE_OPERATION_TIMEDOUT:
		return OAC_OUTCOME_TIMED_OUT;
	case CURLE_COULDNT_RESOLVE_PROXY:
	case CURLE_COULDNT_RESOLVE_HOST:
	case CURLE_COULDNT_CONNECT:
	case CURLE_SSL_CONNECT_ERROR:
	case CURLE_PROXY:
		return OAC_OUTCOME_NOT_CONNECTED;
	case CURLE_PEER_FAILED_VERIFICATION:
	case CURLE_SSL_ISSUER_ERROR:
	case CURLE_SSL_INVALIDCERTSTATUS:
	case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
		return OAC_OUTCOME_UNTRUSTED;
	case CURLE_FAILED_INIT:
	case CURLE_URL_MALFORMAT:
	case CURLE_NOT_BUILT_IN:
	case CURLE_BAD_FUNCTION_ARGUMENT:
	case CURLE_UNKNOWN_OPTION:
	case CURLE_SSL_CACERT_BADFILE:
	case CURLE_SSL_CERTPROBLEM:
	case CURLE_SSL_CRL_BADFILE:
	case CURLE_SSL_CIPHER:
	case CURLE_SSL_ENGINE_NOTFOUND:
	case CURLE_SSL_ENGINE_SETFAILED:
	case CURLE_SSL_ENGINE_INITFAILED:
		return OAC_OUTCOME_UNUSABLE;
	case CURLE_UNSUPPORTED_PROTOCOL:
	case CURLE_WEIRD_SERVER_REPLY:
	case CURLE_BAD_CONTENT_ENCODING:
	case CURLE_WRITE_ERROR: /* not by the sink: the answer could not be unpacked */
		return OAC_OUTCOME_NOT_HTTP;
	default:
		if (x->has_head)
			return OAC_OUTCOME_CUT;
		return x->sends > 0 ? OAC_OUTCOME_LOST : OAC_OUTCOME_NOT_CONNECTED;
	}
}

static bool sent_whole(const struct oac_curl_exchange *x)
{
	long request = 0;
	curl_off_t upload = 0;

	if (x->easy == NULL || x->sends == 0)
		return false;
	if (x->has_head)
		return true;
	curl_easy_getinfo(x->easy, CURLINFO_REQUEST_SIZE, &request);
	curl_easy_getinfo(x->easy, CURLINFO_SIZE_UPLOAD_T, &upload);
	if (x->request->source != NULL)
		return request > 0 && x->source_ended && upload >= (curl_off_t)x->source_read;
	return request > 0 && upload >= (curl_off_t)x->request->body_len;
}

static int http_version(const struct oac_curl_exchange *x)
{
	long version = CURL_HTTP_VERSION_NONE;

	if (x->has_head)
		curl_easy_getinfo(x->easy, CURLINFO_HTTP_VERSION, &version);
	switch (version) {
	case CURL_HTTP_VERSION_1_0:
		return 10;
	case CURL_HTTP_VERSION_1_1:
		return 11;
	case CURL_HTTP_VERSION_2_0:
		return 20;
	case CURL_HTTP_VERSION_3:
		return 30;
	default:
		return 0;
	}
}

/* ---- what others see ---- */

CURLcode oac_curl_settings_apply(const struct oac_curl_settings *settings, CURL *easy)
{
	CURLcode code = set_settings(easy, settings);

	if (code == CURLE_OK)
		code = set_numbers(easy);
	if (code == CURLE_OK)
		code = curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, on_body);
	if (code == CURLE_OK)
		code = curl_easy_setopt(easy, CURLOPT_READFUNCTION, on_read);
	if (code == CURLE_OK)
		code = curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, on_header);
	if (code == CURLE_OK)
		code = curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, before_send);
	return code;
}

void oac_curl_exchange_init(struct oac_curl_exchange *x, const struct oac_request *request,
	const struct oac_sink *sink)
{
	x->request = request;
	x->sink = sink;
	oac_buffer_init(&x->head, HEADERS_MAX + 1);
}

bool oac_curl_exchange_begin(struct oac_curl_exchange *x, CURL *easy, CURLM *multi,
	const struct oac_curl_settings *settings, bool fresh)
{
	CURLcode code;
	CURLMcode added = CURLM_INTERNAL_ERROR;

	x->easy = easy;
	add_headers(x);
	if (x->no_memory)
		return false;
	code = set_exchange(easy, x, fresh);
	if (code == CURLE_OK && settings->options.setup != NULL &&
		settings->options.setup(settings->options.setup_user, easy) != 0)
		code = CURLE_FAILED_INIT;
	if (code == CURLE_OK)
		added = curl_multi_add_handle(multi, easy);
	if (added == CURLM_OK)
		return true;
	x->no_memory = code == CURLE_OUT_OF_MEMORY || added == CURLM_OUT_OF_MEMORY;
	x->unusable = true;
	if (x->error[0] == '\0')
		oac_error_copy(x->error, sizeof(x->error), curl_easy_strerror(code),
			strlen(curl_easy_strerror(code)), true);
	return false;
}

void oac_curl_exchange_clear(struct oac_curl_exchange *x)
{
	if (x->easy != NULL) {
		curl_easy_setopt(x->easy, CURLOPT_ERRORBUFFER, NULL);
		curl_easy_setopt(x->easy, CURLOPT_HTTPHEADER, NULL);
	}
	curl_slist_free_all(x->headers);
	oac_buffer_clear(&x->head);
}

void oac_curl_exchange_note(const struct oac_curl_exchange *x, struct oac_result *result)
{
	result->sent_whole = sent_whole(x);
	result->http_version = http_version(x);
}

void oac_curl_exchange_result(const struct oac_curl_exchange *x, CURLcode code,
	struct oac_result *result)
{
	const char *detail = x->error[0] != '\0' ? x->error : curl_easy_strerror(code);

	result->outcome = outcome_of(x, code);
	result->http_version = http_version(x);
	result->sent_whole = !x->refused &&
		(sent_whole(x) ||
			(code == CURLE_ABORTED_BY_CALLBACK && !x->source_failed));
	if (code == CURLE_OK)
		detail = "";
	else if (x->refused)
		detail = "the server refused the request";
	else if (code == CURLE_ABORTED_BY_CALLBACK)
		detail = "the connection broke after the request was sent";
	oac_error_copy(result->detail, sizeof(result->detail), detail, strlen(detail), true);
}

curl_socket_t oac_curl_kept_socket(CURL *easy)
{
	curl_socket_t kept = CURL_SOCKET_BAD;
	long version = 0;

	curl_easy_getinfo(easy, CURLINFO_HTTP_VERSION, &version);
	if (version == CURL_HTTP_VERSION_1_0 || version == CURL_HTTP_VERSION_1_1)
		curl_easy_getinfo(easy, CURLINFO_ACTIVESOCKET, &kept);
	return kept;
}
