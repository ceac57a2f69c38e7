#include "oac_curl_lane.h"

#include <string.h>

enum {
	PENDING_MAX = 64 * 1024, /* of an answer, kept for an exchange that is not stepped */
	SHARED_MAX = 1024 * 1024, /* the same, where others would have to wait with it */
	IDLE_MAX = 64,		 /* handles kept for later exchanges */
};

/* ---- what comes, kept until the exchange is stepped ---- */

bool oac_curl_lane_may_share(const struct lane *lane)
{
	return strncmp(lane->x.request->url, "https:", 6) == 0;
}

void oac_curl_lane_tell(const struct lane *lane)
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
	oac_curl_lane_tell(lane);
	return OAC_FLOW_GO;
}

bool oac_curl_lane_is_full(const struct lane *lane)
{
	size_t most = oac_curl_lane_may_share(lane) ? SHARED_MAX : PENDING_MAX;

	return lane->pending.len >= most;
}

static enum oac_flow keep_body(void *user, const char *bytes, size_t len)
{
	struct lane *lane = user;

	oac_buffer_add(&lane->pending, bytes, len);
	if (lane->pending.failed) {
		lane->x.no_memory = true;
		return OAC_FLOW_STOP;
	}
	lane->x.full = !lane->resuming && oac_curl_lane_is_full(lane);
	oac_curl_lane_tell(lane);
	return OAC_FLOW_GO;
}

bool oac_curl_lane_deliver(struct lane *lane)
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

/* ---- one by one ---- */

static void settle(struct lane *lane)
{
	if (lane->unsent)
		lane->seat->lanes->unsent--;
	lane->unsent = false;
}

/* The first bytes of its request are about to go. */
static void note_sent(struct oac_curl_exchange *x)
{
	struct lane *lane = (struct lane *)x;
	struct oac_curl_lanes *lanes = lane->seat->lanes;

	/* The second of two, which libcurl has not put onto the connection of the first. */
	if (lane->unsent && x->on_new && lanes->begun == 2 && !lanes->known)
		lanes->alone = true;
	settle(lane);
}

static void note_version(const struct lane *lane)
{
	struct oac_curl_lanes *lanes = lane->seat->lanes;
	long version = 0;

	curl_easy_getinfo(lane->easy, CURLINFO_HTTP_VERSION, &version);
	if (version == CURL_HTTP_VERSION_NONE)
		return;
	lanes->known = true;
	lanes->alone = version == CURL_HTTP_VERSION_1_0 || version == CURL_HTTP_VERSION_1_1;
}

static void hold(struct lane *lane)
{
	struct oac_curl_lanes *lanes = lane->seat->lanes;

	lane->held_link = lanes->held_end;
	*lanes->held_end = lane;
	lanes->held_end = &lane->next_held;
}

static void let_go(struct lane *lane)
{
	struct oac_curl_lanes *lanes = lane->seat->lanes;

	*lane->held_link = lane->next_held;
	if (lane->next_held != NULL)
		lane->next_held->held_link = lane->held_link;
	else
		lanes->held_end = lane->held_link;
	if (lanes->held == NULL)
		lanes->room = 0;
	lane->next_held = NULL;
	lane->held_link = NULL;
}

static void add(struct lane *lane)
{
	struct oac_curl_lanes *lanes = lane->seat->lanes;

	lane->added = oac_curl_lane_add(lane);
	if (!lane->added) {
		oac_curl_lane_over(lane, CURLE_FAILED_INIT);
	} else if (oac_curl_lane_may_share(lane)) {
		lane->unsent = true;
		lanes->unsent++;
		lanes->begun++;
		if (lanes->room > 0)
			lanes->room--;
	}
}

/* One of those that wait. */
static bool add_held(struct oac_curl_lanes *lanes)
{
	while (lanes->held != NULL) {
		struct lane *lane = lanes->held;
		let_go(lane);
		if (lane->over)
			continue;
		add(lane);
		if (lane->added)
			return true;
	}
	return false;
}

bool oac_curl_lanes_go_on(struct oac_curl_lanes *lanes)
{
	bool any = false;

	while ((lanes->alone || lanes->unsent == 0 || lanes->room > 0) && add_held(lanes))
		any = true;
	return any;
}

/* One of those that wait can have the place of one that has ended. */
static void make_room(struct oac_curl_lanes *lanes)
{
	if (lanes->held != NULL)
		lanes->room++;
}

