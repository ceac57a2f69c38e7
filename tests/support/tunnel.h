/*
 * tunnel.h: another way to a server on the loopback: what comes in goes on to the server's
 * port, a connection at a time.
 *
 *	struct tunnel *tunnel = tunnel_new(TUNNEL_CONNECT, NULL, port);
 *	... a client with tunnel_url(tunnel) as its proxy ...
 *	tunnel_free(tunnel);
 */
#ifndef TUNNEL_H
#define TUNNEL_H

enum tunnel_kind {
	TUNNEL_CONNECT, /* an HTTP proxy that only knows CONNECT, to whatever it is asked for */
	TUNNEL_UNIX,	/* listens on a socket in the file system */
	TUNNEL_IPV6,	/* listens on [::1] */
};

struct tunnel;

/* path: of the socket. NULL when the system has no such address. */
struct tunnel *tunnel_new(enum tunnel_kind kind, const char *path, int port);
/* "http://127.0.0.1:PORT" or "http://[::1]:PORT" */
const char *tunnel_url(const struct tunnel *tunnel);
/* The head of the last CONNECT; to be read when the tunnel is idle. */
const char *tunnel_head(const struct tunnel *tunnel);
int tunnel_connections(const struct tunnel *tunnel);
void tunnel_free(struct tunnel *tunnel);

#endif
