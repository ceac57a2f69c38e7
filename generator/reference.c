#include "reference.h"

#include "path.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>

enum {
	SUGGEST_MAX = 64, /* longer names get no suggestion */
};

#define MADE '\1' /* what a reference of reference_to begins with: it leads to the same from any file */

/* A look-up that succeeded. */
struct known {
	struct tree_node entry; /* in the map of known ones */
	struct tree_node *target;
	const char *name;
};

/* Where a pointer stopped. */
struct walk {
	struct tree_node *node;         /* NULL: there is no such member */
	const struct tree_node *parent; /* of node, or where it should have been */
	const char *name;               /* the last segment read, or NULL */
};

/* -1: not two hexadecimal digits, or NUL, which no name can hold. */
static int read_hex(const char *at)
{
	static const char digits[] = "0123456789abcdef";
	int value = 0;
	for (int i = 0; i < 2; i++) {
		char c = at[i] >= 'A' && at[i] <= 'F' ? (char)(at[i] + 32) : at[i];
		const char *digit = c != '\0' ? strchr(digits, c) : NULL;
		if (digit == NULL)
			return -1;
		value = value * 16 + (int)(digit - digits);
	}
	return value > 0 ? value : -1;
}

/* A copy without percent escapes; a percent sign that begins none stays. */
static char *decode(struct arena *arena, const char *text, size_t len)
{
	char *copy = arena_text(arena, text, len);
	char *out = copy;
	for (const char *at = copy; *at != '\0'; at++) {
		int byte = *at == '%' ? read_hex(at + 1) : -1;
		*out++ = byte > 0 ? (char)byte : *at;
		if (byte > 0)
			at += 2;
	}
	*out = '\0';
	return copy;
}

/* Cuts the first segment off *rest and unescapes it; *rest is NULL after the last. */
static const char *take_segment(char **rest)
{
	char *segment = *rest;
	char *slash = strchr(segment, '/');
	if (slash != NULL)
		*slash = '\0';
	*rest = slash != NULL ? slash + 1 : NULL;

	char *out = segment;
	for (const char *in = segment; *in != '\0'; in++) {
		if (in[0] == '~' && (in[1] == '0' || in[1] == '1'))
			*out++ = *++in == '0' ? '~' : '/';
		else
			*out++ = *in;
	}
	*out = '\0';
	return segment;
}

static struct tree_node *find_item(const struct tree_node *list, const char *segment)
{
	uint32_t index = 0;
	if (*segment == '\0' || (segment[0] == '0' && segment[1] != '\0'))
		return NULL;
	for (const char *at = segment; *at != '\0'; at++) {
		if (*at < '0' || *at > '9' || index > UINT32_MAX / 10 - 1)
			return NULL;
		index = index * 10 + (uint32_t)(*at - '0');
	}
	struct tree_node *item = list->first;
	while (item != NULL && index-- > 0)
		item = item->next;
	return item;
}

/* Follows a pointer, which is "" or begins with '/'. It is taken apart in place. */
static struct walk follow(struct tree_node *root, char *pointer)
{
	struct walk walk = { root, NULL, NULL };
	char *rest = *pointer == '/' ? pointer + 1 : NULL;
	while (rest != NULL && walk.node != NULL) {
		walk.parent = walk.node;
		walk.name = take_segment(&rest);
		if (walk.parent->kind == TREE_LIST)
			walk.node = find_item(walk.parent, walk.name);
		else
			walk.node = tree_get(walk.parent, walk.name);
	}
	return walk;
}

static struct tree_node *find_anchor(struct tree_node *node, const char *name)
{
	const char *anchor = tree_text(node, "$anchor");
	if (anchor != NULL && strcmp(anchor, name) == 0)
		return node;
	anchor = tree_text(node, "$dynamicAnchor");
	if (anchor != NULL && strcmp(anchor, name) == 0)
		return node;
	for (struct tree_node *child = node->first; child != NULL; child = child->next) {
		struct tree_node *found = find_anchor(child, name);
		if (found != NULL)
			return found;
	}
	return NULL;
}

/* Letters to insert, remove or replace to make one of the other. Both at most SUGGEST_MAX long. */
static size_t edit_distance(const char *a, size_t a_len, const char *b, size_t b_len)
{
	size_t row[SUGGEST_MAX + 1];
	for (size_t j = 0; j <= b_len; j++)
		row[j] = j;
	for (size_t i = 1; i <= a_len; i++) {
		size_t corner = row[0];
		row[0] = i;
		for (size_t j = 1; j <= b_len; j++) {
			size_t best = corner + (a[i - 1] != b[j - 1] ? 1 : 0);
			corner = row[j];
			if (best > row[j] + 1)
				best = row[j] + 1;
			if (best > row[j - 1] + 1)
				best = row[j - 1] + 1;
			row[j] = best;
		}
	}
	return row[b_len];
}

