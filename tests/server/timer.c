#define _POSIX_C_SOURCE 200809L
#include "timer.h"
#include "state.h"
#include "text.h"

#include <pthread.h>
#include <stdlib.h>
#include <time.h>

struct alarm_entry {
	void *what;
	int64_t at_ms;
};

struct timer {
	timer_fn *fire;
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t changed;
	struct alarm_entry *entries; /* in no order: there are few */
	size_t count;
	size_t size;
	bool stopped;
};

/* Fires what is due; returns when the next is, INT64_MAX when there is none. */
static int64_t timer_fire_due(struct timer *timer)
{
	int64_t now_ms = clock_now_ms(), next_ms = INT64_MAX;
	size_t i = 0;

	while (i < timer->count) {
		if (timer->stopped || timer->entries[i].at_ms <= now_ms) {
			timer->fire(timer->entries[i].what);
			timer->entries[i] = timer->entries[--timer->count];
			continue;
		}
		if (timer->entries[i].at_ms < next_ms)
			next_ms = timer->entries[i].at_ms;
		i++;
	}
	return next_ms;
}

static void *timer_thread(void *arg)
{
	struct timer *timer = arg;
	struct timespec until;
	int64_t next_ms;

	pthread_mutex_lock(&timer->lock);
	for (;;) {
		next_ms = timer_fire_due(timer);
		if (timer->stopped)
			break;
		if (next_ms == INT64_MAX) {
			pthread_cond_wait(&timer->changed, &timer->lock);
			continue;
		}
		until.tv_sec = (time_t)(next_ms / 1000);
		until.tv_nsec = (long)(next_ms % 1000) * 1000000;
		pthread_cond_timedwait(&timer->changed, &timer->lock, &until);
	}
	pthread_mutex_unlock(&timer->lock);
	return NULL;
}

struct timer *timer_new(timer_fn *fire)
{
	struct timer *timer = mem_new(sizeof(*timer));
	pthread_condattr_t monotonic;

	timer->fire = fire;
	pthread_mutex_init(&timer->lock, NULL);
	pthread_condattr_init(&monotonic);
	pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
	pthread_cond_init(&timer->changed, &monotonic);
	pthread_condattr_destroy(&monotonic);
	if (pthread_create(&timer->thread, NULL, timer_thread, timer) == 0)
		return timer;
	timer_free(timer);
	return NULL;
}

bool timer_add(struct timer *timer, void *what, int64_t at_ms)
{
	bool added = false;

	pthread_mutex_lock(&timer->lock);
	if (!timer->stopped) {
		timer->entries = mem_grow(
			timer->entries, timer->count, &timer->size, sizeof(*timer->entries));
		timer->entries[timer->count].what = what;
		timer->entries[timer->count++].at_ms = at_ms;
		pthread_cond_signal(&timer->changed);
		added = true;
	}
	pthread_mutex_unlock(&timer->lock);
	return added;
}

void timer_stop(struct timer *timer)
{
	pthread_mutex_lock(&timer->lock);
	timer->stopped = true;
	pthread_cond_signal(&timer->changed);
	pthread_mutex_unlock(&timer->lock);
	pthread_join(timer->thread, NULL);
}

void timer_free(struct timer *timer)
{
	if (!timer)
		return;
	pthread_cond_destroy(&timer->changed);
	pthread_mutex_destroy(&timer->lock);
	free(timer->entries);
	free(timer);
}
