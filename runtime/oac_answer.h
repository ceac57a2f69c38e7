/*
 * oac_answer.h: what a success holds: a value, bytes, or nothing; which of them, where the
 * document gives each HTTP status an answer of its own. Not for programs.
 */
#ifndef OAC_ANSWER_H
#define OAC_ANSWER_H

#include "oac_client_type.h"
#include "oac_try.h"

/* Reads the content of a success, which is below 300, into *out. For err see oac_parse. */
enum oac_status oac_answer_read(const struct oac_operation *operation, bool strict,
	const struct oac_try *t, void **out, struct oac_error *err);

/* Whether a Content-Type, which may have parameters, is JSON. */
bool oac_is_json_type(const char *type, size_t len);

#endif
