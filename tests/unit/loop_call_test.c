/* Calls on a loop: what those that block are tested for in call_test.c. */
#define _POSIX_C_SOURCE 200809L
#include "call_on_loop.h"

#include "call_fixture.c"

#include "call_test.c"
