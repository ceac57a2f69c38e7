/* oac_text.h: what the reader and the writer of JSON both need to know of bytes. */
#ifndef OAC_TEXT_H
#define OAC_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/*
 * memcmp(a, b, len) == 0 for names: inline, and with few branches that depend on the
 * length. The last word overlaps the one before it.
 */
static inline bool oac_text_same(const char *a, const char *b, size_t len)
{
	uint64_t x;
	uint64_t y;
	uint32_t half[4];
	size_t i;

	if (len < sizeof(half[0])) {
		for (i = 0; i < len; i++) {
			if (a[i] != b[i])
				return false;
		}
		return true;
	}
	if (len < sizeof(x)) {
		memcpy(&half[0], a, sizeof(half[0]));
		memcpy(&half[1], b, sizeof(half[1]));
		memcpy(&half[2], a + len - sizeof(half[2]), sizeof(half[2]));
		memcpy(&half[3], b + len - sizeof(half[3]), sizeof(half[3]));
		return ((half[0] ^ half[1]) | (half[2] ^ half[3])) == 0;
	}
	for (i = 0; i < len - sizeof(x); i += sizeof(x)) {
		memcpy(&x, a + i, sizeof(x));
		memcpy(&y, b + i, sizeof(y));
		if (x != y)
			return false;
	}
	memcpy(&x, a + len - sizeof(x), sizeof(x));
	memcpy(&y, b + len - sizeof(y), sizeof(y));
	return x == y;
}

/* memcpy for names and other short texts: inline, and with few branches that depend on the length. */
static inline void oac_text_copy(char *to, const char *from, size_t len)
{
	size_t i;

	if (len > 64) {
		memcpy(to, from, len);
	} else if (len >= 8) {
		for (i = 0; i < len - 8; i += 8)
			memcpy(to + i, from + i, 8);
		memcpy(to + len - 8, from + len - 8, 8);
	} else if (len >= 4) {
		memcpy(to, from, 4);
		memcpy(to + len - 4, from + len - 4, 4);
	} else {
		for (i = 0; i < len; i++)
			to[i] = from[i];
	}
}

/* Whether len bytes without a NUL are all that word says. Most words differ early. */
static inline bool oac_text_is(const char *text, size_t len, const char *word)
{
	size_t i;

	for (i = 0; i < len && i < 4; i++) {
		if (word[i] != text[i])
			return false;
	}
	return strncmp(word + i, text + i, len - i) == 0 && word[len] == '\0';
}

/*
 * How many of the eight bytes at p stand for themselves in a JSON string and are ASCII,
 * up to the first that is '"', '\\', below a space or above 0x7f. The top bit of a byte
 * is set by a borrow, when it is one of the former, or by itself; that is exact up
 * to the first such byte.
 */
static inline int oac_text_plain_bytes(const char *p)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	const uint64_t ones = 0x0101010101010101u;
	uint64_t word;
	uint64_t stops;

	memcpy(&word, p, sizeof(word));
	stops = ((word ^ ones * '"') - ones) | ((word ^ ones * '\\') - ones) | (word - ones * ' ') |
		word;
	stops &= ones * 0x80;
	return stops != 0 ? __builtin_ctzll(stops) / 8 : 8;
#else
	int n = 0;

	while (n < 8 && p[n] != '"' && p[n] != '\\' && (unsigned char)p[n] >= 0x20 &&
		(unsigned char)p[n] < 0x80)
		n++;
	return n;
#endif
}

/* Seeded by an address, so that nobody can choose names that end up in one line. */
static inline uint64_t oac_text_hash(const void *seed, const char *text, size_t len)
{
	uint64_t h = (uint64_t)(uintptr_t)seed ^ 0x9e3779b97f4a7c15u;
	size_t i;

	for (i = 0; i < len; i++) {
		h = (h ^ (unsigned char)text[i]) * 0xd6e8feb86659fd93u;
		h ^= h >> 32;
	}
	return h;
}

#if defined(__SSE2__)
/* A bit for each of the bytes that does not stand for itself in a JSON string, or is no ASCII. */
static inline int oac_text_stops(__m128i bytes)
{
	__m128i quotes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"'));
	__m128i slashes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'));
	__m128i others = _mm_cmplt_epi8(bytes, _mm_set1_epi8(' ')); /* signed: above 0x7f, too */

	return _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(quotes, slashes), others));
}
#endif

/* Steps over ASCII that stands for itself in a JSON string, a word at a time. */
static inline const char *oac_text_plain(const char *p, const char *end)
{
	const bool has_word = end - p >= 8;

#if defined(__SSE2__)
	for (; end - p >= 16; p += 16) {
		__m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)p);
		int stops = oac_text_stops(bytes);

		if (stops != 0)
			return p + __builtin_ctz((unsigned)stops);
	}
#endif
	for (; end - p >= 8; p += 8) {
		int n = oac_text_plain_bytes(p);

		if (n < 8)
			return p + n;
	}
	if (has_word) /* the last word overlaps what is known to be plain */
		return end - 8 + oac_text_plain_bytes(end - 8);
	while (p < end && *p != '"' && *p != '\\' && (unsigned char)*p >= 0x20 &&
		(unsigned char)*p < 0x80)
		p++;
	return p;
}

/*
 * oac_text_plain() that copies what it steps over, so that one loop and not two has to find
 * out how long a text is. May write more than that, but never more than end - p bytes.
 */
static inline const char *oac_text_plain_copy(char *to, const char *p, const char *end)
{
	const char *stop;

#if defined(__SSE2__)
	for (; end - p >= 16; p += 16, to += 16) {
		__m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)p);
		int stops = oac_text_stops(bytes);

		_mm_storeu_si128((__m128i *)(void *)to, bytes);
		if (stops != 0)
			return p + __builtin_ctz((unsigned)stops);
	}
#else
	for (; end - p >= 8; p += 8, to += 8) {
		int n = oac_text_plain_bytes(p);

		memcpy(to, p, 8);
		if (n < 8)
			return p + n;
	}
#endif
	stop = oac_text_plain(p, end);
	memcpy(to, p, (size_t)(stop - p));
	return stop;
}

/* The length of the UTF-8 sequence (RFC 3629) at p, which is before end, or 0 when it is none. */
size_t oac_text_utf8(const char *p, const char *end);

#endif
