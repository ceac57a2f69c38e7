/*
 * limits_tables.h: the tables behind the types, for the library's own files.
 *
 * Made by oac 0.1.0 from doc.yaml (version 1). Don't edit: regenerate.
 */
#ifndef LIMITS_TABLES_H
#define LIMITS_TABLES_H

#include "oac_async.h"
#include "oac_operation.h"

#if OAC_CODEC_VERSION != 5
#error "limits was made for another version of the oac runtime: regenerate it"
#endif

extern const struct oac_enum limits_thing_kind_type;
extern const struct oac_list limits_double_list_list_type;
extern const struct oac_list limits_thing_list_type;
extern const struct oac_union limits_thing_choice_type;
extern const struct oac_union limits_thing_both_type;
extern const struct oac_object limits_thing_type;
OAC_DONE_API(limits_thing);
extern const struct oac_object limits_thing_choice_option_3_type;
extern const struct oac_object limits_create_thing_request_type;
extern const struct oac_operation limits_create_thing_operation;

#endif
