/*
 * collisions_tables.h: the tables behind the types, for the library's own files.
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef COLLISIONS_TABLES_H
#define COLLISIONS_TABLES_H

#include "oac_async.h"
#include "oac_operation.h"

#if OAC_CODEC_VERSION != 5
#error "collisions was made for another version of the oac runtime: regenerate it"
#endif

extern const struct oac_object collisions_pin_bar_type;
extern const struct oac_object collisions_pin_bar_2_type;
extern const struct oac_object collisions_int64_map_entry_type;
extern const struct oac_enum collisions_pet_kind_type;
extern const struct oac_map collisions_int64_map_2_type;
extern const struct oac_object collisions_pin_2_type;
OAC_DONE_API(collisions_pin_2);
extern const struct oac_object collisions_pin_2_bar_type;
extern const struct oac_union collisions_pet_type;
OAC_DONE_API(collisions_pet);
extern const struct oac_object collisions_a_b_type;
extern const struct oac_object collisions_a_b_2_type;
extern const struct oac_object collisions_json_type;
extern const struct oac_operation collisions_pin_type_operation;
extern const struct oac_operation collisions_pin_fields_operation_2;
extern const struct oac_operation collisions_pin_fields_async_operation;
extern const struct oac_operation collisions_client_new_2_operation;
extern const struct oac_operation collisions_pin_fields_operation_operation;

#endif
