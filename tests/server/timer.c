#include "timer.h"
#include "text.h"

#include <stdlib.h>

static void place_set(struct timer *timer, size_t place, struct wake *wake)
{
	timer->heap[place - 1] = wake;
	wake->place = place;
}

/* Puts wake at the free place, or above or below it where its time belongs. */
static void sift(struct timer *timer, size_t place, struct wake *wake)
{
	size_t child;

	while (place > 1 && timer->heap[place / 2 - 1]->at_ms > wake->at_ms) {
		place_set(timer, place, timer->heap[place / 2 - 1]);
		place /= 2;
	}
	while ((child = place * 2) <= timer->count) {
		if (child < timer->count && timer->heap[child]->at_ms < timer->heap[child - 1]->at_ms)
			child++;
		if (timer->heap[child - 1]->at_ms >= wake->at_ms)
			break;
		place_set(timer, place, timer->heap[child - 1]);
		place = child;
	}
	place_set(timer, place, wake);
}

void timer_set(struct timer *timer, struct wake *wake, int64_t at_ms)
{
	wake->at_ms = at_ms;
	if (!wake->place) {
		timer->heap =
			mem_grow(timer->heap, timer->count, &timer->size, sizeof(struct wake *));
		wake->place = ++timer->count;
	}
	sift(timer, wake->place, wake);
}

void timer_unset(struct timer *timer, struct wake *wake)
{
	size_t place = wake->place;
	struct wake *last;

	if (!place)
		return;
	wake->place = 0;
	last = timer->heap[--timer->count];
	if (last != wake)
		sift(timer, place, last);
}

struct wake *timer_take(struct timer *timer, int64_t now_ms)
{
	struct wake *first = timer->count ? timer->heap[0] : NULL;

	if (!first || first->at_ms > now_ms)
		return NULL;
	timer_unset(timer, first);
	return first;
}

int64_t timer_next_ms(const struct timer *timer)
{
	return timer->count ? timer->heap[0]->at_ms : INT64_MAX;
}

void timer_clear(struct timer *timer)
{
	free(timer->heap);
	timer->heap = NULL;
	timer->count = timer->size = 0;
}
