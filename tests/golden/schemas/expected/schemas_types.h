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

/* Flattened. */
struct schemas_derived {
	/* Who. (required; from Base) */
	const char *id;
	/* (required; 0 to 9; default 3) */
	int64_t count;
	struct oac_json oac_more; /* what has no member here */
};

enum schemas_nullable_f {
	SCHEMAS_NULLABLE_F_UNSET = 0,
	SCHEMAS_NULLABLE_F_UNKNOWN = 1, /* a value that this library does not know; oac_more has its text */
	SCHEMAS_NULLABLE_F_X,
};

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
	struct oac_json oac_more; /* what has no member here */
};

/* Alternatives beside members. */
struct schemas_choice {
	/* (required) */
	const char *id;
	const char *a;
	struct oac_opt_int64 b;
	struct oac_json oac_more; /* what has no member here */
};

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
	SCHEMAS_MAPS_LEVELS_ITEM_UNKNOWN = 1, /* a value that this library does not know; oac_more has its text */
	SCHEMAS_MAPS_LEVELS_ITEM_LOW,
	SCHEMAS_MAPS_LEVELS_ITEM_HIGH,
};

struct schemas_maps_levels_item_list {
	size_t count;
	const enum schemas_maps_levels_item *items;
};

enum schemas_maps_mixed {
	SCHEMAS_MAPS_MIXED_UNSET = 0,
	SCHEMAS_MAPS_MIXED_UNKNOWN = 1, /* a value that this library does not know; oac_more has its text */
	SCHEMAS_MAPS_MIXED_1,
	SCHEMAS_MAPS_MIXED_TWO,
	SCHEMAS_MAPS_MIXED_TRUE,
};

