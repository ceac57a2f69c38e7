/* table.h: a hash table from names to pointers; names are borrowed. */
#ifndef OAC_TABLE_H
#define OAC_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct table_slot {
	const char *name;
	void *value;
	uint32_t hash;
};

struct table {
	struct table_slot *slots;
	size_t size; /* a power of two, or 0 */
	size_t count;
};

#define TABLE_EMPTY { NULL, 0, 0 }

/* The value of a name, or NULL. */
void *table_get(const struct table *table, const char *name);
/* Sets or replaces it; value is not NULL. */
void table_set(struct table *table, const char *name, void *value);
/* Sets it unless the name is there. False: it is. */
bool table_add(struct table *table, const char *name, void *value);
void table_clear(struct table *table);

/* The same from addresses, which are compared and never followed. */
struct pointer_slot {
	const void *key;
	void *value;
};

struct pointer_table {
	struct pointer_slot *slots;
	size_t size;
	size_t count;
};

void *pointer_table_get(const struct pointer_table *table, const void *key);
void pointer_table_set(struct pointer_table *table, const void *key, void *value);
void pointer_table_clear(struct pointer_table *table);

#endif
