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
	struct oac_scratch saved; /* of the pieces: what was changed so far */
	struct oac_arena arena; /* what was decoded, until it is part of the value; or empty */
	struct oac_buffer out;  /* texts on the way */
};

/*
 * Merges to an item of a list, or to a value on its own; sets it when it is null. All these
 * functions fail with g->d.r and g->d.path saying why.
 */
bool oac_merge_item(
	struct oac_merging *g, const struct oac_shape *item, void *at, struct oac_span delta);

/*
 * Merges to a place that is not absent. What it cannot do there it asks its owner for:
 * *remake. Then the whole place becomes JSON, is merged as that, and decoded again.
 */
bool oac_merge_place(struct oac_merging *g, uint8_t kind, const void *type, void *at,
	struct oac_span delta, bool *remake);
bool oac_merge_object(
	struct oac_merging *g, const struct oac_object *type, char *base, struct oac_span delta);
bool oac_merge_list(struct oac_merging *g, const struct oac_list *type, void *at,
	struct oac_span delta, bool *remake);
/* A text that is JSON: an unknown variant, a free-form value. */
bool oac_merge_text(struct oac_merging *g, struct oac_json *json, struct oac_span delta);

/* Bytes of the value that are about to change. */
bool oac_merge_save(struct oac_merging *g, void *at, size_t size);
/* Gives back what a place holds, and makes it zero. */
bool oac_merge_clear(struct oac_merging *g, uint8_t kind, const void *type, void *at, size_t size);
/* Makes the decoder begin with a text. What it reads is then adopted, made part of the value. */
bool oac_merge_read(struct oac_merging *g, struct oac_span text);
bool oac_merge_adopt(struct oac_merging *g, uint8_t kind, const void *type, void *at);
bool oac_merge_set_item(
	struct oac_merging *g, const struct oac_shape *shape, void *at, struct oac_span text);

/* The delta as it is set where nothing was: its lists are put in order. */
bool oac_merge_settle(struct oac_merging *g, struct oac_span *delta);
/* A place as JSON with the delta merged to it. known: its text, when oac_more has it, or NULL. */
bool oac_merge_remake(struct oac_merging *g, uint8_t kind, const void *type, const void *at,
	const struct oac_span *known, struct oac_span delta, struct oac_span *text);
/* New text for a place that holds JSON; sparse: with the mark of oac_codec.h. */
bool oac_merge_write_json(
	struct oac_merging *g, const struct oac_draft *draft, bool sparse, struct oac_json *json);
/* Makes a string within the text longer, and remembers where it is. */
bool oac_merge_extend_json(struct oac_merging *g, const struct oac_trail *added,
	struct oac_span run, struct oac_json *json);

#endif
