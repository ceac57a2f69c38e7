/*
 * fingerprint.h: 128 bits of a file, to tell whether it was edited. Fast, the same on every
 * machine, and no protection against anyone who forges one on purpose.
 */
#ifndef OAC_FINGERPRINT_H
#define OAC_FINGERPRINT_H

#include <stddef.h>
#include <stdint.h>

enum {
	FINGERPRINT_TEXT_SIZE = 33, /* in hexadecimal, with the NUL */
};

struct fingerprint {
	uint64_t lanes[2];
	uint64_t len; /* bytes so far */
	unsigned char block[16];
};

void fingerprint_init(struct fingerprint *print);
/* However the bytes are cut into pieces, the result is the same. */
void fingerprint_add(struct fingerprint *print, const void *bytes, size_t len);
/* Ends the fingerprint and writes it in lower case. */
void fingerprint_text(struct fingerprint *print, char text[FINGERPRINT_TEXT_SIZE]);

#endif
