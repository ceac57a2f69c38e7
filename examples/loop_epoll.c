/*
 * loop_epoll: runs followed by a program whose own event loop is epoll.
 *
 *	OPENAI_API_KEY=... build/examples/loop_epoll
 */
#define _POSIX_C_SOURCE 200809L

#include "loop_runs.h"

#include <errno.h>
#include <sys/epoll.h>
#include <unistd.h>

enum {
	EVENTS = 16,
};

struct mine {
	int epoll;
	int64_t due; /* when the timer goes off, on oac_now_ms()'s clock; -1: it is not set */
	bool over;
};

static int watch(void *user, int fd, int what)
{
	const struct mine *mine = user;
	struct epoll_event event = { .data.fd = fd };

	if (what & OAC_LOOP_READ)
		event.events |= EPOLLIN;
	if (what & OAC_LOOP_WRITE)
		event.events |= EPOLLOUT;
	if (what == 0)
		return epoll_ctl(mine->epoll, EPOLL_CTL_DEL, fd, &event);
	if (epoll_ctl(mine->epoll, EPOLL_CTL_MOD, fd, &event) == 0)
		return 0;
	return errno == ENOENT ? epoll_ctl(mine->epoll, EPOLL_CTL_ADD, fd, &event) : -1;
}

static void timer(void *user, int64_t ms)
{
	struct mine *mine = user;

	mine->due = ms < 0 ? -1 : oac_now_ms() + ms;
}

static void over(void *user)
{
	struct mine *mine = user;

	mine->over = true;
}

static void turn(struct mine *mine, struct oac_loop *loop)
{
	struct epoll_event events[EVENTS];
	int64_t left = mine->due < 0 ? -1 : mine->due - oac_now_ms();
	int count = epoll_wait(mine->epoll, events, EVENTS, left < 0 ? (mine->due < 0 ? -1 : 0) : (int)left);

	for (int i = 0; i < count; i++) {
		bool broken = (events[i].events & (EPOLLERR | EPOLLHUP)) != 0;
		int what = (broken || events[i].events & EPOLLIN ? OAC_LOOP_READ : 0) |
			(broken || events[i].events & EPOLLOUT ? OAC_LOOP_WRITE : 0);
		oac_loop_socket(loop, events[i].data.fd, what);
	}
	if (mine->due >= 0 && mine->due <= oac_now_ms()) {
		mine->due = -1;
		oac_loop_timer(loop);
	}
}

int main(void)
{
	struct mine mine = { .epoll = epoll_create1(EPOLL_CLOEXEC), .due = -1 };
	const struct oac_loop_adapter adapter = { &mine, watch, timer };
	struct loop_runs runs = { .over = over, .user = &mine };

	bool ok = mine.epoll != -1 && loop_runs_begin(&runs, &adapter);
	while (ok && !mine.over)
		turn(&mine, runs.loop);
	loop_runs_end(&runs);
	if (mine.epoll != -1)
		close(mine.epoll);
	return ok && runs.failed == 0 ? 0 : 1;
}
