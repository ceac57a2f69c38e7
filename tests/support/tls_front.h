/*
 * tls_front.h: TLS in front of a server on the loopback that has none: what comes in is passed
 * on in the clear, a connection for a connection, with the way in which it ends.
 *
 *	struct tls_front *front = tls_front_new(&certificates, "h2", false, port);
 *	... a client with tls_front_url(front) ...
 *	assert_int_equal(tls_front_connections(front), 1);
 *	tls_front_free(front);
 */
#ifndef TLS_FRONT_H
#define TLS_FRONT_H

#include "certificates.h"

struct tls_front;

/* alpn: the version of HTTP that is picked; ask_client: nobody comes in without a certificate. */
struct tls_front *tls_front_new(const struct certificates *c, const char *alpn, bool ask_client, int port);
/* Ends all connections. */
void tls_front_free(struct tls_front *front);
/* "https://127.0.0.1:PORT" */
const char *tls_front_url(const struct tls_front *front);
/* Those whose handshake was done, and of them those that went on with an earlier session. */
int tls_front_connections(struct tls_front *front);
int tls_front_resumed(struct tls_front *front);

#endif