static void suggest(struct diag *diag, const struct walk *walk)
{
	size_t len = walk->name != NULL ? strlen(walk->name) : 0;
	if (!diag->shown || len == 0 || len > SUGGEST_MAX || !tree_is(walk->parent, TREE_MAP))
		return;

	size_t best = len / 3 + 2; /* more edits than that is another name */
	const char *nearest = NULL;
	for (const struct tree_node *child = walk->parent->first; child != NULL;
		child = child->next) {
		if (child->key_len > SUGGEST_MAX)
			continue;
		size_t distance = edit_distance(walk->name, len, child->key, child->key_len);
		if (distance < best) {
			best = distance;
			nearest = child->key;
		}
	}
	if (nearest != NULL)
		diag_help(diag, "did you mean '%s'?", nearest);
}

/* What follows folder in path, or NULL when path is not below it. */
static const char *below(const char *folder, const char *path)
{
	size_t len = strcmp(folder, "/") == 0 ? 0 : strlen(folder);
	return strncmp(path, folder, len) == 0 && path[len] == '/' ? path + len + 1 : NULL;
}

static const char *root_name(const struct reference *reference)
{
	const char *slash = strrchr(reference->root->path, '/');
	return slash != NULL ? slash + 1 : reference->root->path;
}

/* name in a file as seen from the document's folder */
static const char *path_from(struct arena *arena, const struct source_file *from, const char *name)
{
	while (strncmp(name, "./", 2) == 0 && name[2] != '/')
		name += 2;
	return from->inside != NULL ? path_join(arena, path_folder(arena, from->inside), name)
				    : name;
}

static void note_lookup(struct reference *reference, const char *path, const char *found)
{
	struct source *source = reference->source;
	if (*path == '/')
		source->placed = true;
	if (strcmp(path, found) == 0)
		return;
	struct source_lookup *lookup = arena_alloc(&source->arena, sizeof(*lookup));
	if (!table_add(&reference->looked_up, path, lookup))
		return;
	lookup->path = arena_text(&source->arena, path, strlen(path));
	lookup->found = arena_text(&source->arena, found, strlen(found));
	if (reference->last_lookup == NULL)
		source->lookups = lookup;
	else
		reference->last_lookup->next = lookup;
	reference->last_lookup = lookup;
}

const char *reference_locate(struct reference *reference, const char *path)
{
	struct arena *arena = &reference->arena;
	const char *real = path_real(arena, path_join(arena, reference->root_folder, path));
	if (real == NULL)
		return NULL;
	if (reference->real_root != NULL && strcmp(real, reference->real_root) == 0)
		return root_name(reference);
	errno = 0;
	return reference->real_folder != NULL ? below(reference->real_folder, real) : NULL;
}

/* OpenAPI 3.2: the document may say what its own URI is. */
static bool is_self(const struct reference *reference, const char *text, size_t len)
{
	const char *self = tree_text(reference->root->root, "$self");
	return self != NULL && strlen(self) == len && memcmp(self, text, len) == 0;
}

/* The file that the part of ref before '#' names, len bytes. NULL: reported. */
static const struct source_file *open_file(
	struct reference *reference, const struct tree_node *ref, size_t len)
{
	struct source *source = reference->source;
	struct arena *arena = &reference->arena;
	const struct source_file *from = reference->root;
	if (ref->file > 0 && ref->file < source->count && !source->files[ref->file].overlay)
		from = &source->files[ref->file];
	if (len == 0)
		return from;
	if (is_self(reference, ref->text, len))
		return reference->root;
	if (path_has_scheme(ref->text)) {
		diag_error(source->diag, ref, "cannot follow '%s': oac never reads the network",
			ref->text);
		return NULL;
	}

	const char *name = decode(arena, ref->text, len);
	const char *path = path_from(arena, from, name);
	errno = 0;
	const char *inside = reference_locate(reference, path);
	if (inside == NULL && errno != 0) {
		diag_error(source->diag, ref, "cannot read '%s': %s", name, strerror(errno));
		return NULL;
	}
	if (inside == NULL) {
		diag_error(source->diag, ref, "'%s' is not below the folder of '%s'", name,
			reference->root->path);
		return NULL;
	}
	note_lookup(reference, path, inside);
	if (strcmp(inside, root_name(reference)) == 0)
		return reference->root;
	const struct source_file *file =
		source_read(source, path_join(arena, reference->root_folder, inside));
	if (file == NULL)
		diag_error(source->diag, ref, "cannot use '%s'", name);
	else
		source->files[file - source->files].inside = inside;
	return file;
}

