#define _POSIX_C_SOURCE 200809L

#include "tls_front.h"

#include <arpa/inet.h>
#include <errno.h>
#include <gnutls/gnutls.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <pthread.h>
#include <sys/socket.h>

enum { LIMIT = 600 }; /* of connections */

struct visit {
	struct tls_front *front;
	pthread_t thread;
	int client;
	int server;
};

struct tls_front {
	pthread_mutex_t lock; /* of what follows */
	bool stopping;
	int connections;
	int resumed;
	int visit_count;
	struct visit visits[LIMIT];

	pthread_t acceptor;
	int listener;
	int port; /* of the server */
	const char *alpn;
	bool ask_client;
	gnutls_certificate_credentials_t credentials;
	gnutls_datum_t ticket_key;
	char url[64];
};

static void must(bool ok)
{
	if (!ok)
		abort();
}

static int connect_to(int port)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons((uint16_t)port),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	const int on = 1;
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	must(fd >= 0);
	setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
	must(connect(fd, (struct sockaddr *)&address, sizeof(address)) == 0);
	return fd;
}

static gnutls_session_t shake_hands(const struct visit *v)
{
	struct tls_front *front = v->front;
	gnutls_datum_t alpn = { (unsigned char *)(size_t)front->alpn, (unsigned)strlen(front->alpn) };
	gnutls_session_t session;
	int problem;

	must(gnutls_init(&session, GNUTLS_SERVER | GNUTLS_NO_SIGNAL) == 0 && gnutls_set_default_priority(session) == 0 &&
		gnutls_credentials_set(session, GNUTLS_CRD_CERTIFICATE, front->credentials) == 0 &&
		gnutls_session_ticket_enable_server(session, &front->ticket_key) == 0 &&
		gnutls_alpn_set_protocols(session, &alpn, 1, 0) == 0);
	gnutls_certificate_server_set_request(session,
		front->ask_client ? GNUTLS_CERT_REQUIRE : GNUTLS_CERT_IGNORE);
	if (front->ask_client)
		gnutls_session_set_verify_cert(session, NULL, 0);
	gnutls_transport_set_int(session, v->client);
	do
		problem = gnutls_handshake(session);
	while (problem < 0 && !gnutls_error_is_fatal(problem));
	if (problem == 0) {
		pthread_mutex_lock(&front->lock);
		front->connections++;
		front->resumed += gnutls_session_is_resumed(session) != 0;
		pthread_mutex_unlock(&front->lock);
		return session;
	}
	/* It is told why. */
	gnutls_alert_send_appropriate(session, problem);
	gnutls_deinit(session);
	return NULL;
}

static bool pass_in(gnutls_session_t session, int server)
{
	char bytes[16384];
	ssize_t len;

	do {
		do
			len = gnutls_record_recv(session, bytes, sizeof(bytes));
		while (len == GNUTLS_E_INTERRUPTED || len == GNUTLS_E_AGAIN);
		if (len <= 0)
			return false;
		for (ssize_t sent = 0, n = 0; sent < len; sent += n) {
			n = send(server, bytes + sent, (size_t)(len - sent), MSG_NOSIGNAL);
			if (n <= 0)
				return false;
		}
	} while (gnutls_record_check_pending(session) > 0);
	return true;
}

/* *reset: that is how the server ended the connection. */
static bool pass_out(gnutls_session_t session, int server, bool *reset)
{
	char bytes[16384];
	ssize_t len = recv(server, bytes, sizeof(bytes), 0);

	*reset = len < 0 && errno == ECONNRESET;
	for (ssize_t sent = 0, n = 0; sent < len; sent += n) {
		n = gnutls_record_send(session, bytes + sent, (size_t)(len - sent));
		if (n <= 0)
			return false;
	}
	return len > 0;
}

static void close_both(struct visit *v, bool reset)
{
	const struct linger at_once = { 1, 0 };

	if (reset)
		setsockopt(v->client, SOL_SOCKET, SO_LINGER, &at_once, sizeof(at_once));
	pthread_mutex_lock(&v->front->lock);
	close(v->client);
	close(v->server);
	v->client = v->server = -1;
	pthread_mutex_unlock(&v->front->lock);
}

