/*
 * unions_types.h: types that several parts share (Unions).
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef UNIONS_TYPES_H
#define UNIONS_TYPES_H

#include "oac.h"

#ifndef UNIONS_API
#define UNIONS_API OAC_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* Round. */
struct unions_circle {
	/* (required) */
	double radius;
	struct oac_json oac_more; /* what has no member here */
};

struct unions_square {
	/* (required) */
	double side;
	struct oac_json oac_more; /* what has no member here */
};

enum unions_pet_kind {
	UNIONS_PET_UNSET = 0,
	UNIONS_PET_UNKNOWN = 1, /* a variant that this library does not know: as.json */
	UNIONS_PET_TABBY,
	UNIONS_PET_DOG,
};

struct unions_pet {
	enum unions_pet_kind kind;
	union {
		const struct unions_cat *tabby;
		const struct unions_dog *dog;
		struct oac_json json;
	} as;
};

struct unions_cat {
	/* (required) */
	const char *kind;
	struct oac_opt_int64 lives;
	struct oac_json oac_more; /* what has no member here */
};

struct unions_dog {
	/* (required) */
	const char *kind;
	struct oac_opt_bool bark;
	struct oac_json oac_more; /* what has no member here */
};

enum unions_loose_choice_kind {
	UNIONS_LOOSE_CHOICE_UNSET = 0,
	UNIONS_LOOSE_CHOICE_UNKNOWN = 1, /* a variant that this library does not know: as.json */
	UNIONS_LOOSE_CHOICE_AUTO, /* stores nothing in as */
	UNIONS_LOOSE_CHOICE_NONE, /* stores nothing in as */
	UNIONS_LOOSE_CHOICE_INTEGER,
	UNIONS_LOOSE_CHOICE_STRING_LIST,
	UNIONS_LOOSE_CHOICE_CIRCLE,
	UNIONS_LOOSE_CHOICE_SQUARE,
};

/* auto, an integer, words, or a shape. */
struct unions_loose_choice {
	enum unions_loose_choice_kind kind;
	union {
		int64_t integer;
		struct oac_string_list string_list;
		const struct unions_circle *circle;
		const struct unions_square *square;
		struct oac_json json;
	} as;
};

struct unions_loose {
	/* auto, an integer, words, or a shape. */
	struct unions_loose_choice choice;
	const char *model;
	struct oac_opt_double size;
	struct oac_json oac_more; /* what has no member here */
};

enum unions_tree_value_kind {
	UNIONS_TREE_VALUE_UNSET = 0,
	UNIONS_TREE_VALUE_UNKNOWN = 1, /* a variant that this library does not know: as.json */
	UNIONS_TREE_VALUE_STRING,
	UNIONS_TREE_VALUE_TREE,
};

struct unions_tree_value {
	enum unions_tree_value_kind kind;
	union {
		const char *string;
		const struct unions_tree *tree;
		struct oac_json json;
	} as;
};

struct unions_tree {
	/* (required) */
	struct unions_tree_value value;
	struct oac_json oac_more; /* what has no member here */
};

/* struct unions_circle; oac.h tells what the six functions do. */
UNIONS_API enum oac_status unions_circle_from_json(const char *text, size_t len,
	struct unions_circle **out, struct oac_error *err) OAC_MUST_USE;
