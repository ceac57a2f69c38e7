/*
 * oac_credential.h: credentials as clients keep them: from the caller's options to what
 * goes on the wire. Not for programs.
 */
#ifndef OAC_CREDENTIAL_H
#define OAC_CREDENTIAL_H

#include "oac_client_type.h"

/*
 * Takes the schemes of the API and the credentials that the options have for them. key: the
 * API key of the options or the environment, or NULL. err: OAC_E_CONFIG, OAC_E_NOMEM.
 */
enum oac_status oac_credentials_take(struct oac_client *client,
	const struct oac_client_options *options, const char *key, struct oac_error *err);

/*
 * Whether a client of an API whose every operation needs a credential has one of any kind; its
 * default headers and query count, too. err: OAC_E_CONFIG.
 */
enum oac_status oac_credentials_check(const struct oac_client *client, struct oac_error *err);

/*
 * A secret as its scheme sends it: the value of a header, or "name=value" of a query or a
 * cookie. The arena owns it. what: "API key", for the message. err: OAC_E_CONFIG when it
 * cannot be sent, OAC_E_LIMIT, OAC_E_NOMEM; none of them shows it.
 */
enum oac_status oac_credential_write(struct oac_arena *arena, const struct oac_scheme *scheme,
	const char *secret, const char *what, const char **text, struct oac_error *err);

/* OAC_E_CONFIG: there is none for the scheme of that index. operation NULL: for any call. */
enum oac_status oac_credential_missing(const struct oac_client *client, size_t scheme,
	const struct oac_operation *operation, struct oac_error *err);

/* Whether a list sets or removes an entry of that name; headers ignore case. */
bool oac_list_names(const struct oac_header_list *list, const char *name, bool is_header);

#endif
