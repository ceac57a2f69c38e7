/*
 * oac_curl_lane.h: an exchange on a loop, what has come of it and not been handed on yet, and when
 * it may begin. Only oac_curl_l*.c include this.
 */
#ifndef OAC_CURL_LANE_H
#define OAC_CURL_LANE_H

#include "oac_curl_exchange.h"
#include "oac_curl_loop.h"

struct lane {
	struct oac_curl_exchange x; /* first, so that one can be had from the other */
	struct lane *next;	    /* idle, or in use */
	struct lane **link;	    /* in use: what points here */
	struct lane *next_held;	    /* it has not begun: those that do so later */
	struct lane **held_link;    /* NULL: it has begun */
	struct oac_curl_seat *seat;
	CURL *easy;
	const struct oac_sink *sink; /* of the one who steps */
	struct oac_sink own_sink;
	int http_status;
	struct oac_buffer pending; /* of the body */
	bool resuming;
	/*
	 * It was paused, on a connection that may have others. In HTTP/2 they all wait for it then,
	 * and when it goes on, libcurl may forget what it has read and not handed out (7.88 does):
	 * no socket tells of that. So until the end of this one it is made to look now and then.
	 */
	bool restless;
	bool added;
	bool unsent; /* others wait until it is on its way */
	bool has_head; /* of which the sink does not know yet */
	bool over;
	CURLcode code;
};

/*
 * The handles that are set up for one client. When many requests come at once, libcurl opens a
 * connection for each that finds none with room, though in HTTP/2 a few new ones have room for
 * all. So with https they begin one by one, the next when the one before is on its way, until
 * it is known that the server answers one request at a time on a connection.
 */
struct oac_curl_lanes {
	struct oac_curl_lanes *next; /* of the loop */
	struct oac_curl_lanes **link;
	struct oac_curl_loop *loop;
	const struct oac_curl_settings *settings;
	struct lane *idle;
	int idle_count;
	struct lane *held;
	struct lane **held_end;
	int begun;  /* with https, and not ended */
	int unsent; /* of them */
	int room;   /* of them have ended since some are held */
	bool alone; /* a connection has one request at a time */
	bool known; /* by an answer, whether it has */
};

/* Zero but for its handle and seat. NULL when memory is short. */
struct lane *oac_curl_lane_new(struct oac_curl_seat *seat);
/* Begins it, or lets it wait. */
void oac_curl_lane_begin(struct lane *lane, const struct oac_request *request,
	const struct oac_sink *sink);
/* Its handle is in its multi handle no more. */
void oac_curl_lane_end(struct lane *lane);
/* Begins those that may: false, none does. */
bool oac_curl_lanes_go_on(struct oac_curl_lanes *lanes);

/* Its connection may be one that has many requests at a time: with http none is. */
bool oac_curl_lane_may_share(const struct lane *lane);

/* Has it stepped. */
void oac_curl_lane_tell(const struct lane *lane);
/* libcurl is done with it. */
void oac_curl_lane_over(struct lane *lane, CURLcode code);
/* Hands on what has come. False: the rest is not wanted. */
bool oac_curl_lane_deliver(struct lane *lane);
/* There is more than a little of it. */
bool oac_curl_lane_is_full(const struct lane *lane);

/* oac_curl_loop.c: what the loop depends on, and in with it. False: x says why not. */
bool oac_curl_lane_add(struct lane *lane);
/* oac_curl_loop.c: the lanes of a loop, and what their handles share. */
struct oac_curl_lanes **oac_curl_loop_lanes(struct oac_curl_loop *loop);
CURLSH *oac_curl_loop_share(const struct oac_curl_loop *loop);

#endif