enum schemas_maps_either_kind {
	SCHEMAS_MAPS_EITHER_UNSET = 0,
	SCHEMAS_MAPS_EITHER_UNKNOWN = 1, /* a variant that this library does not know: as.json */
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

struct schemas_int64_map {
	size_t count;
	const struct schemas_int64_map_entry *entries;
};

enum schemas_maps_narrowed {
	SCHEMAS_MAPS_NARROWED_UNSET = 0,
	SCHEMAS_MAPS_NARROWED_UNKNOWN = 1, /* a value that this library does not know; oac_more has its text */
	SCHEMAS_MAPS_NARROWED_A,
	SCHEMAS_MAPS_NARROWED_B,
};

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

struct schemas_maps_nothing {
	struct oac_json oac_more; /* what has no member here */
};

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

/* struct schemas_base; oac.h tells what the six functions do. */
SCHEMAS_API enum oac_status schemas_base_from_json(const char *text, size_t len,
	struct schemas_base **out, struct oac_error *err) OAC_MUST_USE;
SCHEMAS_API char *schemas_base_to_json(const struct schemas_base *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
SCHEMAS_API enum oac_status schemas_base_from_cjson(const struct cJSON *tree,
	struct schemas_base **out, struct oac_error *err) OAC_MUST_USE;
SCHEMAS_API struct cJSON *schemas_base_to_cjson(const struct schemas_base *value,
	struct oac_error *err) OAC_MUST_USE;
SCHEMAS_API struct schemas_base *schemas_base_copy(const struct schemas_base *value) OAC_MUST_USE;
SCHEMAS_API void schemas_base_free(struct schemas_base *value);

/* struct schemas_derived; oac.h tells what the six functions do. */
SCHEMAS_API enum oac_status schemas_derived_from_json(const char *text, size_t len,
	struct schemas_derived **out, struct oac_error *err) OAC_MUST_USE;
SCHEMAS_API char *schemas_derived_to_json(const struct schemas_derived *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
SCHEMAS_API enum oac_status schemas_derived_from_cjson(const struct cJSON *tree,
	struct schemas_derived **out, struct oac_error *err) OAC_MUST_USE;
SCHEMAS_API struct cJSON *schemas_derived_to_cjson(const struct schemas_derived *value,
	struct oac_error *err) OAC_MUST_USE;
SCHEMAS_API struct schemas_derived *schemas_derived_copy(const struct schemas_derived *value) OAC_MUST_USE;
SCHEMAS_API void schemas_derived_free(struct schemas_derived *value);

/* The value's text on the wire; NULL for unset, unknown and any other number. */
SCHEMAS_API const char *schemas_nullable_f_text(enum schemas_nullable_f value);

/* struct schemas_nullable; oac.h tells what the six functions do. */
SCHEMAS_API enum oac_status schemas_nullable_from_json(const char *text, size_t len,
	struct schemas_nullable **out, struct oac_error *err) OAC_MUST_USE;
SCHEMAS_API char *schemas_nullable_to_json(const struct schemas_nullable *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
SCHEMAS_API enum oac_status schemas_nullable_from_cjson(const struct cJSON *tree,
	struct schemas_nullable **out, struct oac_error *err) OAC_MUST_USE;
SCHEMAS_API struct cJSON *schemas_nullable_to_cjson(const struct schemas_nullable *value,
	struct oac_error *err) OAC_MUST_USE;
SCHEMAS_API struct schemas_nullable *schemas_nullable_copy(const struct schemas_nullable *value) OAC_MUST_USE;
SCHEMAS_API void schemas_nullable_free(struct schemas_nullable *value);

/* struct schemas_choice; oac.h tells what the six functions do. */
SCHEMAS_API enum oac_status schemas_choice_from_json(const char *text, size_t len,
	struct schemas_choice **out, struct oac_error *err) OAC_MUST_USE;
SCHEMAS_API char *schemas_choice_to_json(const struct schemas_choice *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
SCHEMAS_API enum oac_status schemas_choice_from_cjson(const struct cJSON *tree,
	struct schemas_choice **out, struct oac_error *err) OAC_MUST_USE;
SCHEMAS_API struct cJSON *schemas_choice_to_cjson(const struct schemas_choice *value,
	struct oac_error *err) OAC_MUST_USE;
SCHEMAS_API struct schemas_choice *schemas_choice_copy(const struct schemas_choice *value) OAC_MUST_USE;
SCHEMAS_API void schemas_choice_free(struct schemas_choice *value);

/* struct schemas_node; oac.h tells what the six functions do. */
SCHEMAS_API enum oac_status schemas_node_from_json(const char *text, size_t len,
	struct schemas_node **out, struct oac_error *err) OAC_MUST_USE;
SCHEMAS_API char *schemas_node_to_json(const struct schemas_node *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
SCHEMAS_API enum oac_status schemas_node_from_cjson(const struct cJSON *tree,
	struct schemas_node **out, struct oac_error *err) OAC_MUST_USE;
SCHEMAS_API struct cJSON *schemas_node_to_cjson(const struct schemas_node *value,
	struct oac_error *err) OAC_MUST_USE;
SCHEMAS_API struct schemas_node *schemas_node_copy(const struct schemas_node *value) OAC_MUST_USE;
SCHEMAS_API void schemas_node_free(struct schemas_node *value);

/* The value's text on the wire; NULL for unset, unknown and any other number. */
SCHEMAS_API const char *schemas_maps_levels_item_text(enum schemas_maps_levels_item value);

/* The value's text on the wire; NULL for unset, unknown and any other number. */
SCHEMAS_API const char *schemas_maps_mixed_text(enum schemas_maps_mixed value);

/* struct schemas_maps_either; oac.h tells what the six functions do. */
SCHEMAS_API enum oac_status schemas_maps_either_from_json(const char *text, size_t len,
	struct schemas_maps_either **out, struct oac_error *err) OAC_MUST_USE;
SCHEMAS_API char *schemas_maps_either_to_json(const struct schemas_maps_either *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
SCHEMAS_API enum oac_status schemas_maps_either_from_cjson(const struct cJSON *tree,
	struct schemas_maps_either **out, struct oac_error *err) OAC_MUST_USE;
SCHEMAS_API struct cJSON *schemas_maps_either_to_cjson(const struct schemas_maps_either *value,
	struct oac_error *err) OAC_MUST_USE;
SCHEMAS_API struct schemas_maps_either *schemas_maps_either_copy(const struct schemas_maps_either *value) OAC_MUST_USE;
SCHEMAS_API void schemas_maps_either_free(struct schemas_maps_either *value);

/* The value's text on the wire; NULL for unset, unknown and any other number. */
SCHEMAS_API const char *schemas_maps_narrowed_text(enum schemas_maps_narrowed value);

/* struct schemas_maps; oac.h tells what the six functions do. */
SCHEMAS_API enum oac_status schemas_maps_from_json(const char *text, size_t len,
	struct schemas_maps **out, struct oac_error *err) OAC_MUST_USE;
SCHEMAS_API char *schemas_maps_to_json(const struct schemas_maps *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
SCHEMAS_API enum oac_status schemas_maps_from_cjson(const struct cJSON *tree,
	struct schemas_maps **out, struct oac_error *err) OAC_MUST_USE;
SCHEMAS_API struct cJSON *schemas_maps_to_cjson(const struct schemas_maps *value,
	struct oac_error *err) OAC_MUST_USE;
SCHEMAS_API struct schemas_maps *schemas_maps_copy(const struct schemas_maps *value) OAC_MUST_USE;
SCHEMAS_API void schemas_maps_free(struct schemas_maps *value);

/* struct schemas_maps_nothing; oac.h tells what the six functions do. */
SCHEMAS_API enum oac_status schemas_maps_nothing_from_json(const char *text, size_t len,
	struct schemas_maps_nothing **out, struct oac_error *err) OAC_MUST_USE;
SCHEMAS_API char *schemas_maps_nothing_to_json(const struct schemas_maps_nothing *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
SCHEMAS_API enum oac_status schemas_maps_nothing_from_cjson(const struct cJSON *tree,
	struct schemas_maps_nothing **out, struct oac_error *err) OAC_MUST_USE;
SCHEMAS_API struct cJSON *schemas_maps_nothing_to_cjson(const struct schemas_maps_nothing *value,
	struct oac_error *err) OAC_MUST_USE;
SCHEMAS_API struct schemas_maps_nothing *schemas_maps_nothing_copy(const struct schemas_maps_nothing *value) OAC_MUST_USE;
SCHEMAS_API void schemas_maps_nothing_free(struct schemas_maps_nothing *value);

#ifdef __cplusplus
}
#endif

#endif
