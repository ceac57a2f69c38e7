/*
 * The libcurl transport: a bounded pool of slots, each a multi handle with one easy handle
 * and so with one kept connection. One exchange at a time has a slot. DNS is shared by
 * all slots; connections are not, because libcurl does not allow that between threads.
 */
#include "oac_transport.h"

#include "oac_buffer.h"
#include "oac_error_set.h"
#include "oac_memory.h"
#include "oac_platform.h"

#include <curl/curl.h>

#include <limits.h>
#include <string.h>

enum {
	MAX_CONNECTIONS = 64,
	MAX_IDLE = 16,
	HEADERS_MAX = 256 * 1024, /* of all heads of one exchange, interim ones included */
	/* Before this version of libcurl, threads that share TLS sessions race in OpenSSL. */
	TLS_SHARE_SINCE = 0x080c00,
};

struct slot {
	struct slot *next;
	CURLM *multi;
	CURL *easy;
	curl_socket_t kept; /* of the connection that is kept, or CURL_SOCKET_BAD */
	bool ready; /* what is the same for all exchanges is set */
};

struct pool {
	struct oac_arena arena; /* the texts of options */
	struct oac_curl_options options;
	CURLSH *share;
	struct oac_mutex *share_locks[CURL_LOCK_DATA_LAST];
	struct oac_mutex *lock; /* of what follows */
	struct slot *idle; /* the newest first, so that few connections do all the work */
	int idle_count;
	int used_count;
	int waiting;
	int wake[2]; /* a byte for each slot that came free while some were waiting */
};

struct exchange {
	const struct oac_request *request;
	const struct oac_sink *sink;
	struct slot *slot; /* NULL: waiting for one */
	struct curl_slist *headers;
	struct oac_buffer head;
	size_t head_bytes;
	int sends;
	bool waiting;
	bool added;	/* the easy handle is in the multi handle */
	bool progress;	/* the sink was called in this round */
	bool has_head;
	bool stopped;	/* by the sink */
	bool too_large;
	bool no_memory;
	bool unusable;	/* slot or options could not be set up */
	char error[CURL_ERROR_SIZE];
};

/* ---- slots ---- */

static void slot_free(struct slot *slot)
{
	if (slot == NULL)
		return;
	curl_easy_cleanup(slot->easy);
	if (slot->multi != NULL)
		curl_multi_cleanup(slot->multi);
	oac_mem_free(slot);
}

static struct slot *slot_new(void)
{
	struct slot *slot = oac_malloc(sizeof(*slot));

	if (slot == NULL)
		return NULL;
	*slot = (struct slot){ NULL, curl_multi_init(), curl_easy_init(), CURL_SOCKET_BAD, false };
	if (slot->multi != NULL && slot->easy != NULL &&
		curl_multi_setopt(slot->multi, CURLMOPT_MAXCONNECTS, 1L) == CURLM_OK)
		return slot;
	slot_free(slot);
	return NULL;
}

/* Takes or makes a slot. False when all are in use, or with x->no_memory set. */
static bool slot_take(struct pool *pool, struct exchange *x)
{
	bool room;

	oac_mutex_lock(pool->lock);
	room = pool->used_count < pool->options.max_connections;
	if (x->waiting != !room) {
		pool->waiting += room ? -1 : 1;
		x->waiting = !room;
	}
	if (room) {
		pool->used_count++;
		x->slot = pool->idle;
		if (x->slot != NULL) {
			pool->idle = x->slot->next;
			pool->idle_count--;
		}
	}
	oac_mutex_unlock(pool->lock);
	if (room && x->slot == NULL) {
		x->slot = slot_new();
		x->no_memory = x->slot == NULL;
	}
	return room;
}

static void slot_give_back(struct pool *pool, struct slot *slot)
{
	oac_mutex_lock(pool->lock);
	pool->used_count--;
	if (slot != NULL && pool->idle_count < pool->options.max_idle) {
		slot->next = pool->idle;
		pool->idle = slot;
		pool->idle_count++;
		slot = NULL;
	}
	if (pool->waiting > 0)
		oac_pipe_put(pool->wake[1]);
	oac_mutex_unlock(pool->lock);
	slot_free(slot);
}

