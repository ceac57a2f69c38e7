#define _POSIX_C_SOURCE 200809L

#include "oac_poller.h"

#include "oac_loop.h"
#include "oac_memory.h"

#include <limits.h>
#include <string.h>

#if defined(__linux__) && !defined(OAC_NO_EPOLL)

#include <errno.h>
#include <sys/epoll.h>
#include <unistd.h>

enum {
	EVENTS_MAX = 256, /* at a time; the rest comes next time */
};

struct oac_poller {
	int fd;
	struct epoll_event events[EVENTS_MAX];
};

enum oac_status oac_poller_new(struct oac_poller **poller)
{
	struct oac_poller *p = oac_malloc(sizeof(*p));

	*poller = NULL;
	if (p == NULL)
		return OAC_E_NOMEM;
	p->fd = epoll_create1(EPOLL_CLOEXEC);
	if (p->fd == -1) {
		oac_mem_free(p);
		return OAC_E_CONFIG;
	}
	*poller = p;
	return OAC_OK;
}

void oac_poller_free(struct oac_poller *poller)
{
	if (poller == NULL)
		return;
	close(poller->fd);
	oac_mem_free(poller);
}

bool oac_poller_watch(struct oac_poller *poller, int fd, int what)
{
	struct epoll_event event;

	memset(&event, 0, sizeof(event));
	event.events = (what & OAC_LOOP_READ ? (uint32_t)EPOLLIN : 0) |
		(what & OAC_LOOP_WRITE ? (uint32_t)EPOLLOUT : 0);
	event.data.fd = fd;
	/* A descriptor that was closed since is not known any more, whatever was said of it. */
	if (what == 0)
		return epoll_ctl(poller->fd, EPOLL_CTL_DEL, fd, &event) == 0 || errno == ENOENT ||
			errno == EBADF;
	/* Mostly a kept connection that is used again: not watched until now. */
	if (epoll_ctl(poller->fd, EPOLL_CTL_ADD, fd, &event) == 0)
		return true;
	return errno == EEXIST && epoll_ctl(poller->fd, EPOLL_CTL_MOD, fd, &event) == 0;
}

size_t oac_poller_wait(struct oac_poller *poller, int64_t wait_ms)
{
	int n = epoll_wait(poller->fd, poller->events, EVENTS_MAX,
		wait_ms < 0 ? -1 : wait_ms > INT_MAX ? INT_MAX : (int)wait_ms);

	return n > 0 ? (size_t)n : 0;
}

int oac_poller_ready(const struct oac_poller *poller, size_t n, int *fd)
{
	uint32_t events = poller->events[n].events;
	bool broken = (events & (EPOLLERR | EPOLLHUP)) != 0;

	*fd = poller->events[n].data.fd;
	return (broken || events & EPOLLIN ? OAC_LOOP_READ : 0) |
		(broken || events & EPOLLOUT ? OAC_LOOP_WRITE : 0);
}

#else

#include <poll.h>

struct oac_poller {
	struct pollfd *fds;
	size_t count;
	size_t size;
	struct pollfd *ready; /* size of them, too: fds may change while they are looked at */
};

void oac_poller_free(struct oac_poller *poller)
{
	if (poller == NULL)
		return;
	oac_mem_free(poller->fds);
	oac_mem_free(poller->ready);
	oac_mem_free(poller);
}

static bool grow(struct oac_poller *poller)
{
	size_t size = poller->size > 0 ? 2 * poller->size : 16;
	struct pollfd *fds = oac_realloc(poller->fds, size * sizeof(*fds));

	if (fds == NULL)
		return false;
	poller->fds = fds;
	struct pollfd *ready = oac_realloc(poller->ready, size * sizeof(*ready));
	if (ready == NULL)
		return false;
	poller->ready = ready;
	poller->size = size;
	return true;
}

enum oac_status oac_poller_new(struct oac_poller **poller)
{
	struct oac_poller *p = oac_malloc(sizeof(*p));

	*poller = NULL;
	if (p == NULL)
		return OAC_E_NOMEM;
	memset(p, 0, sizeof(*p));
	if (!grow(p)) {
		oac_poller_free(p);
		return OAC_E_NOMEM;
	}
	*poller = p;
	return OAC_OK;
}

bool oac_poller_watch(struct oac_poller *poller, int fd, int what)
{
	size_t n = 0;

	while (n < poller->count && poller->fds[n].fd != fd)
		n++;
	if (what == 0) {
		if (n < poller->count)
			poller->fds[n] = poller->fds[--poller->count];
		return true;
	}
	if (n == poller->size && !grow(poller))
		return false;
	poller->fds[n].fd = fd;
	poller->fds[n].events = (short)((what & OAC_LOOP_READ ? POLLIN : 0) |
		(what & OAC_LOOP_WRITE ? POLLOUT : 0));
	poller->count += n == poller->count;
	return true;
}

size_t oac_poller_wait(struct oac_poller *poller, int64_t wait_ms)
{
	int timeout = wait_ms < 0 ? -1 : wait_ms > INT_MAX ? INT_MAX : (int)wait_ms;
	size_t found = 0;

	if (poll(poller->fds, (nfds_t)poller->count, timeout) <= 0)
		return 0;
	for (size_t n = 0; n < poller->count; n++)
		if (poller->fds[n].revents != 0)
			poller->ready[found++] = poller->fds[n];
	return found;
}

int oac_poller_ready(const struct oac_poller *poller, size_t n, int *fd)
{
	const struct pollfd *ready = &poller->ready[n];
	bool broken = (ready->revents & (POLLERR | POLLHUP | POLLNVAL)) != 0;

	*fd = ready->fd;
	return (broken || ready->revents & POLLIN ? OAC_LOOP_READ : 0) |
		(broken || ready->revents & POLLOUT ? OAC_LOOP_WRITE : 0);
}

#endif
