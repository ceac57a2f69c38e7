/*
 * failing_malloc.h: the C library's allocator for the whole process, libcurl and cJSON
 * included, with a thread whose allocations fail on command. For one .c of a test program.
 *
 *	memory_begin(3, false);			the third allocation of this thread fails
 *	... work ...
 *	memory_end();
 *	if (memory.failed)
 *		...
 *	assert_int_equal(memory_left(1000), 0);	what was allocated was freed
 *
 * What this thread has allocated may be freed by another one: a name look-up that nobody waits
 * for any more is left by libcurl to its thread.
 *
 * It needs glibc, and no sanitizer, which has an allocator of its own: see FAILING_MALLOC.
 */
#ifndef FAILING_MALLOC_H
#define FAILING_MALLOC_H

#include "oac_client.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define FAILING_MALLOC 1
#else
#define FAILING_MALLOC 0
#endif

enum {
	MEMORY_PLACES = 1 << 14, /* most blocks that are there at a time */
};

static _Thread_local struct {
	bool on;
	bool for_good;	 /* all that come after the first one fail, too */
	size_t fail_at;	 /* counted from 1; 0: none fails */
	size_t count;
	size_t failed;
	bool failed_own; /* one that this program asked for, the library with it */
} memory;

/* What the thread allocated, and no thread has freed: addresses, by their hash. */
static struct {
	atomic_flag busy;
	long live;
	const void *at[MEMORY_PLACES];
} memory_blocks = { .busy = ATOMIC_FLAG_INIT };

static inline void memory_lock(void)
{
	while (atomic_flag_test_and_set(&memory_blocks.busy))
		;
}

static inline void memory_unlock(void)
{
	atomic_flag_clear(&memory_blocks.busy);
}

static inline void memory_begin(size_t fail_at, bool for_good)
{
	memory_lock();
	memory_blocks.live = 0;
	memset(memory_blocks.at, 0, sizeof(memory_blocks.at));
	memory_unlock();
	memory.for_good = for_good;
	memory.fail_at = fail_at;
	memory.count = 0;
	memory.failed = 0;
	memory.failed_own = false;
	memory.on = true;
}

static inline void memory_end(void)
{
	memory.on = false;
}

/* How many blocks are left, when other threads have had some time to free theirs. */
static inline long memory_left(int64_t wait_ms)
{
	int64_t end = oac_now_ms() + wait_ms;
	long live;

	for (;;) {
		memory_lock();
		live = memory_blocks.live;
		memory_unlock();
		if (live == 0 || oac_now_ms() >= end)
			return live;
		oac_sleep_ms(1, NULL);
	}
}

#if FAILING_MALLOC

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);
extern void __libc_free(void *p);
/* The program's own code lies between these two, which the linker sets. */
extern const char __executable_start[];
extern const char etext[];

static inline bool memory_refuses(const void *caller)
{
	if (!memory.on)
		return false;
	memory.count++;
	if (memory.fail_at == 0 || memory.count < memory.fail_at ||
		(memory.count > memory.fail_at && !memory.for_good))
		return false;
	memory.failed++;
	if ((uintptr_t)caller >= (uintptr_t)__executable_start && (uintptr_t)caller < (uintptr_t)etext)
		memory.failed_own = true;
	errno = ENOMEM;
	return true;
}

/* Puts now where before is, among the places that a block of this address may have. */
static inline bool memory_put(const void *block, const void *before, const void *now)
{
	for (size_t i = 0; i < MEMORY_PLACES; i++) {
		const void **at = &memory_blocks.at[((uintptr_t)block / 16 + i) % MEMORY_PLACES];
		if (*at == before) {
			*at = now;
			return true;
		}
		if (*at == NULL)
			return false;
	}
	return false;
}

static const char memory_gone; /* where a block was, so that those behind it are found */

static inline void *memory_add(void *block)
{
	if (block == NULL)
		return NULL;
	memory_lock();
	if (!memory_put(block, &memory_gone, block) && !memory_put(block, NULL, block))
		abort();
	memory_blocks.live++;
	memory_unlock();
	return block;
}

/* Whether it was there. */
static inline bool memory_remove(const void *block)
{
	bool found;

	if (block == NULL)
		return false;
	memory_lock();
	found = memory_put(block, block, &memory_gone);
	memory_blocks.live -= found;
	memory_unlock();
	return found;
}

#define FOR_THE_PROCESS __attribute__((visibility("default")))

FOR_THE_PROCESS void *malloc(size_t size)
{
	if (memory_refuses(__builtin_return_address(0)))
		return NULL;
	return memory.on ? memory_add(__libc_malloc(size)) : __libc_malloc(size);
}

FOR_THE_PROCESS void *calloc(size_t count, size_t size)
{
	if (memory_refuses(__builtin_return_address(0)))
		return NULL;
	return memory.on ? memory_add(__libc_calloc(count, size)) : __libc_calloc(count, size);
}

FOR_THE_PROCESS void *realloc(void *old, size_t size)
{
	if (memory_refuses(__builtin_return_address(0)))
		return NULL;
	bool counts = old == NULL ? memory.on : memory_remove(old);
	void *p = __libc_realloc(old, size);
	if (counts)
		memory_add(p != NULL ? p : old);
	return p;
}

FOR_THE_PROCESS void free(void *p)
{
	memory_remove(p);
	__libc_free(p);
}

#endif

#endif