/* ---- callbacks ---- */

static int end_head(struct exchange *x)
{
	long http_status = 0;

	curl_easy_getinfo(x->slot->easy, CURLINFO_RESPONSE_CODE, &http_status);
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
	struct exchange *x = user;
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
	struct exchange *x = user;

	x->progress = true;
	if (x->sink->body(x->sink->user, bytes, size * count) == OAC_FLOW_GO)
		return size * count;
	x->stopped = true;
	return size * count > 0 ? 0 : 1;
}

/*
 * libcurl sends a request again by itself when a kept connection breaks before the first
 * byte of the answer. For a POST that was sent that could make two runs of one call, and
 * for any request it would be a try that nobody counts and that comes without a wait.
 */
static int before_send(void *user, char *server_ip, char *local_ip, int server_port, int local_port)
{
	struct exchange *x = user;
	long sent = 0;

	(void)server_ip;
	(void)local_ip;
	(void)server_port;
	(void)local_port;
	curl_easy_getinfo(x->slot->easy, CURLINFO_REQUEST_SIZE, &sent);
	if (x->sends > 0 && sent > 0)
		return CURL_PREREQFUNC_ABORT;
	x->sends++;
	return CURL_PREREQFUNC_OK;
}

static void lock_share(CURL *easy, curl_lock_data data, curl_lock_access access, void *user)
{
	struct pool *pool = user;

	(void)easy;
	(void)access;
	oac_mutex_lock(pool->share_locks[data]);
}

static void unlock_share(CURL *easy, curl_lock_data data, void *user)
{
	struct pool *pool = user;

	(void)easy;
	oac_mutex_unlock(pool->share_locks[data]);
}

/* ---- setting up an exchange ---- */

static void add_line(struct exchange *x, const char *line)
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

static void add_headers(struct exchange *x)
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

struct number_option {
	CURLoption option;
	long value;
};

struct pointer_option {
	CURLoption option;
	const void *value;
};

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

static CURLcode set_settings(CURL *easy, const struct pool *pool)
{
	const struct oac_curl_options *own = &pool->options;
	const struct pointer_option options[] = {
		{ CURLOPT_ACCEPT_ENCODING, "" },
		{ CURLOPT_SHARE, pool->share },
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
static CURLcode prepare_slot(struct slot *slot, const struct pool *pool)
{
	CURLcode code = CURLE_OK;

	if (slot->ready)
		return CURLE_OK;
	code = set_settings(slot->easy, pool);
	if (code == CURLE_OK)
		code = set_numbers(slot->easy);
	if (code == CURLE_OK)
		code = curl_easy_setopt(slot->easy, CURLOPT_WRITEFUNCTION, on_body);
	if (code == CURLE_OK)
		code = curl_easy_setopt(slot->easy, CURLOPT_HEADERFUNCTION, on_header);
	if (code == CURLE_OK)
		code = curl_easy_setopt(slot->easy, CURLOPT_PREREQFUNCTION, before_send);
	slot->ready = code == CURLE_OK;
	return code;
}

static CURLcode set_exchange(CURL *easy, struct exchange *x)
{
	const struct pointer_option options[] = {
		{ CURLOPT_URL, x->request->url },
		{ CURLOPT_HTTPHEADER, x->headers },
		{ CURLOPT_ERRORBUFFER, x->error },
		{ CURLOPT_WRITEDATA, x },
		{ CURLOPT_HEADERDATA, x },
		{ CURLOPT_PREREQDATA, x },
	};
	int64_t connect_ms = x->request->connect_timeout_ms;
	CURLcode code = CURLE_OK;

	for (size_t i = 0; i < sizeof(options) / sizeof(options[0]) && code == CURLE_OK; i++)
		code = curl_easy_setopt(easy, options[i].option, options[i].value);
	/*
	 * What a kept connection says before it is asked is no answer to the next request, but
	 * libcurl may take it for one: such a connection is left.
	 */
	if (code == CURLE_OK)
		code = curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT,
			(long)(x->slot->kept != CURL_SOCKET_BAD && oac_is_readable(x->slot->kept)));
	if (code == CURLE_OK)
		code = curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS,
			connect_ms > 0 && connect_ms < INT_MAX ? (long)connect_ms : (long)INT_MAX);
	return code == CURLE_OK ? set_method(easy, x->request) : code;
}

