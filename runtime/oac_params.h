/*
 * oac_params.h: the members of a request struct that go into query, headers and cookies.
 * Not for programs.
 */
#ifndef OAC_PARAMS_H
#define OAC_PARAMS_H

#include "oac_codec.h"
#include "oac_header.h"
#include "oac_query.h"

/*
 * Adds the parameters among the members of request (NULL: none is set) to query and
 * headers. err: OAC_E_ARGUMENT naming the parameter, OAC_E_NOMEM.
 */
enum oac_status oac_params_add(const struct oac_object *type, const void *request,
	struct oac_query *query, struct oac_headers *headers, struct oac_error *err);

#endif
