#include "vendor.h"

#include "buffer.h"
#include "ctoken.h"
#include "names.h"

#include <stdlib.h>
#include <string.h>

struct renaming {
	const char *lower; /* "pets_rt" */
	const char *upper;
	struct buffer *out;
};

static bool begins(const char *text, size_t len, const char *with)
{
	return len > strlen(with) && memcmp(text, with, strlen(with)) == 0;
}

/*
 * One word. A file's name begins with one too: "oac.h". The member that messages and paths
 * name stays.
 */
static void write_word(const struct renaming *r, const char *word, size_t len, char next)
{
	static const char more[] = "oac_more";
	bool file = len == 3 && memcmp(word, "oac", 3) == 0 && next == '.';

	if (len == strlen(more) && memcmp(word, more, len) == 0) {
		buffer_add(r->out, word, len);
		return;
	}
	if (begins(word, len, "oac_") || file)
		buffer_add_text(r->out, r->lower);
	else if (begins(word, len, "OAC_"))
		buffer_add_text(r->out, r->upper);
	else
		buffer_add(r->out, word, 3 < len ? 3 : len);
	if (len > 3)
		buffer_add(r->out, word + 3, len - 3);
}

static void write_words(const struct renaming *r, const char *text, size_t len)
{
	size_t at = 0;

	while (at < len) {
		size_t end = at;

		while (end < len && ctoken_is_name_char(text[end]))
			end++;
		if (end > at)
			write_word(r, text + at, end - at,
				end + 1 < len && ctoken_is_name_char(text[end + 1]) ? text[end]
										    : '\0');
		else
			buffer_add(r->out, text + end++, 1);
		at = end;
	}
}

static void write_text(const struct renaming *r, const struct output_file *file)
{
	const char *at = file->text;
	const char *end = at + file->len;
	bool include = false;

	for (;;) {
		struct ctoken token = ctoken_read(at, end);

		if (token.kind == CTOKEN_END)
			return;
		if (token.kind == CTOKEN_NAME || token.kind == CTOKEN_COMMENT ||
			(token.kind == CTOKEN_STRING && include))
			write_words(r, token.text, token.len);
		else
			buffer_add(r->out, token.text, token.len);
		if (token.kind != CTOKEN_SPACE)
			include = ctoken_is(&token, "include");
		at += token.len;
	}
}

void vendor_rename(struct output *output, const struct config *config)
{
	size_t i;

	if (strcmp(config->runtime, "oac") == 0)
		return;
	for (i = 0; i < output->count; i++) {
		struct output_file *file = &output->files[i];
		struct buffer text = BUFFER_EMPTY;
		struct buffer name = BUFFER_EMPTY;
		struct renaming r = { config->runtime, names_upper(&output->arena, config->runtime),
			&text };

		write_text(&r, file);
		free(file->text);
		buffer_add(&text, "", 0);
		file->text = text.text;
		file->len = text.len;
		r.out = &name;
		write_words(&r, file->name, strlen(file->name));
		file->name = arena_text(&output->arena, name.text, name.len);
		buffer_clear(&name);
	}
}
