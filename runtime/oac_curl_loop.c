#include "oac_curl_loop.h"

#include "oac_curl_exchange.h"
#include "oac_loop.h"

#include <string.h>

enum {
	PENDING_MAX = 64 * 1024, /* of an answer, kept for an exchange that is not stepped */
	IDLE_MAX = 64,		 /* handles kept for later exchanges */
};

struct lane {
	struct oac_curl_exchange x; /* first, so that one can be had from the other */
	struct lane *next;	    /* idle, or in use */
	struct lane **link;	    /* in use: what points here */
	const struct oac_curl_seat *seat;
	CURL *easy;
	const struct oac_sink *sink; /* of the one who steps */
	struct oac_sink own_sink;
	int http_status;
	struct oac_buffer pending; /* of the body */
	bool resuming;
	bool added;
	bool has_head; /* of which the sink does not know yet */
	bool over;
	CURLcode code;
};

struct socket {
	int watched;   /* for what */
	bool in_order; /* answers on it have nothing but their order */
	bool kept;     /* for later exchanges, and watched though nothing is to come */
};

struct oac_curl_lanes {
	struct oac_curl_loop *loop;
	const struct oac_curl_settings *settings;
	struct lane *idle;
	int idle_count;
};

struct oac_curl_loop {
	CURLM *multi;
	struct oac_curl_owner owner;
	struct lane *running;
	struct socket *sockets; /* by descriptor */
	size_t socket_count;
};

/* ---- sockets ---- */

/* NULL when memory is short. */
static struct socket *socket_of(struct oac_curl_loop *loop, curl_socket_t fd)
{
	size_t n = (size_t)fd;
	size_t count = loop->socket_count;

	if (n < count)
		return &loop->sockets[n];
	for (count = count > 0 ? count : 64; count <= n; count *= 2)
		;
	struct socket *grown = oac_realloc(loop->sockets, count * sizeof(*grown));
	if (grown == NULL)
		return NULL;
	memset(grown + loop->socket_count, 0, (count - loop->socket_count) * sizeof(*grown));
	loop->sockets = grown;
	loop->socket_count = count;
	return &loop->sockets[n];
}

static void watch(struct oac_curl_loop *loop, curl_socket_t fd, struct socket *s, int what)
{
	if (s != NULL && s->watched == what)
		return;
	/* Telling libcurl of a failure would be the end of all that is running. */
	if (loop->owner.watch(loop->owner.user, fd, what) && s != NULL)
		s->watched = what;
}

static struct lane *lane_of(CURL *easy)
{
	char *private = NULL;

	curl_easy_getinfo(easy, CURLINFO_PRIVATE, &private);
	return (struct lane *)(void *)private;
}

static int on_socket(CURL *easy, curl_socket_t fd, int what, void *user, void *socket_user)
{
	struct oac_curl_loop *loop = user;
	struct socket *s = socket_of(loop, fd);
	int wanted = 0;

	(void)socket_user;
	if (what == CURL_POLL_IN || what == CURL_POLL_INOUT)
		wanted |= OAC_LOOP_READ;
	if (what == CURL_POLL_OUT || what == CURL_POLL_INOUT)
		wanted |= OAC_LOOP_WRITE;
	if (s != NULL)
		s->kept = false;
	if (what == CURL_POLL_REMOVE && s != NULL && s->in_order) {
		const struct lane *lane = lane_of(easy);
		s->kept = lane == NULL || !lane->x.paused;
		wanted = s->kept ? OAC_LOOP_READ : 0;
	}
	watch(loop, fd, s, wanted);
	return 0;
}

static int on_close(void *user, curl_socket_t fd)
{
	struct oac_curl_loop *loop = user;
	struct socket *s = socket_of(loop, fd);

	watch(loop, fd, s, 0);
	if (s != NULL)
		memset(s, 0, sizeof(*s));
	return oac_socket_close(fd);
}

/* The connection that an exchange leaves behind. */
static void note_kept(struct oac_curl_loop *loop, CURL *easy)
{
	curl_socket_t fd = CURL_SOCKET_BAD;
	struct socket *s;
	long connects = 0;

	curl_easy_getinfo(easy, CURLINFO_NUM_CONNECTS, &connects);
	if (connects == 0) /* known from the exchange before */
		return;
	fd = oac_curl_kept_socket(easy);
	s = fd != CURL_SOCKET_BAD ? socket_of(loop, fd) : NULL;
	if (s == NULL)
		return;
	s->in_order = true;
	/* libcurl may have given it to an exchange that waited for one. */
	if (s->watched != 0)
		return;
	s->kept = true;
	watch(loop, fd, s, OAC_LOOP_READ);
}

