#include "manifest.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum {
	LINE_MAX_LEN = 512,
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
		return len < LINE_MAX_LEN / 2 && strcmp(name, MANIFEST_NAME) != 0;

	const char *below = name + len + 1;
	size_t rest = strspn(below, letters);
	return name[len] == '/' && below[rest] == '\0' && strspn(below, ".") < rest &&
	       len + rest < LINE_MAX_LEN / 2;
}

/* The name in a line, which is cut after the hash; NULL: it is no line of a manifest. */
static const char *split_line(char *line)
{
	size_t len = strlen(line);
	if (len == 0 || line[len - 1] != '\n')
		return NULL;
	line[len - 1] = '\0';
	if (strspn(line, "0123456789abcdef") != HASH_LEN || strncmp(line + HASH_LEN, "  ", 2) != 0)
		return NULL;
	line[HASH_LEN] = '\0';
	return manifest_allows(line + HASH_LEN + 2) ? line + HASH_LEN + 2 : NULL;
}

/* The rest of a line that may be longer than any other. */
static void skip_line(FILE *stream, const char *begin)
{
	int c = 0;
	if (strchr(begin, '\n') == NULL) {
		while (c != '\n' && c != EOF)
			c = getc(stream);
	}
}

struct tree_node *manifest_read(const char *path, struct arena *arena, struct diag *diag)
{
	struct tree_node *map = tree_new(arena, TREE_MAP);
	FILE *stream = fopen(path, "rb");
	if (stream == NULL && (errno == ENOENT || errno == ENOTDIR))
		return map;
	if (stream == NULL) {
		diag_place(diag, DIAG_ERROR, path, 0, 0, "cannot read: %s", strerror(errno));
		return NULL;
	}

	char line[LINE_MAX_LEN];
	for (unsigned number = 1; map != NULL && fgets(line, sizeof(line), stream) != NULL;
		number++) {
		if (line[0] == '#') {
			skip_line(stream, line);
			continue;
		}
		const char *name = split_line(line);
		if (name == NULL) {
			diag_place(
				diag, DIAG_ERROR, path, number, 1, "this is no line of a manifest");
			map = NULL;
			break;
		}
		const char *hash = arena_text(arena, line, HASH_LEN);
		tree_set_n(arena, map, arena_text(arena, name, strlen(name)), hash, HASH_LEN);
	}
	if (map != NULL && ferror(stream) != 0) {
		diag_place(diag, DIAG_ERROR, path, 0, 0, "cannot read: %s", strerror(errno));
		map = NULL;
	}
	fclose(stream);
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