/* The socket of a connection that is kept and on which answers have nothing but their order. */
static curl_socket_t kept_socket(CURL *easy)
{
	curl_socket_t kept = CURL_SOCKET_BAD;
	long version = 0;

	curl_easy_getinfo(easy, CURLINFO_HTTP_VERSION, &version);
	if (version == CURL_HTTP_VERSION_1_0 || version == CURL_HTTP_VERSION_1_1)
		curl_easy_getinfo(easy, CURLINFO_ACTIVESOCKET, &kept);
	return kept;
}

/* Nothing of an exchange stays behind on its slot. */
static void forget_exchange(struct exchange *x)
{
	x->slot->kept = CURL_SOCKET_BAD;
	if (x->added) {
		x->slot->kept = kept_socket(x->slot->easy);
		curl_multi_remove_handle(x->slot->multi, x->slot->easy);
	}
	curl_easy_setopt(x->slot->easy, CURLOPT_ERRORBUFFER, NULL);
	curl_easy_setopt(x->slot->easy, CURLOPT_HTTPHEADER, NULL);
}

/* With a slot in hand: everything up to the first byte. */
static void begin(const struct pool *pool, struct exchange *x)
{
	CURLcode code;

	add_headers(x);
	if (x->no_memory)
		return;
	code = prepare_slot(x->slot, pool);
	if (code == CURLE_OK)
		code = set_exchange(x->slot->easy, x);
	if (code == CURLE_OK && pool->options.setup != NULL &&
		pool->options.setup(pool->options.setup_user, x->slot->easy) != 0)
		code = CURLE_FAILED_INIT;
	if (code == CURLE_OK) {
		CURLMcode added = curl_multi_add_handle(x->slot->multi, x->slot->easy);
		x->added = added == CURLM_OK;
		if (added == CURLM_OUT_OF_MEMORY)
			code = CURLE_OUT_OF_MEMORY;
	}
	x->no_memory = code == CURLE_OUT_OF_MEMORY;
	x->unusable = !x->added;
	if (x->unusable && x->error[0] == '\0')
		oac_error_copy(x->error, sizeof(x->error), curl_easy_strerror(code),
			strlen(curl_easy_strerror(code)), true);
}

/* ---- results ---- */

static bool was_sent_whole(const struct exchange *x)
{
	long request = 0;
	curl_off_t upload = 0;

	if (x->slot == NULL || x->sends == 0)
		return false;
	if (x->has_head)
		return true;
	curl_easy_getinfo(x->slot->easy, CURLINFO_REQUEST_SIZE, &request);
	curl_easy_getinfo(x->slot->easy, CURLINFO_SIZE_UPLOAD_T, &upload);
	return request > 0 && upload >= (curl_off_t)x->request->body_len;
}

