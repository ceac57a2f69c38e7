#include "sha256.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#if defined(__x86_64__) && defined(__GNUC__)
#define HAVE_SHA_INSTRUCTIONS
#include <cpuid.h>
#include <immintrin.h>
#endif

enum {
	BLOCK = 64,
	ROUNDS = 64,
	WORDS = 8,
};

/* The first bits of the fractions of the cube roots of the first 64 primes. */
static const uint32_t constants[ROUNDS] = {
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5,
	0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
	0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3,
	0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
	0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc,
	0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
	0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
	0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
	0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
	0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
	0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3,
	0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
	0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5,
	0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
	0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
	0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static uint32_t turn(uint32_t word, unsigned by)
{
	return word >> by | word << (32 - by);
}

static uint32_t read_word(const unsigned char *b)
{
	return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

/* One round, with the words of the state named as they stand after the rounds before it. */
#define ROUND(a, b, c, d, e, f, g, h, i)                                                           \
	do {                                                                                       \
		uint32_t first = (h) + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) +                  \
			((g) ^ ((e) & ((f) ^ (g)))) + constants[i] + words[i];                     \
		(d) += first;                                                                      \
		(h) = first + (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) +                           \
			(((a) & (b)) | ((c) & ((a) | (b))));                                       \
	} while (0)

static void add_block(uint32_t hash[WORDS], const unsigned char *block)
{
	uint32_t words[ROUNDS];
	uint32_t s[WORDS];
	unsigned i;

	for (i = 0; i < 16; i++)
		words[i] = read_word(block + i * 4);
	for (; i < ROUNDS; i++) {
		uint32_t a = words[i - 15];
		uint32_t b = words[i - 2];

		words[i] = words[i - 16] + words[i - 7] + (turn(a, 7) ^ turn(a, 18) ^ a >> 3) +
			(turn(b, 17) ^ turn(b, 19) ^ b >> 10);
	}
	memcpy(s, hash, sizeof(s));
	for (i = 0; i < ROUNDS; i += 8) {
		ROUND(s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], i);
		ROUND(s[7], s[0], s[1], s[2], s[3], s[4], s[5], s[6], i + 1);
		ROUND(s[6], s[7], s[0], s[1], s[2], s[3], s[4], s[5], i + 2);
		ROUND(s[5], s[6], s[7], s[0], s[1], s[2], s[3], s[4], i + 3);
		ROUND(s[4], s[5], s[6], s[7], s[0], s[1], s[2], s[3], i + 4);
		ROUND(s[3], s[4], s[5], s[6], s[7], s[0], s[1], s[2], i + 5);
		ROUND(s[2], s[3], s[4], s[5], s[6], s[7], s[0], s[1], i + 6);
		ROUND(s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[0], i + 7);
	}
	for (i = 0; i < WORDS; i++)
		hash[i] += s[i];
}

#ifdef HAVE_SHA_INSTRUCTIONS
static bool has_instructions(void)
{
	unsigned a;
	unsigned b;
	unsigned c;
	unsigned d;

	if (__get_cpuid(1, &a, &b, &c, &d) == 0 || (c & bit_SSE4_1) == 0)
		return false;
	return __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & bit_SHA) != 0;
}

/* The same with the processor's own instructions, which take four rounds at a time: a document of megabytes. */
__attribute__((target("sha,sse4.1"))) static void add_blocks_fast(
	uint32_t hash[WORDS], const unsigned char *at, size_t count)
{
	const __m128i bytes =
		_mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203); /* big endian */
	__m128i low = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(const void *)hash), 0xb1);
	__m128i high =
		_mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(const void *)(hash + 4)), 0x1b);
	__m128i abef = _mm_alignr_epi8(low, high, 8);
	__m128i cdgh = _mm_blend_epi16(high, low, 0xf0);

	for (; count > 0; count--, at += BLOCK) {
		__m128i abef_before = abef;
		__m128i cdgh_before = cdgh;
		__m128i words[4]; /* the last sixteen */
		unsigned i;

		for (i = 0; i < ROUNDS / 4; i++) {
			__m128i *next = &words[i % 4];
			__m128i sum;

			if (i < 4) {
				*next = _mm_shuffle_epi8(
					_mm_loadu_si128(
						(const __m128i *)(const void *)(at + i * 16)),
					bytes);
			} else {
				sum = _mm_add_epi32(_mm_sha256msg1_epu32(*next, words[(i + 1) % 4]),
					_mm_alignr_epi8(words[(i + 3) % 4], words[(i + 2) % 4], 4));
				*next = _mm_sha256msg2_epu32(sum, words[(i + 3) % 4]);
			}
			sum = _mm_add_epi32(*next,
				_mm_loadu_si128(
					(const __m128i *)(const void *)(constants + i * 4)));
			cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
			abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0e));
		}
		abef = _mm_add_epi32(abef, abef_before);
		cdgh = _mm_add_epi32(cdgh, cdgh_before);
	}
	low = _mm_shuffle_epi32(abef, 0x1b);
	high = _mm_shuffle_epi32(cdgh, 0xb1);
	_mm_storeu_si128((__m128i *)(void *)hash, _mm_blend_epi16(low, high, 0xf0));
	_mm_storeu_si128((__m128i *)(void *)(hash + 4), _mm_alignr_epi8(high, low, 8));
}
#endif

static void add_blocks(uint32_t hash[WORDS], const unsigned char *at, size_t count)
{
#ifdef HAVE_SHA_INSTRUCTIONS
	if (has_instructions()) {
		add_blocks_fast(hash, at, count);
		return;
	}
#endif
	for (; count > 0; count--, at += BLOCK)
		add_block(hash, at);
}

void sha256_text(const void *bytes, size_t len, char text[SHA256_TEXT_SIZE])
{
	static const char digits[] = "0123456789abcdef";
	/* The same of the square roots of the first 8 primes. */
	uint32_t hash[WORDS] = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f,
		0x9b05688c, 0x1f83d9ab, 0x5be0cd19 };
	unsigned char last[2 * BLOCK] = { 0 };
	const unsigned char *at = bytes;
	uint64_t bits = (uint64_t)len * 8;
	size_t rest = len % BLOCK;
	size_t size = rest < BLOCK - 8 ? BLOCK : 2 * BLOCK;
	size_t i;

	add_blocks(hash, at, len / BLOCK);
	if (rest > 0)
		memcpy(last, at + len - rest, rest);
	last[rest] = 0x80;
	for (i = 0; i < 8; i++)
		last[size - 1 - i] = (unsigned char)(bits >> (8 * i));
	for (i = 0; i < size; i += BLOCK)
		add_block(hash, last + i);
	for (i = 0; i < SHA256_TEXT_SIZE - 1; i++)
		text[i] = digits[hash[i / 8] >> (28 - 4 * (i % 8)) & 15];
	text[SHA256_TEXT_SIZE - 1] = '\0';
}
