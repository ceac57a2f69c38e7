/*
 * oac_memory.h: every allocation of the runtime goes through here.
 *
 * Build with -DOAC_MALLOC=..., -DOAC_REALLOC=... and -DOAC_FREE=... to use
 * another allocator. An arena hands out pieces of a few growing blocks and
 * frees them together; a decoded result is one arena.
 */
#ifndef OAC_MEMORY_H
#define OAC_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

void *oac_malloc(size_t size);
void *oac_realloc(void *old, size_t size);
void oac_mem_free(void *p);
/* A copy of len bytes with a NUL behind them, or NULL. */
char *oac_strndup(const char *text, size_t len);
char *oac_strdup(const char *text);

struct oac_arena_block;

struct oac_arena {
	struct oac_arena_block *first; /* its first piece can stand for the arena: see oac_arena_free */
	char *next; /* free space of the newest block: data from the front, text from the back */
	char *end;
};

/* first: bytes that the first block should hold. False when memory is short. */
bool oac_arena_init(struct oac_arena *arena, size_t first);
/* size bytes, aligned for any type, not cleared; NULL when memory is short. */
void *oac_arena_alloc(struct oac_arena *arena, size_t size);
/* A new block with room for size bytes. */
bool oac_arena_grow(struct oac_arena *arena, size_t size);

/* size bytes with no alignment. */
static inline char *oac_arena_text(struct oac_arena *arena, size_t size)
{
	if (size > (size_t)(arena->end - arena->next) && !oac_arena_grow(arena, size))
		return NULL;
	arena->end -= size;
	return arena->end;
}

/* A copy of len bytes with a NUL behind them, or NULL. */
char *oac_arena_strndup(struct oac_arena *arena, const char *text, size_t len);
/* Makes *text, which may be NULL, a copy of what it points to. False when memory is short. */
bool oac_arena_keep(struct oac_arena *arena, const char **text);

/* Forgets all that was handed out; one block as large as all of them stays. */
void oac_arena_reset(struct oac_arena *arena);
void oac_arena_clear(struct oac_arena *arena);
/* Frees the arena whose first piece is at p; p NULL is fine. */
void oac_arena_free(void *p);

#endif
