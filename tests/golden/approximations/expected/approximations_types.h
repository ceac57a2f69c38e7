/*
 * approximations_types.h: types that several parts share (Approximations).
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef APPROXIMATIONS_TYPES_H
#define APPROXIMATIONS_TYPES_H

#include "oac.h"

#ifndef APPROXIMATIONS_API
#define APPROXIMATIONS_API OAC_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

struct approximations_open {
	const char *name;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(APPROXIMATIONS_API, approximations_open);

struct approximations_int64_map {
	size_t count;
	const struct approximations_int64_map_entry *entries;
};

struct approximations_condition {
	const char *kind;
	/* (under a condition) */
	const char *more;
	/* (under a condition) */
	const char *less;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(APPROXIMATIONS_API, approximations_condition);

struct approximations_tree_node_1_list {
	size_t count;
	const struct approximations_tree_node_1 *items;
};

struct approximations_tree_node_1 {
	struct approximations_tree_node_1_list children;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(APPROXIMATIONS_API, approximations_tree_node_1);

struct approximations_cat {
	/* (required) */
	const char *kind;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(APPROXIMATIONS_API, approximations_cat);

enum approximations_animal_kind {
	APPROXIMATIONS_ANIMAL_UNSET = 0,
	APPROXIMATIONS_ANIMAL_UNKNOWN = 1, /* not known here: as.json has it */
	APPROXIMATIONS_ANIMAL_CAT,
	APPROXIMATIONS_ANIMAL_OPEN,
};

struct approximations_animal {
	enum approximations_animal_kind kind;
	union {
		const struct approximations_cat *cat;
		const struct approximations_open *open;
		struct oac_json json;
	} as;
};
OAC_TYPE_API(APPROXIMATIONS_API, approximations_animal);

struct approximations_merged {
	const char *a;
	const char *b;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(APPROXIMATIONS_API, approximations_merged);

struct approximations_choices {
	const char *name;
	struct oac_opt_int64 size;
	const char *kind;
	struct oac_json value;
	const char *same;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(APPROXIMATIONS_API, approximations_choices);

struct approximations_int64_map_entry {
	const char *key;
	int64_t value;
};

/* The value of the last entry named key, or NULL when there is none. The map owns it. */
static inline const int64_t *approximations_int64_map_get(const struct approximations_int64_map *map, const char *key)
{
	const void *value = oac_map_value(map->entries, map->count, sizeof(struct approximations_int64_map_entry),
		offsetof(struct approximations_int64_map_entry, value), key);

	return (const int64_t *)value;
}

#ifdef __cplusplus
}
#endif

#endif
