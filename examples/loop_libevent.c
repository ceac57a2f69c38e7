/*
 * loop_libevent: runs followed by a program whose own event loop is libevent's.
 *
 *	OPENAI_API_KEY=... build/examples/loop_libevent
 */
#define _POSIX_C_SOURCE 200809L

#include "loop_runs.h"

#include <event2/event.h>

enum {
	FILES_MAX = 1024, /* descriptors from 0 on that can be watched */
};

struct mine {
	struct event_base *base;
	struct event *timer;
	struct event *events[FILES_MAX];
	struct oac_loop *loop;
};

static void on_socket(evutil_socket_t fd, short events, void *user)
{
	struct mine *mine = user;

	oac_loop_socket(mine->loop, fd, (events & EV_READ ? OAC_LOOP_READ : 0) | (events & EV_WRITE ? OAC_LOOP_WRITE : 0));
}

static void on_timer(evutil_socket_t fd, short events, void *user)
{
	struct mine *mine = user;

	(void)fd;
	(void)events;
	oac_loop_timer(mine->loop);
}

static int watch(void *user, int fd, int what)
{
	struct mine *mine = user;
	int events = EV_PERSIST | (what & OAC_LOOP_READ ? EV_READ : 0) | (what & OAC_LOOP_WRITE ? EV_WRITE : 0);

	if (fd >= FILES_MAX)
		return -1;
	if (mine->events[fd] != NULL)
		event_free(mine->events[fd]);
	mine->events[fd] = what != 0 ? event_new(mine->base, fd, (short)events, on_socket, mine) : NULL;
	if (what == 0)
		return 0;
	return mine->events[fd] != NULL ? event_add(mine->events[fd], NULL) : -1;
}

static void timer(void *user, int64_t ms)
{
	struct mine *mine = user;
	const struct timeval time = { .tv_sec = ms / 1000, .tv_usec = ms % 1000 * 1000 };

	if (ms < 0)
		event_del(mine->timer);
	else
		event_add(mine->timer, &time);
}

static void over(void *user)
{
	struct mine *mine = user;

	event_base_loopbreak(mine->base);
}

int main(void)
{
	static struct mine mine;
	const struct oac_loop_adapter adapter = { &mine, watch, timer };
	struct loop_runs runs = { .over = over, .user = &mine };
	bool ok;

	mine.base = event_base_new();
	mine.timer = mine.base != NULL ? event_new(mine.base, -1, 0, on_timer, &mine) : NULL;
	if (mine.timer == NULL)
		return 1;
	ok = loop_runs_begin(&runs, &adapter);
	mine.loop = runs.loop;
	if (ok)
		event_base_dispatch(mine.base);
	loop_runs_end(&runs);
	event_free(mine.timer);
	event_base_free(mine.base);
	return ok && runs.failed == 0 ? 0 : 1;
}
