#define _POSIX_C_SOURCE 200809L
#include "http.h"
#include "exchange.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <unistd.h>

/* FILES_OWN: standard streams, the listener, the library's two; and some to spare. */
enum { BACKLOG = 4096, FILES_OWN = 32, FILES_WANTED = 65536 };

struct http {
	struct exchanges exchanges;
	struct MHD_Daemon *daemon;
	unsigned port;
};

/* The default would decode the target in place; the service reads it undecoded. */
static size_t decode_nothing(void *cls, struct MHD_Connection *connection, char *text)
{
	(void)cls;
	(void)connection;
	return strlen(text);
}

static void connection_count(void *cls, struct MHD_Connection *connection, void **context,
	enum MHD_ConnectionNotificationCode code)
{
	struct service *service = cls;

	(void)connection;
	(void)context;
	if (code == MHD_CONNECTION_NOTIFY_STARTED) {
		service->connections++;
		service->connections_open++;
	} else {
		service->connections_open--;
	}
}

/* Our own socket, so that the reason is known when there is none. Returns -1 with errno. */
static int socket_listen(unsigned *port)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons((uint16_t)*port) };
	socklen_t len = sizeof(address);
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	int yes = 1, error;

	if (fd < 0)
		return -1;
	address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	if (setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes)) != 0 ||
		fcntl(fd, F_SETFD, FD_CLOEXEC) != 0 || fcntl(fd, F_SETFL, O_NONBLOCK) != 0 ||
		bind(fd, (struct sockaddr *)&address, sizeof(address)) != 0 ||
		listen(fd, BACKLOG) != 0 ||
		getsockname(fd, (struct sockaddr *)&address, &len) != 0) {
		error = errno;
		close(fd);
		errno = error;
		return -1;
	}
	*port = ntohs(address.sin_port);
	return fd;
}

/* As many connections as the system lets this process have. */
static unsigned connections_max(void)
{
	struct rlimit files;

	if (getrlimit(RLIMIT_NOFILE, &files) != 0)
		return 1000;
	if (files.rlim_cur < FILES_WANTED) {
		files.rlim_cur = files.rlim_max < FILES_WANTED ? files.rlim_max : FILES_WANTED;
		if (setrlimit(RLIMIT_NOFILE, &files) != 0)
			getrlimit(RLIMIT_NOFILE, &files);
	}
	if (files.rlim_cur > FILES_WANTED)
		files.rlim_cur = FILES_WANTED;
	return files.rlim_cur > 2 * FILES_OWN ? (unsigned)files.rlim_cur - FILES_OWN : FILES_OWN;
}

static void http_free(struct http *http)
{
	timer_clear(&http->exchanges.timer);
	free(http);
}

struct http *http_start(struct service *service, unsigned port, bool verbose, char **error)
{
	struct http *http = mem_new(sizeof(*http));
	unsigned connections = connections_max();
	int fd;

	*error = NULL;
	http->exchanges.service = service;
	http->exchanges.verbose = verbose;
	http->port = port;
	fd = socket_listen(&http->port);
	if (fd < 0) {
		*error = text_format("cannot listen on 127.0.0.1:%u: %s", port, strerror(errno));
		http_free(http);
		return NULL;
	}
	http->daemon = MHD_start_daemon(MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL,
		exchange_go_on, &http->exchanges, MHD_OPTION_LISTEN_SOCKET, fd,
		MHD_OPTION_CONNECTION_LIMIT, connections, MHD_OPTION_URI_LOG_CALLBACK,
		exchange_new, &http->exchanges, MHD_OPTION_UNESCAPE_CALLBACK, decode_nothing, NULL,
		MHD_OPTION_NOTIFY_COMPLETED, exchange_free, NULL, MHD_OPTION_NOTIFY_CONNECTION,
		connection_count, service, MHD_OPTION_END);
	if (http->daemon)
		return http;
	*error = text_format("cannot start to serve requests");
	close(fd);
	http_free(http);
	return NULL;
}

unsigned http_port(const struct http *http)
{
	return http->port;
}

/* Milliseconds until there is something to do even if no byte comes; -1: never. */
static int64_t wait_ms(struct http *http)
{
	int64_t next_ms = timer_next_ms(&http->exchanges.timer), now_ms, wait = -1;
	MHD_UNSIGNED_LONG_LONG library_ms;

	if (http->exchanges.again)
		return 0;
	if (next_ms != INT64_MAX) {
		now_ms = clock_now_ms();
		wait = next_ms > now_ms ? next_ms - now_ms : 0;
	}
	if (MHD_get_timeout(http->daemon, &library_ms) == MHD_YES && library_ms < INT_MAX &&
		(wait < 0 || (int64_t)library_ms < wait))
		wait = (int64_t)library_ms;
	return wait;
}

void http_serve(struct http *http, const sigset_t *signals, const volatile sig_atomic_t *stop)
{
	const union MHD_DaemonInfo *info =
		MHD_get_daemon_info(http->daemon, MHD_DAEMON_INFO_EPOLL_FD);
	struct timespec timeout;
	int64_t wait;
	fd_set readable;

	while (!*stop) {
		exchanges_wake(&http->exchanges, clock_now_ms());
		http->exchanges.again = false;
		MHD_run(http->daemon);
		wait = wait_ms(http);
		timeout.tv_sec = (time_t)(wait / 1000);
		timeout.tv_nsec = (long)(wait % 1000) * 1000000;
		/* The library's one descriptor stands for all of its own. */
		FD_ZERO(&readable);
		FD_SET(info->epoll_fd, &readable);
		pselect(info->epoll_fd + 1, &readable, NULL, NULL, wait < 0 ? NULL : &timeout,
			signals);
	}
}

void http_stop(struct http *http)
{
	/* The library must not be stopped while a connection is out of its loop. */
	http->exchanges.stopping = true;
	exchanges_wake(&http->exchanges, INT64_MAX);
	MHD_run(http->daemon);
	MHD_stop_daemon(http->daemon);
	http_free(http);
}
