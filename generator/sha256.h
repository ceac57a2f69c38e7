/* sha256.h: the SHA-256 of a text (FIPS 180-4), by which a manifest names inputs. */
#ifndef OAC_SHA256_H
#define OAC_SHA256_H

#include <stddef.h>

enum {
	SHA256_TEXT_SIZE = 65, /* hexadecimal, with its NUL */
};

void sha256_text(const void *bytes, size_t len, char text[SHA256_TEXT_SIZE]);

#endif
