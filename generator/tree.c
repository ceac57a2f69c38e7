#include "tree.h"

#include "hash.h"

#include <inttypes.h>
#include <string.h>

enum {
	INDEX_MIN = 16, /* maps with fewer members are searched one by one */
};

/* Open addressing; at most half of the slots are taken. */
struct tree_index {
	struct arena *arena;
	struct tree_node **slots;
	uint32_t size; /* a power of two */
};

static bool has_key(const struct tree_node *node, const char *key, size_t len)
{
	return node->key_len == len &&
	       (len == 0 || (node->key[0] == key[0] && memcmp(node->key, key, len) == 0));
}

/* The slot that holds the key, or the empty one where it belongs. */
static struct tree_node **find_slot(const struct tree_index *index, const char *key, size_t len)
{
	for (uint32_t at = hash_bytes(key, len);; at++) {
		struct tree_node **slot = &index->slots[at & (index->size - 1)];
		if (*slot == NULL || has_key(*slot, key, len))
			return slot;
	}
}

static void index_member(struct tree_index *index, struct tree_node *child)
{
	*find_slot(index, child->key, child->key_len) = child;
}

static void build_index(struct arena *arena, struct tree_node *map)
{
	struct tree_index *index = arena_alloc(arena, sizeof(*index));
	index->arena = arena;
	index->size = 4 * INDEX_MIN;
	while (index->size / 4 < map->count)
		index->size *= 2;
	index->slots = arena_alloc(arena, index->size * sizeof(*index->slots));
	for (struct tree_node *child = map->first; child != NULL; child = child->next)
		index_member(index, child);
	map->index = index;
}

static void append(struct tree_node *parent, struct tree_node *child)
{
	child->next = NULL;
	if (parent->last == NULL)
		parent->first = child;
	else
		parent->last->next = child;
	parent->last = child;
	parent->count++;
}

/* arena NULL: an index is kept, but none is made. */
static void append_member(struct arena *arena, struct tree_node *map, struct tree_node *child)
{
	append(map, child);
	map->key_bits |= tree_key_bit(child->key, child->key_len);
	if (map->index != NULL && map->count <= map->index->size / 2)
		index_member(map->index, child);
	else if (map->index != NULL)
		build_index(map->index->arena, map);
	else if (arena != NULL && map->count >= INDEX_MIN)
		build_index(arena, map);
}

static struct tree_node *before(const struct tree_node *parent, const struct tree_node *child)
{
	struct tree_node *node = parent->first;
	if (node == child)
		return NULL;
	while (node->next != child)
		node = node->next;
	return node;
}

static void replace(struct tree_node *map, struct tree_node *old, struct tree_node *child)
{
	struct tree_node *previous = before(map, old);
	child->next = old->next;
	if (previous == NULL)
		map->first = child;
	else
		previous->next = child;
	if (map->last == old)
		map->last = child;
	if (map->index != NULL)
		index_member(map->index, child);
	old->next = NULL;
}

static struct tree_node *put_n(struct arena *arena, struct tree_node *map, const char *key,
	size_t key_len, struct tree_node *child)
{
	child->key = key;
	child->key_len = (uint32_t)key_len;
	struct tree_node *old = tree_get_n(map, key, key_len);
	if (old != NULL)
		replace(map, old, child);
	else
		append_member(arena, map, child);
	return child;
}

static struct tree_node *put(
	struct arena *arena, struct tree_node *map, const char *key, struct tree_node *child)
{
	return put_n(arena, map, key, strlen(key), child);
}

static bool is_scalar(const struct tree_node *node)
{
	return node->kind != TREE_LIST && node->kind != TREE_MAP;
}

struct tree_node *tree_find(const struct tree_node *map, const char *key, size_t len)
{
	if (map->index != NULL)
		return *find_slot(map->index, key, len);
	for (struct tree_node *child = map->first; child != NULL; child = child->next) {
		if (has_key(child, key, len))
			return child;
	}
	return NULL;
}

const char *tree_text(const struct tree_node *node, const char *key)
{
	const struct tree_node *child = tree_get(node, key);
	return child != NULL && is_scalar(child) ? child->text : NULL;
}

bool tree_true(const struct tree_node *node, const char *key)
{
	const struct tree_node *child = tree_get(node, key);
	return child != NULL && child->kind == TREE_BOOL && strcmp(child->text, "true") == 0;
}

bool tree_is(const struct tree_node *node, enum tree_kind kind)
{
	return node != NULL && node->kind == kind;
}

