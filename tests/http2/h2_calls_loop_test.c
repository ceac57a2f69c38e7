/* Calls on a loop: what those that block are tested for in h2_calls_test.c. */
#define _POSIX_C_SOURCE 200809L
#include "call_on_loop.h"

#include "h2_calls_test.c"
