/*
 * counted_malloc.h: the runtime's allocator, compiled into a test program so that the one in
 * the library is not linked, over a malloc that counts bytes and fails on command. First in
 * the one .c that includes it.
 *
 *	total = 0;
 *	live_max = live;
 *	... work ...
 *	assert_true(total < bound);
 */
#ifndef COUNTED_MALLOC_H
#define COUNTED_MALLOC_H

#include <stddef.h>

static void *counted_malloc(size_t size);
static void *counted_realloc(void *old, size_t size);
static void counted_free(void *p);

#define OAC_MALLOC counted_malloc
#define OAC_REALLOC counted_realloc
#define OAC_FREE counted_free
#include "oac_memory.c"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static size_t calls_left; /* until one fails; 0: none does */
static size_t total;      /* bytes allocated ever */
static size_t live;       /* bytes not freed */
static size_t live_max;

struct counted {
	size_t size;
	max_align_t data[];
};

static void *counted_malloc(size_t size)
{
	struct counted *c;

	if (calls_left > 0 && --calls_left == 0)
		return NULL;
	c = malloc(sizeof(*c) + size);
	assert_non_null(c);
	c->size = size;
	total += size;
	live += size;
	if (live > live_max)
		live_max = live;
	return c->data;
}

static void counted_free(void *p)
{
	struct counted *c =
		p ? (struct counted *)(void *)((char *)p - offsetof(struct counted, data)) : NULL;

	if (c != NULL)
		live -= c->size;
	free(c);
}

static void *counted_realloc(void *old, size_t size)
{
	void *p = counted_malloc(size);
	size_t had;

	if (p == NULL || old == NULL)
		return p;
	had = ((struct counted *)(void *)((char *)old - offsetof(struct counted, data)))->size;
	memcpy(p, old, had < size ? had : size);
	counted_free(old);
	return p;
}

#endif
