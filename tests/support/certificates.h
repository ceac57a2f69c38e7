/*
 * certificates.h: an authority made for a test, and what it vouches for: a server at 127.0.0.1
 * and a client; and another authority, which nobody here trusts.
 *
 *	struct certificates c;
 *	if (!certificates_make(&c))
 *		skip();
 *	const struct oac_curl_options curl = { .proxy = "", .ca_file = c.ca };
 *	certificates_remove(&c);
 */
#ifndef CERTIFICATES_H
#define CERTIFICATES_H

#include "folder.h"

struct certificates {
	struct folder folder;
	char ca[128];
	char other_ca[128];
	char server[128];
	char server_key[128];
	char client[128];
	char client_key[128];
};

/* False: there is no openssl command. certificates_remove is due in any case. */
bool certificates_make(struct certificates *c);
void certificates_remove(struct certificates *c);

#endif
