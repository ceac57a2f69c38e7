#define _POSIX_C_SOURCE 200809L

#include "tunnel.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

struct tunnel {
	enum tunnel_kind kind;
	int listener;
	int stop[2];
	int port;
	pthread_t thread;
	atomic_int connections;
	char url[64];
	char head[2048];
};

static int open_listener(struct tunnel *tunnel, const char *path)
{
	struct sockaddr_un local = { .sun_family = AF_UNIX };
	struct sockaddr_in in = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	struct sockaddr_in6 in6 = { .sin6_family = AF_INET6, .sin6_addr = in6addr_loopback };
	struct sockaddr *address = tunnel->kind == TUNNEL_UNIX ? (struct sockaddr *)&local :
		tunnel->kind == TUNNEL_IPV6 ? (struct sockaddr *)&in6 : (struct sockaddr *)&in;
	socklen_t len = tunnel->kind == TUNNEL_UNIX ? sizeof(local) :
		tunnel->kind == TUNNEL_IPV6 ? sizeof(in6) : sizeof(in);
	int fd = socket(address->sa_family, SOCK_STREAM, 0);

	if (path != NULL)
		snprintf(local.sun_path, sizeof(local.sun_path), "%s", path);
	if (fd >= 0 && (bind(fd, address, len) != 0 || listen(fd, 8) != 0 ||
		getsockname(fd, address, &len) != 0)) {
		close(fd);
		return -1;
	}
	if (tunnel->kind == TUNNEL_CONNECT)
		snprintf(tunnel->url, sizeof(tunnel->url), "http://127.0.0.1:%d", ntohs(in.sin_port));
	else if (tunnel->kind == TUNNEL_IPV6)
		snprintf(tunnel->url, sizeof(tunnel->url), "http://[::1]:%d", ntohs(in6.sin6_port));
	return fd;
}

static int connect_to(int port)
{
	struct sockaddr_in in = { .sin_family = AF_INET, .sin_port = htons((uint16_t)port),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	if (fd >= 0 && connect(fd, (struct sockaddr *)&in, sizeof(in)) != 0) {
		close(fd);
		return -1;
	}
	return fd;
}

static bool pass_on(int from, int to)
{
	char bytes[65536];
	ssize_t len = recv(from, bytes, sizeof(bytes), 0);

	for (ssize_t sent = 0, n = 0; sent < len; sent += n) {
		n = send(to, bytes + sent, (size_t)(len - sent), MSG_NOSIGNAL);
		if (n <= 0)
			return false;
	}
	return len > 0;
}

static bool take_connect(struct tunnel *tunnel, int fd)
{
	static const char answer[] = "HTTP/1.1 200 Go\r\n\r\n";
	size_t len = 0;

	do {
		ssize_t n = recv(fd, tunnel->head + len, sizeof(tunnel->head) - 1 - len, 0);
		if (n <= 0)
			return false;
		len += (size_t)n;
		tunnel->head[len] = '\0';
	} while (strstr(tunnel->head, "\r\n\r\n") == NULL);
	return strncmp(tunnel->head, "CONNECT ", 8) == 0 &&
		send(fd, answer, strlen(answer), MSG_NOSIGNAL) == (ssize_t)strlen(answer);
}

static void serve(struct tunnel *tunnel, int client)
{
	int server = connect_to(tunnel->port);
	struct pollfd fds[] = { { tunnel->stop[0], POLLIN, 0 }, { client, POLLIN, 0 },
		{ server, POLLIN, 0 } };
	bool open = server >= 0 && (tunnel->kind != TUNNEL_CONNECT || take_connect(tunnel, client));

	while (open && poll(fds, 3, -1) > 0 && fds[0].revents == 0) {
		if (fds[1].revents != 0)
			open = pass_on(client, server);
		if (open && fds[2].revents != 0)
			open = pass_on(server, client);
	}
	close(client);
	if (server >= 0)
		close(server);
}

static void *run(void *user)
{
	struct tunnel *tunnel = user;
	struct pollfd fds[] = { { tunnel->stop[0], POLLIN, 0 }, { tunnel->listener, POLLIN, 0 } };

	while (poll(fds, 2, -1) > 0 && fds[0].revents == 0) {
		int client = accept(tunnel->listener, NULL, NULL);
		if (client < 0)
			continue;
		tunnel->connections++;
		serve(tunnel, client);
	}
	return NULL;
}

struct tunnel *tunnel_new(enum tunnel_kind kind, const char *path, int port)
{
	struct tunnel *tunnel = calloc(1, sizeof(*tunnel));

	if (tunnel == NULL)
		abort();
	tunnel->kind = kind;
	tunnel->port = port;
	tunnel->listener = open_listener(tunnel, path);
	if (tunnel->listener < 0) {
		free(tunnel);
		return NULL;
	}
	if (pipe(tunnel->stop) != 0 || pthread_create(&tunnel->thread, NULL, run, tunnel) != 0)
		abort();
	return tunnel;
}

const char *tunnel_url(const struct tunnel *tunnel)
{
	return tunnel->url;
}

const char *tunnel_head(const struct tunnel *tunnel)
{
	return tunnel->head;
}

int tunnel_connections(const struct tunnel *tunnel)
{
	return tunnel->connections;
}

void tunnel_free(struct tunnel *tunnel)
{
	if (tunnel == NULL)
		return;
	if (write(tunnel->stop[1], "x", 1) != 1)
		abort();
	pthread_join(tunnel->thread, NULL);
	close(tunnel->stop[0]);
	close(tunnel->stop[1]);
	close(tunnel->listener);
	free(tunnel);
}
