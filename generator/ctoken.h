/*
 * ctoken.h: C text as preprocessing tokens, for what changes C text: every byte belongs to
 * one token, so that their texts joined are the input. A continued line is one line: the
 * backslash and the newline behind it are space.
 */
#ifndef OAC_CTOKEN_H
#define OAC_CTOKEN_H

#include <stdbool.h>
#include <stddef.h>

enum ctoken_kind {
	CTOKEN_END,
	CTOKEN_SPACE,
	CTOKEN_NEWLINE,
	CTOKEN_COMMENT,
	CTOKEN_STRING, /* and character constants */
	CTOKEN_NUMBER,
	CTOKEN_NAME, /* keywords too */
	CTOKEN_OTHER, /* one character, or -> */
};

struct ctoken {
	enum ctoken_kind kind;
	const char *text;
	size_t len;
};

/* The token at text, which ends at end; CTOKEN_END there. */
struct ctoken ctoken_read(const char *text, const char *end);
bool ctoken_is(const struct ctoken *token, const char *text);
bool ctoken_is_name_char(char c);

#endif
