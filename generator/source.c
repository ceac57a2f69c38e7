#include "source.h"

#include "source_parse.h"

#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	READ_CHUNK = 64 * 1024,
	LINE_STEP = 64,
};

/* Offsets of lines 1, 1 + LINE_STEP, ...: a document with many warnings is not read for each. */
struct source_lines {
	size_t *starts;
	size_t count;
	size_t size;
	size_t offset; /* of the next that is not known */
	bool complete;
	/* The last that was asked for: a document may be one line, with many warnings. */
	unsigned line;
	const char *start;
	size_t len;
};

static size_t sequence_len(unsigned char c)
{
	if (c < 0x80)
		return 1;
	if (c >= 0xC2 && c < 0xE0)
		return 2;
	if (c >= 0xE0 && c < 0xF0)
		return 3;
	return c >= 0xF0 && c < 0xF5 ? 4 : 0;
}

/* The offset of the first byte that is no UTF-8, or len. */
static size_t find_bad_utf8(const char *text, size_t len)
{
	const unsigned char *bytes = (const unsigned char *)text;
	size_t at = 0;
	while (at < len) {
		uint64_t eight;
		while (len - at >= sizeof(eight)) {
			memcpy(&eight, bytes + at, sizeof(eight));
			if ((eight & UINT64_C(0x8080808080808080)) != 0)
				break;
			at += sizeof(eight);
		}
		if (at == len)
			break;

		size_t need = sequence_len(bytes[at]);
		if (need == 0 || need > len - at)
			return at;
		for (size_t i = 1; i < need; i++) {
			if ((bytes[at + i] & 0xC0) != 0x80)
				return at;
		}
		bool overlong = (bytes[at] == 0xE0 && bytes[at + 1] < 0xA0) ||
				(bytes[at] == 0xF0 && bytes[at + 1] < 0x90);
		bool surrogate = bytes[at] == 0xED && bytes[at + 1] >= 0xA0;
		bool beyond = bytes[at] == 0xF4 && bytes[at + 1] >= 0x90;
		if (overlong || surrogate || beyond)
			return at;
		at += need;
	}
	return len;
}

static void report_offset(
	struct source *source, const struct source_file *file, size_t offset, const char *message)
{
	const char *at = file->text + offset;
	const char *start = file->text;
	const char *feed;
	unsigned line = 1;
	while ((feed = memchr(start, '\n', (size_t)(at - start))) != NULL) {
		start = feed + 1;
		line++;
	}
	diag_place(source->diag, DIAG_ERROR, file->path, line, (unsigned)(at - start) + 1, "%s",
		message);
}

/* errno, or 0. *text is malloc'ed and NUL-terminated; EFBIG: over SOURCE_MAX_BYTES. */
static int read_stream(FILE *stream, char **text, size_t *len)
{
	size_t size = READ_CHUNK;
	char *bytes = malloc(size + 1);
	size_t have = 0;
	for (;;) {
		if (bytes == NULL)
			arena_exhausted();
		errno = 0;
		have += fread(bytes + have, 1, size - have, stream);
		if (have < size || have > SOURCE_MAX_BYTES)
			break;
		size *= 2;
		char *more = realloc(bytes, size + 1);
		if (more == NULL)
			arena_exhausted();
		bytes = more;
	}

	int error = 0;
	if (ferror(stream) != 0)
		error = errno != 0 ? errno : EIO;
	else if (have > SOURCE_MAX_BYTES)
		error = EFBIG;
	if (error != 0) {
		free(bytes);
		return error;
	}
	bytes[have] = '\0';
	char *exact = realloc(bytes, have + 1);
	*text = exact != NULL ? exact : bytes;
	*len = have;
	return 0;
}

static int read_path(const char *path, char **text, size_t *len)
{
	if (strcmp(path, "-") == 0)
		return read_stream(stdin, text, len);
	FILE *stream = fopen(path, "rb");
	if (stream == NULL)
		return errno;
	int error = read_stream(stream, text, len);
	fclose(stream);
	return error;
}

