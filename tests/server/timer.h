/*
 * timer.h: a thread that calls a function for each thing whose time has come.
 */
#ifndef SERVER_TIMER_H
#define SERVER_TIMER_H

#include <stdbool.h>
#include <stdint.h>

typedef void timer_fn(void *what);

/* NULL when no thread can be made. */
struct timer *timer_new(timer_fn *fire);
/* False once the timer was stopped; then fire will not be called. */
bool timer_add(struct timer *timer, void *what, int64_t at_ms);
/* Fires what is left at once, and waits for it. */
void timer_stop(struct timer *timer);
void timer_free(struct timer *timer); /* stopped before; NULL is fine */

#endif
