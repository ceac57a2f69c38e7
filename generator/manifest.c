#define _POSIX_C_SOURCE 200809L
#include "manifest.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

enum {
	NAME_MAX_LEN = 256,
	MAX_LEN = 64 * 1024 * 1024,
	HASH_LEN = FINGERPRINT_TEXT_SIZE - 1,
};

bool manifest_allows(const char *name)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
				      "0123456789_.-";

	size_t len = strspn(name, letters);
	if (len == 0 || strspn(name, ".") == len)
		return false;
	if (name[len] == '\0')
		return len < NAME_MAX_LEN && strcmp(name, MANIFEST_NAME) != 0;

	const char *below = name + len + 1;
	size_t rest = strspn(below, letters);
	return name[len] == '/' && below[rest] == '\0' && strspn(below, ".") < rest &&
	       len + rest < NAME_MAX_LEN;
}

/* The name in a line of len bytes; NULL: it is no line of a manifest. */
static const char *find_name(struct arena *arena, const char *line, size_t len)
{
	if (len <= HASH_LEN + 2 || strspn(line, "0123456789abcdef") != HASH_LEN ||
		strncmp(line + HASH_LEN, "  ", 2) != 0)
		return NULL;
	len -= HASH_LEN + 2;
	const char *name = arena_text(arena, line + HASH_LEN + 2, len);
	return strlen(name) == len && manifest_allows(name) ? name : NULL;
}

bool manifest_load(const char *path, struct buffer *text, struct diag *diag)
{
	struct stat info;
	buffer_add(text, "", 0);
	if (stat(path, &info) == 0 && !S_ISREG(info.st_mode)) {
		diag_place(diag, DIAG_ERROR, path, 0, 0, "is in the way: no plain file");
		return false;
	}
	if (buffer_add_file(text, path, MAX_LEN) || errno == ENOENT || errno == ENOTDIR)
		return true;
	diag_place(diag, DIAG_ERROR, path, 0, 0, "cannot read: %s", strerror(errno));
	return false;
}

struct tree_node *manifest_parse(
	const struct buffer *text, const char *path, struct arena *arena, struct diag *diag)
{
	struct tree_node *map = tree_new(arena, TREE_MAP);
	const char *end = text->text + text->len;
	const char *next;
	unsigned number = 1;
	for (const char *line = text->text; line < end; line = next, number++) {
		const char *feed = memchr(line, '\n', (size_t)(end - line));
		next = feed != NULL ? feed + 1 : end;
		if (line[0] == '#')
			continue;
		const char *name =
			feed != NULL ? find_name(arena, line, (size_t)(feed - line)) : NULL;
		if (name == NULL) {
			diag_place(
				diag, DIAG_ERROR, path, number, 1, "this is no line of a manifest");
			return NULL;
		}
		tree_set_n(arena, map, name, arena_text(arena, line, HASH_LEN), HASH_LEN);
	}
	return map;
}

struct tree_node *manifest_read(const char *path, struct arena *arena, struct diag *diag)
{
	struct buffer text = BUFFER_EMPTY;
	struct tree_node *map = NULL;
	if (manifest_load(path, &text, diag))
		map = manifest_parse(&text, path, arena, diag);
	buffer_clear(&text);
	return map;
}

void manifest_add(struct buffer *manifest, const char *name, const char *text, size_t len)
{
	struct fingerprint print;
	char hash[FINGERPRINT_TEXT_SIZE];
	fingerprint_init(&print);
	fingerprint_add(&print, text, len);
	fingerprint_text(&print, hash);
	buffer_format(manifest, "%s  %s\n", hash, name);
}
