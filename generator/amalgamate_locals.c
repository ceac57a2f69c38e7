#include "amalgamate_file.h"

#include "ctoken.h"
#include "names.h"

#include <string.h>

struct search {
	struct arena *arena;
	struct amalgamate_locals *locals;
	const char *const *prefixes;
	size_t prefix_count;
	const char *stem; /* "oac_buffer" */
	size_t stem_len;
	const char *at;
	const char *end;
	struct ctoken token;
};

/* The next token that means something to the compiler proper: no space, no comment, no directive. */
static void next(struct search *s)
{
	bool directive = false;

	for (;;) {
		s->token = ctoken_read(s->at, s->end);
		s->at += s->token.len;
		switch (s->token.kind) {
		case CTOKEN_NEWLINE:
			directive = false;
			break;
		case CTOKEN_SPACE:
		case CTOKEN_COMMENT:
			break;
		default:
			directive = directive || ctoken_is(&s->token, "#");
			if (!directive || s->token.kind == CTOKEN_END)
				return;
			break;
		}
	}
}

static bool is(const struct search *s, const char *text)
{
	return ctoken_is(&s->token, text);
}

/* From an opening bracket to behind the one that closes it. */
static void skip_group(struct search *s)
{
	unsigned depth = 0;

	do {
		if (is(s, "(") || is(s, "[") || is(s, "{"))
			depth++;
		else if (is(s, ")") || is(s, "]") || is(s, "}"))
			depth--;
		next(s);
	} while (depth > 0 && s->token.kind != CTOKEN_END);
}

static bool is_constant(const struct ctoken *name)
{
	size_t i;

	for (i = 0; i < name->len; i++) {
		if (name->text[i] >= 'a' && name->text[i] <= 'z')
			return false;
	}
	return true;
}

static bool has_prefix(const struct search *s, const struct ctoken *name)
{
	size_t i;

	for (i = 0; i < s->prefix_count; i++) {
		const char *prefix =
			is_constant(name) ? names_upper(s->arena, s->prefixes[i]) : s->prefixes[i];
		size_t len = strlen(prefix);

		if (name->len > len && memcmp(name->text, prefix, len) == 0 &&
			name->text[len] == '_')
			return true;
	}
	return false;
}

/* "grow" of oac_buffer.c will be oac_buffer_c_grow. */
static void add(struct search *s, struct table *table, const struct ctoken *name)
{
	char *old;
	char *new;

	if (name->len == 0 || has_prefix(s, name))
		return;
	old = arena_text(s->arena, name->text, name->len);
	new = arena_format(s->arena, "%.*s_c_%s", (int)s->stem_len, s->stem, old);
	table_set(table, old, is_constant(name) ? names_raise(new) : new);
}

static void read_enumerators(struct search *s)
{
	next(s);
	while (!is(s, "}") && s->token.kind != CTOKEN_END) {
		add(s, &s->locals->names, &s->token);
		while (!is(s, ",") && !is(s, "}") && s->token.kind != CTOKEN_END) {
			if (is(s, "(") || is(s, "["))
				skip_group(s);
			else
				next(s);
		}
		if (is(s, ","))
			next(s);
	}
	next(s);
}

/* struct, union or enum, its tag, and what it is made of. */
static void read_type(struct search *s)
{
	bool enumeration = is(s, "enum");
	struct ctoken tag = { CTOKEN_END, NULL, 0 };

	next(s);
	if (s->token.kind == CTOKEN_NAME) {
		tag = s->token;
		next(s);
	}
	if (!is(s, "{"))
		return;
	add(s, &s->locals->tags, &tag);
	if (enumeration)
		read_enumerators(s);
	else
		skip_group(s);
}

/* What follows in parentheses are no parameters. Macros are in upper case. */
static bool is_attribute(const struct ctoken *name)
{
	return is_constant(name) || ctoken_is(name, "__attribute__") || ctoken_is(name, "alignas");
}

/* One declaration or definition at file scope. */
static void read_declaration(struct search *s)
{
	struct ctoken last = { CTOKEN_END, NULL, 0 };
	bool is_static = false;
	bool named = false;  /* this declarator is */
	bool function = false;
	bool value = false; /* behind a '=' */

	while (s->token.kind != CTOKEN_END && !is(s, ";")) {
		if (is(s, "struct") || is(s, "union") || is(s, "enum")) {
			read_type(s);
		} else if (is(s, "{")) {
			skip_group(s);
			if (function && !value)
				return;
		} else if (s->token.kind == CTOKEN_NAME) {
			is_static = is_static || is(s, "static");
			if (!named)
				last = s->token;
			next(s);
			if (is(s, "(") && !named && is_attribute(&last))
				skip_group(s);
		} else if (is(s, "*") && !named) {
			next(s);
		} else {
			if (!named && is_static)
				add(s, &s->locals->names, &last);
			named = true;
			function = function || is(s, "(");
			value = value || is(s, "=");
			if (is(s, ",")) {
				named = value = false;
				next(s);
			} else if (is(s, "(") || is(s, "[")) {
				skip_group(s);
			} else {
				next(s);
			}
		}
	}
	if (!named && is_static)
		add(s, &s->locals->names, &last);
	next(s);
}

void amalgamate_find_locals(const struct output_file *file, const char *const *prefixes,
	size_t prefix_count, struct arena *arena, struct amalgamate_locals *locals)
{
	const char *dot = strrchr(file->name, '.');
	struct search s = {
		.arena = arena,
		.locals = locals,
		.prefixes = prefixes,
		.prefix_count = prefix_count,
		.stem = file->name,
		.stem_len = dot != NULL ? (size_t)(dot - file->name) : strlen(file->name),
		.at = file->text,
		.end = file->text + file->len,
	};

	next(&s);
	while (s.token.kind != CTOKEN_END)
		read_declaration(&s);
}