static enum oac_outcome outcome_of(const struct exchange *x, CURLcode code)
{
	if (x->stopped)
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

static bool is_over(const struct exchange *x, CURLcode code, struct oac_result *result)
{
	const char *detail = x->error[0] != '\0' ? x->error : curl_easy_strerror(code);

	result->outcome = outcome_of(x, code);
	result->sent_whole = was_sent_whole(x) || code == CURLE_ABORTED_BY_CALLBACK;
	if (code == CURLE_OK)
		detail = "";
	else if (code == CURLE_ABORTED_BY_CALLBACK)
		detail = "the connection broke after the request was sent";
	oac_error_copy(result->detail, sizeof(result->detail), detail, strlen(detail), true);
	return true;
}

static bool find_done(const struct exchange *x, CURLcode *code)
{
	int left;
	CURLMsg *message = curl_multi_info_read(x->slot->multi, &left);

	if (message == NULL || message->msg != CURLMSG_DONE)
		return false;
	*code = message->data.result;
	return true;
}

/* ---- the transport ---- */

static enum oac_status transport_start(void *user, const struct oac_request *request,
	const struct oac_sink *sink, void **exchange)
{
	struct exchange *x = oac_malloc(sizeof(*x));

	(void)user;
	if (x == NULL)
		return OAC_E_NOMEM;
	memset(x, 0, sizeof(*x));
	x->request = request;
	x->sink = sink;
	oac_buffer_init(&x->head, HEADERS_MAX + 1);
	*exchange = x;
	return OAC_OK;
}

static bool wait_for_slot(struct pool *pool, struct exchange *x, int64_t deadline,
	const struct oac_cancel *cancel)
{
	while (!slot_take(pool, x)) {
		int64_t left = oac_time_left(deadline);
		if (left == 0 || oac_cancel_pulled(cancel))
			return false;
		oac_wait_readable(pool->wake[0], oac_cancel_fd(cancel), left);
		oac_pipe_take(pool->wake[0]);
	}
	if (x->slot != NULL)
		begin(pool, x);
	return true;
}

static bool run(struct exchange *x, int64_t deadline, const struct oac_cancel *cancel,
	struct oac_result *result)
{
	struct curl_waitfd extra = { oac_cancel_fd(cancel), CURL_WAIT_POLLIN, 0 };
	CURLM *multi = x->slot->multi;
	CURLcode code;
	int running;