static void *serve(void *user)
{
	struct visit *v = user;
	struct pollfd fds[] = { { v->client, POLLIN, 0 }, { v->server, POLLIN, 0 } };
	gnutls_session_t session = shake_hands(v);
	bool reset = false;
	bool open = session != NULL;

	while (open && poll(fds, 2, -1) > 0) {
		if (fds[0].revents != 0)
			open = pass_in(session, v->server);
		if (open && fds[1].revents != 0)
			open = pass_out(session, v->server, &reset);
	}
	if (session != NULL) {
		if (!reset)
			gnutls_bye(session, GNUTLS_SHUT_WR);
		gnutls_deinit(session);
	}
	close_both(v, reset);
	return NULL;
}

static void *accept_all(void *user)
{
	struct tls_front *front = user;
	const int on = 1;

	for (;;) {
		int fd = accept(front->listener, NULL, NULL);
		if (fd == -1)
			return NULL;
		setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
		pthread_mutex_lock(&front->lock);
		if (front->stopping || front->visit_count == LIMIT) {
			close(fd);
		} else {
			struct visit *v = &front->visits[front->visit_count++];
			v->front = front;
			v->client = fd;
			v->server = connect_to(front->port);
			must(pthread_create(&v->thread, NULL, serve, v) == 0);
		}
		pthread_mutex_unlock(&front->lock);
	}
}

struct tls_front *tls_front_new(const struct certificates *c, const char *alpn, bool ask_client, int port)
{
	struct tls_front *front = calloc(1, sizeof(*front));
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof(address);

	must(front != NULL);
	front->alpn = alpn;
	front->ask_client = ask_client;
	front->port = port;
	must(gnutls_certificate_allocate_credentials(&front->credentials) == 0 &&
		gnutls_certificate_set_x509_key_file(front->credentials, c->server, c->server_key,
			GNUTLS_X509_FMT_PEM) == 0 &&
		gnutls_certificate_set_x509_trust_file(front->credentials, c->ca, GNUTLS_X509_FMT_PEM) == 1 &&
		gnutls_session_ticket_key_generate(&front->ticket_key) == 0);
	pthread_mutex_init(&front->lock, NULL);
	front->listener = socket(AF_INET, SOCK_STREAM, 0);
	must(front->listener >= 0 && bind(front->listener, (struct sockaddr *)&address, len) == 0 &&
		listen(front->listener, LIMIT) == 0 &&
		getsockname(front->listener, (struct sockaddr *)&address, &len) == 0 &&
		pthread_create(&front->acceptor, NULL, accept_all, front) == 0);
	snprintf(front->url, sizeof(front->url), "https://127.0.0.1:%d", ntohs(address.sin_port));
	return front;
}

void tls_front_free(struct tls_front *front)
{
	if (front == NULL)
		return;
	pthread_mutex_lock(&front->lock);
	front->stopping = true;
	for (int i = 0; i < front->visit_count; i++) {
		if (front->visits[i].client == -1)
			continue;
		shutdown(front->visits[i].client, SHUT_RDWR);
		shutdown(front->visits[i].server, SHUT_RDWR);
	}
	shutdown(front->listener, SHUT_RDWR);
	pthread_mutex_unlock(&front->lock);
	pthread_join(front->acceptor, NULL);
	close(front->listener);
	for (int i = 0; i < front->visit_count; i++)
		pthread_join(front->visits[i].thread, NULL);
	gnutls_certificate_free_credentials(front->credentials);
	gnutls_free(front->ticket_key.data);
	pthread_mutex_destroy(&front->lock);
	free(front);
}

const char *tls_front_url(const struct tls_front *front)
{
	return front->url;
}

int tls_front_connections(struct tls_front *front)
{
	pthread_mutex_lock(&front->lock);
	int count = front->connections;
	pthread_mutex_unlock(&front->lock);
	return count;
}

int tls_front_resumed(struct tls_front *front)
{
	pthread_mutex_lock(&front->lock);
	int count = front->resumed;
	pthread_mutex_unlock(&front->lock);
	return count;
}
