/*
 * What merging does to one place of a typed value: taking it away, setting it, turning it
 * to JSON, and texts that are JSON anyway.
 */
#include "oac_merge_value.h"

#include <string.h>

bool oac_merge_save(struct oac_merging *g, void *at, size_t size)
{
	return oac_pieces_save(g->pieces, at, size) || oac_decode_no_memory(&g->d);
}

/* ---- texts ---- */

/* The text in out as a stretch that stays until the end of the merge. */
static bool keep_out(struct oac_merging *g, struct oac_span *text)
{
	char *copy = g->out.failed == OAC_BUFFER_FINE ? oac_scratch_alloc(&g->d.scratch, g->out.len)
						      : NULL;

	if (copy == NULL)
		return oac_decode_no_memory(&g->d);
	memcpy(copy, g->out.text, g->out.len);
	text->text = copy;
	text->len = g->out.len;
	g->out.len = 0;
	return true;
}

static bool draft_text(struct oac_merging *g, const struct oac_draft *draft, struct oac_span *text)
{
	if (draft->form == OAC_DRAFT_TEXT) {
		*text = draft->raw;
		return true;
	}
	oac_draft_write(draft, &g->out);
	return keep_out(g, text);
}

bool oac_merge_settle(struct oac_merging *g, struct oac_span *delta)
{
	struct oac_draft draft = { .form = OAC_DRAFT_NONE };

	return oac_draft_set(&g->drafter, &draft, *delta) && draft_text(g, &draft, delta);
}

bool oac_merge_remake(struct oac_merging *g, uint8_t kind, const void *type, const void *at,
	const struct oac_span *known, struct oac_span delta, struct oac_span *text)
{
	struct oac_shape shape = { type, 0, kind };
	struct oac_draft draft = { .form = OAC_DRAFT_TEXT };
	enum oac_status status;

	if (known != NULL) {
		draft.raw = *known;
	} else {
		status = oac_encode(&shape, at, 0, &g->out, NULL);
		if (status != OAC_OK)
			return status == OAC_E_NOMEM
				       ? oac_decode_no_memory(&g->d)
				       : oac_draft_fail(&g->d, "the value cannot be written");
		if (!keep_out(g, &draft.raw))
			return false;
	}
	return oac_draft_merge(&g->drafter, &draft, delta) && draft_text(g, &draft, text);
}

/* Pieces were dropped: perhaps the text that the trail is in. */
static void check_trail(struct oac_merging *g)
{
	if (g->pieces->watched == NULL)
		g->drafter.trail.count = 0;
}

bool oac_merge_write_json(
	struct oac_merging *g, const struct oac_draft *draft, bool sparse, struct oac_json *json)
{
	const char *text = NULL;

	if (sparse)
		oac_buffer_add_char(&g->out, '\r');
	oac_draft_write(draft, &g->out);
	if (g->out.failed == OAC_BUFFER_FINE)
		text = oac_pieces_text(g->pieces, g->out.text, g->out.len);
	if (text == NULL || !oac_pieces_save(g->pieces, json, sizeof(*json)))
		return oac_decode_no_memory(&g->d);
	if (json->text != NULL)
		oac_pieces_drop(g->pieces, json->text);
	check_trail(g);
	json->text = text;
	json->len = g->out.len;
	g->out.len = 0;
	return true;
}

bool oac_merge_extend_json(struct oac_merging *g, const struct oac_trail *added,
	struct oac_span run, struct oac_json *json)
{
	struct oac_trail *trail = &g->drafter.trail;
	const struct oac_span *string = &added->values[added->count - 1];
	size_t where = (size_t)(string->text - json->text) + string->len - 1;
	size_t starts[OAC_TRAIL_MAX];
	unsigned i;

	for (i = 0; i < added->count; i++)
		starts[i] = (size_t)(added->values[i].text - json->text);
	if (!oac_pieces_save(g->pieces, json, sizeof(*json)) ||
		!oac_pieces_insert(g->pieces, &json->text, where, run.text, run.len))
		return oac_decode_no_memory(&g->d);
	json->len += run.len;
	*trail = *added;
	for (i = 0; i < trail->count; i++) {
		trail->values[i].text = json->text + starts[i];
		trail->values[i].len += run.len;
	}
	g->pieces->watched = json->text;
	return true;
}

bool oac_merge_text(struct oac_merging *g, struct oac_json *json, struct oac_span delta)
{
	struct oac_draft draft = { .form = OAC_DRAFT_TEXT, .raw = { json->text, json->len } };
	size_t before = g->drafter.changes;

	if (json->text == NULL)
		draft.form = OAC_DRAFT_NONE;
	g->drafter.added.count = 0;
	if (!oac_draft_merge(&g->drafter, &draft, delta))
		return false;
	if (g->drafter.changes == before)
		return true;
	if (g->drafter.changes == before + 1 && g->drafter.added.count > 0)
		return oac_merge_extend_json(g, &g->drafter.added, g->drafter.run, json);
	return oac_merge_write_json(g, &draft, false, json);
}

/* ---- setting ---- */

bool oac_merge_clear(struct oac_merging *g, uint8_t kind, const void *type, void *at, size_t size)
{
	if (size == 0)
		return true;
	if (!oac_merge_save(g, at, size))
		return false;
	oac_pieces_release(g->pieces, kind, type, at);
	check_trail(g);
	memset(at, 0, size);
	return true;
}

bool oac_merge_read(struct oac_merging *g, struct oac_span text)
{
	oac_reader_init(&g->d.r, text.text, text.len);
	g->d.wasted = 0;
	g->d.got = NULL;
	if (g->arena.first != NULL)
		oac_arena_reset(&g->arena); /* what was read before is adopted or gone */
	else if (!oac_arena_init(&g->arena, 2 * text.len))
		return oac_decode_no_memory(&g->d);
	return true;
}

bool oac_merge_adopt(struct oac_merging *g, uint8_t kind, const void *type, void *at)
{
	return oac_pieces_adopt(g->pieces, kind, type, at) || oac_decode_no_memory(&g->d);
}

bool oac_merge_set_item(
	struct oac_merging *g, const struct oac_shape *shape, void *at, struct oac_span text)
{
	bool shadow = false; /* no list whose items have one is merged in place */

	return oac_merge_clear(g, shape->kind, shape->type, at, shape->size) &&
	       oac_merge_read(g, text) && oac_decode_item(&g->d, shape, at, &shadow) &&
	       oac_merge_adopt(g, shape->kind, shape->type, at);
}
