/* Calls on a loop: what those that block are tested for in transfer_test.c. */
#define _POSIX_C_SOURCE 200809L
#include "call_on_loop.h"

#include "wire_run.c"

#include "transfer_test.c"
