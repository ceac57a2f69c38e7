/*
 * timer.h: what is to be woken, and when: a heap, so that ten thousand streams
 * cost a few comparisons each. Whoever owns the loop asks what is due.
 */
#ifndef SERVER_TIMER_H
#define SERVER_TIMER_H

#include <stddef.h>
#include <stdint.h>

/* A member of what is to be woken; zeroed, it is not set. */
struct wake {
	void *owner;
	int64_t at_ms;
	size_t place; /* in the heap, from 1; 0: not set */
};

struct timer {
	struct wake **heap;
	size_t count;
	size_t size;
};

/* Sets it, or moves it to another time. */
void timer_set(struct timer *timer, struct wake *wake, int64_t at_ms);
void timer_unset(struct timer *timer, struct wake *wake); /* fine when it is not set */
/* The earliest one that is due by now_ms, no longer set; NULL: none. */
struct wake *timer_take(struct timer *timer, int64_t now_ms);
int64_t timer_next_ms(const struct timer *timer); /* INT64_MAX: nothing is set */
void timer_clear(struct timer *timer);

#endif
