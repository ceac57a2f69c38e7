/* Runs with tools on a loop: what run_tools_test.c asks of those that block. */
#define _POSIX_C_SOURCE 200809L

#include "tools_on_loop.h"

#include "run_tools_test.c"
