/* The loop on poll(), which is what it stands on where there is no epoll: the same tests. */
#define _POSIX_C_SOURCE 200809L
#define OAC_NO_EPOLL
#include "oac_poller.c"

#include "loop_wire_test.c"
