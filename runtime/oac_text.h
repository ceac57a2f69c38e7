/* oac_text.h: what the reader and the writer of JSON both need to know of bytes. */
#ifndef OAC_TEXT_H
#define OAC_TEXT_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/*
 * The bytes of a word, in the order of memory, that a JSON string cannot hold as they are,
 * or that are no ASCII: '"', '\\', below a space, above 0x7f. Each has its top bit set in the
 * result; exact up to the first such byte.
 */
static inline uint64_t oac_text_special(uint64_t word)
{
	const uint64_t ones = 0x0101010101010101u;
	const uint64_t tops = 0x8080808080808080u;
	uint64_t quote = word ^ ones * '"';
	uint64_t slash = word ^ ones * '\\';

	return (((quote - ones) & ~quote) | ((slash - ones) & ~slash) | (word - ones * 0x20) | word) & tops;
}

/* Steps over ASCII that stands for itself in a JSON string, a word at a time. */
static inline const char *oac_text_plain(const char *p, const char *end)
{
#if defined(__SSE2__)
	const __m128i quote = _mm_set1_epi8('"');
	const __m128i slash = _mm_set1_epi8('\\');
	const __m128i space = _mm_set1_epi8(' ');

	while (end - p >= 16) {
		__m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)p);
		/* as signed numbers, those above 0x7f are below a space, too */
		__m128i special = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(bytes, quote), _mm_cmpeq_epi8(bytes, slash)),
			_mm_cmplt_epi8(bytes, space));
		int mask = _mm_movemask_epi8(special);

		if (mask != 0)
			return p + __builtin_ctz((unsigned)mask);
		p += 16;
	}
#endif
	while (end - p >= 8) {
		uint64_t word;
		uint64_t special;

		memcpy(&word, p, sizeof(word));
		special = oac_text_special(word);
		if (special != 0) {
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
			return p + __builtin_ctzll(special) / 8;
#else
			break;
#endif
		}
		p += 8;
	}
	while (p < end && *p != '"' && *p != '\\' && (unsigned char)*p >= 0x20 && (unsigned char)*p < 0x80)
		p++;
	return p;
}

/* The length of the UTF-8 sequence (RFC 3629) at p, which is before end, or 0 when it is none. */
size_t oac_text_utf8(const char *p, const char *end);

#endif
