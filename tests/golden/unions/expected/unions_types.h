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
OAC_TYPE_API(UNIONS_API, unions_circle);

struct unions_square {
	/* (required) */
	double side;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(UNIONS_API, unions_square);

enum unions_pet_kind {
	UNIONS_PET_UNSET = 0,
	UNIONS_PET_UNKNOWN = 1, /* not known here: as.json has it */
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
OAC_TYPE_API(UNIONS_API, unions_pet);

struct unions_cat {
	/* (required) */
	const char *kind;
	struct oac_opt_int64 lives;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(UNIONS_API, unions_cat);

struct unions_dog {
	/* (required) */
	const char *kind;
	struct oac_opt_bool bark;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(UNIONS_API, unions_dog);

enum unions_loose_choice_kind {
	UNIONS_LOOSE_CHOICE_UNSET = 0,
	UNIONS_LOOSE_CHOICE_UNKNOWN = 1, /* not known here: as.json has it */
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
OAC_TYPE_API(UNIONS_API, unions_loose_choice);

struct unions_loose {
	/* auto, an integer, words, or a shape. */
	struct unions_loose_choice choice;
	const char *model;
	struct oac_opt_double size;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(UNIONS_API, unions_loose);

enum unions_tree_value_kind {
	UNIONS_TREE_VALUE_UNSET = 0,
	UNIONS_TREE_VALUE_UNKNOWN = 1, /* not known here: as.json has it */
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
OAC_TYPE_API(UNIONS_API, unions_tree_value);

struct unions_tree {
	/* (required) */
	struct unions_tree_value value;
	struct oac_json oac_more; /* what has no member here */
};
OAC_TYPE_API(UNIONS_API, unions_tree);

#ifdef __cplusplus
}
#endif

#endif