static struct source_file *add_file(struct source *source, const char *path)
{
	if (source->count > SOURCE_MAX_FILES) {
		diag_place(source->diag, DIAG_ERROR, path, 0, 0,
			"this is file number %d, which is too many", SOURCE_MAX_FILES + 1);
		return NULL;
	}
	struct source_file *file = &source->files[source->count++];
	file->path = arena_text(&source->arena, path, strlen(path));
	return file;
}

static bool has_suffix(const char *text, const char *suffix)
{
	size_t len = strlen(text);
	size_t tail = strlen(suffix);
	return len >= tail && strcmp(text + len - tail, suffix) == 0;
}

static void parse(struct source *source, struct source_file *file)
{
	struct source_failure json = { 0, "" };
	struct source_failure yaml = { 0, "" };
	uint16_t index = (uint16_t)(file - source->files);

	size_t bad = find_bad_utf8(file->text, file->len);
	if (bad < file->len) {
		report_offset(source, file, bad, "this byte is no UTF-8");
		return;
	}
	const char *first = file->text + strspn(file->text, " \t\r\n");
	bool maybe_json = *first == '{' || *first == '[';
	if (maybe_json)
		file->root = source_parse_json(source, index, &json);
	if (file->root == NULL)
		file->root = source_parse_yaml(source, index, &yaml);
	if (file->root != NULL)
		return;

	bool tell_json = maybe_json && has_suffix(file->path, ".json");
	const struct source_failure *failure = tell_json ? &json : &yaml;
	report_offset(source, file, failure->offset, failure->message);
}

/* Takes over text. */
static void keep_text(struct source *source, struct source_file *file, char *text, size_t len)
{
	if (len >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) {
		len -= 3;
		memmove(text, text + 3, len + 1);
	}
	file->text = text;
	file->len = len;
	file->lines = arena_alloc(&source->arena, sizeof(*file->lines));
}

void source_init(struct source *source, struct diag *diag)
{
	*source = (struct source){ .diag = diag, .count = 1 };
	/* All at once: callers keep pointers to files. */
	source->files = calloc(SOURCE_MAX_FILES + 1, sizeof(*source->files));
	if (source->files == NULL)
		arena_exhausted();
	diag->source = source;
}

static struct source_file *find_file(struct source *source, const char *path)
{
	for (size_t i = 1; i < source->count; i++) {
		if (strcmp(source->files[i].path, path) == 0)
			return &source->files[i];
	}
	return NULL;
}

/* NULL: an error was reported. */
static struct source_file *add_text(struct source *source, const char *path, const char *name)
{
	struct source_file *file = add_file(source, name);
	if (file == NULL)
		return NULL;
	char *text;
	size_t len;
	int error = read_path(path, &text, &len);
	if (error == EFBIG) {
		diag_place(source->diag, DIAG_ERROR, name, 0, 0, "larger than %d bytes",
			SOURCE_MAX_BYTES);
		return NULL;
	}
	if (error != 0) {
		diag_place(
			source->diag, DIAG_ERROR, name, 0, 0, "cannot read: %s", strerror(error));
		return NULL;
	}
	keep_text(source, file, text, len);
	return file;
}

const struct source_file *source_read(struct source *source, const char *path)
{
	const char *name = strcmp(path, "-") == 0 ? "<stdin>" : path;
	struct source_file *file = find_file(source, name);
	source->placed |= name != path;
	if (file == NULL) {
		file = add_text(source, path, name);
		if (file != NULL)
			parse(source, file);
	}
	return file != NULL && file->root != NULL ? file : NULL;
}

const struct source_file *source_load(struct source *source, const char *path)
{
	struct source_file *file = find_file(source, path);
	return file != NULL ? file : add_text(source, path, path);
}

const struct source_file *source_text(
	struct source *source, const char *name, const char *text, size_t len)
{
	struct source_file *file = add_file(source, name);
	if (file == NULL)
		return NULL;
	char *copy = malloc(len + 1);
	if (copy == NULL)
		arena_exhausted();
	if (len > 0)
		memcpy(copy, text, len);
	copy[len] = '\0';
	keep_text(source, file, copy, len);
	parse(source, file);
	return file->root != NULL ? file : NULL;
}

