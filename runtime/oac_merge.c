#include "oac_merge.h"

#include "oac_error_set.h"
#include "oac_merge_quick.h"
#include "oac_merge_value.h"

#include <stdint.h>
#include <string.h>

struct oac_merged {
	struct oac_shape shape;
	void *value; /* a piece, too */
	struct oac_pieces pieces;
	size_t holes;
	struct oac_trail trail;
	const void *watched; /* the text that the trail is in */
};

enum oac_status oac_merged_new(
	struct oac_merged **out, const struct oac_shape *shape, const void *value)
{
	struct oac_merged *m = oac_malloc(sizeof(*m));
	struct oac_scratch scratch;

	*out = NULL;
	if (m == NULL)
		return OAC_E_NOMEM;
	memset(m, 0, sizeof(*m));
	m->shape = *shape;
	oac_scratch_init(&scratch);
	oac_pieces_init(&m->pieces);
	oac_pieces_begin(&m->pieces, &scratch);
	m->value = oac_pieces_alloc(&m->pieces, shape->size);
	if (m->value != NULL)
		memcpy(m->value, value, shape->size);
	if (m->value == NULL || !oac_pieces_adopt(&m->pieces, shape->kind, shape->type, m->value)) {
		oac_merged_free(m);
		return OAC_E_NOMEM;
	}
	oac_pieces_commit(&m->pieces);
	*out = m;
	return OAC_OK;
}

/* A delta that does not fit is the stream's fault. The message never has a value in it. */
static enum oac_status report(const struct oac_decoder *d, struct oac_error *err)
{
	const char *pointer = d->path.text + d->path.start;
	const char *colon = pointer[0] != '\0' ? ": " : "";
	enum oac_status status = d->r.status == OAC_E_TYPE ? OAC_E_STREAM : d->r.status;

	if (d->got != NULL)
		oac_error_set(err, status, "%s%sexpected %s, got %s", pointer, colon, d->r.problem,
			d->got);
	else if (status == OAC_E_STREAM)
		oac_error_set(err, status, "%s%s%s", pointer, colon, d->r.problem);
	else
		oac_error_set(err, status, "%s", d->r.problem);
	if (err != NULL)
		memcpy(err->path, pointer, strlen(pointer) + 1);
	return status;
}

/* text: JSON without anything around it. */
static enum oac_status merge(struct oac_merged *m, struct oac_span text, struct oac_error *err)
{
	struct oac_merging g;
	enum oac_status status = OAC_OK;

	memset(&g.arena, 0, sizeof(g.arena));
	g.pieces = &m->pieces;
	memset(&g.drafter, 0, sizeof(g.drafter));
	g.drafter.d = &g.d;
	g.drafter.holes = m->holes;
	g.drafter.trail = m->trail;
	m->pieces.watched = m->watched;
	oac_buffer_init(&g.out, SIZE_MAX / 2);
	oac_decoder_begin(&g.d, &g.arena, text.text, text.len, 0);
	oac_scratch_init(&g.saved);
	oac_pieces_begin(&m->pieces, &g.saved);
	if (oac_merge_item(&g, &m->shape, m->value, text)) {
		oac_pieces_commit(&m->pieces);
		m->holes = g.drafter.holes;
		m->trail = g.drafter.trail;
		m->watched = m->pieces.watched;
	} else {
		oac_pieces_rollback(&m->pieces);
		status = report(&g.d, err);
	}
	oac_buffer_clear(&g.out);
	oac_scratch_clear(&g.d.scratch);
	oac_scratch_clear(&g.saved);
	oac_arena_clear(&g.arena);
	return status;
}

static enum oac_status bad_json(const struct oac_reader *r, struct oac_error *err)
{
	oac_error_set(err, r->status, "invalid JSON in the delta: %s", r->problem);
	if (err != NULL)
		err->offset = (size_t)(r->p - r->start);
	return r->status;
}

static void open_member(struct oac_buffer *text, const char *member)
{
	if (member == NULL)
		return;
	oac_buffer_add(text, "{\"", 2);
	oac_buffer_add_text(text, member);
	oac_buffer_add(text, "\":", 2);
}

/* Merges the delta in the buffer, which begins with open_member, and clears it. */
static enum oac_status close_and_merge(
	struct oac_merged *m, const char *member, struct oac_buffer *text, struct oac_error *err)
{
	enum oac_status status;
	struct oac_reader r;
	struct oac_span delta;

	if (member != NULL)
		oac_buffer_add_char(text, '}');
	if (text->failed != OAC_BUFFER_FINE) {
		status = oac_error_buffer(err, text, "the delta");
	} else {
		/* The whole delta is read once here, so that what follows need not doubt it. */
		oac_reader_init(&r, text->text, text->len);
		if (oac_reader_skip(&r, &delta) && oac_reader_finish(&r))
			status = merge(m, delta, err);
		else
			status = bad_json(&r, err);
	}
	oac_buffer_clear(text);
	return status;
}

static bool merge_quickly(struct oac_merged *m, const struct oac_shape *shape, const void *delta)
{
	struct oac_scratch saved;
	bool done;

	if (m->shape.kind != OAC_KIND_OBJECT || shape->kind != OAC_KIND_OBJECT)
		return false;
	m->pieces.watched = m->watched;
	oac_scratch_init(&saved);
	oac_pieces_begin(&m->pieces, &saved);
	done = oac_merge_quick(&m->pieces, m->shape.type, m->value, shape->type, delta);
	if (done) {
		oac_pieces_commit(&m->pieces);
		m->watched = m->pieces.watched;
	} else {
		oac_pieces_rollback(&m->pieces);
	}
	oac_scratch_clear(&saved);
	return done;
}

enum oac_status oac_merge(struct oac_merged *m, const char *member,
	const struct oac_shape *delta_shape, const void *delta, struct oac_error *err)
{
	struct oac_buffer text = OAC_BUFFER_MAX(SIZE_MAX / 2);
	enum oac_status status;

	if (member == NULL && merge_quickly(m, delta_shape, delta))
		return OAC_OK;
	oac_error_clear(err);
	open_member(&text, member);
	status = oac_encode(delta_shape, delta, 0, &text, err);
	if (status == OAC_OK)
		return close_and_merge(m, member, &text, err);
	oac_buffer_clear(&text);
	return status;
}

enum oac_status oac_merge_json(struct oac_merged *m, const char *member, const char *json,
	size_t len, struct oac_error *err)
{
	struct oac_buffer text = OAC_BUFFER_MAX(SIZE_MAX / 2);
	struct oac_reader r;

	oac_error_clear(err);
	oac_reader_init(&r, json, len);
	if (!oac_reader_skip(&r, NULL) || !oac_reader_finish(&r))
		return bad_json(&r, err);
	open_member(&text, member);
	oac_buffer_add(&text, json, len);
	return close_and_merge(m, member, &text, err);
}

const void *oac_merged_value(const struct oac_merged *m)
{
	return m->value;
}

void oac_merged_free(struct oac_merged *m)
{
	if (m == NULL)
		return;
	oac_pieces_clear(&m->pieces);
	oac_mem_free(m);
}
