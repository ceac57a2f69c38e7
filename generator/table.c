#include "table.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t slot_of(const struct table *table, const char *name)
{
	uint64_t hash = 14695981039346656037u; /* FNV-1a */
	const char *p;
	size_t i;

	for (p = name; *p != '\0'; p++)
		hash = (hash ^ (unsigned char)*p) * 1099511628211u;
	i = (size_t)(hash ^ hash >> 32) & (table->size - 1);
	while (table->slots[i].name != NULL && strcmp(table->slots[i].name, name) != 0)
		i = (i + 1) & (table->size - 1);
	return i;
}

void *table_get(const struct table *table, const char *name)
{
	return table->size > 0 ? table->slots[slot_of(table, name)].value : NULL;
}

static void table_grow(struct table *table)
{
	struct table old = *table;
	size_t i;

	table->size = old.size > 0 ? old.size * 2 : 64;
	table->slots = calloc(table->size, sizeof(*table->slots));
	if (table->slots == NULL) {
		fputs("oac: error: out of memory\n", stderr);
		exit(1);
	}
	for (i = 0; i < old.size; i++) {
		if (old.slots[i].name != NULL)
			table->slots[slot_of(table, old.slots[i].name)] = old.slots[i];
	}
	free(old.slots);
}

void table_set(struct table *table, const char *name, void *value)
{
	struct table_slot *slot;

	if (table->count * 2 >= table->size)
		table_grow(table);
	slot = &table->slots[slot_of(table, name)];
	if (slot->name == NULL) {
		slot->name = name;
		table->count++;
	}
	slot->value = value;
}

void table_clear(struct table *table)
{
	free(table->slots);
	*table = (struct table)TABLE_EMPTY;
}
