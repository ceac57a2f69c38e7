/*
 * failing_runtime.h: the runtime's allocator, compiled into a test program with functions that
 * fail on command, so that the one in the library is not linked. For one .c, as the first include.
 */
#ifndef FAILING_RUNTIME_H
#define FAILING_RUNTIME_H

#include <stddef.h>

static void *failing_malloc(size_t size);
static void *failing_realloc(void *old, size_t size);
static void counted_free(void *p);

#define OAC_MALLOC failing_malloc
#define OAC_REALLOC failing_realloc
#define OAC_FREE counted_free
#include "oac_memory.c"

#include <stdlib.h>

static size_t calls_left; /* until one fails; 0: none does */
static long live;

static bool is_time_to_fail(void)
{
	return calls_left > 0 && --calls_left == 0;
}

static void *failing_malloc(size_t size)
{
	void *p = is_time_to_fail() ? NULL : malloc(size);

	live += p != NULL;
	return p;
}

static void *failing_realloc(void *old, size_t size)
{
	void *p = is_time_to_fail() ? NULL : realloc(old, size);

	live += p != NULL && old == NULL;
	return p;
}

static void counted_free(void *p)
{
	live -= p != NULL;
	free(p);
}

#endif
