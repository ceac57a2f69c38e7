#include "oac_pieces.h"

#include "oac_memory.h"
#include "oac_walk.h"

#include <stdalign.h>
#include <string.h>

struct oac_piece {
	struct oac_piece *next;
	struct oac_piece *previous;
	size_t room; /* bytes of data */
	size_t used; /* a text: its length; a list: the note */
	bool fresh;  /* made in this transaction */
	alignas(max_align_t) char data[];
};

struct oac_saved {
	struct oac_saved *next;
	void *at;
	size_t size;
	char bytes[];
};

static struct oac_piece *piece_of(const void *data)
{
	char *start;

	memcpy(&start, &data, sizeof(start)); /* the value has only pointers to const */
	return (struct oac_piece *)(void *)(start - offsetof(struct oac_piece, data));
}

static void push(struct oac_piece **list, struct oac_piece *piece)
{
	piece->previous = NULL;
	piece->next = *list;
	if (*list != NULL)
		(*list)->previous = piece;
	*list = piece;
}

static void unlink_piece(struct oac_piece **list, struct oac_piece *piece)
{
	if (piece->previous != NULL)
		piece->previous->next = piece->next;
	else
		*list = piece->next;
	if (piece->next != NULL)
		piece->next->previous = piece->previous;
}

/* Frees the pieces in front of end. */
static void free_until(struct oac_piece **list, const struct oac_piece *end)
{
	while (*list != end) {
		struct oac_piece *piece = *list;

		*list = piece->next;
		oac_mem_free(piece);
	}
	if (*list != NULL)
		(*list)->previous = NULL;
}

static struct oac_piece *add_piece(struct oac_pieces *pieces, size_t room)
{
	struct oac_piece *piece = room < SIZE_MAX / 4 ? oac_malloc(sizeof(*piece) + room) : NULL;

	if (piece == NULL)
		return NULL;
	piece->room = room;
	piece->used = 0;
	piece->fresh = true;
	push(&pieces->first, piece);
	return piece;
}

void oac_pieces_init(struct oac_pieces *pieces)
{
	memset(pieces, 0, sizeof(*pieces));
}

void oac_pieces_clear(struct oac_pieces *pieces)
{
	free_until(&pieces->waste, NULL);
	free_until(&pieces->stale, NULL);
	free_until(&pieces->first, NULL);
}

void oac_pieces_begin(struct oac_pieces *pieces, struct oac_scratch *scratch)
{
	pieces->old = pieces->first;
	pieces->saved = NULL;
	pieces->scratch = scratch;
	pieces->is_fresh = false;
}

void oac_pieces_commit(struct oac_pieces *pieces)
{
	struct oac_piece *piece;

	for (piece = pieces->first; piece != pieces->old; piece = piece->next)
		piece->fresh = false;
	free_until(&pieces->stale, NULL);
}

void oac_pieces_rollback(struct oac_pieces *pieces)
{
	const struct oac_saved *saved;

	for (saved = pieces->saved; saved != NULL; saved = saved->next)
		memcpy(saved->at, saved->bytes, saved->size);
	free_until(&pieces->first, pieces->old);
	while (pieces->stale != NULL) {
		struct oac_piece *piece = pieces->stale;

		unlink_piece(&pieces->stale, piece);
		push(&pieces->first, piece);
	}
}

bool oac_pieces_enter(struct oac_pieces *pieces, const void *data)
{
	bool before = pieces->is_fresh;

	pieces->is_fresh = piece_of(data)->fresh;
	return before;
}

static bool save(struct oac_pieces *pieces, void *at, size_t size)
{
	struct oac_saved *saved = oac_scratch_alloc(pieces->scratch, sizeof(*saved) + size);

	if (saved == NULL)
		return false;
	saved->next = pieces->saved;
	saved->at = at;
	saved->size = size;
	memcpy(saved->bytes, at, size);
	pieces->saved = saved;
	return true;
}

bool oac_pieces_save(struct oac_pieces *pieces, void *at, size_t size)
{
	return pieces->is_fresh || save(pieces, at, size);
}

void *oac_pieces_alloc(struct oac_pieces *pieces, size_t size)
{
	struct oac_piece *piece = add_piece(pieces, size);

	return piece ? piece->data : NULL;
}

