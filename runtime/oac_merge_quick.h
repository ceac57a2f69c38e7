/*
 * oac_merge_quick.h: the deltas that most of a stream consists of, pieces of text for what is
 * there already, merged without a detour over JSON. Not for programs.
 */
#ifndef OAC_MERGE_QUICK_H
#define OAC_MERGE_QUICK_H

#include "oac_codec.h"
#include "oac_pieces.h"

/*
 * Merges a delta to a value, both objects. False: it says more than a text that goes on, or
 * memory is short; then what was changed is the caller's to roll back, and the delta is to be
 * merged the long way, which finds out what it is.
 */
bool oac_merge_quick(struct oac_pieces *pieces, const struct oac_object *type, const char *base,
	const struct oac_object *delta_type, const char *delta);

#endif
