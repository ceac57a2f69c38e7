/*
 * approximations_tables.h: the tables behind the types, for the library's own files.
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef APPROXIMATIONS_TABLES_H
#define APPROXIMATIONS_TABLES_H

#include "oac_async.h"
#include "oac_operation.h"

#if OAC_CODEC_VERSION != 5
#error "approximations was made for another version of the oac runtime: regenerate it"
#endif

extern const struct oac_object approximations_open_type;
extern const struct oac_map approximations_int64_map_type;
extern const struct oac_object approximations_condition_type;
extern const struct oac_list approximations_tree_node_1_list_type;
extern const struct oac_object approximations_tree_node_1_type;
extern const struct oac_object approximations_cat_type;
extern const struct oac_union approximations_animal_type;
extern const struct oac_object approximations_merged_type;
extern const struct oac_object approximations_choices_type;
extern const struct oac_object approximations_list_things_request_type;
extern const struct oac_operation approximations_list_things_operation;

#endif
