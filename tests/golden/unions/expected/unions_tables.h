/*
 * unions_tables.h: the tables behind the types, for the library's own files.
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef UNIONS_TABLES_H
#define UNIONS_TABLES_H

#include "oac_async.h"
#include "oac_operation.h"

#if OAC_CODEC_VERSION != 5
#error "unions was made for another version of the oac runtime: regenerate it"
#endif

extern const struct oac_object unions_circle_type;
extern const struct oac_object unions_square_type;
extern const struct oac_union unions_pet_type;
extern const struct oac_object unions_cat_type;
extern const struct oac_object unions_dog_type;
extern const struct oac_union unions_loose_choice_type;
extern const struct oac_object unions_loose_type;
extern const struct oac_union unions_tree_value_type;
extern const struct oac_object unions_tree_type;
extern const struct oac_union unions_shape_type;
OAC_DONE_API(unions_shape);
extern const struct oac_object unions_create_shape_request_type;
extern const struct oac_operation unions_create_shape_operation;

#endif
