/*
 * loop_libuv: runs followed by a program whose own event loop is libuv's.
 *
 *	OPENAI_API_KEY=... build/examples/loop_libuv
 */
#define _GNU_SOURCE /* which uv.h needs */

#include "loop_runs.h"

#include <stdlib.h>
#include <uv.h>

enum {
	FILES_MAX = 1024, /* descriptors from 0 on that can be watched */
};

struct mine {
	uv_loop_t *uv;
	uv_timer_t timer;
	uv_poll_t *polls[FILES_MAX];
	struct oac_loop *loop;
};

static struct mine mine;

static void on_socket(uv_poll_t *poll, int status, int events)
{
	int what = (status < 0 || events & UV_READABLE ? OAC_LOOP_READ : 0) |
		(status < 0 || events & UV_WRITABLE ? OAC_LOOP_WRITE : 0);
	uv_os_fd_t fd;

	if (uv_fileno((uv_handle_t *)poll, &fd) == 0)
		oac_loop_socket(mine.loop, fd, what);
}

static void on_timer(uv_timer_t *timer)
{
	(void)timer;
	oac_loop_timer(mine.loop);
}

static void free_handle(uv_handle_t *handle)
{
	free(handle);
}

static int unwatch(int fd)
{
	if (mine.polls[fd] != NULL)
		uv_close((uv_handle_t *)mine.polls[fd], free_handle);
	mine.polls[fd] = NULL;
	return 0;
}

static int watch(void *user, int fd, int what)
{
	int events = (what & OAC_LOOP_READ ? UV_READABLE : 0) | (what & OAC_LOOP_WRITE ? UV_WRITABLE : 0);

	(void)user;
	if (fd >= FILES_MAX)
		return -1;
	if (what == 0)
		return unwatch(fd);
	if (mine.polls[fd] == NULL) {
		uv_poll_t *poll = malloc(sizeof(*poll));
		if (poll == NULL || uv_poll_init(mine.uv, poll, fd) != 0) {
			free(poll);
			return -1;
		}
		mine.polls[fd] = poll;
	}
	return uv_poll_start(mine.polls[fd], events, on_socket);
}

static void timer(void *user, int64_t ms)
{
	(void)user;
	if (ms < 0)
		uv_timer_stop(&mine.timer);
	else
		uv_timer_start(&mine.timer, on_timer, (uint64_t)ms, 0);
}

static void over(void *user)
{
	(void)user;
	uv_stop(mine.uv);
}

int main(void)
{
	const struct oac_loop_adapter adapter = { NULL, watch, timer };
	struct loop_runs runs = { .over = over };

	mine.uv = uv_default_loop();
	uv_timer_init(mine.uv, &mine.timer);
	bool ok = loop_runs_begin(&runs, &adapter);
	mine.loop = runs.loop;
	if (ok)
		uv_run(mine.uv, UV_RUN_DEFAULT);
	loop_runs_end(&runs);
	/* What was closed goes in a last turn. */
	uv_close((uv_handle_t *)&mine.timer, NULL);
	uv_run(mine.uv, UV_RUN_DEFAULT);
	uv_loop_close(mine.uv);
	return ok && runs.failed == 0 ? 0 : 1;
}