/* NULL: reported. */
static struct tree_node *look_up(
	struct reference *reference, const struct tree_node *ref, const char **name)
{
	struct diag *diag = reference->source->diag;
	const char *hash = strchr(ref->text, '#');
	size_t file_len = hash != NULL ? (size_t)(hash - ref->text) : strlen(ref->text);
	const struct source_file *file = open_file(reference, ref, file_len);
	if (file == NULL)
		return NULL;

	char *fragment = decode(&reference->arena, "", 0);
	if (hash != NULL)
		fragment = decode(&reference->arena, hash + 1, strlen(hash + 1));
	if (*fragment != '\0' && *fragment != '/') {
		struct tree_node *target = find_anchor(file->root, fragment);
		if (target == NULL)
			diag_error(diag, ref, "cannot find the anchor '%s'", ref->text);
		*name = fragment;
		return target;
	}

	struct walk walk = follow(file->root, fragment);
	if (walk.node == NULL) {
		diag_error(diag, ref, "cannot find '%s'", ref->text);
		suggest(diag, &walk);
	}
	*name = walk.name;
	return walk.node;
}

void reference_init(
	struct reference *reference, struct source *source, const struct source_file *root)
{
	*reference = (struct reference){ .source = source, .root = root };
	reference->root_folder = path_folder(&reference->arena, root->path);
	reference->real_folder = path_real(&reference->arena, reference->root_folder);
	reference->real_root = path_real(&reference->arena, root->path);
	reference->known = tree_new(&reference->arena, TREE_MAP);
}

struct tree_node *reference_resolve(
	struct reference *reference, struct tree_node *node, const char **name)
{
	const struct tree_node *start = tree_get(node, "$ref");
	const char *last = NULL;
	for (int i = 0; i < REFERENCE_MAX_CHAIN; i++) {
		if (!tree_is(tree_get(node, "$ref"), TREE_STRING)) {
			if (name != NULL)
				*name = last;
			return node;
		}
		node = reference_step(reference, node, &last);
	}
	diag_error(reference->source->diag, start, "'%s' leads to nothing but references",
		start->text);
	return NULL;
}

static const struct buffer *make_key(struct reference *reference, const struct tree_node *ref)
{
	struct buffer *key = &reference->key;
	buffer_reset(key);
	if (ref->text[0] != MADE)
		buffer_add(key, (const char *)&ref->file, sizeof(ref->file));
	buffer_add(key, ref->text, ref->len);
	return key;
}

static void remember(struct reference *reference, const struct buffer *key,
	struct tree_node *target, const char *name)
{
	struct known *known = arena_alloc(&reference->arena, sizeof(*known));
	known->entry.key = arena_text(&reference->arena, key->text, key->len);
	known->entry.key_len = (uint32_t)key->len;
	known->target = target;
	known->name = name;
	tree_insert(&reference->arena, reference->known, &known->entry);
}

struct tree_node *reference_step(
	struct reference *reference, struct tree_node *node, const char **name)
{
	const char *ignored;
	if (name == NULL)
		name = &ignored;
	*name = NULL;
	const struct tree_node *ref = tree_get(node, "$ref");
	if (!tree_is(ref, TREE_STRING))
		return node;

	const struct buffer *key = make_key(reference, ref);
	const struct known *old =
		(const struct known *)tree_get_n(reference->known, key->text, key->len);
	if (old != NULL) {
		*name = old->name;
		return old->target;
	}

	struct tree_node *target = look_up(reference, ref, name);
	if (target == NULL)
		return NULL;
	remember(reference, key, target, *name);
	return target;
}

const char *reference_to(struct reference *reference, struct tree_node *node)
{
	const char *text = arena_format(&reference->arena, "%c%u", MADE, ++reference->made);
	const struct tree_node ref = { .text = text, .len = (uint32_t)strlen(text) };
	remember(reference, make_key(reference, &ref), node, NULL);
	return text;
}

struct tree_node *reference_pointer(
	struct reference *reference, struct tree_node *root, const char *pointer)
{
	size_t len = strlen(pointer);
	char *copy = *pointer == '#' ? decode(&reference->arena, pointer + 1, len - 1)
				     : arena_text(&reference->arena, pointer, len);
	if (*copy != '\0' && *copy != '/')
		return NULL;
	return follow(root, copy).node;
}

void reference_clear(struct reference *reference)
{
	buffer_clear(&reference->key);
	table_clear(&reference->looked_up);
	arena_clear(&reference->arena);
}
