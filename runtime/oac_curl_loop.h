/*
 * oac_curl_loop.h: any number of exchanges on one multi handle of libcurl, by its socket
 * and timer interface: what a loop needs of libcurl. Not for programs.
 *
 * Nothing here waits, and nothing calls back to programs: what comes is kept until the
 * exchange is stepped, and more than a little of it stays with the server.
 */
#ifndef OAC_CURL_LOOP_H
#define OAC_CURL_LOOP_H

#include "oac_client_type.h"

struct oac_curl_loop;
struct oac_curl_lanes;
struct oac_curl_settings;

/* What happens to sockets and timers is said to the owner. */
struct oac_curl_owner {
	void *user;
	/* what: OAC_LOOP_READ, OAC_LOOP_WRITE, both; 0: no more. False: it cannot be watched. */
	bool (*watch)(void *user, int fd, int what);
	/* Call oac_curl_loop_timer in ms; below 0: not any more. */
	void (*timer)(void *user, int64_t ms);
};

/* One of those that make exchanges: the user pointer of the transport. */
struct oac_curl_seat {
	struct oac_curl_lanes *lanes;
	void (*moved)(void *owner); /* step the exchange */
	void *owner;
	bool left; /* the last exchange was ended before it was over; all zero at first */
};

/* The settings of a transport on libcurl; NULL: it is none. */
const struct oac_curl_settings *oac_curl_settings_of(const struct oac_transport *transport);

/* NULL when memory is short. */
struct oac_curl_loop *oac_curl_loop_new(const struct oac_curl_owner *owner, int max_connections,
	int max_connections_per_host);
/* All exchanges have been ended, all lanes freed. */
void oac_curl_loop_free(struct oac_curl_loop *loop);
void oac_curl_loop_socket(struct oac_curl_loop *loop, int fd, int what);
void oac_curl_loop_timer(struct oac_curl_loop *loop);
/* Looks at all sockets, without being told that something happened. */
void oac_curl_loop_sweep(struct oac_curl_loop *loop);

/* The handles that are set up for one client. NULL when memory is short. */
struct oac_curl_lanes *oac_curl_lanes_new(struct oac_curl_loop *loop,
	const struct oac_curl_settings *settings);
void oac_curl_lanes_free(struct oac_curl_lanes *lanes);

/* seat stays where it is as long as the transport is used. */
struct oac_transport oac_curl_loop_transport(struct oac_curl_seat *seat);

#ifdef OAC_NO_CURL
#define oac_curl_settings_of(transport) NULL
#define oac_curl_loop_new(owner, max_connections, max_connections_per_host) NULL
#define oac_curl_loop_free(loop) ((void)(loop))
#define oac_curl_loop_socket(loop, fd, what) ((void)(loop), (void)(fd), (void)(what))
#define oac_curl_loop_timer(loop) ((void)(loop))
#define oac_curl_loop_sweep(loop) ((void)(loop))
#define oac_curl_lanes_new(loop, settings) NULL
#define oac_curl_lanes_free(lanes) ((void)(lanes))
#endif

#endif