/*
 * What a kept connection says before it is asked is no answer to the next request, but
 * libcurl may take it for one: it is made to see that the connection has ended.
 */
static bool end_kept(struct oac_curl_loop *loop, int fd)
{
	struct socket *s = (size_t)fd < loop->socket_count ? &loop->sockets[fd] : NULL;

	if (s == NULL || !s->kept)
		return false;
	/* What it was ready with may have been the end of an answer, read meanwhile. */
	if (!oac_is_readable(fd))
		return true;
	watch(loop, fd, s, 0);
	oac_socket_end(fd);
	return true;
}

/* ---- what comes, kept until the exchange is stepped ---- */

static void tell(struct lane *lane)
{
	lane->seat->moved(lane->seat->owner);
}

static enum oac_flow keep_head(void *user, int http_status, const char *headers, size_t len)
{
	struct lane *lane = user;

	(void)headers; /* they stay in x.head */
	(void)len;
	lane->http_status = http_status;
	lane->has_head = true;
	tell(lane);
	return OAC_FLOW_GO;
}

static enum oac_flow keep_body(void *user, const char *bytes, size_t len)
{
	struct lane *lane = user;

	oac_buffer_add(&lane->pending, bytes, len);
	if (lane->pending.failed) {
		lane->x.no_memory = true;
		return OAC_FLOW_STOP;
	}
	lane->x.full = !lane->resuming && lane->pending.len >= PENDING_MAX;
	tell(lane);
	return OAC_FLOW_GO;
}

/* ---- lanes ---- */

static void lane_free(struct lane *lane)
{
	curl_easy_cleanup(lane->easy);
	oac_buffer_clear(&lane->pending);
	oac_mem_free(lane);
}

static struct lane *lane_new(const struct oac_curl_lanes *lanes)
{
	struct lane *lane = oac_malloc(sizeof(*lane));

	if (lane == NULL)
		return NULL;
	memset(lane, 0, sizeof(*lane));
	oac_buffer_init(&lane->pending, SIZE_MAX / 4);
	lane->easy = curl_easy_init();
	if (lane->easy != NULL && oac_curl_settings_apply(lanes->settings, lane->easy) == CURLE_OK)
		return lane;
	lane_free(lane);
	return NULL;
}

static struct lane *lane_take(struct oac_curl_lanes *lanes)
{
	struct lane *lane = lanes->idle;

	if (lane == NULL)
		return lane_new(lanes);
	lanes->idle = lane->next;
	lanes->idle_count--;
	return lane;
}

static void lane_give_back(struct oac_curl_lanes *lanes, struct lane *lane)
{
	if (lanes->idle_count == IDLE_MAX) {
		lane_free(lane);
		return;
	}
	if (lane->pending.size > PENDING_MAX)
		oac_buffer_clear(&lane->pending);
	lane->next = lanes->idle;
	lanes->idle = lane;
	lanes->idle_count++;
}

/* After the program's own hook, so that what the loop depends on stays. */
static void set_up(const struct lane *lane, struct oac_curl_loop *loop)
{
	bool https = strncmp(lane->x.request->url, "https:", 6) == 0;

	curl_easy_setopt(lane->easy, CURLOPT_PRIVATE, lane);
	curl_easy_setopt(lane->easy, CURLOPT_CLOSESOCKETFUNCTION, on_close);
	curl_easy_setopt(lane->easy, CURLOPT_CLOSESOCKETDATA, loop);
	/* Where a server can answer many requests on one connection, one is enough. */
	curl_easy_setopt(lane->easy, CURLOPT_PIPEWAIT, (long)https);
}

static void take_done(struct oac_curl_loop *loop)
{
	CURLMsg *message;
	int left;

	while ((message = curl_multi_info_read(loop->multi, &left)) != NULL) {
		struct lane *lane = lane_of(message->easy_handle);
		CURLcode code = message->data.result;
		if (message->msg != CURLMSG_DONE)
			continue;
		lane->over = true;
		lane->code = code;
		note_kept(loop, lane->easy);
		tell(lane);
	}
}

