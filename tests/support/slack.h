/*
 * slack.h: how much longer than its bound something may take because the machine was busy. A
 * thread that only sleeps sees by how much it wakes too late; what takes part in a test wakes a few
 * times, and each time it may be as late.
 *
 *	slack_begin();			at the start of a test program, or of a test
 *	...
 *	assert_in_range(took_ms, 100, 150 + slack_ms());
 *
 * On a machine that has nothing else to do this is a few milliseconds. OAC_SLACK_MS replaces it.
 */
#ifndef SLACK_H
#define SLACK_H

#include <stdint.h>

/* Begins to watch the machine. Again: what was seen before counts no more. */
void slack_begin(void);
int64_t slack_ms(void);

#endif
