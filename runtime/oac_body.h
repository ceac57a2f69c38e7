/*
 * oac_body.h: the body of a request, in the media type of its operation. Not for programs.
 */
#ifndef OAC_BODY_H
#define OAC_BODY_H

#include "oac_content.h"
#include "oac_operation.h"

/*
 * Writes the body to content, whose text stays NULL when there is none, and its media type
 * to type. over: a JSON object whose members replace those of the body; its text NULL:
 * none. err: OAC_E_ARGUMENT naming, in path, the member; OAC_E_FILE, _LIMIT, _NOMEM.
 */
enum oac_status oac_body_write(const struct oac_operation *operation, const void *request,
	const struct oac_json *over, struct oac_content *content, struct oac_buffer *type,
	struct oac_error *err);

#endif
