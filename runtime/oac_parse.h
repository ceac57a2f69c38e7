/*
 * oac_parse.h: the third step of a call: from an answer to a value or an error.
 * Nothing is sent here, and nothing waits. Not for programs.
 */
#ifndef OAC_PARSE_H
#define OAC_PARSE_H

#include "oac_client_type.h"
#include "oac_reader.h"
#include "oac_try.h"

/*
 * Decodes a whole answer, strictly or not, into *out (out NULL: the value is not wanted). err: OAC_E_HTTP
 * with the server's own error, OAC_E_PROTOCOL, _JSON, _TYPE, _LIMIT, _NOMEM. What err
 * says of the exchange stays.
 */
enum oac_status oac_parse(const struct oac_operation *operation, bool strict,
	const struct oac_try *t, void **out, struct oac_error *err);

/* The last member of that name of the object in text. False also when text is no object. */
bool oac_parse_member(const char *text, size_t len, const char *name, struct oac_span *value);

/*
 * Fills err's server_... members from an error object, {"error":{...}} or bare, or else
 * from the text as it is.
 */
void oac_parse_server_error(const char *text, size_t len, struct oac_error *err);

/* Copies the server's name for the request into err->request_id. */
void oac_parse_request_id(const struct oac_api *api, const struct oac_try *t,
	struct oac_error *err);

#endif
