/*
 * Deep copies: each struct is copied whole, then what it points to is copied and
 * the pointers are turned to the copies.
 */
#include "oac_codec.h"

#include "oac_memory.h"
#include "oac_walk.h"

#include <string.h>

enum {
	COPY_FIRST = 1024,
};

struct copier {
	struct oac_walk walk; /* first, so that the walk leads to the copier */
	struct oac_arena arena;
};

static bool copy_piece(struct oac_walk *walk, const void **at, size_t len, bool is_text)
{
	struct copier *c = (struct copier *)(void *)walk;
	char *copy = is_text ? oac_arena_text(&c->arena, len + 1) : oac_arena_alloc(&c->arena, len);

	if (copy == NULL)
		return false;
	memcpy(copy, *at, len);
	if (is_text)
		copy[len] = '\0';
	*at = copy;
	return true;
}

void *oac_copy(const struct oac_shape *shape, const void *value)
{
	struct copier c = { .walk = { copy_piece, 0 } };
	void *copy;

	if (value == NULL || !oac_arena_init(&c.arena, shape->size + COPY_FIRST))
		return NULL;
	copy = oac_arena_alloc(&c.arena, shape->size);
	if (copy != NULL)
		memcpy(copy, value, shape->size);
	if (copy == NULL || !oac_walk(&c.walk, shape->kind, shape->type, copy)) {
		oac_arena_clear(&c.arena);
		return NULL;
	}
	return copy;
}
