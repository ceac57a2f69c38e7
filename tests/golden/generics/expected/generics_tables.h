/*
 * generics_tables.h: the tables behind the types, for the library's own files.
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef GENERICS_TABLES_H
#define GENERICS_TABLES_H

#include "oac_async.h"
#include "oac_operation.h"

#if OAC_CODEC_VERSION != 5
#error "generics was made for another version of the oac runtime: regenerate it"
#endif

extern const struct oac_object generics_owner_type;
extern const struct oac_list generics_user_list_type;
extern const struct oac_object generics_paginated_users_type;
OAC_DONE_API(generics_paginated_users);
extern const struct oac_object generics_user_type;
extern const struct oac_object generics_paginated_users_page_type;
extern const struct oac_list generics_owner_list_type;
extern const struct oac_object generics_paginated_owners_type;
extern const struct oac_object generics_paginated_owners_next_type;
extern const struct oac_object generics_paginated_owners_next_page_type;
extern const struct oac_list generics_tree_list_type;
extern const struct oac_object generics_tree_type;
extern const struct oac_list generics_named_tree_list_type;
extern const struct oac_object generics_named_tree_type;
extern const struct oac_object generics_old_type;
extern const struct oac_object generics_older_type;
extern const struct oac_object generics_lost_type;
extern const struct oac_object generics_shared_type;
extern const struct oac_object generics_shared_too_type;
extern const struct oac_object generics_paginated_type;
OAC_DONE_API(generics_paginated);
extern const struct oac_object generics_page_type;
extern const struct oac_list generics_list_pets_response_items_item_list_type;
extern const struct oac_object generics_list_pets_response_type;
OAC_DONE_API(generics_list_pets_response);
extern const struct oac_object generics_list_pets_response_items_item_type;
extern const struct oac_object generics_list_pets_response_page_type;
extern const struct oac_operation generics_list_users_operation;
extern const struct oac_operation generics_list_pets_operation;
extern const struct oac_operation generics_list_any_operation;

#endif
