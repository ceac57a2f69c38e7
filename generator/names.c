#include "names.h"

#include <stdint.h>
#include <string.h>

/* Words that a member must not be called: C11, C++20, and macros of common C libraries. Sorted. */
static const char *const reserved[] = {
	"alignas", "alignof", "and", "and_eq", "asm", "assert", "auto", "bitand", "bitor", "bool",
	"break", "case", "catch", "char", "char16_t", "char32_t", "char8_t", "class", "co_await",
	"co_return", "co_yield", "compl", "complex", "concept", "const", "const_cast", "consteval",
	"constexpr", "constinit", "continue", "decltype", "default", "delete", "do", "double",
	"dynamic_cast", "else", "enum", "errno", "explicit", "export", "extern", "false", "float",
	"for", "friend", "goto", "i386", "if", "imaginary", "import", "inline", "int", "interface",
	"linux", "long", "major", "makedev", "minor", "module", "mutable", "namespace", "near",
	"new", "noexcept", "not", "not_eq", "nullptr", "oac_more", "offsetof", "operator", "or",
	"or_eq", "private", "protected", "public", "register", "reinterpret_cast", "requires",
	"restrict", "return", "setjmp", "short", "signed", "sizeof", "small", "static",
	"static_assert", "static_cast", "stderr", "stdin", "stdout", "struct", "switch", "template",
	"this", "thread_local", "throw", "true", "try", "typedef", "typeid", "typename", "union",
	"unix", "unsigned", "using", "va_arg", "va_copy", "va_end", "va_start", "virtual", "void",
	"volatile", "wchar_t", "while", "xor", "xor_eq",
};

bool names_reserved(const char *name)
{
	size_t low = 0;
	size_t high = sizeof(reserved) / sizeof(reserved[0]);

	while (low < high) {
		size_t middle = (low + high) / 2;
		int order = strcmp(name, reserved[middle]);

		if (order == 0)
			return true;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return false;
}

static bool is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* What punctuation is called when a name has nothing else to tell it from another. */
static const char *word_of(char c)
{
	switch (c) {
	case '+':
		return "plus";
	case '-':
		return "minus";
	case '*':
		return "star";
	case '<':
		return "less";
	case '>':
		return "greater";
	case '=':
		return "equal";
	case '!':
		return "not";
	case '~':
		return "tilde";
	case '%':
		return "percent";
	case '&':
		return "and";
	case '|':
		return "or";
	case '@':
		return "at";
	case '#':
		return "hash";
	case '$':
		return "dollar";
	case '^':
		return "caret";
	case '/':
		return "slash";
	case '.':
		return "dot";
	case '?':
		return "question";
	default:
		return NULL;
	}
}

static uint32_t hash_of(const char *text)
{
	uint32_t hash = 2166136261u; /* FNV-1a */

	for (; *text != '\0'; text++)
		hash = (hash ^ (unsigned char)*text) * 16777619u;
	return hash;
}

/* A word begins at an upper-case letter after a lower-case one, or before one: HTTPServer -> http_server. */
static bool begins_word(const char *text, size_t i)
{
	if (i == 0 || !is_upper(text[i]))
		return false;
	if (is_lower(text[i - 1]) || is_digit(text[i - 1]))
		return true;
	return is_upper(text[i - 1]) && is_lower(text[i + 1]) &&
		!(text[i + 1] == 's' && !is_lower(text[i + 2])); /* "IDs" is one word */
}

static void add_word(char *out, size_t *n, const char *word)
{
	size_t len = strlen(word);

	if (*n > 0 && out[*n - 1] != '_')
		out[(*n)++] = '_';
	memcpy(out + *n, word, len);
	*n += len;
	out[(*n)++] = '_';
}

const char *names_snake(struct arena *arena, const char *text, bool leading)
{
	size_t len = strlen(text);
	char *out = arena_room(arena, len * 10 + 16);
	size_t letters = 0;
	size_t n = 0;
	size_t i;

	for (i = 0; i < len; i++)
		letters += is_upper(text[i]) || is_lower(text[i]) || is_digit(text[i]);
	for (i = 0; i < len; i++) {
		char c = text[i];

		if (is_lower(c) || is_digit(c)) {
			out[n++] = c;
		} else if (is_upper(c)) {
			if (begins_word(text, i) && n > 0 && out[n - 1] != '_')
				out[n++] = '_';
			out[n++] = (char)(c - 'A' + 'a');
		} else if ((unsigned char)c >= 0x80) {
			/* no letter of C's basic set: its bytes stand for it */
			static const char hex[] = "0123456789abcdef";

			if (n == 0 || ((unsigned char)c & 0xc0) != 0x80)
				out[n++] = 'u';
			out[n++] = hex[(unsigned char)c >> 4];
			out[n++] = hex[(unsigned char)c & 15];
		} else if (word_of(c) != NULL &&
			(letters == 0 || (i == 0 && (c == '+' || c == '-')))) {
			add_word(out, &n, word_of(c));
		} else if (n > 0 && out[n - 1] != '_') {
			out[n++] = '_';
		}
	}
	while (n > 0 && out[n - 1] == '_')
		n--;
	out[n] = '\0';
	arena_keep(arena, n + 1);
	if (n == 0)
		return len == 0 ? "empty" : arena_format(arena, "x%08x", (unsigned)hash_of(text));
	if (n > NAMES_MAX)
		return arena_format(arena, "%s%.*s_%08x", leading && is_digit(out[0]) ? "n" : "",
			NAMES_MAX - 12, out, (unsigned)hash_of(text));
	if (leading && is_digit(out[0]))
		return arena_format(arena, "n%s", out);
	return out;
}

char *names_raise(char *name)
{
	char *p;

	for (p = name; *p != '\0'; p++) {
		if (is_lower(*p))
			*p = (char)(*p - 'a' + 'A');
	}
	return name;
}

const char *names_upper(struct arena *arena, const char *snake)
{
	return names_raise(arena_text(arena, snake, strlen(snake)));
}

const char *names_member(struct arena *arena, const char *text)
{
	const char *name = names_snake(arena, text, true);

	return names_reserved(name) ? arena_format(arena, "%s_", name) : name;
}

const char *names_unique(struct arena *arena, struct table *used, const char *name)
{
	unsigned *last;
	const char *made;

	if (table_add(used, name, used))
		return name;
	/* the number that came last is kept, so that a thousand names alike do not try a thousand each */
	last = table_get(used, name);
	if ((void *)last == used) {
		last = arena_alloc(arena, sizeof(*last));
		*last = 1;
		table_set(used, name, last);
	}
	do {
		made = arena_format(arena, "%s_%u", name, ++*last);
	} while (!table_add(used, made, used));
	return made;
}

bool names_match(const char *pattern, const char *text)
{
	const char *star = NULL;
	const char *retry = NULL;

	/* most patterns are "*.end" */
	if (pattern[0] == '*' && strchr(pattern + 1, '*') == NULL) {
		size_t end = strlen(pattern + 1);
		size_t len = strlen(text);

		return len >= end && memcmp(text + len - end, pattern + 1, end) == 0;
	}

	while (*text != '\0') {
		if (*pattern == '*') {
			star = pattern++;
			retry = text;
		} else if (*pattern == *text) {
			pattern++;
			text++;
		} else if (star != NULL) {
			pattern = star + 1;
			text = ++retry;
		} else {
			return false;
		}
	}
	while (*pattern == '*')
		pattern++;
	return *pattern == '\0';
}
