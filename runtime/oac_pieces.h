/*
 * oac_pieces.h: the memory of a value that grows, and the way back when a change to it
 * fails half-way. Not for programs.
 *
 * Everything that the value points to is a piece: an allocation of its own that knows
 * its room, so that texts and lists grow in place and by doubling. A change is a
 * transaction:
 *
 *	oac_pieces_begin(&pieces, &scratch);
 *	ok = ...				bytes are saved before they are changed
 *	if (ok)
 *		oac_pieces_commit(&pieces);	frees what was dropped
 *	else
 *		oac_pieces_rollback(&pieces);	the value is as it was
 *
 * Functions that return a pointer or bool return NULL or false when memory is short.
 */
#ifndef OAC_PIECES_H
#define OAC_PIECES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "oac_scratch.h"

struct oac_piece;
struct oac_saved;

struct oac_pieces {
	struct oac_piece *first; /* the newest */
	struct oac_piece *old;   /* the newest from before the transaction */
	struct oac_piece *stale; /* no longer part of the value; freed by the commit */
	struct oac_piece *waste; /* came and went in this transaction */
	bool is_fresh;           /* what is saved is in a piece of this transaction */
	struct oac_saved *saved; /* the last bytes that were saved, in the scratch */
	struct oac_scratch *scratch;
	const void *watched; /* a piece, or NULL as soon as it was dropped */
};

/* Begins with a value of nothing. */
void oac_pieces_init(struct oac_pieces *pieces);
/* Frees all of it. */
void oac_pieces_clear(struct oac_pieces *pieces);

/* The scratch keeps what was saved, and must not be released below that before the end. */
void oac_pieces_begin(struct oac_pieces *pieces, struct oac_scratch *scratch);
void oac_pieces_commit(struct oac_pieces *pieces);
void oac_pieces_rollback(struct oac_pieces *pieces);

/*
 * Says that the places that follow are in the piece at data; returns what is_fresh was,
 * which the caller sets again. A piece that goes with a rollback needs no saving.
 */
bool oac_pieces_enter(struct oac_pieces *pieces, const void *data);
/* Notes size bytes at a place of the value that is no text, which may be changed then. */
bool oac_pieces_save(struct oac_pieces *pieces, void *at, size_t size);

/* A new piece: size bytes aligned for any type, not cleared. */
void *oac_pieces_alloc(struct oac_pieces *pieces, size_t size);
/* A new text with a NUL behind it. */
char *oac_pieces_text(struct oac_pieces *pieces, const char *text, size_t len);
/* The value no longer has this piece. */
void oac_pieces_drop(struct oac_pieces *pieces, const void *data);

/* Copies all that a value points to into pieces, and drops it. */
bool oac_pieces_adopt(struct oac_pieces *pieces, uint8_t kind, const void *type, void *at);
void oac_pieces_release(struct oac_pieces *pieces, uint8_t kind, const void *type, void *at);

/* The length of a text. */
size_t oac_pieces_length(const char *text);
/* Puts len bytes into the text that *at points to, in front of where; it may move. */
bool oac_pieces_insert(
	struct oac_pieces *pieces, const char **at, size_t where, const char *text, size_t len);
/* Makes room for need items; *items may move. */
bool oac_pieces_reserve(
	struct oac_pieces *pieces, const void **items, size_t count, size_t need, size_t size);
/* A number that a list keeps for its owner, 0 at first. */
size_t oac_pieces_note(const void *items);
bool oac_pieces_set_note(struct oac_pieces *pieces, const void *items, size_t note);

#endif
