/*
 * oac_merge_value.h: the rules of merging for typed values. The delta is JSON text, so
 * that its own type does not matter. Not for programs.
 */
#ifndef OAC_MERGE_VALUE_H
#define OAC_MERGE_VALUE_H

#include "oac_draft.h"
#include "oac_pieces.h"

/* One delta being merged. What was changed when it fails is the caller's to roll back. */
struct oac_merging {
	struct oac_decoder d; /* reads what is set; its reader and path tell what went wrong */
	struct oac_drafter drafter;
	struct oac_pieces *pieces;
	struct oac_arena arena; /* what was decoded, until it is part of the value; or empty */
	struct oac_buffer out;	/* texts on the way */
};

/* The text has to be JSON. Sets the value when it is absent or null. */
bool oac_merge_value(struct oac_merging *g, const struct oac_shape *shape, void *at,
	struct oac_span delta);

#endif
