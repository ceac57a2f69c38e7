/*
 * oac_platform.h: clocks, random numbers, locks, once, cancel tokens and signals:
 * all that the runtime wants of the operating system beside sockets. Not for programs.
 */
#ifndef OAC_PLATFORM_H
#define OAC_PLATFORM_H

#include "oac_client.h"

/* Milliseconds since 1970, of the wall clock. */
int64_t oac_wall_ms(void);

/* A number in [0, 1), different in every process and thread; not for secrets. */
double oac_random(void);

/* Of this process; after fork() the child has another one. */
int64_t oac_process_id(void);

/* A point of oac_now_ms() that lies ms ahead; ms below 0: never, INT64_MAX. */
int64_t oac_deadline_in(int64_t ms);
/* Milliseconds left until a deadline, at least 0; -1: it never comes. */
int64_t oac_time_left(int64_t deadline);

struct oac_mutex;
/* NULL when memory is short. */
struct oac_mutex *oac_mutex_new(void);
void oac_mutex_lock(struct oac_mutex *mutex);
void oac_mutex_unlock(struct oac_mutex *mutex);
void oac_mutex_free(struct oac_mutex *mutex);

/* One lock for the process, for what must be set up once. */
void oac_global_lock(void);
void oac_global_unlock(void);

/* A descriptor that is readable from the moment the token was pulled; -1 for NULL. */
int oac_cancel_fd(const struct oac_cancel *cancel);

/* Both ends non-blocking and closed on exec. False when descriptors are short. */
bool oac_pipe_open(int fds[2]);
void oac_pipe_close(int fds[2]);
/* Safe in signal handlers. */
void oac_pipe_put(int fd);
/* Takes one byte out; false when there is none. */
bool oac_pipe_take(int fd);

/* Until one of two descriptors is readable (-1: none) or wait_ms has passed (-1: no limit). */
void oac_wait_readable(int fd, int other_fd, int64_t wait_ms);

/* Whether there is something to read, or an end, at this moment. */
bool oac_is_readable(int fd);

/* Takes out what came and ends the connection, so that whoever looks sees that. */
void oac_socket_end(int fd);
int oac_socket_close(int fd);

/* Keeps SIGPIPE from reaching the program while the thread is between begin and end. */
struct oac_sigpipe_guard {
	bool was_blocked;
	bool was_pending;
};
void oac_sigpipe_begin(struct oac_sigpipe_guard *guard);
void oac_sigpipe_end(const struct oac_sigpipe_guard *guard);

#endif
