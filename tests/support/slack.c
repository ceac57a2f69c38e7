/* For SCHED_BATCH. */
#define _GNU_SOURCE

#include "slack.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum {
	NAP_NS = 4 * 1000 * 1000,
	WAKES = 8, /* how often what takes part may have waked, one after the other */
	NS_PER_MS = 1000 * 1000,
};

static struct {
	pthread_t thread;
	pid_t process; /* whose thread it is; 0: none */
	atomic_bool is_over;
	atomic_llong latest_ns;
} watcher;

static long long now_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000LL * NS_PER_MS + now.tv_nsec;
}

static void *watch(void *user)
{
	const struct timespec nap = { 0, NAP_NS };

	(void)user;
	while (!atomic_load(&watcher.is_over)) {
		long long start = now_ns();
		nanosleep(&nap, NULL);
		long long late = now_ns() - start - NAP_NS;
		long long latest = atomic_load(&watcher.latest_ns);
		while (late > latest && !atomic_compare_exchange_weak(&watcher.latest_ns, &latest, late))
			;
	}
	return NULL;
}

/* A child of the process has no such thread. */
static void stop(void)
{
	if (watcher.process != getpid())
		return;
	atomic_store(&watcher.is_over, true);
	pthread_join(watcher.thread, NULL);
}

static void start(void)
{
	const struct sched_param param = { 0 };

	if (watcher.process != 0 || pthread_create(&watcher.thread, NULL, watch, NULL) != 0)
		return;
	watcher.process = getpid();
	/* Waits for its turn, as those do that have work: a sleeper would be let past them. */
	pthread_setschedparam(watcher.thread, SCHED_BATCH, &param);
	atexit(stop);
}

void slack_begin(void)
{
	start();
	atomic_store(&watcher.latest_ns, 0);
}

int64_t slack_ms(void)
{
	const char *text = getenv("OAC_SLACK_MS");

	if (text != NULL)
		return strtol(text, NULL, 10);
	start();
	return WAKES * (int64_t)(atomic_load(&watcher.latest_ns) / NS_PER_MS);
}
