/* sha256.h: the hash of FIPS 180-4, to tell whether a file was edited. */
#ifndef OAC_SHA256_H
#define OAC_SHA256_H

#include <stddef.h>
#include <stdint.h>

enum {
	SHA256_TEXT_SIZE = 65, /* in hexadecimal, with the NUL */
};

struct sha256 {
	uint32_t state[8];
	uint64_t len; /* bytes so far */
	unsigned char block[64];
};

void sha256_init(struct sha256 *sha);
void sha256_add(struct sha256 *sha, const void *bytes, size_t len);
/* Ends the hash and writes it in lower case. */
void sha256_text(struct sha256 *sha, char text[SHA256_TEXT_SIZE]);

#endif
