#define _GNU_SOURCE /* pipe2; means nothing where it is not */

#include "oac_platform.h"

#include "oac_memory.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum {
	BLIND_WAIT_MS = 10, /* between looks, when the system cannot say when there is something */
};

struct oac_mutex {
	pthread_mutex_t mutex;
};

struct oac_cancel {
	atomic_bool pulled;
	int fds[2];
};

/* ---- clocks and random numbers ---- */

static int64_t clock_ns(clockid_t clock)
{
	struct timespec now = { 0, 0 };

	clock_gettime(clock, &now);
	return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

int64_t oac_now_ms(void)
{
	return clock_ns(CLOCK_MONOTONIC) / 1000000;
}

int64_t oac_wall_ms(void)
{
	return clock_ns(CLOCK_REALTIME) / 1000000;
}

/* splitmix64 over what no two calls share: both clocks and a place on this thread's stack. */
double oac_random(void)
{
	uint64_t x = (uint64_t)clock_ns(CLOCK_REALTIME);

	x ^= (uint64_t)clock_ns(CLOCK_MONOTONIC) << 20;
	x ^= (uint64_t)(uintptr_t)&x << 7;
	x += 0x9E3779B97F4A7C15U;
	x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9U;
	x = (x ^ (x >> 27)) * 0x94D049BB133111EBU;
	x ^= x >> 31;
	return (double)(x >> 11) / 9007199254740992.0;
}

int64_t oac_process_id(void)
{
	return (int64_t)getpid();
}

int64_t oac_deadline_in(int64_t ms)
{
	int64_t now = oac_now_ms();

	return ms < 0 || ms > INT64_MAX - now ? INT64_MAX : now + ms;
}

int64_t oac_time_left(int64_t deadline)
{
	if (deadline == INT64_MAX)
		return -1;
	int64_t now = oac_now_ms();
	return deadline > now ? deadline - now : 0;
}

/* ---- locks ---- */

struct oac_mutex *oac_mutex_new(void)
{
	struct oac_mutex *mutex = oac_malloc(sizeof(*mutex));

	if (mutex != NULL && pthread_mutex_init(&mutex->mutex, NULL) != 0) {
		oac_mem_free(mutex);
		mutex = NULL;
	}
	return mutex;
}

void oac_mutex_lock(struct oac_mutex *mutex)
{
	pthread_mutex_lock(&mutex->mutex);
}

void oac_mutex_unlock(struct oac_mutex *mutex)
{
	pthread_mutex_unlock(&mutex->mutex);
}

void oac_mutex_free(struct oac_mutex *mutex)
{
	if (mutex == NULL)
		return;
	pthread_mutex_destroy(&mutex->mutex);
	oac_mem_free(mutex);
}

static pthread_mutex_t global_mutex = PTHREAD_MUTEX_INITIALIZER;

void oac_global_lock(void)
{
	pthread_mutex_lock(&global_mutex);
}

void oac_global_unlock(void)
{
	pthread_mutex_unlock(&global_mutex);
}

/* ---- descriptors ---- */

#ifdef __linux__

/* At once, so that no child of another thread can inherit them. */
static bool open_pipe(int fds[2])
{
	return pipe2(fds, O_NONBLOCK | O_CLOEXEC) == 0;
}

#else

static bool prepare_descriptor(int fd)
{
	int flags = fcntl(fd, F_GETFL);

	return flags != -1 && fcntl(fd, F_SETFL, flags | O_NONBLOCK) != -1 &&
		fcntl(fd, F_SETFD, FD_CLOEXEC) != -1;
}

static bool open_pipe(int fds[2])
{
	if (pipe(fds) != 0)
		return false;
	if (prepare_descriptor(fds[0]) && prepare_descriptor(fds[1]))
		return true;
	close(fds[0]);
	close(fds[1]);
	return false;
}

#endif

bool oac_pipe_open(int fds[2])
{
	if (open_pipe(fds))
		return true;
	fds[0] = fds[1] = -1;
	return false;
}

void oac_pipe_close(int fds[2])
{
	for (int i = 0; i < 2; i++) {
		if (fds[i] != -1)
			close(fds[i]);
		fds[i] = -1;
	}
}

void oac_pipe_put(int fd)
{
	int saved = errno;
	ssize_t n;

	do
		n = write(fd, "", 1);
	while (n == -1 && errno == EINTR);
	errno = saved;
}

bool oac_pipe_take(int fd)
{
	char byte;
	ssize_t n;

	do
		n = read(fd, &byte, 1);
	while (n == -1 && errno == EINTR);
	return n == 1;
}

static void wait_blindly(int64_t left)
{
	int64_t ms = left >= 0 && left < BLIND_WAIT_MS ? left : BLIND_WAIT_MS;
	const struct timespec time = { 0, (long)ms * 1000000 };

	nanosleep(&time, NULL);
}

void oac_wait_readable(int fd, int other_fd, int64_t wait_ms)
{
	/* poll() passes over negative descriptors. */
	struct pollfd fds[2] = { { fd, POLLIN, 0 }, { other_fd, POLLIN, 0 } };
	int64_t deadline = oac_deadline_in(wait_ms);

	for (;;) {
		int64_t left = oac_time_left(deadline);
		int n = poll(fds, 2, left > INT_MAX ? INT_MAX : (int)left);
		if (n > 0)
			return;
		/* Callers ask again at once: when the system cannot wait, it must not become a busy loop. */
		if (n == -1 && errno != EINTR) {
			wait_blindly(left);
			return;
		}
		if (oac_time_left(deadline) == 0)
			return;
	}
}

bool oac_is_readable(int fd)
{
	struct pollfd one = { fd, POLLIN, 0 };

	return poll(&one, 1, 0) > 0;
}

void oac_socket_end(int fd)
{
	char bytes[4096];

	shutdown(fd, SHUT_RDWR);
	while (recv(fd, bytes, sizeof(bytes), MSG_DONTWAIT) > 0)
		;
}

int oac_socket_close(int fd)
{
	return close(fd);
}

/* ---- cancel tokens ---- */

struct oac_cancel *oac_cancel_new(void)
{
	struct oac_cancel *cancel = oac_malloc(sizeof(*cancel));

	if (cancel == NULL)
		return NULL;
	atomic_init(&cancel->pulled, false);
	if (oac_pipe_open(cancel->fds))
		return cancel;
	oac_mem_free(cancel);
	return NULL;
}

void oac_cancel_pull(struct oac_cancel *cancel)
{
	/* Nobody takes the byte out, so that every waiter, also a later one, sees it. */
	if (!atomic_exchange(&cancel->pulled, true))
		oac_pipe_put(cancel->fds[1]);
}

bool oac_cancel_pulled(const struct oac_cancel *cancel)
{
	return cancel != NULL && atomic_load(&cancel->pulled);
}

void oac_cancel_free(struct oac_cancel *cancel)
{
	if (cancel == NULL)
		return;
	oac_pipe_close(cancel->fds);
	oac_mem_free(cancel);
}

int oac_cancel_fd(const struct oac_cancel *cancel)
{
	return cancel != NULL ? cancel->fds[0] : -1;
}

enum oac_status oac_sleep_ms(int64_t ms, const struct oac_cancel *cancel)
{
	int64_t deadline = oac_deadline_in(ms > 0 ? ms : 0);

	for (;;) {
		int64_t left = oac_time_left(deadline);
		if (oac_cancel_pulled(cancel))
			return OAC_E_CANCELLED;
		if (left == 0)
			return OAC_OK;
		oac_wait_readable(oac_cancel_fd(cancel), -1, left);
	}
}

/* ---- SIGPIPE ---- */

static bool sigpipe_pending(void)
{
	sigset_t pending;

	sigemptyset(&pending);
	sigpending(&pending);
	return sigismember(&pending, SIGPIPE) == 1;
}

void oac_sigpipe_begin(struct oac_sigpipe_guard *guard)
{
	sigset_t block;
	sigset_t before;

	sigemptyset(&block);
	sigaddset(&block, SIGPIPE);
	pthread_sigmask(SIG_BLOCK, &block, &before);
	guard->was_blocked = sigismember(&before, SIGPIPE) == 1;
	/* One that was not blocked has been delivered. */
	guard->was_pending = guard->was_blocked && sigpipe_pending();
}

void oac_sigpipe_end(const struct oac_sigpipe_guard *guard)
{
	sigset_t pipe_only;

	sigemptyset(&pipe_only);
	sigaddset(&pipe_only, SIGPIPE);
	if (!guard->was_pending && sigpipe_pending()) {
#ifdef __APPLE__
		int got;
		sigwait(&pipe_only, &got);
#else
		const struct timespec at_once = { 0, 0 };
		while (sigtimedwait(&pipe_only, NULL, &at_once) == -1 && errno == EINTR)
			;
#endif
	}
	if (!guard->was_blocked)
		pthread_sigmask(SIG_UNBLOCK, &pipe_only, NULL);
}