char *oac_pieces_text(struct oac_pieces *pieces, const char *text, size_t len)
{
	struct oac_piece *piece = len < SIZE_MAX / 4 ? add_piece(pieces, len + 1) : NULL;

	if (piece == NULL)
		return NULL;
	memcpy(piece->data, text, len);
	piece->data[len] = '\0';
	piece->used = len;
	return piece->data;
}

/* It is still read until the waste is freed. */
static void drop(struct oac_pieces *pieces, const void *data)
{
	struct oac_piece *piece = piece_of(data);

	if (pieces->watched == data)
		pieces->watched = NULL;
	if (pieces->old == piece)
		pieces->old = piece->next;
	unlink_piece(&pieces->first, piece);
	push(piece->fresh ? &pieces->waste : &pieces->stale, piece);
}

struct pieces_walk {
	struct oac_walk walk; /* first, so that the walk leads to it */
	struct oac_pieces *pieces;
};

static bool adopt_piece(struct oac_walk *walk, const void **at, size_t len, bool is_text)
{
	struct oac_pieces *pieces = ((struct pieces_walk *)(void *)walk)->pieces;
	void *copy = is_text ? oac_pieces_text(pieces, *at, len) : oac_pieces_alloc(pieces, len);

	if (copy == NULL)
		return false;
	if (!is_text)
		memcpy(copy, *at, len);
	*at = copy;
	return true;
}

bool oac_pieces_adopt(struct oac_pieces *pieces, uint8_t kind, const void *type, void *at)
{
	struct pieces_walk w = { { adopt_piece, 0 }, pieces };

	return oac_walk(&w.walk, kind, type, at);
}

static bool release_piece(struct oac_walk *walk, const void **at, size_t len, bool is_text)
{
	(void)len;
	(void)is_text;
	drop(((struct pieces_walk *)(void *)walk)->pieces, *at);
	return true;
}

void oac_pieces_release(struct oac_pieces *pieces, uint8_t kind, const void *type, void *at)
{
	struct pieces_walk w = { { release_piece, 0 }, pieces };

	oac_walk(&w.walk, kind, type, at);
	free_until(&pieces->waste, NULL);
}

void oac_pieces_drop(struct oac_pieces *pieces, const void *data)
{
	drop(pieces, data);
	free_until(&pieces->waste, NULL);
}

size_t oac_pieces_length(const char *text)
{
	return piece_of(text)->used;
}

bool oac_pieces_insert(
	struct oac_pieces *pieces, const char **at, size_t where, const char *text, size_t len)
{
	struct oac_piece *piece = piece_of(*at);
	size_t used = piece->used;

	if (len == 0)
		return true;
	if (len >= SIZE_MAX / 8 - used)
		return false;
	if (used + len >= piece->room) {
		struct oac_piece *larger = add_piece(pieces, 2 * (used + len) + 1);

		if (larger == NULL || !oac_pieces_save(pieces, at, sizeof(*at)))
			return false;
		memcpy(larger->data, piece->data, used + 1);
		*at = larger->data;
		oac_pieces_drop(pieces, piece->data);
		piece = larger;
	} else if (!piece->fresh && (!save(pieces, &piece->used, sizeof(piece->used)) ||
					    !save(pieces, piece->data + where, used + 1 - where))) {
		return false;
	}
	memmove(piece->data + where + len, piece->data + where, used + 1 - where);
	memcpy(piece->data + where, text, len);
	piece->used = used + len;
	return true;
}

bool oac_pieces_reserve(
	struct oac_pieces *pieces, const void **items, size_t count, size_t need, size_t size)
{
	struct oac_piece *piece = piece_of(*items);
	struct oac_piece *larger;

	if (need > SIZE_MAX / 8 / size)
		return false;
	if (need * size <= piece->room)
		return true;
	larger = add_piece(pieces, 2 * need * size);
	if (larger == NULL || !oac_pieces_save(pieces, items, sizeof(*items)))
		return false;
	memcpy(larger->data, piece->data, count * size);
	larger->used = piece->used;
	*items = larger->data;
	oac_pieces_drop(pieces, piece->data);
	return true;
}

size_t oac_pieces_note(const void *items)
{
	return piece_of(items)->used;
}

bool oac_pieces_set_note(struct oac_pieces *pieces, const void *items, size_t note)
{
	struct oac_piece *piece = piece_of(items);

	if (!piece->fresh && !save(pieces, &piece->used, sizeof(piece->used)))
		return false;
	piece->used = note;
	return true;
}
