#include "fingerprint.h"

#include <string.h>

/* Odd numbers with well-mixed bits: the fractions of the golden ratio and of the square root of 3. */
static const uint64_t multipliers[2] = { 0x9e3779b97f4a7c15u, 0xbb67ae8584caa73bu };

/* Spelt out, so that compilers make one load of it where they can. */
static uint64_t read_word(const unsigned char *b)
{
	return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 | (uint64_t)b[3] << 24 |
		(uint64_t)b[4] << 32 | (uint64_t)b[5] << 40 | (uint64_t)b[6] << 48 |
		(uint64_t)b[7] << 56;
}

static uint64_t mix(uint64_t lane, uint64_t word, uint64_t multiplier)
{
	lane = (lane ^ word) * multiplier;
	return lane ^ lane >> 29;
}

static void add_block(uint64_t lanes[2], const unsigned char *block)
{
	lanes[0] = mix(lanes[0], read_word(block), multipliers[0]);
	lanes[1] = mix(lanes[1], read_word(block + 8), multipliers[1]);
}

void fingerprint_init(struct fingerprint *print)
{
	memset(print, 0, sizeof(*print));
	memcpy(print->lanes, multipliers, sizeof(print->lanes));
}

void fingerprint_add(struct fingerprint *print, const void *bytes, size_t len)
{
	const unsigned char *at = bytes;
	size_t filled = print->len % sizeof(print->block);

	print->len += len;
	if (filled > 0) {
		size_t room = sizeof(print->block) - filled;
		size_t part = len < room ? len : room;

		memcpy(print->block + filled, at, part);
		if (part < room)
			return;
		add_block(print->lanes, print->block);
		at += part;
		len -= part;
	}
	for (; len >= sizeof(print->block); len -= sizeof(print->block)) {
		add_block(print->lanes, at);
		at += sizeof(print->block);
	}
	if (len > 0)
		memcpy(print->block, at, len);
}

void fingerprint_text(struct fingerprint *print, char text[FINGERPRINT_TEXT_SIZE])
{
	static const char digits[] = "0123456789abcdef";
	size_t filled = print->len % sizeof(print->block);
	uint64_t lanes[2];
	unsigned i;

	memset(print->block + filled, 0, sizeof(print->block) - filled);
	memcpy(lanes, print->lanes, sizeof(lanes));
	add_block(lanes, print->block);
	/* Each lane gets the other's bits and the length. */
	for (i = 0; i < 4; i++) {
		lanes[0] = mix(lanes[0], lanes[1] ^ print->len, multipliers[0]);
		lanes[1] = mix(lanes[1], lanes[0], multipliers[1]);
	}
	for (i = 0; i < 32; i++)
		text[i] = digits[lanes[i / 16] >> (60 - 4 * (i % 16)) & 15];
	text[32] = '\0';
}
