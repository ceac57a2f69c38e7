/* hash.h: the hash of the compiler's own tables. It is not kept and nothing depends on its order. */
#ifndef OAC_HASH_H
#define OAC_HASH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Eight bytes at a time: most names are long, and each begins like its neighbours. */
static inline uint32_t hash_bytes(const char *bytes, size_t len)
{
	const uint64_t multiplier = UINT64_C(0x9e3779b97f4a7c15); /* the golden ratio's fraction */
	uint64_t hash = len * multiplier;

	while (len > 0) {
		size_t part = len < 8 ? len : 8;
		uint64_t word = 0;

		if (part == 8)
			memcpy(&word, bytes, 8);
		else
			memcpy(&word, bytes, part);
		hash = (hash ^ word) * multiplier;
		hash ^= hash >> 32;
		bytes += part;
		len -= part;
	}
	return (uint32_t)(hash ^ hash >> 15);
}

#endif