	for (;;) {
		x->progress = false;
		CURLMcode broken = curl_multi_perform(multi, &running);
		if (find_done(x, &code))
			return is_over(x, code, result);
		if (broken != CURLM_OK)
			return is_over(x, broken == CURLM_OUT_OF_MEMORY ? CURLE_OUT_OF_MEMORY :
									  CURLE_FAILED_INIT, result);
		int64_t left = oac_time_left(deadline);
		if (x->progress || left == 0 || oac_cancel_pulled(cancel)) {
			result->sent_whole = was_sent_whole(x);
			return false;
		}
		if (left < 0 || left > INT_MAX)
			left = INT_MAX;
		curl_multi_poll(multi, &extra, cancel != NULL, (int)left, NULL);
	}
}

static bool transport_step(void *user, void *exchange, int64_t wait_ms,
	const struct oac_cancel *cancel, struct oac_result *result)
{
	struct exchange *x = exchange;
	int64_t deadline = oac_deadline_in(wait_ms);
	struct oac_sigpipe_guard guard;
	bool over;

	oac_sigpipe_begin(&guard);
	if (x->slot == NULL && !x->no_memory && !wait_for_slot(user, x, deadline, cancel)) {
		result->sent_whole = false;
		over = false;
	} else if (x->no_memory) {
		over = is_over(x, CURLE_OUT_OF_MEMORY, result);
	} else if (x->unusable) {
		over = is_over(x, CURLE_FAILED_INIT, result);
	} else {
		over = run(x, deadline, cancel, result);
	}
	oac_sigpipe_end(&guard);
	return over;
}

static void transport_end(void *user, void *exchange)
{
	struct pool *pool = user;
	struct exchange *x = exchange;
	struct oac_sigpipe_guard guard;

	oac_sigpipe_begin(&guard);
	if (x->slot != NULL)
		forget_exchange(x);
	curl_slist_free_all(x->headers);
	if (x->waiting) {
		oac_mutex_lock(pool->lock);
		pool->waiting--;
		oac_mutex_unlock(pool->lock);
	} else if (x->slot != NULL || x->no_memory) {
		slot_give_back(pool, x->slot);
	}
	oac_buffer_clear(&x->head);
	oac_mem_free(x);
	oac_sigpipe_end(&guard);
}

static void transport_free(void *user)
{
	struct pool *pool = user;
	struct oac_sigpipe_guard guard;

	oac_sigpipe_begin(&guard);
	while (pool->idle != NULL) {
		struct slot *next = pool->idle->next;
		slot_free(pool->idle);
		pool->idle = next;
	}
	if (pool->share != NULL)
		curl_share_cleanup(pool->share);
	oac_sigpipe_end(&guard);
	for (int i = 0; i < CURL_LOCK_DATA_LAST; i++)
		oac_mutex_free(pool->share_locks[i]);
	oac_mutex_free(pool->lock);
	oac_pipe_close(pool->wake);
	oac_arena_clear(&pool->arena);
	oac_mem_free(pool);
}

/* ---- making one ---- */

static bool start_curl(void)
{
	static bool started;
	bool ok;

	oac_global_lock();
	started = started || curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
	ok = started;
	oac_global_unlock();
	return ok;
}

static bool copy_text(struct oac_arena *arena, const char **text)
{
	if (*text == NULL)
		return true;
	size_t size = strlen(*text) + 1;
	char *copy = oac_arena_text(arena, size);
	if (copy != NULL)
		memcpy(copy, *text, size);
	*text = copy;
	return copy != NULL;
}

static bool copy_options(struct pool *pool, const struct oac_curl_options *options)
{
	struct oac_curl_options *own = &pool->options;

	if (options != NULL)
		*own = *options;
	if (own->max_connections <= 0)
		own->max_connections = MAX_CONNECTIONS;
	if (own->max_idle <= 0)
		own->max_idle = MAX_IDLE;
	return oac_arena_init(&pool->arena, 0) && copy_text(&pool->arena, &own->ca_file) &&
		copy_text(&pool->arena, &own->client_cert) &&
		copy_text(&pool->arena, &own->client_key) && copy_text(&pool->arena, &own->proxy) &&
		copy_text(&pool->arena, &own->unix_socket);
}

static bool make_share(struct pool *pool)
{
	for (int i = 0; i < CURL_LOCK_DATA_LAST; i++) {
		pool->share_locks[i] = oac_mutex_new();
		if (pool->share_locks[i] == NULL)
			return false;
	}
	pool->share = curl_share_init();
	if (pool->share == NULL ||
		curl_share_setopt(pool->share, CURLSHOPT_USERDATA, pool) != CURLSHE_OK ||
		curl_share_setopt(pool->share, CURLSHOPT_LOCKFUNC, lock_share) != CURLSHE_OK ||
		curl_share_setopt(pool->share, CURLSHOPT_UNLOCKFUNC, unlock_share) != CURLSHE_OK ||
		curl_share_setopt(pool->share, CURLSHOPT_SHARE, CURL_LOCK_DATA_DNS) != CURLSHE_OK)
		return false;
	return curl_version_info(CURLVERSION_NOW)->version_num < TLS_SHARE_SINCE ||
		curl_share_setopt(pool->share, CURLSHOPT_SHARE, CURL_LOCK_DATA_SSL_SESSION) !=
			CURLSHE_NOMEM;
}

enum oac_status oac_curl_transport(const struct oac_curl_options *options,
	struct oac_transport *transport, struct oac_error *err)
{
	struct pool *pool;

	oac_error_clear(err);
	memset(transport, 0, sizeof(*transport));
	if (!start_curl())
		return oac_error_set(err, OAC_E_CONFIG, "libcurl cannot be started");
	pool = oac_malloc(sizeof(*pool));
	if (pool == NULL)
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	memset(pool, 0, sizeof(*pool));
	pool->wake[0] = pool->wake[1] = -1;
	pool->lock = oac_mutex_new();
	if (pool->lock == NULL || !copy_options(pool, options) || !make_share(pool)) {
		transport_free(pool);
		return oac_error_set(err, OAC_E_NOMEM, "out of memory");
	}
	if (!oac_pipe_open(pool->wake)) {
		transport_free(pool);
		return oac_error_set(err, OAC_E_CONFIG, "no descriptors are left for the client");
	}
	*transport = (struct oac_transport){ pool, transport_start, transport_step, transport_end,
		transport_free };
	return OAC_OK;
}
