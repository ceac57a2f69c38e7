#include "table.h"

#include "arena.h"
#include "hash.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* The slot of a name, or the free one where it belongs. */
static struct table_slot *find_slot(const struct table *table, const char *name, uint32_t hash)
{
	size_t i;

	for (i = hash;; i++) {
		struct table_slot *slot = &table->slots[i & (table->size - 1)];

		if (slot->name == NULL || (slot->hash == hash && strcmp(slot->name, name) == 0))
			return slot;
	}
}

void *table_get(const struct table *table, const char *name)
{
	return table->size > 0 ? find_slot(table, name, hash_bytes(name, strlen(name)))->value
			       : NULL;
}

static void *new_slots(size_t count, size_t size)
{
	void *slots = calloc(count, size);

	if (slots == NULL)
		arena_exhausted();
	return slots;
}

static void table_grow(struct table *table)
{
	struct table old = *table;
	size_t i;

	table->size = old.size > 0 ? old.size * 2 : 32;
	table->slots = new_slots(table->size, sizeof(*table->slots));
	for (i = 0; i < old.size; i++) {
		if (old.slots[i].name != NULL)
			*find_slot(table, old.slots[i].name, old.slots[i].hash) = old.slots[i];
	}
	free(old.slots);
}

static struct table_slot *make_slot(struct table *table, const char *name)
{
	uint32_t hash = hash_bytes(name, strlen(name));
	struct table_slot *slot;

	if (table->count * 2 >= table->size)
		table_grow(table);
	slot = find_slot(table, name, hash);
	if (slot->name == NULL) {
		slot->name = name;
		slot->hash = hash;
		table->count++;
	}
	return slot;
}

void table_set(struct table *table, const char *name, void *value)
{
	make_slot(table, name)->value = value;
}

bool table_add(struct table *table, const char *name, void *value)
{
	struct table_slot *slot = make_slot(table, name);

	if (slot->value != NULL)
		return false;
	slot->value = value;
	return true;
}

void table_clear(struct table *table)
{
	free(table->slots);
	*table = (struct table)TABLE_EMPTY;
}

static size_t pointer_slot_of(const struct pointer_table *table, const void *key)
{
	uint64_t hash = (uint64_t)(uintptr_t)key * 0x9e3779b97f4a7c15u; /* Fibonacci hashing */
	size_t i = (size_t)(hash >> 32) & (table->size - 1);

	while (table->slots[i].key != NULL && table->slots[i].key != key)
		i = (i + 1) & (table->size - 1);
	return i;
}

void *pointer_table_get(const struct pointer_table *table, const void *key)
{
	return table->size > 0 ? table->slots[pointer_slot_of(table, key)].value : NULL;
}

void pointer_table_set(struct pointer_table *table, const void *key, void *value)
{
	struct pointer_slot *slot;

	if (table->count * 2 >= table->size) {
		struct pointer_table old = *table;
		size_t i;

		table->size = old.size > 0 ? old.size * 2 : 64;
		table->slots = new_slots(table->size, sizeof(*table->slots));
		for (i = 0; i < old.size; i++) {
			if (old.slots[i].key != NULL)
				table->slots[pointer_slot_of(table, old.slots[i].key)] =
					old.slots[i];
		}
		free(old.slots);
	}
	slot = &table->slots[pointer_slot_of(table, key)];
	table->count += slot->key == NULL;
	slot->key = key;
	slot->value = value;
}

void pointer_table_clear(struct pointer_table *table)
{
	free(table->slots);
	*table = (struct pointer_table){ NULL, 0, 0 };
}
