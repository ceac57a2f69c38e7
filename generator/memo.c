#define _GNU_SOURCE /* dl_iterate_phdr */
#include "memo.h"

#include "arena.h"
#include "buffer.h"
#include "diag.h"
#include "replace.h"
#include "sha256.h"

#include <yaml.h>

#include <link.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum {
	LINE = SHA256_TEXT_SIZE, /* a feed in place of the NUL */
	MAX_LINES = 1000,        /* then the oldest go */
};

static size_t padded(size_t len)
{
	return (len + 3) / 4 * 4;
}

/* The notes of a segment. True: the build id was among them. */
static bool add_build_id(struct buffer *out, const char *notes, size_t len)
{
	while (len >= sizeof(ElfW(Nhdr))) {
		ElfW(Nhdr) note;
		size_t name;
		size_t size;

		memcpy(&note, notes, sizeof(note));
		name = padded(note.n_namesz);
		size = sizeof(note) + name + padded(note.n_descsz);
		if (size > len)
			break;
		if (note.n_type == NT_GNU_BUILD_ID && note.n_namesz == 4 &&
			memcmp(notes + sizeof(note), "GNU", 4) == 0 && note.n_descsz > 0) {
			buffer_add(out, notes + sizeof(note) + name, note.n_descsz);
			return true;
		}
		notes += size;
		len -= size;
	}
	return false;
}

/* Called for this program, which is the first, and no other. */
static int visit_program(struct dl_phdr_info *program, size_t size, void *out)
{
	(void)size;
	for (size_t i = 0; i < program->dlpi_phnum; i++) {
		const ElfW(Phdr) *segment = &program->dlpi_phdr[i];
		/* An address of the loaded program: there is no other way to it than a number. */
		const void *notes = (const void *)(program->dlpi_addr + segment->p_vaddr);

		if (segment->p_type == PT_NOTE && add_build_id(out, notes, segment->p_memsz))
			return 1;
	}
	return -1;
}

/*
 * The linker's hash of this program, which holds its templates too, and what it reads documents
 * with. False: it was linked without one.
 */
static bool add_tool(struct buffer *out)
{
	if (dl_iterate_phdr(visit_program, out) != 1)
		return false;
	buffer_format(out, " libyaml %s\n", yaml_get_version_string());
	return true;
}

static bool seal(const char *manifest, size_t len, char line[SHA256_TEXT_SIZE])
{
	struct buffer text = BUFFER_EMPTY;
	bool ok = add_tool(&text);

	if (ok) {
		buffer_add(&text, manifest, len);
		sha256_text(text.text, text.len, line);
	}
	buffer_clear(&text);
	return ok;
}

/* The folder of caches; NULL: there is none. */
static const char *cache_folder(struct arena *arena)
{
	const char *cache = getenv("XDG_CACHE_HOME");
	const char *home = getenv("HOME");

	if (cache != NULL && cache[0] == '/')
		return cache;
	return home != NULL && home[0] == '/' ? arena_join(arena, home, "/.cache", NULL) : NULL;
}

/* What is no memo counts as none. */
static void read_memo(struct buffer *memo, struct arena *arena, const char *cache)
{
	const char *path = arena_join(arena, cache, "/oac/made", NULL);
	size_t i;

	if (!buffer_add_file(memo, path, MAX_LINES * LINE))
		buffer_reset(memo);
	for (i = LINE - 1; i < memo->len; i += LINE) {
		if (memo->text[i] != '\n')
			break;
	}
	if (i != memo->len + LINE - 1)
		buffer_reset(memo);
}

static bool has_line(const struct buffer *memo, const char *line)
{
	size_t i;

	for (i = 0; i < memo->len; i += LINE) {
		if (memcmp(memo->text + i, line, LINE - 1) == 0)
			return true;
	}
	return false;
}

/* Makes the folder of caches, but none above it: a home that is not there is none. */
static void write_memo(const char *cache, const struct buffer *memo)
{
	struct diag diag = { .quiet = true };
	struct replace replace = { .diag = &diag };
	const char *folder = arena_join(&replace.arena, cache, "/oac", NULL);
	const char *path = arena_join(&replace.arena, folder, "/made", NULL);

	mkdir(cache, 0700);
	mkdir(folder, 0700);
	if (replace_write(&replace, path, memo->text, memo->len))
		replace_apply(&replace);
	replace_clear(&replace);
	diag_clear(&diag);
}

bool memo_has(const char *manifest, size_t len)
{
	struct buffer memo = BUFFER_EMPTY;
	struct arena arena = ARENA_EMPTY;
	const char *cache = cache_folder(&arena);
	char line[SHA256_TEXT_SIZE];
	bool has = false;

	if (cache != NULL && seal(manifest, len, line)) {
		read_memo(&memo, &arena, cache);
		has = has_line(&memo, line);
	}
	arena_clear(&arena);
	buffer_clear(&memo);
	return has;
}

void memo_add(const char *manifest, size_t len)
{
	struct buffer memo = BUFFER_EMPTY;
	struct buffer more = BUFFER_EMPTY;
	struct arena arena = ARENA_EMPTY;
	const char *cache = cache_folder(&arena);
	char line[SHA256_TEXT_SIZE];

	if (cache == NULL || !seal(manifest, len, line))
		goto done;
	read_memo(&memo, &arena, cache);
	if (!has_line(&memo, line)) {
		size_t drop = memo.len == MAX_LINES * LINE ? LINE : 0;

		if (memo.len > 0)
			buffer_add(&more, memo.text + drop, memo.len - drop);
		buffer_add_text(&more, line);
		buffer_add_char(&more, '\n');
		write_memo(cache, &more);
	}
done:
	arena_clear(&arena);
	buffer_clear(&memo);
	buffer_clear(&more);
}
