#include "oac_curl_loop.h"

#include "oac_curl_lane.h"
#include "oac_loop.h"

#include <string.h>

enum { LOOK_MS = 20 };

struct socket {
	int watched;   /* for what */
	bool in_order; /* answers on it have nothing but their order */
	bool kept;     /* for later exchanges, and watched though nothing is to come */
};

struct oac_curl_loop {
	CURLM *multi;
	CURLSH *share; /* of TLS sessions; a client's own is shared by threads, too */
	struct oac_curl_owner owner;
	struct lane *running;
	int restless; /* of them */
	struct oac_curl_lanes *lanes;
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

/* ---- what libcurl does ---- */

static void take_done(struct oac_curl_loop *loop)
{
	CURLMsg *message;
	int left;

	while ((message = curl_multi_info_read(loop->multi, &left)) != NULL) {
		if (message->msg != CURLMSG_DONE)
			continue;
		note_kept(loop, message->easy_handle);
		oac_curl_lane_over(lane_of(message->easy_handle), message->data.result);
	}
}

/* libcurl cannot go on: nothing that is running can. */
static void fail_all(struct oac_curl_loop *loop, CURLMcode broken)
{
	CURLcode code = broken == CURLM_OUT_OF_MEMORY ? CURLE_OUT_OF_MEMORY : CURLE_FAILED_INIT;

	for (struct lane *lane = loop->running; lane != NULL; lane = lane->next)
		if (!lane->over)
			oac_curl_lane_over(lane, code);
}

static void after(struct oac_curl_loop *loop, CURLMcode code)
{
	take_done(loop);
	/* A socket that libcurl has given up since it was reported is nothing bad. */
	if (code != CURLM_OK && code != CURLM_BAD_SOCKET)
		fail_all(loop, code);
}

static bool go_on(struct oac_curl_loop *loop)
{
	bool any = false;

	for (struct oac_curl_lanes *lanes = loop->lanes; lanes != NULL; lanes = lanes->next)
		any |= oac_curl_lanes_go_on(lanes);
	return any;
}

/* fd: which is ready for mask, or CURL_SOCKET_TIMEOUT. */
static void act(struct oac_curl_loop *loop, curl_socket_t fd, int mask)
{
	int running;

	after(loop, curl_multi_socket_action(loop->multi, fd, mask, &running));
	while (go_on(loop))
		after(loop, curl_multi_socket_action(
				    loop->multi, CURL_SOCKET_TIMEOUT, 0, &running));
}

bool oac_curl_lane_add(struct lane *lane)
{
	const struct oac_curl_lanes *lanes = lane->seat->lanes;

	/* In HTTP/2 what is left leaves its connection behind, which may have been the trouble. */
	if (!oac_curl_exchange_begin(&lane->x, lane->easy, lanes->loop->multi, lanes->settings,
		    lane->seat->left))
		return false;
	/* After the program's own hook, so that what the loop depends on stays. */
	curl_easy_setopt(lane->easy, CURLOPT_PRIVATE, lane);
	curl_easy_setopt(lane->easy, CURLOPT_CLOSESOCKETFUNCTION, on_close);
	curl_easy_setopt(lane->easy, CURLOPT_CLOSESOCKETDATA, lanes->loop);
	/* Where a server can answer many requests on one connection, one is enough. */
	curl_easy_setopt(lane->easy, CURLOPT_PIPEWAIT,
		(long)oac_curl_lane_may_share(lane));
	return true;
}

/* ---- the transport ---- */

static enum oac_status transport_start(void *user, const struct oac_request *request,
	const struct oac_sink *sink, void **exchange)
{
	struct oac_curl_seat *seat = user;
	struct oac_curl_loop *loop = seat->lanes->loop;
	struct lane *lane = oac_curl_lane_new(seat);

	if (lane == NULL)
		return OAC_E_NOMEM;
	lane->next = loop->running;
	lane->link = &loop->running;
	if (lane->next != NULL)
		lane->next->link = &lane->next;
	loop->running = lane;
	oac_curl_lane_begin(lane, request, sink);
	*exchange = lane;
	return OAC_OK;
}

/*
 * There is room again. What libcurl has unpacked and not handed out yet is taken in one go: to be
 * paused within it would make it copy all the rest, again and again. False: it cannot go on.
 */
static bool resume(struct oac_curl_loop *loop, struct lane *lane)
{
	struct oac_sigpipe_guard guard;
	CURLcode code;

	lane->x.full = false;
	if (!lane->x.paused)
		return true;
	lane->x.paused = false;
	oac_sigpipe_begin(&guard);
	lane->resuming = true;
	code = curl_easy_pause(lane->easy, CURLPAUSE_CONT);
	lane->resuming = false;
	lane->x.full = oac_curl_lane_is_full(lane);
	take_done(loop);
	oac_sigpipe_end(&guard);
	if (oac_curl_lane_may_share(lane) && !lane->restless) {
		lane->restless = true;
		if (loop->restless++ == 0)
			loop->owner.timer(loop->owner.user, 0);
	}
	if (code == CURLE_OK || lane->over)
		return true;
	/*
	 * It will not be told over, and libcurl 7.88 divides by zero when it goes on. When there is
	 * no memory to watch its socket, this is a CURLMcode.
	 */
	oac_curl_lane_over(
		lane, (int)code == CURLM_OUT_OF_MEMORY ? CURLE_OUT_OF_MEMORY : code);
	lane->x.stopped = false;
	return false;
}

static bool transport_step(void *user, void *exchange, int64_t wait_ms,
	const struct oac_cancel *cancel, struct oac_result *result)
{
	const struct oac_curl_seat *seat = user;
	struct lane *lane = exchange;
	bool goes_on = oac_curl_lane_deliver(lane);

	(void)wait_ms;
	(void)cancel;
	lane->x.stopped = !goes_on;
	if (goes_on && !lane->over)
		goes_on = resume(seat->lanes->loop, lane);
	if (!goes_on || (lane->over && lane->pending.len == 0)) {
		oac_curl_exchange_result(&lane->x, lane->code, result);
		return true;
	}
	oac_curl_exchange_note(&lane->x, result);
	return false;
}

static void transport_end(void *user, void *exchange)
{
	struct oac_curl_seat *seat = user;
	struct lane *lane = exchange;
	struct oac_sigpipe_guard guard;

	*lane->link = lane->next;
	if (lane->next != NULL)
		lane->next->link = lane->link;
	seat->lanes->loop->restless -= lane->restless;
	seat->left = lane->x.sends > 0 && !lane->over && !lane->x.stopped;
	/* Only what is still running has something to say to the server. */
	if (!lane->over)
		oac_sigpipe_begin(&guard);
	if (lane->added)
		curl_multi_remove_handle(seat->lanes->loop->multi, lane->easy);
	if (!lane->over)
		oac_sigpipe_end(&guard);
	oac_curl_lane_end(lane);
}

struct oac_transport oac_curl_loop_transport(struct oac_curl_seat *seat)
{
	return (struct oac_transport){ seat, transport_start, transport_step, transport_end, NULL };
}

/* ---- loops ---- */

struct oac_curl_lanes **oac_curl_loop_lanes(struct oac_curl_loop *loop)
{
	return &loop->lanes;
}

CURLSH *oac_curl_loop_share(const struct oac_curl_loop *loop)
{
	return loop->share;
}

static int on_timer(CURLM *multi, long ms, void *user)
{
	struct oac_curl_loop *loop = user;

	(void)multi;
	if (loop->restless > 0 && (ms < 0 || ms > LOOK_MS))
		ms = LOOK_MS;
	loop->owner.timer(loop->owner.user, ms);
	return 0;
}

struct oac_curl_loop *oac_curl_loop_new(const struct oac_curl_owner *owner, int max_connections,
	int max_connections_per_host)
{
	struct oac_curl_loop *loop = oac_malloc(sizeof(*loop));

	if (loop == NULL)
		return NULL;
	memset(loop, 0, sizeof(*loop));
	loop->multi = curl_multi_init();
	loop->share = curl_share_init();
	loop->owner = *owner;
	if (loop->multi != NULL && loop->share != NULL &&
		curl_share_setopt(loop->share, CURLSHOPT_SHARE, CURL_LOCK_DATA_SSL_SESSION) !=
			CURLSHE_NOMEM &&
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
	if (loop->share != NULL)
		curl_share_cleanup(loop->share);
	oac_sigpipe_end(&guard);
	oac_mem_free(loop->sockets);
	oac_mem_free(loop);
}

void oac_curl_loop_socket(struct oac_curl_loop *loop, int fd, int what)
{
	int mask = (what & OAC_LOOP_READ ? CURL_CSELECT_IN : 0) |
		(what & OAC_LOOP_WRITE ? CURL_CSELECT_OUT : 0);

	if (!end_kept(loop, fd))
		act(loop, fd, mask);
}

/* As if all that may have many requests had become readable. */
static void stir(struct oac_curl_loop *loop)
{
	for (size_t fd = 0; fd < loop->socket_count; fd++)
		if (loop->sockets[fd].watched != 0 && !loop->sockets[fd].in_order)
			act(loop, (curl_socket_t)fd, CURL_CSELECT_IN);
}

void oac_curl_loop_timer(struct oac_curl_loop *loop)
{
	if (loop->restless > 0) {
		/* libcurl calls for another one only when it wants one itself. */
		on_timer(loop->multi, -1, loop);
		stir(loop);
	}
	act(loop, CURL_SOCKET_TIMEOUT, 0);
}

void oac_curl_loop_sweep(struct oac_curl_loop *loop)
{
	int running;

	do
		after(loop, curl_multi_perform(loop->multi, &running));
	while (go_on(loop));
}
