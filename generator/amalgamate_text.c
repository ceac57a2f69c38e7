#include "amalgamate_file.h"

#include "ctoken.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
	MAX_BRACES = 256,
};

enum brace {
	BRACE_CODE,
	BRACE_MEMBERS, /* of a struct or union */
};

struct writer {
	const struct amalgamate_locals *locals;
	struct arena *arena;
	struct buffer *out;
	void (*found)(void *user, const char *header);
	void *user;
	struct table *macros; /* that are defined here, or NULL */
	const char *at;
	const char *end;

	bool directive; /* we are in one */
	unsigned conditions; /* #if that are open */
	unsigned guard;	     /* of these, the one around a header */
	struct ctoken last;  /* that means something, and the one before it */
	struct ctoken before;
	unsigned char braces[MAX_BRACES];
	unsigned depth;
	unsigned square; /* brackets that are open */
};

static bool is_type_word(const struct ctoken *token)
{
	return ctoken_is(token, "struct") || ctoken_is(token, "union") || ctoken_is(token, "enum");
}

/* ---- directives ---- */

static const char *line_end(const struct writer *w, const char *at)
{
	for (;;) {
		struct ctoken token = ctoken_read(at, w->end);

		if (token.kind == CTOKEN_END || token.kind == CTOKEN_NEWLINE)
			return at;
		at += token.len;
	}
}

/* The token behind at and space. */
static struct ctoken word_at(const struct writer *w, const char *at)
{
	struct ctoken token = ctoken_read(at, w->end);

	while (token.kind == CTOKEN_SPACE || token.kind == CTOKEN_COMMENT)
		token = ctoken_read(token.text + token.len, w->end);
	return token;
}

/* Goes to behind the line, as if it had not been there. */
static void drop_line(struct writer *w)
{
	w->at = line_end(w, w->at);
	if (w->at < w->end)
		w->at++;
}

static bool is_feature(const struct ctoken *name)
{
	return ctoken_is(name, "_POSIX_C_SOURCE") || ctoken_is(name, "_GNU_SOURCE");
}

static bool take_include(struct writer *w, const struct ctoken *what)
{
	const char *close;
	const char *header;

	if (what->kind == CTOKEN_STRING)
		return true;
	close = memchr(what->text, '>', (size_t)(line_end(w, what->text) - what->text));
	if (!ctoken_is(what, "<") || close == NULL || w->conditions > w->guard)
		return false;
	header = arena_text(w->arena, what->text + 1, (size_t)(close - what->text - 1));
	/* Another library's stays where it is: so does its part of what can be left out. */
	if (strchr(header, '/') != NULL && strncmp(header, "sys/", 4) != 0)
		return false;
	w->found(w->user, header);
	return true;
}

/* At a '#' that begins a directive. False: it was dropped. */
static bool begin_directive(struct writer *w)
{
	struct ctoken word = word_at(w, w->at + 1);
	struct ctoken what = word_at(w, word.text + word.len);

	if (ctoken_is(&word, "include") && take_include(w, &what)) {
		drop_line(w);
		return false;
	}
	if (ctoken_is(&word, "define") && is_feature(&what)) {
		drop_line(w);
		return false;
	}
	if (ctoken_is(&word, "define") && w->macros != NULL) {
		const char *name = arena_text(w->arena, what.text, what.len);

		table_set(w->macros, name, (void *)(uintptr_t)1);
	}
	if (word.len > 1 && memcmp(word.text, "if", 2) == 0)
		w->conditions++;
	else if (ctoken_is(&word, "endif"))
		w->conditions--;
	w->directive = true;
	return true;
}

/* ---- names ---- */

static const char *new_name(const struct writer *w, const struct ctoken *token)
{
	const struct ctoken *last = &w->last;
	const char *name;

	if (ctoken_is(last, ".") || ctoken_is(last, "->"))
		return NULL;
	name = arena_text(w->arena, token->text, token->len);
	if (is_type_word(last))
		return table_get(&w->locals->tags, name);
	/* A member's declaration. What is in its brackets, or behind its colon, is a value. */
	if (!w->directive && w->depth > 0 && w->braces[w->depth - 1] == BRACE_MEMBERS &&
		w->square == 0 && !ctoken_is(last, ":"))
		return NULL;
	return table_get(&w->locals->names, name);
}