/* libcurl cannot go on: nothing that is running can. */
static void fail_all(struct oac_curl_loop *loop, CURLMcode broken)
{
	for (struct lane *lane = loop->running; lane != NULL; lane = lane->next) {
		if (lane->over)
			continue;
		lane->over = true;
		lane->code =
			broken == CURLM_OUT_OF_MEMORY ? CURLE_OUT_OF_MEMORY : CURLE_FAILED_INIT;
		tell(lane);
	}
}

static void after(struct oac_curl_loop *loop, CURLMcode code)
{
	take_done(loop);
	/* A socket that libcurl has given up since it was reported is nothing bad. */
	if (code != CURLM_OK && code != CURLM_BAD_SOCKET)
		fail_all(loop, code);
}

/* ---- the transport ---- */

static enum oac_status transport_start(void *user, const struct oac_request *request,
	const struct oac_sink *sink, void **exchange)
{
	const struct oac_curl_seat *seat = user;
	struct oac_curl_lanes *lanes = seat->lanes;
	struct oac_curl_loop *loop = lanes->loop;
	struct lane *lane = lane_take(lanes);

	if (lane == NULL)
		return OAC_E_NOMEM;
	memset(&lane->x, 0, sizeof(lane->x));
	lane->seat = seat;
	lane->sink = sink;
	lane->own_sink = (struct oac_sink){ lane, keep_head, keep_body };
	lane->pending.len = 0;
	lane->pending.failed = OAC_BUFFER_FINE;
	lane->has_head = false;
	lane->code = CURLE_FAILED_INIT;
	oac_curl_exchange_init(&lane->x, request, &lane->own_sink);
	lane->added = oac_curl_exchange_begin(&lane->x, lane->easy, loop->multi, lanes->settings,
		false);
	set_up(lane, loop);
	lane->over = !lane->added;
	lane->next = loop->running;
	lane->link = &loop->running;
	if (lane->next != NULL)
		lane->next->link = &lane->next;
	loop->running = lane;
	if (lane->over)
		tell(lane);
	*exchange = lane;
	return OAC_OK;
}

/* Hands on what has come. False: the rest is not wanted. */
static bool deliver(struct lane *lane)
{
	const struct oac_sink *sink = lane->sink;
	const char *head = lane->x.head.text != NULL ? lane->x.head.text : "";

	if (lane->has_head) {
		lane->has_head = false;
		if (sink->head(sink->user, lane->http_status, head, lane->x.head.len) !=
			OAC_FLOW_GO)
			return false;
	}
	if (lane->pending.len > 0 &&
		sink->body(sink->user, lane->pending.text, lane->pending.len) != OAC_FLOW_GO)
		return false;
	lane->pending.len = 0;
	return true;
}

/*
 * There is room again. What libcurl has unpacked and not handed out yet is taken in one go: to be
 * paused within it would make it copy all the rest, again and again.
 */
static void resume(struct oac_curl_loop *loop, struct lane *lane)
{
	struct oac_sigpipe_guard guard;

	lane->x.full = false;
	if (!lane->x.paused)
		return;
	lane->x.paused = false;
	oac_sigpipe_begin(&guard);
	lane->resuming = true;
	curl_easy_pause(lane->easy, CURLPAUSE_CONT);
	lane->resuming = false;
	lane->x.full = lane->pending.len >= PENDING_MAX;
	take_done(loop);
	oac_sigpipe_end(&guard);
}

static bool transport_step(void *user, void *exchange, int64_t wait_ms,
	const struct oac_cancel *cancel, struct oac_result *result)
{
	const struct oac_curl_seat *seat = user;
	struct lane *lane = exchange;

	(void)wait_ms;
	(void)cancel;
	lane->x.stopped = !deliver(lane);
	if (!lane->x.stopped && !lane->over)
		resume(seat->lanes->loop, lane);
	if (lane->x.stopped || (lane->over && lane->pending.len == 0)) {
		oac_curl_exchange_result(&lane->x, lane->code, result);
		return true;
	}
	result->sent_whole = oac_curl_exchange_sent_whole(&lane->x);
	return false;
}