UNIONS_API char *unions_circle_to_json(const struct unions_circle *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
UNIONS_API enum oac_status unions_circle_from_cjson(const struct cJSON *tree,
	struct unions_circle **out, struct oac_error *err) OAC_MUST_USE;
UNIONS_API struct cJSON *unions_circle_to_cjson(const struct unions_circle *value,
	struct oac_error *err) OAC_MUST_USE;
UNIONS_API struct unions_circle *unions_circle_copy(const struct unions_circle *value) OAC_MUST_USE;
UNIONS_API void unions_circle_free(struct unions_circle *value);

/* struct unions_square; oac.h tells what the six functions do. */
UNIONS_API enum oac_status unions_square_from_json(const char *text, size_t len,
	struct unions_square **out, struct oac_error *err) OAC_MUST_USE;
UNIONS_API char *unions_square_to_json(const struct unions_square *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
UNIONS_API enum oac_status unions_square_from_cjson(const struct cJSON *tree,
	struct unions_square **out, struct oac_error *err) OAC_MUST_USE;
UNIONS_API struct cJSON *unions_square_to_cjson(const struct unions_square *value,
	struct oac_error *err) OAC_MUST_USE;
UNIONS_API struct unions_square *unions_square_copy(const struct unions_square *value) OAC_MUST_USE;
UNIONS_API void unions_square_free(struct unions_square *value);

/* struct unions_pet; oac.h tells what the six functions do. */
UNIONS_API enum oac_status unions_pet_from_json(const char *text, size_t len,
	struct unions_pet **out, struct oac_error *err) OAC_MUST_USE;
UNIONS_API char *unions_pet_to_json(const struct unions_pet *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
UNIONS_API enum oac_status unions_pet_from_cjson(const struct cJSON *tree,
	struct unions_pet **out, struct oac_error *err) OAC_MUST_USE;
UNIONS_API struct cJSON *unions_pet_to_cjson(const struct unions_pet *value,
	struct oac_error *err) OAC_MUST_USE;
UNIONS_API struct unions_pet *unions_pet_copy(const struct unions_pet *value) OAC_MUST_USE;
UNIONS_API void unions_pet_free(struct unions_pet *value);

/* struct unions_cat; oac.h tells what the six functions do. */
UNIONS_API enum oac_status unions_cat_from_json(const char *text, size_t len,
	struct unions_cat **out, struct oac_error *err) OAC_MUST_USE;
UNIONS_API char *unions_cat_to_json(const struct unions_cat *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
UNIONS_API enum oac_status unions_cat_from_cjson(const struct cJSON *tree,
	struct unions_cat **out, struct oac_error *err) OAC_MUST_USE;
UNIONS_API struct cJSON *unions_cat_to_cjson(const struct unions_cat *value,
	struct oac_error *err) OAC_MUST_USE;
UNIONS_API struct unions_cat *unions_cat_copy(const struct unions_cat *value) OAC_MUST_USE;
UNIONS_API void unions_cat_free(struct unions_cat *value);

/* struct unions_dog; oac.h tells what the six functions do. */
UNIONS_API enum oac_status unions_dog_from_json(const char *text, size_t len,
	struct unions_dog **out, struct oac_error *err) OAC_MUST_USE;
UNIONS_API char *unions_dog_to_json(const struct unions_dog *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
UNIONS_API enum oac_status unions_dog_from_cjson(const struct cJSON *tree,
	struct unions_dog **out, struct oac_error *err) OAC_MUST_USE;
UNIONS_API struct cJSON *unions_dog_to_cjson(const struct unions_dog *value,
	struct oac_error *err) OAC_MUST_USE;
UNIONS_API struct unions_dog *unions_dog_copy(const struct unions_dog *value) OAC_MUST_USE;
UNIONS_API void unions_dog_free(struct unions_dog *value);

/* struct unions_loose_choice; oac.h tells what the six functions do. */
UNIONS_API enum oac_status unions_loose_choice_from_json(const char *text, size_t len,
	struct unions_loose_choice **out, struct oac_error *err) OAC_MUST_USE;
UNIONS_API char *unions_loose_choice_to_json(const struct unions_loose_choice *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
UNIONS_API enum oac_status unions_loose_choice_from_cjson(const struct cJSON *tree,
	struct unions_loose_choice **out, struct oac_error *err) OAC_MUST_USE;
UNIONS_API struct cJSON *unions_loose_choice_to_cjson(const struct unions_loose_choice *value,
	struct oac_error *err) OAC_MUST_USE;
UNIONS_API struct unions_loose_choice *unions_loose_choice_copy(const struct unions_loose_choice *value) OAC_MUST_USE;
UNIONS_API void unions_loose_choice_free(struct unions_loose_choice *value);

/* struct unions_loose; oac.h tells what the six functions do. */
UNIONS_API enum oac_status unions_loose_from_json(const char *text, size_t len,
	struct unions_loose **out, struct oac_error *err) OAC_MUST_USE;
UNIONS_API char *unions_loose_to_json(const struct unions_loose *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
UNIONS_API enum oac_status unions_loose_from_cjson(const struct cJSON *tree,
	struct unions_loose **out, struct oac_error *err) OAC_MUST_USE;
UNIONS_API struct cJSON *unions_loose_to_cjson(const struct unions_loose *value,
	struct oac_error *err) OAC_MUST_USE;
UNIONS_API struct unions_loose *unions_loose_copy(const struct unions_loose *value) OAC_MUST_USE;
UNIONS_API void unions_loose_free(struct unions_loose *value);

/* struct unions_tree_value; oac.h tells what the six functions do. */
UNIONS_API enum oac_status unions_tree_value_from_json(const char *text, size_t len,
	struct unions_tree_value **out, struct oac_error *err) OAC_MUST_USE;
UNIONS_API char *unions_tree_value_to_json(const struct unions_tree_value *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
UNIONS_API enum oac_status unions_tree_value_from_cjson(const struct cJSON *tree,
	struct unions_tree_value **out, struct oac_error *err) OAC_MUST_USE;
UNIONS_API struct cJSON *unions_tree_value_to_cjson(const struct unions_tree_value *value,
	struct oac_error *err) OAC_MUST_USE;
UNIONS_API struct unions_tree_value *unions_tree_value_copy(const struct unions_tree_value *value) OAC_MUST_USE;
UNIONS_API void unions_tree_value_free(struct unions_tree_value *value);

/* struct unions_tree; oac.h tells what the six functions do. */
UNIONS_API enum oac_status unions_tree_from_json(const char *text, size_t len,
	struct unions_tree **out, struct oac_error *err) OAC_MUST_USE;
UNIONS_API char *unions_tree_to_json(const struct unions_tree *value, size_t *len,
	struct oac_error *err) OAC_MUST_USE;
UNIONS_API enum oac_status unions_tree_from_cjson(const struct cJSON *tree,
	struct unions_tree **out, struct oac_error *err) OAC_MUST_USE;
UNIONS_API struct cJSON *unions_tree_to_cjson(const struct unions_tree *value,
	struct oac_error *err) OAC_MUST_USE;
UNIONS_API struct unions_tree *unions_tree_copy(const struct unions_tree *value) OAC_MUST_USE;
UNIONS_API void unions_tree_free(struct unions_tree *value);

#ifdef __cplusplus
}
#endif

#endif