static void follow_braces(struct writer *w, const struct ctoken *token)
{
	bool members = ctoken_is(&w->last, "struct") || ctoken_is(&w->last, "union") ||
		ctoken_is(&w->before, "struct") || ctoken_is(&w->before, "union");

	if (ctoken_is(token, "{") && w->depth < MAX_BRACES)
		w->braces[w->depth++] = members ? BRACE_MEMBERS : BRACE_CODE;
	else if (ctoken_is(token, "}") && w->depth > 0)
		w->depth--;
	else if (ctoken_is(token, "["))
		w->square++;
	else if (ctoken_is(token, "]") && w->square > 0)
		w->square--;
}

/* No two empty lines where a line was dropped. */
static bool ends_empty(const struct buffer *out)
{
	return out->len == 0 || (out->len > 1 && memcmp(out->text + out->len - 2, "\n\n", 2) == 0);
}

static void write_token(struct writer *w, const struct ctoken *token)
{
	const char *name = token->kind == CTOKEN_NAME ? new_name(w, token) : NULL;

	if (name != NULL)
		buffer_add_text(w->out, name);
	else if (token->kind != CTOKEN_NEWLINE || !ends_empty(w->out))
		buffer_add(w->out, token->text, token->len);
}

static void write_all(struct writer *w)
{
	bool line_start = true;

	for (;;) {
		struct ctoken token = ctoken_read(w->at, w->end);

		if (token.kind == CTOKEN_END)
			return;
		if (line_start && ctoken_is(&token, "#") && !begin_directive(w))
			continue;
		write_token(w, &token);
		w->at += token.len;
		if (token.kind == CTOKEN_NEWLINE) {
			line_start = true;
			w->directive = false;
		} else if (token.kind != CTOKEN_SPACE && token.kind != CTOKEN_COMMENT) {
			line_start = false;
			if (!w->directive)
				follow_braces(w, &token);
			w->before = w->last;
			w->last = token;
		}
	}
}

/* A header's first directive is its guard's. */
static bool is_guarded(const char *text, const char *end)
{
	struct ctoken token = ctoken_read(text, end);

	while (token.kind == CTOKEN_SPACE || token.kind == CTOKEN_COMMENT ||
		token.kind == CTOKEN_NEWLINE)
		token = ctoken_read(token.text + token.len, end);
	if (!ctoken_is(&token, "#"))
		return false;
	token = ctoken_read(token.text + 1, end);
	return ctoken_is(&token, "ifndef");
}

static int compare_texts(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* In an order of their own: a table has none. */
static void write_undefines(struct writer *w, const struct table *macros)
{
	const char **names = arena_alloc(w->arena, (macros->count + 1) * sizeof(*names));
	size_t count = 0;
	size_t i;

	for (i = 0; i < macros->size; i++) {
		if (macros->slots[i].name != NULL)
			names[count++] = macros->slots[i].name;
	}
	qsort(names, count, sizeof(*names), compare_texts);
	for (i = 0; i < count; i++)
		buffer_format(w->out, "%s#undef %s\n", i == 0 ? "\n" : "", names[i]);
}

void amalgamate_text(const struct output_file *file, const struct amalgamate_locals *locals,
	bool undefine, struct arena *arena, struct buffer *out,
	void (*found)(void *user, const char *header), void *user)
{
	struct table macros = TABLE_EMPTY;
	struct writer w = {
		.locals = locals,
		.arena = arena,
		.out = out,
		.found = found,
		.user = user,
		.macros = undefine ? &macros : NULL,
		.at = file->text,
		.end = file->text + file->len,
		.guard = is_guarded(file->text, file->text + file->len),
	};

	write_all(&w);
	write_undefines(&w, &macros);
	table_clear(&macros);
}

void amalgamate_includes(const struct output_file *file, struct arena *arena,
	void (*found)(void *user, const char *name), void *user)
{
	const char *end = file->text + file->len;
	const char *at = file->text;
	struct ctoken last = { CTOKEN_END, at, 0 };

	for (;;) {
		struct ctoken token = ctoken_read(at, end);

		if (token.kind == CTOKEN_END)
			return;
		if (token.kind == CTOKEN_STRING && ctoken_is(&last, "include") && token.len > 2)
			found(user, arena_text(arena, token.text + 1, token.len - 2));
		if (token.kind != CTOKEN_SPACE && token.kind != CTOKEN_COMMENT)
			last = token;
		at += token.len;
	}
}
