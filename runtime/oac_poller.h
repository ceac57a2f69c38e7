/*
 * oac_poller.h: waiting on many descriptors: epoll on Linux, poll elsewhere. Not for programs.
 */
#ifndef OAC_POLLER_H
#define OAC_POLLER_H

#include "oac_error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct oac_poller;

/* OAC_E_NOMEM, OAC_E_CONFIG when descriptors are short; *poller is NULL then. */
enum oac_status oac_poller_new(struct oac_poller **poller);
void oac_poller_free(struct oac_poller *poller);
/* what: OAC_LOOP_READ, OAC_LOOP_WRITE, both; 0: no more. False: it cannot be watched. */
bool oac_poller_watch(struct oac_poller *poller, int fd, int what);
/* Waits at most wait_ms (below 0: no limit). How many descriptors are ready; 0 also when interrupted. */
size_t oac_poller_wait(struct oac_poller *poller, int64_t wait_ms);
/* The nth of them; returns what it is ready for. Valid until the next wait. */
int oac_poller_ready(const struct oac_poller *poller, size_t n, int *fd);

#endif
