#include "oac_text.h"

size_t oac_text_utf8(const char *p, const char *end)
{
	const unsigned char *u = (const unsigned char *)p;
	size_t len;
	size_t i;
	unsigned char low = 0x80;
	unsigned char high = 0xbf;

	if (u[0] >= 0xc2 && u[0] <= 0xdf)
		len = 2;
	else if (u[0] >= 0xe0 && u[0] <= 0xef)
		len = 3;
	else if (u[0] >= 0xf0 && u[0] <= 0xf4)
		len = 4;
	else
		return 0;
	if ((size_t)(end - p) < len)
		return 0;
	if (u[0] == 0xe0)
		low = 0xa0; /* overlong */
	else if (u[0] == 0xed)
		high = 0x9f; /* surrogates */
	else if (u[0] == 0xf0)
		low = 0x90; /* overlong */
	else if (u[0] == 0xf4)
		high = 0x8f; /* above U+10FFFF */
	if (u[1] < low || u[1] > high)
		return 0;
	for (i = 2; i < len; i++) {
		if ((u[i] & 0xc0) != 0x80)
			return 0;
	}
	return len;
}
