/*
 * failing_malloc.h: the C library's allocator for the whole process, libcurl and cJSON
 * included, with a thread whose allocations fail on command. For one .c of a test program.
 *
 *	memory_begin(3, false);			the third allocation of this thread fails
 *	... work ...
 *	memory_end();
 *	if (memory.failed)
 *		...
 *	assert_int_equal(memory.live, 0);	what was allocated was freed
 *
 * It needs glibc, and no sanitizer, which has an allocator of its own: see FAILING_MALLOC.
 */
#ifndef FAILING_MALLOC_H
#define FAILING_MALLOC_H

#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define FAILING_MALLOC 1
#else
#define FAILING_MALLOC 0
#endif

static _Thread_local struct {
	bool on;
	bool for_good;	 /* all that come after the first one fail, too */
	size_t fail_at;	 /* counted from 1; 0: none fails */
	size_t count;
	size_t failed;
	bool failed_own; /* one that this program asked for, the library with it */
	long live;
} memory;

static inline void memory_begin(size_t fail_at, bool for_good)
{
	memory.for_good = for_good;
	memory.fail_at = fail_at;
	memory.count = 0;
	memory.failed = 0;
	memory.failed_own = false;
	memory.live = 0;
	memory.on = true;
}

static inline void memory_end(void)
{
	memory.on = false;
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

static inline void *memory_count(void *p)
{
	memory.live += memory.on && p != NULL;
	return p;
}

#define FOR_THE_PROCESS __attribute__((visibility("default")))

FOR_THE_PROCESS void *malloc(size_t size)
{
	if (memory_refuses(__builtin_return_address(0)))
		return NULL;
	return memory_count(__libc_malloc(size));
}

FOR_THE_PROCESS void *calloc(size_t count, size_t size)
{
	if (memory_refuses(__builtin_return_address(0)))
		return NULL;
	return memory_count(__libc_calloc(count, size));
}

FOR_THE_PROCESS void *realloc(void *old, size_t size)
{
	if (memory_refuses(__builtin_return_address(0)))
		return NULL;
	void *p = __libc_realloc(old, size);
	return old == NULL ? memory_count(p) : p;
}

FOR_THE_PROCESS void free(void *p)
{
	memory.live -= memory.on && p != NULL;
	__libc_free(p);
}

#endif

#endif
