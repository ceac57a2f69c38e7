/*
 * oac_walk.h: one walk over everything that a value points to: copying turns each
 * pointer to a copy, giving back frees what stands there. Not for programs.
 */
#ifndef OAC_WALK_H
#define OAC_WALK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct oac_walk {
	/*
	 * A pointer that is not NULL, to len bytes; is_text: bytes that need no alignment, of
	 * which a copy gets a NUL behind them. The walk goes on behind what *at is afterwards.
	 * False ends it.
	 */
	bool (*piece)(struct oac_walk *walk, const void **at, size_t len, bool is_text);
	unsigned depth; /* 0 to begin with */
};

/* False: piece said so, or the value is nested too deeply, as one that leads back to itself is. */
bool oac_walk(struct oac_walk *walk, uint8_t kind, const void *type, void *at);

#endif