void oac_curl_lane_over(struct lane *lane, CURLcode code)
{
	if (lane->added && oac_curl_lane_may_share(lane)) {
		note_version(lane);
		make_room(lane->seat->lanes);
	}
	settle(lane);
	lane->over = true;
	lane->code = code;
	oac_curl_lane_tell(lane);
}

/* ---- lanes ---- */

static void free_lane(struct lane *lane)
{
	curl_easy_cleanup(lane->easy);
	oac_buffer_clear(&lane->pending);
	oac_mem_free(lane);
}

static struct lane *make_lane(const struct oac_curl_lanes *lanes)
{
	struct lane *lane = oac_malloc(sizeof(*lane));

	if (lane == NULL)
		return NULL;
	memset(lane, 0, sizeof(*lane));
	oac_buffer_init(&lane->pending, SIZE_MAX / 4);
	lane->easy = curl_easy_init();
	if (lane->easy != NULL &&
		oac_curl_settings_apply(lanes->settings, lane->easy) == CURLE_OK &&
		curl_easy_setopt(lane->easy, CURLOPT_SHARE, oac_curl_loop_share(lanes->loop)) ==
			CURLE_OK)
		return lane;
	free_lane(lane);
	return NULL;
}

struct lane *oac_curl_lane_new(struct oac_curl_seat *seat)
{
	struct oac_curl_lanes *lanes = seat->lanes;
	struct lane *lane = lanes->idle;
	CURL *easy;
	struct oac_buffer pending;

	if (lane != NULL) {
		lanes->idle = lane->next;
		lanes->idle_count--;
	} else {
		lane = make_lane(lanes);
		if (lane == NULL)
			return NULL;
	}
	easy = lane->easy;
	pending = lane->pending;
	memset(lane, 0, sizeof(*lane));
	lane->easy = easy;
	lane->pending = pending;
	lane->pending.len = 0;
	lane->pending.failed = OAC_BUFFER_FINE;
	lane->seat = seat;
	return lane;
}

void oac_curl_lane_begin(struct lane *lane, const struct oac_request *request,
	const struct oac_sink *sink)
{
	const struct oac_curl_lanes *lanes = lane->seat->lanes;

	lane->sink = sink;
	lane->own_sink = (struct oac_sink){ lane, keep_head, keep_body };
	lane->code = CURLE_FAILED_INIT;
	oac_curl_exchange_init(&lane->x, request, &lane->own_sink);
	lane->x.on_send = note_sent;
	if (oac_curl_lane_may_share(lane) && !lanes->alone && lanes->unsent > 0)
		hold(lane);
	else
		add(lane);
}

void oac_curl_lane_end(struct lane *lane)
{
	struct oac_curl_lanes *lanes = lane->seat->lanes;
	bool was_begun = lane->added && oac_curl_lane_may_share(lane);
	bool was_over = lane->over;

	if (lane->held_link != NULL)
		let_go(lane);
	if (was_begun)
		lanes->begun--;
	settle(lane);
	oac_curl_exchange_clear(&lane->x);
	if (lanes->idle_count == IDLE_MAX) {
		free_lane(lane);
	} else {
		if (lane->pending.size > PENDING_MAX)
			oac_buffer_clear(&lane->pending);
		lane->next = lanes->idle;
		lanes->idle = lane;
		lanes->idle_count++;
	}
	/* Nothing tells of this one but that it is gone. */
	if (was_begun && !was_over)
		add_held(lanes);
}

struct oac_curl_lanes *oac_curl_lanes_new(struct oac_curl_loop *loop,
	const struct oac_curl_settings *settings)
{
	struct oac_curl_lanes *lanes = oac_malloc(sizeof(*lanes));

	if (lanes == NULL)
		return NULL;
	memset(lanes, 0, sizeof(*lanes));
	lanes->loop = loop;
	lanes->settings = settings;
	lanes->held_end = &lanes->held;
	lanes->link = oac_curl_loop_lanes(loop);
	lanes->next = *lanes->link;
	if (lanes->next != NULL)
		lanes->next->link = &lanes->next;
	*lanes->link = lanes;
	return lanes;
}

void oac_curl_lanes_free(struct oac_curl_lanes *lanes)
{
	if (lanes == NULL)
		return;
	*lanes->link = lanes->next;
	if (lanes->next != NULL)
		lanes->next->link = lanes->link;
	while (lanes->idle != NULL) {
		struct lane *next = lanes->idle->next;
		free_lane(lanes->idle);
		lanes->idle = next;
	}
	oac_mem_free(lanes);
}
