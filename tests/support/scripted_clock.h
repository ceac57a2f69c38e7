/*
 * scripted_clock.h: the runtime's clocks and waits, compiled into a test program with a time
 * that goes on only where the runtime waits, by just as much as it waits: how long something
 * takes is exact, however slow the machine is. For one .c, as the first include.
 *
 *	scripted_clock_start();
 *	... oac_sleep_ms(100, NULL) returns at once, and 100 ms have passed ...
 *	scripted_clock_stop();		from here on time is real, as it is before
 *
 * The time of day stays real. Other threads wait by themselves, not with oac_sleep_ms. A loop waits
 * with poll() here, not with epoll.
 */
#ifndef SCRIPTED_CLOCK_H
#define SCRIPTED_CLOCK_H

#define _GNU_SOURCE /* as oac_platform.c has it */

#include <poll.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static struct {
	bool on;
	int64_t now_ms;
} scripted_clock;

static inline int scripted_gettime(clockid_t clock, struct timespec *now)
{
	if (!scripted_clock.on || clock != CLOCK_MONOTONIC)
		return clock_gettime(clock, now);
	now->tv_sec = (time_t)(scripted_clock.now_ms / 1000);
	now->tv_nsec = (long)(scripted_clock.now_ms % 1000) * 1000000;
	return 0;
}

static inline int scripted_poll(struct pollfd *fds, nfds_t count, int ms)
{
	int ready = poll(fds, count, scripted_clock.on ? 0 : ms);

	if (!scripted_clock.on || ready != 0)
		return ready;
	if (ms < 0) {
		fprintf(stderr, "a wait that nothing ends\n");
		abort();
	}
	scripted_clock.now_ms += ms;
	return 0;
}

static inline void scripted_clock_start(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	scripted_clock.now_ms = (int64_t)now.tv_sec * 1000;
	scripted_clock.on = true;
}

static inline void scripted_clock_stop(void)
{
	scripted_clock.on = false;
}

#define OAC_NO_EPOLL
#define clock_gettime scripted_gettime
#define poll scripted_poll
#include "oac_platform.c"
#include "oac_poller.c"
#undef poll
#undef clock_gettime

#endif
