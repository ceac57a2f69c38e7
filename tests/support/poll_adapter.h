/*
 * poll_adapter.h: an event loop of the program's own, as small as it can be, and what joins an
 * oac_loop to it.
 *
 *	struct mine mine = { .due = INT64_MAX };
 *	const struct oac_loop_adapter adapter = { &mine, my_watch, my_timer };
 *	... mine.loop = oac_loop_new(...) ...
 *	while (oac_loop_count(mine.loop) > 0)
 *		my_turn(&mine);
 */
#ifndef POLL_ADAPTER_H
#define POLL_ADAPTER_H

#include "oac_loop.h"
#include "oac_platform.h"

#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum {
	MY_FDS_MAX = 128,
};

struct mine {
	struct oac_loop *loop;
	struct pollfd fds[MY_FDS_MAX];
	nfds_t count;
	int64_t due; /* INT64_MAX: not set */
	int most_ms; /* that a turn waits; 0: no limit */
	int timers;
	int fail_from; /* the watch call from which on it fails; 0: never */
	int watches;
};

static inline int my_watch(void *user, int fd, int what)
{
	struct mine *mine = user;
	nfds_t n = 0;

	if (what != 0 && mine->fail_from > 0 && ++mine->watches >= mine->fail_from)
		return -1;
	while (n < mine->count && mine->fds[n].fd != fd)
		n++;
	if (what == 0) {
		if (n < mine->count)
			mine->fds[n] = mine->fds[--mine->count];
		return 0;
	}
	assert_true(n < MY_FDS_MAX);
	mine->fds[n].fd = fd;
	mine->fds[n].events = (short)((what & OAC_LOOP_READ ? POLLIN : 0) | (what & OAC_LOOP_WRITE ? POLLOUT : 0));
	if (n == mine->count)
		mine->count++;
	return 0;
}

static inline void my_timer(void *user, int64_t ms)
{
	struct mine *mine = user;

	mine->timers++;
	mine->due = oac_deadline_in(ms);
}

static inline void my_turn(struct mine *mine)
{
	struct pollfd fds[MY_FDS_MAX];
	nfds_t count = mine->count;
	int ms = (int)oac_time_left(mine->due);

	memcpy(fds, mine->fds, sizeof(fds));
	if (mine->most_ms > 0 && (ms < 0 || ms > mine->most_ms))
		ms = mine->most_ms;
	poll(fds, count, ms);
	for (nfds_t i = 0; i < count; i++) {
		int what = (fds[i].revents & ~POLLOUT ? OAC_LOOP_READ : 0) |
			(fds[i].revents & ~POLLIN ? OAC_LOOP_WRITE : 0);
		/* Nothing that was closed is still to be watched. */
		assert_false(fds[i].revents & POLLNVAL);
		if (what != 0)
			oac_loop_socket(mine->loop, fds[i].fd, what);
	}
	if (oac_time_left(mine->due) == 0) {
		mine->due = INT64_MAX;
		oac_loop_timer(mine->loop);
	}
}

#endif
