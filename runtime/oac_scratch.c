#include "oac_scratch.h"

#include "oac_memory.h"

#include <stdalign.h>
#include <stdint.h>
#include <string.h>

struct oac_scratch_block {
	struct oac_scratch_block *below;
	size_t size; /* of data */
	alignas(max_align_t) char data[];
};

static size_t round_up(size_t size)
{
	size_t align = alignof(max_align_t);

	return (size + align - 1) / align * align;
}

void oac_scratch_init(struct oac_scratch *scratch)
{
	scratch->block = NULL;
	scratch->spare = NULL;
	scratch->next = (char *)scratch->first;
	scratch->end = scratch->next + sizeof(scratch->first);
}

void oac_scratch_clear(struct oac_scratch *scratch)
{
	while (scratch->block != NULL) {
		struct oac_scratch_block *below = scratch->block->below;

		oac_mem_free(scratch->block);
		scratch->block = below;
	}
	oac_mem_free(scratch->spare);
	oac_scratch_init(scratch);
}

static bool add_block(struct oac_scratch *scratch, size_t size)
{
	struct oac_scratch_block *block = scratch->spare;
	size_t want = scratch->block ? scratch->block->size * 2 : sizeof(scratch->first) * 4;

	if (want < size)
		want = size;
	scratch->spare = NULL;
	if (block != NULL && block->size < want) {
		oac_mem_free(block);
		block = NULL;
	}
	if (block == NULL) {
		block = want < SIZE_MAX / 4 ? oac_malloc(sizeof(*block) + want) : NULL;
		if (block == NULL)
			return false;
		block->size = want;
	}
	block->below = scratch->block;
	scratch->block = block;
	scratch->next = block->data;
	scratch->end = block->data + block->size;
	return true;
}

void *oac_scratch_alloc(struct oac_scratch *scratch, size_t size)
{
	void *piece;

	if (size > SIZE_MAX / 4)
		return NULL;
	size = round_up(size);
	if (size > (size_t)(scratch->end - scratch->next) && !add_block(scratch, size))
		return NULL;
	piece = scratch->next;
	scratch->next += size;
	return piece;
}

void *oac_scratch_grow(struct oac_scratch *scratch, void *old, size_t old_size, size_t size)
{
	char *piece = old;

	if (piece != NULL && size <= SIZE_MAX / 4 && piece + round_up(old_size) == scratch->next &&
		round_up(size) <= (size_t)(scratch->end - piece)) {
		scratch->next = piece + round_up(size);
		return piece;
	}
	piece = oac_scratch_alloc(scratch, size);
	if (piece != NULL && old != NULL)
		memcpy(piece, old, old_size);
	return piece;
}

void oac_scratch_drop(struct oac_scratch *scratch, struct oac_scratch_mark mark)
{
	while (scratch->block != mark.block) {
		struct oac_scratch_block *block = scratch->block;

		scratch->block = block->below;
		if (scratch->spare == NULL || scratch->spare->size < block->size) {
			struct oac_scratch_block *other = scratch->spare;

			scratch->spare = block;
			block = other;
		}
		oac_mem_free(block);
	}
}
