#include "source_parse.h"

#include <stdint.h>
#include <string.h>

static size_t find_wide(const struct source_locator *locator, size_t at)
{
	uint64_t eight;
	for (; locator->len - at >= sizeof(eight); at += sizeof(eight)) {
		memcpy(&eight, locator->text + at, sizeof(eight));
		if ((eight & UINT64_C(0x8080808080808080)) != 0)
			break;
	}
	while (at < locator->len && (unsigned char)locator->text[at] < 0x80)
		at++;
	return at;
}

static size_t find_line_end(const struct source_locator *locator, size_t at)
{
	const char *feed = memchr(locator->text + at, '\n', locator->len - at);
	return feed != NULL ? (size_t)(feed - locator->text) : locator->len;
}

static void rewind_locator(struct source_locator *locator)
{
	locator->index = locator->offset = locator->line_start = 0;
	locator->wide = find_wide(locator, 0);
	locator->line_end = find_line_end(locator, 0);
	locator->line = 1;
}

void source_locate_start(struct source_locator *locator, const char *text, size_t len)
{
	*locator = (struct source_locator){ .text = text, .len = len };
	rewind_locator(locator);
}

struct source_place source_locate(struct source_locator *locator, size_t index)
{
	if (index < locator->index)
		rewind_locator(locator);
	while (index - locator->index > locator->wide - locator->offset &&
		locator->wide < locator->len) {
		unsigned char c = (unsigned char)locator->text[locator->wide];
		locator->index += locator->wide - locator->offset + 1;
		locator->offset = locator->wide + (c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2);
		locator->wide = find_wide(locator, locator->offset);
	}
	size_t rest = index - locator->index;
	if (rest > locator->len - locator->offset)
		rest = locator->len - locator->offset;
	locator->index += rest;
	locator->offset += rest;

	while (locator->line_end < locator->offset) {
		locator->line++;
		locator->line_start = locator->line_end + 1;
		locator->line_end = find_line_end(locator, locator->line_start);
	}
	return (struct source_place){ locator->offset, locator->line,
		(unsigned)(locator->offset - locator->line_start) + 1 };
}
