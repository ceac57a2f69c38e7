/*
 * oac_multipart.h: multipart/form-data (RFC 7578) from a request's JSON text and its
 * files. Not for programs.
 */
#ifndef OAC_MULTIPART_H
#define OAC_MULTIPART_H

#include "oac_content.h"
#include "oac_operation.h"

/*
 * Appends the parts to content and the media type with its boundary to type; neither when
 * there is no part and none is required. json: one object, all members that are no files.
 * request NULL: there are no files. err: OAC_E_ARGUMENT naming the member, OAC_E_FILE,
 * _LIMIT, _NOMEM.
 */
enum oac_status oac_multipart_write(const struct oac_operation *operation, const char *request,
	const struct oac_buffer *json, struct oac_content *content, struct oac_buffer *type,
	struct oac_error *err);

#endif