static void transport_end(void *user, void *exchange)
{
	const struct oac_curl_seat *seat = user;
	struct oac_curl_lanes *lanes = seat->lanes;
	struct lane *lane = exchange;
	struct oac_sigpipe_guard guard;

	*lane->link = lane->next;
	if (lane->next != NULL)
		lane->next->link = lane->link;
	/* Only what is still running has something to say to the server. */
	if (!lane->over)
		oac_sigpipe_begin(&guard);
	if (lane->added)
		curl_multi_remove_handle(lanes->loop->multi, lane->easy);
	if (!lane->over)
		oac_sigpipe_end(&guard);
	oac_curl_exchange_clear(&lane->x);
	lane_give_back(lanes, lane);
}

struct oac_transport oac_curl_loop_transport(struct oac_curl_seat *seat)
{
	return (struct oac_transport){ seat, transport_start, transport_step, transport_end, NULL };
}

/* ---- lanes and loops ---- */

struct oac_curl_lanes *oac_curl_lanes_new(struct oac_curl_loop *loop,
	const struct oac_curl_settings *settings)
{
	struct oac_curl_lanes *lanes = oac_malloc(sizeof(*lanes));

	if (lanes != NULL)
		*lanes = (struct oac_curl_lanes){ loop, settings, NULL, 0 };
	return lanes;
}

void oac_curl_lanes_free(struct oac_curl_lanes *lanes)
{
	if (lanes == NULL)
		return;
	while (lanes->idle != NULL) {
		struct lane *next = lanes->idle->next;
		lane_free(lanes->idle);
		lanes->idle = next;
	}
	oac_mem_free(lanes);
}

static int on_timer(CURLM *multi, long ms, void *user)
{
	struct oac_curl_loop *loop = user;

	(void)multi;
	loop->owner.timer(loop->owner.user, ms);
	return 0;
}

struct oac_curl_loop *oac_curl_loop_new(const struct oac_curl_owner *owner, int max_connections,
	int max_connections_per_host)
{
	struct oac_curl_loop *loop = oac_malloc(sizeof(*loop));

	if (loop == NULL)
		return NULL;
	*loop = (struct oac_curl_loop){ curl_multi_init(), *owner, NULL, NULL, 0 };
	if (loop->multi != NULL &&
		curl_multi_setopt(loop->multi, CURLMOPT_SOCKETFUNCTION, on_socket) == CURLM_OK &&
		curl_multi_setopt(loop->multi, CURLMOPT_SOCKETDATA, loop) == CURLM_OK &&
		curl_multi_setopt(loop->multi, CURLMOPT_TIMERFUNCTION, on_timer) == CURLM_OK &&
		curl_multi_setopt(loop->multi, CURLMOPT_TIMERDATA, loop) == CURLM_OK &&
		curl_multi_setopt(loop->multi, CURLMOPT_MAXCONNECTS, (long)max_connections) ==
			CURLM_OK &&
		curl_multi_setopt(loop->multi, CURLMOPT_MAX_TOTAL_CONNECTIONS,
			(long)max_connections) == CURLM_OK &&
		curl_multi_setopt(loop->multi, CURLMOPT_MAX_HOST_CONNECTIONS,
			(long)max_connections_per_host) == CURLM_OK)
		return loop;
	oac_curl_loop_free(loop);
	return NULL;
}

void oac_curl_loop_free(struct oac_curl_loop *loop)
{
	struct oac_sigpipe_guard guard;

	if (loop == NULL)
		return;
	oac_sigpipe_begin(&guard);
	if (loop->multi != NULL)
		curl_multi_cleanup(loop->multi);
	oac_sigpipe_end(&guard);
	oac_mem_free(loop->sockets);
	oac_mem_free(loop);
}

void oac_curl_loop_socket(struct oac_curl_loop *loop, int fd, int what)
{
	int mask = (what & OAC_LOOP_READ ? CURL_CSELECT_IN : 0) |
		(what & OAC_LOOP_WRITE ? CURL_CSELECT_OUT : 0);
	int running;

	if (!end_kept(loop, fd))
		after(loop, curl_multi_socket_action(loop->multi, fd, mask, &running));
}

void oac_curl_loop_timer(struct oac_curl_loop *loop)
{
	int running;

	after(loop, curl_multi_socket_action(loop->multi, CURL_SOCKET_TIMEOUT, 0, &running));
}

void oac_curl_loop_sweep(struct oac_curl_loop *loop)
{
	int running;

	after(loop, curl_multi_perform(loop->multi, &running));
}
