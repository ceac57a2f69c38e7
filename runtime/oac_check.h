/*
 * oac_check.h: whether a value keeps to the limits that its schema sets: ranges, lengths,
 * patterns. It is a walk of its own over the finished struct, so that those who do not ask
 * for it do not pay. Not for programs.
 */
#ifndef OAC_CHECK_H
#define OAC_CHECK_H

#include "oac_codec.h"

/*
 * Checks all that the value holds but its oac_more. err: refused, with the path; OAC_E_LIMIT
 * when it is nested too deeply, OAC_E_NOMEM.
 */
enum oac_status oac_check(const struct oac_shape *shape, const void *value,
	enum oac_status refused, struct oac_error *err);

#endif
