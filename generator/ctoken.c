#include "ctoken.h"

#include <string.h>

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool ctoken_is_name_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_';
}

static const char *skip_space(const char *at, const char *end)
{
	for (;;) {
		if (at < end && (*at == ' ' || *at == '\t' || *at == '\r' || *at == '\f'))
			at++;
		else if (end - at > 1 && at[0] == '\\' && at[1] == '\n')
			at += 2;
		else
			return at;
	}
}

static const char *skip_block_comment(const char *at, const char *end)
{
	for (at += 2; at < end; at++) {
		if (end - at > 1 && at[0] == '*' && at[1] == '/')
			return at + 2;
	}
	return end;
}

static const char *skip_string(const char *at, const char *end)
{
	char quote = *at;

	for (at++; at < end && *at != quote && *at != '\n'; at++) {
		if (*at == '\\' && at + 1 < end)
			at++;
	}
	return at < end && *at == quote ? at + 1 : at;
}

static const char *skip_number(const char *at, const char *end)
{
	for (at++; at < end; at++) {
		bool sign = (*at == '+' || *at == '-') && strchr("eEpP", at[-1]) != NULL;

		if (!ctoken_is_name_char(*at) && *at != '.' && !sign)
			break;
	}
	return at;
}

struct ctoken ctoken_read(const char *text, const char *end)
{
	struct ctoken token = { CTOKEN_OTHER, text, 0 };
	const char *at = text;
	char next = end - text > 1 ? text[1] : '\0';

	if (at == end) {
		token.kind = CTOKEN_END;
	} else if (skip_space(at, end) != at) {
		token.kind = CTOKEN_SPACE;
		at = skip_space(at, end);
	} else if (*at == '\n') {
		token.kind = CTOKEN_NEWLINE;
		at++;
	} else if (*at == '/' && next == '*') {
		token.kind = CTOKEN_COMMENT;
		at = skip_block_comment(at, end);
	} else if (*at == '/' && next == '/') {
		token.kind = CTOKEN_COMMENT;
		at = memchr(at, '\n', (size_t)(end - at));
		at = at != NULL ? at : end;
	} else if (*at == '"' || *at == '\'') {
		token.kind = CTOKEN_STRING;
		at = skip_string(at, end);
	} else if (is_digit(*at) || (*at == '.' && is_digit(next))) {
		token.kind = CTOKEN_NUMBER;
		at = skip_number(at, end);
	} else if (ctoken_is_name_char(*at)) {
		token.kind = CTOKEN_NAME;
		while (at < end && ctoken_is_name_char(*at))
			at++;
	} else {
		at += *at == '-' && next == '>' ? 2 : 1;
	}
	token.len = (size_t)(at - text);
	return token;
}

bool ctoken_is(const struct ctoken *token, const char *text)
{
	return strlen(text) == token->len && memcmp(token->text, text, token->len) == 0;
}
