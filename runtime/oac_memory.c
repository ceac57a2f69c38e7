#include "oac_memory.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#ifndef OAC_MALLOC
#define OAC_MALLOC malloc
#endif
#ifndef OAC_REALLOC
#define OAC_REALLOC realloc
#endif
#ifndef OAC_FREE
#define OAC_FREE free
#endif

enum {
	BLOCK_MIN = 256,
	BLOCK_ALIGN = alignof(max_align_t),
};

struct oac_arena_block {
	struct oac_arena_block *next;
	size_t size; /* of data */
	alignas(max_align_t) char data[];
};

void *oac_malloc(size_t size)
{
	return OAC_MALLOC(size);
}

void *oac_realloc(void *old, size_t size)
{
	return OAC_REALLOC(old, size);
}

void oac_mem_free(void *p)
{
	OAC_FREE(p);
}

char *oac_strndup(const char *text, size_t len)
{
	char *copy = len < SIZE_MAX ? oac_malloc(len + 1) : NULL;

	if (copy == NULL)
		return NULL;
	if (len > 0)
		memcpy(copy, text, len);
	copy[len] = '\0';
	return copy;
}

char *oac_strdup(const char *text)
{
	return oac_strndup(text, strlen(text));
}

static struct oac_arena_block *block_new(size_t size)
{
	struct oac_arena_block *block;

	if (size < BLOCK_MIN)
		size = BLOCK_MIN;
	if (size > SIZE_MAX / 2)
		return NULL;
	size = (size + BLOCK_ALIGN - 1) / BLOCK_ALIGN * BLOCK_ALIGN;
	block = oac_malloc(sizeof(*block) + size);
	if (block == NULL)
		return NULL;
	block->next = NULL;
	block->size = size;
	return block;
}

static void arena_use(struct oac_arena *arena, struct oac_arena_block *block)
{
	arena->next = block->data;
	arena->end = block->data + block->size;
}

bool oac_arena_init(struct oac_arena *arena, size_t first)
{
	struct oac_arena_block *block = block_new(first);

	arena->first = block;
	arena->next = NULL;
	arena->end = NULL;
	if (block == NULL)
		return false;
	arena_use(arena, block);
	return true;
}

/* A block for at least size bytes, twice as large as the one before it. */
bool oac_arena_grow(struct oac_arena *arena, size_t size)
{
	struct oac_arena_block *newest = arena->first->next ? arena->first->next : arena->first;
	size_t twice = newest->size <= SIZE_MAX / 4 ? newest->size * 2 : newest->size;
	struct oac_arena_block *block = block_new(size > twice ? size : twice);

	if (block == NULL)
		return false;
	block->next = arena->first->next;
	arena->first->next = block;
	arena_use(arena, block);
	return true;
}

void *oac_arena_alloc(struct oac_arena *arena, size_t size)
{
	void *piece;

	if (size > SIZE_MAX / 2)
		return NULL;
	size = (size + BLOCK_ALIGN - 1) / BLOCK_ALIGN * BLOCK_ALIGN;
	if (size > (size_t)(arena->end - arena->next) && !oac_arena_grow(arena, size))
		return NULL;
	piece = arena->next;
	arena->next += size;
	return piece;
}

char *oac_arena_strndup(struct oac_arena *arena, const char *text, size_t len)
{
	char *copy = len < SIZE_MAX ? oac_arena_text(arena, len + 1) : NULL;

	if (copy == NULL)
		return NULL;
	if (len > 0)
		memcpy(copy, text, len);
	copy[len] = '\0';
	return copy;
}

bool oac_arena_keep(struct oac_arena *arena, const char **text)
{
	if (*text == NULL)
		return true;
	*text = oac_arena_strndup(arena, *text, strlen(*text));
	return *text != NULL;
}

static void blocks_free(struct oac_arena_block *block)
{
	while (block != NULL) {
		struct oac_arena_block *next = block->next;

		oac_mem_free(block);
		block = next;
	}
}

void oac_arena_reset(struct oac_arena *arena)
{
	struct oac_arena_block *first = arena->first;
	struct oac_arena_block *block;
	size_t total = 0;

	for (block = first; block != NULL; block = block->next)
		total += block->size;
	if (first->next != NULL) {
		block = block_new(total);
		if (block != NULL) {
			blocks_free(first);
			arena->first = block;
		} else {
			blocks_free(first->next);
			first->next = NULL;
		}
	}
	arena_use(arena, arena->first);
}

void oac_arena_clear(struct oac_arena *arena)
{
	blocks_free(arena->first);
	arena->first = NULL;
	arena->next = NULL;
	arena->end = NULL;
}

void oac_arena_free(void *p)
{
	if (p != NULL)
		blocks_free((struct oac_arena_block *)(void *)((char *)p -
			offsetof(struct oac_arena_block, data)));
}