static unsigned count_feeds(const char *eight)
{
	const uint64_t low = UINT64_C(0x7f7f7f7f7f7f7f7f);
	uint64_t word;
	memcpy(&word, eight, sizeof(word));
	word ^= UINT64_C(0x0a0a0a0a0a0a0a0a);
	word = ~(((word & low) + low) | word | low) >> 7; /* 1 in each byte that is zero now */
	return (unsigned)((word * UINT64_C(0x0101010101010101)) >> 56);
}

/* The line that comes so many later, or NULL. Eight bytes at a time, as lines are short. */
static const char *skip_lines(const char *at, const char *end, unsigned count)
{
	while (end - at >= 8) {
		unsigned feeds = count_feeds(at);
		if (feeds >= count)
			break;
		count -= feeds;
		at += 8;
	}
	for (; at != NULL && count > 0; count--) {
		at = memchr(at, '\n', (size_t)(end - at));
		at = at != NULL ? at + 1 : NULL;
	}
	return at;
}

/* Goes on until a line is known, or the text ends. */
static void find_lines(const struct source_file *file, size_t wanted)
{
	struct source_lines *lines = file->lines;
	const char *end = file->text + file->len;
	const char *at = file->text + lines->offset;
	while (at != NULL && lines->count <= wanted) {
		if (lines->count == lines->size) {
			lines->size = lines->size > 0 ? lines->size * 2 : LINE_STEP;
			lines->starts =
				realloc(lines->starts, lines->size * sizeof(*lines->starts));
			if (lines->starts == NULL)
				arena_exhausted();
		}
		lines->starts[lines->count++] = (size_t)(at - file->text);
		at = skip_lines(at, end, LINE_STEP);
	}
	lines->offset = (size_t)((at != NULL ? at : end) - file->text);
	lines->complete = at == NULL;
}

const char *source_line(const struct source_file *file, unsigned line, size_t *len)
{
	if (file == NULL || file->text == NULL || line == 0)
		return NULL;
	struct source_lines *lines = file->lines;
	if (line == lines->line) {
		*len = lines->len;
		return lines->start;
	}
	size_t known = (line - 1) / LINE_STEP;
	if (known >= lines->count && !lines->complete)
		find_lines(file, known);
	if (known >= lines->count)
		return NULL;
	const char *end = file->text + file->len;
	const char *start = file->text + lines->starts[known];
	start = skip_lines(start, end, (line - 1) % LINE_STEP);
	if (start == NULL)
		return NULL;
	const char *feed = memchr(start, '\n', (size_t)(end - start));
	*len = (size_t)((feed != NULL ? feed : end) - start);
	if (*len > 0 && start[*len - 1] == '\r')
		(*len)--;
	lines->line = line;
	lines->start = start;
	lines->len = *len;
	return start;
}

void source_clear(struct source *source)
{
	for (size_t i = 1; i < source->count; i++) {
		free(source->files[i].text);
		if (source->files[i].lines != NULL)
			free(source->files[i].lines->starts);
	}
	free(source->files);
	source->files = NULL;
	source->count = 0;
	arena_clear(&source->arena);
}

struct tree_node *source_fail(
	struct source_failure *failure, size_t offset, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	failure->offset = offset;
	vsnprintf(failure->message, sizeof(failure->message), format, args);
	va_end(args);
	return NULL;
}

struct tree_node *source_node(
	struct source *source, enum tree_kind kind, uint16_t file, unsigned line, unsigned column)
{
	struct tree_node *node = tree_new(&source->arena, kind);
	node->file = file;
	node->line = line;
	node->column = column;
	source->nodes++;
	return node;
}

bool source_member(struct source *source, struct tree_node *map, struct tree_node *child)
{
	const struct tree_node *old = tree_insert(&source->arena, map, child);
	if (old == NULL)
		return true;
	diag_at(source->diag, DIAG_ERROR, child, true, "duplicate key '%s', first on line %u",
		child->key, old->key_line);
	return false;
}
