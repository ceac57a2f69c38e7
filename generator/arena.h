/*
 * arena.h: memory that lives as long as a stage and goes at once.
 *
 * The compiler frees arenas, not objects. Running out of memory ends the
 * process with one line on stderr (nothing has been written by then: output is
 * staged), so these functions never return NULL.
 */
#ifndef OAC_ARENA_H
#define OAC_ARENA_H

#include <stddef.h>

struct arena_block;

struct arena {
	struct arena_block *block;
	char *next;
	char *end;
	size_t total; /* bytes handed out since the last reset */
};

#define ARENA_EMPTY { NULL, NULL, NULL, 0 }

void *arena_alloc(struct arena *arena, size_t size); /* aligned, zeroed */
char *arena_text(struct arena *arena, const char *text, size_t len); /* a copy, NUL-terminated */
char *arena_format(struct arena *arena, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
/* The texts up to NULL, one behind the other: where arena_format would be slow. */
char *arena_join(struct arena *arena, const char *first, ...) __attribute__((sentinel));
void arena_grow(struct arena *arena, size_t size); /* for arena_room alone */

/* Room for a text of unknown length: size bytes, of which arena_keep then takes the first len. */
static inline char *arena_room(struct arena *arena, size_t size)
{
	if ((size_t)(arena->end - arena->next) < size || arena->block == NULL)
		arena_grow(arena, size);
	return arena->next;
}

static inline void arena_keep(struct arena *arena, size_t len)
{
	arena->next += len;
	arena->total += len;
}

void arena_reset(struct arena *arena); /* keeps one block for reuse */
void arena_clear(struct arena *arena);
/* How every part of the compiler ends when memory is short. */
_Noreturn void arena_exhausted(void);

#endif
