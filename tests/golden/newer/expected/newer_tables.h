/*
 * newer_tables.h: the tables behind the types, for the library's own files.
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef NEWER_TABLES_H
#define NEWER_TABLES_H

#include "oac_async.h"
#include "oac_operation.h"

#if OAC_CODEC_VERSION != 5
#error "newer was made for another version of the oac runtime: regenerate it"
#endif

extern const uint16_t newer_security[];
extern const uint16_t newer_security_2[];

extern const struct oac_object newer_cat_type;
extern const struct oac_object newer_dog_type;
extern const struct oac_union newer_lost_type;
extern const struct oac_object newer_filter_type;
extern const struct oac_union newer_pet_type;
extern const struct oac_object newer_other_type;
extern const struct oac_list newer_pet_list_type;
OAC_DONE_API(newer_pet_list);
extern const struct oac_object newer_list_pets_request_type;
extern const struct oac_operation newer_search_pets_operation;
extern const struct oac_operation newer_list_pets_operation;
extern const struct oac_operation newer_purge_pets_operation;
extern const struct oac_object newer_send_parts_request_type;
extern const struct oac_operation newer_link_pets_operation;
extern const struct oac_operation newer_send_parts_operation;

#endif
