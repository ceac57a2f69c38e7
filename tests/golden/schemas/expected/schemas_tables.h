/*
 * schemas_tables.h: the tables behind the types, for the library's own files.
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef SCHEMAS_TABLES_H
#define SCHEMAS_TABLES_H

#include "oac_async.h"
#include "oac_operation.h"

#if OAC_CODEC_VERSION != 5
#error "schemas was made for another version of the oac runtime: regenerate it"
#endif

extern const struct oac_object schemas_base_type;
extern const struct oac_object schemas_derived_type;
extern const struct oac_enum schemas_nullable_f_type;
extern const struct oac_object schemas_nullable_type;
extern const struct oac_object schemas_choice_type;
extern const struct oac_list schemas_node_list_type;
extern const struct oac_map schemas_node_map_type;
extern const struct oac_object schemas_node_type;
extern const struct oac_map schemas_double_map_type;
extern const struct oac_list schemas_double_list_list_type;
extern const struct oac_enum schemas_maps_levels_item_type;
extern const struct oac_list schemas_maps_levels_item_list_type;
extern const struct oac_enum schemas_maps_mixed_type;
extern const struct oac_union schemas_maps_either_type;
extern const struct oac_map schemas_int64_map_type;
extern const struct oac_enum schemas_maps_narrowed_type;
extern const struct oac_object schemas_maps_type;
extern const struct oac_object schemas_maps_nothing_type;

#endif
