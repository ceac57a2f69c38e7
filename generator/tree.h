/*
 * tree.h: the one data structure of the compiler's ends: a document as read
 * (YAML or JSON) and a view as the templates see it. Both are trees of nodes,
 * every node of a document knows its place.
 */
#ifndef OAC_TREE_H
#define OAC_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "arena.h"

enum tree_kind {
	TREE_NULL,
	TREE_BOOL,   /* text is "true" or "false" */
	TREE_NUMBER, /* text as written; integer says whether it is one */
	TREE_STRING,
	TREE_LIST,
	TREE_MAP,
};

struct tree_index;

struct tree_node {
	uint8_t kind;
	bool integer; /* TREE_NUMBER: no fraction and no exponent */
	uint16_t file; /* index of the source file; 0: no place */
	uint32_t line; /* from 1 */
	uint32_t column; /* from 1, in bytes */
	union {
		uint32_t len; /* of text */
		uint32_t key_bits; /* TREE_MAP: one for each key, by which most misses cost no search */
	};
	uint32_t count; /* children */
	uint32_t key_len;
	uint32_t key_line; /* place of the key in a map */
	uint32_t key_column;
	const char *key; /* in a map: NUL-terminated name of this member */
	const char *text; /* scalars: NUL-terminated */
	struct tree_node *first; /* children in order */
	struct tree_node *last;
	struct tree_node *next; /* sibling */
	struct tree_index *index; /* of large maps, else NULL; tree_* keep it */
};

/* Which of a map's key_bits a key sets: names of one length tend to differ at an end. */
static inline uint32_t tree_key_bit(const char *key, size_t len)
{
	unsigned ends = len > 0 ? (unsigned char)key[0] * 3u + (unsigned char)key[len - 1] * 5u : 0;
	return UINT32_C(1) << ((ends + len) % 32);
}

/* The member of a map that may have it. */
struct tree_node *tree_find(const struct tree_node *map, const char *key, size_t len);

/*
 * The member of a map, or NULL when there is none or node is NULL or no map. Inline, as most keys
 * are literals, of which then nothing is left to compute.
 */
static inline struct tree_node *tree_get_n(
	const struct tree_node *node, const char *key, size_t len)
{
	if (node == NULL || node->kind != TREE_MAP ||
		(node->key_bits & tree_key_bit(key, len)) == 0)
		return NULL;
	return tree_find(node, key, len);
}

static inline struct tree_node *tree_get(const struct tree_node *node, const char *key)
{
	return tree_get_n(node, key, strlen(key));
}

/* The text of a scalar member, or NULL when it is missing or no scalar. */
const char *tree_text(const struct tree_node *node, const char *key);
/* True only for a member that is the boolean true. */
bool tree_true(const struct tree_node *node, const char *key);
bool tree_is(const struct tree_node *node, enum tree_kind kind); /* false for NULL */
/* The same value, whatever the order of map members. */
bool tree_equal(const struct tree_node *a, const struct tree_node *b);

/*
 * Building, for views. Texts and keys are borrowed: keep them as long as the tree. Setting a key
 * again replaces its value in place. A child must not be in a tree already: tree_copy one that is.
 */
struct tree_node *tree_new(struct arena *arena, enum tree_kind kind);
struct tree_node *tree_add(struct tree_node *parent, struct tree_node *child); /* to a list; child */
struct tree_node *tree_put_text(struct arena *arena, struct tree_node *map, const char *key,
	size_t key_len, const char *text, size_t len);
static inline struct tree_node *tree_set_n(
	struct arena *arena, struct tree_node *map, const char *key, const char *text, size_t len)
{
	return tree_put_text(arena, map, key, strlen(key), text, len);
}
static inline struct tree_node *tree_set(
	struct arena *arena, struct tree_node *map, const char *key, const char *text)
{
	return tree_put_text(arena, map, key, strlen(key), text, strlen(text));
}
struct tree_node *tree_set_bool(
	struct arena *arena, struct tree_node *map, const char *key, bool value);
struct tree_node *tree_set_number(
	struct arena *arena, struct tree_node *map, const char *key, int64_t value);
struct tree_node *tree_set_node(struct tree_node *map, const char *key, struct tree_node *child);
struct tree_node *tree_set_list(struct arena *arena, struct tree_node *map, const char *key); /* the new list */
struct tree_node *tree_set_map(struct arena *arena, struct tree_node *map, const char *key);

/*
 * Adds a child that has its key, key_len and key place already, unless the map has such a key:
 * then returns the member in the way. NULL: it was added.
 */
struct tree_node *tree_insert(struct arena *arena, struct tree_node *map, struct tree_node *child);
/* Takes a child out of its list or map. The child itself stays as it is. */
void tree_remove(struct tree_node *parent, struct tree_node *child);
/* Takes out every child that is not to be kept; user is keep's own. */
void tree_filter(struct tree_node *parent,
	bool (*keep)(const void *user, const struct tree_node *child), const void *user);
/* A copy of node and all below, with its places but no key. Texts and keys are shared. */
struct tree_node *tree_copy(struct arena *arena, const struct tree_node *node);

struct buffer;
/* Appends node as indented JSON. */
void tree_print(const struct tree_node *node, struct buffer *out);

#endif
