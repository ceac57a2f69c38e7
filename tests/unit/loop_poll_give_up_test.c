/* Giving up a poll on a loop: what the blocking helpers are tested for. */
#define POLL_ON_LOOP
#include "poll_give_up_test.c"
