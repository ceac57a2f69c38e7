/*
 * schemas_types.h: types that several parts share (Schemas).
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef SCHEMAS_TYPES_H
#define SCHEMAS_TYPES_H

#include "oac.h"

#ifndef SCHEMAS_API
#define SCHEMAS_API OAC_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

struct schemas_base {
	/* Who. (required) */
	const char *id;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(SCHEMAS_API, schemas_base);

/* Flattened. */
struct schemas_derived {
	/* Who. (required; from Base) */
	const char *id;
	/* (required; 0 to 9; default 3) */
	int64_t count;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(SCHEMAS_API, schemas_derived);

enum schemas_nullable_f {
	SCHEMAS_NULLABLE_F_UNSET = 0,
	SCHEMAS_NULLABLE_F_UNKNOWN = 1, /* not known here; oac_more has its text */
	SCHEMAS_NULLABLE_F_X,
};
/* The value's text on the wire; NULL for unset, unknown and any other number. */
SCHEMAS_API const char *schemas_nullable_f_text(enum schemas_nullable_f value);

struct schemas_nullable {
	/* (required) */
	const char *a;
	/* (required) */
	struct oac_opt_int64 b;
	/* (required) */
	const struct schemas_base *c;
	/* (required) */
	const struct schemas_base *d;
	/* (required) */
	const struct schemas_base *e;
	/* (required) */
	enum schemas_nullable_f f;
	/* (required) */
	struct schemas_base g;
	const struct schemas_base *h;
	struct oac_opt_bool i;
	struct oac_opt_double j;
	const struct schemas_base *k;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(SCHEMAS_API, schemas_nullable);

/* Alternatives beside members. */
struct schemas_choice {
	/* (required) */
	const char *id;
	const char *a;
	struct oac_opt_int64 b;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(SCHEMAS_API, schemas_choice);

struct schemas_node_list {
	size_t count;
	const struct schemas_node *items;
};

struct schemas_node_map {
	size_t count;
	const struct schemas_node_map_entry *entries;
};

struct schemas_node {
	/* (required) */
	const char *name;
	/* (required) */
	const struct schemas_node *next;
	struct schemas_node_list children;
	struct schemas_node_map by_name;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(SCHEMAS_API, schemas_node);

struct schemas_double_map {
	size_t count;
	const struct schemas_double_map_entry *entries;
};

struct schemas_double_list_list {
	size_t count;
	const struct oac_double_list *items;
};

enum schemas_maps_levels_item {
	SCHEMAS_MAPS_LEVELS_ITEM_UNSET = 0,
	SCHEMAS_MAPS_LEVELS_ITEM_UNKNOWN = 1, /* not known here; oac_more has its text */
	SCHEMAS_MAPS_LEVELS_ITEM_LOW,
	SCHEMAS_MAPS_LEVELS_ITEM_HIGH,
};
/* The value's text on the wire; NULL for unset, unknown and any other number. */
SCHEMAS_API const char *schemas_maps_levels_item_text(enum schemas_maps_levels_item value);

struct schemas_maps_levels_item_list {
	size_t count;
	const enum schemas_maps_levels_item *items;
};

enum schemas_maps_mixed {
	SCHEMAS_MAPS_MIXED_UNSET = 0,
	SCHEMAS_MAPS_MIXED_UNKNOWN = 1, /* not known here; oac_more has its text */
	SCHEMAS_MAPS_MIXED_1,
	SCHEMAS_MAPS_MIXED_TWO,
	SCHEMAS_MAPS_MIXED_TRUE,
};
/* The value's text on the wire; NULL for unset, unknown and any other number. */
SCHEMAS_API const char *schemas_maps_mixed_text(enum schemas_maps_mixed value);

enum schemas_maps_either_kind {
	SCHEMAS_MAPS_EITHER_UNSET = 0,
	SCHEMAS_MAPS_EITHER_UNKNOWN = 1, /* not known here: as.json has it */
	SCHEMAS_MAPS_EITHER_STRING,
	SCHEMAS_MAPS_EITHER_INTEGER,
	SCHEMAS_MAPS_EITHER_STRING_LIST,
};

struct schemas_maps_either {
	enum schemas_maps_either_kind kind;
	union {
		const char *string;
		int64_t integer;
		struct oac_string_list string_list;
		struct oac_json json;
	} as;
};
OAC_TYPE_API(SCHEMAS_API, schemas_maps_either);

struct schemas_int64_map {
	size_t count;
	const struct schemas_int64_map_entry *entries;
};

enum schemas_maps_narrowed {
	SCHEMAS_MAPS_NARROWED_UNSET = 0,
	SCHEMAS_MAPS_NARROWED_UNKNOWN = 1, /* not known here; oac_more has its text */
	SCHEMAS_MAPS_NARROWED_A,
	SCHEMAS_MAPS_NARROWED_B,
};
/* The value's text on the wire; NULL for unset, unknown and any other number. */
SCHEMAS_API const char *schemas_maps_narrowed_text(enum schemas_maps_narrowed value);

struct schemas_maps {
	struct oac_json free;
	struct oac_string_map words;
	struct schemas_double_map numbers;
	struct schemas_double_list_list matrix;
	struct schemas_maps_levels_item_list levels;
	struct oac_json anything;
	const struct schemas_maps_nothing *nothing;
	enum schemas_maps_mixed mixed;
	/* (deprecated) */
	const char *old OAC_DEPRECATED;
	/* (date-time; read only) */
	const char *made;
	struct schemas_maps_either either;
	struct schemas_int64_map patterns;
	struct oac_json_list pair;
	enum schemas_maps_narrowed narrowed;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(SCHEMAS_API, schemas_maps);

struct schemas_maps_nothing {
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(SCHEMAS_API, schemas_maps_nothing);

struct schemas_node_map_entry {
	const char *key;
	struct schemas_node value;
};

/* The value of the last entry named key, or NULL when there is none. The map owns it. */
static inline const struct schemas_node *schemas_node_map_get(const struct schemas_node_map *map, const char *key)
{
	const void *value = oac_map_value(map->entries, map->count, sizeof(struct schemas_node_map_entry),
		offsetof(struct schemas_node_map_entry, value), key);

	return (const struct schemas_node *)value;
}

struct schemas_double_map_entry {
	const char *key;
	double value;
};

/* The value of the last entry named key, or NULL when there is none. The map owns it. */
static inline const double *schemas_double_map_get(const struct schemas_double_map *map, const char *key)
{
	const void *value = oac_map_value(map->entries, map->count, sizeof(struct schemas_double_map_entry),
		offsetof(struct schemas_double_map_entry, value), key);

	return (const double *)value;
}

struct schemas_int64_map_entry {
	const char *key;
	int64_t value;
};

/* The value of the last entry named key, or NULL when there is none. The map owns it. */
static inline const int64_t *schemas_int64_map_get(const struct schemas_int64_map *map, const char *key)
{
	const void *value = oac_map_value(map->entries, map->count, sizeof(struct schemas_int64_map_entry),
		offsetof(struct schemas_int64_map_entry, value), key);

	return (const int64_t *)value;
}

#ifdef __cplusplus
}
#endif

#endif