bool tree_equal(const struct tree_node *a, const struct tree_node *b)
{
	if (a == b)
		return true;
	if (a == NULL || b == NULL || a->kind != b->kind || a->count != b->count)
		return false;
	if (a->kind == TREE_NULL)
		return true;
	if (is_scalar(a))
		return a->len == b->len && memcmp(a->text, b->text, a->len) == 0;

	const struct tree_node *theirs = b->first;
	for (const struct tree_node *ours = a->first; ours != NULL; ours = ours->next) {
		if (a->kind == TREE_MAP)
			theirs = tree_get_n(b, ours->key, ours->key_len);
		if (!tree_equal(ours, theirs))
			return false;
		if (a->kind == TREE_LIST)
			theirs = theirs->next;
	}
	return true;
}

struct tree_node *tree_new(struct arena *arena, enum tree_kind kind)
{
	struct tree_node *node = arena_alloc(arena, sizeof(*node));
	node->kind = (uint8_t)kind;
	if (is_scalar(node))
		node->text = "";
	return node;
}

struct tree_node *tree_add(struct tree_node *parent, struct tree_node *child)
{
	append(parent, child);
	return child;
}

struct tree_node *tree_put_text(struct arena *arena, struct tree_node *map, const char *key,
	size_t key_len, const char *text, size_t len)
{
	struct tree_node *child = tree_new(arena, TREE_STRING);
	child->text = text;
	child->len = (uint32_t)len;
	return put_n(arena, map, key, key_len, child);
}

struct tree_node *tree_set_bool(
	struct arena *arena, struct tree_node *map, const char *key, bool value)
{
	struct tree_node *child = tree_new(arena, TREE_BOOL);
	child->text = value ? "true" : "false";
	child->len = value ? 4 : 5;
	return put(arena, map, key, child);
}

struct tree_node *tree_set_number(
	struct arena *arena, struct tree_node *map, const char *key, int64_t value)
{
	struct tree_node *child = tree_new(arena, TREE_NUMBER);
	child->text = arena_format(arena, "%" PRId64, value);
	child->len = (uint32_t)strlen(child->text);
	child->integer = true;
	return put(arena, map, key, child);
}

struct tree_node *tree_set_node(struct tree_node *map, const char *key, struct tree_node *child)
{
	return put(NULL, map, key, child);
}

struct tree_node *tree_set_list(struct arena *arena, struct tree_node *map, const char *key)
{
	return put(arena, map, key, tree_new(arena, TREE_LIST));
}

struct tree_node *tree_set_map(struct arena *arena, struct tree_node *map, const char *key)
{
	return put(arena, map, key, tree_new(arena, TREE_MAP));
}

struct tree_node *tree_insert(struct arena *arena, struct tree_node *map, struct tree_node *child)
{
	struct tree_node *old = tree_get_n(map, child->key, child->key_len);
	if (old == NULL)
		append_member(arena, map, child);
	return old;
}

void tree_remove(struct tree_node *parent, struct tree_node *child)
{
	struct tree_node *previous = before(parent, child);
	if (previous == NULL)
		parent->first = child->next;
	else
		previous->next = child->next;
	if (parent->last == child)
		parent->last = previous;
	child->next = NULL;
	parent->count--;

	/* Open addressing has no cheap removal, and hardly anything is ever removed. */
	struct tree_index *index = parent->index;
	parent->index = NULL;
	if (index != NULL && parent->count >= INDEX_MIN)
		build_index(index->arena, parent);
}

void tree_filter(struct tree_node *parent,
	bool (*keep)(const void *user, const struct tree_node *child), const void *user)
{
	struct tree_index *index = parent->index;
	struct tree_node *child = parent->first;
	parent->first = parent->last = NULL;
	parent->index = NULL;
	parent->count = 0;
	while (child != NULL) {
		struct tree_node *next = child->next;
		if (keep(user, child))
			append(parent, child);
		else
			child->next = NULL;
		child = next;
	}
	if (index != NULL && parent->count >= INDEX_MIN)
		build_index(index->arena, parent);
}

struct tree_node *tree_copy(struct arena *arena, const struct tree_node *node)
{
	struct tree_node *copy = arena_alloc(arena, sizeof(*copy));
	*copy = *node;
	copy->key = NULL;
	copy->key_len = copy->key_line = copy->key_column = 0;
	copy->first = copy->last = copy->next = NULL;
	copy->index = NULL;
	copy->count = 0;
	for (const struct tree_node *child = node->first; child != NULL; child = child->next) {
		struct tree_node *twin = tree_copy(arena, child);
		twin->key = child->key;
		twin->key_len = child->key_len;
		twin->key_line = child->key_line;
		twin->key_column = child->key_column;
		if (node->kind == TREE_MAP)
			append_member(arena, copy, twin);
		else
			append(copy, twin);
	}
	return copy;
}
