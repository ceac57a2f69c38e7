#define _DEFAULT_SOURCE /* madvise */
#include "arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum {
	BLOCK_MIN = 64 * 1024,
	BLOCK_LARGE = 2 * 1024 * 1024, /* with its header, and as it lies: one huge page */
};

union arena_align {
	void *pointer;
	int64_t integer;
	double number;
};

struct arena_block {
	struct arena_block *before;
	size_t size; /* of data */
	union arena_align data[];
};

static void use_block(struct arena *arena, struct arena_block *block)
{
	arena->block = block;
	arena->next = (char *)block->data;
	arena->end = arena->next + block->size;
}

/* A large block will be filled: its pages are asked for at once, as one page if there are such. */
static void ask_for_pages(struct arena_block *block, size_t size)
{
#ifdef MADV_HUGEPAGE
	madvise(block, size, MADV_HUGEPAGE);
#endif
#ifdef MADV_POPULATE_WRITE
	madvise(block, size, MADV_POPULATE_WRITE);
#endif
	(void)block;
	(void)size;
}

/* size: with the header */
static struct arena_block *make_block(size_t size)
{
	struct arena_block *block =
		size < BLOCK_LARGE ? malloc(size) : aligned_alloc(BLOCK_LARGE, size);
	if (block == NULL)
		arena_exhausted();
	if (size >= BLOCK_LARGE)
		ask_for_pages(block, size);
	block->size = size - sizeof(*block);
	return block;
}

/* Text needs no alignment, so that a document's many short strings lie close together. */
static char *take(struct arena *arena, size_t size)
{
	char *place = arena_room(arena, size);
	arena_keep(arena, size);
	return place;
}

void *arena_alloc(struct arena *arena, size_t size)
{
	size_t past = (uintptr_t)arena->next % _Alignof(union arena_align);
	if (past != 0) {
		size_t gap = _Alignof(union arena_align) - past;
		size_t left = (size_t)(arena->end - arena->next);
		arena->next += gap < left ? gap : left; /* none left: a new block is aligned */
	}
	return memset(take(arena, size), 0, size);
}

char *arena_text(struct arena *arena, const char *text, size_t len)
{
	char *copy = take(arena, len + 1);
	if (len > 0)
		memcpy(copy, text, len);
	copy[len] = '\0';
	return copy;
}

char *arena_format(struct arena *arena, const char *format, ...)
{
	va_list args;
	va_list again;
	va_start(args, format);
	va_copy(again, args);

	/* Most texts fit where the next piece would be; the others are printed again. */
	size_t room = (size_t)(arena->end - arena->next);
	char *text = arena->next;
	int len = vsnprintf(text, room, format, args);
	if (len < 0)
		arena_exhausted();
	if ((size_t)len < room) {
		arena->next += len + 1;
		arena->total += (size_t)len + 1;
	} else {
		text = take(arena, (size_t)len + 1);
		vsnprintf(text, (size_t)len + 1, format, again);
	}

	va_end(again);
	va_end(args);
	return text;
}

char *arena_join(struct arena *arena, const char *first, ...)
{
	va_list args;
	va_list again;
	va_start(args, first);
	va_copy(again, args);

	size_t len = 0;
	for (const char *text = first; text != NULL; text = va_arg(args, const char *))
		len += strlen(text);
	char *whole = take(arena, len + 1);
	char *end = whole;
	for (const char *text = first; text != NULL; text = va_arg(again, const char *)) {
		size_t part = strlen(text);
		memcpy(end, text, part);
		end += part;
	}
	*end = '\0';

	va_end(again);
	va_end(args);
	return whole;
}

void arena_grow(struct arena *arena, size_t need)
{
	size_t size = arena->block != NULL ? arena->block->size * 2 : BLOCK_MIN;
	if (need > SIZE_MAX / 2)
		arena_exhausted();
	need += sizeof(struct arena_block);
	if (size > BLOCK_LARGE / 2)
		size = BLOCK_LARGE;
	if (size < need)
		size = need;
	if (size > BLOCK_LARGE / 2)
		size = (size + BLOCK_LARGE - 1) / BLOCK_LARGE * BLOCK_LARGE;

	struct arena_block *block = make_block(size);
	block->before = arena->block;
	use_block(arena, block);
}

void arena_reset(struct arena *arena)
{
	arena->total = 0;
	if (arena->block == NULL)
		return;
	for (struct arena_block *block = arena->block->before; block != NULL;) {
		struct arena_block *before = block->before;
		free(block);
		block = before;
	}
	arena->block->before = NULL;
	use_block(arena, arena->block);
}

void arena_clear(struct arena *arena)
{
	arena_reset(arena);
	free(arena->block);
	*arena = (struct arena)ARENA_EMPTY;
}

_Noreturn void arena_exhausted(void)
{
	fputs("oac: error: out of memory\n", stderr);
	exit(1);
}
